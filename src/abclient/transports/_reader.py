"""Bytes of one connection to responses, without I/O: what is the same for both parsers.

A parser knows of no requests, bounds nothing, and does not say where a response ends within the bytes it was given.
That is done here and below, so that no byte beyond a response is ever part of the next one.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

from ._body import Body, body_for
from ._wire import WireRequest, WireResponse

LONGEST_HEAD_BYTES = 100 * 1024
"""Bytes of status line and headers, interim responses included, and of what is not content, between two chunks; as many
as httpx takes."""

_FRAMING = ("content-length", "transfer-encoding")


class InvalidResponseError(Exception):
    """What came is against the rules of HTTP."""


class ResponseReader(ABC):
    """Reads the responses of one connection, one after the other.

    Attributes:
        library: that parses them.
        status: of the response, as soon as its headers are there; 0 before.
        body: takes what follows the headers; None before.
        reusable: after a complete response, that the next one may come on the same connection.
    """

    library: ClassVar[str]

    def expect(self, request: WireRequest) -> None:
        """From now on, what is fed is the response to this request."""
        self._request = request
        self.status: int = 0
        self.body: Body | None = None
        self.reusable: bool = False
        self._headers: list[tuple[str, str]] = []
        self._pieces: list[bytes] = []
        self._overhead = 0

    @abstractmethod
    def feed(self, data: bytes) -> bool:
        """Take what arrived; whether the response is complete, or nothing more of it is of use.

        Raises:
            InvalidResponseError: it is against the rules of HTTP.
            ResponseTooLargeError: there is more than the request allows.
            ResponseLostError: it cannot be decompressed.
            Exception: the request's sink raised it.
        """

    @abstractmethod
    def feed_end(self) -> bool:
        """Take the end of the connection; whether it is the end of the response, too."""

    def response(self) -> WireResponse:
        """The response, once it is complete.

        Raises:
            ResponseLostError: its compressed body ends too early.
        """
        content = self.body.finish() if self.body is not None else b""
        return WireResponse(status=self.status, headers=tuple(self._headers), body=content)

    def _begin_body(self, status: int) -> Body:
        self.status, self._overhead = status, 0
        self.body = body_for(self._request, status, tuple(self._headers))
        return self.body

    def _pass_on(self) -> bool:
        """Give the body what it has got, in one piece however small the chunks are; whether more is of use."""
        if not self._pieces or self.body is None:
            return True
        pieces, self._pieces = self._pieces, []
        self._overhead = 0
        return self.body.feed(pieces[0] if len(pieces) == 1 else b"".join(pieces))

    def _count_overhead(self, data: bytes) -> None:
        self._overhead += len(data)
        if self._overhead > LONGEST_HEAD_BYTES:
            raise InvalidResponseError("more headers, chunk extensions or trailers than any server needs")

    def _opens_tunnel(self) -> bool:
        return self._request.method == "CONNECT" and 200 <= self.status <= 299


def may_have_surplus(method: str, status: int, headers: tuple[tuple[str, str], ...]) -> bool:
    """Whether bytes may follow that are not part of the response.

    That is so after a response that must not have a body, and after one with two ends: an intermediary may have seen
    the other one (RFC 9112, 6.3).
    """
    if status == 304 or method == "HEAD":
        return True
    framing = {name: value for name, value in headers if name in _FRAMING}
    if status == 204:
        return framing.get("content-length", "0") != "0" or "transfer-encoding" in framing
    return len(framing) == len(_FRAMING)
