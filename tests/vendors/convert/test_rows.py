"""Convert's reports (API v2) as rows: both shapes, both kinds of statistics, days, and shares of traffic."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from abclient.vendors.convert import rows
from abclient_api.convert import models

NOW = datetime(2026, 11, 29, tzinfo=UTC)
EXPERIENCE = models.Experience.from_dict(
    {
        "id": 15,
        "name": "Button",
        "status": "active",
        "project": 7,
        "start_time": 1767225600,
        "primary_goal": 3,
        "goals": [{"id": 3, "name": "Orders"}, 4],
        "variations": [{"id": 1, "traffic_distribution": 70}, {"id": 2, "traffic_distribution": 30}, 5],
        "settings": {
            "primary_metric": "avg_revenue_visitor",
            "stats_engine_processing": {
                "stats_type": "frequentist",
                "confidence": 97,
                "decision_threshold": 90,
                "test_type": "sequential",
                "multiple_comparison_correction": "bonferroni",
            },
        },
    }
)
VARIATIONS = [{"id": 1, "name": "Original", "is_baseline": True}, {"id": 2, "name": "Green", "is_baseline": False}]


def aggregated(methodology: str, *figures: dict[str, Any]) -> models.ExperienceAggregatedReport:
    """A report on one goal, with the figures of a variation each."""
    variations = [{"id": place + 1, "visitors": 1000, **one} for place, one in enumerate(figures)]
    return models.ExperienceAggregatedReport.from_dict(
        {
            "stats_methodology": methodology,
            "variations_data": VARIATIONS,
            "reportData": [{"goal_id": 3, "variations": variations}],
        }
    )


def found(report: Any, **arguments: Any) -> list[Any]:
    return rows.from_report(report, arguments.pop("of", EXPERIENCE), fetched_at=NOW, **arguments)


CONVERSIONS = {
    "conversions": 60,
    "conversion_rate": 6.0,
    "conversion_rate_change": 0.2,
    "conversion_rate_interval": 1.5,
    "confidence": 98.0,
    "statistically_significant": True,
}
METRIC = {
    "metric_type": "conversion_rate",
    "metric_total": 60,
    "metric_value": 0.06,
    "metric_change": 0.2,
    "metric_interval": 0.015,
    "remaining_samples": 400,
    "confidence": 98.0,
    "statistically_significant": True,
}


@pytest.mark.parametrize("shape", [{"conversion_data": CONVERSIONS}, {"metrics": [METRIC]}], ids=["summary", "metrics"])
def test_both_shapes_say_the_same(shape: dict[str, Any]) -> None:
    """Summaries are percentages, metrics are fractions: the row is one."""
    baseline, green = found(aggregated("frequentist", shape, shape))
    assert (green.units, green.conversions, green.mean) == (1000, 60, 0.06)
    assert (green.mean_low, green.mean_high) == (pytest.approx(0.045), pytest.approx(0.075))
    assert (green.difference, green.difference_kind, green.significant, green.verdict) == (
        0.2,
        "relative",
        True,
        "winner",
    )
    assert (green.probability, green.probability_kind, green.threshold) == (0.98, "significance", 0.97)
    assert (green.statistics, green.correction) == ("frequentist-sequential", "bonferroni")
    assert (green.project, green.experiment_id, green.experiment_name, green.status) == ("7", "15", "Button", "running")
    assert (green.metric_id, green.metric_name, green.is_primary) == ("3", "Orders", False)
    assert green.units_remaining == (400 if "metrics" in shape else None)
    assert (baseline.is_baseline, baseline.difference, baseline.verdict) == (True, None, None)


def test_bayesian_figures() -> None:
    """A chance to win from 0 to 100 is a probability, and the threshold is the one of decisions."""
    metric = {"metric_type": "avg_revenue_visitor", "metric_value": 2.5, "metric_total": 2500, "chance_to_win": 91.5}
    revenue = found(aggregated("bayesian", {"metrics": [metric]}, {"metrics": [metric]}), currency="EUR")[1]
    assert (revenue.probability, revenue.probability_kind, revenue.threshold) == (0.915, "is_best", 0.9)
    assert (revenue.value, revenue.mean, revenue.value_unit, revenue.currency) == (2500, 2.5, "currency", "EUR")
    assert (revenue.statistics, revenue.is_primary, revenue.correction) == ("bayesian", True, None)


def test_the_currency_of_the_project() -> None:
    """Where the experience has its project whole; what is passed goes first, and counts have none."""
    project = {"id": 7, "reporting_settings": {"currency_symbol": "kr"}}
    experience = models.Experience.from_dict({**EXPERIENCE.to_dict(), "project": project})
    metrics = [
        {"metric_type": name, "metric_value": 2.5, "metric_total": 25}
        for name in ("avg_revenue_visitor", "avg_products_ordered_visitor", "conversion_rate")
    ]
    report = aggregated("frequentist", {"metrics": metrics})
    assert [row.currency for row in found(report, of=experience)] == ["kr", None, None]
    assert [row.currency for row in found(report, of=experience, currency="SEK")] == ["SEK", None, None]
    assert {row.currency for row in found(report)} == {None}


def test_metrics_without_statistics_keep_their_names() -> None:
    """An average of orders is neither a conversion nor a mean of visitors."""
    metric = {"metric_type": "average_order_value", "metric_value": 41.0, "metric_total": 60}
    row, _ = found(aggregated("frequentist", {"metrics": [metric]}, {"metrics": [metric]}))
    assert (row.metric_kind, row.mean, row.conversions) == ("average_order_value", 41.0, None)
    assert (row.units, row.value, row.value_unit) == (None, 60, "currency")  # its units are orders, not visitors


def test_without_visitors_nothing_is_compared() -> None:
    """Zeros stand in place of figures."""
    report = aggregated(
        "frequentist", {"visitors": 0, "conversion_data": CONVERSIONS}, {"conversion_data": CONVERSIONS}
    )
    assert {row.difference for row in found(report)} == {None}


def test_by_id_alone() -> None:
    """What the experience would say is missing, and goals may be given for their names."""
    report = aggregated("frequentist", {"conversion_data": CONVERSIONS}, {"conversion_data": CONVERSIONS})
    goal = models.Goal(id=3, name="Bought")
    row = found(report, of=15, project=7, goals=[goal], segment="mobile")[1]
    assert (row.experiment_name, row.threshold, row.is_primary, row.statistics) == (None, None, None, "frequentist")
    assert (row.metric_name, row.segment) == ("Bought", "mobile")
    assert (
        row.source
        == "/api/v2/projects/7/experiences/15/aggregated_report#/data/reportData/0/variations/1/conversion_data"
    )


def days(*stats: dict[str, Any]) -> Any:
    return {"variations_data": VARIATIONS, "reportData": {"variations": [{"id": 2, "stats": [*stats]}]}}


@pytest.mark.parametrize(
    ("metric", "kind", "conversions", "value", "mean", "units"),
    [
        ("conversion_rate", "conversion", 5, None, 0.05, 100),
        ("avg_revenue_per_visitor", "revenue", None, 5.0, 4.5, 100),
        ("avg_products_ordered_per_visitor", "products", None, 5.0, 4.5, 100),
        ("average_order_value", "average_order_value", None, 5.0, 4.5, None),
    ],
)
def test_days(metric: str, kind: str, conversions: Any, value: Any, mean: float, units: Any) -> None:
    """Goal and metric come from the request; a day's rate is computed, as its unit is not documented."""
    report = models.ExperienceDailyReport.from_dict(
        days({"timestamp": 1767225600, "value": 4.5, "totals": 5, "visitors": 100}, {"timestamp": 1767312000})
    )
    first, second = rows.from_daily_report(report, EXPERIENCE, goal=3, metric=metric, fetched_at=NOW)
    assert (first.metric_id, first.metric_name, first.metric_kind) == ("3", "Orders", kind)
    assert (first.conversions, first.value, first.mean, first.units) == (conversions, value, mean, units)
    assert (first.period_start, first.period_end) == (
        datetime(2026, 1, 1, tzinfo=UTC),
        datetime(2026, 1, 2, tzinfo=UTC),
    )
    assert first.row_key != second.row_key
    assert (first.variation_name, first.edition) == ("Green", "daily_report")


def test_traffic() -> None:
    """Percent of traffic as a fraction, one row for each day."""
    report = models.ExperienceDailyTrafficAllocationReport.from_dict(days({"timestamp": 1767225600, "value": 62.5}))
    (row,) = rows.from_traffic_allocation(report, EXPERIENCE, fetched_at=NOW)
    assert (row.metric_kind, row.mean, row.units, row.edition) == ("traffic", 0.625, None, "daily_traffic_allocation")


def test_allocation_has_what_is_known() -> None:
    """A variation that is an id has no share to tell."""
    assert rows.allocation(EXPERIENCE) == {"1": 70, "2": 30}


def test_a_bandit_is_not_judged() -> None:
    """Where traffic follows the results, there is no intended split to test and no verdict; figures stay."""
    document = EXPERIENCE.to_dict()
    engine = {**document["settings"]["stats_engine_processing"], "mab_settings": {"strategy": "thompson_sampling"}}
    bandit = models.Experience.from_dict({**document, "settings": {"stats_engine_processing": engine}})
    green = found(aggregated("frequentist", {"metrics": [METRIC]}, {"metrics": [METRIC]}), of=bandit)[1]
    assert (green.significant, green.verdict, green.difference, green.probability) == (None, None, 0.2, 0.98)
    assert rows.allocation(bandit) == {}


def test_what_is_known_of_an_experience_may_be_passed_on() -> None:
    """Its info stays as it is."""
    info = rows.experiment_info(EXPERIENCE)
    assert rows.experiment_info(info) is info
    assert (info.project, info.experiment_id, info.experiment_name, info.status) == ("7", "15", "Button", "running")


def test_malformed_figures_are_named() -> None:
    """With experiment and place."""
    with pytest.raises(ValueError, match=r"convert experiment 15, /data/reportData/0/variations/0/.*: units is -1"):
        found(aggregated("frequentist", {"visitors": -1, "conversion_data": CONVERSIONS}))
