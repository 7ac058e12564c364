"""Reports of v2: aggregated ones, in frequentist or Bayesian terms, and what goes with them."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from starlette.responses import Response

from .._convert.figures import (
    MISMATCH,
    Period,
    Run,
    conversion_data,
    counted,
    metric,
    products,
    products_data,
    revenue,
    revenue_data,
    split_p,
)
from ..counting import Tally
from ..shapes import Shape, boolean, integer, list_of, number, one_of, optional, partial, required, text
from ..statistics import probabilities_best
from ..vendor import Call, json_bytes, json_response
from ..world import Document, World
from . import store
from .crud import whole_body
from .lists import body_of
from .running import run_of

METRICS = (
    *("conversion_rate", "avg_revenue_visitor", "avg_products_ordered_visitor"),
    *("average_order_value", "average_products_per_order"),
)
_EVENTS = ("view_experience", "conversion", "transaction")
_ENGINE = partial({"stats_type": optional(one_of("frequentist", "bayesian")), "confidence": optional(number)})
_SEGMENTS = partial(
    {
        "devices": optional(
            list_of(one_of("iPhone", "all_phones", "other_phones", "desktop", "iPad", "all_tablets", "other_tablets"))
        ),
        "browsers": optional(list_of(one_of("internet_explorer", "chrome", "firefox", "safari", "edge", "other"))),
        "countries": optional(list_of(text)),
        "visitor_types": optional(list_of(one_of("new", "returning"))),
        "campaigns": optional(list_of(text)),
        "custom_segments": optional(list_of(integer)),
        "sources": optional(list_of(one_of("campaign", "search", "referral", "direct", "ai_tool"))),
    }
)
PERIOD: Shape = {"start_time": optional(number), "end_time": optional(number), "utc_offset": optional(integer)}
SHARED: Shape = {**PERIOD, "segments": optional(_SEGMENTS), "stats_engine_processing": optional(_ENGINE)}


def aggregated(world: World, call: Call) -> Response:
    """How the variations perform, goal by goal."""
    experience = store.find(world, "experience", call.path)
    asked = body_of(
        call, {**SHARED, "goals": optional(list_of(integer)), "metrics": optional(list_of(one_of(*METRICS)))}
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
            "variations_data": variations_of(experience),
            "reportData": [_goal(world, experience, goal, asked, engine) for goal in goals],
        }
    }


def variations_of(experience: Document) -> list[dict[str, Any]]:
    """What a report says of the variations."""
    names = ("id", "name", "key", "is_baseline", "traffic_distribution", "status")
    return [{name: one.get(name) for name in names} for one in experience["variations"]]


def _goal(
    world: World, experience: Document, goal: int, asked: dict[str, Any], engine: dict[str, Any]
) -> dict[str, Any]:
    run = run_of(world, experience, asked.get("segments"))
    period = (asked.get("start_time"), asked.get("end_time"))
    counts = {"conversion_rate": counted(run, str(goal), period)}
    if _is_money(world, goal):
        counts["avg_revenue_visitor"] = revenue(run, str(goal), period)
        counts["avg_products_ordered_visitor"] = products(run, str(goal), period)
    p_value = split_p([tally.samples for tally in counts["conversion_rate"]], run.shares)
    bayesian = engine.get("stats_type") == "bayesian"
    percent = engine.get("decision_threshold" if bayesian else "confidence") or 95
    level = min(0.999, max(0.5, percent / 100))
    return {
        "goal_id": goal,
        "srm": p_value is not None and p_value < MISMATCH,
        "srm_pvalue": p_value if p_value is None else round(p_value, 6),
        "variations": [
            {
                "id": one["id"],
                "visitors": counts["conversion_rate"][place].samples,
                **_summaries(counts, place, level, bayesian=bayesian),
                "metrics": _metrics(counts, place, level, asked, bayesian=bayesian),
            }
            for place, one in enumerate(experience["variations"])
        ],
    }


def _summaries(counts: dict[str, list[Tally]], place: int, level: float, *, bayesian: bool) -> dict[str, Any]:
    """The older form of the figures, which is still answered."""
    hidden = {"confidence", "statistically_significant"} if bayesian else frozenset[str]()
    found: dict[str, Any] = {}
    for metric_type, (name, data) in _SUMMARIES.items():
        tallies = counts.get(metric_type)
        figures = data(tallies, place, level) if tallies else None
        found[name] = figures and {key: value for key, value in figures.items() if key not in hidden}
    return found


_SUMMARIES: dict[str, tuple[str, Callable[[list[Tally], int, float], dict[str, Any]]]] = {
    "conversion_rate": ("conversion_data", conversion_data),
    "avg_revenue_visitor": ("revenue_data", revenue_data),
    "avg_products_ordered_visitor": ("products_data", products_data),
}


def _is_money(world: World, goal: int) -> bool:
    found = store.documents(world, "goal").get(str(goal))
    return bool(found and found["type"] == "revenue")


def _metrics(
    counts: dict[str, list[Tally]], place: int, level: float, asked: dict[str, Any], *, bayesian: bool
) -> list[dict[str, Any]]:
    wanted = asked.get("metrics") or METRICS
    found: list[dict[str, Any]] = []
    for name, tallies in counts.items():
        one = metric(name, tallies, place, level, _SCALES.get(name, 1))
        one |= {"metric_total": round(one["metric_total"]), "done": False, "estimated_progress": 0.5}
        if bayesian:
            one.pop("confidence", None)
            one.pop("statistically_significant", None)
            one |= _chances(tallies, place)
        else:
            one |= {"remaining_samples": 1000, "observed_power": 0.4, "powerful": False}
        found.append(one)
    found += [_per_order(name, counts, of, place) for name, of in _PER_ORDER.items() if of in counts]
    return [one for one in found if one["metric_type"] in wanted]


_SCALES = {"avg_revenue_visitor": 100}
_PER_ORDER = {
    "average_order_value": "avg_revenue_visitor",
    "average_products_per_order": "avg_products_ordered_visitor",
}
"""Metrics without statistics, and those whose totals they divide by the conversions."""


def _per_order(name: str, counts: dict[str, list[Tally]], of: str, place: int) -> dict[str, Any]:
    scale = _SCALES.get(of, 1)
    base, own = (counts[of][one].value / scale / max(1, counts["conversion_rate"][one].value) for one in (0, place))
    found = {
        "metric_type": name,
        "metric_total": round(counts[of][place].value / scale),
        "metric_value": round(own, 6),
    }
    return found | ({"metric_change": round(own / base - 1, 6)} if place and base else {})


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
    body_of(call, {**SHARED, "report_type": optional(text), "data_type": optional(text)})
    url = f"https://files.convert.example/reports/{experience['id']}.csv"
    return json_response({"data": {"download_url": url, "expire_at": int(time.time()) + 3600}})


def export_raw_data(world: World, call: Call) -> Response:
    """A job whose file is announced by mail."""
    store.find(world, "experience", call.path)
    body_of(call, {**SHARED, "events": optional(list_of(one_of(*_EVENTS)))})
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
            **SHARED,
            "start_time": required(number),
            "end_time": required(number),
            "events": optional(
                list_of(partial({"type": required(one_of(*_EVENTS)), "goals": optional(list_of(integer))})), []
            ),
            "simulate": optional(boolean, default=True),
        },
    )
    run = run_of(world, experience, asked.get("segments"))
    period = (asked["start_time"], asked["end_time"])
    seen = [_events(world, run, experience, one, period) for one in asked["events"]]
    if asked["simulate"] is False:
        kept = sum(count for one, count in zip(asked["events"], seen, strict=True) if one["type"] == _EVENTS[0])
        experience["_visitors"] = max(0, experience["_visitors"] - kept)
        store.keep(world, "experience", experience)
    events = zip(asked["events"], seen, strict=True)
    return json_response({"data": [{"event": one["type"], "count": count} for one, count in events]})


def _events(world: World, run: Run, experience: Document, event: Document, period: Period) -> int:
    """How many events of a kind there are: visits; conversions on all goals or on these; those with an order."""
    if event["type"] == _EVENTS[0]:
        return sum(one.samples for one in counted(run, "0", period))
    goals = [goal for goal in experience["goals"] if not event.get("goals") or goal in event["goals"]]
    if event["type"] == _EVENTS[2]:
        goals = [goal for goal in goals if _is_money(world, goal)]
    return sum(one.value for goal in goals for one in counted(run, str(goal), period))
