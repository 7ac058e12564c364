"""The fast transport, with aiohttp: it is a separate HTTP stack, so it is used only on request.

aiohttp opens the connections, TLS and proxies included, and reads the responses, in C. Its ``ClientSession`` is left
out: what that does for a request beyond this (cookies, redirects, a pool, automatic retries) is done above, or must not
be done, and takes as long as all the rest. What mocks or watches aiohttp's sessions does not see these requests.
"""

from __future__ import annotations

import asyncio
import re
import ssl
from functools import partial
from typing import cast

import aiohttp
from aiohttp.client_proto import ResponseHandler
from aiohttp.http import HttpProcessingError
from multidict import CIMultiDict, CIMultiDictProxy
from yarl import URL

from ..errors import ConfigurationError
from ..options import checked_headers
from ._aiohttp_protocol import ResponseProtocol
from ._body import Body, body_for
from ._connection import Connection, PooledTransport, may_have_surplus
from ._errors import decoded_headers, raise_mapped
from ._origin import Origin
from ._sockets import READ_AHEAD_BYTES, WRITE_CHUNK_BYTES, abort, descriptor, has_input
from ._wire import WireRequest, WireResponse

_LONGEST_HEADER = 100 * 1024
_MOST_HEADERS = 1000
_VISIBLE = re.compile(r"[!-~]+").fullmatch


class AiohttpTransport(PooledTransport):
    """Sends requests over its own connections, with ``aiohttp``."""

    _connector: _Connector | None = None

    def _open(self, origin: Origin, context: ssl.SSLContext | None) -> Connection:
        if self._connector is None:
            self._connector = _Connector(resolver=aiohttp.ThreadedResolver())
        return _AiohttpConnection(origin, context, self._keepalive_expiry, self._connector)

    async def _release(self) -> None:
        if self._connector is not None:
            await self._connector.close()


class _Connector(aiohttp.TCPConnector):
    """Opens connections, and keeps none: that is what the pool does."""

    async def open(self, request: aiohttp.ClientRequest) -> ResponseProtocol:
        protocol: type[ResponseHandler] = ResponseProtocol
        self._factory = partial(protocol, request.loop)
        return cast(ResponseProtocol, await self._create_connection(request, [], aiohttp.ClientTimeout()))


class _AiohttpConnection(Connection):
    def __init__(
        self, origin: Origin, context: ssl.SSLContext | None, keepalive_expiry: float, connector: _Connector
    ) -> None:
        super().__init__(origin)
        self._context = context
        self._connector = connector
        self._loop = asyncio.get_running_loop()
        self._protocol: ResponseProtocol | None = None
        self._keepalive_expiry = keepalive_expiry
        self._expires = float("inf")
        self._checked: tuple[tuple[str, str], ...] = ()

    async def exchange(self, request: WireRequest, target: str) -> WireResponse:
        head = self._head(request, target)
        if self._protocol is None:
            self._protocol = await self._connect(request.timeouts.connect)
        try:
            return await self._exchange_on(self._protocol, head, request)
        except (aiohttp.ClientError, HttpProcessingError) as error:
            raise_mapped(error, self.origin.netloc)

    def usable(self) -> bool:
        protocol = self._protocol
        return (
            protocol is not None
            and not protocol.should_close
            and self._loop.time() < self._expires
            and protocol.transport is not None
            and not protocol.transport.is_closing()
            # aiohttp itself only knows what the event loop has seen already.
            and not has_input(protocol.transport)
        )

    def abort(self) -> None:
        abort(self._protocol.transport if self._protocol is not None else None)

    def descriptor(self) -> int:
        return descriptor(self._protocol.transport if self._protocol is not None else None)

    async def _connect(self, timeout: float) -> ResponseProtocol:
        origin, proxy = self.origin, self.origin.proxy
        # The zone goes where aiohttp connects to, and is kept out of what it tells the other side.
        dialled = origin.netloc if proxy else origin.netloc.replace("]", f"{origin.zone}]")
        opening = aiohttp.ClientRequest(
            "GET",
            URL(f"{origin.scheme}://{dialled}", encoded=True),
            loop=self._loop,
            ssl=self._context or True,
            proxy=URL(proxy.dialled_url, encoded=True) if proxy else None,
            proxy_headers=CIMultiDict(proxy.headers if proxy else ()),
            server_hostname=origin.host if origin.zone else None,
        )
        try:
            async with asyncio.timeout(timeout):
                return await self._connector.open(opening)
        except TimeoutError:
            raise_mapped(aiohttp.ConnectionTimeoutError(), origin.netloc)
        except aiohttp.ClientError as error:
            raise_mapped(_without_headers(error), origin.netloc, connected=False)

    async def _exchange_on(self, protocol: ResponseProtocol, head: bytes, request: WireRequest) -> WireResponse:
        protocol.set_response_params(
            skip_payload=request.method == "HEAD",
            read_until_eof=True,
            auto_decompress=False,
            read_timeout=request.timeouts.read,
            read_bufsize=READ_AHEAD_BYTES,
            max_line_size=_LONGEST_HEADER,
            max_field_size=_LONGEST_HEADER,
            max_headers=_MOST_HEADERS,
        )
        protocol.expect()
        await _upload(protocol, head, request.timeouts.write)
        if request.body:
            await _upload(protocol, request.body, request.timeouts.write)
        if protocol.is_connected():
            protocol.start_timeout()
        message, content = await protocol.read()
        while 100 <= message.code <= 199 and message.code != 101:
            message, content = await protocol.read()
        headers = decoded_headers(message.raw_headers)
        body = body_for(request, message.code, headers)
        whole = await _read(content, body)
        await protocol.settle()
        self._expires = self._loop.time() + self._keepalive_expiry
        if protocol.should_close or not whole or may_have_surplus(request.method, message.code, headers):
            self.abort()
        return WireResponse(status=message.code, headers=headers, body=body.finish())

    def _head(self, request: WireRequest, target: str) -> bytes:
        """Request line and headers; nothing in them can end its line."""
        origin = self.origin
        if not (_VISIBLE(target) and _VISIBLE(request.method)):
            raise ConfigurationError(f"the URL of the request to {origin.netloc} is not valid")
        if request.headers != self._checked:
            self._checked = checked_headers(request.headers)
        headers = self.headers(request)
        if origin.proxy is not None and origin.scheme == "http":
            target = f"http://{origin.netloc}{target}"
            headers += origin.proxy.headers
        lines = [f"{request.method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in headers), "\r\n"]
        return "\r\n".join(lines).encode("ascii")


async def _upload(protocol: ResponseProtocol, data: bytes, timeout: float) -> None:
    """Write a part of a request, with a limit on how long the other side may take no bytes.

    A response may come first, such as one that refuses the rest of a large body, and the connection break behind it.
    """
    view = memoryview(data)
    for start in range(0, len(view), WRITE_CHUNK_BYTES):
        transport = protocol.transport
        if transport is None or transport.is_closing():
            return
        transport.write(view[start : start + WRITE_CHUNK_BYTES])
        if not await protocol.drain(timeout):
            return


async def _read(content: aiohttp.StreamReader, body: Body) -> bool:
    """Read a body, and whether it came to its end."""
    try:
        while piece := await content.readany():
            if not body.feed(piece):
                return False
    except Exception:
        if not body.may_be_cut:
            raise
        return False
    return True


def _without_headers(error: aiohttp.ClientError) -> aiohttp.ClientError:
    """The error outlives the call in logs and trackers; the headers with the credentials must not."""
    if isinstance(error, aiohttp.ClientResponseError):
        about = error.request_info
        none: CIMultiDict[str] = CIMultiDict()
        error.request_info = aiohttp.RequestInfo(about.url, about.method, CIMultiDictProxy(none))
        error.args = (error.request_info, ())
    return error
