"""Many calls at once: bounded, as they complete or in order, one failure never costing another's answer.

::

    async with fetch_many(fetch, keys, concurrency=50) as outcomes:
        async for outcome in outcomes:
            if outcome.ok:
                use(outcome.key, outcome.value)

Keys are drawn only as fast as outcomes are taken, so a million keys need no more memory than a thousand.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable, Generator, Iterable
from typing import Any, Generic, Self, TypeVar, cast

from attrs import field, frozen

from .errors import PartialFailureError

K = TypeVar("K")
V = TypeVar("V")

DEFAULT_CONCURRENCY = 32


@frozen(kw_only=True)
class Outcome(Generic[K, V]):
    """What became of one key.

    Attributes:
        index: the key's position in what was asked for, from 0.
        key: the key.
        error: why there is no value, or None.
    """

    index: int
    key: K
    error: Exception | None = None
    _value: V | None = field(default=None, alias="value")

    @property
    def ok(self) -> bool:
        """Whether there is a value."""
        return self.error is None

    @property
    def value(self) -> V:
        """What was fetched; raises the error if there is one."""
        if self.error is not None:
            raise self.error
        return cast("V", self._value)


class Outcomes(Generic[K, V]):
    """The outcomes of ``fetch_many``: iterate them, or await them all as a list in the order asked for.

    Used as ``async with``, leaving the block cancels what is under way and waits until it is gone. Without it, leaving
    the loop early does the same a moment later, when the event loop disposes of the iterator.
    """

    def __init__(self, start: Callable[[], AsyncGenerator[Outcome[K, V], None]]) -> None:
        self._start = start
        self._running: AsyncGenerator[Outcome[K, V], None] | None = None

    def __aiter__(self) -> AsyncIterator[Outcome[K, V]]:
        if self._running is not None:
            raise RuntimeError("these outcomes were iterated already; call fetch_many again")
        self._running = self._start()
        return self._running

    def __await__(self) -> Generator[Any, None, list[Outcome[K, V]]]:
        return self._all().__await__()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Cancel what is under way and wait until it is gone. May be called twice."""
        if self._running is not None:
            await self._running.aclose()

    async def _all(self) -> list[Outcome[K, V]]:
        async with self:
            outcomes = [outcome async for outcome in self]
        return sorted(outcomes, key=lambda outcome: outcome.index)


def fetch_many(
    fetch: Callable[[K], Awaitable[V]],
    keys: Iterable[K] | AsyncIterable[K],
    *,
    concurrency: int = DEFAULT_CONCURRENCY,
    ordered: bool = False,
) -> Outcomes[K, V]:
    """Call ``fetch`` for every key, many at a time.

    Args:
        fetch: an async function of one key. An ``Exception`` it raises becomes that key's outcome.
        keys: what to fetch; drawn lazily, so a pager or a generator is fine. What drawing raises, the iteration raises,
            after the outcomes of the keys drawn before.
        concurrency: how many calls are under way at most.
        ordered: outcomes in the order of the keys instead of as they complete. A slow key then holds back the ones
            after it, and at most ``2 * concurrency`` keys are under way or waiting for it.

    Raises:
        TypeError: ``keys`` is one string, or cannot be iterated.
        ValueError: ``concurrency`` is not a whole number of 1 or more.
    """
    if type(concurrency) is not int or concurrency < 1:
        raise ValueError(f"concurrency must be a whole number of 1 or more, not {concurrency!r}")
    if isinstance(keys, str | bytes):
        raise TypeError("keys must be several keys, not one string; put it into a list")
    source = keys if isinstance(keys, AsyncIterable) else _asynchronous(keys)
    return Outcomes(lambda: _Run(fetch, source, concurrency, ordered=ordered).outcomes())


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Iterable[K], *, concurrency: int = DEFAULT_CONCURRENCY
) -> list[V]:
    """What ``fetch`` gives for every key, in the order of the keys.

    Raises:
        PartialFailureError: names the keys that failed, and carries the values of the others.
        ValueError: there are no keys.
    """
    outcomes = await fetch_many(fetch, keys, concurrency=concurrency)
    if not outcomes:
        raise ValueError("the list of ids is empty")
    failures = {outcome.key: outcome.error for outcome in outcomes if outcome.error is not None}
    if failures:
        named = "; ".join(f"{key!r}: {error}" for key, error in list(failures.items())[:5])
        more = f"; and {len(failures) - 5} more" if len(failures) > 5 else ""
        raise PartialFailureError(
            f"{len(failures)} of {len(outcomes)} could not be fetched: {named}{more}",
            values={outcome.key: outcome.value for outcome in outcomes if outcome.ok},
            failures=failures,
        )
    return [outcome.value for outcome in outcomes]


async def _asynchronous(keys: Iterable[K]) -> AsyncIterator[K]:
    for key in keys:
        yield key


class _Run(Generic[K, V]):
    """One bulk fetch: workers draw keys, fetch, and put outcomes where the consumer takes them."""

    def __init__(
        self, fetch: Callable[[K], Awaitable[V]], source: AsyncIterable[K], concurrency: int, *, ordered: bool
    ) -> None:
        self._fetch = fetch
        self._source = aiter(source)
        self._ordered = ordered
        self._concurrency = concurrency
        self._drawing = asyncio.Lock()
        self._drawn = 0
        self._exhausted = False
        self._failure: Exception | None = None
        # Room for what is under way or done but not taken: without any left, no further key is drawn.
        self._room = asyncio.Semaphore(2 * concurrency)
        self._done: asyncio.Queue[Outcome[K, V] | None] = asyncio.Queue()

    async def outcomes(self) -> AsyncGenerator[Outcome[K, V], None]:
        workers = [asyncio.create_task(self._work()) for _ in range(self._concurrency)]
        held: dict[int, Outcome[K, V]] = {}
        following, working = 0, len(workers)
        try:
            while working:
                outcome = await self._done.get()
                if outcome is None:
                    working -= 1
                    continue
                held[outcome.index if self._ordered else following] = outcome
                while following in held:
                    self._room.release()
                    yield held.pop(following)
                    following += 1
        finally:
            await self._stop(workers)
        if self._failure is not None:
            raise self._failure

    async def _stop(self, workers: list[asyncio.Task[None]]) -> None:
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        source: Any = self._source
        if isinstance(source, AsyncGenerator):
            await source.aclose()

    async def _work(self) -> None:
        try:
            while (drawn := await self._draw()) is not None:
                index, key = drawn
                self._done.put_nowait(await self._outcome(index, key))
        finally:
            self._done.put_nowait(None)

    async def _outcome(self, index: int, key: K) -> Outcome[K, V]:
        try:
            return Outcome(index=index, key=key, value=await self._fetch(key))
        except asyncio.CancelledError as cancelled:
            task = asyncio.current_task()
            if task is None or task.cancelling():
                raise
            # Cancelled from within, by what it fetches: that is this key's failure, and no reason to stop.
            error = RuntimeError("the fetch was cancelled from within")
            error.__cause__ = cancelled
            return Outcome(index=index, key=key, error=error)
        except Exception as error:
            return Outcome(index=index, key=key, error=error)

    async def _draw(self) -> tuple[int, K] | None:
        """The next key and its index, or None when there are no more."""
        await self._room.acquire()
        async with self._drawing:
            if not self._exhausted:
                try:
                    key = await anext(self._source)
                except StopAsyncIteration:
                    self._exhausted = True
                except Exception as error:
                    self._exhausted, self._failure = True, error
                else:
                    self._drawn += 1
                    return self._drawn - 1, key
        self._room.release()
        return None
