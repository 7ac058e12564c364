"""The parts of the rate limiter, to the digit: cooldown, recent successes, locks, retry quota."""

from __future__ import annotations

import asyncio
import math

import pytest

from abclient._ratelimit import RetryQuota
from abclient._ratelimit.cooldown import Cooldown
from abclient._ratelimit.locks import Signal
from abclient._ratelimit.queues import FairLock
from abclient._ratelimit.rate import RecentSuccesses


def lowest(low: float, high: float) -> float:
    return low


def highest(low: float, high: float) -> float:
    return high


def test_a_cooldown_takes_as_long_as_was_asked() -> None:
    """With little jitter; a request sent after one has ended starts the next at once."""
    cooldown = Cooldown()
    assert not cooldown.active
    assert cooldown.record_throttle(1, 1, 100.0, 30.0, highest)
    assert (cooldown.active, cooldown.probe) == (True, None)
    assert cooldown.seconds_until_probe(100.0) == pytest.approx(30.5)
    assert cooldown.seconds_until_probe(120.0) == pytest.approx(10.5)
    cooldown.probe = 2
    assert cooldown.seconds_until_probe(100.0) == math.inf
    cooldown.end(131.0)
    assert cooldown.probe is None


def test_a_cooldown_gets_longer_only_while_it_is_active() -> None:
    """429s in a row double the wait; after its end the count starts again."""
    cooldown = Cooldown()
    for number, wait in ((1, 1.0), (2, 2.0), (3, 4.0)):
        cooldown.record_throttle(number, number, 100.0, None, lowest)
        assert cooldown.seconds_until_probe(100.0) == wait
    cooldown.end(100.0)
    cooldown.record_throttle(4, 4, 100.0, None, lowest)
    assert cooldown.seconds_until_probe(100.0) == 1.0


def test_a_cooldown_s_duration_counts_from_its_start() -> None:
    """However often it was extended, the next takes a third of it at least, with jitter, up to ten seconds."""
    cooldown = Cooldown()
    cooldown.record_throttle(1, 1, 100.0, None, lowest)
    cooldown.record_throttle(2, 2, 106.0, None, lowest)
    cooldown.end(112.0)
    cooldown.record_throttle(3, 3, 200.0, None, highest)
    assert cooldown.seconds_until_probe(200.0) == pytest.approx(12.0 / 3 * 1.25)
    cooldown.end(300.0)
    cooldown.record_throttle(4, 4, 400.0, None, highest)
    assert cooldown.seconds_until_probe(400.0) == pytest.approx(12.5)
    cooldown.end(500.0)
    cooldown.record_throttle(5, 5, 600.0, 2.0, lowest)
    assert cooldown.seconds_until_probe(600.0) == 2.0
    cooldown.end(601.0)
    cooldown.record_throttle(5, 5, 601.0, 2.0, lowest)
    cooldown.end(607.0)
    cooldown.record_throttle(6, 6, 700.0, None, lowest)
    assert cooldown.seconds_until_probe(700.0) == 2.0


def test_a_late_429_can_only_lengthen_the_wait() -> None:
    """Of those in flight together, one that asks for less changes nothing, and one that asks for more is obeyed."""
    cooldown = Cooldown()
    cooldown.record_throttle(1, 9, 100.0, 10.0, lowest)
    assert not cooldown.record_throttle(9, 9, 101.0, 3.0, lowest)
    assert cooldown.seconds_until_probe(101.0) == 9.0
    assert not cooldown.record_throttle(8, 9, 101.0, 20.0, lowest)
    assert cooldown.seconds_until_probe(101.0) == 20.0
    assert not cooldown.record_throttle(7, 9, 102.0, None, lowest)
    assert cooldown.seconds_until_probe(102.0) == 19.0


@pytest.mark.parametrize(
    ("times", "now", "rate"),
    [
        ([0.0] * 9, 0.1, None),
        ([0.0] * 10, 0.1, 40.0),
        ([0.0] * 10, 1.0, 10.0),
        ([0.5] * 10 + [0.75] * 10, 1.0, 40.0),
        ([0.0] * 50 + [3.0] * 10, 3.1, 40.0),
        ([0.25] * 10 + [3.0] * 10, 3.1, 20 / 2.85),
    ],
)
def test_recent_successes_are_counted_by_quarters(times: list[float], now: float, rate: float | None) -> None:
    """From the first quarter of a second that had any, over a quarter at least; what is older than three is gone."""
    recent = RecentSuccesses()
    for time in times:
        recent.add(time)
    assert recent.rate(now) == (None if rate is None else pytest.approx(rate))


def test_recent_successes_can_be_limited_to_fewer_quarters() -> None:
    """The last eight of them are the last two seconds."""
    recent = RecentSuccesses()
    for time in [0.0] * 40 + [2.0] * 10:
        recent.add(time)
    assert recent.rate(2.1) == pytest.approx(50 / 2.1)
    assert recent.rate(2.1, 8) == pytest.approx(40.0)


async def test_waiting_for_a_signal_can_be_cancelled() -> None:
    """The cancelled task gets that and no other error; the others are still woken."""
    signal = Signal()
    given_up, patient = (asyncio.create_task(signal.wait()) for _ in range(2))
    await asyncio.sleep(0)
    given_up.cancel()
    with pytest.raises(asyncio.CancelledError):
        await given_up
    signal.notify_all()
    await patient
    again = asyncio.create_task(signal.wait())
    await asyncio.sleep(0)
    signal.notify_all()
    await again


async def test_a_fair_lock_is_first_in_first_out() -> None:
    """In order of arrival; one that gives up does not let the next one in early."""
    lock, served = FairLock[None, str](lambda _: None, pytest.fail), list[int]()

    async def take(number: int) -> None:
        await lock.acquire(None)
        served.append(number)
        lock.release()

    await lock.acquire(None)
    tasks = [asyncio.create_task(take(number)) for number in range(4)]
    await asyncio.sleep(0)
    tasks[1].cancel()
    with pytest.raises(asyncio.CancelledError):
        await tasks[1]
    await asyncio.sleep(0)
    assert (served, lock.pending) == ([], 4)
    lock.release()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert (served, lock.pending) == ([0, 2, 3], 0)
    await lock.acquire(None)
    lock.release()


def test_a_retry_quota_is_spent_and_given_back() -> None:
    """To the last unit, by one, and never beyond what it holds."""
    quota = RetryQuota()
    assert (quota.capacity, quota.left) == (500, 500)
    quota = RetryQuota(15)
    for cost, left in ((10, 5), (5, 0), (0, 0)):
        quota.take(cost)
        assert quota.left == left
    quota.give_back()
    assert quota.left == 1
    for _ in range(20):
        quota.give_back()
    assert quota.left == 15
