"""What happened, attempt by attempt: one frozen record, and the hook that receives it.

Enough to build metrics and tracing on, and never more than may be logged: no header, no body, no query and no
credential is in it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from attrs import frozen


@frozen(kw_only=True)
class Attempt:
    """One attempt of one call.

    Attributes:
        vendor: the vendor's module name, such as ``"launchdarkly"``.
        operation: the operation's id in the vendor's spec.
        method: the HTTP method.
        path_template: the path with ``{names}`` instead of ids: a good metric label.
        path: the path that was sent, without host and query.
        number: 1 for the first attempt of the call.
        waited: seconds the attempt was held back by the vendor's quota before it was sent.
        elapsed: seconds from sending to the last byte, or to the failure.
        status: the answer's status; None where no answer arrived.
        error: the name of the error class where no answer arrived, such as ``"ReadTimeoutError"``.
        request_id: the id that the vendor's support asks for, where there is one.
        sent_bytes: size of the request's body.
        received_bytes: size of the answer's body, after decompression.
        retry_in: seconds until the next attempt, at the least; None where this was the last.
    """

    vendor: str
    operation: str
    method: str
    path_template: str
    path: str
    number: int
    waited: float
    elapsed: float
    status: int | None = None
    error: str | None = None
    request_id: str | None = None
    sent_bytes: int = 0
    received_bytes: int = 0
    retry_in: float | None = None


LOGGER = logging.getLogger("abclient")

Hook = Callable[[Attempt], object]
"""Called after every attempt, in the event loop: return quickly. What it raises, the call raises."""


def log(attempt: Attempt) -> None:
    """One line at DEBUG in the log ``abclient``."""
    outcome = attempt.status if attempt.status is not None else attempt.error
    after = "" if attempt.retry_in is None else f", next attempt in {attempt.retry_in:.2f} s"
    LOGGER.debug(
        "%s %s %s: %s in %.0f ms, attempt %d%s",
        attempt.vendor,
        attempt.method,
        attempt.path,
        outcome,
        attempt.elapsed * 1000,
        attempt.number,
        after,
    )
