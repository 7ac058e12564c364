from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.layer_rep import LayerRep

if TYPE_CHECKING:
    from ...models.layer_patch_input import LayerPatchInput


def parse(response: Response) -> LayerRep:
    """The result in a successful answer."""
    return read_one(response, LayerRep)


def request(project_key: str, layer_key: str, *, body: LayerPatchInput) -> Request[LayerRep, LayerRep]:
    """Update a layer by instructions.

    ``PATCH /api/v2/projects/{projectKey}/layers/{layerKey}``

    Applies semantic-patch instructions, all or none: updateName, updateDescription,
    updateExperimentReservation, removeExperiment. The last two need environmentKey.

    Args:
        project_key: The project's key.
        layer_key: The layer's key.
        body: what to send.
    """
    return Request(
        operation="updateLayer",
        method="PATCH",
        path_template="/api/v2/projects/{projectKey}/layers/{layerKey}",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/layers/{segment('layer_key', layer_key)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json; domain-model=launchdarkly.semanticpatch"),
        ),
        body=dumps(body),
        parse=parse,
    )
