from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.report import Report

if TYPE_CHECKING:
    from ...models.report_period import ReportPeriod


def parse(response: Response) -> Report:
    """The result in a successful answer."""
    return read_one(response, Report)


def request(project_id: str, experience_id: str, *, body: ReportPeriod) -> Request[Report, Report]:
    """Report on all goals.

    ``POST /reports/{project_id}/{experience_id}``

    How every variation of the experience does on every goal, over a period or over the whole run.

    Args:
        project_id: The project's id.
        experience_id: The experience's id.
        body: what to send.
    """
    return Request(
        operation="getReport",
        method="POST",
        path_template="/reports/{project_id}/{experience_id}",
        path=f"/reports/{segment('project_id', project_id)}/{segment('experience_id', experience_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
        reads=True,
    )
