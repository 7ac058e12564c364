"""The site's own checker finds what is wrong with a page, and nothing else; the API's pages have every public name."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

import abclient
import build_site
from abclient.vendor import BUILT_IN, get

ROOT = Path(__file__).parents[2]
ENTRY = re.compile(r"^::: ([\w.]+)$", re.MULTILINE)
PACKAGES = sorted(
    path.parent.name
    for path in (ROOT / "src" / "abclient").glob("[a-z]*/__init__.py")
    if "\n__all__ = " in path.read_text(encoding="utf-8") and path.parent.name not in ("sandbox", "cli", "vendors")
)
"""Packages whose public names are those of their ``__all__``."""


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ('<a href="../other/#there">', []),
        ('<a href="#here"><p id="here">', []),
        ('<a href="https://example.org/x">', []),
        ('<a href="../nowhere/">', ["../nowhere/ does not exist"]),
        ('<a href="../other/#gone">', ["../other/#gone: there is no such place on that page"]),
        ('<a href="#gone">', ["#gone: there is no such place on that page"]),
        ('<img src="picture.png">', ["picture.png does not exist"]),
        ('<script src="https://example.org/x.js">', ["loads https://example.org/x.js"]),
        ('<link rel="stylesheet" href="//example.org/x.css">', ["loads //example.org/x.css"]),
        ('<link rel="canonical" href="https://example.org/">', []),
    ],
)
def test_what_is_wrong_with_a_page_is_found(body: str, wrong: list[str], tmp_path: Path) -> None:
    """Broken links, places that do not exist, and what is loaded from elsewhere."""
    page, other = tmp_path / "page" / "index.html", tmp_path / "other" / "index.html"
    for path, text in ((page, body), (other, '<h2 id="there">')):
        path.parent.mkdir()
        path.write_text(text)
    pages = {path: build_site.Page(path.read_text()) for path in (page, other)}
    assert list(build_site.wrong(page, pages)) == wrong


def test_every_public_name_is_on_a_page_of_the_api() -> None:
    """What users import from abclient, a vendor's package or one of the packages beside it."""
    shown = {name for path in (ROOT / "docs" / "api").glob("*.md") for name in ENTRY.findall(path.read_text())}
    wanted = {f"abclient.{name}" for name in abclient.__all__ if not name.startswith("__")}
    for name in BUILT_IN:
        package = import_module(get(name).client.partition(":")[0].rpartition(".")[0])
        wanted |= {f"{package.__name__}.{one}" for one in package.__all__ if one != "models"}
        wanted.add(f"{package.__name__}.rows")
        wanted.discard(f"abclient.{get(name).client.partition(':')[2]}")
    wanted -= {f"abclient.{name}" for name in abclient.__all__ if name.endswith("Error")}
    assert wanted <= shown
    assert {
        f"abclient.{name}" for name in (*PACKAGES, "errors", "events", "health", "otel", "source", "vendor")
    } <= shown


def test_every_page_is_in_the_navigation() -> None:
    """A page that nothing leads to is not found."""
    pages = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    listed = re.findall(r"[:-] ([\w/-]+\.md)$", (ROOT / "mkdocs.yml").read_text(), re.MULTILINE)
    assert sorted(listed) == sorted(pages)
