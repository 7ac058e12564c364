"""One request and its response through an ASGI application, and the transport that makes such exchanges."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, MutableMapping
from email.utils import formatdate
from typing import Any
from urllib.parse import unquote, urlsplit

from ..errors import ReadTimeoutError, ResponseLostError
from ..transports import WireRequest, WireResponse
from ..transports._body import Body
from ..transports._errors import decoded_headers, encoded_headers
from ..transports._state import TransportState

Message = MutableMapping[str, Any]
Application = Callable[
    [Message, Callable[[], Awaitable[Message]], Callable[[Message], Awaitable[None]]], Awaitable[None]
]

_CONNECTION = "abclient.transport"
"""The ASGI extension in which the sandbox's faults look for the connection that they break."""


class Exchange:
    """One request to an ASGI application, and what it sends back.

    Attributes:
        scope: the ASGI scope of the request.
        status: the status of the response; 0 while there is none.
        headers: the headers of the response.
        body: the bytes of its body so far.
        complete: whether the whole response was sent.
    """

    def __init__(self, method: str, url: str, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
        parts = urlsplit(url)
        host = (b"host", parts.netloc.encode("ascii"))
        length = (b"content-length", str(len(body)).encode())
        self.scope: Message = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "method": method,
            "scheme": parts.scheme,
            "path": unquote(parts.path),
            "raw_path": parts.path.encode("ascii"),
            "query_string": parts.query.encode("ascii"),
            "root_path": "",
            "headers": [host, *((name.lower(), value) for name, value in headers), *([length] if body else [])],
            "client": ("127.0.0.1", 0),
            "server": (parts.hostname, parts.port or 80),
            "extensions": {_CONNECTION: _Connection(self._break)},
        }
        self.status: int = 0
        self.headers: list[tuple[bytes, bytes]] = []
        self.body: bytearray = bytearray()
        self.complete: bool = False
        self._unread: list[bytes] = [body]
        self._broken = asyncio.Event()

    async def receive(self) -> Message:
        """The request's body, whole; after it the end of the connection, once a fault has brought it."""
        if self._unread:
            return {"type": "http.request", "body": self._unread.pop(), "more_body": False}
        await self._broken.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Message) -> None:
        """Take what the application sends."""
        if message["type"] == "http.response.start":
            self.status, self.headers = message["status"], [*message["headers"]]
        elif message["type"] == "http.response.body":
            self.body += message.get("body", b"")
            self.complete = not message.get("more_body", False)

    def json(self) -> Any:
        """The response's JSON; None for an empty one."""
        return json.loads(self.body) if self.body else None

    def _break(self) -> None:
        self._broken.set()


class _Connection:
    """What the sandbox's faults use of an ``asyncio.Transport``: here it ends the exchange."""

    def __init__(self, end: Callable[[], None]) -> None:
        self.close: Callable[[], None] = end
        self.abort: Callable[[], None] = end

    def write(self, data: bytes) -> None:
        """Half of a response's head, of which a client sees nothing."""

    def get_extra_info(self, name: str) -> object:
        """What stands in for the socket."""
        return _Socket()


class _Socket:
    """The options of a socket make no difference here."""

    def setsockopt(self, *options: object) -> None:
        """Set nothing."""


class InProcessTransport:
    """A transport that calls an ASGI application in its own event loop; one of ``abclient.transports.Transport``.

    Args:
        app: the application.
        clock: seconds since 1970, which date the responses; by default the system's.
    """

    def __init__(self, app: Application, clock: Callable[[], float] | None = None) -> None:
        self._app = app
        self._clock = clock or time.time
        self._state = TransportState()

    async def send(self, request: WireRequest) -> WireResponse:
        """Send it once.

        Raises:
            ReadTimeoutError: the application sent nothing for as long as the request's ``read`` timeout.
            ResponseLostError: the response is not complete, or too large.
            ClientClosedError: the transport was closed, before or during the call.
        """
        exchange = Exchange(request.method, request.url, encoded_headers(request.headers), request.body or b"")
        with self._state.call():
            await self._run(exchange, request.timeouts.read)
        if not exchange.complete:
            raise ResponseLostError("the connection to the sandbox broke before the response was complete")
        headers = decoded_headers([*exchange.headers, (b"date", formatdate(self._clock(), usegmt=True).encode())])
        body = Body(request.max_response_bytes, sink=request.sink if 200 <= exchange.status <= 299 else None)
        body.feed(bytes(exchange.body))
        return WireResponse(status=exchange.status, headers=headers, body=body.finish())

    async def _run(self, exchange: Exchange, silence: float) -> None:
        loop, limit = asyncio.get_running_loop(), asyncio.timeout(silence)

        async def send(message: Message) -> None:
            await exchange.send(message)
            limit.reschedule(loop.time() + silence)

        try:
            async with limit:
                await self._app(exchange.scope, exchange.receive, send)
        except TimeoutError:
            if not limit.expired():
                raise
            raise ReadTimeoutError("the sandbox was silent for too long") from None

    async def aclose(self) -> None:
        """End the calls in flight with ``ClientClosedError``. May be called twice."""
        if self._state.close():
            await self._state.wait_idle()
