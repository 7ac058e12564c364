"""What generated code reads: answers that lose nothing, and errors that say where."""

from __future__ import annotations

import copy
import importlib
import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from abclient_api._runtime import Response, Undecodable
from abclient_api.launchdarkly.api.experiments import get_experiment, get_experiments
from abclient_api.launchdarkly.models import (
    Experiment,
    ExperimentCollectionRep,
    ExperimentPatchInput,
    FlagInput,
    IterationRep,
    Link,
    TreatmentRep,
)
from abclient_api.optimizely import models as optimizely
from abclient_api.optimizely.models import CredentialsItem
from support.generated import answer, pickled
from support.specs import generate

PAGE: dict[str, Any] = {
    "items": [
        {"_id": "1", "key": "a", "name": "A", "new field": [1, {"x": None}]},
        {
            "key": "b",
            "description": None,
            "currentIteration": {
                "status": "invented",
                "createdAt": "17",
                "flags": {"f": {"flagConfigVersion": 2, "_links": {}}, "gone": None},
                "treatments": [{"name": "T", "allocationPercent": "50", "baseline": True, "parameters": []}, None],
            },
        },
    ],
    "total_count": 2,
}


TWO: list[dict[str, Any]] = [{"name": "A"}, {"name": "B", "more": 2}]


def _set(model: Any, name: str, value: Any) -> None:
    setattr(model, name, value)


CHANGES: list[tuple[Callable[[Any], object], dict[str, Any]]] = [
    (lambda one: one.treatments.pop(0), {"treatments": TWO[1:]}),
    (lambda one: one.treatments.reverse(), {"treatments": TWO[::-1]}),
    (lambda one: one.treatments.append(TreatmentRep(name="C")), {"treatments": [*TWO, {"name": "C"}]}),
    (lambda one: _set(one.treatments[1], "name", "C"), {"treatments": [TWO[0], {"name": "C", "more": 2}]}),
    (lambda one: _set(one.treatments[0], "name", "A"), {}),
    (lambda one: one.flags.pop("f"), {"flags": {"g": {}}}),
    (
        lambda one: _set(one.flags["f"], "targeting_rule", "r"),
        {"flags": {"f": {"targetingRule": "r", "x": 1}, "g": {}}},
    ),
    (lambda one: _set(one, "flags", dict(reversed(one.flags.items()))), {}),
    (lambda one: _set(one, "primary_metric", None), {"primaryMetric": None}),
]


class TestReading:
    """An answer is never lost to what the vendor adds, leaves out or writes oddly."""

    def test_everything_optional_may_be_missing_null_or_new(self) -> None:
        """Nulls, unknown values, numbers as texts, and null entries of lists and maps."""
        page = get_experiments.request("p", "e").parse(answer(PAGE))
        first, second = page.items or []
        assert (first.key, first.name, first.current_iteration) == ("a", "A", None)
        assert first.additional_properties == {"new field": [1, {"x": None}]}
        iteration = second.current_iteration
        assert iteration is not None
        assert (second.description, iteration.status) == (None, "invented")
        assert iteration.created_at == "17"  # type: ignore[comparison-overlap]  # scalars are not checked
        assert list(iteration.flags or {}) == ["f"]
        assert [treatment.name for treatment in iteration.treatments or []] == ["T"]

    def test_an_unchanged_model_gives_back_what_it_was_read_from(self) -> None:
        """Unknown fields, nulls and unknown values survive the round trip."""
        assert ExperimentCollectionRep.from_dict(copy.deepcopy(PAGE)).to_dict() == PAGE

    def test_what_is_given_back_is_independent(self) -> None:
        """Changing the dict changes no model."""
        page = ExperimentCollectionRep.from_dict(copy.deepcopy(PAGE))
        page.to_dict()["items"][0]["new field"].append("spoilt")
        assert page.to_dict() == PAGE

    def test_changes_are_written_over_it(self) -> None:
        """A changed field is new, None over a value is null, None over nothing is nothing."""
        experiment = Experiment.from_dict({"key": "a", "name": "A", "_maintainerId": "m", "more": 1})
        experiment.name = "B"
        experiment.maintainer_id = None
        experiment.description = None
        experiment.links = {"self": Link(href="/x")}
        assert experiment.to_dict() == {
            "key": "a",
            "name": "B",
            "_maintainerId": None,
            "more": 1,
            "_links": {"self": {"href": "/x"}},
        }

    def test_changes_inside_are_written(self) -> None:
        """A change of a nested model keeps the unknown fields around and inside of it."""
        experiment = Experiment.from_dict({"key": "a", "currentIteration": {"hypothesis": "old", "more": 1}, "more": 2})
        assert experiment.current_iteration is not None
        experiment.current_iteration.hypothesis = "new"
        assert experiment.to_dict() == {"key": "a", "currentIteration": {"hypothesis": "new", "more": 1}, "more": 2}

    @pytest.mark.parametrize(("change", "written"), CHANGES)
    def test_changes_of_lists_and_maps_are_written(self, change: Any, written: dict[str, Any]) -> None:
        """Models that were added, removed, moved or changed; those that stay keep their unknown fields."""
        document: dict[str, Any] = {
            "treatments": TWO,
            "flags": {"f": {"x": 1}, "g": {}},
            "primaryMetric": {"key": "m", "more": 3},
            "more": [{"y": None}],
        }
        iteration = IterationRep.from_dict(copy.deepcopy(document))
        change(iteration)
        assert iteration.to_dict() == {**document, **written}

    def test_nulls_and_odd_empties_stay_until_something_else_changes(self) -> None:
        """Reading drops nulls from lists and maps; writing puts them back as long as nothing else is different."""
        document: dict[str, Any] = {
            "treatments": [None, {"name": "A"}],
            "flags": {"f": None},
            "primaryMetric": {"key": "m", "_links": []},
        }
        iteration = IterationRep.from_dict(copy.deepcopy(document))
        assert iteration.to_dict() == document
        assert iteration.treatments is not None
        iteration.treatments[0].name = "B"
        assert iteration.to_dict() == {**document, "treatments": [{"name": "B"}]}

    def test_lists_of_single_values_are_read_without_nulls_and_written_with_them(self) -> None:
        """Such a list may be changed in place; what is given back stays independent of it."""
        document = {"id": 1, "page_ids": [1, 2], "audience_ids": [None, 3]}
        experiment = optimizely.Experiment.from_dict(copy.deepcopy(document))
        assert (experiment.page_ids, experiment.audience_ids) == ([1, 2], [3])
        written = experiment.to_dict()
        assert written == document
        assert experiment.page_ids is not None
        experiment.page_ids.append(4)
        assert written == document
        assert experiment.to_dict() == {**document, "page_ids": [1, 2, 4]}

    def test_a_hand_made_model_has_what_it_was_given(self) -> None:
        """Without JSON behind it, a model writes what is not None, and knows no other fields."""
        experiment = Experiment(key="a", name="A")
        assert experiment.to_dict() == {"key": "a", "name": "A"}
        assert experiment.additional_properties == {}

    def test_the_last_of_two_equal_keys_counts(self) -> None:
        """As JSON readers do."""
        assert get_experiment.request("p", "e", "x").parse(answer(b'{"key":"a","key":"b"}')).key == "b"

    def test_an_empty_list_for_an_object_is_an_empty_object(self) -> None:
        """Servers in PHP write it so; an object with required fields cannot be one."""
        page = get_experiments.request("p", "e").parse(answer({"items": [{"key": "a", "_links": []}], "_links": []}))
        assert page.links == {}
        assert Link.from_dict([]) == Link()
        with pytest.raises(Undecodable, match="expected an object, got list"):
            Experiment.from_dict([])

    def test_numbers_that_json_does_not_have_are_read(self) -> None:
        """Some vendors write NaN and Infinity; an answer with them is not lost."""
        result = importlib.import_module("abclient_api.launchdarkly.models.treatment_result_rep").TreatmentResultRep
        read = result.from_dict(json.loads(b'{"mean": NaN, "pBest": Infinity}'))
        assert read.mean != read.mean
        assert read.p_best == float("inf")

    def test_a_byte_order_mark_is_no_part_of_text(self) -> None:
        """Text is UTF-8; what is no UTF-8 is replaced instead of losing the answer."""
        assert Response(200, (), b"\xef\xbb\xbfa,b").text == "a,b"
        assert Response(200, (), b"a\xff").text == "a\ufffd"

    def test_headers_are_found_in_any_case(self) -> None:
        """The first one of a name counts."""
        response = Response(200, (("x-id", "1"), ("x-id", "2")), b"secret")
        assert (response.header("X-Id"), response.header("x-other")) == ("1", None)
        assert repr(response) == "<Response 200, 6 bytes>"


UNDECODABLE: list[tuple[Any, str, str, str]] = [
    ([1], "ExperimentCollectionRep", "", "expected an object, got list"),
    ("text", "ExperimentCollectionRep", "", "expected an object, got str"),
    (None, "ExperimentCollectionRep", "", "expected an object, got NoneType"),
    ({"items": {}}, "ExperimentCollectionRep", "items", "expected a list, got dict"),
    ({"items": "abc"}, "ExperimentCollectionRep", "items", "expected a list, got str"),
    ({"items": [{"key": "a"}, 5]}, "ExperimentCollectionRep", "items[1]", "expected an object, got int"),
    ({"items": [{"name": "A"}]}, "ExperimentCollectionRep", "items[0].key", "required, but missing"),
    (
        {"_links": {"next": {"href": "/"}, "prev": 1}},
        "ExperimentCollectionRep",
        "_links['prev']",
        "expected an object, got int",
    ),
    ({"_links": ["self"]}, "ExperimentCollectionRep", "_links", "expected an object, got list"),
    (
        {"items": [{"key": "a"}, {"key": "b", "currentIteration": {"flags": {"f": {}, "g": 5}}}]},
        "ExperimentCollectionRep",
        "items[1].currentIteration.flags['g']",
        "expected an object, got int",
    ),
    (
        {"items": [{"key": "a", "previousIterations": [{}, {"treatments": [{"parameters": True}]}]}]},
        "ExperimentCollectionRep",
        "items[0].previousIterations[1].treatments[0].parameters",
        "expected a list, got bool",
    ),
]


class TestWrongShapes:
    """What cannot be read says where, and holds nothing of the answer."""

    @pytest.mark.parametrize(("data", "model", "field", "reason"), UNDECODABLE)
    def test_the_culprit_is_named(self, data: Any, model: str, field: str, reason: str) -> None:
        """Model, path with list index or map key, and what was expected."""
        with pytest.raises(Undecodable) as caught:
            get_experiments.request("p", "e").parse(answer(data))
        assert (caught.value.model, caught.value.field, caught.value.reason) == (model, field, reason)

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            (b"", "the body is empty"),
            (b" <html>", "a page, not JSON; content-type application/json"),
            (b'{"items": [', "not JSON: Expecting value at character 11; content-type application/json"),
            (b'{"key": "\xff"}', "not JSON (UnicodeDecodeError); content-type application/json"),
            (b"[" * 100_000, "not JSON (RecursionError); content-type application/json"),
        ],
    )
    def test_what_is_no_json_says_so(self, content: bytes, reason: str) -> None:
        """Empty, truncated, HTML, no UTF-8, too deep: the expected type is named, and no field."""
        with pytest.raises(Undecodable) as caught:
            get_experiments.request("p", "e").parse(answer(content))
        assert str(caught.value) == f"ExperimentCollectionRep: {reason}"

    def test_it_pickles_and_holds_no_data(self) -> None:
        """It can cross processes, and a log of it shows nothing of the answer."""
        with pytest.raises(Undecodable) as caught:
            get_experiments.request("p", "e").parse(answer({"items": [{"name": "SECRET"}]}))
        again = pickled(caught.value)
        assert (again.model, again.field, again.reason) == (
            "ExperimentCollectionRep",
            "items[0].key",
            "required, but missing",
        )
        assert str(again) == "ExperimentCollectionRep.items[0].key: required, but missing"
        assert "SECRET" not in repr(caught.value)
        assert caught.value.culprit is None


class TestModels:
    """Models compare, copy and show themselves by their fields."""

    def test_equality_is_of_fields_of_the_same_class(self) -> None:
        """Unknown fields do not count; another class is never equal."""
        one = IterationRep.from_dict({"hypothesis": "h", "unknown": 1})
        assert one == IterationRep(hypothesis="h")
        assert one != IterationRep(hypothesis="i")
        assert Link(href="x") != FlagInput(rule_id="x", flag_config_version=1)

    def test_they_cannot_be_hashed(self) -> None:
        """They can be changed, so they are no keys."""
        with pytest.raises(TypeError, match="unhashable"):
            hash(Link())

    def test_repr_hides_what_the_spec_calls_a_password(self) -> None:
        """Credentials that a vendor hands out are read like any other field, and shown nowhere."""
        item = CredentialsItem.from_dict({"accessKeyId": "AKIA", "secretAccessKey": "s3cret", "sessionToken": "t0ken"})
        assert (item.secret_access_key, item.session_token) == ("s3cret", "t0ken")
        assert "s3cret" not in repr(item)
        assert "t0ken" not in repr([item])

    def test_repr_shows_what_is_there(self) -> None:
        """Only fields that are not None, or not UNSET."""
        assert repr(Link(href="/x")) == "Link(href='/x')"
        assert repr(ExperimentPatchInput(instructions=[])) == "ExperimentPatchInput(instructions=[])"

    @pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, pickled])
    @pytest.mark.parametrize("depth", [1, 48, 49, 50, 51, 1000])
    def test_deep_json_of_no_known_field_survives(self, again: Callable[[Any], Any], depth: int) -> None:
        """However deep the parser took it: read, copied and pickled, it is the same, and shared parts stay so."""
        deep: Any = 1
        for level in range(depth):
            deep = [0, {"in": deep}] if level % 2 else [deep, 2]
        page = ExperimentCollectionRep.from_dict({**copy.deepcopy(PAGE), "deep": deep, "same": deep, "list": []})
        fresh = again(page)
        raw = fresh.additional_properties
        assert fresh == page
        assert raw["deep"] is raw["same"]
        found: Any = raw["deep"]
        levels = 0
        while found.__class__ is list:
            found = found[1]["in"] if found[0] == 0 else found[0]
            levels += 1
        assert (found, levels, raw["list"]) == (1, depth, [])

    def test_a_document_that_holds_itself_survives(self) -> None:
        """What a user has put into a field may lead back to where it began."""
        inner: dict[str, Any] = {"one": (1,)}
        inner["again"] = [inner]
        inner["twice"] = [[inner["again"], inner["again"]]] * 2
        page = ExperimentCollectionRep.from_dict({**copy.deepcopy(PAGE), "inner": inner})
        found = pickled(page).additional_properties["inner"]
        assert found["again"][0] is found
        assert found["one"] == (1,)

    @pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, pickled])
    def test_copies_are_equal_and_belong_to_nobody(self, again: Any) -> None:
        """Unknown fields come along; the collection that a resource belongs to does not."""
        page = ExperimentCollectionRep.from_dict(copy.deepcopy(PAGE))
        setattr(page, "_owner", sys.modules)  # noqa: B010  # for facades only; and modules do not pickle
        copied = again(page)
        assert copied == page
        assert copied.to_dict() == PAGE
        assert not hasattr(copied, "_owner")

    def test_an_attribute_that_no_model_has_is_refused(self) -> None:
        """A typo in an assignment is an error, not a value that is never sent."""
        with pytest.raises(AttributeError):
            Link().herf = "/x"  # type: ignore[attr-defined]  # the misspelling under test  # pyright: ignore


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The package generated of the tiny spec, whose things contain things."""
    return f"{generate(tmp_path_factory.mktemp('runtime'))}.tiny"


def nested(depth: int, innermost: dict[str, Any] | None = None) -> dict[str, Any]:
    """A thing in a thing in a thing."""
    thing = innermost or {"id": 0}
    for level in range(1, depth):
        thing = {"id": level, "parts": {"inner": thing}}
    return thing


class TestTiny:
    """What the LaunchDarkly spec has no example of."""

    def test_three_hundred_levels_are_read(self, tiny: str) -> None:
        """Deep answers are read, and what is wrong deep inside is named."""
        thing = importlib.import_module(f"{tiny}.models").Thing
        assert thing.from_dict(nested(300)).id == 299
        runtime = importlib.import_module(f"{tiny.rsplit('.', 1)[0]}._runtime")
        with pytest.raises(runtime.Undecodable) as caught:
            thing.from_dict(nested(300, innermost={"tags": 1}))
        assert caught.value.field == "parts['inner']." * 299 + "id"

    def test_a_hundred_levels_are_compared_and_written(self, tiny: str) -> None:
        """Deep models compare and give back what they were read from."""
        thing = importlib.import_module(f"{tiny}.models").Thing
        read = thing.from_dict(nested(100))
        assert read == thing.from_dict(nested(100))
        assert read.to_dict() == nested(100)

    def test_a_thousand_levels_are_undecodable(self, tiny: str) -> None:
        """An answer that is too deep is an answer of the wrong shape, and no crash."""
        thing = importlib.import_module(f"{tiny}.models").Thing
        runtime = importlib.import_module(f"{tiny.rsplit('.', 1)[0]}._runtime")
        with pytest.raises(runtime.Undecodable) as caught:
            thing.from_dict(nested(1000))
        assert caught.value.model == "Thing"
        assert caught.value.reason == "nested too deeply"

    def test_several_successes(self, tiny: str) -> None:
        """A status without content gives None, the other one a model."""
        request = importlib.import_module(f"{tiny}.api.things.get_thing").request(7)
        assert request.path == "/things/7"
        assert request.parse(answer(b"", 202)) is None
        assert request.parse(answer({"id": 7})).id == 7

    def test_a_success_that_the_spec_does_not_name(self, tiny: str) -> None:
        """It is read as the first one that has content, and refused where it is something else."""
        request = importlib.import_module(f"{tiny}.api.things.get_thing").request(7)
        runtime = importlib.import_module(f"{tiny.rsplit('.', 1)[0]}._runtime")
        assert request.parse(answer({"id": 7}, 203)).id == 7
        with pytest.raises(runtime.Undecodable, match="the body is empty"):
            request.parse(answer(b"", 204))

    def test_text_answers(self, tiny: str) -> None:
        """Text comes as it is, and is asked for."""
        request = importlib.import_module(f"{tiny}.api.things.export_things").request()
        assert dict(request.headers) == {"accept": "text/csv"}
        assert request.parse(Response(200, (("content-type", "text/csv"),), b"a,b\n")) == "a,b\n"

    def test_query_arrays(self, tiny: str) -> None:
        """An array repeats its name."""
        request = importlib.import_module(f"{tiny}.api.things.list_things").request(page=2, kind=["a", "b c"])
        assert request.query == "page=2&kind=a&kind=b%20c"

    def test_a_schema_that_is_read_and_sent(self, tiny: str) -> None:
        """It is sent without what is None, and with what it was read with."""
        tag = importlib.import_module(f"{tiny}.models").Tag
        request = importlib.import_module(f"{tiny}.api.things.replace_thing").request
        assert request(1, body=tag(word="a")).body == b'{"word":"a"}'
        assert request(1, body=tag.from_dict({"since": "2024-03-01", "x": 1})).body == b'{"since":"2024-03-01","x":1}'


def test_importing_an_operation_loads_only_what_it_needs() -> None:
    """No HTTP library, no dateutil, no other operation's models: one call's modules are light."""
    script = (
        "import sys; import abclient_api.launchdarkly.api.experimentation_settings.get_experimentation_settings; "
        "print([name for name in sys.modules if name.split('.')[0] in {'httpx', 'httpcore', 'dateutil', 'abclient'}]); "
        "prefix = 'abclient_api.launchdarkly.models.'; "
        "print(sorted(name.removeprefix(prefix) for name in sys.modules if name.startswith(prefix)))"
    )
    out = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout.splitlines()
    assert out == ["[]", "['experimentation_settings_rep', 'link', 'randomization_unit_rep']"]


def test_models_are_found_by_name_or_not_at_all() -> None:
    """The lazy package lists its models, and a wrong name is an AttributeError that names it."""
    models = importlib.import_module("abclient_api.launchdarkly.models")
    assert {"Experiment", "Link"} <= set(dir(models))
    assert models.Experiment is Experiment
    with pytest.raises(AttributeError, match="has no attribute 'Experimant'"):
        _ = models.Experimant
