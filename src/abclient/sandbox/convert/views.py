"""Objects as callers see them: optional fields only where they are included, objects in place of ids where expanded."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import Any, cast

from ..vendor import Call
from ..world import Document, World
from . import standing, store
from .kinds import Kind

OF_NAMES = {
    "goal": ("id", "name"),
    "audience": ("id", "name"),
    "location": ("id", "name"),
    "experience": ("id", "name"),
}


def asked_in_url(call: Call, name: str) -> list[str]:
    """The fields that a URL includes or expands, as ``include[]=a&include[]=b``."""
    return [value for key, value in call.query.multi_items() if re.fullmatch(rf"{name}\[\d*\]", key)]


def view(
    world: World, kind: Kind, document: Document, include: Collection[str] = (), expand: Collection[str] = ()
) -> Any:
    """A document with what is included and expanded: each of them does the other, too, for what can be expanded."""
    expand = {*expand, *(name for name in include if name in {"variations", *kind.expandable})}
    included = {name.partition(".")[0] for name in (*include, *expand)}
    shown = {
        name: value
        for name, value in document.items()
        if not name.startswith("_") and (name not in kind.optional or name in included)
    }
    if "project" in kind.expandable:
        shown["project"] = document["_project"]
    if kind.name == "sdk_key":
        del shown["id"]  # the key itself identifies it
    if "stats" in included and kind.name in _USED:
        shown["stats"] = _usage(world, kind, document)
    if kind.name == "experience":
        shown |= {name: make(world, document) for name, make in _STANDING.items() if name in included}
    if "variations" in shown:
        shown["variations"] = [_variation(one, include, expand) for one in document["variations"]]
    for name, other in kind.expandable.items():
        if name in expand and name in shown:
            brief = kind.name == "hypothesis" and name == "experiences"
            shown[name] = _expanded(world, other, shown[name], brief=brief)
    return shown


_STANDING: dict[str, Callable[[World, Document], Any]] = {
    "alerts": standing.alerts,
    "stats": standing.stats,
    "collaborators": lambda world, document: standing.COLLABORATORS,
}
"""Optional fields of experiences that are computed."""


def _expanded(world: World, kind: str, value: Any, *, brief: bool) -> Any:
    from . import operations

    if isinstance(value, list):
        return [_expanded(world, kind, one, brief=brief) for one in cast("list[object]", value)]
    found = store.documents(world, kind).get(str(value))
    if found is None:
        return value
    if brief:
        return {name: found[name] for name in OF_NAMES[kind]}
    return view(world, operations.KINDS[kind], found)


def _variation(variation: Document, include: Collection[str], expand: Collection[str]) -> Any:
    """The variation's id, or all of it; its changes by id, or whole."""
    if "variations" not in expand:
        if not {"variations.changes"} & {*include, *expand}:
            return variation["id"]
        return {"id": variation["id"], "changes": _changes(variation, expand)}
    shown = {name: value for name, value in variation.items() if name != "changes"}
    if {"variations.changes"} & {*include, *expand}:
        shown["changes"] = _changes(variation, expand)
    return shown


def _changes(variation: Document, expand: Collection[str]) -> list[Any]:
    whole = "variations.changes" in expand
    return [change if whole else change["id"] for change in variation.get("changes", [])]


_USED = {"goal": "goals", "audience": "audiences", "location": "locations", "feature": ""}


def _usage(world: World, kind: Kind, document: Document) -> dict[str, Any]:
    field = _USED[kind.name]
    experiences = store.documents(world, "experience").find(parent=str(document["_project"])) if field else []
    times = sum(document["id"] in one.get(field, []) for one in experiences)
    if kind.name == "goal":
        return {"conversions_last_48h": 17 * times, "times_used": times}
    return {"times_used": times} if kind.name == "feature" else {"experiences_usage": times}
