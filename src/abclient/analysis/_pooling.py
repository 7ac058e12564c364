"""The mean effect of several experiments, and what their effects are to be expected to be in truth."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping, Sequence
from typing import Literal, TypeAlias, TypeVar

from attrs import frozen

from ._arguments import listed, mapping, number, one_of, positive, share
from ._comparison import Caveat
from ._special import normal_quantile, root, t_quantile

PoolMethod: TypeAlias = Literal["paule-mandel", "dersimonian-laird", "fixed"]
K = TypeVar("K", bound=Hashable)

# Fewer experiments say too little of how effects spread.
_FEW = 10


@frozen(kw_only=True)
class Pooled:
    """The mean effect of several experiments.

    Attributes:
        mean: the mean effect.
        standard_error: of the mean.
        low: the lower end of its interval.
        high: its upper end.
        next_low: the lower end of where the effect of the next experiment will be; None below three experiments.
        next_high: its upper end.
        interval_level: the coverage of both intervals.
        between_sd: the standard deviation of the true effects.
        heterogeneity: I squared: the share of the spread that is not chance.
        experiments: how many there were.
        method: how they were pooled.
        caveats: why the figures may mislead.
    """

    mean: float
    standard_error: float
    low: float
    high: float
    next_low: float | None
    next_high: float | None
    interval_level: float
    between_sd: float
    heterogeneity: float
    experiments: int
    method: PoolMethod
    caveats: tuple[Caveat, ...] = ()

    def __str__(self) -> str:
        """The mean, the spread and the caveats."""
        following = "" if self.next_low is None else f"; the next {self.next_low:+.4g} to {self.next_high:+.4g}"
        ends = f"{self.interval_level:.4g} interval {self.low:+.4g} to {self.high:+.4g}"
        lines = [
            f"mean effect of {self.experiments} experiments {self.mean:+.4g}, {ends}{following}",
            f"true effects spread by {self.between_sd:.4g}; {self.heterogeneity:.0%} of the spread is not chance",
            *(f"caution    {caveat}" for caveat in self.caveats),
        ]
        return "\n".join(lines)


def pool(
    effects: Sequence[float],
    standard_errors: Sequence[float],
    *,
    method: PoolMethod = "paule-mandel",
    level: float = 0.95,
) -> Pooled:
    """The mean effect of several experiments, by random-effects meta-analysis.

    Weights ``1 / (se**2 + t**2)``, where the variance ``t**2`` of the true effects is such that ``sum w (effect -
    mean)**2 = k - 1`` (Paule, Mandel 1982) or ``max(0, (Q - k + 1) / (S1 - S2 / S1))`` (DerSimonian, Laird 1986), or 0
    (``fixed``: all experiments have one effect). Random effects have the interval of Hartung and Knapp (2001), with
    Student's t, never narrower than the normal one; where the next effect will be (Higgins, Thompson, Spiegelhalter
    2009) is ``mean ± t(k - 2) sqrt(t**2 + se**2)``.

    Must not be given the winners alone, several variations of one experiment, which share their baseline, effects of
    unlike metrics, or standard errors guessed from a sequential vendor's intervals, which are wider.

    Args:
        effects: one of each experiment, all of one kind.
        standard_errors: of each effect.
        method: how the variance of the true effects is estimated.
        level: the coverage of the intervals.

    Raises:
        ValueError: there are fewer than two, not as many errors as effects, or a figure cannot be.
    """
    one_of(method, "method", ("paule-mandel", "dersimonian-laird", "fixed"))
    level = share(level, "level")
    y, v = _effects(effects, standard_errors)
    k = len(y)
    q, _ = _spread(y, v, 0.0)
    between = 0.0
    if method != "fixed" and q > k - 1:
        between = _paule_mandel(y, v) if method == "paule-mandel" else _laird(v, q)
    weights = [1 / (one + between) for one in v]
    mean, error = _spread(y, v, between)[1], math.sqrt(1 / math.fsum(weights))
    half = normal_quantile((1 + level) / 2) * error
    if method != "fixed":
        knapp = math.sqrt(_spread(y, v, between)[0] / (k - 1)) * error
        half = max(half, t_quantile(k - 1, (1 + level) / 2) * knapp)
    ahead = None
    if k > 2 and method != "fixed":
        ahead = t_quantile(k - 2, (1 + level) / 2) * math.sqrt(between + error**2)
    return Pooled(
        mean=mean,
        standard_error=error,
        low=mean - half,
        high=mean + half,
        next_low=None if ahead is None else mean - ahead,
        next_high=None if ahead is None else mean + ahead,
        interval_level=level,
        between_sd=math.sqrt(between),
        heterogeneity=max(0.0, (q - k + 1) / q) if q else 0.0,
        experiments=k,
        method=method,
        caveats=_few(k),
    )


def _effects(effects: Sequence[float], standard_errors: Sequence[float]) -> tuple[list[float], list[float]]:
    """The effects and their variances."""
    effects, standard_errors = listed(effects, "effects"), listed(standard_errors, "standard_errors")
    if len(effects) != len(standard_errors) or len(effects) < 2:
        raise ValueError(f"{len(effects)} effects and {len(standard_errors)} standard errors: give two or more of both")
    errors = [positive(error, "a standard error") for error in standard_errors]
    return [number(effect, "an effect") for effect in effects], [error**2 for error in errors]


def _spread(y: Sequence[float], v: Sequence[float], between: float) -> tuple[float, float]:
    """The weighted sum of squares around the weighted mean, and that mean."""
    weights = [1 / (one + between) for one in v]
    mean = math.fsum(w * one for w, one in zip(weights, y, strict=True)) / math.fsum(weights)
    return math.fsum(w * (one - mean) ** 2 for w, one in zip(weights, y, strict=True)), mean


def _paule_mandel(y: Sequence[float], v: Sequence[float]) -> float:
    # At this variance no weight can be larger than 1 / variance, so the sum of squares is below k - 1.
    middle = math.fsum(y) / len(y)
    most = math.fsum((one - middle) ** 2 for one in y)
    return root(lambda between: _spread(y, v, between)[0] - (len(y) - 1), 0.0, most)


def _laird(v: Sequence[float], q: float) -> float:
    weights = [1 / one for one in v]
    total = math.fsum(weights)
    return (q - len(v) + 1) / (total - math.fsum(w * w for w in weights) / total)


def _few(experiments: int) -> tuple[Caveat, ...]:
    if experiments >= _FEW:
        return ()
    message = f"{experiments} experiments say little of how effects spread; ten or more would"
    return (Caveat("too_few_experiments", message),)


@frozen(kw_only=True)
class Shrunk:
    """An effect, drawn toward the mean of all experiments by as much as it is uncertain.

    Attributes:
        observed: the effect as it was observed.
        effect: the effect to expect if the experiment were repeated.
        sd: its standard deviation.
        weight: how much of it is the experiment's own, from 0 to 1.
    """

    observed: float
    effect: float
    sd: float
    weight: float


def shrink(effects: Mapping[K, float], standard_errors: Mapping[K, float]) -> dict[K, Shrunk]:
    """What effects are to be expected to be in truth: empirical Bayes, the remedy for the winner's curse.

    With the mean and the variance ``t**2`` of the true effects by ``pool``, and ``w = t**2 / (t**2 + se**2)``: ``w
    effect + (1 - w) mean``, with the standard deviation ``se sqrt(w)`` (Efron, Morris 1975; Lee, Shen: Winner's Curse,
    KDD 2018). Add up these, not the observed effects of the winners, which are about twice the truth.

    Must not be given the winners alone: the mean and the spread would be theirs. Below ten experiments it says little;
    where all spread is chance, all effects become the mean.

    Args:
        effects: of all experiments that ended, won, lost or undecided, of one kind, by any key.
        standard_errors: of each effect.

    Raises:
        ValueError: there are fewer than two, an error is missing, or a figure cannot be.
    """
    given, errors = (
        {key: number(one, name) for key, one in mapping(several, name, "keys to numbers").items()}
        for name, several in (("effects", effects), ("standard_errors", standard_errors))
    )
    if given.keys() != errors.keys():
        raise ValueError("effects and standard errors are not of the same experiments")
    pooled = pool([given[key] for key in given], [errors[key] for key in given])
    found: dict[K, Shrunk] = {}
    for key, observed in given.items():
        error = errors[key]
        weight = pooled.between_sd**2 / (pooled.between_sd**2 + error**2)
        effect = weight * observed + (1 - weight) * pooled.mean
        found[key] = Shrunk(observed=observed, effect=effect, sd=error * math.sqrt(weight), weight=weight)
    return found
