from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number, segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.ruleset import Ruleset

if TYPE_CHECKING:
    from ...models.patch_request_body import PatchRequestBody


def parse(response: Response) -> Ruleset:
    """The result in a successful answer."""
    return read_one(response, Ruleset)


def request(
    project_id: int, flag_key: str, environment_key: str, *, body: list[PatchRequestBody]
) -> Request[Ruleset, Ruleset]:
    """Change a ruleset.

    ``PATCH /projects/{project_id}/flags/{flag_key}/environments/{environment_key}/ruleset``

    Changes the ruleset of a flag in an environment by a JSON patch. A new rule is added under /rules and, for
    its place, under /rule_priorities. What is read-only or unknown in it is ignored.

    Args:
        project_id: Number of the project.
        flag_key: Key of the flag.
        environment_key: Key of the environment.
        body: what to send.
    """
    return Request(
        operation="update_ruleset",
        method="PATCH",
        path_template="/projects/{project_id}/flags/{flag_key}/environments/{environment_key}/ruleset",
        path=f"/projects/{number('project_id', project_id)}/flags/{segment('flag_key', flag_key)}/environments/{segment('environment_key', environment_key)}/ruleset",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json-patch+json"),
        ),
        body=dumps(body),
        parse=parse,
    )
