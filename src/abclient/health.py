"""Possible problems of an experiment, computed from its result rows in the same way for every vendor.

::

    from abclient import health
    from abclient.vendors.launchdarkly import rows as launchdarkly

    info = launchdarkly.experiment_info(experiment, project=..., environment=...)
    shares = {info.key: launchdarkly.allocation(experiment)}
    for report in health.check(rows, allocations=shares):
        for finding in report.findings:
            print(report.experiment, finding.kind, finding.message)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Literal, TypeAlias

from attrs import frozen

from .analysis import SplitTest, sequential_split_test, split_test
from .analysis._arguments import chance, count, mapping, one_of
from .results import ExperimentKey, ResultRow
from .results._checks import LARGEST_COUNT
from .results._given import rows_alone

FindingKind: TypeAlias = Literal["sample_ratio_mismatch", "no_data", "stale_data", "too_few_units"]

SplitTestName: TypeAlias = Literal["sequential", "chi-square"]

MISMATCH_P_VALUES: Mapping[SplitTestName, float] = {"sequential": 0.01, "chi-square": 0.001}
"""Below these a split is a mismatch. That of the sequential test is for all looks at an experiment together; that of
chi-square for a single look, and stricter, so that a thousand healthy experiments give one false alarm, not ten."""

STALE_AFTER = timedelta(hours=48)
FEW_UNITS = 100

_NONE: Mapping[ExperimentKey, Mapping[str, float]] = {}
_EMPTY: Mapping[str, float] = {}


@frozen(kw_only=True)
class Finding:
    """A possible problem.

    Attributes:
        kind: what it is.
        message: a human-readable description with figures.
    """

    kind: FindingKind
    message: str


@frozen(kw_only=True)
class Health:
    """The health of one experiment, or of one segment of it.

    Attributes:
        experiment: which one.
        experiment_name: its name.
        segment: the segment that was checked; None for all visitors.
        status: the experiment's status.
        units: units of each variation, by id; empty where the vendor does not count any.
        mismatch: the test of the traffic split; None where the shares are unknown or there is too little to test.
        data_until: the time of the newest data; None if the vendor does not give it.
        findings: possible problems; empty if nothing was found.
    """

    experiment: ExperimentKey
    experiment_name: str | None = None
    segment: str | None = None
    status: str | None = None
    units: Mapping[str, int]
    mismatch: SplitTest | None = None
    data_until: datetime | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def check(
    rows: Iterable[ResultRow],
    *,
    allocations: Mapping[ExperimentKey, Mapping[str, float]] | None = None,
    expected: Iterable[ExperimentKey] = (),
    split: SplitTestName = "sequential",
    mismatch_p_value: float | None = None,
    stale_after: timedelta = STALE_AFTER,
    few_units: int = FEW_UNITS,
) -> list[Health]:
    """The health of every experiment that has rows or is expected to have some, in the order of their first rows.

    Args:
        rows: of any number of experiments and vendors.
        allocations: the intended shares of traffic by experiment and variation id; each vendor's ``allocation``
            returns those of an experiment. The split of an experiment without shares is not tested.
        expected: experiments that should have rows; those without rows are reported as having no data.
        split: how the split of traffic is tested: ``sequential`` may be repeated every night, ``chi-square`` is for a
            single look (``analysis.sequential_split_test`` and ``analysis.split_test``).
        mismatch_p_value: a p-value below this is a sample-ratio mismatch; by default 0.01 of the sequential test, so
            that at most one in a hundred healthy experiments ever raises an alarm, and 0.001 of the other.
        stale_after: data of a running experiment that was older than this when it was fetched is stale.
        few_units: a variation with fewer units than this has too few for a conclusion.

    Raises:
        TypeError: an argument is of another type, such as a table in place of rows.
        ValueError: ``split`` is neither, or a number cannot be.
        ImportError: SciPy is not installed, which chi-square needs; it comes with the extra ``analysis``.
    """
    one_of(split, "split", tuple(_SPLIT_TESTS))
    below = MISMATCH_P_VALUES[split] if mismatch_p_value is None else chance(mismatch_p_value, "mismatch_p_value")
    few_units, stale_after = count(few_units, "few_units"), _duration(stale_after)
    wanted, intended = _expected(expected), mapping(allocations or _NONE, "allocations", "experiments to shares")
    reports: list[Health] = []
    for (experiment, segment), own in _parts(rows_alone(rows, "rows")).items():
        shares = intended.get(experiment, _EMPTY)
        units = _units(own, shares)
        mismatch = _SPLIT_TESTS[split](units, shares)
        findings = [
            *_missing(own),
            *_stale(own, stale_after),
            *_few(own, units, few_units),
            *_mismatched(own, mismatch, below),
        ]
        reports.append(
            Health(
                experiment=experiment,
                experiment_name=own[-1].experiment_name,
                segment=segment,
                status=own[-1].status,
                units=units,
                mismatch=mismatch,
                data_until=_until(own),
                findings=tuple(findings),
            )
        )
    seen = {report.experiment for report in reports}
    return reports + [_without_rows(key) for key in wanted if key not in seen]


def _duration(stale_after: timedelta) -> timedelta:
    if not isinstance(stale_after, timedelta):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers need not be typed
        raise TypeError(f"stale_after is {stale_after!r}, not a timedelta")
    return stale_after


def _expected(expected: Iterable[ExperimentKey]) -> list[ExperimentKey]:
    """Each experiment once."""
    if isinstance(expected, ExperimentKey):  # which is iterable
        raise TypeError("expected is a single ExperimentKey: give several, such as a list of it")
    known = list(dict.fromkeys(expected))
    for key in known:
        if not isinstance(key, ExperimentKey):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers need not be typed
            raise TypeError(f"expected has a {type(key).__name__} in it, not ExperimentKeys alone")
    return known


def _parts(rows: Iterable[ResultRow]) -> Mapping[tuple[ExperimentKey, str | None], list[ResultRow]]:
    """The rows of each experiment and segment."""
    parts: dict[tuple[ExperimentKey, str | None], list[ResultRow]] = defaultdict(list)
    for row in rows:
        parts[row.experiment, row.segment].append(row)
    return parts


_SPLIT_TESTS: Mapping[SplitTestName, Callable[[Mapping[str, int], Mapping[str, float]], SplitTest | None]] = {
    "sequential": sequential_split_test,
    "chi-square": split_test,
}


def _without_rows(experiment: ExperimentKey) -> Health:
    missing = Finding(kind="no_data", message="there are no results")
    return Health(experiment=experiment, units={}, findings=(missing,))


_Period: TypeAlias = tuple[datetime | None, datetime | None]


def _units(rows: Sequence[ResultRow], shares: Mapping[str, float]) -> dict[str, int]:
    """Units by variation, of the metric and period with the most units; days that follow one another are one period.

    Units of variations with a share count first: others may be of an earlier iteration, of a metric that failed since.
    Metrics per session or event count those in place of visitors, so they are looked at only if there are no others.
    """
    per_visitor = [row for row in rows if " per " not in (row.metric_kind or "")] or rows
    metrics: dict[object, dict[_Period, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for row in per_visitor:
        if row.units is not None and row.variation_id is not None:
            metric = (row.metric_id, row.metric_name, row.metric_kind, row.iteration)
            metrics[metric][row.period_start, row.period_end][row.variation_id] = row.units

    def size(units: dict[str, int]) -> tuple[int, int]:
        return sum(count for key, count in units.items() if key in shares), sum(units.values())

    nothing: dict[str, int] = {}
    return max((each for periods in metrics.values() for each in _totals(periods)), key=size, default=nothing)


def _totals(periods: Mapping[_Period, dict[str, int]]) -> list[dict[str, int]]:
    """The units of every period; of periods of which none overlaps another, such as days, those of all together."""
    known = sorted((start, end) for start, end in periods if start is not None and end is not None)
    apart = all(before[1] <= after[0] for before, after in pairwise(known))
    if len(known) < len(periods) or len(known) < 2 or not apart:
        return list(periods.values())
    total: dict[str, int] = defaultdict(int)
    for units in periods.values():
        for key, size in units.items():
            total[key] = min(total[key] + size, LARGEST_COUNT)
    return [dict(total)]


def _counted(row: ResultRow) -> bool:
    return bool(row.units or row.conversions or row.value or row.mean)


def _missing(rows: Sequence[ResultRow]) -> list[Finding]:
    if all(row.status == "not_started" for row in rows):
        return []
    metrics: dict[tuple[str | None, str | None], bool] = defaultdict(bool)
    for row in rows:
        metrics[row.metric_id, row.metric_name] |= _counted(row)
    if not any(metrics.values()):
        return [Finding(kind="no_data", message="nothing was counted for any metric")]
    return [
        Finding(kind="no_data", message=f"nothing was counted for the metric {name or key or 'without a name'}")
        for (key, name), counted in metrics.items()
        if not counted
    ]


def _until(rows: Sequence[ResultRow]) -> datetime | None:
    """Until when there is data: a series may go on with days on which nothing was counted."""
    counted = [row for row in rows if _counted(row)] or rows
    return max((row.period_end for row in counted if row.period_end is not None), default=None)


def _stale(rows: Sequence[ResultRow], stale_after: timedelta) -> list[Finding]:
    until = _until(rows)
    if until is None or rows[-1].status != "running":
        return []
    age = max(row.fetched_at for row in rows) - until
    if age <= stale_after:
        return []
    hours = age.total_seconds() / 3600
    return [Finding(kind="stale_data", message=f"the newest data was {hours:.0f} hours old when it was fetched")]


def _names(rows: Sequence[ResultRow]) -> dict[str | None, str | None]:
    return {row.variation_id: row.variation_name for row in rows}


def _few(rows: Sequence[ResultRow], units: Mapping[str, int], few_units: int) -> list[Finding]:
    names = _names(rows)
    few = [f"{names.get(key) or key} has {count}" for key, count in units.items() if count < few_units]
    if not few or not any(units.values()):
        return []
    return [Finding(kind="too_few_units", message=f"fewer than {few_units} units: {', '.join(few)}")]


def _mismatched(rows: Sequence[ResultRow], mismatch: SplitTest | None, below: float) -> list[Finding]:
    if mismatch is None or mismatch.p_value >= below:
        return []
    names = _names(rows)
    splits = ", ".join(
        f"{names.get(key) or key} has {count} where {mismatch.expected[key]:.0f} were expected"
        for key, count in mismatch.observed.items()
    )
    return [Finding(kind="sample_ratio_mismatch", message=f"p = {mismatch.p_value:.2g}: {splits}")]
