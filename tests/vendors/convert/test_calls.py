"""What each call of Convert's collections (API v2) sends: its operation, path, query and body, by the specification."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

import pytest

from abclient_api.convert import models
from support.convert import KEY, convert
from support.schemas import Specification

SPECIFICATION = Specification("convert")
ANSWER: dict[str, Any] = {
    "id": 3,
    "download_url": "https://x",
    "data": [],
    "extra": {"pagination": {"items_count": 7, "pages_count": 1}},
}
"""An object, a list without items, and a count: each call takes what it needs."""

PAGE = {"page": 1, "results_per_page": 50}
ENTRY: dict[str, Any] = {"name": "N", "summary": "S"}
SETTINGS = {"tracking_script": {"current_version": "2.1"}}

CALLS: list[tuple[Callable[[Any], Any], str, str, Any, Any]] = [
    # what is called on a project, the operation, its path in the project, the body, what comes of the answer
    (lambda p: p.audiences.list(), "getAudiencesList", "audiences", "included", []),
    (lambda p: p.audiences.count(status=["active"]), "getAudiencesList", "audiences", {"status": ["active"]}, 7),
    (lambda p: p.audiences.update(3, name="N"), "updateAudience", "audiences/3/update", {"name": "N"}, 3),
    (lambda p: p.audiences.clone(3), "cloneAudience", "audiences/3/clone", None, 3),
    (lambda p: p.locations.list(), "getLocationsList", "locations", "included", []),
    (lambda p: p.locations.update(3, name="N"), "updateLocation", "locations/3/update", {"name": "N"}, 3),
    (lambda p: p.locations.clone(3), "cloneLocation", "locations/3/clone", None, 3),
    (lambda p: p.features.list(), "getFeaturesList", "features", "included", []),
    (lambda p: p.features.update(3, name="N"), "updateFeature", "features/3/update", {"name": "N"}, 3),
    (lambda p: p.goals.update(3, name="N"), "updateGoal", "goals/3/update", {"name": "N"}, 3),
    (lambda p: p.goals.clone(3), "cloneGoal", "goals/3/clone", None, 3),
    (lambda p: p.tags.update(3, name="N"), "updateTag", "tags/3/update", {"name": "N"}, 3),
    (lambda p: p.domains.list(), "getDomainsList", "domains", PAGE, []),
    (lambda p: p.domains.count(), "getDomainsList", "domains", {}, 7),
    (lambda p: p.domains.update(3, url="https://x"), "updateDomain", "domains/3/update", {"url": "https://x"}, 3),
    (lambda p: p.observations.list(), "getObservationsList", "observations", PAGE, []),
    (lambda p: p.observations.count(), "getObservationsList", "observations", {}, 7),
    (lambda p: p.observations.update(3, name="N"), "updateObservation", "observations/3/update", {"name": "N"}, 3),
    (lambda p: p.hypotheses.list(), "getHypothesesList", "hypotheses", PAGE, []),
    (
        lambda p: p.hypotheses.update(3, experiences=[5, models.Experience(id=6, name="E")]),
        "updateHypothesis",
        "hypotheses/3/update",
        {"experiences": [5, 6]},
        3,
    ),
    (lambda p: p.knowledge_bases.list(), "getKnowledgeBasesList", "knowledge-bases", PAGE, []),
    (lambda p: p.knowledge_bases.count(), "getKnowledgeBasesList", "knowledge-bases", {}, 7),
    (lambda p: p.knowledge_bases.create(**ENTRY), "createKnowledgeBase", "knowledge-bases/add", ENTRY, 3),
    (
        lambda p: p.experiences.export_report(3),
        "exportExperienceReport",
        "experiences/3/export_report",
        {"report_type": "csv_aggregated", "data_type": "non_cumulative"},
        None,
    ),
    (
        lambda p: p.experiences.report_token(3, action="delete"),
        "getReportToken",
        "experiences/3/report_token",
        {"token_action": "delete"},
        3,
    ),
    (
        lambda p: p.experiences.take_screenshots(3),
        "triggerExperienceScreenshots",
        "experiences/3/trigger-screenshots",
        {"force_regenerate": False},
        None,
    ),
    (
        lambda p: p.experiences.take_screenshots(3, variation_ids={4}, regenerate=True),
        "triggerExperienceScreenshots",
        "experiences/3/trigger-screenshots",
        {"variations": [4], "force_regenerate": True},
        None,
    ),
    (lambda p: p.experiences.sections(9).list(), "getSections", "experiences/9/sections", None, []),
    (
        lambda p: p.experiences.sections(9).update_change(3, type="customCode", data={"css": "a{}"}),
        "updateExperienceChange",
        "experiences/9/changes/3",
        {"type": "customCode", "data": {"css": "a{}"}},
        3,
    ),
]

MANY: list[tuple[str, str, str, str | None]] = [
    # the collection, its name in operations and in paths, and a status
    ("experiences", "Experiences", "experiences", "paused"),
    ("goals", "Goals", "goals", "archived"),
    ("audiences", "Audiences", "audiences", "active"),
    ("locations", "Locations", "locations", "archived"),
    ("features", "Features", "features", "archived"),
    ("hypotheses", "Hypotheses", "hypotheses", "proven"),
    ("knowledge_bases", "KnowledgeBases", "knowledge-bases", "active"),
    ("observations", "Observations", "observations", "archived"),
    ("tags", "Tags", "tags", None),
    ("domains", "Domains", "domains", None),
]


def check_sent(request: Any, name: str, path: str) -> Any:
    """Check that a request is an operation's, to this path, with a query and a body as specified; gives the body."""
    operation = SPECIFICATION.operations[name]
    sent_path, _, query = request.url.removeprefix("https://api.convert.com/api/v2").partition("?")
    assert (request.method, sent_path) == (operation["method"], path)
    assert re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", operation["path"]), path)
    known = {one["name"]: one["schema"]["items"] for one in operation.get("parameters", []) if one.get("in") == "query"}
    for parameter, value in parse_qsl(query):
        SPECIFICATION.check(value, known[parameter], parameter)
    if request.body is None:
        assert not operation.get("requestBody", {}).get("required")
        return None
    body = json.loads(request.body)
    SPECIFICATION.check(body, operation["requestBody"]["content"]["application/json"]["schema"], "body")
    return body


@pytest.mark.parametrize(("call", "name", "path", "body", "comes"), CALLS)
async def test_a_call_sends_what_its_operation_takes(
    call: Callable[[Any], Any], name: str, path: str, body: Any, comes: Any
) -> None:
    """Method, path, query and body are those of the specification, and the answer is what the call returns."""
    client, script = convert(ANSWER, credentials=KEY)
    project = client.project(2)
    found = await call(project)
    (request,) = script.requests
    sent = check_sent(request, name, f"/accounts/1/projects/2/{path}")
    if body == "included":
        body = {"include": [*getattr(project, path).optional["include"]], **PAGE}
    assert sent == ({**body, "onlyCount": True} if comes == 7 else body)
    assert (found if comes == 7 else [*found] if comes == [] else getattr(found, "id", None)) == comes


@pytest.mark.parametrize(("several", "name", "path", "status"), MANY)
async def test_many_are_changed_and_removed_with_one_call(
    several: str, name: str, path: str, status: str | None
) -> None:
    """By ids or objects; what became of each is in the answer."""
    failed = {"code": 200, "errors": [{"id": 4, "message": "no"}]}
    client, script = convert({"id": 5}, failed, failed, credentials=KEY)
    items = getattr(client.project(2), several)
    ids = [3, 4, await items.get(5)]
    if status is not None:
        assert [one.id for one in (await items.update_many(ids, status)).errors] == [4]
        sent = check_sent(script.requests[-1], f"bulk{name}Update", f"/accounts/1/projects/2/{path}/bulk-update")
        assert sent == {"id": [3, 4, 5], "status": status}
    assert [one.id for one in (await items.delete_many(ids)).errors] == [4]
    sent = check_sent(script.requests[-1], f"bulk{name}Delete", f"/accounts/1/projects/2/{path}/bulk-delete")
    assert sent == {"id": [3, 4, 5]}


async def test_projects_get_a_version_of_the_script_together() -> None:
    """And are counted, and changed without their domains."""
    client, script = convert({"code": 200}, ANSWER, credentials=KEY)
    assert (await client.projects.update_many([2, 3], script_version="2.1")).code == 200
    sent = check_sent(script.requests[-1], "bulkUpdateProjects", "/accounts/1/projects/bulk-update")
    assert sent == {"id": [2, 3], "settings": SETTINGS}
    assert await client.projects.count(status=["active"]) == 7
    sent = check_sent(script.requests[-1], "getProjectsList", "/accounts/1/projects")
    assert sent == {"status": ["active"], "onlyCount": True}
    await client.projects.update(2, name="N")
    sent = check_sent(script.requests[-1], "updateProject", "/accounts/1/projects/2/update")
    assert sent == {"name": "N", "include": [*client.projects.optional["include"]]}
