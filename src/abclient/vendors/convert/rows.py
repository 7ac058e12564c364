"""Convert's reports as rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Unpack, cast
from urllib.parse import quote

from ...results._row import ExperimentInfo, ResultRow, RowContext
from ...results._rows import Rows
from ...results._values import as_info, as_number, status_of
from .._convert_rows import KINDS, PER_ORDER, UNITS, figures, has_baseline, of_day, period_of, variation
from ._reading import id_of, read_id
from .vendor import VENDOR

if TYPE_CHECKING:
    from abclient_api.convert import models

_TESTS = {"sequential": "frequentist-sequential"}
_ALTERNATIVES = {"two_tails": "two-sided", "one_tail": "larger", "one_tail_right": "larger", "one_tail_left": "smaller"}
_DAILY_METRICS = {
    "avg_revenue_per_visitor": "avg_revenue_visitor",
    "avg_products_ordered_per_visitor": "avg_products_ordered_visitor",
}
"""What daily reports call the metrics of aggregated ones."""


def experiment_info(
    experience: models.Experience | ExperimentInfo | int, *, project: int | str | None = None
) -> ExperimentInfo:
    """The experience, or the id of one, in terms shared by all vendors.

    Args:
        experience: the experience.
        project: the project's id, which an experience usually has itself.
    """
    if isinstance(experience, ExperimentInfo):
        return experience
    if isinstance(experience, int):
        place = None if project is None else str(project)
        return ExperimentInfo(vendor=VENDOR.name, project=place, experiment_id=str(experience))
    own = experience.project
    return as_info(
        vendor=VENDOR.name,
        project=project if project is not None or own is None else id_of(own),
        experiment_id=experience.id,
        experiment_name=experience.name,
        status=status_of(experience.status),
        started_at=experience.start_time,
        ended_at=experience.end_time,
    )


def currency_of(project: Any) -> str | None:
    """The symbol of the currency that a project's revenue is in; None where it does not say, or is an id."""
    settings = getattr(project, "reporting_settings", None)
    symbol: str | None = settings and settings.currency_symbol
    return symbol or None


def allocation(experience: models.Experience) -> dict[str, float]:
    """The intended share of traffic of each variation that is there whole, by its id; none where a bandit moves it."""
    shares: dict[str, float] = {}
    if _is_bandit(experience):
        return shares
    for one in experience.variations or ():
        share = as_number(getattr(one, "traffic_distribution", None))
        if share is not None:
            shares[str(read_id(one))] = share
    return shares


def from_report(
    answer: models.ExperienceAggregatedReport,
    experience: models.Experience | ExperimentInfo | int,
    *,
    project: int | str | None = None,
    goals: Iterable[models.Goal] = (),
    account_id: int | str | None = None,
    **context: Unpack[RowContext],
) -> list[ResultRow]:
    """A row for each goal, variation and metric.

    Args:
        answer: the report.
        experience: the experience; or its id, and then rows have no name, status, times and primary metric.
        project: the project's id, where the experience does not say.
        goals: the goals as they were loaded, for their names; an experience with expanded goals holds them itself.
        account_id: the account's id, which no response has; without it, ``source`` lacks a part of the path.
        **context: what the response does not say about itself.

    Raises:
        ValueError: a figure is malformed; the error names experience and field.
    """
    rows = _rows(answer, experience, (account_id, project), "aggregated_report", context, answer.stats_methodology)
    names = _goal_names(experience, goals)
    decisive = _decisive(experience)
    known = {str(one.id): one for one in answer.variations_data or ()}
    is_bandit = _is_bandit(experience)
    for place, goal in enumerate(answer.report_data or ()):
        metric: dict[str, object] = {"metric_id": goal.goal_id, "metric_name": names.get(str(goal.goal_id))}
        comparable = has_baseline(goal, known)
        for step, one in enumerate(goal.variations or ()):
            told = variation(one, known.get(str(one.id)))
            for where, found in figures(one, answer.stats_methodology):
                if is_bandit:
                    found["significant"] = None  # no test holds where traffic follows the results
                rows.add(
                    f"/data/reportData/{place}/variations/{step}/{where}",
                    # There is no way to tell the vendor otherwise.
                    wanted=None if is_bandit else "increase",
                    comparable=comparable,
                    **{**metric, **told, **found, **_of_statistics(experience, found)},
                    is_primary=None if decisive is None else decisive == (str(goal.goal_id), found.get("metric_kind")),
                )
    rows.name_winners()
    return rows.found


def from_daily_report(
    answer: models.ExperienceDailyReport,
    experience: models.Experience | ExperimentInfo | int,
    *,
    goal: models.Goal | int,
    metric: str = "conversion_rate",
    project: int | str | None = None,
    goals: Iterable[models.Goal] = (),
    account_id: int | str | None = None,
    **context: Unpack[RowContext],
) -> list[ResultRow]:
    """A row for each variation and day. The report does not say which goal and metric it is about.

    Args:
        answer: the report.
        experience: the experience, or its id.
        goal: the goal that was asked for.
        metric: the metric that was asked for.
        project: the project's id, where the experience does not say.
        goals: the goals as they were loaded, for their names.
        account_id: the account's id, which no response has; without it, ``source`` lacks a part of the path.
        **context: what the response does not say about itself.

    Raises:
        ValueError: a figure is malformed; the error names experience and field.
    """
    rows = _rows(answer, experience, (account_id, project), "daily_report", context, None)
    shared = _DAILY_METRICS.get(metric, metric)
    kind = KINDS.get(shared, shared)
    decisive = _decisive(experience)
    goal_id = str(read_id(goal))
    told: dict[str, object] = {
        "metric_id": goal_id,
        "metric_name": _goal_names(experience, [goal, *goals]).get(goal_id),
        "metric_kind": kind,
        "is_primary": None if decisive is None else decisive == (goal_id, kind),
        **UNITS.get(kind, {}),
    }
    for pointer, one, day in _days(answer):
        found = of_day(day)
        if kind == "conversion":
            # The unit of a day's rate is not documented; that of what it is made of is clear.
            counted, units = as_number(found.pop("value")), as_number(found["units"])
            found |= {"conversions": counted, "mean": counted / units if counted is not None and units else None}
        rows.add(pointer, **{**told, **variation(one, _known(answer, one)), **found, **PER_ORDER.get(kind, {})})
    return rows.found


def from_traffic_allocation(
    answer: models.ExperienceDailyTrafficAllocationReport,
    experience: models.Experience | ExperimentInfo | int,
    *,
    project: int | str | None = None,
    account_id: int | str | None = None,
    **context: Unpack[RowContext],
) -> list[ResultRow]:
    """A row for each variation and day: ``mean`` is the share of traffic, from 0 to 1.

    Args:
        answer: the report.
        experience: the experience, or its id.
        project: the project's id, where the experience does not say.
        account_id: the account's id, which no response has; without it, ``source`` lacks a part of the path.
        **context: what the response does not say about itself.

    Raises:
        ValueError: a figure is malformed; the error names experience and field.
    """
    rows = _rows(answer, experience, (account_id, project), "daily_traffic_allocation", context, None)
    for pointer, one, day in _days(answer):
        share = as_number(day.value)
        told: dict[str, Any] = {"metric_kind": "traffic", "mean": None if share is None else share / 100}
        rows.add(pointer, **{**told, **variation(one, _known(answer, one)), **period_of(day)})
    return rows.found


def _rows(
    answer: Any,
    experience: Any,
    place: tuple[int | str | None, int | str | None],
    report: str,
    context: RowContext,
    methodology: str | None,
) -> Rows:
    account, project = place
    info = experiment_info(experience, project=project)
    steps = {"accounts": account, "projects": info.project, "experiences": info.experiment_id}
    path = "".join(f"/{name}/{quote(str(one), safe='')}" for name, one in steps.items() if one is not None)
    path = f"/api/v2{path}/{report}"
    if currency := context.get("currency") or currency_of(getattr(experience, "project", None)):
        context = {**context, "currency": currency}
    threshold = _threshold(experience, methodology)
    return Rows(info, path, context, edition=report, threshold=None if threshold is None else threshold / 100)


def _days(answer: Any) -> Iterable[tuple[str, Any, Any]]:
    """Where in the response, which variation, and the figures of a day."""
    data = answer.report_data
    for place, one in enumerate((data and data.variations) or ()):
        stats = cast("list[Any]", one.stats or [])
        for step, day in enumerate(stats):
            yield f"/data/reportData/variations/{place}/stats/{step}", one, day


def _known(answer: Any, one: Any) -> Any:
    return next((known for known in answer.variations_data or () if str(known.id) == str(one.id)), None)


def _goal_names(experience: Any, goals: Iterable[Any]) -> dict[str, str | None]:
    own: list[Any] = getattr(experience, "goals", None) or []
    return {str(goal.id): goal.name for goal in (*own, *goals) if not isinstance(goal, int | str)}


def _decisive(experience: Any) -> tuple[str, str] | None:
    """The goal and the kind of metric by which the experience is decided."""
    goal = getattr(experience, "primary_goal", None)
    if goal is None:
        return None
    settings = getattr(experience, "settings", None)
    metric = (settings and settings.primary_metric) or "conversion_rate"
    return str(goal), KINDS.get(metric, metric)


def _engine(experience: Any) -> Any:
    settings = getattr(experience, "settings", None)
    return settings and settings.stats_engine_processing


def _is_bandit(experience: Any) -> bool:
    """Whether traffic is moved to what does well."""
    engine = _engine(experience)
    return bool(engine and engine.mab_settings)


def _threshold(experience: Any, methodology: str | None) -> float | None:
    """The confidence, or the probability, that the experience asks for, in percent."""
    if (engine := _engine(experience)) is None or methodology is None:
        return None
    return as_number(engine.decision_threshold if methodology == "bayesian" else engine.confidence)


def _of_statistics(experience: Any, found: dict[str, object]) -> dict[str, object]:
    """What the experience's settings say about how figures are computed."""
    engine = _engine(experience)
    if engine is None or found.get("statistics") != "frequentist":
        return {}
    test = engine.test_type
    return {
        "statistics": _TESTS.get(test, "frequentist-fixed") if test else "frequentist",
        "alternative": _ALTERNATIVES.get(test),
        "correction": engine.multiple_comparison_correction,
    }
