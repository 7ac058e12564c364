"""The base of transports that open their own connections: how these are pooled and closed."""

from __future__ import annotations

import asyncio
import ssl
import warnings
from abc import ABC, abstractmethod
from contextlib import suppress
from typing import Any, ClassVar

from ._fork import detach_in_forks
from ._httpx_fallback import HttpxFallback
from ._origin import Origin, Origins
from ._patched import patched
from ._pool import ConnectionPool, Lease
from ._proxy import Proxies
from ._state import TransportState
from ._tls import shared_context
from ._wire import WireRequest, WireResponse

_BODY_EXPECTED = ("POST", "PUT", "PATCH")
_FRAMING = ("content-length", "transfer-encoding")


class Connection(ABC):
    """One connection to one origin, opened by its first request and kept for the next ones.

    Attributes:
        sent_by: the library that it stands on.
    """

    sent_by: ClassVar[str]

    def __init__(self, origin: Origin) -> None:
        self.origin: Origin = origin

    @abstractmethod
    async def exchange(self, request: WireRequest, target: str) -> WireResponse:
        """Send one request, and read its response to the end.

        After any error the connection's state is not certain; it is not used again.
        """

    @abstractmethod
    def usable(self) -> bool:
        """Whether another request can be sent on it."""

    @abstractmethod
    def abort(self) -> None:
        """Close the socket now, without waiting. May be called at any time, more than once."""

    @abstractmethod
    def descriptor(self) -> int:
        """The number of its socket, negative where it has none."""

    def headers(self, request: WireRequest) -> list[tuple[str, str]]:
        """The request's headers, and those that HTTP itself needs."""
        headers = [("Host", self.origin.netloc), *request.headers, ("Accept-Encoding", "gzip")]
        if (length := content_length(request)) is not None:
            headers.append(("Content-Length", str(length)))
        return headers


class PooledTransport(ABC):
    """Sends requests over connections of its own, pooled.

    Args:
        max_connections: how many requests run at once; more of them wait.
        keepalive_expiry: seconds after which an idle connection is not used again.
        ssl_context: for private certificate authorities or client certificates; the default trusts certifi's bundle,
            or what ``SSL_CERT_FILE`` and ``SSL_CERT_DIR`` name.
        trust_env: whether the environment's proxy settings hold; they are read here, once.
        owner: named in the warning that it was left open.
    """

    def __init__(
        self,
        *,
        max_connections: int = 100,
        keepalive_expiry: float = 15.0,
        ssl_context: ssl.SSLContext | None = None,
        trust_env: bool = True,
        owner: str = "transport",
    ) -> None:
        self._owner = owner
        self._keepalive_expiry = keepalive_expiry
        self._ssl_context = ssl_context
        self._origins = Origins(Proxies.from_environment() if trust_env else Proxies({}))
        self._pool: ConnectionPool[Connection] = ConnectionPool(max_connections)
        self._fallback = HttpxFallback(max_connections, ssl_context)
        self._state = TransportState()
        detach_in_forks(self)

    def descriptors(self) -> list[int]:
        """The numbers of the sockets of its connections."""
        return [connection.descriptor() for connection in self._pool.connections]

    def end_in_fork(self) -> None:
        """End the calls that a fork has inherited."""
        self._state.end_in_fork()

    def __del__(self, warn: Any = warnings.warn) -> None:
        state: TransportState | None = getattr(self, "_state", None)
        loop = state.unclosed_loop if state else None
        if loop is None:
            return
        warn(f"unclosed {self._owner}: use it as `async with`, or await its aclose()", ResourceWarning, source=self)
        # This may be any thread; in a loop that is closed, so are the connections.
        with suppress(RuntimeError):
            for connection in self._pool.connections:
                loop.call_soon_threadsafe(connection.abort)

    async def send(self, request: WireRequest) -> WireResponse:
        """Send it once, over a connection that is kept for the next request.

        Raises:
            NotSentError: certainly not processed.
            ResponseLostError: it may have been processed.
            ClientClosedError: closed before or meanwhile, or used in a second event loop or in a fork.
            ConfigurationError: it cannot be put into HTTP, or the environment names an unusable proxy.
        """
        with self._state.call():
            origin, target = self._origins.find(request.url)
            if patched():
                return await self._fallback.send(request, origin.proxy)
            lease = await self._pool.acquire(request.timeouts.pool, lambda connection: connection.origin is origin)
            complete = False
            try:
                connection = self._connection_for(lease, origin)
                request.sent_by = connection.sent_by
                response = await connection.exchange(request, target)
                complete = True
                return response
            finally:
                # Nothing is awaited here, so that no second cancellation can interrupt it.
                if not complete:
                    _drop(lease)
                self._pool.release(lease)

    async def aclose(self) -> None:
        """Close every connection; calls in flight end with ``ClientClosedError``."""
        if self._state.close():
            for connection in self._pool.connections:
                connection.abort()
            await self._state.wait_idle()
            await self._fallback.aclose()
            await asyncio.sleep(0)  # asyncio closes the sockets of what was aborted in its next round

    @abstractmethod
    def _open(self, origin: Origin, context: ssl.SSLContext | None) -> Connection:
        """A new connection to an origin, not connected yet; with a context if it, or a proxy, wants TLS."""

    def _connection_for(self, lease: Lease[Connection], origin: Origin) -> Connection:
        connection = lease.connection
        if connection is None or connection.origin is not origin or not connection.usable():
            _drop(lease)
            context = (self._ssl_context or shared_context()) if origin.handshakes else None
            connection = lease.connection = self._open(origin, context)
        return connection


def _drop(lease: Lease[Connection]) -> None:
    if lease.connection is not None:
        lease.connection.abort()
        lease.connection = None


def content_length(request: WireRequest) -> int | None:
    """What a request is to say about the length of its body; None for nothing."""
    if request.body is None and request.method not in _BODY_EXPECTED:
        return None
    return len(request.body or b"")


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
