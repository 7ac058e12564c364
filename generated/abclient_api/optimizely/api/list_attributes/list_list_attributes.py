from __future__ import annotations

from ...._arguments import query_string, whole
from ...._runtime import Request, Response, read_list
from ...models.list_attribute import ListAttribute


def parse(response: Response) -> list[ListAttribute]:
    """The result in a successful answer."""
    return read_list(response, ListAttribute)


def request(*, project_id: int) -> Request[list[ListAttribute], ListAttribute]:
    """List list attributes.

    ``GET /list_attributes``

    All list attributes of a project. This list has no pages.

    Args:
        project_id: Project whose items are listed.
    """
    return Request(
        operation="list_list_attributes",
        method="GET",
        path_template="/list_attributes",
        path="/list_attributes",
        query=query_string(
            ("project_id", project_id, whole(0)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=ListAttribute,
    )
