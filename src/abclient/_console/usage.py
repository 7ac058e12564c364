"""Invalid command lines: one line, as for every other error."""

from __future__ import annotations

import inspect
import sys
from typing import TYPE_CHECKING, NoReturn

from .terminal import one_line

if TYPE_CHECKING:
    import typer


def run_app(app: typer.Typer, arguments: list[str] | None, *, name: str) -> NoReturn:
    """Run a command line; None stands for this process's own.

    Raises:
        SystemExit: always; with 2 after a line that says what is invalid, and where the help is.
    """
    _unwrap(app)
    try:
        code = app(arguments, prog_name=name, standalone_mode=False)
    except Exception as error:
        # Of click, or of the copy of it that newer versions of typer have.
        if not hasattr(error, "format_message"):
            raise
        _complain(error, name)
        sys.exit(2)
    sys.exit(code if isinstance(code, int) else 0)


def _unwrap(app: typer.Typer) -> None:
    """Let each terminal break the lines of the help: typer keeps those of docstrings, all but the first paragraph's."""
    for group in app.registered_groups:
        if group.typer_instance is not None:
            _unwrap(group.typer_instance)
    for info in app.registered_commands:
        text = info.help or inspect.getdoc(info.callback) or ""
        info.help = "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


def _complain(error: Exception, name: str) -> None:
    context = getattr(error, "ctx", None)
    if context is not None and type(error).__name__ == "NoArgsIsHelpError":
        sys.stderr.write(f"{context.get_help()}\n")
        return
    where = name if context is None else context.command_path
    message = one_line(getattr(error, "format_message")()).rstrip(".")  # noqa: B009  # it has no type
    message = message.replace(": Value error, ", ": ")  # pydantic's, which newer versions of typer use
    sys.stderr.write(f"{name}: {message}; '{where} --help' shows what is available\n")
