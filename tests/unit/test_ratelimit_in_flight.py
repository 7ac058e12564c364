"""The rate limiter and bulk work: how many requests may be in flight, and what their round trips change."""

from __future__ import annotations

import asyncio
import math
from typing import Any

import pytest

from abclient._rate_limit_headers import RateLimitInfo
from abclient._ratelimit import Permit, RateLimiter
from support.fake import Clock

AMPLE = [RateLimitInfo("account", 1_000, 10.0)]


def make(**options: Any) -> tuple[RateLimiter, Clock]:
    clock = Clock()
    return RateLimiter(clock=clock, sleep=clock.sleep, uniform=lambda low, high: low, **options), clock


async def several_turns() -> None:
    for _ in range(30):
        await asyncio.sleep(0)


async def in_flight_limit(limiter: RateLimiter) -> int:
    """How many may be in flight now; asking saturates the limit."""
    permits: list[Permit] = []
    while True:
        task = asyncio.create_task(limiter.acquire("a", adaptive=True))
        await several_turns()
        if not task.done():
            break
        permits.append(task.result())
    task.cancel()
    for permit in permits:
        limiter.release(permit)
    return len(permits)


async def send_together(limiter: RateLimiter, clock: Clock, number: int, *, needed: bool = True) -> None:
    """Send that many at once, with a latency so long that sending times do not matter; one more may be waiting."""
    permits = [await limiter.acquire("a", adaptive=True) for _ in range(number)]
    another = asyncio.create_task(limiter.acquire("a", adaptive=True)) if needed else None
    await several_turns()
    clock.now += 10.0
    for permit in permits:
        limiter.record_success(permit)
    if another:
        limiter.release(await another)


@pytest.mark.parametrize(("needed", "most", "count"), [(False, 100, 8), (True, 100, 16), (True, 12, 12)])
async def test_the_limit_grows_where_it_is_saturated(needed: bool, most: int, count: int) -> None:
    """Twice as many after a window of quick responses, if a request had to wait, up to the maximum."""
    limiter, clock = make(max_concurrency=most)
    await send_together(limiter, clock, 8, needed=needed)
    assert await in_flight_limit(limiter) == count


async def test_slow_responses_lower_the_limit() -> None:
    """The limit follows the latency of each response."""
    limiter, clock = make()
    for seconds, count in ((1.0, 8), (3.0, 6)):
        for _ in range(8):
            permit = await limiter.acquire("a", adaptive=True)
            clock.now += seconds
            limiter.record_success(permit)
        assert await in_flight_limit(limiter) == count
        limiter.release(await limiter.acquire("a", adaptive=True))


async def test_the_base_is_measured_again_after_two_minutes() -> None:
    """With a quarter of the limit."""
    limiter, clock = make()
    await send_together(limiter, clock, 8)
    clock.now += 120.0
    limiter.record_success(await limiter.acquire("a", adaptive=True))
    assert await in_flight_limit(limiter) == 4


async def test_sixteen_are_sent_unpaced_under_an_ample_quota() -> None:
    """While an announced quota is ample, nothing else limits bulk work; where it is one call short, its rate does."""
    limiter, clock = make()
    await send_together(limiter, clock, 8)
    await send_together(limiter, clock, 16)
    assert await in_flight_limit(limiter) == 32
    limiter.record_success(await limiter.acquire("a", adaptive=True), AMPLE)
    assert await in_flight_limit(limiter) == 16
    limiter.add_pending(1_000 - 2 * 16)
    assert await in_flight_limit(limiter) == 16
    limiter.add_pending(16)
    assert await in_flight_limit(limiter) == 32


async def test_requests_are_paced_where_their_route_has_little() -> None:
    """However ample the account is."""
    limiter, clock = make()
    await send_together(limiter, clock, 8)
    await send_together(limiter, clock, 16)
    limiter.add_pending(1_000)
    limiter.record_success(
        await limiter.acquire("a", adaptive=True),
        [RateLimitInfo("account", 10_000, 10.0), RateLimitInfo("route", 100, 10.0)],
    )
    assert await in_flight_limit(limiter) == 32


async def test_a_max_rate_replaces_the_limit_on_unpaced_requests() -> None:
    """It paces them already, however ample the quota is."""
    limiter, clock = make(max_rate=1_000.0)
    await send_together(limiter, clock, 8)
    await send_together(limiter, clock, 16)
    limiter.record_success(await limiter.acquire("a", adaptive=True), AMPLE)
    assert await in_flight_limit(limiter) == 32


async def learned(limiter: RateLimiter, clock: Clock) -> float:
    """Requests per second that bulk work is let send now, without teaching anything."""
    for _ in range(10):
        limiter.release(await limiter.acquire("a", adaptive=True))
    began = clock.now
    for _ in range(10):
        limiter.release(await limiter.acquire("a", adaptive=True))
    return 10 / (clock.now - began)


@pytest.mark.parametrize(
    ("first", "round_trip", "steps"),
    [
        (50.0, 0.0, 40),
        (50.0, 0.1, 10),
        (50.0, 0.2, 6),
        (50.0, 0.5, 3),
        (50.0, 10.0, 1),
        (159.0, 0.1, 1),
        (160.0, 0.1, 0),
    ],
)
async def test_the_rate_grows_while_it_is_what_binds(
    first: float, round_trip: float, steps: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Eight may be in flight: a rate that would mean twice as many, at the smoothed round trip, is high enough."""
    monkeypatch.setattr("abclient._ratelimit.rate.INITIAL_RATE_PER_SECOND", first)
    limiter, clock = make()
    for _ in range(40):
        permit = await limiter.acquire("a", adaptive=True)
        clock.now += round_trip
        limiter.record_success(permit)
    assert await learned(limiter, clock) == pytest.approx(first + steps * math.log(2.0) / 0.06, rel=0.01)


async def test_an_announced_quota_does_not_raise_the_learned_rate() -> None:
    """While a quota limits bulk work, successes say nothing about a higher rate; once it is stale, the rate counts."""
    limiter, clock = make()
    limiter.add_pending(100_000)
    for _ in range(40):
        limiter.record_success(await limiter.acquire("a", adaptive=True), AMPLE)
    clock.now += 60.0
    assert await learned(limiter, clock) == pytest.approx(50.0 + math.log(2.0) / 0.06, rel=0.01)


@pytest.mark.parametrize(
    ("gap", "round_trip", "rate"),
    [(3 / 64, 0.0, 32.89), (4 / 64, 0.0, 32.0), (1 / 64, 10.0, 32.0)],
    ids=["at the rate", "later than the credit", "waiting for answers"],
)
async def test_time_counts_while_requests_keep_to_the_rate(
    gap: float, round_trip: float, rate: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an overload the rate comes back within five seconds in which it, and nothing else, held requests back."""
    monkeypatch.setattr("abclient._ratelimit.rate.INITIAL_RATE_PER_SECOND", 64.0)
    monkeypatch.setattr("abclient._ratelimit.limiter._BURST_SECONDS", 1 / 64)
    limiter, clock = make()
    early = await limiter.acquire("a", adaptive=True)
    limiter.cool_down()
    limiter.record_success(await limiter.acquire("a"))
    clock.now += round_trip
    limiter.record_success(early)
    await limiter.acquire("a", adaptive=True)
    clock.now += gap
    for _ in range(3):
        await limiter.acquire("a", adaptive=True)
    assert 1 / clock.slept[-1] == pytest.approx(rate, abs=0.01)
