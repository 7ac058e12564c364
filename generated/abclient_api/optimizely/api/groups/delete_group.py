from __future__ import annotations

from typing import Never

from ...._arguments import number
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(group_id: int) -> Request[None, Never]:
    """Archive an exclusion group.

    ``DELETE /groups/{group_id}``

    DELETE archives: the group keeps existing and can be read. There is no body.

    Args:
        group_id: Identifier of the exclusion group.
    """
    return Request(
        operation="delete_group",
        method="DELETE",
        path_template="/groups/{group_id}",
        path=f"/groups/{number('group_id', group_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
