"""Comparisons for an experiment that is looked at once, at its planned end."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Literal, Unpack

from ._arguments import one_of
from ._comparison import Alternative, Asked, Caveat, Comparison, Interval, Question, conclude
from ._lift import (
    ALTERNATIVES,
    LiftMethod,
    Quantile,
    absolute_difference,
    absolute_error,
    freedom,
    lift,
    same_metric,
)
from ._sample import Sample
from ._special import normal_cdf, special, t_cdf, two_sided

# Cochran's rule: below five expected units in a cell the normal approximation of the pooled test fails.
_SMALLEST_CELL = 5
_FEW_UNITS = 100

RANDOM = "units were assigned at random, each is counted once, and they do not influence one another"
ENOUGH = "enough units for means to be normally distributed; skewed metrics such as revenue need thousands"
_ONE_LOOK = "the end was fixed before there were data, and this is the only look"
_ASSUMED = {"conversion": (RANDOM, _ONE_LOOK), "value": (RANDOM, _ONE_LOOK, ENOUGH)}


def fixed_horizon(
    baseline: Sample,
    variation: Sample,
    *,
    alternative: Alternative = "two-sided",
    lift_method: LiftMethod = "delta",
    test: Literal["difference", "lift"] = "difference",
    **question: Unpack[Question],
) -> Comparison:
    """Compare once, at the planned end: conversions by the pooled z test, values by Welch's t test.

    Conversions: ``z = (p1 - p0) / sqrt(p (1 - p) (1 / n0 + 1 / n1))`` with the rate ``p`` of both together; Fisher's
    exact test where fewer than 5 units are expected of a cell; the absolute difference has Newcombe's interval (1998).
    Values: ``t = (m1 - m0) / sqrt(v0 / n0 + v1 / n1)`` with Satterthwaite's degrees of freedom (Welch 1947). The
    relative interval is ``lift``'s, with the same quantiles. Test and relative interval may disagree close to the
    threshold, because one is about the difference and the other about the ratio; a caveat says so.

    ``test="lift"`` takes the p-value from the relative lift and its standard error, with normal quantiles, as
    LaunchDarkly documents for its frequentist results (Statistical methodology, Frequentist; read in 2025); it counts
    conversions as values, so give it ``Sample.of_sums(units=n, total=conversions, squares=conversions)``.

    Must not be used to look at a running experiment until it is significant (``mixture_sprt`` and
    ``confidence_sequence`` may), nor for bandits, quantiles or ratios without ``Sample.of_ratio``.

    Args:
        baseline: what was measured of the baseline.
        variation: what was measured of the variation.
        alternative: ``two-sided``, or ``larger`` or ``smaller`` if the other side does not matter; fixed before there
            are data. The interval is then open on the other side.
        lift_method: how the interval of a relative difference is computed.
        test: whether the p-value is of the difference or of the lift.
        question: what every comparison may be asked.

    Raises:
        ValueError: the samples are not of one metric, or an answer to a question is unknown.
    """
    asked = Asked(**question)
    same_metric(baseline, variation)
    one_of(alternative, "alternative", ALTERNATIVES)
    one_of(test, "test", ("difference", "lift"))
    found_by, p_value = (_lift_test if test == "lift" else _test)(baseline, variation, alternative)
    if asked.difference_kind == "absolute":
        found = absolute_difference(baseline, variation, asked.level, alternative)
    else:
        quantile: Quantile = "t" if baseline.kind == "value" and test == "difference" else "normal"
        found = lift(
            baseline, variation, level=asked.level, alternative=alternative, method=lift_method, quantile=quantile
        )
    caveats = [
        *few_units(baseline, variation),
        *_not_tested(p_value),
        *no_relative_difference(found, baseline, asked),
        *_disagreement(found, p_value, asked.level),
    ]
    return conclude(
        asked,
        baseline,
        variation,
        found,
        caveats=caveats,
        p_value=p_value,
        test=found_by,
        statistics="frequentist-fixed",
        alternative=alternative,
        assumptions=_ASSUMED[baseline.kind],
    )


def few_units(baseline: Sample, variation: Sample) -> Iterator[Caveat]:
    """Caveats of samples with few units, or few that converted or did not."""
    for sample in (baseline, variation):
        converted = _SMALLEST_CELL if sample.conversions is None else sample.conversions
        if sample.units < _FEW_UNITS or not _SMALLEST_CELL <= converted <= sample.units - _SMALLEST_CELL:
            yield Caveat("few_units", f"few units, or few that converted or did not ({sample}): intervals are rough")


def no_relative_difference(found: Interval, baseline: Sample, asked: Asked) -> Iterator[Caveat]:
    """Why a relative difference, or its interval, is missing."""
    if asked.difference_kind == "relative":
        if baseline.mean <= 0:
            what = "0" if baseline.mean == 0 else "negative"
            yield Caveat("no_relative_difference", f"the baseline's mean is {what}: ask for the absolute difference")
        elif found.low is found.high is None:
            yield Caveat(
                "no_relative_difference",
                "the interval has no ends: the baseline's mean may as well be 0, or nothing varies",
            )


def _not_tested(p_value: float | None) -> Iterator[Caveat]:
    if p_value is None:
        yield Caveat("no_variance", "the metric does not vary, so nothing can be tested")


def _disagreement(found: Interval, p_value: float | None, level: float) -> Iterator[Caveat]:
    if p_value is None or found.low is found.high is None:
        return
    beyond = (found.low is not None and found.low > 0) or (found.high is not None and found.high < 0)
    if beyond is not (p_value <= 1 - level):
        yield Caveat(
            "disagreement", "p-value and interval disagree, this close to the threshold: rest no decision on either"
        )


def _tail(cdf_below: float, cdf_above: float, alternative: Alternative) -> float:
    """The p-value, from the chances of a smaller and of a larger statistic."""
    if alternative == "two-sided":
        return min(1.0, 2 * min(cdf_below, cdf_above))
    return cdf_above if alternative == "larger" else cdf_below


def _test(baseline: Sample, variation: Sample, alternative: Alternative) -> tuple[str, float | None]:
    if baseline.conversions is None or variation.conversions is None:
        error = absolute_error(baseline, variation)
        if not error:
            return "Welch's t test", None
        t, degrees = (variation.mean - baseline.mean) / error, freedom(baseline, variation)
        return "Welch's t test", _tail(t_cdf(degrees, t), t_cdf(degrees, -t), alternative)
    units, conversions = baseline.units + variation.units, baseline.conversions + variation.conversions
    if conversions in (0, units):
        return "pooled z test", None
    if min(conversions, units - conversions) * min(baseline.units, variation.units) < _SMALLEST_CELL * units:
        return "Fisher's exact test", fisher(baseline, variation, alternative)
    z = pooled_z(baseline, variation)
    return "pooled z test", two_sided(z) if alternative == "two-sided" else _tail(
        normal_cdf(z), normal_cdf(-z), alternative
    )


def pooled_z(baseline: Sample, variation: Sample) -> float:
    """The statistic of the pooled z test of two proportions; neither none nor all of the units converted."""
    units = baseline.units + variation.units
    rate = ((baseline.conversions or 0) + (variation.conversions or 0)) / units
    error = math.sqrt(rate * (1 - rate) * (1 / baseline.units + 1 / variation.units))
    return (variation.mean - baseline.mean) / error


def fisher(baseline: Sample, variation: Sample, alternative: Alternative) -> float:
    """The p-value of Fisher's exact test; two-sided the sum of all tables at most as likely as the one seen."""
    special()  # says which extra is missing
    import numpy as np

    seen = variation.conversions or 0
    conversions = seen + (baseline.conversions or 0)
    first, last = max(0, conversions - baseline.units), min(conversions, variation.units)
    step = np.arange(last - first, dtype=float)
    # By the ratio of each chance to the one before: factorials of a million units lose too many digits.
    more = ((conversions - first) - step) / (first + 1 + step)
    fewer = ((variation.units - first) - step) / ((baseline.units - conversions + first + 1) + step)
    log = np.concatenate([[0.0], np.cumsum(np.log(more) + np.log(fewer))])
    chances, place = np.exp(log - log.max()), np.arange(len(log))
    own = chances[seen - first]
    # What is as likely but for rounding counts as likely, within R's tolerance for fisher.test.
    extreme = {
        "two-sided": chances <= own * (1 + 1e-7),
        "larger": place >= seen - first,
        "smaller": place <= seen - first,
    }
    return min(1.0, float(chances[extreme[alternative]].sum() / chances.sum()))


def _lift_test(baseline: Sample, variation: Sample, alternative: Alternative) -> tuple[str, float | None]:
    found = lift(baseline, variation)
    if found.value is None or not found.standard_error:
        return "z test of the lift", None
    z = found.value / found.standard_error
    return "z test of the lift", _tail(normal_cdf(z), normal_cdf(-z), alternative)
