"""Experiments and results of an environment of LaunchDarkly, as a source of rows."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from typing import Any

from ...bulk import Outcomes
from ...errors import ABClientError, NotFoundError
from ...results import ResultRow
from ...source import Group, ListedExperiment, Source
from . import rows
from .client import LaunchDarkly
from .experiments import Experiment, ResultKey


class LaunchDarklySource(Source):
    """An environment of LaunchDarkly; a key is of an experiment and a metric."""

    client: LaunchDarkly
    named_by = "key"

    async def groups(self, ids: Sequence[str]) -> AsyncIterator[Group]:
        """All experiments of the environment as one group, archived ones too."""
        experiments = self.client.experiments(self.scope.project or "", self.scope.environment or "")

        async def get(key: str) -> Experiment:
            return await experiments.get(key, expand=["treatments", "secondaryMetrics"])

        def fetch(keys: AsyncIterator[ResultKey]) -> Outcomes[ResultKey, Any]:
            return experiments.fetch_results(keys, **self.bulk)

        listing = experiments.list(
            lifecycle_state=["active", "archived"], expand=["treatments", "secondaryMetrics"], page_size=100
        )
        found = self._looked_up(get, ids) if ids else self._listed(lambda: listing)
        yield Group(self._readable(found, self._as_listed), fetch)

    def _as_listed(self, one: Experiment) -> ListedExperiment:
        unmeasured = one.unmeasured
        for group, error in unmeasured.items():
            self.failures["/".join(filter(None, (one.key, group)))] = error
        keys = [ResultKey(one.key, metric) for metric in one.metric_keys]
        info = rows.experiment_info(one, project=self.scope.project, environment=self.scope.environment)
        return ListedExperiment(info, one, {key: tuple(key) for key in keys}, complete=not unmeasured)

    def rows(self, key: Any, response: Any, listed: ListedExperiment) -> list[ResultRow]:
        """The rows of one metric's results."""
        return rows.from_results(
            response,
            listed.experiment,
            key.metric_key,
            project=self.scope.project,
            environment=self.scope.environment,
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

    def shows_valid_credentials(self, error: ABClientError, url: str) -> bool:
        """LaunchDarkly itself says only to valid tokens that a project or an environment does not exist.

        Any server responds with 404 to what it does not know, such as everything below a wrong address.
        """
        return (
            isinstance(error, NotFoundError)
            and error.code == "not_found"
            and "/api/v2/api/v2/" not in url  # an address must not have the part that the client adds
        )
