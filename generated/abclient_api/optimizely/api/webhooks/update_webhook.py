from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.webhook import Webhook

if TYPE_CHECKING:
    from ...models.webhook_update import WebhookUpdate


def parse(response: Response) -> Webhook:
    """The result in a successful answer."""
    return read_one(response, Webhook)


def request(webhook_id: int, *, body: WebhookUpdate) -> Request[Webhook, Webhook]:
    """Change a webhook.

    ``PATCH /webhooks/{webhook_id}``

    Changes the fields sent.

    Args:
        webhook_id: Identifier of the webhook.
        body: what to send.
    """
    return Request(
        operation="update_webhook",
        method="PATCH",
        path_template="/webhooks/{webhook_id}",
        path=f"/webhooks/{number('webhook_id', webhook_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
