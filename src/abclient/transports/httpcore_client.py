"""Single httpcore connections behind a pool of our own: for proxies, and where httptools is missing.

httpcore is the engine below httpx. Its pool, and with it httpx's, looks at every connection for every request, and
loses connections when a task is cancelled; single connections do neither.
"""

from __future__ import annotations

import ssl
from contextlib import nullcontext
from typing import TYPE_CHECKING

from ._body import Body, body_for
from ._connection import Connection, PooledTransport, may_have_surplus
from ._errors import decoded_headers, encoded_headers, raise_mapped
from ._h11 import has_more, read_chunks_together
from ._libraries import HTTPCORE, load
from ._net import Network
from ._origin import PORTS, Origin
from ._wire import WireRequest, WireResponse

if TYPE_CHECKING:
    import httpcore
else:
    httpcore = load(HTTPCORE)


class HttpcoreTransport(PooledTransport):
    """Sends requests over its own connections, with ``httpcore``."""

    def _open(self, origin: Origin, context: ssl.SSLContext | None) -> Connection:
        return httpcore_connection(origin, context, self._keepalive_expiry)


def httpcore_connection(origin: Origin, context: ssl.SSLContext | None, keepalive_expiry: float) -> Connection:
    """A connection to an origin, or to the proxy before it; not connected yet."""
    return _HttpcoreConnection(origin, context, keepalive_expiry)


class _HttpcoreConnection(Connection):
    sent_by = "httpcore"

    def __init__(self, origin: Origin, context: ssl.SSLContext | None, keepalive_expiry: float) -> None:
        super().__init__(origin)
        self._tunnelled = origin.proxy is not None and origin.scheme == "https"
        self._network = Network(origin.handshakes, origin.dialled_zone)
        self._connection = _connection(origin, context, keepalive_expiry, self._network)
        self._spoilt = False
        self._unlocked = False

    async def exchange(self, request: WireRequest, target: str) -> WireResponse:
        message = self._message(request, target)
        try:
            response = await self._connection.handle_async_request(message)
            headers = decoded_headers(response.headers)
            body = body_for(request, response.status, headers)
            read_chunks_together(self._connection)
            whole = await self._read(response, body)
            await self._network.settled()
            self._unlock()
            surplus = may_have_surplus(request.method, response.status, headers) or has_more(self._connection)
            self._spoilt = surplus or not whole
            return WireResponse(status=response.status, headers=headers, body=body.finish())
        except Exception as error:
            # While a proxy has not opened the tunnel yet, nothing of a request can have left.
            raise_mapped(error, self.origin.netloc, connected=self._network.ready or not self._tunnelled)

    def usable(self) -> bool:
        return not self._spoilt and self._connection.is_available() and not self._connection.has_expired()

    def abort(self) -> None:
        self._network.abort()

    def descriptor(self) -> int:
        return self._network.descriptor()

    async def _read(self, response: httpcore.Response, body: Body) -> bool:
        """Read the body, and whether it came to its end."""
        wanted = True
        try:
            async for piece in response.aiter_stream():
                if wanted and not body.feed(piece):
                    # Nothing more is of use, and what is on its way ends with the connection.
                    wanted = False
                    self.abort()
            await response.aclose()
        except Exception:
            if not body.may_be_cut:
                raise
            wanted = False
        return wanted

    def _unlock(self) -> None:
        """Take httpcore's locks off: a connection sends one request at a time.

        They let all other tasks go first, three times in every request, and where there are none the event loop turns
        in vain. The second one is there once the connection stands. Another httpcore may not have them, and is slower.
        """
        if not self._unlocked:
            inner = getattr(self._connection, "_connection", None)
            for holder, lock in ((self._connection, "_request_lock"), (inner, "_state_lock")):
                if hasattr(holder, lock):
                    setattr(holder, lock, nullcontext())
            self._unlocked = True

    def _message(self, request: WireRequest, target: str) -> httpcore.Request:
        origin, limits = self.origin, request.timeouts
        return httpcore.Request(
            request.method,
            httpcore.URL(scheme=origin.scheme, host=_host(origin), port=origin.port, target=target),
            headers=encoded_headers(self.headers(request)),
            content=request.body,
            extensions={"timeout": {"connect": limits.connect, "read": limits.read, "write": limits.write}},
        )


def _connection(
    origin: Origin, context: ssl.SSLContext | None, keepalive_expiry: float, network: Network
) -> httpcore.AsyncConnectionInterface:
    target = httpcore.Origin(origin.scheme.encode(), _host(origin).encode(), origin.port or PORTS[origin.scheme])
    if origin.proxy is None:
        return httpcore.AsyncHTTPConnection(
            target, ssl_context=context, keepalive_expiry=keepalive_expiry, network_backend=network
        )
    proxy = httpcore.AsyncHTTPProxy(
        origin.proxy.url,
        proxy_auth=origin.proxy.auth,
        ssl_context=context,
        proxy_ssl_context=context if origin.proxy.is_https else None,
        keepalive_expiry=keepalive_expiry,
        network_backend=network,
    )
    return proxy.create_connection(target)


def _host(origin: Origin) -> str:
    """The host as httpcore is to have it: it tells a proxy just that, without brackets of its own around IPv6."""
    return f"[{origin.host}]" if origin.proxy is not None and ":" in origin.host else origin.host
