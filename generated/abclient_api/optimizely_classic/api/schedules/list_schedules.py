from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_list
from ...models.schedule import Schedule


def parse(response: Response) -> list[Schedule]:
    """The result in a successful answer."""
    return read_list(response, Schedule)


def request(experiment_id: int) -> Request[list[Schedule], Schedule]:
    """List the schedules of an experiment.

    ``GET /experiments/{experiment_id}/schedules``

    The current schedule (ACTIVE) and all former ones (INACTIVE).

    Args:
        experiment_id: Id of the experiment.
    """
    return Request(
        operation="listSchedules",
        method="GET",
        path_template="/experiments/{experiment_id}/schedules",
        path=f"/experiments/{number('experiment_id', experiment_id)}/schedules",
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=Schedule,
    )
