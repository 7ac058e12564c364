"""A figure as a page: one HTML file that needs no network, follows light and dark mode, and has the figure's text."""

from __future__ import annotations

import hashlib
import json
import os
import re
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from html import escape
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from .._files import draft_beside, make_directory, publish
from .._verdicts import ARMS, LOOKS, SURFACES, Theme
from ._figure import text_of

if TYPE_CHECKING:
    from ._figure import Figure

_MARK = re.compile(r"\{\{(\w+)\}\}")
_TRANSLUCENT = re.compile(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)")


def write_html(figure: Figure, path: str | os.PathLike[str]) -> Path:
    """Write a figure of this package as one HTML file of about 5 MB, most of which is the charting library.

    The page runs only its own scripts, loads and sends nothing, and shows light or dark colors as the system asks for.
    Below the plot it has the figure's text. The file is written completely or not at all.

    Args:
        figure: what a function of this package returned; it may have been changed since.
        path: the file to write; an existing file or link is replaced, but not a link's target. Creates its directory.

    Returns:
        The path.

    Raises:
        ValueError: it is not a figure of this package.
        OSError: the file cannot be written, or is a directory, a pipe or a device.
    """
    target = Path(path)
    content = _page(figure).encode("utf-8", "replace")
    make_directory(target.parent)
    with draft_beside(target) as draft:
        draft.write(content)
        publish(draft, target)
    return target


def _page(figure: Figure) -> str:
    title, *lines = filter(None, text_of(figure).split("\n"))
    drawn: dict[str, Any] = json.loads(str(cast("Any", figure).to_json()))
    library, script = str(import_module("plotly.offline").get_plotlyjs()), _asset("plot.js")
    both = {theme: _recolored(drawn, _colors(theme)) for theme in SURFACES}
    values = {
        "policy": escape(_policy(library, script)),
        "title": escape(title),
        "colors": _variables("light"),
        "dark_colors": _variables("dark"),
        "items": "".join(f"<li>{escape(line)}</li>" for line in lines),
        "figures": _json(both),
        "library": library,
        "script": script,
    }
    return _MARK.sub(lambda mark: values[mark.group(1)], _asset("page.html"))


@cache
def _asset(name: str) -> str:
    return (files("abclient.plot") / name).read_text(encoding="utf-8")


def _policy(*scripts: str) -> str:
    """A policy under which the page runs only its own scripts, and can load and send nothing."""
    hashes = " ".join(f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; "
        "form-action 'none'; base-uri 'none'"
    )


def _json(document: object) -> str:
    """JSON that cannot end its HTML element."""
    text = json.dumps(document, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _variables(theme: Theme) -> str:
    return " ".join(f"--{name}: {color};" for name, color in SURFACES[theme].items())


def _colors(theme: Theme) -> dict[str, str]:
    """The color of the theme in place of each color of the themes."""
    other: Theme = "light" if theme == "dark" else "dark"
    return dict(zip(_palette(other), _palette(theme), strict=True))


def _palette(theme: Theme) -> Iterator[str]:
    yield from SURFACES[theme].values()
    yield from ARMS[theme]
    yield from (look.colors[theme] for look in LOOKS.values())


def _recolored(part: Any, colors: dict[str, str], *, is_color: bool = False) -> Any:
    """The same with other colors; text that only looks like one stays."""
    if isinstance(part, dict):
        named = cast("dict[str, Any]", part)
        return {name: _recolored(value, colors, is_color=name.endswith("color")) for name, value in named.items()}
    if isinstance(part, list):
        values: list[Any] = cast("Any", part)
        return [_recolored(value, colors, is_color=is_color) for value in values]
    if not is_color or not isinstance(part, str):
        return part
    if translucent := _TRANSLUCENT.fullmatch(part):
        solid = "#" + "".join(f"{int(value):02x}" for value in translucent.groups()[:3])
        red, green, blue = (int(colors.get(solid, solid)[at : at + 2], 16) for at in (1, 3, 5))
        return f"rgba({red},{green},{blue},{translucent[4]})"
    return colors.get(part, part)
