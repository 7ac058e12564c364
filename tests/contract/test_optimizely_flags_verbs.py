"""Every verb of Feature Experimentation's collections and objects, against the sandbox."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest

import abclient
from abclient.errors import ABClientError
from abclient.testing import Sandbox
from abclient.vendors.optimizely_flags import Project, models, rows
from support.sandbox import running_sandbox

METRIC = {"aggregator": "unique", "winning_direction": "increasing", "scope": "visitor"}
NOW = datetime(2026, 1, 1, tzinfo=UTC)

sandbox = pytest.fixture(scope="module")(running_sandbox)


@pytest.fixture
async def client(sandbox: Sandbox) -> AsyncIterator[abclient.OptimizelyFlags]:
    """A client of the sandbox as it was at its beginning."""
    sandbox.reset()
    async with abclient.OptimizelyFlags(**sandbox.client_options("optimizely_flags")) as opened:
        yield opened


@pytest.fixture
async def project(client: abclient.OptimizelyFlags) -> Project:
    """Its first project with flags."""
    return client.project(next(one.id for one in await client.projects.list() if one.is_flags_enabled))


async def test_flags_and_their_variations(project: Project) -> None:
    """One or several: archived, brought back, patched, turned on and off, deleted."""
    flags = project.flags
    flag = await flags.create(key="one", name="One", description="copied")
    await flags.create(key="two")
    assert await flags.archive(["one", "two"]) == ["one", "two"]
    assert await flags.unarchive("one") == ["one"]
    assert (await flag.enable("production")).enabled
    assert not (await flag.disable("production")).enabled
    patched = await flags.patch([{"op": "copy", "from": "/one/description", "path": "/one/name"}])
    assert patched["one"].name == "copied"
    await flag.patch([{"op": "replace", "path": "/name", "value": "1"}, {"op": "test", "path": "/name", "value": "1"}])
    await flag.patch([{"op": "copy", "from": "/name", "path": "/description"}])
    assert (flag.name, flag.description) == ("1", "1")
    three = await flag.variations.create(key="three", name="Three", variables={})
    assert await flag.variations.archive(["three"]) == ["three"]
    assert await flag.variations.unarchive("three") == ["three"]
    assert (await three.archive()).archived
    assert not (await three.unarchive()).archived
    changed = await flag.variations.patch([{"op": "replace", "path": "/three/name", "value": "3"}])
    assert changed["three"].name == "3"
    chat = await flag.variations.brainstorm({"type": "user_chat", "user_chat": "more"})
    assert len(chat.interactions or ()) == 2
    await three.delete()
    await flag.delete()
    with pytest.raises(abclient.NotFoundError):
        await flags.get("one")


async def test_variables(project: Project) -> None:
    """Made, patched, proposed and deleted."""
    flag = await project.flags.create(key="one")
    amount = await flag.variables.create(key="amount", type="integer", default_value="1")
    patched = await project.variable_definitions("one").patch(
        [{"op": "replace", "path": "/amount/default_value", "value": "2"}]
    )
    assert patched is not None
    assert (await amount.refresh()).default_value == "2"
    assert (
        len((await flag.variables.brainstorm({"type": "user_chat", "user_chat": "a discount"})).interactions or ()) == 2
    )
    await amount.delete()
    assert [one async for one in flag.variables.list()] == []


async def test_groups_and_holdouts(project: Project) -> None:
    """Brought back from the archive, patched, found by a rule, and deleted."""
    group = await project.groups.create(name="G", environment_key="production")
    number = group.id or 0
    assert await project.groups.archive([number]) == [str(number)]
    assert await project.groups.unarchive(number) == [str(number)]
    assert (await group.archive()).archived
    assert not (await group.unarchive()).archived
    patched = await project.groups.patch([{"op": "replace", "path": f"/{number}/name", "value": "H"}])
    assert patched[str(number)].name == "H"
    assert number in [one.id async for one in project.groups.list(environment=["production"], sort=["name:asc"])]
    await group.delete()
    holdout = await project.holdouts.create(key="h", name="H", traffic_allocation=500)
    rule = (await project.rules.list(rule_types="a/b", environments="production"))[0]
    await holdout.start()
    assert isinstance(await rule.holdouts(), list)
    await holdout.conclude()
    await holdout.archive()
    assert not (await holdout.unarchive()).archived
    assert (await project.holdouts.get(holdout.id or 0)).status == "concluded"
    await holdout.delete()
    with pytest.raises(abclient.NotFoundError):
        await holdout.refresh()
    assert (await project.holdouts.create(key="i", name="I")).status == "draft"  # with the vendor's own share


async def test_custom_fields_and_reports(project: Project) -> None:
    """Hidden and brought back; a report's counting begins anew, and it is deleted with what it counted."""
    field = await project.custom_fields.create(key="team", name="Team", entity_type="flag", field_type="text")
    assert (await field.archive()).archived
    assert not (await field.unarchive()).archived
    assert (await project.custom_fields.update(field.id or 0, name="T")).name == "T"
    reports = project.reports("production")
    report = (await reports.list())[0]
    key = report.key or ""
    assert await reports.archive([key]) == [key]
    assert await reports.unarchive(key) == [key]
    assert (await report.archive()).archived
    assert not (await report.unarchive()).archived
    assert (await reports.get(key)).key == key
    assert (await report.timeseries()) is not None
    await report.reset_results()
    await report.delete()
    with pytest.raises(abclient.NotFoundError):
        await reports.get(key)


async def test_schedules_teams_and_what_v2_has(client: abclient.OptimizelyFlags, project: Project) -> None:
    """Changed by save and by id; audiences and attributes are those of REST API v2."""
    flag = await project.flags.create(key="one")
    moment = {"date": "2030-01-01", "time": "08:00", "time_zone": "UTC"}
    action = {"subject": {"type": "flag", "key": "one"}, "changed_element": "status", "value": "on"}
    change = await flag.schedules.create(account_id=1, environment="production", actions=[action], schedule=moment)
    later = await flag.schedules.update(change.id or 0, schedule=moment | {"date": "2031-01-01"})
    assert later.id == change.id
    teams = client.teams(5)
    made = await teams.create(name="Team", members=["u1"])
    await teams.update(made.team_id or "", name="Team", members_added=["u2"])
    (team,) = [one async for one in teams.list()]
    team.description = "All"
    await team.save()
    assert (await teams.get(made.team_id or "")).description == "All"
    await team.delete()
    assert [one async for one in teams.list()] == []
    audience = await client.audiences.create(name="A", project_id=project.id, conditions="[]")
    assert audience.id in [one.id async for one in client.audiences.list(project.id)]
    attribute = await client.attributes.create(key="plan", name="plan", project_id=project.id)
    assert attribute.id in [one.id async for one in client.attributes.list(project.id)]


async def test_rules_are_hidden_when_they_are_off(project: Project) -> None:
    """Archived from the rule, removed from the ruleset, also where an order that was not saved has lost the rule."""
    flag = await project.flags.create(key="one")
    ruleset = await flag.ruleset("production")
    shares = {"off": {"percentage_included": 5_000}, "on": {"percentage_included": 5_000}}
    await ruleset.add_rule(key="t", name="T", type="a/b", variations=shares, metrics=[METRIC])
    rule = await project.rules.find("one", "production", "t")
    assert (await rule.archive()).archived
    ruleset.rule_priorities = []
    await ruleset.remove_rule("t")
    assert not ruleset.rules
    assert ruleset.changes() == {}


async def test_a_rule_joins_a_group_from_either_side(project: Project) -> None:
    """By its ruleset or by the group; a share that was changed from the other side is not replaced."""
    flag = await project.flags.create(key="one")
    ruleset = await flag.ruleset("production")
    await ruleset.add_rule(key="t", name="T", type="a/b", variations={"off": 5_000, "on": 5_000}, metrics=[METRIC])
    group = await project.groups.create(name="G", environment_key="production")
    await ruleset.update_rule("t", group_rule={"group_id": group.id, "traffic_allocation": 3_000})
    rule = (ruleset.rules or {})["t"]
    assert rule.group_rule is not None
    assert (rule.group_rule.group_id, rule.group_rule.traffic_allocation) == (group.id, 3_000)
    await group.refresh()
    (share,) = (group.rules or {}).values()
    share.traffic_allocation = 4_000
    await group.save()
    with pytest.raises(abclient.ConflictError):
        await ruleset.update_rule("t", group_rule={"group_id": group.id, "traffic_allocation": 5_000})
    await ruleset.refresh()
    await ruleset.update_rule("t", group_rule={"group_id": group.id, "traffic_allocation": 5_000})
    await group.remove_rule(rule.id or 0)
    await ruleset.refresh()
    left = (ruleset.rules or {})["t"].group_rule
    assert left is not None
    assert left.group_id == 0


async def test_a_patch_that_fails_says_why_and_changes_nothing(project: Project) -> None:
    """A path that is not there and one that is there already are bad requests, a test that fails is a conflict."""
    flag = await project.flags.create(key="one")
    ruleset = await flag.ruleset("production")
    before = ruleset.to_dict()
    name: Any = {"op": "replace", "path": "/default_variation_key", "value": "on"}
    reasons: list[tuple[Any, type[abclient.APIError], str]] = [
        ({"op": "replace", "path": "/rules/x/name", "value": "X"}, abclient.BadRequestError, "there is no 'x'"),
        ({"op": "add", "path": "/rule_priorities", "value": []}, abclient.BadRequestError, "already"),
        ({"op": "test", "path": "/revision", "value": 99}, abclient.ConflictError, "another one"),
    ]
    for step, error, said in reasons:
        with pytest.raises(error, match=said):
            await ruleset.patch([name, step])
        assert (await flag.ruleset("production")).to_dict() == before == ruleset.to_dict()
    await flag.archive()
    with pytest.raises(abclient.ConflictError, match="archived"):
        await ruleset.patch([name])


async def test_rows_of_one_rule(project: Project) -> None:
    """With the rule, with its number, and without both; and the shares that a test of the split wants."""
    rule = (await project.rules.list(rule_types="a/b", environments="production"))[0]
    answer, series = await rule.results(), await rule.timeseries()
    assert answer is not None
    assert series is not None
    found = rows.from_results(answer, rule, project=project.id, fetched_at=NOW)
    info = rows.experiment_info(rule, project=project.id)
    assert rows.from_results(answer, info, fetched_at=NOW) == found
    plain = rows.from_results(answer, rule.layer_experiment_id, fetched_at=NOW)
    assert {row.rule_key for row in plain} == {None}
    assert [row.mean for row in rows.from_results(answer, fetched_at=NOW)] == [row.mean for row in found]
    assert rows.from_timeseries(series, rule, project=project.id, fetched_at=NOW)
    answer.experiment_id = None
    with pytest.raises(ValueError, match="experiment_id is missing"):
        rows.from_results(answer, fetched_at=NOW)
    named = {row.variation_id or "": row.variation_name for row in found}
    assert rows.allocation(rule, named).keys() == named.keys()
    assert sum(rows.allocation(rule).values()) == 10_000
    other = {str(number): name for number, name in enumerate(named.values())}
    assert rows.allocation(rule, other).keys() == other.keys()
    rule.type = "multi_armed_bandit"
    assert rows.allocation(rule, named) == {}


async def test_rows_by_segment_and_over_time(sandbox: Sandbox) -> None:
    """By the values of an attribute, and as series, of all rules."""
    options: dict[str, Any] = {**sandbox.client_options("optimizely_flags"), "environment": "development"}
    async with abclient.OptimizelyFlags(**sandbox.client_options("optimizely_flags")) as client:
        number = (await client.projects.list())[0].id or 0
        attribute = await client.attributes.create(key="plan", name="plan", project_id=number)
    segment = f"attribute:{attribute.id}=gold"
    by_segment = await abclient.fetch_rows("optimizely_flags", segments=[segment], **options)
    assert {row.segment for row in by_segment} == {segment}
    over_time = await abclient.fetch_rows("optimizely_flags", series=True, **options)
    assert len(over_time) > len(by_segment) > 0


@pytest.mark.parametrize(
    ("keys", "error", "said"),
    [
        ([], ValueError, "flag_keys must name at least one"),
        ([True], TypeError, "flag_keys must be of type str or int, not bool"),
        ([None], TypeError, "flag_keys must be of type str or int, not NoneType"),
    ],
)
async def test_keys_that_are_none(project: Project, keys: Any, error: type[Exception], said: str) -> None:
    """Refused before anything is sent."""
    with pytest.raises(error, match=said):
        await project.flags.archive(keys)


async def test_whose_role_it_is_must_be_said(project: Project) -> None:
    """One of both, and nothing is sent otherwise."""
    for who in ({}, {"user_id": "u", "team_id": "t"}):
        with pytest.raises(TypeError, match="give a user_id or a team_id"):
            await project.permissions.set_role("flags", 1, "view", **who)


async def test_what_was_absent_is_added_and_an_odd_key_is_read(project: Project) -> None:
    """A text where there was none; a variation of the ruleset's own class; the only entry under another key."""
    flag = await project.flags.create(key="one")
    ruleset = await flag.ruleset("production")
    on = models.RulesetRuleVariation(key="on", percentage_included=10_000)
    await ruleset.add_rule(key="t", name="T", type="targeted_delivery", variations={"on": on})
    rule = (ruleset.rules or {})["t"]
    rule.outcome = "positive"
    await ruleset.save()
    assert ((await flag.ruleset("production")).rules or {})["t"].outcome == "positive"


async def test_what_an_answer_lacks_is_named(project: Project) -> None:
    """Nothing is sent with a number that is not known."""
    flag = await project.flags.create(key="one")
    flag.id = None
    with pytest.raises(ABClientError, match="does not say the number of the flag, so nothing was sent"):
        await flag.entities()
