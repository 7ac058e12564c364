"""The interface of transports: bytes out, status, headers and bytes in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from attrs import define, field

from ..options import Timeouts


@define(kw_only=True, eq=False)
class WireRequest:
    """One request, ready to send: every byte is decided, nothing is encoded again below.

    Not to be changed, although it is not frozen: that takes a hundredth of a request's time.

    Attributes:
        method: in capitals.
        url: absolute; path and query are percent-encoded ASCII.
        headers: name and value, checked; neither ``Host`` nor ``Content-Length`` nor ``Accept-Encoding``, which the
            transport adds, nor any other that is about the connection.
        body: the exact bytes, or None for none.
        timeouts: ``connect``, ``read``, ``write`` and ``pool`` are the transport's to keep; ``total`` is the session's.
        max_response_bytes: the largest body, after decompression, that may be read.
        sink: where given, the body of a 2xx response goes there piece by piece, unbounded, instead of into memory.
        sent_by: written by abclient's own transports once they know which library it is sent with: ``"httptools"``,
            ``"h11"`` or ``"httpx"``.
    """

    method: str
    url: str
    headers: tuple[tuple[str, str], ...] = field(repr=False)
    body: bytes | None = field(default=None, repr=False)
    timeouts: Timeouts
    max_response_bytes: int
    sink: Callable[[bytes], object] | None = field(default=None, repr=False)
    sent_by: str = ""


@define(kw_only=True, eq=False)
class WireResponse:
    """One complete response, of any status.

    Attributes:
        status: as sent, registered or not.
        headers: in the order sent, names in lower case, values decoded as Latin-1; repeated ones are repeated.
        body: after decompression; empty where a sink took it.
    """

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes = field(repr=False)


class Transport(Protocol):
    """Sends one request and waits for its whole response; never retries, never follows a redirect, keeps no cookies."""

    async def send(self, request: WireRequest) -> WireResponse:
        """Send it once.

        Raises:
            NotSentError: certainly not processed (``ConnectTimeoutError`` and ``PoolTimeoutError`` among them).
            ResponseLostError: it may have been processed (``ReadTimeoutError``, ``ResponseTooLargeError`` among them).
            ClientClosedError: the transport was closed, before or during the call.
        """
        ...

    async def aclose(self) -> None:
        """Close every connection; calls in flight end with ``ClientClosedError``. May be called twice."""
        ...
