"""The learned rate, to the digit: what each episode changes, for how long, and what does not count."""

from __future__ import annotations

import math

import pytest

from abclient._ratelimit.rate import (
    CAREFUL_DOUBLING_SECONDS,
    CAREFUL_RATE_PER_SECOND,
    DOUBLING_SECONDS,
    GIVEN_DOUBLING_SECONDS,
    INITIAL_RATE_PER_SECOND,
    LearnedRate,
)


@pytest.fixture(autouse=True)
def _numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules are tested with round numbers of their own, so that tuning them breaks no test."""
    numbers = {"FIRST_CUT_FACTOR": 0.5, "CUT_FACTOR": 0.8, "OVERLOAD_CUT_FACTOR": 0.5, "MIN_RATE_PER_SECOND": 0.2}
    holds = {"MIN_HOLD_SECONDS": 12.0, "MAX_HOLD_SECONDS": 600.0, "HOLD_PER_BLOCKED_SECOND": 7.0}
    counts = {"MIN_HOLD_REQUESTS": 15.0, "OVERLOAD_HOLD_SECONDS": 5.0, "MIN_SUCCESSES": 5, "CONFIDENT_SUCCESSES": 200}
    for name, value in {**numbers, **holds, **counts}.items():
        monkeypatch.setattr(f"abclient._ratelimit.rate._{name}", value)


def success(learned: LearnedRate, number: int, at: float = 0.0) -> None:
    """That many requests succeed at once, none of them held back by the rate."""
    for _ in range(number):
        learned.record_success(at, binding=False)


def pass_time(learned: LearnedRate, seconds: float, since: float) -> float:
    """Requests held back by the rate are sent for that long; returns the time of the end."""
    learned.record_sent(since, binding=True)
    for step in range(1, 1 + math.floor(2 * seconds)):
        learned.record_sent(since + step / 2, binding=True)
    learned.record_sent(since + seconds, binding=True)
    return since + seconds


def taught(good: int, blocked: float, *, overload: bool = False) -> LearnedRate:
    """After an episode with that many successes and that long a cooldown, long after the successes."""
    learned = LearnedRate()
    success(learned, good)
    learned.record_throttle(100.0)
    learned.record_recovery(100.0 + blocked, overload=overload)
    return learned


@pytest.mark.parametrize(
    ("documented_wait", "rate", "doubling"),
    [
        (None, INITIAL_RATE_PER_SECOND, DOUBLING_SECONDS),
        (0.0, INITIAL_RATE_PER_SECOND, DOUBLING_SECONDS),
        (9.5, INITIAL_RATE_PER_SECOND, DOUBLING_SECONDS),
        (10.0, CAREFUL_RATE_PER_SECOND, CAREFUL_DOUBLING_SECONDS),
        (60.0, CAREFUL_RATE_PER_SECOND, CAREFUL_DOUBLING_SECONDS),
    ],
)
def test_slow_start_is_careful_where_a_429_is_expensive(
    documented_wait: float | None, rate: float, doubling: float
) -> None:
    """From ten documented seconds on; each success that the rate held back raises it by the same step."""
    learned = LearnedRate(documented_wait)
    assert (learned.rate, learned.in_slow_start) == (rate, True)
    for _ in range(3):
        learned.record_success(0.0, binding=True)
    assert learned.rate == pytest.approx(rate + 3 * math.log(2.0) / doubling)
    success(learned, 3)
    assert learned.rate == pytest.approx(rate + 3 * math.log(2.0) / doubling)


def test_slow_start_begins_where_a_vendor_is_described_to_begin() -> None:
    """Whatever a 429 costs; from there each success that the rate held back raises it by the same step."""
    for documented_wait in (None, 60.0):
        learned = LearnedRate(documented_wait, 2.0)
        assert (learned.rate, learned.in_slow_start) == (2.0, True)
        for _ in range(3):
            learned.record_success(0.0, binding=True)
        assert learned.rate == pytest.approx(2.0 + 3 * math.log(2.0) / GIVEN_DOUBLING_SECONDS)


@pytest.mark.parametrize(
    ("good", "blocked", "rate", "hold"),
    [
        (5, 0.0, 25.0, 12.0),
        (5, 1.0, math.sqrt(5.0 * 50.0), 12.0),
        (100, 10.0, math.sqrt(10.0 * 50.0), 35.0),
        (199, 10.0, 25.0, 69.65),
        (200, 10.0, 25.0, 70.0),
        (400, 10.0, 25.0, 70.0),
        (200, 100.0, math.sqrt(2.0 * 50.0), 600.0),
    ],
)
def test_the_first_cut_is_half_and_a_hold(good: int, blocked: float, rate: float, hold: float) -> None:
    """Half of the failed rate, or less where little was accepted; back at it after a hold that the cooldown sets."""
    learned = taught(good, blocked)
    assert learned.rate == pytest.approx(rate)
    assert not learned.in_slow_start
    now = pass_time(learned, hold / 2, 1_000.0)
    assert learned.rate == pytest.approx(50.0 * (1.0 - (1.0 - rate / 50.0) / 8))
    now = pass_time(learned, hold / 2, now)
    assert learned.rate == pytest.approx(50.0)
    pass_time(learned, hold / 2, now)
    assert learned.rate == pytest.approx(50.0 * (1.0 + 1.0 / 8))


def test_too_few_successes_only_slow_the_slow_start_down() -> None:
    """Fewer than five since the last episode say nothing about the rate, however often; down to one in five seconds."""
    learned = LearnedRate()
    for halved in (25.0, 12.5, 6.25):
        success(learned, 4)
        learned.record_throttle(100.0)
        learned.record_recovery(101.0, overload=False)
        assert (learned.rate, learned.in_slow_start) == (halved, True)
    for _ in range(9):
        learned.record_throttle(200.0)
        learned.record_recovery(201.0, overload=False)
    assert learned.rate == 0.2


def test_a_later_cut_is_a_fifth() -> None:
    """Once a rate was found to fail, failing again cuts it less than the first time."""
    learned = taught(200, 10.0)
    now = pass_time(learned, 70.0, 1_000.0)
    success(learned, 3_000, now - 50.0)
    learned.record_throttle(now)
    learned.record_recovery(now + 1.0, overload=False)
    assert learned.rate == pytest.approx(40.0)


def test_the_failed_rate_is_that_of_recent_successes() -> None:
    """Of the last two seconds in slow start, of the last three later; never more than the rate itself."""
    learned = LearnedRate()
    success(learned, 60, 0.0)
    success(learned, 10, 2.0)
    learned.record_throttle(2.1)
    learned.record_recovery(2.2, overload=False)
    assert learned.rate == pytest.approx(20.0)
    now = pass_time(learned, 12.0, 1_000.0)
    assert learned.rate == pytest.approx(40.0)
    success(learned, 200, now - 50.0)
    success(learned, 11, now + 0.25)
    success(learned, 10, now + 2.25)
    learned.record_throttle(now + 2.35)
    learned.record_recovery(now + 2.36, overload=False)
    assert learned.rate == pytest.approx(0.8 * 10.0)


@pytest.mark.parametrize(("enforced", "rate"), [({}, 25.0), ({"enforced": True}, 25.0), ({"enforced": False}, 100.0)])
def test_more_than_the_rate_can_fail_only_where_it_was_not_enforced(enforced: dict[str, bool], rate: float) -> None:
    """200 a second were accepted, four times the rate; the first cut is half of the failed rate."""
    learned = LearnedRate()
    success(learned, 200, 99.0)
    learned.record_throttle(100.0, **enforced)
    learned.record_recovery(100.0, overload=False)
    assert learned.rate == pytest.approx(rate)


def test_a_slow_rate_is_held_for_some_requests() -> None:
    """At one in five seconds a hold of twelve seconds would be two requests; it is fifteen."""
    learned = LearnedRate(60.0)
    for _ in range(5):
        learned.record_throttle(0.0)
        learned.record_recovery(1.0, overload=False)
    assert learned.rate == 0.2
    success(learned, 5)
    learned.record_throttle(100.0)
    learned.record_recovery(101.0, overload=False)
    low = learned.rate
    now = pass_time(learned, 37.5, 1_000.0)
    assert learned.rate == pytest.approx(0.2 * (1.0 - (1.0 - low / 0.2) / 8))
    pass_time(learned, 37.5, now)
    assert learned.rate == pytest.approx(0.2)


@pytest.mark.parametrize("good", [0, 100])
def test_an_overload_says_little_about_the_rate(good: int) -> None:
    """Half of it, and all of it again after five seconds."""
    learned = taught(good, 30.0, overload=True)
    assert (learned.rate, learned.in_slow_start) == (25.0, False)
    pass_time(learned, 5.0, 1_000.0)
    assert learned.rate == pytest.approx(50.0)


def test_one_episode_counts_once() -> None:
    """Further 429s change neither the failed rate nor its start; a second recovery changes nothing."""
    learned = LearnedRate()
    success(learned, 100)
    learned.record_throttle(100.0)
    success(learned, 10, 105.0)
    learned.record_throttle(105.1)
    learned.record_recovery(110.0, overload=False)
    assert learned.rate == pytest.approx(math.sqrt(110 / 10.0 * 50.0))
    learned.record_recovery(500.0, overload=True)
    assert learned.rate == pytest.approx(math.sqrt(110 / 10.0 * 50.0))


def test_only_time_in_which_the_rate_is_binding_brings_it_back() -> None:
    """An idle minute counts as a second, and time in which something else holds requests back as nothing."""
    learned = taught(200, 10.0)
    learned.record_sent(1_000.0, binding=True)
    learned.record_sent(1_060.0, binding=True)
    assert learned.rate == pytest.approx(50.0 * (1.0 - 0.5 * (69.0 / 70.0) ** 3))
    learned.record_sent(1_060.5, binding=False)
    assert learned.rate == pytest.approx(50.0 * (1.0 - 0.5 * (69.0 / 70.0) ** 3))


def test_the_accepted_rate_is_counted_over_the_whole_cycle() -> None:
    """Sending and cooldown together, since the last episode; not the time before it, nor the one after."""
    learned = taught(200, 10.0)
    for second in range(11):
        learned.record_sent(1_000.0 + second, binding=False)
    success(learned, 100, 1_001.0)
    learned.record_throttle(1_010.0)
    learned.record_recovery(1_020.0, overload=False)
    assert learned.rate == pytest.approx(math.sqrt(100 / 20.0 * 25.0))
