"""Goals: what counts as a conversion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, Literal, Unpack

from abclient_api.convert import models
from abclient_api.convert.api import goals as goals_api

from ...paging import PageOptions, Pager
from ._base import ConvertCollection, Deletable, editable_in


class GoalFilters(models.GetGoalsRequestDataFields, PageOptions, total=False):
    """Filters of goals."""


class Goal(Deletable["Goals"], models.Goal):
    """A goal; the generated model describes its attributes."""

    __slots__ = ()


class Goals(ConvertCollection[Goal]):
    """The goals of a project. At ``goals`` of a project."""

    model = Goal
    _api = goals_api
    _named = ("goal", "goals")
    _bodies = (models.GetGoalsRequestData, models.CreateGoalRequestData, models.UpdateGoalRequestData)
    editable: Iterable[str] = editable_in(models.UpdateGoalRequestData)
    optional: ClassVar[Mapping[str, Sequence[str]]] = {"include": ("triggering_rule", "stats")}
    has_keys = True
    most_ids = 200

    def list(self, **filters: Unpack[GoalFilters]) -> Pager[Goal]:
        """The project's goals that match all filters. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            **filters: the vendor's filters, and those of ``PageOptions``.
        """
        return self._list(filters)

    async def count(self, **filters: Unpack[models.GetGoalsRequestDataFields]) -> int:
        """How many match all filters."""
        return await self._count(filters)

    async def create(self, **fields: Unpack[models.CreateGoalRequestDataFields]) -> Goal:
        """Add a goal to the project.

        ``abclient.vendors.convert.rules`` builds the triggering rule; mappings have the vendor's own JSON names.
        """
        return await self._add(fields)

    async def update(self, goal_id: int, /, **fields: Unpack[models.UpdateGoalRequestDataFields]) -> Goal:
        """Change the given fields."""
        return await self._change(goal_id, fields)

    async def clone(self, goal_id: int, /) -> Goal:
        """Copy one."""
        return await self._clone(goal_id)

    async def update_many(
        self, goal_ids: Iterable[Goal | int], status: Literal["active", "archived"]
    ) -> models.BulkSuccessData:
        """Give up to 100 goals a status; the response names those that failed."""
        return await self._in_bulk("update", goal_ids, status=status)

    async def delete_many(self, goal_ids: Iterable[Goal | int]) -> models.BulkSuccessData:
        """Remove up to 100 goals; the response names those that failed."""
        return await self._in_bulk("delete", goal_ids)
