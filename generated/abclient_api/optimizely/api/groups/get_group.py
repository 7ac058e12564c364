from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.group import Group


def parse(response: Response) -> Group:
    """The result in a successful answer."""
    return read_one(response, Group)


def request(group_id: int) -> Request[Group, Group]:
    """Get an exclusion group.

    ``GET /groups/{group_id}``

    One exclusion group by its identifier.

    Args:
        group_id: Identifier of the exclusion group.
    """
    return Request(
        operation="get_group",
        method="GET",
        path_template="/groups/{group_id}",
        path=f"/groups/{number('group_id', group_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
