"""Specs checked against the rules of specs/README.md: each finding with its file, line and rule."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path

from attrs import frozen

from ._spec_document import SpecError, read
from ._spec_rules import RULES, line_of

_MODULES = ("_spec_rules_document", "_spec_rules_operations", "_spec_rules_schemas")
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
    """Everything that is wrong in a spec.

    Raises:
        SpecError: there is no such file, or it is not YAML.
    """
    for module in _MODULES:
        import_module(f".{module}", __package__)
    document = read(path, kind="rt")
    findings: set[Finding] = set()
    stumbled: dict[str, Exception] = {}
    for rule in RULES:
        try:
            for place, text in rule.find(document):
                findings.add(Finding(str(path), line_of(document, place), rule.name, text))
        except Exception as exc:
            # It may expect what another rule has found missing.
            stumbled[rule.name] = exc
    if stumbled and not findings:
        raise next(iter(stumbled.values()))
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
