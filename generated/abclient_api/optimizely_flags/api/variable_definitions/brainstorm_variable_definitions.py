from __future__ import annotations

from ...._arguments import number, segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.brainstorm_variables_chat import BrainstormVariablesChat


def parse(response: Response) -> BrainstormVariablesChat:
    """The result in a successful answer."""
    return read_one(response, BrainstormVariablesChat)


def request(
    project_id: int, flag_key: str, *, body: BrainstormVariablesChat
) -> Request[BrainstormVariablesChat, BrainstormVariablesChat]:
    """Let the vendor propose variables.

    ``POST /projects/{project_id}/flags/{flag_key}/variable_definitions/brainstorm``

    Goes on with a conversation in which the vendor's model proposes variables.

    Args:
        project_id: Number of the project.
        flag_key: Key of the flag.
        body: what to send.
    """
    return Request(
        operation="brainstorm_variable_definitions",
        method="POST",
        path_template="/projects/{project_id}/flags/{flag_key}/variable_definitions/brainstorm",
        path=f"/projects/{number('project_id', project_id)}/flags/{segment('flag_key', flag_key)}/variable_definitions/brainstorm",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
