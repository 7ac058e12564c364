"""Specs checked against the rules of specs/README.md: each finding with its file, line and rule."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path

from attrs import frozen

from ._document import Json, SpecError, UnreadableError
from ._file import lines_of, read
from ._rules import RULES, Place

_MODULES = ("_rules_document", "_rules_operations", "_rules_schemas")
"""Importing them registers their rules, and takes half a second, so only the processes that check do it."""


@frozen(order=True)
class Finding:
    """Something that breaks a rule."""

    file: str
    line: int
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.rule}: {self.message}"


def check(path: Path) -> list[Finding]:
    """Everything that is wrong in a spec of this project.

    Raises:
        SpecError: the file cannot be read.
    """
    return check_document(path, read(path))


def check_document(path: Path, document: Json, *, ours: bool = True) -> list[Finding]:
    """Everything that is wrong in what was read from a file; ``ours`` if it is one of this project."""
    for module in _MODULES:
        import_module(f".{module}", __package__)
    found: set[tuple[Place, str, str]] = set()
    stumbled: dict[str, Exception] = {}
    for rule in (one for one in RULES if ours or not one.ours):
        try:
            found.update((place, rule.name, text) for place, text in rule.find(document))
        except Exception as exc:
            # It may expect what another rule has found missing.
            stumbled[rule.name] = exc
    if stumbled and not found:
        first = next(iter(stumbled.values()))
        raise UnreadableError(f"{path}: is nested too deeply") if isinstance(first, RecursionError) else first
    several = [*found]
    lines = lines_of(path, [place for place, _, _ in several])
    findings = {Finding(str(path), line, rule, text) for line, (_, rule, text) in zip(lines, several, strict=True)}
    later = (Finding(str(path), 1, rule, "cannot be checked until the rest is right") for rule in stumbled)
    return sorted([*findings, *later])


def check_all(paths: Sequence[Path]) -> list[list[Finding] | SpecError]:
    """What is found in each file, or why it cannot be read; each takes seconds, the longest comes first."""
    if len(paths) < 2:
        return [*map(_found, paths)]
    by_size = sorted(paths, key=lambda path: path.stat().st_size if path.exists() else 0, reverse=True)
    with ProcessPoolExecutor(min(len(paths), os.cpu_count() or 1), get_context("spawn")) as pool:
        found = dict(zip(by_size, pool.map(_found, by_size), strict=True))
    return [found[path] for path in paths]


def _found(path: Path) -> list[Finding] | SpecError:
    try:
        return check(path)
    except SpecError as exc:
        return exc
