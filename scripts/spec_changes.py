"""What has changed in the specs since a revision of git, and where we use it: ``spec_changes.py [REVISION]``.

``make generate`` runs it for ``HEAD``.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from abclient.codegen.diff._compare import compare
from abclient.codegen.diff._output import lines
from abclient.codegen.diff._source import committed, spec_at
from abclient.codegen.diff._uses import uses
from abclient.codegen.spec._document import SpecError, UnreadableError
from abclient.codegen.spec._model import Spec, load
from abclient.vendor import BUILT_IN

ROOT = Path(__file__).resolve().parent.parent


def files_of(spec: str, root: Path = ROOT) -> list[Path]:
    """The files of a spec's vendor that may use its package: the client's and the sandbox's, shared ones included."""
    vendor = max((one for one in BUILT_IN if f"{spec}_".startswith(f"{one}_")), key=len, default=spec)
    found: list[Path] = []
    for room in ("vendors", "sandbox"):
        base = root / "src" / "abclient" / room
        found += sorted((base / vendor).rglob("*.py"))
        found += sorted(path for path in base.rglob("_*.py") if f"abclient_api.{spec} " in path.read_text("utf-8"))
    return list(dict.fromkeys(found))


def report(name: str, old: Spec, new: Spec, root: Path = ROOT) -> list[str]:
    """What is printed of a spec: its changes, and below them where they are used."""
    changes = compare(old, new)
    if not changes:
        return []
    told = [f"specs/{name}.yaml:", *(f"  {line}" for line in lines(changes))]
    for change, found in uses(old, new, changes, files_of(name, root)).items():
        places = ", ".join(f"{path.relative_to(root)}:{line}" for path, line in found.items())
        told.append(f"  {change.where}: {change.what}: used in {places}")
    return told


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Run it.

    Returns:
        0; 2 where a spec cannot be read.
    """
    given = sys.argv[1:] if arguments is None else arguments
    revision = given[0] if given else "HEAD"
    unknown: list[str] = []
    for path in sorted((root / "specs").glob("*.yaml")):
        place = f"specs/{path.name}"
        try:
            if committed(revision, place, root=root) == path.read_bytes():
                continue
            old = spec_at(f"{revision}:{place}", root=root)
        except UnreadableError:
            unknown.append(place)
            continue
        try:
            told = report(path.stem, old, load(path), root)
        except SpecError as exc:
            print(exc, file=sys.stderr)
            return 2
        print("\n".join(told or [f"{place}: nothing that callers can see"]))
    if unknown:
        print(f"not in {revision}, or there is no git: {', '.join(unknown)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
