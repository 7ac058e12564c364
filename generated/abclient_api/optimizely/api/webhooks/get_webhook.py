from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.webhook import Webhook


def parse(response: Response) -> Webhook:
    """The result in a successful answer."""
    return read_one(response, Webhook)


def request(webhook_id: int) -> Request[Webhook, Webhook]:
    """Get a webhook.

    ``GET /webhooks/{webhook_id}``

    One webhook by its identifier.

    Args:
        webhook_id: Identifier of the webhook.
    """
    return Request(
        operation="get_webhook",
        method="GET",
        path_template="/webhooks/{webhook_id}",
        path=f"/webhooks/{number('webhook_id', webhook_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
