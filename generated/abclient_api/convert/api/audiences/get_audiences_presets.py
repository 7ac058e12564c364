from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.audiences_presets_list_response_data import AudiencesPresetsListResponseData

if TYPE_CHECKING:
    from ...models.audience_preset import AudiencePreset


def parse(response: Response) -> AudiencesPresetsListResponseData:
    """The result in a successful answer."""
    return read_one(response, AudiencesPresetsListResponseData)


def request(account_id: int, project_id: int) -> Request[AudiencesPresetsListResponseData, AudiencePreset]:
    """List the vendor's audiences.

    ``GET /accounts/{account_id}/projects/{project_id}/audiences-presets``

    Audiences that come from the vendor.

    Args:
        account_id: The account's id.
        project_id: The project's id.
    """
    return Request(
        operation="getAudiencesPresets",
        method="GET",
        path_template="/accounts/{account_id}/projects/{project_id}/audiences-presets",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/audiences-presets",
        headers=(("accept", "application/json"),),
        parse=parse,
        items="data",
        page=AudiencesPresetsListResponseData,
    )
