"""What one of several processes tells the others and keeps to alone, decision by decision, in virtual time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any

import pytest

from abclient._rate_limit_headers import RateLimitInfo
from abclient._ratelimit import Permit
from abclient._ratelimit.rate import LearnedRate
from abclient._ratelimit.shared import FollowedRate, SharedRateLimiter
from abclient._ratelimit.store import Exchange, Reply
from support.sharing import MemoryConnection, MemoryStore
from support.simulation import in_virtual_time


def lowest(low: float, high: float) -> float:
    return low


def highest(low: float, high: float) -> float:
    return high


def learn(rate: LearnedRate, *, overload: bool, told: dict[str, bool]) -> None:
    """Two seconds of requests, more than the rate allows, one of which is throttled, and then two more."""
    for quarter in range(8):
        rate.record_sent(quarter / 4, binding=quarter % 2 == 0)
        rate.record_success(quarter / 4, binding=quarter == 0, count=30 if quarter else 1)
    rate.record_throttle(2.0, **told)
    rate.record_recovery(4.0, overload=overload)
    for moment in (4.5, 5.0):
        rate.record_sent(moment, binding=True)
        rate.record_success(moment, binding=True)


@pytest.mark.parametrize("overload", [False, True])
@pytest.mark.parametrize("told", [{}, {"enforced": True}, {"enforced": False}], ids=str)
def test_without_the_others_a_process_learns_by_itself(overload: bool, told: dict[str, bool]) -> None:
    """Exactly as a client that shares nothing."""
    alone, followed = LearnedRate(), FollowedRate()
    for rate in (alone, followed):
        learn(rate, overload=overload, told=told)
    assert followed.dump() == alone.dump()


def test_with_the_others_a_process_learns_nothing_by_itself() -> None:
    """What happens to its own requests is told to the others, and the rate comes back from there."""
    followed, untouched = FollowedRate(), FollowedRate()
    followed.following = True
    learn(followed, overload=False, told={})
    assert followed.dump() == untouched.dump()


def test_a_process_without_the_others_goes_on_with_its_part_of_the_rate() -> None:
    """In slow start, with the same part of each step; later, it stays at its part for twenty seconds."""
    starting = FollowedRate()
    whole = starting.shared()
    starting.continue_alone(4)
    assert starting.shared() == {**whole, **{name: whole[name] / 4 for name in ("rate", "step", "top")}}
    assert starting.in_slow_start
    found = FollowedRate()
    learn(found, overload=False, told={})
    rate = found.rate
    found.continue_alone(4)
    part = rate / 4
    assert found.shared() == {"rate": part, "step": 0.0, "slow_start": False, "top": part, "hold": 20.0, "held": 0.0}


class Noted(MemoryConnection):
    """A connection that keeps what it was told, and cannot reach the store while it is ``down``."""

    down = False

    def __init__(self, store: MemoryStore) -> None:
        super().__init__(store, "account")
        self.told: list[Exchange] = []

    async def exchange(self, told: Exchange) -> Reply | None:
        self.told.append(told)
        if self.down:
            raise ConnectionRefusedError("down")
        return await super().exchange(told)

    def events(self) -> list[Any]:
        return [event for told in self.told for event in told.get("events", ())]


def make(
    store: MemoryStore | None = None, uniform: Callable[[float, float], float] = lowest, **options: Any
) -> tuple[SharedRateLimiter, Noted]:
    connection = Noted(store or MemoryStore())
    limiter = SharedRateLimiter(connection, clock=now, uniform=uniform, **options)
    return limiter, connection


def now() -> float:
    return asyncio.get_running_loop().time()


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ({}, {"overload": False, "enforced": True, "random": 1.0}),
        ({"overload": True}, {"overload": True, "enforced": True, "random": 1.0}),
        ({"fixed": True}, {"overload": False, "enforced": False, "random": 1.0}),
    ],
    ids=str,
)
def test_a_throttled_request_is_told_of_with_all_that_decides(how: dict[str, Any], expected: dict[str, Any]) -> None:
    """Whether it was an overload, whether the rate was kept to, and the part of the jitter, as values of JSON."""

    async def main() -> list[Any]:
        limiter, connection = make(uniform=highest)
        for bulk in (True, False):  # bulk work makes way for single calls once both are under way
            limiter.release(await limiter.acquire("get", bulk=bulk))
        permit: Permit = await limiter.acquire("get", bulk=True, adaptive="fixed" not in how)
        overload: dict[str, Any] = {"overload": how["overload"]} if "overload" in how else {}
        limiter.record_throttle(permit, 5.0, **overload)
        await asyncio.sleep(0.1)
        return connection.events()

    (event,) = in_virtual_time(main)
    assert event["kind"] == "throttled"
    assert {name: event[name] for name in expected} == expected
    assert type(event["overload"]) is type(event["enforced"]) is bool


@pytest.mark.parametrize(("throttled", "later"), [(True, 0.0), (False, 0.25)])
def test_what_a_response_announces_is_told_by_the_vendor_s_clock(throttled: bool, later: float) -> None:
    """A date a second long and 0.4 s of latency leave the clock 0.7 s of doubt, so the reset is 29.3 s away, not 30."""

    async def main() -> Any:
        limiter, connection = make()
        permit = await limiter.acquire("get")
        await asyncio.sleep(0.4)
        limits = [RateLimitInfo("account", 0, 30.0)]
        if throttled:
            limiter.record_throttle(permit, 5.0, limits, 7_000.0)
        else:
            limiter.record_success(permit, limits, 7_000.0)
        await asyncio.sleep(0.5)
        return connection.told[-1]

    told = in_virtual_time(main)
    assert [event["overload"] for event in told["events"]] == [False] * throttled
    (window,) = told["windows"].values()
    assert (window["number"], window["remaining"]) == (1, 0)
    assert window["resets_in"] == pytest.approx(29.3 - later, abs=0.01)


def test_bulk_work_with_a_fixed_concurrency_spreads_what_an_announced_quota_leaves() -> None:
    """How much work there is, such a run does not say, so that no quota is ample for it."""

    async def main() -> float | None:
        limiter, connection = make()
        limiter.record_success(await limiter.acquire("get"), [RateLimitInfo("account", 1_000, 10.0)])
        limiter.release(await limiter.acquire("get", bulk=True))
        (take,) = [told["take"] for told in connection.told if "take" in told][1:]
        return take.get("rate")

    assert in_virtual_time(main) == pytest.approx(100.0, rel=0.2)


def test_a_probe_that_is_given_up_is_told_of() -> None:
    """As released, with its number."""

    async def main() -> tuple[int, list[Any]]:
        limiter, connection = make()
        limiter.record_throttle(await limiter.acquire("get"), 1.0)
        await asyncio.sleep(1.5)
        probe = await limiter.acquire("get")
        limiter.release(probe)
        await asyncio.sleep(0.1)
        return probe.number, connection.events()[1:]

    assert in_virtual_time(main) == (2, [{"kind": "released", "number": 2}])


def test_cooldowns_that_are_told_of_together_end_with_those_of_the_others() -> None:
    """Two routes were throttled at once, which takes one exchange; another process has probed both."""

    async def main() -> list[dict[str, float]]:
        store = MemoryStore()
        (one, connection), (other, _) = make(store), make(store)
        permits = [await one.acquire(route) for route in "ab"]
        told = len(connection.told)
        for permit in permits:
            one.record_throttle(permit, None, [RateLimitInfo("route", 0, 1.0)])
        await asyncio.sleep(0.1)
        assert len(connection.told) == told + 1
        await asyncio.sleep(1.9)
        before = one.state("acme", 0.0)["cooldown_until"]
        for route in "ab":
            other.record_success(await other.acquire(route))
        await asyncio.sleep(0.5)
        await one.acquire("c")
        return [before, one.state("acme", 0.0)["cooldown_until"]]

    before, after = in_virtual_time(main)
    assert set(before) == {"a", "b"}
    assert after == {}


async def two(uniform: Callable[[float, float], float], **options: Any) -> tuple[SharedRateLimiter, Noted]:
    """One of two processes that have both asked the store, just before it is gone for this one."""
    store = MemoryStore()
    (one, connection), (other, _) = make(store, uniform, **options), make(store, **options)
    for limiter in (other, one):
        limiter.release(await limiter.acquire("get"))
    connection.down = True
    return one, connection


@pytest.mark.parametrize(("uniform", "first"), [(lowest, 0.0), (highest, 0.2)])
def test_one_of_two_keeps_to_half_of_a_known_rate_without_the_store(
    uniform: Callable[[float, float], float], first: float, caplog: pytest.LogCaptureFixture
) -> None:
    """Bulk work begins again within one of its own steps of 0.2 s, so that the two do not do so at the same moment."""

    async def main() -> tuple[bool, list[float]]:
        limiter, _ = await two(uniform, max_rate=10.0)
        began, moments = now(), list[float]()
        for _ in range(4):
            limiter.release(await limiter.acquire("get", adaptive=True, bulk=True))
            moments.append(now() - began)
        return limiter.joined, moments

    with caplog.at_level(logging.WARNING, "abclient"):
        joined, moments = in_virtual_time(main)
    assert joined is False
    assert moments == pytest.approx([first, first + 0.2, first + 0.4, first + 0.6], abs=0.06)
    assert [record.getMessage() for record in caplog.records] == [
        "the rate-limit store cannot be reached (down); this process keeps to 1/2 of the rate until it can"
    ]


def test_single_calls_keep_to_their_part_of_a_known_rate_too() -> None:
    """5 a second of 10, which two processes may send together."""

    async def main() -> float:
        limiter, _ = await two(lowest, max_rate=10.0)
        began = now()
        for _ in range(6):
            limiter.release(await limiter.acquire("get"))
        return now() - began

    assert in_virtual_time(main) == pytest.approx(1.0, abs=0.06)


@pytest.mark.parametrize(("uniform", "seconds"), [(lowest, 1.5), (highest, 2.5)])
def test_the_store_is_tried_again_after_two_seconds_more_or_less(
    uniform: Callable[[float, float], float], seconds: float
) -> None:
    """By a quarter of it, so that the processes do not all come back at once; by requests, and not before."""

    async def main() -> list[float]:
        limiter, connection = await two(uniform)
        limiter.release(await limiter.acquire("get"))
        lost, known, tries = now(), len(connection.told), list[float]()
        while len(tries) < 2:
            limiter.release(await limiter.acquire("get"))
            await asyncio.sleep(0.01)
            if len(connection.told) > known:
                known = len(connection.told)
                tries.append(now() - lost)
        return tries

    assert in_virtual_time(main) == pytest.approx([seconds, 2 * seconds], abs=0.05)
