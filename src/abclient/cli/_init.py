"""The command line of ``abclient init``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..vendor import names
from ._run import run

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any


def init(
    vendors: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[VENDOR...]",
            help="The vendors; by default those whose credentials are in the environment.",
            autocompletion=lambda: list(names()),
        ),
    ] = None,
    accounts: Annotated[
        Path, typer.Option("--accounts", metavar="FILE", help="The file to write, which must not exist.")
    ] = Path("accounts.toml"),
) -> None:
    """Write an accounts file for the credentials in the environment, and check each account."""

    def work() -> Coroutine[Any, Any, int]:
        from .init import check, write

        return check(accounts, write(accounts, vendors or []))

    run(work)
