"""Time series: how the results of an experiment came about."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from ..counting import Lift, Tally, difference, step_times
from ..vendor import Call, json_bytes
from ..world import Document, World
from . import store
from .answering import Asked, answer
from .results import lift_view, metric_head, results_head


def get_timeseries(world: World, call: Call) -> Response:
    """How the results of an experiment came about."""
    return answer(world, call, "timeseries", lambda asked: json_bytes(_timeseries(asked)))


def _timeseries(asked: Asked) -> dict[str, Any]:
    return results_head(asked) | {
        "metrics": [_metric_timeseries(asked, metric) for metric in asked.experiment["metrics"]]
    }


def _metric_timeseries(asked: Asked, metric: Document) -> dict[str, Any]:
    times = step_times(asked.period.first, asked.period.last)
    courses, inside = asked.courses(metric), asked.inside()
    before = inside[0] - 1 if inside else -1
    series = [
        [difference(course[place], course[before]) if before >= 0 else course[place] for place in inside]
        for course in courses
    ]
    return metric_head(asked.world, metric) | {
        "results": {
            str(variation["variation_id"]): {
                "experiment_id": asked.experiment["id"],
                "variation_id": str(variation["variation_id"]),
                "name": variation["name"],
                "level": "variation",
                "is_baseline": place == asked.baseline,
                "timeseries": [
                    _point(asked, metric, times[step], series[place][index], series[asked.baseline][index], place)
                    for index, step in enumerate(inside)
                ],
            }
            for place, variation in enumerate(asked.experiment["variations"])
        }
    }


def _point(asked: Asked, metric: Document, when: float, tally: Tally, baseline: Tally, place: int) -> dict[str, Any]:
    point: dict[str, Any] = {"time": store.moment(when), "samples": tally.samples, "value": tally.value}
    if tally.samples:
        point |= {"rate": round(tally.rate, 6), "variance": round(tally.variance, 6)}
    if place != asked.baseline and tally.samples and baseline.samples:
        point["lift"] = lift_view(asked, metric, tally, baseline, Lift.between(tally, baseline, asked.level))
    return point
