"""Goals: what a project measures, and which of its experiments measure it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, Unpack
from weakref import WeakValueDictionary

from abclient_api.optimizely_classic import models
from abclient_api.optimizely_classic.api import goals as goals_api

from ...errors import ABClientError, InvalidRequestError
from ...resource import Resource
from . import _rules
from ._base import ClassicCollection, checked_id

if TYPE_CHECKING:
    from abclient_api._runtime import Request

    from ...paging import Pager

GoalType = Literal[0, 1, 2, 3, 4]
"""0 click, 1 custom event, 2 engagement, 3 pageview, 4 revenue."""

"""1 exact, 2 regular expression, 3 simple, 4 substring."""

_MOST_WRITES = 5


class Goal(Resource["Goals"], models.Goal):
    """A goal; the generated model describes its attributes.

    Saving a changed ``experiment_ids`` replaces the whole list, whatever others added meanwhile:
    ``Experiment.add_goal`` and ``remove_goal`` do not.
    """

    __slots__ = ()

    async def delete(self) -> None:
        """Delete it from all experiments, past ones too, together with its results."""
        await self._collection.delete(self._id)


class Goals(ClassicCollection[Goal]):
    """The goals of all projects. At ``OptimizelyClassic.goals``."""

    model = Goal
    editable: Iterable[str] = models.GoalUpdate.FIELDS

    def list(self, project_id: int) -> Pager[Goal]:
        """All goals of a project; the vendor returns the whole list at once.

        For unreadable items, see ``Pager.on_unreadable``.
        """
        return self.many(goals_api.list_goals.request(project_id))

    async def create(self, project_id: int, **fields: Unpack[models.GoalCreateFields]) -> Goal:
        """Add a goal to a project.

        Raises:
            InvalidRequestError: a field that this type of goal needs is missing.
        """
        body = self._new(models.GoalCreate, fields, _rules.new_goal)
        return await self.one(goals_api.create_goal.request(project_id, body=body))

    async def update(self, goal_id: int, /, **fields: Unpack[models.GoalUpdateFields]) -> Goal:
        """Change the given fields of a goal; see ``create``.

        ``experiment_ids`` replaces the whole list, whatever others added meanwhile: ``Experiment.add_goal`` and
        ``remove_goal`` do not.
        """
        return await self._change(goal_id, models.GoalUpdate, fields)

    async def delete(self, goal_id: int, /) -> None:
        """Delete a goal from all experiments, past ones too, together with its results.

        Usually ``Experiment.remove_goal`` is what is wanted.
        """
        await self._session.send(goals_api.delete_goal.request(goal_id))

    async def attach(self, goal_id: int, experiment_id: int, *, project_id: int | None, wanted: bool) -> Goal:
        """Have an experiment measure a goal, or no longer measure it.

        The vendor only takes the whole list of a goal's experiments. So callers in this process wait for one another,
        each reading the list anew; and the list is read once more after it was written, and written again if another
        client has overwritten it.

        Args:
            goal_id: which goal.
            experiment_id: which experiment.
            project_id: of the experiment, where it is known: the goal must be of the same.
            wanted: whether the experiment shall measure it.

        Returns:
            The goal as the vendor has it now.

        Raises:
            InvalidRequestError: the goal is of another project than the experiment.
            ABClientError: others kept overwriting the list.
        """
        async with self._lock(checked_id(goal_id, "goal_id")):
            goal = await self.get(goal_id)
            for write in range(_MOST_WRITES):
                experiment_ids = goal.experiment_ids or []
                if (experiment_id in experiment_ids) is wanted:
                    return goal
                self._check_same_project(goal, project_id)
                await self._pause_before(write)
                others = [known for known in experiment_ids if known != experiment_id]
                await self.update(goal_id, experiment_ids=[*others, experiment_id] if wanted else others)
                goal = await self.get(goal_id)
            if (experiment_id in (goal.experiment_ids or ())) is wanted:
                return goal
        raise ABClientError(
            f"goal {goal_id} was written {_MOST_WRITES} times, and every time another process overwrote its"
            f" experiment_ids: experiment {experiment_id} is {'not ' if wanted else 'still '}among them"
        )

    def _lock(self, goal_id: int) -> asyncio.Lock:
        key = (asyncio.get_running_loop(), self._session.account.base_url, goal_id)
        return _LOCKS.setdefault(key, asyncio.Lock())

    def _check_same_project(self, goal: Goal, project_id: int | None) -> None:
        if self._check_rules and None not in (goal.project_id, project_id) and goal.project_id != project_id:
            raise InvalidRequestError(
                f"goal {goal.id} is of project {goal.project_id}, the experiment of project {project_id}"
            )

    async def _pause_before(self, write: int) -> None:
        """Not before the first write; then at random, so that two who overwrite one another get out of step."""
        if write:
            limiter = self._session.account.rate_limiter
            await limiter.sleep(limiter.uniform(0.0, 0.1 * 2**write))

    async def _save(self, item: Goal, changes: dict[str, Any]) -> Goal:
        if self._check_rules and "goal_type" in changes:
            _rules.complete_goal(item.to_dict())
        return await super()._save(item, changes)

    def _check_item(self, item: Goal) -> None:
        if item.is_editable is False:
            raise InvalidRequestError(f"goal {item.id} is an old one (is_editable is False): it cannot be changed")

    def _check_update(self, fields: Mapping[str, Any]) -> None:
        _rules.goal(fields)

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return goals_api.get_goal.request(item_id)

    def _put_request(self, item_id: int, body: Any) -> Request[Any, Any]:
        return goals_api.update_goal.request(item_id, body=body)


_LOCKS: WeakValueDictionary[tuple[asyncio.AbstractEventLoop, str, int], asyncio.Lock] = WeakValueDictionary()
"""Held while a goal's list of experiments is written; a lock lives for as long as it is held or awaited."""
