"""The plots of ``docs/performance.md``: how cost grows, drawn from the tables beside them."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import growth

_GREY = "#808080"
"""Can be read on a white page and on a black one, like the lines' colours; there is no background."""

_LINES = ("#d55e00", "#0072b2", "#009e73", "#cc79a7")
"""Okabe and Ito's colours, which people tell apart who see few colours; one for each contestant."""

_LABELS = {
    growth.PER_WORKERS: "workers",
    growth.PER_SIZE: "response, kB (32 workers)",
    growth.PER_PAGE: "experiments per page (one worker)",
    growth.PER_TLS: "32 workers",
}


def draw(file: Path, tables: Mapping[str, growth.Table]) -> None:
    """Write one SVG file with a plot for each table."""
    # As Any, because its own annotations are too loose for pyright's strict mode.
    mpl: Any = importlib.import_module("matplotlib")
    mpl.use("svg")
    mpl.rcParams.update(
        {
            "svg.fonttype": "none",
            "svg.hashsalt": "abclient",
            "font.family": "sans-serif",
            "text.color": _GREY,
            "axes.labelcolor": _GREY,
            "axes.edgecolor": _GREY,
            "xtick.color": _GREY,
            "ytick.color": _GREY,
        }
    )
    pyplot: Any = importlib.import_module("matplotlib.pyplot")
    figure, grid = pyplot.subplots(2, 2, figsize=(10, 8), layout="constrained")
    for axes, (title, table) in zip(grid.flat, tables.items(), strict=False):
        _plot(axes, title, table)
    for axes in grid.flat[len(tables) :]:
        axes.remove()
    handles, labels = grid.flat[0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside lower center", ncols=2, frameon=False)
    file.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(file, transparent=True, metadata={"Date": None})


def _plot(axes: Any, title: str, table: growth.Table) -> None:
    ticker: Any = importlib.import_module("matplotlib.ticker")
    names = list(dict.fromkeys(name for row in table.values() for name in row))
    words = title == growth.PER_TLS
    for name, colour in zip(names, _LINES, strict=True):
        points = [
            (label if words else float(label.replace(",", "")), row[name])
            for label, row in table.items()
            if name in row
        ]
        axes.plot(*zip(*points, strict=True), color=colour, marker="o", linestyle=":" if words else "-", label=name)
    if not words:
        axes.set_xscale("log")
        axes.set_xticks([float(label.replace(",", "")) for label in table], labels=list(table))
    else:
        axes.margins(x=0.3)
    axes.set_yscale("log")
    axes.yaxis.set_major_locator(ticker.LogLocator(subs=(1, 2, 5), numticks=20))
    axes.yaxis.set_major_formatter("{x:,g}")
    axes.minorticks_off()
    axes.set_xlabel(_LABELS[title])
    axes.set_ylabel(f"µs CPU per {growth.UNITS.get(title, 'request')}")
    axes.grid(color=_GREY, alpha=0.3)
    axes.spines[["top", "right"]].set_visible(False)
