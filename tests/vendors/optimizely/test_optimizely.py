"""The Optimizely facade as its users meet it: objects that save and archive themselves, and lists by page."""

from __future__ import annotations

import json
import pickle
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
import respx

import abclient
from abclient.vendors.optimizely import models
from support.clients import TOKEN
from support.fake import Script, answer

API = "https://api.optimizely.com/v2"
BIG = 2**63 - 1
EXPERIMENT: dict[str, Any] = {
    "id": 10834392320,
    "project_id": 10839870236,
    "key": "fs_exp",
    "status": "not_started",
    "type": "a/b",
    "holdback": 5000,
    "created": "2018-06-08T16:17:35.589410Z",
    "audience_conditions": "everyone",
    "metrics": [{"aggregator": "unique", "event_id": BIG, "scope": "visitor", "winning_direction": "increasing"}],
    "variations": [
        {"variation_id": BIG - 1, "key": "a", "weight": 5000, "status": "active", "wings": 2},
        {
            "variation_id": BIG - 2,
            "key": "b",
            "weight": 5000,
            "actions": [
                {"page_id": 5, "share_link": "https://s", "changes": [{"id": "u", "src": "/x", "type": "css"}]}
            ],
        },
    ],
}


@pytest.fixture
async def optimizely() -> AsyncIterator[abclient.Optimizely]:
    async with abclient.Optimizely("2:token-1", retries=0) as client:
        yield client


def body(route: respx.Route) -> Any:
    """What was sent last."""
    return json.loads(route.calls.last.request.content)


@respx.mock
async def test_what_changed_is_saved_and_nothing_else(optimizely: abclient.Optimizely) -> None:
    """One PATCH with the changed fields; the answer is taken over; saved again, nothing is sent."""
    respx.get(f"{API}/experiments/10834392320").respond(json=EXPERIMENT)
    route = respx.patch(f"{API}/experiments/10834392320").respond(json={**EXPERIMENT, "description": "d!"})
    experiment = await optimizely.experiments.get(10834392320)
    experiment.description = "d"
    experiment.audience_conditions = ["or", {"audience_id": 7}]
    assert await experiment.save() is experiment
    assert body(route) == {"description": "d", "audience_conditions": '["or",{"audience_id":7}]'}
    assert experiment.description == "d!"
    await experiment.save()
    assert route.call_count == 1


@respx.mock
async def test_a_changed_part_is_sent_without_what_is_read_only(optimizely: abclient.Optimizely) -> None:
    """A list is sent whole: ids and fields nobody knows yet included, what only answers have left out."""
    respx.get(f"{API}/experiments/10834392320").respond(json=EXPERIMENT)
    route = respx.patch(f"{API}/experiments/10834392320").respond(json=EXPERIMENT)
    experiment = await optimizely.experiments.get(10834392320)
    assert experiment.variations is not None
    experiment.variations[0].weight = 4000
    experiment.variations.append(models.Variation(key="c", weight=1000))
    await experiment.save()
    assert body(route) == {
        "variations": [
            {"variation_id": BIG - 1, "key": "a", "weight": 4000, "status": "active", "wings": 2},
            {
                "variation_id": BIG - 2,
                "key": "b",
                "weight": 5000,
                "actions": [{"page_id": 5, "changes": [{"type": "css"}]}],
            },
            {"key": "c", "weight": 1000},
        ]
    }


@respx.mock
async def test_a_rollout_is_saved_as_the_vendor_takes_it(optimizely: abclient.Optimizely) -> None:
    """Rules by environment, with audiences in either form, typed; an environment's own id stays home."""
    rule = {"audience_ids": [7], "enabled": False, "percentage_included": 100}
    feature = {
        "id": 5,
        "key": "f",
        "project_id": 7,
        "environments": {"Production": {"id": 9, "is_primary": True, "rollout_rules": [rule]}},
        "variables": [{"id": 6, "key": "v", "type": "string", "default_value": "false"}],
    }
    respx.get(f"{API}/features/5").respond(json=feature)
    route = respx.patch(f"{API}/features/5").respond(json=feature)
    loaded = await optimizely.features.get(5)
    assert loaded.environments is not None
    assert loaded.variables is not None
    rules = loaded.environments["Production"].rollout_rules
    assert rules is not None
    (typed,) = rules
    assert (typed.audience_ids, typed.percentage_included, loaded.variables[0].default_value) == ([7], 100, "false")
    typed.percentage_included, typed.audience_conditions = 1000, ["and", {"audience_id": 8}]
    await loaded.save()
    assert body(route) == {
        "environments": {
            "Production": {
                "rollout_rules": [
                    {**rule, "percentage_included": 1000, "audience_conditions": '["and",{"audience_id":8}]'}
                ]
            }
        }
    }


@pytest.mark.parametrize(
    ("attribute", "value"),
    [("status", "running"), ("project_id", 5), ("type", "feature"), ("created", None), ("id", 1)],
)
@respx.mock
async def test_what_cannot_be_changed_is_refused_by_name(
    optimizely: abclient.Optimizely, attribute: str, value: object
) -> None:
    """A read-only field, or one the vendor's schema of updates lacks, fails before anything is sent."""
    respx.get(f"{API}/experiments/10834392320").respond(json=EXPERIMENT)
    route = respx.patch(url__startswith=API)
    experiment = await optimizely.experiments.get(10834392320)
    experiment.name = "other"
    setattr(experiment, attribute, value)
    with pytest.raises(abclient.InvalidRequestError, match=attribute):
        await experiment.save()
    assert not route.called


@respx.mock
async def test_a_field_is_emptied_with_none(optimizely: abclient.Optimizely) -> None:
    """None that was set by hand is sent as null; whether it may be is the vendor's to say."""
    respx.get(f"{API}/audiences/5").respond(json={"id": 5, "description": "d"})
    route = respx.patch(f"{API}/audiences/5").respond(json={"id": 5})
    audience = await optimizely.audiences.get(5)
    audience.description = None
    await audience.save()
    assert body(route) == {"description": None}


@pytest.mark.parametrize("action", ["publish", "start", "pause", "resume", "unarchive"])
@pytest.mark.parametrize("kind", ["experiments", "campaigns"])
@respx.mock
async def test_actions_are_patches_without_a_body(optimizely: abclient.Optimizely, kind: str, action: str) -> None:
    """The action is in the query, the body is empty; what was changed and not saved stays, and stays changed."""
    respx.get(f"{API}/{kind}/5").respond(json={"id": 5, "project_id": 7, "status": "old", "name": "n"})
    route = respx.patch(f"{API}/{kind}/5").respond(json={"id": 5, "project_id": 7, "status": "new", "name": "n"})
    item = await getattr(optimizely, kind).get(5)
    item.name = "mine"
    assert await getattr(item, action)() is item
    assert dict(route.calls.last.request.url.params) == {"action": action}
    assert body(route) == {}
    assert (item.status, item.name, item.changes()) == ("new", "mine", {"name": "mine"})


@respx.mock
async def test_refresh_loads_it_again(optimizely: abclient.Optimizely) -> None:
    """The same object, as it is at the vendor."""
    route = respx.get(f"{API}/subject-access-requests/5")
    route.side_effect = [httpx.Response(200, json={"id": 5, "status": state}) for state in ("pending", "completed")]
    request = await optimizely.subject_access_requests.get(5)
    assert (await request.refresh()).status == request.status == "completed"
    request.identifier = "other"
    with pytest.raises(abclient.InvalidRequestError, match="SubjectAccessRequests"):
        await request.save()


IDENTITY = {"id": 5, "project_id": 7, "name": "n", "key": "k", "key_field": "k", "edit_url": "https://e"}
ARCHIVED: dict[str, Callable[[abclient.Optimizely], Awaitable[Any]]] = {
    "attributes/5": lambda o: o.attributes.get(5),
    "list_attributes/5": lambda o: o.list_attributes.get(5),
    "pages/5": lambda o: o.pages.get(5),
    "features/5": lambda o: o.features.get(5),
    "experiments/5": lambda o: o.experiments.get(5),
    "campaigns/5": lambda o: o.campaigns.get(5),
    "environments/5": lambda o: o.environments.get(5),
    "groups/5": lambda o: o.groups.get(5),
    "extensions/5": lambda o: o.extensions.get(5),
    "experiments/7/sections/5": lambda o: o.sections(7).get(5),
}


@pytest.mark.parametrize("path", ARCHIVED)
@respx.mock
async def test_objects_archive_themselves(optimizely: abclient.Optimizely, path: str) -> None:
    """DELETE at the object's own address; the object stays as it is."""
    respx.get(f"{API}/{path}").respond(
        json={
            **IDENTITY,
            "variations": [],
            "implementation": {},
        }
    )
    route = respx.delete(f"{API}/{path}").respond(204)
    item = await ARCHIVED[path](optimizely)
    await item.archive()
    assert route.call_count == 1
    assert item.changes() == {}


@respx.mock
async def test_archiving_twice_is_its_own_error(optimizely: abclient.Optimizely) -> None:
    """410 is GoneError, and a conflict with drafted changes is ConflictError."""
    respx.delete(f"{API}/experiments/5").respond(410, json={"code": "gone", "message": "archived", "uuid": "u-1"})
    respx.patch(f"{API}/experiments/5").respond(409, json={"code": "conflict", "message": "drafts", "uuid": "u-2"})
    with pytest.raises(abclient.GoneError) as gone:
        await optimizely.experiments.archive(5)
    assert (gone.value.code, gone.value.request_id, gone.value.message) == ("gone", "u-1", "archived")
    with pytest.raises(abclient.ConflictError):
        await optimizely.experiments.update(5, name="n")


@pytest.mark.parametrize(
    ("kind", "path", "fields"),
    [("custom", "projects/7/custom_events/5", {"project_id": 7}), ("click", "pages/8/events/5", {"page_id": 8})],
)
@respx.mock
async def test_events_know_their_way(
    optimizely: abclient.Optimizely, kind: str, path: str, fields: dict[str, int]
) -> None:
    """Loaded as events, custom and click events are saved and archived where each kind lives."""
    event = {"id": 5, "event_type": kind, "name": "n", "key": "k", **fields}
    respx.get(f"{API}/events/5").respond(json=event)
    changed = respx.patch(f"{API}/{path}").respond(json={**event, "name": "m"})
    archived = respx.delete(f"{API}/{path}").respond(204)
    loaded = await optimizely.events.get(5)
    loaded.name = "m"
    await loaded.save()
    assert body(changed) == {"name": "m"}
    await loaded.archive()
    assert archived.called


@respx.mock
async def test_a_click_event_is_moved_from_where_it_is(optimizely: abclient.Optimizely) -> None:
    """Its page is part of the path, and it is on the old one until the change is saved."""
    event = {"id": 5, "event_type": "click", "name": "n", "page_id": 8}
    respx.get(f"{API}/events/5").respond(json=event)
    moved = respx.patch(f"{API}/pages/8/events/5").respond(json={**event, "page_id": 9})
    archived = respx.delete(f"{API}/pages/9/events/5").respond(204)
    loaded = await optimizely.events.get(5)
    loaded.page_id = 9
    await loaded.save()
    assert body(moved) == {"page_id": 9}
    loaded.page_id = 10
    await loaded.archive()
    assert archived.called


@respx.mock
async def test_an_event_of_classic_is_loaded_again_as_such(optimizely: abclient.Optimizely) -> None:
    """It is found only where events of Classic are asked for."""
    classic = respx.get(f"{API}/events/5", params={"include_classic": "true"}).respond(
        json={"id": 5, "event_type": "custom", "is_classic": True}
    )
    await (await optimizely.events.get(5, include_classic=True)).refresh()
    assert classic.call_count == 2


@respx.mock
async def test_what_is_emptied_inside_is_sent_as_null(optimizely: abclient.Optimizely) -> None:
    """As it is at the top; what the vendor itself answered as null is not sent back."""
    respx.get(f"{API}/projects/5").respond(
        json={"id": 5, "name": "n", "web_snippet": {"visitor_id_locator_name": "uid", "visitor_id_locator_type": None}}
    )
    saved = respx.patch(f"{API}/projects/5").respond(json={"id": 5, "name": "n"})
    project = await optimizely.projects.get(5)
    assert project.web_snippet is not None
    project.web_snippet.visitor_id_locator_name = None
    await project.save()
    assert body(saved) == {"web_snippet": {"visitor_id_locator_name": None}}


@pytest.mark.parametrize(
    ("event", "error", "culprit"),
    [
        ({"event_type": "pageview"}, abclient.InvalidRequestError, "pageview"),
        ({"event_type": "custom"}, TypeError, "project_id"),
        ({"event_type": "click"}, TypeError, "page_id"),
    ],
)
async def test_events_of_the_vendor_stay_as_they_are(
    event: dict[str, Any], error: type[Exception], culprit: str
) -> None:
    """Other kinds cannot be changed, nor can an event that does not say where it lives."""
    script = Script(answer(200, {"id": 5, "name": "n", **event}))
    async with abclient.Optimizely(TOKEN, transport=script) as optimizely:
        loaded = await optimizely.events.get(5)
        loaded.name = "m"
        with pytest.raises(error, match=culprit):
            await loaded.save()
        with pytest.raises(error, match=culprit):
            await loaded.archive()
    assert len(script.requests) == 1


@respx.mock
@pytest.mark.parametrize("webhook_id", [5, "5"])
async def test_a_webhook_is_saved_with_all_that_is_required(
    optimizely: abclient.Optimizely, webhook_id: int | str
) -> None:
    """The vendor's document requires everything in each update; its editions write a webhook's id differently."""
    hook = {"id": webhook_id, "name": "n", "project_id": 7, "url": "https://e", "events": ["project.flag_created"]}
    respx.get(f"{API}/webhooks/5").respond(json=hook)
    saved = respx.patch(f"{API}/webhooks/5").respond(json={**hook, "name": "m"})
    loaded = await optimizely.webhooks.get(5)
    loaded.name = "m"
    await loaded.save()
    assert json.loads(saved.calls.last.request.content) == {
        "name": "m",
        "url": "https://e",
        "events": ["project.flag_created"],
    }
    loaded.last_modified = datetime(2026, 1, 2, tzinfo=UTC)
    with pytest.raises(abclient.InvalidRequestError, match="last_modified"):
        await loaded.save()
    assert saved.call_count == 1


@respx.mock
async def test_a_search_separates_by_commas_what_the_vendor_does(optimizely: abclient.Optimizely) -> None:
    """Details and states go into one parameter each, everything else that has several values is repeated."""
    route = respx.get(f"{API}/search").respond(json=[])
    await optimizely.search("t", project_id=[1, 2], types=["page", "event"], expand=["a", "b"], status=["c", "d"])
    sent = route.calls.last.request.url.params.multi_items()
    several = [("project_id", "1"), ("project_id", "2"), ("type", "page"), ("type", "event")]
    assert sorted(sent) == sorted([("query", "t"), *several, ("expand", "a,b"), ("status", "c,d")])
    await optimizely.search("t", status="running")
    assert route.calls.last.request.url.params["status"] == "running"


@respx.mock
async def test_webhooks_are_deleted_and_datafiles_loaded(optimizely: abclient.Optimizely) -> None:
    """The one kind that is gone for good, and the one document without a model."""
    respx.get(f"{API}/webhooks/5").respond(json={"id": 5, "name": "n", "project_id": 7, "url": "https://e"})
    gone = respx.delete(f"{API}/webhooks/5").respond(204)
    await (await optimizely.webhooks.get(5)).delete()
    assert gone.called
    respx.get(f"{API}/environments/5").respond(json={"id": 5, "name": "n", "key": "k", "project_id": 7})
    respx.get(f"{API}/environments/5/datafile").respond(json={"version": "4", "revision": "12"})
    assert await (await optimizely.environments.get(5)).load_datafile() == {"version": "4", "revision": "12"}


@pytest.mark.parametrize(
    "link",
    [
        "<{}>; rel=next,<{}&last>; rel=last",
        '<{}&last>; rel="last", <{}>; rel="next"',
        '<{}&prev>; rel=prev, <{}>;  rel = "next"',
    ],
)
@pytest.mark.parametrize("prefetch", [False, True])
@respx.mock
async def test_lists_follow_their_link_header(optimizely: abclient.Optimizely, link: str, prefetch: bool) -> None:
    """Quoted or not, in any order: the next page is found, and the last page has none."""
    header = link.replace("{}", f"{API}/audiences?page=2&per_page=1")
    respx.get(f"{API}/audiences", params={"page": "2", "per_page": "1"}).respond(
        json=[{"id": 2}], headers={"Link": f"<{API}/audiences?page=1&per_page=1>; rel=prev"}
    )
    respx.get(f"{API}/audiences", params={"project_id": "7", "per_page": "1"}).respond(
        json=[{"id": 1}], headers={"Link": header}
    )
    listing = optimizely.audiences.list(7, page_size=1, prefetch=prefetch)
    assert [audience.id async for audience in listing] == [1, 2]
    assert [audience.id for audience in await listing] == [1]


@respx.mock
async def test_a_split_link_header_is_one(optimizely: abclient.Optimizely) -> None:
    """Two header lines mean the same as one with a comma."""
    last, following = f"<{API}/projects?page=9>; rel=last", f"<{API}/projects?page=2>; rel=next"
    respx.get(f"{API}/projects", params={"page": "2"}).respond(json=[])
    respx.get(f"{API}/projects").respond(json=[{"id": 1, "name": "n"}], headers=[("Link", last), ("Link", following)])
    assert [project.id async for project in optimizely.projects.list()] == [1]
    assert str(respx.calls.last.request.url) == f"{API}/projects?page=2"


@respx.mock
async def test_a_next_page_elsewhere_is_not_requested(optimizely: abclient.Optimizely) -> None:
    """The token goes to the API's own host and nowhere else."""
    respx.get(f"{API}/projects").respond(
        json=[], headers={"Link": "<https://evil.example/v2/projects?page=2>; rel=next"}
    )
    with pytest.raises(abclient.PagingError, match="not requested"):
        _ = [project async for project in optimizely.projects.list()]


@respx.mock
async def test_int64_never_passes_a_float(optimizely: abclient.Optimizely) -> None:
    """Ids above 2**53 arrive, go into paths and bodies, and come back exactly."""
    respx.get(f"{API}/experiments/{BIG}").respond(json={**EXPERIMENT, "id": BIG})
    route = respx.patch(f"{API}/experiments/{BIG}").respond(json={**EXPERIMENT, "id": BIG})
    experiment = await optimizely.experiments.get(BIG)
    assert experiment.metrics is not None
    assert (experiment.id, experiment.metrics[0].event_id) == (BIG, BIG)
    experiment.metrics = [*experiment.metrics, models.Metric(event_id=BIG - 1)]
    await experiment.save()
    assert [metric["event_id"] for metric in body(route)["metrics"]] == [BIG, BIG - 1]


async def test_parts_of_one_experiment_go_into_another() -> None:
    """What was read can be sent again, as a part of another body, without what is read-only."""
    script = Script(answer(200, EXPERIMENT))
    async with abclient.Optimizely(TOKEN, transport=script) as optimizely:
        experiment = await optimizely.experiments.get(5)
        await optimizely.experiments.update(6, metrics=experiment.metrics or ())
        other: Any = models.VariationUpdate(weight=5, key="k")
        await optimizely.sections(5).create(variations=[other])
    assert json.loads(script.requests[1].body or b"") == {"metrics": EXPERIMENT["metrics"]}
    assert json.loads(script.requests[2].body or b"") == {"variations": [{"key": "k", "weight": 5}]}


async def test_the_token_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing but the environment is needed, the token shows nowhere, and a client is not pickled."""
    monkeypatch.setenv("ABCLIENT_OPTIMIZELY_TOKEN", "2:env-token")
    monkeypatch.setenv("ABCLIENT_OPTIMIZELY_BASE_URL", "https://other.example/v2/")
    script = Script(answer(200, []))
    async with abclient.Optimizely(transport=script) as optimizely:
        await optimizely.projects.list()
        assert "env-token" not in repr(optimizely) + repr(vars(optimizely)) + repr(script.requests)
        with pytest.raises(TypeError, match="cannot be pickled"):
            pickle.dumps(optimizely)
    assert script.requests[0].url == "https://other.example/v2/projects"
    assert dict(script.requests[0].headers)["authorization"] == "Bearer 2:env-token"
    monkeypatch.delenv("ABCLIENT_OPTIMIZELY_TOKEN")
    with pytest.raises(abclient.ConfigurationError, match="ABCLIENT_OPTIMIZELY_TOKEN"):
        abclient.Optimizely()


def test_every_public_name_is_there() -> None:
    """Names are loaded when they are touched; one that does not exist is Python's own error."""
    from abclient.vendors import optimizely

    assert all(getattr(optimizely, name) is not None for name in optimizely.__all__)
    with pytest.raises(AttributeError, match="Flags"):
        _ = optimizely.Flags  # type: ignore[attr-defined]  # the misspelling under test  # pyright: ignore


@pytest.mark.parametrize(
    "header",
    [
        f"{API}/projects?page=2; rel=next",
        f"<{API}/projects?page=2; rel=next",
        "<>; rel=next",
        f"<{API}/projects?page=1>; rel=prev, {API}/projects?page=3>; rel=next",
    ],
)
@respx.mock
async def test_a_link_header_that_cannot_be_read_is_no_end(optimizely: abclient.Optimizely, header: str) -> None:
    """The page is handed out, and then an error instead of a list that looks whole."""
    respx.get(f"{API}/projects").respond(json=[{"id": 1}], headers={"Link": header})
    found: list[int] = []
    with pytest.raises(abclient.PagingError, match="no way to it"):
        async for project in optimizely.projects.list():
            found.append(project.id)
    assert found == [1]


@respx.mock
async def test_records_that_move_are_given_once(optimizely: abclient.Optimizely) -> None:
    """A line of the bill is of an experiment and a platform, something found of a kind, an id and an environment."""
    line = {"project_id": 1}
    pages: dict[str, list[list[dict[str, Any]]]] = {
        f"{API}/billing/usage/1": [
            [{"experiment_id": 1, **line, "platform": "web"}, {"experiment_id": 1, **line, "platform": "edge"}],
            [{"experiment_id": 1, **line, "platform": "edge"}, {"experiment_id": 2, **line, "platform": "edge"}],
        ],
        f"{API}/search": [
            [{"id": 1, "type": "rule", "environment_key": "a"}],
            [{"id": 1, "type": "rule", "environment_key": "a"}, {"id": 1, "type": "rule", "environment_key": "b"}],
        ],
    }
    for url, (first, second) in pages.items():
        respx.get(url, params={"page": "2"}).respond(json=second)
        respx.get(url).respond(json=first, headers={"Link": "<?page=2>; rel=next"})
    used = [(one.experiment_id, one.platform) async for one in optimizely.billing.usage(1, "2026-11-01", "2026-11-02")]
    assert used == [(1, "web"), (1, "edge"), (2, "edge")]
    found = [one.environment_key async for one in optimizely.search("x")]
    assert found == ["a", "b"]
