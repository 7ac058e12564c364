"""The attempt loop: every call of every vendor goes through here, and nowhere else are retries or statuses looked at.

A call waits for the rate limiter, is authorized and sent, and its response decoded; or it is retried, or turned into an
error, as ``_policy`` decides.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NoReturn, Self, TypeVar
from urllib.parse import urlsplit

from attrs import evolve

from abclient_api._runtime import Request, Response, Unreadable

from . import _json, _policy
from ._account import Account, Refreshable
from ._aio import Deadline
from ._attempts import AttemptRecorder
from ._bulk_mode import bulk_mode
from ._decoding import BodyPrefix, OpenSink, check_not_blocked, decode, item_error
from ._error_body import LONGEST_MESSAGE, api_error
from ._rate_limit_headers import RateLimitHeaders, parse_rate_limit_headers, parse_retry_after
from ._ratelimit import Permit, RateLimiter
from ._redact import Redactor, secrets_in_authorization, secrets_in_headers
from ._version import __version__
from ._watch import watched_call
from .errors import (
    ABClientError,
    APIError,
    Call,
    CallError,
    DeadlineExceededError,
    DecodeError,
    GoneError,
    NotFoundError,
    RateLimitedLocallyError,
    ResponseLostError,
    TransportError,
)
from .events import watched
from .options import CallOptions
from .transports import WireRequest, WireResponse

T = TypeVar("T")
E = TypeVar("E", bound=BaseException)
C = TypeVar("C", bound=CallError)


_USER_AGENT = ("user-agent", f"abclient/{__version__}")
_PARTIAL_CONTENT = 206


class SentResponse(Response):
    """A response that knows the headers of its request: errors redact what it repeats of them."""

    __slots__ = ("sent",)

    sent: tuple[tuple[str, str], ...]


class Session:
    """Sends requests for one account, under one set of options."""

    __slots__ = ("_redactor", "account", "options")

    def __init__(self, account: Account, options: CallOptions) -> None:
        self.account: Account = account
        self.options: CallOptions = options
        self._redactor: Redactor | None = None

    def __repr__(self) -> str:
        return f"<Session {self.account.vendor} {self.account.base_url}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            "collections, lists and whatever else sends through a client hold its connections and credentials, so they"
            " cannot be pickled: pickle what they give, such as objects, pages and rows; a client makes new ones"
        )

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    def with_options(self, **changes: Any) -> Session:
        """A session with other options for the same account."""
        return Session(self.account, evolve(self.options, **changes))

    @property
    def limiter(self) -> RateLimiter:
        """Decides for ``fetch_many(..., concurrency="auto")`` how many calls make sense."""
        return self.account.rate_limiter

    def redactor(self) -> Redactor:
        """Redacts this account's credentials."""
        if self._redactor is None:
            self._redactor = Redactor((*self.account.secrets, *secrets_in_headers(self.options.headers)))
        return self._redactor

    def call_context(self, request: Request[Any, Any], *, attempts: int = 1) -> Call:
        """What an error says about its call."""
        base = urlsplit(self.account.base_url)
        return {
            "vendor": self.account.vendor,
            "client": self.account.name,
            "operation": request.operation,
            "method": request.method,
            "host": base.netloc,
            "path": self.redactor().text(f"{base.path}{request.path}"),
            "attempts": attempts,
        }

    async def send(self, request: Request[T, Any]) -> T:
        """The decoded response of one call.

        Raises:
            TransportError: no complete response arrived, within attempts and deadline.
            APIError: the vendor responded with an error status.
            DecodeError: the response does not have the documented shape.
            ClientClosedError: the client was closed or belongs to another event loop.
        """
        response = await self.send_raw(request)
        return self.decode(request, response, request.parse)

    async def send_lazily(self, request: Request[T, Any]) -> Callable[[], T]:
        """The response of one call, decoded when the result is called, which then may raise DecodeError."""
        return partial(self.decode, request, await self.send_raw(request), request.parse)

    async def send_raw(self, request: Request[Any, Any], sink: OpenSink | None = None) -> Response:
        """The successful response of one call, not decoded yet. Raises as ``send``, except for DecodeError.

        Args:
            request: what to ask for.
            sink: called before every attempt; what it returns takes the body piece by piece. The response then has the
                beginning of the body only: enough to see whether it is what was asked for.
        """
        self.account.state.check()
        call = _Call(self, request, BodyPrefix(sink) if sink else None)
        sending = self._until_deadline(call)
        if watched():
            sending = watched_call(call.attempts.started(), lambda: call.attempts.number, sending)
        return await sending

    async def _until_deadline(self, call: _Call) -> Response:
        deadline = Deadline(self.account.deadlines, self.options.timeouts.total, call.time_left)
        try:
            with deadline:
                return await call.run()
        except TimeoutError as error:
            # A file or a transport of the caller's own may raise one, too.
            if isinstance(error, ABClientError) or not deadline.expired:
                call.report_interruption(error)
                raise
            late = call.deadline_error()
            call.report_interruption(late)
            raise late from call.last_error
        except GeneratorExit:  # the caller is gone, and perhaps its event loop, too
            raise
        except BaseException as error:
            call.report_interruption(error)
            raise

    def decode(self, request: Request[Any, Any], response: Response, parse: Callable[[Response], T]) -> T:
        """What ``parse`` makes of the response; its failure becomes a DecodeError that keeps the response."""
        return decode(self.describe, request, response, parse)

    def item_error(self, request: Request[Any, Any], response: Response, item: Unreadable) -> DecodeError:
        """Why one item of a list could not be read; the error keeps that item alone."""
        return item_error(self.describe, request, response, item)

    def describe(self, request: Request[Any, Any], response: Response) -> tuple[Redactor, Call]:
        """What redacts an error about a response, its request's credentials included, and which call it is about."""
        sent = response.sent if isinstance(response, SentResponse) else ()
        return self.redactor().including(secrets_in_authorization(sent)), self.call_context(request)

    async def aclose(self) -> None:
        """Close the account's connections, for this session and all that share it. May be called twice."""
        self.account.state.closed = True
        try:
            await self.account.rate_limiter.aclose()
        finally:
            await self.account.transport.aclose()


class _Call:
    """One call: its attempts so far, and how many of them do not count, because a cooldown spaces them.

    It is ``maybe_processed`` once an attempt ended in such a way that the vendor may have acted on it.
    """

    __slots__ = (
        *("account", "adaptive", "attempts", "bulk", "refreshed", "last_error", "maybe_processed", "options"),
        *("request", "sent", "session", "sink", "uncounted_attempts", "deadline", "url"),
    )

    def __init__(self, session: Session, request: Request[Any, Any], sink: BodyPrefix | None) -> None:
        self.session, self.account, self.options = session, session.account, session.options
        mode = bulk_mode.get()
        self.bulk: bool = mode is not None
        self.adaptive: bool = mode == "adaptive"
        self.request: Request[Any, Any] = request
        self.sink: BodyPrefix | None = sink
        self.attempts = AttemptRecorder(self.account, request, session.call_context)
        self.uncounted_attempts: int = 0
        self.sent: tuple[tuple[str, str], ...] = ()
        self.refreshed: bool = False
        self.maybe_processed: bool = False
        self.deadline: float = self.attempts.since + self.options.timeouts.total
        self.last_error: CallError | None = None
        query = f"?{request.query}" if request.query else ""
        self.url = f"{self.account.base_url}{request.path}{query}"

    @property
    def time_left(self) -> float:
        """Seconds until the deadline, by the rate limiter's clock."""
        return self.deadline - self.account.rate_limiter.clock()

    async def run(self) -> Response:
        """Attempt after attempt, until one succeeds or none can help."""
        limiter = self.account.rate_limiter
        permit: Permit | None = None
        while True:
            permit = await self._acquire(permit)
            try:
                wire = self._wire_request()
                self.attempts.mark_sent(permit.sent_at, wire)
                response = await self.account.transport.send(wire)
                self._check_whole(response)
            except TransportError as error:
                limiter.release(permit)
                plan = self._plan_after(_policy.Failure(error=self.with_call_context(error)))
                self.attempts.report(self._redactor, error=error, retry_in=plan.delay)
                if plan.delay is None:
                    raise
            except BaseException as error:
                limiter.release(permit)
                if isinstance(error, ABClientError):
                    self._redact(error)
                raise
            else:
                headers = dict(response.headers)
                if 200 <= response.status <= 299:
                    limiter.record_success(permit, *self._limits(headers, time.time()))
                    limiter.retry_quota.give_back()
                    self._report_response(response, headers)
                    return self._checked_response(response, headers)
                failed = self._error_for(response, headers)
                plan = self._plan_after_response(permit, failed)
                self._report_response(response, headers, plan.delay)
                if plan.delay is None:
                    raise failed
            if plan.sleep:
                await limiter.sleep(plan.sleep)
                self.attempts.mark_waiting()

    def _check_whole(self, response: WireResponse) -> None:
        """Refuse a partial response to a request for the whole."""
        if response.status == _PARTIAL_CONTENT and not any(name.lower() == "range" for name, _ in self.sent):
            raise ResponseLostError("the response is only a part (206 Partial Content), though the whole was asked for")

    def _checked_response(self, response: WireResponse, headers: dict[str, str]) -> SentResponse:
        """The response to decode, unless it is a firewall's."""
        body = self._redactor().content(bytes(self.sink.kept), cut=True) if self.sink else response.body
        checked = SentResponse(response.status, response.headers, body, _json.reader())
        checked.sent = self.sent
        check_not_blocked(self.session.describe, self.request, checked, headers)
        return checked

    def _report_response(self, response: WireResponse, headers: dict[str, str], retry_in: float | None = None) -> None:
        received = len(response.body)
        self.attempts.report(
            self._redactor, status=response.status, headers=headers, received=received, retry_in=retry_in
        )

    def report_interruption(self, error: BaseException) -> None:
        """Report the attempt that was under way, or still waiting, when something else ended the call."""
        if not self.attempts.finished:
            self.attempts.report(self._redactor, error=error)

    async def _acquire(self, permit: Permit | None) -> Permit:
        """Wait until it may be sent; a call that was not sent yet waits only if it can be in time."""
        deadline = math.inf if self.attempts.number else self.deadline
        try:
            return await self.account.rate_limiter.acquire(
                self.request.operation, adaptive=self.adaptive, bulk=self.bulk, previous=permit, deadline=deadline
            )
        except RateLimitedLocallyError as error:
            raise self.with_call_context(error) from None

    def deadline_error(self) -> CallError:
        """The error to raise once the deadline has passed."""
        within = f"within {self.options.timeouts.total:g} seconds, the deadline of the whole call"
        if self.attempts.number:
            return self.with_call_context(DeadlineExceededError(f"not done {within}"))
        return self.with_call_context(RateLimitedLocallyError(f"not sent {within}, because limits held it back"))

    def with_call_context(self, error: C) -> C:
        """The error, once it knows its call, and no credential."""
        vars(error).update(self.attempts.call_context)
        self._redact(error)
        error.message = error.message[:LONGEST_MESSAGE]  # cut first, it could end with half of a credential
        return error

    def _redactor(self) -> Redactor:
        return self.session.redactor().including(secrets_in_authorization(self.sent))

    def _redact(self, error: E) -> E:
        self._redactor().error(error)
        return error

    def _wire_request(self) -> WireRequest:
        request, options = self.request, self.options
        account = self.account.authorize(request.method, self.url, request.body or b"")
        if len(account) > 1:  # such as a version, of which an operation may need another one
            needed = {name for name, _ in request.headers}
            account = tuple(pair for pair in account if pair[0] not in needed)
        headers = (_USER_AGENT, *request.headers, *account)
        if options.headers:
            own = {name.lower() for name, _ in options.headers}
            headers = (*(pair for pair in headers if pair[0].lower() not in own), *options.headers)
        self.sent = headers
        return WireRequest(
            method=request.method,
            url=self.url,
            headers=headers,
            body=request.body,
            timeouts=options.timeouts,
            max_response_bytes=options.max_response_bytes,
            sink=self.sink() if self.sink else None,
        )

    def _plan_after_response(self, permit: Permit, error: APIError) -> _policy.RetryPlan:
        """What to do after an error response, from which the rate limiter learns."""
        limiter, now = self.account.rate_limiter, time.time()
        retry_after = parse_retry_after(error.headers, now)
        failure = _policy.assess_response(
            error, retry_after, adaptive=self.adaptive, documented_wait=limiter.documented_wait
        )
        limits = self._limits(error.headers, now, throttled=failure.throttled)
        if failure.throttled or failure.overloaded:
            cooldown = limiter.record_throttle(permit, retry_after, *limits, overload=failure.overloaded)
            failure = evolve(failure, cooldown=cooldown)
        else:
            limiter.record_success(permit, *limits)
        return _policy.RESEND if error.status == 401 and self._refresh(error) else self._plan_after(failure)

    def _limits(self, headers: Mapping[str, str], now: float, *, throttled: bool = False) -> RateLimitHeaders:
        return parse_rate_limit_headers(headers, now, throttled=throttled, own=self.account.limit_headers)

    def _refresh(self, error: APIError) -> bool:
        """Whether the credentials could be put right, once in a call: a 401 was not acted on."""
        authorize = self.account.authorize
        if not self.refreshed and isinstance(authorize, Refreshable):
            sent = {name.lower(): value for name, value in self.sent}
            self.refreshed = authorize.on_unauthorized(sent, error.headers)
            return self.refreshed
        return False

    def _plan_after(self, failure: _policy.Failure) -> _policy.RetryPlan:
        """What to do after a failure; what that takes from attempts and retry quota is taken."""
        limiter = self.account.rate_limiter
        self.last_error = failure.error
        self.maybe_processed = self.maybe_processed or _policy.may_have_been_processed(failure.error)
        plan = _policy.plan_retry(
            failure,
            self.options.retry,
            idempotent=self._idempotent,
            bulk=self.bulk,
            attempt=self.attempts.number,
            counted=self.attempts.number - self.uncounted_attempts,
            time_left=self.time_left,
            quota_left=limiter.retry_quota.left,
            uniform=limiter.uniform,
        )
        self.uncounted_attempts += not plan.counts
        limiter.retry_quota.take(plan.cost)
        if plan.cool_down:
            limiter.cool_down()
        return plan

    @property
    def _idempotent(self) -> bool:
        request = self.request
        return request.reads or request.method in _policy.IDEMPOTENT_METHODS

    def _error_for(self, response: WireResponse, headers: dict[str, str]) -> APIError:
        error = api_error(response.status, headers, response.body, self._redactor(), self.account.request_id_keys)
        if self.maybe_processed and self.request.method == "DELETE" and isinstance(error, NotFoundError | GoneError):
            error.maybe_deleted = True
            error.message += "; an earlier attempt of this call, which had no clear response, may have deleted it"
        return self.with_call_context(error)
