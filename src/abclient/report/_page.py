"""The page: its template, filled from the rows and their health."""

from __future__ import annotations

import hashlib
import json
import os
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from html import escape
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

from .._distribution import not_installed
from .._files import draft_beside, make_directory, publish
from .._version import __version__
from ..health import Health, check
from ..results import COLUMNS, Kind, ResultRow, winners
from ..vendor import title_of
from ._health import findings_html, splits

TITLE = "A/B test results"

_MARK = re.compile(r"\{\{(\w+)\}\}")


def write_report(
    rows: Iterable[ResultRow],
    path: str | os.PathLike[str],
    *,
    title: str = TITLE,
    health: Iterable[Health] | None = None,
) -> Path:
    """Write the report as one HTML file of about 5 MB, most of which is the charting library.

    The file is written completely or not at all, even if the power fails. The same arguments make the same file, byte
    for byte.

    Args:
        rows: of any number of experiments and vendors.
        path: the file to write; an existing file or link is replaced, but not a link's target. Creates its directory.
        title: the title of the page.
        health: the result of ``abclient.health.check``; with allocations given to it, the page compares the traffic
            split with them. By default the rows are checked without allocations.

    Returns:
        The path.

    Raises:
        ImportError: Plotly is not installed; it comes with the extra ``report``.
        OSError: the file cannot be written, or is a directory, a pipe or a device.
    """
    target = Path(path)
    content = render_report(rows, title=title, health=health).encode()
    make_directory(target.parent)
    with draft_beside(target) as draft:
        draft.write(content)
        publish(draft, target)
    return target


def render_report(rows: Iterable[ResultRow], *, title: str = TITLE, health: Iterable[Health] | None = None) -> str:
    """The report as text; arguments and errors as ``write_report``."""
    library = _library()
    found = list(rows)
    titles = {name: title_of(name) for name in sorted({row.vendor for row in found})}
    reports = list(check(found) if health is None else health)
    script = _script()
    values = {
        "policy": escape(_policy(library, script)),
        "title": escape(title),
        "subtitle": escape(_subtitle(found, titles)),
        "style": _asset("page.css"),
        "tiles": _tiles(found, reports),
        "traffic": escape(_traffic_note(reports)),
        "health": findings_html(reports, found, titles),
        "version": escape(__version__),
        "data": _json({"vendors": titles} | _data(found, reports)),
        "library": library,
        "script": script,
    }
    return _MARK.sub(lambda mark: values[mark.group(1)], _asset("page.html"))


def _library() -> str:
    """Plotly's JavaScript, from its package."""
    try:
        offline = import_module("plotly.offline")  # not by a statement: it has no types
    except ImportError as error:
        raise ImportError(not_installed(error, "report", default="plotly"), name=error.name) from error
    return str(offline.get_plotlyjs())


@cache
def _asset(name: str) -> str:
    return (files("abclient.report") / name).read_text(encoding="utf-8")


def _script() -> str:
    """The page's own script, whose files share one scope."""
    parts = "\n".join(map(_asset, ("rows.js", "charts.js", "page.js")))
    return f'(() => {{\n"use strict";\n{parts}}})();'


def _policy(*scripts: str) -> str:
    """A policy under which the page runs only its own scripts, and can load and send nothing."""
    hashes = " ".join(f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; "
        "form-action 'none'; base-uri 'none'"
    )


def _json(document: object) -> str:
    """JSON that cannot end its HTML element."""
    text = json.dumps(document, allow_nan=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _data(rows: Sequence[ResultRow], reports: Sequence[Health]) -> dict[str, Any]:
    return {"count": len(rows), "columns": _columns(rows), "traffic": splits(reports, rows)}


def _columns(rows: Sequence[ResultRow]) -> dict[str, Any]:
    """The rows by column; texts as indexes into a list, because few of them are different."""
    return {name: _column([getattr(row, name) for row in rows], kind) for name, kind in COLUMNS.items()}


def _column(values: list[Any], kind: Kind) -> Any:
    if kind not in ("text", "time"):
        return values
    places: dict[Any, int] = {}
    index = [-1 if value is None else places.setdefault(value, len(places)) for value in values]
    return {"values": [_moment(value) if kind == "time" else value for value in places], "index": index}


def _moment(value: datetime) -> str:
    return f"{value.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"


def _subtitle(rows: Sequence[ResultRow], titles: Mapping[str, str]) -> str:
    if not rows:
        return "There are no rows."
    vendors = ", ".join(sorted(titles.values()))
    times = sorted(row.fetched_at.astimezone(UTC) for row in rows)
    first, last = f"{times[0]:%Y-%m-%d %H:%M}", f"{times[-1]:%Y-%m-%d %H:%M}"
    until = "" if first == last else f" to {last.removeprefix(f'{times[0]:%Y-%m-%d} ')}"
    return f"{vendors} · fetched {first}{until} UTC"


def _tiles(rows: Sequence[ResultRow], reports: Sequence[Health]) -> str:
    kinds = [finding.kind for report in reports for finding in report.findings]
    mismatches = kinds.count("sample_ratio_mismatch")
    figures = (
        ("experiment", "experiments", len({row.experiment for row in rows})),
        ("row", "rows", len(rows)),
        ("winner on a primary metric", "winners on primary metrics", len(winners(rows))),
        ("traffic mismatch", "traffic mismatches", mismatches),
        ("other warning", "other warnings", len(kinds) - mismatches),
    )
    return "".join(
        f'<li class="{"warn" if one == "traffic mismatch" and count else ""}"><b>{count:,}</b>'
        f"{one if count == 1 else many}</li>"
        for one, many, count in figures
    )


def _traffic_note(reports: Sequence[Health]) -> str:
    tested = sum(report.mismatch is not None for report in reports)
    if not tested:
        return "Shares of units by variation. The intended shares are unknown, so the split was not tested."
    return (
        f"Shares of units by variation; a mark shows where the intended shares meet. {tested:,} splits were tested "
        "by chi-square, the least likely ones first."
    )
