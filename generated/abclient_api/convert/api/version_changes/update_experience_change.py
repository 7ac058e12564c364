from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.experience_change import ExperienceChange

if TYPE_CHECKING:
    from ...models.update_experience_change_request_data import UpdateExperienceChangeRequestData


def parse(response: Response) -> ExperienceChange:
    """The result in a successful answer."""
    return read_one(response, ExperienceChange)


def request(
    account_id: int, project_id: int, experience_id: int, change_id: int, *, body: UpdateExperienceChangeRequestData
) -> Request[ExperienceChange, ExperienceChange]:
    """Change a change.

    ``PUT /accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/changes/{change_id}``

    Replaces what a variation changes.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        experience_id: The experience's id.
        change_id: The change's id.
        body: what to send.
    """
    return Request(
        operation="updateExperienceChange",
        method="PUT",
        path_template="/accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/changes/{change_id}",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/experiences/{number('experience_id', experience_id)}/changes/{number('change_id', change_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
