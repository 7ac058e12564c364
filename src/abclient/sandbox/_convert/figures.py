"""How figures of an experience come about: visitors, conversions and revenue of its variations."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from math import inf
from typing import Any, Literal, TypeAlias

from ..counting import Lift, Tally, course, difference, step_times
from ..statistics import chi_square_p, generator, measure_mean, split_units, successes

Period = tuple[float | None, float | None]
What: TypeAlias = Literal["conversions", "revenue", "products"]
"""What is counted of a goal."""
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
        received: the share of visitors that each variation really got, where that is not what was intended.
    """

    drawn_from: tuple[object, ...]
    visitors: int
    shares: list[float]
    start: float
    until: float | None
    received: list[float] | None = None

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
    return _in_period(run, goal, "conversions", period)


def revenue(run: Run, goal: str, period: Period = (None, None)) -> list[Tally]:
    """What the visitors of every variation spent, in cents, in a period."""
    return _in_period(run, goal, "revenue", period)


def products(run: Run, goal: str, period: Period = (None, None)) -> list[Tally]:
    """How many products the visitors of every variation ordered, in a period."""
    return _in_period(run, goal, "products", period)


def _in_period(run: Run, goal: str, what: What, period: Period) -> list[Tally]:
    if period == (None, None) or not run.start:
        return _TOTALS[what](run, goal)
    times = step_times(float(run.start), run.last)
    return [within(steps, times, period) for steps in courses(run, goal, what)]


def courses(run: Run, goal: str, what: What) -> list[list[Tally]]:
    """What had been counted of every variation at the end of every step of ``step_times``."""
    count = len(step_times(float(run.start), run.last))
    found: list[list[Tally]] = []
    for place, (tally, converted) in enumerate(zip(_TOTALS[what](run, goal), _conversions(run, goal), strict=True)):
        key = (*run.drawn_from, place)
        steps = course(key, (*key, goal), converted, count)
        found.append(steps if what == "conversions" else _with_orders((*key, goal, what), tally, steps))
    return found


def _with_orders(key: tuple[object, ...], tally: Tally, conversions: list[Tally]) -> list[Tally]:
    """The course of what was ordered: it comes with the conversions."""
    before = [Tally(0, 0, None), *conversions]
    weights = [max(1e-9, now.value - then.value) for then, now in zip(before, conversions, strict=False)]
    values = accumulate(split_units(generator("course", *key), tally.value, weights))
    return [Tally(step.samples, value, tally.spread) for step, value in zip(conversions, values, strict=True)]


def within(steps: list[Tally], times: list[float], period: Period) -> Tally:
    """What was counted after the first and until the second time of a period, of what had been counted by step."""
    start = -inf if period[0] is None else period[0]
    end = inf if period[1] is None else period[1]
    inside = [step for step, when in enumerate(times) if start < when <= end]
    empty = Tally(0, 0, steps[-1].spread)
    return difference(steps[inside[-1]], steps[inside[0] - 1] if inside[0] else empty) if inside else empty


def _conversions(run: Run, goal: str) -> list[Tally]:
    visitors = split_units(generator(*run.drawn_from, "visitors"), run.visitors, run.received or run.shares)
    base = 10 ** generator(run.drawn_from[0], "convert", "goal", goal).uniform(-1.9, -0.5)
    effects = generator(*run.drawn_from, goal)
    tallies: list[Tally] = []
    for place, units in enumerate(visitors):
        rate = base * (1 + (effects.gauss(0.01, 0.06) if place else 0.0))
        tallies.append(Tally(units, successes(effects, units, rate), None))
    return tallies


def _revenue(run: Run, goal: str) -> list[Tally]:
    rng = generator(*run.drawn_from, goal, "revenue")
    order = rng.uniform(2_000, 9_000)
    tallies: list[Tally] = []
    for tally in _conversions(run, goal):
        mean, spread = tally.rate * order, order * max(0.01, tally.rate) ** 0.5
        drawn = measure_mean(rng, tally.samples, mean, spread / 4).mean if tally.value else 0.0
        tallies.append(Tally(tally.samples, round(drawn * tally.samples), spread))
    return tallies


def _products(run: Run, goal: str) -> list[Tally]:
    """One or more with each conversion."""
    rng = generator(*run.drawn_from, goal, "products")
    more = rng.uniform(0.2, 0.9)
    tallies: list[Tally] = []
    for tally in _conversions(run, goal):
        ordered = tally.value + successes(rng, tally.value, more)
        tallies.append(Tally(tally.samples, ordered, (1 + more) * max(0.01, tally.rate) ** 0.5))
    return tallies


_TOTALS: dict[What, Callable[[Run, str], list[Tally]]] = {
    "conversions": _conversions,
    "revenue": _revenue,
    "products": _products,
}


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


def products_data(tallies: list[Tally], place: int, level: float) -> dict[str, Any]:
    change, confidence, significant = comparison(tallies, place, level)
    data = {
        "total_products": tallies[place].value,
        "products_per_visitor": round(tallies[place].rate, 6),
        "products_per_visitor_change": change,
        "products_per_visitor_interval": round(half(tallies[place], level), 6),
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
