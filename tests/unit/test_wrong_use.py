"""Calls that cannot be meant: refused before anything is sent, with what to do instead."""

from __future__ import annotations

import inspect
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

import abclient
from abclient.transports import WireRequest, WireResponse
from abclient.vendors._types import literal_in, records_in, types_of
from abclient.vendors._wrong_use import check_fields, check_several, check_words
from abclient.vendors.launchdarkly import ResultKey, Status, models
from abclient_api._runtime import Body
from abclient_api.optimizely_classic import models as classic_models
from support.clients import TOKEN
from support.convert_v1 import APPLICATION, SECRET
from support.fake import Script, answer

ITERATION: dict[str, Any] = {
    "hypothesis": "h",
    "metrics": [{"key": "m", "primary": True}],
    "treatments": [{"name": "a", "baseline": True, "allocationPercent": "50", "parameters": [{"flagKey": "f"}]}],
    "flags": {"f": {"ruleId": "fallthrough", "flagConfigVersion": 1}},
}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"hypothesys": "h"}, "iteration has no field 'hypothesys': did you mean 'hypothesis'"),
        ({"can_reshuffle_traffic": True}, "did you mean 'canReshuffleTraffic'"),
        ({"zzz": 1}, "iteration has no field 'zzz'; it has hypothesis"),
        ({1: 1}, "iteration has no field '1'"),
        ({"metrics": [{"key": "m"}, {"primry": True}]}, r"iteration.metrics\[1\] has no field 'primry'"),
        ({"flags": {"f": {"ruleID": "x"}}}, r"iteration.flags\['f'\] has no field 'ruleID': did you mean 'ruleId'"),
        (
            {"treatments": ({"parameters": [{"flagkey": "f"}]},)},
            r"treatments\[0\].parameters\[0\] has no field",
        ),
    ],
)
def test_a_misspelt_field_is_refused(given: Any, message: str) -> None:
    """However deep inside it is; the error names its place, and the field that may be meant."""
    with pytest.raises(TypeError, match=message):
        check_fields(models.IterationInput, {**ITERATION, **given}, "iteration")


@pytest.mark.parametrize(
    "given",
    [
        ITERATION,
        {**ITERATION, "flags": None, "metrics": "several", "treatments": 5},
        {**ITERATION, "primarySingleMetricKey": "m", "metrics": [{"key": "m", "isGroup": False}]},
        {**ITERATION, "ofALaterEdition": 1},
        models.IterationInput(
            hypothesis="h", metrics=[models.MetricInput(key="m", primary=True)], treatments=[], flags={}
        ),
        5,
    ],
)
def test_what_is_spelt_right_passes(given: Any) -> None:
    """Bodies, mappings and what they hold; values of other types are not looked at here, nor names that are known."""
    check_fields(models.IterationInput, given, "iteration", {"ofALaterEdition"})


def test_an_open_document_refuses_slips_alone() -> None:
    """Where the vendor's document does not name all fields, one that is like no other may be known to the vendor."""
    check_fields(models.MetricInput, {"key": "m", "zzz": 1}, "metric", closed=False)
    with pytest.raises(TypeError, match="did you mean 'primary'"):
        check_fields(models.MetricInput, {"key": "m", "Primary": True}, "metric", closed=False)


def test_slips_in_values_are_refused() -> None:
    """A value that is nearly one of the document's is a slip; a new one may be the vendor's newest."""
    with pytest.raises(ValueError, match=r"experiment.status must be one of .*did you mean 'Running'"):
        check_fields(classic_models.ExperimentUpdate, {"status": "running"}, "experiment")
    check_fields(classic_models.ExperimentUpdate, {"status": "Frozen"}, "experiment")
    check_fields(classic_models.ExperimentUpdate, classic_models.ExperimentUpdate(status="Running"), "experiment")


@pytest.mark.parametrize("given", [None, "running", (), ("stopped", "running"), {"not_started"}])
def test_words_of_the_document_pass(given: Any, caplog: pytest.LogCaptureFixture) -> None:
    """One, several, or none."""
    check_words("status", given, Status)
    assert caplog.text == ""


@pytest.mark.parametrize(
    ("given", "error", "message"),
    [
        ("Running", ValueError, "did you mean 'running'"),
        ("NOT-STARTED", ValueError, "did you mean 'not_started'"),
        (["running", "runing"], ValueError, "not 'runing': did you mean 'running'"),
        (5, TypeError, "status must be of type str"),
        (["running", None], TypeError, "status must be of type str, not NoneType"),
    ],
)
def test_a_slip_of_a_word_is_refused(given: Any, error: type[Exception], message: str) -> None:
    """Another spelling of a word, and what is no text at all."""
    with pytest.raises(error, match=message):
        check_words("status", given, Status)


def test_an_unknown_word_is_sent_with_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    """The vendor may know more than the document that this client was made from."""
    check_words("expand", ["analysisConfig"], Status)
    assert "expand 'analysisConfig' is none of those in the vendor's document" in caplog.text


@pytest.mark.parametrize("given", ["x", b"x", 5, None, models.MetricInput(key="m", primary=True)])
def test_one_thing_is_not_several(given: Any) -> None:
    """The error names the argument and says what to do."""
    with pytest.raises(TypeError, match=r"wanted must be several things, not one .*; put it into a list"):
        check_several("wanted", given, "things")


def test_types_are_found_in_what_a_field_may_hold() -> None:
    """Records in lists, maps and unions, and the texts of a Literal; nothing in single values."""
    types = types_of(models.IterationInput)
    metric = {"key": "m"}
    assert list(records_in(types["metrics"], [metric])) == [(models.MetricInput, "[0]", metric)]
    assert list(records_in(types["flags"], {"f": 1})) == [(models.FlagInput, "['f']", 1)]
    assert list(records_in(types["hypothesis"], "h")) == []
    assert literal_in(types["hypothesis"]) is None
    assert literal_in(Status) == Status
    assert literal_in(int) is None
    assert literal_in(types_of(classic_models.GoalUpdate)["goal_type"]) is None


class Vendor(Script):
    def __init__(self) -> None:
        super().__init__(self.step)

    def step(self, request: WireRequest) -> WireResponse:
        return answer(200, {"items": [], "id": 1, "key": "k", "name": "n", "treatmentResults": []})


# Without their types: what is tried here is what a type checker would refuse.
def ld(script: Script) -> Any:
    return abclient.LaunchDarkly(TOKEN, transport=script)


def launchdarkly(script: Script) -> Any:
    return ld(script).experiments("p", "e")


def optimizely(script: Script) -> Any:
    return abclient.Optimizely(TOKEN, transport=script)


def classic(script: Script) -> Any:
    return abclient.OptimizelyClassic(TOKEN, transport=script)


def convert(script: Script) -> Any:
    return abclient.ConvertV1(APPLICATION, SECRET, transport=script)


WRONG: list[tuple[str, Callable[[Script], Any], type[Exception], str]] = [
    (
        "one pair",
        lambda s: launchdarkly(s).fetch_results(("a", "m")),
        TypeError,
        "one pair: put it into a list",
    ),
    (
        "one key of a pair",
        lambda s: launchdarkly(s).fetch_results(ResultKey("a", "m")),
        TypeError,
        "taken for one pair",
    ),
    ("one key", lambda s: launchdarkly(s).fetch_results("a"), TypeError, "wanted must be several .*, not one str"),
    (
        "None among keys",
        lambda s: launchdarkly(s).fetch_results([None]),
        TypeError,
        "must hold .*, not NoneType",
    ),
    ("numbers", lambda s: launchdarkly(s).fetch_results([123]), TypeError, "wanted must hold .*, not int: 123"),
    (
        "triples",
        lambda s: launchdarkly(s).fetch_results([("a", "b", "c")]),
        TypeError,
        "must hold .*, not tuple",
    ),
    ("pairs of no text", lambda s: launchdarkly(s).fetch_results([("a", 1)]), TypeError, "wanted must hold"),
    ("a number", lambda s: launchdarkly(s).fetch_results(5), TypeError, "wanted must be several"),
    ("a status", lambda s: launchdarkly(s).list(status="Running"), ValueError, "did you mean 'running'"),
    (
        "a status that is no text",
        lambda s: launchdarkly(s).list(status=1),
        TypeError,
        "status must be of type str, not int",
    ),
    ("an expansion", lambda s: launchdarkly(s).list(expand="secondary_metrics"), ValueError, "'secondaryMetrics'"),
    ("expansions", lambda s: launchdarkly(s).get("k", expand=["treatment"]), ValueError, "'treatments'"),
    ("a state", lambda s: launchdarkly(s).list(lifecycle_state=["Active"]), ValueError, "did you mean 'active'"),
    ("a flag", lambda s: launchdarkly(s).list(flag_key=5), TypeError, "flagKey must be of type str, not int"),
    (
        "a field of an iteration",
        lambda s: launchdarkly(s).create(key="k", name="n", maintainer_id="m", iteration={"hypothesys": "h"}),
        TypeError,
        "did you mean 'hypothesis'",
    ),
    (
        "no iteration",
        lambda s: launchdarkly(s).create_iteration("k", 5),
        TypeError,
        "must be an IterationInput",
    ),
    (
        "a randomization unit",
        lambda s: ld(s).experimentation_settings("p").put([{"defualt": True}]),
        TypeError,
        r"randomization_units\[0\] has no field 'defualt': did you mean 'default'",
    ),
    (
        "one randomization unit",
        lambda s: ld(s).experimentation_settings("p").put({"default": True}),
        TypeError,
        "randomization_units must be several, not one dict",
    ),
    (
        "one id",
        lambda s: optimizely(s).experiments.fetch_results(5),
        TypeError,
        "wanted must be several experiments or ids, not one int",
    ),
    (
        "one id as text",
        lambda s: optimizely(s).experiments.fetch_results("123"),
        TypeError,
        "wanted must be several",
    ),
    (
        "an action",
        lambda s: optimizely(s).experiments.update(1, action="Start"),
        ValueError,
        "did you mean 'start'",
    ),
    (
        "an action of a campaign",
        lambda s: optimizely(s).campaigns.create(action="Publish"),
        ValueError,
        "did you mean 'publish'",
    ),
    (
        "a value in a body",
        lambda s: optimizely(s).projects.update(1, status="Archived"),
        ValueError,
        "ProjectUpdate.status must be one of .*did you mean 'archived'",
    ),
    (
        "a field of a condition",
        lambda s: classic(s).experiments.update(1, url_conditions=[{"value": "v", "match_typ": "simple"}]),
        TypeError,
        r"url_conditions\[0\] has no field 'match_typ': did you mean 'match_type'",
    ),
    (
        "a status of Convert's",
        lambda s: convert(s).project("p").experiences.list(statuses="Active"),
        ValueError,
        "did you mean 'active'",
    ),
    (
        "a field of a variation",
        lambda s: convert(s).project("p").experiences.create(name="n", variations=[{"name": "v", "precentage": 50}]),
        TypeError,
        r"variations\[0\] has no field 'precentage': did you mean 'percentage'",
    ),
    (
        "a status in a body of Convert's",
        lambda s: convert(s).project("p").experiences.update("1", status="Paused"),
        ValueError,
        "did you mean 'paused'",
    ),
    (
        "numbers of Convert's",
        lambda s: convert(s).project("p").experiences.fetch_reports([123]),
        TypeError,
        "wanted must hold experiences or their ids, which are text, not int",
    ),
    (
        "a method for a property",
        lambda s: ld(s).experiments.list(),
        AttributeError,
        r"experiments is a method: call experiments\(project_key, environment_key\).list",
    ),
    (
        "a method of Convert's for a property",
        lambda s: convert(s).project.experiences,
        AttributeError,
        r"call project\(project_id\).experiences",
    ),
    (
        "a property for a method",
        lambda s: optimizely(s).experiments(1),
        TypeError,
        "Experiments is a collection, not a method",
    ),
    (
        "one instruction",
        lambda s: launchdarkly(s).patch("k", {"kind": "archiveExperiment"}),
        TypeError,
        "instructions must be several instructions, not one dict; put it into a list",
    ),
    ("no instructions", lambda s: launchdarkly(s).patch("k", None), TypeError, "not one NoneType"),
    (
        "the kind for an instruction",
        lambda s: launchdarkly(s).patch("k", ["archiveExperiment"]),
        TypeError,
        r"instructions\[0\] must be a mapping, such as .*, not str",
    ),
    ("text for a request", lambda s: ld(s).send("GET /api/v2"), TypeError, "request must be .*, not str"),
    ("nothing for a request", lambda s: ld(s).send(None), TypeError, "request must be .*, not NoneType"),
    ("a module for a request", lambda s: ld(s).send(json), TypeError, "request must be .*, not module"),
]


@pytest.mark.parametrize(("call", "error", "message"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
async def test_wrong_use_says_what_to_do(call: Callable[[Script], Any], error: type[Exception], message: str) -> None:
    """Each vendor's client refuses it where it is called or awaited, and nothing is sent."""
    script = Vendor()
    with pytest.raises(error, match=message):
        found = call(script)
        if isinstance(found, Awaitable):
            await found
    assert script.requests == []


async def test_items_that_are_drawn_later_are_looked_at_then() -> None:
    """Of a stream of keys, a wrong item is an outcome with the error, and costs no other."""

    async def stream() -> Any:
        yield 5
        yield ("a", "m")

    outcomes = await launchdarkly(Vendor()).fetch_results(stream())
    assert [type(outcome.error) for outcome in outcomes] == [TypeError, type(None)]


def test_methods_that_lead_to_collections_are_methods() -> None:
    """For tools and readers they are what they were: a signature, a docstring, a name."""
    client = abclient.LaunchDarkly
    assert inspect.signature(client.experiments).parameters.keys() == {"self", "project_key", "environment_key"}
    assert inspect.isfunction(client.experiments)
    bound = client(TOKEN).experiments
    assert inspect.signature(bound).parameters.keys() == {"project_key", "environment_key"}
    assert (bound.__name__, bound.__doc__) == ("experiments", "The experiments of an environment.")


class Age(Body):
    """A record with a field."""


class Place(Body):
    """Another one."""


JUDGED: list[tuple[Any, object, list[type[Body]]]] = [
    (int | Age, {}, [Age]),
    (Age | Place, {}, []),
    (Age | Place, Place(), [Place]),
    (list[Age | Place | dict[str, Any]], [{}, Age(), Place()], [Age, Place]),
    (dict[str, Age] | None, {"a": {}}, [Age]),
    (int | str, 5, []),
]


@pytest.mark.parametrize(("hint", "value", "found"), JUDGED)
def test_a_value_is_judged_by_the_record_that_it_is(hint: Any, value: object, found: list[type[Body]]) -> None:
    """Where one of several may stand, a mapping is none for certain, and a record is what it is."""
    assert [kind for kind, *_ in records_in(hint, value)] == found
