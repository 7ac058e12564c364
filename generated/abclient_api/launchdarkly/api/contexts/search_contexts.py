from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import flag, query_string, segment, text, whole
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.contexts import Contexts

if TYPE_CHECKING:
    from ...models.context_record import ContextRecord
    from ...models.context_search import ContextSearch


def parse(response: Response) -> Contexts:
    """The result in a successful answer."""
    return read_one(response, Contexts)


def request(
    project_key: str,
    environment_key: str,
    *,
    body: ContextSearch,
    limit: int | None = None,
    continuation_token: str | None = None,
    sort: str | None = None,
    filter: str | None = None,
    include_total_count: bool | None = None,
) -> Request[Contexts, ContextRecord]:
    """Search contexts.

    ``POST /api/v2/projects/{projectKey}/environments/{environmentKey}/contexts/search``

    One page of the contexts that a filter finds, 20 by default and 50 at most. The same may stand in the
    query or in the body, not in both.

    Args:
        project_key: The project's key.
        environment_key: The environment's key.
        body: what to send.
        limit: How many items a page may hold. The vendor's default: 20.
        continuation_token: Where the page starts; from the page before. The path in _links.next does the same.
        sort: Order of the contexts; the vendor refuses what it does not know with 400.
        filter: Which contexts, such as: kindKeys:{"contains":["user:a"]}.
        include_total_count: Whether the answer has totalCount; true by default. The vendor's default: True.
    """
    return Request(
        operation="searchContexts",
        method="POST",
        path_template="/api/v2/projects/{projectKey}/environments/{environmentKey}/contexts/search",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/environments/{segment('environment_key', environment_key)}/contexts/search",
        query=query_string(
            ("limit", limit, whole(1)),
            ("continuationToken", continuation_token, text),
            ("sort", sort, text),
            ("filter", filter, text),
            ("includeTotalCount", include_total_count, flag),
        ),
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
        reads=True,
        items="items",
        page=Contexts,
    )
