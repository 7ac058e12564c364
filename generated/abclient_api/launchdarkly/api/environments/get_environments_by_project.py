from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import query_string, segment, text, whole
from ...._runtime import Request, Response, read_one
from ...models.environments import Environments

if TYPE_CHECKING:
    from ...models.environment import Environment


def parse(response: Response) -> Environments:
    """The result in a successful answer."""
    return read_one(response, Environments)


def request(
    project_key: str,
    *,
    limit: int | None = None,
    offset: int | None = None,
    filter: str | None = None,
    sort: str | None = None,
) -> Request[Environments, Environment]:
    """List environments.

    ``GET /api/v2/projects/{projectKey}/environments``

    One page of the environments of a project, 20 by default.

    Args:
        project_key: The project's key.
        limit: How many items a page may hold. The vendor's default: 20.
        offset: How many items to skip, counted from the first.
        filter: Comma-separated field:value pairs, such as: query:prod,tags:a+b.
        sort: Order of the items, such as name; a minus before it means descending.
    """
    return Request(
        operation="getEnvironmentsByProject",
        method="GET",
        path_template="/api/v2/projects/{projectKey}/environments",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/environments",
        query=query_string(
            ("limit", limit, whole(1)),
            ("offset", offset, whole(0)),
            ("filter", filter, text),
            ("sort", sort, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="items",
        page=Environments,
    )
