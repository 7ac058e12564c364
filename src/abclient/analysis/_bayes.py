"""Bayesian comparisons: with a flat prior, with one of your own, and with one around the baseline's mean."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias, Unpack

from ._arguments import mapping, positive
from ._comparison import NOTHING, Asked, Caveat, Comparison, Interval, Question, conclude
from ._fixed import ENOUGH, RANDOM, few_units, no_relative_difference
from ._lift import absolute_error, relative_error, same_metric
from ._posterior import SMALLEST_PARAMETER, Beta, Normal, Posterior, chance_above, difference_interval, expected_loss
from ._sample import Sample

Prior: TypeAlias = Literal["flat", "control"] | Beta | Normal

# The prior's relative variance around the baseline's mean. LaunchDarkly names 0.04 for binary metrics, and 0.13 to
# 0.19 "conditional on the type of the metric" for the others (Statistical methodology, Bayesian; read in 2025).
GAMMA_SQUARED = {"conversion": 0.04, "value": 0.16}

_PRIOR = "the prior was chosen before there were data"
_ASSUMED = {"conversion": (RANDOM, _PRIOR), "value": (RANDOM, _PRIOR, ENOUGH)}


def posteriors(
    arms: Mapping[str, Sample], *, baseline: str, prior: Prior = "flat", gamma_squared: float | None = None
) -> dict[str, Posterior]:
    """The posterior of each variation's mean, for ``probability_best`` and plots.

    Flat: ``Beta(1 + x, 1 + n - x)`` of conversions, ``Normal(mean, sqrt(variance / n))`` of values. A ``Beta`` is added
    to the counts of each variation. ``control``: the baseline flat, and the others with a prior whose mean is that of
    the baseline and whose variance is ``m**2 gamma_squared + v / n`` of the baseline, as LaunchDarkly documents
    (Statistical methodology, Bayesian; read in 2025). The prior dominates where variations have few
    units, and hardly matters from ten thousand on.

    Where a beta of that variance does not exist, as for rates above 96 %, the prior is flat.

    Must not be used for bandits, and is not what LaunchDarkly shows where it adjusts by covariates (CUPED).

    Args:
        arms: what was measured, by variation; of one metric.
        baseline: which of them is the baseline.
        prior: ``flat``, ``control`` or a ``Beta``; a ``Normal`` is a prior of a difference, which is not asked here.
        gamma_squared: of ``control``; 0.04 for conversions and 0.16 for values if left out.

    Raises:
        ValueError: the baseline is not among the variations, the samples are not of one metric, or do not vary.
    """
    mapping(arms, "arms", "variations to samples")
    if baseline not in arms:
        raise ValueError(f"baseline is {baseline!r}, none of {', '.join(map(repr, arms))}")
    if gamma_squared is not None:
        gamma_squared = positive(gamma_squared, "gamma_squared")
    base = arms[baseline]
    for sample in arms.values():
        same_metric(base, sample)
    if isinstance(prior, Normal):
        raise ValueError("a Normal is a prior of the difference, not of each variation")  # noqa: TRY004  # a choice
    given = _prior(prior, base)
    own = _around(base, gamma_squared) if prior == "control" else given
    return {key: _updated(sample, given if key == baseline else own) for key, sample in arms.items()}


def _prior(prior: Prior, base: Sample) -> Beta | None:
    """The prior of the baseline; None if it is flat."""
    if not isinstance(prior, Beta):
        if not isinstance(prior, str) or prior not in ("flat", "control"):
            raise ValueError(f"prior is {prior!r}: neither 'flat' nor 'control', a Beta or a Normal")
        return None
    if base.kind == "value":
        raise ValueError("a Beta is a prior of rates, and the metric has values")
    return prior


def _around(base: Sample, gamma_squared: float | None) -> Beta | Normal | None:
    """The prior around the baseline's mean; None where there is no such beta."""
    gamma = GAMMA_SQUARED[base.kind] if gamma_squared is None else gamma_squared
    m, variance = base.mean, base.mean**2 * gamma + base.variance / base.units
    if base.kind == "value":
        return Normal(m, math.sqrt(variance)) if variance else None
    weight = m * (1 - m) / variance - 1 if variance else 0.0
    return Beta(m * weight, (1 - m) * weight) if min(m, 1 - m) * weight >= SMALLEST_PARAMETER else None


def _updated(sample: Sample, prior: Beta | Normal | None) -> Posterior:
    if sample.conversions is not None:
        a, b = (prior.alpha, prior.beta) if isinstance(prior, Beta) else (1.0, 1.0)
        return Beta(a + sample.conversions, b + sample.units - sample.conversions)
    if not sample.variance:
        raise ValueError(f"the metric does not vary ({sample}), so nothing is known of its mean")
    found = Normal(sample.mean, math.sqrt(sample.variance / sample.units))
    return _weighted(found, prior) if isinstance(prior, Normal) else found


def _weighted(found: Normal, prior: Normal) -> Normal:
    """Both together, weighted by their precision."""
    a, b = 1 / prior.variance, 1 / found.variance
    return Normal((prior.mean * a + found.mean * b) / (a + b), (a + b) ** -0.5)


def bayesian(
    baseline: Sample,
    variation: Sample,
    *,
    prior: Prior = "flat",
    gamma_squared: float | None = None,
    **question: Unpack[Question],
) -> Comparison:
    """Compare by posteriors: the chance that the variation is better, and what is lost if it is not.

    Conversions: with ``flat``, ``control`` and a ``Beta`` the chance and the expected loss are those of two betas,
    computed exactly. So is the interval, which has equal tails; only that of ``control`` is normal with the variance
    ``(mv / m0)**2 (sv**2 / mv**2 + s0**2 / m0**2)``, as LaunchDarkly documents. Values with ``flat``, and everything
    with a ``Normal``: the posterior of the difference, relative or absolute as asked, is normal, with the standard
    error of ``lift`` or of the means. Values with ``control``: the posteriors of ``posteriors``.

    The loss is the expected value of ``max(baseline - variation, 0)`` in the unit of the mean, of a metric that shall
    decrease that of ``max(variation - baseline, 0)`` (Stucchio, Bayesian A/B Testing at VWO, 2015).

    Must not be used as a way to look every day: stopping at 95 % finds a winner in 24 % of experiments without
    any difference within 30 looks. The probability must not be compared with the significance of a test, nor with
    a vendor's chance to be the best of all.

    Args:
        baseline: what was measured of the baseline.
        variation: what was measured of the variation.
        prior: what was known before: nothing (``flat``), that variations are like the baseline (``control``, see
            ``posteriors``), a rate (``Beta``) or a difference in its kind (``Normal``).
        gamma_squared: of ``control``; 0.04 for conversions and 0.16 for values if left out.
        question: what every comparison may be asked.

    Raises:
        ValueError: the samples are not of one metric, or an answer to a question is unknown.
    """
    asked = Asked(**question)
    same_metric(baseline, variation)
    if gamma_squared is not None:
        gamma_squared = positive(gamma_squared, "gamma_squared")
    if isinstance(prior, Normal) or (baseline.kind == "value" and prior == "flat"):
        found = _by_difference(baseline, variation, prior if isinstance(prior, Normal) else None, asked)
    else:
        found = _by_posteriors(baseline, variation, prior, gamma_squared, asked)
    caveats = list(no_relative_difference(found.interval, baseline, asked))
    if found.beats is None and not caveats:
        caveats.append(Caveat("no_variance", "the metric does not vary, so nothing can be said"))
    if prior == "control" and _around(baseline, gamma_squared) is None:
        caveats.append(Caveat("prior_fallback", "no prior has the baseline's mean and that variance: it is flat"))
    if baseline.kind == "value" or isinstance(prior, Normal) or prior == "control":
        caveats += few_units(baseline, variation)
    return conclude(
        asked,
        baseline,
        variation,
        found.interval,
        caveats=caveats,
        beats=found.beats,
        test=f"Bayesian, prior {prior}",
        statistics="bayesian",
        probability_kind="beats_baseline",
        loss=found.loss,
        assumptions=_ASSUMED[baseline.kind],
    )


class _Found(NamedTuple):
    interval: Interval
    beats: float | None
    loss: float | None


def _of_normal(difference: Normal, unit: float, asked: Asked) -> _Found:
    """The figures of a normal difference; ``unit`` is what 1 of it is worth in the metric."""
    wanted = Normal(-difference.mean, difference.sd) if asked.direction == "decrease" else difference
    interval = Interval(difference.mean, *difference.interval(asked.level), difference.sd)
    return _Found(interval, wanted.chance_above_zero(), wanted.loss() * unit)


def _by_difference(baseline: Sample, variation: Sample, prior: Normal | None, asked: Asked) -> _Found:
    relative = asked.difference_kind == "relative"
    if relative and baseline.mean <= 0:
        return _Found(NOTHING, None, None)
    error = relative_error(baseline, variation) if relative else absolute_error(baseline, variation)
    if not error:
        return _Found(NOTHING, None, None)
    unit = baseline.mean if relative else 1.0
    found = Normal((variation.mean - baseline.mean) / unit, error)
    return _of_normal(found if prior is None else _weighted(found, prior), unit, asked)


def _by_posteriors(
    baseline: Sample, variation: Sample, prior: Prior, gamma_squared: float | None, asked: Asked
) -> _Found:
    if baseline.kind == "value" and not (baseline.variance and variation.variance):
        return _Found(NOTHING, None, None)
    both = {"baseline": baseline, "variation": variation}
    of = posteriors(both, baseline="baseline", prior=prior, gamma_squared=gamma_squared)
    a, b = of["baseline"], of["variation"]
    relative = asked.difference_kind == "relative"
    found = NOTHING if relative and baseline.mean <= 0 else _interval(a, b, asked, exact=prior != "control")
    if isinstance(a, Beta) and isinstance(b, Beta):
        better, worse = (a, b) if asked.direction == "decrease" else (b, a)
        return _Found(found, chance_above(better, worse), expected_loss(better, worse))
    difference = Normal(b.mean - a.mean, math.hypot(math.sqrt(a.variance), math.sqrt(b.variance)))
    return _of_normal(difference, 1.0, asked)._replace(interval=found)


def _interval(a: Posterior, b: Posterior, asked: Asked, *, exact: bool) -> Interval:
    """The difference of two posteriors; if not exact, by normals of their means and variances.

    The documented formula, without the division by ``b.mean``, which may be 0 or negative.
    """
    if asked.difference_kind == "relative":
        value = b.mean / a.mean - 1
        error = math.sqrt(b.variance + (value + 1) ** 2 * a.variance) / a.mean
    else:
        value, error = b.mean - a.mean, math.sqrt(a.variance + b.variance)
    if exact and isinstance(a, Beta) and isinstance(b, Beta):
        relative = asked.difference_kind == "relative"
        return Interval(value, *difference_interval(a, b, asked.level, relative=relative), error)
    return Interval(value, *Normal(value, error).interval(asked.level), error)
