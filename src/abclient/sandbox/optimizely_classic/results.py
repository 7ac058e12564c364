"""Results of an experiment, a row for each goal and variation: by t test, and by the Stats Engine."""

from __future__ import annotations

import math
from collections.abc import Callable
from statistics import NormalDist
from typing import Any

from starlette.responses import Response

from ..statistics import Interval, generator, two_sided_p
from ..vendor import Call, RefusedError, json_bytes
from ..world import Document, World
from . import store
from .measuring import Measured, Segment, measure

STATS_SINCE = "2015-01-21T00:00:00Z"
_LEVEL = 0.9
_Z = NormalDist().inv_cdf((1 + _LEVEL) / 2)
_MOST_REMAINING = 1_000_000

_Figures = Callable[[Measured, Measured], dict[str, Any]]


def get_results(world: World, call: Call) -> Response:
    """Results by t test; none for an experiment without goals or visitors."""
    return _answer(world, call, _by_t_test, since="")


def get_stats(world: World, call: Call) -> Response:
    """Results by the Stats Engine; none, too, for an experiment that began before there was one."""
    return _answer(world, call, _by_stats_engine, since=STATS_SINCE)


def _answer(world: World, call: Call, figures: _Figures, *, since: str) -> Response:
    def rows() -> bytes:
        experiment = store.named(world, call, "experiment")
        segment = _segment(world, call, experiment["project_id"])
        run = store.collection(world, "run").get(str(experiment["id"]))
        # Both times have the same form, which sorts as time does.
        if run is None or segment is None or run["begin"] < since:
            return json_bytes([])
        return json_bytes(_rows(world, experiment, run, segment, figures))

    key = (store.NAME, "results", call.path["experiment_id"], str(call.query), since)
    return Response(world.memo(key, rows), media_type="application/json")


def _segment(world: World, call: Call, project: int) -> Segment | None:
    """Whose results are asked for; None for an audience that results are not segmented by.

    Raises:
        RefusedError: with 400 for parameters that do not go together, with 404 for ids the project does not have.
    """
    query = call.query
    audience, dimension, value = (query.get(name) for name in ("audience_id", "dimension_id", "dimension_value"))
    if (dimension is None) != (value is None):
        raise RefusedError(400, "dimension_id and dimension_value are only valid together")
    if audience is not None and dimension is not None:
        raise RefusedError(400, "Results are segmented by audience_id or by dimension_id, not by both")
    if audience is not None:
        document = _asked(world, "audience", audience, project)
        share = generator(world.seed, "audience", document["id"]).uniform(0.1, 0.5)
        return Segment(f"audience/{document['id']}", share) if document["segmentation"] else None
    if dimension is not None:
        name = f"dimension/{_asked(world, 'dimension', dimension, project)['id']}/{value}"
        return Segment(name, generator(world.seed, name).uniform(0.05, 0.3))
    return Segment()


def _asked(world: World, kind: str, text: str, project: int) -> Document:
    if not text.isascii() or not text.isdigit():
        raise RefusedError(400, f"{kind}_id must be an integer")
    document = store.take(world, kind, text)
    if document["project_id"] != project:
        raise RefusedError(404, f"The experiment's project has no {kind} with the id {text}")
    return document


def _rows(
    world: World, experiment: Document, run: Document, segment: Segment, figures: _Figures
) -> list[dict[str, Any]]:
    names = {one["id"]: one["description"] for one in store.children(world, "variation", experiment["id"])}
    rows: list[dict[str, Any]] = []
    for goal_id in experiment["display_goal_order_lst"]:
        goal = store.take(world, "goal", goal_id)
        measured = [measure(world.seed, goal, arm, segment) for arm in run["arms"]]
        for arm, one in zip(run["arms"], measured, strict=True):
            row = _described(run, arm, names, goal) | _counted(one)
            row["improvement"] = _rounded(_improvement(one, measured[0]))
            row |= figures(one, measured[0])
            rows.append(row | {"status": "baseline"} if one is measured[0] else row)
    return rows


def _described(run: Document, arm: Document, names: dict[int, str], goal: Document) -> dict[str, Any]:
    """Which goal and variation a row is about; of a multivariate experiment, which combination of variations."""
    return {
        "variation_id": "_".join(map(str, arm["variation_ids"])),
        "variation_name": ",".join(names[key] for key in arm["variation_ids"]),
        "goal_id": goal["id"],
        "goal_name": goal["title"],
        "baseline_id": "_".join(map(str, run["arms"][0]["variation_ids"])),
        "begin_time": run["begin"],
        "end_time": run["end"],
    }


def _counted(one: Measured) -> dict[str, Any]:
    counted: dict[str, Any] = {
        "visitors": one.visitors,
        "conversions": one.conversions,
        "is_revenue": one.revenue is not None,
    }
    if one.revenue is None:
        return counted | {"conversion_rate": _rounded(one.rate)}
    return counted | {"revenue": one.revenue, "revenue_per_visitor": _rounded(one.arm.mean)}


def _improvement(one: Measured, baseline: Measured) -> float:
    return one.arm.mean / baseline.arm.mean - 1 if baseline.arm.mean else 0.0


def _by_t_test(one: Measured, baseline: Measured) -> dict[str, Any]:
    """The confidence is the chance to beat the baseline, so a clear loser has one near 0."""
    tail = two_sided_p(one.arm, baseline.arm) / 2
    confidence = 1 - tail if one.arm.mean >= baseline.arm.mean else tail
    return {"status": _status(one, baseline), "confidence": _rounded(confidence)}


def _by_stats_engine(one: Measured, baseline: Measured) -> dict[str, Any]:
    significance = 1 - two_sided_p(one.arm, baseline.arm)
    interval = _difference_interval(one, baseline)
    return {
        "status": _status(one, baseline),
        "statistical_significance": _rounded(significance),
        "difference": _rounded(one.arm.mean - baseline.arm.mean),
        "difference_confidence_interval_min": _rounded(interval.lower),
        "difference_confidence_interval_max": _rounded(interval.upper),
        "visitors_until_significance": _remaining(one, baseline),
    }


def _status(one: Measured, baseline: Measured) -> str:
    if 1 - two_sided_p(one.arm, baseline.arm) < _LEVEL:
        return "inconclusive"
    return "winner" if one.arm.mean > baseline.arm.mean else "loser"


def _difference_interval(one: Measured, baseline: Measured) -> Interval:
    """Where the difference lies with the probability at which results become conclusive."""
    difference = one.arm.mean - baseline.arm.mean
    if one is baseline:
        return Interval(difference, difference)
    reach = _Z * math.hypot(one.arm.error, baseline.arm.error)
    return Interval(difference - reach, difference + reach)


def _remaining(one: Measured, baseline: Measured) -> int:
    """How many more visitors the row needs to become conclusive if all rates stay as they are."""
    if one is baseline or _status(one, baseline) != "inconclusive":
        return 0
    error = math.hypot(one.arm.error, baseline.arm.error)
    z = abs(one.arm.mean - baseline.arm.mean) / error if error else 0.0
    times = (_Z / z) ** 2 if z > _Z / 1000 else math.inf
    return round(min(_MOST_REMAINING, max(1, one.visitors * (times - 1))))


def _rounded(figure: float) -> float:
    return round(figure, 6)
