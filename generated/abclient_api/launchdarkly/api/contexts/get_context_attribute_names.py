from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import query_string, segment, text, whole
from ...._runtime import Request, Response, read_one
from ...models.context_attribute_names_collection import ContextAttributeNamesCollection

if TYPE_CHECKING:
    from ...models.context_attribute_names import ContextAttributeNames


def parse(response: Response) -> ContextAttributeNamesCollection:
    """The result in a successful answer."""
    return read_one(response, ContextAttributeNamesCollection)


def request(
    project_key: str, environment_key: str, *, filter: str | None = None, limit: int | None = None
) -> Request[ContextAttributeNamesCollection, ContextAttributeNames]:
    """List attributes of contexts.

    ``GET /api/v2/projects/{projectKey}/environments/{environmentKey}/context-attributes``

    The names of attributes that contexts of an environment have, by kind.

    Args:
        project_key: The project's key.
        environment_key: The environment's key.
        filter: Which names, such as: kind:["user"],name:{"startsWith":"co"}.
        limit: How many items a page may hold.
    """
    return Request(
        operation="getContextAttributeNames",
        method="GET",
        path_template="/api/v2/projects/{projectKey}/environments/{environmentKey}/context-attributes",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/environments/{segment('environment_key', environment_key)}/context-attributes",
        query=query_string(
            ("filter", filter, text),
            ("limit", limit, whole(1)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="items",
        page=ContextAttributeNamesCollection,
    )
