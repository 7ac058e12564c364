from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.project import Project

if TYPE_CHECKING:
    from ...models.create_project_request_data import CreateProjectRequestData


def parse(response: Response) -> Project:
    """The result in a successful answer."""
    return read_one(response, Project)


def request(account_id: int, *, body: CreateProjectRequestData) -> Request[Project, Project]:
    """Add a project.

    ``POST /accounts/{account_id}/projects/add``

    Adds a project.

    Args:
        account_id: The account's id.
        body: what to send.
    """
    return Request(
        operation="createProject",
        method="POST",
        path_template="/accounts/{account_id}/projects/add",
        path=f"/accounts/{number('account_id', account_id)}/projects/add",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
