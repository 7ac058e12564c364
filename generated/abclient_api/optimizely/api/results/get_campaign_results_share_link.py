from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.results_share_link import ResultsShareLink


def parse(response: Response) -> ResultsShareLink:
    """The result in a successful answer."""
    return read_one(response, ResultsShareLink)


def request(campaign_id: int) -> Request[ResultsShareLink, ResultsShareLink]:
    """Get a link to the results of a campaign.

    ``GET /campaigns/{campaign_id}/results/share``

    A link with which anyone can read the results, without an account.

    Args:
        campaign_id: Identifier of the campaign.
    """
    return Request(
        operation="get_campaign_results_share_link",
        method="GET",
        path_template="/campaigns/{campaign_id}/results/share",
        path=f"/campaigns/{number('campaign_id', campaign_id)}/results/share",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
