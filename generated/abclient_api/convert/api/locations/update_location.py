from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.location import Location

if TYPE_CHECKING:
    from ...models.update_location_request_data import UpdateLocationRequestData


def parse(response: Response) -> Location:
    """The result in a successful answer."""
    return read_one(response, Location)


def request(
    account_id: int, project_id: int, location_id: int, *, body: UpdateLocationRequestData
) -> Request[Location, Location]:
    """Change a location.

    ``POST /accounts/{account_id}/projects/{project_id}/locations/{location_id}/update``

    Changes the fields that are given.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        location_id: The location's id.
        body: what to send.
    """
    return Request(
        operation="updateLocation",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/locations/{location_id}/update",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/locations/{number('location_id', location_id)}/update",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
