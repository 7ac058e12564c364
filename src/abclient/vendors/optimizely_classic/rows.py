"""Optimizely Classic's results as rows: those by t-test, and those of Stats Engine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Unpack

from ...results._row import ExperimentInfo, ResultRow, RowContext
from ...results._rows import Rows
from ...results._values import as_info, info_of, status_of
from .vendor import VENDOR

if TYPE_CHECKING:
    from abclient_api.optimizely_classic import models


_SIGNIFICANT = {"winner": True, "loser": True, "inconclusive": False}


def experiment_info(experiment: models.Experiment | ExperimentInfo | int) -> ExperimentInfo:
    """The experiment, or the id of one, in terms shared by all vendors. Its name is what Classic calls description."""
    if isinstance(experiment, ExperimentInfo | int):
        return info_of(VENDOR.name, experiment)
    return as_info(
        vendor=VENDOR.name,
        project=experiment.project_id,
        experiment_id=experiment.id,
        experiment_name=experiment.description,
        status=status_of(experiment.status),
        modified=experiment.last_modified,
    )


def allocation(variations: Iterable[models.Variation]) -> dict[str, float]:
    """The intended share of traffic of each variation, by its id; paused ones get none.

    Empty for a multivariate experiment, whose results are of combinations of variations.
    """
    known = list(variations)
    if any(one.section_id is not None for one in known):
        return {}
    return {str(one.id): one.weight for one in known if one.weight is not None and not one.is_paused}


def from_results(
    answer: Sequence[models.Result], experiment: models.Experiment | ExperimentInfo | int, **context: Unpack[RowContext]
) -> list[ResultRow]:
    """A row for each goal and variation, of results by t-test.

    Args:
        answer: the results.
        experiment: the experiment; or its id, and then rows have no project, name and status.
        **context: what the response does not say about itself.

    Raises:
        ValueError: a figure is malformed; the error names experiment and field.
    """
    info = experiment_info(experiment)
    path = f"/experiment/v1/experiments/{info.experiment_id}/results"
    rows = Rows(info, path, context, edition="results", statistics="frequentist-fixed")
    for place, one in enumerate(answer):
        rows.add(
            f"/{place}",
            **_counted(one, experiment),
            **(_improvement(one) or _difference(one)),
            probability=one.confidence,
            probability_kind=None if one.confidence is None else "beats_baseline",
            alternative=None if one.confidence is None else "larger",
        )
    return rows.found


def from_stats(
    answer: Sequence[models.Stat], experiment: models.Experiment | ExperimentInfo | int, **context: Unpack[RowContext]
) -> list[ResultRow]:
    """A row for each goal and variation, of results by Stats Engine; arguments and errors as ``from_results``."""
    info = experiment_info(experiment)
    common = {"edition": "stats", "statistics": "frequentist-sequential", "correction": "vendor"}
    rows = Rows(info, f"/experiment/v1/experiments/{info.experiment_id}/stats", context, **common)
    for place, one in enumerate(answer):
        difference = _difference(one) | {
            "difference_low": one.difference_confidence_interval_min,
            "difference_high": one.difference_confidence_interval_max,
            "interval_kind": "absolute",
        }
        left = one.visitors_until_significance
        rows.add(
            f"/{place}",
            **_counted(one, experiment),
            **(_improvement(one) if one.difference is None else difference),
            probability=one.statistical_significance,
            probability_kind=None if one.statistical_significance is None else "significance",
            alternative=None if one.statistical_significance is None else "two-sided",
            units_remaining=one.visitors_until_statistically_significant if left is None else left,
        )
    return rows.found


def _counted(one: models.Result | models.Stat, experiment: object) -> dict[str, object]:
    revenue = one.is_revenue if one.is_revenue is not None else one.revenue is not None
    primary = getattr(experiment, "primary_goal_id", None)
    return {
        "period_start": one.begin_time,
        "period_end": one.end_time,
        "metric_id": one.goal_id,
        "metric_name": one.goal_name,
        "metric_kind": "revenue" if revenue else "conversion",
        "is_primary": None if primary is None else one.goal_id == primary,
        "variation_id": one.variation_id,
        "variation_name": one.variation_name,
        "is_baseline": None if one.baseline_id is None else one.variation_id == one.baseline_id,
        "units": one.visitors,
        "conversions": one.conversions,
        "value": one.revenue,
        "mean": one.revenue_per_visitor if revenue else one.conversion_rate,
        "significant": _SIGNIFICANT.get(str(one.status)),
        "verdict": None if one.status == "baseline" else one.status,
        **({"value_unit": "currency", "value_scale": 1.0} if revenue else {}),
    }


def _improvement(one: models.Result | models.Stat) -> dict[str, object]:
    return {} if one.improvement is None else {"difference": one.improvement, "difference_kind": "relative"}


def _difference(one: models.Result | models.Stat) -> dict[str, object]:
    return {} if one.difference is None else {"difference": one.difference, "difference_kind": "absolute"}
