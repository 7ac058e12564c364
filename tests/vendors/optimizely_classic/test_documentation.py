"""Every operation of Optimizely Classic, called as its documentation does, gives what the documentation shows."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping
from typing import Any

import pytest

import abclient
from abclient.vendors.optimizely_classic import Stat
from abclient_api._models import Model
from support.clients import TOKEN
from support.documented_classic import OPERATIONS, PAYLOADS, Documented

_TIMES = {"created", "last_modified", "start_time", "stop_time", "begin_time", "end_time"}
_VERB = re.compile(r"(list|create|get|update|delete)([A-Z]\w+)")


async def call(client: abclient.OptimizelyClassic, operation: str, documented: Mapping[str, Any]) -> Any:
    """The facade's method for an operation, by the naming that all collections share."""
    ids = list(documented["path"].values())
    if operation == "getExperimentResults":
        return await client.experiments.results(*ids)
    if operation == "getExperimentStats":
        return await client.experiments.stats(*ids)
    found = _VERB.fullmatch(operation)
    assert found
    noun = re.sub(r"(?<!^)(?=[A-Z])", "_", found[2]).lower()
    collection = getattr(client, noun if noun.endswith("s") else f"{noun}s")
    fields = {name: _argument(name, value) for name, value in documented.get("request", {}).items()}
    fields.pop("format", None)  # there is but one, so nobody is asked for it
    return await getattr(collection, found[1])(*ids, **fields)


def _argument(name: str, value: Any) -> Any:
    return datetime.datetime.fromisoformat(value) if name in _TIMES else value


def check(parsed: Any, document: Any) -> None:
    """Every field of the document is there, with its Python value, and the object gives the document back."""
    if document.__class__ is list:
        assert len(parsed) == len(document)
        for one, row in zip(parsed, document, strict=True):
            check(one, row)
        return
    assert isinstance(parsed, Model)
    assert parsed.to_dict() == document
    assert parsed.additional_properties == {}
    for name, value in document.items():
        check_field(name, getattr(parsed, name), value)


def check_field(name: str, held: Any, value: Any) -> None:
    if name == "url_conditions":
        check(held, value)
    elif name == "conditions":
        assert held == json.loads(value)
    elif name in _TIMES and value is not None:
        assert held.tzinfo is not None
        assert held == datetime.datetime.fromisoformat(value)
    else:
        assert (held, type(held)) == (value, type(value))


def test_every_operation_has_a_documented_example() -> None:
    """The tests below reach each operation of the spec, so one that is added has to be documented here."""
    assert set(OPERATIONS) == set(PAYLOADS)


@pytest.mark.parametrize("operation", OPERATIONS)
async def test_documented_call(operation: str) -> None:
    """The call makes the documented request, and its documented answer is read field by field."""
    documented, vendor = PAYLOADS[operation], Documented()
    async with abclient.OptimizelyClassic(TOKEN, transport=vendor) as client:
        result = await call(client, operation, documented)
    (seen,) = vendor.seen
    assert seen.operation == operation
    assert seen.path == OPERATIONS[operation].template.format(**documented["path"])
    assert seen.body == documented.get("request")
    if documented["response"] is None:
        assert result is None
    else:
        check(result, documented["response"])


@pytest.mark.parametrize("name", ["visitors_until_significance", "visitors_until_statistically_significant"])
def test_both_names_of_the_visitors_that_remain(name: str) -> None:
    """The documentation has two names for one number: whichever arrives, visitors_remaining is it."""
    assert Stat.from_dict({"variation_id": "1", "goal_id": 2, name: 0}).visitors_remaining == 0
    assert Stat.from_dict({"variation_id": "1", "goal_id": 2}).visitors_remaining is None
