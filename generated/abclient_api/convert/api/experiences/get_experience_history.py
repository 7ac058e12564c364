from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.change_history_list_response_data import ChangeHistoryListResponseData

if TYPE_CHECKING:
    from ...models.change_history import ChangeHistory
    from ...models.get_experience_history_request_data import GetExperienceHistoryRequestData


def parse(response: Response) -> ChangeHistoryListResponseData:
    """The result in a successful answer."""
    return read_one(response, ChangeHistoryListResponseData)


def request(
    account_id: int, project_id: int, experience_id: int, *, body: GetExperienceHistoryRequestData | None = None
) -> Request[ChangeHistoryListResponseData, ChangeHistory]:
    """List changes of an experience.

    ``POST /accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/change-history``

    One page of what was changed in an experience, and by whom.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        experience_id: The experience's id.
        body: what to send.
    """
    return Request(
        operation="getExperienceHistory",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/change-history",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/experiences/{number('experience_id', experience_id)}/change-history",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
        reads=True,
        items="data",
        page=ChangeHistoryListResponseData,
    )
