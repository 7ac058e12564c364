from __future__ import annotations

from typing import TYPE_CHECKING, Never

from ...._arguments import number
from ...._models import dumps, entries
from ...._runtime import Request, Response, read
from ...models.group import Group

if TYPE_CHECKING:
    from ...models.patch_request_body import PatchRequestBody


def parse(response: Response) -> dict[str, Group]:
    """The result in a successful answer."""
    return read(
        response,
        "dict[str, Group]",
        lambda data: {k0: Group.from_dict(x0) for k0, x0 in entries(data).items() if x0 is not None},
    )


def request(project_id: int, *, body: list[PatchRequestBody]) -> Request[dict[str, Group], Never]:
    """Change exclusion groups.

    ``PATCH /projects/{project_id}/groups``

    Changes exclusion groups by a JSON patch whose paths begin with the number of a group.

    Args:
        project_id: Number of the project.
        body: what to send.
    """
    return Request(
        operation="update_groups",
        method="PATCH",
        path_template="/projects/{project_id}/groups",
        path=f"/projects/{number('project_id', project_id)}/groups",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json-patch+json"),
        ),
        body=dumps(body),
        parse=parse,
    )
