"""Reports of v2: aggregated and daily ones, in frequentist or Bayesian terms, and what goes with them."""

from __future__ import annotations

import time
from typing import Any

from starlette.responses import Response

from .._convert.figures import (
    MISMATCH,
    Period,
    Run,
    conversion_data,
    counted,
    metrics,
    revenue,
    revenue_data,
    split_p,
)
from ..counting import DAY, Tally
from ..shapes import Shape, anything, boolean, integer, list_of, number, one_of, optional, partial, required, text
from ..statistics import probabilities_best
from ..vendor import Call, RefusedError, json_bytes, json_response
from ..world import Document, World
from . import store
from .crud import whole_body
from .lists import body_of

METRICS = (
    *("conversion_rate", "avg_revenue_visitor", "avg_products_ordered_visitor"),
    *("average_order_value", "average_products_per_order"),
)
_DAILY_METRICS = ("conversion_rate", "avg_revenue_per_visitor", "avg_products_ordered_per_visitor", *METRICS[3:])
_EVENTS = ("view_experience", "conversion", "transaction")
_ENGINE = partial({"stats_type": optional(one_of("frequentist", "bayesian")), "confidence": optional(number)})
_PERIOD: Shape = {"start_time": optional(number), "end_time": optional(number), "utc_offset": optional(integer)}
_SHARED: Shape = {**_PERIOD, "segments": optional(anything), "stats_engine_processing": optional(_ENGINE)}


def run_of(world: World, experience: Document) -> Run:
    """What the figures of an experience follow from."""
    shares = [float(one["traffic_distribution"]) for one in experience["variations"]]
    seed = (world.seed, "convert v2", experience["id"])
    return Run(seed, experience["_visitors"], shares, experience["start_time"] or 0, experience["_until"])


def aggregated(world: World, call: Call) -> Response:
    """How the variations perform, goal by goal."""
    experience = store.find(world, "experience", call.path)
    asked = body_of(
        call, {**_SHARED, "goals": optional(list_of(integer)), "metrics": optional(list_of(one_of(*METRICS)))}
    )
    goals = [goal for goal in experience["goals"] if not asked.get("goals") or goal in asked["goals"]]
    if experience["_until"] is None:  # it still counts
        return json_response(_aggregated(world, experience, goals, asked))
    key = ("report", experience["id"], *goals, repr(sorted(asked.items(), key=repr)), experience["concurrency_key"])
    body = world.memo(key, lambda: json_bytes(_aggregated(world, experience, goals, asked)))
    return Response(body, media_type="application/json")


def _aggregated(world: World, experience: Document, goals: list[int], asked: dict[str, Any]) -> dict[str, Any]:
    engine: dict[str, Any] = {
        **experience["settings"]["stats_engine_processing"],
        **(asked.get("stats_engine_processing") or {}),
    }
    bayesian = engine.get("stats_type") == "bayesian"
    return {
        "data": {
            "stats_methodology": "bayesian" if bayesian else "frequentist",
            "variations_data": _variations(experience),
            "reportData": [_goal(world, experience, goal, asked, engine) for goal in goals],
        }
    }


def _variations(experience: Document) -> list[dict[str, Any]]:
    names = ("id", "name", "key", "is_baseline", "traffic_distribution", "status")
    return [{name: one.get(name) for name in names} for one in experience["variations"]]


def _goal(
    world: World, experience: Document, goal: int, asked: dict[str, Any], engine: dict[str, Any]
) -> dict[str, Any]:
    run = run_of(world, experience)
    period = (asked.get("start_time"), asked.get("end_time"))
    conversions = counted(run, str(goal), period)
    p_value = split_p([tally.samples for tally in conversions], run.shares)
    bayesian = engine.get("stats_type") == "bayesian"
    percent = engine.get("decision_threshold" if bayesian else "confidence") or 95
    level = min(0.999, max(0.5, percent / 100))
    orders = revenue(run, str(goal), conversions) if _is_money(world, goal) else None
    return {
        "goal_id": goal,
        "srm": p_value is not None and p_value < MISMATCH,
        "srm_pvalue": p_value if p_value is None else round(p_value, 6),
        "variations": [
            {
                "id": one["id"],
                "visitors": conversions[place].samples,
                "conversion_data": _known(conversion_data(conversions, place, level), bayesian=bayesian),
                "revenue_data": _known(revenue_data(orders, place, level), bayesian=bayesian) if orders else None,
                "metrics": _metrics(conversions, orders, place, level, asked, bayesian=bayesian),
            }
            for place, one in enumerate(experience["variations"])
        ],
    }


def _is_money(world: World, goal: int) -> bool:
    found = store.documents(world, "goal").get(str(goal))
    return bool(found and found["type"] == "revenue")


def _known(data: dict[str, Any], *, bayesian: bool) -> dict[str, Any]:
    """Bayesian statistics have neither a confidence nor significance."""
    hidden = {"confidence", "statistically_significant"} if bayesian else frozenset[str]()
    return {name: value for name, value in data.items() if name not in hidden}


def _metrics(
    conversions: list[Tally],
    orders: list[Tally] | None,
    place: int,
    level: float,
    asked: dict[str, Any],
    *,
    bayesian: bool,
) -> list[dict[str, Any]]:
    wanted = asked.get("metrics") or METRICS
    found = [one for one in metrics(conversions, orders, place, level) if one["metric_type"] in wanted]
    for one in found:
        one["metric_total"] = round(one["metric_total"])
        one |= {"done": False, "estimated_progress": 0.5}
        if bayesian:
            tallies = conversions if one["metric_type"] == "conversion_rate" else orders or []
            one.pop("confidence", None)
            one.pop("statistically_significant", None)
            one |= _chances(tallies, place)
        else:
            one |= {"remaining_samples": 1000, "observed_power": 0.4, "powerful": False}
    return found


def _chances(tallies: list[Tally], place: int) -> dict[str, Any]:
    if any(not one.samples for one in tallies):
        return {"chance_to_win": 0, "expected": None, "risk": None}
    chance = probabilities_best([one.arm() for one in tallies])[place]
    base, own = tallies[0].rate, tallies[place].rate
    expected = own / base - 1 if base and place else None
    return {
        "chance_to_win": round(100 * chance, 4),
        "expected": None if expected is None else round(expected, 6),
        "risk": [round(max(0.0, 1 - chance) * 0.02, 6)],
    }


def daily(world: World, call: Call) -> Response:
    """How the variations perform from day to day; without a goal, on the primary one."""
    experience = store.find(world, "experience", call.path)
    asked = body_of(
        call,
        {
            **_SHARED,
            "goal": optional(integer),
            "metric": optional(one_of(*_DAILY_METRICS), "conversion_rate"),
            "report_type": optional(one_of("cumulative", "non_cumulative"), "non_cumulative"),
        },
    )
    goal: int = asked.get("goal") or experience.get("primary_goal") or 0
    if goal not in experience["goals"]:
        raise RefusedError(422, "goal must be one of the experience's goals")
    days = _days(run_of(world, experience), asked)
    stats = [_day(world, experience, goal, asked, day, days[0][0]) for day in days]
    variations = [
        {"id": one["id"], "stats": [day[place] for day in stats]} for place, one in enumerate(experience["variations"])
    ]
    return json_response(
        {"data": {"variations_data": _variations(experience), "reportData": {"variations": variations, "extra": []}}}
    )


def _days(run: Run, asked: dict[str, Any]) -> list[tuple[float, float]]:
    """The days of a run, as far as they are asked for: begin and end of each."""
    first = asked.get("start_time") or run.start
    last = asked.get("end_time") or run.last
    if not run.start:
        return [(0, 0)]
    midnight = first - first % DAY
    count = max(1, min(400, int((last - midnight) // DAY) + 1))
    return [(midnight + step * DAY, midnight + (step + 1) * DAY) for step in range(count)]


def _day(
    world: World, experience: Document, goal: int, asked: dict[str, Any], day: tuple[float, float], first: float
) -> list[dict[str, Any]]:
    cumulative = asked.get("report_type") == "cumulative"
    start, end = (first if cumulative else day[0]), day[1]
    period: Period = (max(start - 1e-3, 0), end - 1e-3)
    run = run_of(world, experience)
    tallies = counted(run, str(goal), period) if run.start else [Tally(0, 0, None) for _ in run.shares]
    return [
        {"timestamp": int(day[0]), "value": round(one.rate, 6), "totals": one.value, "visitors": one.samples}
        for one in tallies
    ]


def traffic_allocation(world: World, call: Call) -> Response:
    """The share of traffic of each variation from day to day."""
    experience = store.find(world, "experience", call.path)
    days = _days(run_of(world, experience), body_of(call, _PERIOD))
    rows = [
        {
            "id": one["id"],
            "stats": [{"timestamp": int(start), "value": one["traffic_distribution"]} for start, _ in days],
        }
        for one in experience["variations"]
    ]
    return json_response({"data": {"variations_data": _variations(experience), "reportData": {"variations": rows}}})


def settings(world: World, call: Call) -> Response:
    """What reports can be narrowed down to."""
    experience = store.find(world, "experience", call.path)
    segments = [
        {"id": one["id"], "name": one["name"]}
        for one in store.documents(world, "audience").find(parent=str(experience["_project"]))
        if one["type"] == "segmentation"
    ]
    return json_response(
        {"data": {"campaigns": [{"name": "spring", "visitors_count": 120}], "custom_segments": segments}}
    )


def export(world: World, call: Call) -> Response:
    """Where a file of the report can be loaded from."""
    experience = store.find(world, "experience", call.path)
    body_of(call, {**_SHARED, "report_type": optional(text), "data_type": optional(text)})
    url = f"https://files.convert.example/reports/{experience['id']}.csv"
    return json_response({"data": {"download_url": url, "expire_at": int(time.time()) + 3600}})


def export_raw_data(world: World, call: Call) -> Response:
    """A job whose file is announced by mail."""
    store.find(world, "experience", call.path)
    body_of(call, {**_SHARED, "events": optional(list_of(one_of(*_EVENTS)))})
    return json_response({"data": {"jobId": f"job-{store.new_id(world)}"}})


def reset(world: World, call: Call) -> Response:
    """Remove all figures."""
    experience = store.find(world, "experience", call.path)
    experience["_visitors"] = 0
    store.keep(world, "experience", experience)
    return json_response({"code": 200, "message": "Success"})


def remove_data(world: World, call: Call) -> Response:
    """Count events or, without simulating, remove them."""
    experience = store.find(world, "experience", call.path)
    asked = whole_body(
        call,
        {
            "start_time": required(number),
            "end_time": required(number),
            "events": optional(list_of(partial({"type": required(one_of(*_EVENTS))})), []),
            "simulate": optional(boolean, default=True),
        },
    )
    seen = sum(one.samples for one in counted(run_of(world, experience), "0", (asked["start_time"], asked["end_time"])))
    if asked["simulate"] is False:
        experience["_visitors"] = max(0, experience["_visitors"] - seen)
        store.keep(world, "experience", experience)
    return json_response({"data": [{"event": one["type"], "count": seen} for one in asked["events"]]})
