"""The adaptive concurrency limit, response by response."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from abclient._ratelimit.concurrency import ConcurrencyLimit, LatencyWindow


def answer(concurrency: ConcurrencyLimit, times: Iterable[float], now: float = 0.0, *, saturated: bool = True) -> int:
    """Responses with these latencies, while the limit is saturated or not; the limit after them."""
    for seconds in times:
        concurrency.saturated = saturated
        concurrency.record(seconds, now)
    return concurrency.limit


def measured(base: float = 10.0, *, maximum: int = 100, now: float = 0.0) -> ConcurrencyLimit:
    """A limit that has measured its base while saturated. Whole seconds add up exactly."""
    concurrency = ConcurrencyLimit(maximum)
    answer(concurrency, [base] * 8, now)
    return concurrency


@pytest.mark.parametrize(
    ("times", "enough", "conclusive"),
    [
        ([], 1, False),
        ([3.0] * 7, 24, False),
        ([3.0] * 8, 24, True),
        ([0.0] * 8, 24, True),
        ([3.0] * 7, 7, True),
        ([1.0, 5.0] * 4, 24, False),
        ([1.0, 5.0] * 4, 9, False),
        ([1.0, 5.0] * 4, 8, True),
        ([1.0, 5.0] * 5, 9, True),
        ([0.43, 0.57] * 5, 24, True),
        ([0.42, 0.58] * 5, 24, False),
        ([2.6, 3.4] * 5, 24, True),
        ([2.5, 3.5] * 5, 24, False),
    ],
)
def test_a_window_is_conclusive_with_enough_samples_or_fewer_that_agree(
    times: list[float], enough: int, conclusive: bool
) -> None:
    """Eight are enough if they deviate by no more than 15% of their mean."""
    answers = LatencyWindow()
    for seconds in times:
        answers.add(seconds)
    assert answers.count == len(times)
    assert answers.conclusive(enough) is conclusive


@pytest.mark.parametrize(("maximum", "limit"), [(100, 8), (8, 8), (5, 5)])
def test_eight_may_be_in_flight_at_first(maximum: int, limit: int) -> None:
    """Or as many as the maximum; at first it is not saturated."""
    concurrency = ConcurrencyLimit(maximum)
    assert (concurrency.limit, concurrency.maximum, concurrency.saturated) == (limit, maximum, False)
    assert ConcurrencyLimit().maximum == 100


@pytest.mark.parametrize(
    ("first", "needed"),
    [
        ([10.0] * 8, 8),
        ([0.0] * 8, 8),
        ([5.0, 15.0] * 4 + [10.0] * 8, 16),
        ([5.0, 15.0] * 20, 40),
        ([5.0, 15.0] * 4 + [8.0, 12.0] * 16, 40),
    ],
    ids=["eight that agree", "of no time", "the second eight agree", "none agree", "few agree"],
)
def test_the_base_is_measured_by_eight_that_agree_or_by_thirty_two(first: list[float], needed: int) -> None:
    """If the first eight do not agree, they are skipped; once the base is known, a saturated limit doubles."""
    concurrency = ConcurrencyLimit()
    assert answer(concurrency, first[: needed - 1]) == 8
    assert answer(concurrency, first[needed - 1 : needed]) == 16
    assert concurrency.saturated is False


def test_the_first_responses_are_not_part_of_the_base_unless_they_agree() -> None:
    """Eight that differ, around ten seconds, and eight of twenty: the base is twenty, and 48 are not too slow."""
    concurrency = ConcurrencyLimit()
    answer(concurrency, [1.0, 19.0] * 4 + [20.0] * 8)
    assert answer(concurrency, [48.0] * 16) == 16
    assert answer(concurrency, [49.0] * 16) == 13


@pytest.mark.parametrize(
    ("seconds", "saturated", "limit"),
    [
        (1.0, True, 32),
        (12.0, True, 32),
        (13.0, True, 18),
        (18.0, True, 18),
        (19.0, True, 16),
        (24.0, True, 16),
        (25.0, True, 13),
        (12.0, False, 16),
        (18.0, False, 16),
        (25.0, False, 13),
    ],
)
def test_a_window_moves_the_limit(seconds: float, saturated: bool, limit: int) -> None:
    """From 16, where ten seconds are the base: twice, 15% more, the same, or 15% less; more only if saturated."""
    concurrency = measured()
    assert answer(concurrency, [seconds] * 15, saturated=saturated) == 16
    assert answer(concurrency, [seconds], saturated=saturated) == limit
    assert concurrency.saturated is False


@pytest.mark.parametrize("base", [0.0, 0.001, 0.01])
def test_differences_of_milliseconds_are_not_a_queue(base: float) -> None:
    """A base of less than 10 ms counts as 10 ms: what a near server takes is mostly what this process takes."""
    concurrency = measured(base)
    assert answer(concurrency, [0.0129] * 16) == 32
    assert answer(concurrency, [0.025] * 32) == 27


@pytest.mark.parametrize(("maximum", "limits"), [(100, [16, 32, 64, 100, 100]), (20, [16, 20, 20, 20, 20])])
def test_the_limit_doubles_while_responses_are_quick_up_to_the_maximum(maximum: int, limits: list[int]) -> None:
    """Where they agree, after each window of as many as may be in flight."""
    concurrency = ConcurrencyLimit(maximum)
    assert [answer(concurrency, [10.0] * concurrency.limit) for _ in limits] == limits


def test_the_limit_shrinks_while_responses_are_slow_down_to_two() -> None:
    """By 15% after each window."""
    concurrency = measured()
    assert [answer(concurrency, [25.0] * max(8, concurrency.limit)) for _ in range(14)] == [
        *(13, 11, 9, 8, 7, 6),
        *(5, 4, 3, 3, 2, 2, 2, 2),
    ]


@pytest.mark.parametrize(
    ("before", "needed", "limit"),
    [
        ([], 24, 32),
        ([10.0] * 16, 32, 64),
        ([25.0] * 16, 72, 27),
        ([10.0] * 16 + [25.0] * 32, 81, 54),
        ([25.0] * 16 + [15.0] * 13, 72, 31),
        ([25.0] * 16 + [10.0] * 13, 27, 54),
    ],
    ids=["few places", "many", "cut", "cut with many", "not yet quick again", "quick again"],
)
def test_a_window_is_longer_where_responses_differ(before: list[float], needed: int, limit: int) -> None:
    """24 responses or as many as the limit; three times as many after a cut, until responses are quick again."""
    concurrency = measured()
    unchanged = answer(concurrency, before)
    times = [2.0, 18.0] * 50
    assert answer(concurrency, times[: needed - 1]) == unchanged
    assert answer(concurrency, times[needed - 1 : needed]) == limit


def test_the_base_is_measured_again_after_two_minutes() -> None:
    """With a quarter of the limit; what was in flight before is skipped, and saturation does not count then."""
    concurrency = measured(now=1_000.0)
    assert answer(concurrency, [11.0], 1_119.5) == 16
    assert answer(concurrency, [11.0], 1_120.0) == 4
    assert answer(concurrency, [90.0] * 16, 1_120.0) == 4
    assert answer(concurrency, [30.0] * 7, 1_130.0) == 4
    assert answer(concurrency, [30.0], 1_130.0) == 16
    assert answer(concurrency, [72.0] * 16, 1_249.5) == 16
    assert answer(concurrency, [73.0] * 16, 1_249.5) == 13
    assert answer(concurrency, [30.0], 1_250.0) == 3


def test_at_least_two_in_flight_measure_again() -> None:
    """A quarter of five would be one."""
    concurrency = measured(maximum=5)
    assert concurrency.limit == 5
    assert answer(concurrency, [10.0], 120.0) == 2


def test_responses_that_differ_are_measured_again_with_thirty_two() -> None:
    """As at first."""
    concurrency = measured()
    answer(concurrency, [10.0] * (1 + 16), 120.0)
    assert answer(concurrency, [5.0, 15.0] * 15 + [5.0], 120.0) == 4
    assert answer(concurrency, [15.0], 120.0) == 16
