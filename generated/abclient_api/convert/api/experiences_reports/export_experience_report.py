from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.experience_report_export_response_data import ExperienceReportExportResponseData

if TYPE_CHECKING:
    from ...models.export_experience_report_request_data import ExportExperienceReportRequestData


def parse(response: Response) -> ExperienceReportExportResponseData:
    """The result in a successful answer."""
    return read_one(response, ExperienceReportExportResponseData)


def request(
    account_id: int, project_id: int, experience_id: int, *, body: ExportExperienceReportRequestData | None = None
) -> Request[ExperienceReportExportResponseData, ExperienceReportExportResponseData]:
    """Export a report.

    ``POST /accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/export_report``

    Makes a file of a report, and says where it can be loaded from.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        experience_id: The experience's id.
        body: what to send.
    """
    return Request(
        operation="exportExperienceReport",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/export_report",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/experiences/{number('experience_id', experience_id)}/export_report",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
        reads=True,
    )
