"""Docstrings of generated code: wrapped, and safe between triple quotes."""

from __future__ import annotations

import textwrap

from openapi_python_client import strings

from ..spec._model import Described

WIDTH = 110


def prose(*blocks: str) -> str:
    """A docstring's text, wrapped and safe between triple quotes."""
    paragraphs = [strings.safe_for_docstring(" ".join(block.split())) for block in blocks if block.strip()]
    return "\n\n".join(
        textwrap.fill(paragraph, WIDTH - 4, break_long_words=False, break_on_hyphens=False) for paragraph in paragraphs
    )


def section(title: str, entries: list[tuple[str, str]]) -> str:
    """A section of a Google-style docstring; empty without entries."""
    lines = [
        textwrap.fill(
            f"{name}: {prose(text)}", WIDTH, initial_indent="    ", subsequent_indent="        ", break_on_hyphens=False
        )
        for name, text in entries
    ]
    return "\n".join([f"{title}:", *lines]) if lines else ""


def sentence(text: str) -> str:
    """The text with a full stop, in one line."""
    line = " ".join(text.split())
    return line if not line or line.endswith((".", "!", "?", ":")) else f"{line}."


def hints(what: Described, required: bool) -> str:
    """What the spec says about a property or a parameter beside its description, as sentences."""
    told = [
        " Read-only." if what.read_only else "",
        " Required when it is created." if what.needed_on_create and not required else "",
        f" The vendor's default: {what.default}." if what.default else "",
    ]
    return "".join(told)
