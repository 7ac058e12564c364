"""Convert's API v2 as the sandbox plays it, over real sockets: both credentials, lists, every operation, conflicts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from abclient.sandbox.convert import VENDOR
from abclient.sandbox.convert.auth import KEY_ID, KEY_SECRET
from abclient.testing import Sandbox
from support.cases import a_third_every_run
from support.sandbox import running_sandbox
from support.sandbox_convert_v1 import Signed, refusal
from support.schemas import Specification

SPEC = Specification("convert")
PLAYED = {one.id for one in VENDOR.operations}
BEARER = {"Authorization": f"Bearer {KEY_ID}:{KEY_SECRET}"}
RULES = {"OR": [{"AND": [{"OR_WHEN": [{"rule_type": "url", "value": "/é\U0001f600"}]}]}]}

sandbox = pytest.fixture(scope="module")(running_sandbox)


@pytest.fixture(scope="module", params=["signed", "sent"])
def http(request: pytest.FixtureRequest, sandbox: Sandbox) -> Iterator[httpx.Client]:
    """An HTTP client at the root of the API, with each kind of credentials."""
    auth: Any = Signed() if request.param == "signed" else None
    headers = {} if request.param == "signed" else BEARER
    with httpx.Client(base_url=f"{sandbox.url}/convert/api/v2", auth=auth, headers=headers, trust_env=False) as client:
        yield client


@pytest.fixture(scope="module")
def place(sandbox: Sandbox) -> str:
    """The path of a project."""
    world = sandbox.world()["convert"]
    return f"/accounts/{world['account_id']}/projects/{world['projects'][1]}"


BODIES: dict[str, dict[str, Any]] = {
    "createProject": {"name": "P", "domains": [{"url": "https://p.example.com"}]},
    "createExperience": {"name": "X", "type": "a/b", "status": "draft", "url": "https://x.example.com"},
    "createGoal": {"name": "G", "type": "visits_page"},
    "createAudience": {"name": "A", "type": "transient", "rules": RULES},
    "createLocation": {"name": "L", "rules": RULES},
    "createHypothesis": {
        "name": "H",
        "status": "draft",
        "prioritization_score_type": "PIE",
        "prioritization_score_attributes": {"potential": 1, "importance": 2, "ease": 3},
    },
    "createKnowledgeBase": {"name": "K", "summary": "S"},
    "createObservation": {"name": "O"},
    "createTag": {"name": "T"},
    "createDomain": {"url": "https://d.example.com"},
    "createFeature": {"name": "F", "variables": [{"key": "k", "type": "string"}]},
    "createSdkKey": {"name": "S", "environment": "production"},
    "createSection": {"versions": [{"changes": [{"type": "customCode", "data": {"css": "", "js": ""}}]}]},
    "addExperienceSectionVersion": {"name": "V"},
    "updateHypothesisStatus": {"status": "proven"},
    "updateKnowledgeBase": {"status": "archived"},
    "bulkHypothesesUpdate": {"id": [1], "status": "draft"},
    "bulkExperiencesUpdate": {"id": [1], "status": "paused"},
    "bulkUpdateProjects": {"id": [1], "settings": {"tracking_script": {"current_version": "1"}}},
    "getDomainByUrl": {"url": "https://blog.example.com/cart"},
    "removeExperienceReportData": {"start_time": 1, "end_time": 2, "events": [{"type": "conversion"}]},
}
_BULK = {"id": [1], "status": "active"}


def values(http: httpx.Client, place: str, sandbox: Sandbox) -> dict[str, Any]:
    """Path parameters of things that are there and belong together, whatever tests before this one have deleted."""
    sandbox.reset()
    _, _, account, _, project = place.split("/")
    found: dict[str, Any] = {"account_id": account, "project_id": project}
    for path, name in (
        ("goals", "goal_id"), ("audiences", "audience_id"), ("locations", "location_id"), ("tags", "tag_id"),
        ("hypotheses", "hypothesis_id"), ("knowledge-bases", "knowledge_base_id"), ("features", "feature_id"),
        ("observations", "observation_id"), ("domains", "domain_id"),
    ):  # fmt: skip
        rows = http.post(f"{place}/{path}", json={"sort_direction": "asc"}).json()["data"]
        found[name] = rows[-1]["id"]
    body: dict[str, Any] = {
        **BODIES["createExperience"],
        "goals": [found["goal_id"]],
        "variations": [{"name": name, "changes": [{"type": "customCode", "data": {}}]} for name in "AB"],
    }
    experience = http.post(f"{place}/experiences/add", json=body).json()
    whole = http.post(f"{place}/experiences", json={"only": [experience["id"]], **EVERYTHING}).json()["data"][0]
    found |= {"experience_id": experience["id"], "variation_id": whole["variations"][-1]["id"]}
    found["change_id"] = whole["variations"][-1]["changes"][0]["id"]
    made = http.post(f"{place}/experiences/{experience['id']}/sections/add", json=BODIES["createSection"]).json()
    found |= {"section_id": made["data"][0]["id"], "version_id": made["data"][0]["versions"][0]}
    found["sdk_key"] = http.post(f"{place}/sdk-keys/create", json=BODIES["createSdkKey"]).json()["sdk_key"]
    return found


EVERYTHING = {
    "include": ["variations", "variations.changes", "goals", "audiences", "locations"],
    "expand": ["variations", "variations.changes", "goals", "audiences", "locations", "tags"],
}


def test_every_operation_that_is_played_is_specified() -> None:
    """Ids, methods and paths are those of the specification."""
    specified = {(name, one["method"], f"/api/v2{one['path']}") for name, one in SPEC.operations.items()}
    assert {(one.id, one.method, one.path) for one in VENDOR.operations} <= specified
    # The same path with a key in place of the id is the same operation here.
    assert len(PLAYED) == 120


@pytest.mark.parametrize("name", a_third_every_run(sorted(PLAYED)))
def test_every_operation_answers_as_specified(http: httpx.Client, place: str, sandbox: Sandbox, name: str) -> None:
    """A call that is right is answered with the specified status and a body of exactly the specified form."""
    operation = SPEC.operations[name]
    known = values(http, place, sandbox)
    if name == "deleteProject":
        known["project_id"] = http.post(f"/accounts/{known['account_id']}/projects/add", json={"name": "P"}).json()[
            "id"
        ]
    path = operation["path"].format(**known)
    default = _BULK if name.startswith("bulk") else {}
    body: dict[str, Any] = {"json": BODIES.get(name, default)} if operation["method"] in {"POST", "PUT"} else {}
    response = http.request(operation["method"], path, **body)
    (status,) = operation["responses"]
    assert response.status_code == int(status), response.text
    (content,) = operation["responses"][status]["content"].values()
    SPEC.check(response.json(), content["schema"])


@pytest.mark.parametrize("name", sorted(name for name in PLAYED if "{" in SPEC.operations[name]["path"]))
def test_what_is_unknown_is_not_found(http: httpx.Client, name: str) -> None:
    """Ids that nothing has are not found."""
    operation = SPEC.operations[name]
    fields = dict.fromkeys(re.findall(r"{(\w+)}", operation["path"]), "1")
    body: dict[str, Any] = {"json": BODIES.get(name, _BULK)} if operation["method"] in {"POST", "PUT"} else {}
    refusal(http.request(operation["method"], operation["path"].format(**fields), **body), 404)


@pytest.mark.parametrize(
    ("headers", "told"),
    [
        ({}, "application id"),
        ({"Authorization": f"Bearer {KEY_ID}"}, "secret"),
        ({"Authorization": f"Bearer {KEY_ID}:wrong"}, "secret"),
        ({"Authorization": f"Bearer other:{KEY_SECRET}"}, "unknown"),
        ({"Authorization": f"Bearer {KEY_ID}-2:{KEY_SECRET}-2"}, "unknown"),
        ({"Authorization": f"Basic {KEY_ID}:{KEY_SECRET}"}, "application id"),
    ],
)
def test_other_credentials_are_refused(sandbox: Sandbox, headers: dict[str, str], told: str) -> None:
    """A key has one kind, and both of its parts are needed."""
    response = httpx.get(f"{sandbox.url}/convert/api/v2/accounts", headers=headers, trust_env=False)
    assert told in refusal(response, 401)


def test_a_body_that_was_changed_after_signing_is_refused(sandbox: Sandbox) -> None:
    """The signature covers the bytes as they arrive."""

    class Tampering(Signed):
        def auth_flow(self, request: httpx.Request) -> Any:
            yield from super().auth_flow(httpx.Request(request.method, request.url, content=b"{}"))

    with httpx.Client(base_url=f"{sandbox.url}/convert/api/v2", trust_env=False) as client:
        request = client.build_request("POST", "/accounts/100123/projects", content=b'{"page": 1}')
        signed = next(iter(Tampering().auth_flow(request)))
        request.headers.update({name: value for name, value in signed.headers.items() if name != "content-length"})
        assert "signature" in refusal(client.send(request), 401)


@pytest.mark.parametrize("kind", ["experiences", "goals", "hypotheses", "audiences", "locations", "tags"])
def test_pages_say_how_many_there_are(http: httpx.Client, place: str, kind: str) -> None:
    """All pages together are the whole list, which each of them counts; past the end there is nothing."""
    whole: list[Any] = []
    pagination: dict[str, int] = {}
    page, pages = 1, 1
    while page <= pages:
        found = http.post(f"{place}/{kind}", json={"page": page, "results_per_page": 2}).json()
        pagination = found["extra"]["pagination"]
        assert (pagination["current_page"], pagination["items_per_page"]) == (page, 2)
        whole, page, pages = [*whole, *found["data"]], page + 1, pagination["pages_count"]
    assert len(whole) == len({row["id"] for row in whole}) == pagination["items_count"]
    assert http.post(f"{place}/{kind}", json={"page": 999}).json()["data"] == []
    counted = http.post(f"{place}/{kind}", json={"onlyCount": True}).json()
    assert (counted["data"], counted["extra"]["pagination"]["items_count"]) in (
        ([], len(whole)),
        (whole, len(whole)),
    )


def rows_of(http: httpx.Client, path: str, filters: dict[str, Any]) -> list[dict[str, Any]]:
    """All pages of a list."""
    rows: list[dict[str, Any]] = []
    for page in range(1, 100):
        found = http.post(path, json={**filters, "page": page, "results_per_page": 50}).json()["data"]
        rows += found
        if len(found) < 50:
            break
    return rows


FILTERS: list[tuple[str, dict[str, Any], Callable[[dict[str, Any]], bool]]] = [
    ("experiences", {"type": ["mvt", "a/a"]}, lambda row: row["type"] in {"mvt", "a/a"}),
    ("experiences", {"status": ["completed"]}, lambda row: row["status"] == "completed"),
    ("experiences", {"search": "SHORTER"}, lambda row: "shorter" in row["name"].lower()),
    ("goals", {"goal_type": ["revenue"]}, lambda row: row["type"] == "revenue"),
    ("goals", {"is_default": True}, lambda row: row["selected_default"] is True),
    ("hypotheses", {"status": ["draft", "proven"]}, lambda row: row["status"] in {"draft", "proven"}),
    ("hypotheses", {"scoreMin": 3, "scoreMax": 4}, lambda row: 3 <= float(row["prioritization_score"]) <= 4),
    ("audiences", {"type": "segmentation"}, lambda row: row["type"] == "segmentation"),
]


@pytest.mark.parametrize(("kind", "filters", "holds"), FILTERS)
def test_filters(http: httpx.Client, place: str, kind: str, filters: dict[str, Any], holds: Any) -> None:
    """A list has exactly what its filter asks for; ``only`` and ``except`` are opposites."""
    whole, found = rows_of(http, f"{place}/{kind}", {}), rows_of(http, f"{place}/{kind}", filters)
    assert found == [row for row in whole if holds(row)]
    assert 0 < len(found) < len(whole)
    ids = [row["id"] for row in found]
    assert rows_of(http, f"{place}/{kind}", {"only": ids}) == found
    assert rows_of(http, f"{place}/{kind}", {"except": ids}) == [row for row in whole if row["id"] not in ids]


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("/experiences", {"results_per_page": 51}, "results_per_page"),
        ("/experiences", {"page": 0}, "page"),
        ("/experiences", {"only": list(range(101))}, "only"),
        ("/goals", {"only": list(range(201))}, "only"),
        ("/goals", {"sort_by": "usage"}, "sort_by"),
        ("/experiences/add", {"name": "x"}, "type"),
        ("/experiences/add", {**BODIES["createExperience"], "status": "gone"}, "status"),
        ("/experiences/add", {**BODIES["createExperience"], "goals": [1]}, "goals"),
        (
            "/experiences/add",
            {**BODIES["createExperience"], "variations": [{"traffic_distribution": 101}]},
            "variations[0].traffic_distribution",
        ),
        ("/goals/add", {"name": "g", "type": "visits_page", "triggering_rule": {"OR": [{"AND": "x"}]}},
         "triggering_rule.OR[0].AND"),
        ("/domains/add", {"url": "shop.example.com"}, "url"),
        ("/goals/bulk-update", {"id": list(range(101)), "status": "active"}, "id"),
    ],
)  # fmt: skip
def test_bodies_are_checked(http: httpx.Client, place: str, path: str, body: dict[str, Any], field: str) -> None:
    """A field that cannot be is refused and named."""
    response = http.post(f"{place}{path}", json=body)
    refusal(response, 422)
    assert response.json()["fields"] == [field]


def test_a_stale_state_is_a_conflict(http: httpx.Client, place: str) -> None:
    """A change that was made to another state is refused and changes nothing; without a key it is made."""
    made = http.post(f"{place}/experiences/add", json=BODIES["createExperience"]).json()
    path = f"{place}/experiences/{made['id']}"
    stale = made["concurrency_key"]
    fresh = http.post(f"{path}/update", json={"description": "one", "concurrency_key": stale}).json()
    assert fresh["concurrency_key"] != stale
    refusal(http.post(f"{path}/update", json={"description": "two", "concurrency_key": stale}), 409)
    assert http.get(path).json()["description"] == "one"
    assert http.post(f"{path}/update", json={"description": "two"}).json()["description"] == "two"


def test_lists_in_updates_replace(http: httpx.Client, place: str) -> None:
    """A variation that is not named is removed; one that is named keeps what is not sent; one without id is new."""
    body = {**BODIES["createExperience"], "variations": [{"name": "A"}, {"name": "B"}, {"name": "C"}]}
    made = http.post(f"{place}/experiences/add", json=body).json()
    path = f"{place}/experiences"
    whole = http.post(path, json={"only": [made["id"]], **EVERYTHING}).json()["data"][0]
    first = whole["variations"][0]
    rows = [{"id": first["id"], "traffic_distribution": 40}, {"name": "D", "traffic_distribution": 60}]
    assert http.post(f"{path}/{made['id']}/update", json={"variations": rows}).status_code == 200
    whole = http.post(path, json={"only": [made["id"]], **EVERYTHING}).json()["data"][0]
    assert [(one["name"], one["traffic_distribution"]) for one in whole["variations"]] == [("A", 40), ("D", 60)]


def test_optional_fields_are_left_out_and_ids_stay_ids(http: httpx.Client, place: str) -> None:
    """Nothing optional without ``include`` or ``expand``, each of which does the other; only what is deeper has ids."""
    bare = http.post(f"{place}/experiences", json={"results_per_page": 5}).json()["data"]
    assert not {"variations", "goals", "audiences", "locations"} & set().union(*bare)
    for name in ("include", "expand"):
        found = http.post(f"{place}/experiences", json={name: ["variations", "goals"]}).json()["data"][0]
        assert all(isinstance(one, dict) for one in found["variations"] + found["goals"])
    deeper = http.post(f"{place}/experiences", json={"include": ["variations.changes"]}).json()["data"][0]
    assert all(one.keys() == {"id", "changes"} for one in deeper["variations"])
    assert all(isinstance(change, int) for one in deeper["variations"] for change in one["changes"])
    whole = http.post(f"{place}/experiences", json=EVERYTHING).json()["data"][0]
    assert all(isinstance(one, dict) for one in whole["variations"] + whole["goals"])
