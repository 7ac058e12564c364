from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.group import Group

if TYPE_CHECKING:
    from ...models.group_update import GroupUpdate


def parse(response: Response) -> Group:
    """The result in a successful answer."""
    return read_one(response, Group)


def request(group_id: int, *, body: GroupUpdate) -> Request[Group, Group]:
    """Change an exclusion group.

    ``PATCH /groups/{group_id}``

    Changes the fields sent.

    Args:
        group_id: Identifier of the exclusion group.
        body: what to send.
    """
    return Request(
        operation="update_group",
        method="PATCH",
        path_template="/groups/{group_id}",
        path=f"/groups/{number('group_id', group_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
