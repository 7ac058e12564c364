"""The parts of the rate limiter, each on its own: learned rate, cooldown, announced quotas, queues."""

from __future__ import annotations

import asyncio

import pytest

from abclient._rate_limit_headers import RateLimitInfo
from abclient._ratelimit.cooldown import Cooldown
from abclient._ratelimit.locks import Signal
from abclient._ratelimit.queues import FairLock
from abclient._ratelimit.quota import Permit, QuotaTracker, QuotaWindow, ServerClock
from abclient._ratelimit.rate import LearnedRate, RecentSuccesses


def lowest(low: float, high: float) -> float:
    return low


def work(learned: LearnedRate, seconds: float, since: float = 0.0, *, binding: bool = True) -> float:
    """Send at the learned rate for that long, all accepted; returns the time of the end."""
    now = since
    while now < since + seconds:
        learned.record_sent(now, binding=binding)
        learned.record_success(now, binding=binding)
        now += 1 / learned.rate
    return now


def test_the_rate_doubles_until_the_first_429() -> None:
    """50 a second at first, twice that after 60 milliseconds, and again."""
    learned = LearnedRate()
    assert learned.rate == 50.0
    work(learned, 0.12)
    assert learned.rate == pytest.approx(200.0, rel=0.2)


def test_a_documented_minute_makes_the_start_careful() -> None:
    """Where a 429 costs a minute, the rate starts at 5 a second and doubles every ten."""
    learned = LearnedRate(documented_wait=60.0)
    work(learned, 10.0)
    assert learned.rate == pytest.approx(10.0, rel=0.15)


def test_waiting_for_something_else_teaches_nothing() -> None:
    """A rate that does not hold anything back does not grow, however much succeeds and however long it takes."""
    learned = LearnedRate()
    work(learned, 3.0, binding=False)
    assert learned.rate == 50.0


def test_after_a_429_the_rate_comes_back_and_goes_beyond_later() -> None:
    """0.4 of what failed at first, back at it after the hold, beyond it after that."""
    learned = LearnedRate()
    now = work(learned, 0.12)
    failing = learned.rate
    learned.record_throttle(now)
    learned.record_recovery(now + 1.0, overload=False)
    cut = learned.rate
    assert cut <= 0.41 * failing
    now = work(learned, 13.0, now + 1.0)
    held = learned.rate
    assert 2.2 * cut <= held <= 2.8 * cut
    work(learned, 12.0, now)
    assert learned.rate > 1.3 * held


def test_a_costly_429_makes_the_hold_long() -> None:
    """Locked out for a minute after much success: minutes pass before the failing rate is tried again."""
    learned = LearnedRate(documented_wait=60.0)
    now = work(learned, 25.0)
    failing = learned.rate
    learned.record_throttle(now)
    learned.record_recovery(now + 60.0, overload=False)
    work(learned, 120.0, now + 60.0)
    assert learned.rate < 0.9 * failing


def test_a_newcomer_in_a_full_window_learns_nothing_from_it() -> None:
    """Throttled before anything succeeded, the rate is only halved, and still doubles afterwards, but slowly."""
    learned = LearnedRate()
    learned.record_throttle(0.0)
    learned.record_recovery(10.0, overload=False)
    assert (learned.rate, learned.in_slow_start) == (25.0, True)
    work(learned, 2.5, 10.0)
    assert learned.rate == pytest.approx(50.0, rel=0.15)


def test_an_overload_halves_the_rate_briefly() -> None:
    """503 says little about the rate: half of it, and back after a few seconds."""
    learned = LearnedRate()
    now = work(learned, 0.5)
    before = learned.rate
    learned.record_throttle(now)
    learned.record_recovery(now + 30.0, overload=True)
    assert learned.rate == pytest.approx(before / 2)
    work(learned, 6.0, now + 30.0)
    assert learned.rate >= before


def test_a_recovery_without_an_episode_changes_nothing() -> None:
    """A cooldown that others started does not change the learned rate."""
    learned = LearnedRate()
    learned.record_recovery(5.0, overload=False)
    assert learned.rate == 50.0


def test_recent_successes_are_counted_over_three_seconds() -> None:
    """Older ones are forgotten; fewer than ten say nothing."""
    recent = RecentSuccesses()
    for number in range(100):
        recent.add(number / 20)
    assert recent.rate(5.0) == pytest.approx(20.0, rel=0.1)
    assert recent.rate(20.0) is None


def test_the_first_of_those_throttled_together_begins_an_episode() -> None:
    """Those sent before it do not; one sent later begins another, which takes longer."""
    cooldown = Cooldown()
    assert cooldown.record_throttle(5, 9, 100.0, None, lowest)
    assert not cooldown.record_throttle(7, 9, 100.1, None, lowest)
    assert cooldown.seconds_until_probe(100.0) == 1.0
    assert cooldown.record_throttle(10, 10, 101.0, None, lowest)
    assert cooldown.seconds_until_probe(101.0) == 2.0


def test_a_cooldown_remembers_how_long_the_last_one_took() -> None:
    """After one of 30 seconds, the next one does not begin with a wait of one second."""
    cooldown = Cooldown()
    cooldown.record_throttle(1, 1, 0.0, None, lowest)
    cooldown.end(30.0)
    cooldown.record_throttle(2, 2, 40.0, None, lowest)
    assert cooldown.seconds_until_probe(40.0) == 10.0


def test_a_late_429_after_a_cooldown_is_outdated() -> None:
    """It was in flight when the cooldown began; without a wait it starts none, with one it is obeyed."""
    cooldown = Cooldown()
    cooldown.record_throttle(1, 5, 0.0, 1.0, lowest)
    cooldown.end(1.2)
    assert not cooldown.record_throttle(4, 6, 1.3, None, lowest)
    assert not cooldown.active
    assert not cooldown.record_throttle(4, 6, 1.3, 7.0, lowest)
    assert cooldown.active
    assert cooldown.seconds_until_probe(1.3) == pytest.approx(7.0)


@pytest.mark.parametrize(
    ("ended", "seconds", "wait"),
    [(False, 3.0, 7.0), (False, 7.0, 7.0), (False, 9.0, 9.0), (True, 3.0, 3.0), (True, 9.0, 9.0)],
)
def test_a_cooldown_of_others_is_taken_over(ended: bool, seconds: float, wait: float) -> None:
    """An active one lasts for the longer wait; of one that has ended, the old wait no longer counts."""
    cooldown = Cooldown()
    cooldown.record_throttle(1, 1, 100.0, 10.0, lowest)
    if ended:
        cooldown.end(102.0)
    cooldown.extend(seconds, 103.0)
    assert (cooldown.active, cooldown.seconds_until_probe(103.0)) == (True, wait)


@pytest.mark.parametrize("ahead", [-120.0, 0.4, 3600.0])
def test_a_vendor_clock_is_found_within_a_round_trip(ahead: float) -> None:
    """Dates are whole seconds; many of them tell the difference to a few hundredths."""
    clock = ServerClock()
    assert clock.error == 0.0
    for number in range(300):
        sent = number * 0.137
        clock.update(float(int(1_000_000 + sent + 0.05 + ahead)), sent, sent + 0.1)
    assert clock.offset == pytest.approx(1_000_000 + ahead, abs=0.1)
    assert clock.error < 0.1


def test_a_clock_that_was_set_is_followed() -> None:
    """A vendor's clock that jumps is known again after a few responses."""
    clock = ServerClock()
    for jump in (0.0, 30.0, -30.0):
        for number in range(50):
            sent = number * 0.137 + abs(jump)
            clock.update(float(int(sent + 0.05 + jump)), sent, sent + 0.1)
        assert clock.offset == pytest.approx(jump, abs=1.2)


def test_others_are_seen_in_what_vanishes() -> None:
    """Ten seconds in which 5 a second vanish besides our own 2: that is what others use."""
    window = QuotaWindow(1_000, 60.0, 0, 0.0)
    for tick in range(1, 11):
        window.update(1_000 - 7 * tick, 60.0, 2 * tick, float(tick))
    assert window.others_rate == pytest.approx(5.0, rel=0.1)
    assert window.rate(window.available(20, 10.0), 10.0) == pytest.approx(930 / 50 - 0.9 * window.others_rate)


def test_a_quota_is_spread_over_its_window() -> None:
    """Without others: what is left, evenly until the reset; a new window is known by its reset."""
    window = QuotaWindow(100, 10.0, 0, 0.0)
    assert window.rate(100.0, 0.0) == 10.0
    window.update(50, 10.0, 50, 5.0)
    assert window.others_rate == 0.0
    assert window.rate(window.available(50, 5.0), 5.0) == 10.0
    assert window.rate(0.0, 10.5) == pytest.approx(10.0)  # no news yet: as before
    window.update(99, 20.0, 51, 10.5)
    assert window.others_rate == 0.0
    assert not window.is_stale(20.0)
    assert window.is_stale(26.0)


def test_a_small_job_is_not_paced_where_the_quota_is_ample() -> None:
    """Ten calls of a thousand need no pacing; ten thousand do."""
    quotas = QuotaTracker(lowest)
    quotas.update(Permit("r", 0, 0, 0.0, adaptive=True, call=0), [RateLimitInfo("account", 1_000, 10.0)], None, 0.0)
    assert quotas.rate("r", 0.0, 1.0, 10) == float("inf")
    assert quotas.rate("r", 0.0, 1.0, 10_000) == 100.0
    assert quotas.rate("r", 0.0, 0.5, 10_000) == 50.0
    assert quotas.rate("r", 99.0, 1.0, 10_000) is None


async def test_a_signal_wakes_every_waiter_once() -> None:
    """It wakes those that wait now; a cancelled one is forgotten."""
    signal = Signal()
    waiting = [asyncio.create_task(signal.wait()) for _ in range(3)]
    await asyncio.sleep(0)
    waiting[0].cancel()
    await asyncio.sleep(0)
    signal.notify_all()
    assert await asyncio.gather(*waiting[1:]) == [None, None]
    signal.notify_all()


async def test_a_fair_lock_survives_cancellation() -> None:
    """First in, first out, except for a task that comes back; a cancelled one, even as it is woken, blocks no other."""
    lock, served = FairLock[None, str](lambda _: None, pytest.fail), list[str]()

    async def take(name: str, *, at_front: bool = False) -> None:
        await lock.acquire(None, at_front=at_front)
        served.append(name)
        lock.release()

    await lock.acquire(None)
    tasks = {name: asyncio.create_task(take(name, at_front=name == "back")) for name in ("a", "b", "c", "back")}
    await asyncio.sleep(0)
    assert lock.pending == 5
    tasks["a"].cancel()
    await asyncio.sleep(0)
    lock.release()
    tasks["back"].cancel()  # as it is woken
    await asyncio.gather(*tasks.values(), return_exceptions=True)
    assert served == ["b", "c"]
    assert lock.pending == 0
