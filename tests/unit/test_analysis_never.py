"""Whatever goes in, no figure comes out that looks right and is not: refusals, None, and finite numbers alone."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abclient import analysis
from abclient.analysis import Beta, Comparison, Normal, Sample
from support.cases import FEWER

wild: st.SearchStrategy[Any] = st.one_of(
    st.floats(),
    st.integers(-(10**25), 10**25),
    st.floats(-2, 2),
    st.integers(-5, 2000),
    st.sampled_from([0, 1, 0.0, 1e-300, 1e300, 5e-324, math.nan, math.inf, None, "7", True, [], 10**400]),
)
counted = st.one_of(st.integers(0, 3000), st.sampled_from([0, 1, 2, 10**6, 10**12, 10**18]))


def checked(call: Callable[[], Any]) -> Any:
    """What the call gives; None if it is refused."""
    try:
        found = call()
    except (ValueError, TypeError) as error:
        assert len(str(error)) > 10
        return None
    assert not re.search(r"\b(nan|inf)\b", repr(found)), found
    return found


MAKE: list[Callable[[Any, Any, Any], Any]] = [
    lambda a, b, c: Sample.of_conversions(units=a, conversions=b),
    lambda a, b, c: Sample.of_sums(units=a, total=b, squares=c),
    lambda a, b, c: Sample.of_moments(units=a, mean=b, variance=c),
    lambda a, b, c: Beta(a, b),
    lambda a, b, c: Normal(a, b),
    lambda a, b, c: analysis.win_rate(a, b),
    lambda a, b, c: analysis.false_win_share(a),
    lambda a, b, c: analysis.holm([a, b, c]),
    lambda a, b, c: analysis.pool([a, 0.1, 0.2], [b, 0.1, c]),
    lambda a, b, c: analysis.units_needed(mean=a, effect=b),
    lambda a, b, c: analysis.units_needed(mean=a, effect=b, sd=c),
    lambda a, b, c: analysis.power_of(units=a, mean=b, effect=c),
    lambda a, b, c: analysis.detectable_effect(units=a, mean=b),
    lambda a, b, c: analysis.split_test({"a": a, "b": b}, {"a": 1, "b": 1}),
    lambda a, b, c: analysis.sequential_split_test({"a": a, "b": b}, {"a": 1, "b": c}),
]


@pytest.mark.parametrize("make", MAKE)
@settings(max_examples=150 // FEWER)
@given(st.tuples(wild, wild, wild))
def test_wild_figures(make: Callable[[Any, Any, Any], Any], drawn: tuple[Any, Any, Any]) -> None:
    """Everything that takes numbers refuses what cannot be, and computes the rest."""
    checked(lambda: make(*drawn))


def sampled(kind: str, units: int, share: float, spread: float) -> Any:
    """A sample; None if there is none like that."""
    if kind == "conversion":
        return checked(lambda: Sample.of_conversions(units=units, conversions=int(units * share)))
    return checked(lambda: Sample.of_moments(units=units, mean=(share - 0.3) * 10, variance=spread))


shares = st.one_of(st.sampled_from([0.0, 1.0, 1e-9, 0.5]), st.floats(0, 1))
spreads = st.one_of(st.sampled_from([0.0, 1e-80, 1e80]), st.floats(0, 100))
arms = st.tuples(counted, shares, spreads)
COMPARE: list[Callable[..., Comparison]] = [
    analysis.fixed_horizon,
    partial(analysis.fixed_horizon, test="lift", lift_method="log"),
    partial(analysis.fixed_horizon, alternative="smaller", lift_method="fieller"),
    partial(analysis.mixture_sprt, effect_sd=0.05),
    partial(analysis.confidence_sequence, planned_units=5000),
    partial(analysis.bayesian, prior=Normal(0.0, 0.3)),
    analysis.bayesian,
    partial(analysis.bayesian, prior="control"),
]


@pytest.mark.parametrize("compare", COMPARE)
@settings(max_examples=40 // FEWER)
@given(
    st.sampled_from(["conversion", "value"]),
    arms,
    arms,
    st.sampled_from(["relative", "absolute"]),
    st.sampled_from(["increase", "decrease"]),
)
def test_wild_samples(
    compare: Callable[..., Comparison], kind: str, base: Any, var: Any, difference: Any, direction: Any
) -> None:
    """Of any samples all figures are finite, probabilities are between 0 and 1, and ends are on their sides."""
    baseline, variation = sampled(kind, *base), sampled(kind, *var)
    if baseline is None or variation is None:
        return
    found = checked(lambda: compare(baseline, variation, difference_kind=difference, direction=direction))
    if found is None:
        return
    assert found.p_value is None or 0 <= found.p_value <= 1
    assert found.probability is None or -1e-12 <= found.probability <= 1 + 1e-12
    assert found.loss is None or found.loss >= 0
    for end, sign in ((found.difference_low, 1), (found.difference_high, -1)):
        assert end is None or sign * end <= sign * found.difference + 1e-9 * max(1.0, abs(end))
    assert found.significant is not None or found.verdict is None
    assert found.significant is not None or found.caveats
    assert str(found)
