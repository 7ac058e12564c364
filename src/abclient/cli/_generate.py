"""The options of ``abclient generate`` and ``abclient normalise``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ._run import run

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any

Spec = Annotated[Path, typer.Argument(metavar="SPEC", help="The specification: YAML, or JSON (.json).")]


def generate(
    spec: Spec,
    package: Annotated[str, typer.Option(metavar="NAME", help="The name of the package.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="The directory that the package is put in.")],
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 if the package is not what SPEC generates.")
    ] = False,
) -> None:
    """Generate a package of typed requests and models, which any client can send.

    Run again, only what changed is written; what was not generated is never overwritten.
    """

    def work() -> Coroutine[Any, Any, int]:
        from .generate import generate_package

        return generate_package(spec, package, out, check=check)

    run(work)


def normalise(
    spec: Annotated[
        Path, typer.Argument(metavar="SPEC", help="A published document: OpenAPI 3.x or Swagger 2.0, YAML or JSON.")
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", "-o", metavar="FILE", help="The file to write, YAML or .json; by default, and for -, the output."
        ),
    ] = None,
    tag: Annotated[
        list[str] | None, typer.Option("--tag", metavar="TAG", help="Only operations of this tag; repeatable.")
    ] = None,
    operation: Annotated[
        list[str] | None,
        typer.Option(
            "--operation", metavar="ID", help="Only this operation, or a pattern such as 'list*'; repeatable."
        ),
    ] = None,
    descriptions: Annotated[
        bool, typer.Option("--descriptions/--no-descriptions", help="Keep the descriptions, or leave them out.")
    ] = True,
    allow_remote: Annotated[
        bool, typer.Option("--allow-remote", help="Follow references to the network, and out of SPEC's directory.")
    ] = False,
) -> None:
    """Rewrite a published OpenAPI document so that a package can be generated from it.

    Prints what was changed, guessed and left out, and what a person has to decide.
    """

    def work() -> Coroutine[Any, Any, int]:
        from .normalise import Choice, normalise_document

        choice = Choice(tuple(tag or ()), tuple(operation or ()), descriptions, allow_remote)
        return normalise_document(spec, None if out == Path("-") else out, choice)

    run(work)
