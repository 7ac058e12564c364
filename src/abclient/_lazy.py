"""Names of a package that are imported when they are first touched."""

from __future__ import annotations

from sys import modules

TYPE_CHECKING = False  # typing would take most of the time that importing abclient takes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any


def lazy_names(
    package: str, homes: Mapping[str, tuple[str, ...]]
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """The ``__getattr__`` of a package, and its ``__dir__``, which lists the names of ``__all__``.

    Args:
        package: its ``__name__``.
        homes: the names that each of its modules has.
    """
    home_of = {name: home for home, names in homes.items() for name in names}

    def load(name: str) -> Any:
        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(f".{home_of[name]}", package), name)
        setattr(modules[package], name, value)
        return value

    return load, lambda: sorted(modules[package].__all__)
