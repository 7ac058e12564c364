"""Waits and limits in every spelling that a header may have, and what a client makes of those that cannot be meant."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Mapping
from email.utils import formatdate

import pytest

from abclient import _policy, errors
from abclient._rate_limit_headers import (
    RateLimitHeaders,
    RateLimitInfo,
    capped_wait,
    parse_http_date,
    parse_rate_limit_headers,
    parse_retry_after,
    plausible_wait,
)
from abclient._ratelimit import RateLimiter
from abclient._ratelimit.cooldown import Cooldown
from abclient._ratelimit.quota import QuotaTracker
from abclient.options import CallOptions, Timeouts
from support.fake import LIMIT_HEADERS, Clock, Script, answer, fake_session, in_bulk, json_request

NOW = 1_700_000_000.0
DATE = formatdate(NOW - 10, usegmt=True)


@pytest.fixture(autouse=True)
def _no_dates() -> None:
    """Every test reads its dates itself."""
    parse_http_date.cache_clear()


def lowest(low: float, high: float) -> float:
    return low


@pytest.mark.parametrize("unit", [1, 1_000, 1_000_000, 1_000_000_000])
@pytest.mark.parametrize("name", ["retry-after", "retry-after-ms"])
def test_a_number_that_can_only_be_a_moment_is_one(name: str, unit: int) -> None:
    """Seconds, milli-, micro- and nanoseconds since 1970; by the answer's own date, and one in the past means now."""
    for offset, wait in ((5, 5.0), (-5, 0.0)):
        headers = {name: str((int(NOW) + offset) * unit)}
        assert parse_retry_after(headers, NOW) == pytest.approx(wait)
        assert parse_retry_after({**headers, "date": DATE}, NOW) == pytest.approx(offset + 10)


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"retry-after": "1000000000"}, 1e9),
        ({"retry-after": "1000000001"}, 0.0),
        ({"retry-after": "99999999999"}, 99_999_999_999 - NOW),
        ({"retry-after": "100000000000"}, 0.0),
        ({"retry-after": "100000000000000000000"}, 1e20),
        ({"retry-after": "9" * 39}, 1e39),
        ({"retry-after": "Fri, 31 Dec 9999 23:59:59 GMT"}, 253_402_300_799 - NOW),
        ({"retry-after-ms": "5000", "retry-after": "9"}, 5.0),
        ({"retry-after-ms": "Tue, 14 Nov 2023 22:13:50 GMT", "retry-after": "9"}, 9.0),
        ({"retry-after": "Tue, 14 Nov 2023 22:13:50 GMT", "date": DATE}, 40.0),
        ({"retry-after": "Tue, 14 Nov 2023 22:13:50 GMT", "date": DATE, "age": "7200"}, 30.0),
        ({"retry-after": "Tue, 14 Nov 2023 22:13:50 GMT", "date": DATE, "age": "0"}, 40.0),
        ({"retry-after": "Tue, 14 Nov 2023 22:13:50 GMT", "date": "Thu, 01 Jan 1970 00:00:00 GMT"}, NOW + 30),
    ],
)
def test_a_wait_is_read_as_it_stands(headers: Mapping[str, str], expected: float) -> None:
    """Limits between spans and moments, dates of any year; a cached answer's date is not the vendor's time."""
    assert parse_retry_after(headers, NOW) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("wait", "meant", "told"),
    [(None, None, None), (0.0, 0.0, 0.0), (3600.0, 3600.0, 3600.0), (3600.1, None, 3600.0), (1e39, None, 3600.0)],
)
def test_more_than_an_hour_is_not_meant(wait: float | None, meant: float | None, told: float | None) -> None:
    """An hour is obeyed; beyond it nothing is, and callers are told of an hour."""
    assert (plausible_wait(wait), capped_wait(wait)) == (meant, told)


def _limited(prefix: str, remaining: str, reset: str, limit: str | None = None) -> dict[str, str]:
    own = {f"{prefix}remaining": remaining, f"{prefix}reset": reset}
    return own if limit is None else {**own, f"{prefix}limit": limit}


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (_limited("x-ratelimit-auth-token-", "0", "1700000004000"), [("token", 0, 4.0)]),
        (_limited("x-ratelimit-auth-token-", "7", "1700000004000", "10"), [("token", 7, 4.0)]),
        ({"x-ratelimit-auth-token-reset": "1700000004000"}, []),
        (
            {
                **_limited("x-ratelimit-auth-token-", "3", "1700000004000"),
                "x-ratelimit-global-remaining": "9",
                "x-ratelimit-route-remaining": "5",
                "x-ratelimit-reset": "1700000008000",
            },
            [("account", 9, 8.0), ("route", 5, 8.0), ("token", 3, 4.0)],
        ),
        (_limited("x-ratelimit-route-", "2", "6"), [("route", 2, 6.0)]),
        (_limited("x-rate-limit-", "2", "6"), [("account", 2, 6.0)]),
        (_limited("ratelimit-", "0", "5", "100, 100;w=10"), [("account", 0, 5.0)]),
        (_limited("ratelimit-", "0", "5", "100"), [("account", 0, 5.0)]),
        (_limited("ratelimit-", "0", str(1_700_000_004_000_000_000)), [("account", 0, 4.0)]),
        ({**_limited("x-ratelimit-", "4", "7"), **_limited("ratelimit-", "2", "6")}, [("account", 4, 7.0)]),
        ({"x-ratelimit-remaining": "4", "ratelimit-reset": "7"}, [("account", 4, 7.0)]),
        (_limited("x-ratelimit-", "-1", "5", "-1"), []),
        (_limited("x-ratelimit-", "-1", "5", "100"), []),
        (_limited("x-ratelimit-", "0", "5", "-1"), []),
        (_limited("x-ratelimit-", "0", "5", "0"), []),
        (_limited("x-ratelimit-", "0", "5", "1"), [("account", 0, 5.0)]),
        (_limited("x-ratelimit-auth-token-", "-1", "5"), []),
        ({"x-ratelimit-reset": "0", "x-ratelimit-remaining": "1"}, [("account", 1, 0.0)]),
        ({"x-ratelimit-reset": "-3", "x-ratelimit-remaining": "1"}, [("account", 1, 0.0)]),
        ({**_limited("x-ratelimit-", "1", "5"), "age": "30"}, []),
        ({**_limited("x-ratelimit-", "1", "5"), "age": "1"}, []),
        (_limited("x-ratelimit-", "0", "1700003600"), [("account", 0, 60.0)]),
        (_limited("x-ratelimit-", "0", "1700003601"), [("account", 0, 3601.0)]),
        ({**_limited("x-ratelimit-", "1", "5"), "age": "0"}, [("account", 1, 5.0)]),
        (
            {
                "x-ratelimit-global-remaining": "-1",
                "x-ratelimit-route-remaining": "5",
                "x-ratelimit-reset": "8",
            },
            [("route", 5, 8.0)],
        ),
        ({"ratelimit": "limit=100, remaining=0, reset=5"}, [("account", 0, 5.0)]),
        ({"ratelimit": "limit=-1, remaining=-1, reset=5"}, []),
        ({"ratelimit": "limit=-1, remaining=0, reset=5"}, []),
        ({"ratelimit": "limit=100, remaining=7"}, []),
        ({"ratelimit": "limit=100, remaining=0, reset=5, reset=6=7"}, []),
        ({"ratelimit": '"default";r=0;t=5'}, [("policy default", 0, 5.0)]),
        ({"ratelimit": "default;r=0;t=5"}, [("policy default", 0, 5.0)]),
        ({"ratelimit": '"a,b;c" ; r=3 ; t="5"'}, [("policy a,b;c", 3, 5.0)]),
        (
            {"ratelimit": '"burst";r=1;t=2, "daily";R=40;T=1800;pk=:abc=:'},
            [("policy burst", 1, 2.0), ("policy daily", 40, 1800.0)],
        ),
        (
            {"ratelimit": '"default";r=0', "ratelimit-policy": '"default";q=100;w=10'},
            [("policy default", 0, 10.0)],
        ),
        ({"ratelimit": '"default";r=0'}, []),
        ({"ratelimit": '"default";r=-1;t=5'}, []),
        ({"ratelimit": '"default";r=0;t=5', "ratelimit-policy": '"default";q=-1;w=10'}, []),
        ({"ratelimit": '"bytes";r=0;t=5', "ratelimit-policy": '"bytes";q=9;w=9;qu="content-bytes"'}, []),
        ({"ratelimit": '"x";r=0;t=5', "ratelimit-policy": '"x";q=9;w=9;qu="requests"'}, [("policy x", 0, 5.0)]),
        ({"ratelimit": "Xa;r=1;t=2"}, [("policy Xa", 1, 2.0)]),
        ({"ratelimit": "a;r=1;t=2", "ratelimit-policy": '"a";qu="requestsX"'}, []),
        ({"ratelimit": "a;r=1;t=2", "ratelimit-policy": '"a";qu="a=b"'}, []),
        ({"ratelimit": ";;,,="}, []),
        ({"ratelimit": ""}, []),
        (
            {"ratelimit": ", ".join(f'"{number}";r=1;t=1' for number in range(9))},
            [(f"policy {n}", 1, 1.0) for n in range(8)],
        ),
    ],
)
def test_every_way_to_tell_a_limit_is_understood(
    headers: Mapping[str, str], expected: list[tuple[str, int, float]]
) -> None:
    """Each limit has its own reset; one without a number that says how much is left, or without an end, is none."""
    assert [tuple(quota) for quota in parse_rate_limit_headers(headers, NOW, own=LIMIT_HEADERS).limits] == expected


def test_a_vendors_own_headers_are_read_for_that_vendor() -> None:
    """To others they mean nothing, and the usual ones count for all."""
    headers = {**_limited("x-ratelimit-route-", "2", "6"), **_limited("x-ratelimit-", "4", "7")}
    assert parse_rate_limit_headers(headers, NOW).limits == (RateLimitInfo("account", 4, 7.0),)
    own = (("route", "x-ratelimit-route-"),)
    assert [limit.scope for limit in parse_rate_limit_headers(headers, NOW, own=own).limits] == ["route", "account"]


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"x-ratelimit-auth-token-reset": "1700000004000"}, [("token", 0, 4.0)]),
        ({"x-ratelimit-reset": "4"}, [("account", 0, 4.0)]),
        (_limited("x-ratelimit-", "-1", "5", "100"), [("account", 0, 5.0)]),
        (_limited("x-ratelimit-", "-1", "5", "-1"), []),
        (_limited("x-ratelimit-", "3", "5"), [("account", 3, 5.0)]),
        ({"x-ratelimit-route-remaining": "0", "x-ratelimit-reset": "5"}, [("route", 0, 5.0)]),
        ({"ratelimit": '"default";t=5'}, [("policy default", 0, 5.0)]),
    ],
)
def test_a_refusal_s_limit_without_a_rest_is_spent(
    headers: Mapping[str, str], expected: list[tuple[str, int, float]]
) -> None:
    """A refused request's reset is waited for although the answer does not count; what does count decides alone."""
    assert [
        tuple(quota) for quota in parse_rate_limit_headers(headers, NOW, throttled=True, own=LIMIT_HEADERS).limits
    ] == expected


def test_a_reset_that_is_a_moment_brings_the_vendor_s_time() -> None:
    """One of several limits is enough; spans need none."""
    headers = {**_limited("x-ratelimit-auth-token-", "3", "1700000004000"), "ratelimit": '"a";r=1;t=2', "date": DATE}
    assert parse_rate_limit_headers(headers, NOW, own=LIMIT_HEADERS) == RateLimitHeaders(
        (RateLimitInfo("token", 3, 14.0), RateLimitInfo("policy a", 1, 2.0)), NOW - 10
    )
    assert parse_rate_limit_headers({"ratelimit": '"a";r=1;t=2', "date": DATE}, NOW).date is None


@pytest.mark.parametrize(
    ("status", "code", "text", "expected"),
    [
        (429, None, "", True),
        (500, None, "Too many requests. Please try again later.", True),
        (502, None, "TooManyRequests", True),
        (503, None, "too_many_requests", True),
        (599, None, "<h1>Too Many\nRequests</h1>", True),
        (500, "too-many-requests", "no", True),
        (500, "429", "no", True),
        (500, None, "Rate limit exceeded", True),
        (500, "rate_limit_exceeded", "", True),
        (500, None, "ratelimiter crashed", False),
        (500, None, "too many rows", False),
        (500, "42900", "broken", False),
        (499, None, "too many requests", False),
        (400, "429", "too many requests", False),
        (600, None, "too many requests", False),
    ],
)
def test_a_server_error_may_be_a_refusal(status: int, code: str | None, text: str, expected: bool) -> None:
    """429 always is; any 5xx is if its code or text says so; nothing else."""
    assert _policy.is_throttled(status, code, text) is expected


@pytest.mark.parametrize(
    ("refusals", "wait"), [(1, 1.0), (2, 2.0), (5, 16.0), (12, 2048.0), (13, 3600.0), (99, 3600.0)]
)
def test_a_wait_that_cannot_be_meant_is_probed_at_growing_intervals(refusals: int, wait: float) -> None:
    """After 1, 2, 4, … seconds, and in the end once an hour; an hour itself is kept."""
    assert _policy.cooldown_delay(refusals, 3600.5, lowest) == wait
    assert _policy.cooldown_delay(refusals, 3600.0, lowest) == 3600.0


def test_a_late_refusal_cannot_close_a_gate_for_ever() -> None:
    """Of requests that were in flight together, one that asks for what cannot be meant changes nothing."""
    cooldown = Cooldown()
    cooldown.record_throttle(1, 9, 100.0, 2.0, lowest)
    cooldown.record_throttle(2, 9, 100.0, 1e9, lowest)
    assert cooldown.seconds_until_probe(100.0) == 2.0
    cooldown.record_throttle(3, 9, 100.0, 3600.0, lowest)
    assert cooldown.seconds_until_probe(100.0) == 3600.0


@pytest.mark.parametrize(
    ("asked", "reset", "expected"),
    [
        (None, None, 60.0),
        (None, 5.0, 5.0),
        (2.0, None, 2.0),
        (5.9, 5.0, 5.0),
        (6.0, 5.0, 6.0),
        (1e9, 5.0, 5.0),
        (2.0, 1e9, 2.0),
        (1e9, None, 1.0),
        (None, 1e9, 1.0),
        (1e9, 1e9, 1.0),
    ],
)
async def test_what_can_be_meant_is_what_is_waited_for(
    asked: float | None, reset: float | None, expected: float
) -> None:
    """Of a wait and a reset the one that can be meant; without any of them a probe goes after a second."""
    limiter = RateLimiter(clock=Clock(), uniform=lowest, documented_wait=60.0)
    quotas = () if reset is None else (RateLimitInfo("account", 0, reset),)
    assert limiter.record_throttle(await limiter.acquire("a"), asked, quotas) == expected


async def test_a_reset_that_cannot_be_meant_holds_nothing_up() -> None:
    """Nothing is left until the year 9999: neither a single call nor bulk work waits for that, or is spread over it."""
    clock = Clock()
    limiter = RateLimiter(clock=clock, sleep=clock.sleep, uniform=lowest)
    limiter.add_pending(10_000)
    limiter.record_success(
        await limiter.acquire("a"), (RateLimitInfo("account", 0, 1e11), RateLimitInfo("route", 3, 3601.0))
    )
    await limiter.acquire("a")
    limiter.release(await limiter.acquire("a", adaptive=True))
    assert clock.now == 1000.0


@pytest.mark.parametrize("scope", ["account", "token", "policy default"])
async def test_every_limit_of_the_account_is_waited_for(scope: str) -> None:
    """A used-up one holds up every route, whatever others leave; a route's own only that route."""
    clock = Clock()
    limiter = RateLimiter(clock=clock, sleep=clock.sleep, uniform=lowest)
    limiter.record_success(
        await limiter.acquire("a"),
        (RateLimitInfo("other", 9, 30.0), RateLimitInfo(scope, 0, 3.0), RateLimitInfo("route", 0, 20.0)),
    )
    await limiter.acquire("b")
    assert clock.now == pytest.approx(1003.02)
    await limiter.acquire("a")
    assert clock.now == pytest.approx(1020.02)


async def test_a_refused_limit_of_the_account_closes_every_route() -> None:
    """The token's quota is no route's."""
    clock = Clock()
    limiter = RateLimiter(clock=clock, sleep=clock.sleep, uniform=lowest)
    limiter.record_throttle(await limiter.acquire("a"), None, (RateLimitInfo("token", 0, 4.0),))
    await limiter.acquire("b")
    assert clock.now == pytest.approx(1004.0)


def test_limits_that_a_vendor_makes_up_are_forgotten() -> None:
    """Only so many are kept by name, the newest; routes, which are ours, are all kept."""
    from abclient._ratelimit.quota import Permit

    quotas = QuotaTracker(lowest)
    for number in range(40):
        permit = Permit(f"r{number}", *quotas.record_sent(f"r{number}"), 0.0, False, number)
        quotas.update(
            permit, [RateLimitInfo(f"policy {number}", 0, 30.0 + number), RateLimitInfo("route", 0, 10.0)], None, 0.0
        )
    assert quotas.delay("none", 0.0) == pytest.approx(69.02)
    assert quotas.rate("none", 70.0, 1.0, 1.0) is not None  # the newest is not over yet
    assert all(quotas.delay(f"r{number}", 0.0) == pytest.approx(69.02) for number in range(40))
    by_name = [RateLimitInfo(f"policy {number}", 0, 0.0) for number in range(24, 40)]
    quotas.update(Permit("r7", *quotas.record_sent("r7"), 0.0, False, 41), by_name, None, 0.0)
    assert quotas.delay("none", 0.0) == 0.0  # there were only these sixteen
    assert quotas.delay("r7", 0.0) == pytest.approx(10.02)


@pytest.mark.parametrize(
    "headers",
    [
        {"retry_after": "9" * 39},
        {"retry_after": "Fri, 31 Dec 9999 23:59:59 GMT"},
        {"retry_after": "9999999999999"},
        {"retry_after_ms": "9999999999999999"},
        {"x_ratelimit_remaining": "0", "x_ratelimit_reset": "253402300799"},
        {"ratelimit": '"d";r=0;t=999999999'},
    ],
    ids=str,
)
@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("bulk", [False, True])
async def test_no_header_holds_a_client_for_ever(status: int, headers: dict[str, str], bulk: bool) -> None:
    """A vendor that is healthy again after one such answer is found healthy within seconds."""
    clock, script = Clock(), Script(answer(status, **headers), answer(200, {"a": 1}))
    session = fake_session(script, clock=clock)
    call = session.send(json_request())
    assert await (in_bulk(call, "adaptive") if bulk else call) == {"a": 1}
    assert clock.now - 1000.0 <= 2.0


async def test_a_vendor_that_stays_so_is_asked_less_and_less() -> None:
    """An hour of such refusals costs a dozen probes, and no item of bulk work; the error tells of an hour at most."""
    clock, script = Clock(), Script(answer(429, retry_after="9" * 39))
    session = fake_session(script, clock=clock, uniform=lowest, options=CallOptions(timeouts=Timeouts(total=4000)))
    with pytest.raises(errors.TooManyRequestsError) as caught:
        await in_bulk(session.send(json_request()))
    assert caught.value.retry_after == 3600.0
    assert 10 <= len(script.requests) <= 13


@pytest.mark.parametrize("status", [500, 502, 504])
async def test_a_failure_with_such_a_header_is_retried_by_the_usual_pauses(status: int) -> None:
    """What is not a refusal starts no cooldown, and its nonsensical wait does not end the call."""
    clock, script = Clock(), Script(answer(status, retry_after="9" * 39), answer(200, {"a": 1}))
    assert await fake_session(script, clock=clock).send(json_request()) == {"a": 1}
    assert clock.slept == [0.5]


@pytest.mark.parametrize("status", [500, 502, 503, 599])
async def test_a_server_error_that_refuses_is_waited_out(status: int) -> None:
    """For 1, 2, 4 seconds, by everyone; in bulk work it takes none of an item's attempts, nor of the retry quota."""
    refusal = answer(status, {"message": "Too many requests. Please try again later."})
    clock, script = Clock(), Script(*[refusal] * 3, answer(200, {"a": 1}))
    session = fake_session(script, clock=clock, uniform=lowest)
    assert await session.send(json_request()) == {"a": 1}
    assert clock.slept == [1.0, 2.0, 4.0]
    assert session.account.rate_limiter.retry_quota.left == session.account.rate_limiter.retry_quota.capacity
    script = Script(*[refusal] * 12, answer(200, {"a": 1}))
    assert await in_bulk(fake_session(script).send(json_request())) == {"a": 1}


async def test_a_server_error_that_refuses_keeps_its_status_and_repeats_no_post() -> None:
    """What a server error did is not certain, whatever it says: it is raised as it is, and the next call waits."""
    clock, script = Clock(), Script(answer(500, {"message": "too many requests"}), answer(200, {"a": 1}))
    session = fake_session(script, clock=clock, uniform=lowest)
    with pytest.raises(errors.ServerError) as caught:
        await session.send(json_request("POST"))
    assert (caught.value.status, len(script.requests), clock.now) == (500, 1, 1000.0)
    assert await session.send(json_request("POST")) == {"a": 1}
    assert clock.now == 1001.0


@pytest.mark.parametrize("gone", [404, 410])
@pytest.mark.parametrize(
    ("first", "maybe"),
    [
        (errors.ResponseLostError("reset"), True),
        (errors.ReadTimeoutError("silence"), True),
        (answer(500), True),
        (answer(524), True),
        (answer(408), True),
        (errors.NotSentError("refused"), False),
        (answer(429, retry_after="1"), False),
        (answer(500, {"message": "too many requests"}), False),
        (answer(500, {"code": "429", "message": "no"}), False),
    ],
)
async def test_a_delete_that_may_have_been_done_says_so(first: object, maybe: bool, gone: int) -> None:
    """Not found on the retry of an attempt without a clear answer may be its success; the error says it."""
    script = Script(first, answer(gone, {"message": "no such thing"}))  # type: ignore[arg-type]  # an error or a response
    with pytest.raises(errors.APIError) as caught:
        await fake_session(script).send(json_request("DELETE"))
    assert isinstance(caught.value, errors.NotFoundError | errors.GoneError)
    assert caught.value.maybe_deleted is maybe
    assert ("may have deleted it" in str(caught.value)) is maybe
    assert caught.value.attempts == 2


async def test_only_a_delete_that_was_sent_twice_may_have_been_done() -> None:
    """Neither the first attempt's 404, nor that of another method, nor another status."""
    script = Script(answer(404, {"message": "no"}))
    with pytest.raises(errors.NotFoundError) as caught:
        await fake_session(script).send(json_request("DELETE"))
    assert caught.value.maybe_deleted is False
    lost = errors.ResponseLostError("reset")
    with pytest.raises(errors.NotFoundError) as caught:
        await fake_session(Script(lost, answer(404))).send(json_request())
    assert caught.value.maybe_deleted is False
    with pytest.raises(errors.ForbiddenError, match="Forbidden"):
        await fake_session(Script(lost, answer(403))).send(json_request("DELETE"))


async def test_waits_go_by_the_loop_s_clock() -> None:
    """By default: every other clock may stand still, in a test or after a suspension."""
    limiter = RateLimiter()
    before = asyncio.get_running_loop().time()
    assert before <= limiter.clock() < before + 60.0
    assert limiter.record_throttle(await limiter.acquire("a"), 5.0) >= 5.0
    assert math.isfinite(limiter.clock())
