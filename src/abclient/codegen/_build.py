"""Packages made of specs in a directory of their own, the specs side by side in processes, and formatted.

The same specs give the same bytes: generator and formatter are pinned, and hash seeds do not matter.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path

from .spec._document import SpecError, UnreadableError
from .spec._file import read
from .spec._model import spec_of

RUFF = "0.17.6"
"""Its version decides about bytes."""

_RUFF_OPTIONS = ("--isolated", "--no-cache", "--quiet", "--target-version", "py311", "--line-length", "120")


class GenerationError(Exception):
    """Nothing was generated; the message says why.

    Attributes:
        code: what to return: 2 if a spec cannot be read at all, else 1.
    """

    def __init__(self, message: str, code: int = 1) -> None:
        super().__init__(message)
        self.code = code


def build(specs: Sequence[Path], directory: Path) -> None:
    """Write the package of each spec, under the name of its file, into a directory that exists.

    Raises:
        GenerationError: with what is wrong in any of the specs.
    """
    check_formatter()
    problems = [one for one in _all(specs, directory) if one is not None]
    if problems:
        unreadable = any(isinstance(one, UnreadableError) for one in problems)
        raise GenerationError("\n".join(map(str, problems)), 2 if unreadable else 1)


def _all(specs: Sequence[Path], directory: Path) -> list[SpecError | None]:
    """Generate all; the largest, which takes longest, comes first."""
    if len(specs) < 2:
        return [_made(directory, spec) for spec in specs]
    by_size = sorted(specs, key=lambda path: path.stat().st_size if path.exists() else 0, reverse=True)
    with ProcessPoolExecutor(min(len(specs), os.cpu_count() or 1), get_context("spawn")) as pool:
        found = dict(zip(by_size, pool.map(partial(_made, directory), by_size), strict=True))
    return [found[spec] for spec in specs]


def _made(directory: Path, path: Path) -> SpecError | None:
    """Generate the package of a spec; what was in the way, if anything."""
    # Imported here because that takes half a second, which the process that waits for the others can do without.
    renderer = import_module("._render", __package__)
    package = directory / path.stem
    try:
        renderer.render(path, spec_of(read(path)), package)
    except SpecError as exc:
        return exc
    tidy(package)
    return None


def tidy(package: Path) -> None:
    """Drop unused imports, sort the others, and format; a project's own settings of ruff are ignored."""
    _ruff("check", *_RUFF_OPTIONS, "--select", "F401,F811,I", "--fix", ".", place=package)
    _ruff("format", *_RUFF_OPTIONS, ".", place=package)


def check_formatter() -> None:
    """Refuse another formatter than the one that the bytes come from.

    Raises:
        GenerationError: names both.
    """
    installed = _ruff("--version").removeprefix("ruff").strip()
    if installed != RUFF:
        raise GenerationError(f"ruff {RUFF} is needed, {installed} is installed")


def _ruff(*arguments: str, place: Path | None = None) -> str:
    # In the package itself, because imports are sorted by what is found in the current directory.
    command = (sys.executable, "-m", "ruff", *arguments)
    done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)  # noqa: S603  # our own
    if done.returncode:
        raise GenerationError((done.stderr or done.stdout).strip())
    return done.stdout
