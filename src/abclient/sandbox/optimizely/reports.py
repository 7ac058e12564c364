"""What the API tells of everything at once: search, the plan, impressions to be billed, datafiles."""

from __future__ import annotations

from datetime import date
from typing import Any

from starlette.datastructures import QueryParams
from starlette.responses import Response

from ..vendor import Call, RefusedError, json_response
from ..world import Document, World
from . import store
from .crud import named
from .kinds import ENVIRONMENT
from .lists import flag, made_page, required_id, several

_SEARCHED = ("experiment", "campaign", "feature", "audience", "page", "event", "extension")
_SHOWN = (
    *("id", "name", "key", "description", "created", "last_modified", "project_id", "status", "feature_key"),
    *("feature_name", "experiment_count"),
)
_PLATFORMS = {"web": "web", "custom": "fullstack", "ios": "fullstack", "android": "fullstack"}
_ALLOWANCE = 100_000_000


def search(world: World, call: Call) -> Response:
    """Everything with a text in its name, key or id; with ``fullsearch``, in its description too."""
    wanted = call.query.get("query")
    if wanted is None:
        raise RefusedError(400, "The query parameter query is required")
    types = several(call.query, "project_type")
    projects = {
        project["id"]: project["name"]
        for project in store.documents(world, "project").find()
        if not types or project["platform"] in types
    }
    kinds = [kind for kind in _SEARCHED if kind in (several(call.query, "type") or _SEARCHED)]
    found = [
        _search_result(kind, document, projects)
        for kind in kinds
        for document in store.documents(world, kind).find()
        if document["project_id"] in projects
        and _matches(document, wanted.lower(), full=flag(call.query, "fullsearch"))
    ]
    chosen = [row for row in found if _is_wanted(row, call.query)]
    _sort(chosen, call.query, known=_SHOWN)
    return made_page(call, chosen)


def _matches(document: Document, wanted: str, *, full: bool) -> bool:
    names = ("name", "key", "id", "description") if full else ("name", "key", "id")
    return any(wanted in str(document.get(name) or "").lower() for name in names)


def _search_result(kind: str, document: Document, projects: dict[int, str]) -> Document:
    row = {name: document[name] for name in _SHOWN if document.get(name) is not None}
    row |= {
        "type": kind,
        "project_name": projects[document["project_id"]],
        "archived": bool(document.get("archived") or document.get("status") == "archived"),
    }
    if kind in {"experiment", "campaign"}:
        row[f"{kind}_type"] = document["type"]
    return row


def _is_wanted(row: Document, query: QueryParams) -> bool:
    projects, statuses = several(query, "project_id"), several(query, "status")
    if projects and str(row["project_id"]) not in projects:
        return False
    if statuses and row.get("status") not in statuses:
        return False
    return flag(query, "archived") or not row["archived"]


def _sort(rows: list[Document], query: QueryParams, *, known: tuple[str, ...], default: str = "") -> None:
    field = query.get("sort") or default
    if not field:
        return
    if field not in known:
        raise RefusedError(400, f"sort must be one of {', '.join(known)}")
    order = query.get("order", "desc" if default else "asc")
    if order not in {"asc", "desc"}:
        raise RefusedError(400, "order must be asc or desc")
    missing = 0 if any(isinstance(row.get(field), int) for row in rows) else ""
    rows.sort(key=lambda row: row.get(field, missing), reverse=order == "desc")


def list_summaries(world: World, call: Call) -> Response:
    """Experiments and campaigns of personalization of a project in brief."""
    project = store.find(world, "project", required_id(call.query, "project_id"))
    parent, archived, status = str(project["id"]), flag(call.query, "archived"), call.query.get("status")
    found = [("experiment", one) for one in store.documents(world, "experiment").find(parent=parent)]
    found += [("campaign", one) for one in store.documents(world, "campaign").find(parent=parent)]
    rows = [
        _summary(kind, one, project)
        for kind, one in found
        if (one["type"] == "personalization") == (kind == "campaign")
    ]
    rows = [row for row in rows if (archived if row["archived"] else status in (None, row["status"]))]
    _sort(rows, call.query, known=("name", "last_modified"))
    return made_page(call, rows)


def _summary(kind: str, document: Document, project: Document) -> dict[str, Any]:
    return {
        "id": document["id"],
        "type": kind,
        **({"experiment_type": document["type"]} if kind == "experiment" else {}),
        "name": document.get("name") or document.get("key") or "",
        "description": document["description"],
        "status": document["status"],
        "archived": document["status"] == "archived",
        "created": document["created"],
        "last_modified": document["last_modified"],
        "project_id": project["id"],
        "project_name": project["name"],
    }


def get_plan(world: World, call: Call) -> Response:
    """What the account has bought, and how much of it is used."""
    usage = {
        str(project["id"]): sum(one["_visitors"] for one in _experiments(world, project))
        for project in store.documents(world, "project").find()
    }
    product = {
        "product_name": "Impressions",
        "usage": sum(usage.values()),
        "usage_allowance": _ALLOWANCE,
        "allocation_term_in_months": 12,
        "overage_cents_per_visitor": 0.0,
        "projects": usage,
        "start_time": "2024-01-01T00:00:00.000000Z",
        "end_time": "2025-01-01T00:00:00.000000Z",
        "last_update_time": "2024-06-01T00:00:00.000000Z",
    }
    plan = {
        "account_id": store.ACCOUNT,
        "plan_name": "Sandbox",
        "status": "active",
        "unit_of_measurement": "Impressions",
        "product_usages": [product],
    }
    return json_response(plan)


def _experiments(world: World, project: Document) -> list[Document]:
    return store.documents(world, "experiment").find(parent=str(project["id"]))


def get_usage(world: World, call: Call) -> Response:
    """Impressions by experiment; they do not depend on the days that are asked for."""
    check_account(call)
    query = call.query
    if _day(query, "usage_date_from") > _day(query, "usage_date_to"):
        raise RefusedError(400, "usage_date_from must be before usage_date_to")
    platforms, wanted = several(query, "platforms"), query.get("query", "")
    rows = [
        row
        for row in _usage(world)
        if (not platforms or row["platform"] in platforms)
        and (not wanted or wanted in {str(row["experiment_id"]), str(row["project_id"])})
    ]
    _sort(rows, query, known=tuple(rows[0]) if rows else ("impression_count",), default="impression_count")
    return made_page(call, rows)


def _usage(world: World) -> list[dict[str, Any]]:
    return [
        {
            "experiment_id": experiment["id"],
            "experiment_name": experiment.get("name") or "",
            "experiment_status": experiment["status"],
            "impression_count": experiment["_visitors"],
            "platform": _PLATFORMS[project["platform"]],
            "project_id": project["id"],
            "project_name": project["name"],
        }
        for project in store.documents(world, "project").find()
        for experiment in _experiments(world, project)
        if experiment["_visitors"]
    ]


def get_usage_summary(world: World, call: Call) -> Response:
    """All impressions of the account together."""
    check_account(call)
    usage = sum(row["impression_count"] for row in _usage(world))
    summary = {
        "allowance": _ALLOWANCE,
        "usage": usage,
        "usage_percentage": round(100 * usage / _ALLOWANCE, 4),
        "start_date": "2024-01-01",
        "end_date": "2024-12-31",
        "last_update_date": "2024-06-01",
    }
    return json_response(summary)


def check_account(call: Call) -> None:
    """Refuse to tell of another account than the token's."""
    if call.path["account_id"] != str(store.ACCOUNT):
        raise RefusedError(404, f"There is no account {call.path['account_id']}")


def _day(query: QueryParams, name: str) -> date:
    try:
        return date.fromisoformat(query[name])
    except KeyError:
        raise RefusedError(400, f"The query parameter {name} is required") from None
    except ValueError:
        raise RefusedError(400, f"{name} must be a day such as 2024-06-01") from None


def get_datafile(world: World, call: Call) -> Response:
    """What the SDKs load: the project's events, attributes, audiences, features and running experiments."""
    environment = named(world, ENVIRONMENT, call)
    parent = str(environment["project_id"])

    def living(kind: str) -> list[Document]:
        return [one for one in store.documents(world, kind).find(parent=parent) if not one.get("archived")]

    running = [one for one in living("experiment") if one["status"] == "running"]
    datafile = {
        "version": "4",
        "revision": str(environment["datafile"]["revision"]),
        "accountId": str(store.ACCOUNT),
        "projectId": parent,
        "environmentKey": environment["key"],
        "sdkKey": environment["datafile"]["sdk_key"],
        "attributes": [{"id": str(one["id"]), "key": one["key"]} for one in living("attribute")],
        "events": [_datafile_event(one, running) for one in living("event")],
        "audiences": [
            {"id": str(one["id"]), "name": one.get("name") or "", "conditions": one.get("conditions") or "[]"}
            for one in living("audience")
        ],
        "featureFlags": [_datafile_feature(one, running) for one in living("feature")],
        "experiments": [_datafile_experiment(one) for one in running],
        "groups": [],
        "rollouts": [],
    }
    return json_response(datafile)


def _datafile_event(event: Document, running: list[Document]) -> Document:
    using = [one for one in running if event["id"] in [metric.get("event_id") for metric in one["metrics"]]]
    return {"id": str(event["id"]), "key": event.get("key") or "", "experimentIds": [str(one["id"]) for one in using]}


def _datafile_feature(feature: Document, running: list[Document]) -> Document:
    return {
        "id": str(feature["id"]),
        "key": feature["key"],
        "experimentIds": [str(one["id"]) for one in running if one.get("feature_id") == feature["id"]],
        "variables": [
            {"id": str(one["id"]), "key": one["key"], "type": one["type"], "defaultValue": one["default_value"]}
            for one in feature["variables"]
            if not one["archived"]
        ],
    }


def _datafile_experiment(experiment: Document) -> Document:
    ends: list[Document] = []
    reached = 0
    for variation in experiment["variations"]:
        reached += variation["weight"]
        ends.append({"entityId": str(variation["variation_id"]), "endOfRange": min(10_000, reached)})
    return {
        "id": str(experiment["id"]),
        "key": experiment.get("key") or "",
        "status": "Running",
        "layerId": str(experiment["campaign_id"]),
        "variations": [
            {"id": str(one["variation_id"]), "key": one.get("key") or "", "variables": []}
            for one in experiment["variations"]
        ],
        "trafficAllocation": ends,
        "audienceIds": [],
        "forcedVariations": {},
    }
