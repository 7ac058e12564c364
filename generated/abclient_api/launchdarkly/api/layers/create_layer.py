from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.layer_rep import LayerRep

if TYPE_CHECKING:
    from ...models.layer_post import LayerPost


def parse(response: Response) -> LayerRep:
    """The result in a successful answer."""
    return read_one(response, LayerRep)


def request(project_key: str, *, body: LayerPost) -> Request[LayerRep, LayerRep]:
    """Create a layer.

    ``POST /api/v2/projects/{projectKey}/layers``

    Creates a layer, in which nothing is reserved yet.

    Args:
        project_key: The project's key.
        body: what to send.
    """
    return Request(
        operation="createLayer",
        method="POST",
        path_template="/api/v2/projects/{projectKey}/layers",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/layers",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
