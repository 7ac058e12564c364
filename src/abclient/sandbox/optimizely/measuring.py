"""What experiments measured: drawn from the seed, and the same however often and in which form it is asked for."""

from __future__ import annotations

from random import Random

from ..counting import Tally
from ..statistics import generator, measure_mean, split_units, successes
from ..vendor import RefusedError
from ..world import Document, World
from . import store

UNAVAILABLE = 2**63 - 1
"""What the vendor says when it cannot tell how many visitors are missing."""

_SHARES = frozenset({"unique", "bounce", "exit", "ratio"})
_SAMPLES_PER_VISITOR = {"visitor": 1.0, "session": 1.4, "event": 2.3}


def measured_visitors(rng: Random) -> int:
    """How many visitors an experiment has."""
    return round(10 ** rng.uniform(3.2, 5))


def visit(world: World, identifier: str, count: int) -> None:
    """Add visitors to a running experiment."""
    experiment = store.find(world, "experiment", identifier)
    if experiment["status"] != "running":
        raise RefusedError(400, f"The experiment {identifier} does not run")
    experiment["_visitors"] += count
    store.keep(world, "experiment", experiment)


def visitors(world: World, experiment: Document, segment: str = "") -> list[int]:
    """How many visitors every variation had; of a segment, if one is given."""
    rng = generator(world.seed, experiment["id"], "visitors", segment)
    total = experiment["_visitors"]
    if segment:
        total = successes(rng, total, generator(world.seed, segment).uniform(0.08, 0.45))
    weights = [0 if one["archived"] else one["weight"] for one in experiment["variations"]]
    return split_units(rng, total, weights) if weights else []


def tallies(world: World, experiment: Document, metric: Document, segment: str = "") -> list[Tally]:
    """What every variation measured of a metric over the whole time."""
    key = metric_key(metric)
    effects = generator(world.seed, experiment["id"], *key)
    noise = generator(world.seed, experiment["id"], *key, segment)
    per_visitor = _SAMPLES_PER_VISITOR[metric["scope"]]
    base, spread = _profile(world, metric)
    counted: list[Tally] = []
    for place, units in enumerate(visitors(world, experiment, segment)):
        mean = base * (1 + (effects.gauss(0.01, 0.06) if place else 0.0))
        samples = round(units * per_visitor)
        if spread is None:
            value = successes(noise, samples, mean)
        else:
            value = round(measure_mean(noise, samples, mean, spread).mean * samples) if samples else 0
        counted.append(Tally(samples, value, spread))
    return counted


def metric_key(metric: Document) -> list[str]:
    """What tells a metric from others."""
    return [str(metric.get(name)) for name in ("event_id", "aggregator", "field", "scope")]


def _profile(world: World, metric: Document) -> tuple[float, float | None]:
    """The rate of an event without effect and, for totals, the standard deviation: the same wherever it is used."""
    rng = generator(world.seed, "event", metric.get("event_id"))
    rate = 10 ** rng.uniform(-1.9, -0.4)
    if metric["aggregator"] in _SHARES:
        return rate, None
    # Revenue is counted in cents.
    mean = rate * (4_900 if metric.get("field") == "revenue" else 2.6)
    return mean, mean * rng.uniform(1.5, 4)
