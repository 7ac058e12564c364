from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.subject_access_request import SubjectAccessRequest


def parse(response: Response) -> SubjectAccessRequest:
    """The result in a successful answer."""
    return read_one(response, SubjectAccessRequest)


def request(request_id: int) -> Request[SubjectAccessRequest, SubjectAccessRequest]:
    """Get a subject access request.

    ``GET /subject-access-requests/{request_id}``

    One request by its identifier, with its progress.

    Args:
        request_id: Identifier of the request.
    """
    return Request(
        operation="get_sar_request",
        method="GET",
        path_template="/subject-access-requests/{request_id}",
        path=f"/subject-access-requests/{number('request_id', request_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
