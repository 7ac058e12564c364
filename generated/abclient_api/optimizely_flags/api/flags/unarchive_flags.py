from __future__ import annotations

from typing import TYPE_CHECKING, Never

from ...._arguments import number
from ...._models import dumps, entries
from ...._runtime import Request, Response, read
from ...models.flag import Flag

if TYPE_CHECKING:
    from ...models.bulk_operations_request_body import BulkOperationsRequestBody


def parse(response: Response) -> dict[str, Flag]:
    """The result in a successful answer."""
    return read(
        response,
        "dict[str, Flag]",
        lambda data: {k0: Flag.from_dict(x0) for k0, x0 in entries(data).items() if x0 is not None},
    )


def request(project_id: int, *, body: BulkOperationsRequestBody) -> Request[dict[str, Flag], Never]:
    """Unarchive flags.

    ``POST /projects/{project_id}/flags/unarchived``

    Brings flags back from the archive.

    Args:
        project_id: Number of the project.
        body: what to send.
    """
    return Request(
        operation="unarchive_flags",
        method="POST",
        path_template="/projects/{project_id}/flags/unarchived",
        path=f"/projects/{number('project_id', project_id)}/flags/unarchived",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
