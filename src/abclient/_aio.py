"""What asyncio lacks: cancelling tasks for certain, and async generators that close what they read from."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, Callable, Collection, Iterable
from typing import Any, Generic, TypeVar

from attrs import frozen

K = TypeVar("K")
T = TypeVar("T")
V = TypeVar("V")


@frozen
class Failed(Generic[K]):
    """Stands in a stream of keys for one that has failed before it could be fetched."""

    key: K
    error: Exception


async def cancel_and_wait(tasks: Collection[asyncio.Task[Any]]) -> None:
    """Cancel tasks and wait until they are gone; their results and errors are dropped.

    A caller that is cancelled meanwhile gets its CancelledError at the end, when no task is running any more.
    """
    gone = asyncio.gather(*tasks, return_exceptions=True)
    cancelled: asyncio.CancelledError | None = None
    while not gone.done():
        for task in tasks:
            task.cancel()
        try:
            await asyncio.wait([gone])
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is not None:
        raise cancelled


async def flat_map(items: Iterable[T] | AsyncIterable[T], parts: Callable[[T], Iterable[V]]) -> AsyncGenerator[V, None]:
    """What ``parts`` makes of every item, one after the other.

    What the items come from is closed with it. Left to the garbage collector, it would often be closed when the event
    loop ends, at the same time as what it reads from itself, which then complains that it is being closed already.
    """
    if not isinstance(items, AsyncIterable):
        for item in items:
            for part in parts(item):
                yield part
        return
    stream = aiter(items)
    try:
        async for item in stream:
            for part in parts(item):
                yield part
    finally:
        if isinstance(stream, AsyncGenerator):
            await stream.aclose()
