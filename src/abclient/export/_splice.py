"""The content of a part with new rows for some of its keys, in which the rows of all others stay as they are written.

Reading them as rows to write them again would take most of the time of a night in which little has changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from ..results import COLUMNS, ResultRow, arrow_schema, to_arrow
from ..results._arrow import to_array
from ._codecs import FileFormat, csv_line, encode_jsonl, parquet_content, parquet_table

Rows = Mapping[str, Sequence[ResultRow]]


def with_rows(
    content: bytes, keys: Mapping[str, int], rows: Rows, *, file_format: FileFormat, excel: bool = False
) -> bytes:
    """The content of a part in which some keys have other rows.

    Args:
        content: of the part before.
        keys: its keys, in the order of its rows, and the number of rows of each.
        rows: the rows that some of these keys have now; there may be none.
        file_format: of the part.
        excel: whether it is CSV for spreadsheets.

    Returns:
        What writing all of its rows anew would give, but for the way in which Parquet groups them.

    Raises:
        ValueError: the content has not as many rows; or what pyarrow raises for content that it cannot read.
    """
    if file_format == "parquet":
        return _parquet_with(content, keys, rows)
    if file_format == "jsonl":
        lines = content.split(b"\n")[:-1]
        return b"".join(_lines_with(lines, keys, {key: encode_jsonl(each) for key, each in rows.items()}, b"\n"))
    head, *lines = _csv_lines(content)
    line_of = csv_line(excel=excel)
    new = {key: "".join(f"{line_of(row)}\r\n" for row in each).encode() for key, each in rows.items()}
    return b"".join((head, b"\r\n", *_lines_with(lines, keys, new, b"\r\n")))


def _lines_with(
    lines: Sequence[bytes], keys: Mapping[str, int], new: Mapping[str, bytes], end: bytes
) -> Iterator[bytes]:
    _check(len(lines), keys)
    place = 0
    for key, count in keys.items():
        if key in new:
            yield new[key]
        else:
            yield from (line + end for line in lines[place : place + count])
        place += count


def _csv_lines(content: bytes) -> Iterator[bytes]:
    """The records of CSV. Quotes within a cell are doubled, so a line with an odd number of them ends in a cell."""
    *lines, _ = content.split(b"\r\n")
    begun: list[bytes] = []
    for line in lines:
        if line.count(b'"') % 2 == (0 if begun else 1):
            begun.append(line)
        elif begun:
            yield b"\r\n".join((*begun, line))
            begun.clear()
        else:
            yield line
    if begun:
        raise ValueError("not CSV: the last line is truncated")


def _parquet_with(content: bytes, keys: Mapping[str, int], rows: Rows) -> bytes:
    import pyarrow as pa

    before = parquet_table(content)
    if before.schema.names != list(COLUMNS):
        raise ValueError("its columns are not those of result rows")
    _check(before.num_rows, keys)
    new = to_arrow(chain.from_iterable(rows.values()))
    table: Any = pa.concat_tables([before if before.schema.equals(new.schema) else before.cast(arrow_schema()), new])
    starts = _starts({key: len(each) for key, each in rows.items()}, before.num_rows)
    pieces: list[range] = []
    place = 0
    for key, count in keys.items():
        piece = range(starts[key], starts[key] + len(rows[key])) if key in rows else range(place, place + count)
        if pieces and pieces[-1].stop == piece.start:
            pieces[-1] = range(pieces[-1].start, piece.stop)
        else:
            pieces.append(piece)
        place += count
    if len(pieces) > _PIECES:
        table = table.combine_chunks().take(to_array(list(chain.from_iterable(pieces)), "count", pa.int64()))
    else:
        table = pa.concat_tables([table.slice(one.start, len(one)) for one in pieces]).combine_chunks()
    return parquet_content(table)


_PIECES = 200
"""Of a table. Up to here they are put together faster than rows are taken one by one, which imports much."""


def _starts(counts: Mapping[str, int], first: int) -> dict[str, int]:
    """Where the rows of each key begin, if the first ones are there."""
    starts: dict[str, int] = {}
    for key, count in counts.items():
        starts[key] = first
        first += count
    return starts


def _check(rows: int, keys: Mapping[str, int]) -> None:
    if rows != sum(keys.values()):
        raise ValueError(f"it has {rows} rows; the manifest says {sum(keys.values())}")
