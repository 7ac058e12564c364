from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.live_data_events_list_response_data import LiveDataEventsListResponseData

if TYPE_CHECKING:
    from ...models.get_project_live_data_request_data import GetProjectLiveDataRequestData
    from ...models.live_data_event import LiveDataEvent


def parse(response: Response) -> LiveDataEventsListResponseData:
    """The result in a successful answer."""
    return read_one(response, LiveDataEventsListResponseData)


def request(
    account_id: int, project_id: int, *, body: GetProjectLiveDataRequestData | None = None
) -> Request[LiveDataEventsListResponseData, LiveDataEvent]:
    """Get live data of a project.

    ``POST /accounts/{account_id}/projects/{project_id}/livedata``

    The last events of a project's visitors, at most 100.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="getProjectLiveData",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/livedata",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/livedata",
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
