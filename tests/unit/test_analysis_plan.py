"""Plans: how many units, how much power, which effect, how many days."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abclient.analysis import detectable_effect, power_of, units_needed
from support.statistics import other, vectors

EXACT = 1e-9


@pytest.mark.parametrize("case", vectors()["d"]["power_proportions"], ids=lambda case: str(case["case"]))
def test_units_for_rates_are_those_of_statsmodels(case: Any) -> None:
    """Exact units, rounded up, and the power that they have."""
    question: Any = {"mean": case["p_base"], "effect": case["mde_rel"]}
    design: Any = {"level": 1 - case["alpha"], "baseline_ratio": case["base_per_variant"]}
    plan = units_needed(**question, power=case["power"], **design)
    assert plan.exact_units == pytest.approx(case["n_variant_statsmodels"], rel=1e-8)  # statsmodels solves to that
    assert plan.variation_units == math.ceil(plan.exact_units)
    assert plan.baseline_units == math.ceil(plan.exact_units * case["base_per_variant"])
    assert power_of(units=plan.variation_units, **question, **design) == pytest.approx(case["power"], abs=1e-4)
    mde = detectable_effect(units=plan.variation_units, mean=case["p_base"], power=case["power"], **design)
    assert mde == pytest.approx(case["mde_rel"], rel=1e-4)
    assert mde <= case["mde_rel"]


@pytest.mark.parametrize("case", vectors()["a"]["power_means"], ids=lambda case: str(case["case"]))
def test_units_for_values_are_those_of_statsmodels(case: Any) -> None:
    """By the normal approximation; so is the effect that 5,000 of each find."""
    question: Any = {"mean": 100.0, "sd": case["sd"], "level": 1 - case["alpha"]}
    plan = units_needed(effect=case["diff"] / 100, power=case["power"], **question)
    assert plan.exact_units == pytest.approx(case["n_normal"], rel=EXACT)
    mde = detectable_effect(units=5000, power=case["power"], **question)
    power = other("statsmodels.stats.power").NormalIndPower().power
    assert power(mde * 100 / case["sd"], 5000, case["alpha"]) == pytest.approx(case["power"], rel=EXACT)
    assert mde * 100 == pytest.approx(case["mde_at_5000_normal"], rel=1e-4)  # statsmodels solves for no more digits


@settings(max_examples=40)
@given(
    st.floats(0.02, 0.6),
    st.floats(0.01, 0.5),
    st.integers(50, 100_000),
    st.sampled_from([0.8, 0.95]),
    st.floats(0.2, 5),
)
def test_power_is_that_of_statsmodels(rate: float, effect: float, units: int, level: float, ratio: float) -> None:
    """Of rates and of values, for any units and shares."""
    proportion, solved = other("statsmodels.stats.proportion"), other("statsmodels.stats.power").NormalIndPower()
    found = power_of(units=units, mean=rate, effect=effect, level=level, baseline_ratio=ratio)
    wanted = proportion.power_proportions_2indep(rate * effect, rate, units, ratio=ratio, alpha=1 - level)
    assert found == pytest.approx(wanted.power, abs=2e-3)  # statsmodels leaves out the far tail
    found = power_of(units=units, mean=1.0, effect=effect, sd=2.0, level=level, baseline_ratio=ratio)
    assert found == pytest.approx(solved.power(effect / 2, units, 1 - level, ratio=ratio), rel=1e-6)


@given(st.floats(0.01, 0.9), st.integers(200, 10**7), st.floats(0.5, 0.99))
def test_the_detectable_effect_is_the_planned_one(rate: float, units: int, power: float) -> None:
    """A plan for it asks for just as many units."""
    try:
        effect = detectable_effect(units=units, mean=rate, power=power)
    except ValueError as error:
        assert "too few" in str(error)
    else:
        if rate * (1 + effect) < 1:
            assert units_needed(mean=rate, effect=effect, power=power).exact_units == pytest.approx(units, rel=1e-6)


def test_more_variations_and_one_side() -> None:
    """Several variations share the level; one side takes fewer units; a decrease is planned alike."""
    one = units_needed(mean=0.1, effect=0.05)
    three = units_needed(mean=0.1, effect=0.05, variations=3)
    strict = units_needed(mean=0.1, effect=0.05, level=1 - 0.05 / 3)
    assert three.variation_units == strict.variation_units > one.variation_units
    assert three.total_units == 4 * three.variation_units
    assert units_needed(mean=0.1, effect=0.05, sides="one-sided").exact_units < one.exact_units
    assert power_of(units=one.variation_units, mean=0.1, effect=0.05, sides="one-sided") > 0.8
    assert units_needed(mean=0.1, effect=-0.05).exact_units < one.exact_units  # smaller rates vary less
    assert (
        str(one)
        == "57,763 units and 57,763 for the baseline, 115,526 in all: 80% chance to find +5.00% (two-sided, level 0.95)"
    )
    assert "for each of 3 variations" in str(three)


@pytest.mark.parametrize("case", vectors()["remaining_days"])
def test_days_left(case: Any) -> None:
    """From the pace so far: none if there are enough, unknown without units."""
    plan = units_needed(mean=0.1, effect=0.05)
    assert plan.variation_units == case["needed_per_arm"]
    elapsed = case["have"] / case["per_day"] if case["per_day"] else 5
    assert plan.days_left({"a": case["have"], "b": case["have"]}, baseline="a", elapsed_days=elapsed) == case["days"]


def test_the_slowest_variation_decides() -> None:
    """Days are those of the variation that lacks most, and unknown on the first day."""
    plan = units_needed(mean=0.1, effect=0.05)
    assert plan.days(10_000) == 12
    assert plan.days_left({"a": 57_763, "b": 10_000}, baseline="a", elapsed_days=10) == 48
    assert plan.days_left({"a": 57_763, "b": 10_000}, baseline="a", elapsed_days=0.5) is None
    assert plan.days_left({"a": 57_763, "b": 10_000}, baseline="a", elapsed_days=1) == 5
    assert plan.days_left({"a": 57_763, "b": 0}, baseline="a", elapsed_days=10) is None


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: units_needed(mean=0.0, effect=0.05), "mean is 0.0, not a positive number"),
        (lambda: units_needed(mean=10.0, effect=0.05), "are they percent"),
        (lambda: units_needed(mean=0.6, effect=0.7), "not both between 0 and 1"),
        (lambda: units_needed(mean=0.6, effect=-1.0), "not both between 0 and 1"),
        (lambda: units_needed(mean=0.6, effect=0.0), "effect is 0"),
        (lambda: units_needed(mean=0.6, effect=1e-12), "no experiment is large enough"),
        (lambda: units_needed(mean=0.6, effect=math.nan), "effect is nan"),
        (lambda: units_needed(mean=0.6, effect=0.1, sd=0.0), "sd is 0.0, not a positive number"),
        (lambda: units_needed(mean=0.6, effect=0.1, power=1.0), "power is 1.0"),
        (lambda: units_needed(mean=0.6, effect=0.1, level=95), "level is 95.0"),
        (lambda: units_needed(mean=0.6, effect=0.1, sides="both"), "sides is 'both'"),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        (lambda: units_needed(mean=0.6, effect=0.1, variations=0), "variations is 0"),
        (lambda: units_needed(mean=0.6, effect=0.1, baseline_ratio=0), "baseline_ratio is 0"),
        (lambda: units_needed(mean=0.6, effect=0.1, power=0.04), "power is 0.04: as often"),
        (lambda: power_of(units=1, mean=0.6, effect=0.1), "units is 1"),
        (lambda: detectable_effect(units=20, mean=0.9), "too few"),
        (lambda: units_needed(mean=0.1, effect=0.1).days(0), "units_per_day is 0"),
        (
            lambda: units_needed(mean=0.1, effect=0.1).days_left({"a": 1}, baseline="a", elapsed_days=1),
            "not a and 1 more",
        ),
        (
            lambda: units_needed(mean=0.1, effect=0.1).days_left({"a": 1, "b": 1}, baseline="c", elapsed_days=1),
            "not c and 1 more",
        ),
    ],
)
def test_what_is_refused(call: Any, message: str) -> None:
    """What cannot be is an error that says what it was."""
    with pytest.raises(ValueError, match=message):
        call()
