"""What was known earlier: which rows of a history the page needs, and of these the columns that it shows."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from ..results import COLUMNS, ExperimentKey, Kind, ResultRow
from ..results._frames import column_values, take

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


def earlier(
    history: History, experiments: Collection[ExperimentKey]
) -> tuple[list[ExperimentKey], dict[str, list[Any]]]:
    """The differences of these experiments at earlier times: whose they are, and what is shown of them, by column.

    Of a long series every second, third … one is kept, counted from the newest.
    """
    known: Any = history
    if not hasattr(known, "columns"):
        known = [one if isinstance(one, ResultRow) else one[2] for one in known]
    points: dict[str, dict[tuple[datetime, datetime], int]] = defaultdict(dict)
    columns = (_column(known, name) for name in ("row_key", "period_end", "fetched_at", "difference"))
    for place, (key, until, fetched, difference) in enumerate(zip(*columns, strict=True)):
        if difference is not None:
            points[key][until or fetched, fetched] = place  # what is given twice counts once
    kept = _at(known, [place for times in points.values() for place in _thinned(times)])
    whose = [ExperimentKey(*key) for key in zip(*(_column(kept, name) for name in ExperimentKey._fields), strict=True)]
    places = [place for place, key in enumerate(whose) if key in experiments]
    kept = _at(kept, places)
    return [whose[place] for place in places], {name: _shown(_column(kept, name), COLUMNS[name]) for name in SHOWN}


def _shown(values: list[Any], kind: Kind) -> list[Any]:
    """The values; numbers with as many digits as can be seen, which take half of the space."""
    if kind != "number":
        return values
    return [None if value is None else float(f"{value:.{DIGITS}g}") for value in values]


def _thinned(times: Mapping[tuple[datetime, datetime], int]) -> Sequence[int]:
    places = [times[time] for time in sorted(times)]
    return places[:: -math.ceil(len(places) / MOST_POINTS)][::-1]


def _column(known: Any, name: str) -> list[Any]:
    if isinstance(known, list):
        rows: list[ResultRow] = cast("list[ResultRow]", known)
        return [getattr(row, name) for row in rows]
    column = known[name]
    if not hasattr(column, "dictionary_encode") or COLUMNS[name] == "number":
        return column_values(column)
    # Texts and times are made once for each value, which is a tenth of the time for the millions of a long history.
    encoded = column.dictionary_encode().unify_dictionaries()
    return [value for chunk in encoded.chunks for value in _of_dictionary(chunk)]


def _of_dictionary(chunk: Any) -> list[Any]:
    values = chunk.dictionary.to_pylist()
    return [None if place is None else values[place] for place in chunk.indices.to_pylist()]


def _at(known: Any, places: list[int]) -> Any:
    return [known[place] for place in places] if isinstance(known, list) else take(known, places)
