from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.environment import Environment


def parse(response: Response) -> Environment:
    """The result in a successful answer."""
    return read_one(response, Environment)


def request(environment_id: int) -> Request[Environment, Environment]:
    """Get an environment.

    ``GET /environments/{environment_id}``

    One environment by its identifier.

    Args:
        environment_id: Identifier of the environment.
    """
    return Request(
        operation="get_environment",
        method="GET",
        path_template="/environments/{environment_id}",
        path=f"/environments/{number('environment_id', environment_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
