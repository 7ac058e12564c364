from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.custom_event import CustomEvent

if TYPE_CHECKING:
    from ...models.custom_event_update import CustomEventUpdate


def parse(response: Response) -> CustomEvent:
    """The result in a successful answer."""
    return read_one(response, CustomEvent)


def request(project_id: int, event_id: int, *, body: CustomEventUpdate) -> Request[CustomEvent, CustomEvent]:
    """Change a custom event.

    ``PATCH /projects/{project_id}/custom_events/{event_id}``

    Changes the fields sent.

    Args:
        project_id: Identifier of the project.
        event_id: Identifier of the event.
        body: what to send.
    """
    return Request(
        operation="update_custom_event",
        method="PATCH",
        path_template="/projects/{project_id}/custom_events/{event_id}",
        path=f"/projects/{number('project_id', project_id)}/custom_events/{number('event_id', event_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
