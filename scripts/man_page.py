"""Makes docs/abclient.1, the manual page, from the command's own help. ``--check`` only compares.

The language is that of man(7): https://man7.org/linux/man-pages/man7/man.7.html.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from abclient.cli._app import app

PAGE = Path(__file__).parents[1] / "docs" / "abclient.1"

SEE_ALSO = "Documentation: https://github.com/abclient/abclient"


def main() -> int:
    """Write the page, or compare it; returns the exit code."""
    text = "\n".join(lines()) + "\n"
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(text, encoding="utf-8")
    elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text:
        print("docs/abclient.1 is not what the command's help says: make pages", file=sys.stderr)
        return 1
    return 0


def lines() -> Iterator[str]:
    """The page."""
    command: Any = typer.main.get_command(app)
    described, *more = paragraphs(command.help)
    yield '.TH ABCLIENT 1 "" "abclient" "User Commands"'
    yield ".SH NAME"
    yield rf"abclient \- {escaped(described.rstrip('.'))}"
    yield ".SH SYNOPSIS"
    yield r"\fBabclient\fR [\fIOPTIONS\fR] \fICOMMAND\fR [\fIARGS\fR]..."
    yield ".SH DESCRIPTION"
    for paragraph in more:
        yield ".PP"
        yield escaped(paragraph)
    yield ".SH OPTIONS"
    yield from parameters(command)
    yield ".SH COMMANDS"
    yield from commands(command, "abclient")
    yield ".SH SEE ALSO"
    yield escaped(SEE_ALSO)


def commands(group: Any, path: str) -> Iterator[str]:
    """The commands of a group, and of the groups in it."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{path} {name}")
            continue
        arguments = [rf"\fI{escaped(one.metavar or one.name.upper())}\fR" for one in command.params if is_argument(one)]
        yield f".SS {path} {name} {' '.join(arguments)}".rstrip()
        for paragraph in paragraphs(command.help):
            yield ".PP"
            yield escaped(paragraph)
        yield from parameters(command)


def parameters(command: Any) -> Iterator[str]:
    """The arguments and options of a command, with what their help says."""
    for one in command.params:
        if getattr(one, "hidden", False):
            continue
        names = ", ".join(rf"\fB{escaped(name)}\fR" for name in (*one.opts, *one.secondary_opts))
        value = "" if getattr(one, "is_flag", False) else rf" \fI{escaped(value_of(one))}\fR"
        yield ".TP"
        yield rf"\fI{escaped(value_of(one))}\fR" if is_argument(one) else f"{names}{value}"
        yield escaped(" ".join((one.help or "").split()))


def is_argument(parameter: Any) -> bool:
    """Whether it is given by its place."""
    return bool(parameter.param_type_name == "argument")


def value_of(parameter: Any) -> str:
    """What stands for the value."""
    choices = getattr(parameter.type, "choices", None)
    return parameter.metavar or ("|".join(map(str, choices)) if choices else parameter.type.name.upper())


def paragraphs(text: str | None) -> list[str]:
    """The paragraphs of a help text, each in one line."""
    return [" ".join(one.split()) for one in re.split(r"\n\s*\n", (text or "").strip())]


def escaped(text: str) -> str:
    """Text that man(7) shows as it is."""
    shown = text.replace("\\", r"\e").replace("-", r"\-")
    shown = "".join(one if one.isascii() else rf"\[u{ord(one):04X}]" for one in shown)
    return rf"\&{shown}" if shown.startswith((".", "'")) else shown


if __name__ == "__main__":
    sys.exit(main())
