"""What was changed, and what visitors did."""

from __future__ import annotations

import time
from typing import Any

from starlette.responses import Response

from ..shapes import Shape, anything, boolean, integer, list_of, one_of, optional, text
from ..statistics import generator
from ..vendor import Call, json_response
from ..world import Document, World
from . import store
from .lists import body_of, page_of

_FILTERS: Shape = {
    "page": optional(integer),
    "results_per_page": optional(integer),
    "onlyCount": optional(boolean),
    "sort_direction": optional(one_of("asc", "desc")),
    "methods": optional(list_of(text)),
    "objects": optional(list_of(text)),
    "expand": optional(list_of(text)),
}
_MOST_EVENTS = 100


def record(world: World, kind: str, document: Document, event: str, before: Document | None = None) -> None:
    """Remember a change."""
    number = store.new_id(world)
    changed = {} if before is None else {name: value for name, value in document.items() if before.get(name) != value}
    old = {name: (before or {}).get(name) for name in changed}
    store.documents(world, "change_record").put(
        str(number),
        {
            "id": number,
            "event": event,
            "method": "api",
            "object": kind,
            "object_id": str(document.get("id") or document.get("sdk_key")),
            "parent_object_id": None,
            "user": "API",
            "timestamp": int(time.time()),
            "request_id": f"req-{number}",
            "project": document["_project"] or document.get("id"),
            "changes": {"old": _shown(old), "new": _shown(changed)},
        },
        parent=str(document["_project"]),
    )


def _shown(fields: Document) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if not name.startswith("_")}


def changes(world: World, call: Call) -> Response:
    """What was changed in an account, a project or an experience, the last first."""
    store.check_account(call.path)
    asked = body_of(call, _FILTERS)
    parent = str(store.project_of(world, call.path)["id"]) if "project_id" in call.path else None
    found = [
        one
        for one in store.documents(world, "change_record").find(parent=parent)
        if call.path.get("experience_id") in {None, one["object_id"]}
        and (not asked.get("methods") or one["method"] in asked["methods"])
        and (not asked.get("objects") or one["object"] in asked["objects"])
    ]
    found = found if asked.get("sort_direction") == "asc" else found[::-1]

    def show(one: Document) -> Any:
        project = store.documents(world, "project").get(str(one["project"]))
        whole = {"id": one["project"], "name": project["name"]} if project else one["project"]
        shown = {name: value for name, value in one.items() if name != "id"}
        return shown | {"project": whole if "project" in (asked.get("expand") or ()) else one["project"]}

    return page_of(found, asked, show)


def live_data(world: World, call: Call) -> Response:
    """The last events of visitors, drawn anew for each experience."""
    store.check_account(call.path)
    parent = str(store.project_of(world, call.path)["id"]) if "project_id" in call.path else None
    asked = body_of(call, {"event_types": optional(list_of(text)), "expand": optional(list_of(text)), **_OTHERS})
    running = [
        one
        for one in store.documents(world, "experience").find(parent=parent)
        if one["status"] == "active" and one["variations"] and call.path.get("experience_id") in {None, str(one["id"])}
    ]
    events = [_event(world, one, step, asked.get("expand") or ()) for one in running for step in range(5)]
    kinds = asked.get("event_types")
    wanted = [one for one in events if not kinds or one["event_type"] in kinds]
    return json_response({"data": wanted[:_MOST_EVENTS]})


_OTHERS: Shape = {name: optional(anything) for name in ("projects", "experiences", "goals", "segments")}


def _event(world: World, experience: Document, step: int, expand: Any) -> dict[str, Any]:
    rng = generator(world.seed, "convert", experience["id"], "live", step)
    variation = rng.choice(experience["variations"])
    named = {"id": variation["id"], "name": variation.get("name") or ""}
    converted = step % 2 == 1 and bool(experience["goals"])
    return {
        "devices": [rng.choice(("desktop", "iPhone", "all_tablets"))],
        "browser": rng.choice(("chrome", "safari", "firefox")),
        "country": rng.choice(("US", "DE", "JP")),
        "visitor_type": rng.choice(("new", "returning")),
        "campaign": None,
        "custom_segments": None,
        "sources": ["direct"],
        "event_type": "conversion" if converted else "view_experience",
        "experiences": [
            {
                "id": experience["id"],
                "name": experience["name"],
                "variation": named if "experiences.variation" in expand else variation["id"],
            }
        ],
        "conversion": {"goals": experience["goals"][:1], "products_ordered_count": None, "revenue": None}
        if converted
        else None,
        "project": experience["_project"],
        "timestamp": world.today - 60 * step,
    }
