from __future__ import annotations

from typing import TYPE_CHECKING

from abclient_api._arguments import (
    query_string,
    whole,
)
from abclient_api._runtime import Request, Response, read_one

from ...models.project_page import ProjectPage

if TYPE_CHECKING:
    from ...models.project import Project


def parse(response: Response) -> ProjectPage:
    """The result in a successful answer."""
    return read_one(response, ProjectPage)


def request(*, limit: int | None = None, offset: int | None = None) -> Request[ProjectPage, Project]:
    """List projects.

    ``GET /v1/projects``

    Projects that the key can see, page by page.

    Args:
        limit: How many items a page has at most.
        offset: How many items come before the page.
    """
    return Request(
        operation="listProjects",
        method="GET",
        path_template="/v1/projects",
        path="/v1/projects",
        query=query_string(
            ("limit", limit, whole(1, 100)),
            ("offset", offset, whole(0)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="projects",
        page=ProjectPage,
    )
