from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.locations_presets_list_response_data import LocationsPresetsListResponseData

if TYPE_CHECKING:
    from ...models.location_preset import LocationPreset


def parse(response: Response) -> LocationsPresetsListResponseData:
    """The result in a successful answer."""
    return read_one(response, LocationsPresetsListResponseData)


def request(account_id: int, project_id: int) -> Request[LocationsPresetsListResponseData, LocationPreset]:
    """List the vendor's locations.

    ``GET /accounts/{account_id}/projects/{project_id}/locations-presets``

    Locations that come from the vendor.

    Args:
        account_id: The account's id.
        project_id: The project's id.
    """
    return Request(
        operation="getLocationsPresets",
        method="GET",
        path_template="/accounts/{account_id}/projects/{project_id}/locations-presets",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/locations-presets",
        headers=(("accept", "application/json"),),
        parse=parse,
        items="data",
        page=LocationsPresetsListResponseData,
    )
