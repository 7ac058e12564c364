"""Whatever the vendor does: attempts and waits stay in their bounds, and nothing is sent twice that must not be."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from abclient import errors
from abclient.options import CallOptions, RetryPolicy, Timeouts
from abclient.transports import WireRequest, WireResponse
from support.cases import cases
from support.fake import Clock, Script, answer, fake_session, in_bulk, json_request

STATUSES = st.sampled_from([400, 401, 404, 408, 418, 429, 500, 502, 503, 504, 520])
WAITS = (
    st.none() | st.integers(0, 90).map(str) | st.floats(0, 30).map("{:.2f}".format) | st.sampled_from(["soon", "-5"])
)
SUCCESS = answer(200, {"ok": True})


class Weather(Script):
    """A vendor with bad weather; notes when each request came, and what was done to it.

    Attributes:
        log: for each request the time, and the status it was answered with or the error it ended in.
    """

    def __init__(self, clock: Clock, weather: list[Any], takes: float) -> None:
        super().__init__(self._next)
        self.clock, self.weather, self.takes = clock, list(weather), takes
        self.log: list[tuple[float, Any]] = []

    def _next(self, request: WireRequest) -> WireResponse:
        event = self.weather.pop(0) if self.weather else SUCCESS
        self.log.append((self.clock.now, event))
        self.clock.now += self.takes
        if isinstance(event, Exception):
            raise event
        response: WireResponse = event
        return response


@st.composite
def refusals(draw: st.DrawFn) -> WireResponse:
    """An error answer, which may ask to wait."""
    wait = draw(WAITS)
    return answer(draw(STATUSES), **({} if wait is None else {"retry_after": wait}))


FAILURES = st.sampled_from(
    [errors.NotSentError, errors.ConnectTimeoutError, errors.ResponseLostError, errors.ReadTimeoutError]
).map(lambda kind: kind("lost"))
WEATHER = st.lists(refusals() | FAILURES, max_size=8)
METHODS = st.sampled_from(["GET", "PUT", "DELETE", "POST", "PATCH"])
POLICIES = st.builds(RetryPolicy, attempts=st.integers(1, 6), base_delay=st.floats(0, 5), max_delay=st.floats(0, 30))


def asked(event: Any) -> float:
    """Seconds that an answer asked to wait, where it did so in numbers."""
    headers = dict(event.headers) if isinstance(event, WireResponse) else {}
    try:
        return max(0.0, float(headers.get("retry-after", 0)))
    except ValueError:
        return 0.0


@cases(500)
@given(WEATHER, METHODS, POLICIES, st.floats(1, 200), st.floats(0, 5), st.floats(0, 1), st.none() | st.just(60.0))
def test_retries_stay_in_their_bounds(
    weather: list[Any],
    method: str,
    policy: RetryPolicy,
    total: float,
    takes: float,
    luck: float,
    documented_wait: float | None,
) -> None:
    """Attempts, deadline, Retry-After and the rule for what may have arrived hold in any weather."""
    clock = Clock()
    vendor = Weather(clock, weather, takes)
    began = clock.now
    session = fake_session(
        vendor,
        clock=clock,
        options=CallOptions(retry=policy, timeouts=Timeouts(total=total)),
        uniform=lambda low, high: low + (high - low) * luck,
        documented_wait=documented_wait,
    )
    result = asyncio.run(outcome(session.send(json_request(method))))
    sent = [event for _, event in vendor.log]
    assert 1 <= len(sent) <= policy.attempts
    assert all(moment <= began + total for moment, _ in vendor.log)
    assert clock.now <= began + total + takes
    for (moment, event), (later, _) in zip(vendor.log, vendor.log[1:], strict=False):
        assert later - moment >= takes + asked(event) - 1e-6
        assert is_harmless(method, event)
    last = sent[-1]
    assert (result == {"ok": True}) if last is SUCCESS else isinstance(result, errors.CallError)


def is_harmless(method: str, event: Any) -> bool:
    """Whether a request that met this may be sent again: it is idempotent, was refused, or did not get there."""
    refused = isinstance(event, WireResponse) and event.status == 429
    return method in {"GET", "PUT", "DELETE"} or refused or isinstance(event, errors.NotSentError)


async def outcome(call: Any) -> Any:
    try:
        return await call
    except errors.ABClientError as error:
        return error


@cases(60)
@given(st.lists(st.tuples(WEATHER, METHODS), min_size=2, max_size=12), st.booleans())
def test_many_calls_in_bad_weather_all_end(calls: list[tuple[list[Any], str]], patient: bool) -> None:
    """Calls that share a rate limiter all end, patient or not, and successes are never lost to a cooldown."""
    clock = Clock()
    vendor = Weather(clock, [event for weather, _ in calls for event in weather], 0.1)
    session = fake_session(vendor, clock=clock, options=CallOptions(timeouts=Timeouts(total=100_000)))

    def made(call: Awaitable[Any]) -> Awaitable[Any]:
        return in_bulk(call) if patient else call

    async def run() -> list[Any]:
        async with asyncio.timeout(60):
            return await asyncio.gather(*(outcome(made(session.send(json_request(method)))) for _, method in calls))

    results = asyncio.run(run())
    assert results.count({"ok": True}) == [event for _, event in vendor.log].count(SUCCESS)
    assert all(result == {"ok": True} or isinstance(result, errors.CallError) for result in results)
