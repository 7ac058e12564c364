"""The fast transport, with aiohttp: it is a separate HTTP stack, so it is used only when it is asked for.

Other libraries' ways to mock or watch httpx do not see its requests.
"""

from __future__ import annotations

import asyncio
import ssl
from base64 import b64encode
from functools import lru_cache
from typing import ClassVar
from weakref import WeakSet

import aiohttp
from aiohttp.abc import AbstractStreamWriter
from aiohttp.connector import Connection
from aiohttp.tracing import Trace
from multidict import CIMultiDict, CIMultiDictProxy
from yarl import URL

from ..errors import ReadTimeoutError
from ..options import checked_headers
from ._body import body_for
from ._faults import reraise
from ._lifetime import Lifetime
from ._origin import Origin, Origins
from ._proxy import Proxies, Proxy
from ._slots import Slots
from ._sockets import descriptor, has_input
from ._tls import shared_context
from ._wire import WireRequest, WireResponse

_LONGEST_HEADER = 100 * 1024
_MOST_HEADERS = 1000
_WRITE_PIECE = 64 * 1024


class AiohttpTransport:
    """Sends requests over connections of its own, with ``aiohttp``.

    A 204 that carries a body, against the rules of HTTP, is an ``AnswerLostError`` here; the other transports let it
    pass.

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
        self._slots: Slots[None] = Slots(max_connections)
        self._lifetime = Lifetime()
        self._session: aiohttp.ClientSession | None = None
        self._checked: tuple[tuple[str, str], ...] = ()

    async def send(self, request: WireRequest) -> WireResponse:
        """Send it once.

        Raises:
            NotSentError: certainly not processed.
            AnswerLostError: it may have been processed.
            ClientClosedError: closed before or meanwhile, or used in a second event loop.
            ConfigurationError: it cannot be put into HTTP, or the environment names an unusable proxy.
        """
        with self._lifetime.call():
            origin, target = self._origins.find(request.url)
            if request.headers != self._checked:
                # aiohttp puts what it is given between the line ends, whatever it is.
                self._checked = checked_headers(request.headers)
            slot = await self._slots.take(request.timeouts.pool)
            try:
                return await self._exchange(origin, target, request)
            finally:
                self._slots.give(slot)

    async def aclose(self) -> None:
        """Close every connection; calls in flight end with ``ClientClosedError``."""
        own_loop = self._lifetime.end()
        if own_loop:
            self._slots.close()
            await self._lifetime.ended()
        # Connections can only be closed in their own loop; of a loop that has ended, aiohttp only forgets them.
        if self._session is not None and (own_loop or self._loop.is_closed()):
            await self._session.close()
            await asyncio.sleep(0)  # asyncio closes the sockets of what was aborted in its next round

    async def _exchange(self, origin: Origin, target: str, request: WireRequest) -> WireResponse:
        session = self._session or self._open()
        limits, proxy = request.timeouts, origin.proxy
        secure, credentials = origin.scheme == "https", _credentials(proxy)
        upload = _Upload(request.body, limits.write) if request.body is not None else None
        try:
            async with session.request(
                request.method,
                URL(f"{origin.scheme}://{origin.netloc}{target}", encoded=True),
                headers=[*request.headers, ("Accept-Encoding", "gzip"), *(credentials if not secure else ())],
                data=upload,
                allow_redirects=False,
                ssl=self._tls() if secure or (proxy and proxy.url.startswith("https")) else True,
                timeout=_timeout(limits.connect, limits.read),
                proxy=proxy.url if proxy else None,
                proxy_headers=dict(credentials) if secure else None,
            ) as answer:
                headers = tuple(
                    (name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in answer.raw_headers
                )
                body = body_for(request, answer.status, headers)
                while piece := await answer.content.readany():
                    body.feed(piece)
                return WireResponse(status=answer.status, headers=headers, body=body.finish())
        except BaseException as error:
            if upload is not None:
                upload.abort()
            if isinstance(error, _NoConnectionError):
                reraise(_without_headers(error.reason), origin.netloc, connected=False)
            if isinstance(error, aiohttp.ClientError):
                reraise(_without_headers(error), origin.netloc)
            raise

    def _open(self) -> aiohttp.ClientSession:
        self._loop = asyncio.get_running_loop()
        session = self._session = aiohttp.ClientSession(
            connector=_Connector(
                limit=0,  # the slots are the limit
                keepalive_timeout=self._keepalive_expiry,
                resolver=aiohttp.ThreadedResolver(),
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            skip_auto_headers=("Accept", "Content-Type", "User-Agent"),
            auto_decompress=False,
            max_line_size=_LONGEST_HEADER,
            max_field_size=_LONGEST_HEADER,
            max_headers=_MOST_HEADERS,
        )
        # Otherwise it sends GET, PUT and DELETE a second time by itself when a kept connection breaks. There is no
        # public switch; the transport suite counts the sends, so that a change of the name would be noticed.
        session._retry_connection = False  # pyright: ignore[reportPrivateUsage]
        return session

    def _tls(self) -> ssl.SSLContext:
        return self._ssl_context or shared_context()


class _NoConnectionError(aiohttp.ClientError):
    """What is its reason happened before anything of the request could leave."""

    def __init__(self, reason: aiohttp.ClientError) -> None:
        super().__init__()
        self.reason: aiohttp.ClientError = reason


class _Connector(aiohttp.TCPConnector):
    """Finds kept connections that have ended, and tells errors of connecting from those of the request itself."""

    _used: ClassVar[WeakSet[object]] = WeakSet()

    async def connect(
        self, req: aiohttp.ClientRequest, traces: list[Trace], timeout: aiohttp.ClientTimeout
    ) -> Connection:
        try:
            connection = await super().connect(req, traces, timeout)
            while (used := connection.protocol in self._used) and _has_ended(connection):
                connection.close()
                connection = await super().connect(req, traces, timeout)
        except aiohttp.ClientError as error:
            raise _NoConnectionError(error) from error
        if not used:
            self._used.add(connection.protocol)
        if isinstance(req.body, _Upload):
            req.body.transport = connection.transport
        return connection


def _has_ended(connection: Connection) -> bool:
    # aiohttp itself only knows what the event loop has seen already.
    return connection.transport is None or has_input(connection.transport)


def _without_headers(error: aiohttp.ClientError) -> aiohttp.ClientError:
    """The error outlives the call in logs and trackers; the headers with the credentials must not."""
    if isinstance(error, aiohttp.ClientResponseError):
        about = error.request_info
        none: CIMultiDict[str] = CIMultiDict()
        error.request_info = aiohttp.RequestInfo(about.url, about.method, CIMultiDictProxy(none))
        error.args = (error.request_info, ())
    return error


class _Upload(aiohttp.Payload):
    """A request's body, with a limit on how long the other side may take no bytes."""

    def __init__(self, body: bytes, timeout: float) -> None:
        super().__init__(body)
        self._size = len(body)
        self._body = body
        self._timeout = timeout
        self.transport: asyncio.Transport | None = None

    def abort(self) -> None:
        """Close the socket now: aiohttp would first wait until the other side has taken what was written so far."""
        if self.transport is not None and descriptor(self.transport) >= 0:
            self.transport.abort()

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        return self._body.decode(encoding, errors)

    async def write(self, writer: AbstractStreamWriter) -> None:
        view = memoryview(self._body)
        for start in range(0, len(view), _WRITE_PIECE):
            try:
                async with asyncio.timeout(self._timeout):
                    await writer.write(view[start : start + _WRITE_PIECE])
            except TimeoutError:
                raise ReadTimeoutError("the request was not taken in time") from None


@lru_cache(maxsize=16)
def _timeout(connect: float, read: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=None, connect=connect, sock_read=read)


def _credentials(proxy: Proxy | None) -> tuple[tuple[str, str], ...]:
    """The header for the proxy alone: beside a forwarded request's own headers, or in what opens the tunnel."""
    if proxy is None or proxy.auth is None:
        return ()
    word = b64encode(":".join(proxy.auth).encode()).decode("ascii")
    return (("Proxy-Authorization", f"Basic {word}"),)
