"""The views of a warehouse: what is current, and who has won, as ``abclient.results.winners`` says.

They are plain SQL of 1999 and later, so that they also work as models of dbt.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..results import COLUMNS
from ._tables import RESULTS

CURRENT, WINNERS = "current_results", "winners"
VIEWS = (CURRENT, WINNERS)

METRIC = (
    *("vendor", "account", "project", "environment", "experiment_id", "metric_id", "metric_name", "metric_kind"),
    "edition",
)
"""What tells a metric of an experiment from others; of each, the newest figures are current."""


def views(table: Callable[[str], str], quoted: Callable[[str], str]) -> dict[str, str]:
    """The statements that make the views, by their names.

    Args:
        table: gives the full name of a table or view.
        quoted: gives a column's name as it is written in SQL.
    """
    source = table(RESULTS)
    return {
        CURRENT: f"CREATE OR REPLACE VIEW {table(CURRENT)} AS {current_results(source, quoted)}",
        WINNERS: f"CREATE OR REPLACE VIEW {table(WINNERS)} AS {winners(source, quoted)}",
    }


def current_results(source: str, quoted: Callable[[str], str]) -> str:
    """The newest figures of each metric and segment: not earlier iterations, nor earlier points of a series."""
    return _newest(source, quoted, (*METRIC, "segment"), "")


def winners(source: str, quoted: Callable[[str], str]) -> str:
    """The variations that have won on their experiment's primary metric, for all visitors."""
    deciding = f"WHERE {quoted('is_primary')} AND {quoted('segment')} IS NULL"
    return f"{_newest(source, quoted, METRIC, deciding)} AND {quoted('verdict')} = 'winner'"


def _newest(source: str, quoted: Callable[[str], str], group: Sequence[str], where: str) -> str:
    names = ", ".join(quoted(name) for name in ("export_id", "export_key", *COLUMNS))
    groups = ", ".join(map(quoted, group))
    # An iteration that has just begun has no data yet, and is newer than the one that ended before.
    until = f"COALESCE({quoted('period_end')}, {quoted('period_start')})"
    order = f"CASE WHEN {until} IS NULL THEN 0 ELSE 1 END DESC, {until} DESC, {quoted('fetched_at')} DESC"
    age = f"RANK() OVER (PARTITION BY {groups} ORDER BY {order})"
    inner = f"SELECT {names}, {age} AS {quoted('age')} FROM {source} {where}".rstrip()  # noqa: S608  # no value
    return f"SELECT {names} FROM ({inner}) AS {quoted('ranked')} WHERE {quoted('age')} = 1"  # noqa: S608  # no value
