from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.sessions_list_response_data import SessionsListResponseData

if TYPE_CHECKING:
    from ...models.get_sessions_list_request_data import GetSessionsListRequestData
    from ...models.session import Session


def parse(response: Response) -> SessionsListResponseData:
    """The result in a successful answer."""
    return read_one(response, SessionsListResponseData)


def request(
    account_id: int, project_id: int, *, body: GetSessionsListRequestData | None = None
) -> Request[SessionsListResponseData, Session]:
    """List recorded sessions.

    ``POST /accounts/{account_id}/projects/{project_id}/sessions``

    Sessions that were recorded in a period.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="getSessionsList",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/sessions",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/sessions",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
        reads=True,
        items="data",
        page=SessionsListResponseData,
    )
