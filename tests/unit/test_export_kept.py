"""No data never replaces data; and what fails, whatever it is, costs its own key, and not for ever."""

from __future__ import annotations

import math
from collections.abc import AsyncIterator, Callable, Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pytest
from attrs import evolve

from abclient import Outcome
from abclient.export import (
    ExportError,
    FileFormat,
    Item,
    Plan,
    as_rows,
    export_rows,
    read_experiments,
    read_failures,
    read_rows,
)
from abclient.export._codecs import CODECS
from abclient.export._record import read_manifest
from abclient.results import ExperimentInfo, ResultRow
from support.rows import NOW, a_row

FORMATS: tuple[FileFormat, ...] = ("csv", "jsonl", "parquet")


def rows(key: str, units: int = 1) -> list[ResultRow]:
    return [a_row(experiment_id=key, variation_id=variation, units=units) for variation in "ab"]


async def items(*given: Item) -> AsyncIterator[Item]:
    for item in given:
        yield item


def units_in(directory: Path) -> dict[str, list[int | None]]:
    found: dict[str, list[int | None]] = {}
    for row in read_rows(directory):
        found.setdefault(row.experiment_id, []).append(row.units)
    return found


def nothing() -> Iterable[ResultRow]:
    return iter(())


@pytest.mark.parametrize("file_format", FORMATS)
@pytest.mark.parametrize("refetch_all", [False, True])
async def test_no_rows_do_not_replace_rows(tmp_path: Path, file_format: FileFormat, refetch_all: bool) -> None:
    """Night after night the old ones stay, and that is a failure, until there are new ones."""
    await export_rows(tmp_path, items(("1", rows("1")), ("2", rows("2")), ("3", [])), file_format=file_format)
    why = {
        "1": "NoRowsError: no rows came where 2 were exported before; those are kept, unless empty results are accepted"
    }
    for _ in range(2):
        given = items(("1", nothing()), ("2", rows("2", 5)), ("3", []))
        summary = await export_rows(tmp_path, given, file_format=file_format, refetch_all=refetch_all)
        assert summary.failures == read_failures(tmp_path) == why
        assert (summary.rows, summary.exported, summary.kept) == (4, 2, 1)
        assert units_in(tmp_path) == {"1": [1, 1], "2": [5, 5]}
    assert (await export_rows(tmp_path, items(("1", rows("1", 7))), file_format=file_format)).ok
    assert units_in(tmp_path)["1"] == [7, 7]


async def test_no_rows_do_not_replace_rows_of_the_same_run(tmp_path: Path) -> None:
    """Written already or not: a key that is given twice keeps what it had."""
    given: list[Item] = [("1", rows("1")), ("1", []), ("2", rows("2")), ("2", TimeoutError("slow"))]
    for part_rows in (1, 99):
        place = tmp_path / str(part_rows)
        summary = await export_rows(place, items(*given), file_format="csv", part_rows=part_rows)
        assert summary.failures.keys() == {"1", "2"}
        assert units_in(place) == {"1": [1, 1], "2": [1, 1]}


@pytest.mark.parametrize("part_rows", [1, 99])
@pytest.mark.parametrize("file_format", FORMATS)
async def test_rows_without_figures_do_not_replace_figures(
    tmp_path: Path, file_format: FileFormat, part_rows: int
) -> None:
    """They say nothing, so older ones stay, also those of the same run; where none had a figure they are as good."""
    bare = {key: [evolve(row, units=None) for row in rows(key)] for key in "12"}
    assert [row.has_figures for row in (*rows("1"), *bare["1"])] == [True, True, False, False]
    why = (
        "NoRowsError: rows without any figure came where 2 were exported before; "
        "those are kept, unless empty results are accepted"
    )
    first = items(("1", rows("1")), ("1", bare["1"]), ("2", bare["2"]))
    summary = await export_rows(tmp_path, first, file_format=file_format, part_rows=part_rows)
    assert summary.failures == {"1": why}
    for _ in range(2):
        summary = await export_rows(tmp_path, items(*bare.items()), file_format=file_format, part_rows=part_rows)
        assert summary.failures == read_failures(tmp_path) == {"1": why}
        assert units_in(tmp_path) == {"1": [1, 1], "2": [None, None]}
    assert (await export_rows(tmp_path, items(*bare.items()), file_format=file_format, accept_empty=True)).ok
    assert units_in(tmp_path) == {"1": [None, None], "2": [None, None]}


async def test_a_key_that_comes_after_it_failed(tmp_path: Path) -> None:
    """Written already or not: the last word on it is that it has rows, and that is no failure."""
    for part_seconds in (0, 99):
        place = tmp_path / str(part_seconds)
        given = items(("1", TimeoutError("slow")), ("1", rows("1")))
        summary = await export_rows(place, given, file_format="csv", part_seconds=part_seconds)
        assert (summary.failures, summary.exported, read_failures(place)) == ({}, 1, {})
        assert units_in(place) == {"1": [1, 1]}


async def test_no_rows_that_are_accepted(tmp_path: Path) -> None:
    """Whoever knows that the vendor has dropped rows ends the failure; an error still removes nothing."""
    lost: tuple[Item, ...] = (("1", []), ("2", TimeoutError("slow")), ("3", rows("3", 5)))
    await export_rows(tmp_path, items(*((key, rows(key)) for key in "123")), file_format="csv")
    assert (await export_rows(tmp_path, items(*lost), file_format="csv")).failures.keys() == {"1", "2"}
    summary = await export_rows(tmp_path, items(*lost), file_format="csv", accept_empty=True)
    assert summary.failures.keys() == read_failures(tmp_path).keys() == {"2"}
    assert units_in(tmp_path) == {"2": [1, 1], "3": [5, 5]}
    assert (await export_rows(tmp_path, items(("1", []), ("2", rows("2"))), file_format="csv")).ok


@pytest.mark.parametrize(("accept_empty", "left"), [(False, {"e"}), (True, set[str]())])
async def test_keys_that_an_experiment_lost_to_nothing(tmp_path: Path, accept_empty: bool, left: set[str]) -> None:
    """Where a new iteration has no rows yet those of the one before stay, unless it is accepted that there are none."""
    info = ExperimentInfo(vendor="optimizely", experiment_id="e")

    def source(key: str, given: list[ResultRow]) -> Callable[[Plan], AsyncIterator[Item]]:
        async def of(plan: Plan) -> AsyncIterator[Item]:
            plan.keep_only(info, [key])
            if plan.wants(key, info):
                yield key, given

        return of

    await export_rows(tmp_path, source("old", rows("e")), file_format="jsonl")
    for _ in range(2):
        summary = await export_rows(tmp_path, source("new", []), file_format="jsonl", accept_empty=accept_empty)
        assert summary.failures.keys() == read_failures(tmp_path).keys() == ({"old"} if left else set())
        assert set(units_in(tmp_path)) == left


async def test_the_vendors_none_does_not_either(tmp_path: Path) -> None:
    """An outcome without a value says that the vendor has no results yet, which cannot be so where it had some."""

    async def outcomes(value: Any) -> AsyncIterator[Outcome[int, Any]]:
        yield Outcome(index=0, key=1, value=value)

    def to_rows(outcome: Outcome[int, Any]) -> list[ResultRow]:
        return rows(str(outcome.value))

    await export_rows(tmp_path, as_rows(outcomes(1), to_rows), file_format="jsonl")
    assert not (await export_rows(tmp_path, as_rows(outcomes(None), to_rows), file_format="jsonl")).ok
    assert len(list(read_rows(tmp_path))) == 2


class Vendor:
    """Experiments that are listed as long as it has them, and all fail."""

    def __init__(self, *keys: str) -> None:
        self.keys = keys
        self.broken: tuple[str, ...] = keys
        self.noted = False

    async def __call__(self, plan: Plan) -> AsyncIterator[Item]:
        for key in self.keys:
            if plan.wants(
                key, ExperimentInfo(vendor="optimizely", experiment_id=key, status="running", started_at=NOW)
            ):
                yield key, TimeoutError("slow") if key in self.broken else rows(key)
        if self.noted:
            plan.note("project 7", TimeoutError("slow"))


async def test_a_failure_ends_with_what_failed(tmp_path: Path) -> None:
    """What never had rows, and is not listed any more, is nobody's failure; what has rows that are old still is one."""
    vendor = Vendor("1", "2", "3")
    vendor.broken = ("1", "2")
    await export_rows(tmp_path, vendor, file_format="jsonl")
    vendor.broken = ("1", "2", "3")
    await export_rows(tmp_path, vendor, file_format="jsonl")
    assert read_failures(tmp_path).keys() == {"1", "2", "3"}
    vendor.keys, vendor.noted = ("1",), True
    await export_rows(tmp_path, vendor, file_format="jsonl")
    assert read_failures(tmp_path).keys() == {"1", "2", "3", "project 7"}  # where 2 may be
    vendor.noted = False
    await export_rows(tmp_path, vendor, file_format="jsonl")
    assert read_failures(tmp_path).keys() == {"1", "3"}
    await export_rows(tmp_path, items(("9", rows("9"))), file_format="jsonl")
    assert read_failures(tmp_path).keys() == {"3"}


async def test_a_broken_run_ends_no_failure(tmp_path: Path) -> None:
    """It did not look at everything."""
    await export_rows(tmp_path, Vendor("1"), file_format="jsonl")

    async def broken(plan: Plan) -> AsyncIterator[Item]:
        yield "2", rows("2")
        raise ConnectionError

    with pytest.raises(ConnectionError):
        await export_rows(tmp_path, broken, file_format="jsonl")
    assert read_failures(tmp_path).keys() == {"1"}


@pytest.mark.parametrize("file_format", FORMATS)
async def test_a_row_that_cannot_be_written_costs_its_key(tmp_path: Path, file_format: FileFormat) -> None:
    """However somebody came to make it: the other keys of the same file are written, and the older rows stay."""
    await export_rows(tmp_path, items(("1", rows("1"))), file_format=file_format)
    bad = a_row(experiment_id="1", units=1)
    object.__setattr__(bad, "experiment_name", b"\xff" if file_format != "csv" else 5)
    summary = await export_rows(
        tmp_path, items(("0", rows("0")), ("1", [bad]), ("2", rows("2"))), file_format=file_format
    )
    assert summary.failures.keys() == read_failures(tmp_path).keys() == {"1"}
    assert "NoRowsError" not in summary.failures["1"]
    assert (summary.exported, set(units_in(tmp_path))) == (2, {"0", "1", "2"})
    manifest = read_manifest(tmp_path)
    assert manifest is not None
    assert manifest.done["1"].run == 1


async def test_what_no_rows_can_be_written_of_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no single key is to blame, nobody is told that it is one."""
    calls: list[int] = []

    def encoder(file_format: FileFormat, *, excel: bool) -> Callable[[Iterable[ResultRow]], bytes]:
        def encode(given: Iterable[ResultRow]) -> bytes:
            calls.append(len(list(given)))
            if calls[-1] > 2:
                raise MemoryError
            return b""

        return encode

    monkeypatch.setattr("abclient.export._store.encoder", encoder)
    with pytest.raises(MemoryError):
        await export_rows(tmp_path, items(("1", rows("1")), ("2", rows("2"))), file_format="csv")
    assert calls[:3] == [4, 2, 2]


SHARES: list[tuple[Any, str]] = [
    ({"a": math.nan}, "the share of 'a' is nan"),
    ({"a": math.inf}, "the share of 'a' is inf"),
    ({"a": -1}, "the share of 'a' is -1"),
    ({"a": "50"}, "the share of 'a' is '50', not a number by the variation's id"),
    ({"a": True}, "the share of 'a' is True, not a number by the variation's id"),
    ({"a": Decimal(50)}, "the share of 'a' is Decimal('50'), not a number by the variation's id"),
    ({1: 50}, "the share of 1 is 50, not a number by the variation's id"),
    ({"a": 10**400}, f"the share of 'a' is {10**400}"),
]


@pytest.mark.parametrize(("shares", "why"), SHARES)
async def test_shares_that_no_manifest_can_hold(tmp_path: Path, shares: Any, why: str) -> None:
    """They are shares that could not be had: the export stays one that can be read and gone on with."""

    async def source(plan: Plan) -> AsyncIterator[Item]:
        plan.allocate("1", shares)
        yield "1", rows("1")

    for _ in range(2):
        summary = await export_rows(tmp_path, source, file_format="csv")
        assert summary.failures == read_failures(tmp_path) == {"traffic of 1": why[:500]}


async def test_options_that_no_manifest_can_hold(tmp_path: Path) -> None:
    """Before anything is made."""
    with pytest.raises(ValueError, match="JSON compliant"):
        await export_rows(tmp_path / "out", items(), file_format="csv", options={"limit": math.nan})
    assert not (tmp_path / "out").exists()


async def test_csv_for_spreadsheets(tmp_path: Path) -> None:
    """All parts are that, also those that are written anew; read by this package, texts are as they were given."""
    name = '=HYPERLINK("http://evil.example","open")'
    given = {key: [a_row(experiment_id=key, experiment_name=name, difference=-0.5)] for key in "123"}
    await export_rows(tmp_path, items(*given.items()), file_format="csv", excel=True)
    await export_rows(tmp_path, items(("2", given["2"])), file_format="csv", excel=True)
    for part in tmp_path.glob("part-*"):
        assert part.read_bytes().startswith(b"\xef\xbb\xbf")
        assert set(pd.read_csv(part)["experiment_name"]) == {f"'{name}"}
    assert sorted(read_rows(tmp_path), key=lambda row: row.experiment_id) == [given[key][0] for key in "123"]
    with pytest.raises(ExportError, match="excel was True and is now False; export to a new directory"):
        await export_rows(tmp_path, items(), file_format="csv")
    with pytest.raises(ValueError, match="excel is for the file format csv, not jsonl"):
        await export_rows(tmp_path, items(), file_format="jsonl", excel=True)


async def test_a_directory_is_read_as_it_is(tmp_path: Path) -> None:
    """Readers of Parquet see its rows and nothing else, also after a crash and another run."""
    await export_rows(tmp_path, items(*((key, rows(key)) for key in "123")), file_format="parquet", part_rows=2)
    manifest = read_manifest(tmp_path)
    assert manifest is not None
    part = tmp_path / manifest.parts[0].file
    (tmp_path / f"part-000000-{manifest.mark}.parquet").write_bytes(part.read_bytes())
    await export_rows(tmp_path, items(("1", rows("1"))), file_format="parquet")
    assert sorted(pd.read_parquet(tmp_path)["experiment_id"]) == list("112233")
    assert sorted(pl.read_parquet(tmp_path / "*.parquet")["experiment_id"]) == list("112233")


async def test_a_part_with_other_rows_than_its_manifest_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A checksum that is right is not enough, and what no codec can read is an ExportError, too."""
    await export_rows(tmp_path, items(("1", rows("1"))), file_format="jsonl")
    kept = CODECS["jsonl"]

    def fewer(content: bytes) -> list[ResultRow]:
        return kept.decode(content)[:1]

    def broken(content: bytes) -> list[ResultRow]:
        raise TypeError("no rows")

    def missing(content: bytes) -> list[ResultRow]:
        raise ImportError("pyarrow")

    for decode, message in ((fewer, "has 1 rows; the manifest says 2"), (broken, "cannot be read: TypeError: no rows")):
        monkeypatch.setattr("abclient.export._store.CODECS", {"jsonl": kept._replace(decode=decode)})
        with pytest.raises(ExportError, match=message):
            list(read_experiments(tmp_path))
    monkeypatch.setattr("abclient.export._store.CODECS", {"jsonl": kept._replace(decode=missing)})
    with pytest.raises(ImportError, match="pyarrow"):
        list(read_rows(tmp_path))
