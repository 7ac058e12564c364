"""Convert's reports as rows. v1 documents no shape of them; what is read here is that of v2's reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import MAXYEAR, timedelta
from typing import TYPE_CHECKING, Any, TypeAlias, Unpack
from urllib.parse import quote

from ...results._row import ExperimentInfo, ResultRow, RowContext
from ...results._rows import Rows
from ...results._values import as_info, as_number, status_of, translated
from .vendor import VENDOR

if TYPE_CHECKING:
    from abclient_api.convert_v1 import models

    _Data: TypeAlias = models.ConversionData | models.RevenueData | models.ProductsData | models.ReportMetric

_KINDS = {
    "conversion_rate": "conversion",
    "avg_revenue_visitor": "revenue",
    "avg_products_ordered_visitor": "products",
}
_UNITS: Mapping[str, dict[str, object]] = {
    "revenue": {"value_unit": "currency", "value_scale": 1.0},
    "products": {"value_unit": "count", "value_scale": 1.0},
}
_DAY = timedelta(days=1)


def experiment_info(
    experience: models.Experience | ExperimentInfo | str, *, project: str | None = None
) -> ExperimentInfo:
    """The experience, or the id of one, in terms shared by all vendors."""
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
        started_at=experience.start_time,
        ended_at=experience.end_time,
    )


def allocation(experience: models.Experience) -> dict[str, float]:
    """The intended share of traffic of each variation, by its id."""
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
    primary_goal: str | None = None,
    **context: Unpack[RowContext],
) -> list[ResultRow]:
    """A row for each goal, variation and figure (conversions, revenue, products); of a daily report, for each day.

    Args:
        answer: the report.
        experience: the experience; or its id, and then rows have no name, status and times.
        project: the project's id.
        goals: the goals as they were loaded, for their names; an experience holds the names of its own.
        primary_goal: the id of the goal that decides, which v1 says only of experiences that have one goal.
        **context: what the response does not say about itself.

    Raises:
        ValueError: a figure is malformed; the error names experience and field.
    """
    info = experiment_info(experience, project=project)
    path = "/".join(quote(part or "", safe="") for part in (info.project, info.experiment_id))
    bayesian = answer.stats_methodology == "bayesian"
    level = None if bayesian else as_number(getattr(experience, "confidence", None))
    common = {"edition": "report", "threshold": None if level is None else level / 100}
    rows = Rows(info, f"/api/v1/reports/{path}", context, **common)
    own: list[Any] = getattr(experience, "goals", None) or []
    primary = primary_goal or (own[0].id if len(own) == 1 else None)
    # Ids are text in v1, but v2, whose shape this is, writes numbers.
    names = {str(goal.id): goal.name for goal in [*own, *goals]}
    variations = {str(one.id): one for one in answer.variations_data or ()}
    for place, goal in enumerate(answer.report_data or ()):
        metric: dict[str, object] = {"metric_id": goal.goal_id, "metric_name": names.get(str(goal.goal_id))}
        comparable = _has_baseline(goal, variations)
        for step, one in enumerate(goal.variations or ()):
            variation = _variation(one, variations.get(str(one.id)))
            for where, figures in _figures(one, answer.stats_methodology):
                decides = str(goal.goal_id) == str(primary) and figures.get("metric_kind") == "conversion"
                rows.add(
                    f"/reportData/{place}/variations/{step}/{where}",
                    wanted="increase",  # as there is no way to tell the vendor otherwise
                    comparable=comparable,
                    **metric,
                    **variation,
                    **figures,
                    is_primary=None if primary is None else decides,
                )
    rows.name_winners()
    return rows.found


def _has_baseline(goal: models.GoalReport, variations: Mapping[str, models.ReportVariation]) -> bool:
    """Whether there are visitors to compare others with; zeros are written in place of comparisons with none."""
    bases = [one for one in goal.variations or () if (known := variations.get(str(one.id))) and known.is_baseline]
    return all(as_number(one.visitors) != 0 for one in bases)


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
    for name, metric_type, data, found in _summaries(one):
        told.add(metric_type)
        yield name, common | found | _certainty(methodology, data, metrics.get(metric_type))
    for place, metric in enumerate(one.metrics or ()):
        if str(metric.metric_type) not in told:
            yield f"metrics/{place}", common | _of_metric(metric) | _certainty(methodology, metric, metric)
    for place, day in enumerate(one.stats or ()):
        yield f"stats/{place}", _of_day(day)


def _summaries(one: models.VariationReport) -> Iterator[tuple[str, str, _Data, dict[str, object]]]:
    """The figures that have a place of their own: where, what metrics call it, the part, and its figures."""
    if (data := one.conversion_data) is not None:
        found: dict[str, object] = {"metric_kind": "conversion", "conversions": data.conversions}
        mean = _mean(data.conversion_rate, data.conversion_rate_interval, 100)
        yield "conversion_data", "conversion_rate", data, found | mean | _change(data.conversion_rate_change)
    if (revenue := one.revenue_data) is not None:
        found = {"metric_kind": "revenue", "value": revenue.total_revenue, **_UNITS["revenue"]}
        mean = _mean(revenue.revenue_per_visitor, revenue.revenue_per_visitor_interval)
        yield "revenue_data", "avg_revenue_visitor", revenue, found | mean | _change(revenue.revenue_per_visitor_change)
    if (products := one.products_data) is not None:
        found = {"metric_kind": "products", "value": products.total_products, **_UNITS["products"]}
        mean = _mean(products.products_per_visitor, products.products_per_visitor_interval)
        change = _change(products.products_per_visitor_change)
        yield "products_data", "avg_products_ordered_visitor", products, found | mean | change


def _of_metric(metric: models.ReportMetric) -> dict[str, object]:
    kind = translated(metric.metric_type, _KINDS)
    return {
        "metric_kind": kind,
        "conversions" if kind == "conversion" else "value": metric.metric_total,
        **_mean(metric.metric_value, metric.metric_interval),
        **_change(metric.metric_change),
        **_UNITS.get(str(kind), {}),
    }


def _of_day(day: models.DailyFigure) -> dict[str, object]:
    """One day; which metric it is of, the report does not say."""
    period: dict[str, object] = {}
    if day.timestamp and day.timestamp.year < MAXYEAR:
        period = {"period_start": day.timestamp, "period_end": day.timestamp + _DAY}
    return {"units": day.visitors, "value": day.totals, "mean": day.value, "apart": day.timestamp, **period}


def _mean(mean: float | None, half_width: float | None, of: int = 1) -> dict[str, object]:
    """A mean and its interval, whose half width the report has, in parts of one."""
    middle, half = as_number(mean), as_number(half_width)
    ends = (
        {} if middle is None or half is None else {"mean_low": (middle - half) / of, "mean_high": (middle + half) / of}
    )
    return {"mean": None if middle is None else middle / of, **ends}


def _change(change: float | None) -> dict[str, object]:
    return {} if change is None else {"difference": change, "difference_kind": "relative"}


def _certainty(methodology: str | None, data: _Data, metric: models.ReportMetric | None) -> dict[str, object]:
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
