"""How LaunchDarkly analyses an experiment, and what follows from its figures: it names neither winners nor losers.

The rules are those of https://launchdarkly.com/docs/guides/statistical-methodology and the pages below it. Where an
experiment was loaded without its ``analysisConfig``, the pages' defaults apply: 90 % for Bayesian, a p-value of 0.05
for frequentist ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ...results._values import as_number, translated

if TYPE_CHECKING:
    from abclient_api.launchdarkly import models

    from ._metrics import Measured

_BAYESIAN_PERCENT = 90.0
_SIGNIFICANT_P_VALUE = 0.05

_DIRECTIONS = {"HigherThanBaseline": "increase", "LowerThanBaseline": "decrease"}
_INCREASING = frozenset({"click", "pageview"})
"""Kinds of metrics that have no success criteria: more is always better."""


def analysis(experiment: models.Experiment | None, statistics: str | None, direction: str | None) -> dict[str, Any]:
    """What the experiment says of all its figures, by the field of a row.

    Args:
        experiment: as far as it was loaded.
        statistics: its methodology, or what the figures are.
        direction: of the metric.
    """
    config = experiment.analysis_config if experiment else None
    correction = config.multiple_comparison_correction_method if config else None
    if statistics == "bayesian":
        percent = as_number(config.bayesian_threshold) if config else None
        level = (_BAYESIAN_PERCENT if percent is None else percent) / 100
        return {"statistics": statistics, "threshold": level, "interval_level": level, "correction": correction}
    if statistics != "frequentist":
        return {"statistics": statistics}
    p_value = as_number(config.significance_threshold) if config else None
    level = 1 - (_SIGNIFICANT_P_VALUE if p_value is None else p_value)
    return {
        "statistics": _kind_of_test(config) or statistics,
        "threshold": level,
        "interval_level": level,
        "alternative": _alternative(str(config.test_direction if config else ""), direction),
        "correction": correction,
    }


def _kind_of_test(config: models.AnalysisConfigRep | None) -> str | None:
    if config is None or config.sequential_testing_enabled is None:
        return None
    return "frequentist-sequential" if config.sequential_testing_enabled else "frequentist-fixed"


def _alternative(tested: str, direction: str | None) -> str | None:
    if "two" in tested:
        return "two-sided"
    return {"increase": "larger", "decrease": "smaller"}.get(str(direction)) if tested.startswith("one") else None


def is_bandit(experiment: models.Experiment | None) -> bool:
    """Whether traffic follows the figures, so that nothing can be concluded from them."""
    return experiment is not None and experiment.type == "mab"


def is_primary(iteration: models.IterationRep | None, metric_key: str) -> bool | None:
    """Whether a metric decides; of a funnel, its last one does. None where the iteration does not say."""
    if iteration is None:
        return None
    funnel = iteration.primary_funnel
    if funnel is not None and funnel.metrics:
        return funnel.metrics[-1].key == metric_key
    primary = iteration.primary_single_metric or iteration.primary_metric
    return None if primary is None else primary.key == metric_key


def direction_of(metric: Measured | models.EnvironmentReleasesMetricListingRep | None) -> Any:
    """Which direction is wanted of a metric, as far as it was loaded."""
    if metric is not None and metric.kind in _INCREASING:
        return "increase"
    declared = getattr(metric, "success_criteria", None)
    return translated(declared or _more(metric, "successCriteria"), _DIRECTIONS)


def unit_of(metric: Measured | None) -> dict[str, object]:
    """The unit of a numeric metric, as its maintainer wrote it."""
    unit = _more(metric, "unit")
    return {"value_unit": unit, "value_scale": 1.0} if unit else {}


def variance_of(one: models.TreatmentResultRep) -> float | None:
    """The sample variance; the beta's edition does not have it."""
    deviation = as_number(one.data_std_dev)
    return None if deviation is None else deviation**2


def named(
    treatments: Sequence[models.TreatmentResultRep], baseline: str | None, threshold: float | None
) -> dict[str | None, dict[str, object]]:
    """What the chances to be best make of treatments: one above the threshold wins; if the baseline's is, others lose.

    Args:
        treatments: of all contexts, or of a slice.
        baseline: the baseline's id.
        threshold: from 0 to 1; None where it is not by chances that the vendor decides.
    """
    found = {one.treatment_id: as_number(one.p_best) for one in treatments}
    chances = {key: chance for key, chance in found.items() if chance is not None}
    if baseline is None or threshold is None or not chances:
        return {}
    best = max(chances, key=lambda key: chances[key])
    certain = chances[best] > threshold
    called = {key: "winner" if certain and key == best else "inconclusive" for key in chances}
    if certain and best == baseline:
        called = dict.fromkeys(chances, "worse")
    return {key: {"verdict": verdict, "significant": verdict != "inconclusive"} for key, verdict in called.items()}


def _more(one: Any, name: str) -> Any:
    """A field that is not in the vendor's document."""
    return None if one is None else one.additional_properties.get(name)
