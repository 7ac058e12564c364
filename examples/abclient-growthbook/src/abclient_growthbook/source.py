"""Experiments and results of GrowthBook's projects, as a source of rows."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Sequence
from contextlib import aclosing
from typing import Any, TypeAlias

from abclient import ABClientError, NotFoundError, Outcome, Outcomes, Pager, fetch_many
from abclient.results import ResultRow
from abclient.source import Group, ListedExperiment, Source

from . import rows
from .analysis import AnyMetric, Levels, levels_of
from .client import GrowthBook
from .experiments import Experiment
from .latest import PAGE, ResultsKey, latest_outcomes
from .rest import models

AnyOutcomes: TypeAlias = "Outcomes[Any, Any] | AsyncGenerator[Outcome[Any, Any]]"


class GrowthBookSource(Source):
    """The experiments of one project or of all; a key is of an experiment, and of a phase or a segment if asked for."""

    client: GrowthBook

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._metrics: dict[str, AnyMetric] = {}
        self._levels: dict[str | None, Levels] = {None: Levels()}
        self._listed_ids: set[str] = set()

    async def groups(self, ids: Sequence[str]) -> AsyncIterator[Group]:
        """All experiments as one group, archived ones too."""
        experiments = self.client.experiments
        found: AsyncGenerator[Experiment]
        if ids:
            found = self._looked_up(experiments.get, ids)
        else:
            found = self._listed(lambda: experiments.list(project_id=self.scope.project, page_size=PAGE))
        each = bool(ids or self.scope.segments or self.scope.iterations)

        def fetch(keys: AsyncIterator[Any]) -> AsyncGenerator[Outcome[Any, Any]]:
            return self._fetched(self._one_by_one(keys) if each else self._fetch_latest(keys))

        yield Group(self._readable(found, self._as_listed), fetch)

    async def _fetched(self, outcomes: AnyOutcomes) -> AsyncGenerator[Outcome[Any, Any]]:
        """The outcomes, once what their rows need is known."""
        async with aclosing(outcomes):
            await self._load_metrics()
            await self._load_levels()
            async for outcome in outcomes:
                yield outcome

    async def _load_metrics(self) -> None:
        """Their types and directions, which results do not have."""
        client, project = self.client, self.scope.project
        listings: tuple[Callable[[], Pager[Any]], ...] = (
            lambda: client.metrics.list(project_id=project, page_size=PAGE),
            lambda: client.fact_metrics.list(project_id=project, page_size=PAGE),
        )
        for listing in listings:
            async for metric in self._known("metrics", listing):
                self._metrics[metric.id] = metric

    async def _load_levels(self) -> None:
        """From when on a result counts, by project."""
        organization: models.OrganizationSettings | None = None
        try:
            organization = await self.client.settings()
        except NotFoundError:
            pass  # a server of an edition before the operation; what it has is the vendor's default
        except ABClientError as error:
            self.failures["settings"] = error
        self._levels = {None: levels_of(organization)}
        async for project in self._known("projects", lambda: self.client.projects.list(page_size=PAGE)):
            self._levels[project.id] = levels_of(organization, project.settings)

    async def _known(self, what: str, listing: Callable[[], Pager[Any]]) -> AsyncGenerator[Any]:
        """The items of a list that rows are better with; without it, there is a failure, and rows all the same."""
        try:
            async with aclosing(self._listed(listing)) as items:
                async for item in items:
                    yield item
        except ABClientError as error:
            self.failures[what] = error

    def _as_listed(self, one: Experiment) -> ListedExperiment:
        self._listed_ids.add(one.id)
        info = rows.experiment_info(one)
        keys: dict[Any, Any] = {}
        if one.status != "draft":  # of which the vendor computes nothing
            phases = range(len(one.phases or ())) if self.scope.iterations else (None,)
            for phase in phases:
                for segment in self.scope.segments or (None,):
                    parts = (one.id, phase, segment)
                    name = tuple(part for part in parts if part is not None)
                    keys[ResultsKey(*parts)] = name if len(name) > 1 else one.id
        return ListedExperiment(info, one, keys)

    def _one_by_one(self, keys: Iterable[Any] | AsyncIterator[Any]) -> Outcomes[Any, Any]:
        async def results(key: ResultsKey) -> models.ExperimentResults | None:
            dimension = None if key.segment is None else self.vendor.segment(key.segment).id
            return await self.client.experiments.results(key.experiment_id, phase=key.phase, dimension=dimension)

        return fetch_many(results, keys, **self.bulk_options)

    def _fetch_latest(self, keys: AsyncIterator[Any]) -> AsyncGenerator[Outcome[Any, Any]]:
        listing = self.client.experiments.latest_results(project_id=self.scope.project, page_size=PAGE)
        return latest_outcomes(keys, listing, self._listed_ids, self._one_by_one)

    def rows(self, key: Any, response: Any, listed: ListedExperiment) -> list[ResultRow]:
        """The rows of an experiment's results."""
        context = self.context
        value = None
        if key.segment is not None:
            value = self.vendor.segment(key.segment).value
            context["segment"] = key.segment
        levels = self._levels.get(listed.info.project, self._levels[None])
        return rows.from_results(
            response, listed.experiment, metrics=self._metrics, levels=levels, value=value, **context
        )

    async def allocation(self, listed: ListedExperiment) -> dict[str, float]:
        """Of the last phase; nothing is sent."""
        return rows.allocation(listed.experiment)

    async def probe(self) -> object:
        """List one project."""
        return await self.client.projects.list(page_size=1)
