"""The change history of a project: every change that is made through the API leaves an entry."""

from __future__ import annotations

from starlette.responses import Response

from ..vendor import Call
from ..world import Document, World
from . import store
from .lists import made_page, required_id, several

USER = {
    "id": "5ab0a1de-0002-4000-8000-00000000a001",
    "email": "sandbox@example.com",
    "display_name": "Sandbox User",
    "first_name": "Sandbox",
    "last_name": "User",
}
_UNTOLD = frozenset({"created", "last_modified"})
_PLURALS = {
    "list_attribute": "list_attributes",
    "scheduled_job": "scheduled-jobs",
    "subject_access_request": "subject-access-requests",
}


def record(world: World, change: str, kind: str, after: Document, before: Document | None = None) -> None:
    """Write down that something was created, changed, archived, published or deleted."""
    if "project_id" not in after and kind != "project":
        return
    keep_entry(world, change, kind, after, before, when=store.now(), source="api")


def keep_entry(
    world: World, change: str, kind: str, after: Document, before: Document | None, *, when: str, source: str
) -> None:
    """Store an entry of the history."""
    shown, past = store.view(after), store.view(before or {})
    names = [name for name in shown if name not in _UNTOLD and shown[name] != past.get(name)] if before else []
    identifier = store.new_id(world)
    store.keep(
        world,
        "change",
        {
            "id": identifier,
            "project_id": after.get("project_id", after["id"]),
            "change_type": change,
            "created": when,
            "source": source,
            "summary": f"{change.capitalize()} {kind.replace('_', ' ')} {_called(after)}",
            "entity": _entity(kind, after),
            "user": USER,
            "revisions": {"previous": {"id": None}, "current": {"id": identifier}},
            "changes": [
                {"property": name, "before": past.get(name), "after": shown[name], "description": f"{name} changed"}
                for name in names
            ],
        },
    )


def _called(document: Document) -> str:
    return str(document.get("name") or document.get("key") or document["id"])


def _entity(kind: str, document: Document) -> Document:
    identifier, project = int(document["id"]), document.get("project_id", document["id"])
    plural = _PLURALS.get(kind, f"{kind}s")
    return {
        "id": identifier,
        "type": kind,
        "sub_type": str(document.get("type") or document.get("event_type") or ""),
        "name": _called(document),
        "api_url": f"https://api.optimizely.com/v2/{plural}/{identifier}",
        "ui_url": f"https://app.optimizely.com/v2/projects/{project}/{plural}/{identifier}",
    }


def list_changes(world: World, call: Call) -> Response:
    """The history of a project, newest first."""
    query = call.query
    project = store.find(world, "project", required_id(query, "project_id"))
    rows = store.documents(world, "change").find(parent=str(project["id"]))[::-1]
    if ids := several(query, "id"):
        rows = [row for row in rows if str(row["id"]) in ids]
    if kinds := several(query, "entity_type"):
        rows = [row for row in rows if row["entity"]["type"] in kinds]
    if entities := several(query, "entity"):
        rows = [row for row in rows if _is_one_of(row["entity"], entities)]
    if users := several(query, "user"):
        rows = [row for row in rows if row["user"]["id"] in users or row["user"]["email"] in users]
    if source := query.get("source"):
        rows = [row for row in rows if row["source"] == source]
    if start := query.get("start_time"):
        first = store.seconds_of("start_time", start)
        rows = [row for row in rows if store.seconds(row["created"]) >= first]
    if end := query.get("end_time"):
        last = store.seconds_of("end_time", end)
        rows = [row for row in rows if store.seconds(row["created"]) <= last]
    return made_page(call, rows)


def _is_one_of(entity: Document, wanted: list[str]) -> bool:
    """Entities are named by their id, alone or as ``type:id``."""
    return str(entity["id"]) in wanted or f"{entity['type']}:{entity['id']}" in wanted
