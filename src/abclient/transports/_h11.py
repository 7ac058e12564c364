"""Two corrections of h11, the parser below httpcore and httpx, and how it is found there.

It keeps the bytes after a response and takes them for the beginning of the next one, and it is slow with small chunks.
"""

from __future__ import annotations

import re
from typing import Any

import h11

_SIZE = re.compile(rb"([0-9A-Fa-f]{1,8})(?:[ \t]*;[^\r\n]*|[ \t]*)\r\n").match
_BELOW = ("_connection", "_stream", "_httpcore_stream")
_MOST_LAYERS = 8  # of wrappers: httpx has four


def parser_below(holder: object) -> Any:
    """h11's state of the connection that a connection, a response's stream or what wraps them leads to.

    None where it cannot be found: the response was made up by a test, for one.
    """
    found: Any = holder
    for _ in range(_MOST_LAYERS):
        if hasattr(found, "_h11_state"):
            return found._h11_state
        found = next((getattr(found, name) for name in _BELOW if hasattr(found, name)), None)
    return None


def has_more(holder: object) -> bool:
    """Whether bytes were read beyond the response that came last."""
    parser = parser_below(holder)
    return parser is not None and bool(parser.trailing_data[0])


def read_chunks_together(holder: object) -> None:
    """At the beginning of a chunked body: have all the chunks at hand taken as one piece of it.

    What is not a whole chunk stays with h11's own reader: the last one, one that has not arrived whole, and whatever
    is against the rules. So does everything where h11 is not the one we know; it then is as slow as it was.
    """
    parser = parser_below(holder)
    reader = getattr(parser, "_reader", None)
    if all(hasattr(reader, name) for name in ("_bytes_in_chunk", "_bytes_to_discard", "_reading_trailer")):
        parser._reader = _ChunkReader(reader)


class _ChunkReader:
    def __init__(self, reader: Any) -> None:
        self._reader = reader
        self.read_eof = reader.read_eof

    def __call__(self, buffer: Any) -> Any:
        reader = self._reader
        line_end = reader._bytes_to_discard
        if not (reader._bytes_in_chunk or reader._reading_trailer) and buffer._data.startswith(line_end):
            taken, run = _whole_chunks(buffer._data, len(line_end))
            if run:
                reader._bytes_to_discard = b""
                buffer._extract(taken)
                return h11.Data(data=bytes(run))
        return reader(buffer)


def _whole_chunks(data: bytearray, position: int) -> tuple[int, bytearray]:
    """Where the whole chunks from a position on end, and what they hold."""
    run = bytearray()
    while found := _SIZE(data, position):
        begin = found.end()
        end = begin + int(found[1], 16)
        if end == begin or not data.startswith(b"\r\n", end):
            break
        run += data[begin:end]
        position = end + 2
    return position, run
