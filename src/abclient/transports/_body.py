"""The body of a response: decompressed and counted while it arrives, so that no response can fill the memory."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Protocol

from ..errors import ResponseLostError, ResponseTooLargeError
from ._wire import WireRequest

_MAX_PIECE_BYTES = 256 * 1024
_GZIP, _ZLIB, _RAW_DEFLATE = 31, 15, -15  # zlib's numbers for what to expect
_IS_TEXT = re.compile(rb"[^\x00-\x08\x0b\x0e-\x1f]*").fullmatch
_MOST_LAYERS = 5  # as curl
_MOST_GROWTH = 4
"""How many times what has arrived a compression may pass to one within it, beyond a first piece. What is compressed
hardly shrinks again; what is made for it grows a thousandfold in each layer, to hours in which nothing else runs."""
_BLOCK_BYTES = 4096

# The registered content codings and the usual others that change the bytes (iana.org/assignments/http-parameters).
# Any other word, such as utf-8, none or aws-chunked, says nothing about compression, and all clients ignore it.
_NOT_UNDERSTOOD = {
    *("aes128gcm", "br", "compress", "dcb", "dcz", "exi", "pack200-gzip", "x-compress", "zstd"),
    *("bzip", "bzip2", "lz4", "lzma", "snappy", "x-bzip2", "xz", "zip"),
}


class _Decoder(Protocol):
    def decode(self, data: bytes) -> Iterator[bytes]:
        """Yield what the bytes hold, in pieces of bounded size."""
        ...

    def check_complete(self) -> None:
        """Raise ``ResponseLostError`` if the bytes so far do not end where they should."""
        ...


class Body:
    """Takes the bytes of one response as they arrive.

    Args:
        limit: the most bytes that are kept, after decompression.
        encoding: the response's ``Content-Encoding``; empty for none.
        sink: gets the decompressed pieces, without limit, instead of memory.

    Attributes:
        may_be_cut: the response counts although its body ended too early.
    """

    may_be_cut = False

    def __init__(self, limit: int, encoding: str = "", sink: Callable[[bytes], object] | None = None) -> None:
        self._limit = limit
        self._sink = sink
        self._decoder = _decoder(encoding)
        # One piece of memory: a list of small pieces would take twenty times what the limit allows.
        self._kept = BytesIO()

    def feed(self, data: bytes) -> bool:
        """Take the next bytes from the network.

        Returns:
            Whether any more are of use.

        Raises:
            ResponseTooLargeError: there are more than ``limit``.
            ResponseLostError: they cannot be decompressed.
        """
        for piece in self._decoder.decode(data):
            if self._sink is not None:
                self._sink(piece)
                continue
            if self._kept.tell() + len(piece) > self._limit:
                raise too_large(self._limit)
            self._kept.write(piece)
        return True

    def finish(self) -> bytes:
        """The whole body; empty where a sink took it.

        Raises:
            ResponseLostError: the compressed data ends too early.
        """
        self._decoder.check_complete()
        return self._kept.getvalue()


class LenientBody(Body):
    """The body of an error response: status and headers count, however damaged the body is.

    It holds what could be read: the beginning of a body that is damaged, cut off or too large; plain text that claims
    to be compressed; and nothing of a compression that was not asked for.
    """

    may_be_cut = True

    def __init__(self, limit: int, encoding: str = "") -> None:
        self._as_it_is = False
        self._unread = bytearray()
        try:
            super().__init__(limit, encoding)
        except ResponseLostError:
            super().__init__(limit)
            self._as_it_is = True

    def feed(self, data: bytes) -> bool:
        if not self._kept.tell():
            self._unread += data[: self._limit - len(self._unread)]
        if not self._as_it_is:
            try:
                return all(self._keep(piece) for piece in self._decoder.decode(data))
            except ResponseLostError:
                if self._kept.tell():
                    return False
                self._as_it_is, data = True, bytes(self._unread)
        return self._keep(data)

    def finish(self) -> bytes:
        kept = self._kept.getvalue()
        return kept if not self._as_it_is or _IS_TEXT(kept[:1000]) else b""

    def _keep(self, piece: bytes) -> bool:
        """Keep it, and whether there is room for more."""
        self._kept.write(piece[: self._limit - self._kept.tell()])
        return self._kept.tell() < self._limit


def body_for(request: WireRequest, status: int, headers: tuple[tuple[str, str], ...]) -> Body:
    """The consumer of this response's body; errors are always kept in memory, so that they can be shown.

    Raises:
        ResponseTooLargeError: the response announces more bytes than the request allows.
        ResponseLostError: a success is compressed in a way that was not asked for.
    """
    encoding, length = "", ""
    for name, value in headers:
        if name == "content-encoding":
            encoding = f"{encoding},{value}" if encoding else value
        elif name == "content-length":
            length = value
    if not 200 <= status <= 299:
        return LenientBody(request.max_response_bytes, encoding)
    # Twenty digits are more than any limit, and Python refuses to read thousands.
    counts = length.isdecimal() and request.method not in ("HEAD", "CONNECT")
    announced = int(length.lstrip("0")[:20] or 0) if counts else 0
    if request.sink is None and announced > request.max_response_bytes:
        raise too_large(request.max_response_bytes)
    return Body(request.max_response_bytes, encoding, request.sink)


def too_large(limit: int) -> ResponseTooLargeError:
    """The error for a response beyond the limit."""
    return ResponseTooLargeError(f"the response is larger than the {limit} bytes that max_response_bytes allows")


def _decoder(encoding: str) -> _Decoder:
    """Undoes the codings, the last one first."""
    layers: list[_Inflater] = []
    for word in encoding.lower().split(","):
        name = word.partition(";")[0].strip(' \t"')
        if name in _NOT_UNDERSTOOD:
            raise _not_asked_for(f"the response is compressed as {name!r}, which was not asked for")
        if name in ("gzip", "x-gzip", "deflate"):
            layers.insert(0, _Inflater(None if name == "deflate" else _GZIP))
        if len(layers) > _MOST_LAYERS:
            raise _not_asked_for(f"the response is compressed more than {_MOST_LAYERS} times over")
    if len(layers) > 1:
        return _Layers(layers)
    return layers[0] if layers else _Identity()


def _not_asked_for(message: str) -> ResponseLostError:
    """For a response that would be the same again."""
    error = ResponseLostError(message)
    error.temporary = False
    return error


class _Layers:
    """Compressions within one another, the outermost first."""

    def __init__(self, layers: list[_Inflater]) -> None:
        self._layers = layers
        self._growth_left = _MAX_PIECE_BYTES

    def decode(self, data: bytes) -> Iterator[bytes]:
        self._growth_left += _MOST_GROWTH * len(data)
        return self._decode(data, 0)

    def _decode(self, data: bytes, depth: int) -> Iterator[bytes]:
        pieces = self._layers[depth].decode(data)
        if depth == len(self._layers) - 1:
            yield from pieces
            return
        for piece in pieces:
            self._growth_left -= len(piece)
            if self._growth_left < 0:
                raise _not_asked_for("the response is compressed several times over, as only a bomb is")
            yield from self._decode(piece, depth + 1)

    def check_complete(self) -> None:
        for layer in self._layers:
            layer.check_complete()


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
            if len(data) > _BLOCK_BYTES:  # zlib copies it for each member, and members may be of a few bytes
                for start in range(0, len(data), _BLOCK_BYTES):
                    yield from self.decode(data[start : start + _BLOCK_BYTES])
                return

    def check_complete(self) -> None:
        if self._head and not self._stream.eof:
            raise ResponseLostError("the compressed response was cut off")

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
                piece = self._stream.decompress(data, _MAX_PIECE_BYTES)
            except zlib.error as error:
                raise ResponseLostError("the response cannot be decompressed") from error
            if piece:
                yield piece
            data = self._stream.unconsumed_tail
            # A full piece may leave output behind in zlib even though all input is used up.
            if self._stream.eof or (not data and len(piece) < _MAX_PIECE_BYTES):
                return
