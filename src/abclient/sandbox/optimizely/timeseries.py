"""Time series: how the results of an experiment came about."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from ..counting import Lift, Tally, difference, step_times
from ..vendor import Call, json_bytes
from ..world import Document, World
from . import store
from .responses import ResultsRequest, answer
from .results import lift_view, metric_head, results_head


def get_timeseries(world: World, call: Call) -> Response:
    """How the results of an experiment came about."""
    return answer(world, call, "timeseries", lambda request: json_bytes(_timeseries(request)))


def _timeseries(request: ResultsRequest) -> dict[str, Any]:
    return results_head(request) | {
        "metrics": [_metric_timeseries(request, metric) for metric in request.experiment["metrics"]]
    }


def _metric_timeseries(request: ResultsRequest, metric: Document) -> dict[str, Any]:
    times = step_times(request.period.first, request.period.last)
    courses, inside = request.courses(metric), request.inside()
    before = inside[0] - 1 if inside else -1
    series = [
        [difference(course[place], course[before]) if before >= 0 else course[place] for place in inside]
        for course in courses
    ]
    return metric_head(request.world, metric) | {
        "results": {
            str(variation["variation_id"]): {
                "experiment_id": request.experiment["id"],
                "variation_id": str(variation["variation_id"]),
                "name": variation["name"],
                "level": "variation",
                "is_baseline": place == request.baseline,
                "timeseries": [
                    _point(request, metric, times[step], series[place][index], series[request.baseline][index], place)
                    for index, step in enumerate(inside)
                ],
            }
            for place, variation in enumerate(request.experiment["variations"])
        }
    }


def _point(
    request: ResultsRequest, metric: Document, when: float, tally: Tally, baseline: Tally, place: int
) -> dict[str, Any]:
    point: dict[str, Any] = {"time": store.moment(when), "samples": tally.samples, "value": tally.value}
    if tally.samples:
        point |= {"rate": round(tally.rate, 6), "variance": round(tally.variance, 6)}
    if place != request.baseline and tally.samples and baseline.samples:
        point["lift"] = lift_view(request, metric, tally, baseline, Lift.between(tally, baseline, request.level))
    return point
