"""The tools that judge: the health of experiments, what many came to, and one experiment explained."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .. import analysis, health, results
from ..results import ExperimentKey, ResultRow
from ..source import ExperimentResults, ListedExperiment, Source
from ._accounts import Accounts, Asked
from ._answer import Answers, Item, Result
from ._arguments import (
    AccountName,
    Environment,
    ExperimentId,
    Experiments,
    Offset,
    OfStatus,
    OnlyFindings,
    PrimaryMetrics,
    Project,
)
from ._pages import Choice, Page, described, figures, health_of, health_record, page_of, winner_records


class NoExperimentError(Exception):
    """There is no such experiment; the message says why, if that is known."""


class JudgingTools:
    """Each method is a tool; its docstring is what agents read of it."""

    def __init__(self, accounts: Accounts, answers: Answers) -> None:
        self._accounts = accounts
        self._answers = answers

    async def health(
        self,
        account: AccountName,
        project: Project = None,
        environment: Environment = None,
        status: OfStatus = None,
        only_findings: OnlyFindings = True,
        offset: Offset = 0,
        limit: Experiments = 100,
    ) -> Result:
        """Check experiments for uneven traffic (sample-ratio mismatch), missing or stale data, and too few units.

        Experiments that were not started are left out.
        """
        async with self._accounts.open(account, Asked(project, environment)) as source:
            page = await page_of(source, Choice((), status, offset, limit))
        items: list[Item] = []
        checked = unwell = 0
        for place, one in page.experiments.items():
            if one.listed.info.status == "not_started":
                continue
            for report in health_of(one):
                checked += 1
                unwell += not report.ok
                if not (only_findings and report.ok):
                    items.append(Item(place, health_record(report)))
        about = {**page.about, "checked": checked, "with_findings": unwell}
        return self._answers.result(
            items, about=about, total=page.total, next_offset=page.next_offset, failures=page.failures
        )

    async def portfolio(
        self,
        account: AccountName,
        project: Project = None,
        environment: Environment = None,
        offset: Offset = 0,
        limit: Experiments = 100,
    ) -> Result:
        """What experiments that ended came to together: the win rate, and the gains to expect of them in truth.

        Takes experiments with one variation and a primary metric that is a conversion, and tests their counts at a
        fixed horizon. observed is the measured gain in the wanted direction; expected is what remains after shrinking.
        """
        async with self._accounts.open(account, Asked(project, environment)) as source:
            page = await page_of(source, Choice((), None, offset, limit))
        compared = analysis.ended_comparisons(page.rows)
        left_out = len(page.experiments) - len(compared)
        about = {**page.about, "experiments_compared": len(compared), "experiments_left_out": left_out}
        items: list[Item] = []
        if len(compared) > 1:
            whole = analysis.portfolio(compared)
            about |= _totals(whole)
            items = list(_members(whole, page))
        else:
            about["why_nothing"] = "a portfolio needs two experiments that ended, with one variation each"
        return self._answers.result(
            items, about=about, total=page.total, next_offset=page.next_offset, failures=page.failures
        )

    async def explain_experiment(
        self,
        account: AccountName,
        experiment: ExperimentId,
        project: Project = None,
        environment: Environment = None,
        primary_metrics: PrimaryMetrics = None,
    ) -> Result:
        """Explain one experiment: dates, traffic, what each variation did to each metric, winners, health, cautions."""
        async with self._accounts.open(account, Asked(project, environment)) as source:
            listed = await only_experiment(source, experiment)
            page = await page_of(source, Choice((experiment,)))
        found = next(iter(page.experiments.values()), None) or ExperimentResults(listed, [], {}, {})
        record = {**described(listed.info), **_explained(found, primary_metrics or ())}
        return self._answers.result([Item(0, record)], total=1, failures=page.failures)


async def only_experiment(source: Source, experiment: str) -> ListedExperiment:
    """The experiment with this id.

    Raises:
        NoExperimentError: there is none.
    """
    found = [one async for one in source.experiments([experiment])]
    if not found:
        why = "; ".join(f"{what}: {error}" for what, error in source.failures.items())
        raise NoExperimentError(why or f"there is no experiment {experiment!r}")
    return found[0]


def _totals(whole: analysis.Portfolio[ExperimentKey]) -> dict[str, Any]:
    rate = whole.win_rate
    return {
        "won": len(whole.won),
        "lost": len(whole.lost),
        "undecided": len(whole.undecided),
        "win_rate": rate.rate,
        "win_rate_low": rate.low,
        "win_rate_high": rate.high,
        "interval_level": rate.interval_level,
        "winners_gain_observed": whole.observed_gain,
        "winners_gain_expected": whole.expected_gain,
        "pooled": str(whole.pooled),
        "caveats": [str(one) for one in (*whole.caveats, *whole.pooled.caveats)],
    }


def _members(whole: analysis.Portfolio[ExperimentKey], page: Page) -> Iterator[Item]:
    standings = {
        **dict.fromkeys(whole.won, "won"),
        **dict.fromkeys(whole.lost, "lost"),
        **dict.fromkeys(whole.undecided, "undecided"),
    }
    for place, one in page.experiments.items():
        key = one.listed.info.key
        if key in whole.shrunk:
            gains = {"observed": whole.shrunk[key].observed, "expected": whole.shrunk[key].effect}
            name = one.listed.info.experiment_name
            yield Item(place, {**key._asdict(), "experiment_name": name, "outcome": standings[key], **gains})


def _explained(one: ExperimentResults, primary_metrics: Sequence[str]) -> dict[str, Any]:
    won = results.winners(one.rows, primary_metrics=primary_metrics)
    reports = health_of(one)
    return {
        "summary": list(_summary(one, len(won), reports)),
        "traffic": _traffic(one.allocation),
        "winners": winner_records(won),
        "findings": [{"kind": each.kind, "message": each.message} for report in reports for each in report.findings],
        "cautions": [str(caution) for caution in analysis.cautions(one.rows)],
        "rows": [figures(row) for row in one.rows],
    }


def _traffic(allocation: Mapping[str, float]) -> list[dict[str, Any]]:
    total = sum(allocation.values())
    return [
        {"variation_id": variation, "share": share / total if total else None}
        for variation, share in allocation.items()
    ]


def _summary(one: ExperimentResults, winners: int, reports: Sequence[health.Health]) -> Iterator[str]:
    """Our own sentences, without any text of the vendor: that stands in fields of its own."""
    info = one.listed.info
    yield f"The experiment is {(info.status or 'of an unknown status').replace('_', ' ')}."
    if not one.rows:
        yield "There are no results of it."
        return
    primary = [row for row in one.rows if row.is_primary]
    metrics = len({row.metric_id or row.metric_name for row in one.rows})
    yield f"What was measured: metrics {metrics}, variations {len({row.variation_id for row in one.rows})}."
    yield f"Variations that have won on a primary metric: {winners}." if primary or winners else _NO_PRIMARY
    for verdict, words in _VERDICTS.items():
        count = sum(row.verdict == verdict for row in primary)
        if count:
            yield f"On primary metrics, comparisons that are {words}: {count}."
    units = max((sum(report.units.values()) for report in reports), default=0)
    if units:
        yield f"{units:,} units were counted in all."
    findings = sum(len(report.findings) for report in reports)
    yield f"Findings of the health check: {findings}." if findings else "The health check found no problem."


_NO_PRIMARY = "The vendor does not say which metric is primary: give primary_metrics."

_VERDICTS = {
    "winner": "won",
    "loser": "lost",
    "better": "significantly better",
    "worse": "significantly worse",
    "inconclusive": "undecided",
}


def primary_rows(rows: Sequence[ResultRow]) -> list[ResultRow]:
    """Comparisons on primary metrics; all comparisons where the vendor does not say which are."""
    compared = [row for row in rows if not row.is_baseline and row.difference is not None]
    return [row for row in compared if row.is_primary] or compared
