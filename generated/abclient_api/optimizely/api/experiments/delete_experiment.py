from __future__ import annotations

from typing import Never

from ...._arguments import number
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(experiment_id: int) -> Request[None, Never]:
    """Archive an experiment.

    ``DELETE /experiments/{experiment_id}``

    DELETE archives: the experiment keeps existing and can be read. There is no body. 410 means that it was
    archived before.

    Args:
        experiment_id: Identifier of the experiment.
    """
    return Request(
        operation="delete_experiment",
        method="DELETE",
        path_template="/experiments/{experiment_id}",
        path=f"/experiments/{number('experiment_id', experiment_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
