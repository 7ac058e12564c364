"""The ``abclient`` command; see ``docs/command.md``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn

from .._console.streams import standard_streams


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and end the process.

    It can be called in a thread, where signals are left alone, but not in a running event loop.

    Args:
        arguments: what follows the command's name; None for the arguments of this process.

    Raises:
        SystemExit: always; 0 for success, 1 for failure, 2 for a wrong command line or an extra that is not installed,
            3 for partial success, 129, 130 and 143 when ended by SIGHUP, Ctrl-C and SIGTERM.
    """
    with standard_streams("abclient"):
        try:
            from ._app import command
        except ModuleNotFoundError as error:
            if error.name is None or error.name.startswith("abclient"):
                raise
            from .._distribution import install_hint

            sys.stderr.write(f"abclient needs {error.name} on the command line: {install_hint('cli')}\n")
            sys.exit(2)
        command(None if arguments is None else list(arguments))
