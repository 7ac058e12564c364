"""Holdouts."""

from __future__ import annotations

import secrets
from typing import Any

from starlette.responses import Response

from ..shapes import boolean, is_map, one_of, read_changes, read_new
from ..vendor import Call, RefusedError, json_response
from ..world import Document, World
from . import shape, store
from .flags import project_of
from .pages import matching, page, several
from .reports import environment_of
from .rulesets import all_rules


def holdout_view(document: Document) -> dict[str, Any]:
    """A holdout, with a secret that is made anew each time, and links."""
    url = f"/projects/{document['project_id']}/holdouts/{document['id']}"
    shown = store.view(document) | {"holdout_results_api_token": secrets.token_hex(16)}
    return shown | {"url": url, "update_url": url, "delete_url": url}


def list_holdouts(world: World, call: Call) -> Response:
    """The holdouts of a project."""
    project, wanted = project_of(world, call), several(call.query, "status")
    found = matching(call, store.documents(world, "holdout").find(parent=str(project)))
    kept = [one for one in found if not wanted or one["status"] in wanted]
    return page(call, kept, holdout_view, number="page")


def holdouts_of_rule(world: World, call: Call) -> Response:
    """The running holdouts that affect a rule, all at once."""
    project, environment = project_of(world, call), environment_of(world, call)["key"]
    known = {r["key"] for s, r in all_rules(world, project) if s["environment_key"] == environment}
    if call.path["rule_key"] not in known:
        raise RefusedError(404, "There is no such rule")
    found = store.documents(world, "holdout").find(parent=str(project))
    return json_response([holdout_view(one) for one in found if one.get("environment_key") in (None, environment)])


def _holdout(world: World, call: Call) -> Document:
    return store.find(world, "holdout", project_of(world, call), call.path["holdout_id"])


def get_holdout(world: World, call: Call) -> Response:
    """One holdout."""
    return json_response(holdout_view(_holdout(world, call)))


def create_holdout(world: World, call: Call) -> Response:
    """Make a holdout, as a draft."""
    project, when = project_of(world, call), store.now()
    document = read_new(shape.HOLDOUT, call.json())
    if any(one["key"] == document["key"] for one in store.documents(world, "holdout").find(parent=str(project))):
        raise RefusedError(400, f"Key {document['key']} already exists")
    identifier = store.new_id(world)
    document |= {
        "id": identifier,
        "urn": f"holdouts.flags.optimizely.com::{identifier}",
        "project_id": project,
        "status": "draft",
        "archived": False,
        "revision": 1,
        "created_by_user_email": "me@example.com",
        "created_time": when,
        "updated_time": when,
    }
    store.keep(world, "holdout", store.place(project, identifier), document)
    return json_response(holdout_view(document), 201)


_STATE = {
    "status": shape.may_have(one_of("draft", "running", "concluded")),
    "archived": shape.may_have(boolean),
}
_NEXT_STATES = {"draft": "running", "running": "concluded"}
_FREE: dict[str, tuple[str, ...]] = {
    "draft": (*shape.HOLDOUT, "status"),
    "running": ("name", "description", "traffic_allocation", "status"),
    "concluded": ("name", "archived"),
}


def update_holdout(world: World, call: Call) -> Response:
    """Change a holdout by a patch, as far as its state allows."""
    before = _holdout(world, call)
    after = store.patched(store.view(before), call)
    if not is_map(after):
        raise RefusedError(400, "A holdout cannot be replaced")
    document = shape.reset(shape.HOLDOUT, before, after) | read_changes(
        shape.HOLDOUT, {name: value for name, value in after.items() if name != "key"}
    )
    document |= read_changes(_STATE, after)
    fixed = {name for name in document if document[name] != before.get(name)} - {*_FREE[before["status"]]}
    if fixed:
        raise RefusedError(400, f"A holdout that is {before['status']} cannot change {', '.join(sorted(fixed))}")
    if document["status"] != before["status"]:
        if document["status"] != _NEXT_STATES[before["status"]]:
            raise RefusedError(400, f"A holdout cannot go from {before['status']} to {document['status']}")
        document["start_time" if document["status"] == "running" else "end_time"] = store.now()
    document |= {"revision": before["revision"] + 1, "updated_time": store.now()}
    store.keep(world, "holdout", store.place(document["project_id"], document["id"]), document)
    return json_response({str(document["id"]): holdout_view(document)})


def delete_holdout(world: World, call: Call) -> Response:
    """Delete a holdout."""
    document = _holdout(world, call)
    store.documents(world, "holdout").delete(store.place(document["project_id"], document["id"]))
    return Response(status_code=204)


def experiments_of_holdout(world: World, call: Call) -> Response:
    """The experiments that a holdout affects, all at once."""
    document = _holdout(world, call)
    shown = [
        {
            "experiment_id": rule["layer_experiment_id"],
            "experiment_start_time": rule["created_time"],
            "experiment_end_time": None,
            "deployed_variation_id": None,
        }
        for ruleset, rule in all_rules(world, document["project_id"])
        if "layer_experiment_id" in rule and document.get("environment_key") in (None, ruleset["environment_key"])
    ]
    return json_response(shown)
