"""Bytes of one connection to responses, with httptools (Node's parser) and without I/O.

The parser knows of no requests, bounds nothing, and does not say where a response ends within the bytes it was given.
That is done here, so that no byte beyond a response is ever part of the next one.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from httptools import HttpParserError, HttpParserUpgrade, HttpResponseParser

from ._body import Body, body_for
from ._wire import WireRequest, WireResponse

LONGEST_HEAD_BYTES = 100 * 1024
"""Bytes of status line and headers, interim responses included, and of what is not content, between two chunks; as many
as httpx takes."""

_CHUNKS_END = re.compile(rb"[^\r\n]\r\n\r\n\Z").search
"""One empty line behind the last chunk or trailer; the parser passes over further ones without a word."""

__all__ = ["HttpParserError", "ResponseReader"]


class ResponseReader:
    """Reads the responses of one connection, one after the other.

    Attributes:
        status: of the response, as soon as its headers are there; 0 before.
        body: takes what follows the headers; None before.
        reusable: after a complete response, that the next one may come on the same connection.
    """

    def __init__(self) -> None:
        self._parser = HttpResponseParser(self)
        # Some servers pad the sizes of chunks with blanks. Nothing else is let through that is against the rules.
        self._parser.set_dangerous_leniencies(lenient_spaces_after_chunk_size=True)

    def expect(self, request: WireRequest) -> None:
        """From now on, what is fed is the response to this request."""
        self._request = request
        self.status: int = 0
        self.body: Body | None = None
        self.reusable: bool = False
        self._take_body: Callable[[Body, bytes], bool] = self._take_all
        self._headers: list[tuple[str, str]] = []
        self._pieces: list[bytes] = []
        self._head_is_new, self._head_ended, self._ended, self._has_more = True, False, False, False
        self._keeps = False
        self._uncounted, self._overhead, self._last = 0, 0, b""

    def feed(self, data: bytes) -> bool:
        """Take what arrived; whether the response is complete, or nothing more of it is of use.

        Raises:
            HttpParserError: it is against the rules of HTTP.
            ResponseTooLargeError: there is more than the request allows.
            ResponseLostError: it cannot be decompressed.
            Exception: the request's sink raised it.
        """
        while self.body is None:
            if not data:
                return False
            data = self._take_head(data)
        return self._take_body(self.body, data)

    def feed_end(self) -> bool:
        """Take the end of the connection; whether it is the end of the response, too."""
        return self.body is not None and self._take_body == self._take_all

    def response(self) -> WireResponse:
        """The response, once it is complete.

        Raises:
            ResponseLostError: its compressed body ends too early.
        """
        content = self.body.finish() if self.body is not None else b""
        return WireResponse(status=self.status, headers=tuple(self._headers), body=content)

    # What the parser tells

    def on_message_begin(self) -> None:
        self._has_more = self._ended

    def on_header(self, name: bytes, value: bytes) -> None:
        if not self._head_ended:  # else it is a trailer
            self._headers.append((name.decode("latin-1").lower(), value.decode("latin-1").rstrip(" \t")))

    def on_headers_complete(self) -> None:
        self._head_ended = True
        self._keeps = self._parser.should_keep_alive()  # after a message without a body, it has forgotten

    def on_body(self, piece: bytes) -> None:
        if not self._ended:  # else it belongs to what is too much
            self._pieces.append(piece)

    def on_message_complete(self) -> None:
        self._ended = True

    # The head

    def _take_head(self, data: bytes) -> bytes:
        """Take what belongs to a head; the rest of the data."""
        if self._head_is_new and not data.startswith(b"H"):
            raise HttpParserError("a response begins with HTTP")
        self._head_is_new = False
        seen = self._last + data
        end = seen.find(b"\r\n\r\n")
        cut = len(data) if end < 0 else end + 4 - len(self._last)
        self._last = seen[-3:] if end < 0 else b""
        head = data[:cut]
        self._count_overhead(head)
        self._parse(head)
        if self._head_ended != (end >= 0):
            raise HttpParserError("a head ends with an empty line, and nowhere else")
        if self._head_ended:
            self._finish_head()
        return data[cut:]

    def _finish_head(self) -> None:
        status, version, headers = self._parser.get_status_code(), self._parser.get_http_version(), self._headers
        if version not in ("1.1", "1.0") or status < 100 or status == 101:
            raise HttpParserError("neither another version nor another protocol was asked for")
        if status < 200:
            headers.clear()
            self._head_is_new, self._head_ended, self._ended = True, False, False
            return
        framing = [pair for pair in headers if pair[0] in ("content-length", "transfer-encoding")]
        if len(framing) > 1 or (
            framing and framing[0][0] == "transfer-encoding" and framing[0][1].lower() != "chunked"
        ):
            raise HttpParserError("how long the body is, is said in one way alone")
        self.status, self._overhead = status, 0
        self._keeps = self._keeps and version == "1.1"
        self.body = body_for(self._request, status, tuple(headers))
        self._set_framing(dict(framing))

    def _set_framing(self, framing: dict[str, str]) -> None:
        length = int(framing.get("content-length", "0"))
        if self._request.method == "HEAD" or self.status in (204, 304):
            # What such a response must not have may follow all the same. After HEAD the parser waits for it in vain.
            self._keeps = self._keeps and self.status == 204 and not length and "transfer-encoding" not in framing
            self._take_body = self._take_nothing
        elif "transfer-encoding" in framing:
            self._take_body = self._take_chunks
        elif "content-length" in framing:
            self._uncounted = length
            self._take_body = self._take_counted if length else self._take_nothing

    # The body

    def _take_nothing(self, body: Body, data: bytes) -> bool:
        self.reusable = self._keeps and not data
        return True

    def _take_counted(self, body: Body, data: bytes) -> bool:
        own = data[: self._uncounted]
        self._uncounted -= len(own)
        self._parse(own)
        wanted = self._pass_on(body)
        if self._uncounted:
            return not wanted
        self.reusable = self._keeps and wanted and len(own) == len(data)
        return True

    def _take_chunks(self, body: Body, data: bytes) -> bool:
        self._last = (self._last + data)[-5:]
        try:
            self._parse(data)
        except HttpParserError:
            if not self._ended:
                self._pass_on(body)
                raise
            self._has_more = True
        if not self._pieces:
            self._count_overhead(data)
        wanted = self._pass_on(body)
        if not self._ended:
            return not wanted
        self.reusable = self._keeps and wanted and not self._has_more and _CHUNKS_END(self._last) is not None
        return True

    def _take_all(self, body: Body, data: bytes) -> bool:
        self._parse(data)
        return not self._pass_on(body)

    def _parse(self, data: bytes) -> None:
        try:
            self._parser.feed_data(data)
        except HttpParserUpgrade as error:
            raise HttpParserError("another protocol was not asked for") from error

    def _pass_on(self, body: Body) -> bool:
        """Give the body what it has got, in one piece however small the chunks are; whether more is of use."""
        if not self._pieces:
            return True
        pieces, self._pieces = self._pieces, []
        self._overhead = 0
        return body.feed(pieces[0] if len(pieces) == 1 else b"".join(pieces))

    def _count_overhead(self, data: bytes) -> None:
        self._overhead += len(data)
        if self._overhead > LONGEST_HEAD_BYTES:
            raise HttpParserError("more headers, chunk extensions or trailers than any server needs")
