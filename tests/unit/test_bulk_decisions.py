"""Bulk fetches at their edges: what is named, what is tried again, what the limiter and the source are told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any, ClassVar, Self

import pytest

from abclient._aio import Failed
from abclient._console.progress import PATIENCE
from abclient._html import outcomes_html
from abclient.bulk import Outcome, Outcomes, Progress, fetch_all, fetch_many
from abclient.errors import (
    APIError,
    DeadlineExceededError,
    NotSentError,
    PartialFailureError,
    ResponseLostError,
    TransportError,
)
from abclient.paging import keys_in


async def same(key: int) -> int:
    await asyncio.sleep(0)
    return key


async def fail(key: int) -> int:
    raise LookupError(f"no {key}")


class Crowd:
    """A fetch that notes how many are under way at once."""

    def __init__(self) -> None:
        self.running = self.most = 0

    async def __call__(self, key: int) -> int:
        self.running += 1
        self.most = max(self.most, self.running)
        for _ in range(5):
            await asyncio.sleep(0)
        self.running -= 1
        return key


@pytest.mark.parametrize(("options", "most"), [({}, 32), ({"concurrency": 3}, 3)])
async def test_bulk_calls_keep_to_their_concurrency(options: dict[str, Any], most: int) -> None:
    """Thirty-two at once unless told otherwise, for one outcome after the other and for all in a list."""
    for bulk in (fetch_many, fetch_all):
        crowd = Crowd()
        assert len(await bulk(crowd, range(100), **options)) == 100
        assert crowd.most == most


@pytest.mark.parametrize(
    ("failing", "told"),
    [
        (1, "1 of 10 could not be fetched: 0: no 0"),
        (5, "5 of 10 could not be fetched: 0: no 0; 1: no 1; 2: no 2; 3: no 3; 4: no 4"),
        (6, "6 of 10 could not be fetched: 0: no 0; 1: no 1; 2: no 2; 3: no 3; 4: no 4; and 1 more"),
        (9, "9 of 10 could not be fetched: 0: no 0; 1: no 1; 2: no 2; 3: no 3; 4: no 4; and 4 more"),
    ],
)
async def test_a_partial_failure_names_the_first_five(failing: int, told: str) -> None:
    """Each with its reason, and how many more there are; the values of the others are kept."""

    async def fetch(key: int) -> int:
        return await (fail if key < failing else same)(key)

    with pytest.raises(PartialFailureError) as caught:
        await fetch_all(fetch, range(10))
    assert str(caught.value) == told
    assert caught.value.values == {key: key for key in range(failing, 10)}
    assert list(caught.value.failures) == list(range(failing))


def test_an_outcome_is_a_value_or_an_error() -> None:
    """Its value may be None; its error is raised where the value is asked for."""
    fine = Outcome[str, None](index=0, key="a", value=None)
    assert (fine.ok, fine.value, fine.error) == (True, None, None)
    error = LookupError("no")
    failed = Outcome[str, None](index=1, key="b", error=error)
    assert (failed.ok, failed.error) == (False, error)
    with pytest.raises(LookupError):
        _ = failed.value


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ({"concurrency": 0}, '1 or more, or "auto", not 0'),
        ({"concurrency": "all"}, "not 'all'"),
        ({"retries": -1}, "0 or more, not -1"),
        ({"retries": True}, "not True"),
        ({"deadline": 0}, "positive number of seconds, not 0"),
        ({"deadline": float("nan")}, "not nan"),
    ],
)
def test_an_impossible_option_is_named_with_its_value(option: dict[str, Any], message: str) -> None:
    """The message says what would be possible, and what came instead."""
    with pytest.raises(ValueError, match=f"{next(iter(option))} .*{message}"):
        _ = fetch_many(same, [1], **option)


@pytest.mark.parametrize("keys", ["abc", b"abc"])
def test_text_is_not_many_keys(keys: Any) -> None:
    """Neither a string nor bytes."""
    with pytest.raises(TypeError, match="one string"):
        _ = fetch_many(same, keys)


@pytest.mark.parametrize(
    ("error", "again"),
    [
        (TransportError("lost"), True),
        (NotSentError("refused"), True),
        (ResponseLostError("reset"), True),
        (APIError("no", status=404), False),
        (APIError("no", status=428), False),
        (APIError("slow down", status=429), True),
        (APIError("no", status=430), False),
        (APIError("no", status=499), False),
        (APIError("oops", status=500), True),
        (APIError("oops", status=599), True),
        (ValueError("no"), False),
    ],
)
async def test_only_what_may_pass_is_tried_again(
    error: Exception, again: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once more for a lost answer, a refusal for the rate and a failure of the vendor; then the value counts."""
    monkeypatch.setattr("random.uniform", min)
    calls = 0

    async def fetch(key: int) -> int:
        nonlocal calls
        calls += 1
        if calls == 1:
            raise error
        return key

    (outcome,) = await fetch_many(fetch, [7], retries=1)
    assert (outcome.ok, calls) == (again, 1 + again)


async def test_pauses_between_tries_are_drawn_from_a_growing_range(monkeypatch: pytest.MonkeyPatch) -> None:
    """From nothing to half a second at first, twice that each time, twenty seconds at most; none after the last."""
    drawn: list[tuple[float, float]] = []

    def uniform(low: float, high: float) -> float:
        drawn.append((low, high))
        return 0.0

    monkeypatch.setattr("random.uniform", uniform)

    async def fetch(key: int) -> int:
        raise ResponseLostError("reset")

    (outcome,) = await fetch_many(fetch, [7], retries=8)
    assert not outcome.ok
    assert drawn == [(0.0, high) for high in (0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 20.0, 20.0)]


class Book:
    """A limiter that always has room and writes down what it is told."""

    max_concurrency = 3

    def __init__(self) -> None:
        self.told: list[int] = []
        self.asked = 0

    async def wait_for_capacity(self) -> None:
        self.asked += 1

    def add_pending(self, calls: int) -> None:
        self.told.append(calls)


@pytest.mark.parametrize(("keys", "first", "last"), [(range(5), 5, 0), (iter(range(5)), 10**9, 5 - 10**9)])
async def test_a_limiter_hears_of_every_call(keys: Any, first: int, last: int) -> None:
    """How many are to come, or more than there ever are; one less for each made; and what will not come."""
    book = Book()
    await fetch_many(same, keys, concurrency="auto", limiter=book)
    assert book.told == [first, *[-1] * 5, last]
    assert book.asked >= 5


async def test_a_number_needs_no_limiter() -> None:
    """With a number of its own, a bulk fetch asks no limiter for room; one that is there hears what is to come."""
    book = Book()
    await fetch_many(same, range(5), concurrency=2, limiter=book)
    assert (book.told, book.asked) == ([5, *[-1] * 5, 0], 0)
    assert [outcome.value for outcome in await fetch_many(same, range(5), concurrency=2)] == list(range(5))


@pytest.mark.parametrize("how", ["close", "take all"])
async def test_the_source_of_the_keys_is_closed(how: str) -> None:
    """A pager that feeds a bulk fetch has ended when the fetch has, in its middle or at its end."""
    closed = False

    async def keys() -> AsyncIterator[int]:
        nonlocal closed
        try:
            for key in range(10):
                yield key
        finally:
            closed = True

    async with fetch_many(same, keys(), concurrency=2) as outcomes:
        async for _ in outcomes:
            if how == "close":
                break
    assert closed


async def test_closing_is_possible_at_any_time() -> None:
    """Before anything was taken, and twice."""
    outcomes = fetch_many(same, range(3))
    await outcomes.aclose()
    assert len(await outcomes) == 3
    await outcomes.aclose()
    await outcomes.aclose()


async def test_the_deadline_is_named_and_has_its_cause() -> None:
    """What was under way says how long it had."""

    async def never(key: int) -> int:
        await asyncio.Event().wait()
        return key

    (outcome,) = await fetch_many(never, [1], deadline=0.25)
    assert isinstance(outcome.error, DeadlineExceededError)
    assert "0.25 seconds" in str(outcome.error)
    assert isinstance(outcome.error.__cause__, TimeoutError)


async def test_a_fetch_that_raises_at_the_deadline_keeps_its_error() -> None:
    """Only the interruption itself becomes the deadline's error, not what the fetch makes of it."""

    async def stubborn(key: int) -> int:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            raise LookupError("mine") from None
        return key

    (outcome,) = await fetch_many(stubborn, [1], deadline=0.25)
    assert isinstance(outcome.error, LookupError)


async def test_a_deadline_holds_for_fetches_that_never_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not wait cannot be interrupted; still no key is drawn at the deadline or after it."""
    loop = asyncio.get_running_loop()
    now = round(loop.time())
    monkeypatch.setattr(loop, "time", lambda: now)

    async def fetch(key: int) -> int:
        nonlocal now
        now += 1
        return key

    outcomes = await fetch_many(fetch, range(100), concurrency=1, deadline=3)
    assert [outcome.value for outcome in outcomes] == [0, 1, 2]


async def test_a_cancellation_from_within_is_named_as_such() -> None:
    """Its cause is kept, and the outcome has index and key."""

    async def fetch(key: str) -> int:
        raise asyncio.CancelledError("inner")

    (outcome,) = await fetch_many(fetch, ["a"])
    assert (outcome.index, outcome.key) == (0, "a")
    assert isinstance(outcome.error, RuntimeError)
    assert "from within" in str(outcome.error)
    assert isinstance(outcome.error.__cause__, asyncio.CancelledError)


async def test_a_timeout_of_the_source_is_raised() -> None:
    """A TimeoutError while keys are drawn is the source's failure, with a deadline or without, not the deadline."""

    async def keys() -> AsyncIterator[int]:
        yield 1
        raise TimeoutError("the source")

    for deadline in (None, 60.0):
        got: list[int] = []
        with pytest.raises(TimeoutError, match="the source"):
            async for outcome in fetch_many(same, keys(), deadline=deadline):
                got.append(outcome.value)
        assert got == [1]


async def test_progress_is_told_after_each_outcome() -> None:
    """How many are done, how many of them failed, and how many there are."""
    seen: list[Progress] = []

    async def fetch(key: int) -> int:
        return await (fail if key == 1 else same)(key)

    await fetch_many(fetch, range(3), concurrency=1, on_progress=seen.append)
    assert seen == [Progress(1, 0, 3), Progress(2, 1, 3), Progress(3, 1, 3)]


async def test_nothing_is_tried_again_unless_asked_for() -> None:
    """What a fetch does may not be harmless."""
    seen: list[int] = []

    async def fetch(key: int) -> int:
        seen.append(key)
        raise ResponseLostError("reset")

    await fetch_many(fetch, [7])
    assert seen == [7]


async def test_order_is_kept_however_long_the_first_takes() -> None:
    """What is done early waits for what was asked for before it."""
    early = asyncio.Event()

    async def fetch(key: int) -> int:
        if key == 0:
            await early.wait()
        elif key == 3:
            early.set()
        return key

    assert [outcome.key async for outcome in fetch_many(fetch, range(4), concurrency=2, ordered=True)] == [0, 1, 2, 3]


class Source:
    """Keys that end, or fail, and would go on if they were asked again."""

    def __init__(self, *steps: int | Exception) -> None:
        self.steps = list(steps)

    def __aiter__(self) -> AsyncIterator[int]:
        return self

    async def __anext__(self) -> int:
        step = self.steps.pop(0)
        if isinstance(step, Exception):
            raise step
        return step


async def test_a_source_that_ended_is_not_asked_again() -> None:
    """Neither after its end nor after a failure, by none of the calls that look for more."""
    source = Source(1, 2, StopAsyncIteration(), 3, 4, 5)
    assert [outcome.value for outcome in await fetch_many(same, source, concurrency=3)] == [1, 2]
    assert source.steps == [3, 4, 5]
    source, got = Source(1, 2, OSError("gone"), 3, 4, 5), list[int]()
    with pytest.raises(OSError, match="gone"):
        async for outcome in fetch_many(same, source, concurrency=3):
            got.append(outcome.value)
    assert (sorted(got), source.steps) == ([1, 2], [3, 4, 5])


class Waits:
    """A limiter that counts how often it is waited for."""

    def __init__(self) -> None:
        self.max_concurrency, self.times = 4, 0

    async def wait_for_capacity(self) -> None:
        self.times += 1

    def add_pending(self, calls: int) -> None:
        pass


@pytest.mark.parametrize(("end", "times"), [(StopAsyncIteration(), 3), (OSError("gone"), 3)])
async def test_the_end_of_the_keys_is_waited_for_once(end: Exception, times: int) -> None:
    """Capacity is waited for by each key and by whoever finds that there is none left, not by every other worker."""
    limiter = Waits()
    with suppress(OSError):
        await fetch_many(same, Source(1, 2, end), concurrency="auto", limiter=limiter)
    assert limiter.times == times


async def test_keys_with_a_total_are_counted_beforehand() -> None:
    """Progress knows how many there are from the first outcome on, though the keys come one by one."""
    told: list[Progress] = []
    await fetch_many(same, keys_in([1, 2, 3], lambda one: (one,)), on_progress=told.append)
    assert [one.total for one in told] == [3, 3, 3]


class FakeBar:
    """Notes what it is made for, and what it is told."""

    made: ClassVar[list[tuple[str, dict[str, Any]]]] = []

    def __init__(self, title: str, **options: Any) -> None:
        self.made.append((title, options))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        pass

    def expect(self, steps: int = 1) -> None:
        pass

    def advance(self) -> None:
        pass


@pytest.mark.parametrize(("options", "wanted"), [({}, True), ({"progress": False}, False)])
async def test_all_outcomes_in_a_list_have_a_progress_bar_and_a_table(
    options: dict[str, Any], wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a person waits for long, unless they do not want it; a notebook shows them with keys and errors."""
    monkeypatch.setattr("abclient.bulk.Bar", FakeBar)
    FakeBar.made.clear()
    outcomes: Any = await fetch_many(same, [1, 2], **options)
    assert FakeBar.made == [("Fetching", {"after": PATIENCE, "wanted": wanted})]
    assert outcomes._repr_html_() == outcomes_html(outcomes)


@pytest.mark.parametrize("ordered", [True, False])
async def test_a_key_that_has_failed_already_is_its_own_outcome(ordered: bool) -> None:
    """Nothing is fetched for it; it counts, and the others come."""
    told: list[Progress] = []
    why = LookupError("cannot be read")
    keys: Any = [1, Failed("item 2", why), 3]
    outcomes = await fetch_many(same, keys, concurrency=2, ordered=ordered, on_progress=told.append)
    assert [(one.key, one.ok) for one in outcomes] == [(1, True), ("item 2", False), (3, True)]
    assert outcomes[1].error is why
    assert (told[-1].done, told[-1].failed, told[-1].total) == (3, 1, 3)


async def test_outcomes_that_another_task_takes_can_be_closed() -> None:
    """Waiting for one, busy with one or awaiting all: it gets an error, as it lacks some; nothing is in flight then."""
    began: list[int] = []

    async def fetch(key: int) -> int:
        began.append(key)
        if key:
            await asyncio.Event().wait()
        return key

    async def waits(outcomes: Outcomes[int, int]) -> None:
        async for _ in outcomes:
            pass

    async def is_busy(outcomes: Outcomes[int, int]) -> None:
        async for _ in outcomes:
            await busy.wait()

    async def awaits_all(outcomes: Outcomes[int, int]) -> None:
        await outcomes

    for take in (waits, is_busy, awaits_all):
        busy, outcomes = asyncio.Event(), fetch_many(fetch, range(5), concurrency=2)
        taking = asyncio.create_task(take(outcomes))
        began.clear()
        while len(began) < 3:
            await asyncio.sleep(0)
        await outcomes.aclose()
        assert asyncio.all_tasks() - {taking} == {asyncio.current_task()}
        busy.set()
        with pytest.raises(RuntimeError, match="closed by another task before all of them were taken"):
            await taking
        await outcomes.aclose()


async def test_outcomes_that_a_task_left_behind_can_be_closed() -> None:
    """It goes on with something else, and need not hear of it."""

    async def some(outcomes: Outcomes[int, int]) -> None:
        async for _ in outcomes:
            break
        left.set()
        await closed.wait()

    left, closed, outcomes = asyncio.Event(), asyncio.Event(), fetch_many(same, range(5), concurrency=2)
    taking = asyncio.create_task(some(outcomes))
    await left.wait()
    await outcomes.aclose()
    assert asyncio.all_tasks() - {taking} == {asyncio.current_task()}
    closed.set()
    await taking
