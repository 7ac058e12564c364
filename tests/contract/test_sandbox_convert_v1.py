"""Convert as the sandbox plays it, over real sockets: lists, every kind, reports."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from abclient.sandbox.convert_v1 import VENDOR
from abclient.testing import Sandbox
from support.sandbox import running_sandbox
from support.sandbox_convert_v1 import connected, headers, refusal
from support.schemas import Specification

SPEC = Specification("convert_v1")
RULE = {"rule_type": "url", "matching": {"match_type": "contains", "negated": False}, "value": "/é\U0001f600"}
RULES = {"OR": [{"AND": [{"OR_WHEN": [RULE, RULE]}, {"OR_WHEN": [RULE]}]}]}

sandbox = pytest.fixture(scope="module")(running_sandbox)
http = pytest.fixture(scope="module")(connected)


@pytest.fixture(scope="module")
def world(sandbox: Sandbox) -> dict[str, Any]:
    """What the sandbox held at the start."""
    return dict(sandbox.world()["convert_v1"])


@pytest.fixture(scope="module")
def project(world: dict[str, Any]) -> str:
    """A project."""
    return str(world["projects"][0])


def added(http: httpx.Client, path: str, **body: Any) -> dict[str, Any]:
    """Add or change something."""
    response = http.post(path, json=body)
    assert response.status_code == 200, response.text
    return dict(response.json())


def test_every_operation_is_there() -> None:
    """The sandbox has each operation of the specification; the projects are listed with POST, too."""
    specified = {(name, one["method"], f"/api/v1{one['path']}") for name, one in SPEC.operations.items()}
    known = {(one.id, one.method, one.path) for one in VENDOR.operations}
    assert known - specified == {("listProjects", "POST", "/api/v1/projects/")}
    assert specified < known
    assert len(specified) == 25


def values(http: httpx.Client, world: dict[str, Any]) -> dict[str, str]:
    """Path parameters of things that are there and belong together."""
    experience = world["experiences"][0]
    project = experience["project_id"]
    whole = http.get(f"/experiences/get/{project}/{experience['id']}").json()
    mine = {
        kind: [one["id"] for one in world[kind] if one["project_id"] == project] for kind in world if kind != "projects"
    }
    return {
        "project_id": project,
        "experience_id": experience["id"],
        "variation_id": whole["variations"][-1]["variation"]["id"],
        "goal_id": whole["goals"][0]["id"],
        "hypothesis_id": str(mine["hypotheses"][0]),
        "audience_id": mine["audiences"][0],
    }


def removes_something(name: str) -> bool:
    """Whether an operation comes last, because the others want what it removes."""
    return name.startswith("remove")


NAMES: list[str] = sorted(SPEC.operations, key=removes_something)


@pytest.mark.parametrize("name", NAMES)
def test_every_operation_answers_as_specified(http: httpx.Client, world: dict[str, Any], name: str) -> None:
    """A call that is right is answered with 200 and a body of exactly the specified form."""
    operation = SPEC.operations[name]
    path = operation["path"].format(**values(http, world))
    body = {"status": "paused"} if name == "updateHypothesisStatus" else {}
    content: dict[str, Any] = {} if operation["method"] == "DELETE" else {"json": body}
    response = http.request(operation["method"], path, **content)
    assert response.status_code == 200, response.text
    SPEC.check(response.json(), operation["responses"]["200"]["content"]["application/json"]["schema"])


@pytest.mark.parametrize("name", sorted(name for name in SPEC.operations if "{" in SPEC.operations[name]["path"]))
def test_what_is_unknown_is_not_found(http: httpx.Client, name: str) -> None:
    """Ids that nothing has are not found."""
    operation = SPEC.operations[name]
    known = ("project_id", "experience_id", "variation_id", "goal_id", "hypothesis_id", "audience_id")
    path = operation["path"].format(**dict.fromkeys(known, "1"))
    body = {"status": "paused"} if name == "updateHypothesisStatus" else {}
    content: dict[str, Any] = {"json": body} if operation["method"] == "POST" else {}
    refusal(http.request(operation["method"], path, **content), 404)


@pytest.mark.parametrize("kind", ["experiences", "goals", "hypotheses", "audiences"])
def test_pages_end_without_a_total(http: httpx.Client, project: str, kind: str) -> None:
    """Pages are bare arrays that together are the whole list; past the end there is nothing."""
    whole = http.post(f"/{kind}/{project}", json={"results_per_page": 500}).json()
    pages = [
        http.post(f"/{kind}/{project}", json={"page": page, "results_per_page": 4}).json() for page in range(1, 12)
    ]
    assert [row for page in pages for row in page] == whole[:44]
    assert http.post(f"/{kind}/{project}", json={"page": 999}).json() == []
    assert http.post(f"/{kind}/{project}").json() == whole[:50]
    assert http.post(f"/{kind}/{project}", json={"page": 0}).json() == whole[:50]


def test_projects_are_listed_with_get_and_post(http: httpx.Client) -> None:
    """Both methods, with and without a body, list the same projects."""
    whole = http.get("/projects/").json()
    assert len(whole) >= 3
    assert http.post("/projects/", json={}).json() == whole
    assert http.request("GET", "/projects/", json={"page": 2, "results_per_page": 1}).json() == whole[1:2]


FILTERS: list[tuple[str, dict[str, Any], Callable[[dict[str, Any]], bool]]] = [
    ("experiences", {"experience_types": ["mvt", "a/a"]}, lambda row: row["experience_type"] in {"mvt", "a/a"}),
    ("experiences", {"experience_status": ["completed"]}, lambda row: row["experience_status"] == "completed"),
    ("experiences", {"search": "CHECKOUT"}, lambda row: "checkout" in row["name"].lower()),
    ("goals", {"search": "counts: trial"}, lambda row: row["goal_name"] == "Trial link"),
    ("hypotheses", {"status": ["active", "draft"]}, lambda row: row["status"] in {"active", "draft"}),
    ("hypotheses", {"scoreMin": "3", "scoreMax": "4"}, lambda row: 3 <= float(row["prioritization_score"]) <= 4),
    ("hypotheses", {"scoreMin": 3.5}, lambda row: float(row["prioritization_score"]) >= 3.5),
    ("audiences", {"isSegment": True}, lambda row: row["audience_type"] == "segmentation"),
    ("audiences", {"isSegment": False}, lambda row: row["audience_type"] != "segmentation"),
]


@pytest.mark.parametrize(("kind", "filters", "holds"), FILTERS)
def test_filters(http: httpx.Client, project: str, kind: str, filters: dict[str, Any], holds: Any) -> None:
    """A list has exactly what its filter asks for."""
    whole = http.post(f"/{kind}/{project}", json={"results_per_page": 500}).json()
    found = http.post(f"/{kind}/{project}", json=filters | {"results_per_page": 500}).json()
    assert found == [row for row in whole if holds(row)]
    assert 0 < len(found) < len(whole)


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("/experiences/{}", {"results_per_page": 0}, "results_per_page"),
        ("/experiences/{}", {"page": -1}, "page"),
        ("/experiences/{}", {"page": "1"}, "page"),
        ("/experiences/{}", {"experience_status": "active"}, "experience_status"),
        ("/experiences/{}", {"experience_types": ["abc"]}, "experience_types[0]"),
        ("/hypotheses/{}", {"scoreMin": "6"}, "scoreMin"),
        ("/experiences/add/{}", {"experience_status": "gone"}, "experience_status"),
        ("/experiences/add/{}", {"goals": [{"id": "1"}]}, "goals"),
        ("/experiences/add/{}", {"variations": [{"percentage": 101}]}, "variations[0].percentage"),
        ("/goals/add/{}", {"triggering_rule": {"OR": [{"AND": "x"}]}}, "triggering_rule.OR[0].AND"),
        ("/goals/add/{}", {"dom_interaction": [{"event": "click"}]}, "dom_interaction[0].selector"),
        ("/hypotheses/add/{}", {"start_date": "soon"}, "start_date"),
        ("/hypotheses/add/{}", {"start_date": "2024-13-01"}, "start_date"),
        ("/hypotheses/add/{}", {"start_date": "20240101"}, "start_date"),
        (
            "/hypotheses/add/{}",
            {"prioritization_score_attributes": {"ease": 6}},
            "prioritization_score_attributes.ease",
        ),
        ("/projects/update/{}", {"include_jquery": 2}, "include_jquery"),
    ],
)
def test_bodies_are_checked(http: httpx.Client, project: str, path: str, body: dict[str, Any], field: str) -> None:
    """A field that cannot be is refused and named."""
    response = http.post(path.format(project), json=body)
    refusal(response, 422)
    assert response.json()["fields"] == [field]


@pytest.mark.parametrize("body", [b"{", b"\xff", b'{"name": NaN}'])
def test_what_is_no_json(http: httpx.Client, project: str, body: bytes) -> None:
    """A body that is no JSON is refused."""
    refusal(http.post(f"/goals/add/{project}", content=body), 400)


def test_an_experience_is_added_started_and_completed(http: httpx.Client, sandbox: Sandbox, project: str) -> None:
    """Its variations get ids and shares, its times follow its status, and its report has those who have come."""
    goal = added(http, f"/goals/add/{project}", goal_name="Sale", goal_type="revenue")
    sent_body = {
        "name": "Try",
        "goals": [{"id": goal["goal_id"]}],
        "variations": [{"variation": {"name": n}} for n in "AB"],
    }
    made = added(http, f"/experiences/add/{project}", **sent_body)
    path = f"{project}/{made['id']}"
    assert (made["experience_status"], made["start_time"], made["goals"]) == (
        "draft", 0, [{"id": goal["goal_id"], "name": "Sale"}],
    )  # fmt: skip
    assert [row["percentage"] for row in made["variations"]] == [50, 50]
    assert added(http, f"/reports/{path}")["reportData"][0]["variations"][0]["visitors"] == 0
    started = added(http, f"/experiences/update/{path}", experience_status="active")
    assert added(http, f"/reports/{path}")["reportData"][0]["variations"][0]["visitors"] == 0
    assert abs(started["start_time"] - time.time()) < 60
    assert started["end_time"] == 0
    sandbox.add_visitors("convert_v1", made["id"], 1_000)
    report = added(http, f"/reports/{path}/{goal['goal_id']}")
    assert report["reportData"][0]["variations"][1]["visitors"] > 100
    assert report["reportData"][0]["variations"][1]["revenue_data"]["total_revenue"] > 0
    paused = added(http, f"/experiences/update/{path}", experience_status="paused")
    assert paused["start_time"] == started["start_time"]
    done = added(http, f"/experiences/update/{path}", experience_status="completed")
    assert done["end_time"] >= done["start_time"]
    refusal(http.post(f"/experiences/update/{path}", json={"experience_status": "draft"}), 422)
    assert http.get(f"/experiences/get/{path}").json() == done


def test_variations_are_changed_added_and_removed(http: httpx.Client, project: str) -> None:
    """Each of the three answers with the whole experience, and the shares stay together."""
    made = added(http, f"/experiences/add/{project}", name="Parts")
    path = f"{project}/{made['id']}"
    first, second = [row["variation"]["id"] for row in made["variations"]]
    changed = added(http, f"/experiences/update-variation/{path}", id=second, css="a{}", percentage=20)
    assert changed["variations"][1] == {
        "variation": {**made["variations"][1]["variation"], "css": "a{}", "percentage": 20}, "percentage": 20,
    }  # fmt: skip
    more = added(http, f"/experiences/update-variation/{path}", name="Third", percentage=30)
    assert [row["variation"]["name"] for row in more["variations"]][2] == "Third"
    third = more["variations"][2]["variation"]["id"]
    left = http.delete(f"/experiences/delete-variation/{path}/{third}").json()
    assert [row["variation"]["id"] for row in left["variations"]] == [first, second]
    assert [row["percentage"] for row in left["variations"]] == [65, 35]
    refusal(http.delete(f"/experiences/delete-variation/{path}/{third}"), 404)
    http.delete(f"/experiences/delete-variation/{path}/{first}")
    refusal(http.delete(f"/experiences/delete-variation/{path}/{second}"), 422)


@pytest.mark.parametrize(
    ("model", "attributes", "score"),
    [
        ("PIE", {"potential": 5, "importance": 4, "ease": 2}, "3.67"),
        ("ICE", {"impact": 1, "confidence": 1, "ease": 1}, "1.00"),
        ("ICE", {"impact": 5, "ease": 5}, "2.50"),
    ],
)
def test_scores_are_computed(
    http: httpx.Client, project: str, model: str, attributes: dict[str, int], score: str
) -> None:
    """A score is sent as a number and answered as text, computed from the attributes if all of them are there."""
    body = {"prioritization_score_type": model, "prioritization_score_attributes": attributes}
    made = added(http, f"/hypotheses/add/{project}", prioritization_score=2.5, tags=[{"name": "new"}], **body)
    assert made["prioritization_score"] == score
    assert isinstance(made["id"], int) and made["project_id"] == int(project)
    assert isinstance(made["tags"][0]["id"], int)
    moved = added(http, f"/hypotheses/update-status/{project}/{made['id']}", status="completed", name="Ignored")
    assert moved == made | {"status": "completed"}


@pytest.mark.parametrize(("kind", "field"), [("goals", "triggering_rule"), ("audiences", "firing_rule")])
def test_rules_come_back_as_they_were_sent(http: httpx.Client, project: str, kind: str, field: str) -> None:
    """A tree of rules is kept to the letter, with what the sandbox does not know in it."""
    rules = RULES | {"later": [None, 1.50]}
    made = added(http, f"/{kind}/add/{project}", **{field: rules})
    identifier = made[f"{kind[:-1]}_id"]
    again = http.get(f"/{kind}/get/{project}/{identifier}").json()
    assert json.dumps(made[field]) == json.dumps(again[field]) == json.dumps(rules)


def test_audiences_in_use_and_segments(http: httpx.Client, project: str) -> None:
    """An audience is used once an experience has it, and is a segment if it was marked as one."""
    made = added(http, f"/audiences/add/{project}", audience_name="Mine only", is_segment=True)
    asked = {"search": "mine only", "isSegment": True}
    assert added_list(http, project, asked | {"isUsed": False}) == [made]
    added(http, f"/experiences/add/{project}", audiences=[{"id": made["audience_id"]}])
    assert added_list(http, project, asked | {"isUsed": False}) == []
    assert added_list(http, project, asked | {"isUsed": True}) == [made]


def added_list(http: httpx.Client, project: str, filters: dict[str, Any]) -> list[Any]:
    """The audiences that filters find."""
    return list(http.post(f"/audiences/{project}", json=filters).json())


def test_what_is_listed_has_reports(http: httpx.Client, world: dict[str, Any]) -> None:
    """Every experience of the world has a report with visitors, whose figures fit each other."""
    assert len(world["experiences"]) > 30
    for one in world["experiences"]:
        report = http.post(f"/reports/{one['project_id']}/{one['id']}", json={}).json()
        assert report["reportData"]
        shares = sum(variation["traffic_distribution"] for variation in report["variations_data"])
        assert shares == pytest.approx(100, abs=0.1)
        for goal in report["reportData"]:
            for row in goal["variations"]:
                data = row["conversion_data"]
                assert data["conversion_rate"] == pytest.approx(100 * data["conversions"] / row["visitors"], abs=1e-5)
                assert data["statistically_significant"] <= (data.get("confidence", 0) > 90)
            visitors = [row["visitors"] for row in goal["variations"]]
            assert visitors == [row["visitors"] for row in report["reportData"][0]["variations"]]


def test_periods_add_up(http: httpx.Client, world: dict[str, Any]) -> None:
    """The conversions before a moment and those after it are all conversions."""
    one = world["experiences"][1]
    path = f"{one['project_id']}/{one['id']}"
    middle = http.get(f"/experiences/get/{path}").json()["start_time"] + 4 * 86_400

    def total(**period: float) -> list[tuple[int, int]]:
        report = http.post(f"/reports/{path}", json=period).json()["reportData"][0]
        return [(row["visitors"], row["conversion_data"]["conversions"]) for row in report["variations"]]

    whole, before, after = total(), total(end_timestamp=middle), total(start_timestamp=middle)
    assert [(a[0] + b[0], a[1] + b[1]) for a, b in zip(before, after, strict=True)] == whole
    assert all(0 < part[0] < all_[0] for part, all_ in zip(before, whole, strict=True))
    assert total(start_timestamp=middle, end_timestamp=middle) == [(0, 0)] * len(whole)


PAYLOADS = json.loads((Path(__file__).parents[1] / "vendors/convert_v1/payloads.json").read_text())


@pytest.mark.parametrize("name", ["addProject", "updateProject"])
def test_documented_bodies_are_accepted(http: httpx.Client, project: str, name: str) -> None:
    """The bodies that the vendor's page shows are taken, ids and all; an id in a body changes nothing."""
    path = SPEC.operations[name]["path"].format(project_id=project)
    body = PAYLOADS[name]["request"]
    answer = added(http, path, **body)
    assert answer["id"] != body["id"]
    assert answer["reporting_settings"] == body["reporting_settings"]


def test_a_limit_is_told_by_retry_after() -> None:
    """Beyond the limit come 429 and how long to wait."""
    with Sandbox(experiments=1, rate_limit="1/3600") as limited, httpx.Client(trust_env=False) as client:
        url = f"{limited.url}/api/v1/projects/"
        answers = [client.get(url, headers=headers(url, b"")) for _ in range(2)]
    assert answers[0].status_code == 200
    refusal(answers[1], 429)
    assert int(answers[1].headers["retry-after"]) > 0
