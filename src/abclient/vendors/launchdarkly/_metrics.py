"""What an iteration measures, wherever an edition of the vendor's document has it.

The beta's document has ``primaryMetric`` and ``secondaryMetrics``; later ones have ``primarySingleMetric``,
``primaryFunnel`` and ``metrics`` for them, and fill the old fields for some time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from abclient_api.launchdarkly import models

from ...errors import DecodeError

if TYPE_CHECKING:
    Measured: TypeAlias = (
        models.MetricV2Rep
        | models.DependentMetricOrMetricGroupRep
        | models.DependentMetricGroupRepWithMetrics
        | models.MetricInGroupRep
    )
    """A metric or a group of metrics, as iterations have them."""

_GROUPS = frozenset({"funnel", "standard", "guardrail"})
"""Kinds of groups of metrics; none of them is a kind of a metric."""


def metric_keys(iteration: models.IterationRep | None) -> tuple[str, ...]:
    """Keys of the metrics, the primary one first; of groups, the metrics in them."""
    found = (members(one) if _is_group(one) else (one,) for one in measured(iteration))
    return tuple(dict.fromkeys(metric.key for several in found for metric in several))


def group_keys(iteration: models.IterationRep | None) -> tuple[str, ...]:
    """Keys of the groups of metrics."""
    return tuple(dict.fromkeys(one.key for one in measured(iteration) if _is_group(one)))


def unmeasured(key: str, iteration: models.IterationRep | None) -> dict[str, DecodeError]:
    """Why results of an experiment cannot be asked for, although the iteration was started.

    By the group of metrics whose metrics are not named; by empty text if no metric and no group is known.
    """
    if iteration is None or iteration.status == "not_started":
        return {}
    groups: dict[str, bool] = {}
    for one in measured(iteration):
        if _is_group(one):
            groups[one.key] = groups.get(one.key, False) or bool(members(one))
    missing = {group: f"the metrics of its group {group!r}" for group, named in groups.items() if not named}
    if not groups and not metric_keys(iteration):
        missing[""] = "any metric of it"
    return {
        group: _error(f"experiment {key!r} was started, but the response does not name {what}")
        for group, what in missing.items()
    }


def _error(message: str) -> DecodeError:
    return DecodeError(
        message,
        model="IterationRep",
        field="currentIteration.metrics",
        vendor="launchdarkly",
        operation="getExperiment",
    )


def measured(iteration: models.IterationRep | None) -> Iterator[Measured]:
    """Metrics and groups of metrics that were loaded, the primary one first; the same may come several times."""
    if iteration is None:
        return
    primary = (iteration.primary_metric, iteration.primary_single_metric, iteration.primary_funnel)
    for one in (*primary, *(iteration.metrics or ()), *(iteration.secondary_metrics or ())):
        if one is not None:
            yield one


def members(one: Measured) -> tuple[models.MetricInGroupRep, ...]:
    """The metrics of a group that were loaded."""
    return () if isinstance(one, models.MetricInGroupRep) else tuple(one.metrics or ())


def _is_group(one: Measured) -> bool:
    """Whether it is a group of metrics, which has no results of its own."""
    return bool(getattr(one, "is_group", None) or members(one)) or one.kind in _GROUPS
