from __future__ import annotations

from ...._runtime import Request, Response, read_list
from ...models.project import Project


def parse(response: Response) -> list[Project]:
    """The result in a successful answer."""
    return read_list(response, Project)


def request() -> Request[list[Project], Project]:
    """List the projects of the account.

    ``GET /projects``

    Every project of the account the token belongs to.
    """
    return Request(
        operation="listProjects",
        method="GET",
        path_template="/projects",
        path="/projects",
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=Project,
    )
