"""The attempt loop, over a scripted transport and in virtual time."""

from __future__ import annotations

import asyncio
import logging
import pickle
import traceback
from collections.abc import Mapping
from typing import Any

import pytest
from attrs import evolve

from abclient import errors
from abclient._account import Authorize
from abclient._bulk_mode import BulkMode
from abclient._ratelimit import Permit, RateLimiter
from abclient._session import Session
from abclient.events import Attempt
from abclient.options import CallOptions, RetryPolicy, Timeouts
from abclient.transports import WireRequest, WireResponse
from abclient_api._runtime import Request, Response, Undecodable, Unreadable
from support.fake import Clock, Script, answer, fake_session, in_bulk, json_request

SECRET = "s3cret-token"


async def test_a_call_sends_what_was_described_with_the_credentials() -> None:
    """Method, URL, headers and body reach the transport as decided; the answer is decoded."""
    script = Script(answer(200, {"a": 1}))
    assert await fake_session(script).send(json_request("POST")) == {"a": 1}
    (sent,) = script.requests
    assert (sent.method, sent.url, sent.body) == ("POST", "https://api.example.com/v1/things/7", b"{}")
    assert dict(sent.headers)["authorization"] == SECRET
    assert dict(sent.headers)["user-agent"].startswith("abclient/")


async def test_headers_of_the_caller_replace_those_of_the_call() -> None:
    """A header given as an option is sent once, in place of the call's own of the same name, in any case."""
    script = Script(answer(200, {}))
    options = CallOptions(headers=(("User-Agent", "mine"), ("X-Team", "growth")))
    await fake_session(script, options=options).send(json_request())
    names = [name.lower() for name, _ in script.requests[0].headers]
    assert names.count("user-agent") == 1
    assert ("User-Agent", "mine") in script.requests[0].headers
    assert ("X-Team", "growth") in script.requests[0].headers


@pytest.mark.parametrize(
    "failure",
    [
        answer(503),
        answer(500),
        errors.NotSentError("refused"),
        errors.ResponseLostError("reset"),
        errors.ReadTimeoutError("silence"),
    ],
)
async def test_a_get_survives_a_passing_failure(failure: Any) -> None:
    """Idempotent calls are tried again after errors and lost answers, with growing pauses."""
    clock = Clock()
    script = Script(failure, failure, answer(200, {"a": 1}))
    assert await fake_session(script, clock=clock).send(json_request()) == {"a": 1}
    assert len(script.requests) == 3
    assert clock.slept == [0.5, 1.0]


@pytest.mark.parametrize(
    ("failure", "raised"),
    [
        (answer(503), errors.ServiceUnavailableError),
        (errors.ResponseLostError("reset"), errors.ResponseLostError),
        (errors.ReadTimeoutError("silence"), errors.ReadTimeoutError),
    ],
)
async def test_a_post_that_may_have_arrived_is_not_repeated(failure: Any, raised: type[Exception]) -> None:
    """POST is sent once when the vendor may have acted on it."""
    script = Script(failure, answer(200, {}))
    with pytest.raises(raised):
        await fake_session(script).send(json_request("POST"))
    assert len(script.requests) == 1


async def test_a_post_that_was_not_sent_is_sent_again() -> None:
    """A refused connection costs a POST nothing but time."""
    script = Script(errors.NotSentError("refused"), answer(201, {"a": 1}))
    assert await fake_session(script).send(json_request("POST")) == {"a": 1}


async def test_a_post_that_only_reads_is_repeated() -> None:
    """An operation that its spec knows to change nothing is tried again although its method is POST."""
    script = Script(answer(503), answer(200, {"a": 1}))
    request = json_request("POST")
    request.reads = True
    assert await fake_session(script).send(request) == {"a": 1}


@pytest.mark.parametrize("method", ["GET", "POST", "PATCH", "DELETE"])
async def test_a_refusal_for_the_rate_is_obeyed_and_repeated(method: str) -> None:
    """429 is retried for every method, after the wait that was asked for."""
    clock = Clock()
    script = Script(answer(429, retry_after="7"), answer(200, {"a": 1}))
    session = fake_session(script, clock=clock, uniform=lambda low, high: low)
    assert await session.send(json_request(method)) == {"a": 1}
    assert clock.slept == [7.0]


async def test_attempts_are_bounded() -> None:
    """After the last attempt the vendor's own error is raised, and says how often it was tried."""
    script = Script(answer(503, {"message": "down"}))
    with pytest.raises(errors.ServiceUnavailableError) as caught:
        await fake_session(script, options=CallOptions(retry=RetryPolicy(attempts=3))).send(json_request())
    assert len(script.requests) == 3
    assert caught.value.attempts == 3
    assert str(caught.value) == "acme GET api.example.com/v1/things/7 503: down (after 3 attempts)"


async def test_bulk_work_never_loses_an_item_to_the_rate() -> None:
    """A bulk call waits out more refusals than a call has attempts."""
    script = Script(*[answer(429, retry_after="1")] * 20, answer(200, {"a": 1}))
    assert await in_bulk(fake_session(script).send(json_request())) == {"a": 1}
    assert len(script.requests) == 21


@pytest.mark.parametrize("mode", ["fixed", "adaptive"])
@pytest.mark.parametrize("refusals", [[0, 1, 2], [0], [1, 2], [2]])
async def test_a_refusal_takes_none_of_an_items_attempts(mode: BulkMode, refusals: list[int]) -> None:
    """Wherever refusals come among the failures, an item of bulk work is given up for its failures alone."""
    failures = [answer(500)] * (RetryPolicy().attempts - 1)
    for place in refusals:
        failures.insert(place, answer(429, retry_after="1"))
    script = Script(*failures, answer(200, {"a": 1}))
    assert await in_bulk(fake_session(script).send(json_request()), mode) == {"a": 1}
    script = Script(*failures, answer(500))
    with pytest.raises(errors.ServerError) as caught:
        await in_bulk(fake_session(script).send(json_request()), mode)
    assert caught.value.attempts == len(script.requests) == len(failures) + 1


async def test_bulk_work_never_loses_an_item_to_an_announced_overload() -> None:
    """A bulk call waits out 503 as often as the deadline allows, where it is documented for how long to wait."""
    clock, script = Clock(), Script(*[answer(503)] * 20, answer(200, {"a": 1}))
    options = CallOptions(timeouts=Timeouts(total=3600))
    session = fake_session(script, clock=clock, options=options, documented_wait=60.0)
    session.account.rate_limiter.retry_quota.left = 0
    assert await in_bulk(session.send(json_request())) == {"a": 1}
    assert (len(script.requests), len(clock.slept)) == (21, 20)
    assert min(clock.slept) >= 60.0


async def test_bulk_work_is_not_patient_with_an_overload_of_unknown_length() -> None:
    """A 503 that says nothing about the wait, from a vendor that documents none, costs attempts as ever."""
    script = Script(answer(503))
    with pytest.raises(errors.ServiceUnavailableError):
        await in_bulk(fake_session(script).send(json_request()))
    assert len(script.requests) == RetryPolicy().attempts


async def test_paced_work_waits_out_an_overload_of_unknown_length() -> None:
    """Work that paces itself does not give an item up to 503: while it alone meets it, it alone pauses, for longer."""
    clock, script = Clock(), Script(*[answer(503)] * 8, answer(200, {"a": 1}))
    session = fake_session(script, clock=clock)
    assert await in_bulk(session.send(json_request()), "adaptive") == {"a": 1}
    assert clock.slept == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 20.0, 20.0]


async def test_one_item_that_is_always_overloaded_holds_up_no_other() -> None:
    """Where a minute is documented, an item that meets 503 waits it out by itself, and the others go on meanwhile."""
    sick = json_request("HEAD")
    clock, answered = Clock(), list[float]()

    def server(request: WireRequest) -> WireResponse:
        return answer(503 if request.method == "HEAD" else 200, {})

    options = CallOptions(timeouts=Timeouts(total=200))
    session = fake_session(Script(server), clock=clock, options=options, documented_wait=60.0)

    async def healthy() -> None:
        for _ in range(50):
            await in_bulk(session.send(json_request()))
            answered.append(clock.now)

    ended: tuple[Any, ...] = await asyncio.gather(in_bulk(session.send(sick)), healthy(), return_exceptions=True)
    assert isinstance(ended[0], errors.ServiceUnavailableError)
    assert clock.slept == [60.0, 60.0, 60.0]
    assert len(answered) == 50


async def test_calls_that_wait_end_when_the_client_is_closed() -> None:
    """During a cooldown, in the queue of bulk work, and before a retry: none outlives the client."""
    session = Session(evolve(fake_session(Script(answer(500))).account, rate_limiter=RateLimiter()), CallOptions())
    limiter = session.account.rate_limiter
    limiter.record_throttle(await limiter.acquire("getThing"), 100.0)
    other = Session(evolve(session.account, rate_limiter=RateLimiter(uniform=lambda low, high: high)), CallOptions())
    calls = [
        *(asyncio.create_task(sender.send(json_request())) for sender in (session, other)),
        *(asyncio.create_task(in_bulk(session.send(json_request()), "adaptive")) for _ in range(3)),
    ]
    await asyncio.sleep(0.01)
    await session.aclose()
    await other.aclose()
    ended = await asyncio.gather(*calls, return_exceptions=True)
    assert [type(error) for error in ended] == [errors.ClientClosedError] * 5


async def test_a_client_can_be_closed_again_while_its_calls_end() -> None:
    """As a last line inside `async with` does: what waits is ended once."""
    session = Session(evolve(fake_session(Script(answer(200))).account, rate_limiter=RateLimiter()), CallOptions())
    session.account.rate_limiter.record_throttle(await session.account.rate_limiter.acquire("getThing"), 100.0)
    call = asyncio.create_task(session.send(json_request()))
    await asyncio.sleep(0)
    for _ in range(5):
        await session.aclose()
        await asyncio.sleep(0)
    with pytest.raises(errors.ClientClosedError):
        await call


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_a_call_that_cannot_be_sent_in_time_says_so_at_once(method: str) -> None:
    """A cooldown beyond its deadline would be waited for in vain, and the error would not say whether it was sent."""
    clock, script = Clock(), Script(answer(429, retry_after="900"), answer(200, {}))
    session = fake_session(script, clock=clock)
    with pytest.raises(errors.TooManyRequestsError):
        await session.send(json_request())
    clock.now += 300.5
    with pytest.raises(errors.RateLimitedLocallyError, match="for another 600 seconds") as caught:
        await session.send(json_request(method))
    assert (clock.slept, len(script.requests)) == ([], 1)
    assert (caught.value.retry_after, caught.value.attempts, caught.value.method) == (600.0, 0, method)
    await session.with_options(timeouts=Timeouts(total=600)).send(json_request(method))
    assert clock.slept == [600.0]


async def test_a_call_that_was_held_back_until_its_deadline_was_not_sent() -> None:
    """Behind others, whose end cannot be foreseen; the error tells that the call may safely be made again."""

    class Busy(RateLimiter):
        async def acquire(self, *_: Any, **more: Any) -> Permit:
            await asyncio.Event().wait()
            raise AssertionError

    session = fake_session(Script(answer(200)), options=CallOptions(timeouts=Timeouts(total=0.01)))
    account = evolve(session.account, rate_limiter=Busy())
    with pytest.raises(errors.RateLimitedLocallyError, match=r"not sent within 0\.01 seconds") as caught:
        await Session(account, session.options).send(json_request())
    assert (caught.value.attempts, caught.value.retry_after) == (0, None)


async def test_a_timeout_of_the_callers_own_is_not_the_deadline() -> None:
    """A file on a disk that does not answer raises a TimeoutError of its own, and that is what is seen."""

    def open_sink() -> Any:
        raise TimeoutError("the disk")

    with pytest.raises(TimeoutError, match="the disk"):
        await fake_session(Script(answer(200))).send_raw(json_request(), open_sink)


async def test_a_hook_is_told_how_long_a_gate_holds_the_next_attempt() -> None:
    """The wait that was asked for and a little more, although it is the cooldown that waits."""
    seen: list[Attempt] = []
    await fake_session(Script(answer(429, retry_after="7"), answer(200, {})), hooks=[seen.append]).send(json_request())
    assert [one.retry_in for one in seen] == [7.5, None]


async def test_bulk_work_probes_when_the_retry_quota_is_used_up() -> None:
    """In an outage without any response, no item is given up: a cooldown begins, and one request at a time probes."""
    clock = Clock()
    script = Script(*[errors.ResponseLostError("reset")] * 10, answer(200, {"a": 1}))
    session = fake_session(script, clock=clock, uniform=lambda low, high: low)
    session.account.rate_limiter.retry_quota.left = 0
    assert await in_bulk(session.send(json_request()), "adaptive") == {"a": 1}
    assert clock.slept[:5] == [1.0, 2.0, 4.0, 8.0, 10.0]


async def test_a_wait_beyond_the_deadline_fails_at_once() -> None:
    """Asked to come back in an hour, a call with a minute raises now, with the wait in the error."""
    clock = Clock()
    options = CallOptions(timeouts=Timeouts(total=60))
    with pytest.raises(errors.TooManyRequestsError) as caught:
        await fake_session(Script(answer(429, retry_after="3600")), clock=clock, options=options).send(json_request())
    assert caught.value.retry_after == 3600
    assert clock.slept == []


async def test_the_deadline_covers_everything() -> None:
    """A transport that never answers ends in DeadlineExceededError, which knows the call."""

    class Silent(Script):
        async def send(self, request: WireRequest) -> Any:
            await asyncio.Event().wait()

    options = CallOptions(timeouts=Timeouts(total=0.05))
    with pytest.raises(errors.DeadlineExceededError, match=r"acme GET api\.example\.com/v1/things/7"):
        await fake_session(Silent(answer()), options=options).send(json_request())


async def test_an_empty_retry_quota_raises_instead_of_retrying() -> None:
    """When too much of the traffic is retries, errors are raised as they come."""
    script = Script(answer(503))
    session = fake_session(script)
    session.account.rate_limiter.retry_quota.left = 0
    with pytest.raises(errors.ServiceUnavailableError):
        await session.send(json_request())
    assert len(script.requests) == 1


@pytest.mark.parametrize(
    ("status", "raised"),
    [
        (302, errors.APIError),
        (400, errors.BadRequestError),
        (401, errors.UnauthorizedError),
        (403, errors.ForbiddenError),
        (404, errors.NotFoundError),
        (405, errors.MethodNotAllowedError),
        (409, errors.ConflictError),
        (410, errors.GoneError),
        (418, errors.APIError),
        (422, errors.UnprocessableEntityError),
        (429, errors.TooManyRequestsError),
        (500, errors.ServerError),
        (503, errors.ServiceUnavailableError),
        (520, errors.ServerError),
        (999, errors.APIError),
    ],
)
async def test_every_status_has_its_class(status: int, raised: type[errors.APIError]) -> None:
    """The error for a status is of exactly the documented class and carries what the answer said."""
    reply = answer(status, {"code": "c", "message": "m", "id": "r"}, x_extra="1", set_cookie="a=b")
    options = CallOptions(retry=RetryPolicy(attempts=1))
    with pytest.raises(errors.APIError) as caught:
        await fake_session(Script(reply), options=options).send(json_request())
    error = caught.value
    assert type(error) is raised
    assert (error.status, error.code, error.request_id) == (status, "c", "r")
    assert ("redirects" in error.message) if status == 302 else (error.message == "m")
    assert (error.vendor, error.operation, error.method, error.path) == ("acme", "getThing", "GET", "/v1/things/7")
    assert error.headers == {"x-extra": "1"}
    assert str(error) == f"acme GET api.example.com/v1/things/7 {status} [request id r]: {error.message}"


async def test_what_cannot_be_decoded_is_kept() -> None:
    """A success of the wrong shape raises DecodeError with model, field, request id and the whole body."""

    def parse(response: Response) -> Any:
        raise Undecodable("Thing", "items[1].name", "required, but missing")

    request: Request[Any, Any] = Request(operation="o", method="GET", path_template="/t", path="/t", parse=parse)
    with pytest.raises(errors.DecodeError, match=r"Thing\.items\[1\]\.name") as caught:
        await fake_session(Script(answer(200, b"{}", x_request_id="r9"))).send(request)
    error = caught.value
    assert (error.model, error.field, error.request_id, error.body) == ("Thing", "items[1].name", "r9", b"{}")


async def test_an_item_that_cannot_be_read_is_told_with_that_item_alone() -> None:
    """Its id or place, what is wrong with it, and the item as JSON, unless that is too deep for Python to write."""
    session, failure = fake_session(Script(answer())), Undecodable("Thing", "id", "is empty")
    response = Response(200, (("x-request-id", "r9"),), b"[...]")
    error = session.item_error(json_request(), response, Unreadable(2, f"k-{SECRET}", {"id": SECRET}, failure))
    assert error.message == "item 3 ('k-***') cannot be read: Thing.id: is empty"
    assert (error.item, error.index, error.place) == ("k-***", 2, "k-***")
    assert (error.model, error.field, error.request_id, error.operation) == ("Thing", "id", "r9", "getThing")
    assert error.body == b'{"id": "***"}'
    deep: Any = []
    for _ in range(20_000):
        deep = [deep]
    error = session.item_error(json_request(), response, Unreadable(0, None, deep, failure))
    assert (error.message, error.body) == ("item 1 cannot be read: Thing.id: is empty", b"")
    assert error.place == "item 1 of page 1"


@pytest.mark.parametrize("status", [200, 202, 204])
async def test_a_firewall_is_not_the_vendor(status: int) -> None:
    """Whatever it answers with a status of success, and however streamed, the error says that we were blocked."""
    script = Script(answer(status, b"<html>", x_amzn_waf_action="challenge"))

    def discard(piece: bytes) -> None:
        """Take it and keep nothing."""

    for sink in (None, lambda: discard):
        with pytest.raises(
            errors.DecodeError, match=r"^acme GET api\.example\.com/v1/things/7: blocked: AWS WAF"
        ) as caught:
            await fake_session(script).send_raw(json_request(), sink)
        assert caught.value.operation == "getThing"
    assert len(script.requests) == 2


async def test_a_streamed_answer_shows_how_it_began() -> None:
    """The beginning of what the last attempt streamed is kept, and no more of it."""
    pieces = iter([[b"<p>" * 1000, b"x"], [b"a," * 1000, b"b" * 5000, b"c"]])

    def step(request: WireRequest) -> WireResponse:
        assert request.sink is not None
        for piece in next(pieces):
            request.sink(piece)
        return answer(503 if len(script.requests) == 1 else 200)

    script, taken = Script(step), list[bytes]()
    response = await fake_session(script).send_raw(json_request(), lambda: taken.append)
    assert response.content == b"a," * 1000 + b"b" * 2096
    assert [len(piece) for piece in taken] == [3000, 1, 2000, 5000, 1]


@pytest.mark.parametrize("before", [33, 200, 350])
async def test_what_a_firewall_repeats_is_cut_after_secrets_are_struck_out(before: int) -> None:
    """Else a message could end with half of one."""
    script = Script(answer(200, b"", cf_mitigated="x" * before + SECRET * 9))
    with pytest.raises(errors.DecodeError) as caught:
        await fake_session(script).send(json_request())
    assert "***" in caught.value.message or len(caught.value.message) == 500
    assert SECRET[:4] not in f"{caught.value} {vars(caught.value)}"


async def test_what_a_transport_says_is_cut_after_secrets_are_struck_out() -> None:
    """A proxy may say a lot."""
    script = Script(errors.NotSentError("x" * 495 + SECRET))
    with pytest.raises(errors.NotSentError) as caught:
        await fake_session(script).send(json_request())
    assert caught.value.message == "x" * 495 + "***"


async def test_the_beginning_of_a_streamed_answer_ends_with_no_half_secret() -> None:
    """Whatever is said of an answer that was cut after 4096 bytes."""

    def step(request: WireRequest) -> WireResponse:
        assert request.sink is not None
        request.sink(b"x" * 4090 + SECRET.encode())
        return answer(200)

    response = await fake_session(Script(step)).send_raw(json_request(), lambda: lambda piece: None)
    assert response.content == b"x" * 4090 + b"***"


async def test_hooks_see_every_attempt() -> None:
    """One record per attempt, with what was waited, what came and when the next one follows."""
    seen: list[Attempt] = []
    script = Script(errors.ResponseLostError("reset"), answer(200, {}, x_request_id="r1"))
    await fake_session(script, hooks=[seen.append]).send(json_request())
    first, second = seen
    assert (first.number, first.error, first.status, first.retry_in) == (1, "ResponseLostError", None, 0.5)
    assert (second.number, second.error, second.status, second.request_id) == (2, None, 200, "r1")
    assert second.path_template == "/things/{id}"
    assert second.received_bytes == 2


async def test_a_vendor_that_echoes_the_token_does_not_get_it_into_an_error(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The credential is struck out of bodies and headers, and is in no message, repr, pickle, log or traceback."""
    caplog.set_level(logging.DEBUG)
    reply = answer(400, {"message": f"bad token {SECRET}"}, x_echo=SECRET)
    session = fake_session(Script(reply))
    with pytest.raises(errors.BadRequestError) as caught:
        await session.send(json_request())
    error = caught.value
    shown = [str(error), repr(error), error.body, str(error.headers), caplog.text, repr(session), repr(session.account)]
    shown += traceback.format_exception(error)
    assert not [text for text in shown if SECRET in text]
    assert SECRET.encode() not in pickle.dumps(error)
    assert "***" in error.message


async def test_a_closed_client_says_so() -> None:
    """After closing, calls raise ClientClosedError; closing again is fine."""
    script = Script(answer(200, {}))
    session = fake_session(script)
    await session.aclose()
    await session.aclose()
    with pytest.raises(errors.ClientClosedError, match="closed"):
        await session.send(json_request())
    assert script.closed


def test_a_second_event_loop_is_refused_by_name() -> None:
    """A client used in a second asyncio.run says what is wrong instead of 'Event loop is closed'."""
    session = fake_session(Script(answer(200, {})))
    asyncio.run(session.send(json_request()))
    with pytest.raises(errors.ClientClosedError, match="another event loop"):
        asyncio.run(session.send(json_request()))


async def test_copies_share_everything_but_options() -> None:
    """A session with other options has the same account, and the original keeps its own options."""
    session = fake_session(Script(answer(200, {})))
    other = session.with_options(max_response_bytes=5)
    assert isinstance(other, Session)
    assert other.account is session.account
    assert (session.options.max_response_bytes, other.options.max_response_bytes) == (256 * 1024 * 1024, 5)


async def test_cancelling_a_probe_frees_the_gate() -> None:
    """A call cancelled while it probes after a refusal does not hold up the others."""
    started = asyncio.Event()

    class Hanging(Script):
        async def send(self, request: WireRequest) -> Any:
            self.requests.append(request)
            if len(self.requests) == 1:
                return answer(429, retry_after="1")
            if len(self.requests) == 2:
                started.set()
                await asyncio.Event().wait()
            return answer(200, {"a": 1})

    session = fake_session(Hanging(answer()))
    probing = asyncio.create_task(session.send(json_request()))
    await started.wait()
    other = asyncio.create_task(session.send(json_request()))
    await asyncio.sleep(0)
    probing.cancel()
    assert await other == {"a": 1}
    assert probing.cancelled()


class Refreshable:
    """Credentials that count how often they were told of a refusal, and say what they are told to say."""

    def __init__(self, *says: bool) -> None:
        self.says = list(says)
        self.told: list[tuple[Mapping[str, str], Mapping[str, str]]] = []
        self.signed = 0

    def __call__(self, method: str, url: str, body: bytes) -> tuple[tuple[str, str], ...]:
        self.signed += 1
        return (("X-Signature", f"number {self.signed}"),)

    def on_unauthorized(self, sent: Mapping[str, str], received: Mapping[str, str]) -> bool:
        self.told.append((sent, received))
        return self.says.pop(0)


def correctable_session(script: Script, authorize: Authorize, **settings: Any) -> Session:
    session = fake_session(script, **settings)
    return Session(evolve(session.account, authorize=authorize), session.options)


@pytest.mark.parametrize("method", ["GET", "POST", "PATCH", "DELETE"])
async def test_corrected_credentials_are_tried_once_more(method: str) -> None:
    """After 401 any call is sent again at once, newly signed, when the credentials say that they were corrected."""
    clock, credentials = Clock(), Refreshable(True)
    script = Script(answer(401, date="then"), answer(200, {"a": 1}))
    options = CallOptions(retry=RetryPolicy(attempts=1))
    session = correctable_session(script, credentials, clock=clock, options=options)
    assert await session.send(json_request(method)) == {"a": 1}
    assert [dict(request.headers)["X-Signature"] for request in script.requests] == ["number 1", "number 2"]
    ((sent, answered),) = credentials.told
    assert (sent["x-signature"], answered["date"]) == ("number 1", "then")
    assert clock.slept == []


async def test_credentials_are_corrected_once_in_a_call() -> None:
    """A second 401 is raised, whatever the credentials would say."""
    credentials = Refreshable(True, True)
    script = Script(answer(401))
    with pytest.raises(errors.UnauthorizedError, match="after 2 attempts"):
        await correctable_session(script, credentials).send(json_request())
    assert len(script.requests) == 2
    assert len(credentials.told) == 1


@pytest.mark.parametrize(("status", "told"), [(401, 1), (403, 0), (400, 0)])
async def test_only_a_correction_after_401_repeats_a_refused_call(status: int, told: int) -> None:
    """Credentials that cannot help, and other refusals, end the call; the permit is released."""
    credentials, script = Refreshable(False), Script(answer(status))
    session = correctable_session(script, credentials)
    with pytest.raises(errors.APIError):
        await session.send(json_request())
    assert (len(script.requests), len(credentials.told)) == (1, told)


async def test_a_correction_leaves_the_other_attempts() -> None:
    """A call whose credentials were corrected survives a passing failure after that."""
    script = Script(answer(401), answer(503), answer(200, {"a": 1}))
    assert await correctable_session(script, Refreshable(True)).send(json_request()) == {"a": 1}
