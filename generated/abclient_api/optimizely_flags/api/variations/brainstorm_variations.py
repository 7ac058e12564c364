from __future__ import annotations

from ...._arguments import number, segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.brainstorm_variations_chat import BrainstormVariationsChat


def parse(response: Response) -> BrainstormVariationsChat:
    """The result in a successful answer."""
    return read_one(response, BrainstormVariationsChat)


def request(
    project_id: int, flag_key: str, *, body: BrainstormVariationsChat
) -> Request[BrainstormVariationsChat, BrainstormVariationsChat]:
    """Let the vendor propose variations.

    ``POST /projects/{project_id}/flags/{flag_key}/variations/brainstorm``

    Goes on with a conversation in which the vendor's model proposes variations.

    Args:
        project_id: Number of the project.
        flag_key: Key of the flag.
        body: what to send.
    """
    return Request(
        operation="brainstorm_variations",
        method="POST",
        path_template="/projects/{project_id}/flags/{flag_key}/variations/brainstorm",
        path=f"/projects/{number('project_id', project_id)}/flags/{segment('flag_key', flag_key)}/variations/brainstorm",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
