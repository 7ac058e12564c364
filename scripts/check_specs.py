"""Check specs against the rules of specs/README.md: ``check_specs.py [FILE ...]``.

Prints ``file:line: rule: what is wrong`` for each finding. Returns 1 if there are any, 2 if a file cannot be read.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import frozen

import spec_rules_document
import spec_rules_operations
import spec_rules_schemas
from spec_document import SpecError, load
from spec_rules import RULES, Rule, line_of

ROOT = Path(__file__).resolve().parent.parent

_FIRST = spec_rules_document.__name__
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
    """What is wrong in a spec; only what makes it unreadable, if anything does.

    Raises:
        SpecError: there is no such file, or it is no YAML.
    """
    document = load(path, kind="rt")

    def broken(rules: Iterator[Rule]) -> list[Finding]:
        troubles = ((rule.name, trouble) for rule in rules for trouble in rule.find(document))
        return sorted(Finding(str(path), line_of(document, place), name, text) for name, (place, text) in troubles)

    def first(rule: Rule) -> bool:
        return rule.find.__module__ == _FIRST

    # One after the other, because a spec that breaks the first of them can crash the check of the next.
    for rule in filter(first, RULES):
        if findings := broken(iter([rule])):
            return findings
    return broken(rule for rule in RULES if not first(rule))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it."""
    given = sys.argv[1:] if arguments is None else arguments
    paths = [Path(one) for one in given] or sorted((ROOT / "specs").glob("*.yaml"))
    try:
        findings = [finding for path in paths for finding in check(path)]
    except SpecError as exc:
        print(exc, file=sys.stderr)
        return 2
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
