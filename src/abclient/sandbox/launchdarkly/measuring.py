"""The metrics of the sandbox's project, and measuring them from a seed."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from ..statistics import Arm, measure_mean, measure_share


@dataclass(frozen=True)
class Metric:
    """A metric and what its values are like.

    Attributes:
        key: the metric's key.
        name: the metric's name.
        kind: ``custom``, ``click`` or ``pageview``.
        mean: what a treatment without effect has per unit.
        spread: the standard deviation per unit of a numeric metric; None for a conversion metric.
    """

    key: str
    name: str
    kind: str
    mean: float
    spread: float | None = None


METRICS = (
    Metric("purchase-completed", "Purchase completed", "custom", 0.034),
    Metric("add-to-cart-click", "Add to cart", "click", 0.112),
    Metric("order-confirmation-view", "Order confirmation seen", "pageview", 0.031),
    Metric("sign-up-completed", "Sign-up completed", "custom", 0.058),
    Metric("pricing-page-view", "Pricing page seen", "pageview", 0.21),
    Metric("trial-button-click", "Trial button", "click", 0.047),
    Metric("newsletter-subscribed", "Newsletter subscribed", "custom", 0.019),
    Metric("search-result-click", "Search result", "click", 0.38),
    Metric("returned-within-7-days", "Returned within 7 days", "custom", 0.26),
    Metric("revenue-per-user", "Revenue per user", "custom", 4.9, 21.0),
    Metric("items-per-order", "Items per order", "custom", 2.4, 1.7),
    Metric("minutes-on-site", "Minutes on site", "custom", 6.8, 7.5),
    Metric("metric-key-123abc", "The documentation's example metric", "custom", 0.08),
)
BY_KEY = {metric.key: metric for metric in METRICS}


def effects(rng: Random, treatments: int) -> list[float]:
    """True relative effects of treatments, of which the first is the baseline: many do little, some do a lot."""
    return [0.0, *(rng.gauss(0.01, 0.05) for _ in range(treatments - 1))]


def measure(rng: Random, metric: Metric, units: int, effect: float) -> Arm:
    """Measure a metric for a treatment with a true relative effect."""
    mean = metric.mean * (1 + effect)
    if metric.spread is None:
        return measure_share(rng, units, mean)
    return measure_mean(rng, units, mean, metric.spread)
