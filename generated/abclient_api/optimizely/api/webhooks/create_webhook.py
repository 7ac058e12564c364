from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.webhook import Webhook

if TYPE_CHECKING:
    from ...models.webhook_create import WebhookCreate


def parse(response: Response) -> Webhook:
    """The result in a successful answer."""
    return read_one(response, Webhook)


def request(project_id: int, *, body: WebhookCreate) -> Request[Webhook, Webhook]:
    """Create a webhook.

    ``POST /projects/{project_id}/webhooks``

    Creates a webhook for a project.

    Args:
        project_id: Identifier of the project.
        body: what to send.
    """
    return Request(
        operation="create_webhook",
        method="POST",
        path_template="/projects/{project_id}/webhooks",
        path=f"/projects/{number('project_id', project_id)}/webhooks",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
