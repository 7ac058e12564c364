"""The network below httpcore, on asyncio alone.

httpcore's own network code forgets a socket when it is cancelled at the wrong moment (inside the TLS handshake, for
one), and closing waits, so that a second cancellation interrupts it. Here every socket is remembered from its first
moment, and closed at once, without waiting.
"""

from __future__ import annotations

import asyncio
import re
import ssl
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

from ._dial import dial
from ._libraries import HTTPCORE, load
from ._sockets import (
    EARLY_RESPONSE_GRACE_SECONDS,
    READ_AHEAD_BYTES,
    WRITE_CHUNK_BYTES,
    SharedMemory,
    abort,
    descriptor,
    has_input,
)

if TYPE_CHECKING:
    import httpcore
else:
    httpcore = load(HTTPCORE)


class Network(httpcore.AsyncNetworkBackend):
    """The network of one connection: remembers its socket, and knows when a request may begin to leave.

    Args:
        handshakes: how many TLS handshakes come before the first request: one for https, one more for an https proxy.
        zone: of the link-local address to connect to, such as ``"%eth0"``.
    """

    def __init__(self, handshakes: int, zone: str = "") -> None:
        self._zone = zone
        self._handshakes = handshakes
        self._receiver: _Receiver | None = None
        self._connect_by = 0.0

    @property
    def ready(self) -> bool:
        """Whether the connection stands, TLS included, so that bytes of a request may have left."""
        return self._receiver is not None and self._handshakes == 0

    async def settled(self) -> None:
        """Wait until everything that has arrived can be seen, where reading was held back a moment ago."""
        if self._receiver is not None and self._receiver.resumed:
            self._receiver.resumed = False
            await asyncio.sleep(0)

    def abort(self) -> None:
        """Close the socket now. May be called at any time, more than once."""
        abort(self._receiver.transport if self._receiver is not None else None)

    def descriptor(self) -> int:
        """The file descriptor of the socket; negative without one."""
        return descriptor(self._receiver.transport if self._receiver is not None else None)

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Open the connection.

        Raises:
            httpcore.ConnectTimeout: not within ``timeout`` seconds.
            httpcore.ConnectError: the name is unknown, or none of its addresses accepts a connection.
        """
        loop = asyncio.get_running_loop()
        self._connect_by = loop.time() + timeout if timeout is not None else float("inf")
        receiver = self._receiver = _Receiver()
        try:
            async with asyncio.timeout(timeout):
                connection = await dial(host + self._zone, port)
                transport, _ = await loop.create_connection(lambda: receiver, sock=connection)
        except TimeoutError as error:
            raise httpcore.ConnectTimeout(str(error)) from error
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(str(error)) from error
        return _Stream(self, transport, receiver)

    def time_left(self, timeout: float | None) -> float | None:
        """The timeout, cut to what is left for connecting as long as the connection does not stand."""
        if self.ready:
            return timeout
        left = max(self._connect_by - asyncio.get_running_loop().time(), 0.0)
        return left if timeout is None else min(left, timeout)

    def handshake_done(self) -> None:
        """Count one TLS handshake as done."""
        self._handshakes -= 1


class _Receiver(SharedMemory):
    """Collects what arrives until someone reads it."""

    def __init__(self) -> None:
        self.transport: asyncio.Transport | None = None
        self.received = bytearray()
        self.ended: bool = False
        self.error: Exception | None = None
        self._arrival: asyncio.Future[None] | None = None
        self._drained: asyncio.Future[None] | None = None
        self._full = False
        self._paused = False
        self.resumed: bool = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # Only the TCP transport is announced here, never TLS over it: aborting it closes the socket under both.
        self.transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        self.received += data
        if len(self.received) > READ_AHEAD_BYTES and self.transport is not None:
            self._paused = True
            self.transport.pause_reading()
        _wake(self._arrival)

    def eof_received(self) -> None:
        self.ended = True
        _wake(self._arrival)

    def connection_lost(self, exc: Exception | None) -> None:
        self.ended = True
        self.error = exc
        _wake(self._arrival)
        _wake(self._drained)

    def pause_writing(self) -> None:
        self._full = True

    def resume_writing(self) -> None:
        self._full = False
        _wake(self._drained)

    async def wait_readable(self, timeout: float | None) -> None:
        """Wait until there is something to read, or nothing more will come."""
        if not self.received and not self.ended:
            self._arrival = asyncio.get_running_loop().create_future()
            await _within(timeout, self._arrival, httpcore.ReadTimeout)

    async def drain(self, timeout: float | None) -> None:
        """Wait until the other side has taken most of what was written.

        Raises:
            httpcore.WriteTimeout: not within ``timeout`` seconds.
            httpcore.WriteError: it has responded instead; the response can be read.
        """
        while self._full and not self.ended:
            status = final_status(self.received)
            if status >= 300:
                raise httpcore.WriteError("the response came before the request was complete")
            self._drained = self._arrival = asyncio.get_running_loop().create_future()
            try:
                limit = EARLY_RESPONSE_GRACE_SECONDS if status else timeout
                await _within(limit, self._drained, httpcore.WriteTimeout)
            except httpcore.WriteTimeout as error:
                if final_status(self.received):
                    raise httpcore.WriteError("the response came, and no more of the request was taken") from error
                raise

    def take(self, size: int) -> bytes:
        with memoryview(self.received) as view:
            taken = bytes(view[:size])
        del self.received[:size]
        if self._paused and len(self.received) <= READ_AHEAD_BYTES and self.transport is not None and not self.ended:
            self._paused = False
            self.resumed = True
            self.transport.resume_reading()
        return taken


class _Stream(httpcore.AsyncNetworkStream):
    def __init__(self, network: Network, transport: asyncio.Transport, receiver: _Receiver) -> None:
        self._network = network
        self._transport = transport
        self._receiver = receiver

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        await self._receiver.wait_readable(self._network.time_left(timeout))
        if not self._receiver.received and self._receiver.error is not None:
            raise httpcore.ReadError(str(self._receiver.error)) from self._receiver.error
        return self._receiver.take(max_bytes)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        view = memoryview(buffer)
        for start in range(0, len(view), WRITE_CHUNK_BYTES):
            if self._transport.is_closing():
                raise httpcore.WriteError("the connection was closed by the other side")
            self._transport.write(view[start : start + WRITE_CHUNK_BYTES])
            await self._receiver.drain(self._network.time_left(timeout))

    async def aclose(self) -> None:
        self._network.abort()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        transport: asyncio.Transport | None = None
        name = server_hostname.strip("[]") if server_hostname else None
        if self._receiver.received:
            # Bytes from before TLS must never be read as if they had come through it.
            raise httpcore.ConnectError("the other side sent more than a response before TLS")
        if not self._receiver.ended:
            try:
                async with asyncio.timeout(self._network.time_left(timeout)):
                    transport = await asyncio.get_running_loop().start_tls(
                        self._transport, self._receiver, ssl_context, server_hostname=name
                    )
            except TimeoutError as error:
                raise httpcore.ConnectTimeout(str(error)) from error
            except OSError as error:
                raise httpcore.ConnectError(str(error)) from error
        if transport is None or self._receiver.ended:
            raise httpcore.ConnectError("the other side closed the connection instead of starting TLS")
        self._network.handshake_done()
        return _Stream(self._network, transport, self._receiver)

    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable":
            # What arrives on an idle connection can only be its end, seen by the event loop already or not yet.
            return bool(self._receiver.ended or self._receiver.received or has_input(self._transport))
        return self._transport.get_extra_info(info)


def _wake(waiter: asyncio.Future[None] | None) -> None:
    if waiter is not None and not waiter.done():
        waiter.set_result(None)


async def _within(timeout: float | None, waiter: asyncio.Future[None], late: type[Exception]) -> None:
    """Wait for it; far cheaper than ``asyncio.timeout``, and this happens for every read."""
    if timeout is None:
        await waiter
        return
    alarm = asyncio.get_running_loop().call_later(timeout, _expire, waiter, late, timeout)
    try:
        await waiter
    finally:
        alarm.cancel()


def _expire(waiter: asyncio.Future[None], late: type[Exception], timeout: float) -> None:
    if not waiter.done():
        waiter.set_exception(late(f"nothing for {timeout:g} s"))


_STATUS = re.compile(rb"HTTP/[0-9.]+ +([0-9]{3})").match
_HEAD_END = re.compile(rb"\n\r?\n").search


def final_status(received: bytearray) -> int:
    """The status of the response that these bytes begin with, passing over interim ones; 0 if it cannot be seen yet."""
    position = 0
    while found := _STATUS(received, position):
        status = int(found[1])
        if status >= 200:
            return status
        end = _HEAD_END(received, position)
        if end is None:
            break
        position = end.end()
    return 0
