"""What Optimizely's account is to the sandbox: people, jobs, summaries, outcomes, holdouts, and lists by token."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from abclient.testing import Sandbox
from support.sandbox import running_sandbox
from support.sandbox_optimizely import changed, connected, made, refusal

sandbox = pytest.fixture(scope="module")(running_sandbox)
http = pytest.fixture(scope="module")(connected)


@pytest.fixture(scope="module")
def world(sandbox: Sandbox) -> dict[str, Any]:
    """What the sandbox held at the start."""
    return dict(sandbox.world()["optimizely"])


def test_webhooks_have_text_ids_and_pages_by_token(http: httpx.Client) -> None:
    """The token of the next page is in the link; page numbers mean nothing here, and made-up tokens are refused."""
    project = made(http, "/projects", name="Watched")["id"]
    hook: dict[str, Any] = {"name": "h", "description": "", "url": "https://hooks.example.com/1", "events": []}
    ids = [made(http, f"/projects/{project}/webhooks", **hook)["id"] for _ in range(5)]
    assert all(isinstance(one, str) for one in ids)
    url, found = f"/projects/{project}/webhooks?per_page=2&page=3", list[str]()
    while url:
        page = http.get(url)
        found += [one["id"] for one in page.json()]
        url = "".join(re.findall(r"<([^>]+page_token=[^>]+)>; rel=next", page.headers.get("link", "")))
    assert found == ids
    assert "page_token" in refusal(http.get(f"/projects/{project}/webhooks?page_token=cGFnZSAw"), 400)
    assert "page_token" in refusal(http.get(f"/projects/{project}/webhooks?page_token=%C3%A4"), 400)


@pytest.mark.parametrize("kind", ["audiences", "campaigns"])
def test_lists_can_be_asked_for_archived_ones(http: httpx.Client, world: dict[str, Any], kind: str) -> None:
    """With ``archived`` and ``for_journey`` a list has those that fit; without, all of them."""
    project = made(http, "/projects", name="Asked")["id"]
    one, other = (
        made(http, f"/{kind}", project_id=project, name="x", for_journey=journey)["id"] for journey in (True, False)
    )
    if kind == "audiences":
        changed(http, f"/audiences/{one}", archived=True)
    else:
        assert http.delete(f"/campaigns/{one}").status_code == 204

    def listed(query: str) -> list[int]:
        return [found["id"] for found in http.get(f"/{kind}?project_id={project}{query}").json()]

    assert listed("") == [one, other]
    assert listed("&archived=true") == listed("&for_journey=true") == [one]
    assert listed("&archived=false") == listed("&for_journey=false") == [other]
    assert listed("&archived=true&for_journey=false") == []
    assert http.get(f"/{kind}/{one}").json()["archived"] is True


def test_experiments_have_the_custom_fields_of_their_campaign(http: httpx.Client, world: dict[str, Any]) -> None:
    """Values that a campaign was made with are those of its experiments, too."""
    project, values = world["projects"][0], {"team": "checkout", "size": 3}
    campaign = made(http, "/campaigns", project_id=project, custom_field_values=values)
    experiment = made(http, "/experiments", project_id=project, campaign_id=campaign["id"])
    assert campaign["custom_field_values"] == experiment["custom_field_values"] == values
    assert made(http, "/experiments", project_id=project)["custom_field_values"] == {}
    refusal(http.post("/experiments", json={"project_id": project, "campaign_id": 1}), 400)


def test_summaries_are_of_experiments_and_campaigns(http: httpx.Client, world: dict[str, Any]) -> None:
    """Each once; archived ones only if asked for, and then whatever the status; sorted as asked."""

    def summaries(query: str = "") -> list[dict[str, Any]]:
        path = f"/experiment_summaries?project_id={world['projects'][0]}&per_page=100{query}"
        return list(http.get(path).json())

    everything, usual = summaries("&archived=true"), summaries()
    assert {one["type"] for one in everything} == {"experiment", "campaign"}
    assert usual == [one for one in everything if not one["archived"]] != everything
    assert {one["status"] for one in summaries("&status=running&archived=true")} == {"running", "archived"}
    assert {one["status"] for one in summaries("&status=running")} == {"running"}
    names = [one["name"] for one in summaries("&sort=name&order=desc")]
    assert names == sorted(names, reverse=True)
    assert "sort" in refusal(http.get(f"/experiment_summaries?project_id={world['projects'][0]}&sort=x"), 400)


def test_the_outcome_is_that_of_the_first_metric(http: httpx.Client, world: dict[str, Any]) -> None:
    """A winner is a win, only a loser is a loss, and everything else is inconclusive; all three occur."""
    outcomes = set[str]()
    for experiment in world["experiments"]:
        report = http.get(f"/experiments/{experiment}/report").json()
        first = http.get(f"/experiments/{experiment}/results").json()["metrics"][0]["conclusion"]
        expected = "win" if "winner" in first else "loss" if "loser" in first else "inconclusive"
        assert (report["experiment_id"], report["inferred_outcome"]) == (experiment, expected)
        outcomes.add(expected)
    assert outcomes == {"win", "loss", "inconclusive"}


def test_a_holdout_compares_those_held_out_with_everyone_else(http: httpx.Client, world: dict[str, Any]) -> None:
    """A row for each metric and part, by segment too; a holdout of another project is not found."""
    path = f"/export/projects/{world['projects'][1]}/holdouts/{world['holdouts'][0]}/results/csv"
    rows = list(csv.DictReader(io.StringIO(http.get(path).text)))
    assert [one["Variation Name"] for one in rows] == ["Holdout", "Everyone else"] * 2
    part = list(csv.DictReader(io.StringIO(http.get(f"{path}?browser=chrome").text)))
    assert int(part[0]["Denominator Value"]) < int(rows[0]["Denominator Value"])
    refusal(http.get(f"{path}?browser=chrome&device=ipad"), 400)
    refusal(http.get(path.replace(str(world["projects"][1]), str(world["projects"][0]))), 404)


def test_an_invitation_waits_to_be_accepted(http: httpx.Client, world: dict[str, Any]) -> None:
    """Those invited are in the other list, by project; of what is refused no part is stored."""
    first, second = world["projects"][:2]
    roles = [{"project_id": project, "role": "viewer"} for project in (first, second)]
    body = [{"profile": {"email": "grace@example.com"}, "project_roles": roles}]
    [invited] = http.post("/collaborators", json=body).json()
    assert [one["invitation_status"] for one in invited["project_roles"]] == ["pending", "pending"]
    assert invited in http.get(f"/invitations?project_id={first}&project_id={second}").json()
    assert http.get("/invitations?project_id=1").json() == []
    assert [one["profile"]["email"] for one in http.get("/collaborators").json()] == ["sandbox@example.com"]
    before = http.get("/invitations").json()
    wrong: list[Any] = [
        {},
        [{"project_roles": roles}],
        [{"profile": {"email": "a@example.com"}, "project_roles": [{"project_id": first, "role": "king"}]}],
        [{"profile": {"email": "a@example.com"}, "project_roles": [{"project_id": 1, "role": "viewer"}]}],
    ]
    for one in wrong:
        refusal(http.post("/collaborators", json=one), 400)
    assert http.get("/invitations").json() == before


@pytest.mark.parametrize(
    ("query", "more"),
    [
        ("", set[str]()),
        ("?expand=accounts,project_roles", {"accounts", "project_roles"}),
        ("?expand=accounts&expand=current_account.features", {"accounts", "features"}),
        ("?include_features=true", {"features"}),
    ],
)
def test_me_has_more_when_asked(http: httpx.Client, query: str, more: set[str]) -> None:
    """Accounts, roles and features are left out unless they are asked for."""
    me = http.get(f"/me{query}").json()
    found = me.keys() | me["current_account"].keys()
    assert found == {"id", "profile", "current_account"} | more
    assert "expand" in refusal(http.get("/me?expand=everything"), 400)


def test_a_visitor_keeps_the_variations_that_it_was_given(http: httpx.Client, world: dict[str, Any]) -> None:
    """The same history each time, in the order of time, cut where it is asked to be; other accounts are not found."""
    path = f"/attribution/{world['account']}/visitor/v%2F7"
    history = http.get(path).json()
    assert history == http.get(path).json()
    assert history["visitor_id"] == "v/7"
    times = [one["timestamp"] for one in history["bucketing_history"]]
    assert times == sorted(times) and times
    cut = datetime.fromtimestamp(times[0] / 1000, UTC) + timedelta(milliseconds=1)
    later = http.get(path, params={"start_time": cut.isoformat()}).json()["bucketing_history"]
    sooner = http.get(path, params={"end_time": cut.isoformat()}).json()["bucketing_history"]
    assert sooner + later == history["bucketing_history"]
    assert sooner == history["bucketing_history"][: len(sooner)] != []
    refusal(http.get("/attribution/1/visitor/v"), 404)


def test_a_job_is_archived_and_can_be_brought_back(http: httpx.Client, world: dict[str, Any]) -> None:
    """A deleted job stays readable, archived; an update unarchives it."""
    body = {"project_id": world["projects"][0], "frequency": "daily", "job_type": "project_results"}
    job = made(http, "/scheduled-jobs", **body)
    assert job["archived"] is False
    assert http.delete(f"/scheduled-jobs/{job['id']}").status_code == 204
    assert http.get(f"/scheduled-jobs/{job['id']}").json()["archived"] is True
    assert changed(http, f"/scheduled-jobs/{job['id']}", archived=False, frequency="weekly")["frequency"] == "weekly"
    refusal(http.post("/scheduled-jobs", json=body | {"project_id": 1}), 400)
    assert "frequency" in refusal(http.post("/scheduled-jobs", json=body | {"frequency": "hourly"}), 400)


def test_a_share_link_is_the_same_each_time(http: httpx.Client, world: dict[str, Any]) -> None:
    """One for each experiment and campaign."""
    paths = [f"/experiments/{world['experiments'][0]}", f"/campaigns/{world['campaigns'][0]}"]
    links = [http.get(f"{path}/results/share").json()["url"] for path in [*paths, *paths]]
    assert links[:2] == links[2:] and links[0] != links[1]


def test_search_finds_extensions_and_asks_for_kinds_of_projects(http: httpx.Client) -> None:
    """``project_type`` takes the platforms of projects."""
    every, web = (http.get(f"/search?query=banner{more}").json() for more in ("", "&project_type=web"))
    assert {one["type"] for one in every} == {"extension"}
    assert web == every[:1] != every
    assert http.get(f"/search?query=banner&project_id={every[1]['project_id']}").json() == every[1:]
