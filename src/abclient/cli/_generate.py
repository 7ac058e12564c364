"""The options of ``abclient generate``."""

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
