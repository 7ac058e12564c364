from __future__ import annotations

from ...._arguments import number, segment
from ...._runtime import Request, Response, read_one
from ...models.success_data import SuccessData


def parse(response: Response) -> SuccessData:
    """The result in a successful answer."""
    return read_one(response, SuccessData)


def request(account_id: int, project_id: int, signal_session_id: str) -> Request[SuccessData, SuccessData]:
    """Remove a recorded session.

    ``DELETE /accounts/{account_id}/projects/{project_id}/signal_sessions/{signal_session_id}``

    Removes a session.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        signal_session_id: The session's id.
    """
    return Request(
        operation="deleteSignalSession",
        method="DELETE",
        path_template="/accounts/{account_id}/projects/{project_id}/signal_sessions/{signal_session_id}",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/signal_sessions/{segment('signal_session_id', signal_session_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
