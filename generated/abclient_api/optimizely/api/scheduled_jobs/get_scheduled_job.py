from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.scheduled_job import ScheduledJob


def parse(response: Response) -> ScheduledJob:
    """The result in a successful answer."""
    return read_one(response, ScheduledJob)


def request(job_id: int) -> Request[ScheduledJob, ScheduledJob]:
    """Get a scheduled job.

    ``GET /scheduled-jobs/{job_id}``

    One scheduled job by its identifier.

    Args:
        job_id: Identifier of the scheduled job.
    """
    return Request(
        operation="get_scheduled_job",
        method="GET",
        path_template="/scheduled-jobs/{job_id}",
        path=f"/scheduled-jobs/{number('job_id', job_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
