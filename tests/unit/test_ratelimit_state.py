"""What a client has learned about limits, read and passed to another one."""

from __future__ import annotations

import asyncio
import json
import math
from typing import Any

import pytest

import abclient
from abclient._rate_limit_headers import RateLimitInfo
from abclient._ratelimit import RateLimiter, parse_state
from abclient.errors import ConfigurationError
from support.fake import Clock, Script

LEARNED = {"rate": 8.0, "throttled_rate": 10.0, "hold_seconds": 12.0, "held_seconds": 3.0}
STATE: dict[str, Any] = {"version": 1, "vendor": "optimizely", "learned": LEARNED, "cooldown_until": {}}


def make() -> tuple[RateLimiter, Clock]:
    clock = Clock()
    return RateLimiter(clock=clock, sleep=clock.sleep, uniform=lambda low, high: low), clock


async def rate_of(limiter: RateLimiter, clock: Clock) -> float:
    """Requests per second that bulk work is let send now."""
    for _ in range(10):
        limiter.release(await limiter.acquire("a", adaptive=True))
    began = clock.now
    for _ in range(10):
        limiter.release(await limiter.acquire("a", adaptive=True))
    return 10 / (clock.now - began)


async def taught() -> tuple[RateLimiter, Clock]:
    """A rate limiter after a 429 and its recovery."""
    limiter, clock = make()
    limiter.record_throttle(await limiter.acquire("a", adaptive=True), 2.0)
    limiter.record_success(await limiter.acquire("a"))
    for _ in range(20):
        limiter.record_success(await limiter.acquire("a", adaptive=True))
    limiter.record_throttle(await limiter.acquire("a", adaptive=True), 2.0)
    limiter.record_success(await limiter.acquire("a"))
    return limiter, clock


async def test_what_was_learned_is_handed_on() -> None:
    """By way of JSON, another client begins with the rate that the first one has, and not with the usual one."""
    first, clock = await taught()
    state = json.loads(json.dumps(first.state("acme", 5_000.0)))
    expected = await rate_of(first, clock)
    second, clock = make()
    second.restore(parse_state(state, "acme"), 9_000.0)
    assert expected < 40.0
    assert await rate_of(second, clock) == pytest.approx(expected, rel=0.05)
    assert second.state("acme", 9_000.0)["learned"] is not None


async def test_a_state_before_any_429_changes_nothing() -> None:
    """Nothing was learned, and no cooldown is active."""
    limiter, clock = make()
    state = limiter.state("acme", 5_000.0)
    assert state == {"version": 1, "vendor": "acme", "learned": None, "cooldown_until": {}}
    limiter.restore(parse_state(state, "acme"), 5_000.0)
    assert await rate_of(limiter, clock) == pytest.approx(50.0, rel=0.05)


@pytest.mark.parametrize(("later", "waits"), [(0.0, 30.0), (10.0, 20.0), (30.0, 0.0), (90.0, 0.0), (-1e9, 3600.0)])
async def test_a_wait_that_is_not_over_is_kept(later: float, waits: float) -> None:
    """By the clock on the wall, for an hour at most; on the route or the account that was throttled."""
    first, _ = make()
    first.record_throttle(await first.acquire("a"), 30.0)
    state = first.state("acme", 5_000.0)
    assert state["cooldown_until"] == {"account": 5_030.0}
    second, clock = make()
    second.restore(parse_state(state, "acme"), 5_000.0 + later)
    second.record_success(await second.acquire("b"))
    assert clock.now - 1000.0 == pytest.approx(waits)
    second.record_success(await second.acquire("b"))
    assert clock.now - 1000.0 == pytest.approx(waits, abs=0.01)


async def test_a_route_s_wait_is_its_own() -> None:
    """Other routes go on; a client that is throttled itself waits for the longer of the two."""
    first, _ = make()
    first.record_throttle(await first.acquire("a"), None, [RateLimitInfo("route", 0, 30.0)])
    state = parse_state(first.state("acme", 5_000.0), "acme")
    second, clock = make()
    second.restore(state, 5_000.0)
    await second.acquire("b")
    assert clock.now == 1000.0
    second.restore(parse_state({**STATE, "cooldown_until": {"a": 5_010.0}}, "optimizely"), 5_000.0)
    await second.acquire("a")
    assert clock.now == pytest.approx(1030.0)


async def test_a_wait_that_is_over_ends_now() -> None:
    """Before the probe has succeeded, it lasts until this moment in the state, and starts no other."""
    first, clock = make()
    first.record_throttle(await first.acquire("a"), 30.0)
    clock.now += 40.0
    state = first.state("acme", 5_000.0)
    assert state["cooldown_until"] == {"account": 5_000.0}
    second, _ = make()
    second.restore(parse_state(state, "acme"), 5_000.0)
    assert second.state("acme", 5_000.0)["cooldown_until"] == {}


async def test_a_cooldown_that_is_over_is_not_part_of_it() -> None:
    """What is over is not passed on."""
    limiter, _ = await taught()
    assert limiter.state("acme", 5_000.0)["cooldown_until"] == {}


@pytest.mark.parametrize(
    ("state", "problem"),
    [
        (None, "^the rate-limit state must be a mapping"),
        ([], "must be a mapping"),
        ("{}", "must be a mapping"),
        ({}, "version 1, not None"),
        ({**STATE, "version": 2}, "version 1, not 2"),
        ({**STATE, "version": True}, "version 1, not True"),
        ({**STATE, "vendor": "convert"}, "of 'convert', not of optimizely"),
        ({**STATE, "cooldown_until": None}, "cooldown_until must be a mapping"),
        ({**STATE, "cooldown_until": {"account": "soon"}}, "account must be a finite number of 0 or more"),
        ({**STATE, "cooldown_until": {"account": math.nan}}, "account must be"),
        ({**STATE, "cooldown_until": {"account": math.inf}}, "account must be"),
        ({**STATE, "cooldown_until": {"account": -1}}, "account must be"),
        ({**STATE, "learned": 8.0}, "learned must be a mapping"),
        ({**STATE, "learned": {}}, "rate must be a finite number from 1e-06 to 1e"),
        ({**STATE, "learned": {**LEARNED, "rate": 0}}, "rate must be"),
        ({**STATE, "learned": {**LEARNED, "rate": True}}, "rate must be"),
        ({**STATE, "learned": {**LEARNED, "rate": 10**400}}, "rate must be"),
        ({**STATE, "learned": {**LEARNED, "throttled_rate": 7.9}}, "throttled_rate must be a finite number from 8 to"),
        ({**STATE, "learned": {**LEARNED, "hold_seconds": 0.0}}, "hold_seconds must be"),
        ({**STATE, "learned": {**LEARNED, "hold_seconds": 86_401.0}}, "hold_seconds must be"),
        ({**STATE, "learned": {**LEARNED, "held_seconds": -0.1}}, "held_seconds must be"),
        ({**STATE, "learned": {**LEARNED, "held_seconds": "3"}}, "held_seconds must be"),
    ],
)
def test_an_invalid_state_is_rejected(state: object, problem: str) -> None:
    """The error says what is wrong with it."""
    with pytest.raises(ConfigurationError, match=problem):
        parse_state(state, "optimizely")


def test_a_state_is_taken_as_it_is() -> None:
    """Whole numbers are numbers, those beyond every float too, and what is unknown is left alone."""
    waits = {"account": 10**400, "get": 7, "list": 0}
    restored = parse_state({**STATE, "cooldown_until": waits, "more": 1}, "optimizely")
    assert restored.learned == LEARNED
    assert restored.cooldown_until == {"account": 1e12, "get": 7.0, "list": 0.0}


@pytest.mark.parametrize(
    "bounds",
    [
        {"rate": 1e-6, "throttled_rate": 1e-6, "hold_seconds": 1e-6, "held_seconds": 0.0},
        {"rate": 1e6, "throttled_rate": 1e6, "hold_seconds": 86_400.0, "held_seconds": 86_400.0},
    ],
)
def test_the_bounds_of_a_state_belong_to_it(bounds: dict[str, float]) -> None:
    """The least and the most of each number is one that a state may have."""
    assert parse_state({**STATE, "learned": bounds}, "optimizely").learned == bounds


async def test_clients_hand_it_on() -> None:
    """From one to another of the vendor; a wrong one changes nothing, and copies share it."""
    async with abclient.Optimizely("token", transport=Script()) as first:
        first.restore_rate_limit_state(STATE)
        state = first.rate_limit_state()
        assert state == STATE
        assert first.with_options(timeout=5).rate_limit_state() == STATE
    async with abclient.LaunchDarkly("token", transport=Script()) as other:
        with pytest.raises(ConfigurationError, match="'optimizely'"):
            other.restore_rate_limit_state(state)
        assert other.rate_limit_state()["learned"] is None


async def test_a_long_learned_rate_can_be_restored() -> None:
    """However long it has been held, its state is one."""
    limiter, clock = make()
    limiter.restore(parse_state({**STATE, "learned": {**LEARNED, "held_seconds": 86_400.0}}, "optimizely"), 0.0)
    for _ in range(3):
        limiter.release(await limiter.acquire("a", adaptive=True))
        clock.now += 1.0
    assert parse_state(limiter.state("optimizely", 0.0), "optimizely").learned is not None
    await asyncio.sleep(0)
