from __future__ import annotations

from typing import Never

from ...._arguments import number
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(environment_id: int) -> Request[None, Never]:
    """Archive an environment.

    ``DELETE /environments/{environment_id}``

    DELETE archives: the environment keeps existing and can be read. There is no body.

    Args:
        environment_id: Identifier of the environment.
    """
    return Request(
        operation="delete_environment",
        method="DELETE",
        path_template="/environments/{environment_id}",
        path=f"/environments/{number('environment_id', environment_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
