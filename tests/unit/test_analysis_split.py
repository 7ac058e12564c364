"""The chi-square test of a traffic split: against published examples and SciPy, and where it says nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chisquare

from abclient.analysis import sequential_split_test, split_test

EVEN = {"a": 50.0, "b": 50.0}

PUBLISHED: list[tuple[str, dict[str, int], dict[str, float], float, float]] = [
    # Kohavi, Tang, Xu: Trustworthy Online Controlled Experiments (2020), chapter 3: p = 1.8e-6
    ("Kohavi", {"a": 821_588, "b": 815_482}, EVEN, 22.774, 1.8e-6),
    # Mendel's peas (1866), the example of many textbooks: 0.470 with 3 degrees of freedom, p = 0.925
    ("Mendel", {"a": 315, "b": 108, "c": 101, "d": 32}, {"a": 9, "b": 3, "c": 3, "d": 1}, 0.470, 0.925),
    # A die thrown 60 times, as in encyclopaedias: 13.4 with 5 degrees of freedom, p = 0.020
    (
        "die",
        dict(zip("abcdef", (5, 8, 9, 8, 10, 20), strict=True)),
        dict.fromkeys("abcdef", 1.0),
        13.4,
        0.020,
    ),
]


@pytest.mark.parametrize(
    ("units", "shares", "chi_square", "p_value"), [row[1:] for row in PUBLISHED], ids=[row[0] for row in PUBLISHED]
)
def test_the_test_agrees_with_published_examples(
    units: dict[str, int], shares: dict[str, float], chi_square: float, p_value: float
) -> None:
    """Statistic and p-value are those of the books, to the digits they print."""
    tested = split_test(units, shares)
    assert tested is not None
    assert tested.statistic == pytest.approx(chi_square, abs=0.001)
    assert tested.p_value == pytest.approx(p_value, rel=0.03)


@given(st.lists(st.tuples(st.integers(0, 10**9), st.floats(0.01, 100.0)), min_size=2, max_size=12))
def test_the_test_is_scipys(arms: list[tuple[int, float]]) -> None:
    """Statistic and p-value are those of ``scipy.stats.chisquare``, which takes seconds to import."""
    units = {str(place): count for place, (count, _) in enumerate(arms)}
    tested = split_test(units, {str(place): share for place, (_, share) in enumerate(arms)})
    if tested is not None:
        expected = chisquare(list(tested.observed.values()), list(tested.expected.values()))
        assert tested.statistic == pytest.approx(expected.statistic, rel=1e-9)
        assert tested.p_value == pytest.approx(expected.pvalue, rel=1e-6, abs=1e-300)


@pytest.mark.parametrize("test", [split_test, sequential_split_test])
def test_shares_too_small_to_compute_with(test: Any) -> None:
    """The share is named, not a function of mathematics."""
    with pytest.raises(ValueError, match="the share of b is 1e-300, too small beside the others"):
        test({"a": 5, "b": 5}, {"a": 1e100, "b": 1e-300})


@pytest.mark.parametrize("scale", [0.01, 1, 100])
def test_shares_may_have_any_unit(scale: float) -> None:
    """Fractions, percent and basis points of the same shares give the same test."""
    units = {"a": 7_100, "b": 2_900}
    tested = split_test(units, {"a": 70 * scale, "b": 30 * scale})
    assert tested is not None
    assert tested.expected == pytest.approx({"a": 7_000, "b": 3_000})
    assert tested.p_value == pytest.approx(0.0291, abs=1e-4)


@pytest.mark.parametrize(
    ("units", "shares"),
    [
        ({}, EVEN),
        ({"a": 100}, {"a": 100.0}),
        ({"a": 100, "b": 0}, {"a": 100.0, "b": 0.0}),
        ({"a": 4, "b": 5}, EVEN),
        ({"a": 1000, "b": 4}, {"a": 99.9, "b": 0.1}),
        ({"a": 100, "b": 100}, {}),
        ({"a": 100, "b": 100}, {"x": 50.0, "y": 50.0}),
    ],
)
def test_too_little_is_not_tested(units: dict[str, int], shares: dict[str, float]) -> None:
    """Fewer than two shares, or an expected number below 5, say nothing, and None is not a p-value."""
    assert split_test(units, shares) is None


def test_a_variation_without_a_share_is_left_out_and_one_without_units_counts() -> None:
    """Stopped traffic is no mismatch; traffic that should flow and does not is."""
    stopped = split_test({"a": 500, "b": 510, "c": 90}, {**EVEN, "c": 0})
    assert stopped is not None
    assert stopped.p_value > 0.7
    silent = split_test({"a": 500}, EVEN)
    assert silent is not None
    assert silent.p_value < 1e-9
