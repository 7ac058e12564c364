"""Resources: what a save takes over, what stays, and what is asked of the collection."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from abclient._session import Session
from abclient.errors import DecodeError
from abclient.paging import Linked, OnePage
from abclient.resource import Resource, Resources, rows
from abclient.transports import WireResponse
from abclient_api._runtime import Undecodable
from abclient_api.launchdarkly import models
from support.fake import Script, answer, fake_session, json_request

WIRE = {"_id": "1", "key": "k", "name": "Old", "description": None}


class Thing(Resource, models.Experiment):
    __slots__ = ()

    async def start(self, *settled: str) -> None:
        self._take_over(await self._origin.collection.one(json_request("PATCH")), *settled)


class Things(Resources[Thing]):
    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.into = Thing
        self.asked: list[Thing] = []

    async def reload(self, item: Thing) -> Thing:
        self.asked.append(item)
        return await self.one(json_request())

    async def save_changes(self, item: Thing, changes: dict[str, Any]) -> Thing:
        self.asked.append(item)
        return await self.one(json_request("PATCH"))


def things(*steps: WireResponse) -> tuple[Things, Script]:
    script = Script(*steps)
    return Things(fake_session(script)), script


async def test_a_save_takes_over_what_the_vendor_made_of_it() -> None:
    """An attribute that was sent is what the vendor answers, not what was sent; unknown fields come along."""
    collection, _ = things(answer(200, WIRE), answer(200, WIRE | {"name": "trimmed", "future": 1}))
    thing = await collection.one(json_request())
    thing.name = " trimmed "
    await thing.save()
    assert (thing.name, thing.changes()) == ("trimmed", {})
    assert thing.to_dict() == WIRE | {"name": "trimmed", "future": 1}
    assert collection.asked == [thing]
    assert collection.asked[0] is thing


async def test_a_refresh_asks_for_this_resource() -> None:
    """The collection learns which one to load, and what it then knows is what was loaded."""
    collection, _ = things(answer(200, WIRE), answer(200, WIRE | {"future": 1}))
    thing = await collection.one(json_request())
    await thing.refresh()
    assert collection.asked[0] is thing
    assert thing.to_dict() == WIRE | {"future": 1}


async def test_an_action_keeps_what_was_not_saved() -> None:
    """What a vendor answers to an action is taken over, but for changes of ours: they stay, and stay changes."""
    fresh = WIRE | {"key": "new", "name": "theirs", "description": "started"}
    collection, _ = things(answer(200, WIRE), answer(200, fresh))
    thing = await collection.one(json_request())
    thing.name = "ours"
    await thing.start()
    assert (thing.key, thing.name, thing.description) == ("new", "ours", "started")
    assert thing.changes() == {"name": "ours"}


async def test_what_is_not_a_number_has_not_changed() -> None:
    """NaN differs from itself, but a resource that holds one is as it was loaded until somebody changes it."""

    class Result(Resource, models.TreatmentResultRep):
        __slots__ = ()

    class Results(Resources[Result]):
        into = Result

    result = await Results(fake_session(Script(answer(200, {"mean": float("nan")})))).one(json_request())
    assert result.mean != result.mean
    assert result.changes() == {}
    result.mean = 1.5
    assert result.changes() == {"mean": 1.5}


async def test_a_number_too_large_for_a_parser_has_not_changed() -> None:
    """Parsers differ in what they make of one; what was loaded is compared as the same parser reads it."""
    collection, _ = things(answer(200, WIRE | {"archivedDate": 2**70}))
    thing = await collection.one(json_request())
    assert thing.changes() == {}


async def test_a_value_of_another_type_is_a_change() -> None:
    """True equals 1 and is something else to a vendor."""
    collection, _ = things(answer(200, WIRE | {"archivedDate": 1}))
    thing = await collection.one(json_request())
    thing.archived_date = True
    assert thing.changes() == {"archived_date": True}


@pytest.mark.parametrize(
    ("document", "items", "expected"),
    [
        ({"a": 1}, None, [{"a": 1}]),
        ([1], None, [[1]]),
        ([1, 2], "", [1, 2]),
        ({"items": [1]}, "items", [1]),
        ({}, "items", []),
    ],
)
def test_the_rows_of_an_answer_are_found(document: Any, items: str | None, expected: list[Any]) -> None:
    """One resource is the answer itself; a list is the answer, or what stands under its key."""
    assert rows(document, items) == expected


@pytest.mark.parametrize(
    ("document", "items", "told"),
    [
        ([], "items", ("object", "", "list")),
        ({"items": {}}, "items", ("list", "items", "dict")),
        ({"items": None}, "items", ("list", "items", "NoneType")),
        ({}, "", ("list", "", "dict")),
    ],
)
def test_an_answer_without_rows_says_what_it_is(document: Any, items: str, told: tuple[str, str, str]) -> None:
    """The error names what was expected, where, and the type of what came instead."""
    with pytest.raises(Undecodable) as caught:
        rows(document, items)
    model, field, came = told
    assert (caught.value.model, caught.value.field) == (model, field)
    assert caught.value.reason.endswith(f"got {came}")


async def test_one_that_cannot_be_read_names_its_call() -> None:
    """The decode error of a single resource and of a list knows model, operation and path."""
    collection, _ = things(answer(200, {"items": 3}))
    for use in (collection.one(json_request()), collection.many(json_request(items="items"), OnePage())):
        with pytest.raises(DecodeError) as caught:
            await use
        assert caught.value.model.startswith(("Thing", "list"))
        assert (caught.value.operation, caught.value.path) == ("getThing", "/things/7")


@pytest.mark.parametrize(("options", "loaded"), [({}, 1), ({"prefetch": False}, 1), ({"prefetch": True}, 2)])
async def test_a_list_loads_ahead_only_if_asked_to(options: dict[str, bool], loaded: int) -> None:
    """While the first page is in use, the second is on its way with prefetch and not without."""
    script = Script(answer(200, {"items": [WIRE]}))
    turn = Linked(lambda request, response: f"/v1/things?page={len(script.requests) + 1}")
    pages = Things(fake_session(script)).many(json_request(items="items"), turn, **options).pages()
    await anext(pages)
    for _ in range(20):
        await asyncio.sleep(0)
    sent = len(script.requests)
    await pages.aclose()
    assert sent == loaded


async def test_a_collection_that_cannot_do_it_says_so() -> None:
    """Where a vendor lets nobody load or change one, the error names the collection."""

    class ReadOnly(Resources[Thing]):
        into = Thing

    thing = await ReadOnly(fake_session(Script(answer(200, WIRE)))).one(json_request())
    with pytest.raises(NotImplementedError, match="ReadOnly cannot load"):
        await thing.refresh()
    thing.name = "New"
    with pytest.raises(NotImplementedError, match="ReadOnly cannot be changed"):
        await thing.save()


async def test_what_a_call_has_settled_is_taken_over_in_any_case() -> None:
    """Else what was changed and not saved would undo the call with the next save; everything else that was, stays."""
    collection, _ = things(answer(200, WIRE), answer(200, WIRE | {"name": "settled", "description": "theirs"}))
    thing = await collection.one(json_request())
    thing.name, thing.description = "unsaved", "mine"
    await thing.start("name")
    assert (thing.name, thing.changes()) == ("settled", {"description": "mine"})
