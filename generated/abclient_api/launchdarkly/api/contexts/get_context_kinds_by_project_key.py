from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import query_string, segment, text
from ...._runtime import Request, Response, read_one
from ...models.context_kinds_collection_rep import ContextKindsCollectionRep

if TYPE_CHECKING:
    from ...models.context_kind_rep import ContextKindRep


def parse(response: Response) -> ContextKindsCollectionRep:
    """The result in a successful answer."""
    return read_one(response, ContextKindsCollectionRep)


def request(project_key: str, *, expand: str | None = None) -> Request[ContextKindsCollectionRep, ContextKindRep]:
    """List kinds of contexts.

    ``GET /api/v2/projects/{projectKey}/context-kinds``

    All kinds of contexts of a project.

    Args:
        project_key: The project's key.
        expand: Comma-separated fields to add to the answer; environmentObservations.
    """
    return Request(
        operation="getContextKindsByProjectKey",
        method="GET",
        path_template="/api/v2/projects/{projectKey}/context-kinds",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/context-kinds",
        query=query_string(
            ("expand", expand, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="items",
        page=ContextKindsCollectionRep,
    )
