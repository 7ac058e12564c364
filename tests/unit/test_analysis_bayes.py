"""Bayesian comparisons, against recorded figures, quadrature and simulation."""

from __future__ import annotations

import math
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abclient.analysis import Beta, Direction, Normal, Posterior, Prior, Sample, bayesian, posteriors, probability_best
from abclient.analysis._posterior import chance_above, expected_loss
from support.statistics import conversions, other, values, vectors

EXACT = 1e-9
REVENUE, LATENCY = (
    ([10_000, 25_000, 400_000], [10_000, 26_500, 440_000]),
    ([5_000, 600_000, 73_000_000], [5_000, 595_000, 71_900_000]),
)


@pytest.mark.parametrize("case", vectors()["d"]["beta"], ids=lambda case: str(case["case"]))
def test_the_chance_and_the_loss_of_rates(case: Any) -> None:
    """As by quadrature and closed form, for any prior, in both directions."""
    baseline, variation, prior = conversions(case["base"]), conversions(case["var"]), Beta(*case["prior"])
    more = bayesian(baseline, variation, prior=prior, difference_kind="absolute")
    less = bayesian(baseline, variation, prior=prior, difference_kind="absolute", direction="decrease")
    assert more.probability == pytest.approx(case["beats_quad"], rel=EXACT)
    assert less.probability == pytest.approx(1 - case["beats_quad"], rel=EXACT)
    assert [more.loss, less.loss] == pytest.approx([case["loss_var"], case["loss_base"]], rel=EXACT)
    if prior == Beta(1.0, 1.0):
        assert bayesian(baseline, variation, difference_kind="absolute").probability == more.probability


@pytest.mark.parametrize("case", vectors()["d"]["best"], ids=lambda case: str(case["case"]))
def test_the_best_of_several(case: Any) -> None:
    """As cprior computes it; together the chances are 1."""
    arms = {str(place): conversions(counts) for place, counts in enumerate(case["counts"])}
    found = probability_best(posteriors(arms, baseline="0"))
    assert list(found.values()) == pytest.approx(case["best"], rel=EXACT)
    assert math.fsum(found.values()) == pytest.approx(1, rel=1e-12)


@pytest.mark.parametrize("case", vectors()["d"]["ld_binary"], ids=lambda case: str(case["case"]))
def test_the_prior_around_the_baseline_of_rates(case: Any) -> None:
    """As LaunchDarkly documents: prior, posterior, relative interval, chance, loss and the best of all."""
    counts = [case["control"], *case["treatments"]]
    arms = {str(place): conversions(one) for place, one in enumerate(counts)}
    direction: Direction = "decrease" if case["lower"] else "increase"
    known = posteriors(arms, baseline="0", prior="control")
    best = probability_best(known, direction=direction)
    for (key, sample), wanted in zip(arms.items(), case["arms"], strict=True):
        posterior = known[key]
        assert isinstance(posterior, Beta)
        assert [posterior.alpha, posterior.beta] == pytest.approx(wanted["posterior"], rel=EXACT)
        assert posterior.mean == pytest.approx(wanted["mean"], rel=EXACT)
        assert posterior.interval(case["level"]) == pytest.approx(
            wanted["hdi"], rel=2e-8
        )  # as exact as it was recorded
        assert best[key] == pytest.approx(wanted["best"], rel=EXACT)
        if key != "0":
            found = bayesian(arms["0"], sample, prior="control", level=case["level"], direction=direction)
            figures = [found.difference, found.standard_error, found.difference_low, found.difference_high]
            assert figures == pytest.approx(
                [wanted["relative"], wanted["relative_se"], *wanted["relative_ci"]], rel=EXACT
            )
            assert [found.probability, found.loss] == pytest.approx([wanted["beats"], wanted["loss"]], rel=EXACT)


@pytest.mark.parametrize("case", vectors()["d"]["ld_numeric"], ids=lambda case: str(case["case"]))
def test_the_prior_around_the_baseline_of_values(case: Any) -> None:
    """As LaunchDarkly documents, with the prior's variance that is asked for."""
    arms = {"0": values(case["control"]), "1": values(case["treatments"][0])}
    gamma: Any = {"prior": "control", "gamma_squared": case["gamma2"]}
    known = posteriors(arms, baseline="0", **gamma)
    for key, wanted in zip(arms, case["arms"], strict=True):
        posterior = known[key]
        assert isinstance(posterior, Normal)
        figures = [posterior.mean, posterior.sd, *posterior.interval(case["level"])]
        assert figures == pytest.approx([wanted["mean"], wanted["sd"], *wanted["ci"]], rel=EXACT)
    direction: Direction = "decrease" if case["lower"] else "increase"
    found = bayesian(arms["0"], arms["1"], level=case["level"], direction=direction, **gamma)
    wanted = case["arms"][1]
    relative = [found.difference, found.standard_error, found.difference_low, found.difference_high]
    assert relative == pytest.approx([wanted["relative"], wanted["relative_se"], *wanted["relative_ci"]], rel=EXACT)
    assert [found.probability, found.loss] == pytest.approx([wanted["beats"], wanted["loss"]], rel=EXACT)
    assert found.probability == pytest.approx(probability_best(known, direction=direction)["1"], rel=EXACT)


@pytest.mark.parametrize(
    "case", vectors()["d"]["normal_gb"], ids=lambda case: f"{case['case']}, {case['kind']}, {case['prior']}"
)
def test_values_with_a_flat_and_a_normal_prior(case: Any) -> None:
    """As gbstats: the posterior of the difference in its kind, the chance, and the losses of both."""
    baseline, variation = (values(sums) for sums in (REVENUE if case["case"] == "A revenue" else LATENCY))
    kind: Literal["relative", "absolute"] = case["kind"]
    unit = baseline.mean if kind == "relative" else 1.0
    # gbstats takes the prior of a lift, and scales it where the difference is absolute.
    scale = math.sqrt(case["prior"][1]) * baseline.mean / unit if case["prior"] else 0.0
    prior: Prior = Normal(case["prior"][0], scale) if case["prior"] else "flat"
    more = bayesian(baseline, variation, prior=prior, difference_kind=kind)
    less = bayesian(baseline, variation, prior=prior, difference_kind=kind, direction="decrease")
    figures = [more.difference, more.standard_error, more.difference_low, more.difference_high]
    assert figures == pytest.approx([case["mean"], case["sd"], *case["ci95"]], rel=EXACT)
    assert more.probability == pytest.approx(case["beats"], rel=EXACT)
    risks = [case["risk_var"] * unit, case["risk_base"] * unit]
    assert [more.loss, less.loss] == pytest.approx(risks, rel=1e-8)  # gbstats subtracts nearly equal numbers


rates = st.tuples(st.floats(0.3, 3000), st.floats(0.3, 3000)).map(lambda pair: Beta(*pair))
whole_rates = st.tuples(st.integers(1, 300), st.integers(1, 300)).map(lambda pair: Beta(float(pair[0]), float(pair[1])))


@given(whole_rates, whole_rates)
def test_chances_of_any_betas_are_those_of_the_sum(one: Beta, another: Beta) -> None:
    """For whole parameters the chance is a sum of as many terms as alpha (Evan Miller, 2015)."""
    betaln, n = other("scipy.special").betaln, other("numpy").arange(one.alpha)
    terms = (
        betaln(another.alpha + n, another.beta + one.beta)
        - other("numpy").log(one.beta + n)
        - betaln(1 + n, one.beta)
        - betaln(another.alpha, another.beta)
    )
    assert chance_above(one, another) == pytest.approx(other("numpy").exp(terms).sum(), abs=1e-11)


@given(rates, rates)
def test_chances_and_losses_of_a_pair_agree(one: Beta, another: Beta) -> None:
    """Both chances are 1 together, and the losses are apart by the difference of the means."""
    assert chance_above(one, another) + chance_above(another, one) == pytest.approx(1, rel=1e-12)
    apart = expected_loss(another, one) - expected_loss(one, another)
    assert apart == pytest.approx(one.mean - another.mean, abs=1e-11)


@given(rates, st.sampled_from([0.5, 0.9, 0.95]))
def test_the_shortest_interval(rate: Beta, level: float) -> None:
    """It has the share that it says, and no other such interval is shorter."""
    cdf, ppf = (getattr(other("scipy.stats").beta(rate.alpha, rate.beta), name) for name in ("cdf", "ppf"))
    low, high = rate.interval(level)
    assert cdf(high) - cdf(low) == pytest.approx(level, abs=1e-9)
    if rate.alpha > 1 or rate.beta > 1:
        for below in (0.0, 0.01, (1 - level) / 2, 0.99 - level):
            if below >= 0:
                assert high - low <= ppf(below + level) - ppf(below) + 1e-9


@pytest.mark.parametrize(("rate", "end"), [(Beta(1 + 1e-13, 5.0), 0), (Beta(5.0, 1 + 1e-13), 1)])
def test_the_shortest_interval_of_a_density_highest_next_to_an_end(rate: Beta, end: int) -> None:
    """It begins or ends there."""
    assert rate.interval(0.9)[end] == pytest.approx(end, abs=1e-9)


@pytest.mark.parametrize("kind", ["relative", "absolute"])
@pytest.mark.parametrize(("base", "var"), [([10, 120], [18, 118]), ([3, 5000], [9, 5000]), ([95, 100], [99, 100])])
def test_the_interval_of_rates_is_that_of_draws(kind: Any, base: list[int], var: list[int]) -> None:
    """As much is below as above, by 400,000 draws."""
    random = other("numpy").random.default_rng(5)
    a, b = (random.beta(1 + x, 1 + n - x, 400_000) for x, n in (base, var))
    drawn = b / a - 1 if kind == "relative" else b - a
    found = bayesian(conversions(base), conversions(var), difference_kind=kind, level=0.9)
    assert (drawn < found.difference_low).mean() == pytest.approx(0.05, abs=0.002)
    assert (drawn > found.difference_high).mean() == pytest.approx(0.05, abs=0.002)


@settings(max_examples=25)
@given(
    st.lists(st.tuples(st.integers(0, 300), st.just(300)), min_size=2, max_size=5),
    st.sampled_from(["increase", "decrease"]),
)
def test_one_of_all_is_the_best(counts: list[tuple[int, int]], direction: Direction) -> None:
    """The chances are 1 together, in whichever direction, and of two they are those of the pair."""
    known = posteriors({str(n): conversions([*one]) for n, one in enumerate(counts)}, baseline="0")
    found = probability_best(known, direction=direction)
    assert math.fsum(found.values()) == pytest.approx(1, rel=1e-9)


def test_the_posterior_of_millions() -> None:
    """Counts of millions cost no digits: the normal approximation is as good as exact there."""
    found = bayesian(conversions([150_000, 5_000_000]), conversions([150_900, 5_000_000]), difference_kind="absolute")
    a, b = Beta(150_001, 4_850_001), Beta(150_901, 4_849_101)
    z = (b.mean - a.mean) / math.sqrt(a.variance + b.variance)
    assert found.probability == pytest.approx(0.5 * math.erfc(-z / math.sqrt(2)), abs=1e-6)
    assert found.probability == pytest.approx(1 - chance_above(a, b), abs=1e-10)


@pytest.mark.parametrize(
    ("one", "another", "chance", "loss"),
    [
        (Beta(1e6, 1e3), Beta(1e3, 1e6), 1.0, 0.0),
        (Beta(1e3, 1e6), Beta(1e6, 1e3), 0.0, (1e6 - 1e3) / (1e6 + 1e3)),
        (Beta(0.001, 5.0), Beta(5.0, 5.0), None, None),
    ],
)
def test_rates_far_apart(one: Beta, another: Beta, chance: float | None, loss: float | None) -> None:
    """Where two do not overlap there is nothing to integrate; the oddest prior is integrated."""
    if chance is not None:
        assert chance_above(one, another) == pytest.approx(chance, abs=1e-15)
        assert expected_loss(one, another) == pytest.approx(loss, rel=1e-12)
    else:
        assert 0 < chance_above(one, another) < 0.01


@pytest.mark.parametrize("k", [-40.0, -8.0, -1.0, 0.0, 1.0, 8.0, 12.0, 30.0])
def test_the_loss_of_a_normal_far_out(k: float) -> None:
    """Small losses keep their digits, where the terms of the formula nearly cancel."""
    lost = Normal(k, 1.0).loss()

    def below(x: float) -> float:
        return (x - k) * math.exp(-x * x / 2) / math.sqrt(2 * math.pi)

    start = max(k, -12.0)
    wanted, _ = other("scipy.integrate").quad(below, start, max(start, 0.0) + 12, epsabs=0, limit=200)
    assert lost == pytest.approx(wanted, rel=1e-9)


@pytest.mark.parametrize(
    ("counts", "falls_back"), [([95, 100], False), ([9700, 10_000], True), ([0, 500], True), ([500, 500], True)]
)
def test_a_prior_that_does_not_exist_is_flat(counts: list[int], falls_back: bool) -> None:
    """No beta has a mean of 97 % and that variance; the comparison says so."""
    found = bayesian(conversions(counts), conversions([450, 500]), prior="control", difference_kind="absolute")
    assert found.has("prior_fallback") is falls_back
    assert (
        posteriors({"a": conversions(counts), "b": conversions([450, 500])}, baseline="a", prior="control")["b"]
        == Beta(451, 51)
    ) is falls_back


VERDICTS: list[tuple[list[int], list[int], dict[str, Any], set[str], str | None]] = [
    ([1000, 10000], [1080, 10000], {}, {"winners_curse"}, "better"),
    ([1000, 10000], [1080, 10000], {"direction": "decrease"}, {"winners_curse"}, "worse"),
    ([1000, 10000], [1010, 10000], {}, set(), "inconclusive"),
    ([1000, 10000], [1010, 10000], {"direction": None}, {"no_direction"}, None),
    ([1000, 10000], [1080, 10000], {"running": True}, {"winners_curse", "peeking"}, "better"),
    ([1000, 10000], [1080, 10000], {"bandit": True}, {"bandit"}, None),
    ([0, 500], [4, 500], {}, {"no_relative_difference", "winners_curse"}, "better"),
    ([10, 120], [18, 118], {"prior": "control"}, set(), "inconclusive"),
    ([10, 90], [18, 90], {"prior": "control"}, {"few_units"}, "inconclusive"),
    ([10, 90], [11, 90], {"prior": Normal(0.0, 0.1)}, {"few_units"}, "inconclusive"),
]


@pytest.mark.parametrize(("base", "var", "question", "caveats", "verdict"), VERDICTS)
def test_verdicts_and_caveats(
    base: list[int], var: list[int], question: Any, caveats: set[str], verdict: str | None
) -> None:
    """What is sure is better or worse by the wanted direction; caveats are there where figures mislead."""
    found = bayesian(conversions(base), conversions(var), **question)
    assert ({caveat.kind for caveat in found.caveats}, found.verdict) == (caveats, verdict)


@pytest.mark.parametrize("prior", ["flat", "control", Normal(0.0, 1.0)])
@pytest.mark.parametrize("kind", ["relative", "absolute"])
def test_values_that_do_not_vary(prior: Prior, kind: Any) -> None:
    """Nothing is known of them, whatever the prior; and a mean of 0 has no relative difference."""
    same = Sample.of_moments(units=500, mean=3.0, variance=0.0)
    found = bayesian(same, same, prior=prior, difference_kind=kind)
    assert (found.probability, found.difference_low, found.loss, found.verdict) == (None,) * 4
    assert found.has("no_variance") or found.has("no_relative_difference")
    nothing = Sample.of_moments(units=500, mean=0.0, variance=1.0)
    found = bayesian(nothing, nothing, prior=prior, difference_kind=kind)
    assert found.has("no_relative_difference") is (kind == "relative")


def test_what_is_printed() -> None:
    """Chance and loss in place of a p-value."""
    text = str(bayesian(conversions([1000, 10000]), conversions([1080, 10000]), prior="control"))
    assert "better: Bayesian, prior control, 96.45% to be better, expected loss 6.05e-05" in text


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: Beta(0.0, 1.0), "alpha is 0.0"),
        (lambda: Beta(1.0, math.nan), "beta is nan"),
        (lambda: Normal(0.0, 0.0), "sd is 0.0"),
        (lambda: Normal(math.inf, 1.0), "mean is inf"),
        (lambda: posteriors({"a": conversions([1, 10])}, baseline="b"), "baseline is 'b', none of 'a'"),
        (lambda: posteriors({"a": conversions([1, 10])}, baseline="a", prior="uniform"), "prior is 'uniform'"),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        (
            lambda: posteriors({"a": conversions([1, 10])}, baseline="a", prior=Normal(0.0, 1.0)),
            "prior of the difference",
        ),
        (lambda: posteriors({"a": values([10, 20, 60])}, baseline="a", prior=Beta(1.0, 1.0)), "prior of rates"),
        (lambda: posteriors({"a": Sample.of_moments(units=5, mean=1, variance=0)}, baseline="a"), "does not vary"),
        (lambda: bayesian(conversions([1, 10]), values([10, 20, 60])), "not the same metric"),
        (
            lambda: bayesian(conversions([1, 10]), conversions([1, 10]), prior="control", gamma_squared=0.0),
            "gamma_squared is 0.0",
        ),
        (lambda: probability_best({"a": Beta(1.0, 1.0)}), "at least two"),
        (lambda: probability_best({"a": Beta(1.0, 1.0), "b": Normal(0.0, 1.0)}), "all of one kind"),
        (lambda: probability_best({"a": Beta(1e12, 1e12), "b": Beta(10.0, 10.0)}), "a thousand times"),
    ],
)
def test_what_is_refused(call: Any, message: str) -> None:
    """What cannot be is an error that says what it was."""
    with pytest.raises(ValueError, match=message):
        call()


def test_a_distribution_must_be_of_one_kind() -> None:
    """Each posterior has a mean and a variance, whichever its kind."""
    known: list[Posterior] = [Beta(2.0, 6.0), Normal(0.25, 0.1)]
    assert [one.mean for one in known] == [0.25, 0.25]
    assert [one.variance for one in known] == pytest.approx([0.25 * 0.75 / 9, 0.01])


def test_a_rate_far_below_the_other() -> None:
    """Its relative difference ends at -1 as closely as a float can say, and nothing is divided by 0."""
    found = bayesian(
        Sample.of_conversions(units=3000, conversions=3000), Sample.of_conversions(units=10**12, conversions=0)
    )
    assert found.difference_low is not None and found.difference_high is not None
    assert -1 <= found.difference_low < found.difference_high < -0.99
