from __future__ import annotations

from ...._runtime import Request, Response, read_one
from ...models.plan import Plan


def parse(response: Response) -> Plan:
    """The result in a successful answer."""
    return read_one(response, Plan)


def request() -> Request[Plan, Plan]:
    """Get the plan.

    ``GET /plan``

    The plan of the token's account and its usage by product.
    """
    return Request(
        operation="get_plan",
        method="GET",
        path_template="/plan",
        path="/plan",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
