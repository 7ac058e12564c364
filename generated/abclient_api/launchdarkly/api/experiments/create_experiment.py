from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.experiment import Experiment

if TYPE_CHECKING:
    from ...models.experiment_post import ExperimentPost


def parse(response: Response) -> Experiment:
    """The result in a successful answer."""
    return read_one(response, Experiment)


def request(project_key: str, environment_key: str, *, body: ExperimentPost) -> Request[Experiment, Experiment]:
    """Create an experiment.

    ``POST /api/v2/projects/{projectKey}/environments/{environmentKey}/experiments``

    Creates an experiment with its first iteration, which appears as draftIteration with the status
    not_started. It collects data only after a startIteration instruction has been sent with patchExperiment.
    The vendor ignores fields that it does not know, without an error.

    Args:
        project_key: The project's key.
        environment_key: The environment's key.
        body: what to send.
    """
    return Request(
        operation="createExperiment",
        method="POST",
        path_template="/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/environments/{segment('environment_key', environment_key)}/experiments",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
