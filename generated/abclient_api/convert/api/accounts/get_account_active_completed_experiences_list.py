from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.experiences_list_response_data import ExperiencesListResponseData

if TYPE_CHECKING:
    from ...models.account_experiences_list_request_data import AccountExperiencesListRequestData
    from ...models.experience import Experience


def parse(response: Response) -> ExperiencesListResponseData:
    """The result in a successful answer."""
    return read_one(response, ExperiencesListResponseData)


def request(
    account_id: int, *, body: AccountExperiencesListRequestData | None = None
) -> Request[ExperiencesListResponseData, Experience]:
    """List running and completed experiences of an account.

    ``POST /accounts/{account_id}/experiences``

    One page of the active and completed experiences of all projects of an account.

    Args:
        account_id: The account's id.
        body: what to send.
    """
    return Request(
        operation="getAccountActiveCompletedExperiencesList",
        method="POST",
        path_template="/accounts/{account_id}/experiences",
        path=f"/accounts/{number('account_id', account_id)}/experiences",
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
