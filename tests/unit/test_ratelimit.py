"""The rate limiter, in virtual time."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from abclient._rate_limit_headers import RateLimitInfo
from abclient._ratelimit import Permit, RateLimiter, RetryQuota
from support.fake import Clock


def make(documented_wait: float | None = None, **options: Any) -> tuple[RateLimiter, Clock]:
    clock = Clock()
    limiter = RateLimiter(
        clock=clock, sleep=clock.sleep, uniform=lambda low, high: low, documented_wait=documented_wait, **options
    )
    return limiter, clock


async def test_nothing_waits_while_nothing_is_scarce() -> None:
    """Without quotas and 429s, permits are immediate and numbers rise."""
    limiter, clock = make()
    permits = [await limiter.acquire("a"), await limiter.acquire("b"), await limiter.acquire("a")]
    assert [(permit.number, permit.number_on_route) for permit in permits] == [(1, 1), (2, 1), (3, 2)]
    assert clock.slept == []


async def test_an_exhausted_account_quota_holds_every_route_until_its_reset() -> None:
    """With 2 left, two more are sent; the third waits for the reset, whatever its route."""
    limiter, clock = make()
    limiter.record_success(await limiter.acquire("a"), [RateLimitInfo("account", 2, 10.0)])
    await limiter.acquire("a")
    await limiter.acquire("b")
    assert clock.slept == []
    await limiter.acquire("c")
    assert clock.slept == [pytest.approx(10.02)]


async def test_an_exhausted_route_quota_holds_only_its_route() -> None:
    """Another route goes on while one waits for its own reset."""
    limiter, clock = make()
    limiter.record_success(
        await limiter.acquire("a"), [RateLimitInfo("account", 50, 10.0), RateLimitInfo("route", 0, 10.0)]
    )
    await limiter.acquire("b")
    assert clock.slept == []
    await limiter.acquire("a")
    assert clock.slept == [pytest.approx(10.02)]


async def test_an_old_response_does_not_override_a_newer_one() -> None:
    """Responses overtake each other; the one to the later request counts."""
    limiter, clock = make()
    first, second = await limiter.acquire("a"), await limiter.acquire("a")
    limiter.record_success(second, [RateLimitInfo("account", 0, 10.0)])
    limiter.record_success(first, [RateLimitInfo("account", 40, 10.0)])
    await limiter.acquire("a")
    assert clock.slept == [pytest.approx(10.02)]


async def test_after_a_429_one_probe_goes_first() -> None:
    """During a cooldown every call waits; then one request probes, and the rest follow its success."""
    limiter, clock = make()
    assert limiter.record_throttle(await limiter.acquire("a"), 5.0) == 5.0
    waiting = [asyncio.create_task(limiter.acquire("a")) for _ in range(4)]
    for _ in range(20):
        await asyncio.sleep(0)
    admitted = [task for task in waiting if task.done()]
    assert len(admitted) == 1
    assert clock.now >= 1005.0
    limiter.record_success(admitted[0].result())
    assert len(await asyncio.gather(*waiting)) == 4


async def test_a_throttled_probe_lengthens_the_cooldown() -> None:
    """Without advice the cooldown takes 1, 2, 4, 8, 10, 10 seconds."""
    limiter, _ = make()
    waits = [limiter.record_throttle(await limiter.acquire("a"), None) for _ in range(6)]
    assert waits == [1.0, 2.0, 4.0, 8.0, 10.0, 10.0]


async def test_requests_throttled_together_start_one_cooldown() -> None:
    """Forty in flight, forty 429s, one episode; of the later ones, only a longer wait counts."""
    limiter, _ = make()
    permits = [await limiter.acquire("a") for _ in range(40)]
    assert limiter.record_throttle(permits[0], None) == 1.0
    assert [limiter.record_throttle(permit, None) for permit in permits[1:39]] == [1.0] * 38
    assert limiter.record_throttle(permits[39], 7.0) == 7.0


async def test_a_probe_without_a_response_is_followed_by_another() -> None:
    """A probe that is cancelled or loses its response leaves no call waiting for it."""
    limiter, _ = make()
    limiter.record_throttle(await limiter.acquire("a"), 1.0)
    probe = await limiter.acquire("a")
    second = asyncio.create_task(limiter.acquire("a"))
    await asyncio.sleep(0)
    assert not second.done()
    limiter.release(probe)
    assert (await second).number == 3


async def test_a_429_with_an_exhausted_quota_waits_for_its_reset() -> None:
    """Where headers explain it, the cooldown ends at the reset, and is the route's if only that is exhausted."""
    limiter, clock = make()
    assert (
        limiter.record_throttle(
            await limiter.acquire("a"), None, (RateLimitInfo("account", 9, 8.0), RateLimitInfo("route", 0, 8.0))
        )
        == 8.0
    )
    await limiter.acquire("b")
    assert clock.slept == []
    await limiter.acquire("a")
    assert clock.now >= 1008.0


async def test_an_overload_that_only_one_call_meets_starts_no_cooldown() -> None:
    """Nor does its next attempt; another call's does, unless a request succeeded in between."""
    limiter, _ = make(documented_wait=60.0)
    first = await limiter.acquire("a")
    assert limiter.record_throttle(first, None, overload=True) == 0.0
    assert limiter.record_throttle(await limiter.acquire("a", previous=first), None, overload=True) == 0.0
    limiter.record_success(await limiter.acquire("a"))
    other, third = await limiter.acquire("a"), await limiter.acquire("a")
    assert limiter.record_throttle(other, None, overload=True) == 0.0
    assert limiter.record_throttle(third, None, overload=True) == 60.0


async def test_an_overload_during_a_route_s_cooldown_is_the_account_s() -> None:
    """The route's quota is exhausted, and the vendor is overloaded all the same: the account waits as well."""
    limiter, _ = make()
    first, second = await limiter.acquire("a"), await limiter.acquire("a")
    assert limiter.record_throttle(first, None, (RateLimitInfo("route", 0, 8.0),)) == 8.0
    assert limiter.record_throttle(second, None, overload=True) == 1.0


async def test_an_overload_that_says_how_long_starts_a_cooldown() -> None:
    """All calls obey the wait, even if only one of them was told."""
    limiter, _ = make()
    assert limiter.record_throttle(await limiter.acquire("a"), 5.0, overload=True) == 5.0


async def test_the_documented_wait_is_the_default() -> None:
    """A vendor whose documentation asks for a minute gets a minute when its response says nothing."""
    limiter, _ = make(documented_wait=60.0)
    assert limiter.record_throttle(await limiter.acquire("a"), None) == 60.0


async def test_adaptive_requests_keep_to_the_learned_rate() -> None:
    """Where nothing is announced, bulk work starts with 50 a second; a single call does not wait."""
    limiter, clock = make()
    for _ in range(20):
        limiter.release(await limiter.acquire("a", adaptive=True))
    assert sum(clock.slept) == pytest.approx((20 - 1) / 50 - 0.05, abs=0.011)
    clock.slept.clear()
    await limiter.acquire("a")
    assert clock.slept == []


async def test_adaptive_requests_keep_to_the_announced_rate() -> None:
    """With 100 left for ten seconds and more than that to do, ten a second are sent; half of it with half a share."""
    for share, rate in ((1.0, 10.0), (0.5, 5.0)):
        limiter, clock = make(share=share)
        limiter.add_pending(10_000)
        limiter.record_success(await limiter.acquire("a", adaptive=True), [RateLimitInfo("account", 100, 10.0)])
        began = clock.now
        for _ in range(10):
            limiter.release(await limiter.acquire("a", adaptive=True))
        assert 10 / (clock.now - began) == pytest.approx(rate, rel=0.2)


async def test_a_small_job_is_not_spread() -> None:
    """Seven of a thousand go at once, although a hundred a second would delay them."""
    limiter, clock = make()
    limiter.add_pending(8)
    limiter.record_success(await limiter.acquire("a", adaptive=True), [RateLimitInfo("account", 1_000, 10.0)])
    clock.now += 1.0
    for _ in range(7):
        await limiter.acquire("a", adaptive=True)
    assert clock.slept == []


@pytest.mark.parametrize("adaptive", [True, False])
async def test_a_max_rate_binds_all_calls(adaptive: bool) -> None:
    """Four a second are four a second, for single calls too."""
    limiter, clock = make(max_rate=4.0)
    for _ in range(9):
        limiter.release(await limiter.acquire("a", adaptive=adaptive))
    assert sum(clock.slept) == pytest.approx(2.0, abs=0.3)


async def test_an_advised_rate_binds_bulk_work_alone() -> None:
    """A vendor's default applies to bulk work only; a max_rate replaces it."""
    limiter, clock = make(advised_rate=4.0)
    for _ in range(9):
        await limiter.acquire("a")
    assert clock.slept == []
    for _ in range(9):
        limiter.release(await limiter.acquire("a", adaptive=True))
    assert sum(clock.slept) == pytest.approx(2.0, abs=0.3)


async def test_adaptive_requests_keep_to_the_concurrency_limit() -> None:
    """Eight at first; the ninth goes when one comes back."""
    limiter, _ = make()
    permits = [await limiter.acquire("a", adaptive=True) for _ in range(8)]
    ninth = asyncio.create_task(limiter.acquire("a", adaptive=True))
    await asyncio.sleep(0)
    assert not ninth.done()
    limiter.release(permits[0])
    await ninth


async def test_a_throttled_request_goes_first_and_the_queue_stays_short() -> None:
    """A request that returns waits in front; with four in the queue, no further call is begun."""
    limiter, _ = make(max_concurrency=1)
    held = await limiter.acquire("a", adaptive=True)
    order: list[str] = []

    async def go(name: str, again: Permit | None = None) -> None:
        permit = await limiter.acquire("a", adaptive=True, previous=again)
        order.append(name)
        limiter.release(permit)

    tasks = [asyncio.create_task(go(name, held if name == "back" else None)) for name in ("head", "b", "c", "back")]
    await asyncio.sleep(0)
    room = asyncio.create_task(limiter.wait_for_capacity())
    await asyncio.sleep(0)
    assert not room.done()
    limiter.release(held)
    await asyncio.gather(*tasks, room)
    assert order == ["head", "back", "b", "c"]


async def test_a_cancelled_adaptive_request_leaves_no_trace() -> None:
    """Cancelled while it waits for the lock or holds it: the next one goes."""
    limiter, _ = make(max_concurrency=1)
    held = await limiter.acquire("a", adaptive=True)
    head, second, third = (asyncio.create_task(limiter.acquire("a", adaptive=True)) for _ in range(3))
    await asyncio.sleep(0)
    second.cancel()
    head.cancel()
    await asyncio.gather(head, second, return_exceptions=True)
    limiter.release(held)
    assert (await third).number == 2


async def test_learned_state_outlives_the_work() -> None:
    """What one bulk fetch learned, the next one starts with."""
    limiter, clock = make()
    for _ in range(200):
        limiter.record_success(await limiter.acquire("a", adaptive=True))
    began = clock.now
    for _ in range(100):
        limiter.record_success(await limiter.acquire("a", adaptive=True))
    assert 100 / (clock.now - began) > 100


async def test_retry_after_rounds_the_reset_up() -> None:
    """A reset that explains the 429 is waited for, not the second that it was rounded up to; more is obeyed."""
    limiter, _ = make()
    assert limiter.record_throttle(
        await limiter.acquire("a"), 1.0, (RateLimitInfo("account", 0, 0.2),)
    ) == pytest.approx(0.2)
    limiter, _ = make()
    assert limiter.record_throttle(await limiter.acquire("a"), 30.0, (RateLimitInfo("account", 0, 0.2),)) == 30.0


async def test_cooling_down_starts_one_cooldown_for_all_that_failed_together() -> None:
    """In an outage one request after another probes, with growing pauses."""
    limiter, clock = make()
    permits = [await limiter.acquire("a") for _ in range(5)]
    for permit in permits:
        limiter.release(permit)
        limiter.cool_down()
    await limiter.acquire("a")
    assert clock.slept == [pytest.approx(1.0)]


def test_the_retry_quota_runs_out_and_refills() -> None:
    """A retry takes what it costs; a success gives one back, up to the capacity."""
    quota = RetryQuota(capacity=20)
    quota.take(15)
    assert quota.left == 5
    for _ in range(100):
        quota.give_back()
    assert quota.left == 20
