"""Releases of a flag in an environment, and release policies."""

from __future__ import annotations

from urllib.parse import quote

from starlette.responses import Response

from ..fields import Fields
from ..vendor import Call, RefusedError, json_response
from ..world import Document, Documents, World
from . import store
from .bodies import now
from .flag_targeting import config_of
from .lists import found, listed, page
from .views import link

_RESOLUTIONS = {
    "roll_forward_all_phases": "completed",
    "roll_forward_current_phase_and_remove_pending_phases": "completed",
    "roll_back_all_phases_and_remove_pending_phases": "reverted",
    "roll_back_current_phase_and_remove_pending_phases": "reverted",
}
_ACTIVE = ("pending", "in_progress", "waiting")
_METHODS = ("guarded-release", "immediate-release", "progressive-release")


def _releases(world: World) -> Documents:
    return world.collection(store.NAME, "release")


def _policies(world: World) -> Documents:
    return world.collection(store.NAME, "release policy")


def list_releases(world: World, call: Call) -> Response:
    """One page of the releases of a flag in an environment, the newest first."""
    parent, path = _place(world, call)
    items = _releases(world).find(parent=parent)[::-1]
    if condition := call.query.get("filter"):
        kind = condition.removeprefix("kind equals ")
        if kind not in ("progressive", "guarded"):
            raise RefusedError(400, f"filter does not know {condition}")
        items = [one for one in items if one["kind"] == kind]
    return page(call, path, items, limit=25, most=100)


def get_release(world: World, call: Call) -> Response:
    """One release."""
    return json_response(_release(world, call))


def start_release(world: World, call: Call) -> Response:
    """A new release; one at a time, and only while the flag is on."""
    parent, path = _place(world, call)
    project, flag_key, environment = call.path["project"], call.path["flag"], call.path["environment"]
    flag = found(store.flags(world).get(f"{project}/{flag_key}"), "flag", flag_key)
    if not config_of(flag, environment)["on"]:
        raise RefusedError(409, "The flag is off")
    if any(one["status"] in _ACTIVE for one in _releases(world).find(parent=parent)):
        raise RefusedError(409, "release_already_active")
    fields = Fields(call.json())
    variations = [_variation(flag, fields, name) for name in ("originalVariationId", "targetVariationId")]
    metrics = [_metric(world, project, one) for one in _objects(fields, "metrics")]
    phases = [_phase(world, place, one, guarded=bool(metrics)) for place, one in enumerate(_objects(fields, "phases"))]
    if not phases and not fields.text_or("releasePlanKey", ""):
        raise RefusedError(400, "phases or releasePlanKey is required")
    if len(phases) > 1 and not fields.text_or("advancementMode", ""):
        raise RefusedError(400, "advancementMode is required for several phases")
    for phase in phases:
        phase["metricStatuses"] = {one["metricKey"]: "ok" for one in metrics}
    number = store.variation_id(world)
    release = {
        "id": number,
        "status": "in_progress",
        "projectKey": project,
        "environmentKey": environment,
        "flagKey": flag_key,
        "originalVariationId": variations[0],
        "targetVariationId": variations[1],
        "randomizationUnit": fields.text_or("randomizationUnit", "user"),
        "cleanupBehavior": fields.text_or("cleanupBehavior", "leave_rules_in_place"),
        "kind": "guarded" if metrics else "progressive",
        "metrics": metrics,
        "phases": phases,
        "currentPhaseIndex": 0,
        "advancementMode": fields.text_or("advancementMode", "automatic"),
        "createdAt": now(),
        "startedAt": now(),
        "_links": {"self": link(f"{path}/{number}")},
    }
    _releases(world).put(number, release, parent=parent)
    return json_response(release, 201)


def stop_release(world: World, call: Call) -> Response:
    """A release that is stopped."""
    parent, _ = _place(world, call)
    release = _release(world, call)
    resolution = Fields(call.json()).text("resolution")
    if resolution not in _RESOLUTIONS:
        raise RefusedError(400, f"resolution must be one of {', '.join(_RESOLUTIONS)}")
    if release["status"] not in _ACTIVE:
        raise RefusedError(409, "The release has ended already")
    status = _RESOLUTIONS[resolution]
    reason = "completed_manual" if status == "completed" else "reverted_manual"
    release |= {"status": status, "statusReason": reason, "endedAt": now()}
    for phase in release["phases"]:
        phase |= {"status": status, "statusReason": reason, "endedAt": now()}
    _releases(world).put(release["id"], release, parent=parent)
    return json_response(release)


def _place(world: World, call: Call) -> tuple[str, str]:
    project, flag, environment = call.path["project"], call.path["flag"], call.path["environment"]
    store.environment_of(world, project, environment)
    found(store.flags(world).get(f"{project}/{flag}"), "flag", flag)
    path = f"/api/v2/projects/{quote(project)}/flags/{quote(flag)}/environments/{quote(environment)}/releases"
    return f"{project}/{flag}/{environment}", path


def _release(world: World, call: Call) -> Document:
    _place(world, call)
    wanted = call.path["release"]
    document = _releases(world).get(wanted)
    if document is not None and document["flagKey"] != call.path["flag"]:
        document = None
    return found(document, "release", wanted)


def _objects(fields: Fields, name: str) -> list[Fields]:
    return fields.objects(name) if fields.value(name) is not None else []


def _variation(flag: Document, fields: Fields, name: str) -> str:
    wanted = fields.text(name)
    if wanted not in flag["variations"]:
        raise RefusedError(400, f"{name} is not a variation of {flag['key']}: {wanted}")
    return wanted


def _metric(world: World, project: str, one: Fields) -> Document:
    key = one.text("metricKey")
    if store.metrics(world).get(f"{project}/{key}") is None:
        raise RefusedError(400, f"{one.name('metricKey')} is an unknown metric: {key}")
    return {"metricKey": key, "autoRollback": one.boolean_or("autoRollback", default=False)}


def _phase(world: World, place: int, one: Fields, *, guarded: bool) -> Document:
    if bool(one.value("ruleId")) == bool(one.value("clauses")):
        raise RefusedError(400, f"{one.name('ruleId')} or clauses is required, and not both")
    steps = [_step(number, each) for number, each in enumerate(one.objects("steps"))]
    shares = [step["allocation"] for step in steps]
    if not steps or shares != sorted(set(shares)) or shares[-1] > (50_000 if guarded else 100_000):
        raise RefusedError(400, f"{one.name('steps')} must have rising allocations, at most 50000 if guarded")
    steps[0]["startedAt"] = now()
    return {
        "id": store.variation_id(world),
        "phaseIndex": place,
        "ruleId": one.text_or("ruleId", "") or store.variation_id(world),
        "status": "pending" if place else "in_progress",
        "steps": steps,
        "currentStepIndex": 0,
        **({} if place else {"startedAt": now()}),
    }


def _step(number: int, one: Fields) -> Document:
    allocation, duration = one.integer("allocation"), one.integer("durationMillis")
    if allocation < 1 or duration < 1:
        raise RefusedError(400, f"{one.name('allocation')} and durationMillis must be above 0")
    return {"stepIndex": number, "allocation": allocation, "durationMillis": duration}


def list_policies(world: World, call: Call) -> Response:
    """All release policies of a project, by rank."""
    project = store.project_of(world, call.path["project"])["key"]
    items = _ranked(world, project)
    return json_response({"items": items, "totalCount": len(items)})


def _ranked(world: World, project: str) -> list[Document]:
    return sorted(_policies(world).find(parent=project), key=lambda one: one["rank"])


def get_policy(world: World, call: Call) -> Response:
    """One release policy."""
    return json_response(_policy(world, call)[1])


def create_policy(world: World, call: Call) -> Response:
    """A new release policy, with the last rank."""
    project = store.project_of(world, call.path["project"])["key"]
    fields = Fields(call.json())
    key = fields.text("key")
    if _policies(world).get(f"{project}/{key}") is not None:
        raise RefusedError(409, f"A release policy with the key {key} already exists")
    document = {"_id": store.object_id(world), "key": key, "rank": len(_ranked(world, project)) + 1, **_read(fields)}
    return json_response(_kept(world, project, document), 201)


def put_policy(world: World, call: Call) -> Response:
    """A release policy, replaced but for its key and rank."""
    project, document = _policy(world, call)
    fixed = {name: document[name] for name in ("_id", "key", "rank")}
    return json_response(_kept(world, project, {**fixed, **_read(Fields(call.json()))}))


def order_policies(world: World, call: Call) -> Response:
    """All release policies in a new order."""
    project = store.project_of(world, call.path["project"])["key"]
    keys = [str(key) for key in listed(call, "keys")]
    known = {one["key"]: one for one in _ranked(world, project)}
    if sorted(keys) != sorted(known):
        raise RefusedError(400, "The body must be the keys of all release policies")
    return json_response([_kept(world, project, {**known[key], "rank": rank}) for rank, key in enumerate(keys, 1)])


def delete_policy(world: World, call: Call) -> Response:
    """Remove a release policy."""
    project, document = _policy(world, call)
    _policies(world).delete(f"{project}/{document['key']}")
    return Response(status_code=204)


def _policy(world: World, call: Call) -> tuple[str, Document]:
    project = store.project_of(world, call.path["project"])["key"]
    key = call.path["policy"]
    return project, found(_policies(world).get(f"{project}/{key}"), "release policy", key)


def _read(fields: Fields) -> Document:
    method = fields.text("releaseMethod")
    if method not in _METHODS:
        raise RefusedError(400, f"releaseMethod must be one of {', '.join(_METHODS)}")
    more = ("scope", "guardedReleaseConfig", "progressiveReleaseConfig")
    given = {name: fields.object_or(name, {}) for name in more if fields.value(name) is not None}
    return {"name": fields.text("name"), "releaseMethod": method, **given}


def _kept(world: World, project: str, document: Document) -> Document:
    _policies(world).put(f"{project}/{document['key']}", document, parent=project)
    return document
