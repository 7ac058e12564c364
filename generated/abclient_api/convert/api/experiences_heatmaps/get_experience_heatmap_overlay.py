from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number, segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.experience_heatmap_overlay_response_data import ExperienceHeatmapOverlayResponseData

if TYPE_CHECKING:
    from ...models.get_experience_heatmap_overlay_request_data import GetExperienceHeatmapOverlayRequestData


def parse(response: Response) -> ExperienceHeatmapOverlayResponseData:
    """The result in a successful answer."""
    return read_one(response, ExperienceHeatmapOverlayResponseData)


def request(
    account_id: int,
    project_id: int,
    experience_id: int,
    heatmap_id: str,
    *,
    body: GetExperienceHeatmapOverlayRequestData | None = None,
) -> Request[ExperienceHeatmapOverlayResponseData, ExperienceHeatmapOverlayResponseData]:
    """Get the picture of a heatmap.

    ``POST /accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/heatmaps/{heatmap_id}/overlay``

    What visitors did on a kind of device.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        experience_id: The experience's id.
        heatmap_id: The heatmap's id.
        body: what to send.
    """
    return Request(
        operation="getExperienceHeatmapOverlay",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/heatmaps/{heatmap_id}/overlay",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/experiences/{number('experience_id', experience_id)}/heatmaps/{segment('heatmap_id', heatmap_id)}/overlay",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
        reads=True,
    )
