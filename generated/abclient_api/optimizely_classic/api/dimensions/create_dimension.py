from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.dimension import Dimension

if TYPE_CHECKING:
    from ...models.dimension_create import DimensionCreate


def parse(response: Response) -> Dimension:
    """The result in a successful answer."""
    return read_one(response, Dimension)


def request(project_id: int, *, body: DimensionCreate) -> Request[Dimension, Dimension]:
    """Create a dimension.

    ``POST /projects/{project_id}/dimensions``

    Adds a dimension to the project. A `name` or `client_api_name` that exists already is answered with 400.
    Values for visitors are tracked only through client-side APIs.

    Args:
        project_id: Id of the project.
        body: what to send.
    """
    return Request(
        operation="createDimension",
        method="POST",
        path_template="/projects/{project_id}/dimensions",
        path=f"/projects/{number('project_id', project_id)}/dimensions",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
