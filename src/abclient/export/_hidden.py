"""Content that programs which read all Parquet files of a directory do not see.

Such programs differ in what they skip: names with an underscore, names without ``.parquet``, or only empty files. So
the content is put into a Parquet file without rows, between the first mark of the format and its footer, where the
format has nothing: whatever reads the file finds the columns of result rows, and no row.
"""

from __future__ import annotations

import io
from functools import cache

from ..results import arrow_schema

_MAGIC = b"PAR1"
_LENGTH = 4
"""Bytes of the footer's length, which stands before the last mark."""


def hidden(content: bytes) -> bytes:
    """A Parquet file without rows that has this content.

    Raises:
        ImportError: pyarrow is not installed; it comes with the extra ``arrow``.
    """
    return b"".join((_MAGIC, content, _footer()))


@cache
def _footer() -> bytes:
    """What stands behind the first mark in a file without rows."""
    schema = arrow_schema()
    import pyarrow.parquet as pq

    file = io.BytesIO()
    pq.ParquetWriter(file, schema).close()
    return file.getvalue().removeprefix(_MAGIC)


def revealed(content: bytes) -> bytes:
    """The content that ``hidden`` was given; nothing is imported for it.

    Raises:
        ValueError: it is not such a file.
    """
    end = len(content) - len(_MAGIC) - _LENGTH
    footer = int.from_bytes(content[end : end + _LENGTH], "little")
    if not content.startswith(_MAGIC) or not content.endswith(_MAGIC) or not 0 < footer <= end - len(_MAGIC):
        raise ValueError("not a Parquet file")
    return content[len(_MAGIC) : end - footer]
