"""The command lines of what compares specifications."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ._options import (
    Account,
    BaseUrl,
    Environment,
    Json,
    Project,
    Strict,
    TextFormat,
    TextOrJson,
    VendorArgument,
)
from ._run import run
from ._target import TargetOptions, target_of

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any


class ChangesFormat(StrEnum):
    """The formats of changes."""

    text = "text"
    markdown = "markdown"
    json = "json"


class LevelName(StrEnum):
    """How bad changes are, the worst first."""

    breaking = "breaking"
    behavioral = "behavioral"
    additive = "additive"


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The specification as it was: a file, or REVISION:PATH.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The specification as it is.")],
    output_format: Annotated[
        ChangesFormat, typer.Option("--format", help="The format; markdown is for changelogs.")
    ] = ChangesFormat.text,
    as_json: Json = False,
    fail_on: Annotated[
        LevelName | None,
        typer.Option("--fail-on", help="Exit with code 1 if there is a change of this level, or of a worse one."),
    ] = None,
    normalised: Annotated[
        bool, typer.Option("--normalise", help="Both are published documents; rewrite them first, as `normalise` does.")
    ] = False,
) -> None:
    """Say what a change of a specification means for callers of the generated code.

    Breaking: a type checker finds an error in code that was right. Behavioral: other requests, or other values.
    Additive: there is more to use.
    """

    def work() -> Coroutine[Any, Any, int]:
        from .diff import diff_command

        style = "json" if as_json else output_format.value
        return diff_command(old, new, style, fail_on.value if fail_on else None, published=normalised)

    run(work, only_prints=fail_on is None)


def drift(
    vendor: VendorArgument,
    document: Annotated[
        str | None,
        typer.Option(metavar="FILE|URL", help="The newest document that the vendor publishes; URLs are https:// only."),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="FILE|URL", help="Only what was not so in this older edition of the document."),
    ] = None,
    answers: Annotated[
        Path | None, typer.Option(metavar="DIR", help="In place of a document: answers that `record` has kept.")
    ] = None,
    known: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Leave out what these lines of an earlier comparison say."),
    ] = None,
    specification: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A specification of yours, instead of the installed ones.")
    ] = None,
    output_format: TextOrJson = TextFormat.text,
    as_json: Json = False,
    strict: Strict = False,
) -> None:
    """Say what a vendor's newest document, or its answers, have that our specification has not, and the reverse."""

    def work() -> Coroutine[Any, Any, int]:
        from .drift import Question, drift_command

        style = "json" if as_json else output_format.value
        return drift_command(Question(vendor, document, since, answers, known, specification), style, strict=strict)

    run(work, only_prints=not strict)


def record(
    vendor: VendorArgument,
    out: Annotated[Path, typer.Option(metavar="DIR", help="The directory to write to.")],
    limit: Annotated[
        int, typer.Option(metavar="N", min=1, help="How many experiments are fetched, with their results.")
    ] = 20,
    project: Project = None,
    environment: Environment = None,
    account: Account = None,
    base_url: BaseUrl = None,
) -> None:
    """Keep what a vendor responds, without its values, to compare it with the specification (`drift --answers`)."""

    def work() -> Coroutine[Any, Any, int]:
        from .record import record_command

        return record_command(target_of(vendor, TargetOptions(project, environment, account, base_url)), out, limit)

    run(work)
