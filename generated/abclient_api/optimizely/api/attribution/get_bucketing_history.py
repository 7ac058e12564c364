from __future__ import annotations

import datetime

from ...._arguments import moment, number, query_string, segment
from ...._runtime import Request, Response, read_one
from ...models.bucketing_information import BucketingInformation


def parse(response: Response) -> BucketingInformation:
    """The result in a successful answer."""
    return read_one(response, BucketingInformation)


def request(
    account_id: int,
    visitor_id: str,
    *,
    start_time: datetime.datetime | None = None,
    end_time: datetime.datetime | None = None,
) -> Request[BucketingInformation, BucketingInformation]:
    """Get the variations that a visitor was given.

    ``GET /attribution/{account_id}/visitor/{visitor_id}``

    Every decision that was made about a visitor, all at once.

    Args:
        account_id: Identifier of the account.
        visitor_id: Identifier of the visitor, as the account's own code or the vendor's cookie has it.
        start_time: Only decisions from then on (included), UTC.
        end_time: Only decisions until then (included), UTC.
    """
    return Request(
        operation="get_bucketing_history",
        method="GET",
        path_template="/attribution/{account_id}/visitor/{visitor_id}",
        path=f"/attribution/{number('account_id', account_id)}/visitor/{segment('visitor_id', visitor_id)}",
        query=query_string(
            ("start_time", start_time, moment),
            ("end_time", end_time, moment),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
    )
