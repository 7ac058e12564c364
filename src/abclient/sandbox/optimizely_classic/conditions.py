"""The conditions of an audience: JSON inside a string.

``["and", c, ...]``, ``["or", c, ...]``, ``["not", c]``, or an object with a ``type`` and, depending on it, ``name``,
``value`` and ``match_type``; all values are strings. ``[]`` matches no visitor.
"""

from __future__ import annotations

import json
from typing import Any, cast

from ..vendor import RefusedError

_REQUIRED: dict[str, tuple[str, ...]] = {
    "browser": ("value",),
    "browser_version": ("value",),
    "campaign": (),
    "code": ("value",),
    "cookies": ("name",),
    "custom_dimension": ("name",),
    "custom_tag": ("name",),
    "device": ("value",),
    "event": ("name",),
    "first_session": (),
    "has_ppid": (),
    "ip": ("value",),
    "language": ("value",),
    "list": ("name",),
    "location": ("value",),
    "platform": ("value",),
    "query": ("name",),
    "referrer": ("value",),
    "source_type": ("value",),
    "third_party_dimension": ("name", "value"),
    "time_and_day": ("value",),
    "uploaded_data_dimension": ("name", "value"),
    "visitor": ("value",),
}
_TEXTS = frozenset({"exists", "exact", "substring", "regex"})
_MATCH_TYPES = {
    "campaign": _TEXTS,
    "cookies": _TEXTS,
    "query": _TEXTS,
    "ip": frozenset({"exact", "regex", "cidr", "prefix"}),
    "referrer": frozenset({"simple", "exact", "substring", "regex"}),
}


def check_conditions(name: str, value: object) -> object:
    """Conditions that the vendor could evaluate, in the very string that was sent."""
    if not isinstance(value, str):
        raise RefusedError(400, f"{name} must be a string that holds JSON")
    try:
        tree = json.loads(value)
        if tree != []:
            _check(name, tree)
    except (ValueError, RecursionError):
        raise RefusedError(400, f"{name} must hold valid JSON, not nested too deeply") from None
    return value


def _check(name: str, tree: object) -> None:
    if isinstance(tree, dict):
        _check_leaf(name, cast("dict[str, Any]", tree))
        return
    if not isinstance(tree, list):
        raise RefusedError(400, f"{name} must consist of lists and objects")
    operator, *parts = cast("list[object]", tree) or [None]
    if operator not in ("and", "or", "not"):
        raise RefusedError(400, f"{name} must have lists that start with and, or, not")
    if not parts or (operator == "not" and len(parts) > 1):
        raise RefusedError(400, f"{name} has the wrong number of conditions after {operator}")
    for part in parts:
        _check(name, part)


def _check_leaf(name: str, leaf: dict[str, Any]) -> None:
    kind = leaf.get("type")
    if not isinstance(kind, str) or kind not in _REQUIRED:
        raise RefusedError(400, f"{name} has a condition of an unknown type: {kind}")
    for field in _REQUIRED[kind]:
        if field not in leaf:
            raise RefusedError(400, f"{name} has a condition of type {kind} without {field}")
    if not all(isinstance(value, str) for value in leaf.values()):
        raise RefusedError(400, f"{name} must have strings as values")
    # The documentation's own sample leaves the match type out, so only a wrong one is refused.
    if kind in _MATCH_TYPES and leaf.get("match_type", "exact") not in _MATCH_TYPES[kind]:
        raise RefusedError(400, f"{name} has an unknown match_type: {leaf['match_type']}")
