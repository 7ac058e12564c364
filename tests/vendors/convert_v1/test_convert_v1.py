"""The Convert facade: what its objects do, and what it refuses before anything is sent."""

from __future__ import annotations

import copy
import json
import logging
import pickle
import traceback
from collections.abc import AsyncIterator, Callable
from typing import Any, Unpack, get_args, get_type_hints

import pytest

import abclient
from abclient.vendors.convert_v1 import Experience
from abclient.vendors.convert_v1.rules import all_of, any_of, country, site_area, url
from abclient_api.convert_v1 import models
from support.convert_v1 import APPLICATION, PAYLOADS, SECRET, Documented
from support.fake import Script, answer

Client = abclient.ConvertV1


def experience(**fields: Any) -> dict[str, Any]:
    return {"id": "55", "name": "Green button", "experience_type": "a/b", "experience_status": "draft", **fields}


def updated(body: dict[str, Any]) -> dict[str, Any]:
    return experience(**body)


@pytest.fixture
def vendor() -> Documented:
    return Documented(
        getExperience=experience(),
        updateExperience=updated,
        saveVariation=experience(variations=[{"variation": {"id": "9", "name": "Red"}, "percentage": 50}]),
        removeVariation=experience(variations=[]),
    )


@pytest.fixture
async def client(vendor: Documented) -> AsyncIterator[Client]:
    async with Client(APPLICATION, SECRET, transport=vendor, retries=0) as client:
        yield client


@pytest.fixture
async def item(client: Client, vendor: Documented) -> Experience:
    loaded = await client.project("p").experiences.get("55")
    vendor.seen.clear()
    return loaded


@pytest.mark.parametrize(
    ("method", "status"),
    [("start", "active"), ("pause", "paused"), ("complete", "completed"), ("archive", "archived")],
)
async def test_a_status_has_a_method(item: Experience, vendor: Documented, method: str, status: str) -> None:
    """Starting, pausing, completing and archiving send the status alone and take over the answer."""
    item.name, item.status = "not saved yet", "another"
    assert await getattr(item, method)() is item
    assert vendor.last.operation == "updateExperience"
    assert vendor.last.body == {"experience_status": status}
    assert item.status == status
    assert item.changes() == {"name": "not saved yet"}


async def test_save_sends_what_changed(item: Experience, vendor: Documented) -> None:
    """Attributes with right names go out under the vendor's; without changes nothing is sent."""
    item.description, item.stop_loser, item.confidence = "memo", True, 97.5
    await item.save()
    assert vendor.last.path == "/experiences/update/p/55"
    assert vendor.last.body == {"experience_description": "memo", "stop_looser": True, "confidence": 97.5}
    await item.save()
    assert len(vendor.seen) == 1


async def test_save_sees_changes_deep_inside(client: Client, vendor: Documented) -> None:
    """A comparison changed in place sends the whole rule, as the vendor sent it but for that."""
    rule = PAYLOADS["getGoal"]["response"]["triggering_rule"]
    goal = await client.project("p").goals.get("g")
    assert goal.triggering_rule is not None
    assert goal.triggering_rule.or_ is not None
    requirement = (goal.triggering_rule.or_[0].and_ or [])[0]
    (requirement.or_when or [])[0].value = "/thanks"
    await goal.save()
    expected = json.loads(json.dumps(rule).replace('"value": "string"', '"value": "/thanks"'))
    assert vendor.last.body == {"goal_id": "string", "triggering_rule": expected}


async def test_a_score_is_sent_as_a_number(client: Client, vendor: Documented) -> None:
    """What arrived as text leaves as a number."""
    vendor.answers["getHypothesis"] = {"id": 7, "prioritization_score": "3.5"}
    hypothesis = await client.project("p").hypotheses.get(7)
    assert hypothesis.prioritization_score == 3.5
    hypothesis.prioritization_score = 4.25
    await hypothesis.save()
    assert vendor.last.body == {"prioritization_score": 4.25}


READ_ONLY: list[tuple[Callable[[Client], Any], str, Any]] = [
    (lambda c: c.project("p").experiences.get("e"), "id", "56"),
    (lambda c: c.project("p").experiences.get("e"), "start_time", None),
    (lambda c: c.projects.get("p"), "tracking_snippet", "x"),
    (lambda c: c.project("p").goals.get("g"), "id", "x"),
    (lambda c: c.project("p").audiences.get("a"), "id", "x"),
    (lambda c: c.project("p").hypotheses.get(7), "created_at", "x"),
]


@pytest.mark.parametrize(("load", "attribute", "value"), READ_ONLY)
async def test_what_only_the_vendor_sets_is_not_saved(
    client: Client, vendor: Documented, load: Callable[[Client], Any], attribute: str, value: Any
) -> None:
    """Changing it and saving is refused by name, and nothing is sent."""
    vendor.answers["getExperience"] = experience(start_time=1_700_000_000)
    loaded = await load(client)
    setattr(loaded, attribute, value)
    with pytest.raises(abclient.InvalidRequestError, match=f"read-only and cannot be saved: {attribute}"):
        await loaded.save()
    assert len(vendor.seen) == 1


async def test_refresh_loads_again(item: Experience, vendor: Documented) -> None:
    """What was not saved is lost, and the vendor's state is there."""
    vendor.answers["getExperience"] = experience(name="Renamed elsewhere")
    item.name = "mine"
    assert (await item.refresh()).name == "Renamed elsewhere"
    assert item.changes() == {}


async def test_variations_that_were_changed_are_saved_first(item: Experience, vendor: Documented) -> None:
    """They are saved as a whole list, in which one that was added meanwhile would be missing, and so be deleted."""
    item.variations = []
    for call in (item.add_variation(name="C"), item.change_variation("1", name="C"), item.remove_variation("1")):
        with pytest.raises(abclient.InvalidRequestError, match="save\\(\\) first"):
            await call
    assert vendor.seen == []


async def test_variations_are_added_changed_and_removed(item: Experience, vendor: Documented) -> None:
    """A variation without an id is new, with one it is changed; the answer is the whole experience."""
    await item.add_variation(name="Red", css="a{}", percentage=50)
    assert (vendor.last.path, vendor.last.body) == (
        "/experiences/update-variation/p/55",
        {"name": "Red", "css": "a{}", "percentage": 50},
    )
    assert item.variations is not None
    assert item.variations[0].variation is not None
    await item.change_variation("9", name="Redder")
    assert vendor.last.body == {"id": "9", "name": "Redder"}
    await item.remove_variation("9")
    assert vendor.last.path == "/experiences/delete-variation/p/55/9"
    assert item.variations == []


async def test_a_project_leads_to_what_it_holds(client: Client, vendor: Documented) -> None:
    """A loaded project and a bare id give the same collections."""
    vendor.answers["getProject"] = {"id": "77"}
    loaded, bare = await client.projects.get("77"), client.project("77")
    assert repr(bare) == "<ProjectContents '77'>"
    for kind in ("experiences", "goals", "hypotheses", "audiences"):
        await getattr(loaded, kind).list()
        await getattr(bare, kind).list()
        assert [seen.path for seen in vendor.seen[-2:]] == [f"/{kind}/77"] * 2


async def test_a_hypothesis_changes_its_status(client: Client, vendor: Documented) -> None:
    """The vendor's own operation is used, and its answer taken over."""
    vendor.answers["updateHypothesisStatus"] = {"id": 7, "status": "completed"}
    hypothesis = await client.project("p").hypotheses.get(7)
    assert (await hypothesis.update_status("completed")).status == "completed"
    assert vendor.last.body == {"status": "completed"}


async def test_typed_and_plain_bodies_are_the_same(client: Client, vendor: Documented) -> None:
    """Models, built rules and mappings with JSON names send one body."""
    rule = any_of(all_of(url.contains("/shop"), country.equals("DE")))
    goals = client.project("p").goals
    await goals.create(name="Shop", type="advanced", triggering_rule=rule)
    await goals.create(name="Shop", type="advanced", triggering_rule=rule.to_dict())
    assert vendor.seen[0].body == vendor.seen[1].body
    experiences = client.project("p").experiences
    area = site_area(include=[url.contains("/cart")])
    variation = models.ExperienceVariationInput(variation=models.VariationInput(name="A"), percentage=50)
    await experiences.create(
        name="x", site_area=area, goals=[models.GoalReference(id="1")], audiences=[{"id": "2"}], variations=[variation]
    )
    assert vendor.last.body == {
        "name": "x",
        "site_area": {
            "include": [
                {"rule_type": "url", "matching": {"match_type": "contains", "negated": False}, "value": "/cart"}
            ]
        },
        "goals": [{"id": "1"}],
        "audiences": [{"id": "2"}],
        "variations": [{"variation": {"name": "A"}, "percentage": 50}],
    }


def test_every_field_that_can_be_set_is_a_keyword() -> None:
    """Nothing that the vendor documents as sent is missing from create and update."""
    client = Client(APPLICATION, SECRET, transport=Documented())
    project = client.project("p")
    for collection in (client.projects, project.experiences, project.goals, project.audiences, project.hypotheses):
        settable = set(collection.editable)
        for verb in (collection.create, collection.update):
            (fields,) = get_args(eval(verb.__annotations__["fields"], {"models": models, "Unpack": Unpack}))
            assert get_type_hints(fields).keys() == settable


BAD_CALLS: list[tuple[Callable[[Any], Any], type[Exception], str]] = [
    (lambda c: c.projects.get(""), ValueError, "project_id must not be empty"),
    (lambda c: c.projects.get(12), TypeError, "project_id must be of type str, not int"),
    (lambda c: c.projects.get(".."), ValueError, "project_id"),
    (lambda c: c.projects.create(name="x", nmae="y"), TypeError, "nmae"),
    (lambda c: c.projects.update("p"), ValueError, "nothing to change"),
    (lambda c: c.projects.update("p", include_jquery=2), abclient.InvalidRequestError, "include_jquery must be 0 or 1"),
    (lambda c: c.projects.update("p", data_anonymization=True), abclient.InvalidRequestError, "data_anonymization"),
    (lambda c: c.projects.update("p", websites="a.example"), TypeError, "websites must be a list, not str"),
    (lambda c: c.projects.update("p", reporting_settings=5), TypeError, "reporting_settings must be a model"),
    (lambda c: c.project("").experiences.get("e"), ValueError, "project_id must not be empty"),
    (lambda c: c.project("p").experiences.get(7), TypeError, "experience_id must be of type str"),
    (lambda c: c.project("p").experiences.create(), TypeError, "name"),
    (lambda c: c.project("p").experiences.create(name="x", id="5"), TypeError, "id"),
    (lambda c: c.project("p").experiences.update("e"), ValueError, "nothing to change"),
    (lambda c: c.project("p").experiences.update("e", start_time=5), TypeError, "start_time"),
    (lambda c: c.project("p").experiences.update("e", goals="12"), TypeError, "goals must be a list"),
    (lambda c: c.project("p").experiences.update("e", site_area=[]), TypeError, "site_area must be a model"),
    (
        lambda c: c.project("p").experiences.create(name="x", type="personalization", goals=[{"id": "1"}]),
        abclient.InvalidRequestError,
        "'personalization' cannot have goals",
    ),
    (
        lambda c: c.project("p").experiences.update("e", site_area=site_area(exclude=[country.equals("DE")])),
        abclient.InvalidRequestError,
        r"site_area.exclude\[0\]: a site area looks at .* not at 'country'",
    ),
    (
        lambda c: c.project("p").experiences.update("e", site_area={"include": {"rule_type": "url"}}),
        abclient.InvalidRequestError,
        "site_area.include must be a list",
    ),
    (lambda c: c.project("p").experiences.add_variation("e"), TypeError, "name"),
    (lambda c: c.project("p").experiences.change_variation("e", "", name="x"), ValueError, "variation_id"),
    (lambda c: c.project("p").experiences.change_variation("e", 9, name="x"), TypeError, "variation_id"),
    (lambda c: c.project("p").experiences.change_variation("e", "9"), ValueError, "nothing to change"),
    (lambda c: c.project("p").experiences.remove_variation("e", ""), ValueError, "variation_id must not be empty"),
    (lambda c: c.project("p").experiences.list(page_size=0), ValueError, "page_size must be 1 or more"),
    (lambda c: c.project("p").experiences.list(page_size="50"), TypeError, "page_size must be of type int"),
    (lambda c: c.project("p").experiences.list(statuses=[5]), TypeError, "statuses must be strings"),
    (lambda c: c.project("p").experiences.list(types=5), TypeError, "types must be a list, not int"),
    (lambda c: c.project("p").experiences.list(sort="name"), TypeError, "sort"),
    (lambda c: c.project("p").goals.get(""), ValueError, "goal_id must not be empty"),
    (lambda c: c.project("p").goals.create(name="x", triggering_rule="/shop"), TypeError, "triggering_rule must be"),
    (
        lambda c: c.project("p").goals.create(name="x", triggering_rule={"OR": {"AND": []}}),
        abclient.InvalidRequestError,
        "triggering_rule.OR must be a list",
    ),
    (
        lambda c: c.project("p").goals.update("g", triggering_rule={"OR": [{"AND": [{"OR_WHEN": ["url"]}]}]}),
        abclient.InvalidRequestError,
        r"triggering_rule.OR\[0\].AND\[0\].OR_WHEN\[0\] must be an object",
    ),
    (lambda c: c.project("p").goals.update("g", dom_interaction="click"), TypeError, "dom_interaction must be a list"),
    (lambda c: c.project("p").audiences.update("a", firing_rule=7), TypeError, "firing_rule must be a model"),
    (lambda c: c.project("p").audiences.update("a"), ValueError, "nothing to change"),
    (lambda c: c.project("p").audiences.create(name="x", audience_id="5"), TypeError, "audience_id"),
    (lambda c: c.project("p").hypotheses.get("7"), TypeError, "hypothesis_id must be of type int, not str"),
    (lambda c: c.project("p").hypotheses.get(-1), ValueError, "hypothesis_id must not be negative"),
    (lambda c: c.project("p").hypotheses.update(7), ValueError, "nothing to change"),
    (lambda c: c.project("p").hypotheses.list(score_min=6), abclient.InvalidRequestError, "score_min .* from 0 to 5"),
    (lambda c: c.project("p").hypotheses.list(score_max="5"), abclient.InvalidRequestError, "score_max"),
    (lambda c: c.project("p").hypotheses.create(name="x", prioritization_score=float("nan")), ValueError, "JSON"),
    (lambda c: c.project("p").hypotheses.create(name="x", prioritization_score_attributes="PIE"), TypeError, "attrib"),
]


@pytest.mark.parametrize(("call", "raised", "message"), BAD_CALLS)
async def test_bad_calls_are_refused_before_anything_is_sent(
    client: Client, vendor: Documented, call: Callable[[Client], Any], raised: type[Exception], message: str
) -> None:
    """The error is of the documented kind and names the culprit."""
    with pytest.raises(raised, match=message):
        await call(client)
    assert vendor.seen == []


async def test_goals_given_to_a_personalization_are_refused_on_save(client: Client, vendor: Documented) -> None:
    """The rule holds for what was loaded as well."""
    vendor.answers["getExperience"] = experience(experience_type="personalization")
    loaded = await client.project("p").experiences.get("55")
    loaded.goals = [models.GoalReference(id="1")]
    with pytest.raises(abclient.InvalidRequestError, match="personalization"):
        await loaded.save()
    assert len(vendor.seen) == 1


@pytest.mark.parametrize(
    ("status", "body", "raised", "message"),
    [
        (404, {"code": 404, "message": "Experience not found"}, abclient.NotFoundError, "Experience not found"),
        (401, {"code": 401, "message": "Expired"}, abclient.UnauthorizedError, "Expired"),
        (
            422,
            {"code": 422, "message": ["name is too long", "css is wrong"], "fields": ["name", "css"]},
            abclient.UnprocessableEntityError,
            "name is too long; css is wrong",
        ),
    ],
)
async def test_the_vendors_refusals_have_their_classes(
    client: Client, vendor: Documented, status: int, body: Any, raised: type[abclient.APIError], message: str
) -> None:
    """Another project's ids, deleted objects, impossible values: the class of the status and the vendor's words."""
    vendor.answers["getExperience"] = answer(status, body)
    with pytest.raises(raised, match=message) as caught:
        await client.project("other").experiences.get("55")
    assert caught.value.code == str(status)


def test_credentials_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both variables are read, and what is missing is named."""
    monkeypatch.setenv("ABCLIENT_CONVERT_V1_APPLICATION_ID", "app")
    with pytest.raises(abclient.ConfigurationError, match="ABCLIENT_CONVERT_V1_SECRET"):
        Client()
    monkeypatch.setenv("ABCLIENT_CONVERT_V1_SECRET", "s")
    assert repr(Client()) == "<ConvertV1 https://api.convert.com/api/v1>"
    monkeypatch.delenv("ABCLIENT_CONVERT_V1_APPLICATION_ID")
    with pytest.raises(abclient.ConfigurationError, match="application_id"):
        Client()


@pytest.mark.parametrize("lifetime", [0, 0.5, -1, float("inf"), float("nan"), "60", None])
def test_an_impossible_lifetime_is_refused(lifetime: Any) -> None:
    """It is named, and the secret is not."""
    with pytest.raises(abclient.ConfigurationError, match="signature_lifetime") as caught:
        Client("app", SECRET, signature_lifetime=lifetime)
    assert SECRET not in str(caught.value)


async def test_the_secret_is_nowhere(caplog: pytest.LogCaptureFixture) -> None:
    """Neither reprs nor logs, errors, tracebacks, pickles or headers hold it, even if the vendor echoes it."""
    caplog.set_level(logging.DEBUG)
    script = Script(answer(400, {"message": f"bad secret {SECRET}", "secret": SECRET}, x_echo=SECRET))
    async with Client(APPLICATION, SECRET, transport=script) as client:
        with pytest.raises(abclient.BadRequestError) as caught:
            await client.projects.get("p")
        trace = traceback.TracebackException.from_exception(caught.value)
        shown = [str(caught.value), repr(caught.value), caught.value.body, str(caught.value.headers), caplog.text]
        shown += [*trace.format(), repr(client), repr(client.__dict__), repr(client.projects), repr(script.requests[0])]
        shown += [repr(script.requests[0].headers), pickle.dumps(caught.value).decode("latin-1")]
        for duplicate in (pickle.dumps, copy.deepcopy):
            with pytest.raises(TypeError):
                duplicate(client)
    assert not [text for text in shown if SECRET in text]
