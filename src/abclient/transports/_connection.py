"""One connection of our own: how it is opened, through a proxy too, and what is written on it."""

from __future__ import annotations

import asyncio
import re
import ssl
from collections.abc import Callable
from http.client import responses
from typing import cast

from ..errors import ConfigurationError, ConnectTimeoutError, NotSentError, ResponseLostError
from ..options import Timeouts
from ._dial import dial
from ._errors import not_connected
from ._origin import PORTS, Origin
from ._protocol import ResponseProtocol
from ._proxy import Proxy
from ._reader import ResponseReader
from ._sockets import abort, descriptor, has_input
from ._wire import WireRequest, WireResponse

_BODY_EXPECTED = ("POST", "PUT", "PATCH")
_VISIBLE = re.compile(r"[!-~]+").fullmatch
_HEADER_LINE = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+: (?:[!-\x7f](?:[\t -\x7f]*[!-\x7f])?)?").fullmatch
"""A header that ends nowhere but at its end; DEL, which no rule allows, passes as it does in httpx."""


class Connection:
    """One connection to one origin, opened by its first request and kept for the next ones.

    Attributes:
        sent_by: the library that reads its responses.
    """

    def __init__(
        self,
        origin: Origin,
        context: ssl.SSLContext | None,
        keepalive_expiry: float,
        reader: Callable[[], ResponseReader],
    ) -> None:
        self.origin: Origin = origin
        self._context = context
        self._keepalive_expiry = keepalive_expiry
        self._new_reader = reader
        self._loop = asyncio.get_running_loop()
        first = reader()
        self.sent_by: str = first.library
        self._protocol = ResponseProtocol(self._loop, origin.netloc, first)
        self._connected = False
        self._expires = 0.0
        self._is_forwarded = origin.proxy is not None and origin.scheme == "http"
        self._written: tuple[tuple[str, str], ...] | None = None
        self._lines = ""

    async def exchange(self, request: WireRequest, target: str) -> WireResponse:
        """Send one request, and read its response to the end.

        After any error the connection's state is not certain; it is not used again.
        """
        head = self._head(request, target)
        if not self._connected:
            await self._connect(request.timeouts.connect)
            self._connected = True
        response = await self._protocol.exchange(head, request)
        self._expires = self._loop.time() + self._keepalive_expiry
        return response

    @property
    def reusable(self) -> bool:
        """Whether its last response leaves it in a state in which it can take another request."""
        return self._protocol.reusable

    def usable(self) -> bool:
        """Whether another request can be sent on it."""
        protocol = self._protocol
        return (
            protocol.reusable
            and self._loop.time() < self._expires
            and protocol.tcp is not None
            and not protocol.tcp.is_closing()
            and not has_input(protocol.tcp)
        )

    def abort(self) -> None:
        """Close the socket now, without waiting. May be called at any time, more than once."""
        self._protocol.reusable = False
        abort(self._protocol.tcp)

    def descriptor(self) -> int:
        """The number of its socket, negative where it has none."""
        return descriptor(self._protocol.tcp)

    async def _connect(self, timeout: float) -> None:
        origin, proxy = self.origin, self.origin.proxy
        host, port = (origin.host + origin.zone, origin.port) if proxy is None else proxy.address
        try:
            async with asyncio.timeout(timeout):
                connection = await dial(host, port or PORTS[origin.scheme])
                await self._loop.create_connection(lambda: self._protocol, sock=connection)
                if proxy is not None and proxy.is_https:
                    await self._start_tls(proxy.address[0].partition("%")[0])
                if proxy is not None and origin.scheme == "https":
                    await self._open_tunnel(proxy, timeout)
                if origin.scheme == "https":
                    await self._start_tls(origin.host)
        except TimeoutError:
            # While not even the tunnel stands, nothing of the request can have left.
            raise ConnectTimeoutError(f"no connection to {origin.netloc} in time") from None
        except (OSError, UnicodeError) as error:
            raise not_connected(error, f"no connection to {origin.netloc}") from error

    async def _open_tunnel(self, proxy: Proxy, timeout: float) -> None:
        origin = self.origin
        host = f"[{origin.host}]" if ":" in origin.host else origin.host
        target = f"{host}:{origin.port or PORTS[origin.scheme]}"
        lines = "".join(map(_line, (("Host", target), *proxy.headers)))
        limits = Timeouts(connect=timeout, read=timeout, write=timeout)
        asked = WireRequest(method="CONNECT", url="", headers=(), timeouts=limits, max_response_bytes=0)
        try:
            answer = await self._protocol.exchange(f"CONNECT {target} HTTP/1.1\r\n{lines}\r\n".encode("ascii"), asked)
        except ResponseLostError as error:
            raise NotSentError(
                f"the proxy opened no connection to {origin.netloc}: {error.message}"
            ) from error.__cause__
        if not 200 <= answer.status <= 299:
            reason = f"{answer.status} {responses.get(answer.status, '')}".strip()
            raise NotSentError(f"the proxy opened no connection to {origin.netloc}: {reason}")
        if not self._protocol.reusable:
            raise ConnectionError("the proxy sent more than a response before TLS")
        self._protocol.begin(self._new_reader())

    async def _start_tls(self, name: str) -> None:
        protocol, context = self._protocol, cast("ssl.SSLContext", self._context)
        plain, secured = protocol.transport, None
        context.set_alpn_protocols(["http/1.1"])
        if not protocol.ended and plain is not None:
            if protocol.early:
                # Bytes from before TLS must never be read as if they had come through it.
                raise ConnectionError("the other side spoke before TLS was started")
            secured = await self._loop.start_tls(plain, protocol, context, server_hostname=name)
            await asyncio.sleep(0)  # uvloop passes on what came with the end of the handshake only now
        if plain is None or secured is None or protocol.ended or plain.is_closing():
            raise ConnectionError("the other side closed the connection instead of starting TLS")
        protocol.transport = secured

    def _head(self, request: WireRequest, target: str) -> bytes:
        """Request line and headers; nothing in them can end its line."""
        origin = self.origin
        if not (_VISIBLE(target) and _VISIBLE(request.method)):
            raise ConfigurationError(f"the URL of the request to {origin.netloc} is not valid")
        if request.headers != self._written:
            # Most requests have the headers of the one before.
            for_proxy = origin.proxy.headers if origin.proxy is not None and self._is_forwarded else ()
            headers = (("Host", origin.netloc), *request.headers, ("Accept-Encoding", "gzip"), *for_proxy)
            self._lines = "".join(map(_line, headers))
            self._written = request.headers
        lines = self._lines
        if request.body is not None or request.method in _BODY_EXPECTED:
            lines += f"Content-Length: {len(request.body or b'')}\r\n"
        if self._is_forwarded:
            target = f"http://{origin.netloc}{target}"
        return f"{request.method} {target} HTTP/1.1\r\n{lines}\r\n".encode("ascii")


def _line(header: tuple[str, str]) -> str:
    line = f"{header[0]}: {header[1]}"
    if not _HEADER_LINE(line):
        raise ConfigurationError(f"header {header[0]!a} holds characters that HTTP does not allow")
    return f"{line}\r\n"
