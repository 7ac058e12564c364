from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.experiences_list_response_data import ExperiencesListResponseData

if TYPE_CHECKING:
    from ...models.experience import Experience
    from ...models.get_experiences_list_request_data import GetExperiencesListRequestData


def parse(response: Response) -> ExperiencesListResponseData:
    """The result in a successful answer."""
    return read_one(response, ExperiencesListResponseData)


def request(
    account_id: int, project_id: int, *, body: GetExperiencesListRequestData | None = None
) -> Request[ExperiencesListResponseData, Experience]:
    """List experiences.

    ``POST /accounts/{account_id}/projects/{project_id}/experiences``

    One page of the project's experiences.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="getExperiencesList",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/experiences",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/experiences",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
        reads=True,
        items="data",
        page=ExperiencesListResponseData,
    )
