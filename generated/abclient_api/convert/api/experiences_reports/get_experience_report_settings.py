from __future__ import annotations

from ...._arguments import header_lines, number, text
from ...._runtime import Request, Response, read_one
from ...models.experience_report_settings_data import ExperienceReportSettingsData


def parse(response: Response) -> ExperienceReportSettingsData:
    """The result in a successful answer."""
    return read_one(response, ExperienceReportSettingsData)


def request(
    account_id: int, project_id: int, experience_id: int, *, report_token: str | None = None
) -> Request[ExperienceReportSettingsData, ExperienceReportSettingsData]:
    """Get what reports can be narrowed down to.

    ``GET /accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/report_settings``

    Campaigns and segments that visitors of an experience had.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        experience_id: The experience's id.
        report_token: A token that stands for credentials; made by `getReportToken`.
    """
    return Request(
        operation="getExperienceReportSettings",
        method="GET",
        path_template="/accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/report_settings",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/experiences/{number('experience_id', experience_id)}/report_settings",
        headers=(
            ("accept", "application/json"),
            *header_lines(
                ("report_token", report_token, text),
            ),
        ),
        parse=parse,
    )
