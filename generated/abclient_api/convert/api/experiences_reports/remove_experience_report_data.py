from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.remove_experience_report_response_data import RemoveExperienceReportResponseData

if TYPE_CHECKING:
    from ...models.remove_experience_report_request_data import RemoveExperienceReportRequestData
    from ...models.remove_experience_report_response_data_item import RemoveExperienceReportResponseDataItem


def parse(response: Response) -> RemoveExperienceReportResponseData:
    """The result in a successful answer."""
    return read_one(response, RemoveExperienceReportResponseData)


def request(
    account_id: int, project_id: int, experience_id: int, *, body: RemoveExperienceReportRequestData | None = None
) -> Request[RemoveExperienceReportResponseData, RemoveExperienceReportResponseDataItem]:
    """Remove events from reports.

    ``POST /accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/remove_report_data``

    Counts the events of a period or, with `simulate` false, removes them for good.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        experience_id: The experience's id.
        body: what to send.
    """
    return Request(
        operation="removeExperienceReportData",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/remove_report_data",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/experiences/{number('experience_id', experience_id)}/remove_report_data",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
        items="data",
        page=RemoveExperienceReportResponseData,
    )
