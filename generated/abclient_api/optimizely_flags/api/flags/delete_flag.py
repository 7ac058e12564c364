from __future__ import annotations

from typing import Never

from ...._arguments import number, segment
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(project_id: int, flag_key: str) -> Request[None, Never]:
    """Delete a flag.

    ``DELETE /projects/{project_id}/flags/{flag_key}``

    Deletes a flag for good.

    Args:
        project_id: Number of the project.
        flag_key: Key of the flag.
    """
    return Request(
        operation="delete_flag",
        method="DELETE",
        path_template="/projects/{project_id}/flags/{flag_key}",
        path=f"/projects/{number('project_id', project_id)}/flags/{segment('flag_key', flag_key)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
