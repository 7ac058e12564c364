"""Experiments and results of Optimizely's projects, as a source of rows."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import Any

from ...bulk import Outcomes
from ...paging import Pager
from ...results import ExperimentInfo, ResultRow
from ...source import ListedExperiment
from ...vendor import Segment
from .._int_ids import IntIdSource, parse_int_ids
from . import rows
from .client import Optimizely
from .experiments import Experiment
from .projects import Project


class OptimizelySource(IntIdSource):
    """The projects of an Optimizely account; a key is an experiment's id, or the id and a segment."""

    client: Optimizely

    def _list_projects(self) -> Pager[Project]:
        return self.client.projects.list(page_size=100)

    def _list(self, project: int) -> Pager[Experiment]:
        return self.client.experiments.list(project, page_size=100, prefetch=True)

    def _fetch(self, keys: AsyncIterator[int]) -> Outcomes[int, Any]:
        experiments = self.client.experiments
        return (experiments.fetch_timeseries if self.scope.series else experiments.fetch_results)(keys, **self.bulk)

    def _part(self, segment: Segment) -> dict[str, Any]:
        if segment.id is None:
            return {segment.kind: segment.value}
        (number,) = parse_int_ids([segment.id])
        return {"attribute_id": number, "attribute_value": segment.value}

    async def _results_of(self, experiment_id: int, part: Mapping[str, Any]) -> Any:
        experiments = self.client.experiments
        return await (experiments.timeseries if self.scope.series else experiments.results)(experiment_id, **part)

    def _info(self, experiment: Experiment) -> ExperimentInfo:
        return rows.experiment_info(experiment)

    def rows(self, key: Any, response: Any, listed: ListedExperiment) -> list[ResultRow]:
        """The rows of an experiment's results, or of its time series."""
        to_rows = rows.from_timeseries if self.scope.series else rows.from_results
        return to_rows(response, listed.experiment, **self._context_of(key))

    async def allocation(self, listed: ListedExperiment) -> dict[str, float]:
        """Of the variations; nothing is sent."""
        return rows.allocation(listed.experiment)

    async def probe(self) -> object:
        """List one project."""
        return await self.client.projects.list(page_size=1)
