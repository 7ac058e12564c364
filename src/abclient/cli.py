"""The ``abclient`` command."""

# No `from __future__ import annotations`: typer resolves annotations, and here some names exist only inside main().

import sys
from collections.abc import Sequence
from typing import Annotated, NoReturn

from ._version import __version__


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and end the process.

    Args:
        arguments: what follows the command's name; None for the arguments of this process.

    Raises:
        SystemExit: always; 0 for success, 2 for a wrong command line or an extra that is not installed.
    """
    try:
        import typer
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("abclient"):
            raise
        sys.stderr.write(f"abclient needs {error.name} on the command line: pip install 'abclient[cli]'\n")
        sys.exit(2)
    from .sandbox.command import sandbox

    # No tracebacks with local variables: they would show credentials.
    app = typer.Typer(help="A/B-testing platforms from the command line.", pretty_exceptions_enable=False)
    app.command()(sandbox)

    @app.callback(invoke_without_command=True)
    def options(  # pyright: ignore[reportUnusedFunction]  # typer calls it
        context: typer.Context,
        version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
    ) -> None:
        if version:
            typer.echo(f"abclient {__version__}")
        elif context.invoked_subcommand is None:
            typer.echo(context.get_help())
            raise typer.Exit(2)

    app(arguments, prog_name="abclient")
    raise AssertionError("typer ends the process")
