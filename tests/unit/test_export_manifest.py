"""Manifests that no export could have written: each is refused as a whole, and nothing on the disk is changed."""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from abclient._json import strict_reader
from abclient.export import (
    ExportError,
    FileFormat,
    Item,
    export_rows,
    read_experiments,
    read_failures,
    read_history,
    read_rows,
)
from abclient.export._manifest_file import manifest_of
from abclient.results import SCHEMA_VERSION
from support.cases import a_third_every_run
from support.records import sealed_json, unsealed_json
from support.rows import a_row

Change = Callable[[dict[str, Any]], object]


async def export(directory: Path, *keys: int, file_format: FileFormat = "jsonl", history: bool = False) -> None:
    async def source() -> AsyncIterator[Item]:
        for key in keys:
            yield key, [a_row(experiment_id=str(key))]

    await export_rows(directory, source(), file_format=file_format, part_rows=2, history=history)


def part(**values: Any) -> Change:
    return lambda document: document["parts"][0].update(values)


def done(**values: Any) -> Change:
    def change(document: dict[str, Any]) -> None:
        for name, value in values.items():
            column = document["done"][name]
            document["done"][name] = [value, *(column[1:] if isinstance(column, list) else [column] * 4)]

    return change


def all_done(**values: Any) -> Change:
    return lambda document: document["done"].update(values)


def run(**values: Any) -> Change:
    return lambda document: document["run"].update(values)


def top(**values: Any) -> Change:
    return lambda document: document.update(values)


def history(**values: Any) -> Change:
    return lambda document: document["history"].update(values)


def snapshots(**values: Any) -> Change:
    return lambda document: document["history"]["parts"][0].update(values)


def second_name(document: dict[str, Any]) -> None:
    document["parts"][1]["file"] = document["parts"][0]["file"]


DAMAGES: list[tuple[str, Change]] = [
    ("next_part is text", top(next_part="4")),
    ("next_part is true", top(next_part=True)),
    ("next_part is broken", top(next_part=4.0)),
    ("next_part is negative", top(next_part=-5)),
    ("next_part is there already", top(next_part=3)),
    ("next_part is the first", top(next_part=1)),
    ("next_part is null", top(next_part=None)),
    ("next_part has hundreds of digits", top(next_part=10**400)),
    ("the run's number has hundreds of digits", run(number=10**400)),
    ("run is a list", top(run=[])),
    ("the run's number is text", run(number="1")),
    ("the run's number is true", run(number=True)),
    ("the run's number is nought", run(number=0)),
    ("the run has no time zone", run(started="2026-01-01T00:00:00")),
    ("the run began before the first year", run(started="0001-01-01T00:00:00+05:00")),
    ("the run began in numbers", run(started=5)),
    ("the run ended without a time zone", run(finished="2026-01-01T00:00:00")),
    ("the run ended falsely", run(finished=False)),
    ("the run says more", run(more=1)),
    ("the format cannot be looked up", top(file_format=["jsonl"])),
    ("another format", top(file_format="csv")),
    ("excel is text", top(excel="no")),
    ("the mark leads elsewhere", top(mark="../../ab")),
    ("the mark is short", top(mark="ab")),
    ("options are a list", top(options=[["a", 1]])),
    ("parts are an object", top(parts={})),
    ("a part is text", top(parts=["part-000001.jsonl"])),
    ("a part is there twice", lambda document: document["parts"].append(document["parts"][0])),
    ("two parts have one name", second_name),
    ("a key is in two parts", part(keys={"0": 1, "2": 1})),
    ("a part of another format", part(file="part-000001.csv")),
    ("a part in another directory", part(file="../part-000001.jsonl")),
    ("a part with a line end", part(file="part-000001.jsonl\n")),
    ("a part with a number too long", part(file=f"part-{'9' * 5000}.jsonl")),
    ("a part's rows are fewer", part(rows=1)),
    ("a part's rows are true", part(rows=True)),
    ("a part's size is broken", part(bytes=1.5)),
    ("a part's checksum is null", part(sha256=None)),
    ("a part's keys are a list", part(keys=["0", "1"])),
    ("a part's keys count nothing", part(keys={"0": 2, "1": 0})),
    ("a part's keys count backwards", part(keys={"0": 3, "1": -1})),
    ("a part's keys count in text", part(keys={"0": "1", "1": 1})),
    ("a part of nobody", part(keys={"0": 1, "nobody": 1})),
    ("done is a list", top(done=[])),
    ("a key is done in no run", done(run=None)),
    ("a key is done in a run to come", done(run=7)),
    ("a status is a number", done(status=5)),
    ("a version is a list", done(version=[])),
    ("an experiment's id is a number", done(experiment_id=0)),
    ("an experiment cannot be looked up", done(experiment_id={})),
    ("an experiment has no id", done(experiment_id=None)),
    ("an experiment has no vendor", done(vendor=None)),
    ("an experiment's vendor is a list", done(vendor=[])),
    ("an experiment's project is a number", done(project=1)),
    ("an experiment's account is true", done(account=True)),
    ("an allocation is a list", done(allocation=[50])),
    ("a share is text", done(allocation={"a": "50"})),
    ("a share is true", done(allocation={"a": True})),
    ("a share is negative", done(allocation={"a": -1})),
    ("a share is too large", done(allocation={"a": 10**400})),
    ("a share is no number", done(allocation={"a": float("nan")})),
    ("a share is infinite", done(allocation={"a": float("inf")})),
    ("why there are no shares is a list", done(allocation_error=[])),
    ("a status is that of fewer keys", all_done(status=[None] * 4)),
    ("a status is that of more keys", all_done(status=[None] * 6)),
    ("all are done in no run", all_done(run=0)),
    ("all are done in text", all_done(run="1")),
    ("all have a number as their status", all_done(status=1)),
    ("all have an object as their version", all_done(version={})),
    ("all have negative shares", all_done(allocation={"a": -1})),
    ("no experiment has an id", all_done(experiment_id=None)),
    ("no experiment has a vendor", all_done(vendor=None)),
    ("done lacks a column", lambda document: document["done"].pop("status")),
    ("done has a column more", all_done(more=None)),
    ("done has no keys", lambda document: document["done"].pop("key")),
    ("all are done by one key", all_done(key="0")),
    ("a key is done twice", all_done(key=["0", "1", "2", "3", "3"])),
    ("a key is a number", all_done(key=[0, "1", "2", "3", "4"])),
    ("fewer keys are done", all_done(key=["0", "1", "2", "3"])),
    ("done is as it was in earlier versions", top(done={"0": {"run": 1}})),
    ("the journal is text", top(journal="1")),
    ("the journal is negative", top(journal=-1)),
    ("failures are a list", top(failures=[])),
    ("a key is done and gone", top(removed={"0": 1})),
    ("a failure is null", top(failures={"0": None})),
    ("what was noted is a number", top(noted={"project": 1})),
    ("the version is true", top(manifest_version=True)),
    ("the version is broken", top(manifest_version=8.0)),
    ("something more", top(more=1)),
    ("something lacks", lambda document: document.pop("noted")),
]


async def refused(directory: Path) -> None:
    """See that nobody can read it, and that another run changes nothing."""
    before = {path.name: path.read_bytes() for path in directory.iterdir()}
    for read in (read_rows, read_failures, read_experiments):
        with pytest.raises(ExportError):
            list(read(directory))
    with pytest.raises(ExportError):
        await export(directory, 1, 2, 3, 4)
    assert {path.name: path.read_bytes() for path in directory.iterdir()} == before


@pytest.mark.parametrize("change", a_third_every_run(case[1] for case in DAMAGES), ids=[case[0] for case in DAMAGES])
async def test_a_damaged_manifest_is_refused(tmp_path: Path, change: Change) -> None:
    """By whoever reads and by whoever goes on: a guess could overwrite a part, or give its rows twice."""
    await export(tmp_path, *range(5))
    document = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    change(document)
    (tmp_path / "manifest.json").write_bytes(sealed_json(document))
    await refused(tmp_path)


async def test_whole_shares_are_numbers_with_a_fraction(tmp_path: Path) -> None:
    """As those are that an export writes itself: some that write JSON leave out a fraction of nought."""
    await export(tmp_path, *range(5))
    place = tmp_path / "manifest.json"
    document = json.loads(place.read_text("utf-8"))
    done(allocation={"a": 50, "b": 0.5})(document)
    shares = manifest_of(sealed_json(document), place).done["0"].allocation
    assert repr(shares) == "{'a': 50.0, 'b': 0.5}"


async def test_without_orjson_it_says_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With half of a surrogate pair, which orjson refuses, and without."""
    for place, text in ((tmp_path / "a", "\ud800 \U0001f600\0"), (tmp_path / "b", "\ue000 é")):
        source: list[Item] = [("1", [a_row(units=1)]), (text, ValueError(text))]
        await export_rows(place, items(source), file_format="csv", options={"many": 2**70, text: [0.1, -0.0]})
        file = place / "manifest.json"
        with monkeypatch.context() as patch:
            patch.setitem(sys.modules, "orjson", None)
            strict_reader.cache_clear()
            without = manifest_of(file.read_bytes(), file)
        strict_reader.cache_clear()
        assert repr(manifest_of(file.read_bytes(), file)) == repr(without)
        assert without.failures[text] == f"ValueError: {text}"
        await export_rows(place, items(source), file_format="csv", options={"many": 2**70, text: [0.1, -0.0]})


async def items(source: list[Item]) -> AsyncIterator[Item]:
    for item in source:
        yield item


async def test_a_manifest_with_any_other_byte_is_refused(tmp_path: Path) -> None:
    """Whatever it says then, and if it says the same: a disk that fails changes digits, too."""
    await export(tmp_path, *range(5), history=True)
    place = tmp_path / "manifest.json"
    content = place.read_bytes()
    assert manifest_of(content, place).run.number == 1
    for number, byte in enumerate(content):
        for other in {b"1", b" ", b"\xff", bytes([byte ^ 1])} - {bytes([byte])}:
            with pytest.raises(ExportError, match=r"manifest\.json is damaged"):
                manifest_of(content[:number] + other + content[number + 1 :], place)


HISTORIES: list[tuple[str, Change]] = [
    ("a history is a list", top(history=[])),
    ("a history says more", history(more=1)),
    ("a history lacks its starts", lambda document: document["history"].pop("starts")),
    ("a run has no start", history(starts=[])),
    ("a run is yet to come", lambda document: document["history"]["starts"].append("2026-01-01T00:00:00Z")),
    ("a start has no time zone", history(starts=["2026-01-01T00:00:00"])),
    ("the next file is there already", history(next_part=1)),
    ("files are there twice", lambda document: document["history"]["parts"].append(document["history"]["parts"][0])),
    ("a file leads elsewhere", snapshots(file="../_history-000001-0badcafe.snapshots")),
    ("a file is a part", snapshots(file="part-000001-0badcafe.jsonl")),
    ("a file is of another format", snapshots(file="_history-000001-0badcafe.parquet")),
    ("a file has no checksum", snapshots(sha256="")),
    ("a file has no rows", snapshots(rows=0)),
    ("a file has keys", snapshots(keys={})),
    ("a file is of a run to come", snapshots(last_run=2)),
    ("a file ends before it begins", snapshots(first_run=2)),
    ("a snapshot is of a run to come", history(latest={"key": ["0"], "run": [2], "digest": [""]})),
    ("a snapshot is of no run", history(latest={"key": ["0"], "run": 0, "digest": ""})),
    ("a snapshot has half a digest", history(latest={"key": ["0"], "run": 1, "digest": ["abc"]})),
    ("a snapshot has a number as its digest", history(latest={"key": ["0"], "run": 1, "digest": 0})),
    ("a snapshot is as it was in earlier versions", history(latest={"0": [1, ""]})),
    ("a snapshot says more", history(latest={"key": ["0"], "run": 1, "digest": "", "more": 1})),
    ("a key has two snapshots", history(latest={"key": ["0", "0"], "run": 1, "digest": ""})),
    ("a key is gone in a run to come", history(removed={"0": [2]})),
    ("a key is gone at some time", history(removed={"0": ["1"]})),
]


@pytest.mark.parametrize(
    "change", a_third_every_run(case[1] for case in HISTORIES), ids=[case[0] for case in HISTORIES]
)
async def test_a_damaged_history_is_refused(tmp_path: Path, change: Change) -> None:
    """Such as one of another export, or of runs that were not."""
    await export(tmp_path, *range(5), history=True)
    document = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    change(document)
    (tmp_path / "manifest.json").write_bytes(sealed_json(document))
    await refused(tmp_path)
    with pytest.raises(ExportError, match=r"manifest\.json is damaged"):
        read_history(tmp_path)


BINARY: list[Callable[[bytes], bytes]] = [
    lambda content: content[4:],
    lambda content: content[:-1],
    lambda content: b"",
    lambda content: b"PAR1",
    lambda content: b"PAR1PAR1",
    lambda content: content[:-8] + b"\x00\x00\x00\x00PAR1",
    lambda content: content[:-8] + b"\xff\xff\xff\x00PAR1",
    lambda content: content.replace(b'"parts"', b'"party"'),
    lambda content: content.replace(b'"next_part": 3', b'"next_part": 4'),
    lambda content: content[4:].partition(b"\n")[0],
]


@pytest.mark.parametrize("change", BINARY)
async def test_a_damaged_manifest_beside_parquet_is_refused(tmp_path: Path, change: Callable[[bytes], bytes]) -> None:
    """It is a Parquet file with JSON in it: neither half of one, nor the JSON alone."""
    await export(tmp_path, *range(3), file_format="parquet")
    place = tmp_path / "_manifest.parquet"
    place.write_bytes(change(place.read_bytes()))
    with pytest.raises(ExportError, match=r"_manifest\.parquet is damaged"):
        await export(tmp_path, 1, file_format="parquet")
    with pytest.raises(ExportError, match=r"_manifest\.parquet is damaged"):
        list(read_rows(tmp_path))


async def test_a_manifest_of_earlier_versions_beside_parquet_is_named(tmp_path: Path) -> None:
    """It had another name; the message has the command that exports the same again, and nothing is touched."""
    await export(tmp_path, 1, file_format="parquet")
    place = tmp_path / "_manifest.parquet"
    document = json.loads(place.read_bytes()[4:].partition(b"\n")[0])
    document |= {"manifest_version": 5, "options": {"vendor": "optimizely", "account": "shop"}}
    (tmp_path / "_manifest.json").write_bytes(unsealed_json(document))
    place.unlink()
    before = sorted(tmp_path.iterdir())
    command = "abclient export optimizely --account shop --format parquet --out NEW_DIRECTORY"
    said = rf"\(manifest 5, rows {SCHEMA_VERSION}\).*: {command}"
    for use in (lambda: list(read_rows(tmp_path)), lambda: read_history(tmp_path)):
        with pytest.raises(ExportError, match=said):
            use()
    with pytest.raises(ExportError, match=said):
        await export(tmp_path, 1, file_format="parquet")
    assert sorted(tmp_path.iterdir()) == before


TEXTS: list[Callable[[str], str | bytes]] = [
    lambda text: text.replace('"parts":', '"parts": [], "parts":'),
    lambda text: text.replace('"0": 1', '"0": 1, "0": 1'),
    lambda text: text.encode("utf-16"),
    lambda text: b"\xff" + text.encode(),
    lambda text: "\ufeff" + text,
    lambda text: text.replace('"next_part": 4', f'"next_part": {"9" * 5000}'),
    lambda text: text + text,
]


@pytest.mark.parametrize("change", TEXTS)
async def test_a_manifest_that_is_other_text_is_refused(tmp_path: Path, change: Callable[[str], str | bytes]) -> None:
    """A name that is there twice, another encoding, a number without end, two documents."""
    await export(tmp_path, *range(5))
    changed = change((tmp_path / "manifest.json").read_text("utf-8"))
    (tmp_path / "manifest.json").write_bytes(changed if isinstance(changed, bytes) else changed.encode())
    await refused(tmp_path)
