from __future__ import annotations

from ...._runtime import Request, Response, read_one
from ...models.caller_identity_rep import CallerIdentityRep


def parse(response: Response) -> CallerIdentityRep:
    """The result in a successful answer."""
    return read_one(response, CallerIdentityRep)


def request() -> Request[CallerIdentityRep, CallerIdentityRep]:
    """Get whose token it is.

    ``GET /api/v2/caller-identity``

    Whose token this is, and what it can see.
    """
    return Request(
        operation="getCallerIdentity",
        method="GET",
        path_template="/api/v2/caller-identity",
        path="/api/v2/caller-identity",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
