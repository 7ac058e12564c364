from __future__ import annotations

from ...._arguments import number, segment
from ...._runtime import Request, Response, read_one
from ...models.flag import Flag


def parse(response: Response) -> Flag:
    """The result in a successful answer."""
    return read_one(response, Flag)


def request(project_id: int, flag_key: str) -> Request[Flag, Flag]:
    """Get a flag.

    ``GET /projects/{project_id}/flags/{flag_key}``

    One flag.

    Args:
        project_id: Number of the project.
        flag_key: Key of the flag.
    """
    return Request(
        operation="fetch_flag",
        method="GET",
        path_template="/projects/{project_id}/flags/{flag_key}",
        path=f"/projects/{number('project_id', project_id)}/flags/{segment('flag_key', flag_key)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
