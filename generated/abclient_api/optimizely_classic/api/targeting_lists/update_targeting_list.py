from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.targeting_list import TargetingList

if TYPE_CHECKING:
    from ...models.targeting_list_update import TargetingListUpdate


def parse(response: Response) -> TargetingList:
    """The result in a successful answer."""
    return read_one(response, TargetingList)


def request(targeting_list_id: int, *, body: TargetingListUpdate) -> Request[TargetingList, TargetingList]:
    """Overwrite a targeting list.

    ``PUT /targeting_lists/{targeting_list_id}``

    Replaces the whole list, unlike the other updates: the same fields are required as on creation. `name` and
    `format` must be sent and keep their values.

    Args:
        targeting_list_id: Id of the targeting list.
        body: what to send.
    """
    return Request(
        operation="updateTargetingList",
        method="PUT",
        path_template="/targeting_lists/{targeting_list_id}",
        path=f"/targeting_lists/{number('targeting_list_id', targeting_list_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
