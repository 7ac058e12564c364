from __future__ import annotations

from ...._models import items
from ...._runtime import Request, Response, Sender, query_string, read
from ...models.list_attribute import ListAttribute


def parse(response: Response) -> list[ListAttribute]:
    """The result in a successful answer."""
    return read(
        response,
        "list[ListAttribute]",
        lambda data: [ListAttribute.from_dict(x0) for x0 in items(data) if x0 is not None],
    )


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
            ("project_id", project_id),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        success=(200,),
    )


async def asyncio(client: Sender, *, project_id: int) -> list[ListAttribute]:
    """As :func:`request`, sent by ``client``: waits for the result."""
    return await client.send(request(project_id=project_id))
