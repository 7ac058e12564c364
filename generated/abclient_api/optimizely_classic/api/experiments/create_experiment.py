from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.experiment import Experiment

if TYPE_CHECKING:
    from ...models.experiment_create import ExperimentCreate


def parse(response: Response) -> Experiment:
    """The result in a successful answer."""
    return read_one(response, Experiment)


def request(project_id: int, *, body: ExperimentCreate) -> Request[Experiment, Experiment]:
    """Create an experiment.

    ``POST /projects/{project_id}/experiments``

    Adds an A/B test to the project; multivariate and multipage tests cannot be created. The new experiment
    gets two variations without code at 5000 basis points each, one `simple` URL condition on `edit_url`, all
    traffic (`percentage_included` 10000), status "Not started" and immediate activation.

    Args:
        project_id: Id of the project.
        body: what to send.
    """
    return Request(
        operation="createExperiment",
        method="POST",
        path_template="/projects/{project_id}/experiments",
        path=f"/projects/{number('project_id', project_id)}/experiments",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
