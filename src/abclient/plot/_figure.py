"""Figures: what all of them share, and the text that stands in for one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from .._distribution import not_installed
from .._verdicts import LOOKS, SURFACES, Standing, Theme
from ._texts import LONGEST_TITLE, folded, in_words, safe, short

if TYPE_CHECKING:
    # Plotly has no types.
    from plotly.graph_objects import (  # type: ignore[import-untyped]
        Figure as Figure,  # pyright: ignore[reportMissingTypeStubs]
    )

Trace: TypeAlias = dict[str, Any]
Layout: TypeAlias = dict[str, Any]

SYMBOLS: dict[Standing, str] = {
    "better": "triangle-up",
    "worse": "triangle-down",
    "open": "circle",
    "bare": "circle-open",
}
ROW_PIXELS = 62
"""Room for two lines of text and an interval below them."""

_TITLE_PIXELS, _SUBTITLE_PIXELS = 22, 17
_BOTTOM_PIXELS = 92
"""Room for an axis and two lines of a legend."""

_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"


def check_options(theme: str, limit: int = 1) -> None:
    """Refuse a theme that does not exist, and a picture of nothing."""
    if theme not in SURFACES:
        raise ValueError(f"theme is {theme!r}, none of {', '.join(map(repr, SURFACES))}")
    if limit < 1:
        raise ValueError(f"limit is {limit!r}: the picture would show nothing")


def figure(
    traces: Sequence[Trace],
    *,
    title: str,
    notes: Iterable[str],
    items: Iterable[str],
    theme: Theme,
    layout: Layout,
    plot_pixels: int,
) -> Figure:
    """A figure of these traces, with what all figures have.

    Args:
        traces: as Plotly has them.
        title: above the plot.
        notes: sentences below the title.
        items: what the plot shows, in words, an entry for each thing.
        theme: the colors.
        layout: what this kind of plot has of its own.
        plot_pixels: the height of the plot alone.
    """
    graph_objects = _graph_objects()
    subtitle = ". ".join(filter(None, notes))
    lines = folded(subtitle)
    top = 24 + _TITLE_PIXELS + _SUBTITLE_PIXELS * len(lines)
    height = top + plot_pixels + _BOTTOM_PIXELS
    own = {
        "title": {
            "text": safe(short(title, LONGEST_TITLE)),
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": 1 - 12 / height,
            "yref": "container",
            "yanchor": "top",
            "pad": {"l": 14},
            "font": {"size": 17},
            "subtitle": {"text": "<br>".join(lines), "font": {"size": 12.5, "color": SURFACES[theme]["muted"]}},
        },
        "height": height,
        "margin": {"l": 14, "r": 14, "t": top, "b": _BOTTOM_PIXELS},
        "meta": {"abclient": {"theme": theme, "text": "\n".join(map(in_words, [title, subtitle, *items]))}},
    }
    return graph_objects.Figure({"data": list(traces), "layout": {**_surroundings(theme), **own, **layout}})


def _surroundings(theme: Theme) -> Layout:
    """Colors and fonts of everything but the data, and the legend below it."""
    colors = SURFACES[theme]
    return {
        "paper_bgcolor": colors["card"],
        "plot_bgcolor": colors["card"],
        "font": {"family": _FONT, "size": 12.5, "color": colors["text"]},
        "hoverlabel": {
            "align": "left",
            "bgcolor": colors["card"],
            "bordercolor": colors["line"],
            "font": {"color": colors["text"]},
        },
        "legend": {
            "orientation": "h",
            "yref": "container",
            "y": 0,
            "yanchor": "bottom",
            "x": 0,
            "xref": "paper",
            "xanchor": "left",
            "bgcolor": "rgba(0,0,0,0)",
            "itemclick": False,
            "itemdoubleclick": False,
        },
        "dragmode": False,
    }


def _graph_objects() -> Any:
    try:
        from plotly import graph_objects  # type: ignore[import-untyped]  # pyright: ignore[reportMissingTypeStubs]
    except ImportError as error:
        raise ImportError(not_installed(error, "plot", default="plotly"), name=error.name) from error
    return graph_objects


def text_of(figure: Figure) -> str:
    """What a figure of this package shows, in words: its title, its notes, and a line for each thing that it shows.

    Raises:
        TypeError: it is not a figure, but rows, for example.
        ValueError: it is not a figure of this package.
    """
    given: Any = figure
    if not hasattr(given, "layout"):
        raise TypeError(f"figure is a {type(given).__name__}: give what a function of abclient.plot returned")
    try:
        return str(given.layout.meta["abclient"]["text"])
    except (KeyError, TypeError):
        raise ValueError("not a figure that a function of abclient.plot returned") from None


def lines(x: Sequence[Any], y: Sequence[Any], **more: Any) -> Trace:
    """A trace of lines that says nothing under the mouse."""
    return {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "showlegend": False, "x": x, "y": y, **more}


def marks(x: Sequence[Any], y: Sequence[Any], marker: Trace, texts: Sequence[str], **more: Any) -> Trace:
    """A trace of points with a text for each."""
    shown = {"hoverinfo": "text", "hovertext": texts}
    return {"type": "scatter", "mode": "markers", "x": x, "y": y, "marker": marker, **shown, **more}


def ticks(kind: str) -> str:
    """The form of an axis's numbers: percent if they are relative."""
    return ".1~%" if kind == "relative" else ".3~g"


def axis(theme: Theme, title: str, **more: Any) -> Layout:
    """An axis with grid lines that can be told from the data."""
    colors = SURFACES[theme]
    return {
        "title": {"text": safe(title), "font": {"size": 12.5, "color": colors["muted"]}},
        "gridcolor": colors["line"],
        "zerolinecolor": colors["muted"],
        "zerolinewidth": 1.5,
        "tickfont": {"color": colors["muted"]},
        "automargin": True,
        **more,
    }


def places(count: int) -> Layout:
    """A vertical axis without marks, with a place for each of several things from top to bottom."""
    hidden = {"showticklabels": False, "showgrid": False, "zeroline": False, "fixedrange": True}
    return {"range": [count - 0.5, -0.5], **hidden}


def labels(names: Sequence[str], details: Sequence[str], theme: Theme) -> list[Layout]:
    """Two lines of text above each place, which fit a phone as well; both are escaped already."""
    colors = SURFACES[theme]
    shared = {"xref": "paper", "x": 0, "xanchor": "left", "yref": "y", "showarrow": False, "align": "left"}
    shared |= {"bgcolor": colors["card"], "borderpad": 0}
    upper = {**shared, "yshift": 19, "font": {"size": 13, "color": colors["text"]}}
    lower = {**shared, "yshift": 3, "font": {"size": 12, "color": colors["muted"]}}
    return [
        {**line, "y": place, "text": text}
        for line, texts in ((upper, names), (lower, details))
        for place, text in enumerate(texts)
    ]


BELOW_LABELS = 0.27
"""How far below its place something is drawn, so that the two lines above it have room."""


def legend_name(standing: Standing, count: int) -> str:
    """What the legend says of a standing."""
    return f"{LOOKS[standing].words} ({count:,})"


def span(ends: Iterable[float | None]) -> tuple[float, float]:
    """A range that has 0 and nearly all ends; the few that are many times farther off run out of the picture."""
    known = [0.0, *(end for end in ends if end is not None)]
    sizes = sorted(map(abs, known[1:])) or [0.0]
    limit = 3 * (sizes[int(len(sizes) * 0.8)] or sizes[-1] or 1.0)
    low, high = max(-limit, min(known)), min(limit, max(known))
    room = (high - low or 1.0) * 0.05
    return low - room, high + room
