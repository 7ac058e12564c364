"""Holdouts and layers, which limit the traffic of experiments."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from starlette.responses import Response

from ..fields import Fields
from ..vendor import Call, RefusedError, json_response
from ..world import Document, World
from . import store
from .bodies import MEMBER, now
from .experiments import read_instructions
from .lists import found, page
from .views import experiment_view, link


def list_holdouts(world: World, call: Call) -> Response:
    """One page of the holdouts of an environment, in short."""
    parent = store.environment_of(world, call.path["project"], call.path["environment"])
    path = f"/api/v2/projects/{quote(call.path['project'])}/environments/{quote(call.path['environment'])}/holdouts"
    return page(
        call,
        path,
        store.holdouts(world).find(parent=parent),
        show=lambda one: (
            {name: one[name] for name in ("_id", "key", "name", "status", "createdAt", "updatedAt")}
            | {"experiments": _related(world, one)}
        ),
        total="total_count",
    )


def get_holdout(world: World, call: Call) -> Response:
    """One holdout, with its experiments in full."""
    parent, document = _holdout(world, call)
    view = _view(world, document)
    view.pop("experiments")
    related = [experiment_view(one, today=True) for one in _experiments(world, parent, document)]
    return json_response({**view, "isDirty": False, "relatedExperiments": related})


def get_holdout_by_id(world: World, call: Call) -> Response:
    """One holdout by its id."""
    parent = store.environment_of(world, call.path["project"], call.path["environment"])
    wanted = call.path["holdout_id"]
    documents = (one for one in store.holdouts(world).find(parent=parent) if one["_id"] == wanted)
    return json_response(_view(world, found(next(documents, None), "holdout", wanted)))


def create_holdout(world: World, call: Call) -> Response:
    """A new holdout, with the experiment that measures it."""
    project, environment = call.path["project"], call.path["environment"]
    parent = store.environment_of(world, project, environment)
    fields = Fields(call.json())
    key, amount = fields.text("key"), _amount(fields)
    if store.holdouts(world).get(f"{parent}/{key}") is not None:
        raise RefusedError(400, f"A holdout with the key {key} already exists")
    taken = sum(
        float(one["holdoutAmount"]) for one in store.holdouts(world).find(parent=parent) if one["status"] != "ended"
    )
    if taken + float(amount) > 100:
        raise RefusedError(400, f"holdoutamount is too large: {taken:g} percent are held out already")
    primary = fields.text("primarymetrickey")
    for item in [*fields.objects("metrics"), Fields({"key": primary}, "primarymetrickey")]:
        if store.metrics(world).get(f"{project}/{item.text('key')}") is None:
            raise RefusedError(400, f"{item.name('key')} is an unknown metric: {item.text('key')}")
    document: Document = {
        "_id": store.object_id(world),
        "project": project,
        "environment": environment,
        "key": key,
        "name": fields.text("name"),
        "description": fields.text_or("description", ""),
        "status": "created",
        "holdoutAmount": amount,
        "metric": primary,
        "maintainer": fields.text_or("maintainerId", MEMBER),
        "createdAt": now(),
        "updatedAt": now(),
        "removed": [],
    }
    store.holdouts(world).put(f"{parent}/{key}", document, parent=parent)
    return json_response(_view(world, document), 201)


def _amount(fields: Fields) -> str:
    text = fields.text("holdoutamount")
    try:
        valid = 0 < float(text) <= 100
    except ValueError:
        valid = False
    if not valid:
        raise RefusedError(400, "holdoutamount must be a number above 0 and up to 100, as a string")
    return text


def patch_holdout(world: World, call: Call) -> Response:
    """A holdout after a semantic patch."""
    parent, document = _holdout(world, call)
    for one in read_instructions(call):
        kind = one.text("kind")
        if kind == "endHoldout":
            if document["status"] == "ended":
                raise RefusedError(400, "The holdout has ended already")
            document["status"] = "ended"
        elif kind == "removeExperiment":
            held, gone = [each["key"] for each in _experiments(world, parent, document)], one.text("value")
            if gone not in held:
                raise RefusedError(400, f"{one.name('value')} is not an experiment of the holdout: {gone}")
            document["removed"] = [*document["removed"], gone]
        elif kind == "updateName":
            document["name"] = one.text("value")
        elif kind == "updateDescription":
            document["description"] = one.text_or("value", "")
        else:
            raise RefusedError(400, f"{one.name('kind')} is not a known instruction: {kind}")
    document["updatedAt"] = now()
    store.holdouts(world).put(f"{parent}/{document['key']}", document, parent=parent)
    return json_response(_view(world, document))


def _holdout(world: World, call: Call) -> tuple[str, Document]:
    parent = store.environment_of(world, call.path["project"], call.path["environment"])
    key = call.path["holdout"]
    return parent, found(store.holdouts(world).get(f"{parent}/{key}"), "holdout", key)


def _experiments(world: World, parent: str, document: Document) -> list[Document]:
    """The experiments that it holds units out of: those that name it."""
    everything = store.experiments(world).find(parent=parent)
    return [
        one for one in everything if one.get("holdoutId") == document["_id"] and one["key"] not in document["removed"]
    ]


def _related(world: World, document: Document) -> list[dict[str, str]]:
    parent = f"{document['project']}/{document['environment']}"
    return [
        {"key": one["key"], "name": one["name"], "environment": one["environment"]}
        for one in _experiments(world, parent, document)
    ]


def _view(world: World, document: Document) -> dict[str, Any]:
    names = ("_id", "status", "description", "holdoutAmount", "createdAt", "updatedAt")
    base: Document = {
        "key": document["key"],
        "name": document["name"],
        "_maintainerId": document["maintainer"],
        "_creationDate": document["createdAt"],
        "environmentKey": document["environment"],
        "type": "holdout",
        "_links": {},
    }
    return {name: document[name] for name in names} | {
        "baseExperiment": base,
        "experiments": _related(world, document),
    }


def list_layers(world: World, call: Call) -> Response:
    """All layers of a project, or those in which an experiment has a share."""
    project = store.project_of(world, call.path["project"])["key"]
    layers = store.layers(world).find(parent=project)
    if condition := call.query.get("filter"):
        field, _, key = condition.partition(" contains ")
        if field != "reservations.experimentKey" or not key:
            raise RefusedError(400, f"filter does not know {condition}")
        layers = [one for one in layers if any(key == r["experimentKey"] for r in _reservations(one))]
    path = f"/api/v2/projects/{quote(project)}/layers"
    return json_response({"items": layers, "totalCount": len(layers), "_links": {"self": link(path)}})


def _reservations(layer: Document) -> list[Document]:
    return [one for config in layer["environments"].values() for one in config["reservations"]]


def create_layer(world: World, call: Call) -> Response:
    """A new layer, in which nothing is reserved."""
    project = store.project_of(world, call.path["project"])["key"]
    fields = Fields(call.json())
    key = fields.text("key")
    if store.layers(world).get(f"{project}/{key}") is not None:
        raise RefusedError(400, f"A layer with the key {key} already exists")
    document: Document = {
        "key": key,
        "name": fields.text("name"),
        "description": fields.text_or("description", ""),
        "createdAt": now(),
        "environments": {},
    }
    store.layers(world).put(f"{project}/{key}", document, parent=project)
    return json_response(document, 201)


def patch_layer(world: World, call: Call) -> Response:
    """A layer after a semantic patch."""
    project = store.project_of(world, call.path["project"])["key"]
    key = call.path["layer"]
    layer = found(store.layers(world).get(f"{project}/{key}"), "layer", key)
    environment = Fields(call.json()).text_or("environmentKey", "")
    for one in read_instructions(call):
        kind = one.text("kind")
        if kind in ("updateName", "updateDescription"):
            name = kind.removeprefix("update").lower()
            layer[name] = one.text("name") if name == "name" else one.text_or(name, "")
        elif kind in ("updateExperimentReservation", "removeExperiment"):
            _reserve(world, project, layer, environment, one)
        else:
            raise RefusedError(400, f"{one.name('kind')} is not a known instruction: {kind}")
    store.layers(world).put(f"{project}/{key}", layer, parent=project)
    return json_response(layer)


def _reserve(world: World, project: str, layer: Document, environment: str, one: Fields) -> None:
    if not environment:
        raise RefusedError(400, f"environmentKey is required for {one.text('kind')}")
    parent = store.environment_of(world, project, environment)
    key = one.text("experimentKey")
    experiment = found(store.experiments(world).get(f"{parent}/{key}"), "experiment", key)
    config = layer["environments"].setdefault(environment, {"reservations": []})
    kept = [each for each in config["reservations"] if each["experimentKey"] != key]
    if one.text("kind") == "updateExperimentReservation":
        percent = one.integer("reservationPercent")
        if percent < 0 or percent + sum(each["reservationPercent"] for each in kept) > 100:
            raise RefusedError(400, f"{one.name('reservationPercent')} leaves less than nothing of the layer")
        flag = next(iter(experiment["iterations"][-1]["flags"]))
        kept.append({"experimentKey": key, "flagKey": flag, "reservationPercent": percent})
    config["reservations"] = kept
