from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ...._arguments import number, query_string, segment, several, text
from ...._runtime import Request, Response, read_one
from ...models.experience import Experience


def parse(response: Response) -> Experience:
    """The result in a successful answer."""
    return read_one(response, Experience)


def request(
    account_id: int,
    project_id: int,
    experience_key: str,
    *,
    include: Sequence[
        Literal[
            "alerts",
            "goals",
            "stats",
            "variations",
            "variations.changes",
            "min_running_timestamp",
            "max_running_timestamp",
            "audiences",
            "locations",
            "collaborators",
        ]
    ]
    | None = None,
    expand: Sequence[Literal["project", "audiences", "goals", "locations", "variations", "variations.changes", "tags"]]
    | None = None,
) -> Request[Experience, Experience]:
    """Get an experience by its key.

    ``GET /accounts/{account_id}/projects/{project_id}/experiences/{experience_key}``

    Reads one experience.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        experience_key: The experience's key.
        include: Fields that are left out unless they are named here.
        expand: Fields in which objects are given in place of their ids.
    """
    return Request(
        operation="getExperienceByKey",
        method="GET",
        path_template="/accounts/{account_id}/projects/{project_id}/experiences/{experience_key}",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/experiences/{segment('experience_key', experience_key)}",
        query=query_string(
            ("include[]", include, several(text)),
            ("expand[]", expand, several(text)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
    )
