from __future__ import annotations

from typing import Never

from ...._arguments import number, segment
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(project_id: int, environment_key: str, report_key: str) -> Request[None, Never]:
    """Delete a report.

    ``DELETE /projects/{project_id}/environments/{environment_key}/reports/{report_key}``

    Deletes a report for good, with all it counted.

    Args:
        project_id: Number of the project.
        environment_key: Key of the environment.
        report_key: Key of the report, which only the list of reports tells.
    """
    return Request(
        operation="delete_report",
        method="DELETE",
        path_template="/projects/{project_id}/environments/{environment_key}/reports/{report_key}",
        path=f"/projects/{number('project_id', project_id)}/environments/{segment('environment_key', environment_key)}/reports/{segment('report_key', report_key)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
