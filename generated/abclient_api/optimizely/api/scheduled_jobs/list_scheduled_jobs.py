from __future__ import annotations

from ...._runtime import Request, Response, read_list
from ...models.scheduled_job import ScheduledJob


def parse(response: Response) -> list[ScheduledJob]:
    """The result in a successful answer."""
    return read_list(response, ScheduledJob)


def request() -> Request[list[ScheduledJob], ScheduledJob]:
    """List scheduled jobs.

    ``GET /scheduled-jobs``

    The scheduled jobs of the account, all at once.
    """
    return Request(
        operation="list_scheduled_jobs",
        method="GET",
        path_template="/scheduled-jobs",
        path="/scheduled-jobs",
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=ScheduledJob,
    )
