from __future__ import annotations

from typing import TYPE_CHECKING, Never

from ...._arguments import number
from ...._models import dumps, entries
from ...._runtime import Request, Response, read
from ...models.flag import Flag

if TYPE_CHECKING:
    from ...models.patch_request_body import PatchRequestBody


def parse(response: Response) -> dict[str, Flag]:
    """The result in a successful answer."""
    return read(
        response,
        "dict[str, Flag]",
        lambda data: {k0: Flag.from_dict(x0) for k0, x0 in entries(data).items() if x0 is not None},
    )


def request(project_id: int, *, body: list[PatchRequestBody]) -> Request[dict[str, Flag], Never]:
    """Change flags.

    ``PATCH /projects/{project_id}/flags``

    Changes flags by a JSON patch whose paths begin with the key of a flag. What is read-only or unknown in it
    is ignored.

    Args:
        project_id: Number of the project.
        body: what to send.
    """
    return Request(
        operation="update_flags",
        method="PATCH",
        path_template="/projects/{project_id}/flags",
        path=f"/projects/{number('project_id', project_id)}/flags",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json-patch+json"),
        ),
        body=dumps(body),
        parse=parse,
    )
