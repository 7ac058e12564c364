from __future__ import annotations

from ...._arguments import query_string, segment, text
from ...._runtime import Request, Response, read_one
from ...models.project import Project


def parse(response: Response) -> Project:
    """The result in a successful answer."""
    return read_one(response, Project)


def request(project_key: str, *, expand: str | None = None) -> Request[Project, Project]:
    """Get a project.

    ``GET /api/v2/projects/{projectKey}``

    One project.

    Args:
        project_key: The project's key.
        expand: Comma-separated fields to add to the answer; environments.
    """
    return Request(
        operation="getProject",
        method="GET",
        path_template="/api/v2/projects/{projectKey}",
        path=f"/api/v2/projects/{segment('project_key', project_key)}",
        query=query_string(
            ("expand", expand, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
    )
