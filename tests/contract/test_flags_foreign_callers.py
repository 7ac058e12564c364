"""What public scripts and tools send to Feature Experimentation, sent to the sandbox as it is, without our client.

Five callers, of which only the requests stand here (method, path, body) and what they read of answers: a Python script
that provisions projects, the helpers of a worker that were tried against the vendor, a dashboard, a command that pulls
flags into code, and a bot that turns flags off. They send ``application/json`` for patches, too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import httpx
import pytest

from abclient.testing import Sandbox
from support.sandbox import running_sandbox

sandbox = pytest.fixture(scope="module")(running_sandbox)


class Caller(NamedTuple):
    """Somebody with a token, a project's number, and an HTTP library."""

    http: httpx.Client
    project: int

    def ask(self, method: str, path: str, body: Any = None, *, allow: tuple[int, ...] = ()) -> tuple[int, Any]:
        """The status, and the body if there is one; a status of 400 or more must be allowed."""
        content = None if body is None else json.dumps(body)
        answer = self.http.request(method, path.replace("PROJECT", str(self.project)), content=content)
        assert answer.status_code < 400 or answer.status_code in allow, answer.text
        return answer.status_code, answer.json() if answer.content else None

    def pages(self, path: str) -> list[Any]:
        """All rows of a list, by number, up to a page that is not full; bare arrays, or objects with items."""
        rows: list[Any] = []
        for number in range(1, 10):
            _, page = self.ask("GET", f"{path}&per_page=100&page={number}")
            found: list[Any] = page if page.__class__ is list else page["items"]
            rows += found
            if len(found) < 100:
                break
        return rows


@pytest.fixture
def caller(sandbox: Sandbox) -> Iterator[Caller]:
    """The sandbox as it was at its beginning."""
    sandbox.reset()
    headers = {"Authorization": f"Bearer {sandbox.token}", "Content-Type": "application/json"}
    with httpx.Client(base_url=f"{sandbox.url}/optimizely_flags", headers=headers, trust_env=False) as http:
        yield Caller(http, sandbox.world()["optimizely_flags"]["projects"][0])


FLAGS = "/flags/v1/projects/PROJECT/flags"
HERO = f"{FLAGS}/homepage_hero"
HERO_RULES = f"{HERO}/environments/development/ruleset"
EQUAL = {"control": 5_000, "treatment": 5_000}


def a_test(name: str, event: int, audience: list[Any]) -> dict[str, Any]:
    """A rule as the provisioning script writes it: on, said to be running, and with the smallest metric."""
    return {
        "key": "hero_ab",
        "name": name,
        "type": "a/b",
        "enabled": True,
        "status": "running",
        "percentage_included": 10_000,
        "audience_conditions": audience,
        "variations": {key: {"key": key, "percentage_included": share} for key, share in EQUAL.items()},
        "metrics": [{"event_id": event, "aggregator": "unique", "winning_direction": "increasing", "scope": "visitor"}],
    }


def provisioned(caller: Caller) -> tuple[int, int]:
    """Attribute, event, audience, flag and variations of the provisioning script; the numbers of event and audience."""
    attribute = {"project_id": caller.project, "key": "tier", "name": "Loyalty tier", "description": ""}
    assert "tier" not in {one["key"] for one in caller.pages("/v2/attributes?project_id=PROJECT")}
    assert caller.ask("POST", "/v2/attributes", attribute)[1]["name"] == "Loyalty tier"
    event = {"key": "paid", "name": "Paid", "description": "", "event_type": "custom"}
    assert "paid" not in {one["key"] for one in caller.pages("/v2/events?project_id=PROJECT")}
    event_id = caller.ask("POST", "/v2/projects/PROJECT/custom_events", event)[1]["id"]
    condition = {"match_type": "exact", "name": "Loyalty tier", "type": "custom_attribute", "value": "gold"}
    audience = {
        "project_id": caller.project,
        "name": "Gold",
        "description": "",
        "conditions": json.dumps(["and", ["or", ["or", condition]]]),
    }
    caller.ask("POST", "/v2/audiences", audience)
    named = {one["name"]: one["id"] for one in caller.pages("/v2/audiences?project_id=PROJECT")}
    _, found = caller.ask("GET", f"{FLAGS}?per_page=100")
    assert "homepage_hero" not in {one["key"] for one in found["items"]}
    definition = {"key": "headline", "type": "string", "default_value": "Hi", "description": ""}
    flag = {
        "key": "homepage_hero",
        "name": "Homepage hero",
        "description": "",
        "variable_definitions": {"headline": definition},
    }
    assert caller.ask("POST", FLAGS, flag)[0] in (200, 201)
    _, variations = caller.ask("GET", f"{HERO}/variations?per_page=100")
    assert {one["key"] for one in variations["items"]} == {"off", "on"}
    for key in EQUAL:
        body = {"key": key, "name": key, "description": "", "variables": {"headline": {"value": f"For {key}"}}}
        assert caller.ask("POST", f"{HERO}/variations", body)[0] in (200, 201)
    return event_id, named["Gold"]


def test_a_script_that_provisions_a_project(caller: Caller) -> None:
    """It turns the flag on in the patch that adds the rule, and replaces rule and order when it runs again."""
    event, audience = provisioned(caller)
    _, ruleset = caller.ask("GET", HERO_RULES, allow=(404,))
    assert (ruleset["rules"], ruleset["rule_priorities"]) == ({}, [])
    rule = a_test("Hero A/B", event, ["and", ["or", {"audience_id": audience}]])
    steps = [
        {"op": "replace", "path": "/enabled", "value": True},
        {"op": "add", "path": "/rules/hero_ab", "value": rule},
        {"op": "replace", "path": "/rule_priorities", "value": ["hero_ab"]},
    ]
    status, ruleset = caller.ask("PATCH", HERO_RULES, steps, allow=(400, 409))
    assert (status, ruleset["enabled"], ruleset["rules"]["hero_ab"]["status"]) == (200, True, "running")
    steps[1] = {"op": "replace", "path": "/rules/hero_ab", "value": a_test("Renamed", event, [])}
    status, ruleset = caller.ask("PATCH", HERO_RULES, steps, allow=(400, 409))
    again = ruleset["rules"]["hero_ab"]
    assert (status, again["name"], again["status"], again["audience_conditions"]) == (200, "Renamed", "running", [])
    assert {key: one["percentage_included"] for key, one in again["variations"].items()} == EQUAL


REFUSED: dict[str, tuple[str, str, Any]] = {
    "an add of what exists": (
        "PATCH",
        HERO_RULES,
        [{"op": "add", "path": "/rules/hero_ab", "value": a_test("Hero A/B", 1, [])}],
    ),
    "a draft again": ("PATCH", HERO_RULES, [{"op": "replace", "path": "/rules/hero_ab/status", "value": "draft"}]),
    "an id as text": (
        "PATCH",
        HERO_RULES,
        [{"op": "replace", "path": "/rules/hero_ab/audience_conditions", "value": ["or", {"audience_id": "7"}]}],
    ),
    "a test without a metric": (
        "PATCH",
        HERO_RULES,
        [{"op": "replace", "path": "/rules/hero_ab/metrics", "value": []}],
    ),
    "flat values": ("POST", f"{HERO}/variations", {"key": "v", "name": "v", "variable_values": {"headline": "x"}}),
    "a key inside of a value": (
        "POST",
        f"{HERO}/variations",
        {"key": "v", "name": "v", "variables": {"headline": {"key": "headline", "value": "x"}}},
    ),
    "a variable without its key": (
        "POST",
        FLAGS,
        {"key": "other", "variable_definitions": {"n": {"type": "string", "default_value": ""}}},
    ),
    "a page by number": ("GET", f"{FLAGS}?per_page=100&page=1", None),
}


@pytest.mark.parametrize(("method", "path", "body"), REFUSED.values(), ids=REFUSED.keys())
def test_what_the_script_says_that_the_vendor_refuses(caller: Caller, method: str, path: str, body: Any) -> None:
    """Its comments name these, each of which it works around; nothing is changed by them."""
    event, _ = provisioned(caller)
    steps = [
        {"op": "replace", "path": "/enabled", "value": True},
        {"op": "add", "path": "/rules/hero_ab", "value": a_test("Hero A/B", event, [])},
        {"op": "replace", "path": "/rule_priorities", "value": ["hero_ab"]},
    ]
    caller.ask("PATCH", HERO_RULES, steps)
    before = caller.ask("GET", HERO_RULES), caller.ask("GET", HERO)
    status, problem = caller.ask(method, path, body, allow=(400, 409))
    assert (status, problem["status"]) == (400, 400)
    assert (caller.ask("GET", HERO_RULES), caller.ask("GET", HERO)) == before


def test_helpers_of_a_worker(caller: Caller) -> None:
    """Each looks first and makes what is missing; a delivery to an audience, and two calls until it is live."""
    assert caller.ask("GET", f"{FLAGS}/banner", allow=(404,)) == (404, None)
    definition = {"key": "shown", "type": "boolean", "default_value": "false", "description": "Shown or not"}
    body: Any = {"key": "banner", "name": "Banner", "description": "", "variable_definitions": {"shown": definition}}
    _, flag = caller.ask("POST", FLAGS, body)
    assert isinstance(flag["id"], int)
    _, found = caller.ask("GET", "/v2/attributes?project_id=PROJECT&per_page=100")
    assert "plan" not in {one["key"] for one in found}
    _, attribute = caller.ask("POST", "/v2/attributes", {"key": "plan", "name": "Plan", "project_id": caller.project})
    caller.ask("PATCH", f"/v2/attributes/{attribute['id']}", {"name": "plan"})
    conditions = ["or", {"type": "custom_attribute", "name": "plan", "match_type": "exact", "value": "gold"}]
    body = {
        "name": "Gold plans",
        "description": "",
        "project_id": caller.project,
        "conditions": json.dumps(conditions),
    }
    _, audience = caller.ask("POST", "/v2/audiences", body)
    body = {"key": "gold", "name": "Gold", "description": "", "variables": {"shown": {"value": "true"}}}
    _, variation = caller.ask("POST", f"{FLAGS}/banner/variations", body)
    _, variations = caller.ask("GET", f"{FLAGS}/banner/variations?per_page=100")
    assert variation["id"] in {one["id"] for one in variations["items"]}
    place = f"{FLAGS}/banner/environments/development/ruleset"
    assert caller.ask("GET", place)[1]["rules"] == {}
    rule = {
        "key": "gold_rule",
        "name": "Gold banner",
        "type": "targeted_delivery",
        "percentage_included": 10_000,
        "variations": {"gold": {"key": "gold", "name": "gold", "percentage_included": 10_000}},
        "audience_conditions": ["or", {"audience_id": audience["id"]}],
        "audience_ids": [audience["id"]],
    }
    steps: Any = [
        {"op": "add", "path": "/rules/gold_rule", "value": rule},
        {"op": "add", "path": "/rule_priorities/-", "value": "gold_rule"},
    ]
    _, made = caller.ask("PATCH", place, steps)
    assert (made["enabled"], made["rules"]["gold_rule"]["enabled"]) == (False, False)
    caller.ask("POST", f"{place}/enabled")
    _, live = caller.ask("PATCH", place, [{"op": "replace", "path": "/rules/gold_rule/enabled", "value": True}])
    assert (live["enabled"], live["rules"]["gold_rule"]["enabled"]) == (True, True)
    assert live["rules"]["gold_rule"]["audience_ids"] == [audience["id"]]
    assert live["revision"] > made["revision"]


OF_A_FLAG = ("id", "key", "name", "description", "archived", "project_id", "created_time", "updated_time", "revision")
OF_AN_ENVIRONMENT = ("key", "name", "enabled", "has_restricted_permissions", "priority", "status", "id", "created_time")


@pytest.mark.parametrize("size", [500, 7])
def test_a_dashboard_reads_all_flags(caller: Caller, size: int) -> None:
    """It puts the base address before each link, which is the first of a list, until there is no list."""
    path = f"/projects/PROJECT/flags?per_page={size}&sort=created_time%3Adesc&archived=false"
    flags: list[Any] = []
    page: Any = {}
    while path:
        _, page = caller.ask("GET", f"/flags/v1{path}")
        flags += page["items"]
        path = page["next_url"][0] if page.get("next_url") else ""
    assert len({one["key"] for one in flags}) == len(flags) == page["total_count"]
    for flag in flags:
        assert not [name for name in OF_A_FLAG if flag.get(name) is None]
        assert not [
            name for one in flag["environments"].values() for name in OF_AN_ENVIRONMENT if one.get(name) is None
        ]
    assert caller.ask("GET", f"{FLAGS}/{flags[0]['key']}")[1] == flags[0]
    status, problem = caller.ask("GET", f"{FLAGS}?sort=x", allow=(400,))
    assert (status, bool(problem["detail"])) == (400, True)


READ_AS: dict[str, Callable[[str], object]] = {"boolean": lambda text: text == "true", "integer": int, "double": float}


def test_a_command_pulls_flags_and_variations_into_code(caller: Caller) -> None:
    """Types and texts of values are what it makes constants of."""
    _, page = caller.ask("GET", f"{FLAGS}?archived=false&per_page=10")
    assert len(page["items"]) == 10
    for flag in page["items"]:
        defaults = {
            key: READ_AS[one["type"]](one["default_value"]) for key, one in flag["variable_definitions"].items()
        }
        _, variations = caller.ask("GET", f"{FLAGS}/{flag['key']}/variations?archived=false&per_page=10")
        for one in variations["items"]:
            assert (type(one["name"]), type(one["enabled"])) == (str, bool)
            assert {k: READ_AS[v["type"]](v["value"]) for k, v in one["variables"].items()} == defaults


def test_a_bot_turns_flags_off(caller: Caller) -> None:
    """A POST without a body for each flag, as often as it likes; a flag that is not there stops it."""
    _, page = caller.ask("GET", f"{FLAGS}?environment=production&enabled=true&per_page=3")
    keys = [one["key"] for one in page["items"]]
    assert len(keys) == 3
    for key in [*keys, keys[0]]:
        assert caller.ask("POST", f"{FLAGS}/{key}/environments/production/ruleset/disabled")[0] == 200
    for key in keys:
        assert caller.ask("GET", f"{FLAGS}/{key}")[1]["environments"]["production"]["enabled"] is False
    assert caller.ask("POST", f"{FLAGS}/none/environments/production/ruleset/disabled", allow=(404,))[0] == 404
