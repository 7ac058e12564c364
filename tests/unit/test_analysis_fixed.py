"""Comparisons at one look, against the figures of other programs and against those programs."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any, Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from abclient.analysis import Alternative, Comparison, DifferenceKind, LiftMethod, Sample, fixed_horizon, lift
from abclient.analysis._fixed import fisher, pooled_z
from support.statistics import conversions, other, values, vectors

EXACT = 1e-9
PROPORTIONS: list[Any] = vectors()["a"]["two_proportions"]
MEANS = [case for case in vectors()["a"]["two_means"] if "gb_relative" in case]
OFFSET = next(case for case in vectors()["a"]["two_means"] if "offset" in case["case"])
NO_CAVEATS: set[str] = set()
ALTERNATIVES: list[Alternative] = ["two-sided", "larger", "smaller"]


def named(case: dict[str, Any]) -> str:
    return str(case["case"])


@pytest.mark.parametrize("case", PROPORTIONS, ids=named)
def test_two_proportions_are_those_of_statsmodels(case: Any) -> None:
    """Statistic, p-values and Newcombe's interval; Fisher's p-value where a cell is small."""
    baseline, variation = conversions(case["base"]), conversions(case["var"])
    found = fixed_horizon(baseline, variation, difference_kind="absolute")
    larger = fixed_horizon(baseline, variation, difference_kind="absolute", alternative="larger")
    assert pooled_z(baseline, variation) == pytest.approx(case["z_pooled"], rel=EXACT)
    assert [found.difference_low, found.difference_high] == pytest.approx(case["diff95_newcomb"], rel=EXACT)
    if found.test == "pooled z test":
        assert found.p_value == pytest.approx(case["p_pooled"], rel=EXACT)
        assert larger.p_value == pytest.approx(case["p_one_sided_larger"], rel=EXACT)
    else:
        assert case["case"] == "E zero"
        assert found.p_value == pytest.approx(case["fisher_p"], rel=EXACT)
    if case["fisher_p"] is not None:
        assert fisher(baseline, variation, "two-sided") == pytest.approx(case["fisher_p"], rel=EXACT)


@pytest.mark.parametrize("case", [case for case in PROPORTIONS if "ratio95_log_minus1" in case], ids=named)
def test_the_lift_of_proportions_is_that_of_gbstats_and_statsmodels(case: Any) -> None:
    """Value, standard error and interval, by the delta method and by the logarithm."""
    baseline, variation, wanted = conversions(case["base"]), conversions(case["var"]), case["gb_relative_t"]
    by_delta = lift(baseline, variation, quantile="t")
    assert by_delta == pytest.approx([wanted["lift"], *wanted["ci95"], wanted["se"]], rel=EXACT)
    assert lift(baseline, variation, method="log")[1:3] == pytest.approx(case["ratio95_log_minus1"], rel=EXACT)
    assert fixed_horizon(baseline, variation).standard_error == pytest.approx(wanted["se"], rel=EXACT)


@pytest.mark.parametrize("case", MEANS, ids=named)
def test_two_means_are_those_of_scipy_and_gbstats(case: Any) -> None:
    """Welch's test, and the intervals of the difference and of the lift."""
    baseline, variation = values(case["base"]), values(case["var"])
    absolute = fixed_horizon(baseline, variation, difference_kind="absolute")
    relative = fixed_horizon(baseline, variation)
    assert [baseline.variance, variation.variance] == pytest.approx(case["var_true"], rel=EXACT)
    for found, wanted in ((absolute, case["gb_absolute"]), (relative, case["gb_relative"])):
        assert found.p_value == pytest.approx(case["welch_p"], rel=EXACT)
        figures = [found.difference, found.difference_low, found.difference_high, found.standard_error]
        assert figures == pytest.approx([wanted["est"], *wanted["ci95"], wanted["se"]], rel=EXACT)


@pytest.mark.parametrize(("name", "case"), [("A revenue", 0), ("B small", 1), ("D lower", 2)])
@pytest.mark.parametrize(("quantile", "suffix"), [("t", ""), ("normal", " z")])
def test_the_log_lift_of_means_is_that_of_tea_tasting(
    name: str, case: int, quantile: Literal["t", "normal"], suffix: str
) -> None:
    """With Student's and with normal quantiles."""
    wanted = vectors()["b"][name + suffix]
    baseline, variation = values(MEANS[case]["base"]), values(MEANS[case]["var"])
    found = lift(baseline, variation, method="log", quantile=quantile)
    ends = [wanted["rel_effect_size_ci_lower"], wanted["rel_effect_size_ci_upper"]]
    assert [found.low, found.high] == pytest.approx(ends, rel=EXACT)


def test_large_means_are_compared_by_their_moments() -> None:
    """What is lost in sums is not lost in mean and variance."""
    units, total, _ = OFFSET["base"]
    samples = [
        Sample.of_moments(units=units, mean=mean, variance=OFFSET["var_true"][0])
        for mean in (total / units, OFFSET["var"][1] / units)
    ]
    assert fixed_horizon(*samples).p_value == pytest.approx(OFFSET["welch_p"], rel=1e-6)


@pytest.mark.parametrize(
    ("base", "var", "low", "high"),
    [([1000, 10000], [1080, 10000], -0.004424491047, 0.1719181951), ([10, 120], [18, 118], -0.1101540808, 3.761037746)],
)
def test_fiellers_interval(base: list[int], var: list[int], low: float, high: float) -> None:
    """It is where the lift and no lift of the baseline are as far apart as the quantile; recorded figures agree."""
    baseline, variation = conversions(base), conversions(var)
    found = lift(baseline, variation, method="fieller")
    assert [found.low, found.high] == pytest.approx([low, high], rel=EXACT)
    for end in (found.low, found.high):
        assert end is not None
        apart = variation.mean - (1 + end) * baseline.mean
        error = variation.variance / variation.units + (1 + end) ** 2 * baseline.variance / baseline.units
        assert abs(apart) / math.sqrt(error) == pytest.approx(1.959963984540054, rel=1e-9)


@pytest.mark.parametrize("method", ["delta", "fieller"])
def test_a_lift_on_what_may_be_zero_has_no_ends(method: LiftMethod) -> None:
    """Two of fifty is not surely more than none, so no lift is too large."""
    found = lift(conversions([2, 50]), conversions([8, 50]), method=method)
    assert found.value == pytest.approx(3.0)
    assert (found.low, found.high) == (None, None)
    assert fixed_horizon(conversions([2, 50]), conversions([8, 50])).has("no_relative_difference")


@pytest.mark.parametrize("case", vectors()["d"]["ld_frequentist"], ids=lambda case: str(case["control"]))
def test_the_test_of_the_lift_is_what_launchdarkly_documents(case: Any) -> None:
    """Conversions as values, normal quantiles, p-value of the relative difference, half-open one-sided intervals."""
    baseline, variation = (
        Sample.of_sums(units=units, total=total, squares=total) for total, units in (case["control"], case["treatment"])
    )
    level = 1 - case["alpha"]
    found = fixed_horizon(baseline, variation, test="lift", level=level)
    larger = fixed_horizon(baseline, variation, test="lift", level=level, alternative="larger")
    smaller = fixed_horizon(baseline, variation, test="lift", level=level, alternative="smaller")
    assert found.difference is not None
    assert found.standard_error is not None
    assert found.difference / found.standard_error == pytest.approx(case["z"], rel=EXACT)
    assert [found.difference_low, found.difference_high] == pytest.approx(case["two_sided_ci"], rel=EXACT)
    p_values = [case["p_two"], case["p_higher"], case["p_lower"]]
    assert [found.p_value, larger.p_value, smaller.p_value] == pytest.approx(p_values, rel=EXACT)
    assert larger.difference_low == pytest.approx(case["one_sided_low"], rel=1e-8)
    assert larger.difference_high is smaller.difference_low is None


counted = st.integers(20, 5000).flatmap(lambda units: st.tuples(st.integers(5, units - 5), st.just(units)))


@given(counted, counted, st.sampled_from(ALTERNATIVES))
def test_any_two_proportions_are_those_of_statsmodels(
    base: tuple[int, int], var: tuple[int, int], alternative: Alternative
) -> None:
    """The p-value where the pooled test is used, and Newcombe's interval always."""
    proportion = other("statsmodels.stats.proportion")
    baseline, variation = conversions([*base]), conversions([*var])
    found = fixed_horizon(baseline, variation, alternative=alternative, difference_kind="absolute")
    if found.test == "pooled z test":
        _, p = proportion.proportions_ztest([var[0], base[0]], [var[1], base[1]], alternative=alternative)
        assert found.p_value == pytest.approx(p, rel=1e-9, abs=1e-300)
    level = 0.95 if alternative == "two-sided" else 0.9
    low, high = proportion.confint_proportions_2indep(*var, *base, method="newcomb", compare="diff", alpha=1 - level)
    assert found.difference_low is None or found.difference_low == pytest.approx(low, rel=1e-7, abs=1e-10)
    assert found.difference_high is None or found.difference_high == pytest.approx(high, rel=1e-7, abs=1e-10)


@example(x0=10, n0=29, x1=3, n1=29, alternative="two-sided")  # two tables are equally likely
@example(x0=2, n0=30, x1=10, n1=30, alternative="two-sided")
@given(st.integers(0, 12), st.integers(12, 40), st.integers(0, 12), st.integers(12, 40), st.sampled_from(ALTERNATIVES))
def test_fishers_test_is_that_of_scipy(x0: int, n0: int, x1: int, n1: int, alternative: Alternative) -> None:
    """Two-sided and one-sided, of any small table."""
    table = [[x1, n1 - x1], [x0, n0 - x0]]
    wanted = other("scipy.stats").fisher_exact(
        table, alternative={"larger": "greater", "smaller": "less"}.get(alternative, alternative)
    )
    assert fisher(conversions([x0, n0]), conversions([x1, n1]), alternative) == pytest.approx(wanted.pvalue, rel=1e-9)


@pytest.mark.parametrize("units", [10**6, 10**9, 10**12, 10**15, 5 * 10**17])
@pytest.mark.parametrize(("one", "another"), [(1, 5), (0, 6), (2, 6), (7, 1)])
def test_fishers_test_of_many_units_is_exact(one: int, another: int, units: int) -> None:
    """As integers give it, of few that converted and of few that did not, where factorials as floats have no digits."""
    together = one + another
    tables = [math.comb(units, k) * math.comb(units, together - k) for k in range(together + 1)]
    wanted = Fraction(sum(table for table in tables if table <= tables[another]), sum(tables))
    converted = fixed_horizon(conversions([one, units]), conversions([another, units]))
    others = fixed_horizon(conversions([units - one, units]), conversions([units - another, units]))
    assert converted.test == others.test == "Fisher's exact test"
    assert [converted.p_value, others.p_value] == pytest.approx([float(wanted)] * 2, rel=1e-12)


means = st.tuples(
    st.integers(-1000, 1000).map(lambda tenths: tenths / 10), st.floats(0.01, 1000), st.integers(2, 10_000)
)


@given(means, means, st.sampled_from(ALTERNATIVES))
def test_any_two_means_are_those_of_scipy(
    base: tuple[float, float, int], var: tuple[float, float, int], alternative: Alternative
) -> None:
    """Welch's p-value, and its interval of the difference."""
    baseline, variation = (Sample.of_moments(units=n, mean=m, variance=v) for m, v, n in (base, var))
    found = fixed_horizon(baseline, variation, alternative=alternative, difference_kind="absolute")
    stats = other("scipy.stats")
    wanted = stats.ttest_ind_from_stats(
        *(var[0], math.sqrt(var[1]), var[2]),
        *(base[0], math.sqrt(base[1]), base[2]),
        equal_var=False,
        alternative={"larger": "greater", "smaller": "less"}.get(alternative, alternative),
    )
    assert found.p_value == pytest.approx(wanted.pvalue, rel=1e-7, abs=1e-300)
    if alternative == "two-sided":
        assert found.difference_low is not None
        assert found.difference_high is not None
        half = (found.difference_high - found.difference_low) / 2
        error = math.sqrt(var[1] / var[2] + base[1] / base[2])
        below = stats.t.cdf(half / error, wanted.df) if hasattr(wanted, "df") else 0.975
        assert below == pytest.approx(0.975, rel=1e-7)


@given(means, means)
def test_swapping_the_variations_swaps_the_ends(base: tuple[float, float, int], var: tuple[float, float, int]) -> None:
    """The difference and its interval change their sign, and the p-value stays."""
    baseline, variation = (Sample.of_moments(units=n, mean=m, variance=v) for m, v, n in (base, var))
    one = fixed_horizon(baseline, variation, difference_kind="absolute")
    other_way = fixed_horizon(variation, baseline, difference_kind="absolute")
    assert one.p_value == pytest.approx(other_way.p_value)
    assert one.difference_low == pytest.approx(-(other_way.difference_high or 0))


@given(st.floats(1, 100), st.floats(1, 100), st.floats(1e-6, 1e6))
def test_the_lift_has_no_unit(base: float, var: float, scale: float) -> None:
    """In cents it is what it is in dollars."""
    pairs = [
        [Sample.of_moments(units=500, mean=mean * by, variance=(mean * by) ** 2) for mean in (base, var)]
        for by in (1.0, scale)
    ]
    plain, scaled = (lift(*pair) for pair in pairs)
    assert plain == pytest.approx(scaled, rel=1e-9, abs=1e-9)


def test_the_interval_covers_as_often_as_it_says() -> None:
    """Of 4,000 experiments of a known lift, 95 % have it within the interval, for rates and for skewed values."""
    import numpy as np

    random = np.random.default_rng(7)
    inside = {"rates": 0, "values": 0}
    for _ in range(2000):
        x0, x1 = random.binomial(5000, 0.1), random.binomial(5000, 0.11)
        found = fixed_horizon(conversions([int(x0), 5000]), conversions([int(x1), 5000]))
        inside["rates"] += (found.difference_low or 0) < 0.1 < (found.difference_high or 0)
        spent = [random.exponential(mean, 800) for mean in (2.0, 2.2)]
        samples = [Sample.of_moments(units=800, mean=one.mean(), variance=one.var(ddof=1)) for one in spent]
        found = fixed_horizon(*samples)
        inside["values"] += (found.difference_low or 0) < 0.1 < (found.difference_high or 0)
    assert inside["rates"] / 2000 == pytest.approx(0.95, abs=0.015)
    assert inside["values"] / 2000 == pytest.approx(0.95, abs=0.015)


def verdicts(found: Comparison) -> tuple[bool | None, str | None]:
    return found.significant, found.verdict


@pytest.mark.parametrize(
    ("var", "question", "wanted"),
    [
        ([1200, 10000], {}, (True, "better")),
        ([800, 10000], {}, (True, "worse")),
        ([1010, 10000], {}, (False, "inconclusive")),
        ([1200, 10000], {"direction": "decrease"}, (True, "worse")),
        ([800, 10000], {"direction": "decrease"}, (True, "better")),
        ([1200, 10000], {"direction": None}, (True, None)),
        ([1080, 10000], {"level": 0.9}, (True, "better")),
        ([1080, 10000], {"level": 0.95}, (False, "inconclusive")),
        ([1080, 10000], {"level": 0.95, "alternative": "larger"}, (True, "better")),
        ([800, 10000], {"alternative": "larger"}, (False, "inconclusive")),
        ([1200, 10000], {"bandit": True}, (None, None)),
    ],
)
def test_the_verdict(var: list[int], question: dict[str, Any], wanted: tuple[bool | None, str | None]) -> None:
    """It follows from p-value, sign and direction; there is none without a direction, and none of a bandit."""
    assert verdicts(fixed_horizon(conversions([1000, 10000]), conversions(var), **question)) == wanted


@pytest.mark.parametrize(
    ("base", "var", "question", "caveats"),
    [
        ([1000, 10000], [1010, 10000], {}, NO_CAVEATS),
        ([1000, 10000], [1200, 10000], {}, {"winners_curse"}),
        ([1000, 10000], [1010, 10000], {"running": True}, {"peeking"}),
        ([1000, 10000], [1010, 10000], {"direction": None}, {"no_direction"}),
        ([1000, 10000], [1200, 10000], {"bandit": True}, {"bandit"}),
        ([9, 90], [10, 90], {}, {"few_units"}),
        ([200, 202], [400, 404], {}, {"few_units"}),
        ([0, 5000], [90, 5000], {}, {"few_units", "no_relative_difference", "winners_curse"}),
        ([0, 5000], [0, 5000], {}, {"few_units", "no_relative_difference", "no_variance"}),
        ([500, 500], [500, 500], {}, {"few_units", "no_relative_difference", "no_variance"}),
        ([500, 500], [500, 500], {"difference_kind": "absolute"}, {"few_units", "no_variance"}),
        ([1000, 10000], [1084, 10000], {"level": 0.9445}, {"disagreement", "winners_curse"}),
    ],
)
def test_the_caveats(base: list[int], var: list[int], question: dict[str, Any], caveats: set[str]) -> None:
    """Each is there where figures mislead, and not elsewhere."""
    found = fixed_horizon(conversions(base), conversions(var), **question)
    assert {caveat.kind for caveat in found.caveats} == caveats
    assert all(found.has(caveat.kind) for caveat in found.caveats)


def test_what_does_not_vary_has_no_test() -> None:
    """No p-value and no interval of values that are all one, nor of a mean of 0 or below."""
    same = Sample.of_moments(units=500, mean=3.0, variance=0.0)
    kinds: tuple[DifferenceKind, ...] = ("relative", "absolute")
    for kind in kinds:
        found = fixed_horizon(same, Sample.of_moments(units=500, mean=4.0, variance=0.0), difference_kind=kind)
        assert (found.p_value, found.difference_low, found.significant) == (None, None, None)
        assert found.has("no_variance")
    lost = Sample.of_moments(units=500, mean=-3.0, variance=1.0)
    found = fixed_horizon(lost, same)
    assert (found.difference, found.difference_low) == (None, None)
    assert "negative" in str(found)
    assert fixed_horizon(lost, same, test="lift").p_value is None
    assert lift(same, lost, method="log").value is None


def test_a_bandit_has_its_means_alone() -> None:
    """Nothing is left that rests on the units having been assigned without regard to the results."""
    found = fixed_horizon(conversions([1000, 10000]), conversions([1200, 10000]), bandit=True)
    assert found.difference == pytest.approx(0.2)
    nothing = (found.p_value, found.probability, found.difference_low, found.difference_high, found.standard_error)
    assert nothing == (None,) * 5


def test_what_is_printed() -> None:
    """Counts, difference, interval, test, assumptions and caveats, a line each."""
    text = str(fixed_horizon(conversions([1000, 10000]), conversions([1180, 10000]), running=True))
    assert text.splitlines()[:4] == [
        "baseline   10.0000%, 1,000 of 10,000",
        "variation  11.8000%, 1,180 of 10,000",
        "difference +18.00%, 0.95 interval +8.61% to +27.39%",
        "better: pooled z test, p = 4.42e-05, two-sided",
    ]
    assert text.count("\nassumes ") == text.count("\ncaution ") == 2
    one_sided = fixed_horizon(
        *(Sample.of_moments(units=500, mean=mean, variance=9.0) for mean in (2.0, 2.5)),
        alternative="larger",
        difference_kind="absolute",
    )
    assert "difference +0.5, 0.95 interval +0.18762 to no end" in str(one_sided)
    assert str(one_sided.caveats[0]) == one_sided.caveats[0].message
