"""Merges two edits of one value: ours, made while a response was under way, and the response's.

As in version control, where only one side has changed something, that side counts, at any depth; where both have, ours
does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from abclient_api._runtime import Model

_NAMES = ("id", "variation_id", "key")
"""Attributes by which vendors tell the parts of a list apart."""


def merged(base: Any, mine: Any, theirs: Any) -> Any:
    """What becomes of a value.

    Parts that have the same id on both sides stay the objects that they are here, and are changed in place: code that
    holds one can go on with it.

    Args:
        base: what both sides began with.
        mine: what it is here; changed in place where it is a model.
        theirs: what the response has.
    """
    kind = mine.__class__
    if kind is base.__class__ is theirs.__class__ and (merge := _MERGES.get(kind) or _of_models(mine, theirs)):
        return merge(base, mine, theirs)
    return theirs if fingerprint(mine) == fingerprint(base) else mine


def fingerprint(value: Any) -> str:
    """The value as text: unlike a reference, it shows a change inside."""
    return repr(value)


def identity(value: Any) -> Any:
    """What tells a part of a list from the others; None for one that has no id."""
    if not isinstance(value, Model):
        return None
    found = (getattr(value, name, None) for name in _NAMES)
    # Convert has a variation and its share of the traffic as two parts of one.
    return next((one for one in found if one.__class__ in (int, str)), None) or identity(
        getattr(value, "variation", None)
    )


def _of_models(mine: Any, theirs: Any) -> Callable[[Any, Any, Any], Any] | None:
    """How two models are merged; None for values, and for models that are not the same thing."""
    same = isinstance(mine, Model) and hasattr(theirs, "_raw") and identity(mine) == identity(theirs)
    return _models if same else None


def _models(base: Model, mine: Model, theirs: Model) -> Model:
    if identity(mine) is None and fingerprint(mine) == fingerprint(base):
        return theirs
    for name in mine.FIELDS:
        setattr(mine, name, merged(getattr(base, name), getattr(mine, name), getattr(theirs, name)))
    mine._raw = theirs._raw  # pyright: ignore[reportPrivateUsage]  # what it is compared with from now on
    return mine


def _by_key(base: dict[Any, Any], mine: dict[Any, Any], theirs: dict[Any, Any]) -> dict[Any, Any]:
    """What one side added or left untouched: additions of both stay, and what either removed goes unless it changed."""
    kept: dict[Any, Any] = {}
    for key, value in mine.items():
        if key not in base:
            kept[key] = value
        elif key in theirs:
            kept[key] = merged(base[key], value, theirs[key])
        elif fingerprint(value) != fingerprint(base[key]):
            kept[key] = value
    return kept | {key: value for key, value in theirs.items() if key not in base and key not in mine}


def _lists(base: list[Any], mine: list[Any], theirs: list[Any]) -> list[Any]:
    keys = [[identity(one) for one in several] for several in (base, mine, theirs)]
    if len(base) == len(theirs) <= len(mine) and all(map(_agree, *keys)) and any(keys[2]):
        # Also parts that were new when they were sent, and have an id now; behind them is what was added since.
        there = list(map(merged, base, mine, theirs))
        return there + mine[len(there) :]
    if all(None not in some and len(set(some)) == len(some) for some in keys):
        found = _by_key(*({identity(one): one for one in several} for several in (base, mine, theirs)))
        # Who moved nothing here takes the order that it has there.
        order = keys[2] if keys[0] == keys[1] else []
        return [found.pop(key) for key in order if key in found] + list(found.values())
    return theirs if fingerprint(mine) == fingerprint(base) else mine


def _agree(*keys: Any) -> bool:
    return len({key for key in keys if key is not None}) <= 1


_MERGES: Mapping[type, Callable[[Any, Any, Any], Any]] = {dict: _by_key, list: _lists}
