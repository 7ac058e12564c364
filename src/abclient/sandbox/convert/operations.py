"""All operations that the sandbox plays: those of priority to a third party."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from ..shapes import integer, list_of, optional, partial, record, required, text
from ..vendor import Call, Handler, Operation, RefusedError, json_response
from ..world import World
from . import accounts, crud, daily, effects, experiences, history, kinds, reports, store
from .auth import checked
from .crud import Settle, add, bulk, clone, get, remove, update
from .kinds import Kind
from .lists import Sift, body_of, both, everything, in_fields, list_all, used
from .views import view

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        *(kinds.PROJECT, kinds.EXPERIENCE, kinds.GOAL, kinds.AUDIENCE, kinds.LOCATION, kinds.HYPOTHESIS),
        *(kinds.KNOWLEDGE_BASE, kinds.OBSERVATION, kinds.TAG, kinds.DOMAIN, kinds.FEATURE, kinds.SDK_KEY),
    )
}
A = "/api/v2/accounts/{account_id}"
P = f"{A}/projects/{{project_id}}"
E = f"{P}/experiences/{{experience_id}}"


def _operation(name: str, method: str, path: str, handle: Handler) -> Operation:
    return Operation(name, method, path, checked(handle))


def _usual(
    kind: Kind, names: tuple[str, str], path: str, settle: Settle, sift: Sift, *filters: str, **more: Any
) -> list[Operation]:
    """The five operations that most kinds have."""
    one, several = names
    place = f"{P}/{path}/{{{kind.name}_id}}"
    return [
        _operation(more.get("listed", f"get{several}List"), "POST", f"{P}/{path}", list_all(kind, sift, *filters)),
        _operation(f"create{one}", "POST", f"{P}/{path}/add", add(kind, settle)),
        _operation(f"get{one}", "GET", place, get(kind, by_key=more.get("by_key", False))),
        _operation(
            f"update{one}",
            "POST",
            f"{place}/{more.get('update', 'update')}",
            update(kind, settle, only=more.get("only", ())),
        ),
        _operation(f"delete{one}", "DELETE", f"{place}/delete", remove(kind, shows=more.get("shows", False))),
    ]


def _bulk(kind: Kind, several: str, path: str, settle: Settle | None, *statuses: str) -> list[Operation]:
    """Changing and removing several."""
    found = [_operation(f"bulk{several}Delete", "POST", f"{P}/{path}/bulk-delete", bulk(kind, None))]
    if settle is not None:
        handle = bulk(kind, settle, *statuses)
        found.insert(0, _operation(f"bulk{several}Update", "POST", f"{P}/{path}/bulk-update", handle))
    return found


def _update_status(world: World, call: Call) -> Response:
    return update(kinds.HYPOTHESIS, effects.hypothesis, only=("status",))(world, call)


def _convert_hypothesis(world: World, call: Call) -> Response:
    """An entry of the knowledge base, made of a hypothesis."""
    before = store.find(world, "hypothesis", call.path)
    shared: dict[str, Any] = {
        name: before[name] for name in ("name", "description", "objective", "tags", "experiences") if name in before
    }
    fields = {**shared, "summary": before.get("summary") or before["name"], "status": "active"}
    entry = crud.made(world, kinds.KNOWLEDGE_BASE, fields, before["_project"])
    store.keep(world, "knowledge_base", entry)
    return json_response(view(world, kinds.KNOWLEDGE_BASE, entry))


def _domain_by_url(world: World, call: Call) -> Response:
    sent = crud.whole_body(call, {"url": required(text)})
    project = store.project_of(world, call.path)
    found = store.documents(world, "domain").find(parent=str(project["id"]))
    match = next((one for one in found if sent["url"].startswith(one["url"])), None)
    if match is None:
        raise RefusedError(404, f"There is no domain of {sent['url']}")
    return json_response(view(world, kinds.DOMAIN, match))


def _check_code(world: World, call: Call) -> Response:
    domain = store.find(world, "domain", call.path)
    body_of(call, {"url": optional(text)})
    domain["code_installed"] = True
    store.keep(world, "domain", domain)
    return json_response(view(world, kinds.DOMAIN, domain))


def _sdk_keys(world: World, call: Call) -> Response:
    project = store.project_of(world, call.path)
    found = store.documents(world, "sdk_key").find(parent=str(project["id"]))
    masked = [{**view(world, kinds.SDK_KEY, one), "sdk_secret": "***" if one["sdk_secret"] else None} for one in found]
    return json_response({"data": masked})


def _screenshots(world: World, call: Call) -> Response:
    store.find(world, "experience", call.path)
    return crud.done()


def _bulk_projects(world: World, call: Call) -> Response:
    store.check_account(call.path)
    script = partial({"current_version": optional(text)})
    shape = {
        "id": required(list_of(integer)),
        "settings": optional(record({"tracking_script": optional(script)})),
    }
    sent = crud.whole_body(call, shape)
    missing = [one for one in sent["id"] if store.documents(world, "project").get(str(one)) is None]
    errors = [{"id": one, "message": f"There is no project {one}"} for one in missing]
    return json_response({"code": 200, "message": "Success", "errors": errors})


def _copied(world: World, document: Any, before: Any) -> None:
    if "key" in document:
        document["key"] = f"{before['key'][:20]}-{document['id'] % 10_000}"


_LABELS = in_fields(status="status")
_EXPERIENCES = in_fields(
    status="status", type="type", tags="tags", audiences="audiences", goals="goals", locations="locations"
)
_EXPERIENCE_FILTERS = (
    *("status", "type", "tags", "audiences", "goals", "locations", "features", "hypotheses", "environments", "goal_id"),
)
_GOALS = both(in_fields(status="status", goal_type="type"), used("goals"))
_AUDIENCES = both(in_fields(status="status", type="type"), used("audiences"))


def _score(world: World, document: Any, asked: dict[str, Any]) -> bool:
    least, most = asked.get("scoreMin"), asked.get("scoreMax")
    score = float(document["prioritization_score"])
    return (least is None or least <= score) and (most is None or score <= most) and _LABELS(world, document, asked)


OPERATIONS = (
    _operation("getAccountsList", "GET", "/api/v2/accounts", accounts.accounts),
    _operation("getAccountDetails", "GET", f"{A}/details", accounts.details),
    _operation("getAccountLiveData", "POST", f"{A}/livedata", history.live_data),
    _operation("getAccountHistory", "POST", f"{A}/change-history", history.changes),
    _operation("getAccountActiveCompletedExperiencesList", "POST", f"{A}/experiences", accounts.experiences),
    # ---------------------------------------------------------------------------------------------------- projects
    _operation(
        "getProjectsList",
        "POST",
        f"{A}/projects",
        list_all(kinds.PROJECT, in_fields(status="status", project_type="project_type"), "status", "project_type"),
    ),
    _operation("createProject", "POST", f"{A}/projects/add", add(kinds.PROJECT, effects.project)),
    _operation("bulkUpdateProjects", "POST", f"{A}/projects/bulk-update", _bulk_projects),
    _operation("getProject", "GET", P, get(kinds.PROJECT)),
    _operation("updateProject", "POST", f"{P}/update", update(kinds.PROJECT, effects.project, 201)),
    _operation("deleteProject", "DELETE", f"{P}/delete", remove(kinds.PROJECT)),
    _operation("getProjectLiveData", "POST", f"{P}/livedata", history.live_data),
    _operation("getProjectHistory", "POST", f"{P}/change-history", history.changes),
    _operation("generateDebugToken", "GET", f"{P}/generate-debug-token", accounts.debug_token),
    # ------------------------------------------------------------------------------------------------- experiences
    *_bulk(kinds.EXPERIENCE, "Experiences", "experiences", effects.experience, "active", "paused", "archived"),
    *_usual(
        kinds.EXPERIENCE,
        ("Experience", "Experiences"),
        "experiences",
        effects.experience,
        _EXPERIENCES,
        *_EXPERIENCE_FILTERS,
        by_key=True,
    ),
    _operation("cloneExperience", "POST", f"{E}/clone", clone(kinds.EXPERIENCE, experiences.copy)),
    _operation("getReportToken", "POST", f"{E}/report_token", experiences.report_token),
    _operation("getExperienceLiveData", "POST", f"{E}/livedata", history.live_data),
    _operation("getExperienceHistory", "POST", f"{E}/change-history", history.changes),
    _operation("triggerExperienceScreenshots", "POST", f"{E}/trigger-screenshots", _screenshots),
    _operation("getExperienceReportSettings", "GET", f"{E}/report_settings", reports.settings),
    _operation("getExperienceAggregatedReport", "POST", f"{E}/aggregated_report", reports.aggregated),
    _operation("getExperienceDailyReport", "POST", f"{E}/daily_report", daily.daily),
    _operation(
        "getExperienceDailyTrafficAllocation", "POST", f"{E}/daily_traffic_allocation", daily.traffic_allocation
    ),
    _operation("resetExperienceReport", "POST", f"{E}/reset_report", reports.reset),
    _operation("exportExperienceReport", "POST", f"{E}/export_report", reports.export),
    _operation("exportExperienceRawData", "POST", f"{E}/export_raw_data", reports.export_raw_data),
    _operation("removeExperienceReportData", "POST", f"{E}/remove_report_data", reports.remove_data),
    _operation(
        "updateExperienceVariation", "PUT", f"{E}/variations/{{variation_id}}/update", experiences.update_variation
    ),
    _operation(
        "deleteExperienceVariation", "DELETE", f"{E}/variations/{{variation_id}}/delete", experiences.delete_variation
    ),
    _operation(
        "convertExperienceVariation", "POST", f"{E}/variations/{{variation_id}}/convert", experiences.convert_variation
    ),
    _operation("getExperienceChange", "GET", f"{E}/changes/{{change_id}}", experiences.get_change),
    _operation("updateExperienceChange", "PUT", f"{E}/changes/{{change_id}}", experiences.update_change),
    _operation("getSections", "GET", f"{E}/sections", experiences.sections),
    _operation("createSection", "POST", f"{E}/sections/add", experiences.add_section),
    _operation("updateExperienceSections", "POST", f"{E}/sections/update", experiences.replace_sections),
    _operation("updateSection", "POST", f"{E}/sections/{{section_id}}/update", experiences.update_section),
    _operation(
        "addExperienceSectionVersion", "POST", f"{E}/sections/{{section_id}}/versions/add", experiences.add_version
    ),
    _operation(
        "updateExperienceSectionVersion",
        "POST",
        f"{E}/sections/{{section_id}}/versions/{{version_id}}/update",
        experiences.update_version,
    ),
    _operation(
        "deleteExperienceSectionVersion",
        "DELETE",
        f"{E}/sections/{{section_id}}/versions/{{version_id}}/delete",
        experiences.delete_version,
    ),
    # ------------------------------------------------------------------------------------- goals, audiences, locations
    *_bulk(kinds.GOAL, "Goals", "goals", effects.keyed, "active", "archived"),
    *_usual(
        kinds.GOAL,
        ("Goal", "Goals"),
        "goals",
        effects.keyed,
        _GOALS,
        *("status", "goal_type", "is_default", "usage", "tracking", "experiences"),
        by_key=True,
    ),
    _operation("cloneGoal", "POST", f"{P}/goals/{{goal_id}}/clone", clone(kinds.GOAL, _copied)),
    *_bulk(kinds.AUDIENCE, "Audiences", "audiences", crud.nothing, "active", "archived"),
    *_usual(
        kinds.AUDIENCE,
        ("Audience", "Audiences"),
        "audiences",
        crud.nothing,
        _AUDIENCES,
        *("status", "type", "is_default", "usage", "experiences"),
    ),
    _operation("cloneAudience", "POST", f"{P}/audiences/{{audience_id}}/clone", clone(kinds.AUDIENCE, _copied)),
    _operation("getAudiencesPresets", "GET", f"{P}/audiences-presets", accounts.audience_presets),
    *_bulk(kinds.LOCATION, "Locations", "locations", crud.nothing, "active", "archived"),
    *_usual(
        kinds.LOCATION,
        ("Location", "Locations"),
        "locations",
        crud.nothing,
        both(_LABELS, used("locations")),
        *("status", "is_default", "usage"),
    ),
    _operation("cloneLocation", "POST", f"{P}/locations/{{location_id}}/clone", clone(kinds.LOCATION, _copied)),
    _operation("getLocationsPresets", "GET", f"{P}/locations-presets", accounts.location_presets),
    # ------------------------------------------------------------------------------------------ what else projects hold
    *_bulk(kinds.HYPOTHESIS, "Hypotheses", "hypotheses", effects.hypothesis, *kinds.HYPOTHESIS_STATUSES),
    *_usual(
        kinds.HYPOTHESIS,
        ("Hypothesis", "Hypotheses"),
        "hypotheses",
        effects.hypothesis,
        _score,
        *("status", "scoreMin", "scoreMax", "tags", "experiences"),
        shows=True,
    ),
    _operation("updateHypothesisStatus", "POST", f"{P}/hypotheses/{{hypothesis_id}}/update-status", _update_status),
    _operation("convertHypothesis", "POST", f"{P}/hypotheses/{{hypothesis_id}}/convert", _convert_hypothesis),
    *_bulk(kinds.KNOWLEDGE_BASE, "KnowledgeBases", "knowledge-bases", effects.tagged, "active", "archived"),
    *_usual(
        kinds.KNOWLEDGE_BASE,
        ("KnowledgeBase", "KnowledgeBases"),
        "knowledge-bases",
        effects.tagged,
        in_fields(status="status", tags="tags"),
        *("status", "tags"),
        update="update-status",
        only=("status",),
        shows=True,
    ),
    *_bulk(kinds.OBSERVATION, "Observations", "observations", effects.tagged, "active", "archived"),
    *_usual(
        kinds.OBSERVATION,
        ("Observation", "Observations"),
        "observations",
        effects.tagged,
        in_fields(status="status", tags="tags"),
        *("status", "tags"),
        shows=True,
    ),
    *_bulk(kinds.TAG, "Tags", "tags", None),
    *_usual(kinds.TAG, ("Tag", "Tags"), "tags", crud.nothing, everything),
    _operation("getDomainByUrl", "POST", f"{P}/domains/by_url", _domain_by_url),
    *_bulk(kinds.DOMAIN, "Domains", "domains", None),
    *_usual(kinds.DOMAIN, ("Domain", "Domains"), "domains", effects.domain, everything),
    _operation("checkCodeDomain", "POST", f"{P}/domains/{{domain_id}}/check_code", _check_code),
    *_bulk(kinds.FEATURE, "Features", "features", effects.keyed, "active", "archived"),
    *_usual(kinds.FEATURE, ("Feature", "Features"), "features", effects.keyed, everything, by_key=True),
    _operation("getSdkKeysList", "GET", f"{P}/sdk-keys", _sdk_keys),
    _operation("createSdkKey", "POST", f"{P}/sdk-keys/create", add(kinds.SDK_KEY, effects.sdk_key)),
    _operation("updateSdkKey", "POST", f"{P}/sdk-keys/{{sdk_key}}/update", update(kinds.SDK_KEY, effects.sdk_key)),
    _operation("deleteSdkKey", "DELETE", f"{P}/sdk-keys/{{sdk_key}}/delete", remove(kinds.SDK_KEY)),
)
