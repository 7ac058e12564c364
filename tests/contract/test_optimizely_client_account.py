"""Our Optimizely client against the sandbox, over real sockets: the account's people, jobs, summaries and outcomes."""

from __future__ import annotations

import csv
import io
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

import abclient
from abclient.testing import Sandbox
from support.sandbox import running_sandbox

sandbox = pytest.fixture(scope="module")(running_sandbox)


@pytest.fixture(scope="module")
def world(sandbox: Sandbox) -> dict[str, Any]:
    """What the sandbox held at the start."""
    return dict(sandbox.world()["optimizely"])


@pytest.fixture
async def optimizely(sandbox: Sandbox) -> AsyncIterator[abclient.Optimizely]:
    """A client of the sandbox."""
    async with abclient.Optimizely(**sandbox.client_options("optimizely")) as client:
        yield client


async def test_webhooks_of_all_pages_are_listed(optimizely: abclient.Optimizely) -> None:
    """By token from page to page, from any token on, and as pages that can be continued."""
    project = await optimizely.projects.create(name="Watched")
    for number in range(5):
        await optimizely.webhooks.create(
            project.id, name=str(number), description="", url="https://e.example.com", events=["project.flag_created"]
        )
    pager = optimizely.webhooks.list(project.id, page_size=2)
    assert [one.name async for one in pager] == ["0", "1", "2", "3", "4"]
    second = "cGFnZSAy"
    listed = await optimizely.webhooks.list(project.id, page_token=second, page_size=2)
    assert [one.name for one in listed][:2] == ["2", "3"]


async def test_people_are_invited_to_projects(optimizely: abclient.Optimizely, world: dict[str, Any]) -> None:
    """An invitation is listed for its project; the token's own person is a collaborator everywhere."""
    web, apps = world["projects"][:2]
    person = {"profile": {"email": "ada@example.com"}, "project_roles": [{"project_id": web, "role": "publisher"}]}
    [invited] = await optimizely.collaborators.invite([person])
    assert invited in await optimizely.collaborators.invitations(web)
    assert invited not in await optimizely.collaborators.invitations([web, apps])
    me = await optimizely.me(expand=["project_roles", "accounts"])
    [own] = await optimizely.collaborators.list([web, apps])
    assert (own.id, own.project_roles) == (me.id, me.project_roles)
    assert me.accounts is not None
    assert me.accounts[0].id == world["account"]


async def test_a_jobs_life(optimizely: abclient.Optimizely, world: dict[str, Any]) -> None:
    """Made, listed, changed, saved and archived."""
    job = await optimizely.scheduled_jobs.create(
        project_id=world["projects"][0],
        job_type="project_results",
        frequency="daily",
        output_channels={"email": ["ada@example.com"]},
    )
    assert job in await optimizely.scheduled_jobs.list()
    job.frequency = "weekly"
    assert (await job.save()).frequency == "weekly"
    assert (await optimizely.scheduled_jobs.update(job.id, frequency="daily")).frequency == "daily"
    await job.archive()
    assert (await job.refresh()).archived is True


async def test_summaries_and_outcomes_of_a_project(optimizely: abclient.Optimizely, world: dict[str, Any]) -> None:
    """Summaries name what can be loaded, and an experiment has an outcome and a link."""
    summaries = optimizely.experiments.summaries(world["projects"][0], status="running", sort="name", page_size=5)
    found = [one async for one in summaries]
    assert len(found) > 5
    assert [one.name for one in found] == sorted(str(one.name) for one in found)
    experiment = await optimizely.experiments.get(world["experiments"][0])
    report = await experiment.report(device="mobile")
    assert report is not None
    assert report.inferred_outcome in ("win", "loss", "inconclusive")
    assert (await experiment.results_share_link()).url != (
        await (await optimizely.campaigns.get(world["campaigns"][0])).results_share_link()
    ).url


async def test_a_holdout_is_written_to_a_file(
    optimizely: abclient.Optimizely, world: dict[str, Any], tmp_path: Path
) -> None:
    """The same as text and as a file."""
    project, holdout = world["projects"][1], world["holdouts"][0]
    text = await optimizely.holdout_results_csv(project, holdout, source="search")
    path = await optimizely.holdout_results_csv(project, holdout, source="search").to_file(tmp_path / "holdout.csv")
    assert path is not None
    assert path.read_bytes().decode() == text
    assert len(list(csv.DictReader(io.StringIO(text)))) == 4
    with pytest.raises(abclient.NotFoundError):
        await optimizely.holdout_results_csv(project, 1)


async def test_a_visitors_decisions_are_of_experiments(optimizely: abclient.Optimizely, world: dict[str, Any]) -> None:
    """Each names a variation that its experiment has."""
    history = await optimizely.bucketing_history(world["account"], "oeu17r0.5")
    assert history.bucketing_history
    for decision in history.bucketing_history:
        assert decision.experiment_id is not None
        assert decision.timestamp is not None
        experiment = await optimizely.experiments.get(decision.experiment_id)
        assert decision.variation_id in [one.variation_id for one in experiment.variations or ()]


async def test_what_the_newest_document_added_is_written_and_read(optimizely: abclient.Optimizely) -> None:
    """Custom fields, journeys and titles of metrics arrive, and a title survives the change of another metric."""
    project = await optimizely.projects.create(name="New")
    campaign = await optimizely.campaigns.create(
        project_id=project.id, custom_field_values={"team": "checkout"}, journey_id="j1", for_journey=True
    )
    experiment = await optimizely.experiments.create(
        project_id=project.id,
        campaign_id=campaign.id,
        metrics=[{"aggregator": "unique", "display_title": "Orders"}, {"aggregator": "count", "scope": "visitor"}],
    )
    assert experiment.custom_field_values == campaign.custom_field_values == {"team": "checkout"}
    assert experiment.metrics is not None
    experiment.metrics[1].display_title = "Baskets"
    await experiment.save()
    assert [one.display_title for one in (await optimizely.experiments.get(experiment.id)).metrics or ()] == [
        "Orders",
        "Baskets",
    ]
    await optimizely.campaigns.update(campaign.id, journey_id="j2")
    assert (await campaign.refresh()).journey_id == "j2"
    assert [one.id for one in await optimizely.campaigns.list(project.id, for_journey=True)] == [campaign.id]
    assert [one.id async for one in optimizely.campaigns.list(project.id, archived=True)] == []
