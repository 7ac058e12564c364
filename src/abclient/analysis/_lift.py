"""Intervals of proportions, of differences, and of relative lift."""

from __future__ import annotations

import math
from typing import Literal, TypeAlias

from ._arguments import one_of, share
from ._comparison import NOTHING, Alternative, Interval
from ._sample import Sample
from ._special import normal_quantile, t_quantile

LiftMethod: TypeAlias = Literal["delta", "log", "fieller"]
Quantile: TypeAlias = Literal["normal", "t"]

ALTERNATIVES = ("two-sided", "larger", "smaller")
_LARGEST_LOG = 100.0  # beyond it an end is as good as infinite
_LIFT_METHODS = ("delta", "log", "fieller")


def wilson(successes: float, trials: float, z: float) -> tuple[float, float]:
    """Wilson's interval (1927) of a proportion, for the normal quantile of its level."""
    p, squared = successes / trials, z * z
    middle, half = p + squared / 2 / trials, z * math.sqrt(p * (1 - p) / trials + squared / 4 / trials / trials)
    whole = 1 + squared / trials
    # At the ends the difference is rounding alone.
    low = 0.0 if successes == 0 else (middle - half) / whole
    return low, 1.0 if successes == trials else (middle + half) / whole


def newcombe(baseline: Sample, variation: Sample, z: float) -> tuple[float, float]:
    """Newcombe's interval (1998, method 10) of a difference of proportions; right for small samples, too."""
    p0, p1 = baseline.mean, variation.mean
    low0, high0 = wilson(baseline.conversions or 0, baseline.units, z)
    low1, high1 = wilson(variation.conversions or 0, variation.units, z)
    below, above = math.hypot(p1 - low1, high0 - p0), math.hypot(high1 - p1, p0 - low0)
    return p1 - p0 - below, p1 - p0 + above


def same_metric(baseline: Sample, variation: Sample) -> None:
    """Refuse what cannot be two samples of one metric."""
    for one in (baseline, variation):
        if not isinstance(one, Sample):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers need not be typed
            raise TypeError(
                f"a {type(one).__name__} is not a Sample; Sample.of_row makes one of a conversion metric's row"
            )
    if baseline.kind != variation.kind:
        raise ValueError(f"the baseline has a {baseline.kind}, the variation a {variation.kind}: not the same metric")


def absolute_error(baseline: Sample, variation: Sample) -> float:
    """The standard error of the difference of means, unpooled."""
    return math.sqrt(baseline.variance / baseline.units + variation.variance / variation.units)


def relative_error(baseline: Sample, variation: Sample) -> float:
    """The standard error of the relative lift by the delta method; the baseline's mean must not be 0."""
    ratio = variation.mean / baseline.mean
    of_variation, of_baseline = variation.variance / variation.units, baseline.variance / baseline.units
    return math.sqrt(of_variation + ratio**2 * of_baseline) / abs(baseline.mean)


def freedom(baseline: Sample, variation: Sample, ratio: float = 1.0) -> float:
    """Welch's and Satterthwaite's degrees of freedom; of log means, with the ratio of the means."""
    if min(baseline.units, variation.units) < 2:
        raise ValueError("Student's t takes two units of each variation")
    a, b = baseline.variance / baseline.units, variation.variance / variation.units / ratio**2
    return (a + b) ** 2 / (a**2 / (baseline.units - 1) + b**2 / (variation.units - 1))


def lift(
    baseline: Sample,
    variation: Sample,
    *,
    level: float = 0.95,
    alternative: Alternative = "two-sided",
    method: LiftMethod = "delta",
    quantile: Quantile = "normal",
) -> Interval:
    """The relative lift ``variation.mean / baseline.mean - 1`` and its interval.

    ``delta``: ``se**2 = v1 / (n1 m0**2) + m1**2 v0 / (n0 m0**4)`` and ``lift ± z se`` (Deng, Knoblich, Lu: Applying the
    Delta Method in Metric Analytics, KDD 2018); the formula of LaunchDarkly and GrowthBook. ``log``: the same for the
    logarithm of the ratio (Katz et al. 1978), better for small samples. ``fieller``: exact for normal means (Fieller
    1954). Where the baseline's mean may as well be 0, or nothing varies, ``delta`` and ``fieller`` have no ends.

    Must not be used of a metric that can be negative, nor added up over experiments that were picked for their lift.

    Args:
        baseline: what was measured of the baseline.
        variation: what was measured of the variation.
        level: the coverage of the interval.
        alternative: ``larger`` gives the lower end alone, ``smaller`` the upper one, each at the level.
        method: which of the above.
        quantile: ``normal``, or Student's ``t`` with Welch's degrees of freedom.

    Returns:
        The lift. All None if the baseline's mean is not positive, or, of ``log``, the variation's.

    Raises:
        ValueError: the samples are not of one metric, or a word is unknown.
    """
    same_metric(baseline, variation)
    level = share(level, "level")
    one_of(alternative, "alternative", ALTERNATIVES)
    one_of(method, "method", _LIFT_METHODS)
    one_of(quantile, "quantile", ("normal", "t"))
    if baseline.mean <= 0 or (method == "log" and variation.mean <= 0):
        return NOTHING
    value, error = variation.mean / baseline.mean - 1, relative_error(baseline, variation)
    if not error:
        return Interval(value, None, None, error)
    ratio, below = variation.mean / baseline.mean, level if alternative != "two-sided" else (1 + level) / 2
    z = normal_quantile(below)
    if quantile == "t":
        z = t_quantile(freedom(baseline, variation, ratio if method == "log" else 1.0), below)
    if method == "log":
        reach = z * error / ratio
        if reach > _LARGEST_LOG:
            return Interval(value, None, None, error)
        ends = ratio * math.exp(-reach) - 1, ratio * math.exp(reach) - 1
    elif z * z * baseline.variance >= baseline.units * baseline.mean**2:
        return Interval(value, None, None, error)
    else:
        ends = (value - z * error, value + z * error) if method == "delta" else _fieller(baseline, variation, z)
    return one_sided(Interval(value, *ends, error), alternative)


def _fieller(baseline: Sample, variation: Sample, z: float) -> tuple[float, float]:
    m0, m1 = baseline.mean, variation.mean
    v0, v1 = z * z * baseline.variance / baseline.units, z * z * variation.variance / variation.units
    half = math.sqrt(max(m0 * m0 * v1 + m1 * m1 * v0 - v0 * v1, 0.0))
    return (m0 * m1 - half) / (m0 * m0 - v0) - 1, (m0 * m1 + half) / (m0 * m0 - v0) - 1


def one_sided(both: Interval, alternative: Alternative) -> Interval:
    """The interval without the end that a one-sided test does not have."""
    if alternative == "two-sided":
        return both
    return both._replace(high=None) if alternative == "larger" else both._replace(low=None)


def absolute_difference(baseline: Sample, variation: Sample, level: float, alternative: Alternative) -> Interval:
    """The difference of the means, with Newcombe's interval for conversions and Welch's for values."""
    below = level if alternative != "two-sided" else (1 + level) / 2
    value, error = variation.mean - baseline.mean, absolute_error(baseline, variation)
    if baseline.kind == "conversion":
        ends = newcombe(baseline, variation, normal_quantile(below))
    elif error:
        half = t_quantile(freedom(baseline, variation), below) * error
        ends = value - half, value + half
    else:
        return Interval(value, None, None, error)
    return one_sided(Interval(value, *ends, error), alternative)
