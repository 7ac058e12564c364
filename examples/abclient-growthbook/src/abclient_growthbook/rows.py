"""GrowthBook's results as rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Unpack
from urllib.parse import quote, urlencode

from abclient.results import ExperimentInfo, ResultRow, RowContext, Rows

from .analysis import (
    AnyMetric,
    Levels,
    Measure,
    comparison_of,
    is_bandit,
    measure_of,
    statistics_of,
    verdict_of,
)
from .rest import models
from .vendor import VENDOR

_STATUSES = {"draft": "not_started", "running": "running", "stopped": "ended"}


def experiment_info(experiment: models.Experiment | ExperimentInfo | str) -> ExperimentInfo:
    """The experiment, or the id of one, in terms shared by all vendors; its times are those of its last phase."""
    if isinstance(experiment, ExperimentInfo):
        return experiment
    if isinstance(experiment, str):
        return ExperimentInfo(vendor=VENDOR.name, experiment_id=experiment)
    status = _STATUSES.get(experiment.status or "", experiment.status)
    phase = experiment.phases[-1] if experiment.phases and status != "not_started" else None
    return ExperimentInfo(
        vendor=VENDOR.name,
        project=experiment.project or None,
        experiment_id=experiment.id,
        experiment_name=experiment.name or None,
        status="archived" if experiment.archived is True else status,
        started_at=phase.date_started if phase else None,
        ended_at=phase.date_ended if phase else None,
        modified=experiment.date_updated,
    )


def allocation(experiment: models.Experiment) -> dict[str, float]:
    """The intended share of traffic of each variation in the last phase, by its id; empty for bandits."""
    if is_bandit(experiment) or not experiment.phases:
        return {}
    shares = experiment.phases[-1].traffic_split or ()
    return {one.variation_id: one.weight for one in shares if one.variation_id and one.weight is not None}


def from_results(
    answer: models.ExperimentResults,
    experiment: models.Experiment | ExperimentInfo | str,
    *,
    metrics: Mapping[str, AnyMetric] | None = None,
    levels: Levels | None = None,
    value: str | None = None,
    **context: Unpack[RowContext],
) -> list[ResultRow]:
    """A row for each metric and variation; of results by a dimension, for each of its values, too.

    A row of a dimension has it and its value as ``segment``, such as ``exp:country=US``, unless the context says
    otherwise.

    Args:
        answer: the results.
        experiment: the experiment; or its id, and then rows have no project, name and status.
        metrics: the organization's metrics, by id; rows of others have no kind and no direction.
        levels: from when on a result counts; by default the vendor's defaults.
        value: only the results of this value of the dimension.
        **context: what the response does not say about itself.

    Raises:
        ValueError: a figure is malformed; the error names experiment and field.
    """
    info = experiment_info(experiment)
    rows = Rows(
        info,
        _place(info, answer),
        context,
        edition="results",
        iteration=answer.phase,
        period_start=answer.date_start or info.started_at,
        period_end=answer.date_end or info.ended_at,
    )
    loaded = experiment if isinstance(experiment, models.Experiment) else None
    for part in _parts(answer, value):
        segment = {} if part.segment is None or "segment" in context else {"segment": part.segment}
        for place, metric in enumerate(part.results.metrics or ()):
            pointer = f"{part.pointer}/metrics/{place}"
            measure = measure_of((metrics or {}).get(metric.metric_id or ""))
            for values in _of_metric(metric, measure, levels or Levels(), answer, loaded):
                rows.add(f"{pointer}/{values.pop('pointer')}", **segment, **values)
    if not is_bandit(loaded):
        rows.name_winners()
    return rows.found


class _Part(NamedTuple):
    """Results of all units, or of those with a value of a dimension."""

    segment: str | None
    pointer: str
    results: models.DimensionResults


def _parts(answer: models.ExperimentResults, value: str | None) -> Iterator[_Part]:
    dimension = answer.dimension
    named = None if dimension is None or dimension.type in (None, "none") else _name_of(dimension)
    for place, results in enumerate(answer.results or ()):
        if value is None or results.dimension == value:
            segment = None if named is None else f"{named}={results.dimension or ''}"
            yield _Part(segment, f"/result/results/{place}", results)


def _name_of(dimension: models.ResultsDimension) -> str:
    """The dimension, as it is asked for."""
    if dimension.type == "experiment":
        return f"exp:{dimension.id}"
    return dimension.id or f"pre:{dimension.type}"


def _of_metric(
    metric: models.MetricResults,
    measure: Measure,
    levels: Levels,
    answer: models.ExperimentResults,
    experiment: models.Experiment | None,
) -> Iterator[dict[str, Any]]:
    """The fields of each variation's row, and where in the metric's results they are from."""
    variations = [(one, one.analyses[0]) for one in metric.variations or () if one.analyses]
    baseline = variations[0][1].numerator if variations else None
    common = {
        "metric_id": metric.metric_id,
        "metric_name": metric.metric_name or measure.name,
        "metric_kind": measure.kind,
        "direction": measure.direction,
        "is_primary": _is_primary(metric.metric_id, answer.settings),
    }
    for place, (variation, one) in enumerate(variations):
        compared = comparison_of(one, levels)
        if not is_bandit(experiment):
            compared["verdict"] = verdict_of(compared, measure, (baseline, one.numerator))
        else:
            compared.pop("significant", None)
        yield {
            "pointer": f"variations/{place}/analyses/0",
            "variation_id": variation.variation_id,
            "variation_name": variation.variation_name or _name_in(experiment, variation.variation_id),
            "is_baseline": place == 0,
            **common,
            **_counted(variation, one, measure),
            **statistics_of(one, levels, experiment.settings if experiment else answer.settings),
            **compared,
        }


def _counted(variation: models.VariationResults, one: models.Analysis, measure: Measure) -> dict[str, Any]:
    """Units and what was counted; of ratios and quantiles neither is known unless the response has the units."""
    units = variation.users
    if units is None and measure.is_per_unit:
        units = one.denominator
    found: dict[str, Any] = {"units": units, "mean": one.mean, "variance": one.stddev**2 if one.stddev else None}
    if not measure.is_per_unit or one.numerator is None:
        return found
    found |= {} if measure.unit is None else {"value_unit": measure.unit, "value_scale": 1.0}
    counts = measure.kind in ("conversion", "count") and one.numerator == int(one.numerator)
    return found | {"conversions" if counts else "value": one.numerator}


def _is_primary(metric_id: str | None, settings: models.AnalysisSettings | None) -> bool | None:
    """Whether a metric is a goal; None where the response does not say which are."""
    goals: Sequence[models.ExperimentMetric] | None = settings.goals if settings else None
    return None if goals is None else metric_id in [one.metric_id for one in goals]


def _name_in(experiment: models.Experiment | None, variation_id: str | None) -> str | None:
    variations = (experiment.variations if experiment else None) or ()
    return next((one.name for one in variations if one.variation_id == variation_id), None)


def _place(info: ExperimentInfo, answer: models.ExperimentResults) -> str:
    query = {} if answer.phase is None else {"phase": answer.phase}
    dimension = answer.dimension
    if dimension is not None and dimension.type not in (None, "none"):
        query["dimension"] = _name_of(dimension)
    path = f"/v1/experiments/{quote(info.experiment_id, safe='')}/results"
    return f"{path}?{urlencode(query)}" if query else path
