from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.locations_list_response_data import LocationsListResponseData

if TYPE_CHECKING:
    from ...models.get_locations_list_request_data import GetLocationsListRequestData
    from ...models.location import Location


def parse(response: Response) -> LocationsListResponseData:
    """The result in a successful answer."""
    return read_one(response, LocationsListResponseData)


def request(
    account_id: int, project_id: int, *, body: GetLocationsListRequestData | None = None
) -> Request[LocationsListResponseData, Location]:
    """List locations.

    ``POST /accounts/{account_id}/projects/{project_id}/locations``

    One page of the project's locations.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="getLocationsList",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/locations",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/locations",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
        reads=True,
        items="data",
        page=LocationsListResponseData,
    )
