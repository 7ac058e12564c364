"""The figures in a report of Convert's, in terms shared by all vendors.

Reports have one shape in both editions of the API; their models are two, with the same attributes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import MAXYEAR, timedelta
from typing import Any

from ..results._values import as_number, translated

KINDS = {
    "conversion_rate": "conversion",
    "avg_revenue_visitor": "revenue",
    "avg_products_ordered_visitor": "products",
}
"""Metrics of reports, and what they measure for each visitor."""
UNITS: Mapping[str, dict[str, object]] = {
    "revenue": {"value_unit": "currency", "value_scale": 1.0},
    "products": {"value_unit": "count", "value_scale": 1.0},
}
PER_ORDER: Mapping[str, dict[str, object]] = {
    "average_order_value": {"value_unit": "currency", "value_scale": 1.0, "units": None},
    "average_products_per_order": {"value_unit": "count", "value_scale": 1.0, "units": None},
}
"""Metrics whose units are orders, which reports do not count, in place of visitors."""
_DAY = timedelta(days=1)


def has_baseline(goal: Any, variations: Mapping[str, Any]) -> bool:
    """Whether there are visitors to compare others with; zeros are written in place of comparisons with none."""
    bases = [one for one in goal.variations or () if (known := variations.get(str(one.id))) and known.is_baseline]
    return all(as_number(one.visitors) != 0 for one in bases)


def variation(one: Any, known: Any) -> dict[str, object]:
    return {
        "variation_id": one.id,
        "variation_name": known.name if known else None,
        "is_baseline": known.is_baseline if known else None,
    }


def figures(one: Any, methodology: str | None) -> Iterator[tuple[str, dict[str, object]]]:
    """What was measured, and where in the variation's part of the report it is."""
    metrics = {str(metric.metric_type): metric for metric in one.metrics or ()}
    common: dict[str, object] = {"units": one.visitors, "statistics": methodology}
    told: set[str] = set()
    for name, metric_type, data, found in _summaries(one):
        told.add(metric_type)
        metric = metrics.get(metric_type)
        yield name, common | found | _certainty(methodology, data, metric) | _remaining(metric)
    for place, metric in enumerate(one.metrics or ()):
        if str(metric.metric_type) not in told:
            certainty = _certainty(methodology, metric, metric)
            yield f"metrics/{place}", common | _of_metric(metric) | certainty | _remaining(metric)
    for place, day in enumerate(getattr(one, "stats", None) or ()):
        yield f"stats/{place}", of_day(day)


def _summaries(one: Any) -> Iterator[tuple[str, str, Any, dict[str, object]]]:
    """The figures that have a place of their own: where, what metrics call it, the part, and its figures."""
    if (data := one.conversion_data) is not None:
        found: dict[str, object] = {"metric_kind": "conversion", "conversions": data.conversions}
        mean = _mean(data.conversion_rate, data.conversion_rate_interval, 100)
        yield "conversion_data", "conversion_rate", data, found | mean | _change(data.conversion_rate_change)
    if (revenue := one.revenue_data) is not None:
        found = {"metric_kind": "revenue", "value": revenue.total_revenue, **UNITS["revenue"]}
        mean = _mean(revenue.revenue_per_visitor, revenue.revenue_per_visitor_interval)
        yield "revenue_data", "avg_revenue_visitor", revenue, found | mean | _change(revenue.revenue_per_visitor_change)
    if (products := one.products_data) is not None:
        found = {"metric_kind": "products", "value": products.total_products, **UNITS["products"]}
        mean = _mean(products.products_per_visitor, products.products_per_visitor_interval)
        change = _change(products.products_per_visitor_change)
        yield "products_data", "avg_products_ordered_visitor", products, found | mean | change


def _of_metric(metric: Any) -> dict[str, object]:
    kind = translated(metric.metric_type, KINDS)
    return {
        "metric_kind": kind,
        "conversions" if kind == "conversion" else "value": metric.metric_total,
        **_mean(metric.metric_value, metric.metric_interval),
        **_change(metric.metric_change),
        **UNITS.get(str(kind), {}),
        **PER_ORDER.get(str(kind), {}),
    }


def of_day(day: Any) -> dict[str, object]:
    """One day; which metric it is of, the report does not say."""
    return {"units": day.visitors, "value": day.totals, "mean": day.value, **period_of(day)}


def period_of(day: Any) -> dict[str, object]:
    """When a day was, and what tells it from others."""
    period: dict[str, object] = {"apart": day.timestamp}
    if day.timestamp and day.timestamp.year < MAXYEAR:
        period |= {"period_start": day.timestamp, "period_end": day.timestamp + _DAY}
    return period


def _mean(mean: float | None, half_width: float | None, of: int = 1) -> dict[str, object]:
    """A mean and its interval, whose half width the report has, in parts of one."""
    middle, half = as_number(mean), as_number(half_width)
    ends = (
        {} if middle is None or half is None else {"mean_low": (middle - half) / of, "mean_high": (middle + half) / of}
    )
    return {"mean": None if middle is None else middle / of, **ends}


def _change(change: float | None) -> dict[str, object]:
    return {} if change is None else {"difference": change, "difference_kind": "relative"}


def _certainty(methodology: str | None, data: Any, metric: Any) -> dict[str, object]:
    """The vendor's flag, and a probability as a fraction: both kinds are in percent."""
    flag = data.statistically_significant
    if flag is None and metric:
        flag = metric.statistically_significant
    chance = as_number(metric.chance_to_win) if metric else None
    if methodology != "frequentist" and chance is not None:
        return {"significant": flag, "probability": chance / 100, "probability_kind": "is_best"}
    percent = as_number(data.confidence)
    if methodology == "bayesian" or percent is None:
        return {"significant": flag}
    return {"significant": flag, "probability": percent / 100, "probability_kind": "significance"}


def _remaining(metric: Any) -> dict[str, object]:
    """How many visitors are missing to the planned sample, which v1 does not say."""
    return {"units_remaining": getattr(metric, "remaining_samples", None)}
