"""Every attempt is told to hooks and log, and what hooks do changes nothing for the call."""

from __future__ import annotations

import asyncio
import functools
import logging
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve

from abclient import errors
from abclient._session import Session
from abclient.errors import ConfigurationError
from abclient.events import Attempt, Hooks
from abclient.options import CallOptions, RetryPolicy, Timeouts
from abclient.transports import WireRequest
from support.fake import Clock, Script, answer, fake_session, json_request
from support.simulation import in_virtual_time

SECRET = "s3cret-token"
RECORD = Attempt(
    vendor="acme",
    client="acme",
    call_id="c0ffee",
    operation="getThing",
    method="GET",
    path_template="/things/{id}",
    host="api.example.com",
    path="/v1/things/7",
    number=1,
    sent=True,
    started_at=datetime(2026, 1, 2, tzinfo=UTC),
    waited=0.0,
    elapsed=0.5,
)


async def asynchronous(attempt: Attempt) -> None:
    """Would never run."""


async def asynchronous_generator(attempt: Attempt) -> AsyncIterator[Attempt]:
    yield attempt


def generator(attempt: Attempt) -> Iterator[Attempt]:
    yield attempt


class AsynchronousCall:
    async def __call__(self, attempt: Attempt) -> None:
        """Would never run."""


class Collector:
    def __init__(self, attempt: Attempt | None = None) -> None:
        self.seen = [attempt]

    def __call__(self, attempt: Attempt) -> None:
        self.seen.append(attempt)

    async def method(self, attempt: Attempt) -> None:
        """Would never run."""


@pytest.mark.parametrize(
    "hook",
    [
        asynchronous,
        asynchronous_generator,
        generator,
        AsynchronousCall(),
        Collector().method,
        functools.partial(asynchronous),
        functools.partial(functools.partial(AsynchronousCall())),
        functools.partial(Collector().method),
    ],
)
def test_a_hook_that_would_never_run_is_refused(hook: Any) -> None:
    """When it is given: calling it would only make a coroutine or a generator."""
    with pytest.raises(ConfigurationError, match=r"must be a plain function, and .* is async or a generator"):
        Hooks([print, hook])


@pytest.mark.parametrize("hooks", [5, "print", [5], [print, None]])
def test_what_cannot_be_called_is_no_hook(hooks: Any) -> None:
    """One function is not a list of them, and a text is none."""
    with pytest.raises(ConfigurationError, match="hooks must be a list of functions"):
        Hooks(hooks)


CALLABLES: list[Any] = [print, list[Any]().append, Collector, Collector(), functools.partial(print, "x"), str]


@pytest.mark.parametrize("hook", CALLABLES)
def test_everything_else_that_can_be_called_is_one(hook: Any) -> None:
    """Functions of Python and C, methods, objects, classes."""
    hooks = Hooks(iter([hook]))
    assert bool(hooks)
    assert list(hooks) == [hook]
    hooks.notify(RECORD)
    assert not Hooks()


@pytest.mark.parametrize("error", [ValueError("x"), TimeoutError(), asyncio.CancelledError(), errors.CallError("x")])
async def test_a_hook_that_raises_replaces_nothing(error: BaseException, caplog: pytest.LogCaptureFixture) -> None:
    """Neither an answer nor an error; the others are told; the log has it once for each hook and kind."""
    seen: list[Attempt] = []

    def broken(attempt: Attempt) -> None:
        raise error

    session = fake_session(Script(answer(200, {"a": 1}), answer(404)), hooks=[broken, seen.append])
    assert await session.send(json_request()) == {"a": 1}
    with pytest.raises(errors.NotFoundError):
        await session.send(json_request())
    assert [one.status for one in seen] == [200, 404]
    (record,) = [one for one in caplog.records if one.levelno == logging.WARNING]
    assert f"raised {type(error).__name__}, which changes nothing" in record.getMessage()
    assert record.exc_info is not None


def test_a_hook_is_warned_of_once_for_each_kind(caplog: pytest.LogCaptureFixture) -> None:
    """Another exception, and another hook, are told of as well."""
    raised: list[type[Exception]] = [ValueError, ValueError, KeyError]

    def broken(attempt: Attempt) -> None:
        raise raised.pop(0)

    def other(attempt: Attempt) -> None:
        raise ValueError

    hooks = Hooks([broken, other])
    for _ in range(3):
        hooks.notify(RECORD)
    assert [one.levelname for one in caplog.records] == ["WARNING"] * 3


async def test_a_hook_makes_no_log(caplog: pytest.LogCaptureFixture) -> None:
    """Where only hooks listen, nothing is written."""
    caplog.set_level(logging.INFO, "abclient")
    seen: list[Attempt] = []
    await fake_session(Script(answer(200, {"id": 1})), hooks=[seen.append]).send(json_request())
    assert (len(seen), caplog.records) == (1, [])


def test_a_program_can_be_ended_in_a_hook() -> None:
    """SystemExit and KeyboardInterrupt are nobody's mistake."""

    def leave(attempt: Attempt) -> None:
        raise SystemExit

    with pytest.raises(SystemExit):
        Hooks([leave]).notify(RECORD)


def test_a_coroutine_that_a_hook_returns_is_warned_of(caplog: pytest.LogCaptureFixture) -> None:
    """A plain function around an async one is found out when it is called; without a warning of Python's."""
    Hooks[Attempt]([lambda attempt: asynchronous(attempt)]).notify(RECORD)
    assert "returned a coroutine, which is never awaited" in caplog.text


class Waiting(Script):
    """Nothing is ever answered."""

    def __init__(self, begun: asyncio.Event | None = None) -> None:
        super().__init__(answer())
        self.begun = begun or asyncio.Event()

    async def send(self, request: WireRequest) -> Any:
        self.requests.append(request)
        self.begun.set()
        await asyncio.Event().wait()


def outcomes(seen: list[Attempt]) -> list[tuple[Any, ...]]:
    return [(one.number, one.sent, one.status, one.error, one.retry_in) for one in seen]


def test_an_attempt_that_the_deadline_ends_is_reported(caplog: pytest.LogCaptureFixture) -> None:
    """The vendor that hangs is what one watches for."""
    caplog.set_level(logging.DEBUG)
    seen: list[Attempt] = []

    async def main() -> None:
        await fake_session(Waiting(), hooks=[seen.append], options=CallOptions(timeouts=Timeouts(total=5))).send(
            json_request()
        )

    with pytest.raises(errors.DeadlineExceededError) as caught:
        in_virtual_time(main)
    assert outcomes(seen) == [(1, True, None, "DeadlineExceededError", None)]
    assert seen[0].call_id == caught.value.call_id
    assert "acme GET api.example.com/v1/things/7: DeadlineExceededError in 0 ms, attempt 1 of call" in caplog.text


@pytest.mark.parametrize("by", ["cancel", "timeout"])
def test_an_attempt_that_is_ended_from_outside_is_reported(by: str) -> None:
    """By a cancellation, or by a timeout of the caller's own around it."""
    seen: list[Attempt] = []

    async def main() -> None:
        transport = Waiting()
        session = fake_session(transport, hooks=[seen.append])
        if by == "timeout":
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(5):
                    await session.send(json_request())
        else:
            call = asyncio.create_task(session.send(json_request()))
            await transport.begun.wait()
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                await call

    in_virtual_time(main)
    assert outcomes(seen) == [(1, True, None, "CancelledError", None)]


async def test_an_attempt_that_ends_unexpectedly_is_reported() -> None:
    """By an exception of the transport's, or of the file that the answer goes to, which comes before it is sent."""
    seen: list[Attempt] = []

    def full() -> Any:
        raise OSError("disk")

    session = fake_session(Script(KeyError("x"), errors.ClientClosedError("y")), hooks=[seen.append])
    for expected in (KeyError, errors.ClientClosedError):
        with pytest.raises(expected):
            await session.send(json_request())
    with pytest.raises(OSError, match="disk"):
        await session.send_raw(json_request(), full)
    assert outcomes(seen) == [
        (1, True, None, "KeyError", None),
        (1, True, None, "ClientClosedError", None),
        (1, False, None, "OSError", None),
    ]


async def test_an_attempt_that_was_held_back_is_reported(caplog: pytest.LogCaptureFixture) -> None:
    """At once because it could not be in time, and after its first attempt by the deadline: neither was sent."""
    caplog.set_level(logging.DEBUG)
    seen: list[Attempt] = []
    script = Script(answer(429, retry_after="900"))
    session = fake_session(script, hooks=[seen.append])
    for expected in (errors.TooManyRequestsError, errors.RateLimitedLocallyError):
        with pytest.raises(expected):
            await session.send(json_request())
    assert outcomes(seen) == [(1, True, 429, None, None), (1, False, None, "RateLimitedLocallyError", None)]
    assert (seen[1].elapsed, seen[1].sent_bytes) == (0.0, 0)
    assert "RateLimitedLocallyError after waiting 0.00 s, not sent, attempt 1 of call" in caplog.text


async def test_a_pause_that_is_cut_short_is_reported() -> None:
    """The call ended while its second attempt waited: that was never sent."""
    seen: list[Attempt] = []
    paused = asyncio.Event()
    clock = Clock()

    async def sleep(seconds: float) -> None:
        paused.set()
        await asyncio.Event().wait()

    clock.sleep = sleep  # type: ignore[method-assign]  # the fake's own clock
    session = fake_session(Script(answer(503)), clock=clock, hooks=[seen.append])
    call = asyncio.create_task(session.send(json_request()))
    await paused.wait()
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    assert outcomes(seen) == [(1, True, 503, None, 0.5), (2, False, None, "CancelledError", None)]


async def test_an_abandoned_call_tells_nobody() -> None:
    """A coroutine that is closed may be so after the end of the event loop."""
    seen: list[Attempt] = []
    call = fake_session(Waiting(), hooks=[seen.append]).send(json_request())
    call.send(None)
    call.close()
    assert seen == []


async def test_a_record_tells_calls_and_clients_apart() -> None:
    """One id for all attempts of a call, when each began, where it went, and the client's own name."""
    seen: list[Attempt] = []
    made = fake_session(
        Script(answer(503), answer(200, {}), answer(404)),
        hooks=[seen.append],
        options=CallOptions(retry=RetryPolicy(attempts=2)),
    )
    session = Session(evolve(made.account, name="eu"), made.options)
    before = datetime.now(UTC)
    await session.send(json_request("PUT"))
    with pytest.raises(errors.NotFoundError) as caught:
        await session.send(json_request())
    first, second, third = seen
    assert first.call_id == second.call_id != third.call_id
    assert all(len(one.call_id) == 16 for one in seen)
    assert [one.number for one in seen] == [1, 2, 1]
    assert {(one.vendor, one.client, one.host, one.path) for one in seen} == {
        ("acme", "eu", "api.example.com", "/v1/things/7")
    }
    assert before <= first.started_at <= second.started_at <= third.started_at
    assert third.started_at - before < timedelta(minutes=5)
    assert (caught.value.call_id, caught.value.client, caught.value.host) == (third.call_id, "eu", "api.example.com")
    assert str(caught.value) == "acme (eu) GET api.example.com/v1/things/7 404: Not Found"


async def test_a_wait_is_no_part_of_what_an_attempt_took() -> None:
    """Seconds in line, and seconds at the vendor."""
    clock, seen = Clock(), list[Attempt]()

    def slow(request: WireRequest) -> Any:
        clock.now += 3
        return answer(200, {})

    session = fake_session(Script(answer(429, retry_after="7"), slow), clock=clock, hooks=[seen.append])
    await session.send(json_request())
    assert [(one.waited, one.elapsed) for one in seen] == [(0.0, 0.0), (7.5, 3.0)]


@pytest.mark.parametrize(
    ("status", "request_id", "expected"),
    [
        (200, SECRET, "***"),
        (401, SECRET, "***"),
        (500, f"r-{SECRET}", "r-***"),
        (200, "r" * 300, "r" * 200),
        (404, "", None),
    ],
)
async def test_a_record_holds_no_credential(status: int, request_id: str, expected: str | None) -> None:
    """Neither in the id that the vendor repeats nor in a path that holds it; ids are bounded."""
    seen: list[Attempt] = []
    options = CallOptions(retry=RetryPolicy(attempts=1))
    request = json_request()
    request.path = f"/things/{SECRET}"
    session = fake_session(Script(answer(status, {}, x_request_id=request_id)), hooks=[seen.append], options=options)
    try:
        await session.send(request)
    except errors.APIError as error:
        assert SECRET not in str(error)
    (record,) = seen
    assert (record.request_id, record.path) == (expected, "/v1/things/***")


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_a_part_that_nobody_asked_for_is_no_answer(method: str) -> None:
    """206 for a request without Range is lost, and sent again where that is safe; with Range it is an answer."""
    script = Script(answer(206, [1], content_range="bytes 0-1/9"), answer(200, [1, 2]))
    session = fake_session(script)
    if method == "GET":
        assert await session.send(json_request()) == [1, 2]
    else:
        with pytest.raises(errors.ResponseLostError, match="only a part"):
            await session.send(json_request(method))
    asked = fake_session(Script(answer(206, [1])), options=CallOptions(headers=(("Range", "bytes=0-1"),)))
    assert await asked.send(json_request()) == [1]


async def test_a_call_that_nobody_watches_makes_no_record(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without hooks, and with the log above DEBUG, nothing is spent on one."""
    caplog.set_level(logging.INFO, "abclient")
    monkeypatch.setattr("abclient._attempts.Attempt", None)
    assert await fake_session(Script(answer(200, {"a": 1}))).send(json_request()) == {"a": 1}
