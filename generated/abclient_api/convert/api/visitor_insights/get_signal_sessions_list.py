from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.signal_sessions_list_response_data import SignalSessionsListResponseData

if TYPE_CHECKING:
    from ...models.get_signal_sessions_list_request_data import GetSignalSessionsListRequestData
    from ...models.signal_session import SignalSession


def parse(response: Response) -> SignalSessionsListResponseData:
    """The result in a successful answer."""
    return read_one(response, SignalSessionsListResponseData)


def request(
    account_id: int, project_id: int, *, body: GetSignalSessionsListRequestData | None = None
) -> Request[SignalSessionsListResponseData, SignalSession]:
    """List sessions with signs of frustration.

    ``POST /accounts/{account_id}/projects/{project_id}/signal_sessions``

    One page of the sessions that were recorded in a period.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="getSignalSessionsList",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/signal_sessions",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/signal_sessions",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
        reads=True,
        items="data",
        page=SignalSessionsListResponseData,
    )
