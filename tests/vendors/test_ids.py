"""Ids go out as the vendor wrote them: text where its document has a number, and a number where it has text."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

import pytest

import abclient
from abclient.resource import written
from abclient.transports import WireRequest, WireResponse
from support.clients import TOKEN
from support.convert_v1 import APPLICATION, SECRET
from support.fake import Script, answer

IDS = [5, "5", "0011", "a0b1-22", "9007199254740993", "a/b"]


def quoted(found: int | str) -> str:
    return str(found).replace("/", "%2F")


class Vendor(Script):
    """Answers everything with one thing, and lists it once."""

    def __init__(self, thing: dict[str, Any]) -> None:
        self.thing = thing
        super().__init__(self.step)

    def step(self, request: WireRequest) -> WireResponse:
        if request.method == "DELETE":
            return answer(204)
        many = urlsplit(request.url).path.endswith(("s", "/webhooks")) and request.method == "GET"
        return answer(200, [self.thing] if many else self.thing)

    @property
    def asked(self) -> list[tuple[str, str]]:
        return [(request.method, urlsplit(request.url).path) for request in self.requests]

    @property
    def sent(self) -> Any:
        return json.loads(self.requests[-1].body or b"null")


@pytest.mark.parametrize("found", IDS)
async def test_optimizelys_ids_go_out_as_they_were_written(found: int | str) -> None:
    """In loading, saving and acting, of every kind; what is loaded again is that thing and no other."""
    vendor = Vendor({"id": found, "name": "n", "project_id": 1})
    async with abclient.Optimizely(TOKEN, transport=vendor, retries=0) as client:
        for kind in ("experiments", "campaigns", "audiences", "pages", "attributes", "features", "groups"):
            vendor.requests.clear()
            thing = (await getattr(client, kind).list(1))[0]
            await thing.refresh()
            thing.name = "m"
            await thing.save()
            assert vendor.asked[1:] == [
                ("GET", f"/v2/{kind}/{quoted(found)}"),
                ("PATCH", f"/v2/{kind}/{quoted(found)}"),
            ]
        experiment = (await client.experiments.list(1))[0]
        await experiment.start()
        assert vendor.asked[-1] == ("PATCH", f"/v2/experiments/{quoted(found)}")
        await experiment.archive()
        assert vendor.asked[-1] == ("DELETE", f"/v2/experiments/{quoted(found)}")


@pytest.mark.parametrize("found", IDS)
async def test_webhooks_go_out_as_they_were_written(found: int | str) -> None:
    """Theirs are text in newer editions of the vendor's document; an update has all that these require."""
    hook: dict[str, Any] = {
        "id": found,
        "project_id": 1,
        "name": "n",
        "url": "https://e",
        "description": "d",
        "events": [],
    }
    vendor = Vendor(hook)
    async with abclient.Optimizely(TOKEN, transport=vendor, retries=0) as client:
        one = (await client.webhooks.list(1))[0]
        one.name = "m"
        await one.save()
        assert vendor.sent == {
            "name": "m",
            **{name: hook[name] for name in ("description", "events", "url")},
        }
        await one.delete()
        await client.webhooks.get(found)
        await client.webhooks.update(found, name="x")
        await client.webhooks.delete(found)
    path = f"/v2/webhooks/{quoted(found)}"
    assert vendor.asked[1:] == [(method, path) for method in ("PATCH", "DELETE", "GET", "PATCH", "DELETE")]


@pytest.mark.parametrize("found", IDS)
async def test_ids_inside_of_what_is_saved_go_out_as_they_were_written(found: int | str) -> None:
    """A list that is sent back with one part changed keeps the ids of all parts, whatever type they have."""
    parts: list[dict[str, Any]] = [
        {"variation_id": found, "name": "a", "weight": 1},
        {"variation_id": 6, "name": "b", "weight": 1},
    ]
    vendor = Vendor({"id": 7, "name": "n", "project_id": 1, "variations": parts})
    async with abclient.Optimizely(TOKEN, transport=vendor, retries=0) as client:
        experiment = await client.experiments.get(7)
        assert experiment.variations is not None
        experiment.variations[1].name = "c"
        await experiment.save()
    assert vendor.sent == {"variations": [parts[0], {**parts[1], "name": "c"}]}


@pytest.mark.parametrize("event_type", ["custom", "click"])
@pytest.mark.parametrize("found", IDS)
async def test_events_name_their_place_as_it_was_written(found: int | str, event_type: str) -> None:
    """The path of an event has two ids."""
    vendor = Vendor({"id": found, "name": "n", "event_type": event_type, "project_id": found, "page_id": found})
    async with abclient.Optimizely(TOKEN, transport=vendor, retries=0) as client:
        event = (await client.events.list(1))[0]
        event.name = "m"
        await event.save()
        await event.refresh()
        await event.archive()
    paths = {path.replace(quoted(found), "ID") for _, path in vendor.asked[1:]}
    place = "projects/ID/custom_events" if event_type == "custom" else "pages/ID/events"
    assert paths == {f"/v2/{place}/ID", "/v2/events/ID"}


@pytest.mark.parametrize("found", IDS)
async def test_classics_ids_go_out_as_they_were_written(found: int | str) -> None:
    """In loading, saving and acting, and in bulk."""
    vendor = Vendor({"id": found, "description": "n", "experiment_type": "ab", "status": "Paused"})
    async with abclient.OptimizelyClassic(TOKEN, transport=vendor, retries=0) as client:
        experiment = (await client.experiments.list(1))[0]
        experiment.description = "m"
        await experiment.save()
        await experiment.refresh()
        await experiment.start()
        outcomes = await client.experiments.fetch_results([experiment])
        await client.experiments.get(written(found))
        await experiment.delete()
    assert [outcome.key for outcome in outcomes] == [found]
    path = f"/experiment/v1/experiments/{quoted(found)}"
    asked = [(method, path) for method in ("PUT", "GET", "PUT")]
    assert vendor.asked[1:] == [*asked, ("GET", f"{path}/results"), ("GET", path), ("DELETE", path)]


CALLS: dict[str, tuple[Callable[[Any], Awaitable[object]], str]] = {
    "refresh": (lambda one: one.refresh(), ""),
    "start": (lambda one: one.start(), "/update"),
    "report": (lambda one: one.report(), ""),
}


@pytest.mark.parametrize("found", IDS)
async def test_converts_ids_go_out_as_they_were_written(found: int | str) -> None:
    """Its ids are text; one that is a number all the same names the same thing."""
    vendor = Vendor({"id": found, "name": "n", "status": "paused", "reportData": []})
    async with abclient.ConvertV1(APPLICATION, SECRET, transport=vendor, retries=0) as client:
        contents = client.project("p")
        vendor.steps[:] = [answer(200, [vendor.thing])]
        for kind in ("experiences", "hypotheses"):
            thing = (await getattr(contents, kind).list())[0]
            vendor.steps[:] = [answer(200, vendor.thing)]
            for use in (thing.refresh, thing.save, *((thing.start, thing.report) if kind == "experiences" else ())):
                thing.name = f"{thing.name}m"
                await use()
                assert f"/{quoted(found)}" in f"{vendor.asked[-1][1]}/", (kind, use)
            vendor.steps[:] = [answer(200, [vendor.thing])]


@pytest.mark.parametrize("wrong", ["5", "0011", 5.0, True, None])
async def test_text_of_ones_own_is_no_id_of_a_vendor_that_counts(wrong: Any) -> None:
    """What comes from elsewhere may be the id of something else; it is refused before anything is sent."""
    vendor = Vendor({"id": 5, "name": "n"})
    async with abclient.Optimizely(TOKEN, transport=vendor) as client:
        for use in (client.experiments.get, client.audiences.get):
            with pytest.raises(TypeError, match="must be of type int"):
                await use(wrong)
    assert vendor.requests == []
