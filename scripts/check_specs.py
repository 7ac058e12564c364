"""Check specs against the rules of specs/README.md: ``check_specs.py [FILE ...]``.

Prints ``file:line: rule: what is wrong`` for each finding, of all files. Returns 1 if there are any, 2 if a file cannot
be read.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from abclient.codegen.spec._check import check_all
from abclient.codegen.spec._document import SpecError

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it."""
    given = sys.argv[1:] if arguments is None else arguments
    found = check_all([Path(one) for one in given] or sorted((ROOT / "specs").glob("*.yaml")))
    unreadable = [one for one in found if isinstance(one, SpecError)]
    for problem in unreadable:
        print(problem, file=sys.stderr)
    findings = [finding for one in found if not isinstance(one, SpecError) for finding in one]
    for finding in findings:
        print(finding)
    return 2 if unreadable else 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
