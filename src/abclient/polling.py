"""Polling for results that the vendor is still computing, until they are available or the wait is over."""

from __future__ import annotations

import math
import time
from http import HTTPStatus
from typing import Any

from abclient_api._runtime import Request, Response, read_empty

from ._decoding import OpenSink
from ._policy import exponential_delay, lengthened
from ._rate_limit_headers import parse_retry_after, plausible_wait
from ._session import Session
from .errors import ResultsPendingError

RESULT_TIMEOUT = 120.0
"""Seconds to wait for results by default."""

_MAX_PAUSE_SECONDS = 30.0  # before jitter


async def until_ready(
    session: Session, request: Request[Any, Any], *, wait: float, sink: OpenSink | None = None
) -> Response:
    """The response, once its status is no longer 202; not decoded yet.

    The pauses are 1, 2, 4, 8, 16 and then 30 seconds, plus up to a quarter, or as long as ``Retry-After`` if that is
    longer. The last attempt is made when the time is over.

    Args:
        session: sends it.
        request: one that can be sent again.
        wait: seconds to wait for it; 0 sends it once.
        sink: as ``Session.send_raw`` takes it.

    Raises:
        ResultsPendingError: the vendor was still computing when the time was over.
        DecodeError: a 202 had a page or an error as its body, so that results cannot be expected.
        TypeError: ``wait`` is not a number.
        ValueError: it is negative or not finite.
    """
    checked_wait(wait)
    limiter = session.account.rate_limiter
    deadline = limiter.clock() + wait
    number = 0
    while True:
        number += 1
        response = await session.send_raw(request, sink)
        if response.status != HTTPStatus.ACCEPTED:
            return response
        session.decode(request, response, read_empty)
        left = deadline - limiter.clock()
        retry_after = plausible_wait(parse_retry_after(dict(response.headers), time.time())) or 0.0
        if left <= 0 or retry_after > left:
            raise ResultsPendingError(
                f"the results are still being computed, {wait:g} seconds after the first request",
                **session.call_context(request, attempts=number),
            )
        pause = lengthened(exponential_delay(number, most=_MAX_PAUSE_SECONDS), limiter.uniform)
        await limiter.sleep(min(left, max(retry_after, pause)))


def checked_wait(wait: object) -> None:
    """Look at how long a caller wants to wait.

    Raises:
        TypeError: it is not a number.
        ValueError: it is negative or not finite.
    """
    if not isinstance(wait, int | float) or isinstance(wait, bool):
        raise TypeError(f"wait must be a number of seconds, not {type(wait).__name__}")
    if not 0 <= wait < math.inf:
        raise ValueError(f"wait must be a finite number of seconds, 0 or more, not {wait!r}")
