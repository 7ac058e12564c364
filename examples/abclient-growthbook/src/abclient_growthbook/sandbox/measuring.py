"""The metrics of the sandbox, and what experiments measure of them, from a seed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random
from statistics import NormalDist
from typing import Any

from abclient.sandbox.statistics import Arm, chi_square_p, generator, measure_mean, measure_share, split_units
from abclient.sandbox.world import Document, World

_STANDARD = NormalDist()
_LEVEL = 0.95


@dataclass(frozen=True)
class Measured:
    """A metric, and what its values are like.

    Attributes:
        id: its id; those of fact metrics begin with ``fact__``.
        name: its name.
        type: the vendor's word for what is measured.
        mean: what a variation without effect has per unit.
        spread: the standard deviation per unit; None for a share of units.
        less_is_better: whether a decrease is wanted.
    """

    id: str
    name: str
    type: str
    mean: float
    spread: float | None = None
    less_is_better: bool = False

    @property
    def is_fact_metric(self) -> bool:
        """Whether it is one over fact tables."""
        return self.id.startswith("fact__")


METRICS = (
    Measured("met_purchase", "Purchase", "binomial", 0.034),
    Measured("met_signup", "Sign-up", "binomial", 0.058),
    Measured("met_revenue", "Revenue per user", "revenue", 4.9, 21.0),
    Measured("met_pages", "Pages per user", "count", 6.2, 4.1),
    Measured("met_wait", "Seconds until the first page", "duration", 2.3, 1.1, less_is_better=True),
    Measured("fact__cart", "Added to cart", "proportion", 0.112),
    Measured("fact__bounce", "Left at once", "proportion", 0.41, less_is_better=True),
    Measured("fact__items", "Items per user", "mean", 1.4, 1.9),
    Measured("fact__order", "Value of an order", "ratio", 61.0, 38.0),
    Measured("fact__return", "Returned within 7 days", "retention", 0.26),
)
BY_ID = {metric.id: metric for metric in METRICS}


def results_of(world: World, experiment: Document, metric: Measured, phase: int) -> list[dict[str, Any]]:
    """The figures of a metric, by variation."""
    seed = (world.seed, "growthbook", experiment["id"], phase)
    units = units_of(world, experiment, phase)
    rng = generator(*seed, metric.id)
    effects = [0.0, *(rng.gauss(0.01, 0.05) for _ in units[1:])]
    arms = [_measure(rng, metric, count, effect) for count, effect in zip(units, effects, strict=True)]
    engine = experiment["settings"]["statsEngine"]
    return [
        {
            "variationId": variation["variationId"],
            "variationName": variation["name"],
            "users": arm.units,
            "analyses": [_analysis(metric, engine, arm, None if place == 0 else arms[0])],
        }
        for place, (variation, arm) in enumerate(zip(experiment["variations"], arms, strict=True))
    ]


def units_of(world: World, experiment: Document, phase: int) -> list[int]:
    """How many units each variation has; the split is the same for all metrics."""
    weights = [share["weight"] for share in experiment["phases"][phase]["trafficSplit"]]
    skewed = [weight * (1 - experiment["_skew"] * (place > 0)) for place, weight in enumerate(weights)]
    rng = generator(world.seed, "growthbook", experiment["id"], phase, "units")
    return split_units(rng, experiment["_units"][phase], skewed)


def split_p_value(units: list[int], weights: list[float]) -> float:
    """The p-value of the test whether units were divided as intended."""
    total, whole = sum(units), math.fsum(weights)
    if not total or not whole:
        return 1.0
    expected = [total * weight / whole for weight in weights]
    statistic = math.fsum((n - e) ** 2 / e for n, e in zip(units, expected, strict=True) if e)
    return chi_square_p(statistic, len(units) - 1)


def _measure(rng: Random, metric: Measured, units: int, effect: float) -> Arm:
    mean = metric.mean * (1 + effect)
    if not units:
        return Arm(0, 0.0, 0.0, share=metric.spread is None)
    if metric.spread is None:
        return measure_share(rng, units, mean)
    return measure_mean(rng, units, mean, metric.spread)


def _analysis(metric: Measured, engine: str, arm: Arm, baseline: Arm | None) -> dict[str, Any]:
    """Figures; what was not computed is 0, as the vendor writes it."""
    spread = math.sqrt(arm.mean * (1 - arm.mean)) if metric.spread is None else metric.spread
    # Of a ratio the denominator is a number of orders, which is smaller than that of units.
    denominator = round(arm.units * 0.2) if metric.type == "ratio" else arm.units
    total = arm.mean * denominator
    found = {
        "engine": engine,
        "numerator": round(total) if metric.spread is None or metric.type == "count" else round(total, 2),
        "denominator": denominator,
        "mean": arm.mean,
        "stddev": round(spread, 6) if arm.units else 0,
        **dict.fromkeys(("percentChange", "ciLow", "ciHigh", "pValue", "risk", "chanceToBeatControl"), 0),
    }
    if baseline is None or not baseline.mean or not arm.units:
        return found
    interval = arm.relative_to(baseline, _LEVEL)
    change = arm.mean / baseline.mean - 1
    error = (interval.upper - interval.lower) / 2 / _STANDARD.inv_cdf((1 + _LEVEL) / 2)
    found |= {"percentChange": change, "ciLow": interval.lower, "ciHigh": interval.upper}
    if engine == "frequentist":
        return found | {"pValue": math.erfc(abs(change) / error / math.sqrt(2))}
    chance = _STANDARD.cdf(change / error)
    better = 1 - chance if metric.less_is_better else chance
    return found | {"chanceToBeatControl": better, "risk": round((1 - better) * abs(change), 6)}
