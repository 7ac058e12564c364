from __future__ import annotations

from typing import TYPE_CHECKING, Never

from ...._arguments import number, segment
from ...._models import dumps, entries
from ...._runtime import Request, Response, read
from ...models.report import Report

if TYPE_CHECKING:
    from ...models.bulk_operations_request_body import BulkOperationsRequestBody


def parse(response: Response) -> dict[str, Report]:
    """The result in a successful answer."""
    return read(
        response,
        "dict[str, Report]",
        lambda data: {k0: Report.from_dict(x0) for k0, x0 in entries(data).items() if x0 is not None},
    )


def request(
    project_id: int, environment_key: str, *, body: BulkOperationsRequestBody
) -> Request[dict[str, Report], Never]:
    """Unarchive reports.

    ``POST /projects/{project_id}/environments/{environment_key}/reports/unarchived``

    Brings reports back from the archive.

    Args:
        project_id: Number of the project.
        environment_key: Key of the environment.
        body: what to send.
    """
    return Request(
        operation="unarchive_reports",
        method="POST",
        path_template="/projects/{project_id}/environments/{environment_key}/reports/unarchived",
        path=f"/projects/{number('project_id', project_id)}/environments/{segment('environment_key', environment_key)}/reports/unarchived",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
