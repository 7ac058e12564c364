"""Listing, reading, adding and updating, the same for every kind."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from starlette.responses import Response

from ..shapes import Shape, boolean, integer, list_of, one_of, optional, read_changes, read_new, text
from ..vendor import Call, Handler, RefusedError, json_response
from ..world import Document, World
from . import store
from .kinds import STATUSES, TYPES, Kind

Settle = Callable[[World, Document, Document | None], None]
"""Completes a new or changed document; the second is what it was before, None for a new one."""

Sift = Callable[[World, Document, dict[str, Any]], bool]
"""Whether a document is one of those that a list's own filters ask for."""

_PAGING: Shape = {"page": optional(integer, 1), "results_per_page": optional(integer, 50), "search": optional(text, "")}


def body_of(call: Call, shape: Shape, *, whole_one: bool = False) -> dict[str, Any]:
    """The fields of a body; 422 if one of them cannot be.

    Args:
        call: the request; without a body it counts as one without fields.
        shape: the fields.
        whole_one: whether fields that were not sent get their defaults.
    """
    document: object = call.json() if call.body else {}
    try:
        return read_new(shape, document) if whole_one else read_changes(shape, document)
    except RefusedError as refusal:
        raise RefusedError(422, refusal.message) from None


def list_all(kind: Kind, filters: Shape, sift: Sift) -> Handler:
    """List one page; filters and paging travel in the body."""
    shape = {**_PAGING, **filters}

    def handle(world: World, call: Call) -> Response:
        asked = body_of(call, shape, whole_one=True)
        parent = store.project_of(world, call.path)["_id"] if "project_id" in call.path else None
        found = store.documents(world, kind.name).find(parent=parent)
        wanted = asked["search"].lower()
        rows = [one for one in found if _has(kind, one, wanted) and sift(world, one, asked)]
        return json_response([store.view(one) for one in _page(rows, asked)])

    return handle


def _has(kind: Kind, document: Document, wanted: str) -> bool:
    return not wanted or any(wanted in str(document.get(name) or "").lower() for name in kind.searched)


def _page(rows: list[Document], asked: dict[str, Any]) -> list[Document]:
    size = asked["results_per_page"]
    if size < 1 or asked["page"] < 0:
        raise RefusedError(422, f"{'page' if size >= 1 else 'results_per_page'} must be 1 or more")
    # The sample of one list asks for page 0, where all others count from 1: both are the first page.
    first = (max(1, asked["page"]) - 1) * size
    return rows[first : first + size]


def everything(world: World, document: Document, asked: dict[str, Any]) -> bool:
    """No filter."""
    return True


EXPERIENCE_FILTERS: Shape = {
    "experience_types": optional(list_of(one_of(*TYPES)), []),
    "experience_status": optional(list_of(one_of(*STATUSES)), []),
}


def experiences(world: World, document: Document, asked: dict[str, Any]) -> bool:
    """By type and status."""
    return all(not asked[name] or document[field] in asked[name] for name, field in _EXPERIENCE_FIELDS)


_EXPERIENCE_FIELDS = (("experience_types", "experience_type"), ("experience_status", "experience_status"))


def score(value: object, where: str) -> float:
    """A score, as a number or as text."""
    try:
        found = float(value) if isinstance(value, str | int | float) else math.nan
    except ValueError:
        found = math.nan
    if not 0 <= found <= 5:
        raise RefusedError(400, f"{where} must be between 0 and 5")
    return found


HYPOTHESIS_FILTERS: Shape = {
    "status": optional(list_of(one_of(*STATUSES)), []),
    "scoreMin": optional(score, 0),
    "scoreMax": optional(score, 5),
}


def hypotheses(world: World, document: Document, asked: dict[str, Any]) -> bool:
    """By status and score; one without a score counts as 0."""
    if asked["status"] and document["status"] not in asked["status"]:
        return False
    return bool(asked["scoreMin"] <= float(document["prioritization_score"] or 0) <= asked["scoreMax"])


AUDIENCE_FILTERS: Shape = {"isSegment": optional(boolean), "isUsed": optional(boolean)}


def get(kind: Kind) -> Handler:
    """Read one."""

    def handle(world: World, call: Call) -> Response:
        return json_response(store.view(store.find(world, kind.name, call.path)))

    return handle


def add(kind: Kind, settle: Settle) -> Handler:
    """Make a new one."""

    def handle(world: World, call: Call) -> Response:
        project = store.project_of(world, call.path)["_id"] if "project_id" in call.path else ""
        document = new(world, kind, body_of(call, kind.shape, whole_one=True), project)
        settle(world, document, None)
        store.keep(world, kind.name, document)
        return json_response(store.view(document))

    return handle


def new(world: World, kind: Kind, fields: Document, project: str) -> Document:
    """A new document with an id."""
    identifier = store.new_id(world)
    return {**kind.shown, **fields, kind.identifier: kind.key(identifier), "_id": identifier, "_project": project}


def update(kind: Kind, settle: Settle) -> Handler:
    """Change the given fields, and respond with the whole object."""

    def handle(world: World, call: Call) -> Response:
        return json_response(store.view(changed(world, kind, call, settle, kind.shape)))

    return handle


def changed(world: World, kind: Kind, call: Call, settle: Settle, shape: Shape) -> Document:
    """What a request changes, stored."""
    before = store.find(world, kind.name, call.path)
    changes = {name: value for name, value in body_of(call, shape).items() if name != kind.identifier}
    document = {**before, **changes}
    settle(world, document, before)
    store.keep(world, kind.name, document)
    return document


def today() -> str:
    """The day, as the API writes it."""
    return datetime.fromtimestamp(time.time(), UTC).strftime("%Y-%m-%d")
