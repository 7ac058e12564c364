"""Calls that cannot be meant: None, empty text, several in place of one, objects of another kind. Nothing is sent."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

import abclient
from abclient.client import Client
from abclient.vendors import launchdarkly as launchdarkly_vendor
from abclient.vendors.convert import Experience, Goal
from abclient.vendors.optimizely_flags import Ruleset
from abclient_api.convert import models
from abclient_api.launchdarkly import models as ld_models
from support.clients import connect
from support.fake import Script, answer

FLAG: dict[str, Any] = {"key": "f", "name": "n", "variations": [], "environments": {}}
LAYER: dict[str, Any] = {"key": "l", "name": "n", "environmentReservations": {}}
EXPERIMENT = {"key": "x", "name": "n", "environmentKey": "staging"}

Call = Callable[[Any, Any], Any]

NO_KEY: list[Any] = [None, "", ["k"], {"a": 1}, 5, True]
NO_TEXT: list[Any] = [None, ["k"], {"a": 1}, 5, True]
NO_WORD: list[Any] = [["k"], {"a": 1}, True]

LAUNCHDARKLY: list[tuple[list[Any], str, Call]] = [
    (NO_KEY, "environment_key", lambda flag, value: flag.turn_on(value)),
    (NO_KEY, "environment_key", lambda flag, value: flag.clear_targets(value, "v")),
    (NO_KEY, "variationId", lambda flag, value: flag.clear_targets("e", value)),
    (NO_KEY, "ruleId", lambda flag, value: flag.remove_rule("e", value)),
    (NO_KEY, "clauseId", lambda flag, value: flag.remove_values_from_clause("e", "r", value, [1])),
    ([*NO_TEXT], "value", lambda flag, value: flag.rename(value)),
    ([None, "true", 1], "trackEvents", lambda flag, value: flag.track_events("e", value)),
    ([None, "c", 5], "clause", lambda flag, value: flag.update_clause("e", "r", "c", value)),
    (["", ["v"], 5], "variationId", lambda flag, value: flag.update_fallthrough("e", variation_id=value)),
    ([["v"], 5], "rolloutWeights", lambda flag, value: flag.add_rule("e", [{}], rollout_weights=value)),
    (NO_WORD, "comment", lambda flag, value: flag.patch([{"kind": "turnFlagOn"}], comment=value)),
]


@pytest.fixture
async def launchdarkly() -> AsyncIterator[tuple[Any, Script]]:
    script = Script(answer(200, FLAG), answer(200, {"items": [LAYER]}), answer(200, EXPERIMENT), answer(200, {}))
    async with connect("launchdarkly", "http://127.0.0.1:1", transport=script) as client:
        yield client, script


@pytest.mark.parametrize(("values", "named", "call"), LAUNCHDARKLY)
async def test_a_verb_of_a_flag_leaves_nothing_out(
    launchdarkly: tuple[Any, Script], values: list[Any], named: str, call: Call
) -> None:
    """An instruction without what it needs could be about more than was meant."""
    client, script = launchdarkly
    flag = await client.flags("p").get("f")
    for value in values:
        with pytest.raises((TypeError, ValueError), match=named):
            await call(flag, value)
    assert len(script.requests) == 1


async def test_optional_parts_of_an_instruction_are_left_out(launchdarkly: tuple[Any, Script]) -> None:
    """What is None by default is no part of it; a variation's value is one even if it is null."""
    client, script = launchdarkly
    flag = await client.flags("p").get("f")
    script.steps[:] = [answer(200, FLAG)]
    await flag.add_targets("e", "v", ["u"])
    await flag.add_variation(None, name="nothing")
    assert [json.loads(request.body or b"") for request in script.requests[1:]] == [
        {
            "environmentKey": "e",
            "instructions": [{"kind": "addTargets", "variationId": "v", "values": ["u"]}],
        },
        {"instructions": [{"kind": "addVariation", "name": "nothing", "value": None}]},
    ]


LD_CALLS: list[tuple[list[Any], str, Call]] = [
    (NO_KEY, "environment_key", lambda ld, value: ld["layer"].reserve(value, "x", 10)),
    (NO_KEY, "experimentKey", lambda ld, value: ld["layer"].reserve("e", value, 10)),
    ([None, "10", -1, 101, True], "reservationPercent", lambda ld, value: ld["layer"].reserve("e", "x", value)),
    (
        ["", "a,b", "a b", ["x"], 5],
        "experiment_key",
        lambda ld, value: ld["client"].layers("p").list(experiment_key=value),
    ),
    (NO_TEXT, "name", lambda ld, value: ld["experiment"].rename(value)),
    ([None, *NO_WORD], "name", lambda ld, value: _created(ld["client"], name=value)),
    (NO_WORD, "maintainerId", lambda ld, value: _created(ld["client"], maintainer_id=value)),
    ([[["t"]]], "tags", lambda ld, value: _created(ld["client"], tags=value)),
    (NO_WORD, "changeJustification", lambda ld, value: ld["experiment"].start_iteration(change_justification=value)),
    (["now", 5, [1]], "iteration", lambda ld, value: _analysed(ld["experiment"], value)),
    (NO_TEXT, "resolution", lambda ld, value: ld["client"].releases("p", "f", "e").stop("r", value)),
    ([["guarded"], 5], "kind", lambda ld, value: ld["client"].releases("p", "f", "e").list(kind=value)),
    ([None, "u", {"key": "a"}], "context", lambda ld, value: ld["client"].contexts("p", "e").evaluate(value)),
    ([["k"], {"a": 1}, True], "holdoutamount", lambda ld, value: _held_out(ld["client"], value)),
    (["now", 5], "start", lambda ld, value: ld["client"].usage().experimentation_keys(start=value)),
    (
        [["k"], "ab", [None]],
        "policy_keys|statements",
        lambda ld, value: ld["client"].audit_log().list(statements=value),
    ),
]


async def _analysed(experiment: Any, iteration: Any) -> Any:
    return experiment.analyse([], iteration=iteration)


async def _created(client: Any, **fields: Any) -> Any:
    given: dict[str, Any] = {
        "name": "n",
        "key": "k",
        "iteration": {"hypothesis": "h", "flags": {}, "metrics": [], "treatments": []},
    }
    return await client.experiments("p", "e").create(**given | fields)


async def _held_out(client: Any, amount: Any) -> Any:
    return await client.holdouts("p", "e").create(name="n", description="d", holdout_amount=amount)


@pytest.mark.parametrize(("values", "named", "call"), LD_CALLS)
async def test_launchdarkly_is_sent_nothing_that_cannot_be_meant(
    launchdarkly: tuple[Any, Script], values: list[Any], named: str, call: Call
) -> None:
    """Each wrong value of each argument: an error that names it, and no request."""
    client, script = launchdarkly
    script.steps.pop(0)
    layer = (await client.layers("p").list())[0]
    experiment = await client.experiments("p", "staging").get("x")
    for value in values:
        with pytest.raises((TypeError, ValueError), match=named):
            await call({"client": client, "layer": layer, "experiment": experiment}, value)
    assert len(script.requests) == 2


async def test_results_are_not_those_of_another_environments_experiment(launchdarkly: tuple[Any, Script]) -> None:
    """The same key in another environment is another experiment."""
    client, script = launchdarkly
    script.steps[:] = [answer(200, EXPERIMENT)]
    experiment = await client.experiments("p", "staging").get("x")
    (outcome,) = await client.experiments("p", "production").fetch_results([experiment])
    assert str(outcome.error) == "experiment 'x' is in environment 'staging', not in 'production'"
    assert len(script.requests) == 1


async def test_results_are_those_of_the_environment_that_an_experiment_was_loaded_from(
    launchdarkly: tuple[Any, Script],
) -> None:
    """Whatever the response calls it; of a copy, which was loaded from none, what the response says counts."""
    client, script = launchdarkly
    script.steps[:] = [answer(200, EXPERIMENT)]
    there = client.experiments("p", "production")
    copy = launchdarkly_vendor.Experiment.from_dict(EXPERIMENT)
    for given, failures in ((await there.get("x"), 0), ("x", 0), (copy, 1)):
        outcomes = await there.fetch_results([given])
        assert sum("is in environment 'staging'" in str(outcome.error) for outcome in outcomes) == failures


PROJECT: list[tuple[list[Any], str, Call]] = [
    (NO_TEXT, "status", lambda project, value: project.experiences.update_many([1], value)),
    (NO_TEXT, "status", lambda project, value: project.hypotheses.update_status(1, value)),
    (NO_TEXT, "status", lambda project, value: project.knowledge_bases.update_status(1, value)),
    (NO_TEXT, "url", lambda project, value: project.domains.find(value)),
    (NO_WORD, "url", lambda project, value: project.domains.check_code(1, value)),
    (NO_WORD, "name", lambda project, value: project.experiences.clone(1, value)),
    (NO_WORD, "name", lambda project, value: project.tags.create(name=value)),
    (
        [None],
        "name must not be None",
        lambda project, value: project.experiences.create(name=value, status="draft", type="a/b", url="https://e"),
    ),
    (NO_TEXT, "experience_type", lambda project, value: project.experiences.convert_variation(1, 2, value)),
    (NO_TEXT, "metric", lambda project, value: project.experiences.daily_report(1, goal=2, metric=value)),
    (
        [None, "yes", 1],
        "cumulative",
        lambda project, value: project.experiences.daily_report(1, goal=2, cumulative=value),
    ),
    (NO_TEXT, "report_type", lambda project, value: project.experiences.export_report(1, report_type=value)),
    ([None, "conversion", 5], "events", lambda project, value: project.experiences.export_raw_data(1, events=value)),
    ([None, "yes"], "regenerate", lambda project, value: project.experiences.take_screenshots(1, regenerate=value)),
    (NO_TEXT, "action", lambda project, value: project.experiences.report_token(1, action=value)),
    ([None, 5, "ab", b"x"], "ids", lambda project, value: project.goals.delete_many(value)),
    ([None, "ab", [None]], "sections", lambda project, value: project.experiences.sections(1).replace(value)),
]


@pytest.fixture
async def convert() -> AsyncIterator[tuple[Client, Script]]:
    script = Script(answer(200, {"id": 7, "name": "n"}))
    async with connect("convert", "http://127.0.0.1:1", transport=script) as client:
        yield client, script


@pytest.mark.parametrize(("values", "named", "call"), PROJECT)
async def test_convert_is_sent_nothing_that_cannot_be_meant(
    convert: tuple[Any, Script], values: list[Any], named: str, call: Call
) -> None:
    """Each wrong value of each argument: an error that names it, and no request."""
    client, script = convert
    project = client.account(1).project(2)
    for value in values:
        with pytest.raises((TypeError, ValueError), match=named):
            await call(project, value)
    assert script.requests == []


GOAL, EXPERIENCE = Goal.from_dict({"id": 7, "name": "g"}), Experience.from_dict({"id": 8, "name": "e"})
OF_ANOTHER_KIND: list[Callable[[Any], Any]] = [
    lambda project: project.experiences.delete_many([GOAL]),
    lambda project: project.experiences.update_many([ld_models.Experiment.from_dict({"key": "a"})], "paused"),
    lambda project: project.goals.delete_many([1, EXPERIENCE]),
    lambda project: project.experiences.update(1, goals=[EXPERIENCE]),
    lambda project: project.experiences.update(1, audiences=[GOAL]),
    lambda project: project.experiences.update(1, tags=[GOAL]),
    lambda project: project.experiences.report(1, goals=[EXPERIENCE]),
    lambda project: project.experiences.daily_report(1, goal=EXPERIENCE),
    lambda project: project.hypotheses.update(1, experiences=[GOAL]),
]


@pytest.mark.parametrize("call", OF_ANOTHER_KIND)
async def test_the_id_of_an_object_of_another_kind_is_not_taken(convert: tuple[Any, Script], call: Any) -> None:
    """An experience with the id of the goal would be removed in its place."""
    client, script = convert
    with pytest.raises(TypeError, match="an id or an object of type"):
        await call(client.account(1).project(2))
    assert script.requests == []


async def test_parts_of_other_objects_are_taken_by_their_ids(convert: tuple[Any, Script]) -> None:
    """What responses have of a kind within another object is of this kind, too."""
    client, script = convert
    script.steps[:] = [answer(200, {"code": 200, "message": "ok"})]
    project = client.account(1).project(2)
    await project.goals.delete_many([models.Goal.from_dict({"id": 7, "name": "g"}), GOAL, 9])
    await project.experiences.delete_many([models.BaseSimpleExperience.from_dict({"id": 5}), EXPERIENCE, {"id": 6}])
    assert [json.loads(request.body or b"") for request in script.requests] == [{"id": [7, 7, 9]}, {"id": [5, 8, 6]}]


@pytest.mark.parametrize("given", ["0011", "11", 11, "0", "9" * 30])
async def test_the_account_of_convert_goes_out_as_it_was_given(given: Any) -> None:
    """Leading zeros and more digits than a number has are part of an id."""
    script = Script(answer(200, {"data": []}))
    async with connect("convert", "http://127.0.0.1:1", transport=script, account_id=given) as client:
        await client.projects.list()  # type: ignore[attr-defined]  # Convert's
    assert f"/accounts/{given}/projects" in script.requests[0].url


FLAGS: list[tuple[list[Any], str, Call]] = [
    (
        [None, "", ["u"], True],
        "user_id|a user_id or a team_id",
        lambda o, v: o.permissions.set_role("flags", 1, "edit", user_id=v),
    ),
    (
        [None, "", ["t"], True],
        "team_id|a user_id or a team_id",
        lambda o, v: o.permissions.remove_role("flags", 1, team_id=v),
    ),
    (NO_TEXT, "role", lambda o, v: o.permissions.set_role("flags", 1, v, user_id="u")),
    ([None, "", ["f"], {"a": 1}, True], "entity_id", lambda o, v: o.permissions.of_entity("flags", v)),
    ([None, 5, "remove", ["remove"]], "steps", lambda o, v: o.permissions.change("flags", 1, v)),
    ([None, "", ["f", ""], b"x"], "flag_keys", lambda o, v: o.flags.archive(v)),
    ([None, "", [7], True], "id", lambda o, v: o.groups.archived(v)),
    (
        [None, "", ["v"], True],
        "variation_key",
        lambda o, v: Ruleset.from_dict({"environment_key": "e", "flag_key": "f"}).set_default_variation(v),
    ),
    ([None, "f", 5], "a rule", lambda o, v: o.rules.ruleset_of(v)),
    ([None, "1", [1], True], "wait", lambda o, v: _now(lambda: o.rules.fetch_results(wait=v))),
    ([None, 5], "steps", lambda o, v: o.flags.patch(v)),
]


async def _now(call: Callable[[], Any]) -> Any:
    return call()


@pytest.mark.parametrize(("values", "named", "call"), FLAGS)
async def test_feature_experimentation_is_sent_nothing_that_cannot_be_meant(
    values: list[Any], named: str, call: Call
) -> None:
    """Each wrong value of each argument: an error that names it, and no request."""
    script = Script(answer(200, {}))
    async with connect("optimizely_flags", "http://127.0.0.1:1", transport=script) as client:
        project = client.project(1)  # type: ignore[attr-defined]  # that of this vendor
        for value in values:
            with pytest.raises((TypeError, ValueError), match=named):
                await call(project, value)
    assert script.requests == []


OTHERS: list[tuple[str, list[Any], str, Call]] = [
    ("convert_v1", NO_TEXT, "status", lambda c, v: c.project("1").hypotheses.update_status(1, v)),
    ("convert_v1", NO_WORD, "name", lambda c, v: c.project("1").experiences.add_variation("7", name=v)),
    ("convert_v1", NO_WORD, "name", lambda c, v: c.project("1").experiences.change_variation("7", "8", name=v)),
    ("convert_v1", NO_WORD, "search", lambda c, v: c.project("1").goals.list(search=v)),
    ("convert_v1", ["yes", [True]], "is_?[sS]egment", lambda c, v: c.project("1").audiences.list(is_segment=v)),
    ("convert_v1", [5], "per_page", lambda c, v: c.projects.list(per_page=v)),
    ("optimizely_classic", [None, ["n"], {"a": 1}], "project_name", lambda c, v: c.projects.create(project_name=v)),
    ("optimizely_classic", [["n"], {"a": 1}, True], "name", lambda c, v: c.audiences.update(1, name=v)),
    ("optimizely", [None, 5, GOAL], "event", lambda c, v: c.events.archive(v)),
    ("optimizely", [None, "1", [1], True], "wait", lambda c, v: _now(lambda: c.experiments.fetch_results(wait=v))),
    ("optimizely", [None, "1", [1], True], "wait", lambda c, v: c.experiments.results(1, wait=v)),
]


@pytest.mark.parametrize(("vendor", "values", "named", "call"), OTHERS)
async def test_other_vendors_are_sent_nothing_that_cannot_be_meant(
    vendor: str, values: list[Any], named: str, call: Call
) -> None:
    """Each wrong value of each argument: an error that names it, and no request."""
    script = Script(answer(200, []))
    async with connect(vendor, "http://127.0.0.1:1", transport=script) as client:
        for value in values:
            with pytest.raises((TypeError, ValueError), match=named):
                await call(client, value)
    assert script.requests == []


async def test_what_the_vendor_wrote_otherwise_than_documented_can_be_saved() -> None:
    """Types are looked at where callers give values, not in what a response had."""
    variations: list[dict[str, Any]] = [
        {"id": 5, "name": "a", "is_baseline": 1, "traffic_distribution": "50"},
        {"id": "6", "name": ["b"]},
    ]
    script = Script(answer(200, {"id": 7, "name": "n", "variations": variations}))
    async with abclient.Convert(key_id="i", key_secret="s", account_id=1, transport=script, retries=0) as convert:
        experience = await convert.project(2).experiences.get(7)
        assert experience.variations is not None
        experience.variations[0].name = "c"  # type: ignore[union-attr]  # the response has objects
        await experience.save()
    sent = json.loads(script.requests[-1].body or b"")["variations"]
    assert sent == [{**variations[0], "name": "c"}, variations[1]]
