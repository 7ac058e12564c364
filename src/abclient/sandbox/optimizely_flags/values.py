"""The variables and variations of a flag."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.responses import Response

from ..shapes import is_list, is_map, read_changes
from ..vendor import Call, Handler, RefusedError, json_response
from ..world import Document, World
from . import shape, store
from .flags import (
    add_variable,
    add_variation,
    check_values,
    entry,
    first_parts,
    flag_of,
    flag_view,
    project_of,
    set_archived,
    variables_of,
)
from .pages import flag as switch
from .pages import matching, page


def list_variables(world: World, call: Call) -> Response:
    """The variables of a flag."""
    document = flag_of(world, call)
    found = variables_of(world, document["project_id"], document["key"])
    return page(call, matching(call, found), store.view, _NO_LINK, number="page_number")


_NO_LINK: dict[str, Any] = {"url": None}
"""The list of variables has no link to itself."""


def _variable(world: World, call: Call) -> Document:
    document = flag_of(world, call)
    key = call.path["variable_definition_key"]
    return store.find(world, "variable", document["project_id"], document["key"], key)


def get_variable(world: World, call: Call) -> Response:
    """One variable."""
    return json_response(store.view(_variable(world, call)))


def create_variable(world: World, call: Call) -> Response:
    """Make a variable."""
    return json_response(store.view(add_variable(world, flag_of(world, call), call.json(), store.now())))


def update_variables(world: World, call: Call) -> Response:
    """Change variables by a patch whose paths begin with a variable's key."""
    document = flag_of(world, call)
    project, flag_key = document["project_id"], document["key"]
    keys = first_parts(call.json())
    before = {key: store.find(world, "variable", project, flag_key, key) for key in keys}
    after = store.patched(before, call)
    for key, one in before.items():
        wanted = {name: value for name, value in entry(after, key).items() if name != "key"}
        kept = shape.reset(shape.VARIABLE, one, entry(after, key)) | read_changes(shape.VARIABLE, wanted)
        shape.check_value(kept["type"], kept["default_value"], f"{key}.default_value")
        kept |= {"revision": one["revision"] + 1, "updated_time": store.now()}
        store.keep(world, "variable", store.place(project, flag_key, key), kept)
    return page(call, variables_of(world, project, flag_key), store.view, _NO_LINK)


def delete_variable(world: World, call: Call) -> Response:
    """Delete a variable, with its values in variations."""
    document, key = flag_of(world, call), _variable(world, call)["key"]
    at = store.place(document["project_id"], document["key"])
    store.documents(world, "variable").delete(f"{at}/{key}")
    for variation in store.documents(world, "variation").find(parent=at):
        if variation["variables"].pop(key, None) is not None:
            store.keep(world, "variation", f"{at}/{variation['key']}", variation)
    return Response(status_code=204)


def variation_view(world: World, document: Document) -> dict[str, Any]:
    """A variation with the values of all variables, where it is used, and the links that apply."""
    project, flag_key, key = document["_project"], document["flag_key"], document["key"]
    url = f"/projects/{project}/flags/{flag_key}/variations"
    values = {
        one["key"]: {
            "key": one["key"],
            "type": one["type"],
            "value": document["variables"].get(one["key"], {}).get("value", one["default_value"]),
            "is_default": one["key"] not in document["variables"],
        }
        for one in variables_of(world, project, flag_key)
    }
    usage = {
        ruleset["environment_key"]: sum(key in rule["variations"] for rule in ruleset["rules"].values())
        for ruleset in store.documents(world, "ruleset").find(parent=store.place(project, flag_key))
    }
    marks = {"unarchive_url": f"{url}/unarchived"} if document["archived"] else {"archive_url": f"{url}/archived"}
    return store.view(document) | {
        "variables": values,
        "in_use": any(usage.values()),
        "environment_usage_count": usage,
        "url": f"{url}/{key}",
        "update_url": url,
        "delete_url": f"{url}/{key}",
        "fetch_flag_url": f"/projects/{project}/flags/{flag_key}",
        **marks,
    }


def _variation(world: World, call: Call) -> Document:
    document = flag_of(world, call)
    return store.find(world, "variation", document["project_id"], document["key"], call.path["variation_key"])


def list_variations(world: World, call: Call) -> Response:
    """The variations of a flag."""
    document = flag_of(world, call)
    found = store.documents(world, "variation").find(parent=store.place(document["project_id"], document["key"]))
    shown = [variation_view(world, one) for one in matching(call, found)]
    for name in ("in_use", "enabled"):
        if (wanted := switch(call.query, name)) is not None:
            shown = [one for one in shown if one[name] == wanted]
    url = f"/projects/{document['project_id']}/flags/{document['key']}/variations"
    return page(call, shown, lambda one: one, {"create_url": url, "fetch_variation_url": f"{url}/{{variation_key}}"})


def get_variation(world: World, call: Call) -> Response:
    """One variation."""
    return json_response(variation_view(world, _variation(world, call)))


def create_variation(world: World, call: Call) -> Response:
    """Make a variation."""
    made = add_variation(world, flag_of(world, call), call.json(), store.now())
    return json_response(variation_view(world, made), 201)


def update_variations(world: World, call: Call) -> Response:
    """Change variations by a patch whose paths begin with a variation's key."""
    document = flag_of(world, call)
    at = store.place(document["project_id"], document["key"])
    keys = first_parts(call.json())
    before = {key: store.find(world, "variation", document["project_id"], document["key"], key) for key in keys}
    shown = {key: variation_view(world, one) for key, one in before.items()}
    after = store.patched(shown, call)
    for key, one in before.items():
        wanted = {name: value for name, value in entry(after, key).items() if name != "key"}
        changed = read_changes(shape.VARIATION, wanted)
        values = changed.pop("variables", {})
        check_values(world, document, values)
        # Values that stay as they are shown are not set by that.
        own = {
            n: v
            for n, v in values.items()
            if n in one["variables"] or v["value"] != shown[key]["variables"][n]["value"]
        }
        kept = shape.reset(shape.VARIATION, one, entry(after, key)) | changed | {"variables": own}
        kept |= {"revision": one["revision"] + 1, "updated_time": store.now()}
        store.keep(world, "variation", f"{at}/{key}", kept)
    found = {key: store.find(world, "variation", document["project_id"], document["key"], key) for key in keys}
    return json_response({key: variation_view(world, one) for key, one in found.items()})


def _archive_variation(world: World, document: Document, *, archived: bool) -> None:
    if archived and variation_view(world, document)["in_use"]:
        raise RefusedError(409, f"The variation {document['key']} is used by a rule")
    at = store.place(document["_project"], document["flag_key"], document["key"])
    store.keep(world, "variation", at, document | {"archived": archived, "revision": document["revision"] + 1})


def delete_variation(world: World, call: Call) -> Response:
    """Delete a variation that no rule uses."""
    document = _variation(world, call)
    if variation_view(world, document)["in_use"]:
        raise RefusedError(400, f"The variation {document['key']} is used by a rule")
    at = store.place(document["_project"], document["flag_key"], document["key"])
    store.documents(world, "variation").delete(at)
    return Response(status_code=204)


def keys_of(call: Call) -> list[str]:
    """The keys in the body of a request for several."""
    body: Any = call.json()
    keys = body.get("keys") if is_map(body) else None
    if not is_list(keys) or not keys or not all(isinstance(key, str) for key in keys):
        raise RefusedError(400, "keys must be a list of text")
    return keys


def archive_flags(*, archived: bool) -> Handler:
    """Archive flags, or bring them back, all or none."""

    def handle(world: World, call: Call) -> Response:
        project = project_of(world, call)
        found = [store.find(world, "flag", project, key) for key in keys_of(call)]
        for one in found:
            set_archived(world, one, archived=archived)
        fresh = [store.find(world, "flag", project, one["key"]) for one in found]
        return json_response({one["key"]: flag_view(world, one) for one in fresh})

    return handle


def archive_variations(*, archived: bool) -> Handler:
    """Archive variations, or bring them back, all or none."""

    def handle(world: World, call: Call) -> Response:
        document = flag_of(world, call)
        place = (document["project_id"], document["key"])
        found = [store.find(world, "variation", *place, key) for key in keys_of(call)]
        for one in found:
            _archive_variation(world, one, archived=archived)
        fresh = [store.find(world, "variation", *place, one["key"]) for one in found]
        return json_response({one["key"]: variation_view(world, one) for one in fresh})

    return handle


def brainstorm(name: str, propose: Callable[[Call], list[dict[str, Any]]]) -> Handler:
    """Go on with a conversation: what the vendor's model would propose is always the same here."""

    def handle(world: World, call: Call) -> Response:
        flag_of(world, call)
        body: Any = call.json()
        turns = body.get("interactions") if is_map(body) else None
        if not is_list(turns):
            raise RefusedError(400, "interactions must be a list")
        said = {"type": "response", "id": f"turn-{len(turns)}", name: propose(call)}
        return json_response({"interactions": [*turns, said]})

    return handle


def proposed_variables(call: Call) -> list[dict[str, Any]]:
    """A variable that the flag may have."""
    return [{"key": "amount", "type": "integer", "default_value": "10", "description": "A discount in percent"}]


def proposed_variations(call: Call) -> list[dict[str, Any]]:
    """A variation that the flag may have."""
    return [{"key": "high", "name": "High", "description": "A high discount", "variables": {}}]
