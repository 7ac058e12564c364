"""Two answers of LaunchDarkly as the vendor documents them: a list of experiments, and the results of one."""

from __future__ import annotations

import json
from typing import Any


def experiments(count: int) -> bytes:
    """A list of experiments with metrics and treatments, about 1 kB each."""
    return json.dumps({"items": [_experiment(number) for number in range(count)], "total_count": count}).encode()


def _experiment(number: int) -> dict[str, Any]:
    metric: dict[str, Any] = {"key": "orders", "name": "Orders", "kind": "custom", "_links": {}}
    treatments = [
        {"_id": f"t{place}", "name": f"Treatment {place}", "allocationPercent": "25", "baseline": place == 0}
        for place in range(4)
    ]
    iteration: dict[str, Any] = {
        "_id": f"i{number}",
        "hypothesis": "A greener button sells more",
        "status": "running",
        "createdAt": 1657129307000,
        "startedAt": 1657129308000,
        "primaryMetric": metric,
        "secondaryMetrics": [metric, metric],
        "treatments": treatments,
        "flags": {"button": {"_links": {}, "targetingRule": "fallthrough", "flagConfigVersion": 3}},
    }
    return {
        "_id": f"e{number}",
        "key": f"experiment-{number}",
        "name": f"Experiment {number}",
        "_maintainerId": "m",
        "_creationDate": 1657129307000,
        "_links": {"self": {"href": f"/api/v2/experiments/{number}", "type": "application/json"}},
        "currentIteration": iteration,
    }


def results(treatments: int) -> bytes:
    """The results of one experiment for one metric."""
    interval = {"upper": 0.62, "lower": 0.41}
    rows = [
        {
            "treatmentId": f"t{place}",
            "treatmentName": f"Treatment {place}",
            "mean": 0.5,
            "credibleInterval": interval,
            "pBest": 0.25,
            "relativeDifferences": [{**interval, "fromTreatmentId": f"t{other}"} for other in range(4)],
            "units": 12000,
        }
        for place in range(treatments)
    ]
    return json.dumps({"treatmentResults": rows, "probabilityOfMismatch": 0.01, "_links": {}}).encode()
