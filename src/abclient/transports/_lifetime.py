"""How long a transport may be used: in one event loop, until it is closed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from ..errors import ClientClosedError


class Lifetime:
    """Knows the event loop a transport belongs to and which calls are running, and ends them when it closes.

    A transport belongs to the loop of its first call, so that it can be made outside of any loop.
    """

    def __init__(self) -> None:
        self._closed = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._calls: set[asyncio.Timeout] = set()
        self._last_call_ended = asyncio.Event()

    @asynccontextmanager
    async def call(self) -> AsyncGenerator[None, None]:
        """Around everything one call does.

        Raises:
            ClientClosedError: the transport is closed, gets closed meanwhile, or belongs to another event loop.
        """
        self._check()
        # A timeout without a limit: closing sets the limit to now, which interrupts the call wherever it waits.
        scope = asyncio.timeout(None)
        try:
            async with scope:
                self._calls.add(scope)
                try:
                    yield
                finally:
                    self._calls.discard(scope)
                    if self._closed and not self._calls:
                        self._last_call_ended.set()
        except TimeoutError:
            if scope.expired():
                raise ClientClosedError("the client was closed while the call ran") from None
            raise

    def end(self) -> bool:
        """Refuse new calls and interrupt the running ones.

        Returns:
            Whether this is the transport's own event loop, in which alone its connections can be closed.
        """
        loop = asyncio.get_running_loop()
        first, self._closed = not self._closed, True
        if self._loop is not loop:
            return False
        if first:
            for scope in self._calls:
                scope.reschedule(loop.time())
        return True

    async def ended(self) -> None:
        """Wait until the interrupted calls have cleaned up."""
        if self._calls:
            await self._last_call_ended.wait()

    def _check(self) -> None:
        loop = asyncio.get_running_loop()
        if self._closed:
            raise ClientClosedError("the client is closed")
        if self._loop is None:
            self._loop = loop
        elif self._loop is not loop:
            raise ClientClosedError(
                "the client belongs to another event loop, the one of its first call; make one client per event loop"
            )
