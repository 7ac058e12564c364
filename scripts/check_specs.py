"""Check specs against the rules of specs/README.md: ``check_specs.py [FILE ...]``.

Prints ``file:line: rule: what is wrong`` for each finding. Returns 1 if there are any, 2 if a file cannot be read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from attrs import frozen

import spec_rules_document
import spec_rules_operations
import spec_rules_schemas
from spec_document import SpecError, read
from spec_rules import RULES, line_of

ROOT = Path(__file__).resolve().parent.parent

_MODULES = (spec_rules_document, spec_rules_operations, spec_rules_schemas)
"""Importing them registers their rules."""


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
    document = read(path, kind="rt")
    findings: set[Finding] = set()
    for rule in RULES:
        try:
            for place, text in rule.find(document):
                findings.add(Finding(str(path), line_of(document, place), rule.name, text))
        except Exception:
            # A rule may expect what one of the first rules has found missing; then others still have their say.
            if not findings:
                raise
    return sorted(findings)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it."""
    given = sys.argv[1:] if arguments is None else arguments
    paths = [Path(one) for one in given] or sorted((ROOT / "specs").glob("*.yaml"))
    try:
        findings = [finding for found in _all(paths) for finding in found]
    except SpecError as exc:
        print(exc, file=sys.stderr)
        return 2
    for finding in findings:
        print(finding)
    return 1 if findings else 0


def _all(paths: list[Path]) -> list[list[Finding]]:
    """The findings of each file, which take seconds each."""
    if len(paths) < 2:
        return [*map(check, paths)]
    with ProcessPoolExecutor(min(len(paths), os.cpu_count() or 1), get_context("spawn")) as pool:
        return [*pool.map(check, paths)]


if __name__ == "__main__":
    sys.exit(main())
