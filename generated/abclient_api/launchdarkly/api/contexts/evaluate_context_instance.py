from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...._arguments import query_string, segment, text, whole
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.context_instance_evaluations import ContextInstanceEvaluations

if TYPE_CHECKING:
    from ...models.context_instance_evaluation import ContextInstanceEvaluation


def parse(response: Response) -> ContextInstanceEvaluations:
    """The result in a successful answer."""
    return read_one(response, ContextInstanceEvaluations)


def request(
    project_key: str,
    environment_key: str,
    *,
    body: dict[str, Any],
    limit: int | None = None,
    offset: int | None = None,
    sort: str | None = None,
    filter: str | None = None,
) -> Request[ContextInstanceEvaluations, ContextInstanceEvaluation]:
    """Evaluate all flags for a context.

    ``POST /api/v2/projects/{projectKey}/environments/{environmentKey}/flags/evaluate``

    What all flags give to a context that is sent in the body. It is stored nowhere.

    Args:
        project_key: The project's key.
        environment_key: The environment's key.
        body: what to send.
        limit: How many items a page may hold.
        offset: How many items to skip, counted from the first.
        sort: Order of the items, such as name; a minus before it means descending.
        filter: Comma-separated field:value pairs, such as: query:checkout.
    """
    return Request(
        operation="evaluateContextInstance",
        method="POST",
        path_template="/api/v2/projects/{projectKey}/environments/{environmentKey}/flags/evaluate",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/environments/{segment('environment_key', environment_key)}/flags/evaluate",
        query=query_string(
            ("limit", limit, whole(1)),
            ("offset", offset, whole(0)),
            ("sort", sort, text),
            ("filter", filter, text),
        ),
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
        reads=True,
        items="items",
        page=ContextInstanceEvaluations,
    )
