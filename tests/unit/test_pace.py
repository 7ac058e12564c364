"""The pace, in virtual time."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from abclient._pace import Pace, RetryQuota, Ticket
from abclient._rate_limit_headers import Quota
from support.fake import Clock


def make(documented_wait: float | None = None, **options: Any) -> tuple[Pace, Clock]:
    clock = Clock()
    pace = Pace(
        clock=clock, sleep=clock.sleep, uniform=lambda low, high: low, documented_wait=documented_wait, **options
    )
    return pace, clock


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


async def test_an_overload_that_one_call_meets_alone_closes_nothing() -> None:
    """Its next attempt neither; another call's does, unless something was processed in between."""
    pace, _ = make(documented_wait=60.0)
    first = await pace.admit("a")
    assert pace.refused(first, None, overload=True) == 0.0
    assert pace.refused(await pace.admit("a", again=first), None, overload=True) == 0.0
    pace.answered(await pace.admit("a"))
    other, third = await pace.admit("a"), await pace.admit("a")
    assert pace.refused(other, None, overload=True) == 0.0
    assert pace.refused(third, None, overload=True) == 60.0


async def test_an_overload_of_a_route_that_is_closed_is_not_met_alone() -> None:
    """Its quota is spent, and yet the vendor cannot cope: the account waits as well."""
    pace, _ = make()
    first, second = await pace.admit("a"), await pace.admit("a")
    assert pace.refused(first, None, (Quota("route", 0, 8.0),)) == 8.0
    assert pace.refused(second, None, overload=True) == 1.0


async def test_an_overload_that_says_how_long_closes_the_gate() -> None:
    """A wait asked for is obeyed by everyone, even if one call alone was told."""
    pace, _ = make()
    assert pace.refused(await pace.admit("a"), 5.0, overload=True) == 5.0


async def test_the_documented_wait_is_the_default() -> None:
    """A vendor whose documentation asks for a minute gets a minute when its answer says nothing."""
    pace, _ = make(documented_wait=60.0)
    assert pace.refused(await pace.admit("a"), None) == 60.0


async def test_paced_requests_keep_to_the_learned_rate() -> None:
    """Where nothing is announced, bulk work starts with 50 a second; a single call beside it does not wait."""
    pace, clock = make()
    for _ in range(20):
        pace.lost(await pace.admit("a", paced=True))
    assert sum(clock.slept) == pytest.approx((20 - 1) / 50 - 0.05, abs=0.011)
    clock.slept.clear()
    await pace.admit("a")
    assert clock.slept == []


async def test_paced_requests_keep_to_the_announced_rate() -> None:
    """With 100 left for ten seconds and more than that to do, ten a second are sent; half of it with half a share."""
    for share, rate in ((1.0, 10.0), (0.5, 5.0)):
        pace, clock = make(share=share)
        pace.expect(10_000)
        pace.answered(await pace.admit("a", paced=True), [Quota("account", 100, 10.0)])
        began = clock.now
        for _ in range(10):
            pace.lost(await pace.admit("a", paced=True))
        assert 10 / (clock.now - began) == pytest.approx(rate, rel=0.2)


async def test_a_small_job_is_not_spread() -> None:
    """Seven of a thousand go at once, although a hundred a second would make them wait for one another."""
    pace, clock = make()
    pace.expect(8)
    pace.answered(await pace.admit("a", paced=True), [Quota("account", 1_000, 10.0)])
    clock.now += 1.0
    for _ in range(7):
        await pace.admit("a", paced=True)
    assert clock.slept == []


@pytest.mark.parametrize("paced", [True, False])
async def test_a_max_rate_binds_everyone(paced: bool) -> None:
    """Four a second are four a second, for single calls too."""
    pace, clock = make(max_rate=4.0)
    for _ in range(9):
        pace.lost(await pace.admit("a", paced=paced))
    assert sum(clock.slept) == pytest.approx(2.0, abs=0.3)


async def test_an_advised_rate_binds_bulk_work_alone() -> None:
    """A vendor's default is for those who have much to do; a max_rate replaces it."""
    pace, clock = make(advised_rate=4.0)
    for _ in range(9):
        await pace.admit("a")
    assert clock.slept == []
    for _ in range(9):
        pace.lost(await pace.admit("a", paced=True))
    assert sum(clock.slept) == pytest.approx(2.0, abs=0.3)


async def test_only_so_many_paced_requests_fly() -> None:
    """Eight at first; the ninth goes when one comes back."""
    pace, _ = make()
    tickets = [await pace.admit("a", paced=True) for _ in range(8)]
    ninth = asyncio.create_task(pace.admit("a", paced=True))
    await asyncio.sleep(0)
    assert not ninth.done()
    pace.lost(tickets[0])
    await ninth


async def test_who_was_refused_goes_first_and_the_line_stays_short() -> None:
    """A request that comes back stands in front; with four in line, no further call is begun."""
    pace, _ = make(most=1)
    held = await pace.admit("a", paced=True)
    order: list[str] = []

    async def go(name: str, again: Ticket | None = None) -> None:
        ticket = await pace.admit("a", paced=True, again=again)
        order.append(name)
        pace.lost(ticket)

    tasks = [asyncio.create_task(go(name, held if name == "back" else None)) for name in ("head", "b", "c", "back")]
    await asyncio.sleep(0)
    room = asyncio.create_task(pace.room())
    await asyncio.sleep(0)
    assert not room.done()
    pace.lost(held)
    await asyncio.gather(*tasks, room)
    assert order == ["head", "back", "b", "c"]


async def test_a_cancelled_paced_request_leaves_no_trace() -> None:
    """Cancelled while it waits for its turn or at the head of the line: the next one goes."""
    pace, _ = make(most=1)
    held = await pace.admit("a", paced=True)
    head, second, third = (asyncio.create_task(pace.admit("a", paced=True)) for _ in range(3))
    await asyncio.sleep(0)
    second.cancel()
    head.cancel()
    await asyncio.gather(head, second, return_exceptions=True)
    pace.lost(held)
    assert (await third).number == 2


async def test_learned_state_outlives_the_work() -> None:
    """What one bulk fetch learned, the next one starts with."""
    pace, clock = make()
    for _ in range(200):
        pace.answered(await pace.admit("a", paced=True))
    began = clock.now
    for _ in range(100):
        pace.answered(await pace.admit("a", paced=True))
    assert 100 / (clock.now - began) > 100


async def test_retry_after_rounds_the_reset_up() -> None:
    """A reset that explains the refusal is waited for, not the whole second it was rounded up to; more is obeyed."""
    pace, _ = make()
    assert pace.refused(await pace.admit("a"), 1.0, (Quota("account", 0, 0.2),)) == pytest.approx(0.2)
    pace, _ = make()
    assert pace.refused(await pace.admit("a"), 30.0, (Quota("account", 0, 0.2),)) == 30.0


async def test_stopping_closes_the_gate_once_for_all_that_failed_together() -> None:
    """In an outage one request after the other tries, with growing pauses."""
    pace, clock = make()
    tickets = [await pace.admit("a") for _ in range(5)]
    for ticket in tickets:
        pace.lost(ticket)
        assert pace.stop() == 0.0
    await pace.admit("a")
    assert clock.slept == [pytest.approx(1.0)]


def test_the_retry_quota_runs_out_and_refills() -> None:
    """Retries after lost answers cost 10, after errors 5, after 429 nothing; a success gives one back."""
    quota = RetryQuota(capacity=20)
    assert [quota.take(None), quota.take(503), quota.take(None)] == [True, True, False]
    assert quota.take(429)
    for _ in range(100):
        quota.give_back()
    assert quota.left == 20
