"""Plausible results: drawn from a seed, and consistent the way real results are.

Everything is computed from the same few figures, so that an interval contains its mean, a clear winner has the highest
probability to be best, and a traffic split agrees with its allocation unless a mismatch was asked for.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from statistics import NormalDist

_STANDARD = NormalDist()
_GRID = [(step / 20, _STANDARD.pdf(step / 20)) for step in range(-100, 101)]


@dataclass(frozen=True)
class Interval:
    """A lower and an upper bound."""

    lower: float
    upper: float

    def as_json(self) -> dict[str, float]:
        """The form all vendors share."""
        return {"lower": round(self.lower, 6), "upper": round(self.upper, 6)}


@dataclass(frozen=True)
class Arm:
    """What was measured for one treatment.

    Attributes:
        units: how many users or requests it had.
        mean: the mean of the metric per unit; for a conversion metric, the share that converted.
        error: the standard error of that mean.
        share: whether the mean is a share, between 0 and 1.
    """

    units: int
    mean: float
    error: float
    share: bool

    def interval(self, level: float = 0.9) -> Interval:
        """Where the true mean lies with this probability."""
        reach = self.error * _STANDARD.inv_cdf((1 + level) / 2)
        top = 1.0 if self.share else math.inf
        return Interval(max(0.0, self.mean - reach), min(top, self.mean + reach))

    def relative_to(self, other: Arm, level: float = 0.9) -> Interval:
        """Where the relative difference to another treatment lies with this probability; 0.1 stands for 10 % more."""
        if not other.mean:
            return Interval(0.0, 0.0)
        ratio = self.mean / other.mean
        error = math.hypot(self.error, ratio * other.error) / other.mean
        reach = error * _STANDARD.inv_cdf((1 + level) / 2)
        return Interval(ratio - 1 - reach, ratio - 1 + reach)


def generator(*seed: object) -> Random:
    """A generator whose draws depend on nothing but the seed."""
    return Random("/".join(map(str, seed)))  # noqa: S311 (figures to be repeated, not secrets to be kept)


def split_units(rng: Random, total: int, shares: Sequence[float]) -> list[int]:
    """Distribute units at random over treatments in proportion to ``shares``; the parts add up to ``total``."""
    parts: list[int] = []
    left, share_left = total, math.fsum(shares)
    for share in shares[:-1]:
        part = successes(rng, left, share / share_left if share_left > 0 else 0.0)
        parts.append(part)
        left -= part
        share_left -= share
    return [*parts, left]


def successes(rng: Random, trials: int, chance: float) -> int:
    """The number of trials that succeed: a binomial draw, by its normal approximation."""
    chance = min(1.0, max(0.0, chance))
    drawn = rng.gauss(trials * chance, math.sqrt(trials * chance * (1 - chance)))
    return min(trials, max(0, round(drawn)))


def measure_share(rng: Random, units: int, rate: float) -> Arm:
    """Measure a conversion metric of which the true rate is known."""
    # Two added successes and failures keep the error above 0 when none or all of the units converted.
    mean = successes(rng, units, rate) / units
    steadied = (mean * units + 2) / (units + 4)
    return Arm(units, mean, math.sqrt(steadied * (1 - steadied) / (units + 4)), share=True)


def measure_mean(rng: Random, units: int, mean: float, spread: float) -> Arm:
    """Measure a numeric metric of which the true mean and standard deviation are known."""
    error = spread / math.sqrt(units)
    return Arm(units, max(0.0, rng.gauss(mean, error)), error, share=False)


def probabilities_best(arms: Sequence[Arm]) -> list[float]:
    """The probability of each treatment to have the highest true mean; they add up to 1.

    Each is the integral of one treatment's density times the probability that all others lie below.
    """
    chances = [_chance_best(arm, [other for other in arms if other is not arm]) for arm in arms]
    total = math.fsum(chances)
    return [chance / total for chance in chances]


def _chance_best(arm: Arm, others: Sequence[Arm]) -> float:
    # erfc(-x) is twice the normal distribution function; constant factors go when the chances are made to add up to 1.
    scaled = [(other.mean, other.error * math.sqrt(2)) for other in others]
    total = 0.0
    for z, weight in _GRID:
        value = arm.mean + z * arm.error
        for mean, width in scaled:
            weight *= math.erfc((mean - value) / width)
        total += weight
    return total


def probability_of_mismatch(units: Sequence[int], shares: Sequence[float]) -> float:
    """The probability that traffic was not split as intended, with even odds before looking.

    Compares the intended split with one about which nothing is known (a uniform Dirichlet prior).
    """
    total = math.fsum(shares)
    intended = math.fsum(count * math.log(share / total) for count, share in zip(units, shares, strict=True) if count)
    unknown = (
        math.lgamma(len(units)) + math.fsum(math.lgamma(count + 1) for count in units)
        - math.lgamma(sum(units) + len(units))
    )  # fmt: skip
    return 1 / (1 + math.exp(min(700.0, intended - unknown)))


def two_sided_p(first: Arm, second: Arm) -> float:
    """The p-value of the difference between two means."""
    error = math.hypot(first.error, second.error)
    return math.erfc(abs(first.mean - second.mean) / error / math.sqrt(2)) if error else 1.0


def chi_square(table: Sequence[tuple[int, int]]) -> float:
    """The chi-square statistic of (successes, trials) pairs against one common rate."""
    rate = sum(hits for hits, _ in table) / max(1, sum(trials for _, trials in table))
    if rate in {0.0, 1.0}:
        return 0.0
    return math.fsum((hits - trials * rate) ** 2 / (trials * rate * (1 - rate)) for hits, trials in table if trials)


def chi_square_p(statistic: float, freedom: int) -> float:
    """The probability of a chi-square statistic at least this large, for whole degrees of freedom."""
    half = statistic / 2
    if freedom % 2:
        tail, order = math.erfc(math.sqrt(half)), 0.5
    else:
        tail, order = math.exp(-half), 1.0
    while order < freedom / 2:
        tail += half**order * math.exp(-half) / math.gamma(order + 1)
        order += 1
    return min(1.0, tail)


def sample_size(rate: float, lift: float) -> int:
    """Units a treatment needs to show a relative lift with 80 % power at the 5 % level."""
    return math.ceil(16 * rate * (1 - rate) / (rate * lift) ** 2) if rate else 0
