"""Posterior distributions of a mean: beta for rates, normal for values; and what follows of several of them.

Integrals are sums over even steps of a variable in which the densities fall off fast to both sides: the logit of a
rate, or the mean itself. For such functions the sums converge faster than any power of the step.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from attrs import frozen

from ._arguments import keep, mapping, number, one_of, positive, share
from ._special import normal_cdf, normal_density, normal_quantile, root, special

if TYPE_CHECKING:
    from ._special import Array

# exp(-45) is below the rounding of a float: what is farther out adds nothing.
_FAR = 45.0
_STEPS, _WIDEST_LOGIT_STEP, _MOST_STEPS = 400, 0.25, 4_000_000
SMALLEST_PARAMETER, _LARGEST = 1e-3, 1e15


@frozen
class Beta:
    """A beta distribution of a rate.

    Attributes:
        alpha: one more than the conversions, under a flat prior.
        beta: one more than the units that did not convert, under a flat prior.
    """

    alpha: float
    beta: float

    def __attrs_post_init__(self) -> None:
        keep(self, number, "alpha", "beta")
        for name, figure in (("alpha", self.alpha), ("beta", self.beta)):
            if not SMALLEST_PARAMETER <= figure <= _LARGEST:
                raise ValueError(f"{name} is {figure!r}, not between 0.001 and 1e15")

    @property
    def mean(self) -> float:
        """The mean."""
        return self.alpha / (self.alpha + self.beta)

    @property
    def variance(self) -> float:
        """The variance."""
        whole = self.alpha + self.beta
        return self.alpha / whole * (self.beta / whole) / (whole + 1)

    def interval(self, level: float) -> tuple[float, float]:
        """The highest-density interval: the shortest that has this much of the distribution in it."""
        level = share(level, "level")
        outside, a, b = 1 - level, self.alpha, self.beta
        if a <= 1 or b <= 1:  # the density is highest at an end; if at both, no interval is the shortest
            below = outside / 2 if a <= 1 and b <= 1 else 0.0 if a <= 1 else outside
            return self._quantile(below), self._quantile(below + level)

        def slant(below: float) -> float:
            """Positive where the density is higher at the lower end; 0 at both ends of the shortest interval."""
            low, high = self._quantile(below), self._quantile(below + level)
            return (a - 1) * math.log(low / high) + (b - 1) * math.log((1 - low) / (1 - high))

        # Of a density that is highest next to an end, the interval begins or ends there.
        below, last = outside * 1e-12, outside * (1 - 1e-12)
        if slant(below) < 0:
            below = last if slant(last) <= 0 else root(slant, below, last)
        return self._quantile(below), self._quantile(below + level)

    def _quantile(self, probability: float) -> float:
        return float(special().betaincinv(self.alpha, self.beta, min(probability, 1.0)))

    def span(self) -> tuple[float, float]:
        """Between which logits nearly all of the distribution is."""
        whole = self.alpha + self.beta
        p, middle = self.alpha / whole, math.log(self.alpha / self.beta)
        step = 9 / math.sqrt(whole * p * (1 - p))

        def edge(share_: float) -> float:
            away = step
            while whole * (-share_ * away - math.log1p(share_ * math.expm1(-away))) > -_FAR:
                away *= 1.2
            return away

        return middle - edge(p), middle + edge(self.beta / whole)

    def weights(self, at: Array) -> Array:
        """The share of the distribution at each of these logits, which are evenly spaced over its span."""
        import numpy as np

        whole = self.alpha + self.beta
        away = at - math.log(self.alpha / self.beta)
        # Both branches are exact where they are taken: neither subtracts numbers that nearly cancel.
        p = np.where(away < 0, self.alpha, self.beta) / whole
        density = np.exp(-whole * (p * np.abs(away) + np.log1p(p * np.expm1(-np.abs(away)))))
        normal: Array = density / density.sum()
        return normal

    def below(self, at: Array) -> Array:
        """The chance to be below each of these logits."""
        return _below(self.alpha, self.beta, at)

    def above(self, at: Array) -> Array:
        """The chance to be above each of these logits."""
        return _below(self.beta, self.alpha, -at)


def _below(alpha: float, beta: float, at: Array) -> Array:
    """The chance of a beta to be below each of these logits, by the end of the rates that floats know better."""
    of = special()
    found: Array = at.copy()
    left = at < 0
    found[left] = of.betainc(alpha, beta, of.expit(at[left]))
    found[~left] = of.betaincc(beta, alpha, of.expit(-at[~left]))
    return found


@frozen
class Normal:
    """A normal distribution of a mean, or of a difference.

    Attributes:
        mean: the mean.
        sd: the standard deviation.
    """

    mean: float
    sd: float

    def __attrs_post_init__(self) -> None:
        keep(self, number, "mean")
        keep(self, positive, "sd")

    @property
    def variance(self) -> float:
        """The variance."""
        return self.sd**2

    def interval(self, level: float) -> tuple[float, float]:
        """The shortest interval that has this much of the distribution in it."""
        half = normal_quantile((1 + share(level, "level")) / 2) * self.sd
        return self.mean - half, self.mean + half

    def chance_above_zero(self) -> float:
        """The chance to be above 0."""
        return normal_cdf(self.mean / self.sd)

    def loss(self) -> float:
        """The mean of what is below 0: ``sd * density(k) - mean * cdf(-k)`` with ``k = mean / sd``."""
        k = self.mean / self.sd
        if k <= 0:
            return self.sd * normal_density(k) - self.mean * normal_cdf(-k)
        # By Mills' ratio, as far out the two terms are nearly equal.
        mills = math.sqrt(math.pi / 2) * float(special().erfcx(k / math.sqrt(2)))
        return self.sd * normal_density(k) * (1 - k * mills)

    def span(self) -> tuple[float, float]:
        """Between which figures nearly all of the distribution is."""
        half = math.sqrt(2 * _FAR) * self.sd
        return self.mean - half, self.mean + half

    def weights(self, at: Array) -> Array:
        """The share of the distribution at each of these figures, which are evenly spaced over its span."""
        import numpy as np

        density = np.exp(-(((at - self.mean) / self.sd) ** 2) / 2)
        normal: Array = density / density.sum()
        return normal

    def below(self, at: Array) -> Array:
        """The chance to be below each of these figures."""
        found: Array = special().ndtr((at - self.mean) / self.sd)
        return found

    def above(self, at: Array) -> Array:
        """The chance to be above each of these figures."""
        found: Array = special().ndtr((self.mean - at) / self.sd)
        return found


Posterior: TypeAlias = Beta | Normal


def _steps(spans: list[tuple[float, float]], low: float, high: float, *, logit: bool) -> Array:
    """Even steps from one end to the other, fine enough for the narrowest of the spans."""
    special()  # says which extra is missing
    import numpy as np

    step = min(end - start for start, end in spans) / _STEPS
    steps = math.ceil((high - low) / (min(step, _WIDEST_LOGIT_STEP) if logit else step))
    if steps > _MOST_STEPS:
        raise ValueError("one variation is known a thousand times better than another: they cannot be compared")
    return np.linspace(low, high, steps + 1)


def probability_best(
    posteriors: Mapping[str, Posterior], *, direction: Literal["increase", "decrease"] = "increase"
) -> dict[str, float]:
    """The chance of each variation to be the best of all: ``integral of density_i * product of cdf_j``.

    Of all variations together the chances are 1. Must not be mixed with chances to beat the baseline, which are larger,
    nor be read as the significance of a test.

    Args:
        posteriors: of each variation and the baseline, all of one kind, as ``posteriors`` gives them.
        direction: which way is better.

    Raises:
        ValueError: there are fewer than two, or both kinds.
    """
    one_of(direction, "direction", ("increase", "decrease"))
    kinds: set[Any] = {type(one) for one in mapping(posteriors, "posteriors", "variations to posteriors").values()}
    if len(posteriors) < 2 or kinds not in ({Beta}, {Normal}):
        raise ValueError("the best of several takes at least two posteriors, all of one kind")
    spans = [one.span() for one in posteriors.values()]
    chances: dict[str, float] = {}
    for (key, own), span in zip(posteriors.items(), spans, strict=True):
        at = _steps(spans, *span, logit=isinstance(own, Beta))
        chance = own.weights(at)
        for name, other in posteriors.items():
            if name != key:
                chance = chance * (other.below(at) if direction == "increase" else other.above(at))
        chances[key] = float(chance.sum())
    return chances


def _narrower(one: Beta, another: Beta) -> bool:
    """Whether the first is known better: its density is then integrated, as the other is smooth in it."""
    (low, high), (other_low, other_high) = one.span(), another.span()
    return high - low <= other_high - other_low


def _rates(one: Beta) -> tuple[Array, Array, Array]:
    """Logits over the span of a distribution, the rates that they are, and their weights."""
    span = one.span()
    at = _steps([span], *span, logit=True)
    return at, special().expit(at), one.weights(at)


def chance_above(one: Beta, other: Beta) -> float:
    """The chance that one rate is above another: ``integral of density_one * cdf_other``."""
    if not _narrower(one, other):
        return 1 - chance_above(other, one)
    at, _, weights = _rates(one)
    return float((weights * other.below(at)).sum())


def expected_loss(chosen: Beta, other: Beta) -> float:
    """The expected loss of choosing a rate that may be the lower one: the mean of ``max(other - chosen, 0)``.

    For a given rate ``x`` of the better known, it is ``mean P(X' > x) - x P(X > x)`` of the other, where ``X'`` has one
    more in alpha (Stucchio, Bayesian A/B Testing at VWO, 2015).
    """
    known, vague = (chosen, other) if _narrower(chosen, other) else (other, chosen)
    at, rates, weights = _rates(known)
    longer = Beta(vague.alpha + 1, vague.beta)
    if known is chosen:
        lost = vague.mean * longer.above(at) - rates * vague.above(at)
    else:
        lost = rates * vague.below(at) - vague.mean * longer.below(at)
    return max(0.0, float((weights * lost).sum()))


def difference_interval(baseline: Beta, variation: Beta, level: float, *, relative: bool) -> tuple[float, float]:
    """The interval of the difference of two rates that leaves as much below as above, by the exact posterior."""
    by_baseline = _narrower(baseline, variation)
    known, vague = (baseline, variation) if by_baseline else (variation, baseline)
    _, rates, weights = _rates(known)
    betainc = special().betainc

    def below(difference: float) -> float:
        """The chance that the difference is below this one."""
        if by_baseline:
            limit = rates * (1 + difference) if relative else rates + difference
            return float((weights * betainc(vague.alpha, vague.beta, limit.clip(0, 1))).sum())
        # A rate far below the other differs from it by -1, as a float.
        limit = rates / max(1 + difference, sys.float_info.min) if relative else rates - difference
        return float((weights * betainc(vague.beta, vague.alpha, 1 - limit.clip(0, 1))).sum())

    (low, high), (start, end) = (special().expit(one.span()) for one in (baseline, variation))
    least, most = (start / high - 1, end / low - 1) if relative else (start - high, end - low)

    def quantile(wanted: float) -> float:
        return root(lambda difference: below(difference) - wanted, float(least), float(most))

    outside = (1 - level) / 2
    return quantile(outside), quantile(1 - outside)
