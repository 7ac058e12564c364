"""What the sandbox's Optimizely Classic accepts in bodies, and how it names what it refuses."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from abclient.testing import Sandbox
from support.optimizely_classic import (
    CLICK,
    EVENT,
    PAGE,
    UPLOAD,
    changed,
    deleted,
    empty_project,
    fresh_experiment,
    got,
    listed,
    made,
    plain_http,
    refusal,
)
from support.sandbox import running_sandbox

sandbox = pytest.fixture(scope="module")(running_sandbox)
http = pytest.fixture(scope="module")(plain_http)
project = pytest.fixture(empty_project)
experiment = pytest.fixture(fresh_experiment)


# Audiences, dimensions, targeting lists


@pytest.mark.parametrize(
    "conditions",
    [
        '["and", {"type":"browser", "value":"gc"}, {"type":"query", "name":"utm_campaign", "value":"true"}]',
        '["or", ["not", {"type":"first_session"}], {"type":"ip","value":"10.0.0.0/8","match_type":"cidr"}]',
        "[]",
        '{"type": "device", "value": "ipad"}',
    ],
)
def test_conditions_come_back_as_they_were_sent(http: httpx.Client, project: int, conditions: str) -> None:
    """Conditions stay the string they are, blanks included."""
    assert (
        made(http, f"projects/{project}/audiences", {"name": "n", "conditions": conditions})["conditions"] == conditions
    )


@pytest.mark.parametrize(
    "conditions",
    [
        ["and", {"type": "browser", "value": "gc"}],
        "",
        "and",
        "3",
        '["xor", {"type":"first_session"}]',
        '["not", {"type":"first_session"}, {"type":"has_ppid"}]',
        '["and"]',
        '["and", []]',
        '["and", {"type":"shoe_size", "value":"42"}]',
        '["and", {"type":["browser"], "value":"gc"}]',
        '["and", {"type":"browser"}]',
        '["and", {"type":"browser", "value":1}]',
        '["and", {"type":"ip", "value":"1", "match_type":"about"}]',
        "[" * 100_000,
    ],
)
def test_malformed_conditions_are_refused(http: httpx.Client, project: int, conditions: object) -> None:
    """Whatever the vendor could not evaluate is refused, by the field's name."""
    body = {"name": "n", "conditions": conditions}
    assert "conditions" in refusal(http.post(f"projects/{project}/audiences", json=body), 400)


def test_ten_segments_are_enough(http: httpx.Client, project: int) -> None:
    """The eleventh audience or dimension to segment by is refused; the tenth can still be saved."""
    made(http, f"projects/{project}/dimensions", {"name": "Plan"})
    path = f"projects/{project}/audiences"
    tracked = [made(http, path, {"name": f"Audience {number}", "segmentation": True}) for number in range(9)]
    assert "segmentation" in refusal(http.post(path, json={"name": "one more", "segmentation": True}), 400)
    more = made(http, path, {"name": "one more"})
    refusal(http.put(f"audiences/{more['id']}", json={"segmentation": True}), 400)
    assert changed(http, f"audiences/{tracked[-1]['id']}", {"segmentation": True})["segmentation"]


@pytest.mark.parametrize("taken", [{"name": "Plan"}, {"client_api_name": "plan"}])
def test_the_names_of_dimensions_are_unique(http: httpx.Client, project: int, taken: dict[str, str]) -> None:
    """Neither creating nor changing can give a dimension a name that another one of its project has."""
    path = f"projects/{project}/dimensions"
    made(http, path, {"name": "Plan", "client_api_name": "plan"})
    assert next(iter(taken)) in refusal(http.post(path, json={"name": "Other", **taken}), 400)
    other = made(http, path, {"name": "Other"})
    refusal(http.put(f"dimensions/{other['id']}", json=taken), 400)
    assert changed(http, f"dimensions/{other['id']}", {"name": "Other", "description": "d"})["description"] == "d"


def test_the_life_of_a_targeting_list(http: httpx.Client, project: int) -> None:
    """Its content is never shown, an update replaces it whole, and its name is its own and for good."""
    path = f"projects/{project}/targeting_lists"
    made_list = made(http, path, {**UPLOAD, "description": "d"})
    one = f"targeting_lists/{made_list['id']}"
    assert "list_content" not in made_list
    assert got(http, path) == [got(http, one)] == [made_list]
    replaced = changed(http, one, {**UPLOAD, "list_type": 1})
    assert replaced == {**made_list, "list_type": 1, "description": ""}
    refusal(http.post(path, json=UPLOAD), 400)
    refusal(http.put(one, json={**UPLOAD, "name": "other"}), 400)
    refusal(http.put(one, json={"description": "alone"}), 400)
    deleted(http, one)


# Goals


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"title": "t"}, "goal_type"),
        ({"goal_type": 1, "event": "e"}, "title"),
        ({"title": "t", "goal_type": 0, "target_to_experiments": True}, "selector"),
        ({"title": "t", "goal_type": 0, "selector": "a"}, "target_to_experiments"),
        ({"title": "t", "goal_type": 0, "selector": "a", "target_to_experiments": False}, "target_urls"),
        ({**CLICK, "target_to_experiments": False, "target_urls": []}, "target_url_match_types"),
        ({"title": "t", "goal_type": 1}, "event"),
        ({"title": "t", "goal_type": 3, "url_match_types": []}, "urls"),
        ({"title": "t", "goal_type": 3, "urls": []}, "url_match_types"),
        ({"title": "t", "goal_type": 3, "urls": ["a"], "url_match_types": []}, "url_match_types"),
        ({"title": "t", "goal_type": 3, "urls": ["a"], "url_match_types": [5]}, "url_match_types[0]"),
        ({"title": "t", "goal_type": 2}, "goal_type"),
        ({"title": "t", "goal_type": 4}, "goal_type"),
        ({"title": "t", "goal_type": True}, "goal_type"),
        ({"title": "t", "goal_type": 1.0, "event": "e"}, "goal_type"),
        ({**EVENT, "experiment_ids": [1]}, "experiment_ids"),
        ({**EVENT, "experiment_ids": ["1"]}, "experiment_ids[0]"),
    ],
)
def test_a_goal_needs_what_its_type_needs(http: httpx.Client, project: int, body: dict[str, Any], field: str) -> None:
    """What is missing or wrong is named, and nothing is made."""
    assert field in refusal(http.post(f"projects/{project}/goals", json=body), 400)
    assert got(http, f"projects/{project}/goals") == []


# Bad bodies

WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("projects", {}, "project_name"),
    ("projects", {"project_name": ""}, "project_name"),
    ("projects", {"project_name": 1}, "project_name"),
    ("projects", {"project_name": "p", "project_status": "Gone"}, "project_status"),
    ("projects", {"project_name": "p", "include_jquery": 1}, "include_jquery"),
    ("projects/{project}/experiments", {"description": "d"}, "edit_url"),
    ("projects/{project}/experiments", {"edit_url": PAGE}, "description"),
    ("projects/{project}/experiments", {"status": "running"}, "description"),
    ("experiments/{experiment}", {"status": "running"}, "status"),
    ("experiments/{experiment}", {"status": ["Running"]}, "status"),
    ("experiments/{experiment}", {"percentage_included": 10_001}, "percentage_included"),
    ("experiments/{experiment}", {"percentage_included": True}, "percentage_included"),
    ("experiments/{experiment}", {"percentage_included": 1e3}, "percentage_included"),
    ("experiments/{experiment}", {"audience_ids": [1]}, "audience_ids"),
    ("experiments/{experiment}", {"audience_ids": "1"}, "audience_ids"),
    ("experiments/{experiment}", {"experiment_type": "multivariate"}, "experiment_type"),
    ("experiments/{experiment}", {"url_conditions": [{"match_type": "simple"}]}, "url_conditions[0].value"),
    (
        "experiments/{experiment}",
        {"url_conditions": [{"value": "", "match_type": "x"}]},
        "url_conditions[0].match_type",
    ),
    ("experiments/{experiment}", {"url_conditions": ["x"]}, "url_conditions[0]"),
    ("experiments/{experiment}/variations", {}, "description"),
    ("experiments/{experiment}/variations", {"description": "d", "weight": -1}, "weight"),
    ("experiments/{experiment}/variations", {"description": "d", "weight": "5"}, "weight"),
    ("experiments/{experiment}/schedules", {}, "start_time"),
    ("experiments/{experiment}/schedules", {"start_time": "2015-01-01T08:00:00.000000Z"}, "start_time"),
    ("experiments/{experiment}/schedules", {"start_time": "2015-01-01T08:00:00+00:00"}, "start_time"),
    ("experiments/{experiment}/schedules", {"start_time": "2015-02-30T08:00:00Z"}, "start_time"),
    ("experiments/{experiment}/schedules", {"stop_time": 1_420_099_200}, "stop_time"),
    ("projects/{project}/audiences", {}, "name"),
    ("projects/{project}/dimensions", {"client_api_name": "c"}, "name"),
    ("projects/{project}/targeting_lists", {**UPLOAD, "name": "with blanks"}, "name"),
    ("projects/{project}/targeting_lists", {**UPLOAD, "list_type": 4}, "list_type"),
    ("projects/{project}/targeting_lists", {**UPLOAD, "format": "tsv"}, "format"),
    ("projects/{project}/targeting_lists", {**UPLOAD, "list_content": "x" * 101}, "list_content"),
    ("projects/{project}/targeting_lists", {**UPLOAD, "list_content": "x\n" * 2_500_001}, "list_content"),
]


@pytest.mark.parametrize(("path", "body", "field"), WRONG)
def test_a_wrong_field_is_named(
    http: httpx.Client, project: int, experiment: dict[str, Any], path: str, body: dict[str, Any], field: str
) -> None:
    """A field that is missing, or has the wrong type or value, is 400 and named."""
    method = "PUT" if path.endswith("{experiment}") else "POST"
    path = path.format(project=project, experiment=experiment["id"])
    assert field in refusal(http.request(method, path, json=body), 400)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b'"x"', b'{"project_name": NaN}', b'{"project_name":"\\ud800"}']
)
def test_a_body_that_is_no_json_object_is_refused(http: httpx.Client, content: bytes) -> None:
    """Bodies must be JSON objects that can be kept."""
    refusal(http.post("projects", content=content), 400)


def test_ids_of_another_project_are_refused(
    http: httpx.Client, sandbox: Sandbox, project: int, experiment: dict[str, Any]
) -> None:
    """Audiences and experiments can only be used in their own project, and a refusal leaves all as it was."""
    goal = made(http, f"projects/{project}/goals", EVENT)
    foreign = [experiment["id"], listed(sandbox, "experiments")[0]]
    refusal(http.put(f"goals/{goal['id']}", json={"experiment_ids": foreign}), 400)
    refusal(http.put(f"experiments/{experiment['id']}", json={"audience_ids": listed(sandbox, "audiences")[:1]}), 400)
    assert got(http, f"goals/{goal['id']}") == goal
    assert got(http, f"experiments/{experiment['id']}")["display_goal_order_lst"] == []
