"""Changing experiments in the sandbox as LaunchDarkly lets it be done: create, iterate, patch, and every refusal."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from support.sandbox import (
    EXPERIMENTS,
    SEMANTIC_PATCH,
    connected,
    experiment_body,
    iteration_body,
    refusal,
    running_sandbox,
)

sandbox = pytest.fixture(scope="module")(running_sandbox)
http = pytest.fixture(scope="module")(connected)

FLAG = "example-flag-for-experiment"


@pytest.fixture
def path(http: httpx.Client) -> str:
    """The path of a new experiment with a draft."""
    body = experiment_body()
    assert http.post(EXPERIMENTS, json=body).status_code == 201
    return f"{EXPERIMENTS}/{body['key']}"


def patch(http: httpx.Client, path: str, *instructions: dict[str, Any]) -> httpx.Response:
    """Send a semantic patch."""
    body = {"instructions": list(instructions)}
    return http.patch(path, json=body, headers={"Content-Type": SEMANTIC_PATCH})


def test_create_makes_a_draft(http: httpx.Client) -> None:
    """A new experiment is answered with 201, has its iteration as a draft, and can be got and found."""
    body = experiment_body()
    created = http.post(EXPERIMENTS, json=body)
    assert created.status_code == 201
    assert created.json()["draftIteration"]["status"] == "not_started"
    assert "currentIteration" not in created.json()
    got = http.get(f"{EXPERIMENTS}/{body['key']}?expand=draftIteration,treatments,secondaryMetrics")
    assert got.json() == created.json()


def test_a_key_can_be_taken_once(http: httpx.Client) -> None:
    """A second experiment with the same key is a conflict."""
    body = experiment_body()
    http.post(EXPERIMENTS, json=body)
    assert body["key"] in refusal(http.post(EXPERIMENTS, json=body), 409, "conflict")


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"name": None}, "name is required"),
        ({"name": 5}, "name must be a string"),
        ({"key": ""}, "key must not be empty"),
        ({"key": "../x"}, "key must start"),
        ({"maintainerId": None}, "maintainerId is required"),
        ({"iteration": None}, "iteration is required"),
        ({"iteration": []}, "iteration must be an object"),
        ({"iteration": iteration_body(hypothesis=None)}, "iteration.hypothesis is required"),
        ({"iteration": iteration_body(canReshuffleTraffic="yes")}, "iteration.canReshuffleTraffic must be a boolean"),
        ({"iteration": iteration_body(metrics=[{"primary": True}])}, "iteration.metrics[0].key is required"),
        ({"iteration": iteration_body(metrics=[{"key": "m", "primary": True}])}, "unknown metric"),
        (
            {"iteration": iteration_body(primarySingleMetricKey="of-another-project")},
            "iteration.primarySingleMetricKey is not one of the iteration's metrics: of-another-project",
        ),
        (
            {"iteration": iteration_body(primaryFunnelKey="metric-key-123abc")},
            "iteration.primaryFunnelKey must be a group of metrics: metric-key-123abc",
        ),
        (
            {"iteration": iteration_body(primarySingleMetricKey="m", primaryFunnelKey="m")},
            "iteration.primarySingleMetricKey or primaryFunnelKey is required, and not both",
        ),
        ({"holdoutId": "5ab0"}, "holdoutId is not a holdout of the environment that is active: 5ab0"),
        ({"methodology": "magic"}, "methodology one of bayesian, frequentist, export_only"),
        ({"iteration": iteration_body(metrics=["m"])}, "iteration.metrics[0] must be an object"),
        ({"iteration": iteration_body(metrics=[])}, "iteration.metrics must have exactly one"),
        ({"iteration": iteration_body(treatments=[])}, "iteration.treatments must have exactly one"),
        ({"iteration": iteration_body(flags={})}, "iteration.flags must not be empty"),
        ({"iteration": iteration_body(flags={"x": {"ruleId": "r", "flagConfigVersion": 1}})}, "unknown flag: x"),
        ({"iteration": iteration_body(flags={FLAG: {"ruleId": "r", "flagConfigVersion": True}})}, "must be an integer"),
        ({"iteration": iteration_body(flags={FLAG: {"ruleId": "r", "flagConfigVersion": "1"}})}, "must be an integer"),
    ],
)
def test_bad_bodies(http: httpx.Client, changes: dict[str, Any], named: str) -> None:
    """A body that misses or mistakes a field is refused by the field's name, and nothing is created."""
    body = experiment_body(**changes)
    assert named in refusal(http.post(EXPERIMENTS, json=body), 400, "invalid_request")
    if isinstance(body["key"], str) and body["key"].startswith("experiment-"):
        refusal(http.get(f"{EXPERIMENTS}/{body['key']}"), 404, "not_found")


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"allocationPercent": "101"}, "allocationPercent must be a number"),
        ({"allocationPercent": "nan"}, "allocationPercent must be a number"),
        ({"allocationPercent": "much"}, "allocationPercent must be a number"),
        ({"allocationPercent": 50}, "allocationPercent must be a string"),
        ({"allocationPercent": "95"}, "more than 100 percent"),
        ({"parameters": [{"flagKey": "other", "variationId": "v"}]}, "not one of the iteration's flags"),
        ({"parameters": [{"flagKey": FLAG, "variationId": "v"}]}, "not a variation"),
        ({"baseline": False}, "exactly one with baseline"),
    ],
)
def test_bad_treatments(http: httpx.Client, path: str, changes: dict[str, Any], named: str) -> None:
    """A treatment that cannot work is refused, for new iterations as for new experiments."""
    body = iteration_body()
    body["treatments"][0] = {**body["treatments"][0], **changes}
    assert named in refusal(http.post(f"{path}/iterations", json=body), 400, "invalid_request")


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'"text"', b"\xff\xfe", b'{"name": NaN}', b'{"name": "\\ud800"}', b"[" * 100_000]
)
def test_bodies_that_are_no_object(http: httpx.Client, body: bytes) -> None:
    """Whatever is not a JSON object in UTF-8 is refused."""
    refusal(http.post(EXPERIMENTS, content=body), 400, "invalid_request")


def test_a_new_iteration_takes_the_place_of_the_draft(http: httpx.Client, path: str) -> None:
    """An iteration is answered with 200 and is the experiment's only draft afterwards."""
    made = http.post(f"{path}/iterations", json=iteration_body(hypothesis="Another one"))
    assert made.status_code == 200
    draft = http.get(f"{path}?expand=draftIteration,treatments,secondaryMetrics").json()["draftIteration"]
    assert draft == made.json()
    assert (draft["hypothesis"], draft["status"]) == ("Another one", "not_started")


@pytest.mark.parametrize("content_type", ["application/json", "application/json-patch+json", ""])
def test_patch_needs_the_semantic_content_type(http: httpx.Client, path: str, content_type: str) -> None:
    """With any other content type the body is read as a JSON Patch, which it is not."""
    body = b'{"instructions": [{"kind": "updateName", "value": "x"}]}'
    response = http.patch(path, content=body, headers={"Content-Type": content_type})
    assert "JSON Patch" in refusal(response, 400, "invalid_request")


def test_rename_and_describe(http: httpx.Client, path: str) -> None:
    """Name and description change together; an empty description disappears."""
    both = ({"kind": "updateName", "value": "New"}, {"kind": "updateDescription", "value": "Said anew"})
    answer = patch(http, path, *both).json()
    assert (answer["name"], answer["description"]) == ("New", "Said anew")
    assert "description" not in patch(http, path, {"kind": "updateDescription", "value": ""}).json()


@pytest.mark.parametrize(
    "bad",
    [
        {"kind": "deleteExperiment"},
        {"value": "no kind"},
        {"kind": "updateName"},
        {"kind": "updateName", "value": ""},
        {"kind": "updateName", "value": 7},
        {"kind": "stopIteration"},
    ],
)
def test_instructions_are_all_or_nothing(http: httpx.Client, path: str, bad: dict[str, Any]) -> None:
    """One instruction that fails undoes those before it."""
    before = http.get(path).json()
    refusal(patch(http, path, {"kind": "updateName", "value": "Changed"}, bad), 400, "invalid_request")
    assert http.get(path).json() == before


@pytest.mark.parametrize("body", [{}, {"instructions": []}, {"instructions": {}}, {"instructions": [], "comment": 1}])
def test_a_patch_needs_instructions(http: httpx.Client, path: str, body: dict[str, Any]) -> None:
    """A patch without instructions is refused."""
    response = http.patch(path, json=body, headers={"Content-Type": SEMANTIC_PATCH})
    refusal(response, 400, "invalid_request")


def test_start_stop_and_start_again(http: httpx.Client, path: str) -> None:
    """Starting needs a draft, and a justification while one runs; what ran before becomes a previous iteration."""
    start = {"kind": "startIteration"}
    first = patch(http, path, start).json()["currentIteration"]
    assert (first["status"], "startedAt" in first) == ("running", True)
    assert "no iteration to start" in refusal(patch(http, path, start), 400, "invalid_request")
    http.post(f"{path}/iterations", json=iteration_body())
    assert "changeJustification" in refusal(patch(http, path, start), 400, "invalid_request")
    second = patch(http, path, {**start, "changeJustification": "More traffic"}).json()["currentIteration"]
    previous = http.get(f"{path}?expand=previousIterations").json()["previousIterations"]
    assert [(one["_id"], one["status"], "endedAt" in one) for one in previous] == [(first["_id"], "stopped", True)]
    assert second["_id"] != first["_id"]


def test_stop_with_a_winner(http: httpx.Client, path: str) -> None:
    """A winner must be a treatment; stopping again is silent, unless it names another winner."""
    patch(http, path, {"kind": "startIteration"})
    treatments = http.get(f"{path}?expand=treatments").json()["currentIteration"]["treatments"]
    stop = {"kind": "stopIteration", "winningReason": "Clear"}
    refusal(patch(http, path, {**stop, "winningTreatmentId": "nobody"}), 400, "invalid_request")
    won = {**stop, "winningTreatmentId": treatments[0]["_id"]}
    stopped = patch(http, path, won).json()
    assert stopped["currentIteration"]["winningTreatmentId"] == treatments[0]["_id"]
    assert stopped["currentIteration"]["winningReason"] == "Clear"
    assert patch(http, path, won).json() == stopped
    other = {**stop, "winningTreatmentId": treatments[1]["_id"]}
    refusal(patch(http, path, other), 400, "invalid_request")


def test_archive_and_restore(http: httpx.Client, path: str) -> None:
    """An archived experiment starts nothing until it is restored; archiving or restoring twice is silent."""
    archive, restore, start = {"kind": "archiveExperiment"}, {"kind": "restoreExperiment"}, {"kind": "startIteration"}
    archived = patch(http, path, archive).json()
    assert patch(http, path, archive).json() == archived
    assert "archived" in refusal(patch(http, path, start), 400, "invalid_request")
    assert "archivedDate" not in patch(http, path, restore, restore).json()
    assert patch(http, path, start).status_code == 200


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"randomizationUnit": ""}, "randomizationUnit is not set"),
        ({"flags": "flag-toggled-off"}, "toggled off"),
        ({"flags": "flag-archived"}, "is archived"),
        ({"allocation": "0"}, "allocationPercent other than zero"),
    ],
)
def test_an_iteration_that_may_not_start(http: httpx.Client, path: str, changes: dict[str, str], named: str) -> None:
    """Each of the documented conditions keeps an iteration from starting, and names itself."""
    body = iteration_body(randomizationUnit=changes.get("randomizationUnit", "user"))
    for treatment in body["treatments"]:
        treatment["allocationPercent"] = changes.get("allocation", "50")
    if "flags" in changes:
        body["flags"] = {changes["flags"]: {"ruleId": "fallthrough", "flagConfigVersion": 1}}
        body["treatments"] = [{**body["treatments"][0], "parameters": []}]
    assert http.post(f"{path}/iterations", json=body).status_code == 200
    assert named in refusal(patch(http, path, {"kind": "startIteration"}), 400, "invalid_request")


def test_results_of_a_new_iteration_are_unseen(http: httpx.Client, path: str) -> None:
    """A draft has no results at all; started, it has treatments without units."""
    results = f"{path}/metrics/metric-key-123abc/results"
    refusal(http.get(results), 404, "not_found")
    patch(http, path, {"kind": "startIteration"})
    answer = http.get(results).json()
    assert answer["metricSeen"] == {"ever": False}
    assert [treatment["units"] for treatment in answer["treatmentResults"]] == [0, 0]


def test_method_override(http: httpx.Client, path: str) -> None:
    """A POST may carry another method in a header."""
    headers = {"X-HTTP-Method-Override": "PATCH", "Content-Type": SEMANTIC_PATCH}
    body = b'{"instructions": [{"kind": "updateName", "value": "By override"}]}'
    assert http.post(path, content=body, headers=headers).json()["name"] == "By override"
