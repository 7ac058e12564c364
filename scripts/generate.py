"""Generate ``abclient_api`` from the specs: ``generate.py [SPEC ...] [--only VENDOR] [--check] [--output DIR]``.

Everything is built in a directory of its own and moved in place only when all of it succeeded; files that are the same
as before are left alone. The same specs give the same bytes: generator and ruff are pinned. The generator itself is
``abclient.codegen``; ``--check`` builds elsewhere and compares.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from abclient.codegen._build import GenerationError, build
from abclient.codegen._directory import Difference, contents_of, difference, put_in_place
from abclient.codegen.spec._document import SpecError

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "generated" / "abclient_api"
SHARED = ROOT / "scripts" / "templates" / "package"

TOP_LEVEL = (
    *(
        "__init__.py",
        "_answers.py",
        "_arguments.py",
        "_bodies.py",
        "_deep.py",
        "_html.py",
        "_models.py",
        "_runtime.py",
        "_speedups.py",
        "_unions.py",
        "_wire.py",
    ),
    "py.typed",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it.

    Returns:
        0 when done; 1 when the generator refused something, or ``--check`` found a difference; 2 when a spec cannot be
        read at all.
    """
    options = _options(arguments)
    try:
        specs = _specs(options.specs, options.only)
    except SpecError as exc:
        print(exc, file=sys.stderr)
        return 2
    partly = bool(options.specs or options.only)
    try:
        return _check(specs, options.output, partly) if options.check else _write(specs, options.output, partly)
    except GenerationError as exc:
        print(exc, file=sys.stderr)
        return exc.code


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="generate.py", description="Generate abclient_api from the specs.")
    parser.add_argument("specs", nargs="*", type=Path, metavar="SPEC", help="spec files (default: specs/*.yaml)")
    parser.add_argument("--only", metavar="VENDOR", help="only specs/VENDOR.yaml; other packages stay as they are")
    parser.add_argument("--check", action="store_true", help="compare with what is there instead of writing")
    parser.add_argument(
        "--output", type=Path, default=OUTPUT, metavar="DIR", help=f"default: {OUTPUT.relative_to(ROOT)}"
    )
    return parser.parse_args(arguments)


def _specs(given: list[Path], only: str | None) -> list[Path]:
    specs = given or sorted((ROOT / "specs").glob("*.yaml"))
    if only is not None:
        specs = [spec for spec in specs if spec.stem == only] or [ROOT / "specs" / f"{only}.yaml"]
    for spec in specs:
        if not spec.stem.isidentifier():
            raise SpecError(f"{spec}: its name must be a Python identifier, because it names the package")
    return specs


def _write(specs: list[Path], output: Path, partly: bool) -> int:
    output.mkdir(parents=True, exist_ok=True)
    # Inside the output, so that moving a package in place is a rename.
    with tempfile.TemporaryDirectory(prefix=".generate-", dir=output) as scratch:
        fresh = _build(specs, Path(scratch))
        told = {spec.stem: put_in_place(fresh / spec.stem, output / spec.stem) for spec in specs}
        for name in TOP_LEVEL:
            if not (output / name).exists() or (output / name).read_bytes() != (fresh / name).read_bytes():
                (fresh / name).replace(output / name)
                told[name] = Difference((), (name,), ())
    for stale in () if partly else _stale(specs, output):
        shutil.rmtree(stale) if stale.is_dir() else stale.unlink()
        told[stale.name] = Difference((), (), (stale.name,))
    for name, found in told.items():
        if found:
            print(f"{name}: {found}")
    if not any(told.values()):
        print(f"{output}: no change")
    return 0


def _stale(specs: list[Path], output: Path) -> list[Path]:
    here = {*TOP_LEVEL, *(spec.stem for spec in specs), "__pycache__"}
    return sorted(path for path in output.iterdir() if path.name not in here)


def _check(specs: list[Path], output: Path, partly: bool) -> int:
    with tempfile.TemporaryDirectory(prefix="generate-") as scratch:
        fresh = contents_of(_build(specs, Path(scratch)))
    there = contents_of(output)
    if partly:
        here = {*TOP_LEVEL, *(spec.stem for spec in specs)}
        there = {name: content for name, content in there.items() if Path(name).parts[0] in here}
    found = difference(there, fresh)
    for what, names in (("differs", found.changed), ("missing", found.new), ("stale", found.gone)):
        for name in names:
            print(f"{what}: {name}")
    if found:
        print(f"{output} is not what the specs generate; run `make generate`", file=sys.stderr)
    return 1 if found else 0


def _build(specs: list[Path], scratch: Path) -> Path:
    """The whole package, in a directory of its own."""
    fresh = scratch / "abclient_api"
    fresh.mkdir()
    build(specs, fresh)
    for name in TOP_LEVEL:
        shutil.copyfile(SHARED / name, fresh / name)
    return fresh


if __name__ == "__main__":
    sys.exit(main())
