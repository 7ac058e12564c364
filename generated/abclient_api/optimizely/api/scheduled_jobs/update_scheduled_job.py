from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.scheduled_job import ScheduledJob

if TYPE_CHECKING:
    from ...models.scheduled_job_update import ScheduledJobUpdate


def parse(response: Response) -> ScheduledJob:
    """The result in a successful answer."""
    return read_one(response, ScheduledJob)


def request(job_id: int, *, body: ScheduledJobUpdate) -> Request[ScheduledJob, ScheduledJob]:
    """Change a scheduled job.

    ``PATCH /scheduled-jobs/{job_id}``

    Changes the fields sent.

    Args:
        job_id: Identifier of the scheduled job.
        body: what to send.
    """
    return Request(
        operation="update_scheduled_job",
        method="PATCH",
        path_template="/scheduled-jobs/{job_id}",
        path=f"/scheduled-jobs/{number('job_id', job_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
