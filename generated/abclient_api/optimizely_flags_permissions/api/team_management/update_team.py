from __future__ import annotations

from typing import TYPE_CHECKING, Never

from ...._arguments import number, segment
from ...._models import dumps
from ...._runtime import Request, Response, read_empty

if TYPE_CHECKING:
    from ...models.team_update_request import TeamUpdateRequest


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(account_id: int, team_id: str, *, body: TeamUpdateRequest) -> Request[None, Never]:
    """Change a team.

    ``PATCH /accounts/{account_id}/teams/{team_id}``

    Changes a team; members are added and removed one by one.

    Args:
        account_id: Number of the account.
        team_id: Identifier of the team.
        body: what to send.
    """
    return Request(
        operation="update_team",
        method="PATCH",
        path_template="/accounts/{account_id}/teams/{team_id}",
        path=f"/accounts/{number('account_id', account_id)}/teams/{segment('team_id', team_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
