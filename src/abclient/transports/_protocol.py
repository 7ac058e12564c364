"""One connection that requests are sent over: what arrives is read at once, in the event loop's own callbacks."""

from __future__ import annotations

import asyncio
import math
from typing import cast

from ..errors import ReadTimeoutError, ResponseLostError
from ._reader import InvalidResponseError, ResponseReader
from ._sockets import EARLY_RESPONSE_GRACE_SECONDS, WRITE_CHUNK_BYTES, SharedMemory, abort, said_to_end
from ._wire import WireRequest, WireResponse


class ResponseProtocol(SharedMemory):
    """Sends one request at a time and receives its response.

    Attributes:
        tcp: the connection, also where TLS is spoken over it; aborting it closes the socket under both.
        transport: what requests are written to.
        reusable: nothing has happened that another request could suffer from.
        ended: the other side has closed the connection, or it broke.
        early: what came before the first request was sent.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, netloc: str, reader: ResponseReader) -> None:
        self.tcp: asyncio.Transport | None = None
        self.transport: asyncio.Transport | None = None
        self.ended: bool = False
        self._loop, self._netloc = loop, netloc
        self._waiter: asyncio.Future[WireResponse] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._silent_until = math.inf
        self._read_timeout = 0.0
        self._full = False
        self._room: asyncio.Future[None] | None = None
        self.begin(reader)

    def begin(self, reader: ResponseReader) -> None:
        """Begin with requests to the origin, or anew behind a proxy that has opened a tunnel."""
        self._reader = reader
        self.reusable: bool = True
        self.early: bytes = b""
        self._used = False

    async def exchange(self, head: bytes, request: WireRequest) -> WireResponse:
        """Send a request and wait for its response. After an exception the connection is not reusable.

        Raises:
            ResponseLostError: it may have been processed.
            Exception: the request's sink raised it.
        """
        transport = cast("asyncio.Transport", self.transport)
        whole = self._used = True
        self.reusable = False
        self._reader.expect(request)
        waiter = self._waiter = self._loop.create_future()
        try:
            if self.early:  # some servers answer without reading, such as those that are too busy
                self.data_received(self.early)
            if self.ended or transport.is_closing():
                self._fail(self._broken())
            whole = await self._write(transport, head, request)
            self._limit_silence(request.timeouts.read)
            response: WireResponse = await waiter
            self.reusable = whole and self._reader.reusable and not (self.ended or self.early)
            return response
        finally:
            self._waiter = None
            self._silent_until = math.inf
            if waiter.done() and not waiter.cancelled():
                waiter.exception()  # what comes together with a cancellation is not to be reported as forgotten

    # What the event loop tells

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # Only the TCP transport is announced here, never TLS over it.
        self.tcp = self.transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        waiter = self._waiter
        if not self._used:
            self.early += data
            return
        if waiter is None or waiter.done():
            self.reusable = self._reader.reusable = False
            abort(self.tcp)  # or whatever the other side goes on to send would be read, for as long as it does
            return
        if self._silent_until < math.inf:
            self._silent_until = self._loop.time() + self._read_timeout
        try:
            if self._reader.feed(data):
                self._finish(waiter)
        except InvalidResponseError:
            # What was against the rules may be an echo of credentials, and the parser's text may repeat it.
            self._fail(ResponseLostError(f"{self._netloc} sent no valid HTTP response"))
        except Exception as error:
            self._fail(error)
        self._wake()

    def eof_received(self) -> None:
        waiter = self._waiter
        if waiter is not None and not waiter.done() and self._reader.feed_end() and said_to_end(self.transport):
            self._finish(waiter)
        self._end(None)

    def connection_lost(self, exc: Exception | None) -> None:
        self._end(exc)
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def pause_writing(self) -> None:
        self._full = True

    def resume_writing(self) -> None:
        self._full = False
        self._wake()

    # How a call ends

    def _finish(self, waiter: asyncio.Future[WireResponse]) -> None:
        try:
            waiter.set_result(self._reader.response())
        except ResponseLostError as error:
            waiter.set_exception(error)

    def _fail(self, error: Exception) -> None:
        waiter = self._waiter
        if waiter is None or waiter.done():
            return
        body = self._reader.body
        if body is not None and body.may_be_cut:
            self._reader.reusable = False
            self._finish(waiter)
        else:
            waiter.set_exception(error)

    def _end(self, cause: Exception | None) -> None:
        self.ended, self.reusable = True, False
        self._fail(self._broken(cause))
        self._wake()

    def _broken(self, cause: Exception | None = None) -> ResponseLostError:
        error = ResponseLostError(f"the connection to {self._netloc} broke before the response was complete")
        error.__cause__ = cause
        return error

    # How long it may take

    def _limit_silence(self, timeout: float) -> None:
        """Fail once nothing has arrived for so long.

        One timer serves all requests of the connection: it is moved only where it comes too early or too late
        (``make bench``, "a timer for every read").
        """
        self._read_timeout = timeout
        until = self._silent_until = self._loop.time() + timeout
        if self._timer is not None and self._timer.when() > until:
            self._timer.cancel()
            self._timer = None
        if self._timer is None:
            self._timer = self._loop.call_at(until, self._check_silence)

    def _check_silence(self) -> None:
        self._timer = None
        if self._silent_until <= self._loop.time():
            self._fail(ReadTimeoutError(f"{self._netloc} was silent for too long"))
        elif self._silent_until < math.inf:
            self._timer = self._loop.call_at(self._silent_until, self._check_silence)

    # A large request

    async def _write(self, transport: asyncio.Transport, head: bytes, request: WireRequest) -> bool:
        """Write a request as fast as it is taken; whether all of it was written.

        A response may come first, such as one that refuses the rest of the body, and the connection break behind it.
        """
        body, timeout = request.body or b"", request.timeouts.write
        if transport.is_closing():
            return False
        if len(body) <= WRITE_CHUNK_BYTES:
            transport.write(head + body)
            return True
        transport.write(head)
        view = memoryview(body)
        for start in range(0, len(view), WRITE_CHUNK_BYTES):
            if transport.is_closing():
                return False
            transport.write(view[start : start + WRITE_CHUNK_BYTES])
            if self._full and not await self._drain(timeout):
                return False
        return True

    async def _drain(self, timeout: float) -> bool:
        """Wait until the other side has taken most of what was written; whether more can be written."""
        while self._full and not self.ended:
            status = self._reader.status
            if status >= 300 or (self._waiter is not None and self._waiter.done() and not status):
                return False
            self._room = self._loop.create_future()
            alarm = self._loop.call_later(EARLY_RESPONSE_GRACE_SECONDS if status else timeout, self._wake, TimeoutError)
            try:
                await self._room
            except TimeoutError:
                if self._reader.status:
                    return False
                raise ReadTimeoutError(f"{self._netloc} did not take the request in time") from None
            finally:
                alarm.cancel()
        return not self.ended

    def _wake(self, error: type[Exception] | None = None) -> None:
        """Have an upload go on that waits for room, or for the beginning of a response."""
        if self._room is not None and not self._room.done():
            if error is None:
                self._room.set_result(None)
            else:
                self._room.set_exception(error())
