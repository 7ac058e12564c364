"""Before an experiment, and while it runs: how many units it takes, what can be found with them, how long it lasts."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Literal, TypeAlias, TypedDict, Unpack

from attrs import frozen

from ._arguments import count, keep, number, one_of, positive, share
from ._special import normal_cdf, normal_quantile, root

Sides: TypeAlias = Literal["two-sided", "one-sided"]

# Its square, the units, is still a number that tables can hold.
_LARGEST_RATIO = 1e9


class Design(TypedDict, total=False):
    """How an experiment will be judged.

    Attributes:
        level: ``1 - level`` is the chance of a false finding if there is no difference. 0.95 if left out.
        sides: ``two-sided`` (if left out) or ``one-sided``.
        variations: how many variations are compared with the baseline; with several, each is judged at ``(1 - level) /
            variations`` (Bonferroni). 1 if left out.
        baseline_ratio: the baseline's units for each unit of a variation. 1 if left out.
    """

    level: float
    sides: Sides
    variations: int
    baseline_ratio: float


@frozen(kw_only=True)
class _Design:
    level: float = 0.95
    sides: Sides = "two-sided"
    variations: int = 1
    baseline_ratio: float = 1.0

    def __attrs_post_init__(self) -> None:
        keep(self, share, "level")
        keep(self, count, "variations")
        keep(self, positive, "baseline_ratio")
        one_of(self.sides, "sides", ("two-sided", "one-sided"))
        if not self.variations:
            raise ValueError("variations is 0: there is nothing to compare with the baseline")

    @property
    def quantile(self) -> float:
        """How many standard errors from 0 a difference counts."""
        return -normal_quantile((1 - self.level) / self.variations / (1 if self.sides == "one-sided" else 2))

    def margin(self, power: float, *, rates: bool) -> float:
        """By how many standard errors a difference must exceed the quantile to be found with this chance.

        As statsmodels: of values the chance to find it in the wrong direction counts too, of rates not.
        """
        power = share(power, "power")
        if power <= 1 - self.level:
            raise ValueError(f"power is {power!r}: as often something is found where there is nothing")
        margin = normal_quantile(power)
        if rates or self.sides == "one-sided":
            return margin
        twice = 2 * self.quantile
        return root(lambda more: normal_cdf(more) + normal_cdf(-more - twice) - power, -self.quantile, margin)

    def errors(self, mean: float, difference: float, sd: float | None) -> tuple[float, float]:
        """The standard error for one unit of a variation: without a difference, and with this one."""
        ratio = self.baseline_ratio
        if sd is not None:
            return sd * math.sqrt(1 + 1 / ratio), sd * math.sqrt(1 + 1 / ratio)
        changed = mean + difference
        pooled = (changed + ratio * mean) / (1 + ratio)
        without = math.sqrt(pooled * (1 - pooled) * (1 + 1 / ratio))
        return without, math.sqrt(changed * (1 - changed) + mean * (1 - mean) / ratio)


@frozen(kw_only=True)
class Plan:
    """How many units an experiment needs.

    Attributes:
        baseline_units: of the baseline, rounded up.
        variation_units: of each variation, rounded up.
        variations: how many variations there are besides the baseline.
        exact_units: of each variation, before rounding.
        effect: the relative effect that is to be found.
        power: the chance to find it if it is real.
        level: at which it will be judged.
        sides: how it will be judged.
    """

    baseline_units: int
    variation_units: int
    variations: int
    exact_units: float
    effect: float
    power: float
    level: float
    sides: Sides

    @property
    def total_units(self) -> int:
        """Of all together."""
        return self.baseline_units + self.variations * self.variation_units

    def days(self, units_per_day: float) -> int:
        """How many days it takes with this many units a day in all; better whole weeks, as weekdays differ.

        Raises:
            ValueError: ``units_per_day`` is not positive.
        """
        return math.ceil(self.total_units / positive(units_per_day, "units_per_day"))

    def days_left(self, units: Mapping[str, int], *, baseline: str, elapsed_days: float) -> int | None:
        """How many days a running experiment needs from now on, at the pace of each variation so far.

        It depends on the planned effect alone. Must not be replaced by an estimate from the observed lift, which jumps
        with it, as vendors' "visitors remaining" do (Hoenig, Heisey: The Abuse of Power, 2001).

        Args:
            units: how many each has, by variation.
            baseline: which of them is the baseline.
            elapsed_days: for how long they were counted.

        Returns:
            0 if there are enough; None before a day has passed, and where a variation has no units.

        Raises:
            ValueError: the baseline is not among the variations, or there are not as many as planned.
        """
        if baseline not in units or len(units) != self.variations + 1:
            raise ValueError(f"units are of {', '.join(units)}: not {baseline} and {self.variations} more, as planned")
        days = number(elapsed_days, "elapsed_days")
        missing: dict[str, int] = {}
        for key, have in units.items():
            needed = self.baseline_units if key == baseline else self.variation_units
            missing[key] = max(0, needed - count(have, f"the units of {key}"))
        if not any(missing.values()):
            return 0
        if days < 1 or not all(units.values()):
            return None
        return max(math.ceil(lacking * days / units[key]) for key, lacking in missing.items())

    def __str__(self) -> str:
        """The units, and what they are enough for."""
        several = "" if self.variations == 1 else f" for each of {self.variations} variations"
        units = f"{self.variation_units:,} units{several} and {self.baseline_units:,} for the baseline"
        judged = f"({self.sides}, level {self.level:.4g})"
        return f"{units}, {self.total_units:,} in all: {self.power:.0%} chance to find {self.effect:+.2%} {judged}"


def units_needed(
    *, mean: float, effect: float, sd: float | None = None, power: float = 0.8, **design: Unpack[Design]
) -> Plan:
    """How many units it takes to find an effect that is really there.

    Of a variation, with ``k`` units of the baseline for each: ``n = (z sqrt(p (1 - p) (1 + 1 / k)) + z_power sqrt(p1
    (1 - p1) + p0 (1 - p0) / k))**2 / (p1 - p0)**2`` with ``p = (p1 + k p0) / (1 + k)`` for rates (Fleiss, Levin, Paik:
    Statistical Methods for Rates and Proportions, 2003); for values ``n = (z + z_power)**2 sd**2 (1 + 1 / k) / d**2``.

    For ``fixed_horizon``. A sequential test needs about 1.9 times as many units in the worst case, and fewer where it
    stops early. Must not be computed from the observed lift of a running experiment.

    Args:
        mean: of the baseline: its rate of conversion, or its mean.
        effect: the smallest relative effect that would matter: 0.05 is 5 % more, -0.05 less.
        sd: the standard deviation from unit to unit; left out, the metric is a rate.
        power: the chance to find the effect.
        design: how the experiment will be judged.

    Raises:
        ValueError: an argument cannot be, such as a rate that the effect lifts above 1.
    """
    chosen = _Design(**design)
    mean, effect, sd = _figures(mean, effect, sd)
    difference = mean * effect
    without, with_it = chosen.errors(mean, difference, sd)
    margin = chosen.margin(power, rates=sd is None)
    ratio = (chosen.quantile * without + margin * with_it) / abs(difference)
    if ratio > _LARGEST_RATIO:
        raise ValueError(f"effect is {effect!r}: no experiment is large enough to find it")
    exact = ratio**2
    return Plan(
        baseline_units=math.ceil(exact * chosen.baseline_ratio),
        variation_units=math.ceil(exact),
        variations=chosen.variations,
        exact_units=exact,
        effect=effect,
        power=float(power),
        level=chosen.level,
        sides=chosen.sides,
    )


def power_of(*, units: int, mean: float, effect: float, sd: float | None = None, **design: Unpack[Design]) -> float:
    """The chance to find an effect with this many units of a variation, by the same formulas as ``units_needed``.

    Must not be computed of the observed effect after the experiment: that is its p-value in other words.

    Args:
        units: of each variation.
        mean: of the baseline: its rate of conversion, or its mean.
        effect: the relative effect.
        sd: the standard deviation from unit to unit; left out, the metric is a rate.
        design: how the experiment will be judged.

    Raises:
        ValueError: an argument cannot be.
    """
    chosen = _Design(**design)
    mean, effect, sd = _figures(mean, effect, sd)
    difference = mean * effect
    without, with_it = chosen.errors(mean, difference, sd)
    found = abs(difference) * math.sqrt(_units(units))
    beyond = chosen.quantile * without
    wrong_way = normal_cdf((-found - beyond) / with_it) if chosen.sides == "two-sided" else 0.0
    return normal_cdf((found - beyond) / with_it) + wrong_way


def detectable_effect(
    *, units: int, mean: float, sd: float | None = None, power: float = 0.8, **design: Unpack[Design]
) -> float:
    """The smallest relative increase that this many units of a variation find with the given chance: the MDE.

    ``units_needed`` for this effect gives ``units`` again. Must not be read as what was observed, nor as what is true.

    Args:
        units: of each variation.
        mean: of the baseline: its rate of conversion, or its mean.
        sd: the standard deviation from unit to unit; left out, the metric is a rate.
        power: the chance to find the effect.
        design: how the experiment will be judged.

    Raises:
        ValueError: an argument cannot be, or no increase up to a rate of 1 would be found.
    """
    chosen, size = _Design(**design), math.sqrt(_units(units))
    margin = chosen.margin(power, rates=sd is None)
    mean, _, sd = _figures(mean, 1e-9, sd)

    def missed(difference: float) -> float:
        without, with_it = chosen.errors(mean, difference, sd)
        return difference * size - chosen.quantile * without - margin * with_it

    if sd is not None:
        return -missed(0.0) / size / mean
    most = 1 - mean
    if missed(most) < 0:
        raise ValueError(f"{units} units are too few: not even a rate of 1 would be found with a chance of {power:.4g}")
    return root(missed, 0.0, most) / mean


def _units(units: int) -> int:
    found = count(units, "units")
    if found < 2:
        raise ValueError(f"units is {units!r}: nothing can be found with fewer than two")
    return found


def _figures(mean: float, effect: float, sd: float | None) -> tuple[float, float, float | None]:
    """What is known of the metric, checked."""
    mean, effect = positive(mean, "mean"), number(effect, "effect")
    if not mean * effect:
        raise ValueError("effect is 0: it takes no experiment to find none")
    if sd is not None:
        return mean, effect, positive(sd, "sd")
    changed = mean * (1 + effect)
    if not (mean < 1 and 0 < changed < 1):
        raise ValueError(f"the rates {mean!r} and {changed!r} are not both between 0 and 1; are they percent?")
    return mean, effect, None
