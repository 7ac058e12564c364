from __future__ import annotations

from typing import Never

from ...._arguments import number
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(campaign_id: int) -> Request[None, Never]:
    """Archive a campaign.

    ``DELETE /campaigns/{campaign_id}``

    DELETE archives: the campaign keeps existing and can be read. There is no body. 410 means that it was
    archived before.

    Args:
        campaign_id: Identifier of the campaign.
    """
    return Request(
        operation="delete_campaign",
        method="DELETE",
        path_template="/campaigns/{campaign_id}",
        path=f"/campaigns/{number('campaign_id', campaign_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
