"""Snapshots as the bytes of a file, and back: rows with the run that they are of, in the formats of exports.

What an earlier version of this package wrote may lack columns; they are null then. A vendor has no history, so what was
kept could not be fetched again.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from importlib import import_module
from typing import Any, NamedTuple

from ..results import COLUMNS, REQUIRED, Kind, ResultRow, arrow_schema, from_arrow, to_arrow
from ..results._arrow import to_array
from ..results._frames import extra
from ._codecs import FileFormat, csv_line, from_cells, moment_text, row_as_json, row_from_json
from ._csv import MARK, cell, defused, original, records
from ._hidden import hidden, revealed

STAMPS = ("run", "snapshot_at", "key")
"""The columns before those of the row."""


class Stamp(NamedTuple):
    """What a snapshot is of.

    Attributes:
        run: the number of the run.
        snapshot_at: when that run began.
        key: the key.
    """

    run: int
    snapshot_at: datetime
    key: str


Stamped = tuple[Stamp, ResultRow]


class HistoryCodec(NamedTuple):
    """How one format holds snapshots.

    Attributes:
        extend: the content of a file with further snapshots; given None, that of a new one.
        without: the content of a file, and its number of rows, without the snapshots of these keys in one run.
        decode: the rows of a file. Raises ValueError for anything else.
    """

    extend: Callable[[bytes | None, Iterable[Stamped]], bytes]
    without: Callable[[bytes, int, Collection[str]], tuple[bytes, int]]
    decode: Callable[[bytes], Iterator[Stamped]]


def history_codec(file_format: FileFormat, *, excel: bool) -> HistoryCodec:
    """What reads and writes the snapshots of an export."""
    if file_format == "parquet":
        return HistoryCodec(_extend_parquet, _parquet_without, _decode_parquet)
    if file_format == "jsonl":
        extend, decode = _extend_jsonl, _decode_jsonl
    else:
        extend, decode = (_extend_excel if excel else _extend_csv), _decode_csv

    def without(content: bytes, run: int, keys: Collection[str]) -> tuple[bytes, int]:
        left = [one for one in decode(content) if one[0].run != run or one[0].key not in keys]
        return extend(None, left), len(left)

    return HistoryCodec(extend, without, decode)


def _extend_csv(before: bytes | None, rows: Iterable[Stamped], *, excel: bool = False) -> bytes:
    line_of = csv_line(excel=excel)
    lines = [] if before else [(MARK if excel else "") + ",".join((*STAMPS, *COLUMNS))]
    for (run, at, key), row in rows:
        lines.append(f"{run},{moment_text(at)},{cell(defused(key) if excel else key)},{line_of(row)}")
    return (before or b"") + "".join(line + "\r\n" for line in lines).encode()


def _extend_excel(before: bytes | None, rows: Iterable[Stamped]) -> bytes:
    return _extend_csv(before, rows, excel=True)


def _decode_csv(content: bytes) -> Iterator[Stamped]:
    text = content.decode()
    excel = text.startswith(MARK)
    lines = records(text.removeprefix(MARK))
    head = [name or "" for name in next(lines, list[str | None]())]
    columns = head[len(STAMPS) :]
    if head[: len(STAMPS)] != list(STAMPS) or not REQUIRED <= set(columns) <= COLUMNS.keys():
        raise ValueError("the header is not that of snapshots")
    row_of, key_of = from_cells(excel=excel, columns=columns), original if excel else str
    for run, at, key, *cells in lines:
        yield Stamp(int(run or ""), datetime.fromisoformat(at or ""), key_of(key or "")), row_of(cells)


def _extend_jsonl(before: bytes | None, rows: Iterable[Stamped]) -> bytes:
    lines = [before or b""]
    for stamp, row in rows:
        document = {**stamp._asdict(), "snapshot_at": moment_text(stamp.snapshot_at), **row_as_json(row)}
        lines.append(json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
    return b"".join(lines)


def _decode_jsonl(content: bytes) -> Iterator[Stamped]:
    for line in content.split(b"\n"):
        if line:
            document: dict[str, Any] = dict.fromkeys(COLUMNS)
            document |= json.loads(line)
            run, at, key = (document.pop(name) for name in STAMPS)
            yield Stamp(run, datetime.fromisoformat(at), key), row_from_json(document)


def arrow() -> Any:
    """pyarrow, whose stubs have gaps.

    Raises:
        ImportError: it is not installed; it comes with the extra ``arrow``.
    """
    with extra("arrow"):
        for module in ("pyarrow.compute", "pyarrow.parquet"):
            import_module(module)
        return import_module("pyarrow")


def history_schema() -> Any:
    """The columns of snapshots in Arrow."""
    pa, schema = arrow(), arrow_schema()
    stamps = (pa.int64(), pa.timestamp("us", tz="UTC"), pa.string())
    first = [pa.field(name, kind, nullable=False) for name, kind in zip(STAMPS, stamps, strict=True)]
    return pa.schema([*first, *schema], metadata=schema.metadata)


def stamped_table(rows: Sequence[Stamped]) -> Any:
    """Rows with their stamps as a table of Arrow."""
    pa, schema = arrow(), history_schema()
    stamps = zip(*(stamp for stamp, _ in rows), strict=True) if rows else ((), (), ())
    kinds: tuple[Kind, ...] = ("count", "time", "text")
    columns = [
        to_array(values, kind, schema.field(name).type)
        for name, kind, values in zip(STAMPS, kinds, stamps, strict=True)
    ]
    return pa.Table.from_arrays([*columns, *to_arrow(row for _, row in rows).columns], schema=schema)


def _extend_parquet(before: bytes | None, rows: Iterable[Stamped]) -> bytes:
    new = stamped_table(list(rows))
    return parquet_content(new if before is None else arrow().concat_tables([read_parquet(before), new]))


def parquet_content(table: Any) -> bytes:
    """The content of a file of snapshots that has this table."""
    file = io.BytesIO()
    arrow().parquet.write_table(table, file, compression="zstd")
    return hidden(file.getvalue())


def read_parquet(content: bytes, columns: Sequence[str] | None = None, texts: Sequence[str] = ()) -> Any:
    """The table of a file of snapshots.

    Args:
        content: of the file.
        columns: the columns to read; by default all.
        texts: the columns to read as dictionaries, which hold each text once.
    """
    pa = arrow()
    source, schema = pa.BufferReader(revealed(content)), history_schema()
    wanted, there = schema.names if columns is None else list(columns), set(pa.parquet.read_schema(source).names)
    file = pa.parquet.ParquetFile(source, read_dictionary=[name for name in texts if name in there])
    # With threads it takes more processor time, and memory that is not returned: measured with 100,000 rows a file.
    table = file.read(columns=[name for name in wanted if name in there], use_threads=False)
    pa.default_memory_pool().release_unused()
    for name in wanted:
        if name not in there:
            kind = pa.dictionary(pa.int32(), pa.string()) if name in texts else schema.field(name).type
            table = table.append_column(name, pa.nulls(table.num_rows, kind))
    return table.select(wanted)


def _parquet_without(content: bytes, run: int, keys: Collection[str]) -> tuple[bytes, int]:
    pa, table = arrow(), read_parquet(content)
    known = pa.array(sorted(keys), pa.string())
    gone = pa.compute.and_(pa.compute.equal(table["run"], run), pa.compute.is_in(table["key"], value_set=known))
    left = table.filter(pa.compute.invert(gone))
    return parquet_content(left), left.num_rows


def _decode_parquet(content: bytes) -> Iterator[Stamped]:
    table = read_parquet(content)
    stamps: Mapping[str, list[Any]] = table.select(list(STAMPS)).to_pydict()
    rows = from_arrow(table.select(list(COLUMNS)).replace_schema_metadata(arrow_schema().metadata))
    for (run, at, key), row in zip(zip(*stamps.values(), strict=True), rows, strict=True):
        yield Stamp(run, at, key), row
