from __future__ import annotations

from typing import Never

from ...._arguments import number
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(job_id: int) -> Request[None, Never]:
    """Archive a scheduled job.

    ``DELETE /scheduled-jobs/{job_id}``

    DELETE archives: the job stops, and can still be read. There is no body.

    Args:
        job_id: Identifier of the scheduled job.
    """
    return Request(
        operation="delete_scheduled_job",
        method="DELETE",
        path_template="/scheduled-jobs/{job_id}",
        path=f"/scheduled-jobs/{number('job_id', job_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
