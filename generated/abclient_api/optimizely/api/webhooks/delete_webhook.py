from __future__ import annotations

from typing import Never

from ...._arguments import number
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(webhook_id: int) -> Request[None, Never]:
    """Delete a webhook.

    ``DELETE /webhooks/{webhook_id}``

    Removes the webhook. There is no body.

    Args:
        webhook_id: Identifier of the webhook.
    """
    return Request(
        operation="delete_webhook",
        method="DELETE",
        path_template="/webhooks/{webhook_id}",
        path=f"/webhooks/{number('webhook_id', webhook_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
