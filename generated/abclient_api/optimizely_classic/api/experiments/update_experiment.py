from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.experiment import Experiment

if TYPE_CHECKING:
    from ...models.experiment_update import ExperimentUpdate


def parse(response: Response) -> Experiment:
    """The result in a successful answer."""
    return read_one(response, Experiment)


def request(experiment_id: int, *, body: ExperimentUpdate) -> Request[Experiment, Experiment]:
    """Update an experiment.

    ``PUT /experiments/{experiment_id}``

    Changes the fields sent. `status` starts (Running), stops (Paused) or archives (Archived) it. Multivariate
    and multipage tests cannot be updated. Goals are added or removed through `experiment_ids` of the goal.

    Args:
        experiment_id: Id of the experiment.
        body: what to send.
    """
    return Request(
        operation="updateExperiment",
        method="PUT",
        path_template="/experiments/{experiment_id}",
        path=f"/experiments/{number('experiment_id', experiment_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
