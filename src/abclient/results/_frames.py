"""Rows as tables. Every library is imported only where it is used, and is an extra of its own."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from .._distribution import not_installed
from ._arrow import from_column, to_array
from ._given import rows_alone
from ._made import may_be_rows, rows_of_columns
from ._row import COLUMNS, REQUIRED, Kind, ResultRow

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

SCHEMA_VERSION = 3
"""Grows with any change of the columns' names, order or types; tables of Arrow and files of Parquet carry it."""

_VERSION_KEY = b"abclient.schema"


@contextmanager
def extra(name: str) -> Generator[None]:
    """Turn the failure to import a library of an extra into a message that names the extra."""
    try:
        yield
    except ImportError as error:
        raise ImportError(not_installed(error, name, default=name), name=error.name) from error


def arrow_schema() -> pyarrow.Schema:
    """The schema of ``to_arrow``: text as string, times as microseconds in UTC, counts as int64, numbers as float64.

    Raises:
        ImportError: pyarrow is not installed; it comes with the extra ``arrow``.
    """
    with extra("arrow"):
        import pyarrow as pa
    kinds: dict[Kind, pyarrow.DataType] = {
        "text": pa.string(),
        "flag": pa.bool_(),
        "count": pa.int64(),
        "number": pa.float64(),
        "time": pa.timestamp("us", tz="UTC"),
    }
    columns = [pa.field(name, kinds[kind], nullable=name not in REQUIRED) for name, kind in COLUMNS.items()]
    return pa.schema(columns, metadata={_VERSION_KEY: str(SCHEMA_VERSION).encode()})


def to_arrow(rows: Iterable[ResultRow]) -> pyarrow.Table:
    """The rows as a table of Arrow, with ``arrow_schema``.

    Raises:
        ImportError: pyarrow is not installed; it comes with the extra ``arrow``.
    """
    schema = arrow_schema()
    import pyarrow as pa

    kinds = zip(COLUMNS.items(), schema.types, strict=True)
    columns = _columns(rows)
    return pa.Table.from_arrays([to_array(columns[name], kind, type_) for (name, kind), type_ in kinds], schema=schema)


def from_arrow(table: pyarrow.Table) -> list[ResultRow]:
    """The rows of a table of Arrow, which ``to_arrow`` made.

    Raises:
        ValueError: the table has another schema.
    """
    if not hasattr(table, "append_column"):
        raise TypeError(f"table is a {type(table).__name__}, not a table of Arrow")
    if table.schema.names != list(COLUMNS):
        version = (table.schema.metadata or {}).get(_VERSION_KEY, b"unknown").decode("ascii", "replace")
        raise ValueError(f"the table's columns are those of version {version}, not {SCHEMA_VERSION}, of result rows")
    table = table.cast(arrow_schema())
    columns = {name: from_column(table[name], kind) for name, kind in COLUMNS.items()}
    if may_be_rows(columns):
        return rows_of_columns(columns)
    return [ResultRow(**values) for values in table.to_pylist()]  # raises what is wrong


def to_pandas(rows: Iterable[ResultRow]) -> pandas.DataFrame:
    """The rows as a DataFrame; what is missing is ``pandas.NA`` or ``NaT``, and no column is of type object.

    Raises:
        ImportError: pandas is not installed; it comes with the extra ``pandas``.
    """
    with extra("pandas"):
        import pandas as pd
    kinds: dict[Kind, Any] = {
        "text": pd.StringDtype("python"),
        "flag": pd.BooleanDtype(),
        "count": pd.Int64Dtype(),
        "number": pd.Float64Dtype(),
        "time": pd.DatetimeTZDtype("us", "UTC"),
    }
    columns: dict[str, Any] = {
        name: pd.array(values, dtype=kinds[COLUMNS[name]]) for name, values in _columns(rows).items()
    }
    return pd.DataFrame(columns)


def to_polars(rows: Iterable[ResultRow]) -> polars.DataFrame:
    """The rows as a DataFrame of Polars; what is missing is null.

    Raises:
        ImportError: polars is not installed; it comes with the extra ``polars``.
    """
    with extra("polars"):
        import polars as pl
    kinds: dict[Kind, Any] = {
        "text": pl.String(),
        "flag": pl.Boolean(),
        "count": pl.Int64(),
        "number": pl.Float64(),
        "time": pl.Datetime("us", "UTC"),
    }
    return pl.DataFrame(_columns(rows), schema={name: kinds[kind] for name, kind in COLUMNS.items()})


def names_of(frame: Any) -> list[str]:
    """The names of a table's columns."""
    return list(getattr(frame, "column_names", frame.columns))


def column_values(column: Any) -> list[Any]:
    """The values of a table's column, with None for what is missing."""
    if hasattr(column, "to_pylist"):
        return list(column.to_pylist())
    return (
        list(column.to_list())
        if hasattr(column, "is_null")
        else list(column.astype(object).where(column.notna(), None))
    )


def take(frame: Any, places: list[int]) -> Any:
    """The rows of a table at these places, as a table of the same kind."""
    if hasattr(frame, "append_column"):
        import pyarrow as pa

        return frame.take(pa.array(places, pa.int64()))
    return frame[places] if hasattr(frame, "with_columns") else frame.iloc[places]


def _columns(rows: Iterable[ResultRow]) -> dict[str, list[Any]]:
    known = rows_alone(rows, "rows")
    return {name: list(map(attrgetter(name), known)) for name in COLUMNS}
