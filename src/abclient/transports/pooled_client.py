"""The transports that open their own connections: how these are pooled and closed."""

from __future__ import annotations

import asyncio
import ssl
import warnings
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from ._connection import Connection
from ._fork import detach_in_forks
from ._httpx_fallback import HttpxFallback
from ._origin import Origin, Origins
from ._patched import patched
from ._pool import ConnectionPool, Lease
from ._proxy import Proxies
from ._reader import ResponseReader
from ._state import TransportState
from ._tls import shared_context
from ._wire import WireRequest, WireResponse


class PooledTransport:
    """Sends requests over connections of its own, pooled.

    Args:
        reader: makes the parser of each connection.
        max_connections: how many requests run at once; more of them wait.
        keepalive_expiry: seconds after which an idle connection is not used again.
        ssl_context: for private certificate authorities or client certificates; the default trusts certifi's bundle,
            or what ``SSL_CERT_FILE`` and ``SSL_CERT_DIR`` name.
        trust_env: whether the environment's proxy settings hold; they are read here, once.
        owner: named in the warning that it was left open.
    """

    def __init__(
        self,
        reader: Callable[[], ResponseReader],
        *,
        max_connections: int = 100,
        keepalive_expiry: float = 15.0,
        ssl_context: ssl.SSLContext | None = None,
        trust_env: bool = True,
        owner: str = "transport",
    ) -> None:
        self._reader = reader
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
            kept = False
            try:
                connection = self._connection_for(lease, origin)
                request.sent_by = connection.sent_by
                response = await connection.exchange(request, target)
                kept = connection.reusable
                return response
            finally:
                # Nothing is awaited here, so that no second cancellation can interrupt it.
                if not kept:
                    _drop(lease)
                self._pool.release(lease)

    async def aclose(self) -> None:
        """Close every connection; calls in flight end with ``ClientClosedError``."""
        if self._state.close(self._abort):
            await self._state.wait_idle()
            await self._fallback.aclose()
            await asyncio.sleep(0)  # asyncio closes the sockets of what was aborted in its next round

    def _abort(self) -> None:
        for connection in self._pool.connections:
            connection.abort()

    def _connection_for(self, lease: Lease[Connection], origin: Origin) -> Connection:
        connection = lease.connection
        if connection is None or connection.origin is not origin or not connection.usable():
            _drop(lease)
            context = (self._ssl_context or shared_context()) if origin.handshakes else None
            connection = lease.connection = Connection(origin, context, self._keepalive_expiry, self._reader)
        return connection


def _drop(lease: Lease[Connection]) -> None:
    if lease.connection is not None:
        lease.connection.abort()
        lease.connection = None
