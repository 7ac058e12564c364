from __future__ import annotations

from ...._models import items
from ...._runtime import Request, Response, Sender, query_string, read
from ...models.subject_access_request import SubjectAccessRequest


def parse(response: Response) -> list[SubjectAccessRequest]:
    """The result in a successful answer."""
    return read(
        response,
        "list[SubjectAccessRequest]",
        lambda data: [SubjectAccessRequest.from_dict(x0) for x0 in items(data) if x0 is not None],
    )


def request(
    *, page: int | None = None, per_page: int | None = None
) -> Request[list[SubjectAccessRequest], SubjectAccessRequest]:
    """List subject access requests.

    ``GET /subject-access-requests``

    The requests of the token's account, page by page.

    Args:
        page: Number of the page, counted from 1. The Link header of the answer names the next one. The vendor's
            default: 1.
        per_page: Items in a page, at most 100. The vendor's default: 25.
    """
    return Request(
        operation="list_sar_requests_by_account",
        method="GET",
        path_template="/subject-access-requests",
        path="/subject-access-requests",
        query=query_string(
            ("page", page),
            ("per_page", per_page),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        success=(200,),
    )


async def asyncio(
    client: Sender, *, page: int | None = None, per_page: int | None = None
) -> list[SubjectAccessRequest]:
    """As :func:`request`, sent by ``client``: waits for the result."""
    return await client.send(request(page=page, per_page=per_page))
