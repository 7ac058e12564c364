from __future__ import annotations

from typing import Literal

from ...._arguments import flag, number, query_string, text
from ...._runtime import Request, Response, read_one
from ...models.base_64_image import Base64Image


def parse(response: Response) -> Base64Image:
    """The result in a successful answer."""
    return read_one(response, Base64Image)


def request(
    account_id: int,
    project_id: int,
    experience_id: int,
    variation_id: int,
    *,
    size: Literal["thumb"] | None = None,
    force_download: bool | None = None,
) -> Request[Base64Image, Base64Image]:
    """Get a screenshot.

    ``GET /accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/variations/{variation_id}/screenshot``

    The screenshot of a variation.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        experience_id: The experience's id.
        variation_id: The variation's id.
        size: A small one.
        force_download: Whether browsers are to store it rather than to show it.
    """
    return Request(
        operation="getExperienceVariationScreenshot",
        method="GET",
        path_template="/accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/variations/{variation_id}/screenshot",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/experiences/{number('experience_id', experience_id)}/variations/{number('variation_id', variation_id)}/screenshot",
        query=query_string(
            ("size", size, text),
            ("force_download", force_download, flag),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
    )
