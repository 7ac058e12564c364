"""Experiments of a project, and their results."""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, TypedDict, Unpack, cast

from abclient_api.optimizely_classic import models
from abclient_api.optimizely_classic.api import experiments as experiments_api
from abclient_api.optimizely_classic.api import results as results_api

from ..._aio import Restartable
from ..._keywords import check_options, selected
from ...bulk import BulkOptions, Outcomes
from ...resource import Resource
from .._wanted import experiment_ids
from .._wrong_use import check_fields
from . import _rules
from ._base import ClassicCollection
from .goals import Goal, Goals
from .schedules import Schedule, Schedules
from .stats import Stats, read_stats
from .variations import Variation, Variations

if TYPE_CHECKING:
    from abclient_api._runtime import Request

    from ...paging import Pager

Status = Literal["Running", "Paused", "Not started", "Archived"]


class Segment(TypedDict, total=False):
    """Which visitors are counted: all, those in an audience, or those with a value of a dimension."""

    audience_id: int | None
    """Only visitors in this audience."""
    dimension_id: int | None
    """Only visitors with a value of this dimension; needs ``dimension_value``."""
    dimension_value: str | None
    """The value that visitors must have."""


class SegmentBulkOptions(BulkOptions, Segment, total=False):
    """How many experiments' results are fetched: as ``BulkOptions``, each of the visitors of a ``Segment``."""


class Experiment(Resource["Experiments"], models.Experiment):
    """An experiment; the generated model describes its attributes.

    ``percentage_included`` is in basis points: 10000 is all traffic.
    """

    __slots__ = ()

    async def start(self) -> Experiment:
        """Run it. Returns the same object; unsaved changes are kept."""
        return await self._become("Running")

    async def pause(self) -> Experiment:
        """Stop it. Returns the same object; unsaved changes are kept."""
        return await self._become("Paused")

    async def archive(self) -> Experiment:
        """Take it out of snippet and dashboard; its results stay. Returns the same object; unsaved changes are kept."""
        return await self._become("Archived")

    async def delete(self) -> None:
        """Delete it and its results, permanently; ``archive`` keeps them."""
        await self._collection.delete(self._id)

    def variations(self) -> Pager[Variation]:
        """All its variations. For unreadable items, see ``Pager.on_unreadable``."""
        return self._collection.sibling(Variations).list(self._id)

    def schedules(self) -> Pager[Schedule]:
        """Its schedule that is ACTIVE, and all former ones. For unreadable items, see ``Pager.on_unreadable``."""
        return self._collection.sibling(Schedules).list(self._id)

    async def results(self, **segment: Unpack[Segment]) -> Results:
        """The outcome by a traditional t-test; see ``Experiments.results``."""
        return await self._collection.results(self._id, **segment)

    async def stats(self, **segment: Unpack[Segment]) -> Stats:
        """The outcome by Stats Engine; see ``Experiments.stats``."""
        return await self._collection.stats(self._id, **segment)

    async def add_goal(self, goal_id: int) -> Goal:
        """Measure a goal; nothing is sent if it is measured already. See ``Goals.attach``.

        Raises:
            InvalidRequestError: the goal is of another project.
        """
        goals = self._collection.sibling(Goals)
        return await goals.attach(goal_id, self._id, project_id=self.project_id, wanted=True)

    async def remove_goal(self, goal_id: int) -> Goal:
        """No longer measure a goal, which stays with its project; nothing is sent if it is not measured."""
        goals = self._collection.sibling(Goals)
        return await goals.attach(goal_id, self._id, project_id=self.project_id, wanted=False)

    async def _become(self, status: Status) -> Experiment:
        return await self._change(lambda: self._collection.become(self, status), "status")


class Experiments(ClassicCollection[Experiment]):
    """The experiments of all projects. At ``OptimizelyClassic.experiments``."""

    model = Experiment
    editable: Iterable[str] = models.ExperimentUpdate.FIELDS

    def list(self, project_id: int) -> Pager[Experiment]:
        """All experiments of a project; the vendor returns the whole list at once.

        For unreadable items, see ``Pager.on_unreadable``.
        """
        return self.many(experiments_api.list_experiments.request(project_id))

    async def create(self, project_id: int, **fields: Unpack[models.ExperimentCreateFields]) -> Experiment:
        """Add an A/B test to a project; multivariate and multipage tests cannot be created.

        The vendor gives it two variations of half the traffic each, without code.
        """
        _check_conditions(fields.get("url_conditions"))
        body = self._new(models.ExperimentCreate, fields, _rules.experiment)
        return await self.one(experiments_api.create_experiment.request(project_id, body=body))

    async def update(self, experiment_id: int, /, **fields: Unpack[models.ExperimentUpdateFields]) -> Experiment:
        """Change the given fields of an experiment; see ``create``.

        ``status`` Running starts it, Paused stops it, and Archived takes it out of snippet and dashboard.
        """
        _check_conditions(fields.get("url_conditions"))
        return await self._change(experiment_id, models.ExperimentUpdate, fields)

    async def become(self, item: Experiment, status: Status) -> Experiment:
        """Change the status of an experiment, and nothing else."""
        if self._check_rules:
            self._check_item(item)
        return await self._put(self.id_of(item), {"status": status})

    async def delete(self, experiment_id: int, /) -> None:
        """Delete an experiment and its results, permanently; ``Experiment.archive`` keeps them."""
        await self._session.send(experiments_api.delete_experiment.request(experiment_id))

    async def results(self, experiment_id: int, /, **segment: Unpack[Segment]) -> Results:
        """The outcome by a traditional t-test: one row for each pair of variation and goal; none without goals.

        Args:
            experiment_id: of the experiment.
            **segment: as ``Segment`` describes.

        Raises:
            ServiceUnavailableError: the vendor is overloaded, which its documentation warns of.
            InvalidRequestError: half of a dimension was given, or an audience and a dimension.
        """
        found = self._segment(segment)
        return await self._session.send(results_api.get_experiment_results.request(experiment_id, **found))

    async def stats(self, experiment_id: int, /, **segment: Unpack[Segment]) -> Stats:
        """The outcome by Stats Engine, which experiments have that were started on or after 2015-01-21.

        Arguments and errors are those of ``results``.
        """
        found = self._segment(segment)
        request = results_api.get_experiment_stats.request(experiment_id, **found)
        return self._session.decode(request, await self._session.send_raw(request), read_stats)

    def fetch_results(
        self,
        wanted: _Wanted | None = None,
        *,
        project_id: int | None = None,
        **options: Unpack[SegmentBulkOptions],
    ) -> Outcomes[int, Results]:
        """``results`` of many experiments, concurrently; one outcome for each, whose key is the experiment's id.

        A 503, which the documentation warns of, makes all calls wait for the minute that it asks for; no outcome is
        lost to it while the deadline of a call (``with_options(timeout=...)``) leaves room for another attempt.

        Args:
            wanted: ids or experiments, mixed as you like; a list call such as ``project.experiments()`` fits. None
                means all of the account; a project whose experiments cannot be listed is then an outcome of its own,
                whose key is ``"project 12"``.
            project_id: in place of ``wanted``: all experiments of this project.
            **options: as ``BulkOptions`` and ``Segment`` describe.
        """
        segment = self._segment(selected(options, Segment))

        async def fetch(experiment_id: int) -> Callable[[], Results]:
            return await self._session.send_lazily(results_api.get_experiment_results.request(experiment_id, **segment))

        return self._bulk(fetch, self._wanted_ids(wanted, project_id), options, SegmentBulkOptions)

    def fetch_stats(
        self,
        wanted: _Wanted | None = None,
        *,
        project_id: int | None = None,
        **options: Unpack[SegmentBulkOptions],
    ) -> Outcomes[int, Stats]:
        """``stats`` of many experiments, concurrently; otherwise as ``fetch_results``."""
        segment = self._segment(selected(options, Segment))

        async def fetch(experiment_id: int) -> Callable[[], Stats]:
            request = results_api.get_experiment_stats.request(experiment_id, **segment)
            return partial(self._session.decode, request, await self._session.send_raw(request), read_stats)

        return self._bulk(fetch, self._wanted_ids(wanted, project_id), options, SegmentBulkOptions)

    def _wanted_ids(self, wanted: _Wanted | None, project_id: int | None) -> Restartable[int]:
        from .projects import Projects  # it imports this module

        return experiment_ids(wanted, project_id, projects=self.sibling(Projects).list, experiments=self.list)

    def _segment(self, given: Mapping[str, Any]) -> Any:
        """The segment as requests take it; what is wrong with it is known before a bulk call."""
        check_options(given, Segment, "a segment")
        found: dict[str, Any] = {name: given.get(name) for name in ("audience_id", "dimension_id", "dimension_value")}
        results_api.get_experiment_results.request(0, **found)
        if self._check_rules:
            _rules.segment(**found)
        return found

    def _prepared(self, fields: dict[str, Any]) -> dict[str, Any]:
        conditions = cast("Sequence[Any] | None", fields.get("url_conditions"))
        if not conditions:
            return fields
        return {**fields, "url_conditions": [_sendable(condition) for condition in conditions]}

    def _check_item(self, item: Experiment) -> None:
        _rules.experiment_type(item.experiment_type)

    def _check_update(self, fields: Mapping[str, Any]) -> None:
        _rules.experiment(fields)

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return experiments_api.get_experiment.request(item_id)

    def _put_request(self, item_id: int, body: Any) -> Request[Any, Any]:
        return experiments_api.update_experiment.request(item_id, body=body)


UrlCondition = models.UrlConditionInput | models.UrlCondition | Mapping[str, Any]
Results = list[models.Result]

_Wanted = Iterable[Experiment | int] | AsyncIterable[Experiment] | AsyncIterable[Experiment | int]

_READ_ONLY = models.UrlCondition.FIELDS.keys() - models.UrlConditionInput.FIELDS.keys()


def _check_conditions(given: object) -> None:
    if isinstance(given, list | tuple):  # anything else is refused, or can be read only once
        for index, condition in enumerate(cast("Sequence[object]", given)):
            check_fields(models.UrlCondition, condition, f"url_conditions[{index}]")


def _sendable(condition: Any) -> Any:
    """A URL condition without what only the vendor sets."""
    if not isinstance(condition, Mapping):
        return condition
    pairs = cast("Mapping[str, Any]", condition).items()
    return {name: value for name, value in pairs if name not in _READ_ONLY}
