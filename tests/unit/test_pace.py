"""The pace, in virtual time."""

from __future__ import annotations

import asyncio

import pytest

from abclient._pace import Pace, RetryQuota
from abclient._policy import Quota
from support.fake import Clock


def make(documented_wait: float | None = None) -> tuple[Pace, Clock]:
    clock = Clock()
    return Pace(clock=clock, sleep=clock.sleep, uniform=lambda low, high: low, documented_wait=documented_wait), clock


async def test_nothing_waits_while_nothing_is_scarce() -> None:
    """Without quotas and refusals, admission is immediate and numbers rise."""
    pace, clock = make()
    tickets = [await pace.admit("a"), await pace.admit("b"), await pace.admit("a")]
    assert [(ticket.number, ticket.number_on_route) for ticket in tickets] == [(1, 1), (2, 1), (3, 2)]
    assert clock.slept == []


async def test_a_spent_account_quota_holds_every_route_until_its_reset() -> None:
    """With 2 left, two more are admitted; the third waits for the reset, whichever route it is for."""
    pace, clock = make()
    pace.answered(await pace.admit("a"), [Quota("account", 2, 10.0)])
    await pace.admit("a")
    await pace.admit("b")
    assert clock.slept == []
    await pace.admit("c")
    assert clock.slept == [pytest.approx(10.02)]


async def test_a_spent_route_quota_holds_only_its_route() -> None:
    """Another route goes on while one waits for its own reset."""
    pace, clock = make()
    pace.answered(await pace.admit("a"), [Quota("account", 50, 10.0), Quota("route", 0, 10.0)])
    await pace.admit("b")
    assert clock.slept == []
    await pace.admit("a")
    assert clock.slept == [pytest.approx(10.02)]


async def test_an_old_answer_does_not_overrule_a_newer_one() -> None:
    """Answers overtake one another; the one to the later request counts."""
    pace, clock = make()
    first, second = await pace.admit("a"), await pace.admit("a")
    pace.answered(second, [Quota("account", 0, 10.0)])
    pace.answered(first, [Quota("account", 40, 10.0)])
    await pace.admit("a")
    assert clock.slept == [pytest.approx(10.02)]


async def test_after_a_refusal_one_probe_goes_first() -> None:
    """Behind the gate everyone waits; when it opens one request tries, and the rest follow its success."""
    pace, clock = make()
    assert pace.refused(await pace.admit("a"), 5.0) == 5.0
    waiting = [asyncio.create_task(pace.admit("a")) for _ in range(4)]
    for _ in range(20):
        await asyncio.sleep(0)
    admitted = [task for task in waiting if task.done()]
    assert len(admitted) == 1
    assert clock.now >= 1005.0
    pace.answered(admitted[0].result())
    assert len(await asyncio.gather(*waiting)) == 4


async def test_a_refused_probe_closes_the_gate_for_longer() -> None:
    """Without advice the gate stays closed 1, 2, 4, 8, 10, 10 seconds."""
    pace, _ = make()
    waits = [pace.refused(await pace.admit("a"), None) for _ in range(6)]
    assert waits == [1.0, 2.0, 4.0, 8.0, 10.0, 10.0]


async def test_requests_refused_together_close_the_gate_once() -> None:
    """Forty in flight, forty refusals, one lesson; only a longer wait asked for by a later one counts."""
    pace, _ = make()
    tickets = [await pace.admit("a") for _ in range(40)]
    assert pace.refused(tickets[0], None) == 1.0
    assert [pace.refused(ticket, None) for ticket in tickets[1:39]] == [1.0] * 38
    assert pace.refused(tickets[39], 7.0) == 7.0


async def test_a_probe_without_an_answer_lets_another_one_try() -> None:
    """A probe that is cancelled or loses its answer does not leave everyone waiting for it."""
    pace, _ = make()
    pace.refused(await pace.admit("a"), 1.0)
    probe = await pace.admit("a")
    second = asyncio.create_task(pace.admit("a"))
    await asyncio.sleep(0)
    assert not second.done()
    pace.lost(probe)
    assert (await second).number == 3


async def test_a_refusal_with_a_spent_quota_waits_for_its_reset() -> None:
    """Where headers explain the refusal, the gate opens at the reset, and it is the route's if only that is spent."""
    pace, clock = make()
    assert pace.refused(await pace.admit("a"), None, (Quota("account", 9, 8.0), Quota("route", 0, 8.0))) == 8.0
    await pace.admit("b")
    assert clock.slept == []
    await pace.admit("a")
    assert clock.now >= 1008.0


async def test_the_documented_wait_is_the_default() -> None:
    """A vendor whose documentation asks for a minute gets a minute when its answer says nothing."""
    pace, _ = make(documented_wait=60.0)
    assert pace.refused(await pace.admit("a"), None) == 60.0


def test_the_retry_quota_runs_out_and_refills() -> None:
    """Retries after lost answers cost 10, after errors 5, after 429 nothing; a success gives one back."""
    quota = RetryQuota(capacity=20)
    assert [quota.take(None), quota.take(503), quota.take(None)] == [True, True, False]
    assert quota.take(429)
    for _ in range(100):
        quota.give_back()
    assert quota.left == 20
