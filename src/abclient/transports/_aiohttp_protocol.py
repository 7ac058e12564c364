"""aiohttp's reader of responses, bounded to the one that is awaited, and able to see it before all is written."""

from __future__ import annotations

import asyncio
import re
from enum import Enum

from aiohttp import StreamReader
from aiohttp.client_proto import ResponseHandler
from aiohttp.http import RawResponseMessage

from ..errors import ReadTimeoutError
from ._sockets import EARLY_RESPONSE_GRACE_SECONDS, SharedMemory

_HEAD_END = re.compile(rb"\n\r?\n").search
_CHUNKS_END = re.compile(rb"[^\r\n]\r?\n\r?\n\Z").search
"""One empty line behind the last chunk or trailer; the parser passes over further ones without a word."""


class _Reads(Enum):
    ANYTHING = 1
    """Responses to aiohttp's own requests, such as CONNECT to a proxy."""
    HEAD = 2
    LENGTH = 3
    CHUNKS = 4
    TO_THE_END = 5
    NOTHING = 6
    """The response is complete."""


class ResponseProtocol(ResponseHandler, SharedMemory):
    """Gives aiohttp's parser no byte after the response that is awaited: the connection is then not used again.

    The parser would fail at such bytes and take the complete response with it, or keep them unseen.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(loop)
        self._reads = _Reads.ANYTHING
        self._length = 0
        self._last = b""
        self._resumed = False
        self._change: asyncio.Future[None] | None = None

    def expect(self) -> None:
        """From now on one response may come."""
        self._reads = _Reads.HEAD
        self._last = b""

    async def settle(self) -> None:
        """The response was read: any other bytes are not part of it."""
        if self._resumed:
            # Reading was held back a moment ago, and TLS may have more to show.
            self._resumed = False
            await asyncio.sleep(0)
        if self._reads is _Reads.CHUNKS and not _CHUNKS_END(self._last):
            self.force_close()
        self._reads = _Reads.NOTHING

    def data_received(self, data: bytes) -> None:
        # Without data it is aiohttp that goes on with what it held back.
        if not data or self._reads in (_Reads.ANYTHING, _Reads.TO_THE_END):
            super().data_received(data)
            return
        while data and self._reads is _Reads.HEAD:
            data = self._head_received(data)
        if data and self._reads is not _Reads.HEAD:
            self._body_received(data)
        self._wake()

    def resume_reading(self, resume_parser: bool = True) -> None:
        self._resumed |= self._reading_paused
        super().resume_reading(resume_parser)

    def connection_lost(self, exc: BaseException | None) -> None:
        super().connection_lost(exc)
        self._wake()

    def resume_writing(self) -> None:
        super().resume_writing()
        self._wake()

    async def drain(self, timeout: float) -> bool:
        """Wait until the other side has taken most of what was written; whether more can be written.

        Raises:
            ReadTimeoutError: not within ``timeout`` seconds.
        """
        while self.writing_paused and self.transport is not None and self._exception is None:
            status = self._status()
            if status >= 300:
                break
            self._change = self._loop.create_future()
            limit = EARLY_RESPONSE_GRACE_SECONDS if status else timeout
            alarm = self._loop.call_later(limit, self._expire, self._change)
            try:
                await self._change
            except TimeoutError:
                if not status:
                    raise ReadTimeoutError("the request was not taken in time") from None
                break
            finally:
                alarm.cancel()
        else:
            return True
        self.force_close()
        return False

    def _status(self) -> int:
        """The status of the response; 0 before it has arrived."""
        return next((message.code for (message, _), _ in self._buffer if not 100 <= message.code <= 199), 0)

    def _wake(self) -> None:
        if self._change is not None and not self._change.done():
            self._change.set_result(None)

    def _expire(self, change: asyncio.Future[None]) -> None:
        if not change.done():
            change.set_exception(TimeoutError())

    def _head_received(self, data: bytes) -> bytes:
        """Pass on what belongs to the head of a response; the rest of the data."""
        seen = self._last + data
        found = _HEAD_END(seen)
        rest = seen[found.end() :] if found else b""
        self._last = b"" if found else seen[-3:]
        super().data_received(data[: len(data) - len(rest)])
        if self._exception is not None:
            return b""
        if found and self._buffer:
            (message, content), _ = self._buffer[-1]
            if message.code == 101 or message.code >= 200:
                self._head_is_complete(message, content)
        return rest

    def _head_is_complete(self, message: RawResponseMessage, content: StreamReader) -> None:
        if message.code == 101:
            self._reads = _Reads.ANYTHING
        elif content.is_eof():
            self._reads = _Reads.NOTHING
        elif message.chunked:
            self._reads = _Reads.CHUNKS
        elif "Content-Length" in message.headers:
            self._reads, self._length = _Reads.LENGTH, int(message.headers["Content-Length"])
        else:
            self._reads = _Reads.TO_THE_END

    def _body_received(self, data: bytes) -> None:
        own = data
        if self._reads is _Reads.CHUNKS:
            self._last = (self._last + data)[-5:]
        elif self._reads is _Reads.LENGTH:
            own = data[: self._length]
            self._length -= len(own)
            if not self._length:
                self._reads = _Reads.NOTHING
        elif self._reads is _Reads.NOTHING:
            own = b""
        if own:
            super().data_received(own)
        if self._exception is not None and self._payload is not None and not self._payload.is_eof():
            # The reader of the body waits for more of it, or for its own error.
            self._payload.set_exception(self._exception)
        if len(own) < len(data):
            self.force_close()
