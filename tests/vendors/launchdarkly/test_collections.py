"""The edges of LaunchDarkly's collections: what the sandbox does not show, and what callers get wrong."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest
import respx

import abclient
from abclient.analysis import confidence_sequence
from abclient.vendors.launchdarkly import metric_events, models
from abclient.vendors.launchdarkly.client import INSTANCES, events_address
from abclient_api.launchdarkly_events import SERVERS
from abclient_api.launchdarkly_events import models as event_models

HOST = "https://app.launchdarkly.com/api/v2"
PLACE = f"{HOST}/projects/p/environments/e"


@pytest.fixture
async def ld() -> AsyncIterator[abclient.LaunchDarkly]:
    async with abclient.LaunchDarkly("token-1", retries=0) as client:
        yield client


def body_of(route: respx.Route) -> Any:
    """The JSON of a route's last request."""
    return json.loads(route.calls.last.request.content)


@respx.mock
async def test_contexts_are_paged_by_token_where_there_is_no_link(ld: abclient.LaunchDarkly) -> None:
    """The query is asked again with the token; a token that leads nowhere new is an error."""
    pages = respx.post(f"{PLACE}/contexts/search")
    pages.side_effect = [
        _answer({"items": [{"context": 1}], "continuationToken": "two"}),
        _answer({"items": [{"context": 2}], "continuationToken": "two"}),
    ]
    found: list[Any] = []
    with pytest.raises(abclient.PagingError, match="this one again"):
        async for one in ld.contexts("p", "e").search(filter="f", page_size=1):
            found.append(one.context)
    assert found == [1, 2]
    assert dict(pages.calls.last.request.url.params) == {"limit": "1", "filter": "f", "continuationToken": "two"}


@respx.mock
async def test_contexts_have_no_id_to_be_hashed_by(ld: abclient.LaunchDarkly) -> None:
    """A set of them is an error that says why."""
    respx.post(f"{PLACE}/contexts/search").respond(json={"items": [{"context": 1}]})
    [one] = await ld.contexts("p", "e").search()
    with pytest.raises(TypeError, match="no id of its own"):
        hash(one)


def _answer(document: Any) -> Any:
    import httpx

    return httpx.Response(200, json=document)


@pytest.mark.parametrize(
    ("change", "instructions"),
    [
        ({"maintainer_id": "m2"}, [{"kind": "updateMaintainerMember", "value": "m2"}]),
        ({"maintainer_id": None}, [{"kind": "removeMaintainer"}]),
        ({"temporary": True}, [{"kind": "makeFlagTemporary"}]),
        ({"tags": []}, [{"kind": "removeTags", "values": ["a"]}]),
        ({"tags": ["a", "b"]}, [{"kind": "addTags", "values": ["b"]}]),
        ({"description": None}, [{"kind": "updateDescription", "value": ""}]),
    ],
)
@respx.mock
async def test_a_flag_saves_what_changed_as_instructions(
    ld: abclient.LaunchDarkly, change: dict[str, Any], instructions: list[dict[str, Any]]
) -> None:
    """Each attribute has its own kind."""
    flag = {"key": "f", "tags": ["a"], "maintainerId": "m", "temporary": False, "description": "d"}
    respx.get(f"{HOST}/flags/p/f").respond(json=flag)
    route = respx.patch(f"{HOST}/flags/p/f").respond(json=flag)
    loaded = await ld.flags("p").get("f")
    for name, value in change.items():
        setattr(loaded, name, value)
    await loaded.save()
    assert body_of(route) == {"instructions": instructions}
    await loaded.refresh()
    assert loaded.tags == ["a"]


VERBS: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = [
    ("reorder_rules", (["r"],), {"kind": "reorderRules", "ruleIds": ["r"]}),
    ("track_rule", ("r", True), {"kind": "updateRuleTrackEvents", "ruleId": "r", "trackEvents": True}),
    ("remove_clauses", ("r", ["c"]), {"kind": "removeClauses", "ruleId": "r", "clauseIds": ["c"]}),
    ("update_clause", ("r", "c", {}), {"kind": "updateClause", "ruleId": "r", "clauseId": "c", "clause": {}}),
    (
        "add_values_to_clause",
        ("r", "c", ["v"]),
        {"kind": "addValuesToClause", "ruleId": "r", "clauseId": "c", "values": ["v"]},
    ),
    (
        "remove_values_from_clause",
        ("r", "c", ["v"]),
        {"kind": "removeValuesFromClause", "ruleId": "r", "clauseId": "c", "values": ["v"]},
    ),
]


@pytest.mark.parametrize(("verb", "arguments", "instruction"), VERBS)
@respx.mock
async def test_verbs_that_need_ids_are_instructions(
    ld: abclient.LaunchDarkly, verb: str, arguments: tuple[Any, ...], instruction: dict[str, Any]
) -> None:
    """In the environment that is named first."""
    respx.get(f"{HOST}/flags/p/f").respond(json={"key": "f"})
    route = respx.patch(f"{HOST}/flags/p/f").respond(json={"key": "f"})
    flag = await ld.flags("p").get("f")
    await getattr(flag, verb)("e", *arguments)
    assert body_of(route) == {"instructions": [instruction], "environmentKey": "e"}


@respx.mock
async def test_instructions_that_have_no_verb_are_sent_as_they_are(ld: abclient.LaunchDarkly) -> None:
    """Such as those of the vendor's own interface, which it does not document: ``patch`` knows no kinds."""
    respx.get(f"{HOST}/flags/p/f").respond(json={"key": "f"})
    route = respx.patch(f"{HOST}/flags/p/f").respond(json={"key": "f"})
    stages = [{"rolloutWeight": 10_000, "monitoringWindowMilliseconds": 3_600_000}]
    undocumented = {"kind": "updateFallthroughWithMeasuredRolloutV2", "stages": stages, "controlVariationId": None}
    await (await ld.flags("p").get("f")).patch([undocumented], environment_key="e")
    assert body_of(route) == {"instructions": [undocumented], "environmentKey": "e"}


@pytest.mark.parametrize(("name", "kind"), [("name", "updateName"), ("tags", "addTags")])
@respx.mock
async def test_a_segment_saves_only_what_changed(ld: abclient.LaunchDarkly, name: str, kind: str) -> None:
    """The environment is in the body as well, where the vendor looks for it."""
    segment: dict[str, Any] = {"key": "s", "name": "S", "tags": []}
    respx.get(f"{HOST}/segments/p/e/s").respond(json=segment)
    route = respx.patch(f"{HOST}/segments/p/e/s").respond(json=segment)
    loaded = await ld.segments("p", "e").get("s")
    setattr(loaded, name, ["x"] if name == "tags" else "x")
    await loaded.save()
    assert [one["kind"] for one in body_of(route)["instructions"]] == [kind]
    assert body_of(route)["environmentKey"] == "e"
    await ld.segments("p", "e").patch_json("s", [{"op": "add", "path": "/tags/-", "value": "y"}], comment="why")
    assert body_of(route) == {"patch": [{"op": "add", "path": "/tags/-", "value": "y"}], "comment": "why"}
    await ld.segments("p", "e").patch_json("s", [models.PatchOperation(op="remove", path="/tags/0")])
    assert body_of(route) == {"patch": [{"op": "remove", "path": "/tags/0"}]}


@respx.mock
async def test_all_kinds_of_resources_are_refreshed(ld: abclient.LaunchDarkly) -> None:
    """By their key or id, from the address of one."""
    release = f"{HOST}/projects/p/flags/f/environments/e/releases/r"
    answers = {
        f"{HOST}/metrics/p/m": {"_id": "1", "key": "m"},
        f"{HOST}/projects/p/metric-groups/g": {"_id": "1", "key": "g"},
        f"{HOST}/projects/p": {"key": "p"},
        release: {"id": "r"},
        f"{PLACE}/holdouts/h": {"_id": "1", "baseExperiment": {"key": "h"}},
    }
    for url, answer in answers.items():
        respx.get(url).respond(json=answer)
    loaded: list[Any] = [
        await ld.metrics("p").get("m"),
        await ld.metric_groups("p").get("g"),
        await ld.projects().get("p"),
        await ld.releases("p", "f", "e").get("r"),
        await ld.holdouts("p", "e").get("h"),
    ]
    for one in loaded:
        assert await one.refresh() is one
    group = loaded[1]
    route = respx.patch(f"{HOST}/projects/p/metric-groups/g").respond(json={"_id": "1", "key": "g", "name": "x"})
    await group.patch([{"op": "replace", "path": "/name", "value": "x"}])
    assert body_of(route) == [{"op": "replace", "path": "/name", "value": "x"}]
    delete = respx.delete(f"{HOST}/projects/p/release-policies/y").respond(204)
    respx.get(f"{HOST}/projects/p/release-policies/y").respond(json={"key": "y"})
    await (await ld.release_policies("p").get("y")).delete()
    assert delete.called


@respx.mock
async def test_holdouts_and_layers_that_cannot_be_found_say_so(ld: abclient.LaunchDarkly) -> None:
    """A holdout without key, a layer that is gone."""
    respx.get(f"{PLACE}/holdouts/h").respond(json={"_id": "1"})
    holdout = await ld.holdouts("p", "e").get("h")
    assert holdout.key is None
    with pytest.raises(ValueError, match="did not say the key"):
        await holdout.refresh()
    layers = respx.get(f"{HOST}/projects/p/layers")
    layers.side_effect = [_answer({"items": [{"key": "l"}]}), _answer({"items": [{"key": "other"}]})]
    layer = (await ld.layers("p").list())[0]
    with pytest.raises(ValueError, match="no layer 'l' any more"):
        await layer.refresh()
    patch = respx.patch(f"{HOST}/projects/p/layers/l").respond(json={"key": "l"})
    await ld.layers("p").patch("l", [{"kind": "updateName", "name": "x"}], comment="why")
    assert body_of(patch) == {"instructions": [{"kind": "updateName", "name": "x"}], "comment": "why"}


@respx.mock
async def test_an_experiment_of_a_project_needs_its_environment(ld: abclient.LaunchDarkly) -> None:
    """Where the response does not say it, the experiment cannot be changed."""
    respx.get(f"{HOST}/projects/p/experiments").respond(json={"items": [{"key": "k"}]})
    experiment = (await ld.project_experiments("p").list())[0]
    with pytest.raises(ValueError, match="did not say which environment"):
        await experiment.archive()


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ("replace", "several instructions, not one str"),
        ([5], r"instructions\[0\] must be a mapping"),
        (models.PatchOperation(op="remove", path="/a"), "put it into a list"),
    ],
)
async def test_operations_that_are_none_are_refused(ld: abclient.LaunchDarkly, given: Any, error: str) -> None:
    """Before anything is sent."""
    with pytest.raises(TypeError, match=error):
        await ld.metrics("p").patch("m", given)


async def test_iterations_and_units_of_other_types_are_refused(ld: abclient.LaunchDarkly) -> None:
    """The error names the type."""
    with pytest.raises(TypeError, match="IterationInput or a mapping, not int"):
        await ld.experiments("p", "e").create_iteration("k", 5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(TypeError, match="put it into a list"):
        await ld.experimentation_settings("p").put({"randomizationUnit": "user"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(ValueError, match="non-empty key without commas"):
        await ld.experiments("p", "e").list(flag_key="a,b")


def test_the_hosts_of_events_are_those_of_the_specification() -> None:
    """The client knows them without loading what has the operation."""
    assert tuple(map(events_address, INSTANCES.values())) == SERVERS


@respx.mock
async def test_events_are_split_by_size(ld: abclient.LaunchDarkly, monkeypatch: pytest.MonkeyPatch) -> None:
    """Models are taken as they are; no batch is larger than the limit, and each has an id of its own."""
    monkeypatch.setattr(metric_events, "LARGEST_BODY", 200)
    route = respx.post("https://events.launchdarkly.com/v2/event-data-import/p/e").respond(202)
    at = datetime(2024, 5, 1, tzinfo=UTC)
    events = [
        event_models.MetricEvent(kind="custom", key="bought", creation_date=at, context_keys={"user": f"u-{number}"})
        for number in range(5)
    ]
    assert await ld.metric_events("p", "e").send(events) == 5
    calls: list[Any] = list(route.calls)
    sizes = [len(call.request.content) for call in calls]
    assert len(sizes) == 3
    assert max(sizes) <= 200
    assert len({call.request.headers["x-launchdarkly-payload-id"] for call in calls}) == 3


ITERATION: dict[str, Any] = {
    "_id": "i",
    "status": "stopped",
    "treatments": [{"_id": "a", "name": "A", "baseline": True}, {"_id": "b", "name": "B", "baseline": False}],
    "metrics": [
        {"key": "seconds", "kind": "custom", "isGroup": False, "analysisType": "percentile"},
        {"key": "money", "kind": "custom", "successCriteria": "LowerThanBaseline"},
    ],
}


@respx.mock
async def test_values_are_compared_on_the_side_that_is_tested(ld: abclient.LaunchDarkly) -> None:
    """One-sided by the metric's direction; export-only is judged as frequentist; percentiles cannot be counted."""
    config = {"testDirection": "one-sided", "sequentialTestingEnabled": True}
    document = {"key": "k", "methodology": "export_only", "analysisConfig": config, "currentIteration": ITERATION}
    respx.get(f"{PLACE}/experiments/k").respond(json=document)
    experiment = await ld.experiments("p", "e").get("k")
    counts = [
        {"variation_id": name, "metric_id": "money", "units": 1000, "mean": mean, "variance": 4.0}
        for name, mean in (("a", 5.0), ("b", 4.0))
    ]
    rows = experiment.analyse(counts)
    assert (rows[1].verdict, rows[1].alternative, rows[1].direction) == ("winner", "smaller", "decrease")
    assert rows[1].difference_low is None
    chosen = experiment.analyse(counts, compare=partial(confidence_sequence, planned_units=2000))
    assert chosen[1].statistics == "frequentist-sequential"
    with pytest.raises(ValueError, match="looked at by percentile"):
        experiment.analyse([{**counts[0], "metric_id": "seconds"}])
