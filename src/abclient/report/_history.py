"""What was known earlier: which rows of a history the page needs, and of these the columns that it shows."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from ..results import COLUMNS, ExperimentKey, Kind, ResultRow, arrow_schema
from ..results._arrow import from_column
from ..results._frames import column_values, names_of, take

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    Seen: TypeAlias = ResultRow | tuple[int, datetime, ResultRow]
    """A row, or one with the number and the time of the run that saw it."""
    History: TypeAlias = Iterable[Seen] | pyarrow.Table | pandas.DataFrame | polars.DataFrame

MOST_POINTS = 120
"""Points kept of one variation's history: more cannot be told apart in a chart of this width."""

DIGITS = 6
"""Significant digits kept of earlier figures; the page shows four at most."""

SHOWN = (
    *(
        "metric_id",
        "metric_name",
        "metric_kind",
        "variation_id",
        "variation_name",
        "segment",
        "is_primary",
        "iteration",
    ),
    *("difference", "difference_low", "difference_high", "difference_kind", "period_end", "fetched_at"),
)
HISTORY_COLUMNS = (*ExperimentKey._fields, *SHOWN, "row_key")
"""The columns that a table of a history needs; more do no harm."""

_ROW = 2
"""Where the row is in what is told of one that a run saw, behind the run and its time."""

_OF_FEW = "dictionary<values=string, indices=int32, ordered=0>"
"""What texts are in a table of ``read_history``."""


def earlier(history: History, places: Mapping[ExperimentKey, int]) -> tuple[list[int], dict[str, list[Any]]]:
    """The differences of some experiments at earlier times: whose they are, and what is shown of them, by column.

    Of a long series every second, third … one is kept, counted from the newest.

    Args:
        history: as ``write_report`` takes it.
        places: of the experiments, by which the result names them; rows of others are left out.
    """
    known: Any = history
    if not hasattr(known, "columns"):
        known = list(map(_row, known))
    elif missing := [name for name in HISTORY_COLUMNS if name not in names_of(known)]:
        raise ValueError(f"the history lacks the column {', '.join(missing)}; report.HISTORY_COLUMNS are needed")
    elif hasattr(known, "append_column"):  # of Arrow, which leaves out baselines before anything is made of them
        known = known.filter(known["difference"].is_valid())
    points: dict[str, dict[tuple[datetime, datetime], int]] = defaultdict(dict)
    columns = (_column(known, name) for name in ("row_key", "period_end", "fetched_at", "difference"))
    for place, (key, until, fetched, difference) in enumerate(zip(*columns, strict=True)):
        if difference is not None:
            points[key][until or fetched, fetched] = place  # what is given twice counts once
    kept = _at(known, [place for series in points.values() for place in _thinned(series)])
    experiments = zip(*(_column(kept, name) for name in ExperimentKey._fields), strict=True)
    whose = list(map(cast("Mapping[tuple[Any, ...], int]", places).get, experiments))
    kept = _at(kept, [place for place, experiment in enumerate(whose) if experiment is not None])
    shown = {name: _shown(_column(kept, name), COLUMNS[name]) for name in SHOWN}
    return [experiment for experiment in whose if experiment is not None], shown


def _row(one: Any) -> ResultRow:
    try:
        row: Any = one if isinstance(one, ResultRow) else one[_ROW]
    except (TypeError, LookupError):
        row = None
    if not isinstance(row, ResultRow):
        raise TypeError(f"history has a {type(one).__name__} in it: give rows, or what read_history returns")
    return row


def _shown(values: list[Any], kind: Kind) -> list[Any]:
    """The values; numbers with as many digits as can be seen, which take half of the space."""
    if kind != "number":
        return values
    return [None if value is None else float(f"{value:.{DIGITS}g}") for value in values]


def _thinned(series: Mapping[tuple[datetime, datetime], int]) -> Sequence[int]:
    places = [series[moment] for moment in sorted(series)]
    return places[:: -math.ceil(len(places) / MOST_POINTS)][::-1]


def _column(known: Any, name: str) -> list[Any]:
    if isinstance(known, list):
        rows: list[ResultRow] = cast("list[ResultRow]", known)
        return [getattr(row, name) for row in rows]
    column = known[name]
    if not hasattr(column, "dictionary_encode"):
        return column_values(column)
    schema: Any = arrow_schema()
    type_ = schema.field(name).type
    if str(column.type) in (str(type_), _OF_FEW):
        return from_column(column, COLUMNS[name])  # a tenth of the time for the millions of a long history
    return column_values(column.cast(type_))


def _at(known: Any, places: list[int]) -> Any:
    return [known[place] for place in places] if isinstance(known, list) else take(known, places)
