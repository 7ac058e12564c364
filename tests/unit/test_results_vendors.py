"""Each vendor's answers as rows: the payloads of their documentation, and tables of what else they may hold."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from abclient.results import ExperimentInfo, ResultRow
from abclient.vendors.convert_v1 import rows as convert
from abclient.vendors.launchdarkly import rows as launchdarkly
from abclient.vendors.optimizely import rows as optimizely
from abclient.vendors.optimizely_classic import rows as optimizely_classic
from abclient_api.convert_v1 import models as convert_models
from abclient_api.launchdarkly import models as launchdarkly_models
from abclient_api.optimizely import models as optimizely_models
from abclient_api.optimizely_classic import models as classic_models
from support.rows import NOW, shown

VENDORS = Path(__file__).parents[1] / "vendors"
COUNTED = ("variation_id", "is_baseline", "units", "conversions", "value", "mean")
COMPARED = ("difference", "difference_low", "difference_high", "difference_kind", "probability", "probability_kind")
NOT_COMPARED = (None,) * len(COMPARED)


def payloads(vendor: str) -> dict[str, Any]:
    return dict(json.loads((VENDORS / vendor / "payloads.json").read_text("utf-8")))


# ---------------------------------------------------------------------------------------------- Optimizely Classic

CLASSIC = payloads("optimizely_classic")
CLASSIC_EXPERIMENT = classic_models.Experiment.from_dict(
    {
        "id": 15,
        "project_id": 9,
        "description": "Home page",
        "status": "Running",
        "last_modified": "2014-07-26T00:00:00Z",
    }
)
REVENUE = {"variation_id": "2", "goal_id": 1, "baseline_id": "1", "is_revenue": True, "visitors": 10, "conversions": 3}


def classic_results(*documents: dict[str, Any], experiment: Any = 15) -> list[ResultRow]:
    answer = [classic_models.Result.from_dict(document) for document in documents]
    return optimizely_classic.from_results(answer, experiment, fetched_at=NOW)


def classic_stats(*documents: dict[str, Any]) -> list[ResultRow]:
    answer = [classic_models.Stat.from_dict(document) for document in documents]
    return optimizely_classic.from_stats(answer, 15, fetched_at=NOW)


def test_classic_results_as_documented() -> None:
    """The documentation's rows: a relative improvement and a chance to beat the baseline, and a baseline without."""
    variation, baseline = classic_results(*CLASSIC["getExperimentResults"]["response"], experiment=CLASSIC_EXPERIMENT)
    assert shown(variation, *COUNTED) == ("925781903", False, 853, 204, None, 0.239)
    assert shown(variation, *COMPARED) == (0.014, None, None, "relative", 0.631, "beats_baseline")
    assert shown(baseline, *COUNTED) == ("924521605", True, 841, 189, None, 0.225)
    assert shown(baseline, *COMPARED) == NOT_COMPARED
    assert shown(variation, "vendor", "project", "environment", "experiment_id", "experiment_name", "status") == (
        *("optimizely_classic", "9", None, "15", "Home page", "running"),
    )
    assert shown(variation, "metric_id", "metric_name", "metric_kind", "variation_name", "statistics") == (
        *("820360058", "Engagement", "conversion", "My Variation", "frequentist-fixed"),
    )
    assert shown(variation, "period_start", "period_end") == (
        datetime(2014, 7, 25, 20, 30, tzinfo=UTC),
        datetime(2014, 7, 25, 20, 38, 9, tzinfo=UTC),
    )
    assert variation.source == "/experiment/v1/experiments/15/results#/0"


def test_classic_stats_as_documented() -> None:
    """The documentation's rows: an absolute difference with its interval, and a significance."""
    variation, baseline, _ = classic_stats(*CLASSIC["getExperimentStats"]["response"])
    assert shown(variation, *COMPARED) == (0.014, 0.008, 0.02, "absolute", 0.631, "significance")
    assert shown(baseline, *COMPARED) == NOT_COMPARED
    assert baseline.source == "/experiment/v1/experiments/15/stats#/1"
    assert shown(baseline, "project", "experiment_name", "status") == (None, None, None)


@pytest.mark.parametrize(
    ("document", "names", "values"),
    [
        (
            {**REVENUE, "revenue": 50, "revenue_per_visitor": 5.0},
            (*COUNTED[2:], "metric_kind"),
            (10, 3, 50, 5, "revenue"),
        ),
        ({**REVENUE, "is_revenue": None, "revenue": 50}, ("metric_kind", "value"), ("revenue", 50)),
        ({**REVENUE, "is_revenue": None}, ("metric_kind", "value", "mean"), ("conversion", None, None)),
        ({**REVENUE, "difference": 0.5}, ("difference", "difference_kind"), (0.5, "absolute")),
        ({**REVENUE, "difference": 0.5, "improvement": 0.1}, ("difference", "difference_kind"), (0.1, "relative")),
        ({"variation_id": "2_3", "goal_id": 1}, ("variation_id", "is_baseline", "units"), ("2_3", None, None)),
        ({**REVENUE, "variation_id": 2, "baseline_id": 2}, ("variation_id", "is_baseline"), ("2", True)),
    ],
)
def test_classic_results_of_other_shapes(document: dict[str, Any], names: Any, values: Any) -> None:
    """Revenue goals, multivariate tests and rows that lack something."""
    whose = ExperimentInfo(vendor="optimizely_classic", experiment_id="15", project="9")
    (row,) = classic_results(document, experiment=whose)
    assert shown(row, *names) == values
    assert row.project == "9"


def test_classic_stats_without_a_difference() -> None:
    """The relative improvement stands in for it, without an interval that would belong to something else."""
    (row,) = classic_stats({**REVENUE, "improvement": 0.1, "difference_confidence_interval_min": 0.0})
    assert shown(row, *COMPARED) == (0.1, None, None, "relative", None, None)


DECIDED = ("is_primary", "direction", "significant", "verdict", "threshold", "units_remaining")
CALLED = ("significant", "verdict", "units_remaining")


@pytest.mark.parametrize(
    ("status", "significant", "verdict"),
    [
        ("winner", True, "winner"),
        ("loser", True, "loser"),
        ("inconclusive", False, "inconclusive"),
        ("baseline", None, None),
        ("odd", None, "odd"),
        (None, None, None),
    ],
)
def test_classic_verdicts(status: str | None, significant: bool | None, verdict: str | None) -> None:
    """The status is the verdict, of both kinds of results."""
    for (row,) in (classic_results({**REVENUE, "status": status}), classic_stats({**REVENUE, "status": status})):
        assert shown(row, "significant", "verdict") == (significant, verdict)
        assert shown(row, "value_unit", "value_scale", "is_primary") == ("currency", 1.0, None)


def test_classic_statistics() -> None:
    """Which test it is, what its figures are about, what decides, and how many visitors are still needed."""
    primary = classic_models.Experiment.from_dict({"id": 15, "primary_goal_id": 1})
    tested, other = classic_results(
        {**REVENUE, "confidence": 0.9}, {**REVENUE, "goal_id": 2, "is_revenue": False}, experiment=primary
    )
    names = ("statistics", "alternative", "correction", "interval_kind", "edition")
    assert shown(tested, "is_primary", *names) == (True, "frequentist-fixed", "larger", None, None, "results")
    assert shown(other, "is_primary", "alternative", "value_unit") == (False, None, None)
    ends = {"difference": 0.5, "difference_confidence_interval_min": 0.1, "difference_confidence_interval_max": 0.9}
    (stat,) = classic_stats({**REVENUE, **ends, "statistical_significance": 0.9, "visitors_until_significance": 7})
    assert shown(stat, *names) == ("frequentist-sequential", "two-sided", "vendor", "absolute", "stats")
    assert stat.units_remaining == 7
    (later,) = classic_stats({**REVENUE, "visitors_until_statistically_significant": 2**63 - 1})
    assert later.units_remaining is None


def test_classic_allocation() -> None:
    """Weights by id, without paused variations; combinations of a multivariate test have none."""
    weights = [{"id": 1, "weight": 6000}, {"id": 2, "weight": 4000}, {"id": 3, "weight": 100, "is_paused": True}]
    variations = [classic_models.Variation.from_dict(document) for document in [*weights, {"id": 4, "weight": None}]]
    assert optimizely_classic.allocation(variations) == {"1": 6000, "2": 4000}
    section = classic_models.Variation.from_dict({"id": 5, "weight": 1, "section_id": 6})
    assert optimizely_classic.allocation([*variations, section]) == {}


# ------------------------------------------------------------------------------------------------------ Optimizely

V2 = payloads("optimizely")
V2_EXPERIMENT = optimizely_models.Experiment.from_dict(
    {
        "id": 22025281356,
        "project_id": 7,
        "name": "Swatches",
        "status": "concluded",
        "earliest": "2022-09-30T00:00:00Z",
        "latest": "2022-10-06T00:00:00Z",
        "last_modified": "2022-10-07T00:00:00Z",
        "variations": [{"variation_id": 22011971374, "key": "v1", "weight": 5000}, {"variation_id": 1, "weight": 5000}],
    }
)


def v2_results(document: dict[str, Any], experiment: Any = None) -> list[ResultRow]:
    answer = optimizely_models.ExperimentResults.from_dict(document)
    return optimizely.from_results(answer, experiment, fetched_at=NOW, segment="device=mobile", source="a.json")


def v2_metric(variation: dict[str, Any], **metric: Any) -> dict[str, Any]:
    return {"experiment_id": 1, "metrics": [{"results": {"5": variation}, **metric}]}


def test_v2_results_as_documented() -> None:
    """The tutorial's row: its key names the variation, 0 is kept as 0, and a rate that is left out stays missing."""
    (row,) = v2_results(V2["get_experiment_results"][0]["response"])
    assert shown(row, *COUNTED) == ("10831751478", True, 0, 0, None, None)
    assert shown(row, "experiment_id", "metric_id", "metric_name", "metric_kind") == (
        *("10834392320", "123456789", "FS event_updated", "conversion"),
    )
    assert shown(row, "segment", "source") == ("device=mobile", "a.json#/metrics/0/results/10831751478")


def test_v2_results_as_published() -> None:
    """A recorded answer of 2022: lift with its interval and significance; the baseline has none."""
    document = V2["published"]["get_experiment_results"][1]["response"]
    variation, baseline = v2_results(document, V2_EXPERIMENT)
    assert shown(variation, *COUNTED) == ("22011971374", False, 487, 474, None, 0.973305954825462)
    assert shown(variation, *COMPARED) == (
        *(-0.004295790983993908, -0.03317974684625742, 0.026561198626426138, "relative", 0.0, "significance"),
    )
    assert shown(baseline, *COMPARED) == NOT_COMPARED
    assert shown(baseline, "project", "experiment_name", "status", "period_start", "period_end") == (
        *("7", "Swatches", "ended", datetime(2022, 9, 30, 18, tzinfo=UTC), datetime(2022, 10, 5, 18, tzinfo=UTC)),
    )


def test_v2_results_of_2016() -> None:
    """The names of that time are understood: metric_id, event_name, measure, unit, variation_results."""
    (row,) = v2_results(V2["published"]["get_experiment_results"][0]["response"])
    assert shown(row, "metric_id", "metric_name", "metric_kind") == ("string", "string", "conversion per session")
    assert shown(row, *COUNTED) == ("9000", True, None, 0, None, 0.0)
    assert row.source == "a.json#/metrics/0/variation_results/9000"


def test_v2_campaign_results_as_published() -> None:
    """The campaign stands for the experiment, and the answer's own key for the variation."""
    answer = optimizely_models.CampaignResults.from_dict(V2["published"]["get_campaign_results"][0]["response"])
    campaign = optimizely_models.Campaign.from_dict(
        {"id": 3, "name": "Spring", "status": "running", "latest": "2024-01-01"}
    )
    (row,) = optimizely.from_campaign_results(answer, campaign, fetched_at=NOW)
    assert shown(row, "experiment_id", "experiment_name", "variation_id") == ("3", "Spring", "campaign")
    assert row.source == "/v2/campaigns/3/results#/metrics/0/results/campaign"


@pytest.mark.parametrize(
    ("metric", "kind", "field"),
    [
        ({"aggregator": "unique", "scope": "visitor"}, "conversion", "conversions"),
        ({"aggregator": "count", "scope": "event"}, "count per event", "conversions"),
        ({"aggregator": "sum", "field": "revenue", "scope": "visitor"}, "revenue", "value"),
        ({"aggregator": "sum", "field": "value", "scope": "session"}, "value per session", "value"),
        ({"aggregator": "sum"}, "value", "value"),
        ({"aggregator": "bounce", "scope": "session"}, "bounce per session", "conversions"),
        ({"aggregator": "ratio", "scope": "visitor"}, "ratio", "value"),
        ({"aggregator": "median"}, "median", "value"),
        ({"measure": "impressions", "unit": "visitor"}, "count", "conversions"),
        ({"measure": "revenue", "unit": "visitor"}, "revenue", "value"),
        ({"scope": "session"}, None, "value"),
    ],
)
def test_v2_metric_kinds(metric: dict[str, Any], kind: str | None, field: str) -> None:
    """What is counted is conversions, what is summed is a value, and units that are not visitors are said."""
    (row,) = v2_results(v2_metric({"value": 3}, **metric))
    assert row.metric_kind == kind
    value = 0.03 if kind == "revenue" else 3  # which is in cents
    assert (row.conversions, row.value) == ((3, None) if field == "conversions" else (None, value))


@pytest.mark.parametrize(
    ("lift", "config", "expected"),
    [
        ({"value": 0.1, "significance": 0.9}, {}, (0.1, None, None, "relative", 0.9, "significance")),
        ({"value": 0.1}, {"difference_type": "absolute"}, (0.1, None, None, "absolute", None, None)),
        ({"confidence_interval": [-1, 1]}, {}, (None, -1, 1, None, None, None)),
        ({"confidence_interval": [1]}, {}, NOT_COMPARED),
        ({}, {}, NOT_COMPARED),
    ],
)
def test_v2_lifts(lift: dict[str, Any], config: dict[str, Any], expected: tuple[Any, ...]) -> None:
    """Absolute or relative as the answer says, and only what is there."""
    (row,) = v2_results(v2_metric({"lift": lift}) | {"stats_config": config})
    assert shown(row, *COMPARED) == expected


SURE = {"is_significant": True, "lift_status": "better", "visitors_remaining": 3}
VERDICTS: list[tuple[dict[str, Any], Any, tuple[Any, ...]]] = [
    (SURE, {"winner": "5"}, (True, "winner", 3)),
    (SURE, {"winner": "6"}, (True, "better", 3)),
    (SURE, {}, (True, "better", 3)),
    (SURE, None, (True, "winner", 3)),
    ({**SURE, "lift_status": "worse"}, None, (True, "worse", 3)),
    ({**SURE, "lift_status": "worse"}, {"loser": "5", "winner": ""}, (True, "loser", 3)),
    ({**SURE, "lift_status": "equal"}, {}, (True, None, 3)),
    ({"is_significant": False, "lift_status": "better"}, None, (False, "inconclusive", None)),
    ({"visitors_remaining": 2**63 - 1}, {}, (None, None, None)),
]


@pytest.mark.parametrize(("lift", "conclusion", "expected"), VERDICTS)
def test_v2_verdicts(lift: dict[str, Any], conclusion: Any, expected: tuple[Any, ...]) -> None:
    """The conclusion names winner and loser; where there is no conclusion, the best of the better ones wins."""
    document = v2_metric({"lift": lift}, conclusion=conclusion)
    (row,) = v2_results(document)
    assert shown(row, *CALLED) == expected
    bandit = optimizely_models.Experiment.from_dict({"id": 1, "type": "multiarmed_bandit"})
    (moved,) = v2_results(document, bandit)
    assert shown(moved, *CALLED) == (None, None, None)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ({}, (None, None)),
        ({"confidence_threshold": 0.9}, (0.9, 0.9)),
        ({"stats_config": {"confidence_level": 0.8}}, (0.8, 0.8)),
        ({"confidence_threshold": 0.9, "stats_config": {"confidence_level": 0.8}}, (0.9, 0.8)),
    ],
)
def test_v2_levels(answer: dict[str, Any], expected: tuple[Any, Any]) -> None:
    """The threshold, and the level of the interval, each by its own field first."""
    (row,) = v2_results(v2_metric({"lift": {"confidence_interval": [-1, 1]}}) | answer)
    assert shown(row, "threshold", "interval_level") == expected
    assert row.interval_kind == "relative"


def test_v2_metrics_decide() -> None:
    """The first one, or in answers of 2016 the one that ranks first; the direction is the one that wins."""
    words = ("increasing", "decreasing", None)
    metrics: list[dict[str, Any]] = [{"winning_direction": word, "results": {"5": {}}} for word in words]
    rows = v2_results({"experiment_id": 1, "metrics": metrics})
    assert [shown(row, "is_primary", "direction") for row in rows] == [
        (True, "increase"),
        (False, "decrease"),
        (False, None),
    ]
    ranked: list[dict[str, Any]] = [
        {"priority": rank, "unit": "visitor", "variation_results": {"5": {}}} for rank in (2, 1)
    ]
    old = v2_results({"experiment_id": 1, "metrics": ranked})
    assert [shown(row, "is_primary", "edition") for row in old] == [
        (False, "results of 2016"),
        (True, "results of 2016"),
    ]
    for odd in ([{**ranked[0], "priority": None}], [ranked[0], {**ranked[0], "priority": None}]):
        assert {row.is_primary for row in v2_results({"experiment_id": 1, "metrics": odd})} == {None}


def test_v2_variance_as_published() -> None:
    """The recorded answer shows what it is: that of a conversion, not that of the rate."""
    for row in v2_results(V2["published"]["get_experiment_results"][1]["response"], V2_EXPERIMENT):
        assert row.mean is not None
        assert row.variance == pytest.approx(row.mean * (1 - row.mean))
        assert shown(row, "is_primary", "direction", "threshold", "statistics") == (True, "increase", 0.9, None)


def test_v2_metrics_that_differ_in_a_filter_have_keys_of_their_own() -> None:
    """Whatever their order: two metrics of one event, one of them for some of its properties only."""
    plain: dict[str, Any] = {"event_id": 7, "aggregator": "unique", "results": {"5": {}}}
    filtered: dict[str, Any] = {**plain, "event_properties": {"filter": {"combine_operator": "and", "conditions": []}}}
    late = {**plain, "time_window": "PT1H"}
    parts = {**plain, "metrics": [{"event_id": 8}]}
    keys = [row.row_key for row in v2_results({"experiment_id": 1, "metrics": [plain, filtered, late, parts]})]
    back = [row.row_key for row in v2_results({"experiment_id": 1, "metrics": [parts, late, filtered, plain]})]
    assert len(set(keys)) == 4
    assert keys == back[::-1]


def test_v2_time_series() -> None:
    """A row for each point, which ends the period; names come from the experiment where the answer has none."""
    points = [{"time": f"2022-10-0{day}T00:00:00Z", "samples": 10 * day, "value": day} for day in (1, 2)]
    document = {
        "start_time": "2022-09-30T18:00:00Z",
        "metrics": [{"aggregator": "unique", "results": {"22011971374": {"timeseries": points}, "1": {}}}],
    }
    answer = optimizely_models.ExperimentTimeseries.from_dict(document)
    rows = optimizely.from_timeseries(answer, V2_EXPERIMENT, fetched_at=NOW)
    assert [shown(row, "variation_name", "units", "conversions", "period_end") for row in rows] == [
        ("v1", 10, 1, datetime(2022, 10, 1, tzinfo=UTC)),
        ("v1", 20, 2, datetime(2022, 10, 2, tzinfo=UTC)),
    ]
    assert len({row.result_key for row in rows}) == 2
    assert {shown(row, "edition", "is_primary", "verdict") for row in rows} == {("timeseries", True, None)}
    assert rows[1].source == "/v2/experiments/22025281356/timeseries#/metrics/0/results/22011971374/timeseries/1"


def test_v2_answers_that_do_not_say_whose_they_are() -> None:
    """The caller has to; an ``ExperimentInfo`` made by hand does."""
    document = {"metrics": [{"results": {"a/b": {"name": "B"}}}]}
    with pytest.raises(ValueError, match="experiment_id is missing; give the experiment"):
        v2_results(document)
    (row,) = v2_results(document, ExperimentInfo(vendor="optimizely", experiment_id="12", project="3"))
    assert shown(row, "project", "experiment_id", "variation_id") == ("3", "12", "a/b")
    assert row.source == "a.json#/metrics/0/results/a~1b"


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ({}, {"1": 7000, "2": 3000}),
        ({"allocation_policy": "manual", "type": "a/b"}, {"1": 7000, "2": 3000}),
        ({"allocation_policy": "stats_accelerator"}, {}),
        ({"type": "multiarmed_bandit"}, {}),
    ],
)
def test_v2_allocation(document: dict[str, Any], expected: dict[str, float]) -> None:
    """Weights by id of those that get traffic, unless it moves by itself."""
    variations: list[dict[str, Any]] = [
        {"variation_id": 1, "weight": 7000, "status": "active"},
        {"variation_id": 2, "weight": 3000},
        {"variation_id": 3, "weight": 100, "archived": True},
        {"variation_id": 4, "weight": 100, "status": "archived"},
        {"variation_id": 5, "weight": 100, "status": "paused", "archived": False},
    ]
    experiment = optimizely_models.Experiment.from_dict({"id": 1, "variations": variations, **document})
    assert optimizely.allocation(experiment) == expected


# --------------------------------------------------------------------------------------------------------- Convert

EXPERIENCE = convert_models.Experience.from_dict(
    {
        "id": "e 1",
        "name": "Checkout",
        "experience_status": "completed",
        "start_time": 1714514400,
        "end_time": 1717158600,
        "goals": [{"id": "12", "name": "Orders"}],
        "variations": [
            {"variation": {"id": "1"}, "percentage": 70},
            {"variation": {"id": "2", "percentage": 30}},
            {"variation": {"id": "3"}},
            {"percentage": 5},
        ],
    }
)
VARIATIONS = [{"id": 1, "name": "Original", "is_baseline": True}, {"id": 2, "name": "Green", "is_baseline": False}]


def report(*variations: dict[str, Any], methodology: str | None = "frequentist", **arguments: Any) -> list[ResultRow]:
    document = {
        "stats_methodology": methodology,
        "variations_data": VARIATIONS,
        "reportData": [{"goal_id": 12, "variations": list(variations)}],
    }
    answer = convert_models.Report.from_dict(document)
    return convert.from_report(answer, arguments.pop("of", EXPERIENCE), project="p", fetched_at=NOW, **arguments)


def test_convert_summaries() -> None:
    """Percent become fractions; conversions, revenue and products are rows of their own; names come by id."""
    conversion = {"conversions": 71, "conversion_rate": 7.5, "conversion_rate_change": 0.4, "confidence": 93}
    revenue = {
        "total_revenue": 420.5,
        "revenue_per_visitor": 0.42,
        "revenue_per_visitor_change": -0.1,
        "confidence": 12,
    }
    products = {"total_products": 99, "products_per_visitor": 0.1}
    rows = report(
        {"id": "1", "visitors": 1000, "conversion_data": conversion},
        {
            "id": 2,
            "visitors": "1010",
            "conversion_data": conversion,
            "revenue_data": revenue,
            "products_data": products,
        },
    )
    assert [shown(row, "metric_kind", *COUNTED) for row in rows] == [
        ("conversion", "1", True, 1000, 71, None, 0.075),
        ("conversion", "2", False, 1010, 71, None, 0.075),
        ("revenue", "2", False, 1010, None, 420.5, 0.42),
        ("products", "2", False, 1010, None, 99, 0.1),
    ]
    assert [shown(row, *COMPARED) for row in rows] == [
        NOT_COMPARED,
        (0.4, None, None, "relative", 0.93, "significance"),
        (-0.1, None, None, "relative", 0.12, "significance"),
        NOT_COMPARED,
    ]
    assert shown(rows[0], "experiment_name", "status", "metric_name", "variation_name") == (
        *("Checkout", "ended", "Orders", "Original"),
    )
    assert shown(rows[0], "period_start", "period_end") == (
        datetime(2024, 4, 30, 22, tzinfo=UTC),
        datetime(2024, 5, 31, 12, 30, tzinfo=UTC),
    )
    assert rows[2].source == "/api/v1/reports/p/e%201#/reportData/0/variations/1/revenue_data"


@pytest.mark.parametrize(
    ("methodology", "figures", "expected"),
    [
        ("frequentist", {"confidence": 90}, (0.9, "significance")),
        ("frequentist", {"confidence": 90, "chance_to_win": 80}, (0.9, "significance")),
        ("bayesian", {"confidence": 90, "chance_to_win": 80}, (0.8, "is_best")),
        ("bayesian", {"confidence": 90}, (None, None)),
        (None, {"confidence": 90}, (0.9, "significance")),
        (None, {"chance_to_win": 80}, (0.8, "is_best")),
        (None, {}, (None, None)),
    ],
)
def test_convert_probabilities(methodology: str | None, figures: dict[str, Any], expected: tuple[Any, Any]) -> None:
    """What a figure means depends on the statistics; both are percent in the report."""
    metric = {
        "metric_type": "conversion_rate",
        "metric_total": 71,
        "metric_value": 0.07,
        "metric_change": 0.4,
        **figures,
    }
    (alone,) = report({"id": 2, "visitors": 9, "metrics": [metric]}, methodology=methodology)
    assert shown(alone, "probability", "probability_kind") == expected
    assert shown(alone, *COUNTED[2:], "metric_kind", "statistics") == (9, 71, None, 0.07, "conversion", methodology)
    confidence = {key: value for key, value in figures.items() if key == "confidence"}
    (both,) = report({"id": 2, "conversion_data": confidence, "metrics": [metric]}, methodology=methodology)
    assert shown(both, "probability", "probability_kind") == expected


def test_convert_other_metrics_and_days() -> None:
    """A metric without a place of its own keeps the vendor's word; a day is a period of its own."""
    metric = {"metric_type": "average_order_value", "metric_total": 5, "metric_value": 2.5}
    day = {"timestamp": 1714514400, "value": 0.5, "totals": 5, "visitors": 10}
    first, second, third = report({"id": 9, "metrics": [metric], "stats": [day, {"value": 1}]})
    assert shown(first, "metric_kind", "value", "mean", "variation_name") == ("average_order_value", 5, 2.5, None)
    assert shown(second, "units", "value", "mean", "metric_kind") == (10, 5, 0.5, None)
    assert shown(second, "period_start", "period_end") == (
        datetime(2024, 4, 30, 22, tzinfo=UTC),
        datetime(2024, 5, 1, 22, tzinfo=UTC),
    )
    assert third.period_start == EXPERIENCE.start_time


def test_convert_intervals() -> None:
    """They are of the means, half of the width on either side; a mean without width has none."""
    rows = report(
        {
            "id": 2,
            "visitors": 9,
            "conversion_data": {"conversion_rate": 7.5, "conversion_rate_interval": 0.5},
            "revenue_data": {"revenue_per_visitor": 4, "revenue_per_visitor_interval": 1},
            "products_data": {"products_per_visitor": 4},
            "metrics": [{"metric_type": "average_order_value", "metric_value": 3, "metric_interval": 2}],
        }
    )
    assert [shown(row, "mean_low", "mean_high", "value_unit") for row in rows] == [
        (0.07, 0.08, None),
        (3, 5, "currency"),
        (None, None, "count"),
        (1, 5, "currency"),
    ]
    assert {row.interval_level for row in rows} == {None}


@pytest.mark.parametrize(
    ("flag", "of_metric", "change", "expected"),
    [
        (True, None, 0.1, (True, "winner")),
        (True, False, -0.1, (True, "worse")),
        (None, True, 0.1, (True, "winner")),
        (False, True, 0.1, (False, "inconclusive")),
        (None, None, 0.1, (None, None)),
    ],
)
def test_convert_verdicts(flag: Any, of_metric: Any, change: float, expected: tuple[Any, Any]) -> None:
    """The flag says nothing of the direction; more is better, and the best of the better ones wins."""
    metric = {"metric_type": "conversion_rate", "statistically_significant": of_metric}
    data = {"conversion_rate_change": change, "statistically_significant": flag, "confidence": 97}
    (row,) = report({"id": 2, "visitors": 9, "conversion_data": data, "metrics": [metric]})
    assert shown(row, "significant", "verdict") == expected


def test_convert_compares_with_nothing() -> None:
    """Zeros that stand where the baseline has no visitors are no figures."""
    data = {"conversion_rate": 5, "conversion_rate_change": 0, "statistically_significant": False, "confidence": 0}
    rows = report(*({"id": key, "visitors": count, "conversion_data": data} for key, count in ((1, 0), (2, 9))))
    assert [shown(row, "mean", "significant", "verdict", *COMPARED) for row in rows] == [
        (None, None, None, *NOT_COMPARED),
        (0.05, None, None, *NOT_COMPARED),
    ]


@pytest.mark.parametrize(
    ("goals", "given", "expected"),
    [(["12"], None, [True, False]), (["12", "9"], None, [None, None]), (["12", "9"], "12", [True, False])],
)
def test_convert_goals_decide(goals: list[str], given: str | None, expected: list[Any]) -> None:
    """By their conversions: the only goal, or the one that the caller names."""
    document = {"id": "1", "confidence": 95, "goals": [{"id": key} for key in goals]}
    of = convert_models.Experience.from_dict(document)
    rows = report({"id": 2, "conversion_data": {}, "revenue_data": {}}, of=of, primary_goal=given)
    assert [row.is_primary for row in rows] == expected
    assert {row.threshold for row in rows} == {0.95}
    assert {row.threshold for row in report({"id": 2, "conversion_data": {}}, of=of, methodology="bayesian")} == {None}


def test_convert_by_id_alone() -> None:
    """Without the experience rows have no name; goals can be handed in."""
    goal = convert_models.Goal.from_dict({"goal_id": "12", "goal_name": "Orders"})
    (row,) = report({"id": 2, "conversion_data": {}}, of="77", goals=[goal])
    assert shown(row, "project", "experiment_id", "experiment_name", "metric_name") == ("p", "77", None, "Orders")
    assert (
        convert.from_report(convert_models.Report.from_dict({}), convert.experiment_info(EXPERIENCE), fetched_at=NOW)
        == []
    )


def test_convert_allocation() -> None:
    """The share stands beside the variation or in it."""
    assert convert.allocation(EXPERIENCE) == {"1": 70, "2": 30}


# ---------------------------------------------------------------------------------------------------- LaunchDarkly


def experiment(**changes: Any) -> launchdarkly_models.Experiment:
    iteration = {
        "status": "running",
        "startedAt": 1656000000000,
        "primaryMetric": {"key": "orders", "name": "Orders", "kind": "click"},
        "secondaryMetrics": [{"key": "speed", "name": "Speed", "kind": "custom"}, {"key": "odd"}],
        "treatments": [
            {"_id": "t1", "baseline": True, "allocationPercent": "10"},
            {"_id": "t2", "allocationPercent": "90"},
            {"_id": "t3"},
        ],
    }
    document = {"key": "exp 1", "name": "Checkout", "currentIteration": iteration, **changes}
    return launchdarkly_models.Experiment.from_dict(document)


BAYESIAN = launchdarkly_models.ExperimentBayesianResultsRep.from_dict(
    {
        "treatmentResults": [
            {"treatmentId": "t1", "treatmentName": "Control", "mean": 0.2, "pBest": 0.1, "units": 1000},
            {
                "treatmentId": "t2",
                "treatmentName": "New",
                "mean": 0.25,
                "pBest": 0.9,
                "units": 9000,
                "relativeDifferences": [
                    {"fromTreatmentId": "t3", "lower": 5, "upper": 6},
                    {"fromTreatmentId": "t1", "lower": 0.1, "upper": 0.4},
                ],
            },
            {"treatmentId": "t3"},
        ],
        "metricSeen": {"ever": True, "timestamp": 1657129307},
        "probabilityOfMismatch": 0.01,
    }
)


def bayesian(of: Any, metric: str = "orders") -> list[ResultRow]:
    return launchdarkly.from_results(BAYESIAN, of, metric, project="p", environment="e/f", fetched_at=NOW)


def test_launchdarkly_results() -> None:
    """The chance to be best is the baseline's too; a difference is from the baseline, its middle from the means."""
    control, new, silent = bayesian(experiment())
    assert shown(control, *COUNTED) == ("t1", True, 1000, None, None, 0.2)
    assert shown(control, *COMPARED) == (None, None, None, None, 0.1, "is_best")
    assert shown(new, *COUNTED) == ("t2", False, 9000, None, None, 0.25)
    assert shown(new, *COMPARED) == (pytest.approx(0.25), 0.1, 0.4, "relative", 0.9, "is_best")
    assert shown(silent, *COUNTED, *COMPARED) == ("t3", False, *(None,) * 10)
    assert shown(new, "project", "environment", "experiment_id", "status", "statistics") == (
        *("p", "e/f", "exp 1", "running", "bayesian"),
    )
    assert shown(new, "metric_id", "metric_name", "metric_kind") == ("orders", "Orders", "conversion")
    assert shown(new, "period_start", "period_end") == (
        datetime(2022, 6, 23, 16, tzinfo=UTC),
        datetime(2022, 7, 6, 17, 41, 47, tzinfo=UTC),
    )
    assert new.source == (
        "/api/v2/projects/p/environments/e%2Ff/experiments/exp%201/metrics/orders/results#/treatmentResults/1"
    )


@pytest.mark.parametrize(
    ("metric", "expected"), [("speed", ("Speed", "custom")), ("odd", (None, None)), ("other", (None, None))]
)
def test_launchdarkly_metrics(metric: str, expected: tuple[Any, Any]) -> None:
    """Names and kinds come from the experiment, as far as it was loaded with its metrics."""
    assert shown(bayesian(experiment(), metric)[0], "metric_name", "metric_kind") == expected


@pytest.mark.parametrize(
    "of", ["exp 1", ExperimentInfo(vendor="launchdarkly", experiment_id="exp 1"), experiment(currentIteration=None)]
)
def test_launchdarkly_without_treatments(of: Any) -> None:
    """Nobody says which treatment is the baseline, so rows say so too, and have no difference."""
    rows = bayesian(of)
    assert {row.is_baseline for row in rows} == {None}
    assert {row.difference_kind for row in rows} == {None}
    assert rows[1].units == 9000
    assert launchdarkly.allocation(experiment(currentIteration=None)) == {}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"currentIteration": {"status": "stopped", "endedAt": 1657000000000}}, "ended"),
        ({"archivedDate": 1657000000000}, "archived"),
        ({"currentIteration": None}, "not_started"),
        ({"currentIteration": {}}, None),
    ],
)
def test_launchdarkly_statuses(changes: dict[str, Any], expected: str | None) -> None:
    """An archived experiment is archived whatever its iteration says."""
    assert launchdarkly.experiment_info(experiment(**changes)).status == expected


def treatments(*given: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"treatmentId": f"t{number}", **figures} for number, figures in enumerate(given, 1)]


def from_answer(document: dict[str, Any], of: Any = None, metric: str = "orders", **context: Any) -> list[ResultRow]:
    answer = launchdarkly_models.ExperimentBayesianResultsRep.from_dict(document)
    return launchdarkly.from_results(answer, of or experiment(), metric, fetched_at=NOW, **context)


TWO = treatments(
    {"mean": 0.2, "units": 10},
    {"mean": 0.3, "units": 20, "relativeDifferences": [{"fromTreatmentId": "t1", "lower": 0.1}]},
)
CANADA = {"attribute": "country", "attributeValue": "Canada", "treatmentResults": TWO}
EVERYBODY = {"treatmentResults": TWO}


@pytest.mark.parametrize(
    ("document", "segments"),
    [
        ({"results": [CANADA]}, ["country=Canada"]),
        ({"treatmentResults": TWO, "results": [CANADA]}, [None, "country=Canada"]),
        ({"treatmentResults": TWO, "results": [EVERYBODY]}, [None]),
        ({"treatmentResults": [], "results": [EVERYBODY, CANADA]}, [None, "country=Canada"]),
        ({"results": [{**CANADA, "attributeValue": None}]}, ["country="]),
        ({"results": [{**CANADA, "attribute": None}]}, ["=Canada"]),
        ({"results": [{**CANADA, "attributeValue": ""}, {"attribute": "plan"}]}, ["country="]),
        ({"treatmentResults": []}, []),
        ({}, []),
    ],
)
def test_launchdarkly_slices(document: dict[str, Any], segments: list[str | None]) -> None:
    """A row for each treatment in each slice; everybody's figures once, wherever they stand."""
    rows = from_answer(document)
    assert [row.segment for row in rows] == [segment for segment in segments for _ in TWO]
    assert {row.difference_low for row in rows if not row.is_baseline} <= {0.1}
    assert all(row.difference == pytest.approx(0.5) for row in rows if not row.is_baseline)


def test_launchdarkly_slices_say_where_they_are() -> None:
    """The pointer leads into the slice; a segment that was asked for stands in front of the slice's."""
    rows = from_answer({"results": [EVERYBODY, CANADA]}, segment="mobile", source="x.json")
    assert [(row.segment, row.source) for row in rows] == [
        ("mobile", "x.json#/results/0/treatmentResults/0"),
        ("mobile", "x.json#/results/0/treatmentResults/1"),
        ("mobile, country=Canada", "x.json#/results/1/treatmentResults/0"),
        ("mobile, country=Canada", "x.json#/results/1/treatmentResults/1"),
    ]


PERCENTILES = treatments(
    {"percentileValue": 400.0, "percentileInterval": {"lower": 390.0, "upper": 410.0}},
    {"percentileValue": 300.0, "relativeDifferences": [{"fromTreatmentId": "t1", "lower": -0.3, "upper": -0.2}]},
)


@pytest.mark.parametrize(
    ("more", "kind"),
    [({"percentile": 95}, "percentile 95"), ({"percentile": 99.9}, "percentile 99.9"), ({}, "percentile")],
)
def test_launchdarkly_percentiles(more: dict[str, Any], kind: str) -> None:
    """They stand where the mean would, under a name of their own, and are compared as means are."""
    one, two = from_answer({"treatmentResults": PERCENTILES, **more})
    assert shown(one, "mean", "metric_kind", "statistics") == (400.0, kind, None)
    assert shown(two, "mean", *COMPARED) == (300.0, -0.25, -0.3, -0.2, "relative", None, None)
    assert from_answer({"results": [{**CANADA, "treatmentResults": PERCENTILES}], **more})[0].metric_kind == kind
    assert from_answer({"treatmentResults": PERCENTILES, **more}, metric="unknown")[0].metric_kind == kind
    assert from_answer({"treatmentResults": TWO, "percentile": 95})[0].metric_kind == "conversion"


FREQUENTIST = treatments(
    {"mean": 0.2, "units": 10},
    {"mean": 0.3, "pValue": 0.5, "relativeDifferences": [{"fromTreatmentId": "t1", "pValue": 0.04}]},
    {"mean": 0.3, "pValue": 0.2},
)


@pytest.mark.parametrize(
    ("methodology", "figures", "expected"),
    [
        ("frequentist", FREQUENTIST, "frequentist"),
        ("frequentist", TWO, "frequentist"),
        ("frequentist", PERCENTILES, "frequentist"),
        ("export_only", TWO, "export_only"),
        ("bayesian", FREQUENTIST, "bayesian"),
        ("bayesian", PERCENTILES, "bayesian"),
        ("mystic", TWO, "mystic"),
        (None, TWO, "bayesian"),
        (None, FREQUENTIST, "frequentist"),
        (None, PERCENTILES, None),
        (None, treatments({"percentileValue": 1.0, "pBest": 0.5}), "bayesian"),
        (None, treatments({"percentileValue": 1.0}, {"mean": 1.0}), "bayesian"),
    ],
)
def test_launchdarkly_statistics(methodology: str | None, figures: Any, expected: str | None) -> None:
    """The experiment's word counts; without one, what the figures are. Nothing is called bayesian that is not."""
    of = experiment(methodology=methodology)
    assert {row.statistics for row in from_answer({"treatmentResults": figures}, of)} == {expected}
    sliced = {"results": [{**CANADA, "treatmentResults": figures}]}
    assert {row.statistics for row in from_answer(sliced, of)} == {expected}
    if methodology is None:
        assert {row.statistics for row in from_answer({"treatmentResults": figures}, "exp 1")} == {expected}


def test_launchdarkly_significance() -> None:
    """A p-value is of the difference from the baseline where the vendor gives that, else the treatment's own."""
    rows = from_answer({"treatmentResults": FREQUENTIST})
    assert [(row.probability, row.probability_kind) for row in rows] == [
        (None, None),
        (pytest.approx(0.96), "significance"),
        (pytest.approx(0.8), "significance"),
    ]


NOT_UNDERSTOOD: list[tuple[dict[str, Any], str]] = [
    ({"results": [{}]}, r"exp 1, /results: there are slices, and no figures"),
    ({"results": [{**CANADA, "treatmentResults": []}]}, r"/results: there are slices, and no figures"),
    (
        {"treatmentResults": treatments({"odds": 2, "lift": 1})},
        r"/treatmentResults/0: no figure is known, only lift, odds",
    ),
    (
        {"results": [{**CANADA, "treatmentResults": treatments({"odds": 2})}]},
        r"/results/0/treatmentResults/0: no figure",
    ),
    ({"treatmentResults": treatments({"percentileValue": "many"})}, r"/treatmentResults/0: mean is 'many'"),
    ({"treatmentResults": treatments({"mean": 1, "pValue": {}})}, r"not a number"),
]


@pytest.mark.parametrize(("document", "message"), NOT_UNDERSTOOD)
def test_launchdarkly_results_that_are_not_understood(document: dict[str, Any], message: str) -> None:
    """Figures of an unknown kind are an error that names them; no rows would look as if there were none."""
    with pytest.raises(ValueError, match=message):
        from_answer(document, experiment(currentIteration=None))


LATER: list[tuple[dict[str, Any], tuple[Any, Any]]] = [
    ({"primarySingleMetric": {"key": "m", "name": "M", "kind": "click"}}, ("M", "conversion")),
    ({"metrics": [{"key": "m", "name": "M", "kind": "custom"}]}, ("M", "custom")),
    ({"primaryFunnel": {"key": "f", "metrics": [{"key": "m", "name": "M", "kind": "pageview"}]}}, ("M", "conversion")),
    ({"metrics": [{"key": "g", "isGroup": True, "metrics": [{"key": "m", "name": "M"}]}]}, ("M", None)),
]


@pytest.mark.parametrize(("iteration", "expected"), LATER)
def test_launchdarkly_metrics_of_later_editions(iteration: dict[str, Any], expected: tuple[Any, Any]) -> None:
    """Names and kinds are found wherever an edition of the vendor's document has the metrics."""
    of = experiment(currentIteration=iteration)
    row = from_answer({"treatmentResults": TWO}, of, "m")[0]
    assert shown(row, "metric_name", "metric_kind") == expected


EARLIER = launchdarkly_models.IterationRep.from_dict(
    {
        "_id": "i/1",
        "status": "stopped",
        "startedAt": 1640995200000,
        "endedAt": 1641081600000,
        "primaryMetric": {"key": "orders", "name": "Orders of old", "kind": "click"},
        "treatments": [{"_id": "t1", "allocationPercent": "40"}, {"_id": "t3", "baseline": True}],
    }
)


@pytest.mark.parametrize(("of", "name"), [(experiment(), "Checkout"), ("exp 1", None)])
def test_launchdarkly_results_of_an_earlier_iteration(of: Any, name: str | None) -> None:
    """Times, status, baseline and metric are the iteration's that the answer is about, not the current one's."""
    where: Any = {"project": "p", "environment": "e", "iteration": EARLIER}
    _, new, third = launchdarkly.from_results(BAYESIAN, of, "orders", **where, fetched_at=NOW)
    assert shown(new, "experiment_id", "experiment_name", "status", "metric_name") == (
        *("exp 1", name, "ended", "Orders of old"),
    )
    assert shown(new, "period_start", "period_end") == (
        datetime(2022, 1, 1, tzinfo=UTC),
        datetime(2022, 1, 2, tzinfo=UTC),
    )
    assert shown(new, "is_baseline", "difference_low", "difference_high") == (False, 5, 6)
    assert third.is_baseline
    assert new.source is not None
    assert new.source.endswith("/metrics/orders/results?iterationId=i%2F1#/treatmentResults/1")
    assert launchdarkly.allocation(experiment(), EARLIER) == {"t1": 40}


def test_launchdarkly_allocation() -> None:
    """Shares are numbers written as text; a treatment without one has none."""
    assert launchdarkly.allocation(experiment()) == {"t1": 10, "t2": 90}


def test_launchdarkly_decides_by_the_chance_to_be_best() -> None:
    """Above the threshold, which is 90 % unless the experiment says otherwise, the highest chance wins."""
    iteration = {
        "_id": "i1",
        "primarySingleMetric": {"key": "orders", "kind": "click"},
        "treatments": [{"_id": "t1", "baseline": True}],
    }

    def called(*chances: float | None, **changes: Any) -> list[tuple[Any, ...]]:
        figures = treatments(*({"mean": 1, "units": 9, "pBest": chance} for chance in chances))
        of = experiment(currentIteration=iteration, **changes)
        return [shown(row, "significant", "verdict") for row in from_answer({"treatmentResults": figures}, of)]

    nothing, open_ = (None, None), (False, "inconclusive")
    assert called(0.02, 0.93, 0.05) == [nothing, (True, "winner"), open_]
    assert called(0.05, 0.9, 0.05) == [nothing, open_, open_]
    assert called(0.91, 0.05, None) == [nothing, (True, "worse"), nothing]
    assert called(0.02, 0.93, 0.05, analysisConfig={"bayesianThreshold": "95"}) == [nothing, open_, open_]
    assert called(0.02, 0.93, 0.05, type="mab") == [nothing, nothing, nothing]
    row = from_answer({"treatmentResults": TWO}, experiment(currentIteration=iteration))[0]
    assert shown(row, "is_primary", "direction", "threshold", "iteration", "edition") == (
        *(True, "increase", 0.9, "i1", "treatmentResults"),
    )


TESTED = {"treatmentResults": treatments({"mean": 0.2, "units": 9}, {"mean": 0.3, "pValue": 0.05, "units": 9})}
CONFIGS: list[tuple[dict[str, Any], str, tuple[Any, ...]]] = [
    ({}, "click", ("frequentist", 0.95, None, None, True, None)),
    (
        {"sequentialTestingEnabled": True, "testDirection": "two-sided"},
        "click",
        ("frequentist-sequential", 0.95, "two-sided", None, True, None),
    ),
    (
        {"sequentialTestingEnabled": False, "testDirection": "one-sided", "significanceThreshold": "0.01"},
        "click",
        ("frequentist-fixed", 0.99, "larger", None, False, "inconclusive"),
    ),
    (
        {"multipleComparisonCorrectionMethod": "bonferroni", "testDirection": "one-sided"},
        "custom",
        ("frequentist", 0.95, None, "bonferroni", True, None),
    ),
]


@pytest.mark.parametrize(("config", "kind", "expected"), CONFIGS)
def test_launchdarkly_analyses(config: dict[str, Any], kind: str, expected: tuple[Any, ...]) -> None:
    """What the experiment's configuration says of the test; a p-value at the threshold is significant."""
    iteration = {"metrics": [{"key": "m", "kind": kind}], "treatments": [{"_id": "t1", "baseline": True}]}
    of = experiment(currentIteration=iteration, methodology="frequentist", analysisConfig=config)
    row = from_answer(TESTED, of, "m")[1]
    names = ("statistics", "threshold", "alternative", "correction", "significant", "verdict")
    assert shown(row, *names) == expected
    assert row.is_primary is None


@pytest.mark.parametrize(
    ("criteria", "direction", "verdict"),
    [("HigherThanBaseline", "increase", "winner"), ("LowerThanBaseline", "decrease", "worse"), (None, None, None)],
)
def test_launchdarkly_directions(criteria: str | None, direction: str | None, verdict: str | None) -> None:
    """A significant difference is better in the direction that the metric's criteria name; without, nobody knows."""
    metric = {"key": "m", "kind": "custom", "successCriteria": criteria, "unit": "ms"}
    iteration = {"metrics": [metric], "treatments": [{"_id": "t1", "baseline": True}]}
    of = experiment(currentIteration=iteration, methodology="frequentist")
    row = from_answer({"treatmentResults": FREQUENTIST}, of, "m")[1]
    assert shown(row, "direction", "significant", "verdict", "value_unit") == (direction, True, verdict, "ms")


PRIMARIES: list[tuple[dict[str, Any], Any]] = [
    ({"primaryMetric": {"key": "m"}}, True),
    ({"primarySingleMetric": {"key": "other"}, "primaryMetric": {"key": "m"}}, False),
    ({"primaryFunnel": {"key": "f", "metrics": [{"key": "a"}, {"key": "m"}]}}, True),
    ({"primaryFunnel": {"key": "f", "metrics": [{"key": "m"}, {"key": "a"}]}}, False),
    ({"primaryFunnel": {"key": "f"}}, None),
    ({}, None),
]


@pytest.mark.parametrize(("iteration", "expected"), PRIMARIES)
def test_launchdarkly_primary_metrics(iteration: dict[str, Any], expected: Any) -> None:
    """Of a funnel the last step decides; what the iteration does not say is not known."""
    assert from_answer({"treatmentResults": TWO}, experiment(currentIteration=iteration), "m")[0].is_primary is expected
    assert from_answer({"treatmentResults": TWO}, "exp 1", "m")[0].is_primary is None


def test_launchdarkly_intervals_of_means() -> None:
    """The credible interval, or that of a percentile; the variance is the square of the data's deviation."""
    known = {"credibleInterval": {"lower": 0.1, "upper": 0.3}, "dataStdDev": 3}
    first, second = from_answer({"treatmentResults": treatments({"mean": 0.2, "units": 9, **known}, {"mean": 1})})
    assert shown(first, "mean_low", "mean_high", "interval_level", "variance") == (0.1, 0.3, 0.9, 9)
    assert shown(second, "mean_low", "mean_high", "interval_level", "variance") == (None,) * 4
    one, two = from_answer({"treatmentResults": PERCENTILES}, experiment(methodology="export_only"))
    assert shown(one, "mean_low", "mean_high", "interval_level") == (390, 410, None)
    assert shown(two, "interval_kind", "threshold", "significant") == ("relative", None, None)


LEGACY = launchdarkly_models.ExperimentResults.from_dict(
    {
        "metadata": [{"key": {"variationId": "v1"}}, {"key": "something else"}],
        "totals": [
            {
                "cumulativeImpressionCount": 100,
                "cumulativeCount": 10,
                "cumulativeValue": 10,
                "cumulativeConversionRate": 0.1,
            },
            {"cumulativeImpressionCount": 110, "improvement": 0.2, "pValue": 0.25},
            {"improvement": 0.1},
        ],
        "series": [
            {
                "Time": 1656000000000,
                "VariationData": [
                    {"count": 4, "cumulativeCount": 4, "cumulativeValue": 4, "cumulativeConversionRate": 0.1},
                    {},
                ],
            },
            {"Time": 1656086400000, "VariationData": [{"count": 6, "cumulativeCount": 10}]},
            {},
        ],
    }
)


def test_launchdarkly_legacy_results() -> None:
    """Totals by variation; p-values become significances; the baseline is whatever the caller says it is."""
    path = {"project": "p", "environment": "e"}
    rows = launchdarkly.from_legacy_results(LEGACY, "flag", "orders", baseline=0, fetched_at=NOW, **path)
    assert shown(rows[0], *COUNTED) == ("v1", True, 100, 10, 10, 0.1)
    assert [shown(row, *COMPARED) for row in rows] == [
        NOT_COMPARED,
        (0.2, None, None, "relative", 0.75, "significance"),
        (0.1, None, None, "relative", None, None),
    ]
    assert [row.variation_id for row in rows] == ["v1", "1", "2"]
    assert shown(rows[0], "experiment_id", "metric_id", "metric_kind", "statistics") == (
        *("flag", "orders", "conversion", "frequentist"),
    )
    assert shown(rows[0], "period_start", "period_end") == (
        datetime(2022, 6, 23, 16, tzinfo=UTC),
        datetime(2022, 6, 24, 16, tzinfo=UTC),
    )
    assert rows[2].source == "/api/v2/flags/p/flag/experiments/e/orders#/totals/2"
    unknown = launchdarkly.from_legacy_results(LEGACY, "flag", "orders", fetched_at=NOW)
    assert {row.is_baseline for row in unknown} == {None}


def test_launchdarkly_legacy_series() -> None:
    """What was counted until the time of each slice; slices count no units and compare nothing."""
    rows = launchdarkly.from_legacy_series(LEGACY, "flag", "orders", baseline=1, project="p", fetched_at=NOW)
    first, second = (datetime(2022, 6, day, 16, tzinfo=UTC) for day in (23, 24))
    assert [shown(row, "period_start", "period_end", "variation_id", *COUNTED[1:]) for row in rows] == [
        (first, first, "v1", False, None, 4, 4, 0.1),
        (first, first, "1", True, None, None, None, None),
        (first, second, "v1", False, None, 10, None, None),
    ]
    assert {shown(row, *COMPARED) for row in rows} == {NOT_COMPARED}
    assert rows[1].source == "/api/v2/flags/p/flag/experiments//orders#/series/0/VariationData/1"
    assert (
        launchdarkly.from_legacy_series(launchdarkly_models.ExperimentResults.from_dict({}), "f", "m", fetched_at=NOW)
        == []
    )


def legacy(*times: Any) -> list[ResultRow]:
    """Rows of legacy results with these points in time."""
    document = {"totals": [{"cumulativeCount": 1}], "series": [{"Time": time} for time in times]}
    answer = launchdarkly_models.ExperimentResults.from_dict(document)
    return launchdarkly.from_legacy_results(answer, "flag", "orders", fetched_at=NOW)


def test_an_id_is_enough_to_name_an_experiment() -> None:
    """What is known of it is its id, and nothing else is made up."""
    known = optimizely.experiment_info(7)
    assert known == ExperimentInfo(vendor="optimizely", experiment_id="7")


# ------------------------------------------------------------------------------------------------------------- all


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: classic_results({**REVENUE, "visitors": "n/a"}),
            "optimizely_classic experiment 15, /0: units is 'n/a'",
        ),
        (lambda: v2_results(v2_metric({"rate": []})), r"optimizely experiment 1, /metrics/0/results/5: mean is \[\]"),
        (
            lambda: report({"id": 2, "visitors": -1, "conversion_data": {}}),
            "convert_v1 experiment e 1, .*: units is -1",
        ),
        (lambda: bayesian(experiment(name={})), "launchdarkly experiment exp 1: experiment_name is {}"),
        (lambda: legacy("soon"), "launchdarkly experiment flag, /totals/0: period_start is 'soon'"),
        (lambda: legacy(10**30), "launchdarkly experiment flag, /totals/0: period_start is 10000"),
        (lambda: legacy(1656000000000, {"a": 1}), "launchdarkly experiment flag, /totals/0: period_start is {'a': 1}"),
        (
            lambda: optimizely.experiment_info(optimizely_models.Experiment.from_dict({"id": 7, "status": {}})),
            "status is {}",
        ),
        (lambda: v2_results({"experiment_id": [1]}), r"experiment_id is \[1\]"),
        (lambda: v2_results(v2_metric({}, aggregator=[1])), r"metric_kind is \[1\]"),
    ],
)
def test_garbage_is_named(make: Any, message: str) -> None:
    """The error says whose answer it is, where in it, and which field."""
    with pytest.raises(ValueError, match=message):
        make()
