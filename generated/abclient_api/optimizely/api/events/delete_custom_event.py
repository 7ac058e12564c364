from __future__ import annotations

from typing import Never

from ...._arguments import number
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(project_id: int, event_id: int) -> Request[None, Never]:
    """Archive a custom event.

    ``DELETE /projects/{project_id}/custom_events/{event_id}``

    DELETE archives: the event keeps existing and can be read. There is no body.

    Args:
        project_id: Identifier of the project.
        event_id: Identifier of the event.
    """
    return Request(
        operation="delete_custom_event",
        method="DELETE",
        path_template="/projects/{project_id}/custom_events/{event_id}",
        path=f"/projects/{number('project_id', project_id)}/custom_events/{number('event_id', event_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
