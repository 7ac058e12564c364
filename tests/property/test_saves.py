"""Saves that overlap lose no change, whoever makes them and in whatever order they are answered."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import abclient
from abclient.transports import WireRequest, WireResponse
from support.cases import cases
from support.clients import TOKEN
from support.fake import Script, answer

FIELDS = ("name", "description", "key", "condition_type")


class Vendor:
    """Keeps one attribute of Optimizely, merges what is sent, and takes its time before and after; some fail."""

    def __init__(self, delays: list[tuple[int, int]], failing: Iterable[int] = ()) -> None:
        self.state: dict[str, Any] = {"id": 7, "project_id": 1, **dict.fromkeys(FIELDS, "old")}
        self.failing = set(failing)
        self.sent: list[dict[str, Any]] = []
        self.asked = 0
        self._delays = delays

    async def send(self, request: WireRequest) -> WireResponse:
        before, after = self._delays[self.asked % len(self._delays)] if self.asked else (0, 0)
        self.asked += 1
        if request.body:
            self.sent.append(json.loads(request.body))
        await ticks(before)
        if request.body and len(self.sent) in self.failing:
            await ticks(after)
            return answer(400, {"message": "not today"})
        self.state |= json.loads(request.body or b"{}")
        if request.body:
            # Read-only, and another one after every change: an object that took it for its own could not be saved.
            self.state["last_modified"] = f"2026-01-01T00:00:{len(self.sent) % 60:02}Z"
        response = answer(200, self.state)
        await ticks(after)
        return response

    async def aclose(self) -> None:
        return None


async def ticks(number: int) -> None:
    for _ in range(number):
        await asyncio.sleep(0)


NUMBERS = st.integers() | st.integers(2**63, 2**70) | st.floats() | st.text(max_size=3) | st.none()


@cases(150)
@given(st.dictionaries(st.sampled_from(["holdback", "traffic_allocation", "audience_conditions", "new"]), NUMBERS))
def test_what_was_not_touched_has_not_changed(values: dict[str, Any]) -> None:
    """Whatever the vendor wrote where a number should be, loading it makes no change and saving it sends nothing."""

    async def run() -> None:
        script = Script(answer(200, {"id": 7, **values}))
        async with abclient.Optimizely(TOKEN, transport=script) as client:
            experiment = await client.experiments.get(7)
            assert experiment.changes() == {}
            await experiment.save()
        assert len(script.requests) == 1

    asyncio.run(run())


CHANGES = st.dictionaries(st.sampled_from(FIELDS[:3]), st.text(max_size=3), max_size=3)
DELAYS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=3)


@cases(200)
@given(CHANGES, CHANGES, DELAYS)
def test_two_copies_saved_at_once_lose_no_change(
    one: dict[str, str], other: dict[str, str], delays: list[tuple[int, int]]
) -> None:
    """Each sends its own changes and nothing else; the vendor then has both."""
    mine = {name: value for name, value in other.items() if name not in one}

    async def run() -> Vendor:
        vendor = Vendor(delays)
        async with abclient.Optimizely(TOKEN, transport=vendor) as client:
            first, second = await client.attributes.get(7), await client.attributes.get(7)
            change(first, one)
            change(second, mine)
            await asyncio.gather(first.save(), second.save())
        return vendor

    vendor = asyncio.run(run())
    assert vendor.state.items() >= {**one, **mine}.items()
    assert all(set(body) <= set(one) or set(body) <= set(mine) for body in vendor.sent)


@cases(200)
@given(CHANGES, CHANGES, DELAYS, st.integers(0, 12))
def test_changes_made_during_a_save_are_not_lost(
    one: dict[str, str], other: dict[str, str], delays: list[tuple[int, int]], pause: int
) -> None:
    """An object changed while it is being saved keeps the change, and its next save sends it."""

    async def run() -> tuple[Vendor, dict[str, Any]]:
        vendor = Vendor(delays)
        async with abclient.Optimizely(TOKEN, transport=vendor) as client:
            item = await client.attributes.get(7)
            change(item, one)
            saving = asyncio.create_task(item.save())
            await ticks(pause)
            change(item, other)
            await saving
            held = {name: getattr(item, name) for name in FIELDS}
            await item.save()
            assert item.changes() == {}
        return vendor, held

    vendor, held = asyncio.run(run())
    expected = {**dict.fromkeys(FIELDS, "old"), **one, **other}
    assert held == expected
    assert {name: vendor.state[name] for name in FIELDS} == expected


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["save", "save", "save", "refresh", "cancel", "colleague", "nothing"]),
        CHANGES,
        st.integers(0, 8),
    ),
    min_size=1,
    max_size=8,
)


@cases(300)
@given(STEPS, DELAYS, st.sets(st.integers(1, 8), max_size=2))
def test_whatever_overlaps_the_object_can_be_saved_and_sends_nothing_of_others(
    steps: list[tuple[str, dict[str, str], int]], delays: list[tuple[int, int]], failing: set[int]
) -> None:
    """Saves, loads, failures and cancellations in any order: a colleague's text stays, and the last edits arrive."""

    async def run() -> None:
        vendor = Vendor(delays, failing)
        async with abclient.Optimizely(TOKEN, transport=vendor, retries=0) as client:
            item = await client.attributes.get(7)
            calls: list[asyncio.Task[object]] = []
            for action, changes, pause in steps:
                change(item, changes)
                if action == "colleague":
                    vendor.state["condition_type"] = f"theirs {len(calls)} {pause}"
                elif action == "cancel" and calls:
                    calls[-1].cancel()
                elif action in ("save", "refresh"):
                    calls.append(asyncio.create_task(getattr(item, action)()))
                await ticks(pause)
            await asyncio.gather(*calls, return_exceptions=True)
            vendor.failing.clear()
            change(item, dict.fromkeys(FIELDS[:3], "last"))
            await item.save()
            assert item.changes() == {}
            before = len(vendor.sent)
            await item.save()
        assert len(vendor.sent) == before
        assert [body for body in vendor.sent if not set(body) <= set(FIELDS[:3])] == []
        assert {name: vendor.state[name] for name in FIELDS[:3]} == dict.fromkeys(FIELDS[:3], "last")

    asyncio.run(run())


def change(item: object, changes: dict[str, str]) -> None:
    for name, value in changes.items():
        setattr(item, name, value)
