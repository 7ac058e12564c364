"""Write into pages of docs/ what is made from the code: the diagram of imports, tables of vendors, pages of docs/api/.

python scripts/fill_pages.py [--check]
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import api_pages
from abclient.vendor import BUILT_IN, Vendor, get

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "abclient"


def main() -> int:
    """Run it from the command line; 1 where a page is out of date, or cannot be made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail if a page would change")
    options = parser.parse_args()
    try:
        wanted = api_pages.pages()
        for path, name, make in PARTS:
            wanted[path] = _filled(wanted.get(path) or path.read_text(encoding="utf-8"), name, make())
    except CycleError as error:
        print(f"modules import one another in a circle: {' → '.join(reversed(error.args[1]))}", file=sys.stderr)
        return 1
    outdated = [path for path, page in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != page]
    for path in outdated:
        if options.check:
            print(f"{path.relative_to(ROOT)} does not show the code as it is: make pages", file=sys.stderr)
        else:
            path.write_text(wanted[path], encoding="utf-8")
    return int(options.check and bool(outdated))


def _filled(page: str, name: str, made: str) -> str:
    """The page, with what is made between the two comments that name it."""
    before, begin, rest = re.split(f"(.*{name}: make pages.*\\n)", page, maxsplit=1)
    _, end, after = re.split(f"(.*end of {name}.*\\n)", rest, maxsplit=1)
    return "".join((before, begin, made, end, after))


def vendors() -> str:
    """A table of the vendors: what each is called, and which variables its client reads."""
    lines = ["| vendor | API | credentials | settings | needs |", "|---|---|---|---|---|"]
    for vendor in map(get, BUILT_IN):
        kinds = [kind for kind in (vendor.credentials, vendor.other_credentials) if kind]
        settings = (*vendor.settings, "base_url", "project", *_environment(vendor))
        variables = ["<br>or ".join(_variables(vendor, names) for names in kinds), _variables(vendor, settings)]
        needs = " and ".join(vendor.needs) or "nothing"
        lines.append(f"| `{vendor.name}`: {vendor.title} | {vendor.api} | {' | '.join(variables)} | {needs} |")
    return "\n".join([*lines, ""])


def parts() -> str:
    """A table of which other results than the current ones of all visitors the vendors have."""
    lines = ["| vendor | segments | series | earlier iterations |", "|---|---|---|---|"]
    for vendor in map(get, BUILT_IN):
        segments = [f"`{name}=VALUE`{': ' if values else ''}{', '.join(values)}" for name, values in vendor.segments]
        has = ["yes" if one else "no" for one in (vendor.has_series, vendor.has_iterations)]
        lines.append(f"| {vendor.title} | {'<br>'.join(segments) or 'none'} | {' | '.join(has)} |")
    return "\n".join([*lines, ""])


def clients() -> str:
    """A list of the vendors' packages, each with its page of docs/api/."""
    return "".join(f"- [{vendor.title}]({vendor.name}.md), {vendor.api}\n" for vendor in map(get, BUILT_IN))


def documented() -> str:
    """A table of the vendors' pages."""
    lines = ["| vendor | client | API |", "|---|---|---|"]
    for vendor in map(get, BUILT_IN):
        client = vendor.client.partition(":")[2]
        page = f"[{vendor.title}]({vendor.name}.md)"
        lines.append(f"| {page} | [`abclient.{client}`](api/{vendor.name}.md) | {vendor.api} |")
    return "\n".join([*lines, ""])


def _variables(vendor: Vendor, names: tuple[str, ...]) -> str:
    return "<br>".join(f"`{vendor.variable(name)}`" for name in names)


def _environment(vendor: Vendor) -> tuple[str, ...]:
    return ("environment",) if vendor.has_environments else ()


def imports(package: Path) -> dict[str, set[str]]:
    """The modules and packages at the top of a package, and what each of them imports of the others."""
    names = {path.stem for path in package.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    found: dict[str, set[str]] = {name: set() for name in names}
    for path in package.rglob("*.py"):
        parts = path.relative_to(package).with_suffix("").parts
        found[parts[0]] |= set(_imported(path, parts)) & names - {parts[0]}
    return found


def _imported(path: Path, parts: tuple[str, ...]) -> Iterator[str]:
    """The modules and packages at the top that a file imports, wherever it does."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            above = list(parts[: len(parts) - node.level])
            names = [*above, *(node.module or "").split(".")] if node.module else above
            yield from names[:1] or [alias.name for alias in node.names]


def diagram(found: Mapping[str, set[str]]) -> str:
    """A Mermaid diagram, floor above floor; arrows that others imply are left out.

    Raises:
        CycleError: there is a circle; its second argument names it.
    """
    order = list(TopologicalSorter(found).static_order())
    reached: dict[str, set[str]] = {}
    floor: dict[str, int] = {}
    for name in order:
        reached[name] = found[name].union(*(reached[one] for one in found[name]))
        floor[name] = 1 + max((floor[one] for one in found[name]), default=-1)
    lines = ["```mermaid", "flowchart TD"]
    for name in sorted(found, key=lambda name: (-floor[name], name)):
        needed = found[name] - set().union(*(reached[one] for one in found[name]))
        lines += [f"    {name} --> {one}" for one in sorted(needed, key=lambda one: (-floor[one], one))]
    alone = sorted(name for name in found if not found[name] and not any(name in used for used in found.values()))
    lines += [f"    {name}" for name in alone]
    floors = f"{len(found)} modules and packages on {max(floor.values()) + 1} floors."
    return "\n".join([*lines, "```", "", floors, ""])


PARTS: tuple[tuple[Path, str, Callable[[], str]], ...] = (
    (ROOT / "docs" / "architecture.md", "imports", lambda: diagram(imports(PACKAGE))),
    (ROOT / "docs" / "command.md", "vendors", vendors),
    (ROOT / "docs" / "results.md", "parts", parts),
    (ROOT / "docs" / "api" / "index.md", "clients", clients),
    (ROOT / "docs" / "index.md", "documented", documented),
    (ROOT / "mkdocs.yml", "vendors", lambda: api_pages.navigation("")),
    (ROOT / "mkdocs.yml", "clients", lambda: api_pages.navigation("api/")),
)

if __name__ == "__main__":
    sys.exit(main())
