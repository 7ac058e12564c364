"""The pace of bulk work: how many requests may fly at once, and what their round trips change."""

from __future__ import annotations

import asyncio
import math
from typing import Any

import pytest

from abclient._pace import Pace, Ticket
from abclient._rate_limit_headers import Quota
from support.fake import Clock

AMPLE = [Quota("account", 1_000, 10.0)]


def make(**options: Any) -> tuple[Pace, Clock]:
    clock = Clock()
    return Pace(clock=clock, sleep=clock.sleep, uniform=lambda low, high: low, **options), clock


async def several_turns() -> None:
    for _ in range(30):
        await asyncio.sleep(0)


async def places(pace: Pace) -> int:
    """How many may fly now; asking means that one more would like to."""
    tickets: list[Ticket] = []
    while True:
        task = asyncio.create_task(pace.admit("a", paced=True))
        await several_turns()
        if not task.done():
            break
        tickets.append(task.result())
    task.cancel()
    for ticket in tickets:
        pace.lost(ticket)
    return len(tickets)


async def fly(pace: Pace, clock: Clock, number: int, *, needed: bool = True) -> None:
    """So many at once, answered after so long that when each was sent makes no difference; one more may be in need."""
    tickets = [await pace.admit("a", paced=True) for _ in range(number)]
    another = asyncio.create_task(pace.admit("a", paced=True)) if needed else None
    await several_turns()
    clock.now += 10.0
    for ticket in tickets:
        pace.answered(ticket)
    if another:
        pace.lost(await another)


@pytest.mark.parametrize(("needed", "most", "count"), [(False, 100, 8), (True, 100, 16), (True, 12, 12)])
async def test_there_are_more_places_where_more_are_needed(needed: bool, most: int, count: int) -> None:
    """Twice as many after a round of quick answers, if somebody had to wait for a place, up to the most."""
    pace, clock = make(most=most)
    await fly(pace, clock, 8, needed=needed)
    assert await places(pace) == count


async def test_slow_answers_take_places_away() -> None:
    """The brake hears how long each answer took, and from then on fewer may fly."""
    pace, clock = make()
    for seconds, count in ((1.0, 8), (3.0, 6)):
        for _ in range(8):
            ticket = await pace.admit("a", paced=True)
            clock.now += seconds
            pace.answered(ticket)
        assert await places(pace) == count
        pace.lost(await pace.admit("a", paced=True))


async def test_places_are_measured_anew_after_two_minutes() -> None:
    """A quarter of them measures."""
    pace, clock = make()
    await fly(pace, clock, 8)
    clock.now += 120.0
    pace.answered(await pace.admit("a", paced=True))
    assert await places(pace) == 4


async def test_sixteen_run_free_ahead_of_the_news() -> None:
    """While an announced quota is ample, nothing else paces bulk work; where it is one call short, its rate does."""
    pace, clock = make()
    await fly(pace, clock, 8)
    await fly(pace, clock, 16)
    assert await places(pace) == 32
    pace.answered(await pace.admit("a", paced=True), AMPLE)
    assert await places(pace) == 16
    pace.expect(1_000 - 2 * 16)
    assert await places(pace) == 16
    pace.expect(16)
    assert await places(pace) == 32


async def test_none_run_free_where_their_route_has_little() -> None:
    """However ample the account is."""
    pace, clock = make()
    await fly(pace, clock, 8)
    await fly(pace, clock, 16)
    pace.expect(1_000)
    pace.answered(await pace.admit("a", paced=True), [Quota("account", 10_000, 10.0), Quota("route", 100, 10.0)])
    assert await places(pace) == 32


async def test_a_max_rate_leaves_nothing_to_run_free() -> None:
    """It paces already, however ample the quota is."""
    pace, clock = make(max_rate=1_000.0)
    await fly(pace, clock, 8)
    await fly(pace, clock, 16)
    pace.answered(await pace.admit("a", paced=True), AMPLE)
    assert await places(pace) == 32


async def learned(pace: Pace, clock: Clock) -> float:
    """Requests per second that bulk work is let send now, without teaching anything."""
    for _ in range(10):
        pace.lost(await pace.admit("a", paced=True))
    began = clock.now
    for _ in range(10):
        pace.lost(await pace.admit("a", paced=True))
    return 10 / (clock.now - began)


@pytest.mark.parametrize(
    ("first", "round_trip", "steps"),
    [
        (50.0, 0.0, 40),
        (50.0, 0.1, 10),
        (50.0, 0.2, 6),
        (50.0, 0.5, 3),
        (50.0, 10.0, 1),
        (159.0, 0.1, 1),
        (160.0, 0.1, 0),
    ],
)
async def test_the_rate_grows_while_it_is_what_binds(
    first: float, round_trip: float, steps: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Eight may fly: a rate by which twice as many would, at the smoothed round trip, is high enough."""
    monkeypatch.setattr("abclient._pace.rate.FIRST_RATE", first)
    pace, clock = make()
    for _ in range(40):
        ticket = await pace.admit("a", paced=True)
        clock.now += round_trip
        pace.answered(ticket)
    assert await learned(pace, clock) == pytest.approx(first + steps * math.log(2.0) / 0.06, rel=0.01)


async def test_what_is_announced_teaches_no_rate() -> None:
    """While a quota paces bulk work its successes say nothing about a rate beyond it; silence makes the rate count."""
    pace, clock = make()
    pace.expect(100_000)
    for _ in range(40):
        pace.answered(await pace.admit("a", paced=True), AMPLE)
    clock.now += 60.0
    assert await learned(pace, clock) == pytest.approx(50.0 + math.log(2.0) / 0.06, rel=0.01)


@pytest.mark.parametrize(
    ("gap", "round_trip", "rate"),
    [(3 / 64, 0.0, 32.89), (4 / 64, 0.0, 32.0), (1 / 64, 10.0, 32.0)],
    ids=["at the rate", "later than the credit", "waiting for answers"],
)
async def test_time_counts_while_requests_keep_to_the_rate(
    gap: float, round_trip: float, rate: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an overload the rate comes back within five seconds in which it, and nothing else, held requests back."""
    monkeypatch.setattr("abclient._pace.rate.FIRST_RATE", 64.0)
    monkeypatch.setattr("abclient._pace.pace._CREDIT", 1 / 64)
    pace, clock = make()
    early = await pace.admit("a", paced=True)
    pace.stop()
    pace.answered(await pace.admit("a"))
    clock.now += round_trip
    pace.answered(early)
    await pace.admit("a", paced=True)
    clock.now += gap
    for _ in range(3):
        await pace.admit("a", paced=True)
    assert 1 / clock.slept[-1] == pytest.approx(rate, abs=0.01)
