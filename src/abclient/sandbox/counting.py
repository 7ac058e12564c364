"""Counting over time: what was counted of a variation, how it came together, and how it compares."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from statistics import NormalDist

from .statistics import Arm, generator, split_units

DAY, HOUR = 86_400, 3_600
_MOST_STEPS = 1_000
_STANDARD = NormalDist()


@dataclass(frozen=True)
class Tally:
    """What was counted for one variation.

    Attributes:
        samples: how many visitors, sessions or events.
        value: how many conversions, or the total.
        spread: the standard deviation of one sample's value; None for conversions, of which a sample has one or none.
    """

    samples: int
    value: int
    spread: float | None

    @property
    def rate(self) -> float:
        """The value per sample."""
        return self.value / self.samples if self.samples else 0.0

    @property
    def variance(self) -> float:
        """The variance of one sample's value."""
        return self.rate * (1 - self.rate) if self.spread is None else self.spread**2

    def arm(self) -> Arm:
        """The same as an estimate with an error."""
        # Two added successes and failures keep the error above 0 when none or all of the units converted.
        samples = self.samples + 4
        steadied = (self.value + 2) / samples
        variance = steadied * (1 - steadied) if self.spread is None else self.spread**2
        return Arm(self.samples, self.rate, math.sqrt(variance / samples), share=self.spread is None)


@dataclass(frozen=True)
class Lift:
    """How a variation compares with the baseline: relatively, with the interval at the project's confidence level."""

    value: float
    lower: float
    upper: float
    significance: float

    @classmethod
    def between(cls, variation: Tally, baseline: Tally, level: float) -> Lift:
        """Compare two; an interval that excludes 0 and a significance above the level mean the same."""
        arm, base = variation.arm(), baseline.arm()
        if not base.mean:
            return cls(0.0, 0.0, 0.0, 0.0)
        interval = arm.relative_to(base, level)
        value = arm.mean / base.mean - 1
        error = (interval.upper - interval.lower) / 2 / _STANDARD.inv_cdf((1 + level) / 2)
        return cls(value, interval.lower, interval.upper, math.erf(abs(value) / error / math.sqrt(2)))


def step_times(start: float, end: float) -> list[float]:
    """The moments at which a time series has a point: daily, hourly in two days or less, and the end."""
    length = max(DAY if end - start > 2 * DAY else HOUR, (end - start) / _MOST_STEPS)
    count = max(1, math.ceil((end - start) / length))
    return [*(start + length * step for step in range(1, count)), end]


def course(visitors_of: Sequence[object], of: Sequence[object], tally: Tally, steps: int) -> list[Tally]:
    """How a tally came together: what had been counted at the end of every step; the last is the tally itself.

    Args:
        visitors_of: what the pace of the visitors is drawn from: the same for all metrics of a variation.
        of: what the pace of the values is drawn from.
        tally: what was counted in the end.
        steps: how many steps there are.
    """
    samples = split_units(generator("course", *visitors_of), tally.samples, [1.0] * steps)
    rng = generator("course", *of)
    values = split_units(rng, tally.value, [max(1e-9, count) for count in samples])
    pairs = zip(accumulate(samples), accumulate(values), strict=True)
    # A conversion metric never has more conversions than samples, whatever the normal approximation draws.
    return [Tally(many, value if tally.spread else min(many, value), tally.spread) for many, value in pairs]


def difference(after: Tally, before: Tally) -> Tally:
    """What was counted between two moments."""
    return Tally(after.samples - before.samples, after.value - before.value, after.spread)
