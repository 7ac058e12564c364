"""Rows and columns that are made without detours: they are what those would be that take them."""

from __future__ import annotations

import copy
import json
import math
import pickle
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pyarrow as pa
import pytest
from attrs import fields
from hypothesis import given, settings

from abclient.results import COLUMNS, REQUIRED, ExperimentInfo, ResultRow, arrow_schema, from_arrow, to_arrow
from abclient.results import _arrow as arrays
from abclient.results import _checks as checks
from abclient.results._made import row_of
from abclient.results._row import IDENTITY, key_of
from abclient.results._rows import Rows
from abclient.results._values import as_values
from support.rows import NOW, a_row, any_rows

ODD = ["", "é", "a" * 300, "\U0001f600", "\x00", "\u2028"]
INFO = ExperimentInfo(vendor="optimizely", experiment_id="1", status="ended")


def values_of(row: ResultRow) -> list[Any]:
    return [getattr(row, name) for name in COLUMNS]


def test_a_row_made_of_its_values_is_that_row() -> None:
    """Of the same class, equal, with the same hash, frozen; it is copied and pickled as any other."""

    @settings(deadline=None)  # the first call of a library may take its time
    @given(any_rows())
    def check(rows: list[ResultRow]) -> None:
        for row in rows:
            made = row_of(*values_of(row))
            assert type(made) is ResultRow
            assert (made, hash(made), repr(made)) == (row, hash(row), repr(row))
            assert pickle.loads(pickle.dumps(made)) == copy.deepcopy(made) == row
            with pytest.raises(AttributeError):
                made.units = 5  # type: ignore[misc]  # that is what is tested

    check()
    assert [one.name for one in fields(ResultRow)] == list(COLUMNS)


def test_tables_are_those_that_pyarrow_makes() -> None:
    """And what is read from them, or from a part of one, are the rows."""

    @settings(deadline=None)  # as above
    @given(any_rows())
    def check(rows: list[ResultRow]) -> None:
        columns = {name: [getattr(row, name) for row in rows] for name in COLUMNS}
        table = to_arrow(rows)
        table.validate(full=True)
        assert table.equals(pa.table(columns, schema=arrow_schema()))
        assert from_arrow(table) == rows
        assert from_arrow(table.slice(1)) == rows[1:]
        assert from_arrow(pa.concat_tables([table, table.slice(1)])) == [*rows, *rows[1:]]

    check()


def test_text_beyond_what_an_array_can_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """It becomes several, as with pyarrow."""
    rows = [a_row(experiment_id=str(place), experiment_name=text) for place, text in enumerate([*ODD, None] * 3)]
    monkeypatch.setattr(arrays, "LONGEST", 310)
    table = to_arrow(rows)
    assert table["experiment_name"].num_chunks > 3
    assert from_arrow(table) == rows


WRONG: list[tuple[str, Any, str]] = [
    ("units", -1, "units is -1"),
    ("mean", math.nan, "mean is nan"),
    ("variance", math.inf, "variance is inf"),
    ("vendor", None, "vendor"),
    ("fetched_at", None, "fetched_at"),
]


@pytest.mark.parametrize(("name", "value", "message"), WRONG)
def test_a_table_that_no_rows_made_is_refused(name: str, value: Any, message: str) -> None:
    """With the same error as for a row with this value."""
    columns: list[Any] = list(arrow_schema())
    schema = pa.schema([one.with_nullable(True) for one in columns])
    values = {column: [getattr(row, column) for row in (a_row(), a_row())] for column in COLUMNS}
    values[name][1] = value
    assert (value is None) == (name in REQUIRED)
    with pytest.raises((ValueError, TypeError), match=message):
        from_arrow(pa.table(values, schema=schema))


CODE = """
import sys
from datetime import UTC, datetime
from abclient.export._codecs import CODECS
from abclient.export._splice import with_rows
from abclient.results import ResultRow, from_arrow, to_arrow
row = ResultRow(vendor="v", experiment_id="1", units=1, mean=0.5, is_baseline=True, fetched_at=datetime.now(UTC))
assert from_arrow(to_arrow([row])) == [row]
content = CODECS["parquet"].encode([row, row])
assert CODECS["parquet"].decode(content) == [row, row]
with_rows(content, {"1": 2}, {"1": [row]}, file_format="parquet")
print("pandas" in sys.modules)
"""


def test_arrow_and_parquet_import_no_pandas() -> None:
    """Where it is installed, that would take most of a second and 60 MB."""
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout == "False\n"


def test_values_of_a_response_are_checked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """By what reads them; those that all rows share once for all of them."""
    for name in ("is_text", "is_text_if_given", "is_flag", "is_count", "is_number", "is_time", "is_known_time"):
        check: Callable[..., None] = getattr(checks, name)
        monkeypatch.setattr(check, "__code__", _raises.__code__)
    read: list[str] = []

    def counted(values: dict[str, object], what: str) -> dict[str, Any]:
        read.extend(values)
        return as_values(values, what)

    monkeypatch.setattr("abclient.results._rows.as_values", counted)
    rows = Rows(INFO, "/path", {"fetched_at": NOW})
    for place in range(3):
        rows.add(f"/{place}", metric_id="m", variation_id=str(place), units=5, mean=0.5)
    assert [row.units for row in rows.found] == [5, 5, 5]
    assert (read.count("experiment_id"), read.count("fetched_at"), read.count("units")) == (1, 1, 3)


def _raises(instance: object, attribute: Any, value: Any) -> None:
    raise AssertionError("a value is checked again")


def test_what_scaling_makes_too_large_is_still_refused() -> None:
    """What comes out of arithmetic was not checked by reading."""
    rows = Rows(INFO, "/path", {"fetched_at": NOW})
    with pytest.raises(ValueError, match="mean is inf"):
        rows.add("/1", mean=1e308, value_scale=100.0)


def test_a_time_of_a_subclass_becomes_a_plain_one() -> None:
    """Such as one of pandas, which counts in nanoseconds."""

    class Moment(datetime):
        pass

    rows = Rows(INFO, "/path", {"fetched_at": Moment(2026, 1, 1, tzinfo=UTC)})
    rows.add("/1")
    assert type(rows.found[0].fetched_at) is datetime


def test_keys_stay() -> None:
    """Else every row would be another one: they are of the same text as ever."""
    for apart in ((), (None,), ((1, "é"), NOW), (("a",), None, 2)):
        for text in (None, *ODD):
            row = a_row(experiment_id="1", metric_id=text, metric_name="n", segment=text)
            whose = (row.vendor, row.account, row.project, row.environment, row.experiment_id, row.iteration)
            metric = "n" if text is None else text
            expected = json.dumps([*whose, metric, row.metric_kind, text, *apart], default=str)
            identity = [getattr(row, name) for name in IDENTITY]
            assert key_of(identity, *apart) == _digest(expected)
            assert row.result_key == key_of(identity)


def _digest(text: str) -> str:
    import hashlib

    return hashlib.sha256(text.encode()).hexdigest()[:16]
