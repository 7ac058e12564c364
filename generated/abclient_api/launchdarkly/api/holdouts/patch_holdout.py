from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.holdout_rep import HoldoutRep

if TYPE_CHECKING:
    from ...models.holdout_patch_input import HoldoutPatchInput


def parse(response: Response) -> HoldoutRep:
    """The result in a successful answer."""
    return read_one(response, HoldoutRep)


def request(
    project_key: str, environment_key: str, holdout_key: str, *, body: HoldoutPatchInput
) -> Request[HoldoutRep, HoldoutRep]:
    """Update a holdout by instructions.

    ``PATCH /api/v2/projects/{projectKey}/environments/{environmentKey}/holdouts/{holdoutKey}``

    Applies semantic-patch instructions, all or none: endHoldout, removeExperiment, updateDescription,
    updateName.

    Args:
        project_key: The project's key.
        environment_key: The environment's key.
        holdout_key: The holdout's key.
        body: what to send.
    """
    return Request(
        operation="patchHoldout",
        method="PATCH",
        path_template="/api/v2/projects/{projectKey}/environments/{environmentKey}/holdouts/{holdoutKey}",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/environments/{segment('environment_key', environment_key)}/holdouts/{segment('holdout_key', holdout_key)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json; domain-model=launchdarkly.semanticpatch"),
        ),
        body=dumps(body),
        parse=parse,
    )
