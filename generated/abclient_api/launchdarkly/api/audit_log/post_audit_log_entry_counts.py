from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ...._arguments import (
    epoch,
    query_string,
    text,
    whole,
)
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...._wire import (
    to_epoch_milliseconds,
)
from ...models.count_buckets_result import CountBucketsResult

if TYPE_CHECKING:
    from ...models.statement_post import StatementPost


def parse(response: Response) -> CountBucketsResult:
    """The result in a successful answer."""
    return read_one(response, CountBucketsResult)


def request(
    *,
    body: list[StatementPost],
    after: datetime.datetime,
    before: datetime.datetime | None = None,
    buckets: int | None = None,
    member: str | None = None,
    token: str | None = None,
) -> Request[CountBucketsResult, CountBucketsResult]:
    """Count entries of the audit log.

    ``POST /api/v2/auditlog/counts``

    How many entries statements of resources and actions find, by time.

    Args:
        body: what to send.
        after: Only entries after this time.
        before: Only entries before this time.
        buckets: How many pieces the time is split into.
        member: Id of the member who did it.
        token: Id of the token that did it.
    """
    return Request(
        operation="postAuditLogEntryCounts",
        method="POST",
        path_template="/api/v2/auditlog/counts",
        path="/api/v2/auditlog/counts",
        query=query_string(
            ("after", after, epoch(to_epoch_milliseconds)),
            ("before", before, epoch(to_epoch_milliseconds)),
            ("buckets", buckets, whole(1)),
            ("member", member, text),
            ("token", token, text),
        ),
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
        reads=True,
    )
