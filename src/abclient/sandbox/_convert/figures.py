"""How figures of an experience come about: visitors, conversions and revenue of its variations."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from ..counting import Lift, Tally, course, difference, step_times
from ..statistics import chi_square_p, generator, measure_mean, split_units, successes

Period = tuple[float | None, float | None]
MISMATCH = 0.01
"""Below this p-value the split of the visitors is called a mismatch."""


@dataclass(frozen=True)
class Run:
    """An experience as far as its figures follow from it.

    Attributes:
        drawn_from: what its figures are drawn from: the world's seed, and what tells it from others.
        visitors: how many visitors it has.
        shares: the share of each variation, in percent; the first is the baseline.
        start: when it began, in Unix seconds; 0 if it has not.
        until: when it stopped counting; None while it counts.
    """

    drawn_from: tuple[object, ...]
    visitors: int
    shares: list[float]
    start: float
    until: float | None

    @property
    def last(self) -> float:
        """Until when it has counted."""
        return max(self.start + 1, float(self.until or time.time()))


def split_p(counts: list[int], shares: list[float]) -> float | None:
    """The p-value of the observed split; None where nothing could be split."""
    total, whole = sum(counts), sum(shares)
    pairs = [(count, total * part / whole) for count, part in zip(counts, shares, strict=True) if part > 0 < total]
    if len(pairs) < 2:
        return None
    return chi_square_p(sum((count - expected) ** 2 / expected for count, expected in pairs), len(pairs) - 1)


def counted(run: Run, goal: str, period: Period = (None, None)) -> list[Tally]:
    """Visitors and conversions of every variation on a goal, in a period."""
    visitors = split_units(generator(*run.drawn_from, "visitors"), run.visitors, run.shares)
    base = 10 ** generator(run.drawn_from[0], "convert", "goal", goal).uniform(-1.9, -0.5)
    effects = generator(*run.drawn_from, goal)
    tallies: list[Tally] = []
    for place, units in enumerate(visitors):
        rate = base * (1 + (effects.gauss(0.01, 0.06) if place else 0.0))
        tallies.append(Tally(units, successes(effects, units, rate), None))
    if period == (None, None) or not run.start:
        return tallies
    return [_cut(run, goal, place, tally, period) for place, tally in enumerate(tallies)]


def _cut(run: Run, goal: str, place: int, tally: Tally, period: Period) -> Tally:
    """The part of a tally that was counted between two times."""
    first = float(run.start)
    last = run.last
    start = first if period[0] is None else period[0]
    end = last if period[1] is None else period[1]
    times = step_times(first, last)
    inside = [step for step, when in enumerate(times) if start < when <= end]
    empty = Tally(0, 0, None)
    if not inside:
        return empty
    key = (*run.drawn_from, place)
    steps = course(key, (*key, goal), tally, len(times))
    return difference(steps[inside[-1]], steps[inside[0] - 1] if inside[0] else empty)


def revenue(run: Run, goal: str, conversions: list[Tally]) -> list[Tally]:
    """What the visitors spent, in cents."""
    rng = generator(*run.drawn_from, goal, "revenue")
    order = rng.uniform(2_000, 9_000)
    tallies: list[Tally] = []
    for tally in conversions:
        mean, spread = tally.rate * order, order * max(0.01, tally.rate) ** 0.5
        drawn = measure_mean(rng, tally.samples, mean, spread / 4).mean if tally.samples else 0.0
        tallies.append(Tally(tally.samples, round(drawn * tally.samples), spread))
    return tallies


def comparison(tallies: list[Tally], place: int, level: float) -> tuple[float | None, float | None, bool]:
    """Change, confidence in percent and whether it is significant; nothing of it for the baseline."""
    if not place:
        return None, None, False
    lift = Lift.between(tallies[place], tallies[0], level)
    return round(lift.value, 6), round(100 * lift.significance, 4), lift.significance > level


def half(tally: Tally, level: float) -> float:
    interval = tally.arm().interval(level)
    return (interval.upper - interval.lower) / 2


def conversion_data(tallies: list[Tally], place: int, level: float) -> dict[str, Any]:
    change, confidence, significant = comparison(tallies, place, level)
    data = {
        "conversions": tallies[place].value,
        "conversion_rate": round(100 * tallies[place].rate, 6),
        "conversion_rate_change": change,
        "conversion_rate_interval": round(100 * half(tallies[place], level), 6),
        "confidence": confidence,
        "statistically_significant": significant,
    }
    return {name: value for name, value in data.items() if value is not None}


def revenue_data(tallies: list[Tally], place: int, level: float) -> dict[str, Any]:
    change, confidence, significant = comparison(tallies, place, level)
    data = {
        "total_revenue": tallies[place].value / 100,
        "revenue_per_visitor": round(tallies[place].rate / 100, 6),
        "revenue_per_visitor_change": change,
        "revenue_per_visitor_interval": round(half(tallies[place], level) / 100, 6),
        "confidence": confidence,
        "statistically_significant": significant,
    }
    return {name: value for name, value in data.items() if value is not None}


def metrics(conversions: list[Tally], orders: list[Tally] | None, place: int, level: float) -> list[dict[str, Any]]:
    measured = [("conversion_rate", conversions, 1)]
    if orders:
        measured.append(("avg_revenue_visitor", orders, 100))
    return [metric(name, tallies, place, level, scale) for name, tallies, scale in measured]


def metric(name: str, tallies: list[Tally], place: int, level: float, scale: int) -> dict[str, Any]:
    change, confidence, significant = comparison(tallies, place, level)
    data = {
        "metric_type": name,
        "metric_total": tallies[place].value / scale,
        "metric_value": round(tallies[place].rate / scale, 6),
        "metric_change": change,
        "metric_interval": round(half(tallies[place], level) / scale, 6),
        "confidence": confidence,
        "statistically_significant": significant,
    }
    return {key: value for key, value in data.items() if value is not None}
