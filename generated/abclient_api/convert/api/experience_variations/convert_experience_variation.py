from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.experience import Experience

if TYPE_CHECKING:
    from ...models.convert_experience_variation_request_data import ConvertExperienceVariationRequestData


def parse(response: Response) -> Experience:
    """The result in a successful answer."""
    return read_one(response, Experience)


def request(
    account_id: int,
    project_id: int,
    experience_id: int,
    variation_id: int,
    *,
    body: ConvertExperienceVariationRequestData | None = None,
) -> Request[Experience, Experience]:
    """Make an experience of a variation.

    ``POST /accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/variations/{variation_id}/convert``

    Makes a new experience of a variation.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        experience_id: The experience's id.
        variation_id: The variation's id.
        body: what to send.
    """
    return Request(
        operation="convertExperienceVariation",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/variations/{variation_id}/convert",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/experiences/{number('experience_id', experience_id)}/variations/{number('variation_id', variation_id)}/convert",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
    )
