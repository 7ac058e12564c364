"""The rate limiter as a whole: what a 429 changes, for which calls, and what stays."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from abclient._rate_limit_headers import RateLimitInfo
from abclient._ratelimit import Permit, RateLimiter
from abclient._ratelimit.rate import LearnedRate
from support.fake import Clock

ACCOUNT_SPENT = (RateLimitInfo("account", 0, 5.0),)
ROUTE_SPENT = (RateLimitInfo("route", 0, 5.0),)


def make(**options: Any) -> tuple[RateLimiter, Clock]:
    clock = Clock()
    options = {"sleep": clock.sleep, **options}
    return RateLimiter(clock=clock, uniform=lambda low, high: low, **options), clock


async def bulk_rate(limiter: RateLimiter, clock: Clock, number: int = 10) -> float:
    """Requests per second that bulk work is let send now."""
    limiter.release(await limiter.acquire("a", adaptive=True))
    began = clock.now
    for _ in range(number):
        clock.now += 1e-9  # nothing is sent at the very same moment
        limiter.release(await limiter.acquire("a", adaptive=True))
    return number / (clock.now - began)


async def settle(limiter: RateLimiter, number: int = 10) -> None:
    """The credit for a late start is used up."""
    for _ in range(number):
        limiter.release(await limiter.acquire("a", adaptive=True))


async def throttled_in_bulk(limiter: RateLimiter, *details: Any, **more: Any) -> float:
    """A request of bulk work is throttled; the seconds until the cooldown may end."""
    return limiter.record_throttle(await limiter.acquire("a", adaptive=True), *details, **more)


async def recovered(limiter: RateLimiter) -> Permit:
    """The probe after a 429 succeeded."""
    probe = await limiter.acquire("a")
    limiter.record_success(probe)
    return probe


@pytest.mark.parametrize("fixed", [False, True])
async def test_a_rate_that_failed_was_kept_to_unless_the_concurrency_is_fixed(
    fixed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bulk work with a number of its own may have sent more than the learned rate."""
    found: list[object] = []

    def record_throttle(self: LearnedRate, now: float, *, enforced: bool = True) -> None:
        found.append(enforced)

    monkeypatch.setattr(LearnedRate, "record_throttle", record_throttle)
    limiter, _ = make()
    permit = await limiter.acquire("a", adaptive=True)
    limiter.record_throttle(permit._replace(fixed=fixed), 1.0)
    assert found == [not fixed]


async def test_a_429_of_bulk_work_cuts_its_rate() -> None:
    """No quota explained it: the learned rate was too high."""
    limiter, clock = make()
    await throttled_in_bulk(limiter, 1.0)
    await recovered(limiter)
    await settle(limiter)
    assert await bulk_rate(limiter, clock) == pytest.approx(25.0, rel=0.01)


async def test_a_429_of_a_single_call_does_not_cut_the_rate_of_bulk_work() -> None:
    """Without bulk work under way, its rate cannot have been the reason."""
    limiter, clock = make()
    limiter.record_throttle(await limiter.acquire("a"), 1.0)
    await recovered(limiter)
    await settle(limiter)
    assert await bulk_rate(limiter, clock) == pytest.approx(50.0, rel=0.01)


@pytest.mark.parametrize("spent", [ACCOUNT_SPENT, ROUTE_SPENT])
async def test_a_429_that_a_quota_explains_does_not_cut_the_rate(spent: tuple[RateLimitInfo, ...]) -> None:
    """The learned rate stays, and applies again once the quota is stale."""
    limiter, clock = make()
    assert await throttled_in_bulk(limiter, None, spent) == 5.0
    await recovered(limiter)
    clock.now += 60.0
    await settle(limiter)
    assert await bulk_rate(limiter, clock) == pytest.approx(50.0, rel=0.01)


async def test_quotas_are_unreliable_after_a_429_that_they_do_not_explain() -> None:
    """A vendor that throttles although much is left does not announce everything: the learned rate counts as well."""
    plenty = (RateLimitInfo("account", 10_000, 10.0),)
    for refusal, rate in ((False, 1_000.0), (True, 30.0)):
        limiter, clock = make()
        limiter.add_pending(100_000)
        limiter.record_success(await limiter.acquire("a", adaptive=True), plenty)
        if refusal:
            await throttled_in_bulk(limiter, 1.0)
            await recovered(limiter)
        await settle(limiter, int(0.1 * rate))
        assert await bulk_rate(limiter, clock) == pytest.approx(rate, rel=0.3)


@pytest.mark.parametrize("how", ["503", "stop"])
async def test_an_overload_halves_the_rate_for_five_seconds(how: str) -> None:
    """After a 503, or where so much fails that retries stop, bulk work goes on at half its rate, but not for long."""
    limiter, clock = make()
    for _ in range(20):
        limiter.record_success(await limiter.acquire("a", adaptive=True))
    before = await bulk_rate(limiter, clock)
    if how == "stop":
        limiter.cool_down()
    else:
        await throttled_in_bulk(limiter, 1.0, overload=True)
    await recovered(limiter)
    await settle(limiter)
    assert await bulk_rate(limiter, clock, 5) == pytest.approx(before / 2, rel=0.2)
    until = clock.now + 6.0
    while clock.now < until:
        limiter.release(await limiter.acquire("a", adaptive=True))
    assert await bulk_rate(limiter, clock) >= before


async def test_pending_calls_add_up() -> None:
    """Two bulk fetches of sixty calls do not fit in a quota of a hundred; when one is given up, the other does."""
    limiter, clock = make()
    limiter.add_pending(60)
    limiter.add_pending(60)
    limiter.record_success(await limiter.acquire("a", adaptive=True), [RateLimitInfo("account", 100, 10.0)])
    await settle(limiter)
    assert await bulk_rate(limiter, clock, 5) == pytest.approx(10.0, rel=0.2)
    limiter.add_pending(-60)
    clock.slept.clear()
    for _ in range(5):
        await limiter.acquire("a", adaptive=True)
    assert sum(clock.slept) <= 0.11


async def test_a_max_rate_replaces_the_advised_one() -> None:
    """Also where it is higher."""
    limiter, clock = make(max_rate=8.0, advised_rate=4.0)
    await settle(limiter)
    assert await bulk_rate(limiter, clock) == pytest.approx(8.0, rel=0.01)


async def test_a_max_rate_applies_besides_an_announced_quota() -> None:
    """Both bind: the rate while something is left, the reset when nothing is."""
    limiter, clock = make(max_rate=4.0)
    limiter.record_success(await limiter.acquire("a"), [RateLimitInfo("account", 2, 60.0)])
    began = clock.now
    await limiter.acquire("a")
    await limiter.acquire("a")
    assert clock.now - began == pytest.approx(0.45, abs=0.06)
    await limiter.acquire("a")
    assert clock.now - began == pytest.approx(60.02)


@pytest.mark.parametrize(
    ("asked", "wait"), [(None, 5.0), (1.0, 5.0), (5.5, 5.0), (5.9375, 5.0), (6.0, 6.0), (30.0, 30.0)]
)
async def test_the_reset_that_explains_a_429_is_waited_for(asked: float | None, wait: float) -> None:
    """Unless a second more is asked for, because Retry-After is rounded up."""
    limiter, _ = make(documented_wait=60.0)
    assert limiter.record_throttle(await limiter.acquire("a"), asked, ACCOUNT_SPENT) == wait


@pytest.mark.parametrize(("asked", "documented", "wait"), [(3.0, 60.0, 3.0), (0.0, 60.0, 0.0), (None, 60.0, 60.0)])
async def test_retry_after_takes_precedence_over_the_documentation(
    asked: float | None, documented: float, wait: float
) -> None:
    """Even if it is 0."""
    limiter, _ = make(documented_wait=documented)
    assert limiter.record_throttle(await limiter.acquire("a"), asked) == wait


@pytest.mark.parametrize("quotas", [ACCOUNT_SPENT, (*ACCOUNT_SPENT, *ROUTE_SPENT), ()])
async def test_a_429_stops_the_account_unless_only_its_route_is_exhausted(quotas: tuple[RateLimitInfo, ...]) -> None:
    """Another route waits, too."""
    limiter, clock = make()
    assert limiter.record_throttle(await limiter.acquire("a"), 5.0, quotas) == 5.0
    await limiter.acquire("b")
    assert clock.now >= 1_005.0


async def test_only_the_probe_ends_a_cooldown_or_gives_way_to_another() -> None:
    """Responses and failures of requests sent before the 429 change nothing."""
    limiter, _ = make()
    early = [await limiter.acquire("a") for _ in range(3)]
    limiter.record_throttle(early[0], 1.0)
    probe = await limiter.acquire("a")
    waiting = asyncio.create_task(limiter.acquire("a"))
    limiter.record_success(early[1])
    limiter.release(early[2])
    for _ in range(20):
        await asyncio.sleep(0)
    assert not waiting.done()
    limiter.record_success(probe)
    assert (await waiting).number == probe.number + 1


async def test_cooldowns_of_route_and_account_are_both_waited_for() -> None:
    """The longer of the two, for single calls and for bulk work; one request probes both."""
    for adaptive in (False, True):
        limiter, clock = make()
        first, second = await limiter.acquire("a"), await limiter.acquire("a")
        limiter.record_throttle(first, None, (RateLimitInfo("route", 0, 8.0),))
        limiter.record_throttle(second, 3.0)
        probe = await limiter.acquire("a", adaptive=adaptive)
        assert clock.now == pytest.approx(1_008.0)
        limiter.record_success(probe)
        await asyncio.wait_for(limiter.acquire("a"), 5)
        await asyncio.wait_for(limiter.acquire("b"), 5)


async def test_a_late_429_after_a_cooldown_needs_no_wait() -> None:
    """Without advice it is outdated, and its wait is 0."""
    limiter, _ = make()
    early = [await limiter.acquire("a") for _ in range(2)]
    limiter.record_throttle(early[0], 1.0)
    await recovered(limiter)
    assert limiter.record_throttle(early[1], None) == 0.0


async def test_a_probe_s_success_outweighs_a_late_429() -> None:
    """One asks for half a minute while the probe is under way; the probe went well, and a later one needs no wait."""
    limiter, _ = make()
    early = [await limiter.acquire("a") for _ in range(3)]
    limiter.record_throttle(early[0], 1.0)
    probe = await limiter.acquire("a")
    assert limiter.record_throttle(early[1], 30.0) == 30.0
    limiter.record_success(probe)
    assert limiter.record_throttle(early[2], None) == 0.0


async def test_resets_as_points_in_time_follow_the_vendor_s_clock() -> None:
    """The date of a success and of a 429 counts, and its uncertainty is waited for."""
    for refusal in (False, True):
        limiter, clock = make()
        permit = await limiter.acquire("a")
        if refusal:
            assert limiter.record_throttle(permit, None, ACCOUNT_SPENT, 5_000.0) == pytest.approx(5.0)
        else:
            limiter.record_success(permit, ACCOUNT_SPENT, 5_000.0)
            await limiter.acquire("a")
            assert clock.now == pytest.approx(1_005.02)


async def test_a_bulk_call_that_ends_is_no_longer_in_flight() -> None:
    """Throttled, released or successful: each is discounted once."""
    limiter, _ = make(max_concurrency=1)
    limiter.release(await limiter.acquire("a", adaptive=True))
    limiter.record_success(await limiter.acquire("a", adaptive=True))
    limiter.record_throttle(await limiter.acquire("a", adaptive=True), 0.0)
    await recovered(limiter)
    held = await limiter.acquire("a", adaptive=True)
    waiting = asyncio.create_task(limiter.acquire("a", adaptive=True))
    for _ in range(20):
        await asyncio.sleep(0)
    assert not waiting.done()
    limiter.record_success(held)
    await waiting


async def test_the_queues_of_all_routes_decide_whether_there_is_capacity() -> None:
    """Two that wait for one route and two for another are four in the queue."""
    limiter, _ = make(max_concurrency=1)
    held = await limiter.acquire("a", adaptive=True)
    tasks = [asyncio.create_task(limiter.acquire(route, adaptive=True)) for route in "aab"]
    await asyncio.sleep(0)
    await asyncio.wait_for(limiter.wait_for_capacity(), 5)
    tasks.append(asyncio.create_task(limiter.acquire("b", adaptive=True)))
    await asyncio.sleep(0)
    room = asyncio.create_task(limiter.wait_for_capacity())
    await asyncio.sleep(0)
    assert not room.done()
    for _ in tasks:
        limiter.record_success(held)
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        (held,) = (task.result() for task in done)
        tasks = [task for task in tasks if task not in done]
        if not tasks:
            break
    await asyncio.wait_for(room, 5)


def test_a_limiter_keeps_its_settings() -> None:
    """Its documented wait and concurrency; a hundred by default."""
    limiter, clock = make(documented_wait=60.0, max_concurrency=7)
    assert (limiter.documented_wait, limiter.max_concurrency, limiter.clock) == (60.0, 7, clock)
    assert (RateLimiter().documented_wait, RateLimiter().max_concurrency) == (None, 100)


async def test_the_reset_of_a_429_is_corrected_by_the_known_clock() -> None:
    """An earlier response of the same second shows that much of that second has passed."""
    limiter, clock = make()
    first, second = await limiter.acquire("a"), await limiter.acquire("a")
    limiter.record_success(first, [RateLimitInfo("account", 9, 5.0)], 5_000.0)
    clock.now += 0.9
    assert limiter.record_throttle(second, None, ACCOUNT_SPENT, 5_000.0) == pytest.approx(4.1)


async def test_each_route_has_its_own_queue() -> None:
    """While bulk work on one route waits for its reset, the other route's goes on."""

    async def stand_still(seconds: float) -> None:
        await asyncio.Event().wait()

    limiter = RateLimiter(clock=Clock(), sleep=stand_still)
    limiter.record_success(
        await limiter.acquire("a", adaptive=True), (RateLimitInfo("account", 500, 5.0), *ROUTE_SPENT)
    )
    waiting = asyncio.create_task(limiter.acquire("a", adaptive=True))
    await asyncio.sleep(0)
    permit = await asyncio.wait_for(limiter.acquire("b", adaptive=True), 5)
    assert (permit.route, permit.number_on_route, permit.adaptive) == ("b", 1, True)
    waiting.cancel()


async def test_a_single_call_does_not_wait_for_the_rate_of_bulk_work() -> None:
    """While bulk work is spread over an announced quota, there is always one more for a single call."""
    limiter, clock = make()
    limiter.add_pending(10_000)
    limiter.record_success(await limiter.acquire("a", adaptive=True), [RateLimitInfo("account", 100, 10.0)])
    await settle(limiter)
    clock.slept.clear()
    assert (await limiter.acquire("a")).adaptive is False
    assert clock.slept == []


async def test_requests_in_flight_are_counted() -> None:
    """Two may be in flight: the third waits for one of them, however many came and went before."""
    limiter, _ = make(max_concurrency=2)
    for _ in range(3):
        limiter.release(await limiter.acquire("a", adaptive=True))
    held = [await limiter.acquire("a", adaptive=True) for _ in range(2)]
    waiting = asyncio.create_task(limiter.acquire("a", adaptive=True))
    for _ in range(50):
        await asyncio.sleep(0)
    assert not waiting.done()
    limiter.release(held[0])
    await waiting


async def test_a_documented_minute_makes_bulk_work_careful() -> None:
    """Where a 429 costs a minute, it starts with five a second."""
    limiter, clock = make(documented_wait=60.0)
    await settle(limiter)
    assert await bulk_rate(limiter, clock) == pytest.approx(5.0, rel=0.01)


async def test_bulk_work_goes_in_the_order_it_came() -> None:
    """Unless it was throttled before."""
    limiter, _ = make(max_concurrency=1)
    held = await limiter.acquire("a", adaptive=True)
    order: list[int] = []

    async def go(number: int) -> None:
        permit = await limiter.acquire("a", adaptive=True)
        order.append(number)
        limiter.release(permit)

    tasks = [asyncio.create_task(go(number)) for number in range(4)]
    await asyncio.sleep(0)
    limiter.release(held)
    await asyncio.gather(*tasks)
    assert order == [0, 1, 2, 3]


async def test_a_route_s_quota_limits_its_own_bulk_work() -> None:
    """Two a second where the route allows no more, although the account does; nothing at all once it is exhausted."""
    limiter, clock = make()
    limiter.add_pending(10_000)
    limiter.record_success(
        await limiter.acquire("a", adaptive=True),
        [RateLimitInfo("account", 10_000, 20.0), RateLimitInfo("route", 40, 20.0)],
    )
    await settle(limiter)
    assert await bulk_rate(limiter, clock, 5) == pytest.approx(2.0, rel=0.2)
    limiter, clock = make()
    limiter.record_success(
        await limiter.acquire("a", adaptive=True), (RateLimitInfo("account", 500, 5.0), *ROUTE_SPENT)
    )
    await limiter.acquire("a", adaptive=True)
    assert clock.now >= 1_005.0


async def test_a_response_s_reset_is_corrected_by_the_known_clock() -> None:
    """Two responses of the same second locate it more exactly than one."""
    limiter, clock = make()
    first, second = await limiter.acquire("a"), await limiter.acquire("a")
    limiter.record_success(first, [RateLimitInfo("account", 9, 5.0)], 5_000.0)
    clock.now += 0.9
    limiter.record_success(second, ACCOUNT_SPENT, 5_000.0)
    await limiter.acquire("a")
    assert clock.now == pytest.approx(1_000.9 + 4.1 + 0.02)


async def test_a_cooldown_is_waited_for_in_one_piece() -> None:
    """Nothing but its end can shorten it, of a route as of the account; a wait for a quota is looked at in between."""
    for spent in (ROUTE_SPENT, ACCOUNT_SPENT):
        limiter, clock = make()
        wait = await throttled_in_bulk(limiter, None, spent)
        clock.slept.clear()
        await limiter.acquire("a", adaptive=True)
        assert clock.slept == [pytest.approx(wait)]
    limiter, clock = make()
    limiter.record_success(await limiter.acquire("a", adaptive=True), ACCOUNT_SPENT)
    clock.slept.clear()
    await limiter.acquire("a", adaptive=True)
    assert len(clock.slept) > 1


@pytest.mark.parametrize(("adaptive", "counts"), [(False, True), (True, False)])
async def test_single_calls_count_where_bulk_work_has_a_fixed_concurrency(adaptive: bool, counts: bool) -> None:
    """Also right after it has waited long for a reset; what finds the rate by itself has taken them into account."""
    limiter, clock = make()
    limiter.record_success(await limiter.acquire("a"), [RateLimitInfo("account", 0, 90.0)])
    limiter.release(await limiter.acquire("a", adaptive=adaptive, bulk=True))
    assert clock.now >= 1_090.0
    await limiter.acquire("a")
    permit = await limiter.acquire("a", bulk=True)
    assert (permit.fixed, permit.adaptive) == (True, counts)


async def test_calls_that_nobody_announced_are_not_spread() -> None:
    """Beside somebody who used the window before almost up, three go at once as soon as it is new."""
    limiter, clock = make()
    for remaining, reset_in in ((5, 8.0), (1, 4.0)):
        limiter.record_success(
            await limiter.acquire("a", adaptive=True), [RateLimitInfo("account", remaining, reset_in)]
        )
        clock.now += 4.0
    clock.slept.clear()
    await settle(limiter, 3)
    assert clock.slept == []
