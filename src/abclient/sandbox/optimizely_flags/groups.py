"""Exclusion groups."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from ..shapes import read_changes, read_new
from ..vendor import Call, Handler, RefusedError, json_response
from ..world import Document, World
from . import shape, store
from .flags import entry, first_parts, project_of
from .membership import check_total
from .pages import matching, page, several
from .rulesets import all_rules
from .values import keys_of


def group_view(world: World, document: Document) -> dict[str, Any]:
    """A group with what it says of its rules."""
    project = document["project_id"]
    rules = {str(rule["id"]): (ruleset, rule) for ruleset, rule in all_rules(world, project)}
    shown: dict[str, Any] = {}
    for number, one in document["rules"].items():
        ruleset, rule = rules.get(number, ({}, {}))
        shown[number] = one | {
            "rule_key": rule.get("key"),
            "rule_name": rule.get("name"),
            "rule_status": rule.get("status"),
            "rule_enabled": bool(rule.get("enabled") and ruleset.get("enabled")),
            "flag_key": ruleset.get("flag_key"),
            "flag_name": ruleset.get("flag_key"),
            "flag_status": "archived" if ruleset.get("archived") else "unarchived",
        }
    url = f"/projects/{project}/groups"
    marks = {"unarchive_url": f"{url}/unarchived"} if document["archived"] else {"archive_url": f"{url}/archived"}
    link = f"{url}/{document['id']}"
    return store.view(document) | {"rules": shown, "url": link, "delete_url": link, "update_url": url, **marks}


def _checked_group(world: World, document: Document) -> Document:
    project = document["project_id"]
    if store.documents(world, "environment").get(store.place(project, document["environment_key"])) is None:
        raise RefusedError(400, f"There is no environment {document['environment_key']}")
    known = {str(r["id"]) for s, r in all_rules(world, project) if s["environment_key"] == document["environment_key"]}
    if unknown := sorted(document["rules"].keys() - known):
        raise RefusedError(400, f"There is no rule {unknown[0]} in {document['environment_key']}")
    check_total(document["rules"])
    return document


def list_groups(world: World, call: Call) -> Response:
    """The groups of a project."""
    project, wanted = project_of(world, call), several(call.query, "environment")
    found = matching(call, store.documents(world, "group").find(parent=str(project)), texts=("name", "description"))
    kept = [one for one in found if not wanted or one["environment_key"] in wanted]
    first = several(call.query, "include")
    kept.sort(key=lambda one: str(one["id"]) not in first)
    return page(call, kept, lambda one: group_view(world, one), {"create_url": f"/projects/{project}/groups"})


def _group(world: World, call: Call) -> Document:
    return store.find(world, "group", project_of(world, call), call.path["group_id"])


def get_group(world: World, call: Call) -> Response:
    """One group."""
    return json_response(group_view(world, _group(world, call)))


def create_group(world: World, call: Call) -> Response:
    """Make a group."""
    project, when = project_of(world, call), store.now()
    identifier = store.new_id(world)
    document = read_new(shape.GROUP, call.json()) | {
        "id": identifier,
        "urn": f"groups.flags.optimizely.com::{identifier}",
        "project_id": project,
        "archived": False,
        "revision": 1,
        "role": "admin",
        "created_time": when,
        "updated_time": when,
    }
    store.keep(world, "group", store.place(project, identifier), _checked_group(world, document))
    return json_response(group_view(world, document), 201)


def update_groups(world: World, call: Call) -> Response:
    """Change groups by a patch whose paths begin with a group's number."""
    project = project_of(world, call)
    keys = first_parts(call.json())
    before = {key: store.find(world, "group", project, key) for key in keys}
    after = store.patched(before, call)
    for key, document in before.items():
        wanted = {name: value for name, value in entry(after, key).items() if name != "environment_key"}
        kept = shape.reset(shape.GROUP, document, entry(after, key)) | read_changes(shape.GROUP, wanted)
        kept |= {"revision": document["revision"] + 1, "updated_time": store.now()}
        store.keep(world, "group", store.place(project, key), _checked_group(world, kept))
    return json_response({key: group_view(world, store.find(world, "group", project, key)) for key in keys})


def archive_groups(*, archived: bool) -> Handler:
    """Archive groups, or bring them back."""

    def handle(world: World, call: Call) -> Response:
        project = project_of(world, call)
        found = [store.find(world, "group", project, key) for key in keys_of(call)]
        for one in found:
            one |= {"archived": archived, "revision": one["revision"] + 1, "updated_time": store.now()}
            store.keep(world, "group", store.place(project, one["id"]), one)
        return json_response({str(one["id"]): group_view(world, one) for one in found})

    return handle


def delete_group(world: World, call: Call) -> Response:
    """Delete a group."""
    document = _group(world, call)
    store.documents(world, "group").delete(store.place(document["project_id"], document["id"]))
    return Response(status_code=204)
