"""The default pace of a vendor that documents its limit and announces none, in virtual time."""

from __future__ import annotations

import asyncio
import math
from bisect import bisect_left
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abclient._open_limiter import open_limiter
from abclient._rate_limit_headers import RateLimitInfo
from abclient._ratelimit import RateLimiter
from abclient._ratelimit.pace import Pace
from abclient._ratelimit.quota import Permit, QuotaTracker
from abclient.vendor import get
from support.cases import cases
from support.fake import Clock

FLAGS = get("optimizely_flags")


def make(**options: Any) -> tuple[RateLimiter, Clock]:
    """A limiter with 2 requests a second, or with what else is given."""
    clock = Clock()
    given: dict[str, Any] = {"pace": 2.0, **options}
    return RateLimiter(clock=clock, sleep=clock.sleep, uniform=lambda low, high: low, **given), clock


async def sent(limiter: RateLimiter, clock: Clock, number: int, **kind: Any) -> list[float]:
    """When so many requests, one after the other, are sent: seconds after the first was asked for."""
    began, times = clock.now, list[float]()
    for _ in range(number):
        permit = await limiter.acquire("a", **kind)
        times.append(round(clock.now - began, 6))
        limiter.record_success(permit)
    return times


async def test_a_second_s_worth_goes_at_once_and_the_rest_at_the_pace() -> None:
    """Single calls: the first two do not wait, 120 are sent in a minute, and after a pause two do not wait again."""
    limiter, clock = make()
    assert (await sent(limiter, clock, 120))[:6] == [0.0, 0.0, 1.0, 1.0, 2.0, 2.0]
    assert await sent(limiter, clock, 1) == [1.0]
    clock.now += 5.0
    assert await sent(limiter, clock, 3) == [0.0, 0.0, 1.0]


def test_a_part_of_a_pace_has_its_share_what_was_sent_and_what_is_announced() -> None:
    """One of two: half as many a second, counted from the last request of the whole, until a response says more."""
    quotas = QuotaTracker(lambda low, high: low)
    whole = Pace(2.0, quotas)
    whole.record_sent(10.0)
    part = whole.divided(2)
    assert part.rate == 1.0
    assert part.delay(10.25) == 0.75
    number, on_route = quotas.record_sent("a")
    permit = Permit("a", number, on_route, 10.25, adaptive=False, call=number)
    quotas.update(permit, [RateLimitInfo("account", 9, 1.0)], None, 10.25)
    assert part.rate == math.inf
    assert part.delay(10.25) == 0.0


@pytest.mark.parametrize("kind", [{"bulk": True}, {"adaptive": True, "bulk": True}], ids=["fixed", "adaptive"])
async def test_bulk_work_keeps_to_it_too(kind: dict[str, bool]) -> None:
    """Whether it has a fixed concurrency or finds its own: half a second apart."""
    limiter, clock = make(initial_rate=2.0)
    times = await sent(limiter, clock, 21, **kind)
    assert times[-1] == pytest.approx(10.0, abs=0.1)
    assert all(later - earlier >= 0.44 for earlier, later in pairwise(times))


async def test_calls_of_all_kinds_count_together() -> None:
    """On any route; calls that wait together are sent one after the other, and none is forgotten."""
    limiter, clock = make(initial_rate=2.0)
    times: list[float] = []

    async def one(number: int) -> None:
        kind: dict[str, Any] = [{}, {"bulk": True}, {"adaptive": True, "bulk": True}][number % 3]
        permit = await limiter.acquire(f"route {number % 4}", **kind)
        times.append(clock.now)
        limiter.record_success(permit)

    await asyncio.gather(*(one(number) for number in range(24)))
    assert len(times) == 24
    assert all(later - earlier >= 0.999 for earlier, later in zip(times, times[2:], strict=False))


@pytest.mark.parametrize("throttled", [False, True])
async def test_announced_limits_replace_it(throttled: bool) -> None:
    """From the first response that has any, also if it is a refusal."""
    limiter, clock = make()
    limits = [RateLimitInfo("account", 1_000, 10.0)]
    permit = await limiter.acquire("a")
    if throttled:
        limiter.record_throttle(permit, 0.0, limits)
    else:
        limiter.record_success(permit, limits)
    limiter.record_success(await limiter.acquire("a"), limits)
    began = clock.now
    for _ in range(50):
        limiter.record_success(await limiter.acquire("a"), limits)
    assert clock.now == began


async def test_after_a_429_bulk_work_goes_slower_than_the_pace() -> None:
    """The pace is what is documented; where others use the account as well, it is too fast."""
    limiter, clock = make(initial_rate=2.0)
    for _ in range(10):
        limiter.record_success(await limiter.acquire("a", adaptive=True))
    limiter.record_throttle(await limiter.acquire("a", adaptive=True), 2.0)
    limiter.record_success(await limiter.acquire("a", adaptive=True))
    times = await sent(limiter, clock, 6, adaptive=True)
    assert times[-1] / 5 >= 0.9


@pytest.mark.parametrize(
    ("rate", "first"),
    [(0.5, [0.0, 2.0, 4.0]), (1.0, [0.0, 1.0, 2.0]), (2.5, [0.0, 0.0, 0.8, 0.8, 1.6]), (3.0, [0.0, 0.0, 0.0, 1.0])],
)
async def test_other_paces(rate: float, first: list[float]) -> None:
    """Below one a second, one by one."""
    limiter, clock = make(pace=rate)
    assert await sent(limiter, clock, len(first)) == first


@cases(100)
@given(st.floats(0.1, 20.0), st.lists(st.floats(0.0, 3.0), min_size=1, max_size=60))
def test_no_second_has_more_than_the_limit(rate: float, pauses: list[float]) -> None:
    """Whatever the pauses between calls; below one a second, in no window of as long as one request takes."""
    pace, now, times = Pace(rate, QuotaTracker(lambda low, high: low)), 0.0, list[float]()
    for pause in pauses:
        now += pause
        now += max(0.0, pace.delay(now))
        pace.record_sent(now)
        times.append(now)
    most = max(1, int(rate))
    for index, time in enumerate(times):
        assert bisect_left(times, time + most / rate - 1e-9) - index <= most


@pytest.mark.parametrize(
    ("max_rate", "times"), [(None, [0.0, 0.0, 1.0]), (4.0, [0.0, 0.25, 0.5]), (1_000.0, [0.0, 0.0, 0.0])]
)
async def test_a_rate_that_the_caller_gives_replaces_it(max_rate: float | None, times: list[float]) -> None:
    """Also where it is higher."""
    limiter = open_limiter(FLAGS, ("secret",), None, max_rate, 1.0, 10, "https://a.example", None, FLAGS.pace)
    clock = Clock()
    vars(limiter).update(clock=clock, _sleep=clock.sleep)
    assert await sent(limiter, clock, 3) == [pytest.approx(time, abs=0.06) for time in times]
