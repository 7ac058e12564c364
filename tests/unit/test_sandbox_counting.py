"""Counting over time: how tallies come together and compare."""

from __future__ import annotations

from itertools import pairwise

import pytest

from abclient.sandbox.counting import DAY, HOUR, Lift, Tally, course, difference, step_times


@pytest.mark.parametrize(
    ("length", "points", "step"),
    [(1, 1, HOUR), (HOUR, 1, HOUR), (HOUR + 1, 2, HOUR), (2 * DAY, 48, HOUR), (3 * DAY, 3, DAY), (10.5 * DAY, 11, DAY)],
)
def test_steps_are_hours_then_days(length: float, points: int, step: float) -> None:
    """Two days or less are cut into hours, more into days; the last point is the end itself."""
    times = step_times(1000.0, 1000.0 + length)
    assert (len(times), times[-1]) == (points, 1000.0 + length)
    assert times[:-1] == [1000.0 + step * place for place in range(1, points)]


def test_steps_are_bounded() -> None:
    """A time that is centuries long does not get a point for every day."""
    assert len(step_times(0, 1e12)) <= 1001


@pytest.mark.parametrize("tally", [Tally(5000, 240, None), Tally(40, 39, None), Tally(0, 0, None), Tally(900, 77, 3.5)])
def test_a_course_ends_in_its_tally(tally: Tally) -> None:
    """Counts never fall, conversions never exceed samples, and the last step is what was counted in the end."""
    steps = course(("seed", 1), ("seed", 1, "metric"), tally, 20)
    assert (len(steps), steps[-1]) == (20, tally)
    for before, after in pairwise(steps):
        grown = difference(after, before)
        assert grown.samples >= 0 and grown.value >= 0
    assert tally.spread or all(step.value <= step.samples for step in steps)


def test_visitors_come_at_one_pace_for_all_metrics() -> None:
    """Two metrics of a variation have the same samples at every step, and different values."""
    one, two = [course(("v",), ("v", name), Tally(5000, 300, None), 10) for name in ("clicks", "sales")]
    assert [step.samples for step in one] == [step.samples for step in two]
    assert [step.value for step in one] != [step.value for step in two]


@pytest.mark.parametrize("value", [200, 250, 300, 350])
@pytest.mark.parametrize("level", [0.8, 0.9, 0.99])
def test_significance_and_interval_mean_the_same(value: int, level: float) -> None:
    """A difference is significant at a level exactly when its interval at that level excludes 0."""
    lift = Lift.between(Tally(5000, value, None), Tally(5000, 250, None), level)
    assert lift.lower <= lift.value <= lift.upper
    assert (lift.significance > level) == (lift.lower > 0 or lift.upper < 0)
    assert lift.value == pytest.approx(value / 250 - 1)


def test_nothing_compares_with_nothing() -> None:
    """A baseline that nobody converted in gives no lift."""
    assert Lift.between(Tally(10, 5, None), Tally(0, 0, None), 0.9) == Lift(0.0, 0.0, 0.0, 0.0)
