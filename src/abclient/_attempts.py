"""The record that hooks and the log get of each attempt of a call."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from abclient_api._runtime import Request

from ._account import Account
from ._error_body import LONGEST_ID, request_id
from ._redact import Redactor
from ._watch import current_run, new_id
from .errors import Call
from .events import LOGGER, Attempt, AttemptStarted, CallStarted, log, notify, watched
from .transports import WireRequest


class AttemptRecorder:
    """Counts one call's attempts, and reports each of them once, also one that was never sent.

    Attributes:
        since: when the attempt was sent, or began to wait until it may be, by the rate limiter's clock.
        number: how many attempts were sent so far.
        finished: the last attempt was reported.

    Args:
        account: whose call it is.
        request: what it asks for.
        call_context: describes the call; called only where that is needed.
    """

    __slots__ = (
        *("_account", "_call_context", "_describe", "_id", "_request", "_started_at", "_under_way", "_waited", "_wire"),
        *("finished", "number", "since"),
    )

    def __init__(
        self, account: Account, request: Request[Any, Any], call_context: Callable[[Request[Any, Any]], Call]
    ) -> None:
        self._account = account
        self._request = request
        self._describe = call_context
        self._call_context: Call | None = None
        self._id: str = ""
        self.number: int = 0
        self.finished: bool = False
        self.mark_waiting()

    @property
    def call_context(self) -> Call:
        """Which call it is, and how often it was sent."""
        if self._call_context is None:
            self._id = new_id()
            self._call_context = self._describe(self._request)
            self._call_context["call_id"] = self._id
        self._call_context["attempts"] = self.number
        return self._call_context

    def mark_waiting(self) -> None:
        """The next attempt begins to wait until it may be sent."""
        self.since: float = self._account.rate_limiter.clock()
        self._started_at = time.time()
        self._waited = 0.0
        self._under_way = False
        self._wire: WireRequest | None = None

    def mark_sent(self, now: float, wire: WireRequest) -> None:
        """The wait is over, since the moment given: the attempt goes to the transport."""
        self._wire = wire
        self._waited, self.since, self._started_at = now - self.since, now, time.time()
        self._under_way = True
        self.number += 1
        if watched():
            self._notify_sent()

    def started(self) -> CallStarted:
        """The event with which the call begins."""
        _ = self.call_context  # which makes the id
        return CallStarted(
            call_id=self._id,
            run_id=current_run(),
            vendor=self._account.vendor,
            client=self._account.name,
            operation=self._request.operation,
            method=self._request.method,
            path_template=self._request.path_template,
        )

    def _notify_sent(self) -> None:
        about, scheme = self.call_context, self._account.base_url.partition(":")[0]
        notify(
            AttemptStarted(
                call_id=self._id,
                number=self.number,
                url=f"{scheme}://{about.get('host', '')}{about.get('path', '')}",
                waited=self._waited,
                rate=self._account.rate_limiter.learned.found,
            )
        )

    def report(
        self,
        redactor: Callable[[], Redactor],
        *,
        status: int | None = None,
        headers: dict[str, str] | None = None,
        received: int = 0,
        error: BaseException | None = None,
        retry_in: float | None = None,
    ) -> None:
        """Tell hooks and log about the attempt, if anyone listens."""
        self.finished = retry_in is None
        account = self._account
        if account.hooks or watched() or LOGGER.isEnabledFor(logging.DEBUG):
            attempt = self._record(redactor, status, headers or {}, received, error, retry_in)
            log(attempt)
            account.hooks.notify(attempt)
            notify(attempt)
        if not self.finished:
            self.mark_waiting()

    def _record(
        self,
        redactor: Callable[[], Redactor],
        status: int | None,
        headers: dict[str, str],
        received: int,
        error: BaseException | None,
        retry_in: float | None,
    ) -> Attempt:
        about, passed = self.call_context, self._account.rate_limiter.clock() - self.since
        identified = request_id(headers)
        return Attempt(
            vendor=self._account.vendor,
            client=self._account.name,
            call_id=self._id,
            operation=self._request.operation,
            method=self._request.method,
            path_template=self._request.path_template,
            host=about.get("host", ""),
            path=about.get("path", ""),
            number=self.number if self._under_way else self.number + 1,
            sent=self._under_way,
            started_at=datetime.fromtimestamp(self._started_at, UTC),
            waited=self._waited if self._under_way else passed,
            elapsed=passed if self._under_way else 0.0,
            status=status,
            error=type(error).__name__ if error else None,
            request_id=redactor().text(identified)[:LONGEST_ID] if identified else None,
            sent_bytes=len(self._request.body or b"") if self._under_way else 0,
            received_bytes=received,
            retry_in=retry_in,
            sent_by=(self._wire.sent_by or None) if self._wire is not None else None,
        )
