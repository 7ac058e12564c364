from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ...._arguments import number, query_string, several, text
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.experience import Experience

if TYPE_CHECKING:
    from ...models.update_experience_request_data import UpdateExperienceRequestData


def parse(response: Response) -> Experience:
    """The result in a successful answer."""
    return read_one(response, Experience)


def request(
    account_id: int,
    project_id: int,
    experience_id: int,
    *,
    body: UpdateExperienceRequestData,
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
    """Change an experience.

    ``POST /accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/update``

    Changes the fields that are given. Lists that are given replace those that were there: a variation that is
    not named is removed with its data.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        experience_id: The experience's id.
        body: what to send.
        include: Fields that are left out unless they are named here.
        expand: Fields in which objects are given in place of their ids.
    """
    return Request(
        operation="updateExperience",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/update",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/experiences/{number('experience_id', experience_id)}/update",
        query=query_string(
            ("include[]", include, several(text)),
            ("expand[]", expand, several(text)),
        ),
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
