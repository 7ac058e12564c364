"""The default transport: single httpcore connections behind our own slots.

httpcore is the engine below httpx. Its pool, and with it httpx's, looks at every connection for every request, and
loses slots when a task is cancelled; single connections do neither.
"""

from __future__ import annotations

import asyncio
import ssl

import httpcore

from ._body import body_for
from ._faults import encoded_headers, reraise
from ._lifetime import Lifetime
from ._net import Network
from ._origin import PORTS, Origin, Origins
from ._proxy import Proxies
from ._slots import Slot, Slots
from ._tls import shared_context
from ._wire import WireRequest, WireResponse

_BODY_EXPECTED = ("POST", "PUT", "PATCH")


class _Line:
    """One connection, kept between requests."""

    def __init__(self, origin: Origin, context: ssl.SSLContext | None, keepalive_expiry: float) -> None:
        self.origin: Origin = origin
        tunnelled = origin.proxy is not None and origin.scheme == "https"
        to_secure_proxy = origin.proxy is not None and origin.proxy.url.startswith("https")
        self._network = Network((origin.scheme == "https") + to_secure_proxy)
        self._tunnelled = tunnelled
        self.connection = _connection(origin, context, keepalive_expiry, self._network)

    @property
    def connected(self) -> bool:
        """False while a proxy has not opened the tunnel yet, so that nothing of a request can have left."""
        return self._network.ready or not self._tunnelled

    def usable(self) -> bool:
        return self.connection.is_available() and not self.connection.has_expired()

    def abort(self) -> None:
        self._network.abort()


class ConnectionTransport:
    """Sends requests over its own connections, with ``httpcore``.

    Args:
        max_connections: how many requests run at once; more of them wait.
        keepalive_expiry: seconds after which an idle connection is not used again.
        ssl_context: for private certificate authorities or client certificates; the default trusts certifi's bundle,
            or what ``SSL_CERT_FILE`` and ``SSL_CERT_DIR`` name.
        trust_env: whether the environment's proxy settings hold; they are read here, once.
    """

    def __init__(
        self,
        *,
        max_connections: int = 100,
        keepalive_expiry: float = 15.0,
        ssl_context: ssl.SSLContext | None = None,
        trust_env: bool = True,
    ) -> None:
        self._keepalive_expiry = keepalive_expiry
        self._ssl_context = ssl_context
        self._origins = Origins(Proxies.from_environment() if trust_env else Proxies({}))
        self._slots: Slots[_Line] = Slots(max_connections)
        self._lifetime = Lifetime()

    async def send(self, request: WireRequest) -> WireResponse:
        """Send it once, over a connection that is kept for the next request.

        Raises:
            NotSentError: certainly not processed.
            AnswerLostError: it may have been processed.
            ClientClosedError: closed before or meanwhile, or used in a second event loop.
            ConfigurationError: it cannot be put into HTTP, or the environment names an unusable proxy.
        """
        with self._lifetime.call():
            origin, target = self._origins.find(request.url)
            message = _message(request, origin, target)
            slot = await self._slots.take(request.timeouts.pool, lambda line: line.origin is origin)
            reusable = False
            try:
                response = await self._exchange(self._line(slot, origin), message, request)
                reusable = not _may_trail(response)
                return response
            finally:
                # After any error the connection's state is not certain. Nothing is awaited here, so that no second
                # cancellation can interrupt it.
                if not reusable:
                    _drop(slot)
                self._slots.give(slot)

    async def aclose(self) -> None:
        """Close every connection; calls in flight end with ``ClientClosedError``."""
        if self._lifetime.end():
            self._slots.close()
            for line in self._slots.held:
                line.abort()
            await self._lifetime.ended()
            await asyncio.sleep(0)  # asyncio closes the sockets of what was aborted in its next round

    async def _exchange(self, line: _Line, message: httpcore.Request, request: WireRequest) -> WireResponse:
        try:
            answer = await line.connection.handle_async_request(message)
            headers = tuple((name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in answer.headers)
            body = body_for(request, answer.status, headers)
            async for piece in answer.aiter_stream():
                body.feed(piece)
            await answer.aclose()
            return WireResponse(status=answer.status, headers=headers, body=body.finish())
        except Exception as error:
            reraise(error, line.origin.netloc, connected=line.connected)

    def _line(self, slot: Slot[_Line], origin: Origin) -> _Line:
        line = slot.held
        if line is None or line.origin is not origin or not line.usable():
            _drop(slot)
            context = (self._ssl_context or shared_context()) if _needs_tls(origin) else None
            line = slot.held = _Line(origin, context, self._keepalive_expiry)
        return line


def _message(request: WireRequest, origin: Origin, target: str) -> httpcore.Request:
    headers = [("Host", origin.netloc), *request.headers, ("Accept-Encoding", "gzip")]
    if request.body is not None or request.method in _BODY_EXPECTED:
        headers.append(("Content-Length", str(len(request.body or b""))))
    limits = request.timeouts
    return httpcore.Request(
        request.method,
        httpcore.URL(scheme=origin.scheme, host=origin.host, port=origin.port, target=target),
        headers=encoded_headers(headers),
        content=request.body,
        extensions={"timeout": {"connect": limits.connect, "read": limits.read, "write": limits.write}},
    )


def _connection(
    origin: Origin, context: ssl.SSLContext | None, keepalive_expiry: float, network: Network
) -> httpcore.AsyncConnectionInterface:
    target = httpcore.Origin(origin.scheme.encode(), origin.host.encode(), origin.port or PORTS[origin.scheme])
    if origin.proxy is None:
        return httpcore.AsyncHTTPConnection(
            target, ssl_context=context, keepalive_expiry=keepalive_expiry, network_backend=network
        )
    proxy = httpcore.AsyncHTTPProxy(
        origin.proxy.url,
        proxy_auth=origin.proxy.auth,
        ssl_context=context,
        proxy_ssl_context=context if origin.proxy.url.startswith("https") else None,
        keepalive_expiry=keepalive_expiry,
        network_backend=network,
    )
    return proxy.create_connection(target)


def _may_trail(response: WireResponse) -> bool:
    """Whether bytes may follow that are not part of it: httpcore would take them for the next request's answer."""
    return response.status == 204 and any(
        (name == "content-length" and value != "0") or name == "transfer-encoding" for name, value in response.headers
    )


def _needs_tls(origin: Origin) -> bool:
    return origin.scheme == "https" or (origin.proxy is not None and origin.proxy.url.startswith("https"))


def _drop(slot: Slot[_Line]) -> None:
    if slot.held is not None:
        slot.held.abort()
        slot.held = None
