"""Metrics and groups of metrics."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from starlette.responses import Response

from ..fields import Fields
from ..vendor import Call, RefusedError, json_response
from ..world import Document, World
from . import store
from .bodies import MEMBER, now
from .lists import found, page, patched
from .views import link

_KINDS = ("pageview", "click", "custom", "trace")
_NEEDED = {"click": ("selector", "urls"), "pageview": ("urls",), "custom": ("eventKey",), "trace": ("traceQuery",)}
_FIXED = ("_id", "_versionId", "_version", "_creationDate", "_links", "key")
_GROUP_KINDS = ("funnel", "standard")


def list_metrics(world: World, call: Call) -> Response:
    """One page of the metrics of a project."""
    project = store.project_of(world, call.path["project"])["key"]
    items = [one for one in store.metrics(world).find() if one.get("project", project) == project]
    return page(call, f"/api/v2/metrics/{quote(project)}", items, show=lambda one: _view(world, project, one), most=50)


def get_metric(world: World, call: Call) -> Response:
    """One metric, with the experiments that use it if they are asked for."""
    project, document = _metric(world, call)
    view = _view(world, project, document)
    expand = call.query.get("expand", "").split(",")
    if "experiments" in expand or "experimentCount" in expand:
        using = store.experiments(world).find(tags={"metricKey": {document["key"]}})
        view["experimentCount"] = len(using)
        if "experiments" in expand:
            view["experiments"] = [_dependent(one) for one in using]
    return json_response(view)


def create_metric(world: World, call: Call) -> Response:
    """A new metric; what it needs depends on its kind."""
    project = store.project_of(world, call.path["project"])["key"]
    fields = Fields(call.json())
    key, kind = fields.text("key"), fields.text("kind")
    if kind not in _KINDS:
        raise RefusedError(400, f"kind must be one of {', '.join(_KINDS)}")
    for name in _NEEDED[kind]:
        if not fields.value(name):
            raise RefusedError(400, f"{name} is required for metrics of the kind {kind}")
    if fields.boolean_or("isNumeric", default=False) and not (fields.value("successCriteria") and fields.value("unit")):
        raise RefusedError(400, "successCriteria and unit are required for numeric metrics")
    if store.metrics(world).get(f"{project}/{key}") is not None:
        raise RefusedError(409, f"A metric with the key {key} already exists")
    body: dict[str, Any] = call.json()
    document = {"name": key, **body, "project": project, "id": store.object_id(world), "created": now(), "version": 1}
    store.metrics(world).put(f"{project}/{key}", document)
    return json_response(_view(world, project, document), 201)


def patch_metric(world: World, call: Call) -> Response:
    """A metric after a JSON patch; each makes a new version of it."""
    project, document = _metric(world, call)
    before = _view(world, project, document)
    after = patched(before, call.json())
    if any(after.get(name) != before.get(name) for name in _FIXED):
        raise RefusedError(400, "key and what begins with an underscore cannot be changed")
    kept = {name: value for name, value in after.items() if name not in _FIXED}
    kept |= {name: document[name] for name in ("key", "id", "created", "project") if name in document}
    kept["version"] = document.get("version", 1) + 1
    store.metrics(world).put(f"{project}/{document['key']}", kept)
    return json_response(_view(world, project, kept))


def delete_metric(world: World, call: Call) -> Response:
    """Remove a metric that nothing uses."""
    project, document = _metric(world, call)
    if store.experiments(world).count(tags={"metricKey": {document["key"]}}):
        raise RefusedError(409, f"The metric {document['key']} is used by experiments")
    store.metrics(world).delete(f"{project}/{document['key']}")
    return Response(status_code=204)


def _metric(world: World, call: Call) -> tuple[str, Document]:
    project = store.project_of(world, call.path["project"])["key"]
    key = call.path["metric"]
    return project, found(store.metrics(world).get(f"{project}/{key}"), "metric", key)


def _view(world: World, project: str, document: Document) -> dict[str, Any]:
    key, created = document["key"], document.get("created", world.today * 1000)
    version = document.get("version", 1)
    more = {name: value for name, value in document.items() if name not in ("id", "created", "project", "version")}
    return {
        "_id": document.get("id", f"{0x1EAF_0000_0000_0000_0000_0000 + sum(key.encode()):024x}"),
        "_versionId": f"{key}-{version}",
        "_version": version,
        "tags": [],
        "isNumeric": False,
        "eventKey": key,
        "_creationDate": created,
        "dataSource": {"key": "launchdarkly"},
        "analysisType": "mean",
        "_links": {
            "self": link(f"/api/v2/metrics/{quote(project)}/{quote(key)}"),
            "parent": link(f"/api/v2/metrics/{quote(project)}"),
        },
        **more,
    }


def _dependent(experiment: Document) -> dict[str, Any]:
    environment = experiment["environment"]
    return {
        "key": experiment["key"],
        "name": experiment["name"],
        "environmentId": environment,
        "environmentKey": environment,
        "creationDate": experiment["created"],
        "_links": {},
    }


def list_groups(world: World, call: Call) -> Response:
    """One page of the groups of metrics of a project."""
    project = store.project_of(world, call.path["project"])["key"]
    path = f"/api/v2/projects/{quote(project)}/metric-groups"
    return page(call, path, store.metric_groups(world).find(parent=project), most=50)


def get_group(world: World, call: Call) -> Response:
    """One group of metrics."""
    return json_response(_group(world, call))


def create_group(world: World, call: Call) -> Response:
    """A new group of metrics that exist."""
    project = store.project_of(world, call.path["project"])["key"]
    fields = Fields(call.json())
    key, kind = fields.text("key"), fields.text("kind")
    if kind not in _GROUP_KINDS:
        raise RefusedError(400, f"kind must be one of {', '.join(_GROUP_KINDS)}")
    if store.metric_groups(world).get(f"{project}/{key}") is not None:
        raise RefusedError(409, f"A group of metrics with the key {key} already exists")
    member = fields.text("maintainerId")
    document = {
        "_id": store.object_id(world),
        "key": key,
        "name": fields.text("name"),
        "kind": kind,
        "description": fields.text_or("description", ""),
        "_links": {"self": link(f"/api/v2/projects/{quote(project)}/metric-groups/{quote(key)}")},
        "tags": fields.texts_or("tags", []),
        "_creationDate": now(),
        "_lastModified": now(),
        "maintainer": {"key": member or MEMBER, "kind": "member"},
        "metrics": _members(world, project, kind, fields),
        "_version": 1,
    }
    _keep(world, project, document)
    return json_response(document, 201)


def patch_group(world: World, call: Call) -> Response:
    """A group after a JSON patch."""
    document = _group(world, call)
    after = patched(document, call.json())
    if any(after.get(name) != document.get(name) for name in ("_id", "key", "kind")):
        raise RefusedError(400, "key, kind and what begins with an underscore cannot be changed")
    if after.get("metrics") != document["metrics"]:
        after["metrics"] = _members(world, call.path["project"], document["kind"], Fields(after))
    after |= {"_version": document["_version"] + 1, "_lastModified": now()}
    _keep(world, call.path["project"], after)
    return json_response(after)


def delete_group(world: World, call: Call) -> Response:
    """Remove a group; its metrics stay."""
    document = _group(world, call)
    project = call.path["project"]
    store.metric_groups(world).delete(f"{project}/{document['key']}")
    return Response(status_code=204)


def _group(world: World, call: Call) -> Document:
    project = store.project_of(world, call.path["project"])["key"]
    key = call.path["group"]
    return found(store.metric_groups(world).get(f"{project}/{key}"), "metric group", key)


def _keep(world: World, project: str, document: Document) -> None:
    store.metric_groups(world).put(f"{project}/{document['key']}", document, parent=project)


def _members(world: World, project: str, kind: str, fields: Fields) -> list[Document]:
    """The metrics of a group; those of a funnel are its steps, which have names."""
    members = [_member(world, project, kind, item) for item in fields.objects("metrics")]
    if not members:
        raise RefusedError(400, f"{fields.name('metrics')} must not be empty")
    if len({one["key"] for one in members}) < len(members):
        raise RefusedError(400, f"{fields.name('metrics')} has a metric twice")
    return members


def _member(world: World, project: str, kind: str, fields: Fields) -> Document:
    key = fields.text("key")
    known = store.metrics(world).get(f"{project}/{key}")
    if known is None:
        raise RefusedError(400, f"{fields.name('key')} is an unknown metric: {key}")
    return {
        "key": key,
        "_versionId": f"{key}-1",
        "name": known["name"],
        "kind": known["kind"],
        "nameInGroup": fields.text("nameInGroup") if kind == "funnel" else fields.text_or("nameInGroup", known["name"]),
        "_links": {"self": link(f"/api/v2/metrics/{quote(project)}/{quote(key)}")},
    }
