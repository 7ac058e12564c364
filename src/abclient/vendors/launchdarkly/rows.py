"""LaunchDarkly's results as rows: those of experiments, and legacy results of flags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Unpack
from urllib.parse import quote

from ...results._row import ExperimentInfo, ResultRow, RowContext
from ...results._rows import Rows
from ...results._values import as_info, as_number, status_of, translated
from ._analysis import analysis, direction_of, is_bandit, is_primary, named, unit_of, variance_of
from ._metrics import measured, members
from ._row_values import joined, last_seen, parse_timestamp, significance
from .legacy_rows import LegacyRowContext, from_legacy_results, from_legacy_series
from .vendor import VENDOR

if TYPE_CHECKING:
    from abclient_api.launchdarkly import models

    from ._metrics import Measured

__all__ = [
    "LegacyRowContext",
    "allocation",
    "experiment_info",
    "from_legacy_results",
    "from_legacy_series",
    "from_results",
]

# The third kind, custom, says nothing of what is measured, so it stays as it is.
KINDS = {"click": "conversion", "pageview": "conversion"}
"""The vendor's kinds of metrics, in the words of rows."""


def experiment_info(
    experiment: models.Experiment | ExperimentInfo | str,
    *,
    project: str | None = None,
    environment: str | None = None,
    iteration: models.IterationRep | None = None,
) -> ExperimentInfo:
    """The experiment, or the key of one, in terms shared by all vendors.

    Status and times are those of the iteration; of the experiment's current one, unless another is handed in.
    """
    if isinstance(experiment, ExperimentInfo):
        return experiment
    loaded = None if isinstance(experiment, str) else experiment
    iteration = iteration or _current(loaded)
    status = None
    if loaded and loaded.archived_date:
        status = "archived"
    elif iteration:
        status = status_of(iteration.status)
    elif loaded:
        status = "not_started"
    return as_info(
        vendor=VENDOR.name,
        project=project,
        environment=environment,
        experiment_id=loaded.key if loaded else experiment,
        experiment_name=loaded.name if loaded else None,
        status=status,
        started_at=parse_timestamp(iteration.started_at) if iteration else None,
        ended_at=parse_timestamp(iteration.ended_at) if iteration else None,
    )


def allocation(experiment: models.Experiment, iteration: models.IterationRep | None = None) -> dict[str, float]:
    """The intended share of traffic of each treatment, by its id; empty if treatments were not loaded.

    Args:
        experiment: whose current iteration counts.
        iteration: counts instead.
    """
    shares = ((one.id, as_number(one.allocation_percent)) for one in _treatments(iteration or _current(experiment)))
    return {key: share for key, share in shares if key and share is not None}


def from_results(
    answer: models.ExperimentBayesianResultsRep,
    experiment: models.Experiment | ExperimentInfo | str,
    metric_key: str,
    *,
    project: str | None = None,
    environment: str | None = None,
    iteration: models.IterationRep | None = None,
    **context: Unpack[RowContext],
) -> list[ResultRow]:
    """A row for each treatment; where the results are sliced by an attribute, one for each treatment in each slice.

    A slice's rows have the attribute and its value as their ``segment``, such as ``country=Canada``. Results by
    percentile have the percentile as ``mean``, and say so in ``metric_kind`` (``percentile 95``). ``statistics`` is the
    experiment's methodology.

    Args:
        answer: the results of an experiment for one metric.
        experiment: the experiment, loaded with ``expand="treatments"``: without treatments the baseline
            is unknown, and rows have no difference. A metric other than the primary one has a name and a kind
            only if the experiment was loaded with ``expand="secondaryMetrics"`` too.
        metric_key: the metric.
        project: the project's key.
        environment: the environment's key.
        iteration: of the experiment, the one that the response is about, if it was asked for by ``iteration_id``; else
            it is the current one.
        **context: what the response does not say about itself.

    Raises:
        ValueError: a figure is malformed, or none is known; the error names experiment and field.
    """
    info = experiment_info(experiment, project=project, environment=environment, iteration=iteration)
    loaded = None if isinstance(experiment, ExperimentInfo | str) else experiment
    place = _place(info, metric_key, iteration)
    iteration = iteration or _current(loaded)
    baseline = next((one.id for one in _treatments(iteration) if one.baseline), None)
    common = _of_answer(answer, metric_key, loaded, iteration)
    common["period_end"] = info.ended_at or last_seen(answer.metric_seen)
    rows = Rows(info, place, context)
    for part in _parts(answer, info.experiment_id):
        segment = {} if part.segment is None else {"segment": _joined_segment(context.get("segment"), part.segment)}
        _add(rows, part, baseline, common | segment, bandit=is_bandit(loaded))
    rows.name_winners()
    return rows.found


def _add(rows: Rows, part: _Part, baseline: str | None, common: Mapping[str, Any], *, bandit: bool) -> None:
    """Add the rows of all contexts, or of a slice."""
    base = next((as_number(_figure(one)) for one in part.treatments if one.treatment_id == baseline), None)
    threshold = common["threshold"]
    called = named(part.treatments, baseline, threshold if common["statistics"] == "bayesian" else None)
    for place, one in enumerate(part.treatments):
        figures = {**_probability(one, baseline), **_difference(one, baseline, base if baseline else None)}
        decision = called.get(one.treatment_id) or _significant(figures, threshold)
        rows.add(
            f"{part.pointer}/{place}",
            wanted=common["direction"],
            edition=part.pointer.split("/")[1],
            variation_id=one.treatment_id,
            variation_name=one.treatment_name,
            is_baseline=None if baseline is None else one.treatment_id == baseline,
            units=one.units,
            variance=variance_of(one),
            **common,
            **_mean(one),
            **figures,
            **({} if bandit else decision),
        )


def _of_answer(
    answer: models.ExperimentBayesianResultsRep,
    metric_key: str,
    experiment: models.Experiment | None,
    iteration: models.IterationRep | None,
) -> dict[str, Any]:
    """What all rows of an answer have in common."""
    metric = next((one for one in _metrics(iteration) if one.key == metric_key), None)
    direction = direction_of(metric)
    return {
        "threshold": None,
        **analysis(experiment, _statistics(answer, experiment), direction),
        **_metric(metric, metric_key, answer),
        **unit_of(metric),
        "direction": direction,
        "is_primary": is_primary(iteration, metric_key),
        "iteration": iteration.id if iteration else None,
    }


def _significant(figures: dict[str, object], threshold: float | None) -> dict[str, object]:
    """Whether a difference is significant, by its p-value."""
    probability = figures.get("probability")
    if threshold is None or not isinstance(probability, float) or figures["probability_kind"] != "significance":
        return {}
    return {"significant": probability >= threshold}


class _Part(NamedTuple):
    """Figures of all visitors, or of a slice.

    Attributes:
        segment: the slice; None for all visitors.
        pointer: where in the response.
        treatments: the figures.
    """

    segment: str | None
    pointer: str
    treatments: Sequence[models.TreatmentResultRep]


def _parts(answer: models.ExperimentBayesianResultsRep, experiment_id: str) -> list[_Part]:
    """The figures of all visitors, which later editions of the vendor's document have as a slice, and of the slices.

    Raises:
        ValueError: there are slices, and no figures in any of them.
    """
    parts = [_Part(None, "/treatmentResults", answer.treatment_results)] if answer.treatment_results else []
    for place, one in enumerate(answer.results or ()):
        segment = _slice(one)
        if one.treatment_results and (segment is not None or not parts):
            parts.append(_Part(segment, f"/results/{place}/treatmentResults", one.treatment_results))
    if answer.results and not parts:
        raise ValueError(
            f"{VENDOR.name} experiment {experiment_id}, /results: there are slices, and no figures in them"
        )
    for part in parts:
        for number, treatment in enumerate(part.treatments):
            _check_understood(treatment, f"{VENDOR.name} experiment {experiment_id}, {part.pointer}/{number}")
    return parts


def _slice(one: models.SlicedResultsRep) -> str | None:
    """The name of a slice, such as ``country=Canada``; None for all visitors."""
    if one.attribute is None and one.attribute_value is None:
        return None
    return f"{one.attribute or ''}={'' if one.attribute_value is None else one.attribute_value}"


def _joined_segment(asked: str | None, found: str) -> str:
    return f"{asked}, {found}" if asked else found


_FIGURES = ("units", "mean", "percentile_value", "p_best", "p_value", "relative_differences")


def _check_understood(one: models.TreatmentResultRep, what: str) -> None:
    """Refuse figures of which none is known: a row without any would look as if the vendor had said nothing.

    Raises:
        ValueError: names what is there instead.
    """
    if one.additional_properties and all(getattr(one, name) is None for name in _FIGURES):
        raise ValueError(f"{what}: no figure is known, only {', '.join(sorted(one.additional_properties))}")


def _figure(one: models.TreatmentResultRep) -> Any:
    """The mean, or the percentile that stands in its place, as it is in the response."""
    return one.percentile_value if one.mean is None else one.mean


def _mean(one: models.TreatmentResultRep) -> dict[str, object]:
    """The figure and its interval."""
    interval = one.percentile_interval if one.mean is None else one.credible_interval
    ends = {} if interval is None else {"mean_low": interval.lower, "mean_high": interval.upper}
    return {"mean": _figure(one), **ends}


def _statistics(answer: models.ExperimentBayesianResultsRep, experiment: models.Experiment | None) -> str | None:
    """By the experiment's methodology; without one by the figures, and bayesian for means, as all once were."""
    if experiment and experiment.methodology:
        return experiment.methodology
    treatments = [one for part in (answer, *(answer.results or ())) for one in part.treatment_results or ()]
    if any(_p_values(one) for one in treatments):
        return "frequentist"
    percentiles = [one.percentile_value is not None and one.p_best is None for one in treatments]
    return None if percentiles and all(percentiles) else "bayesian"


def _p_values(one: models.TreatmentResultRep) -> list[float]:
    found = [one.p_value, *(each.p_value for each in one.relative_differences or ())]
    return [value for value in found if value is not None]


def _probability(one: models.TreatmentResultRep, baseline: str | None) -> dict[str, object]:
    if one.p_best is not None:
        return {"probability": one.p_best, "probability_kind": "is_best"}
    interval = _interval(one, baseline)
    return significance(interval.p_value if interval and interval.p_value is not None else one.p_value)


def _current(experiment: models.Experiment | None) -> models.IterationRep | None:
    return experiment.current_iteration if experiment else None


def _treatments(iteration: models.IterationRep | None) -> Iterable[models.TreatmentRep]:
    return (iteration.treatments if iteration else None) or ()


def metric_words(metric: Measured | None, metric_key: str) -> dict[str, object]:
    """Key, name and kind of a metric; name and kind are None where it was not loaded."""
    kind = translated(metric.kind, KINDS) if metric else None
    return {"metric_id": metric_key, "metric_name": metric.name if metric else None, "metric_kind": kind}


def _metric(metric: Measured | None, metric_key: str, answer: models.ExperimentBayesianResultsRep) -> dict[str, object]:
    words = metric_words(metric, metric_key)
    if _by_percentile(answer):
        percentile = as_number(answer.percentile)
        words["metric_kind"] = "percentile" if percentile is None else f"percentile {percentile:g}"
    return words


def _metrics(iteration: models.IterationRep | None) -> Iterator[Measured]:
    """The metrics of an iteration, wherever an edition of the vendor's document has them, and those of its groups."""
    for one in measured(iteration):
        yield one
        yield from members(one)


def _by_percentile(answer: models.ExperimentBayesianResultsRep) -> bool:
    parts = (answer, *(answer.results or ()))
    return any(
        one.percentile_value is not None and one.mean is None for part in parts for one in part.treatment_results or ()
    )


def _interval(one: models.TreatmentResultRep, baseline: str | None) -> models.RelativeDifferenceRep | None:
    known = one.relative_differences or ()
    return next((each for each in known if each.from_treatment_id == baseline), None) if baseline else None


def _difference(one: models.TreatmentResultRep, baseline: str | None, base: float | None) -> dict[str, object]:
    """The relative difference from the baseline: the vendor gives its interval, and the means give its middle."""
    interval = _interval(one, baseline)
    if interval is None:
        return {}
    figure = as_number(_figure(one))
    return {
        "difference": figure / base - 1 if figure is not None and base else None,
        "difference_low": interval.lower,
        "difference_high": interval.upper,
        "difference_kind": "relative",
        "interval_kind": "relative",
    }


def _place(info: ExperimentInfo, metric_key: str, iteration: models.IterationRep | None) -> str:
    key = info.experiment_id
    path = ("projects", info.project, "environments", info.environment, "experiments", key)
    which = f"?iterationId={quote(iteration.id, safe='')}" if iteration and iteration.id else ""
    return f"/api/v2/{joined((*path, 'metrics', metric_key, 'results'))}{which}"
