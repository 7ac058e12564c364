"""Result rows for tests, and a strategy that draws any."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from abclient.results import COLUMNS, REQUIRED, Kind, ResultRow

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)


def a_row(**values: Any) -> ResultRow:
    """A row with these values, and the least that a row needs."""
    least: dict[str, Any] = {"vendor": "optimizely", "experiment_id": "1", "fetched_at": NOW}
    return ResultRow(**least | values)


def shown(row: ResultRow, *names: str) -> tuple[Any, ...]:
    """Some of a row's fields."""
    return tuple(getattr(row, name) for name in names)


_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_IDS = st.one_of(
    _TEXTS,
    st.integers(0, 2**63).map(str),
    st.sampled_from(["1e5", "007", "1.0", "NaN", "-", '"', "\r\n", "=1+1", "'=", "a;-b"]),
)
_VALUES: dict[Kind, st.SearchStrategy[Any]] = {
    "text": _IDS,
    "flag": st.booleans(),
    "count": st.integers(0, 2**63 - 1),
    "number": st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**53), 2**53),
    "time": st.one_of(
        st.datetimes(timezones=st.just(UTC)),
        st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31), timezones=st.timezones()),
    ),
}


def any_rows() -> st.SearchStrategy[list[ResultRow]]:
    """Up to a few rows, with everything that a row can hold and any of it missing."""
    values = {name: _VALUES[kind] if name in REQUIRED else st.none() | _VALUES[kind] for name, kind in COLUMNS.items()}
    return st.lists(st.builds(ResultRow, **values), max_size=4)
