"""Check specs against the rules of specs/README.md: ``check_specs.py [FILE ...]``.

Prints ``file:line: rule: what is wrong`` for each finding, of all files. Returns 1 if there are any, 2 if a file cannot
be read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path

from attrs import frozen

from spec_document import SpecError, read
from spec_rules import RULES, line_of

ROOT = Path(__file__).resolve().parent.parent

_MODULES = ("spec_rules_document", "spec_rules_operations", "spec_rules_schemas")
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
        SpecError: there is no such file, or it is no YAML.
    """
    for module in _MODULES:
        import_module(module)
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


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it."""
    given = sys.argv[1:] if arguments is None else arguments
    paths = [Path(one) for one in given] or sorted((ROOT / "specs").glob("*.yaml"))
    found = _all(paths)
    unreadable = [one for one in found if isinstance(one, SpecError)]
    for problem in unreadable:
        print(problem, file=sys.stderr)
    findings = [finding for one in found if not isinstance(one, SpecError) for finding in one]
    for finding in findings:
        print(finding)
    return 2 if unreadable else 1 if findings else 0


def _all(paths: list[Path]) -> list[list[Finding] | SpecError]:
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


if __name__ == "__main__":
    sys.exit(main())
