from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ...._arguments import number, query_string, text
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.campaign import Campaign

if TYPE_CHECKING:
    from ...models.campaign_update import CampaignUpdate


def parse(response: Response) -> Campaign:
    """The result in a successful answer."""
    return read_one(response, Campaign)


def request(
    campaign_id: int,
    *,
    body: CampaignUpdate,
    action: Literal["publish", "start", "pause", "resume", "unarchive"] | None = None,
) -> Request[Campaign, Campaign]:
    """Change a campaign.

    ``PATCH /campaigns/{campaign_id}``

    Changes the fields sent and carries out `action`.

    Args:
        campaign_id: Identifier of the campaign.
        body: what to send.
        action: What to do: `publish` the changes and leave the status, `start` (publish; status running), `pause`
            (status paused), `resume` a paused one without publishing (status running), or `unarchive` (status
            paused).
    """
    return Request(
        operation="update_campaign",
        method="PATCH",
        path_template="/campaigns/{campaign_id}",
        path=f"/campaigns/{number('campaign_id', campaign_id)}",
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
