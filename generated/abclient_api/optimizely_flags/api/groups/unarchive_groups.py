from __future__ import annotations

from typing import TYPE_CHECKING, Never

from ...._arguments import number
from ...._models import dumps, entries
from ...._runtime import Request, Response, read
from ...models.group import Group

if TYPE_CHECKING:
    from ...models.bulk_operations_request_body import BulkOperationsRequestBody


def parse(response: Response) -> dict[str, Group]:
    """The result in a successful answer."""
    return read(
        response,
        "dict[str, Group]",
        lambda data: {k0: Group.from_dict(x0) for k0, x0 in entries(data).items() if x0 is not None},
    )


def request(project_id: int, *, body: BulkOperationsRequestBody) -> Request[dict[str, Group], Never]:
    """Unarchive exclusion groups.

    ``POST /projects/{project_id}/groups/unarchived``

    Brings exclusion groups back from the archive; they are named by number, as text.

    Args:
        project_id: Number of the project.
        body: what to send.
    """
    return Request(
        operation="unarchive_groups",
        method="POST",
        path_template="/projects/{project_id}/groups/unarchived",
        path=f"/projects/{number('project_id', project_id)}/groups/unarchived",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
