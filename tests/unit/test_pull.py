"""All rows in one call: what is given, what fails, and where it may be called."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator, Sequence
from concurrent import futures
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, Self, cast

import pytest

import abclient
from abclient import fetch_many
from abclient.bulk import Outcomes
from abclient.results import ExperimentInfo, ResultRow
from abclient.source import Group, ListedExperiment, Scope, Source
from abclient.vendor import Vendor

NOW = datetime(2026, 1, 1, tzinfo=UTC)


class Client:
    """Has a result for every experiment except those that begin with ``bad``."""

    limiter = None

    def __init__(self, **options: Any) -> None:
        self.options: dict[str, Any] = options
        self.closed: bool = False

    async def __aenter__(self) -> Self:
        OPENED.append(self)
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        self.closed = True


OPENED: list[Client] = []


class Acme(Source):
    """Three experiments, whose rows are made of their names."""

    names = ("one", "bad two", "three")
    failing = False
    times = 1

    async def groups(self, ids: Sequence[str]) -> AsyncIterator[Group]:
        if self.failing:
            self.failures["project 7"] = RuntimeError("not listed")

        def fetch(keys: AsyncIterator[Any]) -> Outcomes[str, str]:
            return fetch_many(self._get, keys, **self.bulk or {"concurrency": 2})

        for _ in range(self.times):
            yield Group(self._experiments(ids), fetch)

    async def _experiments(self, ids: Sequence[str]) -> AsyncGenerator[ListedExperiment]:
        for name in self.names:
            if not ids or name in ids:
                yield ListedExperiment(ExperimentInfo(vendor="acme", experiment_id=name), None, {name: name})

    async def _get(self, name: str) -> str:
        await asyncio.sleep(0)
        if name.startswith("bad"):
            raise RuntimeError(f"no result of {name}")
        return name

    def rows(self, key: Any, response: Any, listed: ListedExperiment) -> list[ResultRow]:
        return [ResultRow(vendor="acme", experiment_id=response, fetched_at=NOW)]

    async def probe(self) -> object:
        return None


ACME = Vendor(
    name="acme",
    title="Acme",
    api="v1",
    url="https://acme.example",
    client=f"{__name__}:Client",
    source=f"{__name__}:Acme",
    has_environments=True,
)


@pytest.fixture(autouse=True)
def acme(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes the vendor's classes importable by name, and nothing opened before."""

    def imported(self: Vendor, path: str) -> Any:
        return globals()[path.partition(":")[2]]

    monkeypatch.setattr(Vendor, "_imported", imported)
    OPENED.clear()


def ids_of(rows: Sequence[ResultRow]) -> list[str]:
    """What the rows are about."""
    return sorted(row.experiment_id for row in rows)


async def test_rows_of_some() -> None:
    """Those with the ids asked for; the client is closed afterwards."""
    assert ids_of(await abclient.fetch_rows(ACME, ["one", "three"], token="t")) == ["one", "three"]
    assert [(client.options, client.closed) for client in OPENED] == [({"token": "t"}, True)]


async def test_what_fails_is_named_and_carries_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys, and what could not be listed; the rows of all else are in the error."""
    monkeypatch.setattr(Acme, "failing", True)
    said = "2 failed of 4: bad two, project 7; the first because of RuntimeError: no result of bad two"
    with pytest.raises(abclient.PartialFailureError, match=said) as caught:
        await abclient.fetch_rows(ACME)
    assert sorted(caught.value.values) == ["one", "three"]
    assert sorted(caught.value.failures) == ["bad two", "project 7"]


def test_a_script_needs_no_event_loop() -> None:
    """Rows, or a table of the library that was asked for."""
    assert ids_of(abclient.pull(ACME, ["one"], as_="rows")) == ["one"]
    assert abclient.pull(ACME, ["one"]).num_rows == 1
    assert len(abclient.pull(ACME, ["one"], as_="pandas", progress=False)) == 1
    assert abclient.pull(ACME, ["one"], as_="polars").height == 1


async def test_a_notebook_has_one() -> None:
    """The work is done in another thread, and what fails is raised here."""
    assert ids_of(abclient.pull(ACME, ["one", "three"], as_="rows")) == ["one", "three"]
    with pytest.raises(abclient.PartialFailureError):
        abclient.pull(ACME, as_="rows")


async def test_ctrl_c_ends_the_work_in_the_other_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is cancelled, and the client closed."""
    begun = threading.Event()

    async def forever(self: Acme, name: str) -> str:
        begun.set()
        await asyncio.Event().wait()
        return name

    known = futures.wait

    def interrupted(waited_for: Any, timeout: float | None = None) -> Any:
        if timeout is None:  # until it has ended
            return known(waited_for)
        assert begun.wait(60)
        raise KeyboardInterrupt

    monkeypatch.setattr(Acme, "_get", forever)
    monkeypatch.setattr("abclient._blocking.wait", interrupted)
    with pytest.raises(KeyboardInterrupt):
        abclient.pull(ACME, as_="rows")
    assert [client.closed for client in OPENED] == [True]


class Sink:
    """Keeps what it is told of the progress."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def expect(self) -> None:
        self.told.append("expected")

    def advance(self) -> None:
        self.told.append("came")


def test_progress_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many results are announced as come, to a bar, to what is given in its place, or to nothing."""
    told: list[tuple[object, str]] = []
    sink = Sink()

    @contextmanager
    def shown(wanted: object, title: str) -> Generator[Sink]:
        told.append((wanted, title))
        yield sink

    monkeypatch.setattr("abclient._pull.shown", shown)
    abclient.pull(ACME, ["one"], as_="rows")
    abclient.pull(ACME, ["one"], as_="rows", progress=False)
    assert told == [(True, "Acme"), (False, "Acme")]
    assert sink.told == ["expected", "came"] * 2


async def test_progress_goes_where_it_is_sent() -> None:
    """Also from another thread."""
    sink = Sink()
    await abclient.fetch_rows(ACME, ["one"], progress=sink)
    abclient.pull(ACME, ["one"], as_="rows", progress=sink)
    assert sink.told == ["expected", "came"] * 2


def pull_as(kind: Any) -> object:
    """Pull rows as a table of a kind."""
    pull: Any = abclient.pull
    return pull(ACME, ["one"], as_=kind)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: abclient.pull("acme"), "there is no vendor 'acme'"),
        (lambda: abclient.pull(ACME, concurrency=0), "concurrency must be a whole number of 1 or more, not 0"),
        (lambda: abclient.pull(cast("Any", None)), "there is no vendor None"),
        (
            lambda: pull_as("excel"),
            "as_ must be one of rows, arrow, pandas, polars, not 'excel'",
        ),
        (
            lambda: abclient.pull("optimizely", environment="production"),
            "Optimizely has no environments: leave out environment='production'",
        ),
        (
            lambda: abclient.pull("launchdarkly"),
            "LaunchDarkly needs project= and environment= \\(--project and --environment\\), or ABCLIENT_",
        ),
    ],
)
def test_bad_arguments_are_named(call: Callable[[], object], said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is sent."""
    monkeypatch.undo()
    monkeypatch.setenv("ABCLIENT_LAUNCHDARKLY_TOKEN", "some-token")
    for name in ("PROJECT", "ENVIRONMENT"):
        monkeypatch.delenv(f"ABCLIENT_LAUNCHDARKLY_{name}", raising=False)
    with pytest.raises(abclient.ConfigurationError, match=said):
        call()


class OwnClient(abclient.Client):
    """A client that its user has made."""

    description = ACME

    def __init__(self) -> None:
        """Nothing is opened."""

    async def aclose(self) -> None:
        raise AssertionError("closed by somebody else than its user")


async def test_a_client_of_yours_is_used_and_stays_open() -> None:
    """As often as you like, while nothing else is opened."""
    client = OwnClient()
    for _ in range(2):
        assert ids_of(await abclient.fetch_rows(client, ["one"])) == ["one"]
    async with abclient.open_source(client, project="p", concurrency=3) as source:
        assert (source.client, source.vendor, source.scope.project) == (client, ACME, "p")
    assert not OPENED


async def test_a_client_of_yours_has_options_of_its_own() -> None:
    """Others beside it would be ignored."""
    with pytest.raises(abclient.ConfigurationError, match="token, retries cannot be given beside a client"):
        await abclient.fetch_rows(OwnClient(), token="t", retries=2)


def test_a_client_of_yours_blocks_in_one_event_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    """That of ``abclient.run``, so that the next call can use the client, too."""
    loops: list[object] = []

    async def get(self: Acme, name: str) -> str:
        loops.append(asyncio.get_running_loop())
        return name

    async def running_loop() -> object:
        return asyncio.get_running_loop()

    monkeypatch.setattr(Acme, "_get", get)
    client = OwnClient()
    for _ in range(2):
        abclient.pull(client, ["one"], as_="rows")
    assert loops == [abclient.run(running_loop())] * 2


async def test_ids_may_be_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the clients of some vendors have them, of experiments and of the project; they mean the same as their text."""
    monkeypatch.setattr(Acme, "names", ("7", "8"))
    found = await abclient.fetch_rows(ACME, [7])
    async with abclient.open_source(ACME, project=7) as source:
        assert (ids_of(found), source.scope.project) == (["7"], "7")


def test_an_error_in_a_script_has_no_other_before_it() -> None:
    """Its traceback does not begin with the question whether an event loop is running."""
    with pytest.raises(abclient.PartialFailureError) as caught:
        abclient.pull(ACME, as_="rows")
    assert caught.value.__context__ is None


async def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Project and environment where they are not given; a fixed concurrency bounds the connections, too."""
    monkeypatch.setenv("ABCLIENT_ACME_PROJECT", "p")
    monkeypatch.setenv("ABCLIENT_ACME_ACCOUNT", "shop")
    async with abclient.open_source(ACME, environment="e", concurrency=3) as source:
        assert source.scope == Scope("p", "e", "shop")
        assert source.context.get("account") == "shop"
        assert source.bulk_options == {"concurrency": 3}
    assert OPENED[0].options == {"max_connections": 3}


async def test_experiments_come_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """With their rows, or why there are none, and the traffic intended, or why it is not known."""

    async def allocation(self: Acme, listed: ListedExperiment) -> dict[str, float]:
        if listed.info.experiment_id == "three":
            raise RuntimeError("no shares")
        return {"a": 1.0}

    monkeypatch.setattr(Acme, "allocation", allocation)
    async with abclient.open_source(ACME, concurrency=2) as source:
        found = {one.listed.info.experiment_id: one async for one in source.by_experiment()}
        some = [one async for one in source.by_experiment(wants=lambda one: one.info.experiment_id == "one")]
    told = {name: (len(one.rows), sorted(one.failures), one.allocation) for name, one in found.items()}
    assert told == {
        "one": (1, [], {"a": 1.0}),
        "bad two": (0, ["bad two"], {"a": 1.0}),
        "three": (1, ["traffic of three"], {}),
    }
    assert [one.listed.info.experiment_id for one in some] == ["one"]


async def test_an_experiment_that_is_listed_twice_comes_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether or not its first result is there already when it is listed again, in the same group or another."""

    monkeypatch.setattr(Acme, "names", ("one", "three", "three", "one"))
    monkeypatch.setattr(Acme, "times", 2)
    async with abclient.open_source(ACME, concurrency=1) as source:
        results = [result.key async for result in source.results()]
        whole = [one.listed.info.experiment_id async for one in source.by_experiment()]
    assert (sorted(map(str, results)), sorted(whole)) == (["one", "three"], ["one", "three"])


@pytest.mark.parametrize("ids", ["one", 1, [None]])
async def test_ids_that_are_not_several_are_refused(ids: Any) -> None:
    """A text alone would be taken for as many ids as it has characters."""
    with pytest.raises(abclient.ConfigurationError, match="ids must be several, such as"):
        await abclient.fetch_rows(ACME, ids)


async def test_an_experiment_that_was_listed_with_other_keys_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key that only a second listing has, as the vendor changed it meanwhile, comes with a part of its own."""

    async def listed_twice(self: Acme, ids: Sequence[str]) -> AsyncGenerator[ListedExperiment]:
        info = ExperimentInfo(vendor="acme", experiment_id="one")
        yield ListedExperiment(info, None, {"one": "one"})
        yield ListedExperiment(info, None, {"one": "one", "three": "three"})

    monkeypatch.setattr(Acme, "_experiments", listed_twice)
    async with abclient.open_source(ACME, concurrency=1) as source:
        found = [row.experiment_id async for one in source.by_experiment() for row in one.rows]
    assert sorted(found) == ["one", "three"]
