from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import query_string, segment, text, whole
from ...._runtime import Request, Response, read_one
from ...models.context_attribute_values_collection import ContextAttributeValuesCollection

if TYPE_CHECKING:
    from ...models.context_attribute_values import ContextAttributeValues


def parse(response: Response) -> ContextAttributeValuesCollection:
    """The result in a successful answer."""
    return read_one(response, ContextAttributeValuesCollection)


def request(
    project_key: str, environment_key: str, attribute_name: str, *, filter: str | None = None, limit: int | None = None
) -> Request[ContextAttributeValuesCollection, ContextAttributeValues]:
    """List values of an attribute.

    ``GET /api/v2/projects/{projectKey}/environments/{environmentKey}/context-attributes/{attributeName}``

    The values of an attribute that contexts of an environment have, by kind.

    Args:
        project_key: The project's key.
        environment_key: The environment's key.
        attribute_name: The attribute's name.
        filter: Which values, such as: value:{"startsWith":"C"}.
        limit: How many items a page may hold.
    """
    return Request(
        operation="getContextAttributeValues",
        method="GET",
        path_template="/api/v2/projects/{projectKey}/environments/{environmentKey}/context-attributes/{attributeName}",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/environments/{segment('environment_key', environment_key)}/context-attributes/{segment('attribute_name', attribute_name)}",
        query=query_string(
            ("filter", filter, text),
            ("limit", limit, whole(1)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="items",
        page=ContextAttributeValuesCollection,
    )
