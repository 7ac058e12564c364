"""The sandbox's Feature Experimentation: answers as specified, a state that changes, and what it refuses."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from abclient.testing import Sandbox
from support.cases import a_third_every_run
from support.flags_place import METRIC, RULESET, Place, a_rule, added, at_its_beginning, patch
from support.sandbox import running_sandbox
from support.schemas import Specification

FLAGS = Specification("optimizely_flags")
SCHEDULING = Specification("optimizely_flags_scheduling")
PERMISSIONS = Specification("optimizely_flags_permissions")

sandbox = pytest.fixture(scope="module")(running_sandbox)


place = pytest.fixture(at_its_beginning)


def checked(specification: Specification, operation: str, answer: Any) -> Any:
    """The answer, once it is certain that it is as specified."""
    responses = specification.operations[operation]["responses"]
    success = next(one for status, one in responses.items() if status.startswith("2"))
    specification.check(answer, success["content"]["application/json"]["schema"])
    return answer


def test_answers_are_as_specified(place: Place) -> None:
    """Of a flag's whole life: every operation on flags, variables, variations, rulesets and rules."""
    body = {"key": "new", "variable_definitions": {"n": {"key": "n", "type": "integer", "default_value": "1"}}}
    flag = checked(FLAGS, "create_flag", place.json("POST", "/flags", body, 201))
    assert checked(FLAGS, "list_flags", place.json("GET", "/flags?key_list=new"))["total_count"] == 1
    assert checked(FLAGS, "fetch_flag", place.json("GET", "/flags/new")) == flag
    place.json("POST", "/custom_fields", {"key": "x", "name": "X", "entity_type": "flag", "field_type": "number"}, 201)
    changed = place.json("PATCH", "/flags", patch(("replace", "/new/name", "N"), ("add", "/new/custom_fields/x", 1)))
    assert checked(FLAGS, "update_flags", changed)["new"]["custom_fields"] == {"x": 1}
    for wrong in ("1", True):
        place.json("PATCH", "/flags", patch(("replace", "/new/custom_fields/x", wrong)), status=400)
    checked(FLAGS, "entities", place.json("GET", f"/flags/{flag['id']}/entities"))
    variable = {"key": "s", "type": "string", "default_value": "a"}
    checked(FLAGS, "create_variable_definition", place.json("POST", "/flags/new/variable_definitions", variable))
    found = place.json("PATCH", "/flags/new/variable_definitions", patch(("replace", "/s/default_value", "b")))
    assert checked(FLAGS, "update_variable_definitions", found)["total_count"] == 2
    found = place.json("GET", "/flags/new/variable_definitions/s")
    assert checked(FLAGS, "fetch_variable_definition", found)["default_value"] == "b"
    variation = {"key": "v", "name": "V", "variables": {"n": {"value": "7"}}}
    checked(FLAGS, "create_variation", place.json("POST", "/flags/new/variations", variation, 201))
    found = place.json("PATCH", "/flags/new/variations", patch(("replace", "/v/variables/n/value", "8")))
    values = checked(FLAGS, "update_variations", found)["v"]["variables"]
    assert (values["n"]["value"], values["s"]["value"], values["s"]["is_default"]) == ("8", "b", True)
    checked(FLAGS, "list_variations", place.json("GET", "/flags/new/variations?in_use=false"))
    checked(FLAGS, "archive_variations", place.json("POST", "/flags/new/variations/archived", {"keys": ["v"]}))
    found = checked(FLAGS, "update_ruleset", place.json("PATCH", RULESET, added(enabled=True)))
    assert (found["rules"]["t"]["status"], found["enabled"]) == ("draft", False)
    found = checked(FLAGS, "enable_ruleset", place.json("POST", f"{RULESET}/enabled"))
    assert (found["rules"]["t"]["status"], "disable_url" in found, "enable_url" in found) == ("running", True, False)
    rule = checked(FLAGS, "fetch_rule", place.json("GET", "/flags/new/environments/production/rules/t"))
    experiment = rule["layer_experiment_id"]
    assert checked(FLAGS, "fetch_rule_by_experiment_id", place.json("GET", f"/rules/{experiment}")) == rule
    checked(FLAGS, "list_all_rules_in_project", place.json("GET", "/rules?rule_types=a/b&environments=production"))
    found = place.json("GET", "/environments/production/reports?per_page=100")
    reports = {one["layer_experiment_id"]: one for one in checked(FLAGS, "list_reports", found)["items"]}
    key = f"/environments/production/reports/{reports[experiment]['key']}"
    report = checked(FLAGS, "fetch_report", place.json("GET", key))
    assert report["layer_experiment_id"] == experiment
    checked(FLAGS, "reset_results", place.json("POST", f"{key}/reset-results"))
    checked(FLAGS, "disable_ruleset", place.json("POST", f"{RULESET}/disabled"))
    checked(FLAGS, "archive_flags", place.json("POST", "/flags/archived", {"keys": ["new"]}))
    place.json("DELETE", "/flags/new", status=204)
    place.json("GET", "/flags/new", status=404)


def test_other_things_are_as_specified(place: Place) -> None:
    """Groups, holdouts, custom fields, environments, schedules, approvals, permissions and teams."""
    checked(FLAGS, "list_environments", place.json("GET", "/environments"))
    rule = place.json("GET", "/rules?environments=production")["items"][0]
    shares = {str(rule["id"]): {"traffic_allocation": 4_000}}
    body: Any = {"name": "G", "environment_key": "production", "rules": shares}
    group = checked(FLAGS, "create_group", place.json("POST", "/groups", body, 201))
    step = patch(("replace", f"/{group['id']}/rules/{rule['id']}/traffic_allocation", 6_000))
    found = checked(FLAGS, "update_groups", place.json("PATCH", "/groups", step))
    assert found[str(group["id"])]["rules"][str(rule["id"])]["traffic_allocation"] == 6_000
    checked(FLAGS, "list_groups", place.json("GET", f"/groups?include={group['id']}"))
    checked(FLAGS, "archive_groups", place.json("POST", "/groups/archived", {"keys": [str(group["id"])]}))
    holdout = checked(FLAGS, "create_holdout", place.json("POST", "/holdouts", {"key": "h", "name": "H"}, 201))
    there = f"/holdouts/{holdout['id']}"
    for state in ("running", "concluded"):
        found = checked(FLAGS, "update_holdouts", place.json("POST", there, patch(("replace", "/status", state))))
    assert {"start_time", "end_time"} <= found[str(holdout["id"])].keys()
    checked(FLAGS, "fetch_holdout", place.json("GET", there))
    checked(FLAGS, "list_holdouts", place.json("GET", "/holdouts?status=concluded"))
    assert checked(FLAGS, "fetch_holdout_experiments", place.json("GET", f"{there}/experiments"))
    path = f"/environments/production/rule/{rule['key']}/holdouts"
    assert checked(FLAGS, "fetch_holdouts_by_rule_key", place.json("GET", path))
    body = {"key": "c", "name": "C", "entity_type": "flag", "field_type": "text", "required": True}
    field = checked(FLAGS, "create_custom_field", place.json("POST", "/custom_fields", body, 201))
    found = place.json("POST", f"/custom_fields/{field['id']}/archived")
    assert checked(FLAGS, "archive_custom_field", found)["required"] is False
    checked(FLAGS, "list_custom_fields", place.json("GET", "/custom_fields"))
    flag = place.json("GET", "/flags")["items"][0]
    path = f"/flags-scheduling{place.project}/flags/{flag['key']}/schedules"
    action = {"subject": {"key": flag["key"], "type": "flag"}, "changed_element": "status", "value": "on"}
    when = {"date": "2026-12-01", "time": "08:00", "time_zone": "Europe/Berlin"}
    body = {"account_id": place.account, "environment": "production", "actions": [action], "schedule": when}
    change = checked(SCHEDULING, "create_scheduled_change", place.json("POST", path, body, 201))
    assert change["schedule"]["utc_time"] == "2026-12-01T07:00:00.000000Z"
    checked(SCHEDULING, "list_scheduled_changes", place.json("GET", path))
    checked(
        SCHEDULING,
        "update_scheduled_change",
        place.json("PATCH", f"{path}/{change['id']}", {"environment": "development"}),
    )
    environment = place.json("GET", "/environments")["items"][0]["id"]
    path = f"/flags-scheduling{place.project}/environments/{environment}/preferences"
    checked(SCHEDULING, "get_environment_approval_settings", place.json("GET", path))
    path = f"/permissions/accounts/{place.account}/teams"
    team = checked(PERMISSIONS, "create_team", place.json("POST", path, {"name": "T", "members": ["u1"]}))
    found = checked(PERMISSIONS, "get_team", place.json("GET", f"{path}/{team['team_id']}"))
    assert found["members_count"] == 1
    checked(PERMISSIONS, "list_teams", place.json("GET", path))
    path = f"/permissions{place.project}/flags/{flag['id']}"
    step = [{"op": "replace", "path": f"/teams/{team['team_id']}/role", "value": "edit"}]
    place.json("PATCH", path, step)
    assert checked(PERMISSIONS, "get_entity_permissions", place.json("GET", path))["teams"][0]["role"] == "edit"
    path = f"/permissions/teams/{team['team_id']}{place.project}/flags?per_page=1"
    assert checked(PERMISSIONS, "list_team_permissions", place.json("GET", path))["next_url"]


NUMBER = {"type": "integer", "default_value": "1"}
VARIATION: dict[str, Any] = {"key": "v", "name": "V"}
UNKNOWN_VARIABLE = {"key": "v", "name": "V", "variables": {"x": {"value": "1"}}}
UNKNOWN_RULE = {"name": "G", "environment_key": "production", "rules": {"1": {"traffic_allocation": 1}}}
UNKNOWN_KIND = {"key": "c", "name": "C", "entity_type": "page", "field_type": "text"}


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "said"),
    a_third_every_run(
        [
            ("POST", "/flags", {"key": "a b"}, 400, "key must be"),
            ("POST", "/flags", {}, 400, "key is required"),
            ("POST", "/flags", {"key": "new"}, 400, "Key new already exists"),
            ("POST", "/flags", {"key": "other", "name": None}, 400, "name must not be null"),
            ("POST", "/flags", {"key": "other", "variable_definitions": {"n": NUMBER}}, 400, "key is required"),
            (
                "POST",
                "/flags",
                {"key": "o", "variable_definitions": {"n": {**NUMBER, "key": "m"}}},
                400,
                "key must be n",
            ),
            (
                "POST",
                "/flags/new/variable_definitions",
                {**NUMBER, "key": "m", "default_value": "x"},
                400,
                "be integer in",
            ),
            ("POST", "/flags/new/variable_definitions", {**NUMBER, "key": "m", "default_value": 1}, 400, "a string"),
            (
                "PATCH",
                "/flags/new/variable_definitions",
                patch(("replace", "/n/type", "boolean")),
                400,
                "be boolean in",
            ),
            ("PATCH", "/flags/new/variations", patch(("replace", "/on/name", None)), 400, "name must not be null"),
            (
                "PATCH",
                "/flags/new/variations",
                patch(("replace", "/on/variables/n/value", "x")),
                400,
                "be integer in text",
            ),
            ("PATCH", "/flags", patch(("replace", "/new/name", None)), 400, "name must not be null"),
            ("PATCH", "/flags", patch(("add", "/new/custom_fields/x", 1)), 400, "no custom field x"),
            (
                "POST",
                "/flags/new/variations",
                {**VARIATION, "variable_values": {}},
                400,
                "variable_values: Unknown field",
            ),
            (
                "POST",
                "/flags/new/variations",
                {**VARIATION, "variables": {"n": {"key": "n", "value": "1"}}},
                400,
                "n.key:",
            ),
            ("POST", "/flags/new/variations", {**VARIATION, "variables": {"n": {}}}, 400, "n.value is required"),
            ("GET", "/flags?page_token=x", None, 400, "page_token"),
            ("GET", "/flags?per_page=501", None, 400, "per_page"),
            ("GET", "/flags?page=1", None, 400, "page: Unknown field"),
            ("GET", "/flags?sort=name", None, 400, "sort must be"),
            ("GET", "/flags?archived=perhaps", None, 400, "archived must be"),
            ("PATCH", "/flags", patch(("replace", "/new", {})), 400, "begin with a key"),
            ("PATCH", "/flags", patch(("replace", "/new/nothing/x", 1)), 400, "there is no 'nothing'"),
            (
                "PATCH",
                RULESET,
                added(variations={"off": {"key": "off", "percentage_included": 1}}),
                400,
                "sum to 10000, not 1",
            ),
            ("PATCH", RULESET, added(metrics=[]), 400, "metrics must not be empty"),
            ("PATCH", RULESET, added(type=5), 400, "must be a type of rules"),
            ("PATCH", RULESET, added(type="contextual_multi_armed_bandit", variations={}), 400, "must not be empty"),
            ("PATCH", RULESET, added(variations={"x": {"key": "x"}}), 400, "no variation x"),
            ("PATCH", RULESET, added(variations={"off": {}}), 400, "variations.off.key is required"),
            ("PATCH", RULESET, added(variations={"off": {"key": "on"}}), 400, "variations.off.key must be off"),
            ("PATCH", RULESET, added(name=None), 400, "name is required"),
            ("PATCH", RULESET, added(description=None), 400, "description must not be null"),
            ("PATCH", RULESET, added(audience_conditions=["or", {"audience_id": "1"}]), 400, "integer audience_id"),
            ("PATCH", RULESET, added(audience_conditions="{"), 400, "integer audience_id"),
            ("PATCH", RULESET, added(allow_list={"u": {"user_id": "u"}}), 400, "allow_list.u.variation is required"),
            ("PATCH", RULESET, patch(("add", "/rule_priorities", [])), 400, "there is 'rule_priorities' already"),
            ("PATCH", RULESET, patch(("replace", "/enabled", "yes")), 400, "enabled must be a boolean"),
            ("PATCH", RULESET, added(key="other"), 400, "key must be t"),
            ("PATCH", RULESET, added()[:1], 400, "rule_priorities must name each rule"),
            ("PATCH", RULESET, patch(("replace", "/default_variation_key", "x")), 400, "no variation x"),
            ("PATCH", RULESET, patch(("test", "/revision", 99)), 409, "another one"),
            ("POST", "/flags/new/variations", UNKNOWN_VARIABLE, 400, "no variable x"),
            ("POST", "/flags/new/variations", {"key": "off", "name": "V"}, 400, "already exists"),
            ("POST", "/groups", {"name": "G", "environment_key": "nowhere"}, 400, "no environment nowhere"),
            ("POST", "/groups", UNKNOWN_RULE, 400, "no rule 1"),
            ("POST", "/holdouts", {"key": "h", "name": "H", "traffic_allocation": 10_001}, 400, "between 0 and 10000"),
            ("POST", "/custom_fields", UNKNOWN_KIND, 400, "entity_type"),
        ]
    ),
)
def test_what_is_refused_is_a_problem(place: Place, method: str, path: str, body: Any, status: int, said: str) -> None:
    """Malformed requests, shares that do not add up, and conflicts: problem details that say which."""
    definitions = {"n": {**NUMBER, "key": "n"}}
    place.json("POST", "/flags", {"key": "new", "variable_definitions": definitions}, 201)
    problem = place.json(method, path, body, status)
    assert said in problem["detail"]
    assert (problem["status"], problem["type"]) == (status, "about:blank")


def test_states_forbid_what_they_forbid(place: Place) -> None:
    """What runs is not removed, what is concluded neither starts nor counts again, and what is archived is off."""
    place.json("POST", "/flags", {"key": "new"}, 201)
    place.json("PATCH", RULESET, added(enabled=True))
    place.json("POST", f"{RULESET}/enabled")
    assert place.json("POST", "/flags/new/variations/archived", {"keys": ["on"]}, 409)["status"] == 409
    place.json("PATCH", RULESET, patch(("remove", "/rules/t"), ("remove", "/rule_priorities/0")), 409)
    place.json("PATCH", RULESET, patch(("replace", "/rules/t/archived", True)), 409)
    place.json("PATCH", RULESET, patch(("replace", "/rules/t/status", "concluded")))
    place.json("PATCH", RULESET, patch(("replace", "/rules/t/enabled", False)))
    place.json("PATCH", RULESET, patch(("replace", "/rules/t/enabled", True)), 409)
    before = place.json("GET", RULESET)
    place.json("POST", "/flags/archived", {"keys": ["new"]})
    place.json("POST", "/flags/archived", {"keys": ["new"]})
    after = place.json("GET", RULESET)
    assert (after["enabled"], after["status"], after["revision"]) == (False, "paused", before["revision"] + 1)
    place.json("POST", f"{RULESET}/enabled", status=409)
    place.json("PATCH", RULESET, patch(("replace", "/rules/t/name", "x")), 409)
    place.json("POST", "/flags/unarchived", {"keys": ["new"]})
    holdout = place.json("POST", "/holdouts", {"key": "h", "name": "H"}, 201)["id"]
    for name, value in (("status", "concluded"), ("archived", True)):
        place.json("POST", f"/holdouts/{holdout}", patch(("replace", f"/{name}", value)), 400)
    place.json("POST", f"/holdouts/{holdout}", patch(("replace", "/status", "running")))
    place.json("POST", f"/holdouts/{holdout}", patch(("add", "/metrics", [METRIC])), 400)


def test_revisions_grow_with_changes_only(place: Place) -> None:
    """A patch that changes nothing, or what is read-only or unknown, is none."""
    place.json("POST", "/flags", {"key": "new"}, 201)
    before = place.json("PATCH", RULESET, added())
    for steps in (patch(("test", "/enabled", False)), patch(("replace", "/urn", "x"), ("add", "/unknown", 1))):
        assert place.json("PATCH", RULESET, steps) == before
    after = place.json("PATCH", RULESET, patch(("replace", "/rules/t/name", "U")))
    assert (after["revision"], after["rules"]["t"]["revision"]) == (before["revision"] + 1, 2)


def test_what_is_taken_away_goes_back_to_its_default(place: Place) -> None:
    """A text, a list, a value of a variation; what is required is not taken away, and cannot be moved either."""
    definitions = {"n": {**NUMBER, "key": "n", "description": "A number"}}
    body: Any = {"key": "new", "description": "D", "team_ids": ["t"], "variable_definitions": definitions}
    place.json("POST", "/flags", body, 201)
    place.json("PATCH", RULESET, added(description="D", attribute_ids=[7]))
    found = place.json("PATCH", "/flags", patch(("remove", "/new/description"), ("remove", "/new/team_ids")))["new"]
    assert (found["description"], found["team_ids"]) == ("", [])
    found = place.json(
        "PATCH", RULESET, patch(("remove", "/rules/t/description"), ("remove", "/rules/t/attribute_ids"))
    )
    assert (found["rules"]["t"]["description"], "attribute_ids" in found["rules"]["t"]) == ("", False)
    place.json("PATCH", "/flags/new/variations", patch(("replace", "/on/variables/n/value", "5")))
    found = place.json("PATCH", "/flags/new/variations", patch(("remove", "/on/variables/n")))
    assert found["on"]["variables"]["n"]["is_default"]
    found = place.json("PATCH", "/flags/new/variable_definitions", patch(("remove", "/n/description")))
    assert found["items"][0]["description"] == ""
    for path, name in (("/flags", "/new/name"), (RULESET, "/rules/t/name"), ("/flags/new/variations", "/on/name")):
        assert "name is required" in place.json("PATCH", path, patch(("remove", name)), 400)["detail"]
    move = [{"op": "move", "from": "/new/name", "path": "/new/description"}]
    assert "name is required" in place.json("PATCH", "/flags", move, 400)["detail"]


def test_pages_are_linked_in_three_shapes(place: Place) -> None:
    """A list of tokens, nearest first; a single one for custom fields; none on the last page."""
    found = place.json("GET", "/flags?per_page=10&page_window=2&archived=false")
    assert [len(found["items"]), found["total_count"], found["total_pages"]] == [10, 30, 3]
    assert [link.rpartition("#")[2] for link in found["next_url"]] == ["2", "3"]
    assert "archived=false" in found["next_url"][0]
    assert "prev_url" not in found
    last = place.http.get(f"/flags/v1{found['last_url'].partition('#')[0]}").json()
    assert ("next_url" in last, last["page"]) == (False, 3)
    for key in ("c1", "c2"):
        body = {"key": key, "name": key, "entity_type": "flag", "field_type": "text"}
        place.json("POST", "/custom_fields", body, 201)
    assert isinstance(place.json("GET", "/custom_fields?per_page=1")["next_url"], str)


def test_rules_have_results_in_v2(place: Place, sandbox: Sandbox) -> None:
    """Beside the flags and at v2 itself, and they grow with visitors; a rule's project lists no other experiments."""
    experiment = sandbox.world()["optimizely_flags"]["experiments"][0]
    token = {"Authorization": f"Bearer {sandbox.token}"}
    here = place.json("GET", f"/v2/experiments/{experiment}/results")
    for path in ("/v2", "/optimizely/v2"):
        there = httpx.get(f"{sandbox.url}{path}/experiments/{experiment}/results", headers=token, trust_env=False)
        assert there.json() == here
    sandbox.add_visitors("optimizely_flags", experiment, 1_000)
    again = place.json("GET", f"/v2/experiments/{experiment}/results")
    assert again["reach"]["total_count"] == here["reach"]["total_count"] + 1_000
    assert place.http.get("/v2/experiments/1/results").status_code == 404
    rule = place.json("GET", f"/rules/{experiment}")
    assert {str(one["id"]) for one in rule["variations"].values()} == set(here["metrics"][0]["results"])


def test_limits_are_not_announced(sandbox: Sandbox) -> None:
    """A 429 has no header that says how long to wait."""
    with Sandbox(experiments=0, rate_limit="1/60") as limited:
        headers = {"Authorization": f"Bearer {limited.token}"}
        project = limited.world()["optimizely_flags"]["projects"][0]
        url = f"{limited.base_url('optimizely_flags')}/projects/{project}/flags"
        first, second = (httpx.get(url, headers=headers, trust_env=False) for _ in range(2))
    assert (first.status_code, second.status_code) == (200, 429)
    assert not [name for name in second.headers if "limit" in name or "retry" in name]


def test_tokens_are_asked_for(sandbox: Sandbox) -> None:
    """Those of REST API v2, as bearer tokens, in all four APIs."""
    for path in ("flags/v1/projects/1/flags", "permissions/accounts/1/teams", "v2/projects"):
        answer = httpx.get(f"{sandbox.url}/optimizely_flags/{path}", trust_env=False)
        assert answer.status_code == 401
        assert answer.json()["title"] == "Unauthorized"


def test_the_vendor_s_cookbook_runs(place: Place) -> None:
    """A test before the delivery that was there, both switches, the report, and the results by its experiment."""
    place.json("POST", "/flags", {"key": "new"}, 201)
    place.json("POST", "/flags/new/variations", {"key": "three", "name": "Three", "variables": {}}, 201)
    delivery = {
        "key": "td",
        "name": "All",
        "type": "targeted_delivery",
        "variations": {"on": {"key": "on", "percentage_included": 10_000}},
    }
    place.json("PATCH", RULESET, patch(("add", "/rules/td", delivery), ("add", "/rule_priorities/-", "td")))
    shares = {"off": 3_333, "on": 3_333, "three": 3_334}
    named = {key: {"key": key, "name": key.capitalize(), "percentage_included": one} for key, one in shares.items()}
    rule = a_rule(variations=named, distribution_mode="manual", percentage_included=10_000, audience_conditions=[])
    priorities = (("replace", "/rule_priorities/0", "t"), ("add", "/rule_priorities/1", "td"))
    found = place.json("PATCH", RULESET, patch(("add", "/rules/t", rule), *priorities))
    assert (found["rule_priorities"], found["rules"]["t"]["status"]) == (["t", "td"], "draft")
    place.json("POST", f"{RULESET}/enabled")
    found = place.json("PATCH", RULESET, patch(("replace", "/rules/t/enabled", True)))
    assert found["rules"]["t"]["status"] == "running"
    rules = place.json("GET", "/rules?rule_types=a/b,mab&archived=false&environments=production&per_page=100")["items"]
    (listed,) = [one for one in rules if one["flag_key"] == "new"]
    reports = place.json("GET", "/environments/production/reports?sort=key:asc&archived=false&per_page=100")["items"]
    experiment = next(one for one in reports if one["rule_key"] == "t")["fetch_results_ui_url"].rpartition("/")[2]
    assert experiment == str(listed["layer_experiment_id"])
    assert place.json("GET", f"/v2/experiments/{experiment}/results")["experiment_id"] == int(experiment)
    found = place.json("PATCH", RULESET, patch(("replace", "/rules/t/enabled", False)))
    assert (found["rules"]["t"]["status"], found["enabled"]) == ("paused", True)


def test_a_ruleset_that_is_off_leaves_the_states_of_its_rules(place: Place) -> None:
    """As in recorded answers: a rule is running for its own switch, though it does not run and nothing counts."""
    place.json("POST", "/flags", {"key": "new"}, 201)
    place.json("PATCH", RULESET, added(enabled=True))
    place.json("POST", f"{RULESET}/enabled")
    found = place.json("POST", f"{RULESET}/disabled")
    assert (found["status"], found["rules"]["t"]["status"]) == ("paused", "running")
    experiment = f"/v2/experiments/{found['rules']['t']['layer_experiment_id']}"
    assert place.json("GET", experiment)["status"] == "paused"
    place.json("POST", f"{RULESET}/enabled")
    assert place.json("GET", experiment)["status"] == "running"
