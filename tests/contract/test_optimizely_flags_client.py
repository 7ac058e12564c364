"""Optimizely Feature Experimentation, from the facade to the sandbox and back, over real sockets."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import abclient
from abclient.testing import Sandbox
from abclient.vendors.optimizely_flags import Project
from support.sandbox import running_sandbox

ROOT = Path(__file__).parents[2]
METRIC = {"aggregator": "unique", "winning_direction": "increasing", "scope": "visitor"}
RULE: dict[str, Any] = {
    "key": "t",
    "name": "T",
    "type": "a/b",
    "percentage_included": 10_000,
    "variations": {"off": 5_000, "on": 5_000},
    "metrics": [METRIC],
}

sandbox = pytest.fixture(scope="module")(running_sandbox)


class There(NamedTuple):
    """A client, and the only project."""

    client: abclient.OptimizelyFlags
    project: Project


@pytest.fixture
async def there(sandbox: Sandbox) -> AsyncIterator[There]:
    """The sandbox as it was at its beginning."""
    sandbox.reset()
    async with abclient.OptimizelyFlags(**sandbox.client_options("optimizely_flags")) as client:
        projects = [one.id async for one in client.projects.list() if one.is_flags_enabled]
        yield There(client, client.project(projects[0] or 0))


async def test_a_flag_s_life(there: There, sandbox: Sandbox) -> None:
    """Made, tested with both switches on, measured, concluded, rolled out and archived."""
    flag = await there.project.flags.create(
        key="f", name="F", variable_definitions={"n": {"type": "integer", "default_value": "1"}}
    )
    high = await flag.variations.create(key="high", name="High", variables={"n": {"value": "2"}})
    assert high.variables is not None
    high.variables["n"].value = "3"
    await high.save()
    assert (await flag.variations.get("high")).variables == high.variables
    (variable,) = [one async for one in flag.variables.list()]
    variable.default_value = "9"
    await variable.save()
    assert (await flag.variables.get("n")).default_value == "9"
    ruleset = await flag.ruleset("production")
    wanted: dict[str, Any] = {**RULE, "variations": {"off": 5_000, "high": 5_000}}
    await ruleset.add_rule(**wanted)
    await ruleset.enable_rule("t")
    assert ruleset.switches("t") == (False, True)
    assert not ruleset.switches("t").runs
    await ruleset.enable()
    assert ruleset.switches("t").runs
    rule = await there.project.rules.find("f", "production", "t")
    assert rule.layer_experiment_id is not None
    sandbox.add_visitors("optimizely_flags", rule.layer_experiment_id, 5_000)
    results = await rule.results()
    assert results is not None
    assert results.reach is not None
    assert results.reach.total_count == 5_000
    assert (await rule.timeseries()) is not None
    assert (await rule.results_csv()) is not None
    await rule.conclude(deployed_variation_key="high", outcome="positive", comment="Better")
    assert (rule.status, rule.deployed_variation_key, rule.outcome) == ("concluded", "high", "positive")
    await flag.archive()
    assert flag.archived
    assert flag.environments is not None
    assert not any(one.enabled for one in flag.environments.values())
    await flag.unarchive()
    assert not flag.archived
    assert not (await flag.ruleset("production")).enabled
    await flag.delete()
    with pytest.raises(abclient.NotFoundError):
        await flag.refresh()


async def test_rules_change_and_their_neighbors_stay(there: There) -> None:
    """What is saved of a rule, and switched, is in its ruleset; unsaved changes are kept."""
    rule = (await there.project.rules.list(rule_types=["a/b"], environments="production"))[0]
    rule.description = "not saved"
    await rule.disable()
    assert (rule.enabled, rule.description) == (False, "not saved")
    assert rule.changes() == {"description": "not saved"}
    assert rule.variations is not None
    for share, one in zip((3_000, 7_000), rule.variations.values(), strict=True):
        one.percentage_included = share
    await rule.save()
    ruleset = await rule.ruleset()
    saved = (ruleset.rules or {})[rule.key]
    assert [one.percentage_included for one in (saved.variations or {}).values()] == [3_000, 7_000]
    assert (saved.description, saved.enabled) == ("not saved", False)
    await rule.update(name="Renamed")
    assert (await there.project.rules.find(*rule.path.split("/"))).name == "Renamed"


async def test_other_collections_save_and_act(there: There) -> None:
    """Groups, holdouts, custom fields, reports, schedules, permissions and teams."""
    project = there.project
    rule = (await project.rules.list(environments="production"))[0]
    group = await project.groups.create(name="G", environment_key="production")
    await group.add_rule(rule.id or 0, traffic_allocation=4_000)
    assert group.rules is not None
    group.rules[str(rule.id)].traffic_allocation = 5_000
    group.name = "H"
    await group.save()
    found = await project.groups.get(group.id)
    assert (found.name, (found.rules or {})[str(rule.id)].traffic_allocation) == ("H", 5_000)
    await group.remove_rule(rule.id or 0)
    assert not group.rules
    await group.archive()
    assert group.archived
    holdout = await project.holdouts.create(key="h", name="H", traffic_allocation=500)
    holdout.description = "Everything"
    await holdout.save()
    await holdout.start()
    assert await holdout.experiments()
    with pytest.raises(abclient.BadRequestError, match="cannot change metrics"):
        await holdout.patch([{"op": "replace", "path": "/metrics", "value": [METRIC]}])
    await holdout.conclude()
    await holdout.archive()
    assert (holdout.status, holdout.archived) == ("concluded", True)
    field = await project.custom_fields.create(key="team", name="Team", entity_type="flag", field_type="text")
    field.name = "The team"
    await field.save()
    assert [one.name async for one in project.custom_fields.list(key="team")] == ["The team"]
    report = (await project.reports("production").list())[0]
    assert report.layer_experiment_id is not None
    assert (await report.results()) is not None
    await report.archive()
    assert report.archived
    flag = (await project.flags.list(query="checkout"))[0]
    flag.custom_fields = {"team": "red"}
    await flag.save()
    assert (await project.flags.get(flag.key)).custom_fields == {"team": "red"}
    assert {one.entity_type for one in await flag.entities()} >= {"flag", "rule"}
    action = {"subject": {"type": "flag", "key": flag.key}, "changed_element": "status", "value": "off"}
    change = await flag.schedules.create(
        account_id=1,
        environment="production",
        actions=[action],
        schedule={"date": "2030-01-01", "time": "08:00", "time_zone": "UTC"},
    )
    assert [one.id async for one in flag.schedules.list(environment="production")] == [change.id]
    await change.delete()
    assert [one async for one in flag.schedules.list()] == []
    with pytest.raises(abclient.UnprocessableEntityError, match=r"body\.environment: nowhere does not exist"):
        await flag.schedules.create(
            account_id=1,
            environment="nowhere",
            actions=[action],
            schedule={"date": "2030-01-01", "time": "08:00", "time_zone": "UTC"},
        )
    team = await there.client.teams(5).create(name="Team", members=["u1"])
    await project.permissions.set_role("flags", flag.id or 0, "toggle", team_id=team.team_id)
    roles = await project.permissions.of_entity("flags", flag.id or 0)
    assert [one.role for one in roles.teams or ()] == ["toggle"]
    toggles = [
        one.key
        async for one in project.permissions.of_team(team.team_id, "flags", page_size=10)
        if one.role == "toggle"
    ]
    assert toggles == [flag.key]
    await project.permissions.remove_role("flags", flag.id or 0, team_id=team.team_id)
    environment = (await project.environments.list())[0]
    assert (await project.approval_settings(environment.id or 0)).approvers
    assert [one async for one in project.changes(entity_type=["flag"])] == []


async def test_results_of_an_environment_and_of_some(there: There) -> None:
    """In bulk, each by its experiment; deliveries are left out, and what does not exist is an error of its own."""
    rules = there.project.rules
    listed = [one async for one in rules.list(environments="production")]
    started = [one.layer_experiment_id for one in listed if one.layer_experiment_id is not None]
    assert len(listed) > len(started) > 0
    outcomes = await rules.fetch_results(environment="production", concurrency=8)
    assert sorted(one.key for one in outcomes) == sorted(started)
    assert all(one.ok for one in outcomes)
    some = await rules.fetch_results([listed[0], started[1], 7], concurrency=2, ordered=True)
    assert [(one.key, one.ok) for one in some] == [(started[0], True), (started[1], True), (7, False)]
    series = await rules.fetch_timeseries(started[:2], concurrency=2)
    assert all(one.ok for one in series)
    with pytest.raises(TypeError, match="not both"):
        await rules.fetch_results([1], environment="production")


async def test_rows_have_environment_flag_and_rule(sandbox: Sandbox) -> None:
    """Of all projects or of one, of one environment, and of some experiments; ids that do not exist are failures."""
    options = sandbox.client_options("optimizely_flags")
    world = sandbox.world()["optimizely_flags"]
    rows = await abclient.fetch_rows("optimizely_flags", concurrency=8, **options)
    assert {row.experiment_id for row in rows} == set(map(str, world["experiments"]))
    assert {row.project for row in rows} == set(map(str, world["projects"]))
    assert {row.environment for row in rows} == {"production", "development"}
    assert all(row.rule_key == f"{row.flag_key}_test" for row in rows)
    there: dict[str, Any] = {
        "project": str(world["projects"][0]),
        "environment": "development",
        "concurrency": 8,
        **options,
    }
    some = await abclient.fetch_rows("optimizely_flags", **there)
    assert {row.row_key for row in some} == {row.row_key for row in rows if row.environment == "development"}
    one = await abclient.fetch_rows("optimizely_flags", [rows[0].experiment_id], concurrency=1, **options)
    assert {row.row_key for row in one} == {r.row_key for r in rows if r.experiment_id == rows[0].experiment_id}
    with pytest.raises(abclient.PartialFailureError) as caught:
        await abclient.fetch_rows("optimizely_flags", [7], concurrency=1, **options)
    assert list(caught.value.failures) == ["7"]


@pytest.mark.slow
def test_the_example_runs(tmp_path: Path) -> None:
    """Against a sandbox of its own, from a new flag to the archive."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("ABCLIENT_OPTIMIZELY_FLAGS")
    }
    done = subprocess.run(
        [sys.executable, ROOT / "examples" / "flag_rollout.py"],
        capture_output=True, text=True, timeout=120, check=False, cwd=tmp_path, env=environment,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert "Rule amount_test in development: ruleset on: True, rule on: True" in lines
    assert lines[-2].startswith("Rolled out ")
    assert lines[-1].startswith("Archived discount_")
