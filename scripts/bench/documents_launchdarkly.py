"""Two answers of LaunchDarkly: a list of experiments, and the results of one.

Identifiers, links and numbers are as long as in the vendor's own examples, because their length decides how much of an
answer's cost is reading its text, and how much is making objects of it.
"""

from __future__ import annotations

import json
from typing import Any


def experiments(count: int) -> bytes:
    """A list of experiments with metrics and treatments, as ``expand`` asks for them; about 1.9 kB each."""
    rows = [_experiment(number) for number in range(count)]
    return json.dumps({"items": rows, "total_count": count, "_links": _links("projects/shop/experiments")}).encode()


def _experiment(number: int) -> dict[str, Any]:
    key = f"greener-button-{number}"
    iteration: dict[str, Any] = {
        "_id": _id(number + 1),
        "hypothesis": "A greener button sells more",
        "status": "running",
        "createdAt": 1657129307000 + number,
        "startedAt": 1657129308000 + number,
        "flags": {
            "button-color": {
                "targetingRule": "fallthrough",
                "flagConfigVersion": 12,
                "_links": _links("flags/shop/button-color"),
            }
        },
        "primaryMetric": _metric("orders-placed"),
        "secondaryMetrics": [_metric("pages-viewed")],
        "randomizationUnit": "user",
        "treatments": [_treatment(number, place) for place in range(2)],
    }
    return {
        "_id": _id(number),
        "key": key,
        "name": f"Greener button, round {number}",
        "description": "Whether the color of the button matters",
        "_maintainerId": _id(7),
        "_creationDate": 1657129307000 + number,
        "_links": _links(f"projects/shop/environments/production/experiments/{key}"),
        "currentIteration": iteration,
    }


def _metric(key: str) -> dict[str, Any]:
    return {"key": key, "name": key.replace("-", " "), "kind": "custom", "_links": _links(f"metrics/shop/{key}")}


def _treatment(number: int, place: int) -> dict[str, Any]:
    return {
        "_id": _uuid(number + place),
        "name": f"Treatment {place}",
        "allocationPercent": "50",
        "baseline": place == 0,
        "parameters": [{"flagKey": "button-color", "variationId": _uuid(place)}],
    }


def _links(path: str) -> dict[str, Any]:
    return {"self": {"href": f"/api/v2/{path}", "type": "application/json"}}


def _id(number: int) -> str:
    return f"62c5a1d9e7b04f3{number:09x}"


def _uuid(number: int) -> str:
    return f"3f0c9a52-7d1e-4b68-9c35-{number:012x}"


def results(treatments: int) -> bytes:
    """The results of one experiment for one metric; every treatment is compared with each of the others."""
    rows = [
        {
            "treatmentId": _uuid(place),
            "treatmentName": f"Treatment {place}",
            "mean": 0.5173904617250933 + place / 1e6,
            "credibleInterval": {"upper": 0.6240917538206491 + place / 1e6, "lower": 0.4106802953718624 + place / 1e6},
            "pBest": 0.1287,
            "relativeDifferences": [_difference(other) for other in range(treatments) if other != place],
            "units": 12_043 + place,
        }
        for place in range(treatments)
    ]
    document = {"treatmentResults": rows, "metricSeen": {"ever": True, "timestamp": 1657129307}}
    return json.dumps({**document, "probabilityOfMismatch": 0.9120475836190258, "_links": {}}).encode()


def _difference(other: int) -> dict[str, Any]:
    upper, lower = 0.2145908316720457 + other / 1e6, -0.1870352946183072 + other / 1e6
    return {"upper": upper, "lower": lower, "fromTreatmentId": _uuid(other)}
