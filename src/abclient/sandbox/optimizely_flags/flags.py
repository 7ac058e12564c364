"""Flags, their variables and their variations."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from ..json_patch import parts_of
from ..shapes import is_list, is_map, read_changes, read_new
from ..vendor import Call, RefusedError, json_response
from ..world import Document, World
from . import shape, store
from .pages import flag as switch
from .pages import matching, page, several
from .running import keep_ruleset


def project_of(world: World, call: Call) -> int:
    """The project of the path; 404 if it has no flags."""
    return int(store.find(world, "project", call.path["project_id"])["id"])


def flag_of(world: World, call: Call) -> Document:
    """The flag of the path."""
    return store.find(world, "flag", project_of(world, call), call.path["flag_key"])


def environments(world: World, project: int) -> list[Document]:
    """The environments of a project, in their order."""
    return sorted(store.documents(world, "environment").find(parent=str(project)), key=lambda one: one["priority"])


def flag_view(world: World, document: Document) -> dict[str, Any]:
    """A flag with its state in each environment, and with the links that apply."""
    project, key = document["project_id"], document["key"]
    url = f"/projects/{project}/flags/{key}"
    here = {one["key"]: _in_environment(world, url, document, one) for one in environments(world, project)}
    marks = {"unarchive_url": f"/projects/{project}/flags/unarchived"}
    if not document["archived"]:
        marks = {"archive_url": f"/projects/{project}/flags/archived", "update_url": f"/projects/{project}/flags"}
    definitions = {one["key"]: store.view(one) for one in variables_of(world, project, key)}
    shown = store.view(document) | {"environments": here, "variable_definitions": definitions}
    return shown | {"url": url, "delete_url": url, **marks}


def _in_environment(world: World, url: str, document: Document, environment: Document) -> dict[str, Any]:
    ruleset = store.find(world, "ruleset", document["project_id"], document["key"], environment["key"])
    link = f"{url}/environments/{environment['key']}/ruleset"
    names = ("key", "name", "id", "priority", "has_restricted_permissions")
    summary: dict[str, dict[str, list[str]]] = {}
    for key, rule in ruleset["rules"].items():
        summary.setdefault(rule["type"], {"keys": []})["keys"].append(key)
    return {
        **{name: environment[name] for name in names},
        "is_primary": environment["_primary"],
        "enabled": ruleset["enabled"],
        "status": ruleset["status"],
        "created_time": document["created_time"],
        **({"disable_url": f"{link}/disabled"} if ruleset["enabled"] else {"enable_url": f"{link}/enabled"}),
        "rules_summary": summary,
        "rules_detail": [_detail(rule) for rule in ruleset["rules"].values()],
    }


def _detail(rule: Document) -> dict[str, Any]:
    metrics: list[dict[str, Any]] = rule.get("metrics") or [{}]
    names = ("id", "key", "name", "type", "enabled", "status", "created_time", "updated_time", "layer_experiment_id")
    return {name: rule.get(name) for name in names} | {
        "audience_ids": rule.get("audience_ids", []),
        "traffic_allocation": rule["percentage_included"],
        "variation_names": [one["name"] for one in rule["variations"].values()],
        "primary_metric": metrics[0].get("display_title"),
    }


def list_flags(world: World, call: Call) -> Response:
    """The flags of a project."""
    project = project_of(world, call)
    found = matching(call, store.documents(world, "flag").find(parent=str(project)))
    keys, enabled = several(call.query, "key_list"), switch(call.query, "enabled")
    if keys:
        found = [one for one in found if one["key"] in keys]
    if owner := call.query.get("owner_user_id"):
        found = [one for one in found if one.get("owner_user_id") == owner]
    if teams := several(call.query, "team_ids"):
        found = [one for one in found if not set(teams).isdisjoint(one["team_ids"])]
    found = [one for one in found if _matches(world, call, one)]
    wanted = several(call.query, "environment")
    if enabled is not None or wanted:
        found = [one for one in found if enabled is None or _is_on(world, one, wanted) == enabled]
    url = f"/projects/{project}/flags"
    templates = {"create_url": url, "fetch_flag_url": f"{url}/{{flag_key}}"}
    return page(call, found, lambda one: flag_view(world, one), templates, number="page_number")


def _matches(world: World, call: Call, flag: Document) -> bool:
    """Whether what a flag does in its environments is as wanted: ``!`` before a word excludes what it names."""
    rulesets = store.documents(world, "ruleset").find(parent=store.place(flag["project_id"], flag["key"]))
    rules = [rule for ruleset in rulesets for rule in ruleset["rules"].values()]
    found = {
        "environment_type": {one["environment_key"] for one in rulesets if one["enabled"]},
        "environment_status": {one["status"] for one in rulesets},
        "rule_type": {rule["type"] for rule in rules},
        "rule_status": {rule["status"] for rule in rules},
    }
    for name, words in found.items():
        wanted = several(call.query, name)
        without = {word.removeprefix("!") for word in wanted if word.startswith("!")}
        if not words.isdisjoint(without) or (len(without) < len(wanted) and words.isdisjoint(wanted)):
            return False
    return True


def _is_on(world: World, document: Document, wanted: list[str]) -> bool:
    rulesets = store.documents(world, "ruleset").find(parent=store.place(document["project_id"], document["key"]))
    return any(one["enabled"] for one in rulesets if not wanted or one["environment_key"] in wanted)


def get_flag(world: World, call: Call) -> Response:
    """One flag."""
    return json_response(flag_view(world, flag_of(world, call)))


def create_flag(world: World, call: Call) -> Response:
    """Make a flag, which is off everywhere, with variables and the variations off and on."""
    project, body = project_of(world, call), call.json()
    made = made_flag(world, project, body, store.now())
    return json_response(flag_view(world, made), 201)


def made_flag(world: World, project: int, body: Any, when: str) -> Document:
    """A new flag, stored."""
    document = read_new(shape.FLAG, body)
    at = store.place(project, document["key"])
    if store.documents(world, "flag").get(at) is not None:
        raise RefusedError(400, f"Key {document['key']} already exists")
    definitions: Any = body.get("variable_definitions") or {}
    if not is_map(definitions):
        raise RefusedError(400, "variable_definitions must be an object")
    identifier = store.new_id(world)
    document.setdefault("name", document["key"])
    document |= {
        "id": identifier,
        "urn": f"flags.flags.optimizely.com::{identifier}",
        "account_id": store.ACCOUNT,
        "project_id": project,
        "archived": False,
        "custom_fields": {},
        "revision": 1,
        "role": "admin",
        "created_by_user_email": "me@example.com",
        "created_time": when,
        "updated_time": when,
    }
    store.keep(world, "flag", at, document)
    for key, one in definitions.items():
        if add_variable(world, document, one, when)["key"] != key:
            raise RefusedError(400, f"variable_definitions.{key}.key must be {key}")
    for key in ("off", "on"):
        add_variation(world, document, {"key": key, "name": key.capitalize()}, when)
    for environment in environments(world, project):
        add_ruleset(world, document, environment, when)
    return document


def add_ruleset(world: World, document: Document, environment: Document, when: str) -> None:
    """Give a flag its empty ruleset in an environment."""
    project, identifier = document["project_id"], store.new_id(world)
    ruleset: Document = {
        "id": identifier,
        "urn": f"rulesets.flags.optimizely.com::{identifier}",
        "flag_key": document["key"],
        "environment_key": environment["key"],
        "environment_name": environment["name"],
        "environment_id": environment["id"],
        "enabled": False,
        "archived": False,
        "status": "draft",
        "rules": {},
        "rule_priorities": [],
        "default_variation_key": "off",
        "default_variation_name": "Off",
        "revision": 1,
        "role": "admin",
        "updated_time": when,
        "_project": project,
    }
    store.keep(world, "ruleset", store.place(project, document["key"], environment["key"]), ruleset)


def update_flags(world: World, call: Call) -> Response:
    """Change flags by a patch whose paths begin with a flag's key."""
    project = project_of(world, call)
    keys = first_parts(call.json())
    before = {key: store.find(world, "flag", project, key) for key in keys}
    after = store.patched(before, call)
    for key, document in before.items():
        wanted = {**entry(after, key), "key": key}
        changed = shape.reset(shape.FLAG_CHANGES, document, wanted) | read_changes(shape.FLAG_CHANGES, wanted)
        _check_custom_fields(world, project, changed.get("custom_fields", {}))
        _write(world, document, changed)
    return json_response({key: flag_view(world, store.find(world, "flag", project, key)) for key in keys})


def first_parts(steps: Any) -> list[str]:
    """The keys with which the paths of a patch begin."""
    if not is_list(steps) or not steps:
        raise RefusedError(400, "The body must be a list of JSON patch operations")
    paths = [parts_of(step.get("path") if is_map(step) else None, "path") for step in steps]
    if not all(len(parts) > 1 for parts in paths):
        raise RefusedError(400, "A path must begin with a key, and lead to one of its properties")
    return [*dict.fromkeys(parts[0] for parts in paths)]


_OF_TYPE: dict[str, type | tuple[type, ...]] = {"number": (int, float), "boolean": bool}


def _check_custom_fields(world: World, project: int, values: dict[str, Any]) -> None:
    """Refuse values of fields that the project does not have, and of another type."""
    fields = {one["key"]: one for one in store.documents(world, "custom_field").find(parent=str(project))}
    for key, value in values.items():
        if key not in fields:
            raise RefusedError(400, f"There is no custom field {key}")
        kind = fields[key]["field_type"]
        fits = isinstance(value, _OF_TYPE.get(kind, str)) and (kind == "boolean") == isinstance(value, bool)
        if value is not None and not fits:
            raise RefusedError(400, f"custom_fields.{key} must be of the type {kind}")


def entry(document: Any, key: str) -> dict[str, Any]:
    """What a patched document has under a key: still an object."""
    found = document.get(key) if is_map(document) else None
    if not is_map(found):
        raise RefusedError(400, f"{key} cannot be removed or replaced")
    return found


def _write(world: World, before: Document, after: Document) -> None:
    if after != before:
        after = after | {"revision": before["revision"] + 1, "updated_time": store.now()}
    store.keep(world, "flag", store.place(before["project_id"], before["key"]), after)


def set_archived(world: World, document: Document, *, archived: bool) -> None:
    """Archive a flag, which turns its rulesets off, or bring it back, which does not turn them on."""
    if document["archived"] == archived:
        return
    _write(world, document, document | {"archived": archived})
    at = store.place(document["project_id"], document["key"])
    for ruleset in store.documents(world, "ruleset").find(parent=at):
        ruleset |= {"archived": archived, "enabled": ruleset["enabled"] and not archived}
        keep_ruleset(world, ruleset)


def delete_flag(world: World, call: Call) -> Response:
    """Delete a flag with all that belongs to it."""
    document = flag_of(world, call)
    at = store.place(document["project_id"], document["key"])
    for kind in ("variation", "variable", "ruleset"):
        for one in store.documents(world, kind).find(parent=at):
            store.documents(world, kind).delete(f"{at}/{one.get('environment_key') or one['key']}")
    store.documents(world, "flag").delete(at)
    return Response(status_code=204)


def get_entities(world: World, call: Call) -> Response:
    """What belongs to a flag, which is named by its number."""
    project = project_of(world, call)
    flags = store.documents(world, "flag").find(parent=str(project))
    document = next((one for one in flags if str(one["id"]) == call.path["flag_id"]), None)
    if document is None:
        raise RefusedError(404, "There is no such flag")
    at = store.place(project, document["key"])
    rulesets = store.documents(world, "ruleset").find(parent=at)
    rules = [rule["id"] for ruleset in rulesets for rule in ruleset["rules"].values()]
    found = {
        "flag": [document["id"]],
        "variation": [one["id"] for one in store.documents(world, "variation").find(parent=at)],
        "ruleset": [one["id"] for one in rulesets],
        "rule": rules,
    }
    return json_response([{"entity_type": kind, "entity_ids": ids} for kind, ids in found.items() if ids])


def variables_of(world: World, project: int, flag_key: str) -> list[Document]:
    """The variables of a flag."""
    return store.documents(world, "variable").find(parent=store.place(project, flag_key))


def add_variable(world: World, document: Document, body: object, when: str) -> Document:
    """Give a flag a variable, and all of its variations the default value."""
    made = read_new(shape.VARIABLE, body)
    shape.check_value(made["type"], made["default_value"], "default_value")
    at = store.place(document["project_id"], document["key"], made["key"])
    if store.documents(world, "variable").get(at) is not None:
        raise RefusedError(400, f"Key {made['key']} already exists")
    made |= {"revision": 1, "role": "admin", "created_time": when, "updated_time": when}
    store.keep(world, "variable", at, made)
    return made


def add_variation(world: World, document: Document, body: object, when: str) -> Document:
    """Give a flag a variation; variables that it does not name have their default value."""
    shape.check_fields(shape.VARIATION, body)
    made = read_new(shape.VARIATION, body)
    given: dict[str, Any] = body.get("variables") or {} if is_map(body) else {}
    for key, one in given.items():
        shape.check_fields(shape.VALUE, one, f"variables.{key}.")
    project, flag_key = document["project_id"], document["key"]
    at = store.place(project, flag_key, made["key"])
    if store.documents(world, "variation").get(at) is not None:
        raise RefusedError(400, f"Key {made['key']} already exists")
    check_values(world, document, made["variables"])
    identifier = store.new_id(world)
    made |= {
        "id": identifier,
        "urn": f"variations.flags.optimizely.com::{identifier}",
        "flag_key": flag_key,
        "archived": False,
        "enabled": True,
        "revision": 1,
        "role": "admin",
        "created_time": when,
        "updated_time": when,
        "_project": project,
    }
    store.keep(world, "variation", at, made)
    return made


def check_values(world: World, document: Document, values: dict[str, Any]) -> None:
    """Refuse values of variables that the flag does not have, and of another type."""
    types = {one["key"]: one["type"] for one in variables_of(world, document["project_id"], document["key"])}
    for key, one in values.items():
        if key not in types:
            raise RefusedError(400, f"The flag {document['key']} has no variable {key}")
        shape.check_value(types[key], one["value"], f"variables.{key}.value")
