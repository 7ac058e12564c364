from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ...._arguments import number, query_string, segment, several, text
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.experience_section_version_response_data import ExperienceSectionVersionResponseData

if TYPE_CHECKING:
    from ...models.create_section_version_request_data import CreateSectionVersionRequestData


def parse(response: Response) -> ExperienceSectionVersionResponseData:
    """The result in a successful answer."""
    return read_one(response, ExperienceSectionVersionResponseData)


def request(
    account_id: int,
    project_id: int,
    experience_id: int,
    section_id: str,
    *,
    body: CreateSectionVersionRequestData,
    include: Sequence[Literal["changes"]] | None = None,
    expand: Sequence[Literal["changes"]] | None = None,
) -> Request[ExperienceSectionVersionResponseData, ExperienceSectionVersionResponseData]:
    """Add a version.

    ``POST /accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/sections/{section_id}/versions/add``

    Adds a version to a section.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        experience_id: The experience's id.
        section_id: The section's id, of one or two characters.
        body: what to send.
        include: Fields that are left out unless they are named here.
        expand: Fields in which objects are given in place of their ids.
    """
    return Request(
        operation="addExperienceSectionVersion",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/sections/{section_id}/versions/add",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/experiences/{number('experience_id', experience_id)}/sections/{segment('section_id', section_id)}/versions/add",
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
