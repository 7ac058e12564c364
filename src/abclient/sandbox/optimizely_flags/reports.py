"""Environments and reports."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from ..optimizely import store as v2
from ..optimizely.apart import apart
from ..vendor import Call, Handler, json_response
from ..world import Document, World
from . import store
from .flags import environments, project_of
from .pages import matching, page
from .rulesets import all_rules
from .values import keys_of


def list_environments(world: World, call: Call) -> Response:
    """The environments of a project."""
    return page(call, matching(call, environments(world, project_of(world, call))), store.view)


def environment_of(world: World, call: Call) -> Document:
    """The environment of the path."""
    return store.find(world, "environment", project_of(world, call), call.path["environment_key"])


def report_view(world: World, project: int, document: Document) -> dict[str, Any]:
    """A report with what it says of its rule; the address of results is one inside the vendor's network."""
    found = ((s, r) for s, r in all_rules(world, project) if r.get("report_key") == document["key"])
    nothing: Document = {}
    ruleset, rule = next(found, (nothing, nothing))
    url = f"/projects/{project}/environments/{document['environment_key']}/reports"
    marks = {"unarchive_url": f"{url}/unarchived"} if document["archived"] else {"archive_url": f"{url}/archived"}
    return {name: value for name, value in document.items() if name != "environment_key"} | {
        "name": rule.get("name", document["rule_key"]),
        "description": rule.get("description", ""),
        "type": rule.get("type", "a/b"),
        "flag_name": ruleset.get("flag_key"),
        "rule_name": rule.get("name", document["rule_key"]),
        "rule_description": rule.get("description", ""),
        "rule_state": "enabled" if rule.get("enabled") else "disabled" if rule else "deleted",
        "urn": f"reports.flags.optimizely.com::{document['id']}",
        "role": "admin",
        "fetch_results_api_url": f"https://results.internal.example/v1/experiments/{document['layer_experiment_id']}/results",
        "fetch_results_ui_url": document["fetch_results_ui_url"],
        "reset_results_url": f"{url}/{document['key']}/reset-results",
        "url": f"{url}/{document['key']}",
        "delete_url": f"{url}/{document['key']}",
        **marks,
    }


def list_reports(world: World, call: Call) -> Response:
    """The reports of an environment."""
    environment, project = environment_of(world, call), project_of(world, call)
    found = store.documents(world, "report").find(parent=store.place(project, environment["key"]))
    shown = matching(call, [report_view(world, project, one) for one in found])
    return page(call, shown, lambda one: one)


def _report(world: World, call: Call) -> Document:
    key = call.path["report_key"]
    return store.find(world, "report", project_of(world, call), environment_of(world, call)["key"], key)


def get_report(world: World, call: Call) -> Response:
    """One report."""
    return json_response(report_view(world, project_of(world, call), _report(world, call)))


def _keep_report(world: World, project: int, document: Document) -> None:
    document |= {"revision": document["revision"] + 1, "updated_time": store.now()}
    store.keep(world, "report", store.place(project, document["environment_key"], document["key"]), document)


def archive_reports(*, archived: bool) -> Handler:
    """Archive reports, or bring them back."""

    def handle(world: World, call: Call) -> Response:
        project, environment = project_of(world, call), environment_of(world, call)
        found = [store.find(world, "report", project, environment["key"], key) for key in keys_of(call)]
        for one in found:
            one["archived"] = archived
            _keep_report(world, project, one)
        return json_response({one["key"]: report_view(world, project, one) for one in found})

    return handle


def delete_report(world: World, call: Call) -> Response:
    """Delete a report."""
    document, project = _report(world, call), project_of(world, call)
    store.documents(world, "report").delete(store.place(project, document["environment_key"], document["key"]))
    return Response(status_code=204)


def reset_results(world: World, call: Call) -> Response:
    """Throw away what was counted so far."""
    document, project = _report(world, call), project_of(world, call)
    there = apart(world)
    experiment = v2.find(there, "experiment", document["layer_experiment_id"])
    v2.keep(there, "experiment", experiment | {"_visitors": 0, "earliest": store.now()})
    document["start_time"] = store.now()
    _keep_report(world, project, document)
    return json_response(report_view(world, project, document))
