"""``python -m abclient.sandbox``: the same as ``abclient sandbox``."""

from __future__ import annotations

from .._console.signals import ignore_signals, leave_on_signals


def main() -> None:
    """Run the command; without the extra ``sandbox``, say what to install and exit with 2."""
    leave_on_signals()
    from .._console.streams import standard_streams

    try:
        with standard_streams("abclient sandbox"):
            _run()
    finally:
        ignore_signals()


def _run() -> None:
    import sys

    try:
        import typer
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("abclient"):
            raise
        from .._distribution import install_hint

        sys.stderr.write(f"abclient sandbox needs {error.name}: {install_hint('sandbox')}\n")
        sys.exit(2)
    from .._console.usage import run_app
    from .command import sandbox

    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    app.command()(sandbox)
    run_app(app, None, name="python -m abclient.sandbox")


if __name__ == "__main__":
    main()
