"""Experiments and results of Optimizely's projects, as a source of rows."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from functools import partial
from typing import Any

from ...bulk import Outcomes
from ...paging import Pager
from ...resource import written
from ...results import ResultRow
from ...source import Group, ListedExperiment, Source, parse_int_ids
from . import rows
from .client import Optimizely
from .experiments import Experiment


class OptimizelySource(Source):
    """The projects of an Optimizely account; a key is an experiment's id."""

    client: Optimizely

    async def groups(self, ids: Sequence[str]) -> AsyncIterator[Group]:
        """All experiments as one group."""
        experiments = self.client.experiments

        def fetch(keys: AsyncIterator[int]) -> Outcomes[int, Any]:
            return experiments.fetch_results(keys, **self.bulk)

        found = self._looked_up(experiments.get, parse_int_ids(ids)) if ids else self._all()
        yield Group(self._readable(found, self._as_listed), fetch)

    async def _all(self) -> AsyncIterator[Experiment]:
        async for project in self._projects(lambda: self.client.projects.list(page_size=100)):
            async for one in self._listed(partial(self._list, project), project):
                yield one

    def _list(self, project: Any) -> Pager[Experiment]:
        return self.client.experiments.list(self._project_number(project), page_size=100, prefetch=True)

    def _as_listed(self, one: Experiment) -> ListedExperiment:
        return ListedExperiment(rows.experiment_info(one), one, {written(one.id): one.id})

    def rows(self, key: Any, response: Any, listed: ListedExperiment) -> list[ResultRow]:
        """The rows of an experiment's results."""
        return rows.from_results(response, listed.experiment, **self.context)

    async def allocation(self, listed: ListedExperiment) -> dict[str, float]:
        """Of the variations; nothing is sent."""
        return rows.allocation(listed.experiment)

    async def probe(self) -> object:
        """List one project."""
        return await self.client.projects.list(page_size=1)
