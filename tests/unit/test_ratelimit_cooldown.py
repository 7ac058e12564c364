"""What happens when a cooldown ends, in virtual time."""

from __future__ import annotations

import asyncio

import pytest

from abclient._rate_limit_headers import RateLimitInfo
from abclient._ratelimit import Permit, RateLimiter
from support.simulation import in_virtual_time

WAITING = 4


def draws(*parts: float) -> tuple[RateLimiter, list[tuple[float, float]]]:
    """A rate limiter, and the bounds of its random numbers, which are these fractions of them in turn."""
    left, asked = list(parts), list[tuple[float, float]]()

    def uniform(low: float, high: float) -> float:
        asked.append((low, high))
        return low + left.pop(0) * (high - low)

    return RateLimiter(clock=asyncio.get_running_loop().time, uniform=uniform), asked


def lowest(low: float, _: float) -> float:
    return low


def throttled(limiter: RateLimiter, permit: Permit, seconds: float) -> None:
    """Start a cooldown of exactly that length, without jitter."""
    drawing, limiter.uniform = limiter.uniform, lowest
    assert limiter.record_throttle(permit, seconds) == pytest.approx(seconds)
    limiter.uniform = drawing


async def acquired(limiter: RateLimiter, moments: list[float]) -> None:
    """Wait for a permit, note when, and be answered half a second later."""
    permit = await limiter.acquire("a")
    moments.append(asyncio.get_running_loop().time())
    await asyncio.sleep(0.5)
    limiter.record_success(permit)


@pytest.mark.parametrize(
    ("seconds", "within"), [(5.0, 1.0), (1.0, 1.0), (0.25, 0.75)], ids=["for long", "for a second", "for a moment"]
)
def test_calls_that_waited_go_on_one_after_the_other(seconds: float, within: float) -> None:
    """The probe goes at once; the rest at random times, within a second or as long as the cooldown took."""

    async def main() -> tuple[list[float], list[tuple[float, float]]]:
        limiter, asked = draws(0.0, 0.2, 0.6, 1.0)
        throttled(limiter, await limiter.acquire("a"), seconds)
        moments: list[float] = []
        await asyncio.gather(*(acquired(limiter, moments) for _ in range(1 + WAITING)))
        return moments, asked

    moments, asked = in_virtual_time(main)
    opened = seconds + 0.5
    assert moments == pytest.approx([seconds, *(opened + part * within for part in (0.0, 0.2, 0.6, 1.0))])
    assert [low for low, _ in asked] == [0.0] * WAITING
    assert [high for _, high in asked] == pytest.approx([within] * WAITING)


def test_a_new_cooldown_holds_calls_that_had_not_gone_yet() -> None:
    """A call that waits for its moment waits for a new cooldown, too, and then for another moment."""

    async def main() -> list[float]:
        limiter, _ = draws(0.1, 0.9, 0.5)
        moments: list[float] = []
        throttled(limiter, await limiter.acquire("a"), 2.0)
        calls = asyncio.gather(*(acquired(limiter, moments) for _ in range(3)))
        await asyncio.sleep(2.7)  # the probe was answered at 2.5, the second went at 2.6
        throttled(limiter, await limiter.acquire("a"), 3.0)
        await calls
        return moments

    assert in_virtual_time(main) == pytest.approx([2.0, 2.6, 5.7])


def test_calls_that_did_not_wait_go_at_once() -> None:
    """After a cooldown, later calls are not held up; nor are those that wait for a quota."""

    async def main() -> tuple[list[float], list[tuple[float, float]]]:
        limiter, asked = draws(*[0.0] * 9)
        moments: list[float] = []
        throttled(limiter, await limiter.acquire("a"), 2.0)
        await acquired(limiter, moments)
        await acquired(limiter, moments)
        permit = await limiter.acquire("a")
        limiter.record_success(permit, [RateLimitInfo("account", 0, 10.0)])
        await acquired(limiter, moments)
        return moments, asked

    moments, asked = in_virtual_time(main)
    assert moments == pytest.approx([2.0, 2.5, 13.02])
    assert (0.0, 1.0) not in asked


def test_a_route_s_cooldown_ends_in_the_same_way() -> None:
    """Calls that waited only for their route go on at random times, too."""

    async def main() -> list[tuple[float, float]]:
        limiter, asked = draws(0.0)
        drawing, limiter.uniform = limiter.uniform, lowest
        limiter.record_throttle(await limiter.acquire("a"), 3.0, [RateLimitInfo("route", 0, 3.0)])
        limiter.uniform = drawing
        await asyncio.gather(*(acquired(limiter, []) for _ in range(2)))
        return asked

    assert in_virtual_time(main) == [(0.0, 1.0)]


def test_the_longest_cooldown_decides_how_far_apart_they_go() -> None:
    """A route's and the account's: calls that waited for both go on within the longer one's time, a second at most."""

    async def main() -> list[tuple[float, float]]:
        limiter, asked = draws(0.0)
        first, second = await limiter.acquire("a"), await limiter.acquire("a")
        drawing, limiter.uniform = limiter.uniform, lowest
        limiter.record_throttle(first, 0.2, [RateLimitInfo("route", 0, 0.2)])
        await asyncio.sleep(0.2)
        limiter.record_throttle(second, 0.1)
        limiter.uniform = drawing
        await asyncio.gather(*(acquired(limiter, []) for _ in range(2)))
        return asked

    asked = in_virtual_time(main)
    assert [high for _, high in asked] == pytest.approx([0.8])  # the account's cooldown took 0.6


async def test_a_call_spread_after_a_cooldown_is_in_time() -> None:
    """A call that could be sent when the cooldown ended is not held back until its deadline is over."""
    now, slept = 1000.0, list[float]()

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    limiter = RateLimiter(clock=lambda: now, sleep=sleep, uniform=lambda low, high: high)
    limiter.record_throttle(await limiter.acquire("r"), 10.0)
    now = 1011.0
    probe = await limiter.acquire("r")
    waiting = asyncio.create_task(limiter.acquire("r", deadline=now + 0.25))
    await asyncio.sleep(0)
    limiter.record_success(probe)
    await waiting
    assert slept == [0.25]
