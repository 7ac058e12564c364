"""Your own counts as rows of an experiment, compared as LaunchDarkly documents.

The vendor's documents are https://launchdarkly.com/docs/guides/statistical-methodology and the pages below it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Unpack

from attrs import asdict

from abclient_api.launchdarkly import models

from ...analysis import Alternative, Compare, Question, Sample, bayesian, fixed_horizon, rows_from_counts
from ...analysis._rows import lines_of
from ._analysis import analysis, direction_of, is_bandit, is_primary, unit_of
from ._metrics import measured, members
from .rows import experiment_info, metric_words

if TYPE_CHECKING:
    from ...analysis import Comparison
    from ...results import ResultRow
    from ._metrics import Measured

_OWN = ("experiment_id", "variation_id", "variation_name", "metric_id", "is_baseline")


def rows_of_counts(
    experiment: models.Experiment,
    counts: Iterable[Mapping[str, Any]],
    *,
    project: str | None = None,
    environment: str | None = None,
    compare: Compare | None = None,
    iteration: models.IterationRep | None = None,
    fetched_at: datetime | None = None,
    account: str | None = None,
) -> list[ResultRow]:
    """Rows of counts; arguments and errors as for ``Experiment.analyse``."""
    if is_bandit(experiment):
        raise ValueError(f"experiment {experiment.key} is a bandit, whose traffic follows the figures: nothing to test")
    _check_iteration(iteration)
    chosen = iteration or experiment.current_iteration
    treatments = (chosen.treatments if chosen else None) or ()
    if chosen is None or not treatments:
        raise ValueError(f"experiment {experiment.key} has no treatments, or was loaded without expand='treatments'")
    info = experiment_info(experiment, project=project, environment=environment, iteration=chosen)
    common = {name: value for name, value in asdict(info).items() if name not in ("vendor", "started_at", "ended_at")}
    common |= {"period_start": info.started_at, "period_end": info.ended_at, "iteration": chosen.id, "account": account}
    common.pop("modified")
    lines = [
        common | _of_metric(chosen, line) | _without_ours(line) | _of_treatment(experiment, treatments, line)
        for line in lines_of(counts)
    ]
    return rows_from_counts(
        lines,
        vendor=info.vendor,
        fetched_at=fetched_at or datetime.now(UTC),
        compare=compare or documented(experiment, running=info.status == "running"),
    )


def _without_ours(line: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in line.items() if name not in _OWN}


def _of_treatment(
    experiment: models.Experiment, treatments: Iterable[models.TreatmentRep], line: Mapping[str, Any]
) -> dict[str, Any]:
    """What is known of the treatment that a line counts."""
    wanted = {str(line[name]) for name in ("variation_id", "variation_name") if line.get(name) is not None}
    for one in treatments:
        variations = {parameter.variation_id for parameter in one.parameters or ()}
        if wanted and wanted <= {one.id, one.name, *variations}:
            return {"variation_id": one.id, "variation_name": one.name, "is_baseline": bool(one.baseline)}
    known = ", ".join(f"{one.name} ({one.id})" for one in treatments)
    said = " and ".join(sorted(wanted)) or "nothing"
    raise ValueError(f"experiment {experiment.key}: a line counts the treatment {said}; there are {known}")


def _of_metric(iteration: models.IterationRep, line: Mapping[str, Any]) -> dict[str, Any]:
    """What is known of the metric that a line counts."""
    found: list[Measured] = [each for one in measured(iteration) for each in (one, *members(one))]
    key = line.get("metric_id")
    metric = next((one for one in found if one.key == key), None)
    if metric is None:
        known = ", ".join(dict.fromkeys(one.key for one in found))
        raise ValueError(f"a line counts the metric {key!r}; there are {known}")
    if getattr(metric, "analysis_type", None) == "percentile":
        raise ValueError(f"the metric {key} is looked at by percentile, which counts do not tell")
    direction = direction_of(metric)
    return {
        **metric_words(metric, metric.key),
        **unit_of(metric),
        "is_primary": is_primary(iteration, metric.key),
        **({} if direction is None else {"direction": direction}),
    }


def documented(experiment: models.Experiment, *, running: bool) -> Compare:
    """How the vendor compares, as far as it documents that.

    Raises:
        ValueError: its sequential test, of which the formula is not published, for an experiment that still runs.
    """
    methodology = experiment.methodology or "bayesian"
    known = analysis(experiment, "frequentist" if methodology == "export_only" else methodology, "increase")
    level: float = known["threshold"] if known.get("threshold") is not None else 0.95
    if methodology == "bayesian":
        return partial(bayesian, prior="control", level=level)
    if known["statistics"] == "frequentist-sequential" and running:
        raise ValueError(
            f"experiment {experiment.key} is judged by LaunchDarkly's sequential test, whose formula is not published:"
            " give compare=, such as functools.partial(confidence_sequence, planned_units=...)"
        )
    return partial(_frequentist, level=level, one_sided=known.get("alternative") in ("larger", "smaller"))


def _frequentist(
    baseline: Sample, variation: Sample, *, one_sided: bool = False, **question: Unpack[Question]
) -> Comparison:
    """By the relative difference; conversions are values of 0 and 1."""
    better: Alternative = "smaller" if question.get("direction") == "decrease" else "larger"
    alternative: Alternative = better if one_sided else "two-sided"
    return fixed_horizon(_values(baseline), _values(variation), alternative=alternative, test="lift", **question)


def _values(sample: Sample) -> Sample:
    if sample.conversions is None:
        return sample
    return Sample.of_sums(units=sample.units, total=sample.conversions, squares=sample.conversions)


def _check_iteration(iteration: object) -> None:
    if iteration is not None and not isinstance(iteration, models.IterationRep):
        raise TypeError(f"iteration must be an IterationRep, not {type(iteration).__name__}")
