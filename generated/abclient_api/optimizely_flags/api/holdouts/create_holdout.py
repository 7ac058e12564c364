from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.holdout import Holdout

if TYPE_CHECKING:
    from ...models.holdout_request_body import HoldoutRequestBody


def parse(response: Response) -> Holdout:
    """The result in a successful answer."""
    return read_one(response, Holdout)


def request(project_id: int, *, body: HoldoutRequestBody) -> Request[Holdout, Holdout]:
    """Create a holdout.

    ``POST /projects/{project_id}/holdouts``

    Makes a holdout, as a draft.

    Args:
        project_id: Number of the project.
        body: what to send.
    """
    return Request(
        operation="create_holdout",
        method="POST",
        path_template="/projects/{project_id}/holdouts",
        path=f"/projects/{number('project_id', project_id)}/holdouts",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
