"""A page of experiments with their results, and how tools describe them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import aclosing
from typing import Any, NamedTuple

from attrs import fields

from .. import health
from .._items import key_text
from ..results import ExperimentInfo, ExperimentKey, ResultRow, Winner
from ..source import ExperimentResults, ListedExperiment, Source
from ._progress import report_progress

ROW_COLUMNS = (
    *("metric_id", "metric_name", "metric_kind", "is_primary", "variation_id", "variation_name", "is_baseline"),
    *("segment", "units", "conversions", "value", "value_unit", "currency", "mean", "difference", "difference_low"),
    *("difference_high", "difference_kind", "probability", "probability_kind", "threshold", "significant", "verdict"),
    *("direction", "statistics", "period_start", "period_end"),
)
"""What answers say of a row; its experiment is said once."""

_IDENTITY = ("vendor", "account", "project", "environment", "experiment_id", "experiment_name", "status")


class Choice(NamedTuple):
    """Which experiments.

    Attributes:
        ids: of the experiments; empty for all.
        status: only those with this status; None for any.
        offset: how many to skip.
        limit: how many at most.
    """

    ids: Sequence[str] = ()
    status: str | None = None
    offset: int = 0
    limit: int = 1


class Page(NamedTuple):
    """Experiments with their results.

    Attributes:
        experiments: by their places among all that were chosen, in order.
        total: how many there are in all.
        next_offset: where the next page begins; None if this is the last.
        failures: the reasons, by the name of what could not be listed, fetched or read.
    """

    experiments: Mapping[int, ExperimentResults]
    total: int
    next_offset: int | None
    failures: Mapping[str, Exception]

    @property
    def rows(self) -> list[ResultRow]:
        """The rows of all experiments."""
        return [row for one in self.experiments.values() for row in one.rows]

    @property
    def about(self) -> dict[str, Any]:
        """How many experiments an answer is about."""
        return {"experiments_looked_at": len(self.experiments), "experiments_in_all": self.total}


async def page_of(source: Source, choice: Choice) -> Page:
    """Fetch the results of those experiments alone that are on the page."""
    places: dict[ExperimentKey, int] = {}
    end = choice.offset + choice.limit

    def wants(listed: ListedExperiment) -> bool:
        if choice.status not in (None, listed.info.status):
            return False
        return choice.offset <= places.setdefault(listed.info.key, len(places)) < end

    found: dict[int, ExperimentResults] = {}
    failures: dict[str, Exception] = {}
    async with aclosing(source.by_experiment(choice.ids, wants=wants)) as experiments:
        async for one in experiments:
            found[places[one.listed.info.key]] = one
            failures |= one.failures
            await report_progress(len(found), "experiments read")
    failures |= source.failures
    ordered = {place: found[place] for place in sorted(found)}
    return Page(ordered, len(places), end if end < len(places) else None, failures)


def identity(info: ExperimentInfo) -> dict[str, Any]:
    """Which experiment it is."""
    return {name: getattr(info, name) for name in _IDENTITY}


def described(info: ExperimentInfo) -> dict[str, Any]:
    """All that is known of an experiment without its results."""
    return {one.name: getattr(info, one.name) for one in fields(ExperimentInfo)}


def figures(row: ResultRow) -> dict[str, Any]:
    """What answers say of a row."""
    return {name: getattr(row, name) for name in ROW_COLUMNS}


def winner_records(won: Sequence[Winner]) -> list[dict[str, Any]]:
    """What answers say of the winners of an experiment."""
    return [{"reason": one.reason, **figures(one.row)} for one in won]


def chosen_rows(rows: Sequence[ResultRow], *, metric: str | None, primary_only: bool) -> list[ResultRow]:
    """Those of a metric, by id or name, and of primary metrics alone if that is wanted."""
    return [
        row for row in rows if metric in (None, row.metric_id, row.metric_name) and (row.is_primary or not primary_only)
    ]


def health_of(one: ExperimentResults) -> list[health.Health]:
    """The health of an experiment; missing rows of what could not be fetched are not a finding."""
    info = one.listed.info
    unfetched = any(key_text(key) in one.failures for key in one.listed.keys.values())
    expected = [info.key] if info.status == "running" and not unfetched else []
    return health.check(one.rows, allocations={info.key: one.allocation}, expected=expected)


def health_record(report: health.Health) -> dict[str, Any]:
    """What answers say of a health report."""
    return {
        **report.experiment._asdict(),
        "experiment_name": report.experiment_name,
        "status": report.status,
        "segment": report.segment,
        "ok": report.ok,
        "findings": [{"kind": one.kind, "message": one.message} for one in report.findings],
        "units": dict(report.units),
        "split_p_value": report.mismatch.p_value if report.mismatch else None,
        "data_until": report.data_until,
    }
