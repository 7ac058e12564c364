from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ...._arguments import number, query_string, text
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.experiment import Experiment

if TYPE_CHECKING:
    from ...models.experiment_update import ExperimentUpdate


def parse(response: Response) -> Experiment:
    """The result in a successful answer."""
    return read_one(response, Experiment)


def request(
    experiment_id: int,
    *,
    body: ExperimentUpdate,
    action: Literal["publish", "start", "pause", "resume", "unarchive"] | None = None,
) -> Request[Experiment, Experiment]:
    """Change an experiment.

    ``PATCH /experiments/{experiment_id}``

    Changes the fields sent and carries out `action`. With `action` an empty body is legal. 409 means that
    there are drafted changes.

    Args:
        experiment_id: Identifier of the experiment.
        body: what to send.
        action: What to do: `publish` the changes and leave the status, `start` (publish; status running), `pause`
            (status paused), `resume` a paused one without publishing (status running), or `unarchive` (status
            paused).
    """
    return Request(
        operation="update_experiment",
        method="PATCH",
        path_template="/experiments/{experiment_id}",
        path=f"/experiments/{number('experiment_id', experiment_id)}",
        query=query_string(
            ("action", action, text),
        ),
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
