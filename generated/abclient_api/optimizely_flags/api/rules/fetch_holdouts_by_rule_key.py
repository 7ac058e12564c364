from __future__ import annotations

from ...._arguments import number, segment
from ...._runtime import Request, Response, read_list
from ...models.holdout import Holdout


def parse(response: Response) -> list[Holdout]:
    """The result in a successful answer."""
    return read_list(response, Holdout)


def request(project_id: int, environment_key: str, rule_key: str) -> Request[list[Holdout], Holdout]:
    """List the holdouts of a rule.

    ``GET /projects/{project_id}/environments/{environment_key}/rule/{rule_key}/holdouts``

    Holdouts that affect a rule, all at once.

    Args:
        project_id: Number of the project.
        environment_key: Key of the environment.
        rule_key: Key of the rule.
    """
    return Request(
        operation="fetch_holdouts_by_rule_key",
        method="GET",
        path_template="/projects/{project_id}/environments/{environment_key}/rule/{rule_key}/holdouts",
        path=f"/projects/{number('project_id', project_id)}/environments/{segment('environment_key', environment_key)}/rule/{segment('rule_key', rule_key)}/holdouts",
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=Holdout,
    )
