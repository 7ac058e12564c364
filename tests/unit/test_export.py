"""Exports: what is fetched when, what replaces what, and what becomes of failures."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import re
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from abclient import Outcome
from abclient.bulk import fetch_many
from abclient.export import ExportError, Item, Key, Plan, Summary, as_rows, export_rows, key_text, read_rows
from abclient.export._manifest import CompletedKey, Manifest, Run, is_due
from abclient.export._record import read_manifest
from abclient.results import ExperimentInfo, ResultRow
from abclient.vendors.optimizely import rows as optimizely
from abclient_api.optimizely import models
from support.rows import NOW, a_row

LATER = NOW + timedelta(hours=1)


def row(key: object, units: int = 1) -> ResultRow:
    return a_row(experiment_id=str(key), units=units)


def info(key: object, status: str = "ended", **values: Any) -> ExperimentInfo:
    known: dict[str, Any] = {"started_at": NOW, **values}
    return ExperimentInfo(vendor="optimizely", experiment_id=str(key), status=status, **known)


async def items(*given: Item) -> AsyncIterator[Item]:
    for item in given:
        yield item


def found(directory: Path) -> dict[str, list[int | None]]:
    """The units of all rows, by experiment."""
    rows: dict[str, list[int | None]] = {}
    for each in read_rows(directory):
        rows.setdefault(each.experiment_id, []).append(each.units)
    return rows


async def export(directory: Path, source: Any, **options: Any) -> Summary:
    chosen: dict[str, Any] = {"file_format": "jsonl", **options}
    return await export_rows(directory, source, **chosen)


class Vendor:
    """Experiments that can be listed and fetched; remembers what was fetched."""

    def __init__(self, *infos: ExperimentInfo) -> None:
        self.infos = {each.experiment_id: each for each in infos}
        self.fetched: list[str] = []
        self.units = 1

    async def __call__(self, plan: Plan) -> AsyncIterator[Item]:
        for key, each in self.infos.items():
            if plan.wants(key, each):
                self.fetched.append(key)
                yield key, [row(key, self.units)]


async def test_rows_are_written_in_parts(tmp_path: Path) -> None:
    """Parts are as large as asked for, keys stay whole, and the summary says what there is."""
    given = [(key, [row(key)] * 3) for key in range(10)]
    summary = await export(tmp_path / "new" / "out", items(*given, ("empty", [])), part_rows=10, file_format="csv")
    assert summary == Summary(
        directory=tmp_path / "new" / "out",
        rows=30,
        keys=11,
        parts=3,
        exported=11,
        resumed=False,
        succeeded=11,
        failures={},
    )
    assert summary.ok
    names = sorted(path.name for path in summary.directory.glob("part-*"))
    assert [re.sub("-[0-9a-f]{8}", "", name) for name in names] == [
        *("part-000001.csv", "part-000002.csv", "part-000003.csv"),
    ]
    assert len({name.partition(".")[0].rpartition("-")[2] for name in names}) == 1  # the export's mark
    assert found(summary.directory) == {str(key): [1, 1, 1] for key in range(10)}


async def test_a_part_is_written_after_some_time(tmp_path: Path) -> None:
    """However slowly rows come, no more than that much work is lost in a crash."""
    seen: list[int] = []

    async def source(plan: Plan) -> AsyncIterator[Item]:
        for key in range(3):
            seen.append(len(list(tmp_path.glob("part-*"))))
            yield key, [row(key)]

    await export(tmp_path, source, part_seconds=0)
    assert seen == [0, 1, 2]


async def test_another_run_fetches_what_runs_or_was_changed(tmp_path: Path) -> None:
    """Their new rows replace the old ones; all others stay as they are, and are not fetched."""
    vendor = Vendor(info(1, "running"), info(2), info(3), info(4, "running"))
    await export(tmp_path, vendor, part_rows=2)
    vendor.units, vendor.fetched = 2, []
    vendor.infos |= {"3": info(3, experiment_name="New name"), "4": info(4), "5": info(5)}
    summary = await export(tmp_path, vendor)
    assert vendor.fetched == ["1", "3", "4", "5"]
    assert (summary.exported, summary.rows, summary.keys) == (4, 5, 5)
    assert found(tmp_path) == {"1": [2], "2": [1], "3": [2], "4": [2], "5": [2]}
    vendor.fetched = []
    await export(tmp_path, vendor)
    assert vendor.fetched == ["1"]
    await export(tmp_path, vendor, refetch_all=True)
    assert vendor.fetched == ["1", "1", "2", "3", "4", "5"]
    assert {len(units) for units in found(tmp_path).values()} == {1}


def manifest(done: CompletedKey | None, *, failed: bool = False) -> Manifest:
    """A manifest in its third run, with one key."""
    return Manifest(
        file_format="csv",
        options={},
        run=Run(number=3, started=NOW),
        done={"k": done} if done else {},
        failures={"k": "TimeoutError"} if failed else {},
        noted={},
    )


VERSION = info("k").version
EARLIER = CompletedKey(run=2, status="ended", version=VERSION)
UNALLOCATED = CompletedKey(run=2, status="ended", version=VERSION, allocation_error="TimeoutError")
DUE: list[tuple[str, Manifest, ExperimentInfo | None, dict[str, Any], bool]] = [
    ("never exported", manifest(None), info("k"), {}, True),
    ("unchanged", manifest(EARLIER), info("k"), {}, False),
    ("unchanged, but all are wanted", manifest(EARLIER), info("k"), {"refetch_all": True}, True),
    ("unchanged, but failed", manifest(EARLIER, failed=True), info("k"), {}, True),
    ("exported in this run", manifest(CompletedKey(run=3, status="running")), info("k", "running"), {}, False),
    ("exported in this run, all", manifest(CompletedKey(run=3)), None, {"refetch_all": True}, False),
    ("running", manifest(CompletedKey(run=2, status="running")), info("k", "running"), {}, True),
    ("was running", manifest(CompletedKey(run=2, status="running", version=VERSION)), info("k"), {}, True),
    ("running again", manifest(EARLIER), info("k", "running"), {}, True),
    ("archived", manifest(EARLIER), info("k", "archived"), {}, True),
    ("renamed", manifest(EARLIER), info("k", experiment_name="New"), {}, True),
    ("nothing is known of it", manifest(EARLIER), None, {}, True),
    ("version never known", manifest(CompletedKey(run=2, status="ended")), info("k"), {}, True),
    ("modified since", manifest(EARLIER), info("k", modified=LATER), {"since": NOW}, True),
    ("modified at that time", manifest(EARLIER), info("k", modified=NOW), {"since": NOW}, True),
    ("modified before", manifest(EARLIER), info("k", modified=NOW), {"since": LATER}, False),
    ("modified nobody knows when", manifest(EARLIER), info("k"), {"since": NOW}, False),
    ("shares not had", manifest(UNALLOCATED), info("k"), {}, True),
    ("shares not had, modified before", manifest(UNALLOCATED), info("k", modified=NOW), {"since": LATER}, True),
    ("shares not had in this run", manifest(CompletedKey(run=3, allocation_error="TimeoutError")), info("k"), {}, True),
    ("running, modified before", manifest(EARLIER), info("k", "running", modified=NOW), {"since": LATER}, True),
]


@pytest.mark.parametrize(("before", "now", "options", "due"), [case[1:] for case in DUE], ids=[case[0] for case in DUE])
def test_what_is_due(before: Manifest, now: ExperimentInfo | None, options: dict[str, Any], due: bool) -> None:
    """A key is fetched again exactly if its rows may be different by now."""
    assert is_due(before, "k", now, **options) is due


async def test_an_interrupted_run_is_continued(tmp_path: Path) -> None:
    """What it gave before is kept and not fetched again, even where all is wanted; the next run is a new one."""
    vendor = Vendor(*(info(key, "running") for key in range(6)))

    async def interrupted(plan: Plan) -> AsyncIterator[Item]:
        async for item in vendor(plan):
            yield item
            if item[0] == "3":
                raise ConnectionError("the network is gone")

    with pytest.raises(ConnectionError, match="the network is gone"):
        await export(tmp_path, interrupted, part_rows=2)
    assert list(found(tmp_path)) == ["0", "1", "2", "3"]
    vendor.fetched = []
    summary = await export(tmp_path, vendor, refetch_all=True)
    assert (vendor.fetched, summary.resumed, summary.keys) == (["4", "5"], True, 6)
    assert not (await export(tmp_path, vendor)).resumed
    assert vendor.fetched[2:] == ["0", "1", "2", "3", "4", "5"]


@pytest.mark.parametrize("sign", [1, -1], ids=["last week", "a clock that has been set back"])
async def test_a_run_of_another_day_is_not_continued(
    sign: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its figures of running experiments would be as old as it is, or nobody knows how old."""
    vendor = Vendor(info(1, "running"))

    async def interrupted(plan: Plan) -> AsyncIterator[Item]:
        async for item in vendor(plan):
            yield item
        raise ConnectionError

    with pytest.raises(ConnectionError):
        await export(tmp_path, interrupted)
    run = read_manifest(tmp_path)
    assert run is not None
    monkeypatch.setattr("abclient.export._run.now", lambda: run.run.started + sign * timedelta(hours=24, seconds=1))
    summary = await export(tmp_path, vendor)
    assert (vendor.fetched, summary.resumed) == (["1", "1"], False)


async def test_one_garbage_answer_of_a_thousand(tmp_path: Path) -> None:
    """It is named, with what was wrong; the others are kept, and only it is fetched the next time."""

    async def fetch(key: int) -> models.ExperimentResults:
        samples = "lots" if key == 666 else key
        variations = {"1": {"samples": samples}, "2": {"samples": key}}
        return models.ExperimentResults.from_dict({"experiment_id": key, "metrics": [{"results": variations}]})

    def to_rows(outcome: Outcome[int, models.ExperimentResults]) -> list[ResultRow]:
        return optimizely.from_results(outcome.value, info(outcome.key), fetched_at=NOW)

    summary = await export(tmp_path, as_rows(fetch_many(fetch, range(1000)), to_rows))
    assert not summary.ok
    assert summary.failures == {
        "666": "ValueError: optimizely experiment 666, /metrics/0/results/1: units is 'lots', not a number"
    }
    assert (summary.rows, summary.keys) == (2 * 999, 999)
    kept = read_manifest(tmp_path)
    assert kept is not None
    assert kept.failures == summary.failures

    def only_it(plan: Plan) -> AsyncIterable[Item]:
        return items(*((key, [row(key)]) for key in range(1000) if key == 666 and plan.wants(key)))

    fixed = await export(tmp_path, only_it)
    assert (fixed.ok, fixed.keys) == (True, 1000)
    after = read_manifest(tmp_path)
    assert after is not None
    assert after.failures == {}


OUTCOMES: list[tuple[Outcome[Any, Any], Any]] = [
    (Outcome(index=0, key=("a", "b"), value=[5]), [row(5)]),
    (Outcome(index=0, key=1, value=None), []),
    (Outcome(index=0, key=1, error=TimeoutError("slow")), "slow"),
    (Outcome(index=0, key=1, value=5), "'int' object is not iterable"),
]


class Listed:
    """Something to iterate over asynchronously that is no generator and cannot be closed."""

    def __init__(self, *items: Any) -> None:
        self.items = list(items)

    def __aiter__(self) -> Any:
        return self

    async def __anext__(self) -> Any:
        if not self.items:
            raise StopAsyncIteration
        return self.items.pop(0)


async def test_any_asynchronous_iterable_will_do(tmp_path: Path) -> None:
    """A source need not be a generator, nor need outcomes be; keys without results are done, too."""
    outcomes = as_rows(Listed(Outcome[Any, Any](index=0, key=1, value=None)), lambda one: [])
    assert [item async for item in outcomes] == [(1, [])]
    summary = await export(tmp_path, Listed((1, []), (2, [])))
    assert (summary.keys, summary.rows, summary.parts) == (2, 0, 0)


@pytest.mark.parametrize(("outcome", "expected"), OUTCOMES)
async def test_outcomes_become_items(outcome: Outcome[Any, Any], expected: Any) -> None:
    """With rows, without rows because there are no results yet, or with an error, also of the mapping."""

    async def outcomes() -> AsyncIterator[Outcome[Any, Any]]:
        yield outcome

    ((key, given),) = [item async for item in as_rows(outcomes(), lambda one: [row(value) for value in one.value])]
    assert key == outcome.key
    assert (str(given) if isinstance(given, Exception) else given) == expected


async def test_leaving_as_rows_closes_the_fetch() -> None:
    """Nothing is under way any more when an export has ended early."""
    ended = asyncio.Event()

    async def fetch(key: int) -> list[int]:
        if key:
            try:
                await asyncio.Event().wait()
            finally:
                ended.set()
        return [key]

    async with contextlib.aclosing(as_rows(fetch_many(fetch, range(9)), lambda one: [])) as given:
        assert await anext(given) == (0, [])
    assert ended.is_set()


async def test_what_is_no_row_fails_alone(tmp_path: Path) -> None:
    """A mapping that gives something else, or fails while it gives, costs its own key only."""

    def broken() -> Iterable[ResultRow]:
        yield row(2)
        raise KeyError("metrics")

    bad: Any = [{"units": 1}]
    summary = await export(tmp_path, items((1, bad), (2, broken()), (3, [row(3)])))
    assert summary.failures == {"1": "TypeError: dict is not a ResultRow", "2": "KeyError: 'metrics'"}
    assert found(tmp_path) == {"3": [1]}


async def test_a_failure_keeps_the_older_rows(tmp_path: Path) -> None:
    """Last night's figures are better than none; a key given twice has its last rows."""
    await export(tmp_path, items((1, [row(1, 1)]), (1, [row(1, 2)])))
    summary = await export(tmp_path, items((1, TimeoutError("slow")), (2, [row(2)])))
    assert summary.failures == {"1": "TimeoutError: slow"}
    assert found(tmp_path) == {"1": [2], "2": [1]}


KEYS: list[tuple[Key, str]] = [
    ("a/b", "a/b"),
    (15, "15"),
    (("exp/1", "metric"), "exp%2F1/metric"),
    (("e", None), "e/"),
    ((1, 2), "1/2"),
]


@pytest.mark.parametrize(("key", "text"), KEYS)
def test_keys_are_text_in_the_manifest(key: Key, text: str) -> None:
    """Keys of bulk fetches stay distinct."""
    assert key_text(key) == text


@pytest.mark.parametrize("key", [1.5e16, True, None, ["a"]])
def test_a_key_is_no_float(key: Any) -> None:
    """An id that lost digits would be fetched for ever."""
    with pytest.raises(TypeError, match="a key must be text or a whole number"):
        key_text(key)


async def test_bad_arguments_are_refused_before_anything_is_made(tmp_path: Path) -> None:
    """No directory appears for a call that cannot work."""
    place = tmp_path / "out"
    bad: list[tuple[dict[str, Any], type[Exception]]] = [
        ({"since": datetime(2024, 1, 1)}, ValueError),
        ({"file_format": "xlsx"}, ValueError),
        ({"options": {"when": object()}}, TypeError),
    ]
    for options, raised in bad:
        with pytest.raises(raised):
            await export(place, items(), **options)
    assert not place.exists()


async def test_read_rows_needs_an_export(tmp_path: Path) -> None:
    """An empty directory is not an export without rows."""
    with pytest.raises(ExportError, match="there is no export in it"):
        list(read_rows(tmp_path))


async def test_the_manifest_is_readable_by_others(tmp_path: Path) -> None:
    """It says its version, the parts with their rows and checksums, and the keys."""
    source: Callable[[Plan], AsyncIterable[Item]] = Vendor(info(1), info(2))
    await export(tmp_path, source, options={"project": 7})
    document = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    assert (document["manifest_version"], document["options"], document["file_format"]) == (8, {"project": 7}, "jsonl")
    (part,) = document["parts"]
    assert (part["file"], part["rows"], part["keys"]) == (
        f"part-000001-{document['mark']}.jsonl",
        2,
        {"1": 1, "2": 1},
    )
    assert part["bytes"] == (tmp_path / part["file"]).stat().st_size
    assert document["done"] == {
        "key": ["1", "2"],
        "run": 1,
        "status": "ended",
        "version": info(1).version,
        "allocation": None,
        "allocation_error": None,
        "vendor": "optimizely",
        "project": None,
        "environment": None,
        "experiment_id": ["1", "2"],
        "account": None,
    }
    content = (tmp_path / "manifest.json").read_bytes()
    seal, _, rest = content.partition(b", ")
    assert json.loads(seal + b"}") == {"sha256": hashlib.sha256(rest).hexdigest()}
