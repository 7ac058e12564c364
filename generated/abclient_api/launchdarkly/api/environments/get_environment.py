from __future__ import annotations

from ...._arguments import segment
from ...._runtime import Request, Response, read_one
from ...models.environment import Environment


def parse(response: Response) -> Environment:
    """The result in a successful answer."""
    return read_one(response, Environment)


def request(project_key: str, environment_key: str) -> Request[Environment, Environment]:
    """Get an environment.

    ``GET /api/v2/projects/{projectKey}/environments/{environmentKey}``

    One environment.

    Args:
        project_key: The project's key.
        environment_key: The environment's key.
    """
    return Request(
        operation="getEnvironment",
        method="GET",
        path_template="/api/v2/projects/{projectKey}/environments/{environmentKey}",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/environments/{segment('environment_key', environment_key)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
