"""``python -m abclient.sandbox``: the same as ``abclient sandbox``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command; without the extra ``sandbox``, say what to install and exit with 2."""
    try:
        import typer
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("abclient"):
            raise
        sys.stderr.write(f"abclient sandbox needs {error.name}: pip install 'abclient[sandbox]'\n")
        sys.exit(2)
    from .command import sandbox

    typer.run(sandbox)


if __name__ == "__main__":
    main()
