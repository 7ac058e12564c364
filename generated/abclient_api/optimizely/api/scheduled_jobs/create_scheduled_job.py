from __future__ import annotations

from typing import TYPE_CHECKING

from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.scheduled_job import ScheduledJob

if TYPE_CHECKING:
    from ...models.scheduled_job_create import ScheduledJobCreate


def parse(response: Response) -> ScheduledJob:
    """The result in a successful answer."""
    return read_one(response, ScheduledJob)


def request(*, body: ScheduledJobCreate) -> Request[ScheduledJob, ScheduledJob]:
    """Create a scheduled job.

    ``POST /scheduled-jobs``

    Creates a scheduled job for a project.

    Args:
        body: what to send.
    """
    return Request(
        operation="create_scheduled_job",
        method="POST",
        path_template="/scheduled-jobs",
        path="/scheduled-jobs",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
