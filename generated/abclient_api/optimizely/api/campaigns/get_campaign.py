from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.campaign import Campaign


def parse(response: Response) -> Campaign:
    """The result in a successful answer."""
    return read_one(response, Campaign)


def request(campaign_id: int) -> Request[Campaign, Campaign]:
    """Get a campaign.

    ``GET /campaigns/{campaign_id}``

    One campaign by its identifier.

    Args:
        campaign_id: Identifier of the campaign.
    """
    return Request(
        operation="get_campaign",
        method="GET",
        path_template="/campaigns/{campaign_id}",
        path=f"/campaigns/{number('campaign_id', campaign_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
