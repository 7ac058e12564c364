from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.visitor_data_placeholder import VisitorDataPlaceholder

if TYPE_CHECKING:
    from ...models.update_placeholder_request_data import UpdatePlaceholderRequestData


def parse(response: Response) -> VisitorDataPlaceholder:
    """The result in a successful answer."""
    return read_one(response, VisitorDataPlaceholder)


def request(
    account_id: int, project_id: int, placeholder_id: int, *, body: UpdatePlaceholderRequestData
) -> Request[VisitorDataPlaceholder, VisitorDataPlaceholder]:
    """Change a placeholder.

    ``POST /accounts/{account_id}/projects/{project_id}/visitors-data/placeholders/{placeholder_id}/update``

    Changes the fields that are given.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        placeholder_id: The placeholder's id.
        body: what to send.
    """
    return Request(
        operation="updateVisitorsDataPlaceholder",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/visitors-data/placeholders/{placeholder_id}/update",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/visitors-data/placeholders/{number('placeholder_id', placeholder_id)}/update",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
