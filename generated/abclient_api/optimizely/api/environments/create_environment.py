from __future__ import annotations

from typing import TYPE_CHECKING

from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.environment import Environment

if TYPE_CHECKING:
    from ...models.environment_create import EnvironmentCreate


def parse(response: Response) -> Environment:
    """The result in a successful answer."""
    return read_one(response, Environment)


def request(*, body: EnvironmentCreate) -> Request[Environment, Environment]:
    """Create an environment.

    ``POST /environments``

    Creates an environment in the project the body names.

    Args:
        body: what to send.
    """
    return Request(
        operation="create_environment",
        method="POST",
        path_template="/environments",
        path="/environments",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
