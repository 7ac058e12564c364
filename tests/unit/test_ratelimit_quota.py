"""What is announced, to the digit: the vendor's clock, quota windows and all quotas of an account."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from abclient._rate_limit_headers import MAX_WINDOW_SECONDS, RateLimitInfo
from abclient._ratelimit.quota import Permit, QuotaTracker, QuotaWindow, ServerClock
from abclient._ratelimit.store import Window


@pytest.fixture(autouse=True)
def _numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules are tested with round numbers of their own, so that tuning them breaks no test."""
    numbers = {"OTHERS_DECAY_SECONDS": 3.0, "OTHERS_WEIGHT": 0.9, "MIN_OF_EVEN_RATE": 0.25, "AMPLE_MARGIN": 1.5}
    for name, value in {
        **numbers,
        "STALE_AFTER_SECONDS": 5.0,
        "CLOCK_SLACK_SECONDS": 0.05,
        "MAX_RESERVE_SECONDS": 1.0,
        "RESERVE_WINDOW_FRACTION": 0.1,
    }.items():
        monkeypatch.setattr(f"abclient._ratelimit.quota._{name}", value)


Uniform = Callable[[float, float], float]


def lowest(low: float, high: float) -> float:
    return low


def highest(low: float, high: float) -> float:
    return high


def permit(number: int, route: str = "r", *, on_route: int | None = None, sent_at: float = 0.0) -> Permit:
    return Permit(route, number, number if on_route is None else on_route, sent_at, adaptive=True, call=number)


@pytest.mark.parametrize(
    ("answers", "ahead", "error"),
    [
        ([(100.0, 0.0, 0.25)], 100.375, 0.625),
        ([(100.0, 0.0, 0.25), (100.0, 0.5, 0.75)], 100.125, 0.375),
        ([(100.0, 0.0, 0.25), (101.0, 0.5, 0.75)], 100.625, 0.375),
        ([(100.0, 0.0, 0.0), (102.0, 1.0, 1.0)], 101.0, 0.0),
        ([(100.0, 0.0, 0.0), (100.0, 1.0, 1.0)], 100.0, 0.0),
        ([(100.0, 0.0, 0.25), (130.0, 1.0, 1.25)], 128.775, 0.025),
        ([(100.0, 0.0, 0.25), (70.0, 1.0, 1.25)], 69.975, 0.025),
    ],
)
def test_each_date_narrows_down_the_vendor_clock(
    answers: list[tuple[float, float, float]], ahead: float, error: float
) -> None:
    """A date is true from the second it names to the next, between sending and receiving; a jump starts again."""
    clock = ServerClock()
    for date, sent_at, received_at in answers:
        clock.update(date, sent_at, received_at)
    assert clock.offset == pytest.approx(ahead, abs=1e-9)
    assert clock.error == pytest.approx(error, abs=1e-9)


def with_others() -> QuotaWindow:
    """A minute's quota of 100 from request 5 on, two seconds old: we sent 4, others 6, 90 are left."""
    window = QuotaWindow(100, 160.0, 5, 100.0)
    window.update(90, 160.0, 9, 102.0)
    return window


OTHERS = 6.0 / (math.exp(-2.0 / 3.0) + 2.0)


def test_what_others_use_fades() -> None:
    """What vanished besides our own, per second, over the last few seconds."""
    window = with_others()
    assert (window.as_of, window.resets_at) == (9, 160.0)
    assert window.others_rate == pytest.approx(OTHERS)
    window.update(80, 160.0, 13, 105.0)
    taken = 6.0 * math.exp(-1.0) + 6.0
    seconds = (math.exp(-2.0 / 3.0) + 2.0) * math.exp(-1.0) + 3.0
    assert window.others_rate == pytest.approx(taken / seconds)


def test_a_quota_that_refills_shows_no_use() -> None:
    """One that refills within its window shows no other client, and no negative use."""
    window = QuotaWindow(10, 60.0, 0, 0.0)
    window.update(50, 60.0, 1, 1.0)
    assert window.others_rate == 0.0


@pytest.mark.parametrize(
    ("resets_at", "now", "new"),
    [(15.9, 6.0, False), (16.0, 6.0, True), (10.25, 10.0, False), (10.5, 10.4, True), (4.0, 1.0, False)],
)
def test_a_reset_that_moves_far_begins_a_new_window(resets_at: float, now: float, new: bool) -> None:
    """By most of what is left of it, and by a third of a second at least; in a new one, nothing has vanished yet."""
    window = QuotaWindow(100, 10.0, 0, 0.0)
    window.update(50, resets_at, 1, now)
    assert (window.others_rate == 0.0) is new
    assert (window.as_of, window.resets_at) == (1, resets_at)


@pytest.mark.parametrize(("sent", "spent"), [(9, False), (98, False), (99, True), (100, True)])
def test_a_window_is_exhausted_by_what_was_sent_since(sent: int, spent: bool) -> None:
    """Ninety are left after request 9: the ninetieth from there is the last."""
    assert with_others().is_exhausted(sent) is spent


@pytest.mark.parametrize(
    ("sent", "now", "available"),
    [
        (9, 102.0, 90.0),
        (19, 102.0, 80.0),
        (9, 104.0, 90.0 - 2.0 * OTHERS),
        (89, 152.0, 5.0),
        (99, 152.0, 0.0),
        (104, 152.0, -5.0),
    ],
)
def test_what_others_may_have_used_is_not_available(sent: int, now: float, available: float) -> None:
    """At their rate since the last response, but never more than half of what is left."""
    assert with_others().available(sent, now) == pytest.approx(available)


@pytest.mark.parametrize(
    ("length", "round_trip", "seconds"),
    [(60.0, 0.1, 1.0), (60.0, 3.0, 3.0), (5.0, 0.1, 0.5), (5.0, 0.75, 0.75)],
)
def test_others_are_left_what_they_use_meanwhile(length: float, round_trip: float, seconds: float) -> None:
    """During a round trip or the last tenth of the window, of which one second is enough."""
    window = QuotaWindow(100, 100.0 + length, 0, 100.0)
    window.update(90, 100.0 + length, 4, 102.0)
    assert window.reserve(round_trip) == pytest.approx(seconds * OTHERS)


def test_a_window_is_over_some_seconds_after_its_reset() -> None:
    """Only then does silence make it stale."""
    window = with_others()
    assert [window.is_stale(now) for now in (160.0, 165.0, 165.1)] == [False, False, True]


@pytest.mark.parametrize(
    ("available", "now", "rate"),
    [
        (80.0, 120.0, 2.0 - 0.9 * OTHERS),
        (200.0, 120.0, 5.0 - 0.9 * OTHERS),
        (30.0, 130.0, 0.25),
        (60.0, 159.0, 60.0 - 0.9 * OTHERS),
    ],
)
def test_a_window_is_spread_with_room_for_others(available: float, now: float, rate: float) -> None:
    """Evenly until the reset, less nine tenths of what others use, but a quarter of it at least."""
    assert with_others().rate(available, now) == pytest.approx(max(rate, 0.25 * available / (160.0 - now)))


@pytest.mark.parametrize(
    ("number", "received_at", "rate"), [(45, 110.0, 4.0), (45, 100.5, 40.0), (6, 110.0, 1.0), (25, 102.0, 10.0)]
)
def test_until_a_response_the_last_window_s_rate_goes_on(number: int, received_at: float, rate: float) -> None:
    """After the reset: as many a second as were sent in the window before, and one at least."""
    window = QuotaWindow(100, 160.0, 5, 100.0)
    window.update(50, 160.0, number, received_at)
    assert window.rate(0.0, 160.0) == rate
    assert window.rate(0.0, 170.0) == rate


@pytest.mark.parametrize(
    ("work", "now", "ample"),
    [(50.0, 158.0, True), (90.0 - 3.0 * OTHERS, 158.0, True), (90.5 - 3.0 * OTHERS, 158.0, False), (90.0, 170.0, True)],
)
def test_a_job_fits_beside_the_others(work: float, now: float, ample: bool) -> None:
    """With half as much again as they use until the reset."""
    assert with_others().is_ample(90.0, work, now) is ample


def announced(*quotas: RateLimitInfo, sent: int = 1, uniform: Uniform = lowest) -> QuotaTracker:
    """Quotas after that many requests to one route, the last of which announced this."""
    known = QuotaTracker(uniform)
    for _ in range(sent):
        known.record_sent("r")
    known.update(permit(sent), quotas, None, 0.0)
    return known


def test_requests_are_counted_for_account_and_route() -> None:
    """Each has its own numbers, from 1."""
    quotas = QuotaTracker(lowest)
    assert not quotas
    assert [quotas.record_sent(route) for route in ("a", "b", "a")] == [(1, 1), (2, 1), (3, 2)]
    assert quotas.last_number == 3


@pytest.mark.parametrize(
    ("reset_in", "uniform", "delay"),
    [(10.0, lowest, 10.02), (10.0, highest, 10.3), (0.5, highest, 0.65), (0.5, lowest, 0.51)],
)
def test_an_exhausted_quota_is_waited_for_and_a_little_longer(reset_in: float, uniform: Uniform, delay: float) -> None:
    """By up to a third of a second, and less where the wait is short, so that clients do not all come at once."""
    quotas = announced(RateLimitInfo("account", 0, reset_in), uniform=uniform)
    assert quotas.delay("r", 0.0) == pytest.approx(delay)
    assert quotas.delay("other", 0.0) == pytest.approx(delay)
    assert quotas.delay_with_reserve("r", 0.0, 1.0, 0.1) == pytest.approx(delay)


def test_the_longest_of_all_waits_counts() -> None:
    """Account and route may both be exhausted; a route's quota does not hold another route."""
    quotas = announced(RateLimitInfo("account", 0, 2.0), RateLimitInfo("route", 0, 5.0))
    assert quotas.delay("r", 0.0) == pytest.approx(5.02)
    assert quotas.delay("other", 0.0) == pytest.approx(2.02)
    assert quotas.delay_with_reserve("r", 0.0, 1.0, 0.1) == pytest.approx(5.02)
    assert quotas.delay_with_reserve("other", 0.0, 1.0, 0.1) == pytest.approx(2.02)
    assert quotas.delay("r", 1.0) == pytest.approx(4.02)
    assert quotas.delay_with_reserve("r", 1.0, 1.0, 0.1) == pytest.approx(4.02)


@pytest.mark.parametrize("now", [5.0, 5.5, 20.0])
def test_nothing_is_waited_for_after_the_reset(now: float) -> None:
    """At the reset the quota is new, even before a response says so."""
    quotas = announced(RateLimitInfo("account", 0, 5.0))
    assert quotas.delay("r", now) == 0.0
    assert quotas.delay_with_reserve("r", now, 1.0, 0.1) == 0.0


@pytest.mark.parametrize(
    ("remaining", "share", "waits"), [(1, 1.0, False), (1, 0.5, True), (2, 0.5, False), (0, 1.0, True)]
)
def test_a_share_leaves_the_rest_to_single_calls(remaining: int, share: float, waits: bool) -> None:
    """One request must be left within the share; single calls may use all of it."""
    quotas = announced(RateLimitInfo("account", remaining, 5.0))
    assert (quotas.delay_with_reserve("r", 0.0, share, 0.1) > 0) is waits
    assert (quotas.delay("r", 0.0) > 0) is (remaining == 0)


def test_the_smallest_rate_of_all_quotas_counts() -> None:
    """What the account allows and what the route allows; a quota that is long over allows anything."""
    quotas = announced(RateLimitInfo("account", 100, 10.0), RateLimitInfo("route", 40, 20.0))
    assert quotas.rate("r", 0.0, 1.0, 10_000) == 2.0
    assert quotas.rate("other", 0.0, 1.0, 10_000) == 10.0
    assert quotas.rate("r", 0.0, 0.5, 10_000) == 1.0
    assert quotas.rate("r", 0.0, 1.0, 41) == 2.0
    assert quotas.rate("r", 0.0, 1.0, 40) == math.inf
    assert quotas.rate("other", 16.0, 1.0, 10_000) is None
    assert quotas.rate("r", 16.0, 1.0, 10_000) == 10.0
    assert QuotaTracker(lowest).rate("r", 0.0, 1.0, 1) is None
    quotas = announced(RateLimitInfo("account", 40, 20.0), RateLimitInfo("route", 100, 10.0))
    assert quotas.rate("r", 0.0, 1.0, 10_000) == 2.0


def test_only_a_response_to_a_newer_request_counts() -> None:
    """An overtaken response is ignored, unless what is known is stale and no newer."""
    quotas = announced(RateLimitInfo("account", 0, 5.0), sent=4)
    quotas.update(permit(3), [RateLimitInfo("account", 50, 5.0)], None, 0.1)
    assert quotas.delay("r", 0.1) > 0
    quotas.update(permit(4), [RateLimitInfo("account", 50, 4.9)], None, 0.1)
    assert quotas.delay("r", 0.1) == 0.0
    quotas.update(permit(3), [RateLimitInfo("account", 0, 30.0)], None, 20.0)
    assert quotas.delay("r", 20.0) == 0.0
    quotas.update(permit(4), [RateLimitInfo("account", 0, 30.0)], None, 20.0)
    assert quotas.delay("r", 20.0) == pytest.approx(30.02)


@pytest.mark.parametrize(
    ("number", "at", "waits"),
    [(4, 0.1, 0.0), (5, 0.1, 5.02), (4, 20.0, 0.0), (5, 20.0, 5.02)],
    ids=["known", "newer", "known and over", "newer than what is over"],
)
def test_what_other_processes_know_counts_if_it_is_newer(number: int, at: float, waits: float) -> None:
    """An exhausted quota is waited for if a response to a later request told them of it."""
    quotas = announced(sent=6)
    quotas.update(permit(4), [RateLimitInfo("account", 50, 5.0)], None, 0.0)
    quotas.follow({"account account": Window(remaining=0, resets_in=5.0, number=number)}, at)
    assert quotas.delay("r", at) == pytest.approx(waits)


def test_a_window_that_is_over_is_forgotten() -> None:
    """A response after a long silence starts again: what others used before says nothing."""
    quotas = announced(RateLimitInfo("account", 100, 5.0))
    quotas.update(permit(1), [RateLimitInfo("account", 50, 4.0)], None, 1.0)
    quotas.update(permit(1), [RateLimitInfo("account", 10, 1.0)], None, 20.0)
    assert quotas.rate("r", 20.0, 1.0, 10_000) == 10.0


def test_bulk_work_leaves_the_last_requests_to_others() -> None:
    """Where others use fifteen a second, three that are left are theirs; single calls need not care."""
    quotas = announced(RateLimitInfo("account", 33, 60.0))
    quotas.update(permit(1), [RateLimitInfo("account", 3, 59.0)], None, 1.0)
    assert quotas.delay_with_reserve("r", 1.0, 1.0, 0.1) > 0
    assert quotas.delay("r", 1.0) == 0.0


def test_a_route_s_response_counts_by_its_own_numbers() -> None:
    """A route's quota is used up by the requests to it alone."""
    quotas = QuotaTracker(lowest)
    for route in ("a", "a", "a", "r"):
        quotas.record_sent(route)
    quotas.update(permit(4, on_route=1), [RateLimitInfo("route", 2, 5.0)], None, 0.0)
    quotas.record_sent("a")
    quotas.record_sent("r")
    assert quotas.delay("r", 0.0) == 0.0
    quotas.record_sent("r")
    assert quotas.delay("r", 0.0) > 0
    assert quotas.delay("a", 0.0) == 0.0


def test_an_account_s_response_counts_by_all_requests() -> None:
    """An account's quota is used up by the requests to all routes."""
    quotas = QuotaTracker(lowest)
    for route in ("a", "a", "a", "r"):
        quotas.record_sent(route)
    quotas.update(permit(4, on_route=1), [RateLimitInfo("account", 2, 5.0)], None, 0.0)
    quotas.record_sent("a")
    assert quotas.delay("r", 0.0) == 0.0
    quotas.record_sent("a")
    assert quotas.delay("r", 0.0) > 0


def test_a_limit_that_cannot_be_is_skipped() -> None:
    """The others of the same response count; the longest window there can be is one of them."""
    quotas = announced(
        RateLimitInfo("account", 0, MAX_WINDOW_SECONDS + 1), RateLimitInfo("route", 0, MAX_WINDOW_SECONDS)
    )
    assert quotas.delay("other", 0.0) == 0.0
    assert quotas.delay("r", 0.0) > MAX_WINDOW_SECONDS


def test_a_reset_to_come_narrows_down_when_the_others_are() -> None:
    """The vendor's clock cannot be further ahead than the first of the announced resets."""
    quotas = QuotaTracker(lowest)
    quotas.record_sent("r")
    limits = [RateLimitInfo("account", 1, 0.25), RateLimitInfo("token", 0, 5.0)]
    quotas.update(permit(1, sent_at=10.0), limits, 1_000.0, 10.5)
    # The vendor is ahead by 989.5 to 990.25: 989.875, give or take 0.375; its reset at 1,005 is ours at 15.125.
    assert quotas.delay("r", 15.0) == pytest.approx(0.125 + 0.02 * 0.125 + 0.125)


def test_a_reset_as_a_point_in_time_follows_the_vendor_s_clock() -> None:
    """Its date and ours differ by the known offset, whose uncertainty is waited for as well."""
    quotas = QuotaTracker(lowest)
    quotas.record_sent("r")
    quotas.update(permit(1, sent_at=10.0), [RateLimitInfo("account", 0, 5.0)], 1_000.0, 10.5)
    # The vendor is ahead by 989.5 to 991: 990.25, give or take 0.75; its reset at 1,005 is ours at 14.75.
    assert quotas.delay("r", 10.5) == pytest.approx(4.25 + 0.02 + 0.75)
    assert quotas.seconds_until_reset([RateLimitInfo("account", 0, 5.0)], "r", 10.5) == pytest.approx(4.25 + 0.75)
    assert quotas.delay("r", 14.5) == pytest.approx(0.25 + 0.02 * 0.25 + 0.25)


def test_a_reset_in_the_vendor_s_past_is_now() -> None:
    """However the clocks differ, no window ends before its response came."""
    quotas = QuotaTracker(lowest)
    quotas.record_sent("r")
    quotas.update(permit(1, sent_at=10.0), [RateLimitInfo("account", 0, -50.0)], 1_000.0, 10.5)
    assert quotas.seconds_until_reset([RateLimitInfo("account", 0, 0.0)], "r", 10.5) == 0.0


def test_the_last_of_the_exhausted_quotas_counts() -> None:
    """None exhausted: nothing to wait for; several: until the last of them resets, and never less than 0."""
    account, route = RateLimitInfo("account", 0, 2.0), RateLimitInfo("route", 0, 5.0)
    quotas = announced(account, route)
    assert quotas.seconds_until_reset([], "r", 0.0) is None
    assert quotas.seconds_until_reset([account], "r", 0.0) == 2.0
    assert quotas.seconds_until_reset([account, route], "r", 0.5) == 4.5
    assert quotas.seconds_until_reset([route, account], "r", 9.0) == 0.0


@pytest.mark.parametrize(
    ("limits", "seconds"),
    [
        ([("account", 9.0)], 3.0),
        ([("account", MAX_WINDOW_SECONDS)], 3.0),
        ([("account", MAX_WINDOW_SECONDS + 1)], MAX_WINDOW_SECONDS + 1),
        ([("unheard", 9.0)], 9.0),
        ([("unheard", 9.0), ("account", 5.0)], 9.0),
        ([("account", 5.0), ("unheard", 1.0)], 3.0),
    ],
)
def test_a_reset_is_that_of_the_known_window(limits: list[tuple[str, float]], seconds: float) -> None:
    """Which ends 3 seconds from now, unless the response names a time that cannot be, or no window is known."""
    quotas = announced(RateLimitInfo("account", 0, 5.0))
    assert quotas.seconds_until_reset([RateLimitInfo(scope, 0, reset) for scope, reset in limits], "r", 2.0) == seconds
