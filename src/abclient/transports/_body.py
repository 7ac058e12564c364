"""The body of an answer: decompressed and counted while it arrives, so that no answer can fill the memory."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import Protocol

from ..errors import AnswerLostError, ResponseTooLargeError
from ._wire import WireRequest

_PIECE = 256 * 1024
_GZIP, _ZLIB, _RAW_DEFLATE = 31, 15, -15  # zlib's numbers for what to expect


class _Decoder(Protocol):
    def decode(self, data: bytes) -> Iterator[bytes]:
        """Yield what the bytes hold, in pieces of bounded size."""
        ...

    def check_complete(self) -> None:
        """Raise ``AnswerLostError`` if the bytes so far do not end where they should."""
        ...


class Body:
    """Takes the bytes of one answer as they arrive.

    Args:
        limit: the most bytes that are kept, after decompression.
        encoding: the answer's ``Content-Encoding``; empty for none.
        sink: gets the decompressed pieces, without limit, instead of memory.
    """

    def __init__(self, limit: int, encoding: str = "", sink: Callable[[bytes], object] | None = None) -> None:
        self._limit = limit
        self._sink = sink
        self._decoder = _decoder(encoding)
        self._pieces: list[bytes] = []
        self._size = 0

    def feed(self, data: bytes) -> None:
        """Take the next bytes from the network.

        Raises:
            ResponseTooLargeError: there are more than ``limit``.
            AnswerLostError: they cannot be decompressed.
        """
        for piece in self._decoder.decode(data):
            if self._sink is not None:
                self._sink(piece)
                continue
            self._size += len(piece)
            if self._size > self._limit:
                self._pieces.clear()
                raise too_large(self._limit)
            self._pieces.append(piece)

    def finish(self) -> bytes:
        """The whole body; empty where a sink took it.

        Raises:
            AnswerLostError: the compressed data ends too early.
        """
        self._decoder.check_complete()
        return self._pieces[0] if len(self._pieces) == 1 else b"".join(self._pieces)


def body_for(request: WireRequest, status: int, headers: tuple[tuple[str, str], ...]) -> Body:
    """What takes the body of this answer; errors are always kept in memory, so that they can be shown.

    Raises:
        ResponseTooLargeError: the answer announces more bytes than the request allows.
    """
    encoding, length = "", ""
    for name, value in headers:
        if name == "content-encoding":
            encoding = f"{encoding},{value}" if encoding else value
        elif name == "content-length":
            length = value
    sink = request.sink if 200 <= status <= 299 else None
    # Twenty digits are more than any limit, and Python refuses to read thousands.
    announced = int(length.lstrip("0")[:20] or 0) if length.isdecimal() and request.method != "HEAD" else 0
    if sink is None and announced > request.max_response_bytes:
        raise too_large(request.max_response_bytes)
    return Body(request.max_response_bytes, encoding, sink)


def too_large(limit: int) -> ResponseTooLargeError:
    """The error for an answer beyond the limit."""
    return ResponseTooLargeError(f"the answer is larger than the {limit} bytes that max_response_bytes allows")


def _decoder(encoding: str) -> _Decoder:
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return _Identity()
    if name in ("gzip", "x-gzip"):
        return _Inflater(_GZIP)
    if name == "deflate":
        return _Inflater(None)
    raise AnswerLostError(f"the answer is compressed as {name[:40]!r}, which was not asked for")


class _Identity:
    def decode(self, data: bytes) -> Iterator[bytes]:
        yield data

    def check_complete(self) -> None:
        """Plain bytes carry no end mark; the HTTP library has compared the length."""


class _Inflater:
    """gzip, in one or several members, and deflate.

    Args:
        wbits: zlib's number for the format; None for deflate, which some servers send without its zlib header.
    """

    def __init__(self, wbits: int | None) -> None:
        self._wbits = wbits
        self._head = b""
        self._stream = zlib.decompressobj(wbits or _ZLIB)

    def decode(self, data: bytes) -> Iterator[bytes]:
        if len(self._head) < 2:
            data = self._begin(data)
        while data:
            if self._stream.eof:
                # Zeros after the end are padding, anything else is the next member.
                data = data.lstrip(b"\0")
                if not data:
                    return
                self._stream = zlib.decompressobj(self._wbits or _ZLIB)
            yield from self._inflate(data)
            data = self._stream.unused_data

    def check_complete(self) -> None:
        if self._head and not self._stream.eof:
            raise AnswerLostError("the compressed answer was cut off")

    def _begin(self, data: bytes) -> bytes:
        """Hold a lone first byte back: two of them show whether there is a zlib header, a multiple of 31."""
        data, self._head = self._head + data, (self._head + data)[:2]
        if len(self._head) < 2:
            return b""
        if self._wbits is None and int.from_bytes(self._head, "big") % 31:
            self._stream = zlib.decompressobj(_RAW_DEFLATE)
        return data

    def _inflate(self, data: bytes) -> Iterator[bytes]:
        while True:
            try:
                piece = self._stream.decompress(data, _PIECE)
            except zlib.error as error:
                raise AnswerLostError("the answer cannot be decompressed") from error
            if piece:
                yield piece
            data = self._stream.unconsumed_tail
            # A full piece may leave output behind in zlib even though all input is used up.
            if self._stream.eof or (not data and len(piece) < _PIECE):
                return
