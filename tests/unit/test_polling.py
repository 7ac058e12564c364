"""Waiting for what is being computed, in virtual time."""

from __future__ import annotations

import time
from collections.abc import Callable
from email.utils import formatdate
from typing import Any

import pytest

from abclient import errors
from abclient.polling import until_ready
from abclient.transports import WireRequest, WireResponse
from support.fake import Clock, Script, answer, fake_session, json_request


async def test_it_asks_until_the_answer_is_there() -> None:
    """202 is asked again after growing pauses, lengthened by a quarter at most; the answer ends it."""
    clock, script = Clock(), Script(answer(202), answer(202), answer(202), answer(200, {"a": 1}))
    response = await until_ready(fake_session(script, clock=clock), json_request(), wait=60)
    assert (response.status, response.json()) == (200, {"a": 1})
    assert clock.slept == [1.25, 2.5, 5.0]


async def test_pauses_double_up_to_half_a_minute() -> None:
    """However long it lasts, the next look is at most 30 seconds away, before jitter."""
    clock, script = Clock(), Script(*[answer(202)] * 8, answer(200, {}))
    session = fake_session(script, clock=clock, uniform=lambda low, high: low)
    await until_ready(session, json_request(), wait=1000)
    assert clock.slept == [1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0, 30.0]


@pytest.mark.parametrize("status", [200, 204])
async def test_an_answer_is_not_waited_for(status: int) -> None:
    """Any other success is the answer, at once."""
    clock = Clock()
    response = await until_ready(fake_session(Script(answer(status)), clock=clock), json_request(), wait=60)
    assert (response.status, clock.slept) == (status, [])


async def test_the_vendors_wait_is_obeyed() -> None:
    """Retry-After lengthens a pause, and never shortens it."""
    clock, script = Clock(), Script(answer(202, retry_after="7"), answer(202, retry_after="0"), answer(200, {}))
    await until_ready(fake_session(script, clock=clock), json_request(), wait=60)
    assert clock.slept == [7.0, 2.5]


async def test_a_date_to_come_back_at_is_understood() -> None:
    """Retry-After as a date is compared with the answer's own clock."""
    now = time.time()
    clock = Clock()
    script = Script(answer(202, date=formatdate(now), retry_after=formatdate(now + 9)), answer(200, {}))
    await until_ready(fake_session(script, clock=clock), json_request(), wait=60)
    assert clock.slept == [9.0]


async def test_the_wait_ends_in_an_error_that_says_so() -> None:
    """The last look is when the time is over; the error knows the call and how often it was asked."""
    clock, script = Clock(), Script(answer(202))
    with pytest.raises(errors.ResultsPendingError, match="10 seconds") as caught:
        await until_ready(fake_session(script, clock=clock), json_request(operation="getResults"), wait=10)
    assert sum(clock.slept) == 10
    assert (caught.value.operation, caught.value.path) == ("getResults", "/v1/things/7")
    assert caught.value.attempts == len(script.requests) == 5


async def test_no_patience_asks_once() -> None:
    """With wait=0 nobody sleeps."""
    clock, script = Clock(), Script(answer(202))
    with pytest.raises(errors.ResultsPendingError):
        await until_ready(fake_session(script, clock=clock), json_request(), wait=0)
    assert (len(script.requests), clock.slept) == (1, [])


async def test_a_wait_longer_than_the_patience_is_not_begun() -> None:
    """Told to come back in an hour, somebody with a minute learns it at once."""
    clock, script = Clock(), Script(answer(202, retry_after="3600"))
    with pytest.raises(errors.ResultsPendingError):
        await until_ready(fake_session(script, clock=clock), json_request(), wait=60)
    assert clock.slept == []


@pytest.mark.parametrize("wait", [-1, float("inf"), float("nan")])
async def test_an_impossible_wait_is_refused(wait: float) -> None:
    """A wait is finite and not negative; nothing is sent."""
    script = Script(answer(200, {}))
    with pytest.raises(ValueError, match="wait"):
        await until_ready(fake_session(script), json_request(), wait=wait)
    assert script.requests == []


async def test_every_attempt_has_a_sink_of_its_own() -> None:
    """Half a body of an attempt that broke off is not in what the next one collects, nor is one that said "not yet"."""
    collected: list[bytes] = []

    def fresh() -> Callable[[bytes], object]:
        collected.clear()
        return collected.append

    script = Script(_piece(b"half"), _piece(b"wait", 202), _piece(b"half"), _piece(b"done", 200))
    await until_ready(fake_session(script), json_request(), wait=60, sink=fresh)
    assert collected == [b"done"]


def _piece(text: bytes, status: int | None = None) -> Callable[[WireRequest], WireResponse]:
    """An answer whose body goes to the sink; without status it breaks off."""

    def step(request: WireRequest) -> WireResponse:
        assert request.sink is not None
        request.sink(text)
        if status is None:
            raise errors.ResponseLostError("reset")
        return answer(status)

    return step


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"<!doctype html><title>Just a moment...</title>", {}),
        (b"checking your browser", {"content_type": "text/html; charset=utf-8"}),
        (b"", {"x_amzn_waf_action": "challenge"}),
        ({"code": "unauthorized", "message": "token revoked"}, {}),
        ({"errors": [{"title": "no"}]}, {}),
    ],
)
async def test_a_page_is_no_promise_of_results(body: Any, headers: dict[str, str]) -> None:
    """What a firewall or a gateway says with 202 is an error at once, streamed or not."""
    script = Script(answer(202, body, **headers))
    with pytest.raises(errors.DecodeError):
        await until_ready(fake_session(script), json_request(), wait=100)
    assert len(script.requests) == 1


@pytest.mark.parametrize("body", [b"", b" \r\n", b"please wait", {"message": "Results are being computed"}, {}])
async def test_a_word_beside_the_status_is_no_harm(body: Any) -> None:
    """Optimizely documents no body; one that says that it takes a while says what the status says."""
    script = Script(answer(202, body), answer(200, {}))
    assert (await until_ready(fake_session(script, clock=Clock()), json_request(), wait=100)).status == 200
