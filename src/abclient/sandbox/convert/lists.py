"""Lists: filters and the page are in the body, and each response says how many pages and items there are."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, cast

from starlette.responses import Response

from ..shapes import Shape, anything, boolean, integer, list_of, one_of, optional, read_changes, text
from ..vendor import Call, Handler, RefusedError, json_response
from ..world import Document, World
from . import store
from .kinds import Kind
from .views import view

PAGE_SIZE, LARGEST_PAGE = 30, 50
_MOST_IDS = {"goal": 200}

Sift = Callable[[World, Document, dict[str, Any]], bool]
"""Whether a document is one of those that a list's own filters ask for."""

_SHARED: Shape = {
    "page": optional(integer),
    "results_per_page": optional(integer),
    "onlyCount": optional(boolean),
    "sort_by": optional(text),
    "sort_direction": optional(one_of("asc", "desc")),
    "search": optional(text),
    "include": optional(list_of(text)),
    "expand": optional(list_of(text)),
    "only": optional(list_of(integer)),
    "except": optional(list_of(integer)),
}


def body_of(call: Call, shape: Shape) -> dict[str, Any]:
    """The fields of a body that are known; 422 if one of them cannot be."""
    document: object = call.json() if call.body else {}
    try:
        return read_changes(shape, document)
    except RefusedError as refusal:
        raise RefusedError(422, refusal.message) from None


def everything(world: World, document: Document, asked: dict[str, Any]) -> bool:
    """No filter of its own."""
    return True


def in_fields(**fields: str) -> Sift:
    """A filter by lists: of each, the document's field must be one of them, or have one of them."""

    def sift(world: World, document: Document, asked: dict[str, Any]) -> bool:
        return all(_has_one(document.get(field), asked.get(name)) for name, field in fields.items())

    return sift


def _has_one(value: Any, wanted: Any) -> bool:
    if wanted is None or wanted == []:
        return True
    accepted: list[object] = cast("list[object]", wanted) if isinstance(wanted, list) else [wanted]
    values: list[object] = cast("list[object]", value) if isinstance(value, list) else [value]
    return any(one in accepted for one in values)


def used(field: str) -> Sift:
    """A filter by whether experiences use it, and whether it is chosen for new ones."""

    def sift(world: World, document: Document, asked: dict[str, Any]) -> bool:
        if asked.get("is_default") not in {None, bool(document.get("selected_default"))}:
            return False
        if (usage := asked.get("usage")) is None:
            return True
        experiences = store.documents(world, "experience").find(parent=str(document["_project"]))
        return bool(usage == "used") == any(document["id"] in one.get(field, []) for one in experiences)

    return sift


def both(first: Sift, second: Sift) -> Sift:
    """Two filters."""
    return lambda world, document, asked: first(world, document, asked) and second(world, document, asked)


def list_all(kind: Kind, sift: Sift = everything, *filters: str) -> Handler:
    """List a page of a kind.

    Args:
        kind: what is listed.
        sift: its own filters.
        *filters: their names.
    """
    shape = {**_SHARED, **{name: optional(anything) for name in filters}}

    def handle(world: World, call: Call) -> Response:
        store.check_account(call.path)
        parent = str(store.project_of(world, call.path)["id"]) if "project_id" in call.path else None
        asked = body_of(call, shape)
        rows = [one for one in store.documents(world, kind.name).find(parent=parent) if sift(world, one, asked)]
        return paged(kind, rows, asked, lambda one: view(world, kind, one, *_wanted(asked)))

    return handle


def _wanted(asked: dict[str, Any]) -> tuple[list[str], list[str]]:
    return asked.get("include") or [], asked.get("expand") or []


def paged(kind: Kind, rows: list[Document], asked: dict[str, Any], show: Callable[[Document], Any]) -> Response:
    """A page of what matches the filters that all lists share."""
    most = _MOST_IDS.get(kind.name, 100)
    for name in ("only", "except"):
        if len(asked.get(name) or ()) > most:
            raise RefusedError(422, f"{name} must have at most {most} items")
    wanted = (asked.get("search") or "").lower()
    found = [
        one
        for one in rows
        if (asked.get("only") is None or one["id"] in asked["only"])
        and one["id"] not in (asked.get("except") or list[int]())
        and (not wanted or any(wanted in str(one.get(name) or "").lower() for name in kind.searched))
    ]
    order = asked.get("sort_by") or kind.sorts[0]
    if order not in kind.sorts:
        raise RefusedError(422, f"sort_by must be one of {', '.join(kind.sorts)}")
    field = order if any(order in one for one in found) else "id"
    found.sort(key=lambda one: _rank(one.get(field)))
    if asked.get("sort_direction") != "asc":
        found.reverse()
    return page_of(found, asked, show)


def _rank(value: object) -> tuple[str, Any]:
    """By which values of several types are in an order."""
    return str(type(value)), 0 if value is None else value


def page_of(found: list[Document], asked: dict[str, Any], show: Callable[[Document], Any]) -> Response:
    """One page of documents in their order, with the figures of the whole list."""
    size = PAGE_SIZE if asked.get("results_per_page") is None else asked["results_per_page"]
    number = 1 if asked.get("page") is None else asked["page"]
    if not 0 <= size <= LARGEST_PAGE or number < 1:
        raise RefusedError(
            422, f"{'page must be 1 or more' if number < 1 else f'results_per_page must be 0 to {LARGEST_PAGE}'}"
        )
    rows = [] if asked.get("onlyCount") else found[(number - 1) * size : number * size]
    pagination = {
        "current_page": number,
        "items_count": len(found),
        "items_per_page": size,
        "pages_count": math.ceil(len(found) / size) if size else 0,
    }
    return json_response({"data": [show(one) for one in rows], "extra": {"pagination": pagination}})
