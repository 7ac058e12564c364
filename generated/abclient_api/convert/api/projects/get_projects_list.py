from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.projects_list_response_data import ProjectsListResponseData

if TYPE_CHECKING:
    from ...models.get_projects_list_request_data import GetProjectsListRequestData
    from ...models.project import Project


def parse(response: Response) -> ProjectsListResponseData:
    """The result in a successful answer."""
    return read_one(response, ProjectsListResponseData)


def request(
    account_id: int, *, body: GetProjectsListRequestData | None = None
) -> Request[ProjectsListResponseData, Project]:
    """List projects.

    ``POST /accounts/{account_id}/projects``

    One page of an account's projects.

    Args:
        account_id: The account's id.
        body: what to send.
    """
    return Request(
        operation="getProjectsList",
        method="POST",
        path_template="/accounts/{account_id}/projects",
        path=f"/accounts/{number('account_id', account_id)}/projects",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
        reads=True,
        items="data",
        page=ProjectsListResponseData,
    )
