from __future__ import annotations

from typing import Never

from ...._arguments import number
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(experiment_id: int) -> Request[None, Never]:
    """Delete an experiment.

    ``DELETE /experiments/{experiment_id}``

    Removes the experiment and its results for good. Setting `status` to Archived takes it out of the snippet
    and the dashboard and keeps it recoverable.

    Args:
        experiment_id: Id of the experiment.
    """
    return Request(
        operation="deleteExperiment",
        method="DELETE",
        path_template="/experiments/{experiment_id}",
        path=f"/experiments/{number('experiment_id', experiment_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
