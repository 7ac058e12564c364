from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.project import Project

if TYPE_CHECKING:
    from ...models.update_project_request_data import UpdateProjectRequestData


def parse(response: Response) -> Project:
    """The result in a successful answer."""
    return read_one(response, Project)


def request(account_id: int, project_id: int, *, body: UpdateProjectRequestData) -> Request[Project, Project]:
    """Change a project.

    ``POST /accounts/{account_id}/projects/{project_id}/update``

    Changes the fields that are given.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="updateProject",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/update",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/update",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
