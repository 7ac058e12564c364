from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.experiment import Experiment

if TYPE_CHECKING:
    from ...models.experiment_patch_input import ExperimentPatchInput


def parse(response: Response) -> Experiment:
    """The result in a successful answer."""
    return read_one(response, Experiment)


def request(
    project_key: str, environment_key: str, experiment_key: str, *, body: ExperimentPatchInput
) -> Request[Experiment, Experiment]:
    """Update an experiment by instructions.

    ``PATCH /api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}``

    Applies semantic-patch instructions in order. If one fails, none is applied; instructions that change
    nothing are accepted silently. The content type must carry domain-model=launchdarkly.semanticpatch, else
    the body is read as a JSON Patch and refused with 400. An iteration can start only if its flag is on and
    not archived, its randomizationUnit is set and at least one treatment has an allocationPercent above zero.

    Args:
        project_key: The project's key.
        environment_key: The environment's key.
        experiment_key: The experiment's key.
        body: what to send.
    """
    return Request(
        operation="patchExperiment",
        method="PATCH",
        path_template="/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/environments/{segment('environment_key', environment_key)}/experiments/{segment('experiment_key', experiment_key)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json; domain-model=launchdarkly.semanticpatch"),
        ),
        body=dumps(body),
        parse=parse,
    )
