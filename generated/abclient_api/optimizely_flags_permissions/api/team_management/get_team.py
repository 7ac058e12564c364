from __future__ import annotations

from ...._arguments import number, segment
from ...._runtime import Request, Response, read_one
from ...models.team_info_response import TeamInfoResponse


def parse(response: Response) -> TeamInfoResponse:
    """The result in a successful answer."""
    return read_one(response, TeamInfoResponse)


def request(account_id: int, team_id: str) -> Request[TeamInfoResponse, TeamInfoResponse]:
    """Get a team.

    ``GET /accounts/{account_id}/teams/{team_id}``

    One team with its members.

    Args:
        account_id: Number of the account.
        team_id: Identifier of the team.
    """
    return Request(
        operation="get_team",
        method="GET",
        path_template="/accounts/{account_id}/teams/{team_id}",
        path=f"/accounts/{number('account_id', account_id)}/teams/{segment('team_id', team_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
