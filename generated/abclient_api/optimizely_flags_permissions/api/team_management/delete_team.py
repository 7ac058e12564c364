from __future__ import annotations

from typing import Never

from ...._arguments import number, segment
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(account_id: int, team_id: str) -> Request[None, Never]:
    """Delete a team.

    ``DELETE /accounts/{account_id}/teams/{team_id}``

    Deletes a team for good.

    Args:
        account_id: Number of the account.
        team_id: Identifier of the team.
    """
    return Request(
        operation="delete_team",
        method="DELETE",
        path_template="/accounts/{account_id}/teams/{team_id}",
        path=f"/accounts/{number('account_id', account_id)}/teams/{segment('team_id', team_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
