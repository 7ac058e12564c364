"""``abclient diff``: what a change of a specification means for callers."""

from __future__ import annotations

import sys
from collections.abc import Coroutine
from typing import Any

from .._console.terminal import lines_of
from ._output import print_json, print_line
from ._run import FAILED, OK
from ._signals import interruptible
from .generate import ending, generator_errors


def diff_command(old: str, new: str, style: str, fail_on: str | None, *, published: bool) -> Coroutine[Any, Any, int]:
    """Print what has changed; what gives the exit code.

    Args:
        old: the specification as it was: a file, or ``REVISION:PATH``.
        new: the same as it is.
        style: ``text``, ``markdown`` or ``json``.
        fail_on: the level from which changes are a failure; None for no level.
        published: whether both are published documents, which are rewritten first.
    """
    with generator_errors():
        from ..codegen.diff._change import Level
        from ..codegen.diff._compare import compare
        from ..codegen.diff._output import document, lines, markdown, reaches
        from ..codegen.diff._source import spec_at

        with interruptible():
            changes = compare(spec_at(old, published=published), spec_at(new, published=published))
    if style == "json":
        print_json({"old": old, "new": new, **document(changes)})
    elif style == "markdown":
        sys.stdout.write(f"{lines_of(markdown(changes))}\n")
    else:
        for line in lines(changes):
            print_line(line)
    return ending(FAILED if fail_on and reaches(changes, Level(fail_on)) else OK)
