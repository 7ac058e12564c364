"""What decoding costs, as ratios to ``json.loads`` of the same bytes: CPU time, medians of interleaved rounds."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable, Mapping
from typing import Any

import orjson
from attrs import frozen
from measuring import Figure, interleaved
from pydantic_models import Experiments, Results

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


PLAIN = "json.loads"
TYPED = "abclient"
TYPED_FAST = "abclient[fast]"
PYDANTIC = "pydantic v2"
STOCK = "openapi-python-client"
OURS_BACK = "to_dict, abclient"
STOCK_BACK = "to_dict, openapi-python-client"


@frozen
class Document:
    """What is decoded.

    Attributes:
        body: the bytes.
        ours: the generated model.
        pydantic: the same as pydantic model.
        stock: the same as openapi-python-client makes it, with its module.
        repeat: how many times one round decodes it.
    """

    body: bytes
    ours: Any
    pydantic: Any
    stock: tuple[str, str]
    repeat: int


DOCUMENTS = {
    "list": Document(
        experiments(1000),
        ExperimentCollectionRep,
        Experiments,
        ("experiment_collection_rep", "ExperimentCollectionRep"),
        1,
    ),
    "result": Document(
        results(30),
        ExperimentBayesianResultsRep,
        Results,
        ("experiment_bayesian_results_rep", "ExperimentBayesianResultsRep"),
        40,
    ),
}


def contestants(document: Document, stock: str | None) -> dict[str, Callable[[], object]]:
    """What is compared for a document; ``stock`` is the directory with openapi-python-client's output, if there is."""
    body, ours = document.body, document.ours

    def typed(loads: Callable[[bytes], Any]) -> Callable[[], object]:
        return lambda: read(Response(200, (), body, loads), "answer", ours.from_dict)

    compared: dict[str, Callable[[], object]] = {
        PLAIN: lambda: json.loads(body),
        "orjson.loads": lambda: orjson.loads(body),
        TYPED: typed(json.loads),
        TYPED_FAST: typed(orjson.loads),
        PYDANTIC: lambda: document.pydantic.model_validate_json(body),
    }
    if stock is not None:
        sys.path.insert(0, stock)
        module, name = document.stock
        theirs = getattr(importlib.import_module(f"stock_client.models.{module}"), name)
        made, loaded = ours.from_dict(json.loads(body)), theirs.from_dict(json.loads(body))
        compared |= {
            STOCK: lambda: theirs.from_dict(json.loads(body)),
            OURS_BACK: made.to_dict,
            STOCK_BACK: loaded.to_dict,
        }
    return compared


def measure(rounds: int, stock: str | None = None) -> dict[str, Mapping[str, Figure]]:
    """CPU seconds for each document and contestant."""
    return {
        name: interleaved(contestants(document, stock), rounds, document.repeat) for name, document in DOCUMENTS.items()
    }


def main(stock: str | None = None) -> dict[str, Mapping[str, Figure]]:
    """Print the ratios."""
    found = measure(11, stock)
    for name, figures in found.items():
        base = figures[PLAIN]
        print(
            f"Decoding one {name} of {len(DOCUMENTS[name].body) / 1000:,.0f} kB, CPU time; json.loads = 1.00 ", end=""
        )
        print(f"({base.median * 1e3:.2f} ms here, spread {base.spread:.0%})")
        for contestant, figure in figures.items():
            print(f"  {contestant:40} {figure.over(base):5.2f}   (spread {figure.spread:.0%})")
    return found


if __name__ == "__main__":
    main()
