"""Rules that are experiments, of a project or an environment or of all projects, as a source of rows."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Sequence
from contextlib import aclosing
from functools import partial
from typing import Any, cast

from ...bulk import Outcome, fetch_many
from ...errors import ConfigurationError, InvalidRequestError, NotFoundError
from ...paging import Pager
from ...resource import written
from ...results import ResultRow, RowContext
from ...source import Group, ListedExperiment, Source
from .._int_ids import SegmentKey, parse_int_ids, parse_project
from . import rows
from .client import OptimizelyFlags
from .rules import Rule, Rules


class OptimizelyFlagsSource(Source):
    """The rules of one project or of all that have flags, in one environment or all.

    A key is the id by which results are asked for, a rule's ``layer_experiment_id``, or the id and a segment.
    """

    client: OptimizelyFlags
    named_by = "path"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._variations: dict[str, dict[str, str | None]] = {}

    async def groups(self, ids: Sequence[str]) -> AsyncIterator[Group]:
        """All rules as one group."""
        found = self._with_ids(parse_int_ids(ids)) if ids else self._experiments()
        yield Group(self._readable(found, self._as_listed), self._fetch)

    async def _project_ids(self) -> AsyncGenerator[int]:
        """The given project, or all that have flags."""
        if self.scope.project is not None:
            yield parse_project(self.scope.project)
            return
        async with aclosing(self._listed(lambda: self.client.projects.list(page_size=100))) as projects:
            async for project in projects:
                if project.is_flags_enabled is not False:
                    yield cast("int", written(project.id))

    async def _experiments(self) -> AsyncGenerator[Rule]:
        """The rules that are experiments; those that were never started have no results yet, and are left out.

        Raises:
            ConfigurationError: no project has the environment.
        """
        environment, found = self.scope.environment, False
        async with aclosing(self._project_ids()) as projects:
            async for project in projects:
                if environment is not None and not await self._has_environment(project, environment):
                    continue
                found = True
                async with aclosing(self._listed(partial(self._rules_of, project), project)) as rules:
                    async for rule in rules:
                        if rule.layer_experiment_id is not None or not rule.lacks_results:
                            yield rule

        if environment is not None and not found and not self.failures:
            raise ConfigurationError(f"there is no environment {environment!r} in what the credentials can see")

    async def _has_environment(self, project: int, environment: str) -> bool:
        listed = self._listed(lambda: self.client.project(project).environments.list(), project)
        async with aclosing(listed) as environments:
            return environment in [one.key async for one in environments]

    def _rules_of(self, project: int) -> Pager[Rule]:
        return self.client.project(project).rules.list(
            environments=self.scope.environment, page_size=100, prefetch=True
        )

    async def _with_ids(self, ids: Sequence[int]) -> AsyncGenerator[Rule]:
        """The rules with these ids; without a project, each is looked for in every one."""
        projects = [project async for project in self._project_ids()]

        async def get(experiment_id: int) -> Rule:
            for project in projects[:-1]:
                try:
                    return self._of_scope(await self.client.project(project).rules.get(experiment_id))
                except NotFoundError:
                    continue
            if not projects:
                raise ConfigurationError("there is no project with flags")
            return self._of_scope(await self.client.project(projects[-1]).rules.get(experiment_id))

        async with aclosing(self._looked_up(get, ids)) as found:
            async for rule in found:
                yield rule

    def _of_scope(self, rule: Rule) -> Rule:
        environment = self.scope.environment
        if environment is not None and rule.environment_key != environment:
            raise InvalidRequestError(f"it is a rule of the environment {rule.environment_key!r}, not {environment!r}")
        return rule

    def _as_listed(self, one: Rule) -> ListedExperiment:
        if one.layer_experiment_id is None:
            raise InvalidRequestError("the vendor's answer has no layer_experiment_id, by which results are asked for")
        key = written(one.layer_experiment_id)
        segments = {SegmentKey(key, segment): (key, segment) for segment in self.scope.segments}
        info = rows.experiment_info(one, project=one.project_id)
        return ListedExperiment(info, one, segments or {key: key})

    def _fetch(self, keys: AsyncIterator[Any]) -> AsyncIterable[Outcome[Any, Any]]:
        rules = self._any_rules
        if not self.scope.segments:
            return (rules.fetch_timeseries if self.scope.series else rules.fetch_results)(keys, **self.bulk)
        parts = {text: self.vendor.segment(text) for text in self.scope.segments}

        async def fetch_one(key: SegmentKey) -> Any:
            segment = parts[key.segment]
            (attribute,) = parse_int_ids([segment.id or ""])
            ask = rules.timeseries if self.scope.series else rules.results
            return await ask(key.experiment_id, attribute_id=attribute, attribute_value=segment.value)

        bulk: dict[str, Any] = {**self.bulk} or {"concurrency": "auto", "limiter": rules.limiter}
        return fetch_many(fetch_one, keys, **bulk)

    @property
    def _any_rules(self) -> Rules:
        """Results are found by their ids alone: the project does not matter."""
        return self.client.project(_ANY).rules

    def rows(self, key: Any, response: Any, listed: ListedExperiment) -> list[ResultRow]:
        """The rows of a rule's results, or of its time series."""
        to_rows = rows.from_timeseries if self.scope.series else rows.from_results
        context: RowContext = {**self.context}
        if isinstance(key, SegmentKey):
            context["segment"] = key.segment
        found = to_rows(response, listed.experiment, project=listed.info.project, **context)
        self._variations[listed.info.experiment_id] = {
            row.variation_id: row.variation_name for row in found if row.variation_id is not None
        }
        return found

    async def allocation(self, listed: ListedExperiment) -> dict[str, float]:
        """Of the variations; nothing is sent."""
        return rows.allocation(listed.experiment, self._variations.get(listed.info.experiment_id))

    async def probe(self) -> object:
        """List one flag of the project, or one project."""
        if self.scope.project is not None:
            return await self.client.project(parse_project(self.scope.project)).flags.list(page_size=1)
        try:
            return await self.client.projects.list(page_size=1)
        except ConfigurationError:  # it is unknown where projects are: what is at the base URL says more
            return await self.client.project(_ANY).flags.list(page_size=1)


_ANY = 1
"""A project that need not exist."""
