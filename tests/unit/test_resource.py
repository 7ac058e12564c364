"""Resources: what was changed is found, sent once, and nothing else is."""

from __future__ import annotations

import asyncio
import copy
import pickle
from typing import Any

import pytest

from abclient._session import Session
from abclient.errors import DecodeError
from abclient.resource import Collection, Resource
from abclient.transports import WireRequest, WireResponse
from abclient_api.launchdarkly import models
from support.fake import Script, answer, fake_session, json_request

WIRE = {
    "_id": "1",
    "key": "k",
    "name": "Old",
    "description": None,
    "currentIteration": {"status": "running", "treatments": [{"name": "A"}, {"name": "B"}]},
    "futureField": {"deep": [1]},
}


class Thing(Resource[Any], models.Experiment):
    __slots__ = ()


class Things(Collection[Thing, str]):
    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.model = Thing
        self.updates: list[dict[str, Any]] = []
        self.meanwhile: Any = None

    async def reload(self, item: Thing) -> Thing:
        return await self.one(json_request())

    async def save_changes(self, item: Thing, changes: dict[str, Any]) -> Thing:
        self.updates.append(changes)
        request = self.one(json_request("PATCH"))
        if self.meanwhile:
            self.meanwhile()
        return await request


def things(*steps: WireResponse) -> tuple[Things, Script]:
    script = Script(*steps)
    return Things(fake_session(script)), script


async def test_a_resource_has_the_fields_of_its_model() -> None:
    """Fields are read, nested ones too, and unknown ones are kept."""
    collection, _ = things(answer(200, WIRE))
    thing = await collection.one(json_request())
    assert (thing.name, thing.description) == ("Old", None)
    assert thing.current_iteration is not None
    assert thing.current_iteration.status == "running"
    assert thing.additional_properties == {"futureField": {"deep": [1]}}
    assert thing.to_dict() == WIRE


async def test_save_sends_what_changed_and_takes_over_the_answer() -> None:
    """One changed attribute is one change; afterwards nothing is changed any more."""
    collection, _ = things(answer(200, WIRE), answer(200, WIRE | {"name": "New", "description": "by the vendor"}))
    thing = await collection.one(json_request())
    thing.name = "New"
    assert thing.changes() == {"name": "New"}
    assert await thing.save() is thing
    assert collection.updates == [{"name": "New"}]
    assert thing.description == "by the vendor"
    assert thing.changes() == {}


async def test_save_without_changes_sends_nothing() -> None:
    """A resource as it was loaded is not sent, and neither is one changed back."""
    collection, script = things(answer(200, WIRE))
    thing = await collection.one(json_request())
    thing.name = "New"
    thing.name = "Old"
    await thing.save()
    assert (collection.updates, len(script.requests)) == ([], 1)


async def test_changes_deep_inside_are_seen() -> None:
    """An edit inside a nested list counts as a change of the attribute that holds it."""
    collection, _ = things(answer(200, WIRE))
    thing = await collection.one(json_request())
    assert thing.current_iteration is not None
    assert thing.current_iteration.treatments is not None
    thing.current_iteration.treatments[1].name = "C"
    assert list(thing.changes()) == ["current_iteration"]


@pytest.mark.parametrize(("items", "body"), [("items", {"items": [None, WIRE]}), ("", [WIRE | {"key": "other"}, WIRE])])
async def test_a_row_of_a_list_knows_its_own_row(items: str, body: Any) -> None:
    """Resources from a page compare with their own row, also behind one that cannot be read."""
    collection, _ = things(answer(200, body))
    page = await collection.many(json_request(items=items)).on_unreadable("skip")
    thing = page[-1]
    thing.name = "New"
    assert thing.changes() == {"name": "New"}


async def test_a_resource_may_stand_in_an_envelope() -> None:
    """It is read from there, and so are its changes, and the response to them."""
    collection, _ = things(answer(200, {"thing": WIRE}), answer(200, {"thing": WIRE | {"name": "New"}, "more": 1}))
    collection.envelope = "thing"
    thing = await collection.one(json_request())
    assert thing.to_dict() == WIRE
    thing.name = "New"
    assert thing.changes() == {"name": "New"}
    await thing.save()
    assert collection.updates == [{"name": "New"}]
    assert thing.changes() == {}


@pytest.mark.parametrize("body", [WIRE, {"thing": None}, {"thing": []}, {"thing": {"message": "no"}}, [], None])
async def test_what_has_nothing_in_its_envelope_is_a_decode_error(body: Any) -> None:
    """Also where the resource itself stands in the place of the envelope."""
    collection, _ = things(answer(200, body))
    collection.envelope = "thing"
    with pytest.raises(DecodeError):
        await collection.one(json_request())


async def test_a_change_made_while_saving_is_kept() -> None:
    """An attribute changed again during the request stays, counts as changed, and the next save sends it."""
    collection, _ = things(
        answer(200, WIRE), answer(200, WIRE | {"name": "New"}), answer(200, WIRE | {"name": "New", "description": "d"})
    )
    thing = await collection.one(json_request())
    thing.name = "New"
    collection.meanwhile = lambda: setattr(thing, "description", "d")
    await thing.save()
    assert (thing.name, thing.description, thing.changes()) == ("New", "d", {"description": "d"})
    collection.meanwhile = None
    await thing.save()
    assert collection.updates == [{"name": "New"}, {"description": "d"}]


async def test_two_saves_at_once_lose_neither_change() -> None:
    """Different attributes saved concurrently both reach the vendor and both stay."""
    state = dict(WIRE)

    def serve(request: WireRequest) -> WireResponse:
        return answer(200, state)

    script = Script(serve)
    collection = Things(fake_session(script))
    thing = await collection.one(json_request())

    async def save_changes(item: Thing, changes: dict[str, Any]) -> Thing:
        await asyncio.sleep(0)
        state.update(changes)
        return await collection.one(json_request("PATCH"))

    collection.save_changes = save_changes  # type: ignore[method-assign]  # the vendor's side of a save
    thing.name = "New"
    first = asyncio.create_task(thing.save())
    await asyncio.sleep(0)
    thing.description = "d"
    await asyncio.gather(first, thing.save())
    assert (state["name"], state["description"]) == ("New", "d")
    assert (thing.name, thing.description, thing.changes()) == ("New", "d", {})


async def test_refresh_loads_it_again() -> None:
    """The same object holds what the vendor has now; unsaved changes are gone."""
    collection, _ = things(answer(200, WIRE), answer(200, WIRE | {"name": "Changed elsewhere"}))
    thing = await collection.one(json_request())
    thing.name = "Mine"
    assert await thing.refresh() is thing
    assert (thing.name, thing.changes()) == ("Changed elsewhere", {})


async def test_copies_hold_the_data_and_not_the_client() -> None:
    """A copy or pickle is equal, and says that it cannot be saved."""
    collection, _ = things(answer(200, WIRE))
    thing = await collection.one(json_request())
    for other in (copy.copy(thing), copy.deepcopy(thing), pickle.loads(pickle.dumps(thing))):
        assert other == thing
        assert other.to_dict() == WIRE
        for use in (other.save, other.refresh):
            with pytest.raises(RuntimeError, match="copy"):
                await use()


async def test_a_made_up_resource_cannot_be_saved() -> None:
    """An object made by hand has no client."""
    with pytest.raises(RuntimeError, match="by hand"):
        await Thing(key="k").save()


def test_a_resource_needs_slots() -> None:
    """Without slots a misspelt attribute would be accepted and never saved."""
    with pytest.raises(TypeError, match="__slots__"):

        class Sloppy(Resource[Any], models.Experiment): ...  # pyright: ignore[reportUnusedClass]  # defining it is the test

    with pytest.raises(AttributeError):
        Thing(key="k").nmae = "x"  # type: ignore[attr-defined]  # the misspelling under test  # pyright: ignore


WRONG_SHAPES: list[tuple[Any, str]] = [
    (b"", ""),
    (b"{", ""),
    (b"[]", ""),
    ({"items": {}}, "items"),
    ({"items": [{}]}, "key"),
    ({"items": ["x"]}, ""),
]


@pytest.mark.parametrize(("body", "field"), WRONG_SHAPES)
async def test_a_list_of_the_wrong_shape_is_a_decode_error(body: Any, field: str) -> None:
    """Whatever comes instead of a list of resources, the error names the field and keeps the body."""
    collection, _ = things(answer(200, body))
    with pytest.raises(DecodeError) as caught:
        await collection.many(json_request(items="items"))
    assert field in caught.value.field
    assert isinstance(caught.value.body, bytes)


async def test_an_empty_or_missing_list_has_no_resources() -> None:
    """An answer without the list's key is an empty list: the vendor leaves out what is empty."""
    collection, _ = things(answer(200, {}))
    assert list(await collection.many(json_request(items="items"))) == []
