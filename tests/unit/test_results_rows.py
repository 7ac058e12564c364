"""Rows: what they take from answers, what they refuse, and the tables they become."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings

from abclient.results import (
    COLUMNS,
    REQUIRED,
    ExperimentInfo,
    ExperimentKey,
    ResultRow,
    arrow_schema,
    from_arrow,
    to_arrow,
    to_pandas,
    to_polars,
)
from abclient.results._values import (
    as_count,
    as_estimate,
    as_flag,
    as_fraction,
    as_number,
    as_row,
    as_text,
    as_time,
    status_of,
)
from abclient.vendors.launchdarkly._row_values import parse_timestamp
from support.rows import NOW, a_row, any_rows

BIG = 2**53 + 1


class Key(str):
    """Text of a subclass, as the members of a vendor's enumerations are."""

    __slots__ = ()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (None, None),
        ("", ""),
        ("925781903", "925781903"),
        (925781903, "925781903"),
        (BIG, "9007199254740993"),
        (15.0, "15"),
        ("Größe", "Größe"),
        ("half \ud83d of a pair", "half ? of a pair"),
        (Key("of an enumeration"), "of an enumeration"),
    ],
)
def test_ids_and_names_become_text(given: Any, kept: str | None) -> None:
    """Whole numbers keep every digit, and text that no file could hold is made writable."""
    found = as_text(given)
    assert found == kept
    assert type(found) is type(kept)


@pytest.mark.parametrize("garbage", [1.5, float(BIG), True, ["1"], {}])
def test_an_id_is_never_made_of_anything_else(garbage: Any) -> None:
    """A float that may have lost digits is refused like other garbage."""
    with pytest.raises(ValueError, match="not text or a whole number"):
        as_text(garbage)


@pytest.mark.parametrize(
    ("given", "kept"),
    [(None, None), (0, 0.0), ("0.25", 0.25), (3, 3.0), (float("nan"), None), (float("inf"), None), ("Infinity", None)],
)
def test_numbers(given: Any, kept: float | None) -> None:
    """Numbers may be written as text; what is no finite number is missing, not 0."""
    assert as_number(given) == kept


@pytest.mark.parametrize("garbage", [True, "many", [], 10**400])
def test_garbage_is_no_number(garbage: Any) -> None:
    """It is refused, and not taken for missing."""
    with pytest.raises(ValueError, match="not a number"):
        as_number(garbage)


@pytest.mark.parametrize(
    ("given", "kept"),
    [(None, None), (0, 0), ("853", 853), (853.0, 853), (BIG, BIG), (str(BIG), BIG), ("9.0", 9), (float("nan"), None)],
)
def test_counts(given: Any, kept: int | None) -> None:
    """Whole numbers stay whole, with every digit."""
    assert as_count(given) == kept


@pytest.mark.parametrize("garbage", [-1, 1.5, "1.5", 2**63, True])
def test_garbage_is_no_count(garbage: Any) -> None:
    """Negative, broken and too large numbers of units are refused."""
    with pytest.raises(ValueError, match="not a"):
        as_count(garbage)


@pytest.mark.parametrize(("given", "kept"), [(None, None), (True, True), (0, False), (1, True), (False, False)])
def test_flags(given: Any, kept: bool | None) -> None:
    """0 and 1 are what some servers write."""
    assert as_flag(given) is kept


@pytest.mark.parametrize("garbage", ["yes", 2, []])
def test_garbage_is_no_flag(garbage: Any) -> None:
    """Nothing else is taken for yes or no."""
    with pytest.raises(ValueError, match="not true or false"):
        as_flag(garbage)


def test_times_become_utc() -> None:
    """The moment stays the same, whatever the zone it was written in."""
    there = datetime(2024, 6, 1, 14, tzinfo=timezone(timedelta(hours=2)))
    assert as_time(there) == NOW
    assert as_time(there).tzinfo is UTC  # type: ignore[union-attr]  # it is no None
    assert as_time(None) is None
    for garbage in (datetime(2024, 6, 1), "2024-06-01"):
        with pytest.raises(ValueError, match="not a time with a time zone"):
            as_time(garbage)
    with pytest.raises(ValueError, match="outside of the years 1 to 9999"):
        as_time(datetime(9999, 12, 31, 23, tzinfo=timezone(-timedelta(hours=2))))


@pytest.mark.parametrize("hours", [-12, 0, 12])
def test_the_unset_time_of_go_is_none(hours: int) -> None:
    """Servers write the year 1 where there is no time, in whatever zone."""
    assert as_time(datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=hours)))) is None
    assert as_time(datetime(2, 1, 1, tzinfo=timezone(timedelta(hours=hours)))) is not None


STATUSES = {
    "not_started": ["Not started", "not_started", "draft", "scheduled"],
    "running": ["Running", "running", "active"],
    "paused": ["Paused", "paused", "campaign_paused"],
    "ended": ["stopped", "completed", "concluded"],
    "archived": ["Archived", "archived"],
    "levitating": ["levitating"],
}


@pytest.mark.parametrize(("shared", "word"), [(shared, word) for shared, words in STATUSES.items() for word in words])
def test_statuses_are_shared_words(shared: str, word: str) -> None:
    """The same state has the same word for all vendors, and a new word of a vendor is not lost."""
    assert status_of(word) == shared


def test_garbage_in_an_answer_is_named() -> None:
    """The error says where it was found, in which field, and what it is."""
    with pytest.raises(ValueError, match="acme experiment 7: units is 'lots', not a number"):
        as_row({"vendor": "acme", "experiment_id": 7, "fetched_at": NOW, "units": "lots"}, "acme experiment 7")
    with pytest.raises(ValueError, match="experiment_id is missing"):
        as_row({"vendor": "acme", "experiment_id": "", "fetched_at": NOW})


REFUSED: list[tuple[str, object, type[Exception]]] = [
    ("experiment_id", 15, TypeError),
    ("experiment_id", None, TypeError),
    ("metric_id", 1.5e16, TypeError),
    ("metric_id", np.str_("1"), TypeError),
    ("variation_name", "\ud800", ValueError),
    ("is_baseline", "yes", TypeError),
    ("is_baseline", 1, TypeError),
    ("is_baseline", np.bool_(True), TypeError),
    ("units", 1.0, ValueError),
    ("units", True, ValueError),
    ("units", np.int64(1), ValueError),
    ("units", 2**63, ValueError),
    ("conversions", -1, ValueError),
    ("mean", float("nan"), ValueError),
    ("mean", float("-inf"), ValueError),
    ("mean", np.float64("nan"), ValueError),
    ("value", 2**53 + 1, ValueError),
    ("value", 10**400, ValueError),
    ("value", Decimal("1.5"), TypeError),
    ("value", np.float32(1.5), TypeError),
    ("value", np.int64(1), TypeError),
    ("value", True, TypeError),
    ("value", "1.5", TypeError),
    ("period_start", datetime(2024, 1, 1), ValueError),
    ("period_start", "2024-01-01", TypeError),
    ("period_start", date(2024, 1, 1), TypeError),
    ("period_start", pd.Timestamp(1, unit="ns", tz="UTC"), ValueError),
    ("period_start", pd.NaT, ValueError),
    ("period_end", datetime(9999, 12, 31, 23, 59, tzinfo=timezone(-timedelta(hours=12))), ValueError),
    ("period_end", datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=1))), ValueError),
    ("fetched_at", datetime(2024, 1, 1), ValueError),
    ("fetched_at", None, TypeError),
]


@pytest.mark.parametrize(("name", "value", "raised"), REFUSED)
def test_what_no_file_could_hold_is_refused(name: str, value: object, raised: type[Exception]) -> None:
    """When the row is made, and the error names the field: later nobody knows where the value came from."""
    with pytest.raises(raised, match=rf"^{name} "):
        a_row(**{name: value})


def test_values_of_a_row_are_plain() -> None:
    """Whole numbers and numpy's own floats become floats, and times of any zone or kind become plain ones in UTC."""
    autumn = datetime(2025, 10, 26, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"))  # which is twice that night
    made = a_row(mean=3, value=np.float64(0.1), period_start=autumn, period_end=pd.Timestamp("2024-06-01T12:00Z"))
    assert (type(made.mean), made.mean, type(made.value), made.value) == (float, 3.0, float, 0.1)
    assert (made.period_start, type(made.period_end), made.period_end) == (
        datetime(2025, 10, 26, 0, 30, tzinfo=UTC),
        datetime,
        NOW,
    )
    assert made.period_end.tzinfo is UTC  # type: ignore[union-attr]  # it is no None


def test_an_experiment_has_a_version() -> None:
    """It changes with anything that shows that results may have changed, and is unknown of a bare id."""
    info = ExperimentInfo(vendor="convert", experiment_id="1", experiment_name="A", status="running", started_at=NOW)
    same = ExperimentInfo(vendor="convert", experiment_id="1", experiment_name="A", status="running", started_at=NOW)
    assert info.version == same.version
    others = [
        ExperimentInfo(vendor="convert", experiment_id="1", experiment_name="A", status="ended", started_at=NOW),
        ExperimentInfo(vendor="convert", experiment_id="1", experiment_name="B", status="running", started_at=NOW),
        ExperimentInfo(
            vendor="convert", experiment_id="1", experiment_name="A", status="running", started_at=NOW, modified=NOW
        ),
    ]
    assert len({info.version, *(other.version for other in others)}) == 4
    assert ExperimentInfo(vendor="convert", experiment_id="1").version is None


def test_rows_and_experiments_have_the_same_key() -> None:
    """Shares of traffic, looked up by experiment, are found for its rows."""
    info = ExperimentInfo(vendor="launchdarkly", project="p", environment="e", experiment_id="1")
    row = a_row(vendor="launchdarkly", project="p", environment="e", experiment_id="1")
    assert info.key == row.experiment == ExperimentKey("launchdarkly", "p", "e", "1", None)


SCHEMA = """
vendor: string not null
project: string
environment: string
experiment_id: string not null
experiment_name: string
status: string
period_start: timestamp[us, tz=UTC]
period_end: timestamp[us, tz=UTC]
metric_id: string
metric_name: string
metric_kind: string
variation_id: string
variation_name: string
is_baseline: bool
units: int64
conversions: int64
value: double
mean: double
difference: double
difference_low: double
difference_high: double
difference_kind: string
probability: double
probability_kind: string
statistics: string
segment: string
fetched_at: timestamp[us, tz=UTC] not null
source: string
is_primary: bool
direction: string
significant: bool
verdict: string
threshold: double
interval_level: double
interval_kind: string
alternative: string
correction: string
mean_low: double
mean_high: double
variance: double
units_remaining: int64
value_unit: string
value_scale: double
currency: string
account: string
iteration: string
edition: string
flag_key: string
rule_key: string
result_key: string not null
row_key: string not null
"""


def test_the_schema_is_stable() -> None:
    """Names, order and types of the columns are a promise; changing one of them means another SCHEMA_VERSION."""
    schema = arrow_schema()
    assert schema.to_string(show_schema_metadata=False) == SCHEMA.strip()
    assert schema.metadata == {b"abclient.schema": b"3"}
    assert {"vendor", "experiment_id", "fetched_at", "result_key", "row_key"} == REQUIRED
    assert list(COLUMNS) == schema.names


@settings(deadline=None)  # the first call of a library may take its time
@given(any_rows())
def test_arrow_gives_the_same_rows_back(rows: list[ResultRow]) -> None:
    """Nothing is lost or changed on the way, whatever a row holds."""
    assert from_arrow(to_arrow(rows)) == rows


def test_from_arrow_refuses_other_tables() -> None:
    """A table that does not hold result rows is no source of them."""
    with pytest.raises(ValueError, match="columns"):
        from_arrow(pa.table({"a": [1]}))


@settings(deadline=None)  # the first call of a library may take its time
@given(any_rows())
def test_pandas_holds_what_the_rows_hold(rows: list[ResultRow]) -> None:
    """What is missing is NA in columns of one type each; ids are text and counts whole numbers."""
    frame = to_pandas(rows)
    assert [str(dtype) for dtype in frame.dtypes] == [PANDAS[kind] for kind in COLUMNS.values()]
    for name in COLUMNS:
        values = [None if pd.isna(value) else value for value in frame[name].tolist()]
        assert values == [getattr(row, name) for row in rows]


PANDAS = {"text": "string", "flag": "boolean", "count": "Int64", "number": "Float64", "time": "datetime64[us, UTC]"}


@settings(deadline=None)  # the first call of a library may take its time
@given(any_rows())
def test_polars_holds_what_the_rows_hold(rows: list[ResultRow]) -> None:
    """What is missing is null in columns of the same types as Arrow's."""
    frame = to_polars(rows)
    assert frame.schema == pl.DataFrame(to_arrow([])).schema
    assert [ResultRow(**values) for values in frame.to_dicts()] == rows


@pytest.mark.parametrize(
    ("convert", "library", "extra"),
    [(to_arrow, "pyarrow", "arrow"), (to_pandas, "pandas", "pandas"), (to_polars, "polars", "polars")],
)
def test_a_missing_library_is_named_with_its_extra(
    monkeypatch: pytest.MonkeyPatch, convert: Any, library: str, extra: str
) -> None:
    """The message is the command that helps."""
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(
        ImportError, match=rf"{library} is not installed: pip install 'abclient-experiments\[{extra}\]'"
    ):
        convert([a_row()])


def test_importing_results_and_export_is_cheap() -> None:
    """Neither a client, nor one of its models, nor a library of tables is loaded by it."""
    code = """
import sys
from abclient import export, health, results
heavy = {"abclient_api", "httpx", "httpcore", "numpy", "pandas", "polars", "pyarrow", "scipy"}
print(sorted(heavy & {name.partition(".")[0] for name in sys.modules}))
from abclient.vendors.convert_v1 import rows as convert
from abclient.vendors.launchdarkly import rows as launchdarkly
from abclient.vendors.optimizely import rows as optimizely
from abclient.vendors.optimizely_classic import rows as optimizely_classic
ours = (name for name in sys.modules if name.startswith("abclient"))
print(sorted(name for name in ours if name.endswith((".client", ".transports")) or ".models." in name))
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["[]", "[]"]


def test_launchdarklys_unset_times_are_none_in_both_units() -> None:
    """Go's year 1 comes as negative milliseconds or seconds; what is beyond Python's years stays as it is."""
    assert [as_time(parse_timestamp(value)) for value in (-62135596800000, -62135596800, 0, None)] == [None] * 4
    assert parse_timestamp(1709294400000) == parse_timestamp(1709294400) == datetime(2024, 3, 1, 12, tzinfo=UTC)
    assert [parse_timestamp(value) for value in (1e30, -(10**40), "yesterday")] == [1e30, -(10**40), "yesterday"]


# What PostgreSQL 17 reserves, by its documentation's appendix C, and what BigQuery and Snowflake do besides.
RESERVED = """
all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create
current_catalog current_date current_role current_time current_timestamp current_user default deferrable desc distinct
do else end except false fetch for foreign from grant group having in initially intersect into lateral leading limit
localtime localtimestamp not null offset on only or order placing primary references returning select session_user
some symmetric system_user table then to trailing true union unique user using variadic when where window with
assert_rows_modified at between by contains cross cube define enum escape exclude exists extract following full groups
hash if ignore inner interval is join left like lookup merge natural new no nulls of outer over partition preceding
proto qualify range recursive respect right rollup rows set tablesample treat unbounded unnest within alter before
connect current delete drop increment insert minus regexp revoke rlike row sample start trigger update values
"""


def test_no_column_is_a_reserved_word() -> None:
    """``select`` and ``create table`` need no quotes around any column, whatever the database."""
    assert not set(RESERVED.split()) & COLUMNS.keys()


KEYED: list[dict[str, Any]] = [
    {},
    {"vendor": "convert"},
    {"account": "shop"},
    {"project": "p"},
    {"environment": "e"},
    {"experiment_id": "2"},
    {"iteration": "i"},
    {"metric_id": "m"},
    {"metric_name": "without an id"},
    {"metric_kind": "revenue"},
    {"segment": "s"},
]


def test_keys_tell_results_apart() -> None:
    """By all that a result is of, and by nothing else: names, figures and times change, and the key does not."""
    assert len({a_row(**values).result_key for values in KEYED}) == len(KEYED)
    changed = {"experiment_name": "new", "units": 5, "period_end": NOW, "status": "ended", "verdict": "winner"}
    assert a_row(**changed).row_key == a_row().row_key
    named = [a_row(metric_id="m", metric_name=name).result_key for name in ("old", "new")]
    assert named[0] == named[1]


def test_keys_are_the_same_for_ever() -> None:
    """Tables that were merged by them stay merged: changing a key means another SCHEMA_VERSION."""
    row = a_row(project="7", metric_id="9", metric_kind="conversion", variation_id="3")
    assert row.row_key == f"{row.result_key}/3"
    assert row.result_key == "758c8841fd32c5ef"
    assert a_row().row_key == f"{a_row().result_key}/"
    kept = a_row(result_key="k", row_key="k/1")
    assert (kept.result_key, kept.row_key) == ("k", "k/1")


@pytest.mark.parametrize(
    ("given", "kept"), [(None, None), (0, 0.0), (1, 1.0), ("0.9", 0.9), (1 + 1e-12, 1.0), (-1e-12, 0.0)]
)
def test_fractions(given: Any, kept: float | None) -> None:
    """Probabilities and levels are from 0 to 1, give or take an error of rounding."""
    assert as_fraction(given) == kept


@pytest.mark.parametrize("garbage", [95, 1.01, -0.01, "50"])
@pytest.mark.parametrize("name", ["probability", "threshold", "interval_level"])
def test_a_percentage_is_no_fraction(name: str, garbage: Any) -> None:
    """It is refused by its field, and not divided: of 0.9 nobody could say which it is."""
    with pytest.raises(ValueError, match=rf"the row: {name} is .*, not from 0 to 1"):
        as_row({"vendor": "acme", "experiment_id": 7, "fetched_at": NOW, name: garbage})


@pytest.mark.parametrize(
    ("given", "kept"),
    [(None, None), (0, 0), (12.2, 13), ("7", 7), (2**63 - 1, None), (9223372036854776000, None), (2**60, 2**60)],
)
def test_estimates_of_units(given: Any, kept: int | None) -> None:
    """In whole units; the largest number of 64 bits, also after JavaScript rounded it, stands for none."""
    assert as_estimate(given) == kept


def test_a_table_of_an_earlier_schema_is_refused() -> None:
    """Its rows lack what decides, and cents were not divided: the error says which version it is."""
    table = to_arrow([a_row()]).rename_columns([name.removeprefix("period_") for name in COLUMNS])
    old = table.replace_schema_metadata({b"abclient.schema": b"1"})
    with pytest.raises(ValueError, match="those of version 1, not 3, of result rows"):
        from_arrow(old)
