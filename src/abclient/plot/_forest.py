"""The forest plot: differences from the baseline with their intervals, one below the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .._verdicts import LOOKS, SURFACES, Standing, Theme
from ..results import ResultRow
from ._figure import (
    BELOW_LABELS,
    ROW_PIXELS,
    SYMBOLS,
    Trace,
    axis,
    check_options,
    figure,
    labels,
    legend_name,
    lines,
    marks,
    places,
    span,
    ticks,
)
from ._points import Rows, compared, newest, of_metric, one_unit, points_of, primary
from ._texts import (
    brief_verdict,
    counted,
    difference_text,
    experiment_name,
    hover,
    levels,
    metric_name,
    probability_text,
    safe,
    short,
    standing,
    variation_name,
    verdict_text,
)

if TYPE_CHECKING:
    from ._figure import Figure

Order: TypeAlias = Literal["clearest", "difference", "name"]

_MANY = 10
"""From here on at a level of 90 %, a comparison is more likely than not to be decided by chance."""


def forest(
    rows: Rows,
    *,
    experiment: str | None = None,
    metric: str | None = None,
    segment: str | None = None,
    order: Order = "clearest",
    limit: int = 30,
    theme: Theme = "light",
) -> Figure:
    """Differences from the baseline with their intervals: a forest plot of experiments, metrics and variations.

    A verdict is shown by color, symbol and word: the vendor's own; where it gives none, the side of zero on which the
    interval is, in the wanted direction. Of a time series or a history only the newest point is shown. A ring has no
    interval; an arrow says that an interval has no end, or ends outside of the picture. Intervals are as the vendor
    gives them, so that their levels and kinds may differ; the subtitle has the levels.

    Args:
        rows: rows, or a table of Arrow, pandas or Polars with their columns.
        experiment: the id or name of one; by default all.
        metric: the id or name of one; by default all metrics of a single experiment, and of several experiments the
            primary ones if the rows tell which these are.
        segment: as in the rows; by default all visitors.
        order: ``clearest`` first, the largest ``difference`` first, or by ``name``.
        limit: how many at most; the subtitle says how many there are in all.
        theme: ``light`` or ``dark``.

    Raises:
        ValueError: nothing can be compared, or an axis would have relative and absolute differences, or several units.
        ImportError: Plotly is not installed; it comes with the extra ``plot``.
    """
    check_options(theme, limit)
    if order not in _ORDERS:
        raise ValueError(f"order is {order!r}, none of {', '.join(_ORDERS)}")
    points = of_metric(points_of(rows, experiment=experiment, segment=segment), metric)
    if metric is None and len({point.row.experiment for point in points}) > 1:
        points = primary(points)
    points = compared(newest(points))
    kind = one_unit(points)
    found = sorted((point.row for point in points), key=_ORDERS[order])
    shown = found[:limit]
    low, high = span(end for row in shown for end in (row.difference_low, row.difference, row.difference_high))
    one = len({row.experiment for row in shown}) == 1
    names = _names(shown)
    details = _details(shown, names)
    return figure(
        [*_marks(shown, theme, (low, high)), *_arrows(shown, theme, (low, high))],
        title=experiment_name(shown[0]) if one else "Differences from the baseline",
        notes=["Differences from the baseline" if one else "", *_notes(found, shown, order)],
        items=[f"{_whole_name(row)}: {verdict_text(row)} {_figures(row)}" for row in shown],
        theme=theme,
        plot_pixels=ROW_PIXELS * len(shown),
        layout={
            "xaxis": axis(theme, f"{kind} difference from the baseline", range=[low, high], tickformat=ticks(kind)),
            "yaxis": places(len(shown)),
            "annotations": labels([f"<b>{safe(name)}</b>" for name in names], [*map(safe, details)], theme),
        },
    )


def _whole_name(row: ResultRow) -> str:
    return " · ".join((experiment_name(row), metric_name(row), variation_name(row)))


def _names(rows: Sequence[ResultRow]) -> list[str]:
    """The experiment and the metric of each row, where they differ; else the variation."""
    parts = [name for name in (experiment_name, metric_name) if len({name(row) for row in rows}) > 1]
    if len(parts) == 2:
        return [f"{short(experiment_name(row), 24)} · {short(metric_name(row), 17)}" for row in rows]
    return [short((parts or [variation_name])[0](row)) for row in rows]


def _details(rows: Sequence[ResultRow], names: Sequence[str]) -> list[str]:
    """The variation, if it is not the name already, and its figures."""
    lines = (" ".join((brief_verdict(row), _figures(row))) for row in rows)
    return [
        line if name == short(variation_name(row)) else f"{short(variation_name(row), 14)}: {line}"
        for row, name, line in zip(rows, names, lines, strict=True)
    ]


def _figures(row: ResultRow) -> str:
    return " ".join(filter(None, (difference_text(row), probability_text(row) if _is_bare(row) else "")))


def _notes(found: Sequence[ResultRow], shown: Sequence[ResultRow], order: Order) -> list[str]:
    first = {"clearest": ", the clearest first", "difference": ", the largest first", "name": ""}[order]
    left_out = "" if len(shown) == len(found) else f"The picture has {len(shown):,} of them{first}"
    chance = "With many comparisons some are decided by chance" if len(found) > _MANY else ""
    metrics = {metric_name(row) for row in shown}
    metric = metrics.pop() if len(metrics) == 1 else ""
    return [short(metric), counted(found), left_out, levels(shown), chance]


def _marks(rows: Sequence[ResultRow], theme: Theme, ends: tuple[float, float]) -> list[Trace]:
    """Two traces for each standing: intervals, and points."""
    traces: list[Trace] = []
    for kind, look in LOOKS.items():
        places_of = {place: row for place, row in enumerate(rows) if standing(row) == kind}
        if not places_of:
            continue
        paint = look.colors[theme]
        x: list[float | None] = []
        y: list[float | None] = []
        for place, row in places_of.items():
            if row.difference_low is not None or row.difference_high is not None:
                x += [_or(row.difference_low, ends[0]), _or(row.difference_high, ends[1]), None]
                y += [place + BELOW_LABELS, place + BELOW_LABELS, None]
        traces.append(lines(x, y, line={"color": paint, "width": 3}))
        traces.append(_points(places_of, kind, paint))
    return traces


def _points(rows: Mapping[int, ResultRow], kind: Standing, paint: str) -> Trace:
    symbols = [
        "line-ns-open" if row.difference is None else f"{SYMBOLS[kind].removesuffix('-open')}{'-open' * _is_bare(row)}"
        for row in rows.values()
    ]
    marker: Trace = {"color": paint, "size": 12, "symbol": symbols, "line": {"width": 2, "color": paint}}
    x, y = [_middle(row) for row in rows.values()], [place + BELOW_LABELS for place in rows]
    return marks(x, y, marker, [hover(row) for row in rows.values()], name=legend_name(kind, len(rows)))


def _is_bare(row: ResultRow) -> bool:
    return row.difference_low is None and row.difference_high is None


def _arrows(rows: Sequence[ResultRow], theme: Theme, ends: tuple[float, float]) -> list[Trace]:
    """Where intervals go on beyond the picture."""
    found: list[tuple[float, int, str]] = []
    for place, row in enumerate(rows):
        if _is_bare(row):
            continue
        low, high = _or(row.difference_low, ends[0]), _or(row.difference_high, ends[1])
        found += [(ends[0], place, "triangle-left")] * (low <= ends[0])
        found += [(ends[1], place, "triangle-right")] * (high >= ends[1])
    if not found:
        return []
    marker: Trace = {"color": SURFACES[theme]["muted"], "size": 9, "symbol": [symbol for *_, symbol in found]}
    x, y = [x for x, *_ in found], [place + BELOW_LABELS for _, place, _ in found]
    return [{**marks(x, y, marker, [], name="interval goes on", cliponaxis=False), "hoverinfo": "skip"}]


def _or(end: float | None, otherwise: float) -> float:
    return otherwise if end is None else end


def _clearness(row: ResultRow) -> float:
    """By how many half-widths of its interval a difference is away from zero; less than 0 without an interval."""
    low, high = row.difference_low, row.difference_high
    if low is None or high is None or high <= low:
        return -1.0
    return abs(_middle(row)) / ((high - low) / 2)


def _middle(row: ResultRow) -> float:
    if row.difference is not None:
        return row.difference
    ends = [end for end in (row.difference_low, row.difference_high) if end is not None]
    return sum(ends) / len(ends)


_ORDERS: Mapping[Order, Callable[[ResultRow], Any]] = {
    "clearest": lambda row: (-_clearness(row), -(row.probability or 0)),
    "difference": lambda row: -abs(_middle(row)),
    "name": lambda row: (experiment_name(row), metric_name(row), variation_name(row)),
}
