"""Optimizely v2 as the sandbox plays it: the tutorial, what starts and stops, and what is told of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from abclient.testing import Sandbox
from support.sandbox import running_sandbox
from support.sandbox_optimizely import HEADERS, changed, connected, made, refusal

sandbox = pytest.fixture(scope="module")(running_sandbox)
http = pytest.fixture(scope="module")(connected)
VARIATIONS = [{"key": "a", "weight": 6000}, {"key": "b", "weight": 4000}]


@pytest.fixture(scope="module")
def world(sandbox: Sandbox) -> dict[str, Any]:
    """What the sandbox held at the start."""
    return dict(sandbox.world()["optimizely"])


@pytest.fixture(scope="module")
def project(http: httpx.Client) -> int:
    """A new project."""
    return int(made(http, "/projects", name="Running")["id"])


def new_experiment(http: httpx.Client, project: int, query: str = "", **fields: Any) -> dict[str, Any]:
    """A new experiment with two variations and a metric."""
    body = {"project_id": project, "variations": VARIATIONS, "metrics": [{"aggregator": "unique"}], **fields}
    return made(http, f"/experiments{query}", **body)


def test_the_tutorial(http: httpx.Client) -> None:
    """The whole flow of the vendor's tutorial, with its bodies: from a project to results, time series and CSV."""
    project = made(http, "/projects", name="fs", confidence_threshold=0.9, platform="custom", sdks=["python"])["id"]
    assert (
        changed(http, f"/projects/{project}", name="fs_updated", platform="custom", sdks=["python"])["name"]
        == "fs_updated"
    )
    attribute = made(
        http, "/attributes", key="fs_attribute 4001593747014", project_id=project, name="FS", archived=False
    )
    attribute = changed(http, f"/attributes/{attribute['id']}", key="fs_attribute 2", name="FS 2", project_id=project)
    events = f"/projects/{project}/custom_events"
    event = made(http, events, key="fs_event", event_type="custom", name="FS event", category="add_to_cart")
    event = changed(http, f"{events}/{event['id']}", key="fs_event_2", event_type="custom", name="FS event_updated")
    assert event["category"] == "add_to_cart"
    leaf = {"name": attribute["name"], "type": "custom_attribute", "value": "full stack value"}
    conditions = json.dumps(["and", ["or", ["or", leaf], ["or", leaf]]])
    audience = made(http, "/audiences", project_id=project, conditions=conditions, is_classic=False, segmentation=False)
    assert changed(http, f"/audiences/{audience['id']}", project_id=project, name="A")["conditions"] == conditions
    feature = tutorial_feature(http, project, audience["id"])
    experiment = tutorial_experiment(http, project, event["id"], feature)
    tutorial_results(http, experiment, event)


def tutorial_feature(http: httpx.Client, project: int, audience: int) -> dict[str, Any]:
    """A feature with one variable, created and updated."""

    def environments(share: int) -> dict[str, Any]:
        rule = {"audience_ids": [audience], "enabled": True, "percentage_included": share}
        return {"Production": {"rollout_rules": [rule]}}

    variable = {"default_value": "false", "key": "v", "type": "string", "archived": False, "description": "d"}
    body = {"key": "fs_feature", "project_id": project, "environments": environments(100), "variables": [variable]}
    feature = made(http, "/features", **body)
    [first] = feature["variables"]
    assert first == variable | {"id": first["id"]}
    update = variable | {"id": first["id"], "key": "v_updated", "archived": True}
    feature = changed(http, f"/features/{feature['id']}", environments=environments(1000), variables=[update])
    assert feature["variables"] == [update]
    rules = {name: one["rollout_rules"] for name, one in feature["environments"].items()}
    assert rules == {"Production": environments(1000)["Production"]["rollout_rules"], "Development": []}
    assert feature["environments"]["Production"]["is_primary"] is True
    return feature


def tutorial_experiment(http: httpx.Client, project: int, event: int, feature: dict[str, Any]) -> dict[str, Any]:
    """An experiment with the feature, started, paused and updated."""
    variation = {
        "weight": 10000,
        "archived": False,
        "description": "blabla",
        "key": "var",
        "variable_values": {"v": "x"},
    }
    metric = {"aggregator": "unique", "event_id": event, "scope": "visitor", "winning_direction": "increasing"}
    body: dict[str, Any] = {
        "project_id": project,
        "type": "a/b",
        "description": "first",
        "holdback": 5000,
        "archived": False,
        "key": "fs_exp",
        "metrics": [metric],
        "multivariate_traffic_policy": "full_factorial",
        "variations": [variation],
        "feature_id": feature["id"],
    }
    experiment = made(http, "/experiments", **body)
    assert (experiment["status"], experiment["allocation_policy"]) == ("not_started", "manual")
    assert (experiment["feature_key"], experiment["audience_conditions"]) == (feature["key"], "everyone")
    path = f"/experiments/{experiment['id']}"
    assert http.get(f"{path}/results").status_code == 204
    again = body | {"description": "second", "key": "fs_exp_updated"}
    again["variations"] = [
        variation | {"variation_id": experiment["variations"][0]["variation_id"], "feature_enabled": True}
    ]
    started = changed(http, f"{path}?action=start", **again)
    assert (started["status"], started["description"]) == ("running", "second")
    assert started["variations"][0]["variation_id"] == experiment["variations"][0]["variation_id"]
    assert changed(http, f"{path}?action=pause")["status"] == "paused"
    return changed(http, path, **again | {"description": "third"})


def tutorial_results(http: httpx.Client, experiment: dict[str, Any], event: dict[str, Any]) -> None:
    """Results after one answer of 202, then the time series and the CSV."""
    path = f"/experiments/{experiment['id']}"
    pending = http.get(f"{path}/results")
    assert (pending.status_code, pending.content) == (202, b"")
    results = http.get(f"{path}/results").json()
    identifier = str(experiment["variations"][0]["variation_id"])
    row = results["metrics"][0]["results"][identifier]
    assert results["metrics"][0]["name"] == event["name"]
    assert row["is_baseline"] and "lift" not in row and row["variation_id"] == identifier
    assert results["stats_config"] == {"confidence_level": 0.9, "difference_type": "relative", "epoch_enabled": False}
    series = http.get(f"{path}/timeseries").json()["metrics"][0]["results"][identifier]["timeseries"]
    assert (series[-1]["samples"], series[-1]["value"]) == (row["samples"], row["value"])
    table = http.get(f"/export{path}/results/csv")
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    assert table.text.startswith("Start time (UTC),End time (UTC),Variation Name,")


@pytest.mark.parametrize(
    ("steps", "action", "status"),
    [
        ("", "start", "running"),
        ("", "publish", "not_started"),
        ("", "pause", 409),
        ("", "resume", 409),
        ("", "unarchive", 409),
        ("start", "start", "running"),
        ("start", "pause", "paused"),
        ("start", "resume", 409),
        ("start", "publish", "running"),
        ("start pause", "resume", "running"),
        ("start pause", "start", "running"),
        ("start pause", "pause", 409),
        ("start pause edit", "resume", 409),
        ("start pause edit", "start", "running"),
        ("start pause edit publish", "resume", "running"),
        ("delete", "unarchive", "paused"),
        ("delete", "start", 409),
        ("start", "stop", 400),
    ],
)
def test_actions(http: httpx.Client, project: int, steps: str, action: str, status: str | int) -> None:
    """Every action leads from some statuses to another; from all others it is a conflict that changes nothing."""
    path = f"/experiments/{new_experiment(http, project)['id']}"
    for step in steps.split():
        if step == "delete":
            assert http.delete(path).status_code == 204
        else:
            query = "" if step == "edit" else f"?action={step}"
            changed(http, path + query, **({"description": "new"} if step == "edit" else {}))
    before = http.get(path).json()
    response = http.patch(f"{path}?action={action}")
    if isinstance(status, str):
        assert response.json()["status"] == http.get(path).json()["status"] == status
    else:
        refusal(response, status)
        assert http.get(path).json() == before


@pytest.mark.parametrize(("action", "status"), [("start", "running"), ("pause", "paused"), ("publish", "not_started")])
def test_created_and_started_at_once(http: httpx.Client, project: int, action: str, status: str) -> None:
    """A new experiment may be started, paused or published by the same call."""
    assert new_experiment(http, project, f"?action={action}")["status"] == status


def test_an_unknown_action_creates_nothing(http: httpx.Client, project: int) -> None:
    """An action that cannot be done with a new experiment is refused before it is made."""
    before = http.get(f"/experiments?project_id={project}&per_page=100").json()
    refusal(http.post("/experiments?action=resume", json={"project_id": project}), 400)
    assert http.get(f"/experiments?project_id={project}&per_page=100").json() == before


@pytest.mark.parametrize(
    ("path", "body", "twice"),
    [
        ("/experiments", {}, 410),
        ("/campaigns", {}, 410),
        ("/pages", {"name": "P", "edit_url": "https://example.com"}, 410),
        ("/attributes", {"key": "gone"}, 204),
        ("/features", {"key": "gone"}, 204),
        ("/groups", {"name": "G"}, 204),
        ("/environments", {"key": "gone", "name": "E"}, 204),
        ("/list_attributes", {"name": "L", "key_field": "k"}, 204),
    ],
)
def test_delete_archives(http: httpx.Client, project: int, path: str, body: dict[str, Any], twice: int) -> None:
    """DELETE answers 204 without a body and keeps the thing, archived; a second time some kinds are gone."""
    one = f"{path}/{made(http, path, project_id=project, **body)['id']}"
    first = http.delete(one)
    assert (first.status_code, first.content) == (204, b"")
    kept = http.get(one).json()
    assert kept.get("archived") is True or kept["status"] == "archived"
    if twice == 410:
        refusal(http.delete(one), 410)
    else:
        assert http.delete(one).status_code == 204


def test_a_webhook_is_removed(http: httpx.Client, project: int) -> None:
    """Webhooks know no archive."""
    body: dict[str, Any] = {"name": "H", "description": "", "url": "https://hooks.example.com", "events": []}
    hook = made(http, f"/projects/{project}/webhooks", **body)
    assert http.delete(f"/webhooks/{hook['id']}").status_code == 204
    refusal(http.get(f"/webhooks/{hook['id']}"), 404)


def test_variations_are_replaced_by_id(http: httpx.Client, project: int) -> None:
    """A variation with an id stays itself, one without is new, one not sent is gone, an unknown id is refused."""
    experiment = new_experiment(http, project)
    path, [first, second] = f"/experiments/{experiment['id']}", experiment["variations"]
    sent = [{"variation_id": second["variation_id"], "weight": 7000}, {"weight": 3000, "name": "C"}]
    after = changed(http, path, variations=sent)["variations"]
    assert after[0] == second | {"weight": 7000}
    assert after[1]["variation_id"] not in {first["variation_id"], second["variation_id"]}
    message = refusal(http.patch(path, json={"variations": [{"variation_id": 5, "weight": 1}]}), 400)
    assert "variations[0].variation_id" in message


def test_changes_of_the_page_have_ids_that_stay(http: httpx.Client, project: int) -> None:
    """Code of an experiment and changes in its variations get ids, and keep them when they are sent back."""
    code = {"type": "custom_css", "value": "a{}"}
    action = {"page_id": 1, "changes": [{"type": "insert_html", "value": "<p>"}]}
    experiment = new_experiment(http, project, changes=[code], variations=[{"weight": 10000, "actions": [action]}])
    first, second = experiment["changes"][0], experiment["variations"][0]["actions"][0]["changes"][0]
    assert len({first["id"], second["id"]}) == 2
    sent = {name: experiment[name] for name in ("changes", "variations")}
    after = changed(http, f"/experiments/{experiment['id']}", **sent)
    assert {name: after[name] for name in sent} == sent


def test_keys_are_used_once(http: httpx.Client, project: int) -> None:
    """A second attribute with the same key is refused; in another project it is not."""
    body = {"key": "same", "project_id": project}
    made(http, "/attributes", **body)
    assert "same" in refusal(http.post("/attributes", json=body), 400)
    made(http, "/attributes", key="same", project_id=made(http, "/projects", name="Other")["id"])


def test_nothing_moves_to_another_project(http: httpx.Client, project: int) -> None:
    """A project in the body of an update is passed over, like every field the kind does not know."""
    attribute = made(http, "/attributes", key="stays", project_id=project)
    after = changed(http, f"/attributes/{attribute['id']}", project_id=1, id=2, colour="red")
    assert {**after, "last_modified": ""} == {**attribute, "last_modified": ""}


def test_ids_are_beyond_what_a_float_holds(world: dict[str, Any]) -> None:
    """Ids have 11 to 17 digits; many are changed by a detour through floating point."""
    assert {len(str(one)) for one in world["experiments"]} == {11, 17}
    assert any(int(float(one)) != one for one in world["experiments"])


def test_campaigns_pause_their_experiments(http: httpx.Client, project: int) -> None:
    """What runs pauses with its campaign, goes on with it, and is archived with it."""
    campaign = made(http, "/campaigns?action=start", project_id=project, name="C")
    one = new_experiment(http, project, "?action=start", campaign_id=campaign["id"], type="personalization")
    path = f"/campaigns/{campaign['id']}"

    def status() -> str:
        return str(http.get(f"/experiments/{one['id']}").json()["status"])

    assert [one["id"] for one in http.get(f"/experiments?campaign_id={campaign['id']}").json()] == [one["id"]]
    assert (changed(http, f"{path}?action=pause")["status"], status()) == ("paused", "campaign_paused")
    assert (changed(http, f"{path}?action=resume")["status"], status()) == ("running", "running")
    assert (http.delete(path).status_code, status()) == (204, "archived")


def test_changes_are_written_down(http: httpx.Client) -> None:
    """Creating, updating, publishing and archiving leave entries, newest first, that can be narrowed."""
    project = made(http, "/projects", name="History")["id"]
    page = made(http, "/pages", project_id=project, name="P", edit_url="https://example.com")
    changed(http, f"/pages/{page['id']}", name="Q")
    http.delete(f"/pages/{page['id']}")
    rows = http.get(f"/changes?project_id={project}").json()
    assert [row["change_type"] for row in rows] == ["archive", "update", "create", "create"]
    assert rows[1]["changes"] == [{"property": "name", "before": "P", "after": "Q", "description": "name changed"}]
    narrow = {
        "entity_type=page": 3,
        f"entity={page['id']}": 3,
        f"entity=page:{page['id']}": 3,
        "entity_type=project": 1,
        f"id={rows[0]['id']},{rows[2]['id']}": 2,
        "user=sandbox@example.com": 4,
        "user=nobody": 0,
        "source=ui": 0,
        "end_time=2020-01-01T00:00:00Z": 0,
        "start_time=2020-01-01T00:00:00Z": 4,
        "per_page=1": 1,
    }
    assert {query: len(http.get(f"/changes?project_id={project}&{query}").json()) for query in narrow} == narrow


SEARCHES: list[tuple[str, Callable[[dict[str, Any]], bool]]] = [
    ("query=checkout", lambda row: "checkout" in f"{row['name']} {row.get('key')}".lower()),
    ("query=checkout&type=experiment", lambda row: row["type"] == "experiment"),
    ("query=help+on&fullsearch=true", lambda row: "help on" in row["description"]),
    ("query=&status=running", lambda row: row["status"] == "running"),
    ("query=&archived=true&status=archived", lambda row: row["archived"]),
    ("query=a", lambda row: not row["archived"]),
]


@pytest.mark.parametrize(("query", "holds"), SEARCHES)
def test_search(http: httpx.Client, query: str, holds: Any) -> None:
    """A search finds what has its text, narrowed as asked; archived things only if asked for."""
    rows = http.get(f"/search?per_page=100&{query}").json()
    assert rows
    assert all(holds(row) for row in rows)


def test_search_sorts(http: httpx.Client) -> None:
    """Results come in the order of a field, either way."""
    path = "/search?query=checkout&type=experiment&per_page=100&sort=name"
    names = [row["name"] for row in http.get(path).json()]
    assert names == sorted(names)
    assert [row["name"] for row in http.get(f"{path}&order=desc").json()] == names[::-1]
    refusal(http.get(f"{path}&order=up"), 400)
    refusal(http.get("/search?query=a&sort=colour"), 400)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/search", 400),
        ("/export/credentials?duration=20m", 200),
        ("/export/credentials?duration=2h", 400),
        ("/export/credentials?duration=soon", 400),
        ("/recommendations/catalogs/c/catalog/today", 400),
        ("/billing/usage/10761771283", 400),
        ("/billing/usage/10761771283?usage_date_from=2024-02-01&usage_date_to=2024-01-01", 400),
        ("/billing/usage/10761771283?usage_date_from=2024-01-01&usage_date_to=soon", 400),
        ("/projects?filter=status:active", 200),
        ("/projects?filter=colour:red", 400),
    ],
)
def test_other_questions(http: httpx.Client, path: str, status: int) -> None:
    """Parameters that cannot be understood are refused."""
    assert http.get(path).status_code == status


def test_classic_events_on_request(http: httpx.Client, world: dict[str, Any]) -> None:
    """Events of Optimizely Classic are listed only when they are asked for."""
    path = f"/events?per_page=100&project_id={world['projects'][0]}"
    assert not any(event["is_classic"] for event in http.get(path).json())
    assert any(event["is_classic"] for event in http.get(f"{path}&include_classic=true").json())
    assert "include_classic" in refusal(http.get(f"{path}&include_classic=maybe"), 400)


def test_datafile_has_what_runs(http: httpx.Client, world: dict[str, Any]) -> None:
    """The datafile of an environment holds the running experiments of its project, and its features."""
    project = world["projects"][1]
    environment = http.get(f"/environments?project_id={project}").json()[0]
    datafile = http.get(f"/environments/{environment['id']}/datafile").json()
    listed = http.get(f"/experiments?project_id={project}&per_page=100").json()
    running = {str(one["id"]) for one in listed if one["status"] == "running"}
    assert {one["id"] for one in datafile["experiments"]} == running
    assert datafile["sdkKey"] == environment["datafile"]["sdk_key"]
    assert len(datafile["featureFlags"]) >= 5


def test_rate_limit_tells_and_refuses() -> None:
    """Every answer tells what is left; beyond the limit come 429 and how long to wait."""
    with (
        Sandbox(experiments=2, rate_limit="2/3600") as limited,
        httpx.Client(base_url=f"{limited.url}/v2", headers=HEADERS, trust_env=False) as http,
    ):
        answers = [http.get("/plan") for _ in range(3)]
    assert [int(answer.headers["X-RateLimit-Remaining"]) for answer in answers] == [1, 0, 0]
    assert {answer.headers["X-RateLimit-Limit"] for answer in answers} == {"2"}
    assert int(answers[0].headers["X-RateLimit-Reset"]) % 3600 == 0
    assert "rate limit" in refusal(answers[2], 429)
    assert 0 < int(answers[2].headers["Retry-After"]) <= 3600
