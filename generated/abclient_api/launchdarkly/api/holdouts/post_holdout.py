from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.holdout_rep import HoldoutRep

if TYPE_CHECKING:
    from ...models.holdout_post_request import HoldoutPostRequest


def parse(response: Response) -> HoldoutRep:
    """The result in a successful answer."""
    return read_one(response, HoldoutRep)


def request(project_key: str, environment_key: str, *, body: HoldoutPostRequest) -> Request[HoldoutRep, HoldoutRep]:
    """Create a holdout.

    ``POST /api/v2/projects/{projectKey}/environments/{environmentKey}/holdouts``

    Creates a holdout with the experiment that measures it.

    Args:
        project_key: The project's key.
        environment_key: The environment's key.
        body: what to send.
    """
    return Request(
        operation="postHoldout",
        method="POST",
        path_template="/api/v2/projects/{projectKey}/environments/{environmentKey}/holdouts",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/environments/{segment('environment_key', environment_key)}/holdouts",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
