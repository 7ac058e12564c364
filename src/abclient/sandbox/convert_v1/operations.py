"""All operations of the API."""

from __future__ import annotations

from starlette.responses import Response

from .._convert import signing
from ..shapes import Shape
from ..vendor import Call, Handler, Operation, RefusedError, json_response
from ..world import Document, World
from . import crud, effects, kinds, reports, store, variations
from .crud import Settle, Sift, add, changed, everything, get, list_all, update
from .kinds import Kind


def signed(handle: Handler) -> Handler:
    """Let a handler see only requests whose signature matches what arrived."""

    def check(world: World, call: Call) -> Response:
        signing.check_signature(call.request, call.body)
        return handle(world, call)

    return check


def _is_used(world: World, audience: Document) -> bool:
    experiences = store.documents(world, "experience").find(parent=audience["_project"])
    return any(audience["_id"] == one["id"] for experience in experiences for one in experience.get("audiences", []))


def _audiences(world: World, document: Document, asked: Document) -> bool:
    """By kind and use."""
    if asked.get("isSegment") not in {None, document["_segment"]}:
        return False
    return asked.get("isUsed") is None or asked["isUsed"] == _is_used(world, document)


def _update_status(world: World, call: Call) -> Response:
    """Move a hypothesis to another status."""
    if "status" not in crud.body_of(call, _STATUS):
        raise RefusedError(422, "status is required")
    return json_response(store.view(changed(world, kinds.HYPOTHESIS, call, effects.hypothesis, _STATUS)))


_STATUS = {"status": kinds.HYPOTHESIS.shape["status"]}


def _usual(kind: Kind, title: str, path: str, filters: tuple[Shape, Sift], settle: Settle) -> list[Operation]:
    """The four operations that all kinds have; a project itself belongs to no other."""
    of, one = ("/{project_id}", f"/{{project_id}}/{{{kind.name}_id}}")
    inside = kind is not kinds.PROJECT
    base = f"/api/v1/{path}"
    return [
        Operation(f"get{title}", "GET", f"{base}/get{one if inside else of}", signed(get(kind))),
        Operation(f"add{title}", "POST", f"{base}/add{of if inside else ''}", signed(add(kind, settle))),
        Operation(f"update{title}", "POST", f"{base}/update{one if inside else of}", signed(update(kind, settle))),
        Operation(f"list{_PLURALS[title]}", "POST", f"{base}{of if inside else '/'}", signed(list_all(kind, *filters))),
    ]


_PLURALS = {
    "Project": "Projects",
    "Experience": "Experiences",
    "Goal": "Goals",
    "Hypothesis": "Hypotheses",
    "Audience": "Audiences",
}
_EXPERIENCE = "/{project_id}/{experience_id}"
OPERATIONS = (
    # The vendor's page does not say whether projects are listed with GET or POST: both are.
    Operation("listProjects", "GET", "/api/v1/projects/", signed(list_all(kinds.PROJECT, {}, everything))),
    *_usual(kinds.PROJECT, "Project", "projects", ({}, everything), effects.project),
    *_usual(
        kinds.EXPERIENCE,
        "Experience",
        "experiences",
        (crud.EXPERIENCE_FILTERS, crud.experiences),
        effects.experience,
    ),
    Operation(
        "saveVariation",
        "POST",
        f"/api/v1/experiences/update-variation{_EXPERIENCE}",
        signed(variations.save_variation),
    ),
    Operation(
        "removeVariation",
        "DELETE",
        f"/api/v1/experiences/delete-variation{_EXPERIENCE}/{{variation_id}}",
        signed(variations.remove_variation),
    ),
    *_usual(kinds.GOAL, "Goal", "goals", ({}, everything), effects.goal),
    *_usual(
        kinds.HYPOTHESIS,
        "Hypothesis",
        "hypotheses",
        (crud.HYPOTHESIS_FILTERS, crud.hypotheses),
        effects.hypothesis,
    ),
    Operation(
        "updateHypothesisStatus",
        "POST",
        "/api/v1/hypotheses/update-status/{project_id}/{hypothesis_id}",
        signed(_update_status),
    ),
    *_usual(kinds.AUDIENCE, "Audience", "audiences", (crud.AUDIENCE_FILTERS, _audiences), effects.audience),
    Operation("getGoalReport", "POST", f"/api/v1/reports{_EXPERIENCE}/{{goal_id}}", signed(reports.report_goal)),
    Operation("getReport", "POST", f"/api/v1/reports{_EXPERIENCE}", signed(reports.report_all)),
)
