from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.visitor_data_placeholder import VisitorDataPlaceholder

if TYPE_CHECKING:
    from ...models.create_placeholder_request_data import CreatePlaceholderRequestData


def parse(response: Response) -> VisitorDataPlaceholder:
    """The result in a successful answer."""
    return read_one(response, VisitorDataPlaceholder)


def request(
    account_id: int, project_id: int, *, body: CreatePlaceholderRequestData
) -> Request[VisitorDataPlaceholder, VisitorDataPlaceholder]:
    """Add a placeholder.

    ``POST /accounts/{account_id}/projects/{project_id}/visitors-data/placeholders/add``

    Adds a name that stands for a field of visitors' data.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="createVisitorsDataPlaceholder",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/visitors-data/placeholders/add",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/visitors-data/placeholders/add",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
