"""What generated code sends: UNSET, paths, queries, bodies, whole requests."""

from __future__ import annotations

import copy
import datetime
import inspect
import json
import re
from typing import Any, cast
from urllib.parse import unquote

import pytest

from abclient_api._arguments import (
    Reader,
    day,
    flag,
    header_lines,
    moment,
    number,
    query_string,
    real,
    segment,
    several,
    text,
    whole,
)
from abclient_api._runtime import UNSET, Response, Unset, WrittenId, dumps, encode
from abclient_api.launchdarkly.api.experimentation_settings import put_experimentation_settings
from abclient_api.launchdarkly.api.experiments import get_experiment, get_experiments, patch_experiment
from abclient_api.launchdarkly.api.legacy_results import get_legacy_experiment_results, reset_experiment
from abclient_api.launchdarkly.models import (
    ExperimentationSettingsPut,
    ExperimentPatchInput,
    FlagInput,
    IterationInput,
    Link,
    RandomizationUnitInput,
)
from support.arguments import arguments, operations
from support.clients import PACKAGES
from support.generated import pickled

EAST = datetime.timezone(datetime.timedelta(hours=5))


class TestUnset:
    """UNSET is one thing, everywhere."""

    @pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, pickled])
    def test_it_survives_copies(self, again: Any) -> None:
        """Copies and pickles give back the same object."""
        assert again(UNSET) is UNSET
        assert again([UNSET])[0] is UNSET

    def test_it_is_false_and_says_its_name(self) -> None:
        """It is falsy, of its own type, and readable in a repr."""
        assert not UNSET
        assert isinstance(UNSET, Unset)
        assert repr(UNSET) == "UNSET"

    def test_a_copied_body_does_not_send_it(self) -> None:
        """A body that was copied or pickled still leaves out what is not set."""
        body = ExperimentPatchInput(instructions=[])
        for again in (copy.deepcopy(body), pickled(body)):
            assert again.to_dict() == {"instructions": []}


class TestPaths:
    """No parameter can change the path it stands in."""

    @pytest.mark.parametrize(
        ("value", "encoded"),
        [
            ("my-key_1.2~", "my-key_1.2~"),
            ("a/b", "a%2Fb"),
            ("../admin", "..%2Fadmin"),
            ("a?b#c", "a%3Fb%23c"),
            ("%2e%2e", "%252e%252e"),
            ("a b", "a%20b"),
            ("é\n", "%C3%A9%0A"),
            ("...", "..."),
        ],
    )
    def test_text_is_encoded(self, value: str, encoded: str) -> None:
        """Everything that means something in a URL is percent-encoded."""
        assert segment("key", value) == encoded

    @pytest.mark.parametrize(
        ("guard", "value", "error"),
        [
            (segment, "", ValueError),
            (segment, ".", ValueError),
            (segment, "..", ValueError),
            (segment, "\ud800", ValueError),
            (segment, 5, TypeError),
            (segment, None, TypeError),
            (segment, b"key", TypeError),
            (number, -1, ValueError),
            (number, "5", TypeError),
            (number, True, TypeError),
            (number, 5.0, TypeError),
            (number, None, TypeError),
        ],
    )
    def test_what_cannot_stand_in_a_path_is_refused(self, guard: Any, value: Any, error: type[Exception]) -> None:
        """It is refused before anything is sent, and the parameter is named."""
        with pytest.raises(error, match=r"^the_key "):
            guard("the_key", value)

    def test_a_request_names_the_parameter(self) -> None:
        """Generated operations guard all their path parameters."""
        with pytest.raises(ValueError, match=r"^experiment_key must not be empty$"):
            get_experiment.request("project", "environment", "")

    def test_zero_is_a_number(self) -> None:
        """An id may be 0, and any size."""
        assert number("id", 0) == "0"
        assert number("id", 2**70) == str(2**70)

    @pytest.mark.parametrize(("found", "sent"), [("0011", "0011"), ("a0b1-22", "a0b1-22"), ("a/b", "a%2Fb")])
    def test_an_id_that_a_vendor_wrote_as_text_goes_out_as_it_is(self, found: str, sent: str) -> None:
        """It is one segment, as any text is; text of a caller's is no number, and stays refused."""
        assert number("id", WrittenId(found)) == sent
        with pytest.raises(TypeError):
            number("id", cast("int", found))
        for empty in ("", "..", "."):
            with pytest.raises(ValueError):
                number("id", WrittenId(empty))


class TestQueries:
    """Values have one form in a query, whatever the transport."""

    @pytest.mark.parametrize(
        ("reader", "value", "expected"),
        [
            (text, None, ""),
            (flag, True, "p=true"),
            (flag, False, "p=false"),
            (whole(), -7, "p=-7"),
            (whole(0), 0, "p=0"),
            (whole(1, 100), 100, "p=100"),
            (real(), 1.5, "p=1.5"),
            (real(0.5, 2), 2, "p=2"),
            (text, "", "p="),
            (text, "a b&c=d+e", "p=a%20b%26c%3Dd%2Be"),
            (several(text), ["a", "b"], "p=a&p=b"),
            (several(text), "ab", "p=ab"),
            (several(whole()), (1, 2), "p=1&p=2"),
            (several(whole()), iter([1, 2]), "p=1&p=2"),
            (several(whole()), 1, "p=1"),
            (several(text), [], ""),
            (day, datetime.date(2024, 3, 1), "p=2024-03-01"),
            (moment, datetime.datetime(2024, 3, 1, tzinfo=datetime.UTC), "p=2024-03-01T00%3A00%3A00Z"),
        ],
    )
    def test_values_are_written(self, reader: Reader, value: Any, expected: str) -> None:
        """Booleans are lower-case, lists repeat, moments are in UTC, None is left out."""
        assert query_string(("p", value, reader)) == expected
        if "several" not in reader.__qualname__:
            assert header_lines(("p", value, reader)) == (() if value is None else (("p", unquote(expected[2:])),))

    @pytest.mark.parametrize(
        ("reader", "value", "error", "told"),
        [
            (text, 5, TypeError, "must be of type str, not int"),
            (text, b"a", TypeError, "must be of type str, not bytes"),
            (text, ["a"], TypeError, "must be of type str, not list"),
            (text, "\udc00", ValueError, "is not valid Unicode text"),
            (flag, 1, TypeError, "must be of type bool, not int"),
            (flag, "true", TypeError, "must be of type bool, not str"),
            (whole(), "5", TypeError, "must be of type int, not str"),
            (whole(), True, TypeError, "must be of type int, not bool"),
            (whole(), 5.0, TypeError, "must be of type int, not float"),
            (whole(0), -1, ValueError, "must not be negative"),
            (whole(1), 0, ValueError, "must be 1 or more, not 0"),
            (whole(0, 9), -1, ValueError, "must be 0 or more, not -1"),
            (whole(0, 9), 10, ValueError, "must be 9 or less, not 10"),
            (real(), "1", TypeError, "must be of type float, not str"),
            (real(), False, TypeError, "must be of type float, not bool"),
            (real(), float("nan"), ValueError, "must be a finite number, not nan"),
            (real(1.5), 1, ValueError, "must be 1.5 or more, not 1"),
            (moment, "garbage", TypeError, "must be of type datetime, not str"),
            (moment, 5, TypeError, "must be of type datetime, not int"),
            (moment, datetime.date(2024, 3, 1), TypeError, "must be of type datetime, not date"),
            (moment, datetime.datetime(2024, 3, 1), ValueError, ": a datetime without time zone is ambiguous"),
            (moment, datetime.datetime.min.replace(tzinfo=EAST), ValueError, ": the datetime is in no year of UTC"),
            (day, datetime.datetime(2024, 3, 1), TypeError, "must be of type date, not datetime"),
            (day, "2024-03-01", TypeError, "must be of type date, not str"),
            (several(text), ["a", 5], TypeError, "must be of type str, not int"),
            (several(text), {"a": 1}, TypeError, "must be of type str, not dict"),
            (several(whole()), "12", TypeError, "must be of type int, not str"),
        ],
    )
    def test_what_is_of_another_kind_is_refused(
        self, reader: Reader, value: Any, error: type[Exception], told: str
    ) -> None:
        """Before anything is sent; the parameter is named, and what it should be."""
        with pytest.raises(error, match=rf"^p:? ?{re.escape(told.removeprefix(': '))}"):
            query_string(("p", value, reader))

    @pytest.mark.parametrize("vendor", PACKAGES)
    def test_every_parameter_of_every_operation_is_looked_at(self, vendor: str) -> None:
        """An object is of no type that the specs know; each optional parameter refuses it by its name."""
        for module in operations(vendor).values():
            parameters = inspect.signature(module.request).parameters.values()
            needed = arguments(vendor, module)
            for one in parameters:
                if one.kind is one.KEYWORD_ONLY and one.name != "body":
                    with pytest.raises(TypeError, match="must be of type"):
                        module.request(**{**needed, one.name: object()})


class TestRequests:
    """Requests say everything that a transport needs, and nothing else."""

    def test_a_list_request(self) -> None:
        """Path, query, headers and where the items are."""
        request = get_experiments.request("a/b", "prod", limit=5, filter="status:running")
        assert (request.operation, request.method) == ("getExperiments", "GET")
        assert request.path_template == "/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments"
        assert request.path == "/api/v2/projects/a%2Fb/environments/prod/experiments"
        assert request.query == "limit=5&filter=status%3Arunning"
        assert dict(request.headers) == {"accept": "application/json"}
        assert (request.body, request.items) == (None, "items")
        assert repr(request) == "<Request getExperiments: GET /api/v2/projects/a%2Fb/environments/prod/experiments>"

    def test_a_request_with_a_body(self) -> None:
        """The body is compact JSON with the content type that the vendor asks for."""
        body = ExperimentPatchInput(instructions=[{"kind": "updateName", "value": "größer"}])
        request = patch_experiment.request("p", "e", "x", body=body)
        assert request.body == '{"instructions":[{"kind":"updateName","value":"größer"}]}'.encode()
        assert dict(request.headers)["content-type"] == "application/json; domain-model=launchdarkly.semanticpatch"
        assert request.items is None

    def test_a_keyword_of_python_gets_an_underscore(self) -> None:
        """The vendor's ``from`` is ``from_`` in Python and ``from`` on the wire."""
        request = get_legacy_experiment_results.request("p", "f", "e", "m", from_=0, to=9)
        assert request.query == "from=0&to=9"

    def test_an_answer_without_content_is_none(self) -> None:
        """A 204 is parsed to None."""
        request = reset_experiment.request("p", "f", "e", "m")
        assert request.parse(Response(204, (), b"")) is None

    def test_nested_bodies_are_encoded(self) -> None:
        """Bodies inside of lists and maps become JSON, with the vendor's names."""
        unit = RandomizationUnitInput(randomization_unit="user", default=True, standard_randomization_unit="user")
        request = put_experimentation_settings.request("p", body=ExperimentationSettingsPut(randomization_units=[unit]))
        assert json.loads(request.body or b"") == {
            "randomizationUnits": [{"randomizationUnit": "user", "default": True, "standardRandomizationUnit": "user"}]
        }
        iteration = IterationInput(
            hypothesis="h", metrics=[], treatments=[], flags={"f": FlagInput(rule_id="r", flag_config_version=1)}
        )
        assert iteration.to_dict()["flags"] == {"f": {"ruleId": "r", "flagConfigVersion": 1}}


class TestEncoding:
    """Only what JSON can hold is sent."""

    def test_values_become_json(self) -> None:
        """Moments, dates, tuples, maps and models."""
        moment = datetime.datetime(2024, 3, 1, 12, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
        value = {"m": moment, "d": moment.date(), "t": (1, None, Link(href="/x"))}
        assert encode(value) == {"m": "2024-03-01T10:00:00Z", "d": "2024-03-01", "t": [1, None, {"href": "/x"}]}

    @pytest.mark.parametrize("value", [float("nan"), float("inf"), [float("-inf")]])
    def test_no_number_that_json_does_not_have(self, value: Any) -> None:
        """NaN and Infinity are refused."""
        with pytest.raises(ValueError, match="JSON compliant"):
            dumps(value)

    @pytest.mark.parametrize("value", [object(), {1: 2}, {"a", "b"}, b"bytes", UNSET])
    def test_no_type_that_json_does_not_have(self, value: Any) -> None:
        """The type is named."""
        with pytest.raises(TypeError, match=r"cannot be sent as JSON|keys must be str"):
            dumps(value)

    def test_half_a_character_is_refused(self) -> None:
        """A lone surrogate is no text that UTF-8 can hold."""
        with pytest.raises(ValueError, match="surrogates"):
            dumps("\ud800")
