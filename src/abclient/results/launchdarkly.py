"""LaunchDarkly's results as rows: those of experiments, and legacy results of flags."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Unpack, cast
from urllib.parse import quote

from ._row import About, ResultRow, Rows, Subject, number, status_of, subject_of, translated

if TYPE_CHECKING:
    from abclient_api.launchdarkly import models

VENDOR = "launchdarkly"

# The third kind, custom, says nothing of what is measured, so it stays as it is.
_KINDS = {"click": "conversion", "pageview": "conversion"}


class LegacyAbout(About, total=False):
    """What legacy results do not say of themselves.

    Attributes:
        project: the project's key.
        environment: the environment's key.
        baseline: the place of the baseline among the flag's variations, from 0.
    """

    project: str | None
    environment: str | None
    baseline: int | None


def subject(
    experiment: models.Experiment | Subject | str,
    *,
    project: str | None = None,
    environment: str | None = None,
    iteration: models.IterationRep | None = None,
) -> Subject:
    """The experiment, or the key of one, in words that all vendors share.

    Status and times are those of the iteration; of the experiment's current one, unless another is handed in.
    """
    if isinstance(experiment, Subject):
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
    return subject_of(
        vendor=VENDOR,
        project=project,
        environment=environment,
        experiment_id=loaded.key if loaded else experiment,
        experiment_name=loaded.name if loaded else None,
        status=status,
        start=_moment(iteration.started_at) if iteration else None,
        end=_moment(iteration.ended_at) if iteration else None,
    )


def allocation(experiment: models.Experiment, iteration: models.IterationRep | None = None) -> dict[str, float]:
    """The share of the traffic that each treatment should get, by its id; empty if treatments were not loaded.

    Args:
        experiment: whose current iteration counts.
        iteration: counts instead.
    """
    shares = ((one.id, number(one.allocation_percent)) for one in _treatments(iteration or _current(experiment)))
    return {key: share for key, share in shares if key and share is not None}


def from_results(
    answer: models.ExperimentBayesianResultsRep,
    experiment: models.Experiment | Subject | str,
    metric_key: str,
    *,
    project: str | None = None,
    environment: str | None = None,
    iteration: models.IterationRep | None = None,
    **about: Unpack[About],
) -> list[ResultRow]:
    """A row for each treatment.

    Args:
        answer: the results of an experiment for one metric.
        experiment: the experiment, loaded with ``expand="treatments"``: without treatments nobody says which of them
            is the baseline, and so rows have no difference. A metric other than the primary one has a name and a kind
            only if the experiment was loaded with ``expand="secondaryMetrics"`` too.
        metric_key: the metric.
        project: the project's key.
        environment: the environment's key.
        iteration: of the experiment, the one that the answer is about, if it was asked for by ``iteration_id``; else
            it is the current one.
        **about: what the answer does not say of itself.

    Raises:
        ValueError: a figure is garbage; the error names experiment and field.
    """
    about_whom = subject(experiment, project=project, environment=environment, iteration=iteration)
    rows = Rows(about_whom, _place(about_whom, metric_key, iteration), about)
    iteration = iteration or (None if isinstance(experiment, Subject | str) else _current(experiment))
    baseline = next((one.id for one in _treatments(iteration) if one.baseline), None)
    results = answer.treatment_results or []
    base_mean = next((number(one.mean) for one in results if one.treatment_id == baseline), None) if baseline else None
    for place, one in enumerate(results):
        rows.add(
            f"/treatmentResults/{place}",
            **_metric(iteration, metric_key),
            end=about_whom.end or _last_seen(answer.metric_seen),
            variation_id=one.treatment_id,
            variation_name=one.treatment_name,
            is_baseline=None if baseline is None else one.treatment_id == baseline,
            units=one.units,
            mean=one.mean,
            probability=one.p_best,
            probability_kind=None if one.p_best is None else "is_best",
            statistics="bayesian",
            **_difference(one, baseline, base_mean),
        )
    return rows.found


def from_legacy_results(
    answer: models.ExperimentResults, flag_key: str, metric_key: str, **about: Unpack[LegacyAbout]
) -> list[ResultRow]:
    """A row for each variation of a flag, from the totals; the flag's key stands for the experiment.

    Args:
        answer: the legacy results of a flag for one metric.
        flag_key: the flag.
        metric_key: the metric.
        **about: what the answer does not say of itself.

    Raises:
        ValueError: a figure is garbage; the error names flag and field.
    """
    baseline, rows = _legacy_rows(flag_key, metric_key, about)
    first, last = _span(answer)
    for place, total in enumerate(answer.totals or ()):
        rows.add(
            f"/totals/{place}",
            **_legacy_variation(answer, place, baseline, metric_key),
            start=first,
            end=_last_seen(answer.metric_seen) or last,
            units=total.cumulative_impression_count,
            conversions=total.cumulative_count,
            value=total.cumulative_value,
            mean=total.cumulative_conversion_rate,
            difference=total.improvement,
            difference_kind=None if total.improvement is None else "relative",
            **_significance(total.p_value),
        )
    return rows.found


def from_legacy_series(
    answer: models.ExperimentResults, flag_key: str, metric_key: str, **about: Unpack[LegacyAbout]
) -> list[ResultRow]:
    """A row for each slice of time and variation of a flag, with what was counted until then; ``end`` is its time.

    Slices count no units and compare nothing. Arguments and errors as ``from_legacy_results``.
    """
    baseline, rows = _legacy_rows(flag_key, metric_key, about)
    begin, _ = _span(answer)
    for step, one in enumerate(answer.series or ()):
        for place, variation in enumerate(one.variation_data or ()):
            rows.add(
                f"/series/{step}/VariationData/{place}",
                **_legacy_variation(answer, place, baseline, metric_key),
                start=begin,
                end=_moment(one.time),
                conversions=variation.cumulative_count,
                value=variation.cumulative_value,
                mean=variation.cumulative_conversion_rate,
            )
    return rows.found


def _legacy_rows(flag_key: str, metric_key: str, about: LegacyAbout) -> tuple[int | None, Rows]:
    """The place of the baseline, and what collects the rows of legacy results."""
    common = dict(about)
    baseline, project, environment = (common.pop(name, None) for name in ("baseline", "project", "environment"))
    about_whom = subject_of(vendor=VENDOR, project=project, environment=environment, experiment_id=flag_key)
    path = ("flags", about_whom.project, flag_key, "experiments", about_whom.environment, metric_key)
    return cast("int | None", baseline), Rows(about_whom, f"/api/v2/{_joined(path)}", cast("About", common))


def _legacy_variation(
    answer: models.ExperimentResults, place: int, baseline: int | None, metric_key: str
) -> dict[str, object]:
    return {
        "metric_id": metric_key,
        "metric_kind": "conversion",
        "variation_id": _variation(answer, place),
        "is_baseline": None if baseline is None else place == baseline,
        "statistics": "frequentist",
    }


def _significance(p_value: Any) -> dict[str, object]:
    p = number(p_value)
    return {} if p is None else {"probability": 1 - p, "probability_kind": "significance"}


def _variation(answer: models.ExperimentResults, place: int) -> object:
    """The variation's id, where the free-form metadata has one; else its place among the flag's variations."""
    metadata = answer.metadata or []
    key = metadata[place].key if place < len(metadata) else None
    found = cast("Mapping[str, object]", key).get("variationId") if isinstance(key, Mapping) else None
    return found if isinstance(found, str) else place


def _current(experiment: models.Experiment | None) -> models.IterationRep | None:
    return experiment.current_iteration if experiment else None


def _treatments(iteration: models.IterationRep | None) -> Iterable[models.TreatmentRep]:
    return (iteration.treatments if iteration else None) or ()


def _metric(iteration: models.IterationRep | None, metric_key: str) -> dict[str, object]:
    known = [iteration.primary_metric, *(iteration.secondary_metrics or ())] if iteration else []
    metric = next((one for one in known if one and one.key == metric_key), None)
    if metric is None:
        return {"metric_id": metric_key}
    return {"metric_id": metric_key, "metric_name": metric.name, "metric_kind": translated(metric.kind, _KINDS)}


def _difference(one: models.TreatmentResultRep, baseline: str | None, base_mean: float | None) -> dict[str, object]:
    """The relative difference from the baseline: the vendor gives its interval, and the means give its middle."""
    interval = next((each for each in one.relative_differences or () if each.from_treatment_id == baseline), None)
    if baseline is None or interval is None:
        return {}
    mean = number(one.mean)
    return {
        "difference": mean / base_mean - 1 if mean is not None and base_mean else None,
        "difference_low": interval.lower,
        "difference_high": interval.upper,
        "difference_kind": "relative",
    }


def _last_seen(seen: models.MetricSeen | None) -> Any:
    return _moment(seen.timestamp) if seen else None


def _moment(value: Any) -> Any:
    """A point in time from milliseconds since 1970, or from seconds: the vendor writes both.

    Garbage stays as it is, so that the row refuses it by the name of its field.
    """
    if not value:
        return None
    try:
        # Milliseconds of any time since March 1973 are more than seconds of any time before the year 5138.
        return datetime.fromtimestamp(value / 1000 if value >= 100_000_000_000 else value, UTC)
    except (OSError, OverflowError, TypeError, ValueError):
        return value


def _span(answer: models.ExperimentResults) -> tuple[Any, Any]:
    """The first and the last time of the series; garbage among them comes before all else."""
    known = [moment for one in answer.series or () if (moment := _moment(one.time)) is not None]
    garbage = next((moment for moment in known if not isinstance(moment, datetime)), None)
    return (min(known, default=None), max(known, default=None)) if garbage is None else (garbage, garbage)


def _place(about_whom: Subject, metric_key: str, iteration: models.IterationRep | None) -> str:
    key = about_whom.experiment_id
    path = ("projects", about_whom.project, "environments", about_whom.environment, "experiments", key)
    which = f"?iterationId={quote(iteration.id, safe='')}" if iteration and iteration.id else ""
    return f"/api/v2/{_joined((*path, 'metrics', metric_key, 'results'))}{which}"


def _joined(path: tuple[str | None, ...]) -> str:
    return "/".join(quote(part or "", safe="") for part in path)
