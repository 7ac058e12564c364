"""Lists with items that cannot be read: each costs itself alone, in every call and command, and is named."""

from __future__ import annotations

import copy
import csv
import io
import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, cast
from urllib.parse import unquote

import pytest
from attrs import evolve

import abclient
from abclient.export import key_text, read_rows
from abclient.testing import Sandbox
from abclient.transports import Transport, WireRequest, WireResponse, open_transport
from abclient.vendor import BUILT_IN, get
from support.cases import a_third_every_run
from support.command import Command, credentials
from support.known import known

ALL = pytest.mark.parametrize("vendor", a_third_every_run(BUILT_IN, first=2))


def place_of(document: Any) -> str:
    """Where a list is in a response that has something beside it."""
    return "data" if "data" in document else "items"


def items_of(document: Any) -> list[Any]:
    """What is listed, where anything is."""
    if document.__class__ is dict:
        document = document.get(place_of(document))
    return list(document) if document.__class__ is list else []


def nothing(good: dict[str, Any]) -> list[Any]:
    """No further items."""
    return []


def tamper_with(patch: pytest.MonkeyPatch, tampered: Callable[[Transport], Transport]) -> None:
    """Let every client send through what this makes of its transport."""

    def opened(*args: Any, **options: Any) -> Transport:
        return tampered(open_transport(*args, **options))

    patch.setattr("abclient.client.open_transport", opened)


NO_ITEMS: list[Any] = [None, "x", 7, [], [1], {}, {"code": "no", "message": "no"}]
"""What stands in a list and is no item at all."""


def nameless(vendor: str, good: dict[str, Any]) -> list[Any]:
    """Items without an id that could be asked for again."""
    key = known(vendor).experiment_id
    ids: tuple[Any, ...] = (None, {}, [], True, float("inf"), "", 1.5)
    odd: list[Any] = [{**good, key: one} for one in ids]
    return [*odd, {name: value for name, value in good.items() if name != key}]


def wrong(vendor: str, good: dict[str, Any]) -> list[dict[str, Any]]:
    """Items that cannot be said in shared words, each with an id of its own."""
    it = known(vendor)
    return [
        {**copy.deepcopy(good), it.experiment_id: it.invented_id(number), **change}
        for number, change in enumerate(it.malformed(good))
    ]


class Tampered:
    """A transport that puts bad items between those of every list of experiments."""

    def __init__(self, vendor: str, inner: Transport, add: Callable[[dict[str, Any]], list[Any]]) -> None:
        self._vendor, self._inner, self._add = vendor, inner, add

    async def send(self, request: WireRequest) -> WireResponse:
        answer = await self._inner.send(request)
        lists = known(self._vendor).is_list(request.url.split("?")[0])
        document: Any = json.loads(answer.body) if answer.status == 200 and answer.body else None
        items = items_of(document)
        if not lists or not items:
            return answer
        items[1:1] = self._add(items[0])
        whole = cast("dict[str, Any]", document)
        changed: Any = items if isinstance(document, list) else {**whole, place_of(document): items}
        return evolve(answer, body=json.dumps(changed).encode(), headers=without_length(answer.headers))

    async def aclose(self) -> None:
        await self._inner.aclose()


def without_length(headers: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in headers if pair[0] != "content-length")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """A small world, which no test changes."""
    with Sandbox(experiments=8, seed=1) as running:
        yield running


@pytest.fixture
def tampered(monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox) -> Callable[..., None]:
    """Makes every client's lists hold bad items."""
    for name, value in credentials(sandbox.url).items():
        monkeypatch.setenv(name, value)

    def tamper(vendor: str, add: Callable[[dict[str, Any]], list[Any]]) -> None:
        tamper_with(monkeypatch, lambda inner: Tampered(vendor, inner, add))

    return tamper


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs the command."""
    return Command(capsys)


def added(vendor: str, sample: list[dict[str, Any]]) -> Callable[[dict[str, Any]], list[Any]]:
    """All bad items, made of the first good one, which is kept as a sample."""

    def add(good: dict[str, Any]) -> list[Any]:
        sample.append(good)
        return [*NO_ITEMS, *nameless(vendor, good), *wrong(vendor, good)]

    return add


def printed(out: str) -> set[str]:
    return {one["experiment_id"] for one in csv.DictReader(io.StringIO(out))}


@ALL
@pytest.mark.parametrize("what", [("experiments", "list"), ("results",)])
def test_a_bad_item_costs_no_other_its_line(
    vendor: str, what: tuple[str, ...], tampered: Callable[..., None], command: Command
) -> None:
    """All good ones are printed, each bad one is named in a line of its own, and the exit code says so."""
    good = printed(command(*what, vendor, "--format=csv").out)
    sample: list[dict[str, Any]] = []
    tampered(vendor, added(vendor, sample))
    ended = command(*what, vendor, "--format=csv")
    assert ended.code == 3, ended.err
    assert printed(ended.out) >= good
    bad = [*NO_ITEMS, *nameless(vendor, sample[0])]
    assert sum("cannot be read" in line and "page 1" in line for line in ended.lines) >= len(bad)
    for one in wrong(vendor, sample[0]):
        assert any(str(one[known(vendor).experiment_id]) in line for line in ended.lines), (one, ended.err)


@ALL
def test_a_bad_item_costs_no_other_its_rows(
    vendor: str, tampered: Callable[..., None], command: Command, tmp_path: Path
) -> None:
    """An export has the rows of all good ones, twice over, and remembers every failure."""
    command("export", vendor, "--out", tmp_path / "good")
    good = {row.experiment_id for row in read_rows(tmp_path / "good")}
    tampered(vendor, added(vendor, []))
    for _ in range(2):
        ended = command("export", vendor, "--out", tmp_path / "out", "--json")
        assert ended.code == 3, ended.err
        assert {row.experiment_id for row in read_rows(tmp_path / "out")} == good
        assert len(ended.document["failures"]) > len(NO_ITEMS)


@ALL
def test_a_bad_item_costs_no_other_its_health(vendor: str, tampered: Callable[..., None], command: Command) -> None:
    """All good ones are looked at."""
    good = {one["experiment_id"] for one in command("health", vendor, "--format=json").document}
    tampered(vendor, added(vendor, []))
    ended = command("health", vendor, "--format=json")
    assert ended.code == 3, ended.err
    assert {one["experiment_id"] for one in ended.document} >= good


@ALL
async def test_a_list_gives_the_others_and_then_says_what_it_could_not_read(
    vendor: str, tampered: Callable[..., None]
) -> None:
    """By default behind the last item; or never, page by page; or at once, to whoever wants to hear it."""
    tampered(vendor, added(vendor, []))
    async with get(vendor).open() as client:
        listing = await known(vendor).list_experiments(client)
        got, heard = list[Any](), list[abclient.DecodeError]()
        with pytest.raises(abclient.DecodeError, match="items of the list cannot be read") as caught:
            async for one in listing():
                got.append(one)
        assert len(caught.value.failures) >= len(NO_ITEMS)
        assert all(one.operation == caught.value.operation and one.page == 1 for one in caught.value.failures)
        skipped = [one async for one in listing().on_unreadable("skip")]
        assert [one.to_dict() for one in skipped] == [one.to_dict() for one in got]
        assert len([one async for one in listing().on_unreadable(heard.append)]) == len(got)
        assert [str(one) for one in heard] == [str(one) for one in caught.value.failures]
        with pytest.raises(abclient.DecodeError):
            await listing()
        page = await listing().on_unreadable("skip")
        assert (len(page), len(page.failures)) == (len(got), len(heard))


@ALL
async def test_bulk_calls_have_an_outcome_for_what_cannot_be_read(vendor: str, tampered: Callable[..., None]) -> None:
    """All experiments of a project: the good ones have results, the bad ones an error under their id or place."""

    def bad(good: dict[str, Any]) -> list[Any]:
        return [None, {**good, "variations": 5, "currentIteration": 5, known(vendor).experiment_id: "bad-id"}]

    tampered(vendor, bad)
    async with get(vendor).open() as client:
        outcomes: list[abclient.Outcome[Any, Any]] = await known(vendor).fetch_everything(client)
    failed = {unquote(key_text(one.key).split("/")[0]): one.error for one in outcomes if one.error}
    assert isinstance(failed["item 2 of page 1"], abclient.DecodeError)
    assert "bad-id" in failed
    assert sum(one.ok for one in outcomes) > 0


def test_the_command_is_not_stopped_by_a_bad_project(
    tampered: Callable[..., None], command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor by a project that cannot be read or asked for: it is a failure, and the others are listed."""

    class Projects(Tampered):
        async def send(self, request: WireRequest) -> WireResponse:
            answer = await self._inner.send(request)
            if not request.url.split("?")[0].endswith("/projects"):
                return answer
            document = [None, {"id": -5, "name": "x"}, {"id": "zz", "name": "y"}, *json.loads(answer.body)]
            return evolve(answer, body=json.dumps(document).encode(), headers=without_length(answer.headers))

    for vendor in ("optimizely", "optimizely_classic"):
        tamper_with(monkeypatch, partial(Projects, vendor, add=nothing))
        ended = command("experiments", "list", vendor, "--format=csv")
        assert ended.code == 3
        assert len(printed(ended.out)) > 0
        assert sum("item 1 of page 1" in line for line in ended.lines) == 1
        assert any("project -5" in line for line in ended.lines)
        assert any("project zz" in line for line in ended.lines)


def test_a_group_that_cannot_be_read_costs_no_rows(
    tampered: Callable[..., None], command: Command, tmp_path: Path
) -> None:
    """Metrics that an answer does not name, today, are no metrics that an experiment has lost."""
    command("export", "launchdarkly", "--out", tmp_path)
    before = sorted(read_rows(tmp_path), key=repr)
    cut: set[str] = set()

    def cut_short(first: dict[str, Any]) -> list[Any]:
        current = first["currentIteration"]
        cut.add(first["key"])
        first["currentIteration"] = {**current, "secondaryMetrics": [{"key": "group", "isGroup": True}]}
        return []

    tampered("launchdarkly", cut_short)
    ended = command("export", "launchdarkly", "--out", tmp_path, "--all", "--json")
    assert ended.code == 3, ended.err
    assert [key for key in ended.document["failures"] if key.endswith("/group")] == [f"{one}/group" for one in cut]
    after = sorted(read_rows(tmp_path), key=repr)
    assert [row.source for row in after] == [row.source for row in before]


def test_old_rows_of_what_cannot_be_listed_are_something(
    tampered: Callable[..., None], command: Command, tmp_path: Path
) -> None:
    """Where no experiment can be read any more, an export that has rows was done in part, and has them all."""

    class Lost(Tampered):
        async def send(self, request: WireRequest) -> WireResponse:
            answer = await super().send(request)
            document = json.loads(answer.body)
            if isinstance(document, dict) and "items" in document and "/experiments?" in request.url:
                items = cast("list[dict[str, Any]]", document["items"])
                document["items"] = [{**one, "name": {"x": 1}} for one in items]
            return evolve(answer, body=json.dumps(document).encode())

    command("export", "launchdarkly", "--out", tmp_path)
    before = len(list(read_rows(tmp_path)))
    with pytest.MonkeyPatch.context() as patch:
        tamper_with(patch, partial(Lost, "launchdarkly", add=nothing))
        ended = command("export", "launchdarkly", "--out", tmp_path)
    assert (ended.code, len(list(read_rows(tmp_path)))) == (3, before), ended.err
