"""Changing and removing single variations; both respond with the whole experience."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from ..vendor import Call, RefusedError, json_response
from ..world import Document, World
from . import store
from .crud import body_of
from .effects import share
from .kinds import VARIATION


def save_variation(world: World, call: Call) -> Response:
    """Change the variation whose id is in the body, or add one when there is no id."""
    experience = store.find(world, "experience", call.path)
    sent = body_of(call, VARIATION)
    identifier = sent.get("id")
    if identifier is None:
        made = sent | {"id": store.new_id(world)}
        made.setdefault("name", f"Variation {made['id']}")
        row: dict[str, Any] = {"variation": made, "percentage": sent.get("percentage", 0)}
        experience["variations"].append(row)
    else:
        row = _row(experience, identifier)
        row["variation"] |= sent
        row["percentage"] = sent.get("percentage", row["percentage"])
    return _kept(world, experience)


def remove_variation(world: World, call: Call) -> Response:
    """Remove a variation; its share goes to the others in equal parts."""
    experience = store.find(world, "experience", call.path)
    row = _row(experience, call.path["variation_id"])
    if len(experience["variations"]) == 1:
        raise RefusedError(422, "variations must keep one: the last one cannot be removed")
    experience["variations"].remove(row)
    for other in experience["variations"]:
        other["percentage"] = round(other["percentage"] + row["percentage"] / len(experience["variations"]), 2)
    return _kept(world, experience)


def _row(experience: Document, identifier: str) -> dict[str, Any]:
    rows: list[dict[str, Any]] = experience["variations"]
    found = next((row for row in rows if row["variation"]["id"] == identifier), None)
    if found is None:
        raise RefusedError(404, f"The experience has no variation {identifier}")
    return found


def _kept(world: World, experience: Document) -> Response:
    share(experience)
    store.keep(world, "experience", experience)
    return json_response(store.view(experience))
