"""The ``abclient`` command. ``docs/command.md`` says what it can do."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and end the process.

    Args:
        arguments: what follows the command's name; None for the arguments of this process.

    Raises:
        SystemExit: always; 0 for success, 1 for failure, 2 for a wrong command line or an extra that is not installed,
            3 for success in part, 130 when interrupted, 143 when terminated.
    """
    try:
        from ._app import command
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("abclient"):
            raise
        sys.stderr.write(f"abclient needs {error.name} on the command line: pip install 'abclient[cli]'\n")
        sys.exit(2)
    command(None if arguments is None else list(arguments))
