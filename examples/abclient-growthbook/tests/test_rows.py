"""Rows from results, by hand: what each figure becomes, and what the vendor's rules make of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from abclient.results import ResultRow
from abclient_growthbook import rows
from abclient_growthbook.analysis import Levels, levels_of
from abclient_growthbook.rest import models

NOW = datetime(2026, 8, 21, tzinfo=UTC)
BEHAVIOR = {"goal": "increase", "minSampleSize": 150, "minPercentChange": 0.01}
METRICS: dict[str, Any] = {
    "met_1": models.Metric.from_dict({"id": "met_1", "name": "Bought", "type": "binomial", "behavior": BEHAVIOR}),
    "met_2": models.Metric.from_dict(
        {"id": "met_2", "name": "Wait", "type": "duration", "behavior": {**BEHAVIOR, "goal": "decrease"}}
    ),
    "met_3": models.Metric.from_dict({"id": "met_3", "name": "Revenue", "type": "revenue", "behavior": BEHAVIOR}),
    "fact__1": models.FactMetric.from_dict(
        {"id": "fact__1", "name": "Bounced", "metricType": "proportion", "inverse": True}
    ),
    "fact__2": models.FactMetric.from_dict({"id": "fact__2", "name": "Order", "metricType": "ratio"}),
    "fact__3": models.FactMetric.from_dict({"id": "fact__3", "name": "Items", "metricType": "mean"}),
}
EXPERIMENT: dict[str, Any] = {
    "id": "exp_1",
    "name": "Green button",
    "status": "running",
    "type": "standard",
    "project": "prj_1",
    "dateUpdated": "2026-08-20T00:00:00Z",
    "variations": [{"variationId": "var_0", "name": "Control"}, {"variationId": "var_1", "name": "Green"}],
    "phases": [
        {
            "dateStarted": "2026-08-01T00:00:00Z",
            "dateEnded": "",
            "trafficSplit": [{"variationId": "var_0", "weight": 0.5}, {"variationId": "var_1", "weight": 0.5}],
        }
    ],
    "settings": {"sequentialTestingEnabled": False},
}
CONTROL = {"numerator": 400, "denominator": 4000, "mean": 0.1, "stddev": 0.3}
ZEROS = dict.fromkeys(("percentChange", "ciLow", "ciHigh", "pValue", "risk", "chanceToBeatControl"), 0)
GREEN = {**CONTROL, "numerator": 480, "mean": 0.12, "percentChange": 0.2, "ciLow": 0.05, "ciHigh": 0.35}


def results(metric: str, engine: str, *figures: dict[str, Any], **more: Any) -> models.ExperimentResults:
    """Results of a metric, of which each variation has these figures."""
    variations = [
        {"variationId": f"var_{place}", "users": 4000, "analyses": [{**ZEROS, "engine": engine, **one}]}
        for place, one in enumerate(figures)
    ]
    document = {
        "id": "snp_1",
        "experimentId": "exp_1",
        "phase": "0",
        "dateStart": "2026-08-01T00:00:00Z",
        "dateEnd": "2026-08-20T12:00:00Z",
        "dimension": {"type": "none"},
        "settings": {"goals": [{"metricId": "met_1"}]},
        "results": [{"dimension": "All", "metrics": [{"metricId": metric, "variations": variations}]}],
    }
    return models.ExperimentResults.from_dict(document | more)


def made(answer: models.ExperimentResults, levels: Levels | None = None, **experiment: Any) -> list[ResultRow]:
    """The rows of results."""
    of = models.Experiment.from_dict(EXPERIMENT | experiment)
    return rows.from_results(answer, of, metrics=METRICS, levels=levels, fetched_at=NOW)


def test_bayesian_results() -> None:
    """A chance to win above the confidence level wins; the baseline is compared with nothing."""
    control, green = made(results("met_1", "bayesian", CONTROL, {**GREEN, "chanceToBeatControl": 0.98}))
    assert (control.is_baseline, control.units, control.conversions, control.mean) == (True, 4000, 400, 0.1)
    assert (control.difference, control.probability, control.verdict) == (None, None, None)
    assert (green.variation_id, green.variation_name, green.metric_name) == ("var_1", "Green", "Bought")
    assert (green.difference, green.difference_low, green.difference_high) == (0.2, 0.05, 0.35)
    assert (green.probability, green.probability_kind, green.threshold) == (0.98, "beats_baseline", 0.95)
    assert (green.statistics, green.significant, green.verdict) == ("bayesian", True, "winner")
    assert (green.metric_kind, green.direction, green.is_primary) == ("conversion", "increase", True)
    assert green.variance == pytest.approx(0.09)
    assert green.period_end == datetime(2026, 8, 20, 12, tzinfo=UTC)
    assert green.source == "/v1/experiments/exp_1/results?phase=0#/result/results/0/metrics/0/variations/1/analyses/0"


JUDGED: list[tuple[str, str, str, dict[str, Any], tuple[bool | None, str | None]]] = [
    ("likely better", "met_1", "bayesian", {"chanceToBeatControl": 0.98}, (True, "winner")),
    ("likely worse", "met_1", "bayesian", {"chanceToBeatControl": 0.02}, (True, "worse")),
    ("unsure", "met_1", "bayesian", {"chanceToBeatControl": 0.7}, (False, "inconclusive")),
    ("at the level", "met_1", "bayesian", {"chanceToBeatControl": 0.95}, (False, "inconclusive")),
    ("less is better", "met_2", "bayesian", {"percentChange": -0.2, "chanceToBeatControl": 0.98}, (True, "winner")),
    ("too small", "met_1", "bayesian", {"percentChange": 0.009, "chanceToBeatControl": 0.99}, (True, "inconclusive")),
    (
        "few, as the control has many",
        "met_1",
        "bayesian",
        {"numerator": 149, "chanceToBeatControl": 0.99},
        (True, "winner"),
    ),
    ("not known metric", "met_9", "bayesian", {"chanceToBeatControl": 0.98}, (True, "winner")),
    ("small p", "met_1", "frequentist", {"pValue": 0.01}, (True, "winner")),
    ("small p, down", "met_1", "frequentist", {"pValue": 0.01, "percentChange": -0.2}, (True, "worse")),
    ("small p, down is better", "fact__1", "frequentist", {"pValue": 0.01, "percentChange": -0.2}, (True, "winner")),
    ("at the threshold", "met_1", "frequentist", {"pValue": 0.05}, (False, "inconclusive")),
    ("small p, not known metric", "met_9", "frequentist", {"pValue": 0.01}, (True, None)),
    ("not computed", "met_1", "bayesian", {"ciLow": 0, "ciHigh": 0, "percentChange": 0}, (None, None)),
    ("another engine", "met_1", "psychic", {"pValue": 0.01}, (None, None)),
]


@pytest.mark.parametrize(("what", "metric", "engine", "figures", "judged"), JUDGED)
def test_judgements(
    what: str, metric: str, engine: str, figures: dict[str, Any], judged: tuple[bool | None, str | None]
) -> None:
    """By the vendor's levels, its least samples and changes, and the direction of the metric."""
    row = made(results(metric, engine, CONTROL, {**GREEN, **figures}))[1]
    assert (row.significant, row.verdict) == judged


def test_too_few_samples_decide_nothing() -> None:
    """Neither variation has as many as the metric wants, or one has none."""
    for counts in ((149, 149), (0, 900)):
        control, green = ({**one, "numerator": count} for one, count in zip((CONTROL, GREEN), counts, strict=True))
        row = made(results("met_1", "bayesian", control, {**green, "chanceToBeatControl": 0.99}))[1]
        assert (row.significant, row.verdict) == (True, "inconclusive")


def test_levels_are_those_of_the_project() -> None:
    """Else of the organization, else the vendor's defaults; nonsense counts as not set."""
    organization = models.OrganizationSettings.from_dict({"confidenceLevel": 0.9, "pValueThreshold": 0})
    project = models.ProjectSettings.from_dict({"pValueThreshold": 0.01})
    assert levels_of(None) == Levels(0.95, 0.05)
    assert levels_of(organization) == Levels(0.9, 0.05)
    assert levels_of(organization, project) == Levels(0.9, 0.01)
    answer = results("met_1", "frequentist", CONTROL, {**GREEN, "pValue": 0.02})
    row = made(answer, levels_of(organization, project))[1]
    assert (row.threshold, row.interval_level, row.verdict) == (0.99, 0.99, "inconclusive")


@pytest.mark.parametrize(
    ("sequential", "statistics"),
    [(True, "frequentist-sequential"), (False, "frequentist-fixed"), (None, "frequentist")],
)
def test_whether_a_test_is_sequential(sequential: bool | None, statistics: str) -> None:
    """Is said by the experiment, and not by its results."""
    answer = results("met_1", "frequentist", CONTROL, {**GREEN, "pValue": 0.02})
    row = made(answer, settings={"sequentialTestingEnabled": sequential})[1]
    assert (row.statistics, row.alternative) == (statistics, "two-sided")


@pytest.mark.parametrize(
    ("metric", "numerator", "expected"),
    [
        ("met_1", 400, ("conversion", 400, None, None, 4000)),
        ("met_2", 12.5, ("duration", None, 12.5, None, 4000)),
        ("met_3", 12.5, ("revenue", None, 12.5, "currency", 4000)),
        ("fact__1", 400.0, ("conversion", 400, None, None, 4000)),
        ("fact__2", 12.5, ("ratio", None, None, None, None)),
        ("fact__3", 7, ("value", None, 7.0, None, 4000)),
        ("met_9", 7, (None, None, None, None, None)),
    ],
)
def test_what_was_counted(metric: str, numerator: float, expected: tuple[Any, ...]) -> None:
    """Without the number of users, which older servers do not send, it is the denominator where that is units."""
    answer = results(metric, "bayesian", {**CONTROL, "numerator": numerator})
    for part in answer.results or ():
        for one in part.metrics or ():
            for variation in one.variations or ():
                variation.users = None
    row = made(answer)[0]
    assert (row.metric_kind, row.conversions, row.value, row.value_unit, row.units) == expected


def test_a_dimension_becomes_a_segment() -> None:
    """Each of its values has rows of its own, and one value can be asked for."""
    part = {"metrics": [{"metricId": "met_1", "variations": [{"variationId": "var_0", "analyses": [CONTROL]}]}]}
    answer = results(
        "met_1",
        "bayesian",
        dimension={"type": "experiment", "id": "country"},
        results=[{"dimension": "DE", **part}, {"dimension": "US", **part}],
    )
    found = made(answer)
    assert [row.segment for row in found] == ["exp:country=DE", "exp:country=US"]
    assert len({row.row_key for row in found}) == 2
    (one,) = rows.from_results(answer, "exp_1", value="US", segment="Americans", fetched_at=NOW)
    assert (one.segment, one.experiment_name) == ("Americans", None)
    assert str(one.source).endswith(
        "results?phase=0&dimension=exp%3Acountry#/result/results/1/metrics/0/variations/0/analyses/0"
    )


def test_a_bandit_has_no_verdict() -> None:
    """Because its traffic follows the figures; nor an intended split."""
    row = made(
        results("met_1", "bayesian", CONTROL, {**GREEN, "chanceToBeatControl": 0.99}), type="multi-armed-bandit"
    )[1]
    assert (row.significant, row.verdict, row.probability) == (None, None, 0.99)
    assert rows.allocation(models.Experiment.from_dict({**EXPERIMENT, "type": "multi-armed-bandit"})) == {}
    assert rows.allocation(models.Experiment.from_dict(EXPERIMENT)) == {"var_0": 0.5, "var_1": 0.5}


@pytest.mark.parametrize(
    ("changes", "status", "started"),
    [
        ({}, "running", True),
        ({"status": "draft"}, "not_started", False),
        ({"status": "stopped"}, "ended", True),
        ({"status": "stopped", "archived": True}, "archived", True),
        ({"status": "new word", "phases": None}, "new word", False),
    ],
)
def test_an_experiment_in_the_terms_of_all_vendors(changes: dict[str, Any], status: str, started: bool) -> None:
    """With the times of its last phase, once it has begun."""
    info = rows.experiment_info(models.Experiment.from_dict(EXPERIMENT | changes))
    assert (info.vendor, info.project, info.experiment_name, info.status) == (
        "growthbook",
        "prj_1",
        "Green button",
        status,
    )
    assert (info.started_at is not None) is started
    assert rows.experiment_info(info) is info


def test_empty_results_have_no_rows() -> None:
    """A snapshot may have nothing in it, and the vendor may add figures."""
    assert made(results("met_1", "bayesian", results=[])) == []
    assert made(results("met_1", "bayesian", results=None)) == []
