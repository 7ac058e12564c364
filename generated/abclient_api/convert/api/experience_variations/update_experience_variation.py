from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.experience_variation import ExperienceVariation

if TYPE_CHECKING:
    from ...models.update_experience_variation_request_data import UpdateExperienceVariationRequestData


def parse(response: Response) -> ExperienceVariation:
    """The result in a successful answer."""
    return read_one(response, ExperienceVariation)


def request(
    account_id: int,
    project_id: int,
    experience_id: int,
    variation_id: int,
    *,
    body: UpdateExperienceVariationRequestData | None = None,
) -> Request[ExperienceVariation, ExperienceVariation]:
    """Change a variation.

    ``PUT /accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/variations/{variation_id}/update``

    Changes the fields that are given. Changes that are given replace those that were there.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        experience_id: The experience's id.
        variation_id: The variation's id.
        body: what to send.
    """
    return Request(
        operation="updateExperienceVariation",
        method="PUT",
        path_template="/accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/variations/{variation_id}/update",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/experiences/{number('experience_id', experience_id)}/variations/{number('variation_id', variation_id)}/update",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
    )
