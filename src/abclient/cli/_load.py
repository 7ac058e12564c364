"""The options of ``abclient load``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ._options import JsonSummary
from ._run import run

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any


def load(
    directories: Annotated[list[Path], typer.Argument(metavar="DIR...", help="Directories of exports.")],
    to: Annotated[
        str,
        typer.Option(
            metavar="DESTINATION",
            envvar="ABCLIENT_LOAD_TO",
            show_envvar=False,
            help="postgres://USER@HOST/DATABASE, duckdb:///FILE, filesystem/s3://BUCKET/PREFIX, or another of dlt; by "
            "default that of the environment variable ABCLIENT_LOAD_TO, which is the place for one with a password.",
        ),
    ],
    dataset: Annotated[
        str, typer.Option(metavar="NAME", help="The schema, or directory, that the tables are in.")
    ] = "experiments",
    everything: Annotated[bool, typer.Option("--all", help="Send all rows again, changed or not.")] = False,
    work: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Where to write what is about to be sent; by default beside the first DIR."),
    ] = None,
    as_json: JsonSummary = False,
) -> None:
    """Load exports into a warehouse; run again, only what has changed since then.

    After an interruption, the same command completes the load.
    """

    def doing() -> Coroutine[Any, Any, int]:
        from .load import Choice, load_exports

        return load_exports(directories, Choice(to, dataset, everything, work), as_json=as_json)

    run(doing, interrupted="interrupted; what the warehouse had is there, and the same command completes the load")
