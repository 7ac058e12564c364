from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.environment import Environment

if TYPE_CHECKING:
    from ...models.environment_update import EnvironmentUpdate


def parse(response: Response) -> Environment:
    """The result in a successful answer."""
    return read_one(response, Environment)


def request(environment_id: int, *, body: EnvironmentUpdate) -> Request[Environment, Environment]:
    """Change an environment.

    ``PATCH /environments/{environment_id}``

    Changes the fields sent.

    Args:
        environment_id: Identifier of the environment.
        body: what to send.
    """
    return Request(
        operation="update_environment",
        method="PATCH",
        path_template="/environments/{environment_id}",
        path=f"/environments/{number('environment_id', environment_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
