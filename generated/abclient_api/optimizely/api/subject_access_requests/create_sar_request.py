from __future__ import annotations

from typing import TYPE_CHECKING

from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.subject_access_request import SubjectAccessRequest

if TYPE_CHECKING:
    from ...models.subject_access_request_create import SubjectAccessRequestCreate


def parse(response: Response) -> SubjectAccessRequest:
    """The result in a successful answer."""
    return read_one(response, SubjectAccessRequest)


def request(*, body: SubjectAccessRequestCreate) -> Request[SubjectAccessRequest, SubjectAccessRequest]:
    """Submit a subject access request.

    ``POST /subject-access-requests``

    Submits a request. One of type delete removes data for good.

    Args:
        body: what to send.
    """
    return Request(
        operation="create_sar_request",
        method="POST",
        path_template="/subject-access-requests",
        path="/subject-access-requests",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
