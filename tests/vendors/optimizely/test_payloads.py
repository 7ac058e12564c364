"""Payloads of Optimizely's tutorial and of published clients' fixtures: read field by field, and written back whole."""

from __future__ import annotations

import json
import pickle
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeGuard

import pytest

import abclient
from abclient.vendors.optimizely import by_variation, models
from abclient_api._runtime import Model
from support.clients import TOKEN
from support.fake import Script, answer
from support.optimizely_calls import CALLS

FILE = json.loads((Path(__file__).parent / "payloads.json").read_text("utf-8"))
TUTORIAL = {name: entries for name, entries in FILE.items() if name != "published"}
ENTRIES: list[tuple[str, dict[str, Any]]] = [
    (operation, entry) for part in (TUTORIAL, FILE["published"]) for operation in part for entry in part[operation]
]

SEND: dict[str, Callable[[abclient.Optimizely, dict[str, Any]], Awaitable[object]]] = {
    "create_project": lambda o, body: o.projects.create(**body),
    "update_project": lambda o, body: o.projects.update(7, **body),
    "create_attribute": lambda o, body: o.attributes.create(**body),
    "update_attribute": lambda o, body: o.attributes.update(7, **body),
    "create_custom_event": lambda o, body: o.events.create_custom(7, **body),
    "update_custom_event": lambda o, body: o.events.update_custom(7, 8, **body),
    "create_audience": lambda o, body: o.audiences.create(**body),
    "update_audience": lambda o, body: o.audiences.update(7, **body),
    "create_feature": lambda o, body: o.features.create(**body),
    "update_feature": lambda o, body: o.features.update(7, **body),
    "create_experiment": lambda o, body: o.experiments.create(**body),
    # An empty body comes with an action.
    "update_experiment": lambda o, body: o.experiments.update(7, action=None if body else "pause", **body),
    "create_page": lambda o, body: o.pages.create(**body),
    "create_group": lambda o, body: o.groups.create(**body),
    "update_group": lambda o, body: o.groups.update(7, **body),
}


def named(entry: tuple[str, dict[str, Any]]) -> str:
    return f"{entry[0]}: {entry[1]['source']}"


def is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def is_map(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def check(value: Any, raw: Any) -> None:
    """What was read is what the JSON says, at every depth."""
    if isinstance(value, Model):
        known = set(value.FIELDS.values())
        assert value.additional_properties == {key: found for key, found in raw.items() if key not in known}
        for attribute, key in value.FIELDS.items():
            check(getattr(value, attribute), raw.get(key))
    elif isinstance(value, datetime):
        assert value.utcoffset() is not None
        assert value.replace(tzinfo=None) == datetime.fromisoformat(raw.rstrip("Z"))
    elif is_list(value) and is_list(raw):
        for item, found in zip(value, raw, strict=True):
            check(item, found)
    elif is_map(value) and is_map(raw):
        assert value.keys() == raw.keys()
        for key, item in value.items():
            check(item, raw[key])
    elif isinstance(raw, str) and not isinstance(value, str):
        assert value == json.loads(raw)
    else:
        assert (type(value), value) == (type(raw), raw)


@pytest.mark.parametrize("entry", [entry for entry in ENTRIES if "response" in entry[1]], ids=named)
async def test_an_answer_is_read_field_by_field_and_written_back(entry: tuple[str, dict[str, Any]]) -> None:
    """Every field arrives with its value and type, unknown ones are kept, and the JSON comes back as it was."""
    operation, payload = entry
    script = Script(answer(payload["status"], payload["response"]))
    async with abclient.Optimizely(TOKEN, transport=script) as optimizely:
        found: Any = await CALLS[operation][0](optimizely)
    answered: list[Any] = payload["response"] if is_list(payload["response"]) else [payload["response"]]
    items: list[Model] = [found] if isinstance(found, Model) else list(found)
    for item, raw in zip(items, answered, strict=True):
        check(item, raw)
        assert item.to_dict() == raw
        assert pickle.loads(pickle.dumps(item)) == item


@pytest.mark.parametrize("entry", [entry for entry in ENTRIES if "request" in entry[1]], ids=named)
async def test_a_request_is_sent_as_published(entry: tuple[str, dict[str, Any]]) -> None:
    """The published body passes the checks, and leaves as it is."""
    operation, payload = entry
    script = Script(answer(200, {"id": 7}))
    async with abclient.Optimizely(TOKEN, transport=script) as optimizely:
        await SEND[operation](optimizely, payload["request"])
    assert json.loads(script.requests[0].body or b"") == payload["request"]


async def test_the_tutorials_results_read_by_variation() -> None:
    """The map's key counts, although the sample's rows name another variation."""
    payload = FILE["get_experiment_results"][0]["response"]
    async with abclient.Optimizely(TOKEN, transport=Script(answer(200, payload))) as optimizely:
        results = await optimizely.experiments.results(10834392320)
    assert results is not None
    assert results.metrics is not None
    assert results.reach is not None
    rows = by_variation(results.metrics[0])
    assert rows[10831751478] is rows["10831751478"]
    assert (rows[10831751478].is_baseline, rows[10831751478].variation_id) == (True, "987654321")
    assert by_variation(results.reach)[10831751478].variation_reach == 0.0


async def test_results_of_2016_read_by_variation() -> None:
    """Older names of the same things: rows under variation_results or results."""
    payload = FILE["published"]["get_experiment_results"][0]["response"]
    async with abclient.Optimizely(TOKEN, transport=Script(answer(200, payload))) as optimizely:
        results = await optimizely.experiments.results(3000)
    assert results is not None
    assert results.metrics is not None
    (metric,) = results.metrics
    raw = payload["metrics"][0]
    assert dict(by_variation(metric).items()).keys() == (raw.get("variation_results") or raw["results"]).keys()
    assert (metric.event_name, metric.unit) == (raw.get("event_name"), raw.get("unit"))


def test_ten_payloads_come_from_other_clients() -> None:
    """The published part is what its sources say, and it is not small."""
    published = [entry for entries in FILE["published"].values() for entry in entries]
    assert len({entry["source"] for entry in published}) >= 10
    assert all("/" in entry["source"] for entry in published)


def test_the_old_rows_have_a_model() -> None:
    """A metric without any rows reads as an empty map."""
    assert dict(by_variation(models.ExperimentMetricResults())) == {}
