"""What is plotted: rows with their times, from rows or from tables, and the choice of some of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby, zip_longest
from typing import Any, NamedTuple, TypeAlias

from ..results import COLUMNS, REQUIRED, ResultRow
from ..results._frames import column_values, names_of, take

Rows: TypeAlias = Any
"""Rows, or a table of them: an iterable of ``ResultRow``, or a table of Arrow, pandas or Polars."""

_SNAPSHOT = "snapshot_at"
"""The column of histories that tells when a snapshot was taken."""

_COMPUTED = {"result_key", "row_key"}
_NAMED = 5
"""How many choices an error lists."""


class Point(NamedTuple):
    """A row, and the time that it is about.

    Attributes:
        row: the row.
        time: of a history when the snapshot was taken; else the end of the row's period; else when it was fetched.
    """

    row: ResultRow
    time: datetime


def points_of(rows: Rows, *, experiment: str | None = None, segment: str | None = None) -> list[Point]:
    """The points of rows or of a table.

    Args:
        rows: rows, those of a history, or a table of either.
        experiment: the id or name of one; by default all.
        segment: as in the rows; by default all visitors.

    Raises:
        ValueError: there are none, a column that every row needs is missing, or a value cannot be. The message lists
            what there is.
    """
    points = list(_of_table(rows, experiment) if hasattr(rows, "columns") else map(_point, rows))
    if not points:
        raise ValueError("there are no rows to plot")
    if experiment is not None:
        points = _called(points, "experiment", experiment)
    found = [point for point in points if point.row.segment == segment]
    if not found:
        there = sorted({str(point.row.segment or "all visitors") for point in points})
        raise ValueError(f"there are no rows of {segment or 'all visitors'}, but of {', '.join(there[:_NAMED])}")
    return found


def _point(one: Any) -> Point:
    if isinstance(one, ResultRow):
        return Point(one, one.period_end or one.fetched_at)
    if not hasattr(one, "snapshot_at"):
        raise TypeError(
            f"a {type(one).__name__} is not a row: give result rows, those of a history, or a table of either"
        )
    return Point(one.row, one.snapshot_at)


def _of_table(table: Any, experiment: str | None) -> Iterator[Point]:
    names = names_of(table)
    if missing := sorted(REQUIRED - _COMPUTED - set(names)):
        raise ValueError(f"the table has no column {', '.join(missing)}: give one of result rows")
    if experiment is not None:
        # Before rows are made of them: a history has a million.
        called = [column_values(table[name]) for name in ("experiment_id", "experiment_name") if name in names]
        places = [place for place, both in enumerate(zip(*called, strict=True)) if experiment in both]
        table = take(table, places) if places else table
    known = [name for name in COLUMNS if name in names]
    lines = zip(*(_python(column_values(table[name])) for name in known), strict=True)
    times = _python(column_values(table[_SNAPSHOT])) if _SNAPSHOT in names else []
    for line, time in zip_longest(lines, times):
        row = ResultRow(**{name: value for name, value in zip(known, line, strict=True) if value is not None})
        yield Point(row, row.period_end or row.fetched_at if time is None else time)


def _python(values: list[Any]) -> list[Any]:
    """The values as those of Python: pandas has times, numbers and flags of its own."""
    return [
        value.to_pydatetime() if hasattr(value, "to_pydatetime") else value.item() if hasattr(value, "item") else value
        for value in values
    ]


def of_metric(points: Sequence[Point], metric: str | None) -> list[Point]:
    """The points of a metric, by its id or name; None for all.

    Raises:
        ValueError: there are none; the message lists what there is.
    """
    return list(points) if metric is None else _called(points, "metric", metric)


def _called(points: Sequence[Point], kind: str, name: str) -> list[Point]:
    found = [point for point in points if name in named(point.row, kind)]
    if not found:
        raise ValueError(f"there is no {kind} {name!r}, but {listed(points, kind)}")
    return found


def named(row: ResultRow, kind: str) -> tuple[str | None, str | None]:
    """The id and the name of a row's experiment or metric."""
    if kind == "experiment":
        return row.experiment_id, row.experiment_name
    return row.metric_id, row.metric_name


def listed(points: Iterable[Point], kind: str) -> str:
    """Some experiments or metrics, for an error."""
    there = dict.fromkeys(named(point.row, kind) for point in points)
    texts = [f"{key or name!r} ({name})" if key and name else str(key or name) for key, name in there]
    more = f" and {len(texts) - _NAMED} more" if len(texts) > _NAMED else ""
    return ", ".join(texts[:_NAMED]) + more


def primary(points: Sequence[Point]) -> list[Point]:
    """The points of primary metrics, if the rows tell which these are; else all."""
    return [point for point in points if point.row.is_primary] or list(points)


def newest(points: Iterable[Point]) -> list[Point]:
    """Of each variation and metric, the newest point; the order stays."""
    last: dict[object, Point] = {}
    points = list(points)
    for point in points:
        before = last.setdefault(series_of(point.row), point)
        if _age(point) > _age(before):
            last[series_of(point.row)] = point
    return [point for point in points if _age(point) == _age(last[series_of(point.row)])]


def _age(point: Point) -> tuple[datetime, datetime]:
    return point.time, point.row.fetched_at


def series_of(row: ResultRow) -> object:
    """What tells points over time from those of another line."""
    return (row.experiment, row.metric_id, row.metric_name, row.metric_kind, row.variation_id, row.segment)


def compared(points: Iterable[Point], *, hint: str = "") -> list[Point]:
    """The points that have something to show: a difference from the baseline, or its interval, of units.

    Raises:
        ValueError: there are none; the message ends with the hint.
    """
    found = [
        point
        for point in points
        if point.row.units != 0
        and not point.row.is_baseline
        and (point.row.difference, point.row.difference_low, point.row.difference_high) != (None, None, None)
    ]
    if not found:
        raise ValueError(f"no row has a difference from a baseline, or an interval of one{hint}")
    return found


def only(points: Sequence[Point], kind: str) -> None:
    """Refuse rows of several experiments or metrics."""
    if len({(point.row.experiment, *named(point.row, kind)) for point in points}) > 1:
        raise ValueError(f"rows of several {kind}s: choose one with {kind}=, such as {listed(points, kind)}")


def one_unit(points: Collection[Point]) -> str:
    """The kind of the differences, which one axis can show.

    Raises:
        ValueError: they are of several kinds, or absolute and in several units.
    """
    kinds = {str(point.row.difference_kind) for point in points}
    if len(kinds) > 1:
        raise ValueError(f"differences are {' and '.join(sorted(kinds))}, which one axis cannot show: filter the rows")
    units = {(row.metric_kind, row.value_unit, row.currency) for row, _ in points}
    if kinds == {"absolute"} and len(units) > 1:
        several = ", ".join(sorted(" ".join(filter(None, unit)) or "unknown" for unit in units))
        raise ValueError(f"absolute differences in several units ({several}): choose a metric with metric=")
    return kinds.pop()


def by_variation(points: Iterable[Point]) -> Mapping[str | None, list[Point]]:
    """The points of each variation, in the order of time; of one time the last fetched.

    Raises:
        ValueError: a variation has two rows of one answer for one time: rows do not tell their metrics apart.
    """
    order = sorted(points, key=lambda point: (str(point.row.variation_name), str(point.row.variation_id), *_age(point)))
    lines: dict[str | None, list[Point]] = {}
    for variation, group in groupby(order, key=lambda point: point.row.variation_id):
        lines[variation] = []
        for time, same in groupby(group, key=lambda point: point.time):
            *before, last = same
            if any(point.row.fetched_at == last.row.fetched_at and point.row != last.row for point in before):
                at = f"{time:%Y-%m-%d %H:%M} UTC"
                raise ValueError(
                    f"variation {variation} has several results at {at}: filter the rows, such as by source"
                )
            lines[variation].append(last)
        lines[variation] = _while_it_changes(lines[variation])
    return lines


def _while_it_changes(line: list[Point]) -> list[Point]:
    """Without the end of a history in which nothing was fetched any more."""
    last = next(place for place, point in enumerate(line) if point.row == line[-1].row)
    return line[: last + 1]
