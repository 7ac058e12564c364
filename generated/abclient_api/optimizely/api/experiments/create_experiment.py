from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ...._arguments import query_string, text
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.experiment import Experiment

if TYPE_CHECKING:
    from ...models.experiment_create import ExperimentCreate


def parse(response: Response) -> Experiment:
    """The result in a successful answer."""
    return read_one(response, Experiment)


def request(
    *, body: ExperimentCreate, action: Literal["publish", "start", "pause"] | None = None
) -> Request[Experiment, Experiment]:
    """Create an experiment.

    ``POST /experiments``

    Creates an experiment, and publishes, starts or pauses it at once where `action` says so.

    Args:
        body: what to send.
        action: What to do with the new experiment: `publish` it without starting it, `start` it (status running),
            or `pause` it.
    """
    return Request(
        operation="create_experiment",
        method="POST",
        path_template="/experiments",
        path="/experiments",
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
