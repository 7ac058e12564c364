"""Our Convert client (API v2) against the sandbox, over real sockets, with both kinds of credentials."""

from __future__ import annotations

import datetime
from collections.abc import AsyncIterator
from typing import Any

import pytest

import abclient
from abclient.testing import Sandbox
from abclient.vendors.convert import ProjectContents, rows
from abclient.vendors.convert.rules import all_of, any_of, cookie, country, not_, url
from abclient_api.convert import models
from abclient_api.convert.api.goals import get_goal
from support.sandbox import running_sandbox

sandbox = pytest.fixture(scope="module")(running_sandbox)

SIGNING = {"application_id": "sandbox-app", "secret": "sandbox-secret"}
SENDING = {"key_id": "sandbox-key", "key_secret": "sandbox-key-secret"}
ODD = 'Ünï/cödé 漢字 🙂 "quoted" \\ <&> %2F'
NOW = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def client_of(sandbox: Sandbox, credentials: dict[str, str] = SIGNING, **options: Any) -> abclient.Convert:
    given: dict[str, Any] = {"account_id": 100123, **credentials, **options}
    return abclient.Convert(base_url=sandbox.base_url("convert"), **given)


@pytest.fixture(params=[SIGNING, SENDING], ids=["signed", "sent"])
async def client(request: pytest.FixtureRequest, sandbox: Sandbox) -> AsyncIterator[abclient.Convert]:
    """A client with each kind of credentials."""
    async with client_of(sandbox, request.param) as client:
        yield client


@pytest.fixture
async def project(client: abclient.Convert) -> ProjectContents:
    """A project of its own, with nothing in it."""
    made = await client.projects.create(name=ODD, domains=[{"url": "https://shop.example.com"}])
    return made.contents


@pytest.fixture
async def shop(client: abclient.Convert, sandbox: Sandbox) -> ProjectContents:
    """The project with the most experiences."""
    return client.project(int(sandbox.world()["convert"]["projects"][0]))


async def test_the_whole_life_of_an_experience(project: ProjectContents) -> None:
    """Create, read, change, start, pause, complete, archive, remove: every step shows at the vendor, whole."""
    goal = await project.goals.create(name="Bought", type="revenue", triggering_rule=any_of(url.contains("/thanks")))
    made = await project.experiences.create(
        name=ODD[:100],
        type="a/b",
        status="draft",
        url="https://shop.example.com/",
        goals=[goal.id],
        variations=[{"name": "A", "is_baseline": True}, {"name": "B", "traffic_distribution": 40}],
    )
    assert [one.name for one in made.expanded_variations] == ["A", "B"]
    assert [one.traffic_distribution for one in made.expanded_variations] == [60, 40]
    assert (made.goal_ids, [getattr(one, "name", one) for one in made.goals or ()]) == ([goal.id], ["Bought"])
    made.description = "memo"
    assert made.settings is not None
    made.settings.min_running_time = 7
    await made.save()
    assert (made.changes(), made.description, made.settings.min_running_time) == ({}, "memo", 7)
    loaded = (await project.experiences.get(made.id)).to_dict()
    assert {name: made.to_dict()[name] for name in loaded} == loaded  # a change is answered with all optional fields
    for act, status in ((made.start, "active"), (made.pause, "paused"), (made.complete, "completed")):
        assert (await act()).status == status
    assert made.start_time
    assert made.start_time <= datetime.datetime.now(datetime.UTC)
    copy = await made.clone("Again")
    assert (copy.name, copy.status, len(copy.variations or ())) == ("Again", "draft", 2)
    assert not set(copy.variation_ids) & set(made.variation_ids)
    await made.archive()
    await copy.delete()
    with pytest.raises(abclient.NotFoundError):
        await project.experiences.get(copy.id)


async def test_variations_are_kept_unless_replacement_is_meant(project: ProjectContents) -> None:
    """A list that lacks one is refused before anything is sent; with ``replace`` it removes it; ids keep them."""
    made = await project.experiences.create(
        name="Three", type="a/b", status="draft", url="https://x", variations=[{"name": name} for name in "ABC"]
    )
    first, *others = made.variation_ids
    with pytest.raises(abclient.InvalidRequestError, match=str(others[-1])):
        await project.experiences.update(made.id, variations=[{"id": first}])
    made.variations = (made.variations or [])[:2]
    with pytest.raises(abclient.InvalidRequestError, match="replace=True"):
        await made.save()
    await made.refresh()
    whole: Any = [*(made.variations or ()), {"name": "D"}]
    updated = await project.experiences.update(made.id, variations=whole)
    assert [one.name for one in updated.expanded_variations] == ["A", "B", "C", "D"]
    kept: Any = [first, *others[:1]]
    fewer = await project.experiences.update(made.id, variations=kept, replace=True)
    assert fewer.variation_ids == kept
    changed = await project.experiences.update_variation(
        made.id, first, name="A2", code_changes=[{"type": "customCode", "data": {"css": "a{}", "js": None}}]
    )
    assert (changed.name, len(changed.code_changes or ())) == ("A2", 1)
    change: Any = (changed.code_changes or [0])[0]
    sections = project.experiences.sections(made.id)
    assert (await sections.get_change(change)).type == "customCode"
    await project.experiences.delete_variation(made.id, others[0])
    assert (await project.experiences.get(made.id)).variation_ids == [first]
    deploy = await project.experiences.convert_variation(made.id, first, "deploy")
    assert deploy.type == "deploy"


async def test_a_conflict_loses_nothing(project: ProjectContents) -> None:
    """What was changed elsewhere is not overwritten, and what was changed here is still there to be saved."""
    made = await project.experiences.create(name="C", type="a/b", status="draft", url="https://x")
    other = await project.experiences.get(made.id)
    other.description = "theirs"
    await other.save()
    made.description = "mine"
    with pytest.raises(abclient.ConflictError):
        await made.save()
    assert (made.description, list(made.changes())) == ("mine", ["description"])
    assert (await project.experiences.get(made.id)).description == "theirs"
    await project.experiences.update(made.id, description=made.description)
    assert (await made.refresh()).description == "mine"
    assert made.changes() == {}


async def test_lists_filter_count_and_page(client: abclient.Convert, shop: ProjectContents) -> None:
    """Every page, the total of each, the number without the items, and the filters of the vendor."""
    whole = [one async for one in shop.experiences.list(page_size=7)]
    assert len(whole) == await shop.experiences.count() == (await shop.experiences.list()).total
    assert len({one.id for one in whole}) == len(whole)
    assert all(isinstance(one, models.ExperienceVariation) for row in whole for one in row.variations or ())
    assert all(isinstance(one, models.Goal) for row in whole for one in row.goals or ())
    active = [one async for one in shop.experiences.list(status=["active"], sort_by="name", sort_direction="asc")]
    assert [one.name for one in active] == sorted(one.name or "" for one in whole if one.status == "active")
    assert await shop.experiences.count(status=["active"]) == len(active)
    brief = await shop.experiences.list(include=[], expand=[])
    assert all(one.variations is None for one in brief)
    changes = await shop.experiences.list(only=[whole[0].id], include=["variations.changes"], expand=[])
    assert [one.name for one in changes[0].expanded_variations] == [None] * len(whole[0].variation_ids)
    assert changes[0].variation_ids == whole[0].variation_ids
    everywhere = [one async for one in client.account().experiences(type=["a/b"])]
    assert {one.type for one in everywhere} == {"a/b"}
    assert {one.status for one in everywhere} <= {"active", "completed"}


async def test_get_finds_by_id_and_key_with_optional_fields(shop: ProjectContents) -> None:
    """With either kind of credentials, the object is the same as in a list."""
    async for experience in shop.experiences.list(page_size=2):
        assert experience.key is not None
        assert await shop.experiences.get(experience.id) == experience == await shop.experiences.get(experience.key)
        break
    goal = (await shop.goals.list())[0]
    assert goal.triggering_rule is not None
    assert await shop.goals.get(goal.id) == goal == await shop.goals.get(goal.key or "")
    assert (await shop.goals.get_many([goal.id]))[0].stats == goal.stats


async def test_rules_come_back_as_they_were_built(project: ProjectContents) -> None:
    """Values keep their types, and what is changed in place is saved."""
    rule = any_of(all_of(url.contains(ODD), not_(country.equals("DE"))), cookie.of("plan").exists())
    goal = await project.goals.create(name="Rule", type="visits_page", triggering_rule=rule)
    assert goal.triggering_rule == rule
    assert goal.triggering_rule is not None
    goal.triggering_rule.or_[0].and_[0].or_when[0].value = "/shop"  # type: ignore[index]  # pyright: ignore[reportOptionalSubscript]
    await goal.save()
    again = await project.goals.get(goal.id)
    assert again.triggering_rule == goal.triggering_rule != rule
    audience = await project.audiences.create(name="A", type="transient", rules=any_of(country.equals("DE")))
    location = await project.locations.create(name="L", rules=any_of(url.matches("https://x")))
    assert audience.rules is not None
    assert location.trigger is not None
    assert "copy" in ((await project.goals.clone(goal.id)).name or "")
    copied = await project.audiences.clone(audience.id)
    found = await project.audiences.update_many([audience, copied.id, 5], "archived")
    assert [error.id for error in found.errors or ()] == [5]
    assert (await audience.refresh()).status == "archived"
    await project.locations.delete_many([location])
    assert await project.locations.count() == 0


async def test_what_else_a_project_holds(client: abclient.Convert, project: ProjectContents) -> None:
    """Hypotheses, knowledge, observations, tags, domains, features, keys: made, changed, listed, removed."""
    assert [one.name for one in await project.audience_presets()] == ["New visitors", "Mobile"]
    assert [one.name for one in await project.location_presets()] == ["All pages"]
    assert str(project.project_id) in ((await client.projects.debug_token(project.project_id)).value or "")
    tag = await project.tags.create(name="T")
    hypothesis = await project.hypotheses.create(
        name="H",
        status="draft",
        prioritization_score_type="PIE",
        prioritization_score_attributes={"potential": 4, "importance": 5, "ease": 3},
        tags=[tag.id, {"name": "new"}],
    )
    assert hypothesis.prioritization_score == 4.0
    assert len(hypothesis.tags or ()) == 2
    assert (await hypothesis.update_status("proven")).status == "proven"
    entry = await hypothesis.convert()
    archived = await project.knowledge_bases.update_status(entry.id, "archived")
    assert (archived.name, archived.status) == ("H", "archived")
    observation = await project.observations.create(name="O")
    observation.description = "seen"
    assert (await observation.save()).description == "seen"
    domain = await project.domains.find("https://shop.example.com/cart")
    assert (await domain.check_code()).code_installed is True
    feature = await project.features.create(
        name="F", variables=[{"key": "k", "type": "boolean", "default_value": False}]
    )
    assert (await project.features.get(feature.key or "")).variables == feature.variables
    key = await project.sdk_keys.create(name="Server", environment="production")
    assert key.sdk_secret
    key.name = "Other"
    await key.save()
    assert [one.name async for one in project.sdk_keys.list()] == ["Other"]
    for one in (tag, hypothesis, observation, domain, feature, key):
        await one.delete()
    assert await project.hypotheses.count() == await project.features.count() == 0


async def test_sections_versions_and_changes(project: ProjectContents) -> None:
    """A section that is not named when all are replaced is removed; a stale key is a conflict."""
    made = await project.experiences.create(name="M", type="mvt", status="draft", url="https://x")
    sections = made.sections()
    change: Any = {"type": "customCode", "data": {"css": "", "js": ""}}
    (section,) = await sections.create(name="Head", versions=[{"name": "V", "changes": [change]}])
    assert section.id is not None
    version = await sections.add_version(section.id, name="W")
    assert version.name == "W"
    updated = await sections.update_version(section.id, version.id or "", name="W2")
    assert updated.name == "W2"
    with pytest.raises(abclient.ConflictError):
        await sections.update(section.id, name="x", versions=[], concurrency_key="stale")
    await sections.delete_version(section.id, version.id or "")
    assert await sections.replace([]) == []


async def test_reports_are_rows_that_add_up(shop: ProjectContents) -> None:
    """The days of a report add up to the aggregated one; a period counts no more than the whole."""
    known = [one async for one in shop.experiences.list() if one.start_time and one.goal_ids]
    for experience in known[:4]:
        report = await experience.report()
        found = rows.from_report(report, experience, fetched_at=NOW)
        goal = experience.goal_ids[0]
        days = await experience.daily_report(goal=goal)
        daily = rows.from_daily_report(days, experience, goal=goal, fetched_at=NOW)
        for variation in experience.variation_ids:
            (whole,) = [
                row
                for row in found
                if (row.metric_id, row.variation_id, row.metric_kind) == (str(goal), str(variation), "conversion")
            ]
            mine = [row for row in daily if row.variation_id == str(variation)]
            assert sum(row.conversions or 0 for row in mine) == whole.conversions
            assert sum(row.units or 0 for row in mine) == whole.units
            assert whole.is_primary == (goal == experience.primary_goal)
        shares = rows.from_traffic_allocation(await experience.traffic_allocation(), experience, fetched_at=NOW)
        assert {row.metric_kind for row in shares} == {"traffic"}
        assert sum(row.mean or 0 for row in shares if row.period_start == shares[0].period_start) == pytest.approx(
            1, abs=1e-3
        )
        assert {row.statistics for row in found} <= {"bayesian", "frequentist-fixed"}
        assert {row.threshold for row in found} == {0.95}


async def test_what_goes_with_reports(shop: ProjectContents) -> None:
    """Settings name what reports can be narrowed down to; files and tokens last for a while."""
    experience = next(one for one in await shop.experiences.list(status=["active"]) if one.goal_ids)
    settings = await experience.report_settings()
    assert [one.name for one in settings.campaigns or ()] == ["spring"]
    segment = (settings.custom_segments or [])[0]
    whole = await experience.report()
    for filters in ({"campaigns": ["spring"]}, {"custom_segments": [segment.id]}):
        part = await experience.report(segments=filters)
        assert visitors(part) < visitors(whole)
    now = datetime.datetime.now(datetime.UTC)
    file = await experience.export_report(report_type="csv_daily", cumulative=True, goals=experience.goals or ())
    assert (file.download_url or "").endswith(f"{experience.id}.csv")
    assert (file.expire_at or now) > now
    job = await experience.export_raw_data(events=["conversion"], goals=experience.goal_ids)
    assert job.job_id
    token = await experience.report_token(hours=3)
    assert token.token
    assert datetime.timedelta(hours=2) < (token.expiration or now) - now <= datetime.timedelta(hours=3)
    assert token.token not in repr(token)


def visitors(report: models.ExperienceAggregatedReport) -> int:
    return sum(one.visitors or 0 for one in (report.report_data or [])[0].variations or ())


async def test_statistics_can_be_asked_for(shop: ProjectContents) -> None:
    """The same data in Bayesian terms: a probability to be the best in place of significance."""
    active = shop.experiences.list(status=["active"], include=["goals", "stats"], expand=["goals"])
    experience = next(one for one in await active if one.goal_ids and one.stats and one.stats.visitors)
    bayesian = await experience.report(stats_engine_processing={"stats_type": "bayesian"}, goals=experience.goals or ())
    assert bayesian.stats_methodology == "bayesian"
    found = rows.from_report(bayesian, experience, fetched_at=NOW)
    measured = {"conversion", "revenue", "products"}  # what is per order has no statistics
    assert {row.probability_kind for row in found if row.metric_kind in measured} == {"is_best"}
    chances = [
        row.probability or 0 for row in found if row.metric_id == found[0].metric_id and row.metric_kind == "conversion"
    ]
    assert sum(chances) == pytest.approx(1, abs=1e-4)
    only = await experience.report(metrics=["conversion_rate"])
    kinds = {
        metric.metric_type
        for goal in only.report_data or ()
        for one in goal.variations or ()
        for metric in one.metrics or ()
    }
    assert kinds == {"conversion_rate"}


async def test_all_reports_of_the_world_are_fetched(client: abclient.Convert, sandbox: Sandbox) -> None:
    """Of one project, of the client's account, and of all accounts: an outcome for each experience."""
    world = sandbox.world()["convert"]
    everything = {(key.project_id, key.experience_id) async for key in _keys(client.fetch_reports(concurrency=16))}
    assert everything >= {(int(one["project_id"]), int(one["id"])) for one in world["experiences"]}
    project = int(world["projects"][1])
    some = [key async for key in _keys(client.fetch_reports(project_id=project, concurrency=16))]
    mine = [key async for key in _keys(client.project(project).experiences.fetch_reports(concurrency=16))]
    assert set(some) == set(mine)
    assert {key.project_id for key in mine} == {project}
    with pytest.raises(TypeError, match="needs the account_id"):
        _ = client.accounts.fetch_reports(project_id=project)


async def _keys(outcomes: Any) -> AsyncIterator[Any]:
    async with outcomes as found:
        async for outcome in found:
            assert outcome.ok, outcome.error
            yield outcome.key


async def test_removing_data_only_counts_unless_told_otherwise(project: ProjectContents, sandbox: Sandbox) -> None:
    """Only ``simulate=False`` removes anything; a reset removes all."""
    goal = await project.goals.create(name="G", type="visits_page")
    experience = await project.experiences.create(
        name="R", type="a/b", status="draft", url="https://x", goals=[goal.id]
    )
    await experience.start()
    sandbox.add_visitors("convert", str(experience.id), 5_000)
    now = datetime.datetime.now(datetime.UTC)
    period: Any = {"start": now - datetime.timedelta(days=9), "end": now + datetime.timedelta(days=1)}
    (counted,) = await experience.remove_report_data(events=[{"type": "view_experience"}], **period)
    assert counted.count == 5_000
    assert visitors(await experience.report()) == 5_000
    await experience.remove_report_data(events=[{"type": "view_experience"}], simulate=False, **period)
    assert visitors(await experience.report()) == 0
    sandbox.add_visitors("convert", str(experience.id), 500)
    await experience.reset_report()
    assert visitors(await experience.report()) == 0


async def test_history_and_live_data(client: abclient.Convert, shop: ProjectContents) -> None:
    """What was changed, the last first, and what visitors do."""
    goal = await shop.goals.create(name="Watched", type="visits_page")
    changes = await shop.history()
    assert (changes[0].event, changes[0].object, changes[0].object_id) == ("add", "goal", str(goal.id))
    expanded = await client.account().history(expand=["project"])
    assert isinstance(expanded[0].project, models.SimpleProject)
    events = await shop.live_data(event_types=["conversion"])
    assert {event.event_type for event in events} == {"conversion"}
    experience = next(one for one in await shop.experiences.list(status=["active"]))
    assert await experience.live_data()
    assert [change async for change in experience.history()] == []


async def test_documented_errors_have_their_classes(client: abclient.Convert, sandbox: Sandbox) -> None:
    """Wrong credentials, wrong fields, unknown ids."""
    async with client_of(sandbox, {**SENDING, "key_secret": "wrong"}) as other:
        with pytest.raises(abclient.UnauthorizedError):
            await other.accounts.list()
    with pytest.raises(abclient.NotFoundError):
        await client.project(1).goals.get(5)
    with pytest.raises(abclient.UnprocessableEntityError, match="url"):
        await client.project((await client.projects.list())[0].id).domains.create(url="shop")


async def test_a_signed_url_has_no_query(sandbox: Sandbox) -> None:
    """How the vendor signs one is unknown: it is refused before anything is sent; a key that is sent may have one."""
    project = int(sandbox.world()["convert"]["projects"][0])
    async with client_of(sandbox, SENDING) as sending, client_of(sandbox) as signing:
        goal = (await signing.project(project).goals.list())[0]
        request = get_goal.request(100123, project, goal.id, include=["triggering_rule"])
        with pytest.raises(abclient.InvalidRequestError, match="only, include and expand"):
            await signing.send(request)
        with pytest.raises(abclient.InvalidRequestError):
            await signing.send_raw(request)
        assert (await sending.send(request)).triggering_rule == goal.triggering_rule
        assert (await signing.send(get_goal.request(100123, project, goal.id))).triggering_rule is None
