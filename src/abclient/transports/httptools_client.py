"""The default transport: connections of our own on asyncio, and httptools to read what comes."""

from __future__ import annotations

import asyncio
import re
import ssl

from ..errors import ConfigurationError, ConnectTimeoutError
from ._connection import Connection, PooledTransport, content_length
from ._dial import dial
from ._errors import not_connected
from ._origin import PORTS, Origin
from ._protocol import ResponseProtocol
from ._sockets import abort, descriptor, has_input
from ._wire import WireRequest, WireResponse

_VISIBLE = re.compile(r"[!-~]+").fullmatch
_HEADER_LINE = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+: (?:[!-\x7f](?:[\t -\x7f]*[!-\x7f])?)?").fullmatch
"""A header that ends nowhere but at its end; DEL, which no rule allows, passes as it does in httpx."""


class HttptoolsTransport(PooledTransport):
    """Sends requests over its own connections, and through a proxy over httpcore's."""

    def _open(self, origin: Origin, context: ssl.SSLContext | None) -> Connection:
        if origin.proxy is None:
            return _HttptoolsConnection(origin, context, self._keepalive_expiry)
        from .httpcore_client import httpcore_connection

        return httpcore_connection(origin, context, self._keepalive_expiry)


class _HttptoolsConnection(Connection):
    sent_by = "httptools"

    def __init__(self, origin: Origin, context: ssl.SSLContext | None, keepalive_expiry: float) -> None:
        super().__init__(origin)
        self._context = context
        self._keepalive_expiry = keepalive_expiry
        self._loop = asyncio.get_running_loop()
        self._protocol = ResponseProtocol(self._loop, origin.netloc)
        self._connected = False
        self._expires = 0.0
        self._written: tuple[tuple[str, str], ...] | None = None
        self._lines = ""

    async def exchange(self, request: WireRequest, target: str) -> WireResponse:
        head = self._head(request, target)
        if not self._connected:
            await self._connect(request.timeouts.connect)
            self._connected = True
        response = await self._protocol.exchange(head, request)
        self._expires = self._loop.time() + self._keepalive_expiry
        return response

    def usable(self) -> bool:
        protocol = self._protocol
        return (
            protocol.reusable
            and self._loop.time() < self._expires
            and protocol.tcp is not None
            and not protocol.tcp.is_closing()
            and not has_input(protocol.tcp)
        )

    def abort(self) -> None:
        self._protocol.reusable = False
        abort(self._protocol.tcp)

    def descriptor(self) -> int:
        return descriptor(self._protocol.tcp)

    async def _connect(self, timeout: float) -> None:
        origin, protocol = self.origin, self._protocol
        try:
            async with asyncio.timeout(timeout):
                connection = await dial(origin.host + origin.zone, origin.port or PORTS[origin.scheme])
                transport, _ = await self._loop.create_connection(lambda: protocol, sock=connection)
                if self._context is not None:
                    await self._start_tls(transport, self._context)
        except TimeoutError:
            raise ConnectTimeoutError(f"no connection to {origin.netloc} in time") from None
        except (OSError, UnicodeError) as error:
            raise not_connected(error, f"no connection to {origin.netloc}") from error

    async def _start_tls(self, transport: asyncio.Transport, context: ssl.SSLContext) -> None:
        protocol = self._protocol
        secured: asyncio.Transport | None = None
        context.set_alpn_protocols(["http/1.1"])
        if not protocol.ended:
            if protocol.early:
                # Bytes from before TLS must never be read as if they had come through it.
                raise ConnectionError("the other side spoke before TLS was started")
            secured = await self._loop.start_tls(transport, protocol, context, server_hostname=self.origin.host)
        if secured is None or protocol.ended:
            raise ConnectionError("the other side closed the connection instead of starting TLS")
        protocol.transport = secured

    def _head(self, request: WireRequest, target: str) -> bytes:
        """Request line and headers; nothing in them can end its line."""
        if not (_VISIBLE(target) and _VISIBLE(request.method)):
            raise ConfigurationError(f"the URL of the request to {self.origin.netloc} is not valid")
        if request.headers != self._written:
            # Most requests have the headers of the one before.
            headers = (("Host", self.origin.netloc), *request.headers, ("Accept-Encoding", "gzip"))
            self._lines = "".join(map(_line, headers))
            self._written = request.headers
        length = content_length(request)
        lines = self._lines if length is None else f"{self._lines}Content-Length: {length}\r\n"
        return f"{request.method} {target} HTTP/1.1\r\n{lines}\r\n".encode("ascii")


def _line(header: tuple[str, str]) -> str:
    line = f"{header[0]}: {header[1]}"
    if not _HEADER_LINE(line):
        raise ConfigurationError(f"header {header[0]!a} holds characters that HTTP does not allow")
    return f"{line}\r\n"
