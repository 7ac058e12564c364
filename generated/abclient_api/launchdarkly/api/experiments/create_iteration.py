from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.iteration_rep import IterationRep

if TYPE_CHECKING:
    from ...models.iteration_input import IterationInput


def parse(response: Response) -> IterationRep:
    """The result in a successful answer."""
    return read_one(response, IterationRep)


def request(
    project_key: str, environment_key: str, experiment_key: str, *, body: IterationInput
) -> Request[IterationRep, IterationRep]:
    """Create an iteration.

    ``POST /api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}/iterations``

    Creates the next iteration of an experiment with the status not_started; it becomes the experiment's
    draftIteration. patchExperiment starts and stops it. Answers 200, not 201. Deprecated since 23.0.0, in
    favor of the instructions updateExperimentFields and saveAndStartNewIteration of patchExperiment.

    The vendor has deprecated it.

    Args:
        project_key: The project's key.
        environment_key: The environment's key.
        experiment_key: The experiment's key.
        body: what to send.
    """
    return Request(
        operation="createIteration",
        method="POST",
        path_template="/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}/iterations",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/environments/{segment('environment_key', environment_key)}/experiments/{segment('experiment_key', experiment_key)}/iterations",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
