from __future__ import annotations

from ...._runtime import Request, Response, read_one
from ...models.versions_rep import VersionsRep


def parse(response: Response) -> VersionsRep:
    """The result in a successful answer."""
    return read_one(response, VersionsRep)


def request() -> Request[VersionsRep, VersionsRep]:
    """Get the versions of the API.

    ``GET /api/v2/versions``

    The versions that the API answers in.
    """
    return Request(
        operation="getVersions",
        method="GET",
        path_template="/api/v2/versions",
        path="/api/v2/versions",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
