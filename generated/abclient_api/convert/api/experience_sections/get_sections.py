from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ...._arguments import number, query_string, several, text
from ...._runtime import Request, Response, read_one
from ...models.experience_sections_list_response_data import ExperienceSectionsListResponseData

if TYPE_CHECKING:
    from ...models.experience_section import ExperienceSection


def parse(response: Response) -> ExperienceSectionsListResponseData:
    """The result in a successful answer."""
    return read_one(response, ExperienceSectionsListResponseData)


def request(
    account_id: int,
    project_id: int,
    experience_id: int,
    *,
    include: Sequence[Literal["versions", "versions.changes"]] | None = None,
    expand: Sequence[Literal["versions", "versions.changes"]] | None = None,
) -> Request[ExperienceSectionsListResponseData, ExperienceSection]:
    """List sections.

    ``GET /accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/sections``

    The sections of a multivariate test.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        experience_id: The experience's id.
        include: Fields that are left out unless they are named here.
        expand: Fields in which objects are given in place of their ids.
    """
    return Request(
        operation="getSections",
        method="GET",
        path_template="/accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/sections",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/experiences/{number('experience_id', experience_id)}/sections",
        query=query_string(
            ("include[]", include, several(text)),
            ("expand[]", expand, several(text)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="data",
        page=ExperienceSectionsListResponseData,
    )
