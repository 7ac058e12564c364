"""Bulk work beside a client whose requests are in phase with the vendor's windows, in virtual time.

What is announced must not be spread over windows that are over: one request in each window would be a rate
that never learns of a fresh one.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable

import pytest

from abclient._rate_limit_headers import RateLimitInfo
from abclient._ratelimit import RateLimiter
from abclient._ratelimit.quota import QuotaWindow, ServerClock
from support.cases import a_third_every_run
from support.fake import Clock
from support.simulation import simulate_in_phase
from support.styles import EPOCH, Style, Verdict, Window

Tell = Callable[[Verdict, float, float], tuple[tuple[str, str], ...]]

NEAR, FAR = (0.002, 0.02), (0.05, 0.3)
ITEMS = 160


def _in_milliseconds(verdict: Verdict, now: float, ahead: float) -> tuple[tuple[str, str], ...]:
    return (
        ("x-ratelimit-auth-token-remaining", str(verdict.remaining)),
        ("x-ratelimit-auth-token-reset", str(round(((verdict.reset or 0.0) + ahead) * 1000))),
        *_date(now + ahead),
    )


def _in_seconds(verdict: Verdict, now: float, ahead: float) -> tuple[tuple[str, str], ...]:
    return (
        ("x-ratelimit-remaining", str(verdict.remaining)),
        ("x-ratelimit-reset", str(math.ceil((verdict.reset or 0.0) + ahead))),
        *_date(now + ahead),
    )


def _rounded_up(verdict: Verdict, now: float, ahead: float) -> tuple[tuple[str, str], ...]:
    return (("ratelimit", f'"default";r={verdict.remaining};t={math.ceil((verdict.reset or 0.0) - now)}'),)


def _rounded_down(verdict: Verdict, now: float, ahead: float) -> tuple[tuple[str, str], ...]:
    return (("ratelimit", f'"default";r={verdict.remaining};t={math.floor((verdict.reset or 0.0) - now)}'),)


def _date(now: float) -> tuple[tuple[str, str], ...]:
    from email.utils import formatdate

    return (("date", formatdate(math.floor(now), usegmt=True)),)


@pytest.mark.parametrize("tell", [_in_milliseconds, _in_seconds, _rounded_up, _rounded_down])
@pytest.mark.parametrize(
    "latency", [pytest.param(NEAR, marks=pytest.mark.slow, id="near"), pytest.param(FAR, id="far")]
)
@pytest.mark.parametrize(
    ("count", "seconds", "gap"),
    a_third_every_run(
        [
            *[(20, 1.0, gap) for gap in (None, 0.2, 0.3, 0.4, 0.45, 0.5, 0.7, 1.0)],
            *[(5, 1.0, gap) for gap in (None, 0.45, 0.5, 1.0)],
            *[(20, 2.0, gap) for gap in (None, 0.2, 0.4, 0.5, 1.0)],
            *[(100, 10.0, gap) for gap in (None, 0.2, 0.45)],
        ]
    ),
)
def test_bulk_work_keeps_its_rate_beside_a_client_in_phase(
    tell: Tell, latency: tuple[float, float], count: int, seconds: float, gap: float | None
) -> None:
    """160 results take at most one and a half times the ideal, however the vendor announces its windows."""
    style = Style(lambda: Window(count, seconds, tells=True, route_share=1.0), latency=latency)
    report = simulate_in_phase(style, ITEMS, gap, tell=tell)
    assert report.lost == 0
    assert report.seconds <= 1.5 * report.ideal + 0.2


@pytest.mark.parametrize("gap", [None, 0.4, 0.5, 1.0])
@pytest.mark.parametrize("latency", [NEAR, FAR], ids=["near", "far"])
@pytest.mark.parametrize("tell", [_in_milliseconds, _in_seconds, _rounded_down])
def test_windows_of_half_a_second_are_used(tell: Tell, latency: tuple[float, float], gap: float | None) -> None:
    """Shorter than the vendor's clock can be known from whole seconds."""
    test_bulk_work_keeps_its_rate_beside_a_client_in_phase(tell, latency, 20, 0.5, gap)


async def test_a_fresh_window_moves_the_next_slot_forward() -> None:
    """A slot set by the old window's last request, seconds away, is not waited for once a fresh one is announced."""
    clock = Clock()
    limiter = RateLimiter(clock=clock, sleep=clock.sleep, uniform=lambda low, high: low)
    limiter.add_pending(10_000)
    limiter.record_success(await limiter.acquire("a", adaptive=True), [RateLimitInfo("account", 4, 20.0)])
    held = await limiter.acquire("a", adaptive=True)
    began = clock.now
    waiting = asyncio.create_task(limiter.acquire("a", adaptive=True))
    await asyncio.sleep(0)
    limiter.record_success(held, [RateLimitInfo("account", 100, 20.0)])
    limiter.release(await waiting)
    assert clock.now - began <= 0.05 * 5.0 + 0.2  # a twentieth of the old slot, and the new one


@pytest.mark.parametrize(
    "limits", [(), (RateLimitInfo("account", 10_000, 20.0), RateLimitInfo("route", 3, 20.0))], ids=["none", "of-route"]
)
async def test_a_slot_stays_where_nothing_new_is_announced(limits: tuple[RateLimitInfo, ...]) -> None:
    """By a response without limits, though less is pending; or by one whose account has plenty and whose route not."""
    clock = Clock()
    limiter = RateLimiter(clock=clock, sleep=clock.sleep, uniform=lambda low, high: low)
    limiter.add_pending(10_000)
    known = (RateLimitInfo("account", 10_000, 20.0), RateLimitInfo("route", 4, 20.0))
    limiter.record_success(await limiter.acquire("a", adaptive=True), known)
    held = await limiter.acquire("a", adaptive=True)
    began = clock.now
    if not limits:
        limiter.add_pending(-10_000)
    limiter.record_success(held, limits)
    limiter.release(await limiter.acquire("a", adaptive=True))
    assert clock.now - began >= 4.9  # a quarter of the window


@pytest.mark.parametrize(
    ("usable", "rest", "rate"), [(100.0, 10.0, 10.0), (1.0, 10.0, 0.1), (0.5, 10.0, 0.1), (0.0, 4.0, 0.25)]
)
def test_a_slot_is_no_further_away_than_the_reset(usable: float, rest: float, rate: float) -> None:
    """However little is left and whatever others take, one request goes in what remains of a window."""
    assert QuotaWindow(100, 100.0 + rest, 1, 100.0).rate(usable, 100.0) == pytest.approx(rate)
    busy = QuotaWindow(100, 100.0 + rest, 1, 99.0)
    busy.update(1, 100.0 + rest, 2, 100.0)
    assert busy.rate(min(usable, 1.0), 100.0) == pytest.approx(1 / rest)


@pytest.mark.parametrize(
    ("used", "left", "lasted", "rate"),
    [
        (0, 19, 0.0, 19.0),
        (10, 10, 0.5, 20.0),
        (30, 10, 2.0, 20.0),
        (0, 0, 5.0, 1.0),
        (3, 0, 6.0, 1.0),
        (0, 30, 10.0, 3.0),
    ],
)
def test_after_a_reset_it_goes_on_as_before(used: int, left: int, lasted: float, rate: float) -> None:
    """As many a second as the window had, used or left, over a second at least; never fewer than one."""
    window = QuotaWindow(used + left, 100.0 + lasted, 5, 100.0)
    if lasted:
        window.update(left, 100.0 + lasted, 5 + used, 100.0 + lasted)
    assert window.rate(99.0, 100.1 + lasted) == pytest.approx(rate)


def test_a_reset_to_come_narrows_the_vendor_s_clock_down() -> None:
    """It cannot be ahead by more than the reset is away, unless it contradicts its own dates."""
    clock = ServerClock()
    clock.update(EPOCH // 1, 100.0, 100.0)
    low, high = EPOCH // 1 - 100.0, EPOCH // 1 - 99.0
    assert clock.offset == pytest.approx((low + high) / 2)
    assert clock.error == pytest.approx(0.5)
    clock.update_from_reset(EPOCH // 1 + 5.0, 100.0)
    assert clock.error == pytest.approx(0.5)
    clock.update_from_reset(EPOCH // 1 - 1.0, 100.0)
    assert clock.error == pytest.approx(0.5)
    clock.update_from_reset(EPOCH // 1, 100.0)
    assert clock.error == pytest.approx(0.5)
    clock.update_from_reset(EPOCH // 1 + 0.25, 100.0)
    assert clock.offset - low == pytest.approx(0.125, abs=1e-6)
    assert clock.error == pytest.approx(0.125, abs=1e-6)
