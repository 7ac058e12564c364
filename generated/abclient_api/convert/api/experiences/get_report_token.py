from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.experience_report_token import ExperienceReportToken

if TYPE_CHECKING:
    from ...models.experience_report_token_request_data import ExperienceReportTokenRequestData


def parse(response: Response) -> ExperienceReportToken:
    """The result in a successful answer."""
    return read_one(response, ExperienceReportToken)


def request(
    account_id: int, project_id: int, experience_id: int, *, body: ExperienceReportTokenRequestData | None = None
) -> Request[ExperienceReportToken, ExperienceReportToken]:
    """Make a token for reports.

    ``POST /accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/report_token``

    Makes or removes a token that lets anybody read the reports of an experience.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        experience_id: The experience's id.
        body: what to send.
    """
    return Request(
        operation="getReportToken",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/report_token",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/experiences/{number('experience_id', experience_id)}/report_token",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
    )
