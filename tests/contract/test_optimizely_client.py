"""Our Optimizely client against the sandbox, over real sockets: every kind's whole life, results, what goes wrong."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
import uuid
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

import abclient
from abclient.testing import Sandbox
from abclient.vendors.optimizely import Event, Experiment, Project, by_variation, models
from support.sandbox import running_sandbox

ROOT = Path(__file__).parents[2]
CSV_COLUMNS = (
    "Start time (UTC),End time (UTC),Variation Name,Variation ID,Is Baseline Variation,Metric Event Name,"
    "Metric Event ID,Metric Numerator Type,Metric Denominator Type,Metric Winning Direction,Numerator Value,"
    "Denominator Value,Metric Value,Improvement Status from Baseline,Improvement Value from Baseline,"
    "Statistical Significance,Is Improvement Significant,Confidence Interval - Low,Confidence Interval - High,"
    "Samples Remaining to Significance,Properties"
)

sandbox = pytest.fixture(scope="module")(running_sandbox)


@pytest.fixture(scope="module")
def world(sandbox: Sandbox) -> dict[str, Any]:
    """What the sandbox held at the start."""
    return dict(sandbox.world()["optimizely"])


@pytest.fixture(params=["own", "httpx"])
async def optimizely(request: pytest.FixtureRequest, sandbox: Sandbox) -> AsyncIterator[abclient.Optimizely]:
    """A client over our own connections, and one over the user's httpx client; no fault is left over."""
    sandbox.clear_faults()
    url = f"{sandbox.url}/v2"
    if request.param == "httpx":
        async with (
            httpx.AsyncClient(trust_env=False) as own,
            abclient.Optimizely(sandbox.token, base_url=url, http_client=own) as client,
        ):
            yield client
    else:
        async with abclient.Optimizely(sandbox.token, base_url=url) as client:
            yield client


def unique(name: str) -> str:
    return f"{name}_{uuid.uuid4().hex[:12]}"


@pytest.fixture
async def project(optimizely: abclient.Optimizely) -> Project:
    """A project of the test's own."""
    return await optimizely.projects.create(name=unique("project"), platform="web")


@pytest.fixture
async def event(optimizely: abclient.Optimizely, project: Project) -> Event:
    """A custom event in it."""
    return await optimizely.events.create_custom(project.id, key=unique("event"), category="purchase")


@pytest.fixture
async def experiment(optimizely: abclient.Optimizely, project: Project, event: Event) -> Experiment:
    """An experiment in it, not started."""
    return await optimizely.experiments.create(
        project_id=project.id,
        type="a/b",
        key=unique("experiment"),
        name="Checkout",
        metrics=[models.MetricInput(aggregator="unique", event_id=event.id, scope="visitor")],
        variations=[
            models.VariationCreate(key="control", name="Control", weight=5000),
            models.VariationCreate(key="treatment", name="Treatment", weight=5000),
        ],
    )


async def test_projects(optimizely: abclient.Optimizely, project: Project) -> None:
    """Created, listed, saved, archived by their status."""
    assert project.created is not None
    assert project.created.utcoffset() is not None
    assert project.id in [found.id async for found in optimizely.projects.list(page_size=100)]
    project.description = "changed"
    await project.save()
    project.status = "archived"
    await project.save()
    again = await optimizely.projects.get(project.id)
    assert (again.description, again.status) == ("changed", "archived")


BODIES: dict[str, dict[str, Any]] = {
    "attributes": {"key": "attribute"},
    "list_attributes": {"key_field": "cookie", "name": "list", "list_type": "cookies", "list_content": "a,b"},
    "audiences": {"name": "audience", "conditions": ["and", {"type": "browser", "value": "chrome"}]},
    "pages": {"name": "page", "edit_url": "https://example.com", "page_type": "single_url"},
    "features": {"key": "feature", "variables": [{"key": "v", "type": "string", "default_value": "x"}]},
    "environments": {"key": "staging", "name": "Staging"},
    "groups": {"name": "group", "entities": []},
    "extensions": {"name": "extension", "edit_url": "https://example.com", "implementation": {"css": "a{}"}},
    "campaigns": {"name": "campaign", "type": "personalization"},
    "webhooks": {
        "name": "webhook",
        "description": "",
        "url": "https://example.com/hook",
        "events": ["project.datafile_updated"],
    },
}


@pytest.mark.parametrize("kind", BODIES)
async def test_every_kind_lives_and_is_archived(optimizely: abclient.Optimizely, project: Project, kind: str) -> None:
    """Created, read, listed, changed by id and by save, and archived; a webhook is deleted."""
    collection = getattr(optimizely, kind)
    body = dict(BODIES[kind], project_id=project.id)
    if "key" in body:
        body["key"] = unique(body["key"])
    made = await collection.create(**body)
    assert (await collection.get(made.id)).to_dict() == made.to_dict()
    assert made.id in [found.id async for found in collection.list(project.id)]
    updated = await collection.update(made.id, name="by update")
    assert updated.name == "by update"
    await made.refresh()
    made.name = "by save"
    await made.save()
    assert (await collection.get(made.id)).name == "by save"
    if kind == "webhooks":
        await made.delete()
        with pytest.raises(abclient.NotFoundError):
            await collection.get(made.id)
    elif kind == "audiences":
        made.archived = True
        assert (await made.save()).archived is True
    else:
        await made.archive()
        await made.refresh()
        assert getattr(made, "archived", None) or made.status == "archived"


async def test_custom_and_click_events(optimizely: abclient.Optimizely, project: Project, event: Event) -> None:
    """Each kind is made, saved and archived where it lives, and found among all events of the project."""
    page = await optimizely.pages.create(project_id=project.id, name="p", edit_url="https://example.com")
    click = await optimizely.events.create_click(page.id, event_type="click", name="Buy", config={"selector": "#buy"})
    assert {event.id, click.id} <= {found.id async for found in optimizely.events.list(project.id)}
    for made in (event, click):
        loaded = await optimizely.events.get(made.id)
        loaded.name = "Renamed"
        assert (await loaded.save()).name == "Renamed"
        await loaded.archive()
        assert (await loaded.refresh()).archived is True


async def test_an_experiments_life(optimizely: abclient.Optimizely, experiment: Experiment) -> None:
    """Started, changed with a draft, published, paused, resumed, archived, archived again, and brought back."""
    assert experiment.status == "not_started"
    assert experiment.variations is not None
    assert (await experiment.start()).status == "running"
    experiment.variations[0].weight, experiment.variations[1].weight = 4000, 6000
    await experiment.save()
    assert experiment.variations is not None
    assert [variation.weight for variation in experiment.variations] == [4000, 6000]
    await experiment.publish()
    assert (await experiment.pause()).status == "paused"
    assert (await experiment.resume()).status == "running"
    await experiment.archive()
    with pytest.raises(abclient.GoneError) as gone:
        await experiment.archive()
    assert (gone.value.code, bool(gone.value.request_id)) == ("410", True)
    assert (await experiment.unarchive()).status == "paused"
    campaign_id = experiment.campaign_id
    assert campaign_id is not None
    assert [found.id async for found in optimizely.experiments.list(campaign_id=campaign_id)] == [experiment.id]


async def test_drafted_changes_are_a_conflict(experiment: Experiment) -> None:
    """What has drafted changes cannot be resumed as it was: 409 is an error of its own."""
    await experiment.start()
    experiment.description = "draft"
    await experiment.save()
    await experiment.pause()
    with pytest.raises(abclient.ConflictError, match="drafted changes"):
        await experiment.resume()


async def test_sections(optimizely: abclient.Optimizely, project: Project) -> None:
    """Parts of a multivariate experiment, from the experiment or by its id."""
    experiment = await optimizely.experiments.create(
        project_id=project.id, type="multivariate", name="mvt", key=unique("mvt")
    )
    section = await experiment.sections.create(name="Header", variations=[{"name": "a", "weight": 10000}])
    section.name = "Footer"
    await section.save()
    sections = optimizely.sections(experiment.id)
    assert [found.name async for found in sections.list()] == ["Footer"]
    await (await sections.get(section.id)).archive()
    assert (await section.refresh()).archived is True


async def test_results_are_computed_read_and_exported(
    optimizely: abclient.Optimizely, sandbox: Sandbox, experiment: Experiment, tmp_path: Path
) -> None:
    """None before the start, then waited for; rows by variation; the same as CSV, as text and in a file."""
    assert await experiment.results() is None
    assert await experiment.results_csv().to_file(tmp_path / "none.csv") is None
    await experiment.start()
    sandbox.add_visitors("optimizely", experiment.id, 1_000)
    with pytest.raises(abclient.ResultsPendingError):
        await experiment.results(wait=0)
    await experiment.pause()
    results = await experiment.results()
    assert results is not None
    assert results.metrics is not None
    assert experiment.variations is not None
    rows = by_variation(results.metrics[0])
    for variation in experiment.variations:
        assert variation.variation_id is not None
        assert (rows[variation.variation_id].samples or 0) > 0
    series = await experiment.timeseries()
    assert series is not None
    assert series.metrics is not None
    assert list(by_variation(series.metrics[0])) == list(rows)
    text = await experiment.results_csv()
    assert text is not None
    assert text.splitlines()[0] == CSV_COLUMNS
    found = list(csv.DictReader(io.StringIO(text)))
    assert [row["Variation ID"] for row in found] == list(rows)
    path = await experiment.results_csv().to_file(tmp_path / "results.csv")
    assert path is not None
    assert path.read_bytes().decode() == text


async def test_segments_and_baselines(optimizely: abclient.Optimizely, world: dict[str, Any]) -> None:
    """Every way to slice results is understood by the other side."""
    experiment = await optimizely.experiments.get(world["experiments"][0])
    assert experiment.variations is not None
    baseline = experiment.variations[-1].variation_id
    assert baseline is not None
    attribute = world["attributes"][0]
    everybody = await experiment.results()
    assert everybody is not None
    assert everybody.reach is not None
    parts: list[dict[str, Any]] = [
        {"browser": "chrome"},
        {"device": "mobile"},
        {"source": "search"},
        {"attribute_id": attribute, "attribute_value": "gold"},
        {"segment_conditions": ["or", {"attribute_id": attribute, "attribute_value": "gold"}]},
    ]
    for part in parts:
        results = await experiment.results(**part)
        assert results is not None
        assert results.reach is not None
        assert (results.reach.total_count or 0) <= (everybody.reach.total_count or 0)
    other = await experiment.results(baseline_variation_id=baseline)
    assert other is not None
    assert other.metrics is not None
    assert by_variation(other.metrics[0])[baseline].is_baseline is True


async def test_campaigns_have_results(optimizely: abclient.Optimizely, world: dict[str, Any], tmp_path: Path) -> None:
    """Results and CSV of a campaign, started and paused like an experiment."""
    campaign = await optimizely.campaigns.get(world["campaigns"][0])
    results = await campaign.results()
    assert results is not None
    assert results.campaign_id == campaign.id
    assert results.metrics is not None
    assert len(by_variation(results.metrics[0])) > 0
    path = await campaign.results_csv(browser="chrome").to_file(tmp_path / "campaign.csv")
    assert path is not None
    first, *rows = csv.reader(path.read_text().splitlines())
    of_variations = {"Variation Name", "Variation ID", "Properties"}
    assert first == [name.replace(" time ", " Time ") for name in CSV_COLUMNS.split(",") if name not in of_variations]
    assert {len(row) for row in rows} == {len(first)}


@pytest.mark.parametrize("prefetch", [False, True])
async def test_a_project_in_one_flow(optimizely: abclient.Optimizely, world: dict[str, Any], prefetch: bool) -> None:
    """Every experiment of a project once, by pages and in bulk."""
    for project_id in world["projects"][:2]:
        listed = [item.id async for item in optimizely.experiments.list(project_id, page_size=3, prefetch=prefetch)]
        assert len(listed) == len(set(listed)) > 3
        outcomes = await optimizely.experiments.fetch_results(project_id=project_id, concurrency=8)
        assert [outcome.key for outcome in outcomes] == listed
        assert all(outcome.ok for outcome in outcomes)
        series = await optimizely.experiments.fetch_timeseries(listed[:3], ordered=True)
        assert [outcome.key for outcome in series] == listed[:3]


async def test_the_account(optimizely: abclient.Optimizely, world: dict[str, Any], project: Project) -> None:
    """History, search, plan, billing, credentials and subject access requests."""
    account = world["account"]
    assert [change.project_id async for change in optimizely.changes(project.id)] == [project.id]
    moment = datetime(2020, 1, 1, tzinfo=UTC)
    assert list(await optimizely.changes(project.id, end_time=moment)) == []
    audience = await optimizely.audiences.create(project_id=project.id, name=unique("needle"))
    found = await optimizely.search(audience.name or "", types=["audience"], page_size=1)
    assert [(result.id, result.type) for result in found] == [(audience.id, "audience")]
    assert (await optimizely.plan()).account_id == account
    usage = [row async for row in optimizely.billing.usage(account, date(2000, 1, 1), "2100-01-01", page_size=5)]
    assert usage
    assert (await optimizely.billing.summary(account)).usage is not None
    credentials = await optimizely.export_credentials()
    assert credentials.credentials is not None
    request = await optimizely.subject_access_requests.create(
        data_type="visitor", identifier="i", identifier_type="other", request_type="access"
    )
    assert (await request.refresh()).status == "pending"
    assert request.id in [item.id async for item in optimizely.subject_access_requests.list()]


async def test_recommendations(optimizely: abclient.Optimizely, tmp_path: Path) -> None:
    """Files of a day, as text and as files."""
    files = optimizely.recommendations
    assert "," in await files.catalog_csv("catalog", date(2026, 1, 1))
    assert "," in await files.output_csv("catalog", "recommender", "2026-01-01")
    assert await files.stats_csv("catalog", "2026-01-01").to_file(tmp_path / "stats.csv") == tmp_path / "stats.csv"


async def test_a_datafile(optimizely: abclient.Optimizely, world: dict[str, Any]) -> None:
    """The SDKs' configuration, as it is."""
    environment = await optimizely.environments.get(world["environments"][0])
    assert await environment.load_datafile() == await optimizely.environments.datafile(environment.id)


@pytest.mark.parametrize("kind", ["truncate", "reset"])
async def test_a_download_that_breaks_off_is_whole_in_the_end(
    sandbox: Sandbox, optimizely: abclient.Optimizely, world: dict[str, Any], tmp_path: Path, kind: str
) -> None:
    """The connection ends in the middle of the CSV, twice; the file is complete, and nothing else is left."""
    collection, experiment_id = optimizely.experiments, world["experiments"][1]
    text = await collection.results_csv(experiment_id)
    at = {"at": "body"} if kind == "reset" else {}
    sandbox.add_fault(kind, match={"path": f"/v2/export/experiments/{experiment_id}/results/csv"}, times=2, **at)
    path = await collection.results_csv(experiment_id).to_file(tmp_path / "results.csv")
    assert path is not None
    assert path.read_bytes().decode() == text
    assert [entry.name for entry in tmp_path.iterdir()] == ["results.csv"]
    assert sandbox.faults() == []


async def test_errors_say_what_the_vendor_said(optimizely: abclient.Optimizely, sandbox: Sandbox) -> None:
    """Status, code, message and uuid; a wrong token is its own error and shows nowhere."""
    with pytest.raises(abclient.NotFoundError) as missing:
        await optimizely.audiences.get(1)
    assert (missing.value.code, missing.value.vendor) == ("404", "optimizely")
    assert missing.value.request_id
    async with abclient.Optimizely("wrong-token", base_url=f"{sandbox.url}/v2") as stranger:
        with pytest.raises(abclient.UnauthorizedError) as refused:
            await stranger.projects.list()
    assert "wrong-token" not in str(refused.value) + refused.value.body


@pytest.mark.slow
def test_the_tutorial_runs_as_one_script(tmp_path: Path) -> None:
    """The example starts a sandbox, makes everything, passes the ids along, and writes the results."""
    search = [str(ROOT / "src"), str(ROOT / "generated")] if not os.environ.get("ABCLIENT_TESTED") else []
    finished = subprocess.run(
        [sys.executable, ROOT / "examples" / "optimizely_full_stack.py", "--archive", "--output", "results.csv"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([*search, os.environ.get("PYTHONPATH", "")])},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (finished.returncode, finished.stderr) == (0, "")
    steps = ("Project", "Attribute", "Event", "Audience", "Feature", "Experiment", "started", "paused", "Results for")
    places = [finished.stdout.index(step) for step in steps]
    assert places == sorted(places)
    assert "Archived project" in finished.stdout
    assert (tmp_path / "results.csv").read_text().splitlines()[0] == CSV_COLUMNS
