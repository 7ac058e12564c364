"""Experiments and results of Optimizely Classic's projects, as a source of rows."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from typing import Any, cast

from ...bulk import Outcome
from ...paging import Pager
from ...results import ExperimentInfo, ResultRow
from ...source import ListedExperiment
from ...vendor import Segment
from .._int_ids import IntIdSource, parse_int_ids
from . import rows
from .client import OptimizelyClassic
from .experiments import Experiment
from .projects import Project
from .stats import Stat


class OptimizelyClassicSource(IntIdSource):
    """The projects of an Optimizely Classic account; a key is an experiment's id, or the id and a segment."""

    client: OptimizelyClassic

    def _list_projects(self) -> Pager[Project]:
        return self.client.projects.list()

    def _list(self, project: int) -> Pager[Experiment]:
        return self.client.experiments.list(project)

    def _info(self, experiment: Experiment) -> ExperimentInfo:
        return rows.experiment_info(experiment)

    async def _fetch(self, keys: AsyncIterator[int]) -> AsyncGenerator[Outcome[int, Any]]:
        """Stats Engine's results; of experiments that are older than it and have none, those by t-test."""
        older: list[int] = []
        async with self.client.experiments.fetch_stats(keys, **self.bulk) as stats:
            async for outcome in stats:
                if outcome.ok and not outcome.value:
                    older.append(outcome.key)
                else:
                    yield cast("Outcome[int, Any]", outcome)
        async with self.client.experiments.fetch_results(older, **self.bulk) as tested:
            async for result in tested:
                yield cast("Outcome[int, Any]", result)

    def _part(self, segment: Segment) -> dict[str, Any]:
        (number,) = parse_int_ids([segment.value if segment.id is None else segment.id])
        return (
            {"audience_id": number}
            if segment.id is None
            else {"dimension_id": number, "dimension_value": segment.value}
        )

    async def _results_of(self, experiment_id: int, part: Mapping[str, Any]) -> Any:
        experiments = self.client.experiments
        return await experiments.stats(experiment_id, **part) or await experiments.results(experiment_id, **part)

    def rows(self, key: Any, response: Any, listed: ListedExperiment) -> list[ResultRow]:
        """The rows of an experiment's results, whichever of the two kinds they are."""
        by_stats = bool(response) and isinstance(response[0], Stat)
        to_rows = rows.from_stats if by_stats else rows.from_results
        return to_rows(response, listed.experiment, **self._context_of(key))

    async def allocation(self, listed: ListedExperiment) -> dict[str, float]:
        """Of the variations, which are listed for it."""
        variations = self.client.variations.list(listed.experiment.id)
        return rows.allocation([one async for one in variations])

    async def probe(self) -> object:
        """List the projects."""
        return await self.client.projects.list()
