"""Which libraries the transports stand on: httpx with httpcore, or their continuations httpx2 with httpcore2.

Nothing is imported before it is needed: an import of httpx takes longer than that of everything here.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import httpx
    import httpx2

HTTPClient: TypeAlias = "httpx.AsyncClient | httpx2.AsyncClient"
"""A client that is handed in, to send through."""

HTTPX = ("httpx", "httpx2")
HTTPCORE = ("httpcore", "httpcore2")


def load(names: tuple[str, ...]) -> Any:
    """The first of these libraries that is installed.

    Raises:
        ModuleNotFoundError: none of them is installed; it names the first.
    """
    for name in names[:-1]:
        try:
            return import_module(name)
        except ModuleNotFoundError as error:
            if error.name != name:  # it is there, but what it needs is not
                raise
    try:
        return import_module(names[-1])
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(f"No module named {names[0]!r}", name=names[0]) from error


def httpx_of(client: object) -> Any | None:
    """The library whose ``AsyncClient`` it is; None if it is not one."""
    for kind in client.__class__.__mro__:  # not by isinstance: tests put a function in the place of the class
        library = kind.__module__.partition(".")[0]
        if kind.__name__ == "AsyncClient" and library in HTTPX:
            return sys.modules[library]
    return None
