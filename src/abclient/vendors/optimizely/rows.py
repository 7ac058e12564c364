"""Optimizely's results as rows: results and time series of experiments, and results of campaigns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Unpack

from ...results._row import ExperimentInfo, ResultRow, RowContext, Rows, as_info, status_of, translated
from .vendor import VENDOR

if TYPE_CHECKING:
    from abclient_api.optimizely import models

_KINDS = {"unique": "conversion"}
_MEASURES = {"conversions": "conversion", "impressions": "count"}
_COUNTED = frozenset({"conversion", "count", "bounce", "exit"})


def experiment_info(experiment: models.Experiment | models.Campaign | ExperimentInfo | int) -> ExperimentInfo:
    """The experiment or campaign, or the id of one, in words that all vendors share."""
    if isinstance(experiment, ExperimentInfo):
        return experiment
    if isinstance(experiment, int):
        return ExperimentInfo(vendor=VENDOR.name, experiment_id=str(experiment))
    return as_info(
        vendor=VENDOR.name,
        project=experiment.project_id,
        experiment_id=experiment.id,
        # Full Stack experiments have a key in place of a name.
        experiment_name=experiment.name or getattr(experiment, "key", None),
        status=status_of(experiment.status),
        start=experiment.earliest,
        end=None if experiment.status == "running" else experiment.latest,
        modified=experiment.last_modified,
    )


def allocation(experiment: models.Experiment) -> dict[str, float]:
    """The share of the traffic that each variation should get, by its id; paused and archived ones get none.

    Empty for an experiment that moves traffic automatically, as bandits do.
    """
    if experiment.type == "multiarmed_bandit" or experiment.allocation_policy not in (None, "manual"):
        return {}
    stopped = ("paused", "archived")
    active = (one for one in experiment.variations or () if not one.archived and one.status not in stopped)
    found = ((one.variation_id, one.weight) for one in active)
    return {str(key): weight for key, weight in found if key is not None and weight is not None}


def from_results(
    answer: models.ExperimentResults,
    experiment: models.Experiment | ExperimentInfo | int | None = None,
    **context: Unpack[RowContext],
) -> list[ResultRow]:
    """A row for each metric and variation; responses of 2016 are understood as well.

    Args:
        answer: the results of an experiment.
        experiment: the experiment; without it, or with its id, rows have no project, name and status.
        **context: what the response does not say about itself.

    Raises:
        ValueError: a figure is malformed, or the experiment is unknown; the error names experiment and field.
    """
    info = _info_of(answer.experiment_id, experiment)
    rows = Rows(info, f"/v2/experiments/{info.experiment_id}/results", context)
    names = _names(experiment)
    kind = _difference_kind(answer.stats_config)
    for place, metric in enumerate(answer.metrics or ()):
        measured = _metric(metric)
        part = "results" if metric.results else "variation_results"
        for key, one in (metric.results or metric.variation_results or {}).items():
            rows.add(
                f"/metrics/{place}/{part}/{_escaped(key)}",
                start=answer.start_time,
                end=answer.end_time,
                **measured,
                **_variation(key, one, names),
                **_figures(one, measured, kind),
            )
    return rows.found


def from_timeseries(
    answer: models.ExperimentTimeseries,
    experiment: models.Experiment | ExperimentInfo | int | None = None,
    **context: Unpack[RowContext],
) -> list[ResultRow]:
    """A row for each metric, variation and point; ``end`` is the point's time. Else as ``from_results``."""
    info = _info_of(answer.experiment_id, experiment)
    rows = Rows(info, f"/v2/experiments/{info.experiment_id}/timeseries", context)
    names = _names(experiment)
    kind = _difference_kind(answer.stats_config)
    for place, metric in enumerate(answer.metrics or ()):
        measured = _metric(metric)
        for key, series in (metric.results or {}).items():
            variation = _variation(key, series, names)
            for step, point in enumerate(series.timeseries or ()):
                rows.add(
                    f"/metrics/{place}/results/{_escaped(key)}/timeseries/{step}",
                    start=answer.start_time,
                    end=point.time,
                    **measured,
                    **variation,
                    **_figures(point, measured, kind),
                )
    return rows.found


def from_campaign_results(
    answer: models.CampaignResults,
    campaign: models.Campaign | ExperimentInfo | int | None = None,
    **context: Unpack[RowContext],
) -> list[ResultRow]:
    """A row for each metric and experience of a campaign, whose id stands for the experiment's.

    ``variation_id`` is the response's own key: a variation's or experiment's id, ``campaign`` for all of them together,
    ``baseline`` for visitors held back. Else as ``from_results``.
    """
    info = _info_of(answer.campaign_id, campaign)
    rows = Rows(info, f"/v2/campaigns/{info.experiment_id}/results", context)
    for place, metric in enumerate(answer.metrics or ()):
        measured = _metric(metric)
        for key, one in (metric.results or {}).items():
            rows.add(
                f"/metrics/{place}/results/{_escaped(key)}",
                start=answer.start_time,
                end=answer.end_time,
                **measured,
                **_variation(key, one, {}),
                **_figures(one, measured, "relative"),
            )
    return rows.found


def _info_of(
    identifier: int | None, given: models.Experiment | models.Campaign | ExperimentInfo | int | None
) -> ExperimentInfo:
    if given is not None:
        return experiment_info(given)
    if identifier is None:
        raise ValueError("optimizely results: experiment_id is missing; give the experiment")
    return as_info(vendor=VENDOR.name, experiment_id=identifier)


def _names(experiment: object) -> Mapping[str, str | None]:
    """Names of variations by id, for responses of Full Stack experiments, which have none."""
    variations: Sequence[Any] = getattr(experiment, "variations", None) or ()
    return {str(one.variation_id): one.name or one.key for one in variations}


def _difference_kind(config: models.StatsConfig | None) -> str:
    """How variations are compared; a lift is relative wherever the response does not say otherwise."""
    return (config.difference_type if config else None) or "relative"


def _metric(metric: Any) -> dict[str, object]:
    """What is measured; what stood under other names in 2016 is asked for last."""
    old = {name: getattr(metric, name, None) for name in ("metric_id", "event", "event_name", "measure", "unit")}
    kind = _metric_kind(metric, old["measure"])
    scope = metric.scope or old["unit"]
    return {
        "metric_id": metric.event_id if metric.event_id is not None else old["metric_id"] or old["event"],
        "metric_name": metric.name or old["event_name"],
        "metric_kind": f"{kind} per {scope}" if kind and scope not in (None, "visitor") else kind,
    }


def _metric_kind(metric: Any, measure: Any) -> Any:
    if metric.aggregator == "sum":
        return str(metric.field or "value")
    return translated(translated(metric.aggregator or measure, _KINDS), _MEASURES)


def _variation(key: str, one: Any, names: Mapping[str, str | None]) -> dict[str, object]:
    """Which variation; the vendor's examples show that the id inside can differ from the key, which counts."""
    return {
        "variation_id": key,
        "variation_name": one.name or names.get(key),
        "is_baseline": one.is_baseline,
        "statistics": "frequentist",
    }


def _figures(one: Any, measured: Mapping[str, object], kind: str) -> dict[str, object]:
    counted = str(measured["metric_kind"]).split(" per ")[0] in _COUNTED
    figures: dict[str, object] = {
        "units": one.samples,
        "conversions" if counted else "value": one.value,
        "mean": one.rate,
    }
    if (lift := one.lift) is None:
        return figures
    low, high = lift.confidence_interval if len(lift.confidence_interval or ()) == 2 else (None, None)
    return figures | {
        "difference": lift.value,
        "difference_low": low,
        "difference_high": high,
        "difference_kind": None if lift.value is None else kind,
        "probability": lift.significance,
        "probability_kind": None if lift.significance is None else "significance",
    }


def _escaped(key: str) -> str:
    """The key as a part of a JSON pointer."""
    return key.replace("~", "~0").replace("/", "~1")
