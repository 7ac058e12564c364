from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ...._arguments import number, query_string, several, text, whole
from ...._runtime import Request, Response, read_list
from ...models.impressions_usage import ImpressionsUsage


def parse(response: Response) -> list[ImpressionsUsage]:
    """The result in a successful answer."""
    return read_list(response, ImpressionsUsage)


def request(
    account_id: int,
    *,
    usage_date_from: str,
    usage_date_to: str,
    page: int | None = None,
    per_page: int | None = None,
    platforms: Sequence[Literal["edge", "fullstack", "web"]] | None = None,
    query: str | None = None,
    sort: str | None = None,
    order: str | None = None,
) -> Request[list[ImpressionsUsage], ImpressionsUsage]:
    """Get impressions by experiment.

    ``GET /billing/usage/{account_id}``

    Impressions of each experiment of an account in an interval, page by page.

    Args:
        account_id: Identifier of the account.
        page: Number of the page, counted from 1. The Link header of the answer names the next one. The vendor's
            default: 1.
        per_page: Items in a page, at most 100. The vendor's default: 25.
        usage_date_from: First day of the interval, YYYY-MM-DD.
        usage_date_to: Last day of the interval, YYYY-MM-DD.
        platforms: Only projects of these platforms. The vendor's default: ['edge', 'fullstack', 'web'].
        query: Only experiments and projects with this identifier. The vendor's default: ''.
        sort: Field to sort by. The vendor's default: 'impression_count'.
        order: Direction of sorting, asc or desc. The vendor's default: 'desc'.
    """
    return Request(
        operation="get_impressions_usage_request",
        method="GET",
        path_template="/billing/usage/{account_id}",
        path=f"/billing/usage/{number('account_id', account_id)}",
        query=query_string(
            ("page", page, whole(1)),
            ("per_page", per_page, whole(1, 100)),
            ("usage_date_from", usage_date_from, text),
            ("usage_date_to", usage_date_to, text),
            ("platforms", platforms, several(text)),
            ("query", query, text),
            ("sort", sort, text),
            ("order", order, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=ImpressionsUsage,
    )
