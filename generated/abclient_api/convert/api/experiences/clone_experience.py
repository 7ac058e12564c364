from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ...._arguments import number, query_string, several, text
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.experience import Experience

if TYPE_CHECKING:
    from ...models.clone_experience_request_data import CloneExperienceRequestData


def parse(response: Response) -> Experience:
    """The result in a successful answer."""
    return read_one(response, Experience)


def request(
    account_id: int,
    project_id: int,
    experience_id: int,
    *,
    body: CloneExperienceRequestData | None = None,
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
    """Copy an experience.

    ``POST /accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/clone``

    Makes a draft with the same variations, audiences, locations and goals.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        experience_id: The experience's id.
        body: what to send.
        include: Fields that are left out unless they are named here.
        expand: Fields in which objects are given in place of their ids.
    """
    return Request(
        operation="cloneExperience",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/clone",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/experiences/{number('experience_id', experience_id)}/clone",
        query=query_string(
            ("include[]", include, several(text)),
            ("expand[]", expand, several(text)),
        ),
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
    )
