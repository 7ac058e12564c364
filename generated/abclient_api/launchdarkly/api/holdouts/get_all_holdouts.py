from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import query_string, segment, whole
from ...._runtime import Request, Response, read_one
from ...models.holdouts_collection_rep import HoldoutsCollectionRep

if TYPE_CHECKING:
    from ...models.simple_holdout_rep import SimpleHoldoutRep


def parse(response: Response) -> HoldoutsCollectionRep:
    """The result in a successful answer."""
    return read_one(response, HoldoutsCollectionRep)


def request(
    project_key: str, environment_key: str, *, limit: int | None = None, offset: int | None = None
) -> Request[HoldoutsCollectionRep, SimpleHoldoutRep]:
    """List holdouts.

    ``GET /api/v2/projects/{projectKey}/environments/{environmentKey}/holdouts``

    One page of the holdouts of an environment, 20 by default.

    Args:
        project_key: The project's key.
        environment_key: The environment's key.
        limit: How many items a page may hold. The vendor's default: 20.
        offset: How many items to skip, counted from the first.
    """
    return Request(
        operation="getAllHoldouts",
        method="GET",
        path_template="/api/v2/projects/{projectKey}/environments/{environmentKey}/holdouts",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/environments/{segment('environment_key', environment_key)}/holdouts",
        query=query_string(
            ("limit", limit, whole(1)),
            ("offset", offset, whole(0)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="items",
        page=HoldoutsCollectionRep,
    )
