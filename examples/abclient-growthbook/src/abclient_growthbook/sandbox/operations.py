"""All operations that this distribution's client uses."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from abclient.sandbox.shapes import (
    Shape,
    anything,
    boolean,
    list_of,
    map_of,
    name_text,
    number,
    one_of,
    optional,
    read_changes,
    read_new,
    record,
    required,
    text,
)
from abclient.sandbox.vendor import Call, Handler, Operation, RefusedError, json_response
from abclient.sandbox.world import Document, World

from . import store
from .experiments import EXPERIMENT, change, new_experiment, start, stop
from .results import filters, get_results, list_results, post_snapshot

_SETTINGS = {
    "statsEngine": optional(text),
    "confidenceLevel": optional(number),
    "pValueThreshold": optional(number),
}
_PROJECT: Shape = {
    "name": required(name_text),
    "description": optional(text, ""),
    "publicId": optional(text),
    "settings": optional(record(_SETTINGS)),
}
_SWITCHES = optional(map_of(record({"enabled": required(boolean)})))
_FEATURE: Shape = {
    "id": required(name_text),
    "valueType": required(one_of("boolean", "string", "number", "json")),
    "defaultValue": required(text),
    "archived": optional(boolean, default=False),
    "description": optional(text, ""),
    "owner": optional(text, ""),
    "project": optional(text, ""),
    "tags": optional(list_of(text), []),
    "rules": optional(list_of(anything), []),
    "environments": _SWITCHES,
    "prerequisites": optional(list_of(text), []),
    "jsonSchema": optional(text),
    "customFields": optional(map_of(anything)),
}
ENVIRONMENTS = ("production", "dev")


def _get(kind: str, name: str, called: str = "") -> Handler:
    return lambda world, call: store.envelope(name, store.find(world, kind, call.path["id"], called))


def _list(kind: str, name: str, *tags: tuple[str, str]) -> Handler:
    """A list, with the tags by which it is asked for and their names in queries."""
    return lambda world, call: store.list_of(
        world, call, kind, name, {tag: call.query.get(query) for tag, query in tags}
    )


def _delete(kind: str) -> Handler:
    def handle(world: World, call: Call) -> Response:
        store.find(world, kind, call.path["id"])
        store.documents(world, kind).delete(call.path["id"])
        return json_response({"deletedId": call.path["id"]})

    return handle


def _put(world: World, kind: str, document: Document) -> Response:
    store.keep(world, kind, document)
    return store.envelope(kind, document)


def _post_project(world: World, call: Call) -> Response:
    body = read_new(_PROJECT, call.json())
    made = {"id": store.new_id(world, "prj"), "dateCreated": store.NOW, "dateUpdated": store.NOW}
    return _put(world, "project", {"publicId": body["name"].lower().replace(" ", "-"), **body, **made})


def _change_project(world: World, call: Call) -> Response:
    project = store.find(world, "project", call.path["id"])
    changes = read_changes(_PROJECT, call.json())
    settings = {**project.get("settings", {}), **changes.pop("settings", {})}
    return _put(world, "project", project | changes | ({"settings": settings} if settings else {}))


def _post_feature(world: World, call: Call) -> Response:
    body = read_new(_FEATURE, call.json())
    if store.documents(world, "feature").get(body["id"]) is not None:
        raise RefusedError(400, f"Feature id '{body['id']}' already exists.")
    return _put(world, "feature", new_feature(body))


def new_feature(body: Document) -> Document:
    """A feature, on where the body says so."""
    given: dict[str, Any] = body.get("environments") or {}
    environments = {
        name: {"enabled": given.get(name, {}).get("enabled", False), "defaultValue": body["defaultValue"]}
        for name in ENVIRONMENTS
    }
    revision = {"version": 1, "comment": "", "date": store.NOW}
    about = {"dateCreated": store.NOW, "dateUpdated": store.NOW, "revision": revision, "environments": environments}
    return {name: value for name, value in body.items() if name != "jsonSchema"} | about


def _change_feature(world: World, call: Call) -> Response:
    feature = store.find(world, "feature", call.path["id"])
    fixed = ("id", "valueType")
    changes = read_changes({name: one for name, one in _FEATURE.items() if name not in fixed}, call.json())
    wanted: dict[str, Document] = changes.pop("environments", None) or {}
    switched = _switched(feature, {name: one["enabled"] for name, one in wanted.items()})
    changes.pop("jsonSchema", None)
    return _put(world, "feature", _revised(feature | changes | {"environments": switched}))


def _toggle_feature(world: World, call: Call) -> Response:
    feature = store.find(world, "feature", call.path["id"])
    body = read_new({"environments": required(map_of(boolean)), "reason": optional(text)}, call.json())
    return _put(world, "feature", _revised(feature | {"environments": _switched(feature, body["environments"])}))


def _switched(feature: Document, wanted: dict[str, bool]) -> dict[str, Any]:
    environments: dict[str, Any] = feature["environments"]
    for name in wanted.keys() - environments.keys():
        raise RefusedError(400, f"Unknown environment: '{name}'")
    return environments | {name: {**environments[name], "enabled": on} for name, on in wanted.items()}


def _revised(feature: Document) -> Document:
    revision = feature["revision"]
    return feature | {"dateUpdated": store.NOW, "revision": {**revision, "version": revision["version"] + 1}}


def _list_experiments(world: World, call: Call) -> Response:
    return store.list_of(world, call, "experiment", "experiments", filters(call))


def _post_experiment(world: World, call: Call) -> Response:
    return _put(world, "experiment", new_experiment(world, read_new(EXPERIMENT, call.json())))


def _change_experiment(world: World, call: Call) -> Response:
    experiment = store.find(world, "experiment", call.path["id"])
    return _put(world, "experiment", change(world, experiment, read_changes(EXPERIMENT, call.json())))


def _start_experiment(world: World, call: Call) -> Response:
    return _put(world, "experiment", start(store.find(world, "experiment", call.path["id"])))


def _stop_experiment(world: World, call: Call) -> Response:
    return _put(world, "experiment", stop(store.find(world, "experiment", call.path["id"]), call.json()))


def _list_environments(world: World, call: Call) -> Response:
    return json_response({"environments": store.documents(world, "environment").find()})


def _get_settings(world: World, call: Call) -> Response:
    return json_response({"settings": store.find(world, "settings", "organization")})


_V1, _V2 = "/api/v1", "/api/v2"
_OF_METRICS = (("project", "projectId"), ("datasource", "datasourceId"))
OPERATIONS = (
    Operation("listProjects", "GET", f"{_V1}/projects", _list("project", "projects")),
    Operation("postProject", "POST", f"{_V1}/projects", _post_project),
    Operation("getProject", "GET", f"{_V1}/projects/{{id}}", _get("project", "project")),
    Operation("putProject", "PUT", f"{_V1}/projects/{{id}}", _change_project),
    Operation("deleteProject", "DELETE", f"{_V1}/projects/{{id}}", _delete("project")),
    Operation("listFeaturesV2", "GET", f"{_V2}/features", _list("feature", "features", ("project", "projectId"))),
    Operation("postFeatureV2", "POST", f"{_V2}/features", _post_feature),
    Operation("getFeatureV2", "GET", f"{_V2}/features/{{id}}", _get("feature", "feature")),
    Operation("updateFeatureV2", "POST", f"{_V2}/features/{{id}}", _change_feature),
    Operation("deleteFeatureV2", "DELETE", f"{_V2}/features/{{id}}", _delete("feature")),
    Operation("toggleFeatureV2", "POST", f"{_V2}/features/{{id}}/toggle", _toggle_feature),
    Operation("listMetrics", "GET", f"{_V1}/metrics", _list("metric", "metrics", *_OF_METRICS)),
    Operation("getMetric", "GET", f"{_V1}/metrics/{{id}}", _get("metric", "metric")),
    Operation("listFactMetrics", "GET", f"{_V1}/fact-metrics", _list("factMetric", "factMetrics", *_OF_METRICS)),
    Operation("getFactMetric", "GET", f"{_V1}/fact-metrics/{{id}}", _get("factMetric", "factMetric", "factMetric")),
    Operation("listExperiments", "GET", f"{_V1}/experiments", _list_experiments),
    Operation("postExperiment", "POST", f"{_V1}/experiments", _post_experiment),
    Operation("listExperimentResults", "GET", f"{_V1}/experiments/results", list_results),
    Operation("getExperiment", "GET", f"{_V1}/experiments/{{id}}", _get("experiment", "experiment")),
    Operation("updateExperiment", "POST", f"{_V1}/experiments/{{id}}", _change_experiment),
    Operation("postExperimentStart", "POST", f"{_V1}/experiments/{{id}}/start", _start_experiment),
    Operation("postExperimentStop", "POST", f"{_V1}/experiments/{{id}}/stop", _stop_experiment),
    Operation("getExperimentResults", "GET", f"{_V1}/experiments/{{id}}/results", get_results),
    Operation("postExperimentSnapshot", "POST", f"{_V1}/experiments/{{id}}/snapshot", post_snapshot),
    Operation("getExperimentSnapshot", "GET", f"{_V1}/snapshots/{{id}}", _get("snapshot", "snapshot")),
    Operation("listEnvironments", "GET", f"{_V1}/environments", _list_environments),
    Operation("listDataSources", "GET", f"{_V1}/data-sources", _list("dataSource", "dataSources")),
    Operation("getDataSource", "GET", f"{_V1}/data-sources/{{id}}", _get("dataSource", "dataSource")),
    Operation("getSettings", "GET", f"{_V1}/settings", _get_settings),
)
