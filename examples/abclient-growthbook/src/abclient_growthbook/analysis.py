"""How GrowthBook decides: by what levels, in which direction, and from how many data on.

Vendor documents: *Statistical Details*, *Sequential Testing* and the settings of projects and organizations; where the
documents have no rule, that of the vendor's own results page, which is public.
"""

from __future__ import annotations

from typing import Any, NamedTuple, TypeAlias

from .rest import models

AnyMetric: TypeAlias = "models.Metric | models.FactMetric"

_KINDS = {
    "binomial": "conversion",
    "proportion": "conversion",
    "retention": "conversion",
    "count": "count",
    "revenue": "revenue",
    "mean": "value",
}
"""The vendor's types of metrics in the words of rows; others stay as they are."""

_NOT_PER_UNIT = frozenset({"ratio", "quantile"})
"""Types of which neither the numerator is a sum over units, nor the denominator their number."""


class Levels(NamedTuple):
    """From when on a result counts.

    Attributes:
        confidence: a chance to win above this, or below 1 minus this.
        p_value: a p-value below this.
    """

    confidence: float = 0.95
    p_value: float = 0.05


def levels_of(
    organization: models.OrganizationSettings | None, project: models.ProjectSettings | None = None
) -> Levels:
    """Those of a project, or else of the organization, or else the vendor's defaults."""

    def first(name: str, default: float) -> float:
        found = (getattr(settings, name, None) for settings in (project, organization))
        return next((value for value in found if value and 0 < value < 1), default)

    return Levels(first("confidence_level", Levels().confidence), first("p_value_threshold", Levels().p_value))


class Measure(NamedTuple):
    """What is known of a metric.

    Attributes:
        name: its name.
        kind: what is measured, in the words of rows; None if the metric was not loaded.
        direction: which direction is wanted, ``increase`` or ``decrease``.
        unit: of its values.
        least: the count below which the vendor does not judge.
        smallest: the relative difference below which the vendor does not judge.
    """

    name: str | None = None
    kind: str | None = None
    direction: str | None = None
    unit: str | None = None
    least: float = 0.0
    smallest: float = 0.0

    @property
    def is_per_unit(self) -> bool:
        """Whether its figures are those of units."""
        return self.kind is not None and self.kind not in _NOT_PER_UNIT


def measure_of(metric: AnyMetric | None) -> Measure:
    """What is known of a metric; nothing if it was not loaded."""
    if metric is None:
        return Measure()
    behavior: models.FactMetric | models.MetricBehavior | None
    if isinstance(metric, models.FactMetric):
        word, behavior = metric.metric_type, metric
        direction: str | None = "decrease" if metric.inverse else "increase"
    else:
        word, behavior = metric.type, metric.behavior
        direction = behavior.goal if behavior else None
    kind = _KINDS.get(word or "", word)
    unit = {"revenue": "currency", "count": "count"}.get(kind or "")
    least, smallest = (getattr(behavior, name, None) or 0.0 for name in ("min_sample_size", "min_percent_change"))
    return Measure(metric.name, kind, direction, unit, least, smallest)


def is_bandit(experiment: Any) -> bool:
    """Whether traffic follows the figures, so that nothing can be concluded from them."""
    return getattr(experiment, "type", None) == "multi-armed-bandit"


def statistics_of(one: models.Analysis, levels: Levels, settings: models.AnalysisSettings | None) -> dict[str, Any]:
    """What the analysis says of its figures, by the field of a row.

    Args:
        one: the figures.
        levels: from when on a result counts.
        settings: of the experiment, which alone say whether the test is sequential.
    """
    # Intervals of both engines have the level of the p-value's threshold, which is 95 % by default.
    common = {"interval_level": 1 - levels.p_value, "interval_kind": "relative"}
    if one.engine == "bayesian":
        return {"statistics": "bayesian", "threshold": levels.confidence, **common}
    if one.engine != "frequentist":
        return {"statistics": one.engine, **common}
    sequential = settings.sequential_testing_enabled if settings else None
    kind = "frequentist-sequential" if sequential else "frequentist-fixed"
    return {
        "statistics": "frequentist" if sequential is None else kind,
        "threshold": 1 - levels.p_value,
        "alternative": "two-sided",
        **common,
    }


def comparison_of(one: models.Analysis, levels: Levels) -> dict[str, Any]:
    """The difference from the baseline, by the field of a row; nothing where the vendor computed none.

    The vendor writes 0 for a figure that it did not compute, and an interval of one point is not one.
    """
    if not one.ci_low and not one.ci_high:
        return {}
    found: dict[str, Any] = {
        "difference": one.percent_change,
        "difference_low": one.ci_low,
        "difference_high": one.ci_high,
        "difference_kind": "relative",
    }
    chance, p_value = one.chance_to_beat_control, one.p_value
    if one.engine == "bayesian" and chance is not None:
        significant = chance > levels.confidence or chance < 1 - levels.confidence
        return found | {"probability": chance, "probability_kind": "beats_baseline", "significant": significant}
    if one.engine == "frequentist" and p_value is not None:
        significant = p_value < levels.p_value
        return found | {"probability": 1 - p_value, "probability_kind": "significance", "significant": significant}
    return found


def verdict_of(compared: dict[str, Any], measure: Measure, samples: tuple[float | None, float | None]) -> str | None:
    """Better, worse or inconclusive; None where the figures or the wanted direction are unknown.

    Args:
        compared: what ``comparison_of`` returned.
        measure: the metric.
        samples: how much was counted for the baseline and the variation.
    """
    significant, difference = compared.get("significant"), compared.get("difference")
    if significant is None:
        return None
    least, most = sorted(one or 0.0 for one in samples)
    if not significant or not least or most < measure.least or abs(difference or 0.0) < measure.smallest:
        return "inconclusive"
    if compared["probability_kind"] == "beats_baseline":  # which has the direction in it
        return "better" if compared["probability"] > 0.5 else "worse"
    if not difference or measure.direction is None:
        return None
    return "better" if (difference > 0) == (measure.direction == "increase") else "worse"
