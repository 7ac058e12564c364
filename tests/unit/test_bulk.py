"""Bulk fetches: bounded, complete, cancel-safe."""

from __future__ import annotations

import asyncio
import gc
import tracemalloc
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abclient._aio import flat_map
from abclient.bulk import Progress, fetch_all, fetch_many
from abclient.errors import BadRequestError, DeadlineExceededError, PartialFailureError, ResponseLostError, ServerError
from abclient.options import RetryPolicy


async def double(key: int) -> int:
    """Twice the key, after a turn of the loop."""
    await asyncio.sleep(0)
    return 2 * key


async def several_turns(turns: int = 50) -> None:
    """Let other tasks run."""
    for _ in range(turns):
        await asyncio.sleep(0)


@pytest.mark.parametrize("concurrency", [1, 2, 7, 100])
@pytest.mark.parametrize("ordered", [True, False])
async def test_every_key_has_one_outcome(concurrency: int, ordered: bool) -> None:
    """Nothing is lost or repeated, and indexes are positions."""
    seen = [outcome async for outcome in fetch_many(double, range(50), concurrency=concurrency, ordered=ordered)]
    assert sorted((outcome.index, outcome.key, outcome.value) for outcome in seen) == [(n, n, 2 * n) for n in range(50)]


async def test_awaiting_gives_the_order_asked_for() -> None:
    """Awaited, outcomes are a list in the order of the keys, whatever completed first."""

    async def slow_first(key: int) -> int:
        await several_turns(50 - key)
        return key

    outcomes = await fetch_many(slow_first, range(10), concurrency=10)
    assert [outcome.key for outcome in outcomes] == list(range(10))


async def test_outcomes_come_as_they_complete() -> None:
    """A slow key does not hold back the fast ones, unless order was asked for."""
    release = asyncio.Event()

    async def fetch(key: int) -> int:
        if key == 0:
            await release.wait()
        return key

    order: list[int] = []
    async for outcome in fetch_many(fetch, range(5), concurrency=2):
        order.append(outcome.key)
        if len(order) == 4:
            release.set()
    assert order == [1, 2, 3, 4, 0]
    release.clear()
    asyncio.get_running_loop().call_soon(release.set)
    assert [outcome.key async for outcome in fetch_many(fetch, range(5), concurrency=2, ordered=True)] == [
        0,
        1,
        2,
        3,
        4,
    ]


async def test_a_failure_belongs_to_its_key() -> None:
    """One failure costs no other answer; its outcome names it and its value raises it."""

    async def fetch(key: int) -> int:
        if key == 3:
            raise LookupError("no 3")
        return key

    outcomes = await fetch_many(fetch, range(6))
    assert [outcome.ok for outcome in outcomes] == [True, True, True, False, True, True]
    with pytest.raises(LookupError, match="no 3"):
        _ = outcomes[3].value


async def test_values_are_made_when_they_are_taken() -> None:
    """What waits is what was fetched, and what fails to become a value is a failure of its key like any other."""
    fetched: list[int] = []
    made: list[int] = []

    async def fetch(key: int) -> int:
        fetched.append(key)
        return key

    def halved(key: int) -> float:
        made.append(key)
        if key % 2:
            raise ValueError(f"{key} is odd")
        return key / 2

    seen: list[Progress] = []
    async with fetch_many(fetch, range(4), concurrency=4, on_progress=seen.append).map(halved).map(str) as outcomes:
        each = aiter(outcomes)
        first = await anext(each)
        assert (fetched, made, first.value) == ([0, 1, 2, 3], [0], "0.0")
        rest = [outcome async for outcome in each]
    assert [str(outcome.error or outcome.value) for outcome in rest] == ["1 is odd", "1.0", "3 is odd"]
    assert [progress.failed for progress in seen] == [0, 1, 1, 2]


async def test_a_fetch_cancelled_from_within_is_a_failure_of_its_key() -> None:
    """A CancelledError that nobody here asked for neither loses the key nor stops the rest."""

    async def fetch(key: int) -> int:
        if key == 1:
            raise asyncio.CancelledError
        return key

    outcomes = await fetch_many(fetch, range(4), concurrency=2)
    assert [outcome.ok for outcome in outcomes] == [True, False, True, True]
    assert isinstance(outcomes[1].error, RuntimeError)


async def test_concurrency_is_a_bound() -> None:
    """Never more calls under way than asked for, and that many where there are keys."""
    running = most = 0

    async def fetch(key: int) -> int:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await several_turns(3)
        running -= 1
        return key

    await fetch_many(fetch, range(40), concurrency=7)
    assert most == 7


@pytest.mark.parametrize("ordered", [True, False])
async def test_keys_are_drawn_only_as_outcomes_are_taken(ordered: bool) -> None:
    """With a consumer that stops, at most twice the concurrency is drawn from a million keys."""
    drawn = 0

    def keys() -> Iterator[int]:
        nonlocal drawn
        for key in range(1_000_000):
            drawn += 1
            yield key

    async with fetch_many(double, keys(), concurrency=10, ordered=ordered) as outcomes:
        async for _ in outcomes:
            await several_turns(200)
            break
    assert 10 <= drawn <= 21


async def test_leaving_the_block_cancels_what_is_under_way() -> None:
    """After `async with` nothing runs any more, and calls under way were cancelled."""
    cancelled = 0

    async def fetch(key: int) -> int:
        nonlocal cancelled
        if key == 0:
            return key
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            cancelled += 1
            raise
        return key

    before = asyncio.all_tasks()
    async with fetch_many(fetch, range(100), concurrency=5) as outcomes:
        async for _ in outcomes:
            break
    assert cancelled >= 4
    assert asyncio.all_tasks() == before


async def test_leaving_the_loop_early_cancels_the_rest() -> None:
    """Without `async with`, a plain break ends the work as well."""
    before = asyncio.all_tasks()

    async def fetch(key: int) -> int:
        if key:
            await asyncio.Event().wait()
        return key

    async for _ in fetch_many(fetch, range(100), concurrency=5):
        break
    gc.collect()
    await several_turns()
    assert asyncio.all_tasks() == before


async def test_cancelling_the_consumer_cancels_the_work() -> None:
    """A cancelled consumer leaves no task behind."""
    before = asyncio.all_tasks()

    async def forever(key: int) -> int:
        await asyncio.Event().wait()
        return key

    async def consume() -> None:
        await fetch_many(forever, range(10), concurrency=5)

    task = asyncio.create_task(consume())
    await several_turns()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert asyncio.all_tasks() == before


async def test_async_keys_and_their_failure() -> None:
    """Keys may come from an async generator; when it fails, the keys before it still have outcomes."""

    async def keys() -> AsyncIterator[int]:
        for key in range(3):
            yield key
        raise OSError("page 2 is gone")

    seen: list[int] = []
    with pytest.raises(OSError, match="page 2"):
        async for outcome in fetch_many(double, keys(), concurrency=2):
            seen.append(outcome.value)
    assert sorted(seen) == [0, 2, 4]


async def test_no_keys_are_no_outcomes() -> None:
    """An empty list is finished at once."""
    assert await fetch_many(double, []) == []


@pytest.mark.parametrize("concurrency", [0, -1, True, 1.5, "8"])
def test_an_impossible_concurrency_is_refused(concurrency: Any) -> None:
    """The culprit is named before anything starts."""
    with pytest.raises(ValueError, match="concurrency"):
        _ = fetch_many(double, [1], concurrency=concurrency)


def test_one_string_is_not_many_keys() -> None:
    """A string would be taken apart into letters; it is refused."""

    async def fetch(key: str) -> str:
        return key

    with pytest.raises(TypeError, match="one string"):
        _ = fetch_many(fetch, "abc")


async def test_outcomes_can_be_iterated_again() -> None:
    """Each iteration fetches anew, as each one of a list call does; leaving the block ends all of them."""
    seen: list[int] = []

    async def fetch(key: int) -> int:
        seen.append(key)
        return 2 * key

    outcomes = fetch_many(fetch, [1, 2], concurrency=1)
    for _ in range(2):
        assert [outcome.value async for outcome in outcomes] == [2, 4]
    assert [outcome.value for outcome in await outcomes] == [2, 4]
    assert seen == [1, 2] * 3
    begun: list[AsyncIterator[Any]] = []
    async with fetch_many(fetch, [1, 2], concurrency=1) as outcomes:
        for _ in range(2):
            begun.append(aiter(outcomes))
            assert (await anext(begun[-1])).value == 2
    assert [[one async for one in iterator] for iterator in begun] == [[], []]


@pytest.mark.parametrize("keys", [iter([1]), (key for key in [1]), flat_map([1], lambda key: (key,))])
async def test_keys_from_an_iterator_are_fetched_once(keys: Any) -> None:
    """A second iteration would have no keys: it says so, instead of giving nothing."""
    outcomes = fetch_many(double, keys).map(str)
    assert [outcome.value async for outcome in outcomes] == ["2"]
    with pytest.raises(RuntimeError, match="from an iterator, which is read only once"):
        _ = await outcomes


async def test_fetching_all_keeps_the_order_or_names_the_failures() -> None:
    """A list for a list; a failure is named, and the other answers are in the error."""

    async def fetch(key: int) -> int:
        if key == 3:
            raise LookupError("no 3")
        return key

    assert await fetch_all(double, [3, 1, 2]) == [6, 2, 4]
    with pytest.raises(PartialFailureError, match="1 of 3 could not be fetched: 3: no 3") as caught:
        await fetch_all(fetch, [1, 3, 2])
    assert caught.value.values == {1: 1, 2: 2}
    assert list(caught.value.failures) == [3]
    with pytest.raises(ValueError, match="empty"):
        await fetch_all(fetch, [])


class Doorman:
    """A limiter that lets a call begin while fewer than so many are under way."""

    def __init__(self, max_concurrency: int, at_once: int) -> None:
        self.max_concurrency = max_concurrency
        self.at_once = at_once
        self.running = self.peak = self.expected = 0
        self.ended = asyncio.Event()

    async def wait_for_capacity(self) -> None:
        while self.running >= self.at_once:
            self.ended.clear()
            await self.ended.wait()

    def add_pending(self, calls: int) -> None:
        self.expected += calls

    async def fetch(self, key: int) -> int:
        self.running += 1
        self.peak = max(self.peak, self.running)
        await asyncio.sleep(0)
        self.running -= 1
        self.ended.set()
        return key


@pytest.mark.parametrize("countable", [True, False])
async def test_auto_begins_calls_when_the_limiter_says_so(countable: bool) -> None:
    """The limiter decides how many are under way, hears how many are to come, and in the end that none is."""
    doorman = Doorman(max_concurrency=20, at_once=3)
    keys = range(50) if countable else iter(range(50))
    outcomes = await fetch_many(doorman.fetch, keys, concurrency="auto", limiter=doorman)
    assert [outcome.value for outcome in outcomes] == list(range(50))
    assert doorman.peak <= 4
    assert doorman.expected == 0


async def test_leaving_early_withdraws_what_was_expected() -> None:
    """A bulk fetch that is given up leaves no work behind in the limiter's books."""
    doorman = Doorman(max_concurrency=5, at_once=3)
    async with fetch_many(doorman.fetch, range(1_000), concurrency="auto", limiter=doorman) as outcomes:
        async for _ in outcomes:
            assert doorman.expected > 900
            break
    assert doorman.expected == 0


def test_auto_needs_a_limiter() -> None:
    """Without one, nobody could say how many make sense."""
    with pytest.raises(ValueError, match="limiter"):
        _ = fetch_many(double, [1], concurrency="auto")


@pytest.mark.parametrize("option", [{"retries": -1}, {"retries": 1.0}, {"deadline": 0}, {"deadline": -1.0}])
def test_impossible_options_are_refused(option: dict[str, Any]) -> None:
    """The culprit is named before anything starts."""
    with pytest.raises(ValueError, match=next(iter(option))):
        _ = fetch_many(double, [1], **option)


@pytest.mark.parametrize("countable", [True, False])
async def test_progress_counts_every_outcome(countable: bool) -> None:
    """One report per outcome, with the failures so far and the total where it can be known."""

    async def fetch(key: int) -> int:
        if key % 3 == 0:
            raise LookupError(key)
        return key

    seen: list[Progress] = []
    await fetch_many(fetch, range(9) if countable else iter(range(9)), concurrency=2, on_progress=seen.append)
    assert [progress.done for progress in seen] == list(range(1, 10))
    assert seen[-1] == Progress(9, 3, 9 if countable else None)


async def test_what_the_progress_hook_raises_ends_the_work() -> None:
    """A hook that fails is not swallowed, and nothing keeps running."""
    before = asyncio.all_tasks()

    def fail(progress: Progress) -> None:
        raise KeyError("hook")

    with pytest.raises(KeyError, match="hook"):
        await fetch_many(double, range(100), concurrency=3, on_progress=fail)
    assert asyncio.all_tasks() == before


async def test_a_deadline_gives_every_drawn_key_an_outcome() -> None:
    """What is under way ends with DeadlineExceededError, what was done stays, and nothing further is drawn."""
    drawn: list[int] = []

    def keys() -> Iterator[int]:
        for key in range(1_000):
            drawn.append(key)
            yield key

    async def fetch(key: int) -> int:
        if key >= 10:
            await asyncio.Event().wait()
        return key

    outcomes = await fetch_many(fetch, keys(), concurrency=4, deadline=0.25)
    assert [outcome.key for outcome in outcomes] == drawn
    assert [outcome.ok for outcome in outcomes] == [key < 10 for key in drawn]
    assert {type(outcome.error) for outcome in outcomes if not outcome.ok} == {DeadlineExceededError}
    assert len(drawn) == 14


async def test_a_deadline_ends_waiting_for_keys_and_room() -> None:
    """Keys that do not come, or a limiter that never has room, do not hold a bulk fetch beyond its deadline."""

    async def never() -> AsyncIterator[int]:
        yield 1
        await asyncio.Event().wait()

    assert [outcome.value for outcome in await fetch_many(double, never(), deadline=0.25)] == [2]
    doorman = Doorman(max_concurrency=3, at_once=0)
    assert await fetch_many(double, [1], concurrency="auto", limiter=doorman, deadline=0.25) == []
    assert doorman.expected == 0


async def test_a_timeout_of_the_fetch_is_not_the_deadline() -> None:
    """A TimeoutError that a fetch raises by itself stays what it is."""

    async def fetch(key: int) -> int:
        raise TimeoutError("mine")

    (outcome,) = await fetch_many(fetch, [1], deadline=60)
    assert type(outcome.error) is TimeoutError


@pytest.mark.parametrize(
    ("error", "calls"),
    [
        (ResponseLostError("reset"), 3),
        (ServerError("oops", status=500), 3),
        (ServerError("slow down", status=429), 3),
        (BadRequestError("no", status=400), 1),
        (LookupError("no"), 1),
    ],
)
async def test_a_failure_that_may_pass_is_tried_again(
    error: Exception, calls: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lost answers, 429 and 5xx are worth another call for the same key; the last failure is the outcome."""
    monkeypatch.setattr("abclient.bulk._PAUSES", RetryPolicy(base_delay=0.0))
    seen: list[int] = []

    async def fetch(key: int) -> int:
        seen.append(key)
        raise error

    (outcome,) = await fetch_many(fetch, [7], retries=2)
    assert outcome.error is error
    assert seen == [7] * calls


@pytest.mark.slow
async def test_a_hundred_thousand_keys_need_no_more_memory_than_a_thousand() -> None:
    """Nothing is kept of what was taken: memory after the first thousand stays within 100 kB."""

    async def fetch(key: int) -> bytes:
        return bytes(200)

    taken, after_first, peak = 0, 0, 0
    gc.collect()
    tracemalloc.start()
    try:
        async for _ in fetch_many(fetch, range(100_000), concurrency=50):
            taken += 1
            if taken == 1_000:
                after_first = tracemalloc.get_traced_memory()[0]
                tracemalloc.reset_peak()
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert taken == 100_000
    assert peak - after_first < 100_000


@given(
    keys=st.lists(st.integers(0, 5), max_size=40),
    concurrency=st.integers(1, 9),
    ordered=st.booleans(),
    failing=st.sets(st.integers(0, 5)),
)
def test_any_mixture_is_complete(keys: list[int], concurrency: int, ordered: bool, failing: set[int]) -> None:
    """For any keys, failures and bounds: one outcome each, in order if asked, failures where they belong."""

    async def fetch(key: int) -> int:
        await several_turns(key)
        if key in failing:
            raise LookupError(str(key))
        return key

    async def run() -> None:
        found = [outcome async for outcome in fetch_many(fetch, keys, concurrency=concurrency, ordered=ordered)]
        indexes = [outcome.index for outcome in found]
        assert (indexes if ordered else sorted(indexes)) == list(range(len(keys)))
        assert all(
            outcome.key == keys[outcome.index] and outcome.ok == (outcome.key not in failing) for outcome in found
        )

    asyncio.run(run())
