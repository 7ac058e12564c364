from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ...._arguments import query_string, text
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.campaign import Campaign

if TYPE_CHECKING:
    from ...models.campaign_create import CampaignCreate


def parse(response: Response) -> Campaign:
    """The result in a successful answer."""
    return read_one(response, Campaign)


def request(*, body: CampaignCreate, action: Literal["publish", "start"] | None = None) -> Request[Campaign, Campaign]:
    """Create a campaign.

    ``POST /campaigns``

    Creates a campaign, and publishes or starts it at once where `action` says so.

    Args:
        body: what to send.
        action: What to do with the new campaign: `publish` it (status paused) or `start` it (status running).
    """
    return Request(
        operation="create_campaign",
        method="POST",
        path_template="/campaigns",
        path="/campaigns",
        query=query_string(
            ("action", action, text),
        ),
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
