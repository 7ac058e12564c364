from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import flag, query_string, segment, text, whole
from ...._runtime import Request, Response, read_one
from ...models.contexts import Contexts

if TYPE_CHECKING:
    from ...models.context_record import ContextRecord


def parse(response: Response) -> Contexts:
    """The result in a successful answer."""
    return read_one(response, Contexts)


def request(
    project_key: str,
    environment_key: str,
    kind: str,
    key: str,
    *,
    limit: int | None = None,
    continuation_token: str | None = None,
    sort: str | None = None,
    filter: str | None = None,
    include_total_count: bool | None = None,
) -> Request[Contexts, ContextRecord]:
    """Get contexts by key.

    ``GET /api/v2/projects/{projectKey}/environments/{environmentKey}/contexts/{kind}/{key}``

    The contexts with a kind and a key, as they were seen last; several if they came from several
    applications.

    Args:
        project_key: The project's key.
        environment_key: The environment's key.
        kind: The kind of context.
        key: The key.
        limit: How many items a page may hold. The vendor's default: 20.
        continuation_token: Where the page starts; from the page before. The path in _links.next does the same.
        sort: Order of the contexts; the vendor refuses what it does not know with 400.
        filter: Which contexts, such as applicationId:"web".
        include_total_count: Whether the answer has totalCount; true by default. The vendor's default: True.
    """
    return Request(
        operation="getContexts",
        method="GET",
        path_template="/api/v2/projects/{projectKey}/environments/{environmentKey}/contexts/{kind}/{key}",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/environments/{segment('environment_key', environment_key)}/contexts/{segment('kind', kind)}/{segment('key', key)}",
        query=query_string(
            ("limit", limit, whole(1)),
            ("continuationToken", continuation_token, text),
            ("sort", sort, text),
            ("filter", filter, text),
            ("includeTotalCount", include_total_count, flag),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="items",
        page=Contexts,
    )
