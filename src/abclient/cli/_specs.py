"""The command lines of what compares specifications."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from ._options import Json
from ._run import run

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
) -> None:
    """Say what a change of a specification means for callers of the generated code.

    Breaking: a type checker finds an error in code that was right. Behavioral: other requests, or other values.
    Additive: there is more to use.
    """

    def work() -> Coroutine[Any, Any, int]:
        from .diff import diff_command

        style = "json" if as_json else output_format.value
        return diff_command(old, new, style, fail_on.value if fail_on else None)

    run(work, only_prints=fail_on is None)
