from __future__ import annotations

from typing import TYPE_CHECKING

from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.group import Group

if TYPE_CHECKING:
    from ...models.group_create import GroupCreate


def parse(response: Response) -> Group:
    """The result in a successful answer."""
    return read_one(response, Group)


def request(*, body: GroupCreate) -> Request[Group, Group]:
    """Create an exclusion group.

    ``POST /groups``

    Creates an exclusion group in the project the body names.

    Args:
        body: what to send.
    """
    return Request(
        operation="create_group",
        method="POST",
        path_template="/groups",
        path="/groups",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
