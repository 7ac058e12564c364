from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ...._arguments import number, query_string, segment, several, text
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.experience_sections_list_response_data import ExperienceSectionsListResponseData

if TYPE_CHECKING:
    from ...models.experience_section import ExperienceSection
    from ...models.update_section_request_data import UpdateSectionRequestData


def parse(response: Response) -> ExperienceSectionsListResponseData:
    """The result in a successful answer."""
    return read_one(response, ExperienceSectionsListResponseData)


def request(
    account_id: int,
    project_id: int,
    experience_id: int,
    section_id: str,
    *,
    body: UpdateSectionRequestData,
    include: Sequence[Literal["versions", "versions.changes"]] | None = None,
    expand: Sequence[Literal["versions", "versions.changes"]] | None = None,
) -> Request[ExperienceSectionsListResponseData, ExperienceSection]:
    """Change a section.

    ``POST /accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/sections/{section_id}/update``

    Changes a section of a multivariate test.

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
        operation="updateSection",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/sections/{section_id}/update",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/experiences/{number('experience_id', experience_id)}/sections/{segment('section_id', section_id)}/update",
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
        items="data",
        page=ExperienceSectionsListResponseData,
    )
