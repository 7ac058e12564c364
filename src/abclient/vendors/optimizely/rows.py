"""Optimizely's results as rows: results and time series of experiments, and results of campaigns."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias, Unpack

from ...results._row import ExperimentInfo, ResultRow, RowContext
from ...results._rows import Rows
from ...results._values import as_info, info_of, status_of, translated
from .vendor import VENDOR

if TYPE_CHECKING:
    from abclient_api.optimizely import models

_Values: TypeAlias = dict[str, object]

_KINDS = {"unique": "conversion"}
_MEASURES = {"conversions": "conversion", "impressions": "count"}
_COUNTED = frozenset({"conversion", "count", "bounce", "exit"})
_UNITS: Mapping[str, _Values] = {
    "revenue": {"value_unit": "currency", "value_scale": 0.01},  # in cents
    "count": {"value_unit": "count", "value_scale": 1.0},
}
_DIRECTIONS = {"increasing": "increase", "decreasing": "decrease"}
_STATUSES = {"better": "better", "worse": "worse"}


def experiment_info(experiment: models.Experiment | models.Campaign | ExperimentInfo | int) -> ExperimentInfo:
    """The experiment or campaign, or the id of one, in terms shared by all vendors."""
    if isinstance(experiment, ExperimentInfo | int):
        return info_of(VENDOR.name, experiment)
    return as_info(
        vendor=VENDOR.name,
        project=experiment.project_id,
        experiment_id=experiment.id,
        # Full Stack experiments have a key in place of a name.
        experiment_name=experiment.name or getattr(experiment, "key", None),
        status=status_of(experiment.status),
        started_at=experiment.earliest,
        ended_at=None if experiment.status == "running" else experiment.latest,
        modified=experiment.last_modified,
    )


def allocation(experiment: models.Experiment) -> dict[str, float]:
    """The intended share of traffic of each variation, by its id; paused and archived ones get none.

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
    return experiment_results(answer, info, _names(experiment), context, bandit=_is_bandit(experiment))


def experiment_results(
    answer: models.ExperimentResults,
    info: ExperimentInfo,
    names: Mapping[str, str | None],
    context: RowContext,
    *,
    bandit: bool,
) -> list[ResultRow]:
    """The rows of an experiment of any of the vendor's products.

    Args:
        answer: the results.
        info: the experiment.
        names: of variations, by id, where the response has none.
        context: what the response does not say about itself.
        bandit: whether traffic follows the figures, so that nothing can be concluded from them.
    """
    rows = Rows(info, f"/v2/experiments/{info.experiment_id}/results", context, **_of_answer(answer))
    _add_metrics(rows, answer, names, bandit=bandit, edition="results")
    return rows.found


def from_timeseries(
    answer: models.ExperimentTimeseries,
    experiment: models.Experiment | ExperimentInfo | int | None = None,
    **context: Unpack[RowContext],
) -> list[ResultRow]:
    """A row for each metric, variation and point; ``period_end`` is the point's time. Otherwise as ``from_results``."""
    info = _info_of(answer.experiment_id, experiment)
    return experiment_timeseries(answer, info, _names(experiment), context, bandit=_is_bandit(experiment))


def experiment_timeseries(
    answer: models.ExperimentTimeseries,
    info: ExperimentInfo,
    names: Mapping[str, str | None],
    context: RowContext,
    *,
    bandit: bool,
) -> list[ResultRow]:
    """The rows of a time series, as ``experiment_results`` makes those of results."""
    common = {**_of_answer(answer), "edition": "timeseries"}
    rows = Rows(info, f"/v2/experiments/{info.experiment_id}/timeseries", context, **common)
    for place, metric in enumerate(answer.metrics or ()):
        measured = _metric(metric)
        for key, series in (metric.results or {}).items():
            variation = _variation(key, series, names)
            for step, point in enumerate(series.timeseries or ()):
                rows.add(
                    f"/metrics/{place}/results/{_escaped(key)}/timeseries/{step}",
                    apart=(_filters(metric), point.time),
                    **measured,
                    **variation,
                    **_figures(point, measured, _difference_kind(answer)),
                    **({} if bandit else _called(point.lift)),
                    period_end=point.time,
                    is_primary=not place,
                )
    return rows.found


def from_campaign_results(
    answer: models.CampaignResults,
    campaign: models.Campaign | ExperimentInfo | int | None = None,
    **context: Unpack[RowContext],
) -> list[ResultRow]:
    """A row for each metric and experience of a campaign, whose id stands for the experiment's.

    ``variation_id`` is the response's own key: a variation's or experiment's id, ``campaign`` for all of them together,
    ``baseline`` for visitors held back. Otherwise as ``from_results``.
    """
    info = _info_of(answer.campaign_id, campaign)
    rows = Rows(info, f"/v2/campaigns/{info.experiment_id}/results", context, **_of_answer(answer))
    _add_metrics(rows, answer, {}, bandit=False, edition="campaign results")
    return rows.found


def _add_metrics(
    rows: Rows,
    answer: models.ExperimentResults | models.CampaignResults,
    names: Mapping[str, str | None],
    *,
    bandit: bool,
    edition: str,
) -> None:
    metrics: Sequence[Any] = answer.metrics or ()
    first = _first(metrics)
    for place, metric in enumerate(metrics):
        measured = _metric(metric)
        conclusion = getattr(metric, "conclusion", None)
        part = "results" if metric.results else "variation_results"
        before = len(rows.found)
        for key, one in (metric.results or getattr(metric, part, None) or {}).items():
            rows.add(
                f"/metrics/{place}/{part}/{_escaped(key)}",
                apart=_filters(metric),
                **measured,
                **_variation(key, one, names),
                **_figures(one, measured, _difference_kind(answer)),
                **({} if bandit else _called(one.lift, key, conclusion)),
                is_primary=None if first is None else place == first,
                edition=f"{edition} of 2016" if metric.unit is not None else edition,
            )
        if conclusion is None:
            rows.name_winners(before)


def _first(metrics: Sequence[Any]) -> int | None:
    """The place of the primary metric: the first, or in answers of 2016 the one that ranks first, if they rank any."""
    ranks = [metric.priority for metric in metrics]
    if any(rank is not None for rank in ranks):
        return None if None in ranks else ranks.index(min(ranks))
    return None if any(metric.unit is not None for metric in metrics) else 0


def _of_answer(answer: models.ExperimentResults | models.ExperimentTimeseries | models.CampaignResults) -> _Values:
    """What an answer says of all its rows. Which of the vendor's three kinds of statistics it has, it does not say."""
    config: models.StatsConfig | None = getattr(answer, "stats_config", None)
    level = config.confidence_level if config else None
    threshold = answer.confidence_threshold if answer.confidence_threshold is not None else level
    return {
        "period_start": answer.start_time,
        "period_end": answer.end_time,
        "threshold": threshold,
        "interval_level": threshold if level is None else level,
    }


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


def _is_bandit(experiment: object) -> bool:
    """Whether traffic follows the figures, so that nothing can be concluded from them."""
    return "bandit" in str(getattr(experiment, "type", None))


def _difference_kind(answer: object) -> str:
    """How variations are compared; a lift is relative wherever the response does not say otherwise."""
    config: models.StatsConfig | None = getattr(answer, "stats_config", None)
    return (config.difference_type if config else None) or "relative"


def _filters(metric: Any) -> str | None:
    """What tells a metric from others of the same event, kind and scope: a filter, a window of time, its parts."""
    properties = metric.event_properties.to_dict() if metric.event_properties else None
    found = (properties, metric.time_window, [part.to_dict() for part in metric.metrics or ()])
    return json.dumps(found, sort_keys=True) if any(found) else None


def _metric(metric: Any) -> _Values:
    """What is measured; what stood under other names in 2016 is asked for last."""
    old = {name: getattr(metric, name, None) for name in ("metric_id", "event", "event_name", "measure", "unit")}
    kind = _metric_kind(metric, old["measure"])
    scope = metric.scope or old["unit"]
    return {
        "metric_id": metric.event_id if metric.event_id is not None else old["metric_id"] or old["event"],
        "metric_name": metric.name or old["event_name"],
        "metric_kind": f"{kind} per {scope}" if kind and scope not in (None, "visitor") else kind,
        "direction": translated(
            metric.winning_direction if hasattr(metric, "winning_direction") else None, _DIRECTIONS
        ),
        **_UNITS.get(str(kind), {}),
    }


def _metric_kind(metric: Any, measure: Any) -> Any:
    if metric.aggregator == "sum":
        return str(metric.field or "value")
    return translated(translated(metric.aggregator or measure, _KINDS), _MEASURES)


def _variation(key: str, one: Any, names: Mapping[str, str | None]) -> _Values:
    """Which variation; the vendor's examples show that the id inside can differ from the key, which counts."""
    return {"variation_id": key, "variation_name": one.name or names.get(key), "is_baseline": one.is_baseline}


def _figures(one: Any, measured: _Values, kind: str) -> _Values:
    counted = str(measured["metric_kind"]).split(" per ")[0] in _COUNTED
    figures: dict[str, object] = {
        "units": one.samples,
        "conversions" if counted else "value": one.value,
        "mean": one.rate,
        "variance": one.variance,
    }
    if (lift := one.lift) is None:
        return figures
    low, high = lift.confidence_interval if len(lift.confidence_interval or ()) == 2 else (None, None)
    certain = lift.significance is not None
    return figures | {
        "difference": lift.value,
        "difference_low": low,
        "difference_high": high,
        "difference_kind": None if lift.value is None else kind,
        "interval_kind": kind,
        "probability": lift.significance,
        "probability_kind": "significance" if certain else None,
        "alternative": "two-sided" if certain else None,
    }


def _called(lift: models.Datapoint | None, key: str = "", conclusion: Any = None) -> _Values:
    """What the vendor calls a variation: by the metric's conclusion, else by its comparison with the baseline."""
    if lift is None:
        return {}
    named = {conclusion.loser: "loser", conclusion.winner: "winner"} if conclusion else {}
    compared = None
    if lift.is_significant is not None:
        compared = _STATUSES.get(str(lift.lift_status)) if lift.is_significant else "inconclusive"
    return {
        "significant": lift.is_significant,
        "verdict": named.get(key, compared),
        "units_remaining": lift.visitors_remaining,
    }


def _escaped(key: str) -> str:
    """The key as a part of a JSON pointer."""
    return key.replace("~", "~0").replace("/", "~1")
