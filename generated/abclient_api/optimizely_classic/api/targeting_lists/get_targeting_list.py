from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.targeting_list import TargetingList


def parse(response: Response) -> TargetingList:
    """The result in a successful answer."""
    return read_one(response, TargetingList)


def request(targeting_list_id: int) -> Request[TargetingList, TargetingList]:
    """Read a targeting list.

    ``GET /targeting_lists/{targeting_list_id}``

    Metadata of one list. Its content is not returned.

    Args:
        targeting_list_id: Id of the targeting list.
    """
    return Request(
        operation="getTargetingList",
        method="GET",
        path_template="/targeting_lists/{targeting_list_id}",
        path=f"/targeting_lists/{number('targeting_list_id', targeting_list_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
