"""``python -m abclient``, and the script ``abclient``: the command in a process of its own."""

from __future__ import annotations

from ._console.signals import ignore_signals, leave_on_signals

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import NoReturn


def main() -> NoReturn:
    """Run the command and end the process.

    Unlike ``abclient.cli.main``, it takes over the signals for good, so that none of them ends in a traceback.
    """
    leave_on_signals()
    from .cli import main as command

    try:
        command()
    finally:
        ignore_signals()


if __name__ == "__main__":
    main()
