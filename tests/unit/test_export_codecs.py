"""The three formats: what is written is what is read, and ids are text in all of them."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abclient.export import FileFormat
from abclient.export._codecs import CODECS, encode_csv, encoder, parquet_content
from abclient.export._csv import defused, original
from abclient.export._splice import with_rows
from abclient.results import COLUMNS, ExperimentInfo, ResultRow, arrow_schema
from support.rows import NOW, a_row, any_rows

LONG_ID = "20000000000211033"
ROW = a_row(
    experiment_id=LONG_ID,
    metric_id=LONG_ID,
    experiment_name='A "name", in\r\ntwo lines',
    is_baseline=False,
    units=853,
    mean=0.1 + 0.2,
    period_start=datetime(2024, 1, 1, 1, tzinfo=timezone(timedelta(hours=1))),
)


def excel(rows: list[ResultRow]) -> bytes:
    return encode_csv(rows, excel=True)


WRITERS = [*((name, codec.encode) for name, codec in CODECS.items()), ("csv", excel)]


@pytest.mark.parametrize(("file_format", "encode"), WRITERS, ids=[*CODECS, "excel"])
def test_what_is_written_is_read_again(file_format: FileFormat, encode: Callable[[list[ResultRow]], bytes]) -> None:
    """Every row comes back equal, whatever it holds, and no rows come back as none."""
    decode = CODECS[file_format].decode

    @settings(deadline=None)  # the first call of a library may take its time
    @given(any_rows())
    def check(rows: list[ResultRow]) -> None:
        assert decode(encode(rows)) == rows

    check()


TEXTS = {
    "nothing": "",
    "long": "x" * 131_073,
    "long and quoted": '"' * 200_000,
    "NUL": "a\0b",
    "a mark": "\ufeffx",
    "line ends": "\r\n\n\r",
    "blanks": "  a  ",
    "commas": ",,",
}


@pytest.mark.parametrize(("file_format", "encode"), WRITERS, ids=[*CODECS, "excel"])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_stays_as_it_is(file_format: FileFormat, encode: Callable[[list[ResultRow]], bytes], text: str) -> None:
    """However long or short: an empty one is not taken for one that is missing."""
    rows = [a_row(experiment_id=text, experiment_name=text, segment=None)]
    assert CODECS[file_format].decode(encode(rows)) == rows


CELLS = [
    ("=1+1", "'=1+1"),
    ("+49 30 1", "'+49 30 1"),
    ("-1+1", "'-1+1"),
    ("-5", "-5"),
    ("-0.5e-3", "-0.5e-3"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t'=1"),
    ("\rx", "'\rx"),
    ("\uff1d1", "'\uff1d1"),
    ("a;=1", "a;'=1"),
    ('a;"=1;b', "a;\"'=1;b"),
    ('a;""\'=1', "a;\"\"''=1"),
    ("two\n=1", "two\n'=1"),
    ("two\r\n=1", "two\r\n'=1"),
    ("two\r\n\t1", "two\r\n\t1"),
    ("'=1", "''=1"),
    ("it's", "it's"),
    ("'quoted'", "'quoted'"),
    ("a=b", "a=b"),
]


@pytest.mark.parametrize(("text", "shown"), CELLS)
def test_a_spreadsheet_sees_no_formula(text: str, shown: str) -> None:
    """What would be one gets an apostrophe, which reading takes away again; figures stay figures."""
    rows = [a_row(experiment_name=text, difference=-0.5)]
    content = excel(rows)
    assert content.startswith(b"\xef\xbb\xbfvendor,")
    (cells,) = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert (cells["experiment_name"], cells["difference"]) == (shown, "-0.5")
    assert CODECS["csv"].decode(content) == rows
    assert CODECS["csv"].decode(CODECS["csv"].encode(rows)) == rows


@settings(deadline=None)
@given(st.text(st.sampled_from("=+-@\t\r\n';,\"1a\uff1d")))
def test_what_is_defused_is_undone(text: str) -> None:
    """Whatever was there before, and in any order; nothing that a spreadsheet takes for a formula is left."""
    assert original(defused(text)) == text
    for begin in re.split('[;\t\r\n]"*', defused(text))[1:]:
        assert not begin.startswith(("=", "+", "-", "@", "\uff1d"))
    assert not defused(text).startswith(("=", "+", "@", "\uff1d", "\t", "\r", "\n"))


def test_csv_as_others_read_it() -> None:
    """A header, ids with every digit, ISO times in UTC, empty cells for what is missing."""
    content = CODECS["csv"].encode([ROW])
    assert content.count(b"\r\n") == 3  # one inside of a quoted name
    (cells,) = csv.DictReader(io.StringIO(content.decode(), newline=""))
    assert list(cells) == list(COLUMNS)
    assert (cells["experiment_id"], cells["metric_id"], cells["units"]) == (LONG_ID, LONG_ID, "853")
    assert (cells["is_baseline"], cells["mean"], cells["value"]) == ("false", "0.30000000000000004", "")
    assert (cells["period_start"], cells["fetched_at"]) == ("2024-01-01T00:00:00Z", "2024-06-01T12:00:00Z")
    frame = pd.read_csv(io.BytesIO(content), dtype={"experiment_id": "string"}, parse_dates=["period_start"])
    assert frame["experiment_id"][0] == LONG_ID
    assert frame["period_start"][0] == ROW.period_start


def test_json_lines_as_others_read_them() -> None:
    """One object on each line with all fields; ids are text, what is missing is null."""
    content = CODECS["jsonl"].encode([ROW, a_row(experiment_name="\u2028\x85")])
    first, second = content.rstrip(b"\n").split(b"\n")
    document = json.loads(first)
    assert list(document) == list(COLUMNS)
    assert (document["experiment_id"], document["units"], document["value"]) == (LONG_ID, 853, None)
    assert json.loads(second)["experiment_name"] == "\u2028\x85"


def test_parquet_as_others_read_it() -> None:
    """The documented schema, with its version in the file's metadata."""
    file: Any = io.BytesIO(CODECS["parquet"].encode([ROW]))
    table = pq.ParquetFile(file).read()  # pyright: ignore[reportUnknownMemberType]  # stubs with gaps
    assert table.schema.equals(arrow_schema(), check_metadata=True)
    assert table.column("experiment_id").to_pylist() == [LONG_ID]


GARBAGE: list[tuple[FileFormat, bytes]] = [
    ("csv", b""),
    ("csv", b"a,b\r\n1,2\r\n"),
    ("csv", CODECS["csv"].encode([]) + b'"unfinished'),
    ("csv", CODECS["csv"].encode([]) + b"too,short\r\n"),
    ("csv", CODECS["csv"].encode([]) + b"," * (len(COLUMNS) - 1) + b"\r\n"),
    ("csv", CODECS["csv"].encode([ROW]).replace(b"false", b"maybe")),
    ("csv", b"\xff\xfe"),
    ("csv", CODECS["csv"].encode([ROW]).replace(b"optimizely", b'opt"imizely')),
    ("csv", CODECS["csv"].encode([ROW]).replace(b"optimizely", b'"optimizely"x')),
    ("csv", CODECS["csv"].encode([ROW]) + b"optimizely,"),
    ("jsonl", b"{}\n"),
    ("jsonl", b"[1]\n"),
    ("jsonl", CODECS["jsonl"].encode([ROW])[:-20]),
    ("jsonl", CODECS["jsonl"].encode([ROW]).replace(b'"2024-01-01T00:00:00Z"', b"5")),
    ("jsonl", CODECS["jsonl"].encode([ROW]).replace(b"853", b'"853"')),
    ("jsonl", CODECS["jsonl"].encode([ROW]).replace(b"0.30000000000000004", b"[]")),
    ("jsonl", b"[" * 100_000 + b"\n"),
    ("parquet", b"PAR1"),
]


@pytest.mark.parametrize(("file_format", "content"), GARBAGE)
def test_other_content_is_refused(file_format: FileFormat, content: bytes) -> None:
    """What is no file of result rows is not read as one."""
    with pytest.raises(ValueError, match=r"."):
        CODECS[file_format].decode(content)


def test_parquet_without_its_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message is the command that helps."""
    import sys

    found: Any = None
    monkeypatch.setitem(sys.modules, "pyarrow", found)
    with pytest.raises(ImportError, match=r"pip install 'abclient-experiments\[arrow\]'"):
        CODECS["parquet"].encode([a_row(fetched_at=NOW)])


@pytest.mark.parametrize(
    ("file_format", "for_excel", "pieces"),
    [("csv", False, 0), ("csv", True, 0), ("jsonl", False, 0), ("parquet", False, 0), ("parquet", False, 200)],
)
@pytest.mark.parametrize("changed", [{}, {1: 1}, {0: 2, 3: 0}, {0: 1, 1: 3, 2: 2, 3: 1}, {2: 0}])
def test_new_rows_of_some_keys(
    file_format: FileFormat, for_excel: bool, pieces: int, changed: dict[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if all rows were written anew, whatever their texts have in them, and however many pieces they are."""
    monkeypatch.setattr("abclient.export._splice._PIECES", pieces)
    texts = ['a "b",\r\n"c"', '""', "=1+1,", "", "\r\n", "\u2028\n", '"', "plain"]
    old = {str(key): [_odd(key, place, texts) for place in range(count)] for key, count in enumerate((2, 1, 3, 4))}
    new = {str(key): [_odd(key + 9, place, texts) for place in range(count)] for key, count in changed.items()}
    encode = encoder(file_format, excel=for_excel)
    before = encode(row for rows in old.values() for row in rows)
    after = with_rows(
        before, {key: len(rows) for key, rows in old.items()}, new, file_format=file_format, excel=for_excel
    )
    expected = [row for rows in (old | new).values() for row in rows]
    assert CODECS[file_format].decode(after) == expected
    if file_format != "parquet":
        assert after == encode(expected)
    with pytest.raises(ValueError, match="it has 10 rows; the manifest says 9"):
        with_rows(before, {"0": 9}, new, file_format=file_format, excel=for_excel)


SPLICED: list[tuple[FileFormat, Callable[[], bytes], str]] = [
    ("csv", lambda: CODECS["csv"].encode([ROW]) + b'"unfinished\r\n', "the last line is truncated"),
    ("parquet", lambda: parquet_content(pa.table({"units": [1]})), "its columns are not those of result rows"),
]


@pytest.mark.parametrize(("file_format", "content", "why"), SPLICED, ids=["csv", "parquet"])
def test_only_a_part_takes_new_rows(file_format: FileFormat, content: Callable[[], bytes], why: str) -> None:
    """What is no file of result rows is an error, and not the beginning of another one."""
    with pytest.raises(ValueError, match=why):
        with_rows(content(), {"1": 1}, {"1": [ROW]}, file_format=file_format)


def _odd(key: int, place: int, texts: list[str]) -> ResultRow:
    return a_row(experiment_id=str(key), variation_id=str(place), experiment_name=texts[(key + place) % len(texts)])


def test_an_experiments_version_stays() -> None:
    """Else every key of every export would be fetched again: it is made of the same text as ever."""
    for name in (None, "", 'a "b"\\', "é\u2028\U0001f600"):
        for started in (None, NOW, NOW + timedelta(microseconds=5)):
            one = ExperimentInfo(
                vendor="v", experiment_id="1", experiment_name=name, status="ended", started_at=started
            )
            text = json.dumps([name, "ended", started, None, None], default=str)
            assert one.version == hashlib.sha256(text.encode()).hexdigest()[:16]
