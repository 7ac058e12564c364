"""Feature flags: their variations, their configuration by environment, and whether they are in use."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from starlette.responses import Response

from ..fields import Fields
from ..vendor import Call, RefusedError, json_response
from ..world import Document, World
from . import store
from .bodies import MEMBER, now
from .experiments import read_instructions
from .flag_patching import apply, check_unused
from .flag_targeting import config_of, defaults_of, prerequisite
from .lists import found, is_semantic, page, patched
from .views import link


def list_flags(world: World, call: Call) -> Response:
    """One page of the flags of a project; their configuration only with filterEnv in the filter."""
    project = store.project_of(world, call.path["project"])
    parts = (part.partition(":") for part in call.query.get("filter", "").split(","))
    conditions = {name: value for name, colon, value in parts if colon}
    wanted = [name for name in conditions.get("filterEnv", "").split("|") if name]
    flags = [one for one in store.flags_of(world, project["key"]) if _matches(world, one, conditions, call)]
    path = f"/api/v2/flags/{quote(project['key'])}"
    return page(call, path, flags, show=lambda one: _view(project, one, wanted, configured=bool(wanted)))


def _matches(world: World, flag: Document, conditions: dict[str, str], call: Call) -> bool:
    state = conditions.get("state", "archived" if call.query.get("archived") == "true" else "")
    deprecated = {"live": False, "deprecated": True}.get(state, flag.get("deprecated", False))
    used = {"true": True, "false": False}.get(conditions.get("hasExperiment", ""))
    tag = call.query.get("tag")
    text = f"{flag['key']} {flag.get('name', '')}".lower()
    return (
        flag["archived"] == (state == "archived")
        and flag.get("deprecated", False) == deprecated
        and conditions.get("query", "").lower() in text
        and (tag is None or tag in flag.get("tags", []))
        and (used is None or used == bool(store.experiments(world).count(tags={"flagKey": {flag["key"]}})))
    )


def get_flag(world: World, call: Call) -> Response:
    """One flag, with its configuration in environments."""
    project, flag = _flag(world, call)
    wanted = [name for name in call.query.get("env", "").split(",") if name]
    return json_response(_view(project, flag, wanted))


def create_flag(world: World, call: Call) -> Response:
    """A new flag, of true and false unless it says otherwise, off in all environments."""
    project = store.project_of(world, call.path["project"])
    fields = Fields(call.json())
    key = fields.text("key")
    if not store.KEY.fullmatch(key):
        raise RefusedError(400, "key must start with a letter or digit and may have letters, digits, '.', '_' and '-'")
    if store.flags(world).get(f"{project['key']}/{key}") is not None:
        raise RefusedError(409, f"A flag with the key {key} already exists")
    source = _cloned(world, project["key"], call.query.get("clone"))
    details = _variations(fields, source)
    ids = [store.variation_id(world) for _ in details]
    flag: Document = {
        "key": key,
        "name": fields.text("name"),
        "description": fields.text_or("description", ""),
        "tags": fields.texts_or("tags", []),
        "temporary": fields.boolean_or("temporary", default=True),
        "maintainer": fields.text_or("maintainerId", "" if fields.value("maintainerTeamKey") else MEMBER),
        "maintainerTeam": fields.text_or("maintainerTeamKey", ""),
        "customProperties": _custom_properties(fields),
        "clientSide": _client_side(fields),
        "variations": ids,
        "details": dict(zip(ids, details, strict=True)),
        "on": fields.boolean_or("isFlagOn", default=bool(source.get("on"))),
        "archived": False,
        "measured": [],
        "since": now(),
        **{name: source[name] for name in ("config", "defaults", "prerequisites") if name in source},
    }
    if fields.value("defaults") is not None:
        flag["defaults"] = _defaults(fields.nested("defaults"), len(ids))
    if fields.value("initialPrerequisites") is not None:
        flag["prerequisites"] = [prerequisite(world, flag, one) for one in fields.objects("initialPrerequisites")]
    store.keep_flag(world, project["key"], flag)
    return json_response(_view(project, flag), 201)


def _cloned(world: World, project: str, key: str | None) -> Document:
    """The flag whose variations and targeting a new one has; of one that is not cloned, nothing."""
    return found(store.flags(world).get(f"{project}/{key}"), "flag", key) if key else {}


def _variations(fields: Fields, source: Document) -> list[Document]:
    """What the body says of variations, those of a flag that is cloned, or true and false."""
    if fields.value("variations") is None:
        known: Document = source.get("details", {})
        cloned = [known.get(one, {"value": place}) for place, one in enumerate(source.get("variations", ()))]
        return cloned or [{"value": True}, {"value": False}]
    if source:
        raise RefusedError(400, "variations are those of the flag that is cloned")
    given = fields.objects("variations")
    if len(given) < 2:
        raise RefusedError(400, "variations must be two or more")
    names = ("value", "name", "description")
    return [{name: one.value(name) for name in names if one.value(name) is not None} for one in given]


def _custom_properties(fields: Fields) -> Document:
    given = fields.mapping("customProperties") if fields.value("customProperties") is not None else {}
    return {key: {"name": one.text("name"), "value": one.texts_or("value", [])} for key, one in given.items()}


def _client_side(fields: Fields) -> list[str]:
    """The kinds of client-side SDKs that see it; without a word, those with a mobile key."""
    if fields.value("clientSideAvailability") is None:
        return ["usingMobileKey"]
    given = fields.nested("clientSideAvailability")
    return [name for name in ("usingMobileKey", "usingEnvironmentId") if given.boolean_or(name, default=False)]


def _defaults(fields: Fields, variations: int) -> Document:
    found = {name: fields.integer(name) for name in ("onVariation", "offVariation")}
    for name, place in found.items():
        if not 0 <= place < variations:
            raise RefusedError(400, f"{fields.name(name)} must be the place of a variation, from 0 on")
    return found


def patch_flag(world: World, call: Call) -> Response:
    """A flag after a semantic patch or a JSON patch, all of it or none."""
    project, flag = _flag(world, call)
    if is_semantic(call):
        body = Fields(call.json())
        environment = body.text_or("environmentKey", "")
        if environment and environment not in project["environments"]:
            raise RefusedError(404, f"Unknown environment key: {environment}")
        for instruction in read_instructions(call):
            apply(world, flag, instruction, environment)
    else:
        shown = _view(project, flag)
        after = patched(shown, call.json())
        for name in ("name", "description", "tags", "temporary"):
            flag[name] = after.get(name, flag.get(name))
    flag["version"] = flag.get("version", 1) + 1
    if call.query.get("dryRun") != "true":
        if flag.get("deleted"):
            store.flags(world).delete(f"{project['key']}/{flag['key']}")
        else:
            store.keep_flag(world, project["key"], flag)
    return json_response(_view(project, flag))


def delete_flag(world: World, call: Call) -> Response:
    """Remove a flag that no running experiment uses, and no other flag requires."""
    project, flag = _flag(world, call)
    check_unused(world, flag, deleted=True)
    store.flags(world).delete(f"{project['key']}/{flag['key']}")
    return Response(status_code=204)


def copy_flag(world: World, call: Call) -> Response:
    """A flag whose configuration in one environment is that of another one."""
    project, flag = _flag(world, call)
    fields = Fields(call.json())
    places: list[str] = []
    for side in ("source", "target"):
        place = fields.nested(side)
        places.append(store.environment_of(world, project["key"], place.text("key")).partition("/")[2])
        version = place.integer_or("currentVersion", 0)
        if version and version != config_of(flag, places[-1])["version"]:
            raise RefusedError(409, f"{place.name('currentVersion')} is not the current version")
    source, target = (config_of(flag, place) for place in places)
    flag.setdefault("config", {})[places[1]] = {**source, "version": target["version"] + 1}
    store.keep_flag(world, project["key"], flag)
    return json_response(_view(project, flag), 201)


def get_status(world: World, call: Call) -> Response:
    """Whether a flag is in use in an environment."""
    project, flag = _flag(world, call)
    store.environment_of(world, project["key"], call.path["environment"])
    return json_response(_status(world, project["key"], call.path["environment"], flag))


def list_statuses(world: World, call: Call) -> Response:
    """Whether the flags of a project are in use in an environment."""
    project = store.project_of(world, call.path["project"])["key"]
    environment = call.path["environment"]
    store.environment_of(world, project, environment)
    items = [_status(world, project, environment, flag) for flag in store.flags_of(world, project)]
    path = f"/api/v2/flag-statuses/{quote(project)}/{quote(environment)}"
    return json_response({"items": items, "_links": {"self": link(path)}})


def get_status_everywhere(world: World, call: Call) -> Response:
    """Whether a flag is in use, by environment."""
    project, flag = _flag(world, call)
    wanted = [name for name in call.query.get("env", "").split(",") if name] or project["environments"]
    statuses = {name: _status(world, project["key"], name, flag) for name in wanted}
    path = f"/api/v2/flag-status/{quote(project['key'])}/{quote(flag['key'])}"
    view = {"key": flag["key"], "environments": statuses, "_links": {"self": link(path)}}
    return json_response(view)


def _status(world: World, project: str, environment: str, flag: Document) -> dict[str, Any]:
    on = config_of(flag, environment)["on"]
    path = f"/api/v2/flag-statuses/{quote(project)}/{quote(environment)}/{quote(flag['key'])}"
    status: dict[str, Any] = {"name": "active" if on else "inactive", "_links": {"self": link(path)}}
    if on:
        status["lastRequested"] = datetime.fromtimestamp(world.today, UTC).isoformat().replace("+00:00", "Z")
    return status


def _flag(world: World, call: Call) -> tuple[Document, Document]:
    project = store.project_of(world, call.path["project"])
    key = call.path["flag"]
    return project, found(store.flags(world).get(f"{project['key']}/{key}"), "flag", key)


def _view(
    project: Document, flag: Document, wanted: list[str] | None = None, *, configured: bool = True
) -> dict[str, Any]:
    key = flag["key"]
    path = f"/api/v2/flags/{quote(project['key'])}/{quote(key)}"
    details: Document = flag.get("details", {})
    variations = [{"_id": one, **details.get(one, {"value": place})} for place, one in enumerate(flag["variations"])]
    boolean = [one["value"] for one in variations] == [True, False]
    view: dict[str, Any] = {
        "key": key,
        "name": flag.get("name", key.replace("-", " ").capitalize()),
        "kind": "boolean" if boolean else "multivariate",
        "description": flag.get("description", ""),
        "_version": flag.get("version", 1),
        "creationDate": flag["since"],
        "variations": variations,
        "temporary": flag.get("temporary", True),
        "tags": flag.get("tags", []),
        **_maintainer(flag),
        "clientSideAvailability": {
            name: name in flag.get("clientSide", ["usingMobileKey"])
            for name in ("usingMobileKey", "usingEnvironmentId")
        },
        "experiments": {"baselineIdx": 0, "items": []},
        "customProperties": flag.get("customProperties", {}),
        "archived": flag["archived"],
        "deprecated": flag.get("deprecated", False),
        "defaults": defaults_of(flag),
        "_links": {"self": link(path), "parent": link(f"/api/v2/flags/{quote(project['key'])}")},
    }
    view |= {name: flag[name] for name in ("archivedDate", "deprecatedDate") if flag.get(name)}
    if configured:
        names = [name for name in wanted or project["environments"] if name in project["environments"]]
        view["environments"] = {name: _config_view(path, flag, name) for name in names}
    return view


def _maintainer(flag: Document) -> dict[str, Any]:
    if team := flag.get("maintainerTeam"):
        return {"maintainerTeamKey": team, "_maintainerTeam": {"key": team, "name": team.capitalize()}}
    member = flag.get("maintainer", MEMBER)
    return {"maintainerId": member} if member else {}


def _config_view(path: str, flag: Document, environment: str) -> dict[str, Any]:
    config = config_of(flag, environment)
    return {
        **config,
        "archived": flag["archived"],
        "salt": "5ab0a1de",
        "sel": "5ab0a1de",
        "lastModified": config.get("lastModified", flag["since"]),
        "_site": link(f"/projects{path.removeprefix('/api/v2/flags')}"),
        "_environmentName": environment.capitalize(),
    }
