"""Texts from elsewhere in Markdown."""

from __future__ import annotations

from collections.abc import Iterable


def as_code(text: str) -> str:
    """The text as code, which shows it and does nothing else: no link, no picture, no border of a table.

    A text without anything to show gives nothing.
    """
    plain = " ".join(text.split()).replace("`", "'").replace("|", "¦")
    return f"`{plain}`" if plain else ""


def table_line(cells: Iterable[str]) -> str:
    """A line of a table; the cells are Markdown without borders."""
    return f"| {' | '.join(cells)} |"
