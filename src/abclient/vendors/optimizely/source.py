"""Experiments and results of Optimizely's projects, as a source of rows."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from ...bulk import Outcomes
from ...paging import Pager
from ...results import ExperimentInfo, ResultRow
from ...source import ListedExperiment
from .._int_ids import IntIdSource
from . import rows
from .client import Optimizely
from .experiments import Experiment
from .projects import Project


class OptimizelySource(IntIdSource):
    """The projects of an Optimizely account; a key is an experiment's id."""

    client: Optimizely

    def _list_projects(self) -> Pager[Project]:
        return self.client.projects.list(page_size=100)

    def _list(self, project: int) -> Pager[Experiment]:
        return self.client.experiments.list(project, page_size=100, prefetch=True)

    def _fetch(self, keys: AsyncIterator[int]) -> Outcomes[int, Any]:
        return self.client.experiments.fetch_results(keys, **self.bulk)

    def _info(self, experiment: Experiment) -> ExperimentInfo:
        return rows.experiment_info(experiment)

    def rows(self, key: Any, response: Any, listed: ListedExperiment) -> list[ResultRow]:
        """The rows of an experiment's results."""
        return rows.from_results(response, listed.experiment, **self.context)

    async def allocation(self, listed: ListedExperiment) -> dict[str, float]:
        """Of the variations; nothing is sent."""
        return rows.allocation(listed.experiment)

    async def probe(self) -> object:
        """List one project."""
        return await self.client.projects.list(page_size=1)
