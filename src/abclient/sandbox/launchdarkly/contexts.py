"""Contexts, their kinds and attributes, and what flags give to them."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urlencode

from starlette.responses import Response

from ..fields import Fields
from ..vendor import Call, RefusedError, json_response
from ..world import Document, Documents, World
from . import store
from .bodies import now
from .experiments import whole
from .flag_targeting import config_of
from .lists import page
from .views import link

_LARGEST_PAGE = 50
_COUNTRIES = ("Canada", "France", "India", "Brazil")
_CONTEXTS = 60


def _kinds(world: World) -> Documents:
    return world.collection(store.NAME, "context kind")


def list_kinds(world: World, call: Call) -> Response:
    """All kinds of contexts of a project: user, and what was put."""
    project = store.project_of(world, call.path["project"])
    user = _kind_document("user", "User", project["created"], "default")
    put = [one for one in _kinds(world).find(parent=project["key"]) if one["key"] != "user"]
    items: list[Document] = [{**one, "_links": {}} for one in (user, *put)]
    if call.query.get("expand") == "environmentObservations":
        seen = [{"environmentKey": name, "lastSeen": world.today * 1000} for name in project["environments"]]
        for one in items:
            one["environmentObservations"] = seen
    path = f"/api/v2/projects/{quote(project['key'])}/context-kinds"
    return json_response({"items": items, "_links": {"self": link(path)}})


def put_kind(world: World, call: Call) -> Response:
    """A kind of context, made or replaced."""
    project = store.project_of(world, call.path["project"])["key"]
    fields, key = Fields(call.json()), call.path["kind"]
    if not store.KEY.fullmatch(key):
        raise RefusedError(400, f"{key} cannot be the key of a kind")
    before = _kinds(world).get(f"{project}/{key}")
    version = fields.integer_or("version", 0)
    if before and version and version != before["version"]:
        raise RefusedError(400, "version is not the current version")
    document = _kind_document(key, fields.text("name"), before["creationDate"] if before else now(), "manual")
    document |= {
        "description": fields.text_or("description", ""),
        "hideInTargeting": fields.boolean_or("hideInTargeting", default=False),
        "archived": fields.boolean_or("archived", default=False),
        "version": before["version"] + 1 if before else 1,
    }
    _kinds(world).put(f"{project}/{key}", document, parent=project)
    return json_response({"status": "success", "_links": {}})


def _kind_document(key: str, name: str, created: int, source: str) -> Document:
    return {
        "key": key,
        "name": name,
        "description": "",
        "version": 1,
        "creationDate": created,
        "lastModified": created,
        "createdFrom": source,
        "hideInTargeting": False,
        "archived": False,
    }


def search(world: World, call: Call) -> Response:
    """One page of the contexts that a filter finds; asked for by query or by body, not by both."""
    body = Fields(call.json() if call.body else {}).whole
    asked = {name: value for name, value in call.query.items() if name != "includeTotalCount"}
    if body and asked:
        raise RefusedError(400, "Give the search by query or by body, not by both")
    return _contexts_page(world, call, {**body, **asked}, _environment(world, call), "contexts/search")


def list_contexts(world: World, call: Call) -> Response:
    """The contexts with a kind and a key."""
    kind, key = call.path["kind"], call.path["key"]
    wanted = {**dict(call.query), "filter": f'kindKeys:{{"contains":["{kind}:{key}"]}}'}
    return _contexts_page(world, call, wanted, _environment(world, call), f"contexts/{quote(kind)}/{quote(key)}")


def _contexts_page(world: World, call: Call, asked: dict[str, Any], environment: str, name: str) -> Response:
    if asked.get("sort"):
        raise RefusedError(400, f"sort does not know {asked['sort']}")
    limit = int(asked.get("limit", 20))
    if not 1 <= limit <= _LARGEST_PAGE:
        raise RefusedError(400, f"limit must be from 1 to {_LARGEST_PAGE}")
    found = [one for one in _contexts(world) if _matches(one, str(asked.get("filter") or ""))]
    start = _start(str(asked.get("continuationToken") or ""))
    view: dict[str, Any] = {"_environmentId": environment, "items": found[start : start + limit], "_links": {}}
    if call.query.get("includeTotalCount") != "false":
        view["totalCount"] = len(found)
    if start + limit < len(found):
        view["continuationToken"] = f"page-{start + limit}"
        place = f"/api/v2/projects/{quote(call.path['project'])}/environments/{quote(environment)}/{name}"
        kept = {key: value for key, value in asked.items() if key in ("limit", "filter") and key in call.query}
        if kept or not asked:
            query = urlencode({**kept, "continuationToken": view["continuationToken"]})
            view["_links"]["next"] = link(f"{place}?{query}")
    return json_response(view)


def _start(token: str) -> int:
    if not token:
        return 0
    if not re.fullmatch(r"page-[0-9]{1,6}", token):
        raise RefusedError(400, "continuationToken is not one of this list")
    return int(token.removeprefix("page-"))


def _contexts(world: World) -> list[Document]:
    seen = datetime.fromtimestamp(world.today, UTC).isoformat().replace("+00:00", "Z")
    return [
        {
            "lastSeen": seen,
            "applicationId": "sandbox",
            "context": {"kind": "user", "key": f"user-{number}", "country": _COUNTRIES[number % len(_COUNTRIES)]},
            "_links": {},
        }
        for number in range(_CONTEXTS)
    ]


def _matches(one: Document, condition: str) -> bool:
    match = re.search(r'kindKeys:(\{"contains":\[[^\]]*\]\})', condition)
    if match is None:
        return True
    wanted: list[str] = json.loads(match.group(1))["contains"]
    context = one["context"]
    return f"{context['kind']}:{context['key']}" in wanted


def evaluate(world: World, call: Call) -> Response:
    """What all flags give to a context."""
    environment = _environment(world, call)
    Fields(call.json()).text("kind")
    project = call.path["project"]
    path = f"/api/v2/projects/{quote(project)}/environments/{quote(environment)}/flags/evaluate"
    return page(call, path, store.flags_of(world, project), show=lambda flag: _evaluation(project, environment, flag))


def _evaluation(project: str, environment: str, flag: Document) -> dict[str, Any]:
    config = config_of(flag, environment)
    served = config["fallthrough"].get("variation", 0) if config["on"] else config["offVariation"]
    details: Document = flag.get("details", {})
    return {
        "name": flag.get("name", flag["key"]),
        "key": flag["key"],
        "_value": details.get(flag["variations"][served], {"value": served})["value"],
        "reason": {"kind": "FALLTHROUGH" if config["on"] else "OFF"},
        "_links": {"self": link(f"/api/v2/flags/{quote(project)}/{quote(flag['key'])}")},
    }


def attribute_names(world: World, call: Call) -> Response:
    """The names of attributes, by kind."""
    _environment(world, call)
    limit = whole(call.query, "limit", 100, least=1)
    names = [{"name": name, "weight": _CONTEXTS, "redacted": False} for name in ("country", "key", "kind")]
    return json_response({"items": [{"kind": "user", "names": names[:limit]}]})


def attribute_values(world: World, call: Call) -> Response:
    """The values of an attribute, by kind."""
    _environment(world, call)
    limit = whole(call.query, "limit", 50, least=1)
    name = call.path["attribute"]
    counted: dict[str, int] = {}
    for one in _contexts(world):
        if name in one["context"]:
            counted[one["context"][name]] = counted.get(one["context"][name], 0) + 1
    values = [{"name": value, "weight": weight} for value, weight in counted.items()]
    return json_response({"items": [{"kind": "user", "values": values[:limit]}] if values else []})


def _environment(world: World, call: Call) -> str:
    store.environment_of(world, call.path["project"], call.path["environment"])
    return call.path["environment"]
