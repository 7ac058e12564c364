"""Reports: how the variations of an experience do on its goals, in frequentist terms."""

from __future__ import annotations

import time
from typing import Any

from starlette.responses import Response

from ..counting import Lift, Tally, course, difference, step_times
from ..shapes import number, optional
from ..statistics import chi_square_p, generator, measure_mean, split_units, successes
from ..vendor import Call, RefusedError, json_bytes
from ..world import Document, World
from . import store
from .crud import body_of

_PERIOD = {"start_timestamp": optional(number), "end_timestamp": optional(number)}
_MISMATCH = 0.01
"""Below this p-value the split of the visitors is called a mismatch."""


def report_goal(world: World, call: Call) -> Response:
    """The report for one goal."""
    experience = store.find(world, "experience", call.path)
    goal = store.find(world, "goal", call.path)
    if goal["_id"] not in _goals(experience):
        raise RefusedError(404, f"The experience does not measure the goal {goal['_id']}")
    return _answer(world, call, experience, [goal["_id"]])


def report_all(world: World, call: Call) -> Response:
    """The report for all goals of an experience."""
    experience = store.find(world, "experience", call.path)
    return _answer(world, call, experience, _goals(experience))


def _goals(experience: Document) -> list[str]:
    return [goal["id"] for goal in experience.get("goals", [])]


def _answer(world: World, call: Call, experience: Document, goals: list[str]) -> Response:
    asked = body_of(call, _PERIOD)
    period = (asked.get("start_timestamp"), asked.get("end_timestamp"))
    key = ("report", experience["_id"], *goals, *period)
    if experience["_until"] is None:  # it still counts
        return Response(json_bytes(_report(world, experience, goals, period)), media_type="application/json")
    body = world.memo(key, lambda: json_bytes(_report(world, experience, goals, period)))
    return Response(body, media_type="application/json")


Period = tuple[float | None, float | None]


def _report(world: World, experience: Document, goals: list[str], period: Period) -> dict[str, Any]:
    rows = experience["variations"]
    return {
        "stats_methodology": "frequentist",
        "variations_data": [
            {
                "id": row["variation"]["id"],
                "name": row["variation"]["name"],
                "key": row["variation"]["id"],
                "is_baseline": place == 0,
                "traffic_distribution": row["percentage"],
                "status": "running" if experience["experience_status"] == "active" else "stopped",
            }
            for place, row in enumerate(rows)
        ],
        "reportData": [_goal_report(world, experience, goal, period) for goal in goals] if rows else [],
    }


def _goal_report(world: World, experience: Document, goal: str, period: Period) -> dict[str, Any]:
    money = store.documents(world, "goal").get(goal)
    conversions = counted(world, experience, goal, period)
    p_value = _split_p([tally.samples for tally in conversions], _shares(experience))
    level = min(0.999, max(0.5, experience["confidence"] / 100))
    orders = _revenue(world, experience, goal, conversions) if money and money["goal_type"] == "revenue" else None
    return {
        "goal_id": goal,
        "srm": p_value is not None and p_value < _MISMATCH,
        "srm_pvalue": p_value if p_value is None else round(p_value, 6),
        "variations": [
            {
                "id": row["variation"]["id"],
                "visitors": conversions[place].samples,
                "conversion_data": _conversion_data(conversions, place, level),
                **({"revenue_data": _revenue_data(orders, place, level)} if orders else {}),
                "metrics": _metrics(conversions, orders, place, level),
            }
            for place, row in enumerate(experience["variations"])
        ],
    }


def _shares(experience: Document) -> list[float]:
    return [float(row["percentage"]) for row in experience["variations"]]


def _split_p(counts: list[int], shares: list[float]) -> float | None:
    """The p-value of the observed split; None where nothing could be split."""
    total, whole = sum(counts), sum(shares)
    pairs = [(count, total * part / whole) for count, part in zip(counts, shares, strict=True) if part > 0 < total]
    if len(pairs) < 2:
        return None
    return chi_square_p(sum((count - expected) ** 2 / expected for count, expected in pairs), len(pairs) - 1)


def counted(world: World, experience: Document, goal: str, period: Period = (None, None)) -> list[Tally]:
    """Visitors and conversions of every variation on a goal, in a period."""
    visitors = split_units(
        generator(world.seed, "convert", experience["_id"], "visitors"), experience["_visitors"], _shares(experience)
    )
    base = 10 ** generator(world.seed, "convert", "goal", goal).uniform(-1.9, -0.5)
    effects = generator(world.seed, "convert", experience["_id"], goal)
    tallies: list[Tally] = []
    for place, units in enumerate(visitors):
        rate = base * (1 + (effects.gauss(0.01, 0.06) if place else 0.0))
        tallies.append(Tally(units, successes(effects, units, rate), None))
    if period == (None, None) or not experience["start_time"]:
        return tallies
    return [_cut(world, experience, goal, place, tally, period) for place, tally in enumerate(tallies)]


def _cut(world: World, experience: Document, goal: str, place: int, tally: Tally, period: Period) -> Tally:
    """The part of a tally that was counted between two times."""
    first = float(experience["start_time"])
    last = max(first + 1, float(experience["_until"] or time.time()))
    start = first if period[0] is None else period[0]
    end = last if period[1] is None else period[1]
    times = step_times(first, last)
    inside = [step for step, when in enumerate(times) if start < when <= end]
    empty = Tally(0, 0, None)
    if not inside:
        return empty
    key = (world.seed, "convert", experience["_id"], place)
    steps = course(key, (*key, goal), tally, len(times))
    return difference(steps[inside[-1]], steps[inside[0] - 1] if inside[0] else empty)


def _revenue(world: World, experience: Document, goal: str, conversions: list[Tally]) -> list[Tally]:
    """What the visitors spent, in cents."""
    rng = generator(world.seed, "convert", experience["_id"], goal, "revenue")
    order = rng.uniform(2_000, 9_000)
    tallies: list[Tally] = []
    for tally in conversions:
        mean, spread = tally.rate * order, order * max(0.01, tally.rate) ** 0.5
        drawn = measure_mean(rng, tally.samples, mean, spread / 4).mean if tally.samples else 0.0
        tallies.append(Tally(tally.samples, round(drawn * tally.samples), spread))
    return tallies


def _comparison(tallies: list[Tally], place: int, level: float) -> tuple[float | None, float | None, bool]:
    """Change, confidence in percent and whether it is significant; nothing of it for the baseline."""
    if not place:
        return None, None, False
    lift = Lift.between(tallies[place], tallies[0], level)
    return round(lift.value, 6), round(100 * lift.significance, 4), lift.significance > level


def _half(tally: Tally, level: float) -> float:
    interval = tally.arm().interval(level)
    return (interval.upper - interval.lower) / 2


def _conversion_data(tallies: list[Tally], place: int, level: float) -> dict[str, Any]:
    change, confidence, significant = _comparison(tallies, place, level)
    data = {
        "conversions": tallies[place].value,
        "conversion_rate": round(100 * tallies[place].rate, 6),
        "conversion_rate_change": change,
        "conversion_rate_interval": round(100 * _half(tallies[place], level), 6),
        "confidence": confidence,
        "statistically_significant": significant,
    }
    return {name: value for name, value in data.items() if value is not None}


def _revenue_data(tallies: list[Tally], place: int, level: float) -> dict[str, Any]:
    change, confidence, significant = _comparison(tallies, place, level)
    data = {
        "total_revenue": tallies[place].value / 100,
        "revenue_per_visitor": round(tallies[place].rate / 100, 6),
        "revenue_per_visitor_change": change,
        "revenue_per_visitor_interval": round(_half(tallies[place], level) / 100, 6),
        "confidence": confidence,
        "statistically_significant": significant,
    }
    return {name: value for name, value in data.items() if value is not None}


def _metrics(conversions: list[Tally], orders: list[Tally] | None, place: int, level: float) -> list[dict[str, Any]]:
    measured = [("conversion_rate", conversions, 1)]
    if orders:
        measured.append(("avg_revenue_visitor", orders, 100))
    return [_metric(name, tallies, place, level, scale) for name, tallies, scale in measured]


def _metric(name: str, tallies: list[Tally], place: int, level: float, scale: int) -> dict[str, Any]:
    change, confidence, significant = _comparison(tallies, place, level)
    data = {
        "metric_type": name,
        "metric_total": tallies[place].value / scale,
        "metric_value": round(tallies[place].rate / scale, 6),
        "metric_change": change,
        "metric_interval": round(_half(tallies[place], level) / scale, 6),
        "confidence": confidence,
        "statistically_significant": significant,
    }
    return {key: value for key, value in data.items() if value is not None}
