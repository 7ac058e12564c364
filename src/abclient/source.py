"""Experiments and result rows of any vendor, as streams.

::

    async with abclient.open_source("optimizely", project="1234") as source:
        async for result in source.results():
            print(result.key, result.error or result.rows)

A source lists experiments, passes the keys of their results to the vendor's own bulk call, and turns the responses into
rows. A failure affects only itself: a result that could not be fetched has its error, and ``source.failures`` names
what could not be listed or read.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import (
    AsyncGenerator,
    AsyncIterable,
    AsyncIterator,
    Awaitable,
    Callable,
    Mapping,
    Sequence,
)
from contextlib import aclosing
from datetime import UTC, datetime
from typing import Any, NamedTuple, TypeVar

from attrs import evolve

from ._aio import flat_map
from ._console.progress import ProgressSink as ProgressSink
from ._items import Key, as_rows, key_text
from .bulk import Outcome, fetch_many
from .errors import ABClientError, ConfigurationError, DecodeError
from .results import ExperimentInfo, ExperimentKey, ResultRow, RowContext
from .vendor import Vendor

T = TypeVar("T")


class Scope(NamedTuple):
    """Which of a vendor's experiments, and which of their results.

    Attributes:
        project: the project's id or key; None for all projects.
        environment: the environment's key, for vendors that have environments.
        account: your own name for the account, if you use several of one vendor.
        segments: the segments of visitors, in place of all visitors; in the words of ``Vendor.segment``.
        series: whether results over time are fetched in place of the current ones.
        iterations: whether results of earlier iterations are fetched as well.
    """

    project: str | None = None
    environment: str | None = None
    account: str | None = None
    segments: tuple[str, ...] = ()
    series: bool = False
    iterations: bool = False


class ListedExperiment(NamedTuple):
    """An experiment.

    Attributes:
        info: the experiment in terms shared by all vendors.
        experiment: the experiment as the vendor's client returns it.
        keys: the keys of its results, and the name of each in an export.
        complete: whether these are all keys; if not, the vendor did not say which others have results.
    """

    info: ExperimentInfo
    experiment: Any
    keys: Mapping[Any, Key]
    complete: bool = True


class Group(NamedTuple):
    """Experiments whose results come from one bulk call.

    Attributes:
        experiments: the experiments, as they are listed.
        fetch: the call, which takes their keys and yields an outcome for each.
    """

    experiments: AsyncGenerator[ListedExperiment]
    fetch: Callable[[AsyncIterator[Any]], AsyncIterable[Outcome[Any, Any]]]


class KeyResult(NamedTuple):
    """The result of a key.

    Attributes:
        key: its name in an export.
        listed: its experiment.
        rows: its rows; empty if there is an error, or if the vendor has no results yet.
        error: why there are no rows, if they could not be fetched or read.
    """

    key: Key
    listed: ListedExperiment
    rows: list[ResultRow]
    error: Exception | None = None


class ExperimentResults(NamedTuple):
    """The results of an experiment.

    Attributes:
        listed: the experiment.
        rows: all of its rows.
        failures: the reasons, by the name of what could not be fetched or read: its keys, and ``traffic of`` its id.
        allocation: the intended shares of traffic, by variation id; empty if unknown.
    """

    listed: ListedExperiment
    rows: list[ResultRow]
    failures: dict[str, Exception]
    allocation: dict[str, float]


class Source(ABC):
    """Everything of a vendor. Each vendor's subclass defines how its experiments are listed and become rows.

    Args:
        client: an open client.
        vendor: the vendor's description.
        scope: which experiments.
        bulk: options of bulk calls; by default the client finds the rate that the vendor sustains.

    Attributes:
        failures: the reasons, by the name of what could not be listed, read or looked up.
        named_by: the attribute that names an experiment of this vendor.
    """

    client: Any
    named_by: str = "id"

    def __init__(self, client: Any, vendor: Vendor, scope: Scope, bulk: Mapping[str, Any] | None = None) -> None:
        self.client = client
        self.vendor: Vendor = vendor
        self.scope: Scope = scope
        self.bulk: Mapping[str, Any] = bulk or {}
        self.failures: dict[str, Exception] = {}

    @abstractmethod
    def groups(self, ids: Sequence[str]) -> AsyncIterator[Group]:
        """The experiments with these ids, or all of them without ids, by bulk call."""

    @abstractmethod
    def rows(self, key: Any, response: Any, listed: ListedExperiment) -> list[ResultRow]:
        """The rows from the value that the bulk call returned for a key."""

    async def allocation(self, listed: ListedExperiment) -> dict[str, float]:
        """The intended shares of traffic, by variation id; empty if unknown."""
        return {}

    @abstractmethod
    async def probe(self) -> object:
        """Request as little as possible from the vendor, to check whether it accepts the credentials."""

    async def notes(self) -> Sequence[str]:
        """What to know before asking this vendor for results; requests little."""
        return ()

    def from_counts(self, listed: ListedExperiment, counts: Sequence[Mapping[str, Any]]) -> list[ResultRow]:
        """Rows of your own counts; ConfigurationError if the vendor has results of its own."""
        raise ConfigurationError(f"{self.vendor.title} has results of its own; see abclient.analysis.rows_from_counts")

    def shows_valid_credentials(self, error: ABClientError, url: str) -> bool:
        """Whether an error of ``probe``, at a URL without query, is one that only valid credentials get."""
        return False

    @property
    def context(self) -> RowContext:
        """What responses that are fetched now do not say of themselves."""
        return {"fetched_at": datetime.now(UTC), "account": self.scope.account}

    @property
    def bulk_options(self) -> Mapping[str, Any]:
        """The keywords of ``fetch_many`` for calls that are not bulk calls of the vendor's client."""
        return self.bulk or {"concurrency": "auto", "limiter": self.client.limiter}

    async def experiments(self, ids: Sequence[str | int] = ()) -> AsyncGenerator[ListedExperiment]:
        """The experiments with these ids, or all of them without ids.

        Raises:
            ConfigurationError: an id is invalid, or the vendor needs a project or an environment.
            ABClientError: the experiments cannot be listed.
        """
        async with self._groups(ids) as groups:
            async for group in groups:
                async with aclosing(group.experiments) as experiments:
                    async for listed in experiments:
                        yield self._of_account(listed)

    async def results(
        self,
        ids: Sequence[str | int] = (),
        *,
        on_experiment: Callable[[ListedExperiment], None] = lambda listed: None,
        wants: Callable[[Key, ListedExperiment], bool] = lambda key, listed: True,
        progress: ProgressSink | None = None,
    ) -> AsyncGenerator[KeyResult]:
        """Rows or errors of the experiments with these ids, or of all; in the order of their arrival.

        Args:
            ids: of the experiments.
            on_experiment: called with every experiment, before its keys are fetched.
            wants: whether to fetch a key.
            progress: receives the progress.

        Raises:
            ConfigurationError: an id is invalid, or the vendor needs a project or an environment.
            ABClientError: the experiments cannot be listed.
        """
        given: set[Key] = set()
        async with self._groups(ids) as groups:
            async for group in groups:
                async with aclosing(self._results(group, given, on_experiment, wants, progress)) as results:
                    async for result in results:
                        yield result

    async def _results(
        self,
        group: Group,
        given: set[Key],
        on_experiment: Callable[[ListedExperiment], None],
        wants: Callable[[Key, ListedExperiment], bool],
        progress: ProgressSink | None,
    ) -> AsyncGenerator[KeyResult]:
        asked: dict[Any, tuple[Key, ListedExperiment]] = {}

        async def keys() -> AsyncIterator[Any]:
            async with aclosing(group.experiments) as experiments:
                async for each in experiments:
                    on_experiment(listed := self._of_account(each))
                    for key, name in listed.keys.items():
                        # A vendor may list an experiment twice.
                        if name not in given and key not in asked and wants(name, listed):
                            given.add(name)
                            asked[key] = (name, listed)
                            if progress:
                                progress.expect()
                            yield key

        def to_rows(outcome: Outcome[Any, Any]) -> list[ResultRow]:
            return self.rows(outcome.key, outcome.value, asked[outcome.key][1])

        async with aclosing(as_rows(group.fetch(keys()), to_rows)) as items:
            async for key, rows in items:
                if progress:
                    progress.advance()
                name, listed = asked.pop(key)
                if isinstance(rows, Exception):
                    yield KeyResult(name, listed, [], rows)
                else:
                    yield KeyResult(name, listed, list(rows))

    async def by_experiment(
        self,
        ids: Sequence[str | int] = (),
        *,
        wants: Callable[[ListedExperiment], bool] = lambda listed: True,
        progress: ProgressSink | None = None,
    ) -> AsyncGenerator[ExperimentResults]:
        """Experiments with all of their rows and the intended split of traffic, each when its last result has arrived.

        Experiments without keys of results are left out. Arguments and errors as for ``results``.
        """

        async def allocation(one: _Gathered) -> dict[str, float]:
            return await self.allocation(one.listed)

        gathered = self._gathered(self.results(ids, wants=lambda key, listed: wants(listed), progress=progress))
        async with fetch_many(allocation, gathered, **self.bulk_options) as outcomes:
            async for outcome in outcomes:
                one, shares = outcome.key, {}
                if outcome.error is None:
                    shares = outcome.value
                else:
                    one.failures[f"traffic of {one.listed.info.experiment_id}"] = outcome.error
                yield ExperimentResults(one.listed, one.rows, one.failures, shares)

    async def _gathered(self, results: AsyncGenerator[KeyResult]) -> AsyncGenerator[_Gathered]:
        begun: dict[ExperimentKey, _Gathered] = {}
        async with aclosing(results):
            async for result in results:
                experiment = result.listed.info.key
                one = begun.setdefault(experiment, _Gathered(result.listed))
                if one.take(result):
                    yield begun.pop(experiment)
        for one in begun.values():  # some of their keys came with another listing of the experiment
            yield one

    def _groups(self, ids: Sequence[str | int]) -> aclosing[AsyncGenerator[Group]]:
        """What ``groups`` returns, to be closed with what it reads from; nothing is requested if it is impossible."""
        if any(getattr(self.scope, need) is None for need in self.vendor.needs):
            named = " and ".join(f"{need}=" for need in self.vendor.needs)
            given = " and ".join(f"--{need}" for need in self.vendor.needs)
            variables = " and ".join(map(self.vendor.variable, self.vendor.needs))
            raise ConfigurationError(f"{self.vendor.title} needs {named} ({given}), or {variables} set")
        if isinstance(ids, str | int) or not all(isinstance(one, str | int) for one in ids):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers need not be typed
            raise ConfigurationError(f'ids must be several, such as ["11", "12"] or [11, 12], not {ids!r}')
        return aclosing(flat_map(self.groups([str(one) for one in ids]), lambda group: (group,)))

    def _of_account(self, one: ListedExperiment) -> ListedExperiment:
        return one._replace(info=evolve(one.info, account=self.scope.account))

    async def _looked_up(self, get: Callable[[Any], Awaitable[T]], ids: Sequence[object]) -> AsyncGenerator[T]:
        """The experiments with these ids; ids that do not exist are failures."""
        async with fetch_many(get, dict.fromkeys(ids), ordered=True, **self.bulk_options) as outcomes:
            async for outcome in outcomes:
                if outcome.error is None:
                    yield outcome.value
                else:
                    self.failures[str(outcome.key)] = outcome.error

    def _readable(
        self, items: AsyncIterable[T], listed: Callable[[T], ListedExperiment]
    ) -> AsyncGenerator[ListedExperiment]:
        """The items in terms shared by all vendors; an item or key that cannot be described so is a failure."""
        return flat_map(items, lambda item: self._read(item, listed))

    def _read(self, item: Any, listed: Callable[[Any], ListedExperiment]) -> list[ListedExperiment]:
        called = f"{type(item).__name__.lower()} {getattr(item, self.named_by)}"
        try:
            one = listed(item)
            failed = _unwritable(one.keys)
        except Exception as error:
            self.failures[called] = error
            return []
        self.failures |= {f"{called}, {key!a}": why for key, why in failed.items()}
        return [one._replace(keys={key: name for key, name in one.keys.items() if key not in failed})]

    async def _listed(self, listing: Callable[[], Any], project: object = None) -> AsyncGenerator[Any]:
        """The items of a list; an unreadable item is a failure, and so is the list of one of several projects."""
        one_of_many = project is not None and self.scope.project is None
        where = f" of project {project}" if one_of_many else ""
        try:
            async with aclosing(listing().entries()) as items:
                async for item in items:
                    if isinstance(item, DecodeError):
                        kind = "" if item.item is None else f"{item.model.lower()} "
                        self.failures[f"{kind}{item.place}{where}"] = item
                    else:
                        yield item
        except (ABClientError, TypeError, ValueError) as error:
            if not one_of_many:
                raise
            self.failures[f"project {project}"] = error

    async def _projects(self, projects: Callable[[], Any]) -> AsyncGenerator[Any]:
        """The id of the given project, or of every project."""
        if self.scope.project is not None:
            yield self.scope.project
        else:
            async with aclosing(self._listed(projects)) as listed:
                async for project in listed:
                    yield project.id


class _Gathered:
    """An experiment, and its results so far."""

    def __init__(self, listed: ListedExperiment) -> None:
        self.listed: ListedExperiment = listed
        self.rows: list[ResultRow] = []
        self.failures: dict[str, Exception] = {}
        self._left = len(listed.keys)

    def take(self, result: KeyResult) -> bool:
        """Add the result of a key; returns whether it was the last."""
        self._left -= 1
        self.rows += result.rows
        if result.error is not None:
            self.failures[key_text(result.key)] = result.error
        return not self._left


def _unwritable(keys: Mapping[Any, Key]) -> dict[Any, ValueError]:
    """Keys that no file can hold, such as those with half of a surrogate pair, and why."""
    failed: dict[Any, ValueError] = {}
    for key, name in keys.items():
        try:
            key_text(name).encode()
        except ValueError as error:
            failed[key] = error
    return failed
