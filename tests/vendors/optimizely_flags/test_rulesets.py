"""Rulesets and rules: what the verbs send, and what is refused before anything is sent."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

import abclient
from abclient.errors import InvalidRequestError
from abclient.vendors.optimizely_flags import models
from abclient.vendors.optimizely_flags._patch import between, pointer
from support.clients import QUICK, TOKEN
from support.fake import Script, answer

SHARES = {"off": 9_000, "on": 1_000}
RULES: dict[str, dict[str, Any]] = {
    "a": {
        "key": "a",
        "name": "A",
        "type": "a/b",
        "enabled": True,
        "revision": 2,
        "audience_conditions": [],
        "variations": {"off": {"key": "off"}},
    },
    "b/c": {
        "key": "b/c",
        "name": "B",
        "type": "contextual_multi_armed_bandit",
        "attribute_ids": [7],
        "percentage_included": 5_000,
        "variations": {key: {"key": key, "percentage_included": share} for key, share in SHARES.items()},
        "group_rule": {"group_id": 0, "group_name": "G", "traffic_allocation": 0},
    },
}
RULESET: dict[str, Any] = {
    "flag_key": "f",
    "environment_key": "production",
    "enabled": False,
    "revision": 3,
    "default_variation_key": "off",
    "rule_priorities": ["a", "b/c"],
    "rules": RULES,
}


class Case:
    """A ruleset that was loaded, and what its verbs send."""

    def __init__(self, ruleset: Any, script: Script) -> None:
        self.ruleset = ruleset
        self.script = script

    @property
    def sent(self) -> Any:
        """The body of the only request after the first, or its path where it has none."""
        (one,) = self.script.requests[1:]
        return json.loads(one.body) if one.body else one.url.rpartition("/")[2]


async def loaded(client: abclient.OptimizelyFlags, script: Script) -> Case:
    return Case(await client.project(1).rulesets("f").get("production"), script)


def step(op: str, path: str, *value: Any) -> dict[str, Any]:
    return {"op": op, "path": path, **({"value": value[0]} if value else {})}


def guarded(path: str, before: Any, after: Any) -> list[dict[str, Any]]:
    """The steps that replace what must still be there."""
    return [step("test", path, before), step("replace", path, after)]


NEW: dict[str, Any] = {"key": "n", "name": "N", "type": "a/b", "variations": {"off": 4_000, "on": 6_000}}
SENT_VARIATIONS = {
    "off": {"key": "off", "percentage_included": 4_000},
    "on": {"key": "on", "percentage_included": 6_000},
}
SENT: list[tuple[Callable[[Any], Awaitable[Any]], Any]] = [
    (lambda r: r.enable(), "enabled"),
    (lambda r: r.disable(), "disabled"),
    (lambda r: r.enable_rule("a"), [step("replace", "/rules/a/enabled", True)]),
    (lambda r: r.disable_rule("b/c"), [step("add", "/rules/b~1c/enabled", False)]),
    (
        lambda r: r.add_rule(**NEW),
        [
            step("add", "/rules/n", {"enabled": False, **NEW, "variations": SENT_VARIATIONS}),
            step("add", "/rule_priorities/-", "n"),
        ],
    ),
    (
        lambda r: r.add_rule(at=0, key="n", name="N", type="invented", enabled=True),
        [
            step("add", "/rules/n", {"enabled": True, "key": "n", "name": "N", "type": "invented"}),
            step("add", "/rule_priorities/0", "n"),
        ],
    ),
    (
        lambda r: r.update_rule("a", name="Z", percentage_included=10),
        [
            step("replace", "/rules/a/name", "Z"),
            step("test", "/rules/a/revision", 2),
            step("add", "/rules/a/percentage_included", 10),
        ],
    ),
    (
        lambda r: r.update_rule("b/c", attribute_ids=[8], percentage_included=10),
        [
            *guarded("/rules/b~1c/attribute_ids", [7], [8]),
            *guarded("/rules/b~1c/percentage_included", 5_000, 10),
        ],
    ),
    (
        lambda r: r.update_rule("a", metrics=[], audience_conditions=["or", {"audience_id": 1}]),
        [
            step("test", "/rules/a/revision", 2),
            step("add", "/rules/a/metrics", []),
            *guarded("/rules/a/audience_conditions", [], ["or", {"audience_id": 1}]),
        ],
    ),
    (
        lambda r: r.update_rule("a", variations={"on": 10_000}, allow_list={}),
        [
            step("remove", "/rules/a/variations/off"),
            step("add", "/rules/a/variations/on", {"key": "on", "percentage_included": 10_000}),
            step("test", "/rules/a/revision", 2),
            step("add", "/rules/a/allow_list", {}),
        ],
    ),
    (
        lambda r: r.update_rule("a", variations={"off": 10_000}),
        [step("add", "/rules/a/variations/off/percentage_included", 10_000)],
    ),
    (
        lambda r: r.update_rule("b/c", variations={"off": 10_000}, group_rule={"group_id": 5}),
        [
            step("remove", "/rules/b~1c/variations/on"),
            *guarded("/rules/b~1c/variations/off/percentage_included", 9_000, 10_000),
            step("replace", "/rules/b~1c/group_rule/group_id", 5),
        ],
    ),
    (
        lambda r: r.conclude_rule("a", deployed_variation_key="off", outcome="positive"),
        [
            step("add", "/rules/a/status", "concluded"),
            step("add", "/rules/a/deployed_variation_key", "off"),
            step("add", "/rules/a/outcome", "positive"),
        ],
    ),
    (lambda r: r.archive_rule("a"), [step("add", "/rules/a/archived", True)]),
    (
        lambda r: r.remove_rule("b/c"),
        [
            step("remove", "/rules/b~1c"),
            step("test", "/rule_priorities/1", "b/c"),
            step("remove", "/rule_priorities/1"),
        ],
    ),
    (lambda r: r.reorder(["b/c", "a"]), guarded("/rule_priorities", ["a", "b/c"], ["b/c", "a"])),
    (lambda r: r.reorder(reversed(["a", "b/c"])), guarded("/rule_priorities", ["a", "b/c"], ["b/c", "a"])),
    (lambda r: r.set_default_variation("on"), [step("replace", "/default_variation_key", "on")]),
    (lambda r: r.patch([step("test", "/revision", 3)]), [step("test", "/revision", 3)]),
    (
        lambda r: r.patch([models.PatchRequestBody(op="move", path="/a", from_="/b")]),
        [{"op": "move", "path": "/a", "from": "/b"}],
    ),
]


@pytest.mark.parametrize(("verb", "sent"), SENT)
async def test_each_verb_is_one_request(verb: Callable[[Any], Awaitable[Any]], sent: Any) -> None:
    """A patch, or one of the two operations that turn the whole ruleset on and off; the object has the answer."""
    script = Script(answer(200, RULESET), answer(200, {**RULESET, "revision": 4}))
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script) as client:
        case = await loaded(client, script)
        assert await verb(case.ruleset) is case.ruleset
    assert case.sent == sent
    assert case.ruleset.revision == 4
    if script.requests[1].body:
        assert dict(script.requests[1].headers)["content-type"] == "application/json-patch+json"


async def test_a_rule_that_is_not_in_the_order_is_removed_alone() -> None:
    """The order stays as it is."""
    script = Script(answer(200, {**RULESET, "rule_priorities": ["a"]}), answer(200, RULESET))
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script) as client:
        case = await loaded(client, script)
        await case.ruleset.remove_rule("b/c")
    assert case.sent == [step("remove", "/rules/b~1c")]


REFUSED: list[tuple[Callable[[Any], Awaitable[Any]], type[Exception], str]] = [
    (lambda r: r.enable_rule("x"), InvalidRequestError, "flag 'f' in 'production' has no rule 'x'; it has a, b/c"),
    (lambda r: r.update_rule("x", name="n"), InvalidRequestError, "has no rule 'x'"),
    (lambda r: r.remove_rule("x"), InvalidRequestError, "has no rule 'x'"),
    (lambda r: r.add_rule(**{**NEW, "key": "a"}), InvalidRequestError, "has a rule 'a' already"),
    (
        lambda r: r.add_rule(**{**NEW, "variations": {"off": 4_000, "on": 5_000}}),
        ValueError,
        r"sum to 9000 \(4000 \+ 5000\), not",
    ),
    (
        lambda r: r.add_rule(**{**NEW, "variations": {"off": 10_001}}),
        ValueError,
        r"variations\['off'\].* from 0 to 10000",
    ),
    (
        lambda r: r.add_rule(**{**NEW, "percentage_included": -1}),
        ValueError,
        "percentage_included must be from 0 to 10000",
    ),
    (lambda r: r.add_rule(**{**NEW, "percentage_included": 0.5}), TypeError, "must be a whole number of basis points"),
    (lambda r: r.add_rule(**{**NEW, "variations": [1]}), TypeError, "variations must be a mapping by key"),
    (lambda r: r.add_rule(**{**NEW, "variations": {"off": True}}), TypeError, "must be a share or a mapping, not bool"),
    (lambda r: r.add_rule(key="n", name="N"), TypeError, "rule 'n' needs type"),
    (lambda r: r.add_rule(**NEW, percentage=5), TypeError, "has no field 'percentage'"),
    (lambda r: r.add_rule(**NEW, layer_id=5), TypeError, "layer_id cannot be set"),
    (lambda r: r.add_rule(**{**NEW, "type": "ab"}), ValueError, "did you mean 'a/b'"),
    (lambda r: r.add_rule(**NEW, at=3), ValueError, "at must be from 0 to 2"),
    (
        lambda r: r.add_rule(**{**NEW, "type": "contextual_multi_armed_bandit", "variations": {"off": 1, "on": 2}}),
        ValueError,
        "sum to 3",
    ),
    (lambda r: r.update_rule("b/c", variations={"off": 1, "on": 2}), ValueError, "sum to 3"),
    (lambda r: r.update_rule("a"), ValueError, "nothing to change"),
    (lambda r: r.update_rule("a", key="z"), TypeError, "key cannot be set once there is a rule"),
    (lambda r: r.update_rule("a", variations={"off": 1, "on": 2}), ValueError, "sum to 3"),
    (lambda r: r.update_rule("a", status="runnning"), ValueError, "did you mean 'running'"),
    (lambda r: r.reorder(["a"]), ValueError, "has the rules a, b/c: name each once"),
    (lambda r: r.reorder("a"), ValueError, "name each once"),
    (lambda r: r.reorder([1, "a"]), ValueError, "name each once"),
    (lambda r: r.patch(step("test", "/revision", 3)), TypeError, "put the one into a list"),
    (lambda r: r.patch([]), ValueError, "at least one step"),
    (lambda r: r.patch([step("replace", "2/name", 3)]), ValueError, "the path of step 0 must begin with a slash"),
    (lambda r: r.patch([{"op": "copy", "path": "/a", "from": "b"}]), ValueError, "the from of step 0 must begin"),
    (lambda r: r.patch([step("tset", "/revision", 3)]), ValueError, "the op of step 0 must be one of add"),
    (lambda r: r.patch(["x"]), TypeError, "step 0 must be a mapping"),
    (lambda r: r.patch([{"op": "replace"}]), TypeError, "needs the text path"),
    (lambda r: r.patch([step("replaced", "/a", 1)]), ValueError, "did you mean 'replace'"),
    (lambda r: r.patch([{**step("add", "/a", 1), "vlaue": 1}]), TypeError, "did you mean 'value'"),
]


@pytest.mark.parametrize(("verb", "error", "said"), REFUSED)
async def test_what_cannot_be_meant_is_not_sent(
    verb: Callable[[Any], Awaitable[Any]], error: type[Exception], said: str
) -> None:
    """A rule that is not in this environment, shares that do not add up, words and steps that do not exist."""
    script = Script(answer(200, RULESET))
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script) as client:
        case = await loaded(client, script)
        with pytest.raises(error, match=said):
            await verb(case.ruleset)
    assert len(script.requests) == 1


async def test_saving_sends_what_changed_and_nothing_else() -> None:
    """Field by field, however deep, and the order as a whole."""
    script = Script(answer(200, RULESET))
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script) as client:
        case = await loaded(client, script)
        ruleset = case.ruleset
        await ruleset.save()
        assert len(script.requests) == 1
        ruleset.rules["a"].name = "Z"
        ruleset.rules["b/c"].attribute_ids = [7, 8]
        ruleset.rule_priorities.reverse()
        ruleset.default_variation_key = "on"
        await ruleset.save()
    assert case.sent == [
        step("replace", "/default_variation_key", "on"),
        *guarded("/rule_priorities", ["a", "b/c"], ["b/c", "a"]),
        step("replace", "/rules/a/name", "Z"),
        *guarded("/rules/b~1c/attribute_ids", [7], [7, 8]),
    ]


async def test_what_is_only_written_otherwise_is_not_sent() -> None:
    """A list of mappings in place of the objects that were read: the ruleset is loaded anew, and counts as saved."""
    rule = {**RULES["a"], "metrics": [{"aggregator": "unique", "scope": "visitor"}]}
    script = Script(answer(200, {**RULESET, "rules": {"a": rule}}))
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script) as client:
        case = await loaded(client, script)
        case.ruleset.rules["a"].metrics = [{"scope": "visitor", "aggregator": "unique"}]
        await case.ruleset.save()
        assert case.ruleset.changes() == {}
    assert [one.method for one in script.requests] == ["GET", "GET"]


async def test_saving_refuses_shares_that_do_not_add_up_and_what_is_read_only() -> None:
    """Nothing is sent."""
    variations = {key: {"key": key, "percentage_included": 5_000} for key in ("off", "on")}
    script = Script(answer(200, {**RULESET, "rules": {"a": {**RULES["a"], "variations": variations}}}))
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script) as client:
        case = await loaded(client, script)
        case.ruleset.rules["a"].variations["on"].percentage_included = 6_000
        with pytest.raises(ValueError, match="sum to 11000"):
            await case.ruleset.save()
        await case.ruleset.refresh()
        case.ruleset.revision = 9
        with pytest.raises(InvalidRequestError, match="revision"):
            await case.ruleset.save()
    assert {one.method for one in script.requests} == {"GET"}


async def test_a_conflict_keeps_the_vendor_s_own_error_and_the_object_as_it_was() -> None:
    """A patch applies as a whole, or not at all."""
    problem = {"title": "Conflict", "status": 409, "detail": "operation 0: the value is another one"}
    script = Script(answer(200, RULESET), answer(409, problem))
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script) as client:
        case = await loaded(client, script)
        with pytest.raises(abclient.ConflictError, match="operation 0"):
            await case.ruleset.patch([step("test", "/revision", 2)])
        assert case.ruleset.to_dict() == RULESET


async def test_unknown_types_of_rules_are_kept() -> None:
    """What the vendor's document does not list is read, and survives a change of something else."""
    script = Script(answer(200, RULESET))
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script) as client:
        case = await loaded(client, script)
        assert case.ruleset.rules["b/c"].type == "contextual_multi_armed_bandit"
        assert case.ruleset.to_dict() == RULESET


async def test_a_contextual_bandit_needs_no_shares(caplog: pytest.LogCaptureFixture) -> None:
    """It decides by itself; its type is known here, although the vendor's document does not list it."""
    script = Script(answer(200, RULESET))
    variations: dict[str, Any] = {"off": {}, "on": {}}
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script) as client:
        case = await loaded(client, script)
        await case.ruleset.add_rule(
            key="n", name="N", type="contextual_multi_armed_bandit", attribute_ids=[7], variations=variations
        )
    assert case.sent[0]["value"]["variations"] == {"off": {"key": "off"}, "on": {"key": "on"}}
    assert not [one for one in caplog.records if one.name == "abclient"]


RULE = {**RULES["a"], "id": 5, "flag_key": "f", "environment_key": "production", "status": "running"}


async def test_a_rule_is_changed_in_its_ruleset() -> None:
    """It is loaded again afterwards, because the answer has the ruleset."""
    script = Script(
        answer(200, RULE), answer(200, RULESET), answer(200, RULESET), answer(200, {**RULE, "enabled": False})
    )
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script) as client:
        rule = await client.project(1).rules.find("f", "production", "a")
        await rule.disable()
        assert rule.enabled is False
    assert [(one.method, one.url.partition("/flags/v1")[2]) for one in script.requests[1:]] == [
        ("GET", "/projects/1/flags/f/environments/production/ruleset"),
        ("PATCH", "/projects/1/flags/f/environments/production/ruleset"),
        ("GET", "/projects/1/flags/f/environments/production/rules/a"),
    ]


async def test_a_rule_without_its_place_says_so() -> None:
    """It cannot be changed where its flag and environment are unknown."""
    script = Script(answer(200, {"key": "a"}))
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script) as client:
        rule = await client.project(1).rules.get(5)
        with pytest.raises(InvalidRequestError, match="does not say of which flag"):
            await rule.enable()
    assert len(script.requests) == 1


@pytest.mark.parametrize(
    ("before", "after", "steps"),
    [
        ({"a": 1}, {"a": 1}, []),
        ({"a": 1}, {"a": 2}, [step("replace", "/x/a", 2)]),
        ({"a": 1}, {"a": True}, [step("replace", "/x/a", True)]),
        ({"a": 1}, {}, [step("remove", "/x/a")]),
        ({}, {"a/b": None}, [step("add", "/x/a~1b", None)]),
        ({"a": {"~": [1]}}, {"a": {"~": [1, 2]}}, guarded("/x/a/~0", [1], [1, 2])),
        ({"a": [1]}, {"a": {"b": 1}}, guarded("/x/a", [1], {"b": 1})),
        ({"a": [{"b": 1, "c": 2}]}, {"a": [{"c": 2, "b": 1}]}, []),
        ({"a": None}, {"a": [1]}, guarded("/x/a", None, [1])),
        ({"revision": 4}, {"revision": 4, "a": [1]}, [step("test", "/x/revision", 4), step("add", "/x/a", [1])]),
        ({"revision": 4}, {"revision": 4, "a": {}}, [step("add", "/x/a", {})]),
        ({"percentage_included": 1}, {"percentage_included": 2}, guarded("/x/percentage_included", 1, 2)),
    ],
)
def test_the_difference_of_two_documents(before: Any, after: Any, steps: list[Any]) -> None:
    """Objects member by member, anything else as a whole; lists and shares only if they are still what they were."""
    assert [one.to_dict() for one in between(before, after, "/x")] == steps


def test_pointers_are_escaped() -> None:
    """As RFC 6901 says."""
    assert pointer("a/b", "c~d", 3, "") == "/a~1b/c~0d/3/"
