"""Rows of results for tests: those of a significantly better variation, whose figures fit together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from ..results import ExperimentInfo, ResultRow
from ..vendor import BUILT_IN

_TIME = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)

_EXPERIMENT: Mapping[str, Any] = {"vendor": BUILT_IN[0], "experiment_id": "experiment-1"}
_LEAST: Mapping[type[Any], Mapping[str, Any]] = {
    ResultRow: {**_EXPERIMENT, "fetched_at": _TIME},
    ExperimentInfo: _EXPERIMENT,
}
_ABOUT: Mapping[str, Any] = {
    "project": "project-1",
    "environment": "production",
    "experiment_name": "Experiment 1",
    "status": "running",
    "account": "account-1",
    "flag_key": "flag-1",
    "rule_key": "rule-1",
}
_MORE: Mapping[type[Any], Mapping[str, Any]] = {
    ExperimentInfo: {**_ABOUT, "started_at": datetime(2026, 1, 1, tzinfo=UTC), "modified": _TIME},
    ResultRow: {
        **_ABOUT,
        "period_start": datetime(2026, 1, 1, tzinfo=UTC),
        "period_end": datetime(2026, 1, 2, tzinfo=UTC),
        "metric_id": "metric-1",
        "metric_name": "Metric 1",
        "metric_kind": "conversion",
        "variation_id": "variation-1",
        "variation_name": "Variation 1",
        "is_baseline": False,
        "units": 1000,
        "conversions": 150,
        "mean": 0.15,
        # Of 0.1 in the baseline with as many units: a z-test of two proportions, at a level of 95 %.
        "difference": 0.5,
        "difference_low": 0.21,
        "difference_high": 0.79,
        "difference_kind": "relative",
        "probability": 0.999,
        "probability_kind": "significance",
        "statistics": "frequentist-fixed",
        "source": "/results#/0",
        "is_primary": True,
        "direction": "increase",
        "significant": True,
        "verdict": "winner",
        "threshold": 0.95,
        "interval_level": 0.95,
        "interval_kind": "relative",
        "alternative": "two-sided",
        "correction": "none",
        "mean_low": 0.128,
        "mean_high": 0.172,
        "variance": 0.1275,
        "units_remaining": 0,
        "iteration": "iteration-1",
        "edition": "results",
    },
}
ROW_TYPES = tuple(_LEAST)


def row_fields(kind: type[Any], *, complete: bool) -> dict[str, Any]:
    """The fields of a row or of an experiment, without which it cannot be made; or all that a conversion metric has."""
    return {**_LEAST[kind], **(_MORE[kind] if complete else {})}
