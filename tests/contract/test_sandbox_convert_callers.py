"""What public callers of Convert's API v2 send, byte for byte as they write it, and what they read of the responses.

Only the requests are taken over: a dashboard's sync that signs, a page that shows one experience's results, the
vendor's own sample ``bulkLocations``, the Python package ``convertapi-python``, an editor's and a browser's extension
and a shop's page that send their key, and the list of read operations of an integration platform.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import httpx
import pytest

from abclient.sandbox.convert.auth import KEY_ID, KEY_SECRET
from abclient.testing import Sandbox
from support.sandbox import running_sandbox
from support.sandbox_convert_v1 import headers

sandbox = pytest.fixture(scope="module")(running_sandbox)

ALL = ["variations", "goals", "audiences", "locations"]


def javascript(body: Any) -> bytes:
    """As ``JSON.stringify`` writes it."""
    return json.dumps(body, separators=(",", ":"), ensure_ascii=False).encode()


def python(body: Any) -> bytes:
    """As ``json.dumps`` writes it."""
    return json.dumps(body).encode()


class Caller(NamedTuple):
    """Sends requests as one caller does."""

    http: httpx.Client
    base: str
    ids: dict[str, int]
    lifetime: float = 0.0
    """Seconds for which it signs; 0 for a key that is sent."""

    def __call__(self, method: str, path: str, body: bytes = b"", status: int = 200) -> Any:
        url = f"{self.base}{path.format(**self.ids)}"
        authorization = {"Authorization": f"Bearer {KEY_ID}:{KEY_SECRET}"}
        if self.lifetime:
            until = time.time() + self.lifetime
            # Some round the time down; two send a fraction.
            authorization = headers(url, body, str(until if self.lifetime == 20 else int(until)))
        sent = {"Content-Type": "application/json", "Accept": "application/json", **authorization}
        response = self.http.request(method, url, content=body, headers=sent)
        assert response.status_code == status, response.text
        return response.json()


P = "/accounts/{account}/projects/{project}"
E = f"{P}/experiences/{{experience}}"


@pytest.fixture(scope="module")
def call(sandbox: Sandbox) -> Iterator[Callable[[float], Caller]]:
    """A caller of the experience with the most figures, by the lifetime of its signatures."""
    world = sandbox.world()["convert"]
    base = f"{sandbox.url}/convert/api/v2"
    with httpx.Client(trust_env=False) as http:
        ids = {"account": int(world["account_id"]), "project": int(world["projects"][0])}
        own = {int(one["id"]) for one in world["experiences"] if int(one["project_id"]) == ids["project"]}
        found = Caller(http, base, ids)("POST", f"{P}/experiences", javascript({"include": ALL, "expand": ALL}))["data"]
        sold = next(one for one in found if one["id"] in own and _sells(one) and one["primary_goal"])
        goal = next(one["id"] for one in sold["goals"] if one["type"] == "revenue")
        every = {"experience": sold["id"], "goal": goal, "variation": sold["variations"][1]["id"]}
        yield lambda lifetime: Caller(http, base, {**ids, **every}, lifetime)


def _sells(experience: dict[str, Any]) -> bool:
    return any(one["type"] == "revenue" for one in experience["goals"])


def test_a_dashboard_lists_experiences_and_reads_their_reports(call: Callable[[float], Caller]) -> None:
    """Pages until one is short; totals of the engagement's period; and three metrics day by day, by ``goal_id``."""
    send = call(60)
    listed: list[Any] = []
    for page in range(1, 21):
        body = {"results_per_page": 50, "page": page, "sort_by": "id", "sort_direction": "asc"}
        rows = send("POST", f"{P}/experiences", javascript({**body, "include": ALL, "expand": ALL}))["data"]
        listed += rows
        if len(rows) < 50:
            break
    assert [one["id"] for one in listed] == sorted(one["id"] for one in listed)
    for one in listed:
        assert {"id", "name", "type", "status", "start_time"} <= one.keys()
        assert all({"id", "name", "type"} <= goal.keys() for goal in one["goals"])
        parts = {"id", "name", "status", "traffic_distribution", "is_baseline"}
        assert all(parts <= variation.keys() for variation in one["variations"])
        assert all(isinstance(other["name"], str) for name in ("audiences", "locations") for other in one[name])
    period = {"utc_offset": 0, "start_time": 0, "end_time": int(time.time())}
    report = send("POST", f"{E}/aggregated_report", javascript(period))["data"]
    baselines = [one["is_baseline"] for one in report["variations_data"]]
    assert baselines.count(True) == 1
    goal = next(one for one in report["reportData"] if one["goal_id"] == send.ids["goal"])
    days = {**period, "report_type": "non_cumulative", "goal_id": send.ids["goal"]}
    for metric, total in TOTALS.items():
        data = send("POST", f"{E}/daily_report", javascript({**days, "metric": metric, "goal": goal["goal_id"]}))[
            "data"
        ]
        for variation in data["reportData"]["variations"]:
            stats = variation["stats"]
            assert [one["timestamp"] for one in stats] == sorted({one["timestamp"] for one in stats})
            assert all(one["timestamp"] % 86_400 == 0 for one in stats)
            whole = next(one for one in goal["variations"] if one["id"] == variation["id"])
            assert sum(one["totals"] for one in stats) == pytest.approx(total(whole))
            assert sum(one["visitors"] for one in stats) == whole["visitors"]
            # Where there is no total, callers compute it.
            assert all(one["totals"] == pytest.approx(one["value"] * one["visitors"], abs=0.01) for one in stats)


TOTALS: dict[str, Callable[[Any], Any]] = {
    "avg_revenue_per_visitor": lambda one: one["revenue_data"]["total_revenue"],
    "conversion_rate": lambda one: one["conversion_data"]["conversions"],
    "avg_products_ordered_per_visitor": lambda one: one["products_data"]["total_products"],
}
"""Daily metrics, and where an aggregated report has their sums."""


def test_a_goal_by_another_name_is_the_primary_one(call: Callable[[float], Caller]) -> None:
    """Callers that name the field ``goal_id``, or send no body, get days, too."""
    send = call(30)
    body = {"utc_offset": 0, "report_type": "non_cumulative", "metric": "conversion_rate", "goal_id": send.ids["goal"]}
    for content in (javascript(body), b""):
        assert send("POST", f"{E}/daily_report", content)["data"]["reportData"]["variations"][0]["stats"]


def test_a_page_shows_the_results_of_an_experience(call: Callable[[float], Caller]) -> None:
    """Rates and confidence are in percent, changes are fractions; names of goals and dates come one by one."""
    send = call(300)
    report = send("POST", f"{E}/aggregated_report", b"{}")["data"]
    names = {one["id"]: one["name"] for one in report["variations_data"]}
    for goal in report["reportData"]:
        found = send("GET", f"{P}/goals/{goal['goal_id']}")
        assert (found.get("data") or found)["name"]
        base = goal["variations"][0]["conversion_data"]["conversion_rate"]
        for one in goal["variations"]:
            assert one["id"] in names
            data = one["conversion_data"]
            assert data["conversion_rate"] == pytest.approx(100 * data["conversions"] / one["visitors"], abs=1e-3)
            if "conversion_rate_change" in data:
                change = data["conversion_rate"] / base - 1
                assert data["conversion_rate_change"] == pytest.approx(change, abs=1e-4)
                assert 0 <= data["confidence"] <= 100
    assert send("GET", E)["start_time"] > 1_600_000_000
    told = send("POST", "/accounts/{account}/experiences/{experience}/aggregated_report", b"{}", 404)
    assert isinstance(told["message"], str)  # not every report is found by the account alone


def test_the_python_package(call: Callable[[float], Caller]) -> None:
    """Bodies with spaces are signed as they are sent, also those of GET; ``data`` holds the list."""
    send = call(30)
    body = python({"include": ["variations"], "expand": ["variations"]})
    for one in send("POST", f"{P}/experiences", body)["data"]:
        assert {"id", "name", "key"} <= one.keys()
        assert all(variation["key"] for variation in one["variations"])
    assert send("GET", E, body)["id"] == send.ids["experience"]
    assert send("GET", E, python({"include": ["variations", "stats"], "expand": ["variations"]}))["name"]
    assert send("POST", "/accounts/{account}/projects", b"")["data"]


def test_the_vendor_s_sample_makes_locations(call: Callable[[float], Caller]) -> None:
    """With a fraction of a second in the time, which is compared as text."""
    rule = {"rule_type": "url", "matching": {"match_type": "matches", "negated": False}, "value": "https://convert.com"}
    body = {
        "name": "Test Location",
        "description": "Test Location description",
        "status": "active",
        "rules": {"OR": [{"AND": [{"OR_WHEN": [rule]}]}]},
    }
    made = call(20)("POST", f"{P}/locations/add", javascript(body), 201)
    assert (made["name"], made["rules"]) == (body["name"], body["rules"])


def test_an_extension_of_an_editor(call: Callable[[float], Caller]) -> None:
    """Lists with an empty search; locations, goals and an experience made, with brackets in the URL as they are; code
    of an experience and of a variation changed."""
    send = call(0)
    shared = {"search": "", "status": ["active"], "results_per_page": 50}
    for path, include in (
        ("audiences", ["rules"]),
        ("goals", ["triggering_rule"]),
        ("locations", ["rules", "trigger"]),
    ):
        found = send("POST", f"{P}/{path}", javascript({**shared, "include": include}))["data"]
        assert found
        assert all({"id", "name", *include} <= one.keys() for one in found)
    assert len(send("POST", f"{P}/experiences", javascript({"search": ""}))["data"]) > 1
    assert send("GET", P)["id"] == send.ids["project"]
    rule = {"rule_type": "js_condition", "value": "x()", "matching": {"match_type": "equals", "negated": False}}
    location = {
        "name": "New - url 1",
        "description": "Made",
        "status": "active",
        "selected_default": False,
        "rules": {"OR": [{"AND": [{"OR_WHEN": [rule]}]}]},
        "trigger": {"type": "upon_run"},
    }
    place = send("POST", f"{P}/locations/add", javascript(location), 201)["id"]
    code = {"name": "New", "key": "new", "type": "code_trigger", "status": "active", "selected_default": False}
    goal = send("POST", f"{P}/goals/add", javascript(code), 201)["id"]
    shares = ((True, 33.3333), (False, 33.3333), (False, 33.3334))
    body = {
        "name": "New",
        "objective": "o",
        "type": "a/b",
        "status": "draft",
        "url": "https://shop.example.com/",
        "audiences": [],
        "goals": [goal],
        "locations": [place],
        "primary_goal": goal,
        "variations": [
            {"name": f"V{step}", "is_baseline": first, "traffic_distribution": share}
            for step, (first, share) in enumerate(shares)
        ],
        "settings": {"matching_options": {"audiences": "any", "locations": "any"}},
    }
    query = "&".join(f"expand[]={name}" for name in ("variations", "audiences", "goals", "locations"))
    made = send("POST", f"{P}/experiences/add?{query}", javascript(body), 201)
    made = made.get("data") or made
    assert (made["name"], made["url"], made["goals"][0]["id"], made["locations"][0]["id"]) == (
        *("New", body["url"]),
        *(goal, place),
    )
    assert [one["traffic_distribution"] for one in made["variations"]] == [share for _, share in shares]
    whole = send("GET", f"{E}?expand[]=variations")
    assert all({"id", "name"} <= one.keys() for one in whole["variations"])
    script = {"global_js": "f()", "global_css": "a{}"}
    assert send("POST", f"{E}/update", javascript(script))["global_js"] == "f()"
    change = {"type": "customCode", "data": {"js": "g()", "css": ""}}
    update = f"{E}/variations/{{variation}}/update"
    assert len(send("PUT", update, javascript({"changes": [change]}))["changes"]) == 1
    changed = send("GET", f"{E}?expand[]=variations.changes")["variations"]
    (mine,) = [one for one in changed if one["id"] == send.ids["variation"]]
    assert mine["changes"][0]["data"] == change["data"]


def test_an_extension_of_a_browser(call: Callable[[float], Caller]) -> None:
    """Accounts, projects with the addresses of their domains, experiences, by pages of fifty."""
    send = call(0)
    assert send.ids["account"] in [one["id"] for one in send("GET", "/accounts")["data"]]
    page: dict[str, Any] = {"page": 1, "results_per_page": 50, "include": ["domains"]}
    for one in send("POST", "/accounts/{account}/projects", javascript(page))["data"]:
        assert {"id", "name", "status", "project_type", "domains"} <= one.keys()
    page = {"page": 1, "results_per_page": 50, "status": ["active", "paused", "completed", "draft"]}
    for one in send("POST", f"{P}/experiences", javascript(page))["data"]:
        assert one["status"] in page["status"]
    assert send("POST", "/accounts/{account}/projects", b"")["data"]


def test_a_shop_s_page_looks_for_winners(call: Callable[[float], Caller]) -> None:
    """A POST without a body, and what is significant in it."""
    report = call(0)("POST", f"{E}/aggregated_report", b"")
    for goal in report["data"]["reportData"]:
        for one in goal["variations"]:
            assert {"statistically_significant", "conversion_rate"} <= one["conversion_data"].keys()


def test_what_an_integration_platform_reads(call: Callable[[float], Caller]) -> None:
    """Each of its read operations that the sandbox plays answers with something in it."""
    send = call(0)
    for method, path in READS:
        assert send(method, path, b"{}" if method == "POST" else b"")


READS = [
    *(("GET", "/accounts"), ("GET", "/accounts/{account}/details"), ("POST", "/accounts/{account}/projects")),
    *(("GET", P), ("POST", f"{P}/change-history"), ("POST", f"{P}/livedata"), ("GET", f"{P}/sdk-keys")),
    *(("POST", f"{P}/{name}") for name in ("experiences", "goals", "audiences", "locations", "hypotheses")),
    *(("POST", f"{P}/knowledge-bases"), ("POST", f"{P}/observations")),
    *(("GET", E), ("GET", f"{E}/report_settings"), ("POST", f"{E}/aggregated_report"), ("GET", f"{P}/goals/{{goal}}")),
]
