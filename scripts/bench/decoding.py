"""What decoding costs, as ratios to ``json.loads`` of the same bytes: CPU time, medians of interleaved rounds."""

from __future__ import annotations

import gc
import importlib
import json
import sys
import tempfile
from collections.abc import Callable, Generator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import documents_launchdarkly
import documents_optimizely
import orjson
import pydantic_launchdarkly
import pydantic_optimizely
from attrs import frozen
from build_speedups import imported_as, install
from measuring import Figure, interleaved

from abclient_api._runtime import Response, read
from abclient_api.launchdarkly.models.experiment_bayesian_results_rep import ExperimentBayesianResultsRep
from abclient_api.launchdarkly.models.experiment_collection_rep import ExperimentCollectionRep
from abclient_api.optimizely.models.experiment import Experiment
from abclient_api.optimizely.models.experiment_results import ExperimentResults

PLAIN = "json.loads"
PLAIN_FAST = "orjson.loads"
TYPED = "abclient, without orjson"
TYPED_FAST = "abclient"
SELDOM = "the same, with gc.set_threshold(50_000)"
IN_C = "abclient with abclient-speedups"
PYDANTIC = "pydantic v2"
STOCK = "openapi-python-client"
OURS_BACK = "to_dict, abclient"
STOCK_BACK = "to_dict, openapi-python-client"
STOCK_PACKAGES = {"launchdarkly": "stock_client", "optimizely": "stock_optimizely"}


@frozen
class Document:
    """What is decoded.

    Attributes:
        body: the bytes.
        ours: the generated model.
        pydantic: reads the same with pydantic.
        repeat: how many times one round decodes it.
        many: whether it is a list of models.
    """

    body: bytes
    ours: Any
    pydantic: Callable[[bytes], object]
    repeat: int = 1
    many: bool = False

    def reading(self, model: Any) -> Callable[[Any], Any]:
        """What makes a model, or a list of them, of the JSON."""
        one: Callable[[Any], Any] = model.from_dict
        return (lambda rows: [one(row) for row in rows]) if self.many else one

    def writing(self, made: Any) -> Callable[[], object]:
        """What makes JSON of that again."""
        return (lambda: [one.to_dict() for one in made]) if self.many else made.to_dict

    @property
    def stock(self) -> Any:
        """The model as openapi-python-client makes it."""
        return self._model(STOCK_PACKAGES[self.ours.__module__.split(".")[1]])

    def within(self, package: ModuleType) -> Any:
        """The model in another copy of the generated packages."""
        return self._model(f"{package.__name__}.{self.ours.__module__.split('.')[1]}")

    def _model(self, package: str) -> Any:
        module = self.ours.__module__.rpartition(".")[2]
        return getattr(importlib.import_module(f"{package}.models.{module}"), self.ours.__name__)


DOCUMENTS = {
    "LaunchDarkly's list": Document(
        documents_launchdarkly.experiments(650),
        ExperimentCollectionRep,
        pydantic_launchdarkly.Experiments.model_validate_json,
    ),
    "LaunchDarkly's result": Document(
        documents_launchdarkly.results(9),
        ExperimentBayesianResultsRep,
        pydantic_launchdarkly.Results.model_validate_json,
        40,
    ),
    "Optimizely's list": Document(
        documents_optimizely.experiments(1000), Experiment, pydantic_optimizely.Experiments.validate_json, many=True
    ),
    "Optimizely's result": Document(
        documents_optimizely.results(8, 4), ExperimentResults, pydantic_optimizely.Results.model_validate_json, 40
    ),
}


@frozen
class Packages:
    """What makes objects.

    Attributes:
        in_python: the generated packages.
        in_c: a copy of them whose models are read by abclient-speedups; None where there is no compiler.
        stock: the directory with openapi-python-client's output, if there is.
    """

    in_python: ModuleType
    in_c: ModuleType | None
    stock: str | None


@contextmanager
def packages(stock: str | None) -> Generator[Packages]:
    """All of them, whether abclient-speedups is installed or not."""
    with ExitStack() as stack:
        directory = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        in_python, in_c = stack.enter_context(imported_as("read_in_python", None)), None
        try:
            in_c = stack.enter_context(imported_as("read_in_c", install(directory)))
        except RuntimeError as error:
            print(f"without {IN_C}: {error}", file=sys.stderr)
        yield Packages(in_python, in_c, stock)


def contestants(document: Document, made_by: Packages) -> dict[str, Callable[[], object]]:
    """What is compared for a document."""
    body, reading, stock = document.body, document.reading(document.within(made_by.in_python)), made_by.stock

    def typed(loads: Callable[[bytes], Any], reading: Callable[[Any], Any] = reading) -> Callable[[], object]:
        return lambda: read(Response(200, (), body, loads), "answer", reading)

    compared: dict[str, Callable[[], object]] = {
        PLAIN: lambda: json.loads(body),
        PLAIN_FAST: lambda: orjson.loads(body),
        TYPED: typed(json.loads),
        TYPED_FAST: typed(orjson.loads),
        SELDOM: _collecting_seldom(typed(orjson.loads)),
    }
    if made_by.in_c is not None:
        compared[IN_C] = typed(orjson.loads, document.reading(document.within(made_by.in_c)))
    compared[PYDANTIC] = lambda: document.pydantic(body)
    if stock is not None:
        if stock not in sys.path:
            sys.path.insert(0, stock)
        theirs = document.reading(document.stock)
        compared |= {
            STOCK: lambda: theirs(json.loads(body)),
            OURS_BACK: document.writing(reading(json.loads(body))),
            STOCK_BACK: document.writing(theirs(json.loads(body))),
        }
    return compared


def _collecting_seldom(run: Callable[[], object]) -> Callable[[], object]:
    def relaxed() -> object:
        usual = gc.get_threshold()
        gc.set_threshold(50_000)
        try:
            return run()
        finally:
            gc.set_threshold(*usual)

    return relaxed


def measure(rounds: int, stock: str | None = None) -> dict[str, Mapping[str, Figure]]:
    """CPU seconds for each document and contestant."""
    with packages(stock) as made_by:
        return {
            name: interleaved(contestants(document, made_by), rounds, document.repeat)
            for name, document in DOCUMENTS.items()
        }


def main(stock: str | None = None) -> dict[str, Mapping[str, Figure]]:
    """Print the ratios."""
    found = measure(31, stock)
    for name, figures in found.items():
        base = figures[PLAIN]
        print(f"Decoding {name} of {len(DOCUMENTS[name].body) / 1000:,.0f} kB, CPU time; json.loads = 1.00 ", end="")
        print(f"({base.median * 1e3:.2f} ms here, spread {base.spread:.0%})")
        for contestant, figure in figures.items():
            print(f"  {contestant:40} {figure.over(base):5.2f}   (spread {figure.spread:.0%})")
    return found


if __name__ == "__main__":
    main()
