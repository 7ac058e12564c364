"""Convert's reports as rows. v1 documents no shape of them; what is read here is that of v2's reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, timedelta
from typing import TYPE_CHECKING, Unpack
from urllib.parse import quote

from ...results._row import ExperimentInfo, ResultRow, RowContext, Rows, as_info, as_number, status_of, translated
from .vendor import VENDOR

if TYPE_CHECKING:
    from abclient_api.convert import models

_KINDS = {
    "conversion_rate": "conversion",
    "avg_revenue_visitor": "revenue",
    "avg_products_ordered_visitor": "products",
}
_DAY = timedelta(days=1)


def experiment_info(
    experience: models.Experience | ExperimentInfo | str, *, project: str | None = None
) -> ExperimentInfo:
    """The experience, or the id of one, in words that all vendors share."""
    if isinstance(experience, ExperimentInfo):
        return experience
    if isinstance(experience, str):
        return ExperimentInfo(vendor=VENDOR.name, project=project, experiment_id=experience)
    return as_info(
        vendor=VENDOR.name,
        project=project,
        experiment_id=experience.id,
        experiment_name=experience.name,
        status=status_of(experience.status),
        start=experience.start_time,
        end=experience.end_time,
    )


def allocation(experience: models.Experience) -> dict[str, float]:
    """The share of the traffic that each variation should get, by its id."""
    shares: dict[str, float] = {}
    for place in experience.variations or ():
        variation = place.variation
        share = as_number(place.percentage if place.percentage is not None or not variation else variation.percentage)
        if variation and variation.id and share is not None:
            shares[variation.id] = share
    return shares


def from_report(
    answer: models.Report,
    experience: models.Experience | ExperimentInfo | str,
    *,
    project: str | None = None,
    goals: Iterable[models.Goal] = (),
    **context: Unpack[RowContext],
) -> list[ResultRow]:
    """A row for each goal, variation and figure (conversions, revenue, products); of a daily report, for each day.

    Args:
        answer: the report.
        experience: the experience; or its id, and then rows have no name, status and times.
        project: the project's id.
        goals: the goals as they were loaded, for their names; an experience holds the names of its own.
        **context: what the response does not say about itself.

    Raises:
        ValueError: a figure is malformed; the error names experience and field.
    """
    info = experiment_info(experience, project=project)
    path = "/".join(quote(part or "", safe="") for part in (info.project, info.experiment_id))
    rows = Rows(info, f"/api/v1/reports/{path}", context)
    # Ids are text in v1, but v2, whose shape this is, writes numbers.
    names = {str(goal.id): goal.name for goal in [*(getattr(experience, "goals", None) or ()), *goals]}
    variations = {str(one.id): one for one in answer.variations_data or ()}
    for place, goal in enumerate(answer.report_data or ()):
        metric: dict[str, object] = {"metric_id": goal.goal_id, "metric_name": names.get(str(goal.goal_id))}
        for step, one in enumerate(goal.variations or ()):
            variation = _variation(one, variations.get(str(one.id)))
            for where, figures in _figures(one, answer.stats_methodology):
                rows.add(f"/reportData/{place}/variations/{step}/{where}", **metric, **variation, **figures)
    return rows.found


def _variation(one: models.VariationReport, known: models.ReportVariation | None) -> dict[str, object]:
    return {
        "variation_id": one.id,
        "variation_name": known.name if known else None,
        "is_baseline": known.is_baseline if known else None,
    }


def _figures(one: models.VariationReport, methodology: str | None) -> Iterator[tuple[str, dict[str, object]]]:
    """What was measured, and where in the variation's part of the report it is."""
    metrics = {str(metric.metric_type): metric for metric in one.metrics or ()}
    common: dict[str, object] = {"units": one.visitors, "statistics": methodology}
    told: set[str] = set()
    for name, metric_type, confidence, found in _summaries(one):
        told.add(metric_type)
        yield name, common | found | _probability(methodology, confidence, metrics.get(metric_type))
    for place, metric in enumerate(one.metrics or ()):
        if str(metric.metric_type) not in told:
            probability = _probability(methodology, metric.confidence, metric)
            yield f"metrics/{place}", common | _of_metric(metric) | probability
    for place, day in enumerate(one.stats or ()):
        yield f"stats/{place}", _of_day(day)


def _summaries(one: models.VariationReport) -> Iterator[tuple[str, str, float | None, dict[str, object]]]:
    """The figures that have a place of their own: where, what metrics call it, the confidence, and the figures."""
    if (data := one.conversion_data) is not None:
        rate = as_number(data.conversion_rate)
        yield (
            "conversion_data",
            "conversion_rate",
            data.confidence,
            {
                "metric_kind": "conversion",
                "conversions": data.conversions,
                "mean": None if rate is None else rate / 100,
                **_change(data.conversion_rate_change),
            },
        )
    if (revenue := one.revenue_data) is not None:
        yield (
            "revenue_data",
            "avg_revenue_visitor",
            revenue.confidence,
            {
                "metric_kind": "revenue",
                "value": revenue.total_revenue,
                "mean": revenue.revenue_per_visitor,
                **_change(revenue.revenue_per_visitor_change),
            },
        )
    if (products := one.products_data) is not None:
        yield (
            "products_data",
            "avg_products_ordered_visitor",
            products.confidence,
            {
                "metric_kind": "products",
                "value": products.total_products,
                "mean": products.products_per_visitor,
                **_change(products.products_per_visitor_change),
            },
        )


def _of_metric(metric: models.ReportMetric) -> dict[str, object]:
    kind = translated(metric.metric_type, _KINDS)
    return {
        "metric_kind": kind,
        "conversions" if kind == "conversion" else "value": metric.metric_total,
        "mean": metric.metric_value,
        **_change(metric.metric_change),
    }


def _of_day(day: models.DailyFigure) -> dict[str, object]:
    """One day; which metric it is of, the report does not say."""
    period: dict[str, object] = {}
    if day.timestamp and day.timestamp.year < MAXYEAR:
        period = {"start": day.timestamp, "end": day.timestamp + _DAY}
    return {"units": day.visitors, "value": day.totals, "mean": day.value, **period}


def _change(change: float | None) -> dict[str, object]:
    return {} if change is None else {"difference": change, "difference_kind": "relative"}


def _probability(
    methodology: str | None, confidence: float | None, metric: models.ReportMetric | None
) -> dict[str, object]:
    """A probability as a fraction: in Bayesian reports the chance to win, else the confidence, both in percent."""
    chance = as_number(metric.chance_to_win) if metric else None
    if methodology != "frequentist" and chance is not None:
        return {"probability": chance / 100, "probability_kind": "beats_baseline"}
    percent = as_number(confidence)
    if methodology == "bayesian" or percent is None:
        return {}
    return {"probability": percent / 100, "probability_kind": "significance"}
