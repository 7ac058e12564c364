"""``python -m abclient.sandbox``: the same as ``abclient sandbox``."""

from __future__ import annotations

import sys

from .._streams import standard_streams


def main() -> None:
    """Run the command; without the extra ``sandbox``, say what to install and exit with 2."""
    with standard_streams("abclient sandbox"):
        try:
            import typer
        except ModuleNotFoundError as error:
            if error.name is None or error.name.startswith("abclient"):
                raise
            from .._distribution import install_hint

            sys.stderr.write(f"abclient sandbox needs {error.name}: {install_hint('sandbox')}\n")
            sys.exit(2)
        from .command import sandbox

        typer.run(sandbox)


if __name__ == "__main__":
    main()
