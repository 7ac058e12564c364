"""Resources: what a save takes over, what stays, and what is asked of the collection."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from typing import Any, cast

import pytest

from abclient._session import Session
from abclient.bulk import BulkOptions, Outcomes
from abclient.errors import DecodeError, InvalidRequestError, PartialFailureError
from abclient.paging import LinkPagination, PageOptions
from abclient.resource import Collection, Resource, Snapshot, identity_of, rows, written
from abclient.transports import WireResponse
from abclient_api._runtime import Request, Undecodable, WrittenId, segment
from abclient_api.launchdarkly import models
from support.fake import Script, answer, fake_session, json_request

WIRE = {"_id": "1", "key": "k", "name": "Old", "description": None}


class Thing(Resource[Any], models.Experiment):
    __slots__ = ()

    async def start(self, *confirmed: str) -> None:
        await self.act(lambda: self._collection.one(json_request("PATCH")), *confirmed)

    async def act(self, call: Callable[[], Awaitable[Resource[Any]]], *confirmed: str) -> None:
        await self._change(call, *confirmed)


class Alike(Resource[Any], models.Experiment):
    __slots__ = ()


class Things(Collection[Thing, str]):
    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.model = Thing
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

    class Result(Resource[Any], models.TreatmentResultRep):
        __slots__ = ()

    class Results(Collection[Result, str]):
        model = Result

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


@pytest.mark.parametrize(
    ("document", "expected"),
    [({"items": [1]}, [1]), ({"total_count": 0}, []), ({"code": 1}, None), ({"message": "sorry"}, None)],
)
def test_a_page_is_one_of_its_model(document: Any, expected: list[Any] | None) -> None:
    """A list that is left out is empty where the rest looks like a page; else it is no page."""
    if expected is not None:
        assert rows(document, "items", models.ExperimentCollectionRep) == expected
        return
    with pytest.raises(Undecodable) as caught:
        rows(document, "items", models.ExperimentCollectionRep)
    assert caught.value.model == "ExperimentCollectionRep"


def listed() -> Any:
    request = json_request(items="items")
    request.page = models.ExperimentCollectionRep
    return request


async def test_a_list_is_a_page_of_its_model() -> None:
    """What the request says that the answer is, the answer is looked at for."""
    collection, _ = things(answer(200, {"sorry": 1}), answer(200, {"items": [WIRE]}))
    with pytest.raises(DecodeError, match="none of the documented fields"):
        await collection.many(listed())
    assert [one.name async for one in collection.many(listed())] == ["Old"]


async def test_what_was_listed_is_loaded_and_compared_as_what_was_asked_for_alone() -> None:
    """Through the same collection, and with the parser that read the list."""
    many = {"items": [WIRE, WIRE | {"archivedDate": 2**70}]}
    collection, _ = things(answer(200, many), answer(200, WIRE | {"name": "New"}))
    thing, large = await collection.many(listed())
    assert large.changes() == {}
    await thing.refresh()
    assert (thing.name, collection.asked[0] is thing) == ("New", True)


async def test_items_of_a_list_are_told_apart_by_the_id_of_their_kind() -> None:
    """An attribute of another name is none, whatever it is for parts of a resource."""

    class Named(Resource[Any], models.Experiment):
        __slots__ = ()
        IDENTITY = "key"

    class Names(Collection[Named, str]):
        model = Named

    pages = [{"items": [WIRE]}, {"items": [WIRE | {"name": "again"}, WIRE | {"key": "other"}]}]
    links = ["/v1/things?page=2", None]
    names = Names(fake_session(Script(*(answer(200, one) for one in pages))))
    names.pagination = LinkPagination(lambda request, response: links.pop(0))
    listing = names.many(listed())
    assert [one.key async for one in listing] == ["k", "other"]


@pytest.mark.parametrize(("found", "expected"), [("0011", WrittenId), (11, int), (None, type(None))])
def test_an_id_of_text_goes_out_as_it_was_written(found: Any, expected: type) -> None:
    """Marked as such, because text of callers is refused where the vendor has a number; others stay what they are."""
    assert (written(found), type(written(found))) == (found, expected)


async def test_one_that_cannot_be_read_names_its_call() -> None:
    """The decode error of a single resource and of a list knows model, operation and path."""
    collection, _ = things(answer(200, {"items": 3}))
    for use in (collection.one(json_request()), collection.many(json_request(items="items"))):
        with pytest.raises(DecodeError) as caught:
            await use
        assert caught.value.model.startswith(("Thing", "list"))
        assert (caught.value.operation, caught.value.path) == ("getThing", "/v1/things/7")


@pytest.mark.parametrize(("options", "loaded"), [({}, 1), ({"prefetch": False}, 1), ({"prefetch": True}, 2)])
async def test_a_list_loads_ahead_only_if_asked_to(options: PageOptions, loaded: int) -> None:
    """While the first page is in use, the second is on its way with prefetch and not without."""
    script = Script(answer(200, {"items": [WIRE]}))
    collection = Things(fake_session(script))
    collection.pagination = LinkPagination(lambda request, response: f"/v1/things?page={len(script.requests) + 1}")
    pages = collection.many(json_request(items="items"), options).pages()
    await anext(pages)
    for _ in range(20):
        await asyncio.sleep(0)
    sent = len(script.requests)
    await pages.aclose()
    assert sent == loaded


async def test_a_collection_that_cannot_do_it_says_so() -> None:
    """Where a vendor lets nobody load or change one, the error names the collection, and nothing is sent."""

    class ReadOnly(Collection[Thing, str]):
        model = Thing

    script = Script(answer(200, WIRE))
    thing = await ReadOnly(fake_session(script)).one(json_request())
    with pytest.raises(InvalidRequestError, match="ReadOnly cannot be loaded again"):
        await thing.refresh()
    thing.name = "New"
    with pytest.raises(InvalidRequestError, match="Thing: read-only and cannot be saved: name"):
        await thing.save()
    assert len(script.requests) == 1


async def test_a_collection_without_a_way_to_save_says_so() -> None:
    """Nothing is sent for attributes that it calls editable and cannot save."""

    class Unsavable(Collection[Thing, str]):
        model = Thing
        editable = ("name",)

    script = Script(answer(200, WIRE))
    thing = await Unsavable(fake_session(script)).one(json_request())
    thing.name = "new"
    with pytest.raises(InvalidRequestError, match="Unsavable cannot be saved"):
        await thing.save()
    assert len(script.requests) == 1


class Named(Collection[Thing, str]):
    """A collection whose requests name what they are for."""

    model = Thing

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        request = json_request()
        request.path = f"/things/{segment('key', item_id)}"
        return request


@pytest.mark.parametrize("key", ["b", "0011"])
async def test_a_refresh_loads_the_one_with_its_id(key: str) -> None:
    """The id goes out as the vendor wrote it."""
    script = Script(answer(200, WIRE | {"_id": key}))
    collection = Named(fake_session(script))
    await (await collection.get(key)).refresh()
    assert [request.url.rpartition("/")[2] for request in script.requests] == [key, key]


async def test_a_collection_saves_what_it_calls_editable() -> None:
    """How it is saved is given the resource and its changes; every other attribute is named, and nothing is sent."""
    saved: list[tuple[Thing, dict[str, Any]]] = []

    class Editable(Collection[Thing, str]):
        model = Thing
        editable = ("name", "key")

        async def _save(self, item: Thing, changes: dict[str, Any]) -> Thing:
            saved.append((item, changes))
            return await self.one(json_request("PATCH"))

    thing = await Editable(fake_session(Script(answer(200, WIRE), answer(200, WIRE | {"name": "new"})))).one(
        json_request()
    )
    thing.name = "new"
    await thing.save()
    assert (saved[0][0] is thing, saved[0][1]) == (True, {"name": "new"})
    thing.description, thing.archived_date = "text", 1
    with pytest.raises(InvalidRequestError, match=r"cannot be saved: archived_date, description(?m:$)"):
        await thing.save()
    assert len(saved) == 1


class Bulk(Collection[Thing, str]):
    """A collection with a bulk call, which counts how many are fetched at once."""

    model = Thing

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.active = self.most = 0

    def fetch_names(self, keys: Iterable[str], **options: Any) -> Outcomes[str, str]:
        """Names, in upper case once they are decoded."""

        async def drawn() -> AsyncIterator[str]:
            for key in keys:
                yield key

        async def fetch(key: str) -> Callable[[], str]:
            self.active += 1
            self.most = max(self.most, self.active)
            await asyncio.sleep(0)
            self.active -= 1
            return key.upper

        return self._bulk(fetch, drawn(), cast("BulkOptions", options))


@pytest.mark.parametrize(("options", "most"), [({"concurrency": 2}, 2), ({"concurrency": 3, "ordered": True}, 3)])
async def test_a_bulk_call_fetches_with_the_options_of_its_caller(options: dict[str, Any], most: int) -> None:
    """As many at once as asked for, and each is decoded by what its fetch returned."""
    collection = Bulk(fake_session(Script()))
    outcomes = await collection.fetch_names("abcdefgh", **options)
    assert ([(one.key, one.value) for one in outcomes], collection.most) == (
        [(key, key.upper()) for key in "abcdefgh"],
        most,
    )


async def test_a_bulk_call_finds_the_rate_of_the_vendor_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    """It waits for the rate limiter of its session; with a number of its own it does not."""
    session = fake_session(Script())
    waits: list[None] = []

    async def wait_for_capacity() -> None:
        waits.append(None)

    monkeypatch.setattr(session.limiter, "wait_for_capacity", wait_for_capacity)
    assert len(await Bulk(session).fetch_names("ab", concurrency=2)) == 2
    assert waits == []
    assert [one.value for one in await Bulk(session).fetch_names("ab")] == ["A", "B"]
    assert len(waits) >= 2


async def test_a_bulk_call_knows_its_options() -> None:
    """One that does not exist is named together with the collection."""
    with pytest.raises(
        TypeError,
        match="the bulk call of Bulk got an unexpected keyword argument 'concurency'; did you mean concurrency=",
    ):
        await Bulk(fake_session(Script())).fetch_names("ab", concurency=3)


async def test_several_come_in_the_order_of_their_ids() -> None:
    """Each is loaded once for each time that it is asked for; of several that fail, the error has the others."""
    script = Script(lambda request: answer(200, WIRE | {"key": request.url.rpartition("/")[2]}))
    collection = Named(fake_session(script))
    assert [one.key for one in await collection.get_many(iter("bab"))] == ["b", "a", "b"]
    script = Script(lambda request: answer(404) if request.url.endswith("a") else answer(200, WIRE))
    with pytest.raises(PartialFailureError, match="1 of 2") as caught:
        await Named(fake_session(script)).get_many(["a", "b"])
    assert (list(caught.value.failures), list(caught.value.values)) == (["a"], ["b"])


@pytest.mark.parametrize(
    ("ids", "error", "said"),
    [
        (["a", 2], TypeError, "key must be of type str, not int"),
        ("ab", TypeError, "several ids, not one str: 'ab'"),
        ([], ValueError, "the list of ids is empty"),
    ],
)
async def test_ids_that_cannot_be_meant_are_refused_before_sending(ids: Any, error: type[Exception], said: str) -> None:
    """Also where the first of them could be loaded."""
    script = Script(answer(200, WIRE))
    with pytest.raises(error, match=said):
        await Named(fake_session(script)).get_many(ids)
    assert script.requests == []


async def test_what_a_call_has_settled_is_taken_over_in_any_case() -> None:
    """Else what was changed and not saved would undo the call with the next save; everything else that was, stays."""
    collection, _ = things(answer(200, WIRE), answer(200, WIRE | {"name": "settled", "description": "theirs"}))
    thing = await collection.one(json_request())
    thing.name, thing.description = "unsaved", "mine"
    await thing.start("name")
    assert (thing.name, thing.changes()) == ("settled", {"description": "mine"})


class Held(Things):
    """Answers once it is told to; every answer tells how many were asked for, in `archivedDate`."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.state: dict[str, Any] = dict(WIRE)
        self.sent: list[dict[str, Any]] = []
        self.free = asyncio.Event()

    async def reload(self, item: Thing) -> Thing:
        await self.free.wait()
        return self.made()

    async def save_changes(self, item: Thing, changes: dict[str, Any]) -> Thing:
        self.sent.append(dict(changes))
        await self.free.wait()
        self.state |= changes
        return self.made()

    def made(self) -> Thing:
        self.state["archivedDate"] = len(self.sent)
        content = json.dumps(self.state).encode()
        return Thing.from_dict(json.loads(content)).bind(Snapshot(self, content, None), 0)


async def held(collection: Held, *calls: Awaitable[object]) -> None:
    """Start the calls, and free the answers when all of them have begun."""
    tasks = [asyncio.ensure_future(call) for call in calls]
    await passed()
    collection.free.set()
    await asyncio.gather(*tasks)


async def passed() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


def loaded() -> tuple[Thing, Held]:
    collection = Held(fake_session(Script(answer(200, WIRE))))
    return collection.made(), collection


async def test_saves_of_one_object_wait_for_one_another() -> None:
    """The second sends what the first has not, and nothing is left to save, although both were under way."""
    thing, collection = loaded()
    thing.name = "new"
    first = asyncio.create_task(thing.save())
    await passed()
    thing.description = "text"
    await held(collection, first, thing.save())
    assert collection.sent == [{"name": "new"}, {"description": "text"}]
    assert (thing.name, thing.description, thing.archived_date, thing.changes()) == ("new", "text", 2, {})


async def test_a_save_that_is_cancelled_or_fails_keeps_nobody_waiting() -> None:
    """The next one has its turn, and sends what was not saved."""
    thing, collection = loaded()
    thing.name = "new"
    first = asyncio.create_task(thing.save())
    await passed()
    waiting = asyncio.create_task(thing.save())
    await passed()
    last = asyncio.create_task(thing.save())
    first.cancel()
    waiting.cancel()
    await held(collection, last)
    assert collection.sent == [{"name": "new"}, {"name": "new"}]
    assert thing.changes() == {}


async def test_a_refresh_waits_for_a_save_and_keeps_what_was_changed_after_it_was_called() -> None:
    """What it loads is not older than the save; changes from before the call are lost, those from after it stay."""
    thing, collection = loaded()
    thing.name = "new"
    saving = asyncio.create_task(thing.save())
    await passed()
    thing.description = "from before"
    refreshing = asyncio.create_task(thing.refresh())
    await passed()
    thing.key = "from after"
    await held(collection, saving, refreshing)
    assert {name: getattr(thing, name) for name in ("name", "description", "archived_date")} == {
        "name": "new",
        "description": None,
        "archived_date": 1,
    }
    assert thing.changes() == {"key": "from after"}


async def test_a_change_made_while_it_is_refreshed_stays() -> None:
    """Also one back to what was loaded, because somebody wanted it so after the call."""
    thing, collection = loaded()
    collection.state["name"] = "theirs"
    thing.name = "mine"
    refreshing = asyncio.create_task(thing.refresh())
    await passed()
    thing.name = "mine again"
    await held(collection, refreshing)
    assert thing.changes() == {"name": "mine again"}


async def test_a_save_while_an_action_is_under_way_waits_for_it() -> None:
    """Actions of vendors take their turn as saves do; what one settles stays changed if it was changed meanwhile."""
    thing, collection = loaded()
    collection.state["name"] = "settled"

    async def act() -> Thing:
        await collection.free.wait()
        return collection.made()

    thing.name = "unsaved"
    acting = asyncio.create_task(thing.act(act, "name"))
    await passed()
    thing.name = "since"
    await held(collection, acting, thing.save())
    assert collection.sent == [{"name": "since"}]
    assert (thing.name, thing.changes()) == ("since", {})


async def test_an_edit_of_a_part_during_a_save_keeps_the_news_of_the_other_parts() -> None:
    """The next save sends the edited part with what the vendor has of the others, not with what was loaded long ago."""
    thing, collection = loaded()
    parts = [{"_id": "t1", "name": "one"}, {"_id": "t2", "name": "two"}]
    collection.state["currentIteration"] = {"_id": "i", "treatments": parts}
    await held(collection, thing.refresh())
    collection.free.clear()
    assert thing.current_iteration is not None
    assert thing.current_iteration.treatments is not None
    first, second = thing.current_iteration.treatments
    thing.name = "new"
    saving = asyncio.create_task(thing.save())
    await passed()
    first.name = "mine"
    parts[1]["name"] = "theirs"
    await held(collection, saving)
    assert list(thing.changes()) == ["current_iteration"]
    assert (first.name, second.name) == ("mine", "theirs")
    assert thing.current_iteration.treatments == [first, second]


async def test_resources_stand_in_sets_and_as_keys() -> None:
    """By the vendor's id, whatever else is changed; one without is refused with the name of what it lacks."""
    given = [WIRE, WIRE, WIRE | {"_id": "2"}, WIRE | {"_id": None}]
    collection, _ = things(*(answer(200, one) for one in given))
    one, same, other, none = [await collection.one(json_request()) for _ in given]
    assert {one, same} == {one}
    seen = {one: 1}
    one.name = "changed"
    assert one in seen
    assert hash(one) == hash(same)
    assert hash(one) not in (hash(other), hash(Alike.from_dict(WIRE)))
    with pytest.raises(TypeError, match="Thing has no id"):
        hash(none)


@pytest.mark.parametrize(("found", "known"), [(1, 1), ("0011", "0011"), (None, None), (True, None), (1.5, None)])
async def test_an_identity_is_a_whole_number_or_text(found: Any, known: Any) -> None:
    """As the vendor wrote it; anything else tells nothing apart."""
    collection, _ = things(answer(200, WIRE | {"_id": found}))
    thing = await collection.one(json_request())
    assert (identity_of(thing), type(identity_of(thing))) == (known, type(known))


async def test_what_has_no_id_has_no_identity() -> None:
    """A model of a vendor that knows no such attribute."""

    class Result(Resource[Any], models.TreatmentResultRep):
        __slots__ = ()

    assert identity_of(Result.from_dict({"mean": 1.0})) is None


async def test_an_answer_that_is_in_use_itself_lends_no_turn() -> None:
    """What an action answers may be held by others: the object that takes it over does not wait for them."""
    thing, collection = loaded()
    fresh = collection.made()
    fresh.name = "under way"
    saving = asyncio.create_task(fresh.save())
    await passed()

    async def act() -> Thing:
        return fresh

    await thing.act(act)
    changing = asyncio.create_task(thing.act(act))
    await passed()
    done = changing.done()
    await held(collection, saving, changing)
    assert done
