"""Comparisons that may be looked at as often as one likes, at any time: always-valid p-values and intervals."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Unpack

from ._arguments import chance, count, positive
from ._comparison import NOTHING, Asked, Caveat, Comparison, Interval, Question, conclude
from ._fixed import ENOUGH, RANDOM, no_relative_difference
from ._lift import absolute_error, relative_error, same_metric
from ._sample import Sample

# What Optimizely's help asked for before it called a winner; the normal approximation needs about as much.
_LEAST_UNITS, _LEAST_CONVERSIONS = 100, 25

_ANY_TIME = "it may be looked at at any time, and stopped at any look, as long as counts are those of all time so far"
_ASSUMED = (RANDOM, _ANY_TIME, ENOUGH)


def mixture_sprt(
    baseline: Sample,
    variation: Sample,
    *,
    effect_sd: float,
    previous_p: float = 1.0,
    **question: Unpack[Question],
) -> Comparison:
    """Compare at any time by the mixture sequential probability ratio test.

    With the difference ``d``, its variance ``V``, ``t = effect_sd`` and ``W = V + t**2``: ``L = sqrt(V / W) exp(t**2
    d**2 / (2 V W))``, ``p = min(previous_p, 1 / L)`` and the interval ``d ± sqrt(V W / t**2 (2 ln(1 / alpha) + ln(W /
    V)))`` (Johari, Koomen, Pekelis, Walsh: Always Valid Inference, Operations Research 2022). Optimizely's Stats Engine
    is of this family; its own mixture is not published, so the figures are not the same.

    Must not be used with an ``effect_sd`` chosen after looking, or with counts of a day instead of all days.

    Args:
        baseline: what was measured of the baseline, since the start.
        variation: what was measured of the variation, since the start.
        effect_sd: how large effects are expected to be, in the kind of the difference: 0.05 for a lift of 5 %. Any
            value is valid if it was fixed before there were data; the test is fastest where it is right.
        previous_p: the p-value of the look before, which this one's does not exceed.
        question: what every comparison may be asked.

    Raises:
        ValueError: the samples are not of one metric, or an argument cannot be.
    """
    spread = positive(effect_sd, "effect_sd") ** 2

    def looked(estimate: float, variance: float, alpha: float) -> tuple[float, float]:
        whole = variance + spread
        log_ratio = spread * estimate**2 / (2 * variance * whole) - math.log(whole / variance) / 2
        return log_ratio, math.sqrt(variance * whole / spread * (2 * math.log(1 / alpha) + math.log(whole / variance)))

    return _sequential(baseline, variation, "mixture SPRT", looked, previous_p, Asked(**question))


def confidence_sequence(
    baseline: Sample,
    variation: Sample,
    *,
    planned_units: int,
    previous_p: float = 1.0,
    **question: Unpack[Question],
) -> Comparison:
    """Compare at any time by an asymptotic confidence sequence, as GrowthBook does.

    With ``N`` units of both, the difference ``d`` of variance ``V``, ``r**2 = (-2 ln alpha + ln(1 - 2 ln alpha)) /
    planned_units`` and ``K = N r**2 + 1``: the interval ``d ± sqrt(V N) sqrt(2 K / (N r)**2 ln(sqrt(K) / alpha))`` and
    ``p = sqrt(K) exp(-r**2 N d**2 / (2 V K))`` (Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas: Time-uniform central
    limit theory and asymptotic confidence sequences, Annals of Statistics 2024).

    Its intervals are about 1.55 times as wide as those of ``fixed_horizon`` where it is tightest, at ``planned_units``.

    Must not be used with ``planned_units`` chosen after looking, or with counts of a day instead of all days.

    Args:
        baseline: what was measured of the baseline, since the start.
        variation: what was measured of the variation, since the start.
        planned_units: how many units both are to have in the end. GrowthBook's default is 5,000.
        previous_p: the p-value of the look before, which this one's does not exceed.
        question: what every comparison may be asked.

    Raises:
        ValueError: the samples are not of one metric, or an argument cannot be.
    """
    asked = Asked(**question)
    same_metric(baseline, variation)
    alpha, units = 1 - asked.level, baseline.units + variation.units
    planned_units = count(planned_units, "planned_units")
    if not planned_units:
        raise ValueError("planned_units is 0")
    scale = (-2 * math.log(alpha) + math.log(1 - 2 * math.log(alpha))) / planned_units
    known = units * scale + 1

    def looked(estimate: float, variance: float, alpha: float) -> tuple[float, float]:
        log_ratio = scale * units * estimate**2 / variance / (2 * known) - math.log(known) / 2
        width = 2 * known / (units**2 * scale) * math.log(math.sqrt(known) / alpha)
        return log_ratio, math.sqrt(variance * units * width)

    return _sequential(baseline, variation, "confidence sequence", looked, previous_p, asked)


def _sequential(
    baseline: Sample,
    variation: Sample,
    test: str,
    looked: Callable[[float, float, float], tuple[float, float]],
    previous_p: float,
    asked: Asked,
) -> Comparison:
    """A look: ``looked`` gives the logarithm of the likelihood ratio, and half of the interval's width."""
    same_metric(baseline, variation)
    previous_p = chance(previous_p, "previous_p")
    relative = asked.difference_kind == "relative"
    found, p_value = NOTHING, None
    if not relative or baseline.mean > 0:
        value = variation.mean - baseline.mean
        error = absolute_error(baseline, variation)
        if relative:
            value, error = value / baseline.mean, relative_error(baseline, variation)
        found = Interval(value, None, None, error)
        if error:
            log_ratio, half = looked(value, error**2, 1 - asked.level)
            found = Interval(value, value - half, value + half, error)
            p_value = min(previous_p, math.exp(min(-log_ratio, 0.0)))
    early = list(_early(baseline, variation))
    unvaried = (
        [] if p_value is not None or found is NOTHING else [Caveat("no_variance", "the metric does not vary yet")]
    )
    return conclude(
        asked,
        baseline,
        variation,
        found,
        caveats=[*early, *unvaried, *no_relative_difference(found, baseline, asked)],
        premature=bool(early),
        p_value=p_value,
        test=test,
        statistics="frequentist-sequential",
        assumptions=_ASSUMED,
    )


def _early(baseline: Sample, variation: Sample) -> Iterator[Caveat]:
    for sample in (baseline, variation):
        enough = sample.conversions is None or sample.conversions >= _LEAST_CONVERSIONS
        if sample.units < _LEAST_UNITS or not enough:
            message = f"too early ({sample}): there is no verdict before 100 units and 25 conversions of each"
            yield Caveat("few_units", message)
