"""Rows as the bytes of a file, and back: CSV, JSON Lines, Parquet. Nothing here touches a disk.

Ids are text everywhere, and a row that is read again equals the one that was written.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any, Literal, NamedTuple, TypeAlias, cast

from ..results import COLUMNS, Kind, ResultRow, from_arrow, to_arrow
from ._csv import MARK, cell, defused, original, records

FileFormat: TypeAlias = Literal["csv", "jsonl", "parquet"]


class Codec(NamedTuple):
    """How one format writes and reads a file's content; ``decode`` raises ValueError for anything else."""

    encode: Callable[[Iterable[ResultRow]], bytes]
    decode: Callable[[bytes], list[ResultRow]]


def moment_text(value: datetime) -> str:
    """A time in UTC, as ISO 8601 has it."""
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


_CELLS: Mapping[Kind, Callable[[Any], str]] = {
    "flag": lambda value: "true" if value else "false",
    "count": str,
    "number": repr,
    "time": moment_text,
}
_FROM_CELLS: Mapping[Kind, Callable[[str], Any]] = {
    "text": str,
    "flag": {"true": True, "false": False}.__getitem__,
    "count": int,
    "number": float,
    "time": datetime.fromisoformat,
}


def encode_csv(rows: Iterable[ResultRow], *, excel: bool = False) -> bytes:
    """CSV of RFC 4180 in UTF-8 with a header; a missing value is an empty field, and an empty text is ``""``.

    Args:
        rows: the rows.
        excel: make it safe to open in a spreadsheet: with a byte order mark, and with an apostrophe before texts that
            would be formulas, which ``decode_csv`` removes.
    """
    line_of = csv_line(excel=excel)
    lines = [(MARK if excel else "") + ",".join(COLUMNS), *map(line_of, rows)]
    return "".join(line + "\r\n" for line in lines).encode()


def csv_line(*, excel: bool) -> Callable[[ResultRow], str]:
    """What writes a row's cells, without the end of the line."""
    text = _defused_cell if excel else cell
    writers = [(name, text if kind == "text" else _CELLS[kind]) for name, kind in COLUMNS.items()]

    def line(row: ResultRow) -> str:
        values = [(getattr(row, name), write) for name, write in writers]
        return ",".join(["" if value is None else write(value) for value, write in values])

    return line


def _defused_cell(text: str) -> str:
    return cell(defused(text))


def decode_csv(content: bytes) -> list[ResultRow]:
    """The rows of a file that ``encode_csv`` wrote."""
    text = content.decode()
    row_of = from_cells(excel=text.startswith(MARK))
    lines = records(text.removeprefix(MARK))
    if next(lines, None) != list(COLUMNS):
        raise ValueError("the header is not that of result rows")
    try:
        return [row_of(cells) for cells in lines]
    except (KeyError, TypeError) as error:
        raise ValueError(f"not CSV of result rows: {error}") from error


def from_cells(*, excel: bool, columns: Sequence[str] = tuple(COLUMNS)) -> Callable[[list[str | None]], ResultRow]:
    """What reads a row's cells, which are of these columns."""
    kinds: Mapping[Kind, Callable[[str], Any]] = {**_FROM_CELLS, "text": original} if excel else _FROM_CELLS
    readers = [(name, kinds[COLUMNS[name]]) for name in columns]

    def row(cells: list[str | None]) -> ResultRow:
        pairs = zip(readers, cells, strict=True)
        values: dict[str, Any] = {name: read(cell) for (name, read), cell in pairs if cell is not None}
        return ResultRow(**values)

    return row


def encode_jsonl(rows: Iterable[ResultRow]) -> bytes:
    """A JSON object on each line, in UTF-8, with every field; missing values are null."""
    return b"".join(
        json.dumps(row_as_json(row), ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode() + b"\n"
        for row in rows
    )


def row_as_json(row: ResultRow) -> dict[str, object]:
    """A row as values of JSON."""
    values = {name: getattr(row, name) for name in COLUMNS}
    return {name: moment_text(value) if isinstance(value, datetime) else value for name, value in values.items()}


def decode_jsonl(content: bytes) -> list[ResultRow]:
    """The rows of a file that ``encode_jsonl`` wrote."""
    try:
        # Not splitlines(): names can contain characters that it treats as line ends.
        return [row_from_json(json.loads(line)) for line in content.split(b"\n") if line]
    except (TypeError, RecursionError) as error:
        raise ValueError(f"not JSON Lines of result rows: {error}") from error


def row_from_json(document: Any) -> ResultRow:
    """The row of a document that ``row_as_json`` made; ValueError or TypeError for another."""
    if not isinstance(document, dict) or document.keys() != COLUMNS.keys():
        raise ValueError("a line is not a result row")
    values = cast("dict[str, Any]", document)
    for name, kind in COLUMNS.items():
        if kind == "time" and values[name] is not None:
            values[name] = datetime.fromisoformat(values[name])
    return ResultRow(**values)


def encode_parquet(rows: Iterable[ResultRow]) -> bytes:
    """Parquet with the schema of ``abclient.results.arrow_schema``.

    Raises:
        ImportError: pyarrow is not installed; it comes with the extra ``arrow``.
    """
    return parquet_content(to_arrow(rows))


def parquet_content(table: Any) -> bytes:
    """The content of a file that has this table."""
    import pyarrow.parquet as pq

    file = io.BytesIO()
    pq.write_table(table, file, compression="zstd")  # pyright: ignore[reportUnknownMemberType]  # stubs with gaps
    return file.getvalue()


def decode_parquet(content: bytes) -> list[ResultRow]:
    """The rows of a file that ``encode_parquet`` wrote; pyarrow's own error, for one that is not Parquet."""
    return from_arrow(parquet_table(content))


def parquet_table(content: bytes) -> Any:
    """The table of a file; ``pyarrow.parquet.read_table`` would import what reads directories, and pandas with it."""
    import pyarrow.parquet as pq

    # With threads it takes more processor time, and memory that is not returned.
    file: Any = pq.ParquetFile(io.BytesIO(content))
    return file.read(use_threads=False)


CODECS: Mapping[FileFormat, Codec] = {
    "csv": Codec(encode_csv, decode_csv),
    "jsonl": Codec(encode_jsonl, decode_jsonl),
    "parquet": Codec(encode_parquet, decode_parquet),
}


def encoder(file_format: FileFormat, *, excel: bool) -> Callable[[Iterable[ResultRow]], bytes]:
    """What writes files of a format; ``excel`` is for CSV only."""
    return partial(encode_csv, excel=True) if excel else CODECS[file_format].encode
