from __future__ import annotations

from ...._arguments import number, segment
from ...._runtime import Request, Response, read_one
from ...models.ruleset import Ruleset


def parse(response: Response) -> Ruleset:
    """The result in a successful answer."""
    return read_one(response, Ruleset)


def request(project_id: int, flag_key: str, environment_key: str) -> Request[Ruleset, Ruleset]:
    """Get a ruleset.

    ``GET /projects/{project_id}/flags/{flag_key}/environments/{environment_key}/ruleset``

    Ruleset of a flag in an environment.

    Args:
        project_id: Number of the project.
        flag_key: Key of the flag.
        environment_key: Key of the environment.
    """
    return Request(
        operation="fetch_ruleset",
        method="GET",
        path_template="/projects/{project_id}/flags/{flag_key}/environments/{environment_key}/ruleset",
        path=f"/projects/{number('project_id', project_id)}/flags/{segment('flag_key', flag_key)}/environments/{segment('environment_key', environment_key)}/ruleset",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
