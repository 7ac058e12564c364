from __future__ import annotations

from ...._arguments import number, segment
from ...._runtime import Request, Response, read_one
from ...models.ruleset import Ruleset


def parse(response: Response) -> Ruleset:
    """The result in a successful answer."""
    return read_one(response, Ruleset)


def request(project_id: int, flag_key: str, environment_key: str) -> Request[Ruleset, Ruleset]:
    """Disable a ruleset.

    ``POST /projects/{project_id}/flags/{flag_key}/environments/{environment_key}/ruleset/disabled``

    Turns the ruleset of a flag in an environment off, which is the upper of two switches.

    Args:
        project_id: Number of the project.
        flag_key: Key of the flag.
        environment_key: Key of the environment.
    """
    return Request(
        operation="disable_ruleset",
        method="POST",
        path_template="/projects/{project_id}/flags/{flag_key}/environments/{environment_key}/ruleset/disabled",
        path=f"/projects/{number('project_id', project_id)}/flags/{segment('flag_key', flag_key)}/environments/{segment('environment_key', environment_key)}/ruleset/disabled",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
