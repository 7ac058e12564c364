"""What decoding costs, as ratios to ``json.loads`` of the same document: CPU time, medians of interleaved rounds."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from statistics import median
from typing import Any

from abclient_api._runtime import Response, read
from abclient_api.launchdarkly.models.experiment_bayesian_results_rep import ExperimentBayesianResultsRep
from abclient_api.launchdarkly.models.experiment_collection_rep import ExperimentCollectionRep


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


def compare(body: bytes, decode: Callable[[Any], object], rounds: int) -> float:
    """How many times as long as ``json.loads`` bytes to typed models take."""
    plain: list[float] = []
    typed: list[float] = []
    for _ in range(rounds):
        plain.append(_spent(lambda: json.loads(body)))
        typed.append(_spent(lambda: read(Response(200, (), body), "answer", decode)))
    return median(typed) / median(plain)


def _spent(work: Callable[[], object]) -> float:
    began = time.process_time()
    kept = work()
    spent = time.process_time() - began
    del kept
    return spent


def main() -> None:
    """Print the ratios."""
    listing, result = experiments(1000), results(30)
    print("Decoding bytes to typed models, CPU time; json.loads = 1.00")
    print(f"  {f'1,000 experiments, {len(listing) // 1000:,} kB':40} ", end="")
    print(f"{compare(listing, ExperimentCollectionRep.from_dict, 31):5.2f}")
    print(f"  {f'one result, {len(result) // 1000:,} kB':40} ", end="")
    print(f"{compare(result, ExperimentBayesianResultsRep.from_dict, 501):5.2f}")


if __name__ == "__main__":
    main()
