"""Our Convert client against the sandbox, over real sockets, by both transports: every signature is checked there."""

from __future__ import annotations

import asyncio
import datetime
import time
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

import abclient
from abclient.testing import Sandbox
from abclient.vendors.convert_v1 import ProjectContents
from abclient.vendors.convert_v1.rules import all_of, any_of, country, not_, site_area, url
from support.cases import a_third_every_run
from support.sandbox import running_sandbox

sandbox = pytest.fixture(scope="module")(running_sandbox)

APPLICATION, SECRET = "sandbox-app", "sandbox-secret"
ODD = 'Ünï/cödé 漢字 🙂 "quoted" \\ <&> %2F'


def client_of(sandbox: Sandbox, **options: Any) -> abclient.ConvertV1:
    secret = options.pop("secret", SECRET)
    return abclient.ConvertV1(APPLICATION, secret, base_url=f"{sandbox.url}/api/v1", **options)


@pytest.fixture(params=["httptools", "httpx"])
async def client(request: pytest.FixtureRequest, sandbox: Sandbox) -> AsyncIterator[abclient.ConvertV1]:
    """A client over each transport; no fault is left over."""
    sandbox.clear_faults()
    if request.param == "httptools":
        async with client_of(sandbox) as client:
            yield client
    else:
        async with httpx.AsyncClient(trust_env=False) as own, client_of(sandbox, http_client=own) as client:
            yield client


@pytest.fixture
async def project(client: abclient.ConvertV1) -> ProjectContents:
    """A project of its own, with nothing in it."""
    made = await client.projects.create(name=ODD)
    return client.project(made.id)


async def test_the_whole_life_of_an_experience(project: ProjectContents) -> None:
    """Create, change, start, pause, complete, archive: every step shows at the vendor."""
    goal = await project.goals.create(name="Bought", type="revenue", triggering_rule=any_of(url.contains("/thanks")))
    created = await project.experiences.create(
        name=ODD,
        type="a/b",
        goals=[{"id": goal.id}],
        site_area=site_area(include=[url.contains("/cart")]),
        variations=[{"variation": {"name": "A"}, "percentage": 50}, {"variation": {"name": "B"}, "percentage": 50}],
    )
    created.description, created.stop_loser = "memo", True
    await created.save()
    experience = await project.experiences.get(created.id)
    assert (experience.name, experience.description, experience.stop_loser) == (ODD, "memo", True)
    assert (experience.status, experience.start_time) == ("draft", None)
    await experience.start()
    assert experience.start_time is not None
    assert experience.start_time.tzinfo is datetime.UTC
    assert [goal.name for goal in experience.goals or ()] == ["Bought"]
    for change, status in [("pause", "paused"), ("complete", "completed"), ("archive", "archived")]:
        await getattr(experience, change)()
        assert experience.status == (await project.experiences.get(experience.id)).status == status
    assert [one.id async for one in project.experiences.list(statuses="archived", search="memo")] == [experience.id]


async def test_variations_come_and_go(project: ProjectContents) -> None:
    """Added, changed and removed one by one; the experience is up to date after each."""
    experience = await project.experiences.create(name="x", type="a/b")

    def names() -> list[str | None]:
        return [row.variation.name for row in experience.variations or () if row.variation]

    before = names()
    await experience.add_variation(name=ODD, css="a{}", percentage=20)
    assert names() == [*before, ODD]
    added = (experience.variations or [])[-1].variation
    assert added is not None
    assert added.id is not None
    await experience.change_variation(added.id, name="C")
    assert names() == [*before, "C"]
    await experience.remove_variation(added.id)
    assert (
        names()
        == before
        == [row.variation.name for row in (await experience.refresh()).variations or () if row.variation]
    )


async def test_goals_and_audiences_keep_their_rules(project: ProjectContents) -> None:
    """A built rule comes back equal, can be changed in place, and is saved whole."""
    rule = any_of(all_of(url.contains(ODD), not_(country.equals("DE"))), url.ends_with("/b"))
    goal = await project.goals.create(name="g", type="advanced", triggering_rule=rule)
    audience = await project.audiences.create(name="a", type="segmentation", firing_rule=rule)
    assert goal.triggering_rule == audience.firing_rule == rule
    assert audience.firing_rule is not None
    assert audience.firing_rule.or_ is not None
    audience.firing_rule.or_.append(all_of(url.matches("/c")))
    await audience.save()
    again = await project.audiences.get(audience.id)
    assert again.firing_rule == any_of(*(rule.or_ or ()), url.matches("/c"))
    renamed = await project.goals.update(goal.id, name="renamed")
    assert (renamed.name, renamed.triggering_rule) == ("renamed", rule)
    assert [one.id async for one in project.audiences.list(is_segment=True, is_used=False)] == [audience.id]
    assert [one.id async for one in project.goals.list(search="RENAMED")] == [goal.id]


async def test_hypotheses_have_numbers(project: ProjectContents) -> None:
    """The score is a float, dates are dates, and the status has its own operation."""
    hypothesis = await project.hypotheses.create(
        name="h",
        prioritization_score_type="ICE",
        prioritization_score_attributes={"impact": 5, "confidence": 4, "ease": 2},
        start_date=datetime.date(2024, 2, 29),
        tags=[{"name": "checkout"}],
    )
    assert hypothesis.prioritization_score == pytest.approx(11 / 3, abs=0.01)
    assert hypothesis.start_date == datetime.date(2024, 2, 29)
    assert hypothesis.prioritization_score_attributes is not None
    hypothesis.prioritization_score_attributes.ease = 3
    await hypothesis.save()
    assert hypothesis.prioritization_score == 4.0
    await hypothesis.update_status("completed")
    found = [one.id async for one in project.hypotheses.list(statuses=["completed"], score_min=4, score_max=5)]
    assert found == [hypothesis.id]
    assert [one.id async for one in project.hypotheses.list(score_max=3)] == []


@pytest.mark.parametrize("size", [1, 2, 3, 4, 6, 7, 50])
async def test_every_page_is_listed_once(project: ProjectContents, size: int) -> None:
    """Any page size gives the same goals, each once, whether or not it divides their number."""
    made = [(await project.goals.create(name=f"goal {number}")).id for number in range(6)]
    assert sorted([goal.id async for goal in project.goals.list(page_size=size)]) == sorted(made)


async def test_projects_are_listed_with_a_body_in_a_get(client: abclient.ConvertV1, sandbox: Sandbox) -> None:
    """Page by page, all that the sandbox says it has."""
    listed = [project.id async for project in client.projects.list(page_size=1)]
    assert len(listed) == len(set(listed))
    assert set(sandbox.world()["convert_v1"]["projects"]) <= set(listed)
    project = await client.projects.get(listed[0])
    assert (project.account_id, project.created_at is not None) == (
        (await client.projects.get(listed[1])).account_id,
        True,
    )


async def test_all_reports_of_the_world_are_fetched(client: abclient.ConvertV1, sandbox: Sandbox) -> None:
    """Every experience that the sandbox says it has comes back typed, with consistent figures."""
    world = sandbox.world()["convert_v1"]
    for project_id in world["projects"]:
        experiences = client.project(project_id).experiences
        wanted = [one["id"] for one in world["experiences"] if one["project_id"] == project_id]
        outcomes = await experiences.fetch_reports(wanted, concurrency=20)
        assert [outcome.key.experience_id for outcome in outcomes] == wanted
        for outcome in outcomes:
            known = {variation.id for variation in outcome.value.variations_data or ()}
            for goal in outcome.value.report_data or ():
                assert {variation.id for variation in goal.variations or ()} == known
                for variation in goal.variations or ():
                    assert variation.conversion_data is not None
                    assert (variation.conversion_data.conversions or 0) <= (variation.visitors or 0)


async def test_a_period_counts_no_more_than_the_whole(client: abclient.ConvertV1, sandbox: Sandbox) -> None:
    """A report on one goal over the first half of the run has fewer visitors than all of it."""
    project = client.project(sandbox.world()["convert_v1"]["projects"][0])
    ended = [one async for one in project.experiences.list(statuses="completed") if one.goals]
    experience = ended[0]
    goal_id = (experience.goals or [])[0].id
    assert goal_id is not None
    assert experience.start_time is not None
    assert experience.end_time is not None
    half = experience.start_time + (experience.end_time - experience.start_time) / 2

    def visitors(report: Any) -> int:
        (goal,) = report.report_data
        assert goal.goal_id == goal_id
        return sum(variation.visitors for variation in goal.variations)

    whole = visitors(await experience.report(goal_id=goal_id))
    assert 0 < visitors(await experience.report(goal_id=goal_id, end=half)) < whole


async def test_documented_errors_have_their_classes(client: abclient.ConvertV1, project: ProjectContents) -> None:
    """Unknown ids, ids of another project, impossible values: the class of the status and the vendor's words."""
    other = await client.projects.create(name="other")
    goal = await other.goals.create(name="elsewhere")
    for refused in (project.goals.get("1"), project.goals.get(goal.id), client.project("1").goals.get(goal.id)):
        with pytest.raises(abclient.NotFoundError) as caught:
            await refused
        assert caught.value.code == "404"
    with pytest.raises(abclient.UnprocessableEntityError, match="goal"):
        await project.experiences.create(name="x", goals=[{"id": goal.id}])
    assert list(await project.experiences.list()) == []


async def test_a_wrong_secret_is_unauthorized(sandbox: Sandbox) -> None:
    """It is refused as the vendor refuses it, asked for once, and not shown."""
    attempts: list[abclient.Attempt] = []
    async with client_of(sandbox, secret="not-the-secret", hooks=[attempts.append]) as client:
        with pytest.raises(abclient.UnauthorizedError) as caught:
            await client.projects.list()
    assert "not-the-secret" not in str(caught.value) + repr(caught.value) + caught.value.body
    assert len(attempts) == 1


async def test_a_clock_ten_minutes_slow_costs_one_refusal(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Twenty calls at once under a wrong clock all succeed, the difference is said once, and later calls are right."""
    attempts: list[abclient.Attempt] = []
    async with client_of(sandbox, hooks=[attempts.append]) as client:
        signer = vars(client)["_session"].account.authorize
        monkeypatch.setattr(signer, "_clock", lambda: time.time() - 600)
        made = await asyncio.gather(*(client.projects.create(name=f"late {number}") for number in range(20)))
        assert len({project.id for project in made}) == 20
        refused = [attempt for attempt in attempts if attempt.status == 401]
        assert 1 <= len(refused) <= 20
        attempts.clear()
        await client.projects.list()
        assert [attempt.status for attempt in attempts] == [200]
    assert len([record for record in caplog.records if record.levelname == "WARNING"]) == 1


@pytest.mark.parametrize(
    ("kind", "rule"),
    a_third_every_run(
        [
            ("status", {"status": 503}),
            ("status", {"status": 429, "headers": {"Retry-After": "0"}}),
            ("html", {"status": 502}),
            ("reset", {"at": "start"}),
            ("truncate", {}),
        ]
    ),
)
async def test_a_passing_fault_costs_a_read_nothing(
    client: abclient.ConvertV1, sandbox: Sandbox, kind: str, rule: dict[str, object]
) -> None:
    """A list by POST that meets one fault on the way succeeds all the same, signed anew."""
    project_id = sandbox.world()["convert_v1"]["projects"][0]
    sandbox.add_fault(kind, match={"path": "/api/v1"}, **rule)
    assert len(await client.project(project_id).goals.list(page_size=3)) == 3
    assert sandbox.faults() == []
