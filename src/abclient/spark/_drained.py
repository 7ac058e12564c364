"""What an async generator makes, for callers that cannot await and take as long as they like."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import AsyncGenerator, Callable, Generator, Iterator
from contextlib import aclosing, suppress
from typing import Generic, TypeVar

T = TypeVar("T")


def drained(make: Callable[[], AsyncGenerator[T]], waiting: int) -> Generator[T]:
    """The items of an async generator, which runs in a thread, so that its timeouts do not depend on the caller.

    Args:
        make: makes the generator.
        waiting: how many items wait at most; the generator waits then.

    Raises:
        Exception: what the generator raises.
    """
    worker = _Worker(make, waiting)
    thread = threading.Thread(target=worker.run, daemon=True)
    thread.start()
    try:
        yield from worker.items()
    finally:
        worker.stop()
        thread.join()


class _Worker(Generic[T]):
    def __init__(self, make: Callable[[], AsyncGenerator[T]], waiting: int) -> None:
        self._make = make
        self._filled: queue.SimpleQueue[T | _End] = queue.SimpleQueue()
        self._places = threading.Semaphore(waiting)
        self._runner = asyncio.Runner()

    def items(self) -> Iterator[T]:
        while not isinstance(item := self._filled.get(), _End):
            self._places.release()
            yield item
        if item.error is not None:
            raise item.error

    def run(self) -> None:
        """Make all items."""
        error: BaseException | None = None
        try:
            with self._runner:
                self._runner.run(self._fill())
        except asyncio.CancelledError:
            pass
        except BaseException as caught:
            error = caught
        self._filled.put(_End(error))

    def stop(self) -> None:
        """Make no more of them."""
        self._places.release()
        with suppress(RuntimeError):  # it has ended
            self._runner.get_loop().call_soon_threadsafe(self._cancel)

    def _cancel(self) -> None:
        for task in asyncio.all_tasks():
            task.cancel()

    async def _fill(self) -> None:
        async with aclosing(self._make()) as found:
            async for item in found:
                await asyncio.to_thread(self._places.acquire)
                self._filled.put(item)


class _End:
    def __init__(self, error: BaseException | None) -> None:
        self.error = error
