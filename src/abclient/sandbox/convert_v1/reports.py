"""Reports: how the variations of an experience do on its goals, in frequentist terms."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from .._convert.figures import MISMATCH, Period, Run, conversion_data, counted, metrics, revenue, revenue_data, split_p
from ..shapes import number, optional
from ..vendor import Call, RefusedError, json_bytes
from ..world import Document, World
from . import store
from .crud import body_of

_PERIOD = {"start_timestamp": optional(number), "end_timestamp": optional(number)}


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
    run = run_of(world, experience)
    conversions = counted(run, goal, period)
    p_value = split_p([tally.samples for tally in conversions], run.shares)
    level = min(0.999, max(0.5, experience["confidence"] / 100))
    orders = revenue(run, goal, period) if money and money["goal_type"] == "revenue" else None
    return {
        "goal_id": goal,
        "srm": p_value is not None and p_value < MISMATCH,
        "srm_pvalue": p_value if p_value is None else round(p_value, 6),
        "variations": [
            {
                "id": row["variation"]["id"],
                "visitors": conversions[place].samples,
                "conversion_data": conversion_data(conversions, place, level),
                **({"revenue_data": revenue_data(orders, place, level)} if orders else {}),
                "metrics": metrics(conversions, orders, place, level),
            }
            for place, row in enumerate(experience["variations"])
        ],
    }


def run_of(world: World, experience: Document) -> Run:
    """What the figures of an experience follow from."""
    shares = [float(row["percentage"]) for row in experience["variations"]]
    seed = (world.seed, "convert", experience["_id"])
    return Run(seed, experience["_visitors"], shares, experience["start_time"] or 0, experience["_until"])
