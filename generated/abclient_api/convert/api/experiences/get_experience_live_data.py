from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.live_data_events_list_response_data import LiveDataEventsListResponseData

if TYPE_CHECKING:
    from ...models.get_experience_live_data_request_data import GetExperienceLiveDataRequestData
    from ...models.live_data_event import LiveDataEvent


def parse(response: Response) -> LiveDataEventsListResponseData:
    """The result in a successful answer."""
    return read_one(response, LiveDataEventsListResponseData)


def request(
    account_id: int, project_id: int, experience_id: int, *, body: GetExperienceLiveDataRequestData | None = None
) -> Request[LiveDataEventsListResponseData, LiveDataEvent]:
    """Get live data of an experience.

    ``POST /accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/livedata``

    The last events of an experience's visitors, at most 100.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        experience_id: The experience's id.
        body: what to send.
    """
    return Request(
        operation="getExperienceLiveData",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/livedata",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/experiences/{number('experience_id', experience_id)}/livedata",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
        reads=True,
        items="data",
        page=LiveDataEventsListResponseData,
    )
