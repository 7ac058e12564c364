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
from ...models.audit_log_entry_listing_rep_collection import AuditLogEntryListingRepCollection

if TYPE_CHECKING:
    from ...models.audit_log_entry_listing_rep import AuditLogEntryListingRep
    from ...models.statement_post import StatementPost


def parse(response: Response) -> AuditLogEntryListingRepCollection:
    """The result in a successful answer."""
    return read_one(response, AuditLogEntryListingRepCollection)


def request(
    *,
    body: list[StatementPost] | None = None,
    before: datetime.datetime | None = None,
    after: datetime.datetime | None = None,
    q: str | None = None,
    limit: int | None = None,
    member: str | None = None,
    token: str | None = None,
) -> Request[AuditLogEntryListingRepCollection, AuditLogEntryListingRep]:
    """Search the audit log.

    ``POST /api/v2/auditlog``

    One page of the entries that statements of resources and actions find, newest first.

    Args:
        body: what to send.
        before: Only entries before this time.
        after: Only entries after this time.
        q: Words that entries have.
        limit: How many items a page may hold. The vendor's default: 10.
        member: Id of the member who did it.
        token: Id of the token that did it.
    """
    return Request(
        operation="postAuditLogEntries",
        method="POST",
        path_template="/api/v2/auditlog",
        path="/api/v2/auditlog",
        query=query_string(
            ("before", before, epoch(to_epoch_milliseconds)),
            ("after", after, epoch(to_epoch_milliseconds)),
            ("q", q, text),
            ("limit", limit, whole(1)),
            ("member", member, text),
            ("token", token, text),
        ),
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
        reads=True,
        items="items",
        page=AuditLogEntryListingRepCollection,
    )
