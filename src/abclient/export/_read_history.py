"""Reading what every run saw."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, overload

from ..errors import ExportError
from ..results import COLUMNS, ResultRow
from ..results._frames import extra
from ._directory import read_file
from ._history_codecs import STAMPS, arrow, history_codec, read_parquet, stamped_table
from ._manifest import History, HistoryPart, Manifest
from ._record import read_manifest
from ._store import readable

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

_TEXTS = tuple(name for name, kind in COLUMNS.items() if kind == "text")
_RUN, _AT, _KEY = STAMPS
_KINDS = ("arrow", "pandas", "polars", "rows")


class HistoryRow(NamedTuple):
    """A row as it was after a run.

    Attributes:
        run: the number of the run, from 1.
        snapshot_at: when the run began.
        row: the row.
    """

    run: int
    snapshot_at: datetime
    row: ResultRow


class _Block(NamedTuple):
    """The rows of a snapshot: those from ``start`` to before ``stop``, of all that were read."""

    key: str
    run: int
    start: int
    stop: int


@overload
def read_history(
    directory: str | os.PathLike[str],
    *,
    since: datetime | None = ...,
    until: datetime | None = ...,
    columns: Sequence[str] | None = ...,
    changes: bool = ...,
    as_: Literal["arrow"] = ...,
) -> pyarrow.Table: ...
@overload
def read_history(
    directory: str | os.PathLike[str],
    *,
    since: datetime | None = ...,
    until: datetime | None = ...,
    columns: Sequence[str] | None = ...,
    changes: bool = ...,
    as_: Literal["pandas"],
) -> pandas.DataFrame: ...
@overload
def read_history(
    directory: str | os.PathLike[str],
    *,
    since: datetime | None = ...,
    until: datetime | None = ...,
    columns: Sequence[str] | None = ...,
    changes: bool = ...,
    as_: Literal["polars"],
) -> polars.DataFrame: ...
@overload
def read_history(
    directory: str | os.PathLike[str],
    *,
    since: datetime | None = ...,
    until: datetime | None = ...,
    columns: None = ...,
    changes: bool = ...,
    as_: Literal["rows"],
) -> list[HistoryRow]: ...
def read_history(
    directory: str | os.PathLike[str],
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    columns: Sequence[str] | None = None,
    changes: bool = False,
    as_: Literal["arrow", "pandas", "polars", "rows"] = "arrow",
) -> Any:
    """The rows after each run of an export with ``history=True``: of every run all rows, as they were then.

    A run that did not fetch a key, or found it unchanged, leaves its rows as they were: they are given again with the
    new run, and ``fetched_at`` says since when they are so.

    Args:
        directory: of the export.
        since: only runs that began at or after this time.
        until: only runs that began before this time.
        columns: the columns of rows to read, besides ``run`` and ``snapshot_at``, which always come first; by default
            all. Fewer take less time and memory.
        changes: only rows of keys that a run found changed, each once. That is less, and enough for what changes.
        as_: ``"arrow"`` for a ``pyarrow.Table``, ``"pandas"`` or ``"polars"`` for a ``DataFrame``, whose text columns
            hold each text once (dictionary, category, Categorical); ``"rows"`` for a list of ``HistoryRow``, which
            takes far more memory. Each needs the extra of that name, and for all but rows, or for Parquet, ``arrow``.

    Returns:
        The rows, in the order of the runs. ``run`` counts runs from 1; ``snapshot_at`` is when the run began, by the
        clock of the machine that it ran on. A row is there once in each run: ``run`` and ``row_key`` identify it.

    Raises:
        ExportError: there is no export, it keeps no history, or it is damaged. A history of an earlier schema of rows
            is read; columns that it lacks are null.
        ValueError: a time has no time zone, or there is no such column or kind of table.
        ImportError: a library is not installed.
    """
    _check(since, until, columns, as_)
    place = Path(directory)
    manifest, history = _history_of(place)
    runs = [
        number
        for number, start in enumerate(history.starts, 1)
        if (since is None or since <= start) and (until is None or start < until)
    ]
    wanted = _parts(history, runs, changes=changes)
    if as_ == "rows":
        return _rows(place, manifest, wanted, runs, changes=changes)
    table, blocks = _table(place, manifest, wanted, list(COLUMNS if columns is None else columns))
    return _as(_at_runs(table, history, _states(history, blocks, runs, changes=changes)), as_)


def _check(since: datetime | None, until: datetime | None, columns: Sequence[str] | None, as_: str) -> None:
    for name, time in (("since", since), ("until", until)):
        if time is not None and not isinstance(time, datetime):  # pyright: ignore[reportUnnecessaryIsInstance]  # untyped callers
            raise TypeError(f"{name} is {time!r}: give a datetime with a time zone")
        if time is not None and time.utcoffset() is None:
            raise ValueError(f"{name} has no time zone; give it one, such as datetime.UTC")
    if as_ not in _KINDS:
        raise ValueError(f"as_ must be one of {', '.join(_KINDS)}, not {as_!r}")
    if isinstance(columns, str):
        raise TypeError(f"columns is {columns!r}: give a list of names, such as [{columns!r}]")
    if columns is not None and as_ == "rows":
        raise ValueError("rows have all columns: leave out columns, or read a table")
    if unknown := [name for name in columns or () if name not in COLUMNS]:
        raise ValueError(f"rows have no columns {', '.join(map(repr, unknown))}")


def _history_of(place: Path) -> tuple[Manifest, History]:
    manifest = read_manifest(place, earlier_rows=True)
    if manifest is None:
        raise ExportError("there is no export in it", place)
    if manifest.history is None:
        raise ExportError(
            "this export keeps no history: export to a new directory with history=True (--history)", place
        )
    return manifest, manifest.history


def _parts(history: History, runs: Sequence[int], *, changes: bool) -> list[HistoryPart]:
    """The files that the wanted runs need: of all runs before them, too, unless only changes are asked for."""
    if not runs:
        return []
    first = min(runs) if changes else 1
    return [part for part in history.parts if part.last_run >= first and part.first_run <= max(runs)]


def _states(
    history: History, blocks: Iterable[_Block], runs: Sequence[int], *, changes: bool
) -> Iterator[tuple[int, list[_Block]]]:
    """The snapshots that hold after each run, or those of it."""
    new: dict[int, dict[str, _Block]] = {}
    for block in blocks:
        new.setdefault(block.run, {})[block.key] = block
    if changes:
        yield from ((run, list(new.get(run, {}).values())) for run in runs)
        return
    lost: dict[int, list[str]] = {}
    for key, each in history.removed.items():
        for run in each:
            lost.setdefault(run, []).append(key)
    held: dict[str, _Block] = {}
    for run in range(1, max(runs, default=0) + 1):
        held |= new.get(run, {})
        for key in lost.get(run, ()):
            held.pop(key, None)
        if run in runs:
            yield run, list(held.values())


def _rows(
    place: Path, manifest: Manifest, parts: Iterable[HistoryPart], runs: Sequence[int], *, changes: bool
) -> list[HistoryRow]:
    codec = history_codec(manifest.file_format, excel=manifest.excel)
    history = manifest.history or History()
    rows: list[ResultRow] = []
    blocks: list[_Block] = []
    for part in parts:
        with readable(place, part):
            for stamp, row in codec.decode(read_file(place, part)):
                if blocks and (blocks[-1].key, blocks[-1].run) == (stamp.key, stamp.run):
                    blocks[-1] = blocks[-1]._replace(stop=len(rows) + 1)
                else:
                    blocks.append(_Block(stamp.key, stamp.run, len(rows), len(rows) + 1))
                rows.append(row)
    return [
        HistoryRow(run, history.starts[run - 1], row)
        for run, held in _states(history, blocks, runs, changes=changes)
        for block in held
        for row in rows[block.start : block.stop]
    ]


def _table(
    place: Path, manifest: Manifest, parts: Iterable[HistoryPart], columns: Sequence[str]
) -> tuple[Any, list[_Block]]:
    """These columns of all snapshots, and where each snapshot is in them."""
    codec = history_codec(manifest.file_format, excel=manifest.excel)
    tables = [_typed(stamped_table([]).select([*STAMPS, *columns]))]
    blocks: list[_Block] = []
    count = 0
    for part in parts:
        with readable(place, part):
            content = read_file(place, part)
            if manifest.file_format == "parquet":
                table = read_parquet(content, [*STAMPS, *columns], [_KEY, *(one for one in columns if one in _TEXTS)])
            else:
                table = _typed(stamped_table(list(codec.decode(content))).select([*STAMPS, *columns]))
        blocks += _blocks(table, count)
        count += table.num_rows
        tables.append(table.drop_columns(list(STAMPS)))
    tables[0] = tables[0].drop_columns(list(STAMPS))
    return arrow().concat_tables(tables), blocks


def _typed(table: Any) -> Any:
    """The table with each text once in its column."""
    pa = arrow()
    texts = pa.dictionary(pa.int32(), pa.string())
    fields = [one.with_type(texts) if pa.types.is_string(one.type) else one for one in table.schema]
    return table.cast(pa.schema(fields, metadata=table.schema.metadata))


def _blocks(table: Any, before: int) -> Iterator[_Block]:
    """Where the snapshots of a file are, after this many rows of others."""
    pa = arrow()
    keys = table[_KEY].unify_dictionaries().combine_chunks()
    names = keys.dictionary.to_pylist()
    # A number for each key and run, so that one call finds where it changes.
    both = pa.compute.add(pa.compute.multiply(keys.indices.cast(pa.int64()), _MOST_RUNS), table[_RUN].combine_chunks())
    ends = pa.compute.run_end_encode(both)
    start = 0
    for stop, value in zip(ends.run_ends.to_pylist(), ends.values.to_pylist(), strict=True):
        key, run = divmod(value, _MOST_RUNS)
        yield _Block(names[key], run, before + start, before + stop)
        start = stop


_MOST_RUNS = 2**31


def _at_runs(table: Any, history: History, states: Iterable[tuple[int, list[_Block]]]) -> Any:
    """The rows of each state, after the number and the time of its run."""
    pa = arrow()
    places, runs, times = array("q"), array("q"), array("q")
    for run, held in states:
        before = len(places)
        for block in held:
            places.extend(range(block.start, block.stop))
        count = len(places) - before
        runs.extend(array("q", [run]) * count)
        times.extend(array("q", [_microseconds(history.starts[run - 1])]) * count)
    whole = len(places) == table.num_rows and places == array("q", range(table.num_rows))
    schema = table.schema
    taken: list[Any] = []
    for _ in range(len(schema)):
        column = table.column(0)
        table = table.remove_column(0)  # so that no more than one column is in memory twice
        taken.append(column if whole else column.unify_dictionaries().combine_chunks().take(_numbers(places)))
    first = [pa.field(_RUN, pa.int64(), nullable=False), pa.field(_AT, pa.timestamp("us", tz="UTC"), nullable=False)]
    stamps = [_numbers(runs), _numbers(times).cast(pa.timestamp("us", tz="UTC"))]
    return pa.Table.from_arrays([*stamps, *taken], schema=pa.schema([*first, *schema], metadata=schema.metadata))


def _numbers(values: array[int]) -> Any:
    """An array of Arrow on the same memory."""
    pa = arrow()
    return pa.Array.from_buffers(pa.int64(), len(values), [None, pa.py_buffer(values)])


def _microseconds(time: datetime) -> int:
    return (time - _EPOCH) // timedelta(microseconds=1)


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _as(table: Any, kind: str) -> Any:
    if kind == "arrow":
        return table
    if kind == "polars":
        with extra("polars"):
            import polars as pl
        frame: Any = pl
        return frame.from_arrow(table)
    with extra("pandas"):
        import pandas as pd
    pa = arrow()
    types: Mapping[Any, Any] = {
        pa.int64(): pd.Int64Dtype(),
        pa.float64(): pd.Float64Dtype(),
        pa.bool_(): pd.BooleanDtype(),
    }
    return table.to_pandas(types_mapper=types.get, split_blocks=True, self_destruct=True)
