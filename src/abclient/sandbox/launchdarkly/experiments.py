"""Experiments and iterations: list, get, create, patch."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from starlette.datastructures import QueryParams
from starlette.responses import Response

from ..fields import Fields
from ..vendor import Call, RefusedError, json_bytes, json_response
from ..world import Document, World
from . import store
from .bodies import read_experiment, read_iteration
from .patching import apply
from .views import EXPANDABLE, experiment_view, experiments_path, iteration_view, link

_STATUSES = frozenset({"not_started", "running", "stopped"})
_LIFECYCLE = frozenset({"active", "archived"})
_SEMANTIC = "domain-model=launchdarkly.semanticpatch"
_KEPT = ("filter", "expand", "lifecycleState")


def list_experiments(world: World, call: Call) -> Response:
    """One page of an environment's experiments."""
    parent = store.environment_of(world, call.path["project"], call.path["environment"])
    path = experiments_path(call.path["project"], call.path["environment"])
    return _page(world, call, [parent], path)


def list_project_experiments(world: World, call: Call) -> Response:
    """One page of the experiments of all environments of a project."""
    project = store.project_of(world, call.path["project"])
    parents = [f"{project['key']}/{environment}" for environment in project["environments"]]
    return _page(world, call, parents, f"/api/v2/projects/{quote(project['key'])}/experiments")


def _page(world: World, call: Call, parents: list[str], path: str) -> Response:
    limit = whole(call.query, "limit", 20, least=1)
    offset = whole(call.query, "offset", 0, least=0)
    tags, expand = _filter(call.query), _expand(call.query)
    kept = store.experiments(world)

    def page() -> bytes:
        total = sum(kept.count(parent=parent, tags=tags) for parent in parents)
        found: list[Document] = []
        skip = offset
        for parent in parents:
            found += kept.find(parent=parent, tags=tags, limit=limit - len(found), offset=skip)
            skip = max(0, skip - kept.count(parent=parent, tags=tags))
        view = {
            "items": [experiment_view(experiment, expand, today=store.is_today(world)) for experiment in found],
            "total_count": total,
            "_links": _page_links(path, call.query, limit, offset, total),
        }
        return json_bytes(view)

    # The query as a whole belongs to the key: the links repeat it.
    body = world.memo(("getExperiments", path, str(call.query)), page)
    return Response(body, media_type="application/json")


def get_experiment(world: World, call: Call) -> Response:
    """One experiment."""
    expand = _expand(call.query)
    key = ("getExperiment", *call.path.values(), *sorted(expand))
    today = store.is_today(world)
    body = world.memo(
        key, lambda: json_bytes(experiment_view(store.experiment_of(world, call.path), expand, today=today))
    )
    return Response(body, media_type="application/json")


def create_experiment(world: World, call: Call) -> Response:
    """A new experiment; its iteration is a draft until it is started."""
    project, environment = call.path["project"], call.path["environment"]
    parent = store.environment_of(world, project, environment)
    experiment = read_experiment(world, project, environment, call.json())
    if store.experiments(world).get(f"{parent}/{experiment['key']}") is not None:
        raise RefusedError(409, f"An experiment with the key {experiment['key']} already exists")
    store.keep(world, experiment)
    return json_response(experiment_view(experiment, EXPANDABLE, today=store.is_today(world)), 201)


def create_iteration(world: World, call: Call) -> Response:
    """A new draft, in place of one that was not started."""
    experiment = store.experiment_of(world, call.path)
    iteration = read_iteration(world, call.path["project"], Fields(call.json()))
    experiment["iterations"] = [*store.started(experiment), iteration]
    store.keep(world, experiment)
    return json_response(iteration_view(call.path["project"], iteration, today=store.is_today(world)))


def patch_experiment(world: World, call: Call) -> Response:
    """Carry out the instructions of a semantic patch, all or none."""
    experiment = store.experiment_of(world, call.path)
    instructions = read_instructions(call)
    for instruction in instructions:
        apply(world, experiment, instruction)
    store.keep(world, experiment)
    return json_response(experiment_view(experiment, today=store.is_today(world)))


def read_instructions(call: Call) -> list[Fields]:
    """The instructions of a semantic patch, which its content type must say it is."""
    content_type = call.headers.get("content-type", "").replace(" ", "").lower()
    if _SEMANTIC not in content_type.split(";"):
        raise RefusedError(
            400, f"The body is read as a JSON Patch; a semantic patch needs the Content-Type with {_SEMANTIC}"
        )
    fields = Fields(call.json())
    fields.text_or("comment", "")
    instructions = fields.objects("instructions")
    if not instructions:
        raise RefusedError(400, "instructions must not be empty")
    return instructions


def whole(query: QueryParams, name: str, default: int, *, least: int) -> int:
    """A whole number from a query."""
    text = query.get(name)
    if text is None:
        return default
    if not text.isascii() or not text.isdigit() or not least <= int(text[:19]) or len(text) > 18:
        raise RefusedError(400, f"{name} must be an integer of {least} or more")
    return int(text)


def _filter(query: QueryParams) -> dict[str, set[str]]:
    tags = {"lifecycleState": _listed(query.get("lifecycleState", "active"), "lifecycleState", _LIFECYCLE)}
    for part in filter(None, query.get("filter", "").split(",")):
        name, colon, value = part.partition(":")
        if not colon or name not in {"flagKey", "metricKey", "status"}:
            raise RefusedError(400, f"filter does not know {part}; it takes flagKey, metricKey, status as field:value")
        if name == "status" and value not in _STATUSES:
            raise RefusedError(400, f"filter does not know the status {value}")
        tags[name] = {value}
    return tags


def _expand(query: QueryParams) -> set[str]:
    return _listed(query.get("expand", ""), "expand", EXPANDABLE)


def _listed(text: str, name: str, known: frozenset[str]) -> set[str]:
    values = set(filter(None, (part.strip() for part in text.split(","))))
    if unknown := sorted(values - known):
        raise RefusedError(400, f"{name} does not know {', '.join(unknown)}")
    return values


def _page_links(path: str, query: QueryParams, limit: int, offset: int, total: int) -> Mapping[str, object]:
    kept = {name: query[name] for name in _KEPT if name in query}

    def page(start: int) -> dict[str, str]:
        return link(f"{path}?{urlencode({'limit': limit, 'offset': start, **kept})}")

    links = {"self": page(offset)}
    if offset:
        links |= {"first": page(0), "prev": page(max(0, offset - limit))}
    if offset + limit < total:
        links |= {"next": page(offset + limit), "last": page((total - 1) // limit * limit)}
    return links
