"""Answers that are still being computed: asked for again and again, until they are there or the wait for it is over."""

from __future__ import annotations

import math
import time
from typing import Any

from abclient_api._runtime import Request, Response, read_empty

from ._decoding import OpenSink
from ._rate_limit_headers import parse_retry_after, plausible_wait
from ._session import Session
from .errors import ResultsPendingError

RESULT_TIMEOUT = 120.0
"""Seconds for which an answer is waited for, unless the caller says otherwise."""

_ACCEPTED = 202


async def until_ready(
    session: Session, request: Request[Any, Any], *, wait: float, sink: OpenSink | None = None
) -> Response:
    """The answer, once its status is not 202 any more; not decoded yet.

    The pauses are 1, 2, 4, 8, 16 and then 30 seconds, plus up to a quarter, and as long as ``Retry-After`` asks where
    that is longer. The last attempt is made when the time is over.

    Args:
        session: what it is sent through.
        request: one that may be sent again.
        wait: seconds to wait for it; 0 asks once.
        sink: as ``Session.answer`` takes it.

    Raises:
        ResultsPendingError: the vendor was still computing when the time was over.
        DecodeError: it says so with a page, or an error, which no vendor does.
        ValueError: ``wait`` is negative or no finite number.
    """
    if not 0 <= wait < math.inf:
        raise ValueError(f"wait must be a finite number of seconds, 0 or more, not {wait!r}")
    limiter = session.account.rate_limiter
    until = limiter.clock() + wait
    number = 0
    while True:
        number += 1
        response = await session.send_raw(request, sink)
        if response.status != _ACCEPTED:
            return response
        session.decode(request, response, read_empty)  # a page with that status is no promise of results
        left = until - limiter.clock()
        retry_after = plausible_wait(parse_retry_after(dict(response.headers), time.time())) or 0.0
        if left <= 0 or retry_after > left:
            raise _pending(session, request, wait, number)
        await limiter.sleep(min(left, max(retry_after, pause_after(number) * limiter.uniform(1.0, 1.25))))


def pause_after(number: int) -> float:
    """Seconds to pause after the n-th answer that said "not yet", before jitter."""
    return min(30.0, 2.0 ** min(number - 1, 10))


def _pending(session: Session, request: Request[Any, Any], wait: float, number: int) -> ResultsPendingError:
    return ResultsPendingError(
        f"the results are still being computed, {wait:g} seconds after they were asked for",
        **session.call_context(request, attempts=number),
    )
