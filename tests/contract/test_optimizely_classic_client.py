"""Our Optimizely Classic client against the sandbox, over real sockets: the documented calls, and what goes wrong."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

import abclient
from abclient.testing import Sandbox
from abclient.vendors.optimizely_classic import Experiment, Project
from support.sandbox import running_sandbox

PAGE = "https://mysite.com/products/"
CLICK: dict[str, Any] = {"goal_type": 0, "selector": "div.cart > button", "target_to_experiments": True}
CONDITIONS = ["and", {"type": "browser", "value": "gc"}, {"type": "query", "name": "utm_campaign", "value": "true"}]

sandbox = pytest.fixture(scope="module")(running_sandbox)


def base_url(sandbox: Sandbox) -> str:
    return f"{sandbox.url}/experiment/v1"


@pytest.fixture(params=["legacy", "oauth", "httpx"])
async def classic(request: pytest.FixtureRequest, sandbox: Sandbox) -> AsyncIterator[abclient.OptimizelyClassic]:
    """A client with each kind of token, and one over the user's own httpx client; no fault is left over."""
    sandbox.clear_faults()
    if request.param == "httpx":
        async with (
            httpx.AsyncClient(trust_env=False) as own,
            abclient.OptimizelyClassic(sandbox.token, base_url=base_url(sandbox), http_client=own) as client,
        ):
            yield client
    else:
        async with abclient.OptimizelyClassic(sandbox.token, request.param, base_url=base_url(sandbox)) as client:
            yield client


@pytest.fixture
async def project(classic: abclient.OptimizelyClassic) -> Project:
    """A project of the test's own."""
    return await classic.projects.create(project_name="My new project name")


@pytest.fixture
async def experiment(classic: abclient.OptimizelyClassic, project: Project) -> Experiment:
    """A new experiment in it."""
    return await classic.experiments.create(project.id, description="My Experiment Name", edit_url=PAGE)


async def test_projects(classic: abclient.OptimizelyClassic, project: Project) -> None:
    """Created with defaults, saved, updated, read one by one, several at once and all."""
    assert (project.project_status, project.code_revision) == ("Active", 0)
    project.project_name = "My even newer project name"
    await project.save()
    other = await classic.projects.create(project_name="Other", include_jquery=False)
    await classic.projects.update(other.id, project_status="Archived")
    first, second = await classic.projects.get_many([project.id, other.id])
    assert (first.project_name, second.project_status) == ("My even newer project name", "Archived")
    assert {project.id, other.id} <= {item.id async for item in classic.projects.list()}


async def test_experiments(classic: abclient.OptimizelyClassic, project: Project, experiment: Experiment) -> None:
    """Created with two variations and one URL condition, started, paused, archived, deleted."""
    assert (experiment.status, experiment.percentage_included) == ("Not started", 10_000)
    assert [variation.weight for variation in await experiment.variations()] == [5000, 5000]
    assert experiment.url_conditions
    assert (experiment.url_conditions[0].match_type, experiment.url_conditions[0].negate) == ("simple", False)
    for verb, status in ((experiment.start, "Running"), (experiment.pause, "Paused"), (experiment.archive, "Archived")):
        assert (await verb()).status == status
    experiment.percentage_included = 2500
    experiment.url_conditions[0].match_type = "substring"
    await experiment.save()
    await experiment.refresh()
    assert (experiment.percentage_included, experiment.url_conditions[0].match_type) == (2500, "substring")
    assert [item.id for item in await project.experiments()] == [experiment.id]
    await experiment.delete()
    assert [item.id async for item in classic.experiments.list(project.id)] == []


async def test_schedules(classic: abclient.OptimizelyClassic, experiment: Experiment) -> None:
    """A new one is ACTIVE and turns the one before INACTIVE; times come back as they were sent."""
    start = datetime(2015, 1, 1, 8, tzinfo=UTC)
    former = await classic.schedules.create(experiment.id, start_time=start)
    schedule = await classic.schedules.create(experiment.id, start_time=start)
    schedule.stop_time = datetime(2015, 1, 2, 8, 0, 0, 999, tzinfo=UTC)
    await schedule.save()
    assert (schedule.start_time, schedule.stop_time) == (start, datetime(2015, 1, 2, 8, tzinfo=UTC))
    assert {item.id: item.status for item in await experiment.schedules()} == {
        former.id: "INACTIVE",
        schedule.id: "ACTIVE",
    }
    schedule.start_time = None
    await schedule.save()
    assert (await classic.schedules.get(schedule.id)).start_time is None
    await schedule.delete()
    assert [item.status for item in await experiment.schedules()] == ["INACTIVE"]


async def test_variations(classic: abclient.OptimizelyClassic, experiment: Experiment) -> None:
    """Added with a weight, changed, taken out again."""
    variation = await classic.variations.create(
        experiment.id, description="Variation #2", js_component="$('.headline').text('New headline');", weight=3333
    )
    variation.js_component = "$('.headline').text('Updated headline');"
    variation.is_paused = True
    await variation.save()
    await classic.variations.update(variation.id, weight=3334)
    again = await classic.variations.get(variation.id)
    assert (again.js_component, again.is_paused, again.weight) == (variation.js_component, True, 3334)
    assert variation.id in ((await experiment.refresh()).variation_ids or ())
    await variation.delete()
    assert variation.id not in ((await experiment.refresh()).variation_ids or ())


async def test_goals(classic: abclient.OptimizelyClassic, project: Project, experiment: Experiment) -> None:
    """Created in each type, added to an experiment, removed from it, deleted from all."""
    goal = await classic.goals.create(project.id, title="Add to cart clicks", **CLICK)
    event = await classic.goals.create(project.id, title="Event", goal_type=1, event="nav_button_clicks")
    page = await classic.goals.create(project.id, title="Page", goal_type=3, urls=[PAGE], url_match_types=[3])
    assert [item.id for item in await project.goals()] == [goal.id, event.id, page.id]
    assert (await experiment.add_goal(goal.id)).experiment_ids == [experiment.id]
    goal.title = "Updated goal name"
    await goal.save()
    await goal.refresh()
    assert (goal.title, goal.experiment_ids) == ("Updated goal name", [experiment.id])
    assert (await experiment.remove_goal(goal.id)).experiment_ids == []
    await goal.delete()
    assert [item.id async for item in project.goals()] == [event.id, page.id]


async def test_audiences(classic: abclient.OptimizelyClassic, project: Project) -> None:
    """Conditions are lists in both directions; without any the vendor holds an empty list."""
    audience = await classic.audiences.create(project.id, name="Chinese food buyers")
    assert (audience.conditions, audience.conditions_text) == ([], "[]")
    audience.conditions = CONDITIONS
    audience.description = "People who bought Chinese food"
    await audience.save()
    again = await classic.audiences.get(audience.id)
    assert (again.conditions, again.description) == (CONDITIONS, "People who bought Chinese food")
    again.conditions.append({"type": "first_session"})
    assert (await again.save()).conditions == [*CONDITIONS, {"type": "first_session"}]
    assert [item.id for item in await project.audiences()] == [audience.id]


async def test_dimensions(classic: abclient.OptimizelyClassic, project: Project) -> None:
    """Created, changed, deleted; a second one of the same name is the vendor's 400."""
    dimension = await classic.dimensions.create(project.id, name="My Dimension", client_api_name="my_dimension")
    with pytest.raises(abclient.BadRequestError):
        await classic.dimensions.create(project.id, name="My Dimension")
    dimension.description = "A new description of my dimension"
    await dimension.save()
    assert [item.description async for item in project.dimensions()] == ["A new description of my dimension"]
    await dimension.delete()
    assert len(await project.dimensions()) == 0


async def test_targeting_lists(classic: abclient.OptimizelyClassic, project: Project) -> None:
    """Uploaded, replaced, deleted; the content is never there to read."""
    name = f"List_{uuid.uuid4().hex}"
    item = await classic.targeting_lists.create(
        project.id, name=name, list_type=2, key_fields="user_id", list_content="uid1,uid2"
    )
    item.description = "New description"
    await item.replace("uid1,uid2,uid3")
    again = await classic.targeting_lists.get(item.id)
    assert (again.name, again.description, again.format) == (name, "New description", "csv")
    assert "list_content" not in again.to_dict()
    assert [one.id for one in await project.targeting_lists()] == [item.id]
    await item.delete()
    assert len(await project.targeting_lists()) == 0


async def test_callers_at_once_lose_no_goal(
    sandbox: Sandbox, classic: abclient.OptimizelyClassic, project: Project
) -> None:
    """Ten experiments add one goal at once, through two clients; then half of them drop it: the list is right."""
    goal = await classic.goals.create(project.id, title="Goal", **CLICK)
    made = [await classic.experiments.create(project.id, description=f"E{n}", edit_url=PAGE) for n in range(10)]
    async with abclient.OptimizelyClassic(sandbox.token, base_url=base_url(sandbox)) as second:
        halves = [*made[:5], *await second.experiments.get_many([item.id for item in made[5:]])]
        await asyncio.gather(*(item.add_goal(goal.id) for item in halves))
        assert sorted((await goal.refresh()).experiment_ids or ()) == sorted(item.id for item in made)
        await asyncio.gather(*(item.remove_goal(goal.id) for item in halves[::2]))
    assert sorted((await goal.refresh()).experiment_ids or ()) == sorted(item.id for item in halves[1::2])


async def test_results_of_a_whole_project(sandbox: Sandbox, classic: abclient.OptimizelyClassic) -> None:
    """Both kinds of results for all experiments of a project, although the vendor answers 503 now and then."""
    project_id = sandbox.world()["optimizely_classic"]["projects"][0]
    ids = [item.id async for item in classic.experiments.list(project_id)]
    sandbox.add_fault("status", status=503, headers={"Retry-After": "0.05"}, times=2, match={"regex": "results|stats"})
    results = await classic.experiments.fetch_results(project_id=project_id, concurrency=8)
    stats = await classic.experiments.fetch_stats(ids, concurrency=4)
    assert sandbox.faults() == []
    assert [outcome.key for outcome in results] == [outcome.key for outcome in stats] == ids
    rows = [row for outcome in stats for row in outcome.value]
    assert rows
    assert {row.status for row in rows} <= {"winner", "loser", "inconclusive", "baseline"}
    assert all(outcome.ok for outcome in results)


async def test_results_of_a_segment(sandbox: Sandbox, classic: abclient.OptimizelyClassic) -> None:
    """An audience has fewer visitors than everybody."""
    first: int = sandbox.world()["optimizely_classic"]["experiments"][0]
    experiment = await classic.experiments.get(first)
    audience = await classic.audiences.create(experiment.project_id or 0, name="Some", conditions=CONDITIONS)
    everybody, some = await experiment.results(), await experiment.results(audience_id=audience.id)
    assert sum(row.visitors or 0 for row in some) < sum(row.visitors or 0 for row in everybody)


async def test_things_of_another_project(classic: abclient.OptimizelyClassic, experiment: Experiment) -> None:
    """A goal of another project is refused here, an audience by the vendor; neither changes anything."""
    other = await classic.projects.create(project_name="Other")
    goal = await classic.goals.create(other.id, title="Goal", **CLICK)
    audience = await classic.audiences.create(other.id, name="Audience")
    with pytest.raises(abclient.InvalidRequestError, match=f"goal {goal.id} is of project {other.id}"):
        await experiment.add_goal(goal.id)
    with pytest.raises(abclient.BadRequestError):
        await classic.experiments.update(experiment.id, audience_ids=[audience.id])
    await asyncio.gather(goal.refresh(), experiment.refresh())
    assert (goal.experiment_ids, experiment.audience_ids) == ([], [])


async def test_what_is_gone(classic: abclient.OptimizelyClassic, experiment: Experiment) -> None:
    """A deleted object says so whatever is called on it, and several ids name the one that is gone."""
    await experiment.delete()
    experiment.description = "Too late"
    for call in (experiment.save, experiment.refresh, experiment.delete, experiment.results, experiment.start):
        with pytest.raises(abclient.NotFoundError):
            await call()
    other = await classic.experiments.create(experiment.project_id or 0, description="Other", edit_url=PAGE)
    with pytest.raises(abclient.PartialFailureError) as caught:
        await classic.experiments.get_many([other.id, experiment.id])
    assert (list(caught.value.values), list(caught.value.failures)) == ([other.id], [experiment.id])


async def test_unchecked_calls_are_the_vendors_to_refuse(sandbox: Sandbox, experiment: Experiment) -> None:
    """With the rules switched off, the vendor answers 400 and changes nothing."""
    async with abclient.OptimizelyClassic(sandbox.token, base_url=base_url(sandbox), check_rules=False) as classic:
        with pytest.raises(abclient.BadRequestError):
            await classic.schedules.create(experiment.id)
        with pytest.raises(abclient.BadRequestError):
            await classic.goals.create(experiment.project_id or 0, title="Goal", goal_type=0)
    assert len(await experiment.schedules()) == 0


@pytest.mark.parametrize("token_type", ["legacy", "oauth"])
async def test_a_revoked_token(sandbox: Sandbox, token_type: Any) -> None:
    """A token that the vendor does not know is ForbiddenError, and is in no error."""
    async with abclient.OptimizelyClassic("revoked-token", token_type, base_url=base_url(sandbox)) as classic:
        with pytest.raises(abclient.ForbiddenError) as caught:
            await classic.projects.list()
    assert "revoked-token" not in str(caught.value) + caught.value.body
