from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.custom_event import CustomEvent

if TYPE_CHECKING:
    from ...models.custom_event_create import CustomEventCreate


def parse(response: Response) -> CustomEvent:
    """The result in a successful answer."""
    return read_one(response, CustomEvent)


def request(project_id: int, *, body: CustomEventCreate) -> Request[CustomEvent, CustomEvent]:
    """Create a custom event.

    ``POST /projects/{project_id}/custom_events``

    Creates an event that the customer's own code sends.

    Args:
        project_id: Identifier of the project.
        body: what to send.
    """
    return Request(
        operation="create_custom_event",
        method="POST",
        path_template="/projects/{project_id}/custom_events",
        path=f"/projects/{number('project_id', project_id)}/custom_events",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
