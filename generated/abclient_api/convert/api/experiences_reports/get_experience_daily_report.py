from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import header_lines, number, text
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.experience_daily_report_response_data import ExperienceDailyReportResponseData

if TYPE_CHECKING:
    from ...models.get_experience_daily_report_request_data import GetExperienceDailyReportRequestData


def parse(response: Response) -> ExperienceDailyReportResponseData:
    """The result in a successful answer."""
    return read_one(response, ExperienceDailyReportResponseData)


def request(
    account_id: int,
    project_id: int,
    experience_id: int,
    *,
    body: GetExperienceDailyReportRequestData | None = None,
    report_token: str | None = None,
) -> Request[ExperienceDailyReportResponseData, ExperienceDailyReportResponseData]:
    """Get a daily report.

    ``POST /accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/daily_report``

    How the variations of an experience perform from day to day, on one goal and metric.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        experience_id: The experience's id.
        body: what to send.
        report_token: A token that stands for credentials; made by `getReportToken`.
    """
    return Request(
        operation="getExperienceDailyReport",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/daily_report",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/experiences/{number('experience_id', experience_id)}/daily_report",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
            *header_lines(
                ("report_token", report_token, text),
            ),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
        reads=True,
    )
