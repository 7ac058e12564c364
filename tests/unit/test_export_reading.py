"""Reading an export by experiment: whole ones, as soon as they are, with how their traffic should be split."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest

from abclient.export import Exported, ExportError, Item, Plan, export_rows, read_experiments, read_failures
from abclient.export._manifest import Part
from abclient.export._record import read_manifest
from abclient.export._store import read_part
from abclient.results import ExperimentInfo, ResultRow
from support.rows import NOW, a_row

EVEN = {"a": 50.0, "b": 50.0}


def info(key: str, status: str = "ended") -> ExperimentInfo:
    return ExperimentInfo(vendor="optimizely", experiment_id=key, status=status, started_at=NOW)


def rows(*keys: str) -> list[ResultRow]:
    return [a_row(experiment_id=key, variation_id=variation) for key in keys for variation in "ab"]


async def export(
    directory: Path, *given: Item, allocation: Mapping[str, float] | Exception | None = EVEN, status: str = "ended"
) -> list[str]:
    """Export these items, of which each key's first letter is the experiment, in parts of two rows."""
    asked: list[str] = []

    async def source(plan: Plan) -> AsyncIterator[Item]:
        for key, found in given:
            if plan.wants(key, info(str(key)[0], status)):
                asked.append(str(key))
                plan.allocate(key, allocation)
                yield key, found

    await export_rows(directory, source, file_format="jsonl", part_rows=2)
    return asked


def keys_of(found: list[Exported]) -> list[tuple[str, int]]:
    return [(one.experiment.experiment_id, len(one.rows)) for one in found]


async def test_experiments_are_whole(tmp_path: Path) -> None:
    """One whose keys are in several parts is given after the last of them, one without rows in the end."""
    await export(tmp_path, ("1/x", rows("1")), ("2/x", rows("2")), ("3/x", []), ("1/y", rows("1")))
    found = list(read_experiments(tmp_path))
    assert keys_of(found) == [("2", 2), ("1", 4), ("3", 0)]
    assert [one.keys for one in found] == [["2/x"], ["1/x", "1/y"], ["3/x"]]
    assert {one.status for one in found} == {"ended"}
    assert all(one.allocation == EVEN for one in found)


async def test_parts_are_read_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many there are, no part is read before the experiments of the one before it were given."""
    await export(tmp_path, *((str(key), rows(str(key))) for key in range(9)))
    parts: list[str] = []

    def counted(directory: Path, part: Part) -> list[ResultRow]:
        parts.append(part.file)
        return read_part(directory, part)

    monkeypatch.setattr("abclient.export._read.read_part", counted)
    assert [len(parts) for _ in read_experiments(tmp_path)] == list(range(1, 10))


async def test_a_key_may_have_rows_of_several_experiments(tmp_path: Path) -> None:
    """Then nobody can say which is whole before the end; all are given, and without a split."""
    await export(tmp_path, ("1", rows("1")), ("p", rows("7", "8")), ("2", rows("2")))
    found = list(read_experiments(tmp_path))
    assert keys_of(found) == [("1", 2), ("7", 2), ("8", 2), ("2", 2)]
    assert [one.allocation for one in found] == [EVEN, {}, {}, EVEN]


async def test_the_newest_split_counts(tmp_path: Path) -> None:
    """A key that is fetched again brings its split and status with it."""
    uneven = {"a": 90.0, "b": 10.0}
    await export(tmp_path, ("1/x", rows("1")), ("1/y", rows("1")), status="running")
    await export(tmp_path, ("1/x", rows("1")), allocation=uneven, status="paused")
    (found,) = read_experiments(tmp_path)
    assert (found.allocation, found.status, len(found.rows)) == (uneven, "paused", 4)


@pytest.mark.parametrize(
    ("missing", "why"), [(None, "the shares are unavailable"), (TimeoutError("slow"), "TimeoutError: slow")]
)
async def test_a_split_that_could_not_be_had_is_asked_for_again(
    tmp_path: Path, missing: Exception | None, why: str
) -> None:
    """Else an experiment that has ended would stay without one for ever; until it is known, that is a failure."""
    assert await export(tmp_path, ("1", rows("1")), allocation=missing) == ["1"]
    assert [one.allocation for one in read_experiments(tmp_path)] == [{}]
    assert read_failures(tmp_path) == {"traffic of 1": why}
    assert await export(tmp_path, ("1", rows("1"))) == ["1"]
    assert [one.allocation for one in read_experiments(tmp_path)] == [EVEN]
    assert read_failures(tmp_path) == {}
    assert await export(tmp_path, ("1", rows("1"))) == []


class Iterations:
    """Experiments whose keys change, as those of LaunchDarkly do with a new iteration."""

    def __init__(self, **metrics: str) -> None:
        self.metrics = metrics
        self.broken = ""

    async def __call__(self, plan: Plan) -> AsyncIterator[Item]:
        for experiment, metrics in self.metrics.items():
            keys = {metric: (experiment, metric) for metric in metrics}
            plan.keep_only(info(experiment, "running"), keys.values())
            for metric, key in keys.items():
                if plan.wants(key, info(experiment, "running")):
                    yield key, TimeoutError("slow") if metric in self.broken else rows(experiment)


async def test_what_an_experiment_no_longer_has_is_removed(tmp_path: Path) -> None:
    """Rows, failures and all: else they would be taken for what the experiment finds today."""
    vendor = Iterations(e="xyz", f="xy")
    await export_rows(tmp_path, vendor, file_format="jsonl", part_rows=9)
    vendor.broken = "y"
    await export_rows(tmp_path, vendor, file_format="jsonl")
    assert [(one.keys, len(one.rows)) for one in read_experiments(tmp_path)] == [
        (["e/x", "e/y", "e/z"], 6),
        (["f/x", "f/y"], 4),
    ]
    vendor.metrics = {"e": "xw"}
    summary = await export_rows(tmp_path, vendor, file_format="jsonl")
    assert [(one.keys, len(one.rows)) for one in read_experiments(tmp_path)] == [
        (["f/x", "f/y"], 4),
        (["e/x", "e/w"], 4),
    ]
    assert read_failures(tmp_path) == {"f/y": "TimeoutError: slow"}
    assert (summary.keys, summary.rows) == (4, 8)


async def test_what_is_removed_is_gone_although_the_rest_fails(tmp_path: Path) -> None:
    """A key that fails keeps its older rows, and only those; what was not there to be removed does no harm."""
    vendor = Iterations(e="xy")
    await export_rows(tmp_path, vendor, file_format="jsonl")
    vendor.metrics, vendor.broken = {"e": "x", "g": "x"}, "x"
    await export_rows(tmp_path, vendor, file_format="jsonl")
    assert [(one.keys, len(one.rows)) for one in read_experiments(tmp_path)] == [(["e/x"], 2)]


async def test_the_last_rows_of_an_experiment_are_kept(tmp_path: Path) -> None:
    """Whatever it has now, or seems to: only other rows of it take their place; until then that is a failure."""
    vendor = Iterations(e="xy")
    await export_rows(tmp_path, vendor, file_format="jsonl")
    why = "the experiment no longer has it, and has no rows but these 2, which are kept"
    for metrics, failures in (
        ("", {"e/x": why, "e/y": why}),
        ("z", {"e/x": why, "e/y": why, "e/z": "TimeoutError: slow"}),
    ):
        vendor.metrics, vendor.broken = {"e": metrics}, metrics
        summary = await export_rows(tmp_path, vendor, file_format="jsonl")
        assert summary.failures == read_failures(tmp_path) == failures
        assert [(one.keys, len(one.rows)) for one in read_experiments(tmp_path)] == [(["e/x", "e/y"], 4)]
    vendor.broken = ""
    assert (await export_rows(tmp_path, vendor, file_format="jsonl")).ok
    assert [(one.keys, len(one.rows)) for one in read_experiments(tmp_path)] == [(["e/z"], 2)]
    assert read_failures(tmp_path) == {}


async def test_new_rows_have_no_older_split(tmp_path: Path) -> None:
    """The split may be another by now, and rows judged by it would give a false alarm; the failure says what lacks."""
    await export(tmp_path, ("1", rows("1")), status="running")
    await export(tmp_path, ("1", rows("1")), status="running", allocation=TimeoutError("slow"))
    assert [one.allocation for one in read_experiments(tmp_path)] == [{}]


@pytest.mark.parametrize("newest", [{}, TimeoutError("slow")])
async def test_of_several_keys_the_newest_word_on_the_split_counts(
    tmp_path: Path, newest: dict[str, float] | Exception
) -> None:
    """Also if it is that there is none, or that nobody knows it: an older key's may be another by now."""
    await export(tmp_path, ("1/x", rows("1")), ("1/y", rows("1")), status="running")
    await export(tmp_path, ("1/x", rows("1")), ("1/y", TimeoutError("slow")), status="running", allocation=newest)
    assert [one.allocation for one in read_experiments(tmp_path)] == [{}]


async def test_an_empty_split_is_known(tmp_path: Path) -> None:
    """Where traffic moves by itself there is no split to be had, and nothing to ask for again."""
    await export(tmp_path, ("1", rows("1")), allocation={})
    assert await export(tmp_path, ("1", rows("1"))) == []
    manifest = read_manifest(tmp_path)
    assert manifest is not None
    assert manifest.done["1"].allocation == {}


async def test_failures_are_read(tmp_path: Path) -> None:
    """What could not be exported is known to whoever reads, with its reason."""
    await export(tmp_path, ("1", rows("1")), ("2", TimeoutError("slow")))
    assert read_failures(tmp_path) == {"2": "TimeoutError: slow"}


async def test_what_a_source_notes_is_read_until_the_next_run_has_ended(tmp_path: Path) -> None:
    """Whole projects can fail, before a key of theirs is known; a run that breaks off says nothing new of them."""

    async def blind(plan: Plan) -> AsyncIterator[Item]:
        yield "1", rows("1")
        plan.note("project 7", TimeoutError("slow"))

    async def broken(plan: Plan) -> AsyncIterator[Item]:
        yield "1", rows("1")
        raise ConnectionError

    summary = await export_rows(tmp_path, blind, file_format="jsonl")
    assert (summary.failures, summary.keys) == ({"project 7": "TimeoutError: slow"}, 1)
    with pytest.raises(ConnectionError):
        await export_rows(tmp_path, broken, file_format="jsonl")
    assert read_failures(tmp_path) == {"project 7": "TimeoutError: slow"}
    await export(tmp_path, ("1", rows("1")))
    assert read_failures(tmp_path) == {}


def test_reading_needs_an_export(tmp_path: Path) -> None:
    """An empty directory is not an export without experiments."""
    with pytest.raises(ExportError, match="there is no export in it"):
        list(read_experiments(tmp_path))
    with pytest.raises(ExportError, match="there is no export in it"):
        read_failures(tmp_path)
