from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ...._arguments import number, query_string, several, text
from ...._runtime import Request, Response, read_one
from ...models.location import Location


def parse(response: Response) -> Location:
    """The result in a successful answer."""
    return read_one(response, Location)


def request(
    account_id: int,
    project_id: int,
    location_id: int,
    *,
    include: Sequence[Literal["rules", "trigger", "stats.experiences_usage"]] | None = None,
) -> Request[Location, Location]:
    """Get a location.

    ``GET /accounts/{account_id}/projects/{project_id}/locations/{location_id}``

    Reads one location.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        location_id: The location's id.
        include: Fields that are left out unless they are named here.
    """
    return Request(
        operation="getLocation",
        method="GET",
        path_template="/accounts/{account_id}/projects/{project_id}/locations/{location_id}",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/locations/{number('location_id', location_id)}",
        query=query_string(
            ("include[]", include, several(text)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
    )
