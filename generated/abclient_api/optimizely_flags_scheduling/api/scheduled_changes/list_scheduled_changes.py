from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Literal

from ...._arguments import moment, number, query_string, segment, text, whole
from ...._runtime import Request, Response, read_one
from ...models.paginated_schedules_response import PaginatedSchedulesResponse

if TYPE_CHECKING:
    from ...models.scheduled_change import ScheduledChange


def parse(response: Response) -> PaginatedSchedulesResponse:
    """The result in a successful answer."""
    return read_one(response, PaginatedSchedulesResponse)


def request(
    project_id: int,
    flag_key: str,
    *,
    environment: str | None = None,
    scheduled_from: datetime.datetime | None = None,
    scheduled_till: datetime.datetime | None = None,
    page_no: int | None = None,
    page_size: int | None = None,
    applies_to: str | None = None,
    order: Literal["asc", "desc"] | None = None,
) -> Request[PaginatedSchedulesResponse, ScheduledChange]:
    """List the scheduled changes of a flag.

    ``GET /projects/{project_id}/flags/{flag_key}/schedules``

    Scheduled changes of a flag, page by page. The last page says has_more false.

    Args:
        project_id: Number of the project.
        flag_key: Key of the flag.
        environment: Only those in this environment, by its key.
        scheduled_from: Only those that are due after this time.
        scheduled_till: Only those that are due before this time.
        page_no: Number of the page, from 1. The vendor's default: 1.
        page_size: Size of the page. The vendor's default: 100.
        applies_to: Only those with an action on this rule or flag, by its key.
        order: Whether the earliest or the latest comes first.
    """
    return Request(
        operation="list_scheduled_changes",
        method="GET",
        path_template="/projects/{project_id}/flags/{flag_key}/schedules",
        path=f"/projects/{number('project_id', project_id)}/flags/{segment('flag_key', flag_key)}/schedules",
        query=query_string(
            ("environment", environment, text),
            ("scheduled_from", scheduled_from, moment),
            ("scheduled_till", scheduled_till, moment),
            ("page_no", page_no, whole(1)),
            ("page_size", page_size, whole(1, 1000)),
            ("applies_to", applies_to, text),
            ("order", order, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="items",
        page=PaginatedSchedulesResponse,
    )
