from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_list
from ...models.team_info import TeamInfo


def parse(response: Response) -> list[TeamInfo]:
    """The result in a successful answer."""
    return read_list(response, TeamInfo)


def request(account_id: int) -> Request[list[TeamInfo], TeamInfo]:
    """List teams.

    ``GET /accounts/{account_id}/teams``

    Teams of an account, all at once.

    Args:
        account_id: Number of the account.
    """
    return Request(
        operation="list_teams",
        method="GET",
        path_template="/accounts/{account_id}/teams",
        path=f"/accounts/{number('account_id', account_id)}/teams",
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=TeamInfo,
    )
