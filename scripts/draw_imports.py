"""Draw who imports whom in abclient, as a diagram in docs/architecture.md; or check that it is what it should be.

python scripts/draw_imports.py [--check]
"""

from __future__ import annotations

import argparse
import ast
import sys
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "abclient"
PAGE = ROOT / "docs" / "architecture.md"
BEGIN, END = "<!-- imports: make diagram -->", "<!-- end of imports -->"


def main() -> int:
    """Run it from the command line; 1 where the diagram is out of date, or cannot be drawn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail if the page would change")
    options = parser.parse_args()
    try:
        drawn = diagram(imports(PACKAGE))
    except CycleError as error:
        print(f"modules import one another in a circle: {' → '.join(reversed(error.args[1]))}", file=sys.stderr)
        return 1
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    wanted = f"{before}{BEGIN}\n{drawn}{END}{after}"
    if options.check:
        if page != wanted:
            print(f"{PAGE.relative_to(ROOT)} does not show the imports as they are: make diagram", file=sys.stderr)
        return int(page != wanted)
    PAGE.write_text(wanted, encoding="utf-8")
    return 0


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
        CycleError: there is a circle.
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


if __name__ == "__main__":
    sys.exit(main())
