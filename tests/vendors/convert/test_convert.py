"""The Convert facade (API v2): credentials, ids and objects, and what is refused before anything is sent."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

import abclient
from abclient import ConfigurationError, InvalidRequestError
from abclient.transports import WireRequest, WireResponse
from abclient.vendors.convert import id_of
from abclient_api.convert import models
from support.convert import EMPTY, KEY, SIGN, convert, sent
from support.convert_v1 import APPLICATION, SECRET, is_signed
from support.fake import answer

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Credentials of this machine are none of the tests'."""
    for name in ("APPLICATION_ID", "SECRET", "KEY_ID", "KEY_SECRET", "ACCOUNT_ID"):
        monkeypatch.delenv(f"ABCLIENT_CONVERT_{name}", raising=False)


# --------------------------------------------------------------------------------------------------------- credentials


@pytest.mark.parametrize(
    ("given", "environment", "kind"),
    [
        (SIGN, {}, "signed"),
        (KEY, {}, "sent"),
        ({}, SIGN, "signed"),
        ({}, KEY, "sent"),
        (KEY, SIGN, "sent"),
        (SIGN, KEY, "signed"),
        ({"key_id": KEY["key_id"]}, {"key_secret": KEY["key_secret"]}, "sent"),
        ({"secret": SECRET}, {"application_id": APPLICATION, **KEY}, "signed"),
    ],
)
async def test_what_is_given_decides_how_requests_are_authenticated(
    given: Any, environment: Any, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Arguments before the environment, and never by trial."""
    for name, value in environment.items():
        monkeypatch.setenv(f"ABCLIENT_CONVERT_{name.upper()}", value)
    client, script = convert({"data": []}, credentials=given)
    await client.accounts.list()
    headers = dict(script.requests[0].headers)
    if kind == "sent":
        assert headers["authorization"] == f"Bearer {KEY['key_id']}:{KEY['key_secret']}"
        assert "Convert-Application-ID" not in headers
    else:
        assert is_signed(script.requests[0])


@pytest.mark.parametrize(
    ("given", "environment", "told"),
    [
        ({**SIGN, **KEY}, {}, "both kinds"),
        ({"secret": SECRET, "key_id": "k"}, {}, "both kinds"),
        ({}, {**SIGN, **KEY}, "both kinds"),
        ({}, {}, "no application_id: pass application_id=... or set ABCLIENT_CONVERT_APPLICATION_ID"),
        ({"key_id": "k"}, {}, "no key_secret: pass key_secret=... or set ABCLIENT_CONVERT_KEY_SECRET"),
        ({**KEY, "key_id": "a\nb"}, {}, "key_id"),
        ({**SIGN, "account_id": "shop"}, {}, "account_id must be a whole number, not 'shop'; .*list"),
        ({**SIGN, "account_id": -1}, {}, "account_id"),
        ({**SIGN, "account_id": True}, {}, "account_id"),
        ({**SIGN, "account_id": 1.5}, {}, "account_id"),
        ({**SIGN, "account_id": None}, {"account_id": "none"}, "account_id"),
        ({**SIGN, "signature_lifetime": 0}, {}, "signature_lifetime"),
    ],
)
def test_credentials_that_cannot_be_used(
    given: Any, environment: Any, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error says what is missing, or what there is too much of."""
    for name, value in environment.items():
        monkeypatch.setenv(f"ABCLIENT_CONVERT_{name.upper()}", value)
    with pytest.raises(ConfigurationError, match=told):
        convert({}, credentials=given)


def test_secrets_are_in_no_repr() -> None:
    """Of the client, and of an error that repeats a credential."""
    for credentials in (SIGN, KEY):
        client, _ = convert({}, credentials=credentials)
        assert repr(client) == "<Convert https://api.convert.com/api/v2>"
        shown = repr(cast("object", vars(client)))
        assert not [value for value in credentials.values() if value in shown]


def test_without_an_account_only_accounts_can_be_reached() -> None:
    """The error says how to name one; a call may name it, too."""
    client, _ = convert({}, account_id=None)
    told = r"no account_id.*ABCLIENT_CONVERT_ACCOUNT_ID"
    with pytest.raises(ConfigurationError, match=told):
        _ = client.projects
    with pytest.raises(ConfigurationError, match=told):
        client.account()
    with pytest.raises(ConfigurationError, match=told):
        client.project(1)
    assert client.account(7).project(8).account_id == 7


@given(name=TEXT, description=TEXT, value=TEXT | st.booleans() | st.integers(-(2**53), 2**53))
def test_what_is_signed_is_what_is_sent(name: str, description: str, value: Any) -> None:
    """Any text in any body: the signature is over the very bytes that leave."""
    rule = {"OR": [{"AND": [{"OR_WHEN": [{"rule_type": "url", "value": value}]}]}]}
    fields: Any = {"name": name, "description": description, "type": "visits_page", "triggering_rule": rule}
    client, script = convert({"id": 3})

    async def run() -> None:
        await client.project(2).goals.create(**fields)

    asyncio.run(run())
    (request,) = script.requests
    assert is_signed(request)
    assert json.loads(request.body or b"") == fields
    assert request.url == "https://api.convert.com/api/v2/accounts/1/projects/2/goals/add"


# ------------------------------------------------------------------------------------------------------ ids and objects


def bare(one: Any) -> Any:
    return one


def wrapped(one: Any) -> Any:
    return {"data": one}


@pytest.mark.parametrize("wrap", [bare, wrapped])
async def test_single_answers_may_be_wrapped(wrap: Callable[[Any], Any]) -> None:
    """Bare as documented, or within ``data`` as some callers found them: fields, changes and saving are the same."""
    client, script = convert(wrap({"id": 3, "name": "T"}))
    tag = await client.project(2).tags.get(3)
    assert (tag.id, tag.name, tag.changes()) == (3, "T", {})
    tag.name = "U"
    await tag.save()
    assert sent(script) == {"name": "U"}


WHOLE = {
    "id": 9,
    "name": "Exp",
    "goals": [5, {"id": 6, "name": "Goal"}],
    "variations": [1, {"id": 2, "changes": [4]}, {"id": 3, "name": "C", "changes": [{"id": 8, "type": "customCode"}]}],
    "audiences": [],
    "concurrency_key": "k1",
}


async def test_an_id_or_an_object_is_never_something_empty() -> None:
    """Ids stay ids, objects have what came, and both have an id."""
    client, _ = convert({"data": [WHOLE]})
    (found,) = await client.project(2).experiences.list()
    assert found.goals == [5, models.Goal(id=6, name="Goal")]
    assert [id_of(one) for one in found.goals] == found.goal_ids == [5, 6]
    assert found.variation_ids == [1, 2, 3]
    assert [one.name for one in found.expanded_variations] == [None, None, "C"]
    assert (found.variations[1].code_changes, id_of(found.variations[2].code_changes[0])) == ([4], 8)
    assert found.to_dict() == WHOLE
    with pytest.raises(TypeError, match="an id or an object with an id"):
        id_of("x")


async def test_what_was_read_is_sent_as_the_vendor_takes_it() -> None:
    """Objects go as their ids, variations whole, and the key of the state that was changed with them."""
    written = {**WHOLE, "concurrency_key": "k2"}
    client, script = convert({"data": [WHOLE]}, written, {"data": [written]})
    (found,) = await client.project(2).experiences.list()
    found.variations[2].name = "D"
    found.goals = [found.goals[1]]
    await found.save()
    assert sent(script, 1) == {
        "goals": [6],
        "variations": [
            {"id": 1},
            {"id": 2, "changes": [{"id": 4}]},
            {"id": 3, "name": "D", "changes": [{"id": 8, "type": "customCode"}]},
        ],
        "concurrency_key": "k1",
    }
    # The response has ids, so that the experience is read once more, whole.
    assert (sent(script)["only"], sent(script)["expand"]) == ([9], ["variations", "goals", "audiences", "locations"])


@pytest.mark.parametrize(
    "variations",
    [[], [1], [1, 2], [{"id": 1}, {"name": "new"}, {"id": 3}], [models.ExperienceVariation(id=2)]],
)
async def test_a_list_that_lacks_a_variation_is_refused(variations: Any) -> None:
    """Whether it is assigned and saved, or given; only ``replace=True`` sends it."""
    client, script = convert({"data": [WHOLE]}, {"data": [WHOLE]}, {**WHOLE}, {"data": [WHOLE]})
    experiences = client.project(2).experiences
    (found,) = await experiences.list()
    found.variations = variations
    with pytest.raises(InvalidRequestError, match="would be removed with all data"):
        await found.save()
    assert len(script.requests) == 1
    with pytest.raises(InvalidRequestError, match="experience 9"):
        await experiences.update(9, variations=variations)
    assert len(script.requests) == 2
    await experiences.update(9, variations=variations, replace=True)
    assert len(sent(script, 2)["variations"]) == len(variations)


async def test_what_cannot_be_read_after_a_change_does_not_hide_that_it_was_made() -> None:
    """The response to the change itself is what is left."""
    client, _ = convert({"id": 9, "variations": [1]}, answer(503, {"code": 503, "message": "down"}))
    made = await client.project(2).experiences.update(9, name="x")
    assert (made.id, made.variations) == (9, [1])


async def test_tags_are_given_by_id_whole_or_by_their_names() -> None:
    """A new one has no id yet."""
    client, script = convert({"id": 9}, credentials=KEY)
    await client.project(2).experiences.update(9, tags=[5, models.Tag(id=6, name="T"), {"name": "new"}])
    assert sent(script) == {"tags": [5, 6, {"name": "new"}]}


async def test_a_key_of_the_sdks_is_found_in_the_list() -> None:
    """The vendor gives no single one; a key that is gone is an error."""
    one, other = {"sdk_key": "1/2", "name": "A"}, {"sdk_key": "1/3", "name": "B"}
    client, script = convert({"data": [one]}, {"data": [other, {**one, "name": "C"}]}, {"data": [other]})
    (key,) = await client.project(2).sdk_keys.list()
    assert (await key.refresh()).name == "C"
    with pytest.raises(InvalidRequestError, match="the project has no key 1/2 any more"):
        await key.refresh()
    assert len(script.requests) == 3


async def test_a_response_that_is_not_json_says_so() -> None:
    """As a page of a proxy; it is kept."""
    client, _ = convert(answer(200, b"<html>proxy</html>"))
    with pytest.raises(abclient.DecodeError) as told:
        await client.project(2).tags.get(3)
    assert told.value.body == b"<html>proxy</html>"


async def test_a_goal_is_given_by_id_or_whole() -> None:
    """As everywhere else."""
    client, script = convert({"data": {"reportData": {"variations": []}}})
    script.steps[:] = [script.steps[0]] * 2
    for goal in (7, models.Goal(id=7, name="G")):
        await client.project(2).experiences.daily_report(1, goal=goal)
        assert sent(script)["goal"] == 7


async def test_keys_that_are_sent_need_no_second_request() -> None:
    """With key_id and key_secret, optional fields are asked for in the URL."""
    client, script = convert(WHOLE, credentials=KEY)
    await client.project(2).experiences.get(9)
    await client.project(2).experiences.update(9, name="x")
    assert [request.url.partition("?")[2].count("%5B%5D=") for request in script.requests] == [8, 8]


@pytest.mark.parametrize(("simulate", "told"), [({}, True), ({"simulate": True}, True), ({"simulate": False}, False)])
async def test_data_is_removed_only_when_that_is_said(simulate: Any, told: bool) -> None:
    """Whatever the vendor's default is, the body says what is meant; nothing but False removes."""
    client, script = convert({"data": []})
    period: Any = {"start": datetime(2026, 1, 1, tzinfo=UTC), "end": datetime(2026, 2, 1, tzinfo=UTC)}
    await client.project(2).experiences.remove_report_data(1, events=[{"type": "conversion"}], **period, **simulate)
    assert sent(script)["simulate"] is told
    assert sent(script)["start_time"] == 1767225600


# --------------------------------------------------------------------------------------------------------------- lists


@pytest.mark.parametrize(("count", "size", "requests"), [(0, 50, 1), (1, 50, 1), (50, 50, 1), (51, 50, 2), (6, 2, 3)])
@pytest.mark.parametrize("counted", [True, False])
async def test_every_item_comes_once(count: int, size: int, requests: int, counted: bool) -> None:
    """By the vendor's count of pages; without one, until a page is short."""

    def step(request: WireRequest) -> WireResponse:
        body = json.loads(request.body or b"")
        rows = list(range(1, count + 1))[(body["page"] - 1) * size : body["page"] * size]
        pagination = {"items_count": count, "pages_count": -(-count // size)}
        extra = {"extra": {"pagination": pagination}} if counted else {}
        return answer(200, {"data": [{"id": number} for number in rows], **extra})

    client, script = convert(step)
    pager = client.project(2).tags.list(page_size=size)
    assert [tag.id async for tag in pager] == list(range(1, count + 1))
    assert len(script.requests) == (requests if counted else count // size + 1)
    assert (await pager).total == (count if counted else None)


async def test_counting_asks_for_nothing_else() -> None:
    """The number alone; a response without one is an error."""
    client, script = convert({"data": [], "extra": {"pagination": {"items_count": 12}}}, {"data": [{"id": 1}]})
    assert await client.project(2).goals.count(status=["active"]) == 12
    assert sent(script) == {"status": ["active"], "onlyCount": True}
    with pytest.raises(abclient.DecodeError, match="how many"):
        await client.project(2).goals.count()


@pytest.mark.parametrize("listed", [EMPTY, {"data": [{"id": 8, "name": "other"}]}])
async def test_an_item_that_is_not_in_its_list_is_read_by_itself(listed: Any) -> None:
    """A list may leave out what is archived, and may have what was not asked for."""
    client, script = convert(listed, {"id": 9, "name": "old"}, credentials=SIGN)
    assert (await client.project(2).goals.get(9)).name == "old"
    assert [request.method for request in script.requests] == ["POST", "GET"]


@pytest.mark.parametrize(
    ("status", "error"),
    [(401, "UnauthorizedError"), (404, "NotFoundError"), (409, "ConflictError"), (422, "UnprocessableEntityError")],
)
async def test_errors_of_lists_and_texts(status: int, error: str) -> None:
    """The vendor writes ``message`` and ``fields`` as a text or as a list."""
    for message in ("no", ["no", "never"]):
        client, _ = convert(answer(status, {"code": status, "message": message, "fields": ["name"]}))
        with pytest.raises(getattr(abclient, error), match="no"):
            await client.project(2).tags.create(name="x")
