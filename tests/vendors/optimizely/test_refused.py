"""Calls of the Optimizely facade that are refused, each with its mistake named, before anything is sent."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest

import abclient
from abclient.vendors._optimizely_bodies import Changes, body_of
from abclient.vendors.optimizely import models
from abclient_api._runtime import UNSET, WrittenId
from support.clients import TOKEN
from support.fake import Script, answer

BIG = 2**63 - 1
MOMENT = datetime(2026, 1, 1, tzinfo=UTC)

# What a type checker would refuse; callers need not use one.
TEXT: Any = "7"
FLOAT: Any = 1e10

Refused = Callable[[Any], Any]
VARIATION = {"weight": 10000}

KINDS = (
    *("projects", "attributes", "list_attributes", "audiences", "pages", "features", "groups", "experiments"),
    *("campaigns", "environments", "extensions", "webhooks", "scheduled_jobs"),
)


def updated(kind: str, client: Any) -> Any:
    """Change nothing of something."""
    return getattr(client, kind).update(5)


EMPTY: list[Refused] = [
    *(partial(updated, kind) for kind in KINDS),
    lambda o: o.sections(7).update(5),
    lambda o: o.events.update_custom(7, 5),
    lambda o: o.events.update_click(7, 5),
    lambda o: o.projects.update(5, name=UNSET),
]

REFUSED: dict[str, tuple[type[Exception], str, Refused]] = {
    "an unknown field": (
        TypeError,
        r"has no field descripton; it has .*description",
        lambda o: o.experiments.create(project_id=7, descripton="typo"),
    ),
    "an unknown field inside": (
        TypeError,
        r"ExperimentCreate.variations\[1\] has no field wieght",
        lambda o: o.experiments.create(project_id=7, variations=[VARIATION, {"wieght": 5}]),
    ),
    "an unknown field in a map": (
        TypeError,
        r"environments\['production'\]\.rollout_rules\[0\] has no field percent",
        lambda o: o.features.update(5, environments={"production": {"rollout_rules": [{"percent": 5}]}}),
    ),
    "a read-only field": (
        TypeError,
        "no field created",
        lambda o: o.audiences.create(project_id=7, created="x"),
    ),
    "a missing field": (TypeError, "AudienceCreate needs project_id", lambda o: o.audiences.create(name="n")),
    "a missing field inside": (
        TypeError,
        "'weight'",
        lambda o: o.experiments.create(project_id=7, variations=[{}]),
    ),
    "an id as text": (
        TypeError,
        "AttributeCreate.project_id must be of type int, not str",
        lambda o: o.attributes.create(key="k", project_id="7"),
    ),
    "an id as text in a typed body": (
        TypeError,
        "AttributeCreate.project_id must be of type int, not str",
        lambda o: o.attributes.create(key="k", project_id=TEXT),
    ),
    "an id as text in a list": (
        TypeError,
        r"page_ids\[1\]",
        lambda o: o.experiments.update(5, page_ids=[1, "2"]),
    ),
    "an id as text inside": (
        TypeError,
        r"metrics\[0\].event_id",
        lambda o: o.experiments.update(5, metrics=[{"event_id": "5"}]),
    ),
    "an id as a float": (TypeError, "experiment_id", lambda o: o.experiments.get(FLOAT)),
    "an id that is a bool": (TypeError, "experiment_id", lambda o: o.experiments.get(True)),
    "a negative id": (ValueError, "experiment_id", lambda o: o.experiments.get(-1)),
    "text for an id in a path": (TypeError, "experiment_id", lambda o: o.experiments.get(TEXT)),
    "text for an id in a query": (TypeError, "project_id", lambda o: o.audiences.list(TEXT)),
    "a number for text": (TypeError, "name must be of type str", lambda o: o.projects.create(name=5)),
    "text for a number": (TypeError, "holdback", lambda o: o.experiments.update(5, holdback="5000")),
    "a bool for a number": (TypeError, "holdback", lambda o: o.experiments.update(5, holdback=True)),
    "one thing for a list": (
        TypeError,
        "variations must be a list",
        lambda o: o.experiments.update(5, variations=5),
    ),
    "text for a list": (TypeError, "page_ids must be a list", lambda o: o.experiments.update(5, page_ids="12")),
    "a list for a map": (
        TypeError,
        "environments must be a mapping",
        lambda o: o.features.update(5, environments=[1]),
    ),
    "null": (TypeError, "name must be of type str, not NoneType", lambda o: o.projects.update(5, name=None)),
    "too many per page": (ValueError, "page_size must be 100 or less", lambda o: o.pages.list(7, page_size=101)),
    "none per page": (ValueError, "page_size", lambda o: o.pages.list(7, page_size=0)),
    "text per page": (TypeError, "page_size", lambda o: o.pages.list(7, page_size=TEXT)),
    "page 0": (ValueError, "page must be 1 or more", lambda o: o.pages.list(7, page=0)),
    "experiments of nothing": (abclient.InvalidRequestError, "project_id", lambda o: o.experiments.list()),
    "experiments of both": (abclient.InvalidRequestError, "give one", lambda o: o.experiments.list(7, campaign_id=8)),
    "a moment for a day": (TypeError, "time zone", lambda o: o.recommendations.stats_csv("c", MOMENT)),
    "an invitation of one": (
        TypeError,
        "people must hold CollaboratorEntryInput or mappings, not str: 'profile'",
        lambda o: o.collaborators.invite({"profile": {"email": "a@example.com"}}),
    ),
    "an invitation of none": (ValueError, "people must not be empty", lambda o: o.collaborators.invite([])),
    "an unknown field of an invitation": (
        TypeError,
        r"people\[1\]\.project_roles\[0\] has no field rolle",
        lambda o: o.collaborators.invite([{}, {"project_roles": [{"rolle": "editor"}]}]),
    ),
    "a role that is nearly one": (
        ValueError,
        "did you mean 'editor'",
        lambda o: o.collaborators.invite([{"project_roles": [{"project_id": 7, "role": "Editor"}]}]),
    ),
    "a page number where there are tokens": (TypeError, "'page'", lambda o: o.webhooks.list(7, page=2)),
    "a webhook without events": (
        TypeError,
        "WebhookCreate needs description, events",
        lambda o: o.webhooks.create(7, name="n", url="https://e"),
    ),
    "a time for a holdout": (
        TypeError,
        "start_time",
        lambda o: o.holdout_results_csv(7, 8, start_time=MOMENT),
    ),
    "two segments of a holdout": (
        abclient.InvalidRequestError,
        "one thing at a time",
        lambda o: o.holdout_results_csv(7, 8, browser="chrome", device="ipad"),
    ),
    "no visitor": (ValueError, "visitor_id", lambda o: o.bucketing_history(7, "")),
    **{
        f"an update of nothing: {number}": (ValueError, "nothing to change: give at least one field", call)
        for number, call in enumerate(EMPTY)
    },
    "an empty catalog": (ValueError, "catalog_id", lambda o: o.recommendations.stats_csv("", "2026-01-01")),
}


@pytest.mark.parametrize("case", REFUSED)
async def test_a_wrong_call_is_refused_before_sending(case: str) -> None:
    """Each mistake is named, however deep inside a body it is, and nothing leaves."""
    error, culprit, call = REFUSED[case]
    script = Script(answer(200, {"id": 5}))
    async with abclient.Optimizely(TOKEN, transport=script) as optimizely:
        with pytest.raises(error, match=culprit):
            await call(optimizely)
    assert script.requests == []


async def test_models_and_mappings_are_the_same() -> None:
    """Models, mappings and mixtures of them make one body; the caller's own objects are left as they are."""
    script = Script(answer(201, {"id": 5, "project_id": 7}))
    variations: Any = [{"key": "a", "weight": 10000}]
    metrics = [models.MetricInput(aggregator="unique", event_id=BIG, scope="visitor")]
    async with abclient.Optimizely(TOKEN, transport=script) as optimizely:
        create = optimizely.experiments.create
        made = [models.VariationCreate(key="a", weight=10000)]
        await create(project_id=7, type="a/b", variations=made, metrics=metrics)
        await create(project_id=7, type="a/b", variations=tuple(variations), metrics=metrics)
        await create(project_id=7, type="a/b", variations=variations, metrics=metrics)
    assert variations == [{"key": "a", "weight": 10000}]
    sent = [json.loads(request.body or b"") for request in script.requests]
    assert sent[0] == sent[1] == sent[2]
    assert sent[0]["metrics"][0]["event_id"] == BIG


def test_what_is_saved_is_checked_as_what_is_created_is() -> None:
    """Ids that came as text go out as text, and what is not a list is named with its field."""
    sent = body_of(models.ExperimentUpdate, Changes({"page_ids": [WrittenId("0012")]}))
    assert sent.to_dict() == {"page_ids": ["0012"]}
    with pytest.raises(TypeError, match=r"ExperimentUpdate\.page_ids must be a list, not int"):
        body_of(models.ExperimentUpdate, Changes({"page_ids": 5}))


async def test_several_events_are_loaded_at_once() -> None:
    """Each by its own request, in the order of their ids."""
    script = Script(*(answer(200, {"id": number, "project_id": 7, "name": "e"}) for number in (1, 2)))
    async with abclient.Optimizely(TOKEN, transport=script) as client:
        assert [event.name for event in await client.events.get_many([1, 2])] == ["e", "e"]
    assert sorted(request.url.rpartition("/")[2] for request in script.requests) == ["1", "2"]
