"""Optimizely v2 as the sandbox plays it, over real sockets: who may come in, lists and pages, every kind, errors."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest

from abclient.sandbox.optimizely import VENDOR
from abclient.testing import Sandbox
from support.cases import a_third_every_run
from support.sandbox import running_sandbox
from support.sandbox_optimizely import SPEC, connected, refusal

sandbox = pytest.fixture(scope="module")(running_sandbox)
http = pytest.fixture(scope="module")(connected)


@pytest.fixture(scope="module")
def world(sandbox: Sandbox) -> dict[str, Any]:
    """What the sandbox held at the start."""
    return dict(sandbox.world()["optimizely"])


@pytest.mark.parametrize("header", [None, "", "sandbox-token", "Bearer", "Bearer other", "Basic sandbox-token"])
def test_only_the_bearer_token_is_accepted(sandbox: Sandbox, header: str | None) -> None:
    """A missing, bare or other token is unauthorized."""
    headers = {} if header is None else {"Authorization": header}
    refusal(httpx.get(f"{sandbox.url}/v2/projects", headers=headers, trust_env=False), 401)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nothing", 404),
        ("GET", "/projects/1", 404),
        ("GET", "/projects/abc", 404),
        ("GET", "/experiments/1/results", 404),
        ("GET", "/export/experiments/1/results/csv", 404),
        ("DELETE", "/projects/1", 405),
        ("DELETE", "/audiences/1", 405),
        ("PUT", "/experiments/1", 405),
        ("GET", "/billing/usage/1/summary", 404),
        ("GET", "/changes?project_id=1", 404),
    ],
)
def test_unknown_paths_and_methods(http: httpx.Client, method: str, path: str, status: int) -> None:
    """What does not exist is not found, what cannot be done to it is not allowed."""
    refusal(http.request(method, path), status)


def links(response: httpx.Response) -> dict[str, str]:
    """The pages an answer leads to, read the way the vendor writes them: without quotes."""
    return {rel: url for url, rel in re.findall(r"<([^>]+)>; rel=(\w+)(?:,|\Z)", response.headers.get("link", ""))}


def test_pages_are_linked_without_quotes(http: httpx.Client, world: dict[str, Any]) -> None:
    """next leads through all pages on the host that was asked; the last page has prev only."""
    url, rows, answers = (
        f"/experiments?project_id={world['projects'][0]}&per_page=7",
        list[int](),
        list[httpx.Response](),
    )
    while url:
        answers.append(http.get(url))
        rows += [row["id"] for row in answers[-1].json()]
        url = links(answers[-1]).get("next", "")
        assert not url or url.startswith(f"{http.base_url}experiments?")
    assert len(rows) == len(set(rows)) > 30
    assert [set(links(answer)) for answer in answers[:2]] == [{"next", "last"}, {"prev", "next", "last"}]
    assert set(links(answers[-1])) == {"prev"}
    assert http.get(links(answers[0])["last"]).json() == answers[-1].json()
    assert http.get(links(answers[1])["prev"]).json() == answers[0].json()


def test_default_page_has_25(http: httpx.Client, world: dict[str, Any]) -> None:
    """Without parameters a page has 25 rows, and a page past the end none."""
    path = f"/experiments?project_id={world['projects'][0]}"
    assert len(http.get(path).json()) == 25
    assert http.get(f"{path}&page=99").json() == []


def test_a_single_page_has_no_link(http: httpx.Client, world: dict[str, Any]) -> None:
    """Where there is nowhere to go, there is no header."""
    assert "link" not in http.get(f"/groups?project_id={world['projects'][0]}").headers


@pytest.mark.parametrize("query", ["per_page=101", "per_page=0", "page=0", "page=x", "per_page=-1", "page=1.5"])
def test_bad_pages(http: httpx.Client, world: dict[str, Any], query: str) -> None:
    """A page that cannot be is refused by name."""
    message = refusal(http.get(f"/audiences?project_id={world['projects'][0]}&{query}"), 400)
    assert query.partition("=")[0] in message


PROJECT_PARAMETER = {"$ref": "#/components/parameters/ProjectId"}
LISTS = [one["path"] for one in SPEC.operations.values() if PROJECT_PARAMETER in one.get("parameters", [])]


@pytest.mark.parametrize("path", [*LISTS, "/experiments"])
def test_lists_need_a_project(http: httpx.Client, path: str) -> None:
    """A list of what belongs to a project asks for the project."""
    assert "project_id" in refusal(http.get(path), 400)
    assert "project_id" in refusal(http.get(f"{path}?project_id=x"), 400)
    refusal(http.get(f"{path}?project_id=1"), 404)


def test_every_operation_is_there() -> None:
    """The sandbox has each operation of the specification, by its id, method and path, and no other."""
    specified = {(name, one["method"], f"/v2{one['path']}") for name, one in SPEC.operations.items()}
    assert {(one.id, one.method, one.path) for one in VENDOR.operations} == specified
    assert len(VENDOR.operations) == 105


def required_fields(name: str) -> list[str]:
    """What the body of an operation must have, as specified."""
    reference = SPEC.operations[name]["requestBody"]["content"]["application/json"]["schema"]["$ref"]
    return list(SPEC.schemas[reference.rpartition("/")[2]].get("required", []))


VARIATIONS = [{"name": "A", "weight": 5000}, {"name": "B", "weight": 5000}]
IMPLEMENTATION = {"html": "<p>Hello</p>"}
BODIES: dict[str, dict[str, Any]] = {
    "create_project": {"name": "New"},
    "create_attribute": {"key": "colour"},
    "create_in_page_event": {"name": "Button", "event_type": "click", "config": {"selector": "#buy"}},
    "create_custom_event": {"key": "bought"},
    "create_audience": {"name": "Everybody", "conditions": '["and", ["or", {"name": "x"}]]'},
    "create_feature": {"key": "new-menu", "variables": [{"key": "a", "type": "json", "default_value": "{}"}]},
    "create_experiment": {"name": "New", "variations": VARIATIONS, "metrics": [{"aggregator": "unique"}]},
    "create_campaign": {"name": "New"},
    "create_section": {"name": "Header", "variations": VARIATIONS},
    "create_page": {"name": "Front", "edit_url": "https://example.com/"},
    "create_environment": {"key": "staging", "name": "Staging"},
    "create_group": {"name": "Tests"},
    "create_extension": {"name": "Bar", "edit_url": "https://example.com/", "implementation": IMPLEMENTATION},
    "create_list_attribute": {"name": "Codes", "key_field": "code"},
    "create_webhook": {
        "name": "Hook",
        "description": "Told",
        "url": "https://hooks.example.com/1",
        "events": ["project.flag_created"],
    },
    "create_scheduled_job": {
        "frequency": "daily",
        "job_type": "project_results",
        "output_channels": {"email": ["me@example.com"]},
    },
    "create_sar_request": {
        "data_type": "user",
        "identifier": "me@example.com",
        "identifier_type": "email",
        "request_type": "access",
    },
}
OF_A_PROJECT = {name for name in BODIES if "project_id" in required_fields(name)}
QUERIES = {
    "get_search_results": {"query": "check"},
    "get_impressions_usage_request": {"usage_date_from": "2024-01-01", "usage_date_to": "2024-02-01"},
}


def parameters(operation: dict[str, Any], http: httpx.Client, world: dict[str, Any]) -> dict[str, Any]:
    """Values for the path parameters of an operation, of things that are there and belong together."""
    project = world["projects"][1]
    click = next(
        event
        for event in http.get(f"/events?project_id={project}&per_page=100").json()
        if event["event_type"] == "click"
    )
    experiment = world["experiments"][0]
    known = {
        "project_id": project,
        "account_id": world["account"],
        "page_id": click["page_id"],
        "event_id": click["id"] if "/pages/" in operation["path"] else event_id(http, project),
        "experiment_id": experiment,
        "section_id": http.get(f"/experiments/{experiment}/sections").json()[0]["id"],
        "request_id": world["subject_access_requests"][0],
        "job_id": world["scheduled_jobs"][0],
        "visitor_id": "oeu1700000000000r0.1",
        "catalog_id": "catalog",
        "recommender_id": "similar",
        "date": "2024-06-01",
    }
    kinds = re.findall(r"\{(\w+)_id\}", operation["path"])
    return {f"{kind}_id": world[f"{kind}s"][0] for kind in kinds if f"{kind}s" in world} | known


def invitation(project: int) -> dict[str, Any]:
    """Somebody to invite."""
    return {"profile": {"email": "ada@example.com"}, "project_roles": [{"project_id": project, "role": "editor"}]}


def event_id(http: httpx.Client, project: int) -> int:
    """A custom event of a project."""
    return int(http.get(f"/events?project_id={project}").json()[0]["id"])


def ends_something(name: str) -> bool:
    """Whether an operation comes last, because the others want what it deletes."""
    return name.startswith(("delete", "archive"))


NAMES: list[str] = sorted(SPEC.operations, key=ends_something)


@pytest.mark.parametrize("name", a_third_every_run(NAMES))
def test_every_operation_answers_as_specified(http: httpx.Client, world: dict[str, Any], name: str) -> None:
    """A call that is right gets a declared success, with a body that is exactly of the declared form."""
    operation = SPEC.operations[name]
    path = operation["path"].format(**parameters(operation, http, world))
    body = BODIES.get(name, {}) | ({"project_id": world["projects"][1]} if name in BODIES else {})
    several = {"create_collaborators": [invitation(world["projects"][1])]}
    query = QUERIES.get(name, {"project_id": world["projects"][1]})
    content: dict[str, Any] = {"json": several.get(name, body)} if operation["method"] in {"POST", "PATCH"} else {}
    response = http.request(operation["method"], path, params=query, **content)
    declared = operation["responses"].get(str(response.status_code))
    assert response.status_code < 300 and declared is not None, response.text
    if response.status_code in {202, 204}:
        assert response.content == b""
        return
    [(media_type, form)] = declared["content"].items()
    assert response.headers["content-type"].startswith(media_type)
    if media_type == "application/json":
        SPEC.check(response.json(), form["schema"])


@pytest.mark.parametrize("name", sorted(BODIES))
def test_bodies_are_checked(http: httpx.Client, world: dict[str, Any], name: str) -> None:
    """A body that is no object, no JSON, lacks a field or has one of another type is refused; nothing is made."""
    operation = SPEC.operations[name]
    path = operation["path"].format(**parameters(operation, http, world))
    for body in (b"", b"[]", b"{", b'"text"'):
        refusal(http.post(path, content=body), 400)
    whole = BODIES[name] | ({"project_id": world["projects"][1]} if name in OF_A_PROJECT else {})
    for field in required_fields(name):
        short = {other: value for other, value in whole.items() if other != field}
        if not (field == "project_id" and "project_id" in operation["path"]):
            assert f"{field} is required" in refusal(http.post(path, json=short), 400)
    for field in BODIES[name]:
        message = refusal(http.post(path, json=whole | {field: 7}), 400)
        assert field in message


@pytest.mark.parametrize("name", sorted(name for name in SPEC.operations if "{" in SPEC.operations[name]["path"]))
def test_what_is_unknown_is_not_found(http: httpx.Client, name: str) -> None:
    """Ids that nothing has are not found, except where they are no ids of things."""
    operation = SPEC.operations[name]
    path = re.sub(r"\{\w+\}", "1", operation["path"])
    content: dict[str, Any] = {"json": {}} if operation["method"] in {"POST", "PATCH"} else {}
    # The days of recommendations are no ids; every catalog has files.
    refusal(http.request(operation["method"], path, **content), 400 if "{date}" in operation["path"] else 404)
