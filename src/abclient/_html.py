"""Several things as small tables of HTML, for notebooks. Every text is escaped, and no table is long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from abclient_api._html import MOST_LINES, fields, records, table

_ROW = ("experiment", "metric", "variation", "verdict", "difference", "interval", "probability", "units")
_ERROR = "\N{WARNING SIGN} "


def row_html(row: Any, names: Iterable[str]) -> str:
    """What a row of results holds."""
    values = ((name, getattr(row, name)) for name in names)
    return fields(type(row).__name__, ((name, value) for name, value in values if value is not None))


def rows_html(rows: Sequence[Any]) -> str:
    """Rows of results: what each is about, and who is winning."""
    return table(_ROW, map(_row_line, rows[:MOST_LINES]), caption=_counted(rows, "row"), total=len(rows))


def winners_html(winners: Sequence[Any]) -> str:
    """Winners, with the reason for each."""
    lines = ([*_row_line(row)[:3], reason] for row, reason in winners[:MOST_LINES])
    return table((*_ROW[:3], "reason"), lines, caption=_counted(winners, "winner"), total=len(winners))


def page_html(items: Sequence[Any], *, failures: int, more: bool) -> str:
    """A page of a list."""
    unreadable = f" and {failures:,} that cannot be read" if failures else ""
    rest = "there is more" if more else "the last one"
    return records(items, caption=f"Page of {_counted(items, 'item')}{unreadable}, {rest}")


def items_html(items: Sequence[Any]) -> str:
    """Several resources of one kind."""
    return records(items, caption=_counted(items, "item"))


def outcome_html(outcome: Any) -> str:
    """One outcome of a bulk call."""
    return table(("key", "value"), [_outcome_line(outcome)])


def outcomes_html(outcomes: Sequence[Any]) -> str:
    """The outcomes of a bulk call: values, or why there is none."""
    failed = sum(not outcome.ok for outcome in outcomes)
    caption = f"{_counted(outcomes, 'outcome')}, {failed:,} failed" if failed else _counted(outcomes, "outcome")
    return table(("key", "value"), map(_outcome_line, outcomes[:MOST_LINES]), caption=caption, total=len(outcomes))


def _outcome_line(outcome: Any) -> list[object]:
    if outcome.error is None:
        return [outcome.key, outcome.value]
    return [outcome.key, f"{_ERROR}{type(outcome.error).__name__}: {outcome.error}"]


def _row_line(row: Any) -> list[object]:
    form = "+.1%" if row.difference_kind == "relative" else "+.4g"
    ends = [_number(end, form) for end in (row.difference_low, row.difference_high)]
    kind = str(row.probability_kind or "").replace("_", " ")
    return [
        row.experiment_name or row.experiment_id,
        row.metric_name or row.metric_id,
        row.variation_name or row.variation_id,
        "baseline" if row.is_baseline else row.verdict,
        _number(row.difference, form),
        " to ".join(ends) if any(ends) else "",
        f"{_number(row.probability, '.1%')} {kind}".strip() if row.probability is not None else "",
        _number(row.units, ",d"),
    ]


def _number(value: float | None, form: str) -> str:
    return "" if value is None else format(value, form)


def _counted(several: Sequence[object], noun: str) -> str:
    return f"{len(several):,} {noun}{'' if len(several) == 1 else 's'}"
