"""Experiments and results of an environment of LaunchDarkly, as a source of rows."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any, NamedTuple

from abclient_api.launchdarkly import models

from ...bulk import Outcomes, fetch_many
from ...errors import ABClientError, GoneError, NotFoundError
from ...results import ResultRow
from ...source import Group, ListedExperiment, Source
from . import rows
from ._gone import HINT
from ._metrics import metric_keys
from ._metrics import unmeasured as find_unmeasured
from .client import LaunchDarkly
from .experiment import Experiment
from .experiments import Expand, ResultKey

_PLACES = frozenset({"vendor", "project", "environment", "account"})
"""What a table of counts may name besides, and the scope says."""


class IterationKey(NamedTuple):
    """Which results: of one iteration of an experiment, for one metric."""

    experiment_key: str
    metric_key: str
    iteration_id: str | None


class LaunchDarklySource(Source):
    """An environment of LaunchDarkly; a key is of an experiment and a metric, or of these and an iteration."""

    client: LaunchDarkly
    named_by = "key"

    async def groups(self, ids: Sequence[str]) -> AsyncIterator[Group]:
        """All experiments of the environment as one group, archived ones too."""
        experiments = self.client.experiments(self.scope.project or "", self.scope.environment or "")

        expand: list[Expand] = ["treatments", "secondaryMetrics", "analysisConfig"]
        if self.scope.iterations:
            expand.append("previousIterations")

        async def get(key: str) -> Experiment:
            return await experiments.get(key, expand=expand)

        async def fetch_one(key: IterationKey) -> Any:
            return await experiments.results(key.experiment_key, key.metric_key, iteration_id=key.iteration_id)

        def fetch(keys: AsyncIterator[Any]) -> Outcomes[Any, Any]:
            if self.scope.iterations:
                return fetch_many(fetch_one, keys, **self.bulk_options)
            return experiments.fetch_results(keys, **self.bulk)

        listing = experiments.list(lifecycle_state=["active", "archived"], expand=expand, page_size=100)
        found = self._looked_up(get, ids) if ids else self._listed(lambda: listing)
        yield Group(self._readable(found, self._as_listed), fetch)

    def _as_listed(self, one: Experiment) -> ListedExperiment:
        keys: list[ResultKey | IterationKey] = [ResultKey(one.key, metric) for metric in one.metric_keys]
        unmeasured = one.unmeasured
        if self.scope.iterations:
            iterations = _iterations(one)
            keys = [IterationKey(one.key, metric, it.id) for it in iterations for metric in metric_keys(it)]
            unmeasured = {name: why for it in iterations for name, why in find_unmeasured(one.key, it).items()}
        for group, error in unmeasured.items():
            self.failures["/".join(filter(None, (one.key, group)))] = error
        info = rows.experiment_info(one, project=self.scope.project, environment=self.scope.environment)
        return ListedExperiment(info, one, {key: tuple(key) for key in keys}, complete=not unmeasured)

    def rows(self, key: Any, response: Any, listed: ListedExperiment) -> list[ResultRow]:
        """The rows of one metric's results, of the current iteration or of the one that the key names."""
        iteration = None
        if isinstance(key, IterationKey):
            iteration = next(it for it in _iterations(listed.experiment) if it.id == key.iteration_id)
        return rows.from_results(
            response,
            listed.experiment,
            key.metric_key,
            project=self.scope.project,
            environment=self.scope.environment,
            iteration=iteration,
            **self.context,
        )

    async def allocation(self, listed: ListedExperiment) -> dict[str, float]:
        """Of the current iteration; nothing is sent."""
        return rows.allocation(listed.experiment)

    async def probe(self) -> object:
        """List one experiment."""
        # These two are what LaunchDarkly calls the project and environment that a new account comes with.
        experiments = self.client.experiments(self.scope.project or "default", self.scope.environment or "production")
        return await experiments.list(page_size=1)

    def from_counts(self, listed: ListedExperiment, counts: Sequence[Mapping[str, Any]]) -> list[ResultRow]:
        """As ``Experiment.analyse``; needs the extra ``analysis``."""
        from ._counts import rows_of_counts

        lines = [{name: value for name, value in line.items() if name not in _PLACES} for line in counts]
        return rows_of_counts(
            listed.experiment,
            lines,
            project=self.scope.project,
            environment=self.scope.environment,
            account=self.scope.account,
        )

    async def notes(self) -> Sequence[str]:
        """Whether results are offered, and which experiments do not name all metrics; by a page of experiments."""
        if self.scope.project is None or self.scope.environment is None:
            return ()
        experiments = self.client.experiments(self.scope.project, self.scope.environment)
        listing = experiments.list(expand="secondaryMetrics", lifecycle_state=["active", "archived"], page_size=100)
        started = [one for one in await listing if one.current_iteration is not None]
        reasons = [error.message for one in started for error in one.unmeasured.values()]
        found = [f"results cannot all be asked for: {reason}" for reason in reasons]
        one = next((one for one in started if one.metric_keys), None)
        if one is not None:
            try:
                await one.results(one.metric_keys[0])
            except (NotFoundError, GoneError):
                found.insert(0, f"results: not offered by this server. {HINT}")
        return found

    def shows_valid_credentials(self, error: ABClientError, url: str) -> bool:
        """LaunchDarkly itself says only to valid tokens that a project or an environment does not exist.

        Any server responds with 404 to what it does not know, such as everything below a wrong address.
        """
        return (
            isinstance(error, NotFoundError)
            and error.code == "not_found"
            and "/api/v2/api/v2/" not in url  # an address must not have the part that the client adds
        )


def _iterations(experiment: models.Experiment) -> list[models.IterationRep]:
    """The iterations of an experiment that were loaded, the current one first."""
    current = experiment.current_iteration
    return [*([current] if current else []), *(experiment.previous_iterations or ())]
