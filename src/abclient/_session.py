"""The attempt loop: every call of every vendor goes through here, and nowhere else are retries or statuses looked at.

A call is paced, authorised, sent, and its answer decoded; or it is sent again, or turned into an error, as ``_policy``
decides.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar
from urllib.parse import urlsplit

from attrs import evolve

from abclient_api._runtime import Request, Response, Unreadable

from . import _json, _policy, _rate_limit_headers
from ._account import Account, Correctable
from ._bulk_mode import bulk_mode
from ._decoding import Beginning, OpenSink, check_sender, decoded, item_error
from ._error_body import LONGEST_MESSAGE, api_error
from ._progress import Progress
from ._ratelimit import Permit, RateLimiter
from ._redact import Redactor, authorization_words, header_secrets
from ._version import __version__
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
from .options import CallOptions
from .transports import WireRequest, WireResponse

T = TypeVar("T")
E = TypeVar("E", bound=BaseException)
C = TypeVar("C", bound=CallError)


_USER_AGENT = ("user-agent", f"abclient/{__version__}")
_PARTIAL_CONTENT = 206


class Answer(Response):
    """A response that knows the headers of its request: what it repeats of them is struck out of errors about it."""

    __slots__ = ("sent",)

    sent: tuple[tuple[str, str], ...]


class Session:
    """Sends requests for one account, under one set of options."""

    __slots__ = ("_redactor", "account", "options", "paced", "patient")

    def __init__(self, account: Account, options: CallOptions, *, patient: bool = False, paced: bool = False) -> None:
        self.account: Account = account
        self.options: CallOptions = options
        self.patient: bool = patient
        self.paced: bool = paced
        self._redactor: Redactor | None = None

    def __repr__(self) -> str:
        return f"<Session {self.account.vendor} {self.account.base_url}>"

    def with_options(self, **changes: Any) -> Session:
        """A session with other options for the same account."""
        return Session(self.account, evolve(self.options, **changes), patient=self.patient, paced=self.paced)

    def patiently(self, *, paced: bool = False) -> Session:
        """A session for bulk work: a refusal that says when to come back costs time, never one of a request's attempts.

        That is 429, and 503 where its answer or the vendor's documentation names a wait. A ``paced`` one finds the
        sustainable rate and keeps to it, for ``fetch_many(..., concurrency="auto")``.
        """
        return Session(self.account, self.options, patient=True, paced=paced)

    @property
    def limiter(self) -> RateLimiter:
        """What decides for ``fetch_many(..., concurrency="auto")`` how many calls of a paced session make sense."""
        return self.account.rate_limiter

    def redactor(self, response: Response | None = None) -> Redactor:
        """What strikes this account's credentials out, and those that the response's request was sent with."""
        if self._redactor is None:
            self._redactor = Redactor((*self.account.secrets, *header_secrets(self.options.headers)))
        sent = response.sent if isinstance(response, Answer) else ()
        return self._redactor.knowing(authorization_words(sent)) if sent else self._redactor

    def about(self, request: Request[Any, Any], *, attempts: int = 1) -> Call:
        """What an error says of the call that it is about."""
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
        """The decoded answer of one call.

        Raises:
            TransportError: no complete answer arrived, within attempts and deadline.
            APIError: the vendor answered with an error status.
            DecodeError: the answer does not have the documented shape.
            ClientClosedError: the client was closed or belongs to another event loop.
        """
        response = await self.answer(request)
        return self.decode(request, response, request.parse)

    async def undecoded(self, request: Request[T, Any]) -> Callable[[], T]:
        """The answer of one call, to be decoded by calling it: raises as ``send``, DecodeError when it is called."""
        return partial(self.decode, request, await self.answer(request), request.parse)

    async def answer(self, request: Request[Any, Any], sink: OpenSink | None = None) -> Response:
        """The successful answer of one call, not decoded yet. Raises as ``send``, save DecodeError.

        Args:
            request: what to ask for.
            sink: called before every attempt; what it returns takes the body piece by piece, in place of the answer,
                which then has its beginning alone: enough to see whether it is what was asked for.
        """
        self.account.state.check()
        call = _Call(self, request, Beginning(sink) if sink else None)
        deadline = asyncio.timeout(self.options.timeouts.total)
        try:
            async with deadline:
                return await call.run()
        except TimeoutError as error:
            # A file or a transport of the caller's own may raise one, too.
            if isinstance(error, ABClientError) or not deadline.expired():
                call.broke_off(error)
                raise
            late = call.late()
            call.broke_off(late)
            raise late from call.last_error
        except GeneratorExit:  # nobody waits for it, and there may be no event loop any more
            raise
        except BaseException as error:
            call.broke_off(error)
            raise

    def decode(self, request: Request[Any, Any], response: Response, parse: Callable[[Response], T]) -> T:
        """What ``parse`` makes of the answer; its failure becomes a DecodeError that keeps the answer."""
        return decoded(self, request, response, parse)

    def unreadable(self, request: Request[Any, Any], response: Response, item: Unreadable) -> DecodeError:
        """Why one item of a list could not be read; the error keeps that item alone."""
        return item_error(self, request, response, item)

    async def aclose(self) -> None:
        """Close the account's connections, for this session and all that share it. May be called twice."""
        self.account.state.closed = True
        self.account.rate_limiter.close()
        await self.account.transport.aclose()


class _Call:
    """One call: its attempts so far, and how many of them count for nothing, because a gate paces them.

    It is ``unclear`` what became of it once an attempt ended that the vendor may have acted on.
    """

    __slots__ = (
        "account",
        "corrected",
        "free",
        "last_error",
        "options",
        "paced",
        "patient",
        "progress",
        "request",
        "sent",
        "session",
        "sink",
        "unclear",
        "until",
        "url",
    )

    def __init__(self, session: Session, request: Request[Any, Any], sink: Beginning | None) -> None:
        self.session, self.account, self.options = session, session.account, session.options
        mode = bulk_mode.get()
        self.patient: bool = session.patient or mode is not None
        self.paced: bool = session.paced or mode == "adaptive"
        self.request: Request[Any, Any] = request
        self.sink: Beginning | None = sink
        self.progress = Progress(self.account, request, session.about)
        self.free: int = 0
        self.sent: tuple[tuple[str, str], ...] = ()
        self.corrected: bool = False
        self.unclear: bool = False
        self.until = self.progress.began + self.options.timeouts.total
        self.last_error: CallError | None = None
        query = f"?{request.query}" if request.query else ""
        self.url = f"{self.account.base_url}{request.path}{query}"

    async def run(self) -> Response:
        """Attempt after attempt, until one succeeds or none can help."""
        limiter = self.account.rate_limiter
        permit: Permit | None = None
        while True:
            permit = await self._admitted(permit)
            try:
                wire = self._wire()
                self.progress.sends(permit.sent_at)
                answer = await self.account.transport.send(wire)
                self._check_whole(answer)
            except TransportError as error:
                limiter.release(permit)
                pause = self._pause_after(self.placed(error))
                self.progress.ends(self._redactor, error=error, retry_in=pause)
                if pause is None:
                    raise
            except BaseException as error:
                limiter.release(permit)
                if isinstance(error, ABClientError):
                    self._redacted(error)
                raise
            else:
                headers = dict(answer.headers)
                if 200 <= answer.status <= 299:
                    limiter.record_success(permit, *_rate_limit_headers.parse_rate_limit_headers(headers, time.time()))
                    limiter.retry_quota.give_back()
                    self._answered(answer, headers)
                    return self._accepted(answer, headers)
                refusal = self._refusal(answer, headers)
                retry_in, pause = self._pause_after_status(permit, refusal)
                self._answered(answer, headers, retry_in)
                if retry_in is None:
                    raise refusal
            if pause:
                await limiter.sleep(pause)
                self.progress.waits()

    def _check_whole(self, answer: WireResponse) -> None:
        """Whatever has a status is an answer, but for a part of one."""
        if answer.status == _PARTIAL_CONTENT and not any(name.lower() == "range" for name, _ in self.sent):
            raise ResponseLostError("the answer is a part of one (206 Partial Content), though the whole was asked for")

    def _accepted(self, answer: WireResponse, headers: dict[str, str]) -> Answer:
        """The answer for whoever decodes it, unless a firewall has given it."""
        body = self._redactor().content(bytes(self.sink.kept), cut=True) if self.sink else answer.body
        response = Answer(answer.status, answer.headers, body, _json.reader())
        response.sent = self.sent
        check_sender(self.session, self.request, response, headers)
        return response

    def _answered(self, answer: WireResponse, headers: dict[str, str], retry_in: float | None = None) -> None:
        received = len(answer.body)
        self.progress.ends(self._redactor, status=answer.status, headers=headers, received=received, retry_in=retry_in)

    def broke_off(self, error: BaseException) -> None:
        """Report the attempt that was under way, or still waiting, when something else ended the call."""
        if not self.progress.over:
            self.progress.ends(self._redactor, error=error)

    async def _admitted(self, permit: Permit | None) -> Permit:
        """Wait until it may be sent; a single call that has not been sent yet only if that can be in time."""
        until = math.inf if self.progress.number or self.session.patient else self.until
        try:
            return await self.account.rate_limiter.acquire(
                self.request.operation, adaptive=self.paced, bulk=self.patient, previous=permit, deadline=until
            )
        except RateLimitedLocallyError as error:
            raise self.placed(error) from None

    def late(self) -> CallError:
        """What to raise when the deadline is over."""
        within = f"within {self.options.timeouts.total:g} seconds, the deadline of the whole call"
        if self.progress.number:
            return self.placed(DeadlineExceededError(f"not done {within}"))
        return self.placed(RateLimitedLocallyError(f"not sent {within}, because limits held it back"))

    def placed(self, error: C) -> C:
        """The error, once it knows which call it is about, and no credential."""
        vars(error).update(self.progress.about)
        self._redacted(error)
        error.message = error.message[:LONGEST_MESSAGE]  # cut first, it could end with half of a credential
        return error

    def _redactor(self) -> Redactor:
        return self.session.redactor().knowing(authorization_words(self.sent))

    def _redacted(self, error: E) -> E:
        self._redactor().error(error)
        return error

    def _wire(self) -> WireRequest:
        request, options = self.request, self.options
        headers = (
            _USER_AGENT,
            *request.headers,
            *self.account.authorize(request.method, self.url, request.body or b""),
        )
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

    def _pause_after(self, error: CallError) -> float | None:
        """Seconds until the next attempt after a failure without an answer; None if there shall be none."""
        if not _policy.should_retry(self.options.retry, idempotent=self._idempotent, error=error):
            return None
        return self._retry(error, None, 0.0)

    def _pause_after_status(self, permit: Permit, error: APIError) -> tuple[float | None, float]:
        """Seconds until the next attempt after an error answer, None for no attempt; and how many of them to sleep.

        The rate limiter learns from the answer.
        """
        limiter, status = self.account.rate_limiter, error.status
        now = time.time()
        refusal = _policy.is_throttled(status, error.code, f"{error.message} {error.body}")
        heard = _rate_limit_headers.parse_rate_limit_headers(error.headers, now, throttled=refusal)
        told = _rate_limit_headers.parse_retry_after(error.headers, now)
        meant = _rate_limit_headers.plausible_wait(told)
        paced = self.paced or told is not None or limiter.documented_wait is not None
        gated = refusal or (status == 503 and paced)
        closed = 0.0
        if gated:
            closed = limiter.record_throttle(permit, told, *heard, overload=not refusal)
            asked = closed or (0.0 if refusal else (limiter.documented_wait if told is None else meant) or 0.0)
        else:
            limiter.record_success(permit, *heard)
            asked = meant or 0.0
        if status == 401 and self._correct(error):
            return 0.0, 0.0
        if not _policy.should_retry(self.options.retry, idempotent=self._idempotent, status=status, throttled=refusal):
            return None, 0.0
        pause = self._retry(error, 429 if refusal else status, asked, gated=gated)
        # Behind a gate it is the gate that waits: `admit` knows about news that arrives meanwhile, a sleep does not.
        return pause, 0.0 if closed or pause is None else pause

    def _correct(self, error: APIError) -> bool:
        """Whether the credentials could be put right, once in a call. A refused request was not acted on."""
        authorize = self.account.authorize
        if not self.corrected and isinstance(authorize, Correctable):
            self.corrected = authorize.refused({name.lower(): value for name, value in self.sent}, error.headers)
            return self.corrected
        return False

    def _retry(self, error: CallError, status: int | None, asked: float, *, gated: bool = False) -> float | None:
        """The pause before another attempt, if attempts, deadline and the retry quota leave room for one."""
        policy, limiter = self.options.retry, self.account.rate_limiter
        self.last_error = error
        self.unclear = self.unclear or _policy.may_have_been_processed(error)
        least = 0.0 if status == 429 else _policy.backoff_delay(self.progress.number, policy, limiter.uniform)
        pause = max(asked, least)
        if limiter.clock() + pause >= self.until:
            return None
        # What a gate paces cannot become a storm, so bulk work waits there, and gives no item up: neither to a refusal
        # nor to an outage, which is what it is when the retry quota is used up.
        if self.patient and (gated or limiter.retry_quota.lacks(status)):
            self.free += 1
            return pause if gated else limiter.cool_down()
        has_attempts = self.progress.number - self.free < policy.attempts
        return pause if has_attempts and limiter.retry_quota.take(status) else None

    @property
    def _idempotent(self) -> bool:
        request = self.request
        return request.reads or request.method in _policy.IDEMPOTENT_METHODS or request.operation in self.account.reads

    def _refusal(self, answer: WireResponse, headers: dict[str, str]) -> APIError:
        error = api_error(answer.status, headers, answer.body, self._redactor())
        if self.unclear and self.request.method == "DELETE" and isinstance(error, NotFoundError | GoneError):
            error.maybe_deleted = True
            error.message += "; an earlier attempt of this call, which had no clear answer, may have deleted it"
        return self.placed(error)
