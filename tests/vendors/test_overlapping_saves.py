"""Saves and actions of one object that overlap, at every vendor: nothing else is sent, and nothing is lost."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

import abclient
from abclient.transports import WireRequest, WireResponse
from support.clients import QUICK, TOKEN
from support.convert_v1 import APPLICATION, SECRET
from support.fake import answer

PARTS = [{"id": number, "variation_id": number, "name": name} for number, name in ((1, "a"), (2, "b"))]
EDITS = {"updateName": "name", "updateDescription": "description"}


class Vendor:
    """Keeps one thing. The first change is answered after those that follow it, unless they wait for it."""

    def __init__(self, **state: Any) -> None:
        self.state: dict[str, Any] = {"id": 7, "key": "k", "name": "old", "description": "old", **state}
        self.sent: list[dict[str, Any]] = []
        self.free = asyncio.Event()

    async def send(self, request: WireRequest) -> WireResponse:
        if request.method == "GET":
            return self.answer()
        self.sent.append(self.changes(json.loads(request.body or b"{}")))
        if len(self.sent) == 1:
            self.state |= self.sent[0]
            first = self.answer()
            await self.free.wait()
            return first
        self.state |= self.sent[-1]
        return self.answer()

    def answer(self) -> WireResponse:
        """Convert has the kind's name in front of its names; of flags, several are changed at once."""
        here = {f"experience_{key}": value for key, value in self.state.items()}
        return answer(200, self.state | here | {self.state["key"]: dict(self.state)})

    @staticmethod
    def changes(body: Any) -> dict[str, Any]:
        if body.__class__ is list:
            steps: list[dict[str, Any]] = body
            return {step["path"].removeprefix("/k/"): step["value"] for step in steps}
        if "instructions" in body:
            return {EDITS[one["kind"]]: one["value"] for one in body["instructions"]}
        return {key.removeprefix("experience_"): value for key, value in body.items()}

    async def aclose(self) -> None:
        return None


def optimizely(vendor: Vendor) -> tuple[Any, Callable[[Any], Awaitable[Any]]]:
    return abclient.Optimizely(TOKEN, transport=vendor), lambda client: client.experiments.get(7)


def classic(vendor: Vendor) -> tuple[Any, Callable[[Any], Awaitable[Any]]]:
    return abclient.OptimizelyClassic(TOKEN, transport=vendor), lambda client: client.audiences.get(7)


def convert(vendor: Vendor) -> tuple[Any, Callable[[Any], Awaitable[Any]]]:
    client = abclient.ConvertV1(APPLICATION, SECRET, transport=vendor)
    return client, lambda client: client.project("p").experiences.get("7")


def launchdarkly(vendor: Vendor) -> tuple[Any, Callable[[Any], Awaitable[Any]]]:
    return abclient.LaunchDarkly(TOKEN, transport=vendor), lambda client: client.experiments("p", "e").get("k")


def flags(vendor: Vendor) -> tuple[Any, Callable[[Any], Awaitable[Any]]]:
    client = abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=vendor)
    return client, lambda client: client.project(7).flags.get("k")


async def passed() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


@pytest.mark.parametrize("connect", [optimizely, classic, convert, launchdarkly, flags])
async def test_two_saves_whose_answers_cross(connect: Callable[[Vendor], Any]) -> None:
    """Both arrive, nothing is left, and a colleague's later text is not sent over."""
    vendor = Vendor()
    client, load = connect(vendor)
    async with client:
        thing = await load(client)
        thing.name = "new"
        first = asyncio.create_task(thing.save())
        await passed()
        thing.description = "new"
        second = asyncio.create_task(thing.save())
        await passed()
        vendor.free.set()
        await asyncio.gather(first, second)
        assert thing.changes() == {}
        vendor.state["description"] = "theirs"
        thing.name = "third"
        await thing.save()
    assert vendor.sent == [{"name": "new"}, {"description": "new"}, {"name": "third"}]
    assert (thing.name, thing.description) == ("third", "theirs")


ACTIONS: list[tuple[Callable[[Vendor], Any], Callable[[Any], Awaitable[object]]]] = [
    (optimizely, lambda thing: thing.start()),
    (convert, lambda thing: thing.start()),
    (convert, lambda thing: thing.add_variation(name="c")),
    (launchdarkly, lambda thing: thing.rename("renamed")),
    (launchdarkly, lambda thing: thing.describe("described")),
    (flags, lambda thing: thing.archive()),
    (flags, lambda thing: thing.patch([{"op": "replace", "path": "/name", "value": "patched"}])),
]


@pytest.mark.parametrize(("connect", "act"), ACTIONS)
async def test_a_save_that_begins_during_an_action(
    connect: Callable[[Vendor], Any], act: Callable[[Any], Awaitable[object]]
) -> None:
    """It waits for the action's answer, and sends what was changed and nothing that the action did."""
    vendor = Vendor()
    client, load = connect(vendor)
    async with client:
        thing = await load(client)
        acting = asyncio.ensure_future(act(thing))
        await passed()
        changed = "description" if "name" in vendor.sent[0] else "name"
        setattr(thing, changed, "mine")
        saving = asyncio.create_task(thing.save())
        await passed()
        assert len(vendor.sent) == 1
        vendor.free.set()
        await asyncio.gather(acting, saving)
        assert thing.changes() == {}
    assert vendor.sent[1:] == [{changed: "mine"}]
    assert getattr(thing, changed) == "mine"


@pytest.mark.parametrize("connect", [optimizely])
async def test_a_variation_that_is_edited_while_the_vendor_answers(connect: Callable[[Vendor], Any]) -> None:
    """The next save sends it beside what the answer had of the others, and the objects stay the ones that are held."""
    vendor = Vendor(variations=PARTS)
    client, load = connect(vendor)
    async with client:
        thing = await load(client)
        mine, other = thing.variations
        thing.name = "new"
        saving = asyncio.create_task(thing.save())
        await passed()
        mine.name = "mine"
        vendor.free.set()
        await saving
        vendor.state["variations"] = [PARTS[0], {**PARTS[1], "name": "theirs"}]
        assert [*thing.changes()] == ["variations"]
        await thing.save()
        assert thing.variations == [mine, other]
    assert [[part["name"] for part in body["variations"]] for body in vendor.sent[1:]] == [["mine", "b"]]


async def test_a_share_that_is_edited_while_a_variation_is_added() -> None:
    """Convert saves all variations as one list: the one that was added meanwhile is in it."""
    parts = [{"variation": {"id": number}, "percentage": 50} for number in (1, 2)]
    vendor = Vendor(variations=parts)
    client, load = convert(vendor)
    async with client:
        thing = await load(client)
        adding = asyncio.create_task(thing.add_variation(name="c"))
        await passed()
        thing.variations[0].percentage = 30
        vendor.state["variations"] = [*parts, {"variation": {"id": 3}, "percentage": 0}]
        vendor.free.set()
        await adding
        # The answer was written before the third one was there; the next one has it.
        await thing.start()
        assert [(one.variation.id, one.percentage) for one in thing.variations] == [(1, 30), (2, 50), (3, 0)]
        await thing.save()
    assert [one["percentage"] for one in vendor.sent[-1]["variations"]] == [30, 50, 0]
