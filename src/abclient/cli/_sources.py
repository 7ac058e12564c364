"""Experiments and result rows of one vendor, whichever it is, as streams.

A source lists experiments, hands the keys of their results to the vendor's own bulk call, and makes the answers rows.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import aclosing, asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from .._aio import flat_map
from ..bulk import Outcome, fetch_many
from ..errors import ABClientError, DecodeError
from ..export import Key, as_rows
from ..resource import written
from ..results import ResultRow, convert, launchdarkly, optimizely, optimizely_classic
from ._found import Bulk, Found, Got, Group, Meter, unwritable
from ._run import UsageProblem
from ._vendors import Asked, open_client

if TYPE_CHECKING:
    from ..client import Client
    from ..paging import Pager
    from ..vendors.convert import Convert, Experience, ProjectContents, ReportKey
    from ..vendors.launchdarkly import Experiment as LaunchDarklyExperiment
    from ..vendors.launchdarkly import LaunchDarkly, ResultKey
    from ..vendors.optimizely import Experiment as OptimizelyExperiment
    from ..vendors.optimizely import Optimizely
    from ..vendors.optimizely_classic import Experiment as ClassicExperiment
    from ..vendors.optimizely_classic import OptimizelyClassic

T = TypeVar("T")


class Source(ABC):
    """What a vendor has.

    Args:
        client: an open client.
        asked: which experiments.

    Attributes:
        named_by: the attribute that names an experiment.
        failures: why, by the name of what could not be listed, read or looked up.
    """

    client: Any
    named_by: str = "id"

    def __init__(self, client: Client, asked: Asked) -> None:
        self.client = client
        self.asked: Asked = asked
        self.failures: dict[str, Exception] = {}

    @property
    def pace(self) -> dict[str, Any]:
        """The keywords of ``fetch_many`` for calls that are no bulk calls of the vendor's client."""
        return self.asked.pace or {"concurrency": "auto", "limiter": self.client.limiter}

    @abstractmethod
    def groups(self, ids: Sequence[str]) -> AsyncIterator[Group]:
        """The experiments with these ids, or without any id all of them, by bulk call."""

    @abstractmethod
    def rows(self, key: Any, answer: Any, found: Found) -> list[ResultRow]:
        """The rows of an answer."""

    @abstractmethod
    async def allocation(self, found: Found) -> dict[str, float]:
        """The shares of traffic that its variations should get, by id; empty where nobody says."""

    @abstractmethod
    async def probe(self) -> object:
        """Ask the vendor for as little as possible."""

    async def experiments(self, ids: Sequence[str] = ()) -> AsyncGenerator[Found]:
        """The experiments with these ids, or without any id all of them."""
        async for group in self.groups(ids):
            async for found in group.found:
                yield found

    async def items(
        self,
        ids: Sequence[str] = (),
        *,
        see: Callable[[Found], None] = lambda found: None,
        wants: Callable[[Key, Found], bool] = lambda key, found: True,
        meter: Meter,
    ) -> AsyncGenerator[Got]:
        """Rows, or why there are none, of the experiments with these ids, or of all; as they come.

        Args:
            ids: of the experiments.
            see: is shown every experiment, before its keys.
            wants: whether to fetch what a key stands for.
            meter: is told how far this is.
        """
        async for group in self.groups(ids):
            async with aclosing(self._items(group, see, wants, meter)) as items:
                async for item in items:
                    yield item

    async def _items(
        self, group: Group, see: Callable[[Found], None], wants: Callable[[Key, Found], bool], meter: Meter
    ) -> AsyncGenerator[Got]:
        asked: dict[Any, tuple[Key, Found]] = {}

        async def keys() -> AsyncIterator[Any]:
            async with aclosing(group.found) as experiments:
                async for found in experiments:
                    see(found)
                    for key, name in found.keys.items():
                        if key not in asked and wants(name, found):
                            asked[key] = (name, found)
                            meter.expect()
                            yield key

        def to_rows(outcome: Outcome[Any, Any]) -> list[ResultRow]:
            return self.rows(outcome.key, outcome.value, asked[outcome.key][1])

        async with aclosing(as_rows(group.fetch(keys()), to_rows)) as items:
            async for key, rows in items:
                meter.advance()
                yield Got(*asked.pop(key), list(rows) if not isinstance(rows, Exception) else rows)

    async def _looked_up(self, get: Callable[[Any], Awaitable[T]], ids: Sequence[object]) -> AsyncIterator[T]:
        """What these ids stand for; those that stand for nothing are failures."""
        async with fetch_many(get, dict.fromkeys(ids), ordered=True, **self.pace) as outcomes:
            async for outcome in outcomes:
                if outcome.error is None:
                    yield outcome.value
                else:
                    self.failures[str(outcome.key)] = outcome.error

    def _readable(self, items: AsyncIterable[T], found: Callable[[T], Found]) -> AsyncGenerator[Found]:
        """What the items are in the words of all vendors; one that cannot be said so is a failure, and so is a key."""
        return flat_map(items, lambda item: self._read(item, found))

    def _read(self, item: Any, found: Callable[[Any], Found]) -> list[Found]:
        called = f"{type(item).__name__.lower()} {getattr(item, self.named_by)}"
        try:
            one = found(item)
            failed = unwritable(one.keys)
        except Exception as error:
            self.failures[called] = error
            return []
        self.failures |= {f"{called}, {key!a}": why for key, why in failed.items()}
        return [one._replace(keys={key: name for key, name in one.keys.items() if key not in failed})]

    async def _listed(self, listing: Callable[[], Pager[T]], project: object = None) -> AsyncIterator[T]:
        """What a list has; an item that cannot be read is a failure, and so is the list of one of many projects."""
        one_of_many = project is not None and self.asked.project is None
        where = f" of project {project}" if one_of_many else ""
        try:
            async for item in listing().entries():
                if isinstance(item, DecodeError):
                    kind = "" if item.item is None else f"{item.model.lower()} "
                    self.failures[f"{kind}{item.place}{where}"] = item
                else:
                    yield item
        except (ABClientError, TypeError, ValueError) as error:
            if not one_of_many:
                raise
            self.failures[f"project {project}"] = error

    def _number(self, project: Any) -> int:
        """A project's id, as a vendor that counts them takes it: one from an answer goes out as it came."""
        return whole([project])[0] if project == self.asked.project else cast("int", written(project))

    async def _projects(self, projects: Pager[Any]) -> AsyncIterator[Any]:
        """The id of the project asked for, or of each that there is."""
        if self.asked.project is not None:
            yield self.asked.project
        else:
            async for project in self._listed(lambda: projects):
                yield project.id


class LaunchDarklySource(Source):
    """An environment of LaunchDarkly; a key is of an experiment and a metric."""

    client: LaunchDarkly
    named_by = "key"

    async def groups(self, ids: Sequence[str]) -> AsyncIterator[Group]:
        project, environment = self.asked.project, self.asked.environment
        if project is None or environment is None:
            variables = [self.asked.vendor.variable(name) for name in ("project", "environment")]
            raise UsageProblem(
                f"LaunchDarkly needs --project and --environment, or {' and '.join(variables)} in the environment"
            )
        there = self.client.experiments(project, environment)

        async def get(key: str) -> LaunchDarklyExperiment:
            return await there.get(key, expand=["treatments", "secondaryMetrics"])

        def fetch(keys: AsyncIterator[ResultKey]) -> Bulk:
            return there.fetch_results(keys, **self.asked.pace)

        listing = there.list(
            lifecycle_state=["active", "archived"], expand=["treatments", "secondaryMetrics"], page_size=100
        )
        experiments = self._looked_up(get, ids) if ids else self._listed(lambda: listing)
        yield Group(self._readable(experiments, self._found), fetch)

    def _found(self, one: LaunchDarklyExperiment) -> Found:
        from ..vendors.launchdarkly import ResultKey

        unmeasured = one.unmeasured
        for group, error in unmeasured.items():
            self.failures["/".join(filter(None, (one.key, group)))] = error
        keys = [ResultKey(one.key, metric) for metric in one.metric_keys]
        subject = launchdarkly.subject(one, project=self.asked.project, environment=self.asked.environment)
        return Found(subject, one, {key: tuple(key) for key in keys}, complete=not unmeasured)

    def rows(self, key: Any, answer: Any, found: Found) -> list[ResultRow]:
        return launchdarkly.from_results(
            answer,
            found.experiment,
            key.metric_key,
            project=self.asked.project,
            environment=self.asked.environment,
            fetched_at=datetime.now(UTC),
        )

    async def allocation(self, found: Found) -> dict[str, float]:
        return launchdarkly.allocation(found.experiment)

    async def probe(self) -> object:
        # These two are what LaunchDarkly calls the project and environment that a new account comes with.
        there = self.client.experiments(self.asked.project or "default", self.asked.environment or "production")
        return await there.list(page_size=1)


class OptimizelySource(Source):
    """The projects of an Optimizely account; a key is an experiment's id."""

    client: Optimizely

    async def groups(self, ids: Sequence[str]) -> AsyncIterator[Group]:
        experiments = self.client.experiments

        def fetch(keys: AsyncIterator[int]) -> Bulk:
            return experiments.fetch_results(keys, **self.asked.pace)

        found = self._looked_up(experiments.get, whole(ids)) if ids else self._all()
        yield Group(
            self._readable(found, lambda one: Found(optimizely.subject(one), one, {written(one.id): one.id})), fetch
        )

    async def _all(self) -> AsyncIterator[OptimizelyExperiment]:
        async for project in self._projects(self.client.projects.list(page_size=100)):
            async for one in self._listed(partial(self._list, project), project):
                yield one

    def _list(self, project: Any) -> Pager[OptimizelyExperiment]:
        return self.client.experiments.list(self._number(project), page_size=100, prefetch=True)

    def rows(self, key: Any, answer: Any, found: Found) -> list[ResultRow]:
        return optimizely.from_results(answer, found.experiment, fetched_at=datetime.now(UTC))

    async def allocation(self, found: Found) -> dict[str, float]:
        return optimizely.allocation(found.experiment)

    async def probe(self) -> object:
        return await self.client.projects.list(page_size=1)


class ClassicSource(Source):
    """The projects of an Optimizely Classic account; a key is an experiment's id."""

    client: OptimizelyClassic

    async def groups(self, ids: Sequence[str]) -> AsyncIterator[Group]:
        found = self._looked_up(self.client.experiments.get, whole(ids)) if ids else self._all()
        yield Group(
            self._readable(found, lambda one: Found(optimizely_classic.subject(one), one, {written(one.id): one.id})),
            self._fetch,
        )

    async def _all(self) -> AsyncIterator[ClassicExperiment]:
        async for project in self._projects(self.client.projects.list()):
            async for one in self._listed(partial(self._list, project), project):
                yield one

    def _list(self, project: Any) -> Pager[ClassicExperiment]:
        return self.client.experiments.list(self._number(project))

    async def _fetch(self, keys: AsyncIterator[int]) -> AsyncGenerator[Outcome[int, Any]]:
        """Stats Engine's results; of experiments that are older than it and have none, those by t-test."""
        older: list[int] = []
        async with self.client.experiments.fetch_stats(keys, **self.asked.pace) as stats:
            async for outcome in stats:
                if outcome.ok and not outcome.value:
                    older.append(outcome.key)
                else:
                    yield cast("Outcome[int, Any]", outcome)
        async with self.client.experiments.fetch_results(older, **self.asked.pace) as tested:
            async for result in tested:
                yield cast("Outcome[int, Any]", result)

    def rows(self, key: Any, answer: Any, found: Found) -> list[ResultRow]:
        from ..vendors.optimizely_classic import Stat

        by_stats = bool(answer) and isinstance(answer[0], Stat)
        to_rows = optimizely_classic.from_stats if by_stats else optimizely_classic.from_results
        return to_rows(answer, found.experiment, fetched_at=datetime.now(UTC))

    async def allocation(self, found: Found) -> dict[str, float]:
        variations = self.client.variations.list(found.experiment.id)
        return optimizely_classic.allocation([one async for one in variations])

    async def probe(self) -> object:
        return await self.client.projects.list()


class ConvertSource(Source):
    """The projects of a Convert application; a key is of a project and an experience."""

    client: Convert

    async def groups(self, ids: Sequence[str]) -> AsyncIterator[Group]:
        if ids and self.asked.project is None:
            variable = self.asked.vendor.variable("project")
            raise UsageProblem(f"Convert needs the --project of an experience, or {variable} in the environment")
        async for project in self._projects(self.client.projects.list()):
            yield self._group(self.client.project(str(project)), ids)

    def _group(self, contents: ProjectContents, ids: Sequence[str]) -> Group:
        from ..vendors.convert import ReportKey

        experiences, project = contents.experiences, contents.project_id
        listed = self._looked_up(experiences.get, ids) if ids else self._listed(experiences.list, project)

        def found(one: Experience) -> Found:
            return Found(convert.subject(one, project=project), one, {ReportKey(str(one.id)): (project, str(one.id))})

        def fetch(keys: AsyncIterator[ReportKey]) -> Bulk:
            return experiences.fetch_reports(flat_map(keys, lambda key: [key.experience_id]), **self.asked.pace)

        return Group(self._readable(listed, found), fetch)

    def rows(self, key: Any, answer: Any, found: Found) -> list[ResultRow]:
        return convert.from_report(
            answer, found.experiment, project=found.subject.project, fetched_at=datetime.now(UTC)
        )

    async def allocation(self, found: Found) -> dict[str, float]:
        return convert.allocation(found.experiment)

    async def probe(self) -> object:
        return await self.client.projects.list(page_size=1)


_SOURCES: Mapping[str, type[Source]] = {
    "launchdarkly": LaunchDarklySource,
    "optimizely": OptimizelySource,
    "optimizely_classic": ClassicSource,
    "convert": ConvertSource,
}


@asynccontextmanager
async def opened(asked: Asked, credentials: Mapping[str, str], **options: Any) -> AsyncGenerator[Source]:
    """What a vendor has, through a client that is closed at the end; see ``open_client`` for the arguments."""
    async with open_client(asked, credentials, **options) as client:
        yield _SOURCES[asked.vendor.name](client, asked)


def whole(ids: Sequence[str]) -> list[int]:
    """Ids of vendors that count theirs; one that begins with zeros is not the number, and goes out as it is.

    Raises:
        UsageProblem: one is no whole number.
    """
    for one in ids:
        if not (one.isascii() and one.isdigit()):
            raise UsageProblem(f"an id of this vendor is a whole number, not {one!r}")
    return [written(one) if one.startswith("0") or len(one) > _MOST_DIGITS else int(one) for one in ids]


_MOST_DIGITS = 19  # of 64 bits
