"""Changes of flags that are due later, and which changes need approval.

Vendor document: *Flags Scheduling API*, at an address of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal, Unpack

from abclient_api._runtime import Request
from abclient_api.optimizely_flags_scheduling import models
from abclient_api.optimizely_flags_scheduling.api import scheduled_changes as api

from ...paging import PageOptions, Pager, Pagination
from ...resource import Collection, Resource
from .._optimizely_bodies import body_of, change_of
from .._paging import checked_page_size
from .._wrong_use import check_words
from ._base import SessionOf
from ._paging import BY_NUMBER

PACKAGE = "optimizely_flags_scheduling"
Order = Literal["asc", "desc"]


class ScheduledChange(Resource["Schedules"], models.ScheduledChange):
    """Actions that are done at a later time; the generated model describes its attributes.

    It cannot be loaded again one by one. To change it, use ``Schedules.update``.
    """

    __slots__ = ()

    async def delete(self) -> None:
        """Delete it; the change is not made then."""
        await self._collection.delete(self._id)


class Schedules(Collection[ScheduledChange, int]):
    """Changes of a flag that are due later. Made by ``Project.schedules`` and ``Flag.schedules``."""

    model = ScheduledChange
    pagination: Pagination = BY_NUMBER

    def __init__(self, session_of: SessionOf, project_id: int, flag_key: str) -> None:
        super().__init__(session_of(PACKAGE))
        self.project_id = project_id
        self.flag_key = flag_key

    def list(
        self,
        *,
        environment: str | None = None,
        scheduled_from: datetime | None = None,
        scheduled_till: datetime | None = None,
        applies_to: str | None = None,
        order: Order | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[ScheduledChange]:
        """The scheduled changes that match all conditions. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            environment: only those in this environment, by its key.
            scheduled_from: only those that are due after this time.
            scheduled_till: only those that are due before this time.
            applies_to: only those with an action on this rule or flag, by its key.
            order: whether the earliest or the latest comes first.
            **paging: as ``PageOptions`` describes; a page has at most 1000 items, by default 100.
        """
        check_words("order", order, Order)
        request = api.list_scheduled_changes.request(
            self.project_id,
            self.flag_key,
            environment=environment,
            scheduled_from=scheduled_from,
            scheduled_till=scheduled_till,
            page_size=checked_page_size(paging, most=1000),
            applies_to=applies_to,
            order=order,
        )
        return self.many(request, paging)

    async def create(self, **fields: Unpack[models.ScheduledChangeCreateRequestFields]) -> ScheduledChange:
        """Schedule actions on the flag or its rules in one environment.

        ::

            await project.schedules("checkout").create(
                account_id=123, environment="production",
                actions=[{"subject": {"type": "flag", "key": "checkout"}, "changed_element": "status", "value": "on"}],
                schedule={"date": "2026-12-01", "time": "08:00", "time_zone": "Europe/Berlin"},
            )
        """
        body = body_of(models.ScheduledChangeCreateRequest, fields)
        return await self.one(api.create_scheduled_change.request(self.project_id, self.flag_key, body=body))

    async def update(
        self, schedule_id: int, /, **fields: Unpack[models.ScheduledChangeUpdateRequestFields]
    ) -> ScheduledChange:
        """Change what is done, when, or in which environment."""
        return await self.one(self._update_request(schedule_id, fields))

    def _update_request(self, item_id: int, fields: Mapping[str, Any]) -> Request[Any, Any]:
        body = change_of(models.ScheduledChangeUpdateRequest, fields)
        return api.update_scheduled_change.request(self.project_id, self.flag_key, item_id, body=body)

    async def delete(self, schedule_id: int, /) -> None:
        """Delete one; the change is not made then."""
        await self._session.send(api.delete_scheduled_change.request(self.project_id, self.flag_key, schedule_id))
