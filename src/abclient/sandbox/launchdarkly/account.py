"""What belongs to the account: projects, environments, audit log, usage, and whose token it is."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

from starlette.responses import Response

from ..fields import Fields
from ..statistics import generator
from ..vendor import Call, RefusedError, json_response
from ..world import Document, World
from . import store
from .bodies import MEMBER
from .experiments import whole
from .lists import found, listed, page
from .views import link

_DAY = 86_400_000
_ENTRIES = 45
_LARGEST_PAGE = 20


def list_projects(world: World, call: Call) -> Response:
    """One page of the projects."""
    expand = call.query.get("expand") == "environments"
    return page(
        call, "/api/v2/projects", store.projects(world).find(), show=lambda one: _project(one, environments=expand)
    )


def get_project(world: World, call: Call) -> Response:
    """One project."""
    document = store.project_of(world, call.path["project"])
    return json_response(_project(document, environments=call.query.get("expand") == "environments"))


def list_environments(world: World, call: Call) -> Response:
    """One page of the environments of a project."""
    project = store.project_of(world, call.path["project"])
    path = f"/api/v2/projects/{quote(project['key'])}/environments"
    return page(call, path, project["environments"], show=lambda key: _environment(project, key))


def get_environment(world: World, call: Call) -> Response:
    """One environment."""
    project = store.project_of(world, call.path["project"])
    key = call.path["environment"]
    store.environment_of(world, project["key"], key)
    return json_response(_environment(project, key))


def _project(document: Document, *, environments: bool) -> dict[str, Any]:
    key = document["key"]
    view: dict[str, Any] = {
        "_id": document["id"],
        "key": key,
        "name": key.capitalize(),
        "includeInSnippetByDefault": False,
        "tags": [],
        "_links": {"self": link(f"/api/v2/projects/{quote(key)}")},
    }
    if environments:
        items = [_environment(document, name) for name in document["environments"]]
        view["environments"] = {"items": items, "totalCount": len(items), "_links": {}}
    return view


def _environment(project: Document, key: str) -> dict[str, Any]:
    path = f"/api/v2/projects/{quote(project['key'])}/environments/{quote(key)}"
    return {
        "_id": f"{0x5AB0_E000_0000_0000_0000_0000 + project['environments'].index(key):024x}",
        "key": key,
        "name": key.capitalize(),
        "apiKey": f"sdk-sandbox-{key}",
        "mobileKey": f"mob-sandbox-{key}",
        "color": "417505",
        "defaultTtl": 0,
        "secureMode": False,
        "defaultTrackEvents": False,
        "requireComments": False,
        "confirmChanges": False,
        "tags": [],
        "critical": key == "production",
        "_links": {"self": link(path)},
    }


def list_entries(world: World, call: Call) -> Response:
    """One page of the audit log, the newest entries first."""
    limit = whole(call.query, "limit", 10, least=1)
    if limit > _LARGEST_PAGE:
        raise RefusedError(400, f"limit must be {_LARGEST_PAGE} or less")
    if call.request.method == "POST":
        _statements(call)
    before, after = whole(call.query, "before", 2**53, least=0), whole(call.query, "after", 0, least=0)
    words = call.query.get("q", "").lower()
    entries = [one for one in _entries(world) if after < one["date"] < before and words in one["title"].lower()]
    links: dict[str, Any] = {"self": link("/api/v2/auditlog")}
    if len(entries) > limit:
        kept = {name: value for name, value in call.query.items() if name not in ("before", "limit")}
        query = urlencode({**kept, "limit": limit, "before": entries[limit - 1]["date"]})
        links["next"] = link(f"/api/v2/auditlog?{query}")
    return json_response({"items": entries[:limit], "_links": links})


def get_entry(world: World, call: Call) -> Response:
    """One entry, with what was before and after."""
    wanted = call.path["entry"]
    entry = found(next((one for one in _entries(world) if one["_id"] == wanted), None), "entry", wanted)
    return json_response({**entry, "previousVersion": {"on": False}, "currentVersion": {"on": True}})


def count_entries(world: World, call: Call) -> Response:
    """How many entries there are, by time."""
    _statements(call)
    end = world.today * 1000
    after, before = whole(call.query, "after", 0, least=0), whole(call.query, "before", end, least=0)
    pieces = whole(call.query, "buckets", 10, least=1)
    if "after" not in call.query or after >= before:
        raise RefusedError(400, "after is required, and must be before before")
    length = max(1, (before - after) // pieces)
    dates = [one["date"] for one in _entries(world)]
    buckets = [
        {"timestamp": start, "count": sum(start <= date < start + length for date in dates)}
        for start in range(after, after + length * pieces, length)
    ]
    total = sum(one["count"] for one in buckets)
    return json_response({"buckets": buckets, "totalCount": total, "bucketIntervalMs": length})


def _statements(call: Call) -> None:
    for place, one in enumerate(listed(call, "statements") if call.body else []):
        if Fields(one, f"[{place}]").text("effect") not in ("allow", "deny"):
            raise RefusedError(400, f"[{place}].effect must be allow or deny")


def _entries(world: World) -> list[Document]:
    """Entries about the first experiments, as if they had been started one after the other."""
    experiments = store.experiments(world).find(limit=_ENTRIES)
    end = world.today * 1000
    return [
        {
            "_id": f"{0xA0D1_0000_0000_0000_0000_0000 + place:024x}",
            "_accountId": "5ab0acc05ab0acc05ab0acc0",
            "date": end - place * 7_200_000,
            "accesses": [{"action": "updateExperiment", "resource": _resource(one)}],
            "kind": "experiment",
            "name": one["name"],
            "description": "- Started an iteration",
            "shortDescription": "Started an iteration",
            "titleVerb": "started an iteration of",
            "title": f"Ariel Flores started an iteration of {one['name']}",
            "relatedExperiment": {"key": one["key"]},
            "member": {"_id": MEMBER, "email": "ariel@example.com", "firstName": "Ariel", "lastName": "Flores"},
            "_links": {"self": link(f"/api/v2/auditlog/{0xA0D1_0000_0000_0000_0000_0000 + place:024x}")},
        }
        for place, one in enumerate(experiments)
    ]


def _resource(experiment: Document) -> str:
    return f"proj/{experiment['project']}:env/{experiment['environment']}:experiment/{experiment['key']}"


def get_usage(world: World, call: Call) -> Response:
    """How much experiments used, by day."""
    end = whole(call.query, "to", world.today * 1000, least=0)
    start = whole(call.query, "from", end - 7 * _DAY, least=0)
    if start > end:
        raise RefusedError(400, "from must not be later than to")
    rng = generator(world.seed, call.path.get("kind", ""), "usage")
    adding = call.query.get("aggregationType", "month_to_date") == "month_to_date"
    series: list[dict[str, int]] = []
    total = 0
    for moment in range(start, end, _DAY):
        count = rng.randint(500, 5000)
        total += count
        # Named by the place of what it is grouped by; in the edition before, there was one of each time.
        series.append({"time": moment, "0" if store.is_today(world) else "value": total if adding else count})
    path = f"/api/v2/usage/experimentation?{urlencode({'from': start, 'to': end})}"
    return json_response({"metadata": [{"source": "all"}], "series": series, "_links": {"self": link(path)}})


def get_identity(world: World, call: Call) -> Response:
    """Whose token it is."""
    view = {
        "accountId": "5ab0acc05ab0acc05ab0acc0",
        "authKind": "token",
        "tokenKind": "auth",
        "tokenName": "sandbox",
        "memberId": MEMBER,
        "serviceToken": False,
    }
    return json_response(view)


def get_versions(world: World, call: Call) -> Response:
    """The versions of the API."""
    version = call.headers.get("ld-api-version", "")
    view = {
        "validVersions": [20210729, 20191212, 20220603, 20240415],
        "latestVersion": 20240415,
        "currentVersion": 20240415,
        "beta": version == "beta",
    }
    return json_response(view)
