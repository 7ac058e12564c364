from __future__ import annotations

from ...._arguments import query_string, whole
from ...._runtime import Request, Response, read_list
from ...models.subject_access_request import SubjectAccessRequest


def parse(response: Response) -> list[SubjectAccessRequest]:
    """The result in a successful answer."""
    return read_list(response, SubjectAccessRequest)


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
            ("page", page, whole(1)),
            ("per_page", per_page, whole(1, 100)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=SubjectAccessRequest,
    )
