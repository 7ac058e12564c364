from __future__ import annotations

from typing import Never

from ...._arguments import number
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(targeting_list_id: int) -> Request[None, Never]:
    """Delete a targeting list.

    ``DELETE /targeting_lists/{targeting_list_id}``

    Removes the list for good.

    Args:
        targeting_list_id: Id of the targeting list.
    """
    return Request(
        operation="deleteTargetingList",
        method="DELETE",
        path_template="/targeting_lists/{targeting_list_id}",
        path=f"/targeting_lists/{number('targeting_list_id', targeting_list_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
