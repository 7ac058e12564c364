from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.team_create_response import TeamCreateResponse

if TYPE_CHECKING:
    from ...models.team_create_request import TeamCreateRequest


def parse(response: Response) -> TeamCreateResponse:
    """The result in a successful answer."""
    return read_one(response, TeamCreateResponse)


def request(account_id: int, *, body: TeamCreateRequest) -> Request[TeamCreateResponse, TeamCreateResponse]:
    """Create a team.

    ``POST /accounts/{account_id}/teams``

    Makes a team, with members if wanted.

    Args:
        account_id: Number of the account.
        body: what to send.
    """
    return Request(
        operation="create_team",
        method="POST",
        path_template="/accounts/{account_id}/teams",
        path=f"/accounts/{number('account_id', account_id)}/teams",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
