from __future__ import annotations

from ...._arguments import number, segment
from ...._runtime import Request, Response, read_one
from ...models.ruleset import Ruleset


def parse(response: Response) -> Ruleset:
    """The result in a successful answer."""
    return read_one(response, Ruleset)


def request(project_id: int, flag_key: str, environment_key: str) -> Request[Ruleset, Ruleset]:
    """Enable a ruleset.

    ``POST /projects/{project_id}/flags/{flag_key}/environments/{environment_key}/ruleset/enabled``

    Turns the ruleset of a flag in an environment on, which is the upper of two switches.

    Args:
        project_id: Number of the project.
        flag_key: Key of the flag.
        environment_key: Key of the environment.
    """
    return Request(
        operation="enable_ruleset",
        method="POST",
        path_template="/projects/{project_id}/flags/{flag_key}/environments/{environment_key}/ruleset/enabled",
        path=f"/projects/{number('project_id', project_id)}/flags/{segment('flag_key', flag_key)}/environments/{segment('environment_key', environment_key)}/ruleset/enabled",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
