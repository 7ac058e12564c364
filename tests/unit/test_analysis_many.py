"""Many comparisons and many experiments: corrections, win rates, meta-analysis, shrinkage."""

from __future__ import annotations

import math
from datetime import timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from abclient.analysis import (
    Comparison,
    Correction,
    PoolMethod,
    bayesian,
    benjamini_hochberg,
    correct,
    correct_rows,
    ended_comparisons,
    false_win_share,
    fixed_horizon,
    holm,
    pool,
    portfolio,
    shrink,
    win_rate,
)
from support.rows import NOW, a_row
from support.statistics import conversions, other, vectors

EXACT = 1e-9
SURE = a_row(metric_id="m", variation_id="b", probability=0.99, probability_kind="significance")


@pytest.mark.parametrize("case", vectors()["a"]["multiple"], ids=lambda case: str(case["case"]))
def test_corrections_are_those_of_statsmodels(case: Any) -> None:
    """Recorded figures, in the order of the p-values, which ties and zeros do not disturb."""
    assert holm(case["p"]) == pytest.approx(case["holm"], rel=EXACT)
    assert benjamini_hochberg(case["p"]) == pytest.approx(case["bh"], rel=EXACT)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_any_corrections_are_those_of_statsmodels_and_scipy(p_values: list[float]) -> None:
    """For any p-values, and whichever of them are missing."""
    multipletests = other("statsmodels.stats.multitest").multipletests
    assert holm(p_values) == pytest.approx(multipletests(p_values, method="holm")[1], rel=1e-9, abs=1e-300)
    control = other("scipy.stats").false_discovery_control
    assert benjamini_hochberg(p_values) == pytest.approx(control(p_values), rel=1e-9, abs=1e-300)
    assert holm([None, *p_values]) == [None, *holm(p_values)]


@pytest.mark.parametrize("p", [-0.1, 1.1, math.nan])
def test_what_is_no_p_value_is_refused(p: float) -> None:
    """Neither correction takes what is not between 0 and 1."""
    for correction in (holm, benjamini_hochberg):
        with pytest.raises(ValueError, match="a p-value is"):
            correction([0.5, p])


def compared(*conversions_of_variations: int, **question: Any) -> dict[tuple[str, int], Comparison]:
    """Comparisons of these with 1,000 of 10,000, alternately of two experiments."""
    return {
        ("xy"[place % 2], place): fixed_horizon(conversions([1000, 10_000]), conversions([count, 10_000]), **question)
        for place, count in enumerate(conversions_of_variations)
    }


@pytest.mark.parametrize(
    ("method", "family", "verdicts"),
    [
        ("holm", None, ["better", "inconclusive", "inconclusive", "worse"]),
        ("benjamini-hochberg", None, ["better", "better", "inconclusive", "worse"]),
        ("holm", "experiment", ["better", "better", "inconclusive", "worse"]),
    ],
)
def test_comparisons_are_judged_anew(method: Correction, family: str | None, verdicts: list[str]) -> None:
    """P-value, significance and verdict within each family, and a caveat that the interval is as before."""
    found = compared(1120, 1095, 1000, 850)
    corrected = correct(found, method=method, family=(lambda key: key[0]) if family else None)
    assert [one.verdict for one in corrected.values()] == verdicts
    for key, one in corrected.items():
        assert (one.correction, one.difference_low) == (method, found[key].difference_low)
        assert one.has("interval_not_corrected")
        assert one.has("winners_curse") is one.significant
        assert one.p_value is not None
        assert one.probability == 1 - one.p_value
        assert f"corrected by {method}" in str(one)


def test_what_has_no_p_value_is_not_counted() -> None:
    """A comparison without one stays as it is, and one of a bandit too."""
    found = compared(1120) | {("z", 0): fixed_horizon(conversions([0, 500]), conversions([0, 500]))}
    corrected = correct(found)
    assert corrected["z", 0] is found["z", 0]
    assert corrected["x", 0].p_value == found["x", 0].p_value


@pytest.mark.parametrize(
    ("comparisons", "message"),
    [
        ({"a": bayesian(conversions([10, 100]), conversions([12, 100]))}, "'a' is Bayesian"),
        (correct(compared(1120)), "corrected already, by holm"),
        (compared(1120) | {("y", 9): compared(1120, level=0.9)["x", 0]}, "several levels"),
    ],
)
def test_what_is_not_corrected(comparisons: Any, message: str) -> None:
    """Posteriors, what is corrected already, and what was judged by several levels."""
    with pytest.raises(ValueError, match=message):
        correct(comparisons)


def test_rows_are_corrected_within_experiments_or_together() -> None:
    """In the rows' order; what has no significance has no p-value."""
    figures: list[Any] = [
        ("1", 0.98, "significance"),
        ("1", 0.97, "significance"),
        ("2", 0.96, "significance"),
        ("2", 0.99, "is_best"),
        ("2", None, None),
    ]
    rows = [
        a_row(experiment_id=one, variation_id=str(place), probability=p, probability_kind=kind)
        for place, (one, p, kind) in enumerate(figures)
    ]
    rows.append(a_row(experiment_id="2", probability=0.99, probability_kind="significance", is_baseline=True))
    own = correct_rows(rows)
    assert [one.row for one in own] == rows
    assert [one.corrected_p_value for one in own] == [
        pytest.approx(0.04),
        pytest.approx(0.04),
        pytest.approx(0.04),
        None,
        None,
        None,
    ]
    assert [one.significant for one in own] == [True, True, True, None, None, None]
    together = correct_rows(rows, family="all", method="benjamini-hochberg", level=0.97)
    assert [one.corrected_p_value for one in together[:3]] == pytest.approx([0.04, 0.04, 0.04])
    assert [one.significant for one in together[:3]] == [False, False, False]
    assert [one.p_value for one in own[:3]] == pytest.approx([0.02, 0.03, 0.04])


@pytest.mark.parametrize(
    ("rows", "options", "message"),
    [
        ([a_row(vendor="optimizely"), a_row(vendor="convert")], {}, "several vendors"),
        ([a_row(probability=1.5, probability_kind="significance")], {}, "a p-value is -0.5"),
        (
            [SURE, evolve(SURE, fetched_at=NOW + timedelta(days=1))],
            {},
            "metric m, b: there are 2 rows of one comparison",
        ),
        (
            [SURE, evolve(SURE, variation_id="c", segment="mobile")],
            {},
            "rows are of several segments, all visitors, mobile:",
        ),
        ([], {"method": "sidak"}, "method is 'sidak'"),
        ([], {"family": "metric"}, "family is 'metric'"),
        ([], {"level": 95}, "level is 95.0, not between 0 and 1; percent"),
    ],
)
def test_rows_that_are_not_corrected(rows: Any, options: Any, message: str) -> None:
    """Vendors are not mixed; figures and words that cannot be are refused."""
    with pytest.raises(ValueError, match=message):
        correct_rows(rows, **options)


@pytest.mark.parametrize(
    "case", vectors()["a"]["wilson"], ids=lambda case: f"{case['k']} of {case['n']}, {case['level']}"
)
def test_the_win_rates_interval_is_wilsons(case: Any) -> None:
    """As statsmodels and SciPy compute it."""
    found = win_rate(case["k"], case["n"], level=case["level"])
    assert [found.low, found.high] == pytest.approx(case["statsmodels"], rel=EXACT, abs=1e-12)
    assert str(found).startswith(f"{case['k']} of {case['n']} won: {case['k'] / case['n']:.1%}")


@pytest.mark.parametrize(("wins", "experiments"), [(0, 0), (3, 2), (-1, 5), (math.nan, 5)])
def test_win_rates_that_cannot_be(wins: Any, experiments: int) -> None:
    """More wins than experiments, none at all, or fewer than none."""
    with pytest.raises(ValueError, match=r"wins"):
        win_rate(wins, experiments)


def test_how_many_wins_are_false() -> None:
    """If one idea in ten works, 22 % of the wins of a test at 95 % with a power of 80 % are false."""
    assert false_win_share(0.1) == pytest.approx(0.025 * 0.9 / (0.025 * 0.9 + 0.8 * 0.1), rel=EXACT)
    with pytest.raises(ValueError, match=r"true_share is 0\.0"):
        false_win_share(0.0)


METHODS: dict[PoolMethod, str] = {"dersimonian-laird": "DL", "paule-mandel": "PM"}


@pytest.mark.parametrize("case", vectors()["a"]["meta"], ids=lambda case: str(case["case"]))
@pytest.mark.parametrize("method", METHODS)
def test_pooled_effects_are_those_of_statsmodels(method: PoolMethod, case: Any) -> None:
    """Mean, error, heterogeneity and variance; where statsmodels' variance is negative, that of one effect."""
    wanted = case[METHODS[method]]
    found = pool(case["effects"], case["se"], method=method)
    fixed = pool(case["effects"], case["se"], method="fixed")
    figures = [fixed.mean, fixed.standard_error, fixed.low, fixed.high]
    assert figures == pytest.approx([wanted["fixed"], wanted["fixed_se"], *wanted["ci95_fixed"]], rel=EXACT)
    assert found.heterogeneity == pytest.approx(max(0.0, wanted["i2"]), rel=EXACT)
    if wanted["tau2"] <= 0:
        assert [found.mean, found.standard_error, found.between_sd] == [fixed.mean, fixed.standard_error, 0.0]
    elif method == "dersimonian-laird":  # the other was recorded with five digits; the next test has it with all
        figures = [found.mean, found.standard_error, found.between_sd**2]
        assert figures == pytest.approx([wanted["random"], wanted["random_se"], wanted["tau2"]], rel=EXACT)


@pytest.mark.parametrize("case", vectors()["d"]["meta_pm"], ids=lambda case: str(case["case"]))
def test_paule_and_mandel(case: Any) -> None:
    """Variance, mean, Hartung's and Knapp's interval and the next experiment's, to all digits."""
    studies = next(one for one in vectors()["a"]["meta"] if one["case"] == case["case"])
    found = pool(studies["effects"], studies["se"])
    figures = [found.between_sd**2, found.mean, found.standard_error]
    assert figures == pytest.approx([case["tau2_brentq"], case["mean"], case["se"]], rel=EXACT)
    assert [found.low, found.high] == pytest.approx(case["hksj_ci95"], rel=EXACT)
    if case["pred95_t_km2"]:
        assert [found.next_low, found.next_high] == pytest.approx(case["pred95_t_km2"], rel=EXACT)
    else:
        assert (found.next_low, found.next_high) == (None, None)


studies = st.lists(st.tuples(st.floats(-1, 1), st.floats(0.01, 1)), min_size=3, max_size=12)


@settings(max_examples=25)  # statsmodels takes a tenth of a second for each
@given(studies)
def test_any_pooled_effects_are_those_of_statsmodels(drawn: list[tuple[float, float]]) -> None:
    """The fixed mean always, and DerSimonian's and Laird's where there is heterogeneity."""
    effects, errors = [one for one, _ in drawn], [one for _, one in drawn]
    combine = other("statsmodels.stats.meta_analysis").combine_effects
    with other("numpy").errstate(all="ignore"):  # of its negative variances
        wanted = combine(other("numpy").array(effects), other("numpy").array(errors) ** 2, method_re="chi2")
    fixed, random = (pool(effects, errors, method=method) for method in ("fixed", "dersimonian-laird"))
    assert fixed.mean == pytest.approx(wanted.mean_effect_fe, rel=1e-9, abs=1e-12)
    if wanted.tau2 > 0:
        assert random.between_sd**2 == pytest.approx(wanted.tau2, rel=1e-6)
        assert random.mean == pytest.approx(wanted.mean_effect_re, rel=1e-9, abs=1e-12)
    assert pool(effects, errors).low <= pool(effects, errors).mean


def test_what_pooling_prints() -> None:
    """Mean, interval, next experiment, spread, and that a few experiments say little."""
    text = str(pool([0.05, 0.02, -0.01, 0.08, 0.03], [0.02, 0.03, 0.025, 0.04, 0.01]))
    assert (
        text.splitlines()[0]
        == "mean effect of 5 experiments +0.03047, 0.95 interval -0.001884 to +0.06283; the next -0.02956 to +0.0905"
    )
    assert text.endswith("caution    5 experiments say little of how effects spread; ten or more would")
    alike = pool([0.1] * 12, [0.1] * 12)
    assert (alike.heterogeneity, alike.caveats) == (0.0, ())
    assert "the next" not in str(pool([0.1, 0.2], [0.1, 0.1]))


@pytest.mark.parametrize(
    ("effects", "errors", "options", "message"),
    [
        ([0.1], [0.1], {}, "two or more"),
        ([0.1, 0.2], [0.1], {}, "two or more"),
        ([0.1, 0.2], [0.1, 0.0], {}, "a standard error is 0.0"),
        ([0.1, math.nan], [0.1, 0.1], {}, "an effect is nan"),
        ([0.1, 0.2], [0.1, None], {}, "a standard error is missing"),
        ([0.1, 0.2], [0.1, 0.1], {"method": "reml"}, "method is 'reml'"),
        ([0.1, 0.2], [0.1, 0.1], {"level": 1.0}, "level is 1.0"),
    ],
)
def test_what_is_not_pooled(effects: Any, errors: Any, options: Any, message: str) -> None:
    """Fewer than two, and what cannot be."""
    with pytest.raises(ValueError, match=message):
        pool(effects, errors, **options)


def test_effects_are_shrunk_by_how_uncertain_they_are() -> None:
    """Recorded figures."""
    case = vectors()["d"]["shrink"]
    effects: list[float] = case["effects"]
    errors: list[float] = case["se"]
    found = list(shrink(dict(enumerate(effects)), dict(enumerate(errors))).values())
    assert [one.effect for one in found] == pytest.approx(case["shrunk"], rel=EXACT)
    assert [one.sd for one in found] == pytest.approx(case["post_sd"], rel=EXACT)
    assert [one.observed for one in found] == case["effects"]
    assert [one.weight for one in found] == pytest.approx(
        [case["tau2"] / (case["tau2"] + se**2) for se in case["se"]], rel=1e-9
    )


def test_effects_and_errors_are_of_the_same_experiments() -> None:
    """One that has no error is not shrunk by another's."""
    with pytest.raises(ValueError, match="not of the same experiments"):
        shrink({"a": 0.1, "b": 0.2}, {"a": 0.1, "c": 0.1})


def test_shrunk_effects_are_close_to_the_truth() -> None:
    """Of 400 experiments whose truth is known, winners' observed effects are far too large, the shrunk ones are not."""
    random = other("numpy").random.default_rng(1)
    truth = random.normal(0, 0.03, 400).tolist()
    found = {
        place: fixed_horizon(
            conversions([int(random.binomial(20_000, 0.1)), 20_000]),
            conversions([int(random.binomial(20_000, 0.1 * (1 + lift))), 20_000]),
        )
        for place, lift in enumerate(truth)
    }
    all_of_them = portfolio(found)
    true_gain = math.fsum(truth[place] for place in all_of_them.won)
    assert all_of_them.observed_gain > 1.5 * true_gain
    assert all_of_them.expected_gain == pytest.approx(true_gain, rel=0.25)


def test_only_ended_experiments_with_one_variation_are_compared() -> None:
    """By their primary conversion, for all visitors; everything else is left out, and the direction counts."""

    def experiment(name: str, conversions: int, **values: Any) -> list[Any]:
        own: dict[str, Any] = {
            "experiment_id": name,
            "status": "ended",
            "metric_kind": "conversion",
            "is_primary": True,
        }
        own |= {"units": 10_000, "metric_id": "m"} | values
        return [
            a_row(**own | {"variation_id": "a"}, is_baseline=True, conversions=1000),
            a_row(**{"variation_id": "b"} | own, is_baseline=False, conversions=conversions),
        ]

    rows = [
        *experiment("won", 1300), *experiment("bounces", 1300, direction="decrease", status="archived"),
        *experiment("running", 1300, status="running"), *experiment("secondary", 1300, is_primary=False),
        *experiment("revenue", 1300, metric_kind="revenue"), *experiment("mobile", 1300, segment="device=mobile"),
        *experiment("three", 1300), *experiment("three", 1300, variation_id="c"), *experiment("empty", 0, units=0),
    ]  # fmt: skip
    found = ended_comparisons(rows)
    assert {key.experiment_id: one.verdict for key, one in found.items()} == {"won": "better", "bounces": "worse"}


def test_a_portfolio() -> None:
    """Wins and losses by the wanted direction, what is left out, and gains in place of differences."""
    found = {
        "won": fixed_horizon(conversions([1000, 10_000]), conversions([1200, 10_000])),
        "less bounced": fixed_horizon(conversions([1000, 10_000]), conversions([800, 10_000]), direction="decrease"),
        "lost": fixed_horizon(conversions([1000, 10_000]), conversions([850, 10_000])),
        "undecided": fixed_horizon(conversions([1000, 10_000]), conversions([1001, 10_000])),
        "bandit": fixed_horizon(conversions([1000, 10_000]), conversions([1500, 10_000]), bandit=True),
    }
    whole = portfolio(found)
    assert (whole.won, whole.lost, whole.undecided, whole.left_out) == (
        ("won", "less bounced"),
        ("lost",),
        ("undecided",),
        ("bandit",),
    )
    assert [whole.win_rate.rate, whole.observed_gain] == pytest.approx([0.5, 0.4])
    assert 0 < whole.expected_gain < whole.observed_gain
    assert (whole.caveats, whole.pooled.experiments) == ((), 4)
    assert "1 lost, 1 undecided, 1 left out" in str(whole)
    found["running"] = fixed_horizon(conversions([1000, 10_000]), conversions([1200, 10_000]), level=0.9, running=True)
    assert [one.kind for one in portfolio(found).caveats] == ["mixed_levels", "peeking"]
    assert "caution    some experiments are running" in str(portfolio(found))


@pytest.mark.parametrize(
    "odd",
    [
        bayesian(conversions([10, 100]), conversions([12, 100])),
        fixed_horizon(conversions([10, 100]), conversions([12, 100]), difference_kind="absolute"),
    ],
    ids=["bayesian", "absolute"],
)
def test_what_a_portfolio_does_not_take(odd: Comparison) -> None:
    """Posteriors, which are shrunk already, and differences in units that are not alike."""
    with pytest.raises(ValueError, match="give relative comparisons"):
        portfolio({"a": odd})
