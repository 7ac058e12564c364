"""Optimizely Classic in the sandbox: what requests do besides answering, and what is refused."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest

from abclient.sandbox.app import create_app
from abclient.sandbox.optimizely_classic import VENDOR
from abclient.testing import Sandbox
from support.optimizely_classic import (
    BASE,
    CLICK,
    EVENT,
    PAGE,
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

MICROSECONDS = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")

sandbox = pytest.fixture(scope="module")(running_sandbox)
http = pytest.fixture(scope="module")(plain_http)
project = pytest.fixture(empty_project)
experiment = pytest.fixture(fresh_experiment)


# Credentials and paths


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("Token", "sandbox-token"),
        ("Authorization", "Bearer sandbox-token"),
        ("Authorization", "bearer sandbox-token"),
    ],
)
def test_both_headers_carry_a_token(sandbox: Sandbox, header: str, value: str) -> None:
    """A legacy token and an OAuth token are accepted in their own headers."""
    assert httpx.get(f"{sandbox.url}{BASE}projects", headers={header: value}).status_code == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 401),
        ({"Token": ""}, 401),
        ({"Authorization": "sandbox-token"}, 401),
        ({"Authorization": "Basic sandbox-token"}, 401),
        ({"Token": "abcdefghijklmnopqrstuvwxyz:123456"}, 403),
        ({"Authorization": "Bearer other"}, 403),
    ],
)
def test_without_a_right_token_nobody_comes_in(sandbox: Sandbox, headers: dict[str, str], status: int) -> None:
    """No token is 401, a wrong one 403."""
    refusal(httpx.get(f"{sandbox.url}{BASE}projects", headers=headers), status)


def test_a_token_in_the_body_is_none(sandbox: Sandbox) -> None:
    """The token belongs into a header."""
    body = {"project_name": "x", "token": sandbox.token}
    assert refusal(httpx.post(f"{sandbox.url}{BASE}projects", json=body), 401) == "Authentication Failed"


@pytest.mark.parametrize(
    "path", ["projects", "projects/{project}", "projects/{project}/experiments", "projects/{project}/goals"]
)
def test_a_trailing_slash_is_optional(http: httpx.Client, project: int, path: str) -> None:
    """Both spellings of a path answer the same."""
    path = path.format(project=project)
    assert got(http, path) == got(http, f"{path}/")


def test_a_trailing_slash_is_optional_when_writing(http: httpx.Client) -> None:
    """Creating and changing work with the slash, too."""
    project = made(http, "projects/", {"project_name": "A project"})
    assert changed(http, f"projects/{project['id']}/", {"project_name": "Other"})["project_name"] == "Other"


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("DELETE", "projects/{project}", 405),
        ("DELETE", "audiences/1", 405),
        ("POST", "results", 404),
        ("PATCH", "projects/{project}", 405),
        ("GET", "goals", 404),
        ("GET", "projects/{project}//experiments", 404),
    ],
)
def test_what_the_api_does_not_have(http: httpx.Client, project: int, method: str, path: str, status: int) -> None:
    """An unknown path is 404, a known one with another method 405."""
    refusal(http.request(method, path.format(project=project)), status)


PATHS = sorted({one.path.removeprefix(BASE) for one in VENDOR.operations if "{" in one.path})


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("key", ["1", "99999999999999999999", "x", "%2F", "0x1"])
def test_an_unknown_id_is_404(http: httpx.Client, path: str, key: str) -> None:
    """No operation finds anything by an id that does not exist, whatever it looks like."""
    assert "has the id" in refusal(http.get(re.sub(r"\{\w+\}", key, path)), 404)


# Experiments and variations


def test_a_new_experiment_has_its_defaults(http: httpx.Client, experiment: dict[str, Any]) -> None:
    """Two variations of half the traffic without code, one simple condition on the edited page, and the rest."""
    assert (
        experiment
        | {
            "percentage_included": 10_000,
            "is_multivariate": False,
            "status": "Not started",
            "activation_mode": "immediate",
            "experiment_type": "ab",
            "audience_ids": [],
            "display_goal_order_lst": [],
            "primary_goal_id": None,
            "custom_css": "",
            "custom_js": "",
        }
        == experiment
    )
    (condition,) = experiment["url_conditions"]
    assert {**condition, "index": 0, "match_type": "simple", "value": PAGE, "negate": False} == condition
    variations = got(http, f"experiments/{experiment['id']}/variations")
    assert [one["id"] for one in variations] == experiment["variation_ids"]
    shown = [(one["description"], one["weight"], one["js_component"], one["is_paused"]) for one in variations]
    assert shown == [("Default Variation #1", 5000, "", False), ("Default Variation #2", 5000, "", False)]


def test_ids_and_times_have_the_vendors_form(experiment: dict[str, Any]) -> None:
    """Ids have nine digits or ten, times of resources have microseconds."""
    assert 10**8 <= experiment["id"] < 10**10
    assert MICROSECONDS.fullmatch(experiment["created"])
    assert MICROSECONDS.fullmatch(experiment["url_conditions"][0]["last_modified"])


def test_a_url_condition_keeps_its_times_until_it_changes(http: httpx.Client, experiment: dict[str, Any]) -> None:
    """Sending back what was read changes nothing; another value is a new condition, with the defaults."""
    path = f"experiments/{experiment['id']}"
    conditions = experiment["url_conditions"]
    assert changed(http, path, {"url_conditions": conditions})["url_conditions"] == conditions
    other = changed(http, path, {"url_conditions": [*conditions, {"value": "x", "match_type": "exact"}]})
    assert other["url_conditions"][0] == conditions[0]
    assert {**other["url_conditions"][1], "index": 1, "match_type": "exact", "negate": False} == other[
        "url_conditions"
    ][1]


def test_what_cannot_be_written_is_ignored(http: httpx.Client, experiment: dict[str, Any]) -> None:
    """A whole resource can be sent back: read-only fields, the parent's id and unknown fields change nothing."""
    body = {
        **experiment,
        "id": 1,
        "project_id": 2,
        "variation_ids": [3],
        "created": "4",
        "is_multivariate": True,
        "new": 5,
    }
    answer = changed(http, f"experiments/{experiment['id']}", body)
    assert {**answer, "last_modified": ""} == {**experiment, "last_modified": ""}


@pytest.mark.parametrize("status", ["Running", "Paused", "Archived", "Not started"])
def test_an_experiment_changes_its_status(http: httpx.Client, experiment: dict[str, Any], status: str) -> None:
    """Every status can be set, stays, and moves the time of the last change."""
    answer = changed(http, f"experiments/{experiment['id']}", {"status": status})
    assert got(http, f"experiments/{experiment['id']}") == answer
    assert answer["status"] == status
    assert answer["last_modified"] > experiment["last_modified"]


def test_deleting_an_experiment_takes_everything_with_it(
    http: httpx.Client, project: int, experiment: dict[str, Any]
) -> None:
    """Its variations and schedules are gone, and its goals no longer have it."""
    path = f"experiments/{experiment['id']}"
    schedule = made(http, f"{path}/schedules", {"start_time": "2015-01-01T08:00:00Z"})
    goal = made(http, f"projects/{project}/goals", {**EVENT, "experiment_ids": [experiment["id"]]})
    deleted(http, path)
    assert got(http, f"goals/{goal['id']}")["experiment_ids"] == []
    for gone in [*(f"variations/{key}" for key in experiment["variation_ids"]), f"schedules/{schedule['id']}"]:
        refusal(http.get(gone), 404)
    refusal(http.get(f"{path}/results"), 404)


def test_variations_and_their_experiment_agree(http: httpx.Client, experiment: dict[str, Any]) -> None:
    """Creating and deleting variations shows in the experiment's list of them."""
    path = f"experiments/{experiment['id']}"
    variation = made(http, f"{path}/variations", {"experiment_id": experiment["id"], "description": "Variation #1"})
    assert got(http, path)["variation_ids"] == [*experiment["variation_ids"], variation["id"]]
    assert variation["project_id"] == experiment["project_id"]
    deleted(http, f"variations/{experiment['variation_ids'][0]}")
    assert got(http, path)["variation_ids"] == [experiment["variation_ids"][1], variation["id"]]


# Schedules


def test_only_the_newest_schedule_is_active(http: httpx.Client, experiment: dict[str, Any]) -> None:
    """A new schedule ends the older ones; deleting it leaves none active."""
    path = f"experiments/{experiment['id']}/schedules"
    for day in (1, 2, 3):
        newest = made(http, path, {"start_time": f"2015-01-0{day}T08:00:00Z"})
        assert (newest["status"], newest["stop_time"]) == ("ACTIVE", None)
    assert [one["status"] for one in got(http, path)] == ["INACTIVE", "INACTIVE", "ACTIVE"]
    deleted(http, f"schedules/{newest['id']}")
    assert [one["status"] for one in got(http, path)] == ["INACTIVE", "INACTIVE"]


def test_a_schedule_keeps_the_time_that_was_not_sent(http: httpx.Client, experiment: dict[str, Any]) -> None:
    """An update changes one time and can clear the other, but not the last one."""
    start, stop = "2015-01-01T08:00:00Z", "2015-01-02T08:00:00Z"
    schedule = made(http, f"experiments/{experiment['id']}/schedules", {"start_time": start})
    path = f"schedules/{schedule['id']}"
    assert changed(http, path, {"stop_time": stop}) == {**schedule, "stop_time": stop}
    assert changed(http, path, {"start_time": None, "stop_time": stop})["start_time"] is None
    refusal(http.put(path, json={"start_time": None, "stop_time": None}), 400)
    refusal(http.put(path, json={}), 400)
    assert got(http, path)["stop_time"] == stop


# Goals


def test_goals_and_experiments_agree(http: httpx.Client, project: int, experiment: dict[str, Any]) -> None:
    """A goal's experiments list the goal, until it is taken off or deleted."""
    path = f"experiments/{experiment['id']}"
    first, second = (made(http, f"projects/{project}/goals", goal) for goal in (EVENT, CLICK))
    for goal in (first, second):
        changed(http, f"goals/{goal['id']}", {"experiment_ids": [experiment["id"]] * 2})
    assert got(http, path)["display_goal_order_lst"] == [first["id"], second["id"]]
    assert got(http, f"goals/{first['id']}")["experiment_ids"] == [experiment["id"]]
    changed(http, f"goals/{first['id']}", {"experiment_ids": []})
    assert got(http, path)["display_goal_order_lst"] == [second["id"]]
    deleted(http, f"goals/{second['id']}")
    assert got(http, path)["display_goal_order_lst"] == []


def test_deleting_a_goal_deletes_its_results(http: httpx.Client, sandbox: Sandbox) -> None:
    """An experiment's results of a goal go with it, and the primary goal too; the rest stays as it was."""
    found = (got(http, f"experiments/{key}") for key in listed(sandbox, "experiments"))
    key, goal = next((one["id"], one["primary_goal_id"]) for one in found if len(one["display_goal_order_lst"]) > 1)
    before = got(http, f"experiments/{key}/results")
    deleted(http, f"goals/{goal}")
    assert got(http, f"experiments/{key}")["primary_goal_id"] is None
    assert got(http, f"experiments/{key}/results") == [row for row in before if row["goal_id"] != goal] != []


def test_a_goal_cannot_be_changed_into_one_that_lacks_something(http: httpx.Client, project: int) -> None:
    """The rules of its type hold for an update, too, which leaves the goal as it was."""
    goal = made(http, f"projects/{project}/goals", EVENT)
    for body in ({"goal_type": 0}, {"goal_type": 4}, {"urls": ["a"]}):
        refusal(http.put(f"goals/{goal['id']}", json=body), 400)
    assert got(http, f"goals/{goal['id']}") == goal


# The world


def test_a_seed_makes_a_world() -> None:
    """The same seed gives the same answers, another seed others."""
    answers = [VENDOR.listing(create_app(experiments=30, seed=seed).state.world) for seed in (7, 7, 8)]
    assert answers[0] == answers[1] != answers[2]
    assert all(answers[0].values())


def test_a_world_of_one_experiment_has_results() -> None:
    """Even the smallest world lists something to ask results for; the empty one lists nothing."""
    one, none = (VENDOR.listing(create_app(experiments=count).state.world) for count in (1, 0))
    assert (len(one["experiments"]), none["experiments"]) == (1, [])
    assert len(none["projects"]) == 2
