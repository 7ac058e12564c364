"""Answers in the shape in which others recorded them: read, and written back whole."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest

import abclient
from support.clients import QUICK, TOKEN
from support.fake import Script, answer

FILE: dict[str, Any] = json.loads((Path(__file__).parent / "payloads.json").read_text("utf-8"))
PROJECT = 4_501_000_000_000_011


async def test_a_recorded_list_is_one_page() -> None:
    """Without a next_url, the list ends; each flag comes back as it was."""
    payload = FILE["list_flags"]["response"]
    script = Script(answer(200, payload))
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script) as client:
        (flag,) = [one async for one in client.project(PROJECT).flags.list()]
    assert len(script.requests) == 1
    assert flag.to_dict() == payload["items"][0]
    assert pickle.loads(pickle.dumps(flag)) == flag


async def test_a_recorded_archive_turns_the_flag_off_and_leaves_its_rules() -> None:
    """The state of a rule is its own: it is running, in an environment in which the flag is paused."""
    before, after = FILE["list_flags"]["response"], FILE["archive_flags"]["response"]["fast_checkout"]
    script = Script(answer(200, before), answer(200, {"fast_checkout": after}))
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script) as client:
        (flag,) = [one async for one in client.project(PROJECT).flags.list()]
        await flag.archive()
    assert json.loads(script.requests[1].body or b"") == {"keys": ["fast_checkout"]}
    assert flag.to_dict() == after
    assert flag.environments is not None
    production = flag.environments["production"]
    assert (production.enabled, production.status) == (False, "paused")
    assert production.rules_detail is not None
    (rule,) = production.rules_detail
    assert (rule.status, rule.enabled, rule.days_running) == ("running", True, 12)
    assert rule.layer_experiment_id == 9_300_001_000_007


async def test_a_recorded_ruleset_is_read_and_changed_step_by_step() -> None:
    """Also fields that no document has, rules of a type that none lists, and empty texts in place of nothing."""
    payload = FILE["fetch_ruleset"]["response"]
    after = json.loads(json.dumps(payload))
    for key, share in (("off", 2_000), ("on", 8_000)):
        after["rules"]["one_page"]["variations"][key]["percentage_included"] = share
    script = Script(answer(200, payload), answer(200, after))
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script) as client:
        ruleset = await client.project(PROJECT).rulesets("fast_checkout").get("production")
        assert ruleset.to_dict() == payload
        assert pickle.loads(pickle.dumps(ruleset)) == ruleset
        assert ruleset.rules is not None
        bandit, test = ruleset.rules["best_page"], ruleset.rules["one_page"]
        assert (bandit.distribution_goal, len(bandit.attribute_ids or ()), bandit.baseline_variation_id) == (
            "automated",
            3,
            None,
        )
        assert (test.layer_experiment_id, test.audience_ids, test.deployed_variation_key) == (
            9_300_001_000_007,
            [20_500_000_001],
            "",
        )
        assert (ruleset.switches("one_page"), ruleset.switches("one_page").runs) == ((False, True), False)
        assert test.variations is not None
        test.variations["off"].percentage_included, test.variations["on"].percentage_included = 2_000, 8_000
        await ruleset.save()
        assert ruleset.to_dict() == after
    place = "/rules/one_page/variations/%s/percentage_included"
    assert json.loads(script.requests[1].body or b"") == [
        {"op": op, "path": place % key, "value": value}
        for key, share in (("off", 2_000), ("on", 8_000))
        for op, value in (("test", 5_000), ("replace", share))
    ]


async def test_the_only_entry_is_the_one_that_was_meant() -> None:
    """Of one flag, the vendor's examples do not always have the key; a description that was absent is added."""
    flag = {"key": "fast_checkout", "id": 1, "name": "Fast checkout"}
    script = Script(answer(200, flag), answer(200, {"flag": flag | {"description": "New"}}))
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script) as client:
        found = await client.project(PROJECT).flags.get("fast_checkout")
        found.description = "New"
        await found.save()
    step = {"op": "add", "path": "/fast_checkout/description", "value": "New"}
    assert json.loads(script.requests[1].body or b"") == [step]
    assert found.description == "New"
    assert found.changes() == {}


async def test_an_answer_about_another_one_is_not_taken_over() -> None:
    """It is named, and the flag stays what it was, although the answer has a single entry."""
    flag = {"key": "fast_checkout", "id": 1, "name": "Fast checkout"}
    other = {"key": "fast_checkout2", "id": 2, "name": "Other"}
    script = Script(answer(200, flag), answer(200, {"fast_checkout2": other}))
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script) as client:
        found = await client.project(PROJECT).flags.get("fast_checkout")
        found.name = "New"
        with pytest.raises(abclient.DecodeError, match="is that of another one"):
            await found.save()
    assert (found.key, found.id, found.changes()) == ("fast_checkout", 1, {"name": "New"})
