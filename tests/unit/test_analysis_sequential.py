"""Comparisons at any time, and the test of the split: against recorded figures, and where there is no effect."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abclient.analysis import (
    Comparison,
    Sample,
    confidence_sequence,
    fixed_horizon,
    mixture_sprt,
    sequential_split_test,
    split_test,
)
from support.statistics import conversions, other, vectors

EXACT = 1e-9
EVEN = {"a": 1.0, "b": 1.0}


@pytest.mark.parametrize(
    "case", vectors()["a"]["sequential_asymptotic_cs"], ids=lambda case: f"{case['case']}, {case['kind']}"
)
def test_the_confidence_sequence_is_that_of_gbstats(case: Any) -> None:
    """Difference, standard error, interval and p-value, relative and absolute."""
    found = confidence_sequence(
        conversions(case["base"]), conversions(case["var"]), planned_units=5000, difference_kind=case["kind"]
    )
    figures = [found.difference, found.standard_error, found.difference_low, found.difference_high, found.p_value]
    assert figures == pytest.approx([case["est"], case["se"], *case["ci95"], case["p"]], rel=EXACT)


@pytest.mark.parametrize(
    ("case", "base", "var"),
    [
        (vectors()["d"]["msprt"][0], [1000, 10000], [1080, 10000]),
        (vectors()["d"]["msprt"][1], [1000, 10000], [1180, 10000]),
        (vectors()["d"]["msprt"][2], [12, 100], [18, 100]),
    ],
)
def test_the_mixture_test_is_its_mixture(case: Any, base: list[int], var: list[int]) -> None:
    """Recorded figures, and the likelihood ratio integrated over effects."""
    found = mixture_sprt(
        conversions(base), conversions(var), effect_sd=math.sqrt(case["tau2"]), difference_kind="absolute"
    )
    assert found.standard_error is not None
    assert found.standard_error**2 == pytest.approx(case["V"], rel=EXACT)
    assert [found.difference_low, found.difference_high] == pytest.approx(case["ci95"], rel=EXACT)
    assert found.p_value == pytest.approx(case["p"], rel=EXACT)
    norm, quad = other("scipy.stats").norm, other("scipy.integrate").quad
    spread, error = math.sqrt(case["tau2"]), found.standard_error

    def mixed(effect: float) -> Any:
        own = norm.pdf(found.difference, effect, error) / norm.pdf(found.difference, 0, error)
        return norm.pdf(effect, 0, spread) * own

    ratio, _ = quad(mixed, -10 * spread, 10 * spread, limit=200, points=[0.0, found.difference])
    assert found.p_value == pytest.approx(min(1, 1 / ratio), rel=1e-6)


SEQUENTIAL: list[Callable[..., Comparison]] = [
    partial(mixture_sprt, effect_sd=0.02),
    partial(confidence_sequence, planned_units=10_000),
]


@pytest.mark.parametrize("compare", SEQUENTIAL, ids=["mixture", "sequence"])
def test_thirty_looks_at_nothing_find_nothing(compare: Callable[..., Comparison]) -> None:
    """Without an effect fewer than 5 % of experiments are ever significant; of tests for one look 27 % are."""
    random = other("numpy").random.default_rng(11)
    found = {"always valid": 0, "one look": 0}
    for _ in range(150):
        a, b = (random.binomial(500, 0.2, 30).cumsum().tolist() for _ in range(2))
        looks = [
            (conversions([x, 500 * day]), conversions([y, 500 * day]))
            for day, (x, y) in enumerate(zip(a, b, strict=True), 1)
        ]
        found["always valid"] += any(compare(*look, difference_kind="absolute").significant for look in looks)
        found["one look"] += any(fixed_horizon(*look, difference_kind="absolute").significant for look in looks)
    assert found["always valid"] / 150 < 0.06
    assert 0.15 < found["one look"] / 150 < 0.4


@pytest.mark.parametrize("compare", SEQUENTIAL, ids=["mixture", "sequence"])
@given(x=st.integers(25, 500), y=st.integers(25, 500), level=st.sampled_from([0.8, 0.95]))
def test_p_value_and_interval_say_the_same(compare: Callable[..., Comparison], x: int, y: int, level: float) -> None:
    """Nought is outside of the interval where the test is significant, and there alone."""
    found = compare(conversions([x, 1000]), conversions([y, 1000]), level=level, difference_kind="absolute")
    assert found.difference_low is not None
    assert found.difference_high is not None
    assert found.significant is (found.difference_low > 0 or found.difference_high < 0)


def test_a_p_value_never_rises() -> None:
    """What was found at an earlier look stays found."""
    early, late = conversions([500, 5000]), conversions([600, 5000])
    first = mixture_sprt(early, late, effect_sd=0.1, previous_p=0.001)
    assert (first.p_value, first.significant, first.verdict) == (0.001, True, "better")
    assert first.statistics == "frequentist-sequential"


@pytest.mark.parametrize("compare", SEQUENTIAL, ids=["mixture", "sequence"])
@pytest.mark.parametrize(
    ("base", "var", "question", "caveats", "verdict"),
    [
        ([1000, 10000], [1400, 10000], {"running": True}, {"winners_curse"}, "better"),
        ([1000, 10000], [1400, 10000], {"bandit": True}, {"bandit"}, None),
        ([20, 10000], [400, 10000], {}, {"few_units"}, None),
        ([30, 90], [80, 90], {"difference_kind": "absolute"}, {"few_units"}, None),
        ([0, 500], [80, 500], {}, {"few_units", "no_relative_difference"}, None),
        ([500, 500], [500, 500], {"difference_kind": "absolute"}, {"no_variance"}, None),
        ([500, 500], [500, 500], {}, {"no_variance", "no_relative_difference"}, None),
    ],
)
def test_verdicts_and_caveats(
    compare: Callable[..., Comparison],
    base: list[int],
    var: list[int],
    question: Any,
    caveats: set[str],
    verdict: str | None,
) -> None:
    """There is no verdict before there are enough units, and no warning of looking at running experiments."""
    found = compare(conversions(base), conversions(var), **question)
    assert ({caveat.kind for caveat in found.caveats}, found.verdict) == (caveats, verdict)


def test_values_are_compared_at_any_time_too() -> None:
    """By mean and variance, without a number of conversions."""
    found = confidence_sequence(
        *(Sample.of_moments(units=5000, mean=mean, variance=30.0) for mean in (2.5, 3.2)), planned_units=10_000
    )
    assert (found.verdict, found.test) == ("better", "confidence sequence")


REFUSED: list[tuple[Callable[[Sample], object], str]] = [
    (lambda a: mixture_sprt(a, a, effect_sd=0.0), "effect_sd is 0.0"),
    (lambda a: mixture_sprt(a, a, effect_sd=math.nan), "effect_sd is nan"),
    (lambda a: mixture_sprt(a, a, effect_sd=1.0, previous_p=1.5), "previous_p is 1.5"),
    (lambda a: confidence_sequence(a, a, planned_units=0), "planned_units is 0"),
    (lambda a: sequential_split_test({"a": 1}, EVEN, concentration=0), "concentration is 0"),
    (lambda a: sequential_split_test({"a": 1}, EVEN, previous_p=-1), "previous_p is -1"),
    (lambda a: sequential_split_test({"a": -1}, EVEN), "the units of a is -1"),
    (lambda a: split_test({"a": 1.5}, EVEN), "the units of a is 1.5"),  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType]
    (lambda a: split_test({"a": 100, "b": 100}, {"a": 1, "b": -1}), "a share is negative"),
    (lambda a: split_test({"a": 100, "b": 100}, {"a": 1, "b": math.nan}), "the share of b is nan"),
]


@pytest.mark.parametrize(("call", "message"), REFUSED)
def test_what_is_refused(call: Callable[[Sample], object], message: str) -> None:
    """What cannot be is an error that says what it was."""
    with pytest.raises(ValueError, match=message):
        call(conversions([10, 100]))


def split(case: Any) -> tuple[dict[str, int], dict[str, float]]:
    """The units and shares of a recorded case, by name."""
    names = "abc"[: len(case["shares"])]
    return dict(zip(names, case["units"], strict=True)), dict(zip(names, case["shares"], strict=True))


@pytest.mark.parametrize("case", vectors()["a"]["srm"], ids=lambda case: str(case["case"]))
def test_the_split_at_one_look(case: Any) -> None:
    """Statistic and p-value are those of SciPy, and the test can be read."""
    units, shares = split(case)
    found = split_test(units, shares)
    assert found is not None
    assert [found.statistic, found.p_value] == pytest.approx([case["chi2"], float(case["p_full"])], rel=EXACT)
    assert str(found).startswith(f"chi-square test of the split, p = {found.p_value:.3g}: a has {units['a']:,}, not ")


@pytest.mark.parametrize(
    "case",
    [case for case in vectors()["c"] if "units" in case],
    ids=lambda case: f"{case['case']}, {case['concentration']}",
)
def test_the_split_at_any_look(case: Any) -> None:
    """Bayes factor, p-value and posterior are those of Optimizely's ssrm-test."""
    found = sequential_split_test(*split(case), concentration=case["concentration"])
    assert found is not None
    assert found.posterior is not None
    figures = [found.statistic, found.p_value, found.posterior]
    assert figures == pytest.approx([case["log_bf"], case["p"], case["posterior"]], rel=1e-8)  # of differences of 1e5


# The logarithm of the factor by mpmath 1.4 with 60 digits, where b and c have so many units and a three standard
# deviations more.
LARGE = [
    (10**2, 0.05458421200794039),
    (10**6, -2.72210522531149),
    (10**9, -9.611796714980038),
    (10**12, -16.5193647126115),
    (10**15, -23.42711518731218),
    (10**17, -28.032285180388147),
]


@pytest.mark.parametrize(("units", "wanted"), LARGE)
def test_a_split_of_very_many_units_has_its_digits(units: int, wanted: float) -> None:
    """Gamma functions of so many units are larger than what remains of them by more digits than floats have."""
    counts = {"a": units + math.isqrt(9 * units), "b": units, "c": units}
    tested = sequential_split_test(counts, dict.fromkeys(counts, 1))
    assert tested is not None
    assert tested.statistic == pytest.approx(wanted, rel=1e-8, abs=1e-12)


def test_the_split_day_by_day() -> None:
    """Counts of all days so far, and the p-value of the day before, give what ssrm-test gives for the days."""
    case = vectors()["c"][-1]
    p, total = 1.0, [0, 0]
    for day, wanted, posterior in zip(case["days"], case["p"], case["posterior"], strict=True):
        total = [one + more for one, more in zip(total, day, strict=True)]
        found = sequential_split_test(dict(zip("ab", total, strict=True)), EVEN, previous_p=p)
        assert found is not None
        p = found.p_value
        assert p == pytest.approx(wanted, rel=1e-8)
        assert found.posterior == pytest.approx(posterior, rel=1e-8)


def test_a_p_value_of_nothing_is_handed_on() -> None:
    """A split so far off that its p-value is 0 stays so on the next day."""
    found = sequential_split_test({"a": 10**6, "b": 10}, EVEN)
    assert found is not None
    assert found.p_value == 0.0
    healthy = sequential_split_test({"a": 100, "b": 100}, EVEN, previous_p=found.p_value)
    assert healthy is not None
    assert healthy.p_value == 0.0


@pytest.mark.parametrize(
    ("units", "shares"),
    [({}, EVEN), ({"a": 5}, {"a": 1.0}), ({"a": 5, "b": 0}, {"a": 1.0, "b": 0.0}), ({"a": 3, "b": 2}, {})],
)
def test_a_split_that_says_nothing(units: dict[str, int], shares: dict[str, float]) -> None:
    """Of fewer than two shares, and without units, there is no test."""
    assert split_test(units, shares) is None
    assert sequential_split_test(units, shares) is None


def test_a_small_split_has_a_test_at_any_look_alone() -> None:
    """Less than five units expected is too few for chi-square; shares may be of any unit."""
    assert split_test({"a": 3, "b": 4}, {"a": 50, "b": 50}) is None
    found = sequential_split_test({"a": 3, "b": 4}, {"a": 50, "b": 50})
    assert found is not None
    assert found.expected == {"a": 3.5, "b": 3.5}
    assert sequential_split_test({"a": 100_000}, EVEN) is not None


def test_thirty_looks_at_a_healthy_split_find_nothing() -> None:
    """At most one experiment in a hundred is ever below 0.01; by chi-square seven are."""
    random, found = other("numpy").random.default_rng(3), {"sequential": 0, "chi-square": 0}
    for _ in range(400):
        a = random.binomial(1000, 0.5, 30).cumsum().tolist()
        looks = [{"a": have, "b": 1000 * day - have} for day, have in enumerate(a, 1)]
        for test in (split_test, sequential_split_test):
            tested = [one for one in (test(look, EVEN) for look in looks) if one]
            found[tested[0].test] += min(one.p_value for one in tested) < 0.01
    assert found["sequential"] / 400 <= 0.01
    assert found["chi-square"] / 400 > 0.03
