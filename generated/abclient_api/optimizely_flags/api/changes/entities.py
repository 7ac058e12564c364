from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_list
from ...models.change_history_entry import ChangeHistoryEntry


def parse(response: Response) -> list[ChangeHistoryEntry]:
    """The result in a successful answer."""
    return read_list(response, ChangeHistoryEntry)


def request(project_id: int, flag_id: int) -> Request[list[ChangeHistoryEntry], ChangeHistoryEntry]:
    """List the entities of a flag.

    ``GET /projects/{project_id}/flags/{flag_id}/entities``

    Entities that belong to a flag, by kind, such as its rules and variations; the path has the flag's number.

    Args:
        project_id: Number of the project.
        flag_id: Number of the flag.
    """
    return Request(
        operation="entities",
        method="GET",
        path_template="/projects/{project_id}/flags/{flag_id}/entities",
        path=f"/projects/{number('project_id', project_id)}/flags/{number('flag_id', flag_id)}/entities",
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=ChangeHistoryEntry,
    )
