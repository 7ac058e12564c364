from __future__ import annotations

from typing import TYPE_CHECKING, Never

from ...._arguments import number
from ...._models import dumps, entries
from ...._runtime import Request, Response, read
from ...models.holdout import Holdout

if TYPE_CHECKING:
    from ...models.patch_request_body import PatchRequestBody


def parse(response: Response) -> dict[str, Holdout]:
    """The result in a successful answer."""
    return read(
        response,
        "dict[str, Holdout]",
        lambda data: {k0: Holdout.from_dict(x0) for k0, x0 in entries(data).items() if x0 is not None},
    )


def request(project_id: int, holdout_id: int, *, body: list[PatchRequestBody]) -> Request[dict[str, Holdout], Never]:
    """Change a holdout.

    ``POST /projects/{project_id}/holdouts/{holdout_id}``

    Changes a holdout by a JSON patch, which is sent by POST here. Its paths begin inside of the holdout. It
    goes from draft to running to concluded; while it runs, its metrics and what it covers are fixed; once it
    is concluded, only its name can be changed, and it can be archived.

    Args:
        project_id: Number of the project.
        holdout_id: Number of the holdout.
        body: what to send.
    """
    return Request(
        operation="update_holdouts",
        method="POST",
        path_template="/projects/{project_id}/holdouts/{holdout_id}",
        path=f"/projects/{number('project_id', project_id)}/holdouts/{number('holdout_id', holdout_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json-patch+json"),
        ),
        body=dumps(body),
        parse=parse,
    )
