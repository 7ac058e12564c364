"""The figures behind the sandbox's results: consistent with each other, with textbooks, and with their seed."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abclient.sandbox.statistics import (
    Arm,
    chi_square,
    chi_square_p,
    generator,
    measure_mean,
    measure_share,
    probabilities_best,
    probability_of_mismatch,
    sample_size,
    split_units,
    successes,
    two_sided_p,
)

ARMS = st.lists(
    st.builds(
        Arm,
        units=st.integers(1, 10**6),
        mean=st.floats(0.001, 0.999),
        error=st.floats(1e-5, 0.2),
        share=st.just(True),
    ),
    min_size=2,
    max_size=5,
)


@given(ARMS)
def test_probabilities_to_be_best_add_up_to_one(arms: list[Arm]) -> None:
    """Whatever was measured, the probabilities are probabilities."""
    chances = probabilities_best(arms)
    assert math.fsum(chances) == pytest.approx(1)
    assert all(0 <= chance <= 1 for chance in chances)


@given(st.floats(0.05, 0.9), st.floats(0.001, 0.05), st.floats(0.0, 0.05))
def test_the_higher_mean_is_more_probably_the_best(mean: float, error: float, more: float) -> None:
    """Of two arms with the same error the better one has at least even odds, and exactly those of their difference."""
    chances = probabilities_best([Arm(100, mean, error, share=True), Arm(100, mean + more, error, share=True)])
    difference = 0.5 * (1 + math.erf(more / error / 2))
    assert chances[1] == pytest.approx(difference, abs=1e-3)


@given(ARMS, st.floats(0.5, 0.99))
def test_intervals_contain_their_mean(arms: list[Arm], level: float) -> None:
    """A mean lies in its interval, a relative difference in its own, and shares stay between 0 and 1."""
    for arm in arms:
        interval = arm.interval(level)
        assert 0 <= interval.lower <= arm.mean <= interval.upper <= 1
        relative = arm.relative_to(arms[0], level)
        assert relative.lower <= arm.mean / arms[0].mean - 1 <= relative.upper


def test_an_interval_is_wide_enough() -> None:
    """The 90 % interval of a standard normal distribution reaches 1.645 to both sides."""
    interval = Arm(1, 5.0, 1.0, share=False).interval()
    assert (interval.lower, interval.upper) == pytest.approx((5 - 1.6449, 5 + 1.6449), abs=1e-4)


def test_nothing_to_compare_with() -> None:
    """A relative difference to a mean of zero is no difference rather than an error."""
    assert Arm(10, 0.5, 0.1, share=True).relative_to(Arm(10, 0.0, 0.1, share=True)).as_json() == {
        "lower": 0.0,
        "upper": 0.0,
    }


@given(st.integers(0, 10**7), st.lists(st.floats(0, 100), min_size=1, max_size=6), st.integers())
def test_units_are_all_distributed(total: int, shares: list[float], seed: int) -> None:
    """The parts add up to the whole, and none is negative."""
    parts = split_units(generator(seed), total, shares)
    assert (sum(parts), len(parts)) == (total, len(shares))
    assert min(parts) >= 0


def test_units_follow_the_allocation() -> None:
    """A large crowd is split in the proportion that was asked for."""
    parts = split_units(generator("split"), 1_000_000, [60, 30, 10])
    assert [part / 1_000_000 for part in parts] == pytest.approx([0.6, 0.3, 0.1], abs=0.003)


@pytest.mark.parametrize(("trials", "chance", "drawn"), [(0, 0.5, 0), (10, 0.0, 0), (10, 1.0, 10), (10, 7.0, 10)])
def test_certain_draws(trials: int, chance: float, drawn: int) -> None:
    """What is certain happens."""
    assert successes(generator(1), trials, chance) == drawn


def test_measurements_surround_the_truth() -> None:
    """Over many draws, 90 % intervals hold the true value about 90 times in 100, for both kinds of metric."""
    rng = generator("coverage")
    shares = [measure_share(rng, 5_000, 0.1).interval() for _ in range(1_000)]
    means = [measure_mean(rng, 5_000, 4.0, 20.0).interval() for _ in range(1_000)]
    assert 870 <= sum(interval.lower <= 0.1 <= interval.upper for interval in shares) <= 930
    assert 870 <= sum(interval.lower <= 4.0 <= interval.upper for interval in means) <= 930


@pytest.mark.parametrize("rate", [0.0, 1.0])
def test_an_extreme_share_still_has_an_error(rate: float) -> None:
    """When nobody or everybody converts, the interval is narrow but not a point."""
    arm = measure_share(generator(1), 100, rate)
    assert (arm.mean, 0 < arm.error < 0.1) == (rate, True)


@pytest.mark.parametrize(
    ("units", "shares", "low", "high"),
    [
        ([5_012, 4_988], [50, 50], 0.0, 0.1),
        ([5_500, 4_500], [50, 50], 0.999, 1.0),
        ([3_400, 3_300, 3_300], [34, 33, 33], 0.0, 0.01),
        ([9_000, 1_000], [50, 50], 0.999, 1.0),
        ([1_000_000, 1], [50, 50], 0.999, 1.0),
        ([0, 0], [50, 50], 0.5, 0.5),
    ],
)
def test_mismatch_is_found_where_there_is_one(units: list[int], shares: list[float], low: float, high: float) -> None:
    """An honest split makes a mismatch improbable, a crooked one nearly certain, no data leaves the odds even."""
    assert low <= probability_of_mismatch(units, shares) <= high


def test_the_same_seed_draws_the_same() -> None:
    """Draws depend on the seed and on nothing else."""
    draws = [generator("a", 1).random() for _ in range(2)]
    assert draws[0] == draws[1] != generator("a", 2).random()


@pytest.mark.parametrize(
    ("statistic", "freedom", "p"),
    [(3.841, 1, 0.05), (5.991, 2, 0.05), (7.815, 3, 0.05), (9.488, 4, 0.05), (11.070, 5, 0.05), (6.635, 1, 0.01)],
)
def test_chi_square_agrees_with_the_tables(statistic: float, freedom: int, p: float) -> None:
    """Critical values from the textbook have the textbook's probabilities."""
    assert chi_square_p(statistic, freedom) == pytest.approx(p, abs=2e-5)


def test_chi_square_of_two_groups_is_the_squared_z() -> None:
    """30 of 100 against 45 of 100: chi-square 4.8; equal rates, and no events at all, have none."""
    assert chi_square([(30, 100), (45, 100)]) == pytest.approx(4.8)
    assert chi_square([(0, 100), (0, 100)]) == 0
    assert chi_square([(30, 100), (30, 100)]) == pytest.approx(0)


def test_two_sided_p() -> None:
    """1.96 standard errors apart is the 5 % level; without any error there is nothing to test."""
    apart = two_sided_p(Arm(1, 0.0, 0.6, share=False), Arm(1, 1.959964, 0.8, share=False))
    assert apart == pytest.approx(0.05)
    assert two_sided_p(Arm(1, 0.0, 0.0, share=False), Arm(1, 1.0, 0.0, share=False)) == 1


@pytest.mark.parametrize(("rate", "lift", "size"), [(0.1, 0.05, 57_600), (0.5, 0.1, 1_600), (0.0, 0.1, 0)])
def test_sample_size(rate: float, lift: float, size: int) -> None:
    """The rule of thumb, 16 times the variance over the squared difference."""
    assert sample_size(rate, lift) == pytest.approx(size, abs=1)
