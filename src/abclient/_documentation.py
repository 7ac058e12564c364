"""Where the documentation is."""

from __future__ import annotations

DOCUMENTATION = "https://abclient.github.io/abclient/latest/"
"""The site of the newest release; pyproject.toml and mkdocs.yml have the same address."""


def link_of(kind: type[BaseException]) -> str | None:
    """Where a class of ``abclient.errors`` is explained, or the nearest such base of a class; None if it has none."""
    ours = f"{__package__}.errors"
    name = next((base.__name__ for base in kind.__mro__ if base.__module__ == ours), None)
    return f"{DOCUMENTATION}errors/#{name.lower()}" if name else None
