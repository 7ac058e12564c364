from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.export_experience_raw_data_response_data import ExportExperienceRawDataResponseData

if TYPE_CHECKING:
    from ...models.export_experience_raw_data_request_data import ExportExperienceRawDataRequestData


def parse(response: Response) -> ExportExperienceRawDataResponseData:
    """The result in a successful answer."""
    return read_one(response, ExportExperienceRawDataResponseData)


def request(
    account_id: int, project_id: int, experience_id: int, *, body: ExportExperienceRawDataRequestData | None = None
) -> Request[ExportExperienceRawDataResponseData, ExportExperienceRawDataResponseData]:
    """Export events.

    ``POST /accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/export_raw_data``

    Begins an export of events; where the file is, the vendor says by mail.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        experience_id: The experience's id.
        body: what to send.
    """
    return Request(
        operation="exportExperienceRawData",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/export_raw_data",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/experiences/{number('experience_id', experience_id)}/export_raw_data",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
    )
