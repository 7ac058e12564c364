from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.impressions_usage_summary import ImpressionsUsageSummary


def parse(response: Response) -> ImpressionsUsageSummary:
    """The result in a successful answer."""
    return read_one(response, ImpressionsUsageSummary)


def request(account_id: int) -> Request[ImpressionsUsageSummary, ImpressionsUsageSummary]:
    """Get impressions of the account.

    ``GET /billing/usage/{account_id}/summary``

    Impressions used and bought in the current subscription.

    Args:
        account_id: Identifier of the account.
    """
    return Request(
        operation="get_impressions_usage_summary_request",
        method="GET",
        path_template="/billing/usage/{account_id}/summary",
        path=f"/billing/usage/{number('account_id', account_id)}/summary",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
