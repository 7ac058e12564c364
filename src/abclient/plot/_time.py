"""Plots over time: the difference with its interval, and the probability, of one metric of one experiment."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from .._verdicts import ARMS, SURFACES, Theme
from ..results import ResultRow
from ._figure import SYMBOLS, Layout, Trace, axis, check_options, figure, lines, marks, ticks
from ._points import Point, Rows, by_variation, compared, of_metric, one_unit, only, points_of, primary
from ._texts import (
    difference_text,
    experiment_name,
    hover,
    levels,
    metric_name,
    number,
    percent,
    probability_text,
    safe,
    short,
    standing,
    variation_name,
    verdict_text,
)

if TYPE_CHECKING:
    from ._figure import Figure

_PLOT_PIXELS = 360
_BAND = 0.18
"""How opaque a band of intervals is: several can overlap."""

_HISTORY = "; where a vendor's series compares nothing, plot an export that keeps a history (--history)"

_VALID = {
    "frequentist-sequential": "The test is valid at every look",
    "frequentist-fixed": "The test is valid for one planned look: days that touch zero or leave it decide nothing",
    "bayesian": "A probability that is looked at every day finds more false winners than it seems to",
}


def over_time(
    rows: Rows,
    *,
    experiment: str | None = None,
    metric: str | None = None,
    segment: str | None = None,
    theme: Theme = "light",
) -> Figure:
    """The difference from the baseline over time, with its interval as a band: a line for each variation.

    Of several iterations, the newest is shown.

    Args:
        rows: of a time series (Optimizely), or of several nights; rows, or a table of Arrow, pandas or Polars with
            their columns, such as ``abclient.export.read_history`` gives.
        experiment: the id or name of one; needed if the rows have several.
        metric: the id or name of one; by default the primary metric. Needed if there is none, or several.
        segment: as in the rows; by default all visitors.
        theme: ``light`` or ``dark``.

    Raises:
        ValueError: the rows are of several experiments or metrics, of differences of several kinds, or of one time.
        ImportError: Plotly is not installed; it comes with the extra ``plot``.
    """
    check_options(theme)
    points = compared(_one_metric(rows, experiment, metric, segment), hint=_HISTORY)
    kind = one_unit(points)
    drawn = _lines(points)
    traces: list[Trace] = []
    for step, line in enumerate(drawn.values()):
        paint = _paint(theme, step)
        values = [point.row.difference for point in line]
        traces += [_band(line, paint), _line(line, paint, values, difference_text), _end(line, paint, values[-1])]
    first = points[0].row
    return figure(
        traces,
        title=experiment_name(first),
        notes=[
            f"{short(metric_name(first))}: {kind} difference from the baseline over time",
            levels(point.row for point in points),
            _validity(points),
        ],
        items=[_item(line, difference_text) for line in drawn.values()],
        theme=theme,
        plot_pixels=_PLOT_PIXELS,
        layout={
            "xaxis": _dates(theme),
            "yaxis": axis(theme, "", tickformat=ticks(kind), range=_focus(points)),
        },
    )


def probability_over_time(
    rows: Rows,
    *,
    experiment: str | None = None,
    metric: str | None = None,
    segment: str | None = None,
    theme: Theme = "light",
) -> Figure:
    """The probability over time, and the threshold that it must exceed: a line for each variation.

    Which probability it is, is said by the rows: the significance, the chance to beat the baseline, or that to be the
    best of all variations, of which the baseline has one as well.

    Args:
        rows: as ``over_time``.
        experiment: the id or name of one; needed if the rows have several.
        metric: the id or name of one; by default the primary metric. Needed if there is none, or several.
        segment: as in the rows; by default all visitors.
        theme: ``light`` or ``dark``.

    Raises:
        ValueError: the rows are of several experiments, metrics or kinds of probabilities, or of one time.
        ImportError: Plotly is not installed; it comes with the extra ``plot``.
    """
    check_options(theme)
    points = [one for one in _one_metric(rows, experiment, metric, segment) if one.row.probability is not None]
    if not points:
        raise ValueError(f"no row has a probability{_HISTORY}")
    kinds = sorted({(str(row.probability_kind), str(row.statistics)) for row, _ in points})
    if len(kinds) > 1:
        raise ValueError(f"probabilities of several kinds, not to be compared: {', '.join(map(' of '.join, kinds))}")
    drawn = _lines(points)
    traces: list[Trace] = []
    for step, line in enumerate(drawn.values()):
        paint, values = _paint(theme, step), [point.row.probability for point in line]
        traces += [_line(line, paint, values, probability_text), _end(line, paint, values[-1])]
    first = points[0].row
    thresholds = sorted({point.row.threshold for point in points if point.row.threshold is not None})
    return figure(
        traces,
        title=experiment_name(first),
        notes=[
            f"{short(metric_name(first))}: probability over time ({probability_text(first).partition(' ')[2]})",
            *(f"Threshold {percent(threshold)}" for threshold in thresholds),
            _validity(points),
        ],
        items=[_item(line, probability_text) for line in drawn.values()],
        theme=theme,
        plot_pixels=_PLOT_PIXELS,
        layout={
            "xaxis": _dates(theme),
            "yaxis": axis(theme, "", tickformat=".0%", range=[-0.03, 1.03]),
            "shapes": [_threshold(threshold, theme) for threshold in thresholds],
        },
    )


def _one_metric(rows: Rows, experiment: str | None, metric: str | None, segment: str | None) -> list[Point]:
    points = of_metric(points_of(rows, experiment=experiment, segment=segment), metric)
    only(points, "experiment")
    if metric is None:
        points = primary(points)
    only(points, "metric")
    kinds = sorted({str(point.row.metric_kind) for point in points})
    if len(kinds) > 1:
        raise ValueError(f"the metric has figures of several kinds, filter the rows by metric_kind: {', '.join(kinds)}")
    newest = max(points, key=lambda point: point.time).row.iteration
    return [point for point in points if point.row.iteration == newest]


def _lines(points: Sequence[Point]) -> Mapping[str | None, list[Point]]:
    found = by_variation(points)
    if all(len(line) < 2 for line in found.values()):
        raise ValueError("all rows are of one time: give those of a time series, or of several nights")
    return found


def _paint(theme: Theme, step: int) -> str:
    return ARMS[theme][step % len(ARMS[theme])]


def _times(points: Sequence[Point]) -> list[str]:
    return [_moment(point.time) for point in points]


def _moment(time: datetime) -> str:
    # Without a zone, as Plotly would shift it to that of the machine in some of its parts; all times are UTC.
    return time.replace(tzinfo=None).isoformat(sep=" ")


def _line(line: Sequence[Point], paint: str, values: Sequence[float | None], text: Callable[[ResultRow], str]) -> Trace:
    texts = [
        f"<b>{safe(short(variation_name(row)))}</b><br>{time:%Y-%m-%d %H:%M} UTC<br>{safe(text(row))}"
        for row, time in line
    ]
    shown: Trace = {"name": safe(_legend(line[-1].row)), "showlegend": True, "hoverinfo": "text", "hovertext": texts}
    return {**lines(_times(line), values, line={"color": paint, "width": 2.5}), **shown}


def _legend(newest: ResultRow) -> str:
    verdict = "" if newest.is_baseline else f": {verdict_text(newest)}"
    return f"{short(variation_name(newest), 24)}{verdict}"


def _band(line: Sequence[Point], paint: str) -> Trace:
    """The intervals as an area; where an end is missing, it is interrupted."""
    x: list[str | None] = []
    y: list[float | None] = []
    for run in _runs(line):
        times = _times(run)
        x += [*times, *reversed(times), None]
        y += [point.row.difference_high for point in run]
        y += [point.row.difference_low for point in reversed(run)]
        y.append(None)
    red, green, blue = (int(paint[place : place + 2], 16) for place in (1, 3, 5))
    fill = f"rgba({red},{green},{blue},{_BAND})"
    return lines(x[:-1], y[:-1], line={"width": 0}, fill="toself", fillcolor=fill)


def _runs(line: Sequence[Point]) -> list[list[Point]]:
    runs: list[list[Point]] = [[]]
    for point in line:
        if point.row.difference_low is None or point.row.difference_high is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if len(run) > 1]


def _end(line: Sequence[Point], paint: str, value: float | None) -> Trace:
    """The newest point, with the symbol of its verdict."""
    row, time = line[-1]
    marker = {"symbol": SYMBOLS[standing(row)], "size": 13, "color": paint, "line": {"width": 2, "color": paint}}
    text = hover(row, f"{time:%Y-%m-%d %H:%M} UTC")
    return marks([_moment(time)], [value], marker, [text], showlegend=False, cliponaxis=False)


def _item(line: Sequence[Point], text: Callable[[ResultRow], str]) -> str:
    first, last = line[0], line[-1]
    return (
        f"{variation_name(last.row)}: {text(first.row) or 'nothing'} at {first.time:%Y-%m-%d %H:%M} UTC, "
        f"{text(last.row) or 'nothing'} at {last.time:%Y-%m-%d %H:%M} UTC, {verdict_text(last.row)}"
    )


def _validity(points: Sequence[Point]) -> str:
    found = {str(point.row.statistics) for point in points}
    return _VALID.get(found.pop(), "") if len(found) == 1 else ""


def _focus(points: Sequence[Point]) -> list[float]:
    """A range for the later two thirds: the first intervals are many times wider, and would flatten the rest."""
    times = sorted(point.time for point in points)
    since = times[len(times) // 3]
    rows: list[ResultRow] = [point.row for point in points if point.time >= since]
    ends = [end for row in rows for end in (row.difference_low, row.difference, row.difference_high) if end is not None]
    low, high = min(0.0, *ends, 0.0), max(0.0, *ends, 0.0)
    room = (high - low or 1.0) * 0.08
    return [low - room, high + room]


def _dates(theme: Theme) -> Layout:
    return axis(theme, "", type="date", zeroline=False, showgrid=False, nticks=4, tickangle=0)


def _threshold(threshold: float, theme: Theme) -> Layout:
    line = {"color": SURFACES[theme]["text"], "width": 1.5, "dash": "dash"}
    shape = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": threshold, "y1": threshold, "line": line}
    text = f"threshold {number(threshold, kind='relative')}"
    label = {"text": text, "textposition": "start", "font": {"size": 11.5, "color": SURFACES[theme]["muted"]}}
    return {**shape, "label": label}
