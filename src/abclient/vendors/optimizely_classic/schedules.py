"""Schedules: when an experiment starts and stops automatically."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Unpack, cast

from abclient_api._runtime import from_fields
from abclient_api.optimizely_classic import models
from abclient_api.optimizely_classic.api import schedules as schedules_api

from ...resource import Resource
from . import _rules
from ._base import ClassicCollection

if TYPE_CHECKING:
    from abclient_api._runtime import Request

    from ...paging import Pager


class Schedule(Resource["Schedules"], models.Schedule):
    """A schedule; the generated model describes its attributes."""

    __slots__ = ()

    async def delete(self) -> None:
        """Delete it, permanently; if it was ACTIVE, the experiment is no longer scheduled."""
        await self._collection.delete(self._id)


class Schedules(ClassicCollection[Schedule]):
    """The schedules of all experiments. At ``OptimizelyClassic.schedules``.

    Times are aware datetimes; they are sent in UTC and in whole seconds, which is all the vendor takes.
    """

    model = Schedule
    editable: Iterable[str] = models.ScheduleUpdate.FIELDS

    def list(self, experiment_id: int) -> Pager[Schedule]:
        """The schedule of an experiment that is ACTIVE, and all former ones.

        For unreadable items, see ``Pager.on_unreadable``.
        """
        return self.many(schedules_api.list_schedules.request(experiment_id))

    async def create(self, experiment_id: int, **fields: Unpack[models.ScheduleCreateFields]) -> Schedule:
        """Plan a start, a stop or both; the experiment's earlier schedules become INACTIVE.

        Raises:
            InvalidRequestError: neither time is given.
            ValueError: a time has no time zone.
        """
        body = self._prepared(from_fields(models.ScheduleCreate, fields).to_dict())
        self._obey(_rules.schedule, body)
        request = schedules_api.create_schedule.request(experiment_id, body=cast("models.ScheduleCreate", body))
        return await self.one(request)

    async def update(self, schedule_id: int, /, **fields: Unpack[models.ScheduleUpdateFields]) -> Schedule:
        """Change the times that are given, at least one of which must be a time.

        Raises:
            InvalidRequestError: no time is given.
            ValueError: a time has no time zone.
        """
        return await self._change(schedule_id, models.ScheduleUpdate, fields)

    async def delete(self, schedule_id: int, /) -> None:
        """Delete a schedule, permanently; if it was ACTIVE, the experiment is no longer scheduled."""
        await self._session.send(schedules_api.delete_schedule.request(schedule_id))

    async def save_changes(self, item: Schedule, changes: dict[str, Any]) -> Schedule:
        """Send the changed times; with one that was taken away the other, because the vendor wants to see a time."""
        if changes.keys() <= set(self.editable) and not any(changes.values()):
            times = {name: getattr(item, name) for name in self.editable}
            changes = changes | {name: moment for name, moment in times.items() if moment is not None}
        return await super().save_changes(item, changes)

    def _prepared(self, fields: dict[str, Any]) -> dict[str, Any]:
        return {
            name: re.sub(r"\.\d+Z$", "Z", moment) if isinstance(moment, str) else moment
            for name, moment in fields.items()
        }

    def _check_update(self, fields: Mapping[str, Any]) -> None:
        _rules.schedule(fields)

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return schedules_api.get_schedule.request(item_id)

    def _put_request(self, item_id: int, body: Any) -> Request[Any, Any]:
        return schedules_api.update_schedule.request(item_id, body=body)
