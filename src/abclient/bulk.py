"""Many calls at once: bounded, as they complete or in order, and a failure affects only its own key.

::

    async with fetch_many(fetch, keys, concurrency=50) as outcomes:
        async for outcome in outcomes:
            if outcome.ok:
                use(outcome.key, outcome.value)

Keys are consumed only as fast as outcomes are taken, so a million keys need no more memory than a thousand.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import (
    AsyncGenerator,
    AsyncIterable,
    AsyncIterator,
    Awaitable,
    Callable,
    Iterable,
    Iterator,
    Sized,
)
from typing import Any, Generic, Literal, NoReturn, Self, TypedDict, TypeVar, cast

from attrs import frozen

from . import _policy
from ._aio import Failed, Queue, Restartable, Slots, cancel_and_wait, cancelled_from_within, close, restartable
from ._awaitable import AwaitableCall
from ._bulk_mode import Limiter, bulk_mode
from ._console.progress import PATIENCE, Bar
from ._listing import Listing
from ._outcome import Outcome, Progress, values_of
from ._watch import WatchedRun
from .errors import APIError, DeadlineExceededError, RateLimitedLocallyError, TransportError
from .options import RetryPolicy, whole_number

__all__ = ["DEFAULT_CONCURRENCY", "BulkOptions", "Outcome", "Outcomes", "Progress", "fetch_all", "fetch_many"]

K = TypeVar("K")
V = TypeVar("V")
W = TypeVar("W")
DEFAULT_CONCURRENCY = 32
_PAUSES = RetryPolicy()


class BulkOptions(TypedDict, total=False):
    """The options of every vendor's bulk calls."""

    concurrency: int | Literal["auto"]
    """The maximum number of requests in flight; ``"auto"``, the default, finds the rate that the vendor sustains."""
    ordered: bool
    """Yield outcomes in the given order, instead of as they complete."""
    deadline: float | None
    """Seconds for everything; keys in flight then have ``DeadlineExceededError`` as their outcome."""
    on_progress: Callable[[Progress], object] | None
    """Called with every outcome, in the event loop: return quickly."""
    progress: bool
    """Draw a bar while all outcomes are awaited together, in a notebook or at a terminal; True by default."""


class Outcomes(AwaitableCall[list[Outcome[K, V]]], Generic[K, V]):
    """The outcomes of ``fetch_many``: iterate them, or await them as a list in the given order.

    Each iteration fetches anew; a second one raises RuntimeError if the keys came from an iterator. With ``async
    with``, leaving the block cancels what is in flight and waits until it has ended. Without it, that happens when the
    event loop finalizes the iterator.
    """

    _hint = "use `async for outcome in ...`, `async with ... as outcomes`, or `await` it for all of them"

    def __init__(self, fetch: Callable[[K], Awaitable[Any]], plan: _Plan[K], make: Callable[[Any], V]) -> None:
        super().__init__()
        self._fetch, self._plan, self._make = fetch, plan, make
        self._running: list[_Run[K, V]] = []

    def map(self, make: Callable[[V], W]) -> Outcomes[K, W]:
        """The same outcomes, with ``make`` applied to each value. An ``Exception`` it raises becomes the outcome.

        It is called when the outcome is taken. Until then fetched values can stay bytes, which are much smaller than
        the objects they become: with many calls in flight, only the objects in use are in memory.
        """
        return Outcomes(self._fetch, self._plan, lambda fetched: make(self._make(fetched)))

    def __copy__(self) -> Outcomes[K, V]:
        return Outcomes(self._fetch, self._plan, self._make)

    def __deepcopy__(self, memo: dict[int, Any]) -> Outcomes[K, V]:
        return self.__copy__()

    def __reduce__(self) -> NoReturn:
        raise TypeError("outcomes that are still to be fetched cannot be pickled: await them, and pickle the list")

    def __aiter__(self) -> AsyncIterator[Outcome[K, V]]:
        self._running = [*(run for run in self._running if not run.ended), _Run(self._fetch, self._plan, self._make)]
        return self._running[-1].stream

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Cancel what is in flight and wait until it has ended. Can be called twice.

        Another task that iterates or awaits these outcomes then gets a RuntimeError, because it lacks some of them.
        """
        for run in self._running:
            await run.close()

    async def _awaited(self) -> list[Outcome[K, V]]:
        outcomes: list[Outcome[K, V]] = []
        with Bar("Fetching", after=PATIENCE, wanted=self._plan.progress) as bar:
            if self._plan.total is not None:
                bar.expect(self._plan.total)
            async with self:
                async for outcome in self:
                    outcomes.append(outcome)
                    bar.advance()
        return Listing(sorted(outcomes, key=lambda outcome: outcome.index), "outcomes")


def fetch_many(
    fetch: Callable[[K], Awaitable[V]],
    keys: Iterable[K] | AsyncIterable[K],
    *,
    concurrency: int | Literal["auto"] = DEFAULT_CONCURRENCY,
    limiter: Limiter | None = None,
    ordered: bool = False,
    retries: int = 0,
    deadline: float | None = None,
    on_progress: Callable[[Progress], object] | None = None,
    progress: bool = True,
) -> Outcomes[K, V]:
    """Call ``fetch`` for every key, many at a time.

    Calls that a client makes inside ``fetch``, or to produce the keys, are bulk work, like the vendors' own bulk calls:
    a 429 delays a call, until its own deadline, and uses up none of its attempts. With
    ``concurrency="auto"`` and ``limiter=client.limiter`` they also keep to the rate that the vendor sustains.

    Args:
        fetch: an async function of one key. An ``Exception`` it raises becomes that key's outcome, except a
            ``RateLimitedLocallyError`` with ``retry_after``, after which it waits and tries again.
        keys: what to fetch; consumed lazily, so a pager or a generator is fine, which is closed at the end. If it
            raises, so does the iteration, after the outcomes of earlier keys; a cancellation becomes a RuntimeError.
        concurrency: the maximum number of calls in flight; ``"auto"`` leaves it to the limiter.
        limiter: a client's ``limiter``, for ``"auto"``.
        ordered: yield outcomes in the order of the keys, not as they complete: a slow key holds back later ones, and
            at most ``2 * concurrency`` keys are in flight or waiting for it.
        retries: how often ``fetch`` is called again for a key after a transient failure: no complete response, 429 or
            5xx. Only for a ``fetch`` that can be repeated safely; a client's own calls already retry.
        deadline: seconds for everything, from the first requested outcome. Keys in flight then have
            ``DeadlineExceededError`` as their outcome, and no further key is consumed.
        on_progress: called with every outcome, in the event loop: return quickly. If it raises, so does the iteration.
        progress: whether to draw a bar while all outcomes are awaited together, if that takes longer than half a
            second: in a notebook, or on standard error if that is a terminal and Rich is installed. Not if iterated.

    Raises:
        TypeError: ``keys`` is one string, or cannot be iterated.
        ValueError: ``concurrency`` is neither ``"auto"`` with a limiter nor a whole number of 1 or more; or ``retries``
            or ``deadline`` is invalid.
    """
    workers = limiter.max_concurrency if limiter is not None and concurrency == "auto" else concurrency
    if workers == "auto":
        raise ValueError('concurrency="auto" needs a limiter: take a vendor\'s own bulk call, or give a number')
    whole_number("concurrency", workers, least=1, alternative='"auto"')
    whole_number("retries", retries, least=0)
    if deadline is not None and not deadline > 0:
        raise ValueError(f"deadline must be a positive number of seconds, not {deadline!r}")
    if isinstance(keys, str | bytes):
        raise TypeError("keys must be several, not one string; put it into a list")
    counted = keys.total if isinstance(keys, Restartable) else len(keys) if isinstance(keys, Sized) else None
    plan = _Plan(
        source=restartable(keys),
        total=counted,
        workers=workers,
        limiter=limiter,
        adaptive=concurrency == "auto",
        ordered=ordered,
        retries=retries,
        deadline=deadline,
        on_progress=on_progress,
        progress=progress,
    )
    return Outcomes(fetch, plan, lambda value: value)


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Iterable[K], *, concurrency: int = DEFAULT_CONCURRENCY
) -> list[V]:
    """What ``fetch`` returns for every key, in the order of the keys.

    Raises:
        PartialFailureError: some keys failed; it names them, and carries the values of the others.
        ValueError: there are no keys.
    """
    return values_of(await fetch_many(fetch, keys, concurrency=concurrency))


@frozen(kw_only=True)
class _Plan(Generic[K]):
    """The arguments of a bulk fetch."""

    source: Restartable[K]
    total: int | None
    workers: int
    limiter: Limiter | None
    adaptive: bool
    ordered: bool
    retries: int
    deadline: float | None
    on_progress: Callable[[Progress], object] | None
    progress: bool


_Fetched = tuple[int, K, Any, Exception | None]
"""Of one key: its index, the key, and what was fetched or why nothing was."""
_UNBOUNDED = 1_000_000_000
"""The pending count for a limiter if keys cannot be counted: more than any ample quota."""


class _Run(Generic[K, V]):
    """One bulk fetch: workers consume keys and fetch; responses become values when the consumer takes them."""

    def __init__(self, fetch: Callable[[K], Awaitable[Any]], plan: _Plan[K], make: Callable[[Any], V]) -> None:
        self._fetch, self._plan, self._make = fetch, plan, make
        source = plan.source.begin()
        self._source = source if isinstance(source, AsyncGenerator) else None
        self._plain: Iterator[K] = iter(()) if isinstance(source, AsyncGenerator) else source
        self._drawing = Slots(plan.workers if self._source is None else 1)  # an async source gives one key at a time
        self._expected = _UNBOUNDED if plan.total is None else plan.total
        self._until: float | None = None
        self._run = WatchedRun("bulk", total=plan.total)
        self._drawn = 0
        self._exhausted = self.ended = False
        self._taker: asyncio.Task[Any] | None = None
        self._workers: list[asyncio.Task[None]] = []
        self._failure: Exception | None = None
        self._fatal: BaseException | None = None
        # Slots for what is in flight or done but not taken: without a free one, no further key is consumed.
        self._room = Slots(2 * plan.workers)
        self._done: Queue[_Fetched[K] | None] = Queue()
        self.stream = self._outcomes()

    async def close(self) -> None:
        """End it, also while another task waits for an outcome, which Python's generators refuse."""
        if self.ended or self._taker is None or self._taker is asyncio.current_task() or self._taker.done():
            await self.stream.aclose()
        else:
            self._fatal = RuntimeError("these outcomes were closed by another task before all of them were taken")
            self._done.put(None)
            await self._stop()

    async def _outcomes(self) -> AsyncGenerator[Outcome[K, V], None]:
        if self._plan.deadline is not None:
            self._until = asyncio.get_running_loop().time() + self._plan.deadline
        with self._run:
            self._expect(self._expected)
            self._workers = [asyncio.create_task(self._work()) for _ in range(self._plan.workers)]
            held: dict[int, Outcome[K, V]] = {}
            following, working = 0, len(self._workers)
            try:
                while working:
                    self._taker = asyncio.current_task()
                    fetched = await self._done.take()
                    if fetched is None:
                        working -= 1
                        if self._fatal is not None:
                            raise self._fatal
                        continue
                    outcome = self._made(*fetched)
                    self._count(outcome)
                    held[outcome.index if self._plan.ordered else following] = outcome
                    while following in held:
                        self._room.release()
                        yield held.pop(following)
                        following += 1
            finally:
                await self._stop()
            if self._failure is not None:
                raise self._failure

    def _made(self, index: int, key: K, fetched: Any, error: Exception | None) -> Outcome[K, V]:
        if error is None:
            try:
                return Outcome(index=index, key=key, value=self._make(fetched))
            except Exception as raised:
                error = raised
        return Outcome(index=index, key=key, error=error)

    def _expect(self, calls: int) -> None:
        if self._plan.limiter is not None:
            self._plan.limiter.add_pending(calls)

    def _count(self, outcome: Outcome[K, V]) -> None:
        self._run.done += 1
        self._run.failed += not outcome.ok
        if self._plan.on_progress is not None:
            self._plan.on_progress(Progress(self._run.done, self._run.failed, self._plan.total))

    async def _stop(self) -> None:
        self._exhausted = True  # for what takes a cancellation for itself and returns
        try:
            await cancel_and_wait(self._workers)
        finally:
            if not self.ended:
                self.ended = True
                self._expect(self._drawn - self._expected)
                await close(self._source or self._plain)

    async def _work(self) -> None:
        under_way: tuple[int, K] | None = None
        self._run.enter()
        bulk_mode.set("adaptive" if self._plan.adaptive else "fixed")
        try:
            async with asyncio.timeout_at(self._until):
                while not self._exhausted and (found := await self._next_key()) is not None:
                    under_way = found
                    try:
                        self._done.put(await self._fetched(*found))
                    finally:
                        self._expect(-1)
                    under_way = None
        except TimeoutError as late:
            if under_way is not None:
                error = DeadlineExceededError(f"not done within {self._plan.deadline:g} seconds, the deadline of all")
                error.__cause__ = late
                self._done.put((*under_way, None, error))
        except asyncio.CancelledError as cancelled:
            # Not by this run, but by what it called: no key may be lost silently.
            self._failure = self._failure or cancelled_from_within(cancelled)
            if under_way is not None:
                self._done.put((*under_way, None, self._failure))
            raise
        except BaseException as error:  # such as those of pytest, which do not derive from Exception
            self._fatal = error
            raise
        finally:
            self._done.put(None)

    async def _fetched(self, index: int, key: K) -> _Fetched[K]:
        if isinstance(key, Failed):
            failed = cast("Failed[K]", key)
            return index, failed.key, None, failed.error
        try:
            return index, key, await self._tried(key), None
        except asyncio.CancelledError as cancelled:
            task = asyncio.current_task()
            if task is None or task.cancelling():
                raise
            # Cancelled from within, by what it fetches: that is this key's failure, and not a reason to stop.
            error: Exception = cancelled_from_within(cancelled)
        except Exception as raised:
            error = raised
        return index, key, None, error

    async def _tried(self, key: K) -> Any:
        retries = 0
        while True:
            try:
                return await self._fetch(key)
            except (TransportError, APIError) as error:
                held_back = error.retry_after if isinstance(error, RateLimitedLocallyError) else None
                if held_back is None and (retries == self._plan.retries or not _policy.is_transient(error)):
                    raise
            # Wait before continuing; otherwise all remaining keys would fail within a moment.
            retries += held_back is None
            await _sleep(held_back or _policy.backoff_delay(retries, _PAUSES, random.uniform))

    async def _next_key(self) -> tuple[int, K] | None:
        """The next key and its index, or None when there are no more, or no time for more."""
        await self._room.acquire()
        await self._drawing.acquire()
        try:
            # A timeout alone is not enough, because it interrupts only what waits.
            late = self._until is not None and asyncio.get_running_loop().time() >= self._until
            if not (late or self._exhausted):
                if self._plan.limiter is not None and self._plan.adaptive:
                    await self._plan.limiter.wait_for_capacity()
                key = next(self._plain) if self._source is None else await anext(self._source)
                self._drawn += 1
                return self._drawn - 1, key
        except (StopAsyncIteration, StopIteration):
            self._exhausted, self._plain = True, iter(())
        except Exception as error:
            self._exhausted, self._plain, self._failure = True, iter(()), error
        finally:
            self._drawing.release()
        self._room.release()
        return None


async def _sleep(seconds: float) -> None:
    """A function of its own, which ``abclient.testing.virtual_time`` replaces."""
    await asyncio.sleep(seconds)
