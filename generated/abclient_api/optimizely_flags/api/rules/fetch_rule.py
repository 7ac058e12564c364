from __future__ import annotations

from ...._arguments import number, segment
from ...._runtime import Request, Response, read_one
from ...models.rule import Rule


def parse(response: Response) -> Rule:
    """The result in a successful answer."""
    return read_one(response, Rule)


def request(project_id: int, flag_key: str, environment_key: str, rule_key: str) -> Request[Rule, Rule]:
    """Get a rule.

    ``GET /projects/{project_id}/flags/{flag_key}/environments/{environment_key}/rules/{rule_key}``

    One rule of a flag in an environment.

    Args:
        project_id: Number of the project.
        flag_key: Key of the flag.
        environment_key: Key of the environment.
        rule_key: Key of the rule.
    """
    return Request(
        operation="fetch_rule",
        method="GET",
        path_template="/projects/{project_id}/flags/{flag_key}/environments/{environment_key}/rules/{rule_key}",
        path=f"/projects/{number('project_id', project_id)}/flags/{segment('flag_key', flag_key)}/environments/{segment('environment_key', environment_key)}/rules/{segment('rule_key', rule_key)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
