"""What the documentation of Optimizely Classic rules out is refused, with the rule's name, before anything is sent."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest

import abclient
from support.clients import TOKEN
from support.documented_classic import PAYLOADS, Documented
from support.fake import Script, answer

EXPERIMENT = {"description": "E", "edit_url": "https://mysite.com/"}
CLICK = {"title": "G", "goal_type": 0, "selector": "a", "target_to_experiments": True}
PAGEVIEW = {"title": "G", "goal_type": 3, "urls": ["u"], "url_match_types": [3]}
LIST = {"name": "List_1", "list_type": 2, "key_fields": "user_id", "list_content": "a,b"}
WHEN = datetime(2015, 1, 1, 8, tzinfo=UTC)


@pytest.fixture
def vendor() -> Documented:
    return Documented()


@pytest.fixture
async def classic(vendor: Documented) -> AsyncIterator[abclient.OptimizelyClassic]:
    async with abclient.OptimizelyClassic(TOKEN, transport=vendor) as client:
        yield client


@pytest.fixture
async def unchecked(vendor: Documented) -> AsyncIterator[abclient.OptimizelyClassic]:
    async with abclient.OptimizelyClassic(TOKEN, transport=vendor, check_rules=False) as client:
        yield client


def without(fields: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name not in names}


CONDITION = [{"value": "u", "match_type": "prefix"}]
CREATE: list[tuple[str, Any, Any, str]] = [
    ("projects", (), {"project_name": "P", "project_status": "Deleted"}, "project_status must be one of 'Active'"),
    ("experiments", (1,), EXPERIMENT | {"percentage_included": 10_001}, "percentage_included is in basis points"),
    ("experiments", (1,), EXPERIMENT | {"percentage_included": -1}, "from 0 to 10000, not -1"),
    ("experiments", (1,), EXPERIMENT | {"percentage_included": 50.0}, "whole number"),
    ("experiments", (1,), EXPERIMENT | {"percentage_included": True}, "whole number"),
    ("experiments", (1,), EXPERIMENT | {"status": "running"}, "status must be one of 'Running'"),
    ("experiments", (1,), EXPERIMENT | {"activation_mode": "auto"}, "activation_mode must be one of"),
    ("experiments", (1,), EXPERIMENT | {"experiment_type": "multivariate"}, "only experiments of type 'ab'"),
    ("experiments", (1,), EXPERIMENT | {"url_conditions": [{}]}, r"url_conditions\[0\] needs a value"),
    ("experiments", (1,), EXPERIMENT | {"url_conditions": ["u"]}, r"url_conditions\[0\] needs a value"),
    ("experiments", (1,), EXPERIMENT | {"url_conditions": CONDITION}, r"url_conditions\[0\].match_type must be one of"),
    ("variations", (1,), {"description": "V", "weight": 10_001}, "weight is in basis points"),
    ("variations", (1,), {"description": "V", "weight": "5000"}, "not '5000'"),
    ("schedules", (1,), {}, "a schedule needs a start_time, a stop_time or both"),
    ("schedules", (1,), {"start_time": None}, "a schedule needs"),
    ("schedules", (1,), {"start_time": "tomorrow"}, "start_time must be a point in time"),
    ("goals", (1,), CLICK | {"goal_type": 2}, r"one of 0 \(click\), 1 \(custom event\), 3 \(pageview\)"),
    ("goals", (1,), CLICK | {"goal_type": True}, "goal_type must be one of"),
    ("goals", (1,), without(CLICK, "selector"), "a click goal needs selector"),
    ("goals", (1,), without(CLICK, "selector", "target_to_experiments"), "needs selector and target_to_experiments"),
    ("goals", (1,), CLICK | {"selector": ""}, "a click goal needs selector"),
    ("goals", (1,), CLICK | {"target_to_experiments": False}, "needs target_urls and target_url_match_types"),
    ("goals", (1,), without(PAGEVIEW, "urls"), "a pageview goal needs urls"),
    ("goals", (1,), without(PAGEVIEW, "url_match_types"), "a pageview goal needs url_match_types"),
    ("goals", (1,), PAGEVIEW | {"url_match_types": [5]}, "url_match_types knows 1 exact, .* not 5"),
    ("goals", (1,), PAGEVIEW | {"url_match_types": [1, 2]}, "one entry for each of urls"),
    ("goals", (1,), {"title": "G", "goal_type": 1}, "a custom event goal needs event"),
    ("audiences", (1,), {"name": "A", "conditions": ["xor"]}, 'conditions must start with "and"'),
    ("targeting_lists", (1,), LIST | {"name": "List 1"}, "letters, digits, hyphens and underscores: 'List 1'"),
    ("targeting_lists", (1,), LIST | {"list_type": 4}, "list_type must be one of 1, 2, 3"),
    ("targeting_lists", (1,), LIST | {"list_content": "a" * 101}, "value 1 of list_content has more than 100"),
    ("targeting_lists", (1,), LIST | {"list_content": "a\n" * 2_500_001}, "not be larger than 5,000,000 bytes"),
]


@pytest.mark.parametrize(("kind", "parent", "fields", "said"), CREATE)
async def test_creating(
    vendor: Documented, classic: abclient.OptimizelyClassic, kind: str, parent: Any, fields: Any, said: str
) -> None:
    """The error names the rule, is a ValueError too, and nothing is sent."""
    with pytest.raises(abclient.InvalidRequestError, match=said) as caught:
        await getattr(classic, kind).create(*parent, **fields)
    assert isinstance(caught.value, ValueError)
    assert vendor.seen == []


@pytest.mark.parametrize(("kind", "parent", "fields", "said"), CREATE)
async def test_creating_unchecked(
    vendor: Documented, unchecked: abclient.OptimizelyClassic, kind: str, parent: Any, fields: Any, said: str
) -> None:
    """With the rules switched off, the vendor gets it as it is and decides."""
    await getattr(unchecked, kind).create(*parent, **fields)
    assert len(vendor.seen) == 1


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("experiments", EXPERIMENT | {"percentage_included": 0}),
        ("variations", {"description": "V", "weight": 10_000}),
        ("goals", PAGEVIEW | {"urls": [], "url_match_types": []}),
        ("goals", CLICK | {"target_to_experiments": False, "target_urls": ["u"], "target_url_match_types": [4]}),
        ("goals", {"title": "G", "goal_type": 1, "event": "e"}),
        ("schedules", {"stop_time": WHEN}),
        ("audiences", {"name": "A", "conditions": []}),
        ("targeting_lists", LIST | {"list_content": "a" * 100}),
        ("targeting_lists", LIST | {"list_content": ",".join(["a" * 100] * 3)}),
    ],
)
async def test_what_is_just_within_the_rules(
    vendor: Documented, classic: abclient.OptimizelyClassic, kind: str, fields: Any
) -> None:
    """Bounds belong to what is allowed."""
    await getattr(classic, kind).create(1, **fields)
    assert len(vendor.seen) == 1


@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        ("projects", {"project_status": "active"}, "project_status"),
        ("experiments", {"percentage_included": 10_001}, "percentage_included"),
        ("variations", {"weight": 10_001}, "weight"),
        ("experiments", {"url_conditions": ["u"]}, r"url_conditions\[0\] needs a value"),
        ("schedules", {"stop_time": None}, "a schedule needs"),
        ("goals", {"goal_type": 5}, "goal_type must be one of 0, 1, 2, 3, 4"),
        ("goals", {"urls": ["u"], "url_match_types": []}, "one entry for each"),
        ("audiences", {"conditions": "{"}, "conditions are not JSON"),
        ("targeting_lists", LIST | {"name": ""}, "letters"),
    ],
)
async def test_updating(
    vendor: Documented, classic: abclient.OptimizelyClassic, kind: str, fields: Any, said: str
) -> None:
    """What is given of an update obeys the same rules."""
    with pytest.raises(abclient.InvalidRequestError, match=said):
        await getattr(classic, kind).update(1, **fields)
    assert vendor.seen == []


READ_ONLY = [
    ("projects", ["account_id", "library"]),
    ("experiments", ["is_multivariate", "variation_ids"]),
    ("variations", ["experiment_id", "section_id"]),
    ("goals", ["event", "is_editable"]),
    ("schedules", ["experiment_id", "status"]),
    ("audiences", ["archived", "project_id"]),
    ("dimensions", ["last_modified", "project_id"]),
]


@pytest.mark.parametrize(("kind", "names"), READ_ONLY)
async def test_read_only_fields(
    vendor: Documented, classic: abclient.OptimizelyClassic, kind: str, names: list[str]
) -> None:
    """save refuses them by name, all at once, and sends nothing, not even what could be changed."""
    item = await getattr(classic, kind).get(1)
    for name in names:
        setattr(item, name, 99)
    with pytest.raises(abclient.InvalidRequestError, match=f"read-only and cannot be saved: {', '.join(names)}(?m:$)"):
        await item.save()
    assert vendor.bodies == []


async def test_read_only_fields_unchecked(vendor: Documented, unchecked: abclient.OptimizelyClassic) -> None:
    """With the rules switched off they are sent, and the vendor decides."""
    audience = await unchecked.audiences.get(567)
    audience.archived = True
    audience.conditions = ["or", {"type": "first_session"}]
    await audience.save()
    assert vendor.bodies == [("updateAudience", {"conditions": '["or",{"type":"first_session"}]', "archived": True})]


async def test_a_targeting_list_unchecked(vendor: Documented, unchecked: abclient.OptimizelyClassic) -> None:
    """With the rules switched off even a targeting list can be saved in part."""
    item = await unchecked.targeting_lists.get(123)
    item.description = "d"
    await item.save()
    assert vendor.bodies == [("updateTargetingList", {"description": "d"})]


@pytest.mark.parametrize("kind", ["multivariate", "multipage"])
async def test_experiments_that_cannot_be_changed(kind: str) -> None:
    """Multivariate and multipage tests are refused on save and by the verbs; unchecked, the vendor decides."""
    document = PAYLOADS["getExperiment"]["response"] | {"experiment_type": kind}
    script = Script(answer(200, document))
    async with abclient.OptimizelyClassic(TOKEN, transport=script) as client:
        experiment = await client.experiments.get(15)
        experiment.custom_js = "1"
        for call in (experiment.save, experiment.pause):
            with pytest.raises(abclient.InvalidRequestError, match=f"not '{kind}'"):
                await call()
    assert len(script.requests) == 1
    async with abclient.OptimizelyClassic(TOKEN, transport=script, check_rules=False) as client:
        await (await client.experiments.get(15)).pause()
    assert len(script.requests) == 3


async def test_old_goals_cannot_be_changed() -> None:
    """A goal with is_editable False is refused on save."""
    document = PAYLOADS["getGoal"]["response"] | {"is_editable": False}
    script = Script(answer(200, document))
    async with abclient.OptimizelyClassic(TOKEN, transport=script) as client:
        goal = await client.goals.get(543071054)
        goal.title = "New"
        with pytest.raises(abclient.InvalidRequestError, match="goal 543071054 is an old one"):
            await goal.save()
    assert len(script.requests) == 1


async def test_a_goal_that_becomes_another_type_needs_its_fields(
    vendor: Documented, classic: abclient.OptimizelyClassic
) -> None:
    """A click goal that has an event can become a custom event goal; without a selector it cannot come back."""
    goal = await classic.goals.get(543071054)
    goal.goal_type, goal.selector = 1, None
    await goal.save()
    goal.goal_type = 0
    with pytest.raises(abclient.InvalidRequestError, match="a click goal needs selector"):
        await goal.save()
    assert vendor.bodies == [("updateGoal", {"goal_type": 1, "selector": None})]


@pytest.mark.parametrize(
    ("segment", "said"),
    [
        ({"dimension_id": 1}, "dimension_id and dimension_value go together"),
        ({"dimension_value": "a"}, "dimension_id and dimension_value go together"),
        ({"audience_id": 1, "dimension_id": 2, "dimension_value": "a"}, "not of both"),
    ],
)
async def test_segments(
    vendor: Documented,
    classic: abclient.OptimizelyClassic,
    unchecked: abclient.OptimizelyClassic,
    segment: Any,
    said: str,
) -> None:
    """Results are of one audience or of one value of one dimension; bulk calls refuse the rest where they are made."""
    experiment = await classic.experiments.get(15)
    for read in (experiment.results, experiment.stats):
        with pytest.raises(abclient.InvalidRequestError, match=said):
            await read(**segment)
    for fetch in (classic.experiments.fetch_results, classic.experiments.fetch_stats):
        with pytest.raises(abclient.InvalidRequestError, match=said):
            fetch([15], **segment)
    assert len(vendor.seen) == 1
    assert await unchecked.experiments.results(15, **segment)


MALFORMED: list[tuple[Any, str]] = [
    ("", "conditions are not JSON"),
    ("{oops", "conditions are not JSON"),
    ("null", "conditions must be a list or an object, not None"),
    ('"and"', "conditions must be a list or an object, not 'and'"),
    (None, "conditions must be a list, an object or JSON text, not None"),
    ("[" * 100_000, "nested too deeply"),
    (["and"], "conditions has nothing after 'and'"),
    ([{"type": "code", "value": "1"}], 'conditions must start with "and", "or" or "not"'),
    (["not", {"type": "event", "name": "a"}, {"type": "event", "name": "b"}], '"not" takes one condition, not 2'),
    (["and", []], r'conditions\[1\] must start with "and"'),
    (["and", ["or", 7]], r"conditions\[1\]\[1\] must be a list or an object, not 7"),
    (["and", {"value": "gc"}], r"conditions\[1\] needs a type"),
    (["and", {"type": "browser"}], r"conditions\[1\]: a condition of type 'browser' needs value"),
    ({"type": "third_party_dimension"}, "needs name and value"),
    (["and", {"type": "browser", "value": 1}], r"conditions\[1\].value must be a string, not 1"),
    ({"type": "ip", "value": "1.2.3.4", "match_type": "about"}, "match_type must be one of exact, regex, cidr"),
]


@pytest.mark.parametrize(("conditions", "said"), MALFORMED)
async def test_malformed_conditions(
    vendor: Documented, classic: abclient.OptimizelyClassic, conditions: Any, said: str
) -> None:
    """The error says where the grammar is broken; creating, updating and saving refuse alike."""
    audience = await classic.audiences.get(567)
    audience.conditions = conditions
    with pytest.raises(abclient.InvalidRequestError, match=said):
        await audience.save()
    with pytest.raises(abclient.InvalidRequestError, match=said):
        await classic.audiences.update(567, conditions=conditions)
    with pytest.raises(abclient.InvalidRequestError, match=said):
        await classic.audiences.create(1234, name="A", conditions=conditions)
    assert len(vendor.seen) == 1


@pytest.mark.parametrize(
    "conditions",
    [
        [],
        {"type": "first_session"},
        ["and", {"type": "query", "name": "utm_campaign", "value": "true"}],
        ["not", ["or", {"type": "visitor", "value": "new"}, {"type": "device", "value": "ipad"}]],
        ["and", {"type": "of_tomorrow", "anything": "goes"}],
    ],
)
async def test_conditions_within_the_grammar(
    vendor: Documented, classic: abclient.OptimizelyClassic, conditions: Any
) -> None:
    """What the documentation allows is sent, and so are types that it does not know yet."""
    await classic.audiences.update(567, conditions=conditions)
    assert json.loads(vendor.bodies[0][1]["conditions"]) == conditions


WRONG: list[tuple[str, str, Any, Any, str]] = [
    ("projects", "get", ([1, 2],), {}, "project_id must be of type int, not list"),
    ("projects", "get_many", ("1234",), {}, "several ids, not one str: '1234'"),
    ("projects", "get_many", (["1234"],), {}, "project_id must be of type int, not str"),
    ("projects", "get_many", ([1, None],), {}, "project_id must be of type int, not NoneType"),
    ("projects", "get_many", (None,), {}, "not iterable"),
    ("projects", "get", (True,), {}, "project_id must be of type int"),
    ("experiments", "list", ("1234",), {}, "project_id must be of type int, not str"),
    ("schedules", "list", (None,), {}, "experiment_id must be of type int"),
    ("goals", "delete", ("1",), {}, "goal_id must be of type int"),
    ("experiments", "create", ("1",), EXPERIMENT, "project_id must be of type int"),
    ("experiments", "create", (1,), EXPERIMENT | {"audience_ids": ["2"]}, "audience_ids must be of type int"),
    ("experiments", "create", (1,), EXPERIMENT | {"audience_ids": "23"}, "audience_ids must be a list, not str"),
    ("experiments", "create", (1,), EXPERIMENT | {"name": "E"}, "ExperimentCreate has no field name"),
    ("experiments", "create", (1,), {"description": "E"}, "ExperimentCreate needs edit_url"),
    ("experiments", "update", (1,), {"variation_ids": [1]}, "ExperimentUpdate has no field variation_ids"),
    ("goals", "update", (1,), {"experiment_ids": [True]}, "experiment_ids must be of type int, not bool"),
    ("goals", "update", (1,), {"experiment_ids": 5}, "experiment_ids must be a list, not int"),
    ("goals", "create", (1,), PAGEVIEW | {"urls": "u"}, "urls must be a list, not str"),
    ("targeting_lists", "create", (1,), LIST | {"list_content": 5}, "list_content must be of type str"),
    ("targeting_lists", "create", (1,), LIST | {"name": None}, "name must be of type str, not NoneType"),
    ("experiments", "update", (1,), {"audience_ids": None}, "audience_ids must be integers, not one NoneType"),
    ("experiments", "update", (1,), {"url_conditions": 5}, "url_conditions must be a list, not int"),
    ("audiences", "update", (1,), {"conditions": ["and", {1, 2}]}, "conditions"),
]


@pytest.mark.parametrize(("kind", "method", "positional", "keywords", "said"), WRONG)
async def test_wrong_calls(
    vendor: Documented,
    classic: abclient.OptimizelyClassic,
    kind: str,
    method: str,
    positional: Any,
    keywords: Any,
    said: str,
) -> None:
    """What is no id, no list or no field is a TypeError that names it, before anything is sent."""
    with pytest.raises(TypeError, match=said):
        await getattr(getattr(classic, kind), method)(*positional, **keywords)
    assert vendor.seen == []


@pytest.mark.parametrize(
    ("method", "positional", "said"),
    [
        ("get_many", (list[int](),), "the list of ids is empty"),
        ("get", (-1,), "must not be negative"),
        ("update", (1,), "nothing to change: give at least one field"),
    ],
)
async def test_wrong_values(
    vendor: Documented, classic: abclient.OptimizelyClassic, method: str, positional: Any, said: str
) -> None:
    """An empty list, a negative id or an empty change is a ValueError, before anything is sent."""
    with pytest.raises(ValueError, match=said):
        await getattr(classic.experiments, method)(*positional)
    assert vendor.seen == []


NO_CODES: list[tuple[str, dict[str, Any], str]] = [
    ("update", {"goal_type": []}, "goal_type must be one of"),
    ("update", {"target_url_match_types": [{}]}, "target_url_match_types knows"),
    ("create", CLICK | {"goal_type": {}}, "goal_type must be one of"),
]


@pytest.mark.parametrize(("method", "fields", "said"), NO_CODES)
async def test_a_list_is_not_a_code(
    vendor: Documented, classic: abclient.OptimizelyClassic, method: str, fields: Any, said: str
) -> None:
    """What cannot even be looked up among codes is refused as any other value is, by the field's name."""
    with pytest.raises(abclient.InvalidRequestError, match=said):
        await getattr(classic.goals, method)(1, **fields)
    assert vendor.seen == []


async def test_conditions_that_can_be_read_only_once_are_sent() -> None:
    """Not an empty list in their place, which would take an experiment's conditions away."""
    script = Script(lambda request: answer(200, {"id": 1}))
    async with abclient.OptimizelyClassic(TOKEN, transport=script) as client:
        given: Any = iter([{"value": "u", "match_type": "simple"}])
        await client.experiments.update(1, url_conditions=given)
    assert json.loads(script.requests[0].body or b"") == {"url_conditions": [{"value": "u", "match_type": "simple"}]}


async def test_lists_that_were_assigned_wrongly(vendor: Documented, classic: abclient.OptimizelyClassic) -> None:
    """Attributes are checked when they are saved."""
    experiment: Any = await classic.experiments.get(15)
    goal: Any = await classic.goals.get(1)
    experiment.audience_ids = "12"
    goal.urls = "https://mysite.com/"
    for item, said in ((experiment, "audience_ids must be integers, not one str"), (goal, "urls must be a list")):
        with pytest.raises(TypeError, match=said):
            await item.save()
    assert vendor.bodies == []
