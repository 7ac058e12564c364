"""``abclient normalise``: a published document rewritten, and the report on it."""

from __future__ import annotations

import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, NamedTuple

from .._console.terminal import lines_of
from .._files import draft_beside, publish
from ._output import counted, print_line
from ._run import OK, PARTIAL, UsageError
from ._signals import interruptible
from .generate import ending, generator_errors


class Choice(NamedTuple):
    """What is wanted of a document: tags and operations (all if empty), descriptions, and references elsewhere."""

    tags: tuple[str, ...]
    operations: tuple[str, ...]
    descriptions: bool
    allow_remote: bool


def normalise_document(spec: Path, out: Path | None, choice: Choice) -> Coroutine[Any, Any, int]:
    """Write the rewritten document, and the report; without a file the report goes to standard error.

    Raises:
        UsageError: the extra is not installed, the document cannot be used, or the file exists already, or cannot be
            written.
    """
    if out is not None and (out.exists() or out.is_symlink()):
        raise UsageError(f"--out {out}: exists already, and may hold what a person decided; name another file")
    with generator_errors():
        from ..codegen.normalise._rewrite import Selection, normalise, text_of
        from ..codegen.spec._check import check_document
        from ..codegen.spec._file import read

        found = normalise(
            spec,
            selection=Selection(choice.tags, choice.operations),
            descriptions=choice.descriptions,
            allow_remote=choice.allow_remote,
        )
    text = text_of(found.document, as_json=out is not None and out.suffix == ".json")
    report = [*found.report.lines()]
    if out is None:
        sys.stdout.write(lines_of(text) if sys.stdout.isatty() else text)
        sys.stderr.write("".join(f"{lines_of(line)}\n" for line in report))
        return ending(OK)
    try:
        with interruptible(), draft_beside(out) as draft:
            draft.write(text.encode())
            publish(draft, out)
    except OSError as error:
        raise UsageError(f"--out {out}: cannot be written: {error.strerror or error}") from error
    findings = check_document(out, read(out), ours=False)
    for line in [*report, *(f"to decide: {finding}" for finding in findings)]:
        print_line(line.lstrip(), indent=len(line) - len(line.lstrip()))
    operations = sum(map(len, found.document["paths"].values()))
    schemas = len(found.document["components"]["schemas"])
    print_line(f"{out}: {counted(operations, 'operation')}, {counted(schemas, 'schema')}")
    return ending(PARTIAL if findings else OK)
