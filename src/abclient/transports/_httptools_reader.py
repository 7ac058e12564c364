"""Reading responses with httptools, Node's parser."""

from __future__ import annotations

import re
from collections.abc import Callable

from httptools import HttpParserError, HttpParserUpgrade, HttpResponseParser

from ._reader import InvalidResponseError, ResponseReader, may_have_surplus
from ._wire import WireRequest

_CHUNKS_END = re.compile(rb"[^\r\n]\r\n\r\n\Z").search
"""One empty line behind the last chunk or trailer; the parser passes over further ones without a word."""


class HttptoolsReader(ResponseReader):
    """Feeds the parser a head to its end, and then no more than belongs to the body."""

    library = "httptools"

    def __init__(self) -> None:
        self._parser = HttpResponseParser(self)
        # Some servers pad the sizes of chunks with blanks. Nothing else is let through that is against the rules.
        self._parser.set_dangerous_leniencies(lenient_spaces_after_chunk_size=True)

    def expect(self, request: WireRequest) -> None:
        super().expect(request)
        self._take_body: Callable[[bytes], bool] = self._take_all
        self._head_is_new, self._head_ended, self._ended, self._has_more = True, False, False, False
        self._keeps = False
        self._uncounted, self._last = 0, b""

    def feed(self, data: bytes) -> bool:
        while self.body is None:
            if not data:
                return False
            data = self._take_head(data)
        return self._take_body(data)

    def feed_end(self) -> bool:
        return self.body is not None and self._take_body == self._take_all

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
            raise InvalidResponseError("a response begins with HTTP")
        self._head_is_new = False
        seen = self._last + data
        end = seen.find(b"\r\n\r\n")
        cut = len(data) if end < 0 else end + 4 - len(self._last)
        self._last = seen[-3:] if end < 0 else b""
        head = data[:cut]
        self._count_overhead(head)
        self._parse(head)
        if self._head_ended != (end >= 0):
            raise InvalidResponseError("a head ends with an empty line, and nowhere else")
        if self._head_ended:
            self._finish_head()
        return data[cut:]

    def _finish_head(self) -> None:
        status, version, headers = self._parser.get_status_code(), self._parser.get_http_version(), self._headers
        if version not in ("1.1", "1.0") or status < 100 or status == 101:
            raise InvalidResponseError("neither another version nor another protocol was asked for")
        if status < 200:
            headers.clear()
            self._head_is_new, self._head_ended, self._ended = True, False, False
            return
        framing = [pair for pair in headers if pair[0] in ("content-length", "transfer-encoding")]
        if len(framing) > 1 or (
            framing and framing[0][0] == "transfer-encoding" and framing[0][1].lower() != "chunked"
        ):
            raise InvalidResponseError("how long the body is, is said in one way alone")
        self._begin_body(status)
        self._set_framing(dict(framing))

    def _set_framing(self, framing: dict[str, str]) -> None:
        method, length = self._request.method, int(framing.get("content-length", "0"))
        self._keeps = self._keeps and self._parser.get_http_version() == "1.1"
        if method in ("HEAD", "CONNECT") or self.status in (204, 304):
            # What such a response must not have may follow all the same. After HEAD the parser waits for it in vain.
            surplus = may_have_surplus(method, self.status, tuple(framing.items()))
            self._keeps = (self._keeps and not surplus) or self._opens_tunnel()
            self._take_body = self._take_nothing
        elif "transfer-encoding" in framing:
            self._take_body = self._take_chunks
        elif "content-length" in framing:
            self._uncounted = length
            self._take_body = self._take_counted if length else self._take_nothing

    # The body

    def _take_nothing(self, data: bytes) -> bool:
        self.reusable = self._keeps and not data
        return True

    def _take_counted(self, data: bytes) -> bool:
        own = data[: self._uncounted]
        self._uncounted -= len(own)
        self._parse(own)
        wanted = self._pass_on()
        if self._uncounted:
            return not wanted
        self.reusable = self._keeps and wanted and len(own) == len(data)
        return True

    def _take_chunks(self, data: bytes) -> bool:
        self._last = (self._last + data)[-5:]
        try:
            self._parse(data)
        except InvalidResponseError:
            if not self._ended:
                self._pass_on()
                raise
            self._has_more = True
        if not self._pieces:
            self._count_overhead(data)
        wanted = self._pass_on()
        if not self._ended:
            return not wanted
        self.reusable = self._keeps and wanted and not self._has_more and _CHUNKS_END(self._last) is not None
        return True

    def _take_all(self, data: bytes) -> bool:
        self._parse(data)
        return not self._pass_on()

    def _parse(self, data: bytes) -> None:
        try:
            self._parser.feed_data(data)
        except (HttpParserError, HttpParserUpgrade) as error:
            raise InvalidResponseError from error
