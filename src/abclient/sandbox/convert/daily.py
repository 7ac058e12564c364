"""Reports of v2 from day to day: figures of one goal and metric, and shares of traffic."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from starlette.responses import Response

from .._convert.figures import Run, courses, within
from ..counting import DAY, Tally, step_times
from ..shapes import Shape, integer, one_of, optional
from ..vendor import Call, RefusedError, json_response
from ..world import Document, World
from . import store
from .lists import body_of
from .reports import PERIOD, SHARED, variations_of
from .running import run_of

_METRICS = (
    *("conversion_rate", "avg_revenue_per_visitor", "avg_products_ordered_per_visitor"),
    *("average_order_value", "average_products_per_order"),
)
_SHAPE: Shape = {
    **SHARED,
    "goal": optional(integer),
    "metric": optional(one_of(*_METRICS), "conversion_rate"),
    "report_type": optional(one_of("cumulative", "non_cumulative"), "non_cumulative"),
}
_EXTRAS = {
    "conversion_rate": "avg_conversion_rate",
    "avg_revenue_per_visitor": "avg_revenue_visitor",
    "avg_products_ordered_per_visitor": "avg_products_ordered",
}
"""The series over all variations that goes with a metric, beside that of visitors."""

_Days = list[tuple[float, float]]


def daily(world: World, call: Call) -> Response:
    """How the variations perform from day to day; without a goal, on the primary one."""
    experience = store.find(world, "experience", call.path)
    asked = body_of(call, _SHAPE)
    goal: int = asked.get("goal") or experience.get("primary_goal") or 0
    if goal not in experience["goals"]:
        raise RefusedError(422, "goal must be one of the experience's goals")
    run = run_of(world, experience, asked.get("segments"))
    days = _days(world, experience, run, asked)
    metric = asked.get("metric") or _METRICS[0]
    by_day = _tallies(run, str(goal), metric, days, cumulative=asked.get("report_type") == "cumulative")
    variations = [
        {
            "id": one["id"],
            "stats": [_point(day[0], *tallies[place], metric) for day, tallies in zip(days, by_day, strict=True)],
        }
        for place, one in enumerate(experience["variations"])
    ]
    report = {"variations": variations, "extra": _extra(metric, days, by_day)}
    return json_response({"data": {"variations_data": variations_of(experience), "reportData": report}})


def _tallies(run: Run, goal: str, metric: str, days: _Days, *, cumulative: bool) -> list[list[tuple[Tally, Tally]]]:
    """Of each day and variation what the metric counts, and the conversions that it comes with."""
    if not days:
        return []
    money = "revenue" in metric or "order_value" in metric
    counts = courses(run, goal, "conversions" if metric == _METRICS[0] else "revenue" if money else "products")
    conversions = courses(run, goal, "conversions")
    times = step_times(float(run.start), run.last)

    def on(steps: list[Tally], day: tuple[float, float]) -> Tally:
        # A step that ends at midnight was counted on the day before, as one that ends with the run was on its last.
        return within(steps, times, (-1 if cumulative else day[0] - 1e-3, day[1] - 1e-3))

    return [[(on(one, day), on(two, day)) for one, two in zip(counts, conversions, strict=True)] for day in days]


def _point(start: float, counted: Tally, converted: Tally, metric: str) -> dict[str, Any]:
    scale = 100 if "revenue" in metric or "order_value" in metric else 1
    value = _value(counted, converted, metric) / scale
    return {
        "timestamp": int(start),
        "value": round(value, 6),
        "totals": counted.value / scale if scale > 1 else counted.value,
        "visitors": counted.samples,
    }


def _value(counted: Tally, converted: Tally, metric: str) -> float:
    if metric in _METRICS[3:]:
        return counted.value / converted.value if converted.value else 0.0
    return counted.rate


def _extra(metric: str, days: _Days, by_day: list[list[tuple[Tally, Tally]]]) -> list[dict[str, Any]]:
    """Series over all variations together."""

    def series(name: str, value: Callable[[Sequence[tuple[Tally, Tally]]], float]) -> dict[str, Any]:
        pairs = zip(days, by_day, strict=True)
        return {"type": name, "stats": [{"timestamp": int(day[0]), "value": value(all_)} for day, all_ in pairs]}

    found = [series("total_visitors", lambda all_: sum(one.samples for one, _ in all_))]
    if metric in _EXTRAS:
        found.append(series(_EXTRAS[metric], lambda all_: _point(0, *_together(all_), metric)["value"]))
    return found


def _together(pairs: Sequence[tuple[Tally, Tally]]) -> tuple[Tally, Tally]:
    counted, converted = zip(*pairs, strict=True)
    return _sum(counted), _sum(converted)


def _sum(tallies: Sequence[Tally]) -> Tally:
    return Tally(sum(one.samples for one in tallies), sum(one.value for one in tallies), tallies[0].spread)


def _days(world: World, experience: Document, run: Run, asked: dict[str, Any]) -> _Days:
    """The days of a run, as far as they are asked for: begin and end of each. One that runs has days until today."""
    if not run.start:
        return []
    running = experience["status"] == "active"
    last = max(run.last, world.today - 1) if running else run.last
    first = max(asked.get("start_time") or run.start, run.start)
    last = min(asked.get("end_time") or last, last)
    midnight = first - first % DAY
    count = min(400, int((last - midnight) // DAY) + 1)
    return [(midnight + step * DAY, midnight + (step + 1) * DAY) for step in range(count)]


def traffic_allocation(world: World, call: Call) -> Response:
    """The share of traffic of each variation from day to day."""
    experience = store.find(world, "experience", call.path)
    days = _days(world, experience, run_of(world, experience), body_of(call, PERIOD))
    rows = [
        {
            "id": one["id"],
            "stats": [{"timestamp": int(start), "value": one["traffic_distribution"]} for start, _ in days],
        }
        for one in experience["variations"]
    ]
    return json_response({"data": {"variations_data": variations_of(experience), "reportData": {"variations": rows}}})
