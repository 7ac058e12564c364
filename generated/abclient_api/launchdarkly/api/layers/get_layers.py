from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import query_string, segment, text
from ...._runtime import Request, Response, read_one
from ...models.layer_collection_rep import LayerCollectionRep

if TYPE_CHECKING:
    from ...models.layer_rep import LayerRep


def parse(response: Response) -> LayerCollectionRep:
    """The result in a successful answer."""
    return read_one(response, LayerCollectionRep)


def request(project_key: str, *, filter: str | None = None) -> Request[LayerCollectionRep, LayerRep]:
    """List layers.

    ``GET /api/v2/projects/{projectKey}/layers``

    All layers of a project.

    Args:
        project_key: The project's key.
        filter: A condition, such as: reservations.experimentKey contains KEY.
    """
    return Request(
        operation="getLayers",
        method="GET",
        path_template="/api/v2/projects/{projectKey}/layers",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/layers",
        query=query_string(
            ("filter", filter, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="items",
        page=LayerCollectionRep,
    )
