"""The account: its audit log, and what experiments used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, Unpack

from abclient_api._arguments import epoch
from abclient_api._runtime import Request
from abclient_api.launchdarkly import models
from abclient_api.launchdarkly.api import account_usage as usage_api
from abclient_api.launchdarkly.api import audit_log as api

from ...paging import PageOptions, Pager
from ...resource import Collection as _Collection
from ...resource import Resource
from .._paging import checked_page_size
from ._arguments import statements_sent
from ._paging import BY_LINK

if TYPE_CHECKING:
    from ..._session import Session
    from ...paging import Pagination

_LARGEST_PAGE = 20
"""In the vendor's document of getAuditLogEntries."""

Aggregation = Literal["month_to_date", "incremental"]
Granularity = Literal["daily", "hourly", "monthly"]


class AuditLogEntry(Resource["AuditLog"], models.AuditLogEntryRep):
    """An entry of the audit log. Lists have less than ``AuditLog.get``: what was before and after is missing there."""

    __slots__ = ()


class AuditLog(_Collection[AuditLogEntry, str]):
    """The audit log of the account, newest entries first. Made by ``LaunchDarkly.audit_log``."""

    model = AuditLogEntry
    pagination: Pagination = BY_LINK

    def list(
        self,
        *,
        before: datetime | None = None,
        after: datetime | None = None,
        q: str | None = None,
        spec: str | None = None,
        member: str | None = None,
        token: str | None = None,
        statements: Sequence[models.StatementPost | Mapping[str, Any]] | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[AuditLogEntry]:
        """The entries that match all conditions. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            before: only entries before this time.
            after: only entries after this time.
            q: words that entries have.
            spec: what was changed, as a resource specifier, such as ``"proj/KEY:env/KEY:experiment/KEY"``.
            member: the id of the member who did it.
            token: the id of the token that did it.
            statements: what was changed and how, by resources and actions, such as
                ``[{"effect": "allow", "resources": ["proj/*:env/*:experiment/*"], "actions": ["*"]}]``; not with
                ``spec``.
            **paging: as ``PageOptions`` describes; the vendor's default is 10 per request, and 20 the most.

        Raises:
            TypeError: both ``spec`` and ``statements`` are given.
        """
        size = checked_page_size(paging, most=_LARGEST_PAGE)
        if statements is None:
            listed: Request[Any, Any] = api.get_audit_log_entries.request(
                before=before, after=after, q=q, limit=size, spec=spec, member=member, token=token
            )
            return self.many(listed, paging)
        if spec is not None:
            raise TypeError("give spec or statements, not both")
        body = statements_sent(statements)
        found: Request[Any, Any] = api.post_audit_log_entries.request(
            body=body, before=before, after=after, q=q, limit=size, member=member, token=token
        )
        return self.many(found, paging)

    async def counts(
        self,
        statements: Sequence[models.StatementPost | Mapping[str, Any]],
        *,
        after: datetime,
        before: datetime | None = None,
        buckets: int | None = None,
        member: str | None = None,
        token: str | None = None,
    ) -> models.CountBucketsResult:
        """How many entries statements find, by time.

        Args:
            statements: as for ``list``.
            after: where the time starts.
            before: where it ends; now by default.
            buckets: how many pieces the time is split into.
            member: the id of the member who did it.
            token: the id of the token that did it.
        """
        body = statements_sent(statements)
        request = api.post_audit_log_entry_counts.request(
            body=body, after=after, before=before, buckets=buckets, member=member, token=token
        )
        return await self._session.send(request)

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return api.get_audit_log_entry.request(item_id)


class Usage:
    """What experiments used (beta). Made by ``LaunchDarkly.usage``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def experimentation_events(
        self,
        *,
        start: datetime | None = None,
        end: datetime | None = None,
        project_key: str | None = None,
        environment_key: str | None = None,
        event_key: str | None = None,
        event_kind: str | None = None,
        group_by: Literal["environmentId", "eventKey", "eventKind"] | None = None,
        aggregation: Aggregation | None = None,
        granularity: Granularity | None = None,
    ) -> models.SeriesListRep:
        """How many metric events were received, over time.

        Args:
            start: the beginning; that of the month by default.
            end: the end; now by default.
            project_key: of this project.
            environment_key: of this environment.
            event_key: with this key.
            event_kind: of this kind.
            group_by: what counts are split by.
            aggregation: whether counts add up over the month, as by default, or not.
            granularity: the length of the steps; a day by default.

        Raises:
            ServiceUnavailableError: the figures are not available at present.
        """
        request = usage_api.get_experimentation_events_usage.request(
            from_=_milliseconds("start", start),
            to=_milliseconds("end", end),
            project_key=project_key,
            environment_key=environment_key,
            event_key=event_key,
            event_kind=event_kind,
            group_by=group_by,
            aggregation_type=aggregation,
            granularity=granularity,
        )
        return await self._session.send(request)

    async def experimentation_keys(
        self,
        *,
        start: datetime | None = None,
        end: datetime | None = None,
        project_key: str | None = None,
        environment_key: str | None = None,
        experiment_id: str | None = None,
        group_by: Literal["projectId", "environmentId", "experimentId"] | None = None,
        aggregation: Aggregation | None = None,
        granularity: Granularity | None = None,
    ) -> models.SeriesListRep:
        """How many units were in experiments, over time; arguments as for ``experimentation_events``."""
        request = usage_api.get_experimentation_keys_usage.request(
            from_=_milliseconds("start", start),
            to=_milliseconds("end", end),
            project_key=project_key,
            environment_key=environment_key,
            experiment_id=experiment_id,
            group_by=group_by,
            aggregation_type=aggregation,
            granularity=granularity,
        )
        return await self._session.send(request)


def _milliseconds(name: str, moment: datetime | None) -> str | None:
    """Milliseconds since 1970, as the vendor takes them here: as text."""
    if moment is None:
        return None
    return str(epoch(lambda value: round(value.timestamp() * 1000))(name, moment))
