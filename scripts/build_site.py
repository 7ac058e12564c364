"""Build the documentation site, and check it: no warning, no broken link, nothing loaded from elsewhere.

python scripts/build_site.py
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "build" / "site"

_WARNING = re.compile(r"^(?:griffe|warning|error)\b", re.IGNORECASE)
_LOADED = {"script": "src", "img": "src", "iframe": "src", "link": "href"}
"""What a browser fetches for a page by its own, by the attribute with the address."""
_ONLY_NAMED = {"canonical", "next", "prev", "edit"}
"""Kinds of ``link`` that are not fetched."""


class Page(HTMLParser):
    """What a page has: the names that links can lead to, the links, and what is loaded for it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.links: set[str] = set()
        self.loaded: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the names and links of one element."""
        found = {name: value for name, value in attrs if value is not None}
        self.names |= {found[name] for name in ("id", "name") if name in found}
        if tag == "a" and "href" in found:
            self.links.add(found["href"])
        if tag in _LOADED and _LOADED[tag] in found and found.get("rel") not in _ONLY_NAMED:
            self.loaded.add(found[_LOADED[tag]])


def main() -> int:
    """Run it from the command line; 1 where something is wrong, which is printed."""
    problems = _built()
    if not problems:
        pages = {path: Page(path.read_text(encoding="utf-8")) for path in sorted(SITE.rglob("*.html"))}
        problems = [f"{path.relative_to(SITE)}: {what}" for path in pages for what in wrong(path, pages)]
        print(f"{len(pages)} pages in {SITE.relative_to(ROOT)}")
    for problem in problems:
        print(problem, file=sys.stderr)
    return int(bool(problems))


def _built() -> list[str]:
    """Build it; what the builder said if that is a warning."""
    ended = subprocess.run(
        [Path(sys.executable).with_name("zensical"), "build", "--strict", "--clean"],
        cwd=ROOT,
        env={**os.environ, "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    warned = any(map(_WARNING.match, ended.stdout.splitlines()))
    return [ended.stdout] if ended.returncode or warned else []


def wrong(path: Path, pages: dict[Path, Page]) -> Iterable[str]:
    """Links of a page that lead nowhere, and what it loads from other hosts."""
    for address in sorted(pages[path].loaded):
        if urlsplit(address).netloc:
            yield f"loads {address}"
    for address in sorted(pages[path].links | pages[path].loaded):
        link = urlsplit(address)
        if link.scheme or link.netloc or path.name == "404.html":  # that one's links are those of the root
            continue
        target = (path.parent / unquote(link.path)).resolve() if link.path else path
        target = target / "index.html" if target.is_dir() else target
        if not target.is_file():
            yield f"{address} does not exist"
        elif link.fragment and target in pages and unquote(link.fragment) not in {*pages[target].names, "__top"}:
            yield f"{address}: there is no such place on that page"


if __name__ == "__main__":
    sys.exit(main())
