"""The page: its template, filled from the rows and their health."""

from __future__ import annotations

import hashlib
import os
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from .._files import draft_beside, make_directory, publish
from .._verdicts import ARMS, LOOKS, SURFACES, Theme
from .._version import __version__
from ..health import Health, check
from ..results import ResultRow
from ..results._given import rows_alone
from ..vendor import title_of
from ._data import document, packed

if TYPE_CHECKING:
    from ._history import History

TITLE = "A/B test results"
SCRIPTS = ("words.js", "rows.js", "state.js", "elements.js", "tables.js", "charts.js", "one.js", "page.js")

_MARK = re.compile(r"\{\{(\w+)\}\}")


def write_report(
    rows: Iterable[ResultRow],
    path: str | os.PathLike[str],
    *,
    title: str = TITLE,
    health: Iterable[Health] | None = None,
    history: History = (),
) -> Path:
    """Write the report as one HTML file of 70 kB, and about 80 bytes for each row.

    The file is written completely or not at all, even if the power fails. The same arguments make the same file, byte
    for byte.

    Args:
        rows: of any number of experiments and vendors.
        path: the file to write; an existing file or link is replaced, but not a link's target. Creates its directory.
        title: the title of the page.
        health: the result of ``abclient.health.check``; with allocations given to it, the page compares the traffic
            split with them. By default the rows are checked without allocations.
        history: what was known of the same experiments earlier, to be shown over time in each experiment's view: rows,
            or what ``abclient.export.read_history`` returns, of which ``HISTORY_COLUMNS`` are enough. Of more than 120
            points of one variation and metric, every second, third … one is kept.

    Returns:
        The path.

    Raises:
        OSError: the file cannot be written, or is a directory, a pipe or a device.
        TypeError: an argument is of another type, such as a table in place of rows.
        ValueError: the history lacks a column.
    """
    target = Path(path)
    content = render_report(rows, title=title, health=health, history=history).encode()
    make_directory(target.parent)
    with draft_beside(target) as draft:
        draft.write(content)
        publish(draft, target)
    return target


def render_report(
    rows: Iterable[ResultRow],
    *,
    title: str = TITLE,
    health: Iterable[Health] | None = None,
    history: History = (),
) -> str:
    """The report as text; arguments and errors as ``write_report``."""
    if not isinstance(title, str):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers need not be typed
        raise TypeError(f"title is {title!r}, not a text")
    found = rows_alone(rows, "rows")
    reports = list(check(found) if health is None else health)
    for one in reports:
        if not isinstance(one, Health):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers need not be typed
            raise TypeError(f"health has a {type(one).__name__} in it; it is what abclient.health.check returns")
    vendors = {row.vendor for row in found} | {report.experiment.vendor for report in reports}
    titles = {name: title_of(name) for name in sorted(vendors)}
    script = _script()
    values = {
        "policy": escape(_policy(script)),
        "title": escape(title),
        "subtitle": escape(_subtitle(found, titles)),
        "style": _colors() + _asset("page.css"),
        "version": escape(__version__),
        "data": packed(document(found, reports, history, titles)),
        "script": script,
    }
    return _MARK.sub(lambda mark: values[mark.group(1)], _asset("page.html"))


@cache
def _asset(name: str) -> str:
    return (files("abclient.report") / name).read_text(encoding="utf-8")


def _script() -> str:
    """The page's own script, whose files share one scope."""
    parts = "\n".join(map(_asset, SCRIPTS))
    return f'(async () => {{\n"use strict";\n{parts}}})();'


def _colors() -> str:
    """Properties of CSS with the colors of both themes: as chosen, else as the system prefers; on paper the light."""
    light, dark = (_theme(theme) for theme in ("light", "dark"))
    return (
        f":root {{ {light} }}\n@media screen {{ :root[data-theme=dark] {{ {dark} }} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root:not([data-theme]) {{ {dark} }} }}\n"
    )


def _theme(theme: Theme) -> str:
    named: dict[str, str] = {**SURFACES[theme], **{name: look.colors[theme] for name, look in LOOKS.items()}}
    named |= _OWN_COLORS[theme]
    named |= {f"arm-{place}": color for place, color in enumerate(ARMS[theme])}
    named |= {f"split-{place}": color for place, color in enumerate(ARMS["light"])}  # with white text on them
    return " ".join(f"--{name}: {color};" for name, color in named.items()) + f" color-scheme: {theme};"


_OWN_COLORS: Mapping[Theme, Mapping[str, str]] = {
    "light": {"accent": "#2457c5", "warn-page": "#fff3ec", "good": "#1f7a4d", "faint": "#9aa2b1"},
    "dark": {"accent": "#8ab0ff", "warn-page": "#36241b", "good": "#6fcf9c", "faint": "#667085"},
}


def _policy(script: str) -> str:
    """A policy under which the page runs only its own script, and can load and send nothing."""
    digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; "
        "form-action 'none'; base-uri 'none'"
    )


def _subtitle(rows: Sequence[ResultRow], titles: Mapping[str, str]) -> str:
    if not rows:
        return "There are no rows."
    vendors = ", ".join(sorted(titles.values()))
    times = sorted(row.fetched_at.astimezone(UTC) for row in rows)
    first, last = f"{times[0]:%Y-%m-%d %H:%M}", f"{times[-1]:%Y-%m-%d %H:%M}"
    until = "" if first == last else f" to {last.removeprefix(f'{times[0]:%Y-%m-%d} ')}"
    return f"{vendors} · fetched {first}{until} UTC"
