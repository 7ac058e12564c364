"""The Optimizely Classic facade: the documentation's examples in their async form, and what it adds to them."""

from __future__ import annotations

import datetime
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
import respx

import abclient
from abclient.transports import WireRequest, WireResponse
from abclient.vendors.optimizely_classic import Experiment
from support.clients import TOKEN
from support.documented_classic import HOST, PAYLOADS, Documented
from support.fake import Script, answer


@pytest.fixture
def vendor() -> Documented:
    return Documented()


@pytest.fixture
async def classic(vendor: Documented) -> AsyncIterator[abclient.OptimizelyClassic]:
    async with abclient.OptimizelyClassic("abcdefghijklmnopqrstuvwxyz:123456", transport=vendor) as client:
        yield client


@respx.mock
@pytest.mark.parametrize(
    ("token_type", "header", "value"), [("legacy", "token", "abc:1"), ("oauth", "authorization", "Bearer abc:1")]
)
async def test_both_kinds_of_token(token_type: Any, header: str, value: str) -> None:
    """A legacy token goes into Token, an OAuth token into Authorization, and neither into the other."""
    route = respx.get(f"{HOST}/projects/1234").respond(json=PAYLOADS["getProject"]["response"])
    async with abclient.OptimizelyClassic("abc:1", token_type) as client:
        await client.projects.get(1234)
        assert "abc:1" not in repr(client)
    headers = route.calls.last.request.headers
    assert {name: headers[name] for name in ("token", "authorization") if name in headers} == {header: value}


def test_the_token_may_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an argument the variable is read; without either, the error names it."""
    monkeypatch.setenv("ABCLIENT_OPTIMIZELY_CLASSIC_TOKEN", "abc:1")
    assert "optimizelyapis.com/experiment/v1" in repr(abclient.OptimizelyClassic())
    monkeypatch.delenv("ABCLIENT_OPTIMIZELY_CLASSIC_TOKEN")
    with pytest.raises(abclient.ConfigurationError, match="ABCLIENT_OPTIMIZELY_CLASSIC_TOKEN"):
        abclient.OptimizelyClassic()


def test_there_are_two_kinds_of_tokens() -> None:
    """Any other kind is refused, and named."""
    wrong: Any = "bearer"
    with pytest.raises(abclient.ConfigurationError, match="legacy or oauth, not 'bearer'"):
        abclient.OptimizelyClassic("abc:1", wrong)


def test_what_the_vendor_cannot_delete_has_no_delete() -> None:
    """Deleting projects and audiences is not supported, so it is not there to be called."""
    client = abclient.OptimizelyClassic("abc:1")
    assert not [kind for kind in (client.projects, client.audiences) if hasattr(kind, "delete")]
    resources = {client.projects.model, client.audiences.model}
    assert not [kind for kind in resources if hasattr(kind, "delete")]


async def test_several_at_once_keep_their_order(vendor: Documented, classic: abclient.OptimizelyClassic) -> None:
    """get with ids asks for each, concurrently, and answers in their order."""

    def serve(request: WireRequest) -> WireResponse:
        return answer(200, {"id": int(request.url.rsplit("/", 1)[1])})

    async with abclient.OptimizelyClassic(TOKEN, transport=Script(serve)) as client:
        projects = await client.projects.get_many([5678, 1234, 5678])
    assert [project.id for project in projects] == [5678, 1234, 5678]


async def test_one_of_several_that_fails_is_named_and_costs_no_other() -> None:
    """The error carries what was read, by id, and why the rest was not."""

    def serve(request: WireRequest) -> WireResponse:
        goal_id = int(request.url.rsplit("/", 1)[1])
        return answer(404) if goal_id == 2 else answer(200, {"id": goal_id})

    async with abclient.OptimizelyClassic(TOKEN, transport=Script(serve)) as client:
        with pytest.raises(abclient.PartialFailureError, match="1 of 3 could not be fetched: 2: ") as caught:
            await client.goals.get_many([1, 2, 3])
    assert {key: goal.id for key, goal in caught.value.values.items()} == {1: 1, 3: 3}
    assert isinstance(caught.value.failures[2], abclient.NotFoundError)


async def test_saving_a_project(vendor: Documented, classic: abclient.OptimizelyClassic) -> None:
    """Only what changed is sent; without changes nothing is."""
    project = await classic.projects.get(5678)
    project.project_name = "My even newer project name!"
    assert await (await project.save()).save() is project
    assert vendor.bodies == [("updateProject", {"project_name": "My even newer project name!"})]


async def test_null_is_sent_where_it_is_given(vendor: Documented, classic: abclient.OptimizelyClassic) -> None:
    """None empties a field; a field that is not given is not sent."""
    project = await classic.projects.get(1234)
    project.project_javascript = None
    await project.save()
    await classic.projects.update(1234, exclude_names=None)
    assert [body for _, body in vendor.bodies] == [{"project_javascript": None}, {"exclude_names": None}]


async def test_what_belongs_to_a_project(vendor: Documented, classic: abclient.OptimizelyClassic) -> None:
    """A project lists its own, as resources that can be saved and deleted."""
    project = await classic.projects.get(1234)
    pagers: list[Any] = [
        project.experiments(),
        project.goals(),
        project.audiences(),
        project.dimensions(),
        project.targeting_lists(),
    ]
    for pager in pagers:
        assert [item async for item in pager] == list(await pager)
    assert {seen.path for seen in vendor.seen[1:]} == {
        f"/projects/1234/{kind}" for kind in ("experiments", "goals", "audiences", "dimensions", "targeting_lists")
    }
    (first, *_) = await project.goals()
    await first.delete()
    assert vendor.seen[-1].operation == "deleteGoal"


async def test_what_belongs_to_an_experiment(vendor: Documented, classic: abclient.OptimizelyClassic) -> None:
    """An experiment lists variations and schedules, and reads both kinds of results, segmented or not."""
    experiment = await classic.experiments.get(15)
    assert [variation.weight async for variation in experiment.variations()]
    assert {schedule.status async for schedule in experiment.schedules()} == {"ACTIVE", "INACTIVE"}
    (result, *_) = await experiment.results(audience_id=7)
    (stat, *_) = await experiment.stats(dimension_id=8, dimension_value="a&b")
    assert (result.confidence, stat.statistical_significance) == (0.631, 0.631)
    assert [seen.query for seen in vendor.seen[-2:]] == ["audience_id=7", "dimension_id=8&dimension_value=a%26b"]
    assert [seen.path for seen in vendor.seen[1:]] == [
        f"/experiments/15/{kind}" for kind in ("variations", "schedules", "results", "stats")
    ]


@pytest.mark.parametrize(("verb", "status"), [("start", "Running"), ("pause", "Paused"), ("archive", "Archived")])
async def test_the_verbs_of_an_experiment(
    vendor: Documented, classic: abclient.OptimizelyClassic, verb: str, status: str
) -> None:
    """Each sends the status and nothing else, takes over the answer, and keeps changes that were not saved."""
    experiment = await classic.experiments.get(15)
    experiment.description = "Not saved yet"
    assert await getattr(experiment, verb)() is experiment
    assert vendor.bodies == [("updateExperiment", {"status": status})]
    assert (experiment.status, experiment.changes()) == (status, {"description": "Not saved yet"})


async def test_deleting_through_the_object(vendor: Documented, classic: abclient.OptimizelyClassic) -> None:
    """Every kind that can be deleted can delete itself."""
    items: list[Any] = [
        await classic.experiments.get(15),
        await classic.variations.get(859611684),
        await classic.goals.get(543071054),
        await classic.schedules.get(9012),
        await classic.dimensions.get(5678),
        await classic.targeting_lists.get(123),
    ]
    for item in items:
        await item.delete()
    assert [seen.path for seen in vendor.seen[6:]] == [seen.path for seen in vendor.seen[:6]]
    assert {seen.operation[:6] for seen in vendor.seen[6:]} == {"delete"}


async def test_a_deleted_object_says_so() -> None:
    """Once deleted, refreshing, saving or deleting again raises NotFoundError."""
    variation = PAYLOADS["getVariation"]["response"]
    script = Script(answer(200, variation), answer(204), answer(404))
    async with abclient.OptimizelyClassic(TOKEN, transport=script) as client:
        item = await client.variations.get(859611684)
        await item.delete()
        for call in (item.refresh, item.delete, item.save):
            item.weight = 1
            with pytest.raises(abclient.NotFoundError, match="/variations/859611684 404"):
                await call()


async def test_url_conditions_are_sent_without_what_the_vendor_sets() -> None:
    """A change in one condition sends all of them, without their times, and keeps fields that nobody knows."""
    loaded = json.loads(json.dumps(PAYLOADS["getExperiment"]["response"]))
    loaded["url_conditions"][0]["brand_new"] = 1
    script = Script(answer(200, loaded), answer(202, loaded))
    async with abclient.OptimizelyClassic(TOKEN, transport=script) as client:
        experiment = await client.experiments.get(15)
        assert experiment.url_conditions
        experiment.url_conditions[0].match_type = "regex"
        await experiment.save()
    (condition,) = json.loads(script.requests[-1].body or b"")["url_conditions"]
    assert condition == {
        "index": 0,
        "match_type": "regex",
        "value": loaded["url_conditions"][0]["value"],
        "negate": False,
        "brand_new": 1,
    }


async def test_url_conditions_may_be_mappings(vendor: Documented, classic: abclient.OptimizelyClassic) -> None:
    """A condition may be given by the vendor's own JSON names."""
    condition = {"value": "https://mysite.com/", "match_type": "substring"}
    await classic.experiments.update(15, url_conditions=[condition], audience_ids=(1, 2))
    assert vendor.bodies == [("updateExperiment", {"url_conditions": [condition], "audience_ids": [1, 2]})]


async def test_conditions_of_an_audience_are_nested_lists(
    vendor: Documented, classic: abclient.OptimizelyClassic
) -> None:
    """They are read as lists, changed in place, and sent as the text that the vendor wants."""
    audience = await classic.audiences.get(567)
    documented = PAYLOADS["getAudience"]["response"]["conditions"]
    assert audience.conditions == [
        "and",
        {"type": "browser", "value": "gc"},
        {"type": "query", "name": "utm_campaign", "value": "true"},
    ]
    assert audience.conditions_text == documented
    audience.conditions.append({"type": "visitor", "value": "new"})
    await audience.save()
    sent = vendor.bodies[-1][1]
    assert sent == {"conditions": '["and",' + sent["conditions"].removeprefix('["and",')}
    assert json.loads(sent["conditions"]) == audience.conditions
    assert audience.conditions_text == sent["conditions"]


async def test_conditions_may_be_text(vendor: Documented, classic: abclient.OptimizelyClassic) -> None:
    """JSON text goes as it is, spaces included."""
    text = '["not", {"type": "visitor", "value": "new"}]'
    await classic.audiences.update(567, conditions=text)
    assert vendor.bodies == [("updateAudience", {"conditions": text})]


async def test_conditions_that_cannot_be_read_stay_as_they_are() -> None:
    """A text that is no JSON is not an error to read: it is what conditions hold."""
    async with abclient.OptimizelyClassic(TOKEN, transport=Script(answer(200, {"id": 1, "conditions": "{oops"}))) as c:
        audience = await c.audiences.get(1)
    assert (audience.conditions, audience.conditions_text, audience.changes()) == ("{oops", "{oops", {})


EASTERN = datetime.timezone(datetime.timedelta(hours=-5))


async def test_times_are_sent_as_documented(vendor: Documented, classic: abclient.OptimizelyClassic) -> None:
    """An aware datetime of any zone becomes UTC in whole seconds; a naive one is refused before anything is sent."""
    start = datetime.datetime(2015, 1, 1, 3, 0, 0, 250_000, tzinfo=EASTERN)
    schedule = await classic.schedules.create(5678, start_time=start)
    assert schedule.start_time == datetime.datetime(2015, 1, 1, 8, tzinfo=datetime.UTC)
    with pytest.raises(ValueError, match=r"stop_time.*time zone"):
        await classic.schedules.update(9012, stop_time=datetime.datetime(2015, 1, 2))
    assert vendor.bodies == [("createSchedule", {"start_time": "2015-01-01T08:00:00Z"})]


async def test_a_time_may_be_taken_out_of_a_schedule(vendor: Documented, classic: abclient.OptimizelyClassic) -> None:
    """The vendor wants to see a time in every change, so the other one is sent along."""
    schedule = await classic.schedules.get(9012)
    schedule.stop_time = datetime.datetime(2015, 1, 2, 8, tzinfo=datetime.UTC)
    await schedule.save()
    schedule.stop_time = None
    await schedule.save()
    assert [body for _, body in vendor.bodies] == [
        {"stop_time": "2015-01-02T08:00:00Z"},
        {"stop_time": None, "start_time": "2015-01-01T08:00:00Z"},
    ]


async def test_a_targeting_list_is_replaced_as_a_whole(vendor: Documented, classic: abclient.OptimizelyClassic) -> None:
    """New content goes with everything else of the list, as it is here now; saving without content is refused."""
    item = await classic.targeting_lists.get(123)
    item.description = "New description of List_1"
    with pytest.raises(
        abclient.InvalidRequestError, match=r"replace\(list_content=...\) instead of saving description"
    ):
        await item.save()
    assert await item.replace("uid1,uid2,uid3,uid4,uid5") is item
    assert vendor.bodies == [("updateTargetingList", PAYLOADS["updateTargetingList"]["request"])]
    assert item.changes() == {}


async def test_copies_share_the_settings(vendor: Documented, classic: abclient.OptimizelyClassic) -> None:
    """with_options keeps token, transport and the switch for the rules."""
    async with abclient.OptimizelyClassic(TOKEN, transport=vendor, check_rules=False) as client:
        await client.with_options(timeout=5).variations.update(1, weight=20_000)
    with pytest.raises(abclient.InvalidRequestError):
        await classic.with_options(timeout=5).variations.update(1, weight=20_000)


async def test_other_clients_of_the_engine_work_too() -> None:
    """A user's own httpx client and its mock transport carry the calls."""
    mock = httpx.MockTransport(lambda request: httpx.Response(200, json=PAYLOADS["listProjects"]["response"]))
    async with httpx.AsyncClient(transport=mock) as own:
        client = abclient.OptimizelyClassic(TOKEN, http_client=own)
        names = [project.project_name async for project in client.projects.list()]
    assert names == ["My new project", "My even newer project name"]


async def test_resources_are_what_their_collection_says(classic: abclient.OptimizelyClassic) -> None:
    """What is created is bound like what is read: it saves, refreshes and lists by itself."""
    experiment = await classic.experiments.create(
        1234, description="My Experiment Name", edit_url="https://mysite.com/products/"
    )
    assert type(experiment) is Experiment
    assert (await experiment.refresh()).edit_url == PAYLOADS["getExperiment"]["response"]["edit_url"]
