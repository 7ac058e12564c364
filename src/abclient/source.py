"""Experiments and result rows of one vendor, whichever it is, as streams.

::

    async with abclient.open_source("optimizely", project="1234") as source:
        async for result in source.results():
            print(result.key, result.error or result.rows)

A source lists experiments, hands the keys of their results to the vendor's own bulk call, and makes the responses rows.
What fails, fails alone: a result that could not be fetched has its error, and ``source.failures`` names what could not
be listed or read.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import (
    AsyncGenerator,
    AsyncIterable,
    AsyncIterator,
    Awaitable,
    Callable,
    Iterable,
    Mapping,
    Sequence,
)
from contextlib import aclosing
from typing import Any, NamedTuple, Protocol, TypeVar, cast

from ._aio import flat_map
from ._items import Key, as_rows, key_text
from .bulk import Outcome, fetch_many
from .errors import ABClientError, ConfigurationError, DecodeError
from .resource import written
from .results import ExperimentInfo, ExperimentKey, ResultRow
from .vendor import Vendor

T = TypeVar("T")

_MOST_DIGITS = 19  # of 64 bits


class Scope(NamedTuple):
    """Which of a vendor's experiments.

    Attributes:
        project: of which project, as the vendor's own id or key; None for all that the vendor lists.
        environment: of which environment, for vendors that have any.
    """

    project: str | None = None
    environment: str | None = None


class ListedExperiment(NamedTuple):
    """An experiment.

    Attributes:
        info: in the words that all vendors share.
        experiment: as the vendor's client gives it.
        keys: what its results are fetched by, and the name that each of them has in an export.
        complete: whether these are all; else the vendor did not say of what else there are results.
    """

    info: ExperimentInfo
    experiment: Any
    keys: Mapping[Any, Key]
    complete: bool = True


class Group(NamedTuple):
    """Experiments whose results come from one bulk call.

    Attributes:
        experiments: as they are listed.
        fetch: the call, which takes their keys and gives an outcome for each.
    """

    experiments: AsyncGenerator[ListedExperiment]
    fetch: Callable[[AsyncIterator[Any]], AsyncIterable[Outcome[Any, Any]]]


class KeyResult(NamedTuple):
    """What became of a key.

    Attributes:
        key: its name in an export.
        listed: the experiment that it is of.
        rows: its rows; none where there is an error, and where the vendor has no results yet.
        error: why there are no rows, if they could not be fetched or read.
    """

    key: Key
    listed: ListedExperiment
    rows: list[ResultRow]
    error: Exception | None = None


class ExperimentResults(NamedTuple):
    """What became of an experiment.

    Attributes:
        listed: the experiment.
        rows: all of its rows.
        failures: why, by the name of what could not be fetched or read: its keys, and ``traffic of`` its id.
        allocation: the shares of traffic that its variations should get, by id; empty where they are not known.
    """

    listed: ListedExperiment
    rows: list[ResultRow]
    failures: dict[str, Exception]
    allocation: dict[str, float]


class ProgressSink(Protocol):
    """Is told how far long work is."""

    def expect(self) -> None:
        """There is another result to fetch."""

    def advance(self) -> None:
        """One of them is done."""


class Source(ABC):
    """What a vendor has. A vendor's own subclass says how its experiments are listed and what its rows are.

    Args:
        client: an open client.
        vendor: whose.
        scope: which experiments.
        bulk: keywords of bulk calls; without any, the client finds how much at once the vendor sustains.

    Attributes:
        failures: why, by the name of what could not be listed, read or looked up.
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
        """The experiments with these ids, or without any id all of them, by bulk call."""

    @abstractmethod
    def rows(self, key: Any, response: Any, listed: ListedExperiment) -> list[ResultRow]:
        """The rows of what the bulk call gave for a key."""

    async def allocation(self, listed: ListedExperiment) -> dict[str, float]:
        """The shares of traffic that its variations should get, by id; empty where the vendor does not say."""
        return {}

    @abstractmethod
    async def probe(self) -> object:
        """Ask the vendor for as little as possible, to see whether it accepts the credentials."""

    def shows_valid_credentials(self, error: ABClientError, url: str) -> bool:
        """Whether an error of ``probe`` is one that the vendor gives to valid credentials only.

        Args:
            error: the error.
            url: what was asked, without query.
        """
        return False

    @property
    def bulk_options(self) -> Mapping[str, Any]:
        """The keywords of ``fetch_many`` for calls that are not bulk calls of the vendor's client."""
        return self.bulk or {"concurrency": "auto", "limiter": self.client.limiter}

    async def experiments(self, ids: Sequence[str] = ()) -> AsyncGenerator[ListedExperiment]:
        """The experiments with these ids, or without any id all of them.

        Raises:
            ConfigurationError: an id is impossible, or the vendor needs a project or an environment.
            ABClientError: the experiments cannot be listed.
        """
        self._check_scope()
        async for group in self.groups(ids):
            async for listed in group.experiments:
                yield listed

    async def results(
        self,
        ids: Sequence[str] = (),
        *,
        on_experiment: Callable[[ListedExperiment], None] = lambda listed: None,
        wants: Callable[[Key, ListedExperiment], bool] = lambda key, listed: True,
        progress: ProgressSink | None = None,
    ) -> AsyncGenerator[KeyResult]:
        """Rows, or why there are none, of the experiments with these ids, or of all; in the order of their arrival.

        Args:
            ids: of the experiments.
            on_experiment: called with every experiment, before its keys are fetched.
            wants: whether to fetch what a key stands for.
            progress: told how far this is.

        Raises:
            ConfigurationError: an id is impossible, or the vendor needs a project or an environment.
            ABClientError: the experiments cannot be listed.
        """
        self._check_scope()
        async for group in self.groups(ids):
            async with aclosing(self._results(group, on_experiment, wants, progress)) as results:
                async for result in results:
                    yield result

    async def _results(
        self,
        group: Group,
        on_experiment: Callable[[ListedExperiment], None],
        wants: Callable[[Key, ListedExperiment], bool],
        progress: ProgressSink | None,
    ) -> AsyncGenerator[KeyResult]:
        asked: dict[Any, tuple[Key, ListedExperiment]] = {}

        async def keys() -> AsyncIterator[Any]:
            async with aclosing(group.experiments) as experiments:
                async for listed in experiments:
                    on_experiment(listed)
                    for key, name in listed.keys.items():
                        if key not in asked and wants(name, listed):
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
        ids: Sequence[str] = (),
        *,
        wants: Callable[[ListedExperiment], bool] = lambda listed: True,
        progress: ProgressSink | None = None,
    ) -> AsyncGenerator[ExperimentResults]:
        """Experiments with all of their rows and the traffic intended, each once the last of its results has arrived.

        Experiments that have nothing to fetch results by are left out. Arguments and errors as for ``results``.
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

    def _check_scope(self) -> None:
        if any(getattr(self.scope, need) is None for need in self.vendor.needs):
            named = " and ".join(self.vendor.needs)
            variables = " and ".join(map(self.vendor.variable, self.vendor.needs))
            raise ConfigurationError(f"{self.vendor.title} needs {named}, or {variables} in the environment")

    async def _looked_up(self, get: Callable[[Any], Awaitable[T]], ids: Sequence[object]) -> AsyncIterator[T]:
        """What these ids stand for; those that stand for nothing are failures."""
        async with fetch_many(get, dict.fromkeys(ids), ordered=True, **self.bulk_options) as outcomes:
            async for outcome in outcomes:
                if outcome.error is None:
                    yield outcome.value
                else:
                    self.failures[str(outcome.key)] = outcome.error

    def _readable(
        self, items: AsyncIterable[T], listed: Callable[[T], ListedExperiment]
    ) -> AsyncGenerator[ListedExperiment]:
        """What the items are in the words of all vendors; one that cannot be said so is a failure, and so is a key."""
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

    async def _listed(self, listing: Callable[[], Any], project: object = None) -> AsyncIterator[Any]:
        """What a list has; an item that cannot be read is a failure, and so is the list of one of many projects."""
        one_of_many = project is not None and self.scope.project is None
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

    def _project_number(self, project: Any) -> int:
        """A project's id, for vendors that number theirs; one from a response goes out as it came."""
        return _whole_id(project) if project == self.scope.project else cast("int", written(project))

    async def _projects(self, projects: Callable[[], Any]) -> AsyncIterator[Any]:
        """The id of the project asked for, or of each that there is."""
        if self.scope.project is not None:
            yield self.scope.project
        else:
            async for project in self._listed(projects):
                yield project.id


class _Gathered:
    """An experiment, and what has arrived of it."""

    def __init__(self, listed: ListedExperiment) -> None:
        self.listed: ListedExperiment = listed
        self.rows: list[ResultRow] = []
        self.failures: dict[str, Exception] = {}
        self._left = len(listed.keys)

    def take(self, result: KeyResult) -> bool:
        """Take what became of one key; whether it was the last."""
        self._left -= 1
        self.rows += result.rows
        if result.error is not None:
            self.failures[key_text(result.key)] = result.error
        return not self._left


def whole_ids(ids: Iterable[str]) -> list[int]:
    """Ids of vendors that number theirs.

    Raises:
        ConfigurationError: one is not a whole number.
    """
    return [_whole_id(one) for one in ids]


def _whole_id(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ConfigurationError(f"an id of this vendor is a whole number, not {text!r}")
    # One that begins with zeros is not the number, and goes out as it is written.
    return written(text) if text.startswith("0") or len(text) > _MOST_DIGITS else int(text)


def _unwritable(keys: Mapping[Any, Key]) -> dict[Any, ValueError]:
    """The keys whose names no file can hold, such as those with half a surrogate, and why."""
    failed: dict[Any, ValueError] = {}
    for key, name in keys.items():
        try:
            key_text(name).encode()
        except ValueError as error:
            failed[key] = error
    return failed
