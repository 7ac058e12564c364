from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ...._arguments import number, query_string, several, text
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.experience_sections_list_response_data import ExperienceSectionsListResponseData

if TYPE_CHECKING:
    from ...models.experience_section import ExperienceSection
    from ...models.update_experience_sections_request_data import UpdateExperienceSectionsRequestData


def parse(response: Response) -> ExperienceSectionsListResponseData:
    """The result in a successful answer."""
    return read_one(response, ExperienceSectionsListResponseData)


def request(
    account_id: int,
    project_id: int,
    experience_id: int,
    *,
    body: UpdateExperienceSectionsRequestData,
    include: Sequence[Literal["versions", "versions.changes"]] | None = None,
    expand: Sequence[Literal["versions", "versions.changes"]] | None = None,
) -> Request[ExperienceSectionsListResponseData, ExperienceSection]:
    """Replace all sections.

    ``POST /accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/sections/update``

    Replaces the sections of a multivariate test: one that is not named is removed.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        experience_id: The experience's id.
        body: what to send.
        include: Fields that are left out unless they are named here.
        expand: Fields in which objects are given in place of their ids.
    """
    return Request(
        operation="updateExperienceSections",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/sections/update",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/experiences/{number('experience_id', experience_id)}/sections/update",
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
