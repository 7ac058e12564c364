"""Calls that are made in bulk work, whoever makes them: as patient as its own, and in nobody's way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from typing import Any, Literal

import pytest
from attrs import evolve

from abclient import errors
from abclient._bulk_mode import bulk_mode
from abclient._rate_limit_headers import RateLimitInfo
from abclient._ratelimit import RateLimiter
from abclient._session import Session
from abclient.bulk import fetch_all, fetch_many
from abclient.options import CallOptions
from abclient.source import Scope
from abclient.transports import WireRequest, WireResponse
from abclient.vendors.launchdarkly.source import LaunchDarklySource
from abclient.vendors.launchdarkly.vendor import VENDOR
from support.fake import Clock, Script, answer, fake_session, json_request
from support.simulation import in_virtual_time, single_calls
from support.styles import Style, Window

REFUSALS = 9
Concurrency = int | Literal["auto"]


def refusing(times: int = REFUSALS) -> Script:
    return Script(*[answer(429, retry_after="1")] * times, answer(200, {"a": 1}))


@pytest.mark.parametrize("concurrency", [1, 3, "auto"])
async def test_a_lookup_in_bulk_work_is_patient(concurrency: Concurrency) -> None:
    """More refusals than a call has attempts cost time and no item, though nobody asked for a patient session."""
    session = fake_session(refusing())

    async def fetch(key: int) -> Any:
        return await session.send(json_request())

    outcomes = await fetch_many(fetch, range(4), concurrency=concurrency, limiter=session.limiter)
    assert all(outcome.ok for outcome in outcomes)


async def test_what_draws_the_keys_is_bulk_work_too() -> None:
    """A listing that is refused as often loses none of its items."""
    session = fake_session(refusing())

    async def keys() -> AsyncIterator[int]:
        for number in range(3):
            await session.send(json_request())
            yield number

    async def fetch(key: int) -> int:
        return key

    assert [outcome.value for outcome in await fetch_many(fetch, keys(), ordered=True)] == [0, 1, 2]


async def test_several_by_their_ids_are_bulk_work() -> None:
    """As the vendors' ``get`` of many ids does."""
    session = fake_session(refusing())

    async def fetch(key: int) -> Any:
        return await session.send(json_request())

    assert await fetch_all(fetch, [1, 2]) == [{"a": 1}, {"a": 1}]


async def test_a_call_beside_bulk_work_is_not_part_of_it() -> None:
    """Where outcomes are taken, and after it: a single call is refused as ever, and the mode is each worker's own."""
    session = fake_session(Script(answer(200, {})))
    modes: list[object] = []

    async def fetch(key: int) -> Any:
        modes.append(bulk_mode.get())
        return await session.send(json_request())

    async for _ in fetch_many(fetch, range(2), concurrency=1):
        modes.append(bulk_mode.get())
    async for _ in fetch_many(fetch, range(1), concurrency="auto", limiter=session.limiter):
        modes.append(bulk_mode.get())
    assert modes == ["fixed", "fixed", None, None, "adaptive", None] or modes == [
        *("fixed", None, "fixed", None, "adaptive", None)
    ]
    refused = fake_session(refusing())
    with pytest.raises(errors.TooManyRequestsError):
        await refused.send(json_request())


async def test_an_adaptive_lookup_keeps_to_the_rate() -> None:
    """With ``auto`` and a client's limiter, calls of any kind are spread over what is announced."""
    clock = Clock()
    quota = {"x_ratelimit_remaining": "20", "x_ratelimit_reset": "10"}
    session = fake_session(Script(answer(200, {}, **quota)), clock=clock, uniform=lambda low, high: low)

    async def fetch(key: int) -> Any:
        return await session.send(json_request())

    await fetch_many(fetch, range(40), concurrency="auto", limiter=session.limiter)
    assert clock.now - 1000.0 >= 8.0


class _Client:
    """Of a client, what a source needs to look experiments up."""

    def __init__(self, session: Session) -> None:
        self.limiter = session.limiter


@pytest.mark.parametrize("concurrency", [None, 2])
async def test_the_command_s_lookups_and_allocations_are_patient(concurrency: int | None) -> None:
    """Each id that is refused nine times in a row is found."""
    session = fake_session(refusing())
    fixed: dict[str, Any] = {"concurrency": concurrency} if concurrency else {}
    source = LaunchDarklySource(_Client(session), VENDOR, Scope(), fixed)

    async def get(key: str) -> Any:
        return await session.send(json_request())

    found: Sequence[Any] = [one async for one in source._looked_up(get, ["a", "b"])]  # pyright: ignore[reportPrivateUsage]  # what subclasses use
    assert (found, source.failures) == ([{"a": 1}] * 2, {})
    assert source.bulk_options == (fixed or {"concurrency": "auto", "limiter": session.limiter})


@pytest.mark.parametrize("concurrency", [4, 8, 32])
@pytest.mark.parametrize(("count", "seconds"), [(20, 1.0), (100, 10.0), (40, 2.0)])
def test_a_fixed_number_of_calls_starves_no_single_call(count: int, seconds: float, concurrency: int) -> None:
    """Where the limit is announced, 95 of 100 take at most twice their own time, and bulk work hardly longer."""
    slowest = 0.2
    style = Style(lambda: Window(count, seconds, tells=True, route_share=1.0), latency=(0.1, slowest))
    took, whole = single_calls(style, concurrency)
    assert took[int(0.95 * len(took))] <= 2 * slowest
    assert whole <= 1.35 * (300 + len(took)) / (count / seconds) + 1.0


async def test_a_fixed_number_alone_is_not_slowed_down() -> None:
    """Nobody is beside it, and nothing is announced: all that are allowed go at once, as often as answers come."""
    clock = Clock()
    limiter = RateLimiter(clock=clock, sleep=clock.sleep, advised_rate=1.0)
    for _ in range(200):
        permit = await limiter.acquire("a", bulk=True)
        assert not permit.adaptive
        limiter.record_success(permit)
    assert clock.now == 1000.0


@pytest.mark.parametrize(
    ("since_bulk", "since_single", "adaptive"),
    [(0.0, 0.0, True), (4.9, 0.0, True), (5.0, 0.0, False), (1.0, 29.9, True), (1.0, 30.0, False)],
)
async def test_single_calls_are_beside_bulk_work_for_a_while(
    since_bulk: float, since_single: float, adaptive: bool
) -> None:
    """One that comes within five seconds of it makes it keep to the rate, for half a minute."""
    clock = Clock()
    limiter = RateLimiter(clock=clock, sleep=clock.sleep, uniform=lambda low, high: low)
    limiter.record_success(await limiter.acquire("a", bulk=True))
    clock.now += since_bulk
    limiter.record_success(await limiter.acquire("a"))
    clock.now += since_single
    assert (await limiter.acquire("a", bulk=True)).adaptive is adaptive


async def test_a_single_call_before_any_bulk_work_is_beside_none() -> None:
    """A listing that comes first changes nothing."""
    clock = Clock()
    limiter = RateLimiter(clock=clock, sleep=clock.sleep)
    limiter.record_success(await limiter.acquire("a"))
    assert not (await limiter.acquire("a", bulk=True)).adaptive


async def test_adaptive_calls_are_not_single_calls() -> None:
    """One during bulk work with a fixed concurrency does not make that keep to the rate."""
    clock = Clock()
    limiter = RateLimiter(clock=clock, sleep=clock.sleep)
    limiter.record_success(await limiter.acquire("a", bulk=True))
    limiter.record_success(await limiter.acquire("a", adaptive=True))
    assert not (await limiter.acquire("a", bulk=True)).adaptive


async def test_a_fixed_number_is_spread_over_what_is_announced() -> None:
    """Half of it goes in half of the window, whatever is to come; what fits in easily goes at once."""
    for work, seconds in ((0, 5.0), (10_000, 5.0), (45, 0.0)):
        clock = Clock()
        limiter = RateLimiter(clock=clock, sleep=clock.sleep, uniform=lambda low, high: low)
        limiter.add_pending(work)
        limiter.record_success(await limiter.acquire("a", bulk=True), [RateLimitInfo("account", 100, 10.0)])
        for number in range(50):
            left = [RateLimitInfo("account", 99 - number, 1010.0 - clock.now)]
            limiter.record_success(await limiter.acquire("a", bulk=True), left)
        assert clock.now - 1000.0 == pytest.approx(seconds, abs=0.3)


async def test_a_fixed_number_keeps_to_the_largest_rate() -> None:
    """That nobody exceeds, also where something is announced."""
    clock = Clock()
    limiter = RateLimiter(clock=clock, sleep=clock.sleep, uniform=lambda low, high: low, max_rate=10.0)
    for _ in range(21):
        limiter.record_success(await limiter.acquire("a", bulk=True), [RateLimitInfo("account", 10_000, 10.0)])
    assert clock.now - 1000.0 == pytest.approx(2.0, abs=0.2)


async def test_beside_single_calls_no_rate_is_tried_that_was_refused() -> None:
    """Bulk work stays at 0.85 of it, however long it goes on; alone it looks further."""
    from abclient._ratelimit.rate import LearnedRate

    learned = LearnedRate()
    now = 0.0
    for _ in range(100):
        learned.record_sent(now, binding=True)
        learned.record_success(now, binding=False)
        now += 0.05
    learned.record_throttle(now)
    learned.record_recovery(now + 1.0, overload=False)
    low = learned.rate
    assert learned.non_probing_rate == low
    for _ in range(2_000):
        now += 0.05
        learned.record_sent(now, binding=True)
    assert learned.rate > 20.0
    assert learned.non_probing_rate == pytest.approx(0.85 * 20.0, rel=0.06)


class Pool:
    """A transport with so many connections, which are given to whoever came first; an answer takes 0.2 seconds."""

    def __init__(self, connections: int) -> None:
        self._free = asyncio.Semaphore(connections)

    async def send(self, request: WireRequest) -> WireResponse:
        async with self._free:
            await asyncio.sleep(0.2)
        return WireResponse(status=200, headers=(), body=b"{}")

    async def aclose(self) -> None:
        """Nothing is open."""


def test_bulk_work_leaves_a_connection_to_single_calls() -> None:
    """Four times as many calls as connections: the first single call waits for those that queue, no other does."""
    took: list[float] = []

    async def main() -> None:
        account = evolve(
            fake_session(Script()).account, transport=Pool(10), rate_limiter=RateLimiter(max_concurrency=10)
        )
        session = Session(account, CallOptions())

        async def fetch(key: int) -> Any:
            return await session.send(json_request())

        bulk = asyncio.create_task(everything(fetch))
        while not bulk.done():
            await asyncio.sleep(0.3)
            began = asyncio.get_running_loop().time()
            await session.send(json_request())
            took.append(asyncio.get_running_loop().time() - began)
        await bulk

    async def everything(fetch: Any) -> None:
        assert all(outcome.ok for outcome in await fetch_many(fetch, range(1_000), concurrency=40))

    in_virtual_time(main)
    assert len(took) > 30
    assert took[0] > 0.5
    assert max(took[1:]) == pytest.approx(0.2)


@pytest.mark.parametrize(("most", "at_once"), [(1, 1), (2, 1), (5, 4)])
async def test_beside_single_calls_all_connections_but_one_are_used(most: int, at_once: int) -> None:
    """By bulk work with a fixed number of calls; where there is one, it is shared."""
    limiter = RateLimiter(max_concurrency=most, uniform=lambda low, high: low)
    limiter.release(await limiter.acquire("a", bulk=True))
    limiter.release(await limiter.acquire("a"))
    tasks = [asyncio.create_task(limiter.acquire("a", bulk=True)) for _ in range(most + 2)]
    for _ in range(20):
        await asyncio.sleep(0)
    assert sum(task.done() for task in tasks) == at_once
    limiter.record_success(next(task.result() for task in tasks if task.done()))
    for _ in range(20):
        await asyncio.sleep(0)
    assert sum(task.done() for task in tasks) == at_once + 1
    for task in tasks:
        task.cancel()


async def test_a_fixed_number_beside_single_calls_is_slowed_down_by_refusals_alone() -> None:
    """Neither by the rate advised for ``auto``, nor by a careful start; a refusal teaches what was really sent."""
    clock = Clock()
    limiter = RateLimiter(
        clock=clock, sleep=clock.sleep, uniform=lambda low, high: low, advised_rate=1.0, documented_wait=60.0
    )
    limiter.record_success(await limiter.acquire("a", bulk=True))
    limiter.record_success(await limiter.acquire("a"))
    for _ in range(200):
        permit = await limiter.acquire("a", bulk=True)
        assert (permit.adaptive, permit.fixed) == (True, True)
        clock.now += 0.01
        limiter.record_success(permit)
    assert clock.now - 1000.0 == pytest.approx(2.0)
    limiter.record_throttle(await limiter.acquire("a", bulk=True), 1.0)
    limiter.record_success(await limiter.acquire("a"))
    began = clock.now
    for _ in range(20):
        limiter.release(await limiter.acquire("a", bulk=True))
    assert 20 / (clock.now - began) == pytest.approx(40.0, rel=0.15)  # 0.4 of a hundred a second
    clock.now += 31.0
    began = clock.now
    for _ in range(50):
        limiter.release(await limiter.acquire("a", bulk=True))
    assert clock.now == began
