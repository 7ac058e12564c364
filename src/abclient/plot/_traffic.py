"""The split of traffic against the intended one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from .._verdicts import ARMS, SURFACES, Theme
from ..health import Health, check
from ..results import ExperimentKey, ResultRow
from ..vendor import title_of
from ._figure import BELOW_LABELS, ROW_PIXELS, Layout, Trace, axis, check_options, figure, labels, places
from ._points import Point, Rows, newest, points_of, series_of
from ._texts import percent, plural, safe, short

if TYPE_CHECKING:
    from ._figure import Figure


def traffic(
    rows: Rows,
    allocations: Mapping[ExperimentKey, Mapping[str, float]] | None = None,
    *,
    experiment: str | None = None,
    segment: str | None = None,
    limit: int = 20,
    theme: Theme = "light",
) -> Figure:
    """How the units of experiments are split between their variations, and how they should be.

    A bar for each experiment; a mark where one variation's share should end and the next one's begin. The split is
    tested by ``abclient.health``; the least likely splits are on top.

    Args:
        rows: rows, or a table of Arrow, pandas or Polars with their columns.
        allocations: the intended shares by experiment and variation id, as ``health.check`` takes them; without those
            of an experiment, its split is not tested.
        experiment: the id or name of one; by default all.
        segment: as in the rows; by default all visitors.
        limit: how many experiments at most; the subtitle says how many there are in all.
        theme: ``light`` or ``dark``.

    Raises:
        ValueError: there are no units.
        ImportError: Plotly is not installed; it comes with the extra ``plot``.
    """
    check_options(theme, limit)
    found = _current(points_of(rows, experiment=experiment, segment=segment))
    reports = [report for report in check(found, allocations=allocations) if sum(_units(report).values())]
    if not reports:
        raise ValueError("no row has units")
    reports.sort(key=_likelihood)
    shown = reports[:limit]
    names = {(row.experiment, row.variation_id): row.variation_name for row in found}
    return figure(
        [*_bars(shown, names, theme), *_intended(shown, theme)],
        title="Traffic split" if len(shown) > 1 else _name(shown[0]),
        notes=["" if len(shown) > 1 else "Traffic split", *_notes(reports, shown)],
        items=[f"{_name(report)}: {_about(report)}. {_shares(report, names)}" for report in shown],
        theme=theme,
        plot_pixels=ROW_PIXELS * len(shown),
        layout={
            "barmode": "stack",
            "showlegend": any(report.mismatch for report in shown),
            "uniformtext": {"mode": "hide", "minsize": 10.5},
            "xaxis": axis(
                theme, "share of units", range=[0, 1], tickformat=".0%", dtick=0.25, showgrid=False, zeroline=False
            ),
            "yaxis": places(len(shown)),
            "annotations": labels(
                [f"<b>{safe(short(_name(report)))}</b>" for report in shown],
                [safe(short(_about(report), 62)) for report in shown],
                theme,
            ),
        },
    )


def _current(points: Sequence[Point]) -> list[ResultRow]:
    """The newest row of each variation and metric, and those of earlier days, where the newest is of a day alone."""
    kept: dict[object, ResultRow] = {}
    found: list[ResultRow] = []
    for row in [point.row for point in newest(points)]:
        kept[series_of(row)] = row
        found.append(row)
    for row, _ in sorted(points, key=lambda point: point.time, reverse=True):
        later = kept[series_of(row)]
        if _is_before(row, later):
            kept[series_of(row)] = row
            found.append(row)
    return found


def _is_before(row: ResultRow, later: ResultRow) -> bool:
    end, start = row.period_end, later.period_start
    return row.iteration == later.iteration and end is not None and start is not None and end <= start


def _units(report: Health) -> Mapping[str, int]:
    # Only variations with an intended share can be compared; the others would shift every mark.
    return report.units if report.mismatch is None else report.mismatch.observed


def _likelihood(report: Health) -> tuple[bool, float, int]:
    return (
        report.mismatch is None,
        report.mismatch.p_value if report.mismatch else 0.0,
        -sum(report.units.values()),
    )


def _name(report: Health) -> str:
    return report.experiment_name or report.experiment.experiment_id


def _about(report: Health) -> str:
    """The test, and of how many units."""
    units = f"{sum(_units(report).values()):,} units, {title_of(report.experiment.vendor)}"
    if report.mismatch is None:
        return f"not tested, {units}"
    p_value = "p < 0.0001" if report.mismatch.p_value < 0.0001 else f"p = {report.mismatch.p_value:.4f}"
    return f"{'⚠ mismatch, ' if _alarm(report) else ''}{p_value}, {units}"


def _alarm(report: Health) -> bool:
    return any(finding.kind == "sample_ratio_mismatch" for finding in report.findings)


_Names = Mapping[tuple[ExperimentKey, str | None], str | None]


def _shares(report: Health, names: _Names) -> str:
    total = sum(_units(report).values())
    parts: list[str] = []
    for key, units in _units(report).items():
        wanted = "" if report.mismatch is None else f", intended {percent(report.mismatch.expected[key] / total)}"
        parts.append(f"{names.get((report.experiment, key)) or key} {percent(units / total)}{wanted}")
    return "; ".join(parts)


def _notes(reports: Sequence[Health], shown: Sequence[Health]) -> list[str]:
    tested = [report for report in reports if report.mismatch]
    alarms = sum(map(_alarm, reports))
    result = f"{plural(len(tested), 'experiment')} tested, {plural(alarms, 'mismatch')}".replace(
        "mismatchs", "mismatches"
    )
    return [
        result if tested else "The intended shares are unknown, so the split was not tested",
        ""
        if len(shown) == len(reports)
        else f"The picture has {len(shown):,} experiments, the least likely splits first",
    ]


def _bars(reports: Sequence[Health], names: _Names, theme: Theme) -> list[Trace]:
    """A trace for the first variation of each experiment, one for the second, and so on."""
    most = max(len(_units(report)) for report in reports)
    traces: list[Trace] = []
    for step in range(most):
        bars = [
            (place, report, list(_units(report).items())[step])
            for place, report in enumerate(reports)
            if step < len(_units(report))
        ]
        titles = [names.get((report.experiment, key)) or key for _, report, (key, _) in bars]
        shares = [units / sum(_units(report).values()) for _, report, (_, units) in bars]
        traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "width": 0.36,
                "showlegend": False,
                "hoverinfo": "text",
                "x": shares,
                "y": [place + BELOW_LABELS for place, *_ in bars],
                "text": [
                    f"{safe(short(title, 18))} {percent(share)}" for title, share in zip(titles, shares, strict=True)
                ],
                "textposition": "inside",
                "insidetextanchor": "middle",
                "textangle": 0,
                "constraintext": "inside",
                "textfont": {"color": SURFACES[theme]["card"], "size": 12},
                "marker": {"color": ARMS[theme][step % len(ARMS[theme])], "line": {"color": SURFACES[theme]["card"]}},
                "hovertext": [
                    f"<b>{safe(short(title, 60))}</b><br>{units:,} units, {percent(share)}"
                    for title, share, (_, _, (_, units)) in zip(titles, shares, bars, strict=True)
                ],
            }
        )
    return traces


def _intended(reports: Sequence[Health], theme: Theme) -> list[Trace]:
    x: list[float] = []
    y: list[float] = []
    for place, report in enumerate(reports):
        wanted = list(report.mismatch.expected.values()) if report.mismatch else []
        for step in range(1, len(wanted)):
            x.append(sum(wanted[:step]) / sum(wanted))
            y.append(place + BELOW_LABELS)
    marker: Layout = {"symbol": "line-ns-open", "size": 22, "color": SURFACES[theme]["text"], "line": {"width": 2.5}}
    name = "where the intended shares meet"
    trace = {"type": "scatter", "mode": "markers", "x": x, "y": y, "hoverinfo": "skip", "marker": marker, "name": name}
    return [trace] if x else []
