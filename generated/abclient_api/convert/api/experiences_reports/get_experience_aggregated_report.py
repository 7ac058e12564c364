from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import header_lines, number, text
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.experience_aggregated_report_response_data import ExperienceAggregatedReportResponseData

if TYPE_CHECKING:
    from ...models.get_experience_aggregated_report_request_data import GetExperienceAggregatedReportRequestData


def parse(response: Response) -> ExperienceAggregatedReportResponseData:
    """The result in a successful answer."""
    return read_one(response, ExperienceAggregatedReportResponseData)


def request(
    account_id: int,
    project_id: int,
    experience_id: int,
    *,
    body: GetExperienceAggregatedReportRequestData | None = None,
    report_token: str | None = None,
) -> Request[ExperienceAggregatedReportResponseData, ExperienceAggregatedReportResponseData]:
    """Get a report.

    ``POST /accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/aggregated_report``

    How the variations of an experience perform, for each goal.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        experience_id: The experience's id.
        body: what to send.
        report_token: A token that stands for credentials; made by `getReportToken`.
    """
    return Request(
        operation="getExperienceAggregatedReport",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/aggregated_report",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/experiences/{number('experience_id', experience_id)}/aggregated_report",
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
