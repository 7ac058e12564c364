"""Copies of a client whose attributes follow it to another session.

A subclass may keep collections as attributes. In a copy with other options they must have those, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import copy
from functools import partial
from types import MethodType
from typing import Any, TypeVar

T = TypeVar("T")

Follow = Callable[[object], object | None]
"""Gives the session that a copy has in place of one of the client's; None for anything else."""


def copied(client: T, follow: Follow) -> T:
    """A copy of the client in which everything that sent through one of its sessions sends through another.

    Found are attributes, in ``__slots__`` as well, that hold the session themselves, such as collections and pagers,
    their bound methods, ``functools.partial`` of those, and lists, tuples, sets and dictionaries of all these. What
    holds none of them is shared by both.
    """
    twin = object.__new__(type(client))
    moved: dict[int, Any] = {id(client): twin}
    for name, value in _attributes(client):
        object.__setattr__(twin, name, _moved(value, follow, moved))
    return twin


def _attributes(thing: object) -> Iterator[tuple[str, Any]]:
    yield from getattr(thing, "__dict__", {}).items()
    for kind in type(thing).__mro__:
        slots: str | tuple[str, ...] = kind.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name not in ("__dict__", "__weakref__") and hasattr(thing, name):
                yield name, getattr(thing, name)


def _moved(value: Any, follow: Follow, moved: dict[int, Any]) -> Any:
    """The value, or a copy of it that sends through the new session; one for each that is met."""
    if id(value) in moved:
        return moved[id(value)]
    if (session := follow(value)) is not None:
        moved[id(value)] = session
        return session
    if isinstance(value, MethodType):
        owner = _moved(value.__self__, follow, moved)
        return value if owner is value.__self__ else MethodType(value.__func__, owner)
    if type(value) in _CONTAINERS:
        moved[id(value)] = value  # it may hold itself
        parts, made = _parts(value)
        followed = [_moved(part, follow, moved) for part in parts]
        if any(new is not part for new, part in zip(followed, parts, strict=True)):
            moved[id(value)] = made(followed)
        return moved[id(value)]
    if follow(getattr(value, "_session", None)) is None:
        return value
    twin = moved[id(value)] = copy(value)
    for name, part in _attributes(value):
        if (new := _moved(part, follow, moved)) is not part:
            object.__setattr__(twin, name, new)
    return twin


_CONTAINERS = (list, tuple, set, frozenset, dict, partial)


def _parts(value: Any) -> tuple[list[Any], Callable[[list[Any]], Any]]:
    """What a container holds, and what makes one like it of other contents."""
    if type(value) is partial:
        keywords = value.keywords
        return [value.func, value.args, keywords], lambda parts: partial(parts[0], *parts[1], **parts[2])
    keys: list[Any] = [*value]
    if type(value) is dict:
        return [value[key] for key in keys], lambda parts: dict(zip(keys, parts, strict=True))
    return keys, lambda parts: value.__class__(parts)
