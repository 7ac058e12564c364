"""``abclient drift``: what a vendor has that our specification has not."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from .._console.terminal import one_line
from ..testing._record import specifications_of
from ._document import document_at
from ._output import counted, print_json, print_line
from ._run import FAILED, OK, UsageError
from .generate import generator_errors

if TYPE_CHECKING:
    from ..codegen.drift._compare import Drift, Finding
    from ..codegen.drift._document import Document


class Question(NamedTuple):
    """What is compared.

    Attributes:
        vendor: the vendor's name.
        document: the newest document: a file, or its address.
        since: an older edition of it.
        answers: the directory of answers that were recorded.
        known: a file with lines of an earlier comparison.
        specification: the file of ours; None for those that are installed.
    """

    vendor: str
    document: str | None
    since: str | None
    answers: Path | None
    known: Path | None
    specification: Path | None


async def drift_command(question: Question, style: str, *, strict: bool) -> int:
    """Print the differences; the exit code."""
    if (question.document is None) == (question.answers is None):
        raise UsageError("give --document, with what the vendor publishes, or --answers, with what was recorded")
    if question.since is not None and question.document is None:
        raise UsageError("--since needs --document")
    with generator_errors():
        ours = _ours(question)
        if question.answers is not None:
            findings = _of_answers(ours, question.answers)
            about: dict[str, Any] = {}
        else:
            findings, about = await _of_document(ours, question)
    known = _known(question.known)
    findings = [one for one in findings if one_line(str(one)) not in known]
    _print(question.vendor, findings, about, style)
    return FAILED if strict and findings else OK


def _ours(question: Question) -> dict[str, Document]:
    from ..codegen.drift._document import Document
    from ..codegen.spec._file import read

    if question.specification is None:
        return specifications_of(question.vendor)
    return {question.specification.stem: Document(read(question.specification))}


async def _of_document(ours: Mapping[str, Document], question: Question) -> tuple[list[Finding], dict[str, Any]]:
    package, found = await _compared(ours, str(question.document))
    findings = list(found.findings)
    if question.since is not None:
        before = (await _compared({package: ours[package]}, question.since))[1].findings
        findings = [one for one in findings if one not in before]
    return findings, {
        "specification": package,
        "operations": {"in_both": found.common, "in_other_groups": dict(found.others)},
    }


async def _compared(ours: Mapping[str, Document], place: str) -> tuple[str, Drift]:
    """The comparison with whichever specification has most of the document's operations, and that one's name."""
    from ..codegen.drift._compare import drift
    from ..codegen.drift._document import Document
    from ..codegen.spec._document import SpecError
    from ..codegen.spec._file import read

    async with document_at(place) as path:
        theirs = Document(read(path))
    found = {name: drift(one, theirs) for name, one in ours.items()}
    package = max(found, key=lambda name: found[name].common)
    if not found[package].common:
        raise SpecError(f"{place}: has no operation of {' or '.join(ours)}")
    return package, found[package]


def _of_answers(ours: Mapping[str, Document], directory: Path) -> list[Finding]:
    from ..codegen.drift._answers import Answer, Answers

    answers: list[Answer] = []
    try:
        for path in sorted(directory.glob("*.json")):
            kept = json.loads(path.read_bytes())
            answers.append(Answer(kept["operation"], kept["status"], kept["body"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{directory} is not a directory of abclient record: {error}") from error
    if not answers:
        raise UsageError(f"{directory} has no answers; abclient record writes them")
    return Answers(tuple(ours.values())).findings(answers)


def _known(path: Path | None) -> set[str]:
    """The lines that are not told again."""
    try:
        return set() if path is None else set(path.read_text(encoding="utf-8").splitlines())
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error


def _print(vendor: str, findings: list[Finding], about: dict[str, Any], style: str) -> None:
    if style == "json":
        told = [{"kind": one.kind, "where": one.where, "what": one.what} for one in findings]
        print_json({"vendor": vendor, **about, "findings": told})
        return
    for one in findings:
        print_line(str(one))
    counts = {kind: sum(one.kind == kind for one in findings) for kind in ("new", "gone", "different")}
    print_line(", ".join(f"{count} {kind}" for kind, count in counts.items()))
    if about:
        operations = about["operations"]
        others = operations["in_other_groups"]
        print_line(
            f"compared with {about['specification']}: {counted(operations['in_both'], 'operation')} in both, "
            f"{sum(others.values())} in {counted(len(others), 'group')} of which we have none"
        )
