from __future__ import annotations

from typing import TYPE_CHECKING

from ...._runtime import Request, Response, read_one
from ...models.billing_plans_list_response_data import BillingPlansListResponseData

if TYPE_CHECKING:
    from ...models.billing_plan_data import BillingPlanData


def parse(response: Response) -> BillingPlansListResponseData:
    """The result in a successful answer."""
    return read_one(response, BillingPlansListResponseData)


def request() -> Request[BillingPlansListResponseData, BillingPlanData]:
    """List plans.

    ``GET /billing-plans``

    The plans that can be bought.
    """
    return Request(
        operation="getBillingPlans",
        method="GET",
        path_template="/billing-plans",
        path="/billing-plans",
        headers=(("accept", "application/json"),),
        parse=parse,
        items="data",
        page=BillingPlansListResponseData,
    )
