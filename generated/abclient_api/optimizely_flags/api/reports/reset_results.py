from __future__ import annotations

from ...._arguments import number, segment
from ...._runtime import Request, Response, read_one
from ...models.report import Report


def parse(response: Response) -> Report:
    """The result in a successful answer."""
    return read_one(response, Report)


def request(project_id: int, environment_key: str, report_key: str) -> Request[Report, Report]:
    """Reset the results of a report.

    ``POST /projects/{project_id}/environments/{environment_key}/reports/{report_key}/reset-results``

    Throws away what was counted so far; counting begins anew.

    Args:
        project_id: Number of the project.
        environment_key: Key of the environment.
        report_key: Key of the report, which only the list of reports tells.
    """
    return Request(
        operation="reset_results",
        method="POST",
        path_template="/projects/{project_id}/environments/{environment_key}/reports/{report_key}/reset-results",
        path=f"/projects/{number('project_id', project_id)}/environments/{segment('environment_key', environment_key)}/reports/{segment('report_key', report_key)}/reset-results",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
