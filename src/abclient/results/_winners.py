"""Which variations have won, and why: of rows, or of a table of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, overload

from .._listing import Listing
from ._frames import column_values, names_of, take
from ._given import rows_alone
from ._row import ResultRow
from ._values import STATUSES, status_of

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    Frame = TypeVar("Frame", pandas.DataFrame, polars.DataFrame, pyarrow.Table)

_METRIC = (
    *("vendor", "account", "project", "environment", "experiment_id", "metric_id", "metric_name", "metric_kind"),
    "edition",  # points of a time series are newer than the results that they lead to
)
_NEEDED = (
    *_METRIC,
    *(
        "variation_id",
        "status",
        "segment",
        "is_primary",
        "verdict",
        "period_start",
        "period_end",
        "fetched_at",
        "direction",
    ),
    *("difference", "difference_kind", "probability", "probability_kind", "threshold"),
)


class Winner(NamedTuple):
    """A variation that has won.

    Attributes:
        row: its row.
        reason: why, in a sentence for people.
    """

    row: ResultRow
    reason: str


@overload
def winners(
    rows: Iterable[ResultRow], *, status: str | None = ..., primary_metrics: Collection[str | int] = ...
) -> list[Winner]: ...
@overload
def winners(rows: Frame, *, status: str | None = ..., primary_metrics: Collection[str | int] = ...) -> Frame: ...
def winners(rows: Any, *, status: str | None = None, primary_metrics: Collection[str | int] = ()) -> Any:
    """The variations that have won on their experiment's primary metric, by the vendor's own verdict.

    Looks at the newest figures of each metric, for all visitors: not at segments, at earlier points of time series, nor
    at earlier iterations.

    Args:
        rows: any number of rows, of any vendors; or a table of Arrow, pandas or Polars that ``to_arrow`` and its like
            made, or that was read from an export.
        status: of the experiment, such as ``"running"``, or a vendor's own word for it; by default any.
        primary_metrics: the ids of metrics that are primary where the vendor does not say, as for Convert's experiences
            with several goals; as text or numbers.

    Returns:
        The winners with their reasons, in the order of the rows; of a table, a table of the winners' rows with a column
        ``reason``.

    Raises:
        KeyError: the table lacks a column.
        TypeError: ``rows`` holds something else than rows, such as dicts; or ``primary_metrics`` is a text, in which
            every part of an id would be found.
        ValueError: ``status`` is neither one that all vendors share nor that of a row.
    """
    if isinstance(primary_metrics, str):
        raise TypeError(f"primary_metrics is {primary_metrics!r}: give a set of ids, such as {{{primary_metrics!r}}}")
    if not isinstance(status, str | None):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers need not be typed
        raise TypeError(f"status is a {type(status).__name__}, not a text")
    primary = {str(one) for one in primary_metrics}
    if not hasattr(rows, "columns"):
        known = rows_alone(rows, "rows")
        values = [dict(zip(_NEEDED, _values(row), strict=True)) for row in known]
        won = (Winner(known[place], reason) for place, reason in _won(values, status, primary))
        return Listing(won, "winners")
    if missing := sorted(set(_NEEDED) - set(names_of(rows))):
        raise KeyError(f"the table has no column {', '.join(missing)}")
    columns = {name: column_values(rows[name]) for name in _NEEDED}
    values = [dict(zip(_NEEDED, line, strict=True)) for line in zip(*columns.values(), strict=True)]
    return _taken(rows, list(_won(values, status, primary)))


_values = attrgetter(*_NEEDED)


def _checked_status(status: str | None, rows: Sequence[Mapping[str, Any]]) -> str | None:
    """The status in the terms shared by all vendors."""
    shared: str | None = status_of(status)
    if rows and shared is not None and shared not in STATUSES and all(row["status"] != shared for row in rows):
        raise ValueError(f"no row has the status {status!r}; all vendors share {', '.join(STATUSES)}")
    return shared


def _taken(frame: Any, won: list[tuple[int, str]]) -> Any:
    taken, reasons = take(frame, [place for place, _ in won]), [reason for _, reason in won]
    if hasattr(frame, "append_column"):
        import pyarrow as pa

        return taken.append_column("reason", pa.array(reasons, pa.string()))
    if hasattr(frame, "with_columns"):
        import polars as pl

        return taken.with_columns(pl.Series("reason", reasons, pl.String()))
    import pandas as pd

    return taken.assign(reason=pd.array(reasons, dtype=pd.StringDtype("python")))


def _won(
    rows: Sequence[Mapping[str, Any]], status: str | None, primary_metrics: Collection[str]
) -> Iterator[tuple[int, str]]:
    """The places of winners, and why they won."""
    status = _checked_status(status, rows)
    newest: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    for row in rows:
        if _decides(row, primary_metrics):
            newest[_metric(row)] = max(newest.get(_metric(row), _NEVER), _age(row))
    for place, row in enumerate(rows):
        won = row["verdict"] == "winner" and status in (None, row["status"]) and _decides(row, primary_metrics)
        if won and _age(row) == newest[_metric(row)]:
            yield place, _reason(row)


_NEVER = (False,)


def _age(row: Mapping[str, Any]) -> tuple[Any, ...]:
    # An iteration that has just begun has no data yet, and is newer than the one that ended before.
    until = row["period_start"] if row["period_end"] is None else row["period_end"]
    return (until is not None, *(() if until is None else (until,)), row["fetched_at"])


def _metric(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in _METRIC)


def _decides(row: Mapping[str, Any], primary_metrics: Collection[str]) -> bool:
    primary = str(row["metric_id"]) in primary_metrics if row["is_primary"] is None else row["is_primary"]
    return row["segment"] is None and primary


def _reason(row: Mapping[str, Any]) -> str:
    """Such as: bounce rate -12.0 %, where a decrease is wanted; significance 97.1 %, above the threshold of 90.0 %."""
    form = "+.1%" if row["difference_kind"] == "relative" else "+.4g"
    change = "" if row["difference"] is None else f" {format(row['difference'], form)}"
    wanted = f", where the wanted direction is {row['direction']}" if row["direction"] else ""
    text = f"{row['metric_name'] or row['metric_id']}{change}{wanted}"
    if row["probability"] is not None:
        text += f"; {str(row['probability_kind']).replace('_', ' ')} {row['probability']:.1%}"
        text += "" if row["threshold"] is None else f", threshold {row['threshold']:.1%}"
    return text
