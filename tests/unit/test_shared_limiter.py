"""Processes that share the limits of an account, in virtual time, with the client's own code and a simulated store."""

from __future__ import annotations

import asyncio
import logging
from statistics import median
from typing import Any

import pytest

from abclient._ratelimit import Permit
from abclient._ratelimit.shared import SharedRateLimiter
from abclient._ratelimit.store import Exchange, Reply
from abclient.errors import ClientClosedError, ConfigurationError, RateLimitedLocallyError
from support.cases import a_third_every_run
from support.sharing import MemoryConnection, MemoryStore, Shared, Worker, share_store
from support.simulation import in_virtual_time
from support.styles import Bucket, Style, Window

LATENCY = (0.06, 0.08)
BUCKET = Style(lambda: Bucket(20, 60, asks=True), advised_rate=40.0, latency=LATENCY)
SILENT_BUCKET = Style(lambda: Bucket(20, 60), advised_rate=40.0, latency=LATENCY)
WINDOW = Style(lambda: Window(60, 3, asks=True), advised_rate=40.0, latency=LATENCY)
SILENT_WINDOW = Style(lambda: Window(60, 3), advised_rate=40.0, latency=LATENCY)
ANNOUNCED = Style(lambda: Window(100, 5, tells=True, route_share=1.0), latency=LATENCY)
RATE, BURST = 20.0, 60
EVEN = [Worker(150)] * 4
UNEVEN = [Worker(420), Worker(60), Worker(60), Worker(60)]
LATE = [Worker(300), *[Worker(60, begins=6.0)] * 3]
FOREVER = 1e9
SEEDS = [1, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(2, 6))]


def ratio(style: Style, ran: Shared) -> float:
    """The time that it took, over what the limit allows at best; those that were killed had done a part."""
    burst = BURST if style in (BUCKET, SILENT_BUCKET) else 0
    return ran.seconds / ((ran.answers * (1 - ran.refused) - burst) / RATE)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    ("style", "workers", "options", "most", "refused"),
    a_third_every_run(
        [
            pytest.param(BUCKET, EVEN, {}, 1.1, 0.02, id="bucket"),
            pytest.param(SILENT_BUCKET, EVEN, {}, 1.1, 0.02, id="silent bucket"),
            pytest.param(WINDOW, EVEN, {}, 1.3, 0.05, id="window"),
            pytest.param(SILENT_WINDOW, EVEN, {}, 1.3, 0.05, id="silent window"),
            pytest.param(ANNOUNCED, EVEN, {}, 1.1, 0.005, id="announced"),
            pytest.param(ANNOUNCED, UNEVEN, {}, 1.1, 0.005, id="announced, uneven"),
            pytest.param(SILENT_BUCKET, UNEVEN, {}, 1.15, 0.02, id="uneven"),
            pytest.param(BUCKET, LATE, {}, 1.15, 0.02, id="late joiners"),
            pytest.param(SILENT_BUCKET, UNEVEN, {"max_rate": RATE}, 1.15, 0.0, id="known rate"),
        ]
    ),
)
def test_processes_keep_one_limit(
    style: Style, workers: list[Worker], options: dict[str, Any], most: float, refused: float, seed: int
) -> None:
    """Four of them, at 20 requests a second: time over the ideal time, and the part of requests that is throttled."""
    ran = share_store(style, workers, seed, **options)
    assert ran.parts == [worker.items for worker in workers]
    assert ratio(style, ran) <= most
    assert ran.refused <= refused


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    ("style", "down", "forgets"),
    [
        pytest.param(BUCKET, (10.0, FOREVER), False, id="never back"),
        pytest.param(BUCKET, (8.0, 14.0), True, id="back, empty"),
        pytest.param(BUCKET, (8.0, 14.0), False, id="back"),
        pytest.param(ANNOUNCED, (8.0, 14.0), True, id="announced quotas"),
    ],
)
def test_a_store_that_is_gone_costs_no_item(style: Style, down: tuple[float, float], forgets: bool, seed: int) -> None:
    """Each process keeps to its part, and joins the others again; 1.2 of the ideal time, in one run of twenty 1.5."""
    ran = share_store(style, EVEN, seed, store=MemoryStore(down=down, forgets=forgets))
    assert ran.parts == [150] * 4
    assert ratio(style, ran) <= 1.5
    assert ran.refused <= 0.03


@pytest.mark.slow
def test_a_store_that_comes_back_empty_usually_costs_a_few_percent() -> None:
    """The median of several runs; of single ones chance decides, by the order of what happens in the same moment."""
    found = [
        ratio(BUCKET, share_store(BUCKET, EVEN, seed, store=MemoryStore(down=(8.0, 14.0), forgets=True)))
        for seed in range(9)
    ]
    assert median(found) <= 1.1


@pytest.mark.parametrize("seed", SEEDS)
def test_a_process_that_is_killed_leaves_its_part_to_the_others(seed: int) -> None:
    """They do their work, and what is left of the time is theirs."""
    ran = share_store(BUCKET, [Worker(150, killed=8.0), *[Worker(150)] * 3], seed)
    assert ran.parts[1:] == [150] * 3
    assert ratio(BUCKET, ran) <= 1.2


def test_a_known_rate_is_split_where_the_store_is_gone() -> None:
    """A quarter of it for each of four, so that nothing is throttled; and the whole again when it is back."""
    ran = share_store(SILENT_BUCKET, EVEN, 1, store=MemoryStore(down=(5.0, 12.0)), max_rate=RATE)
    assert ran.refused == 0.0
    assert 0.95 <= ran.seconds / (600 / RATE) <= 1.15


@pytest.mark.parametrize(
    ("down", "refused", "most"),
    [
        pytest.param((FOREVER, FOREVER), 0.0, 1.1, id="store"),
        pytest.param((8.0, 16.0), 0.05, 1.7, id="no store for a while"),
    ],
)
def test_a_documented_pace_is_that_of_all_processes(down: tuple[float, float], refused: float, most: float) -> None:
    """2 a second, of four processes together, nearly as soon as it allows; a quarter each where the store is gone."""
    style = Style(lambda: Bucket(2, 4), latency=LATENCY)
    ran = share_store(style, [Worker(15)] * 4, 1, store=MemoryStore(down=down), pace=2.0, initial_rate=2.0)
    assert ran.parts == [15] * 4
    assert ran.refused <= refused
    assert 0.9 <= ran.seconds / (60 / 2) <= most


def test_one_process_behaves_as_without_a_store() -> None:
    """A store costs a process that is alone about one exchange for each request, and no time to speak of."""
    alone = share_store(BUCKET, [Worker(300)], 1)
    assert ratio(BUCKET, alone) <= 1.1
    assert alone.exchanges <= 1.5 * alone.answers


class Controlled(MemoryConnection):
    """A connection of a test, which fails on demand, and keeps what it was told."""

    error: Exception | None = None

    def __init__(self, store: MemoryStore) -> None:
        super().__init__(store, "account")
        self.told: list[Exchange] = []

    async def exchange(self, told: Exchange) -> Reply | None:
        self.told.append(told)
        if self.error is not None:
            raise self.error
        return await super().exchange(told)


def lowest(low: float, high: float) -> float:
    return low


def make(store: MemoryStore | None = None, **options: Any) -> tuple[SharedRateLimiter, Controlled]:
    connection = Controlled(store or MemoryStore())
    clock = asyncio.get_running_loop().time
    return SharedRateLimiter(connection, clock=clock, uniform=lowest, **options), connection


def now() -> float:
    return asyncio.get_running_loop().time()


def test_a_cooldown_of_one_process_holds_the_single_calls_of_another() -> None:
    """It waits until the first one's probe has succeeded; with a deadline before that, it is told so."""

    async def main() -> list[float]:
        store = MemoryStore()
        (one, _), (other, _) = make(store), make(store)
        one.record_throttle(await one.acquire("get"), 5.0)
        await asyncio.sleep(1.0)
        with pytest.raises(RateLimitedLocallyError):
            for _ in range(2):  # the first learns of it
                await other.acquire("get", deadline=now() + 1.0)
        moments = list[float]()

        async def call(limiter: SharedRateLimiter) -> None:
            permit = await limiter.acquire("get")
            moments.append(now())
            await asyncio.sleep(0.5)
            limiter.record_success(permit)

        await asyncio.gather(call(one), call(other))
        return moments

    first, second = in_virtual_time(main)
    assert first == pytest.approx(5.0, abs=0.1)
    assert second >= first + 0.5


def test_a_max_rate_is_that_of_all_processes() -> None:
    """Single calls of two processes together keep to it."""

    async def main() -> float:
        store = MemoryStore()
        limiters = [make(store, max_rate=10.0)[0] for _ in range(2)]

        async def calls(limiter: SharedRateLimiter) -> None:
            for _ in range(20):
                limiter.record_success(await limiter.acquire("get"))

        await asyncio.gather(*map(calls, limiters))
        return now()

    assert in_virtual_time(main) == pytest.approx(39 / 10, rel=0.05)


@pytest.mark.parametrize("how", ["cancelled", "released"])
def test_a_probe_that_was_given_up_is_another_process_s(how: str) -> None:
    """Without waiting for its lease of ten seconds to end."""

    async def main() -> float:
        store = MemoryStore()
        (one, _), (other, _) = make(store), make(store)
        one.record_throttle(await one.acquire("get"), 2.0)
        await asyncio.sleep(2.5)
        if how == "released":
            one.release(await one.acquire("get"))
        else:
            task = asyncio.create_task(one.acquire("get"))
            await asyncio.sleep(0.0006)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await one.aclose()
        await asyncio.sleep(0.1)
        began = now()
        await asyncio.wait_for(other.acquire("get"), 60.0)
        return now() - began

    assert in_virtual_time(main) < (1.0 if how == "released" else 11.0)


def test_what_is_no_store_is_refused_at_first_and_outlived_later(caplog: pytest.LogCaptureFixture) -> None:
    """The first call raises; a store that turns into something else while work goes on is warned of."""

    async def main() -> list[Permit]:
        limiter, connection = make()
        connection.error = ConfigurationError("not a store")
        with pytest.raises(ConfigurationError, match="not a store"):
            await limiter.acquire("get")
        connection.error = None
        permits = [await limiter.acquire("get")]
        connection.error = ConfigurationError("not a store any more")
        permits += [await limiter.acquire("get") for _ in range(2)]
        await asyncio.sleep(3.0)
        await limiter.acquire("get")  # this one tries to join, in vain
        await asyncio.sleep(0.1)
        await limiter.aclose()
        return permits

    with caplog.at_level(logging.WARNING, "abclient"):
        assert [permit.number for permit in in_virtual_time(main)] == [1, 2, 3]
    (record,) = caplog.records
    assert "cannot be reached (not a store any more); this process keeps to the whole rate" in record.getMessage()


def test_it_joins_again_in_the_background() -> None:
    """Requests go on meanwhile, with numbers of their own, which count when it is back."""

    async def main() -> list[int]:
        limiter, connection = make()
        numbers = [(await limiter.acquire("get")).number]
        connection.error = ConnectionRefusedError("down")
        numbers += [(await limiter.acquire("get")).number for _ in range(3)]
        connection.error = None
        await asyncio.sleep(3.0)
        numbers.append((await limiter.acquire("get")).number)  # this one starts to join
        await asyncio.sleep(0.1)
        numbers.append((await limiter.acquire("get")).number)
        await limiter.aclose()
        return numbers

    assert in_virtual_time(main) == [1, 2, 3, 4, 5, 6]


def test_calls_that_begin_together_join_once() -> None:
    """The others wait for the first, and none is sent before."""

    async def main() -> tuple[list[int], int]:
        limiter, connection = make()
        permits = await asyncio.gather(*(limiter.acquire("get") for _ in range(3)))
        return sorted(permit.number for permit in permits), sum("seed" in told for told in connection.told)

    assert in_virtual_time(main) == ([1, 2, 3], 1)


def test_a_store_that_forgets_at_once_is_as_good_as_none() -> None:
    """The process goes on alone."""

    class Forgetful(Controlled):
        async def exchange(self, told: Exchange) -> Reply | None:
            await super().exchange(told)
            return None

    async def main() -> int:
        limiter = SharedRateLimiter(Forgetful(MemoryStore()), clock=asyncio.get_running_loop().time)
        number = (await limiter.acquire("get")).number
        assert not limiter.joined
        await limiter.aclose()
        return number

    assert in_virtual_time(main) == 1


def test_a_cooldown_that_the_others_do_not_know_of_yet_stays() -> None:
    """A reply that was under way when a request was throttled does not end the cooldown."""

    async def main() -> dict[str, float]:
        limiter, _ = make()
        permit = await limiter.acquire("get")
        under_way = asyncio.create_task(limiter.acquire("get"))
        await asyncio.sleep(0.0003)
        limiter.record_throttle(permit, 60.0)
        await asyncio.sleep(0.0008)
        under_way.cancel()
        return limiter.state("acme", 0.0)["cooldown_until"]

    assert in_virtual_time(main)["account"] == pytest.approx(60.0, abs=0.1)


def test_a_probe_that_is_left_to_the_garbage_collector_is_no_error() -> None:
    """Its event loop is gone, and nothing can be told any more."""

    async def main() -> tuple[SharedRateLimiter, Permit]:
        limiter, _ = make()
        limiter.record_throttle(await limiter.acquire("get"), 1.0)
        await asyncio.sleep(2.0)
        return limiter, await limiter.acquire("get")

    limiter, probe = in_virtual_time(main)
    limiter.release(probe)


def test_a_store_that_forgot_everything_is_given_what_is_known() -> None:
    """An expired account, or a Redis that was emptied: nothing is lost, and nothing is sent without a number."""

    async def main() -> list[int]:
        store = MemoryStore()
        limiter, _ = make(store)
        numbers = [(await limiter.acquire("get")).number for _ in range(3)]
        store.limits.clear()
        numbers.append((await limiter.acquire("get")).number)
        return numbers

    assert in_virtual_time(main) == [1, 2, 3, 4]


def test_a_closed_limiter_leaves_the_others() -> None:
    """It tells them, waits no more, and starts nothing afterwards."""

    async def main() -> tuple[int, int]:
        store = MemoryStore()
        (one, connection), (other, _) = make(store), make(store)
        permit = await one.acquire("get")
        other.record_throttle(await other.acquire("get"), 60.0)
        await asyncio.sleep(0.1)
        waiting = asyncio.create_task(one.acquire("get"))
        await asyncio.sleep(1.0)
        await one.aclose()
        with pytest.raises(ClientClosedError):
            await waiting
        told = len(connection.told)
        one.release(permit)
        await asyncio.sleep(1.0)
        assert len(connection.told) == told
        limits = store.limits["account"]
        return told, limits.exchange(Exchange(process="c"), 1e4)["processes"]

    told, processes = in_virtual_time(main)
    assert told > 0
    assert processes == 1


def test_what_one_process_learned_is_in_the_state_of_another() -> None:
    """``state`` gives the rate of all processes; none before the first 429."""

    async def main() -> list[Any]:
        store = MemoryStore()
        (one, _), (other, _) = make(store), make(store)
        states = [one.state("acme", 0.0)["learned"]]
        permits = [await one.acquire("get", adaptive=True) for _ in range(8)]
        for permit in permits[:-1]:
            one.record_success(permit)
        one.record_throttle(permits[-1], 1.0)
        await asyncio.sleep(1.1)
        one.record_success(await one.acquire("get", adaptive=True))
        await asyncio.sleep(0.1)
        for limiter in (one, other):
            await limiter.acquire("get")
            states.append(limiter.state("acme", 0.0)["learned"])
        return states

    before, of_one, of_other = in_virtual_time(main)
    assert before is None
    assert of_one is not None
    assert of_one == of_other
