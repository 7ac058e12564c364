from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ...._arguments import number, query_string, several, text
from ...._runtime import Request, Response, read_one
from ...models.audience import Audience


def parse(response: Response) -> Audience:
    """The result in a successful answer."""
    return read_one(response, Audience)


def request(
    account_id: int,
    project_id: int,
    audience_id: int,
    *,
    include: Sequence[Literal["rules", "stats.experiences_usage"]] | None = None,
) -> Request[Audience, Audience]:
    """Get an audience.

    ``GET /accounts/{account_id}/projects/{project_id}/audiences/{audience_id}``

    Reads one audience.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        audience_id: The audience's id.
        include: Fields that are left out unless they are named here.
    """
    return Request(
        operation="getAudience",
        method="GET",
        path_template="/accounts/{account_id}/projects/{project_id}/audiences/{audience_id}",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/audiences/{number('audience_id', audience_id)}",
        query=query_string(
            ("include[]", include, several(text)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
    )
