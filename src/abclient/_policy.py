"""Decisions as pure functions: whether and when to retry, and what a response says about that and about its sender.

Nothing here waits, sends or reads a clock: times come in, decisions go out, so that every rule is a row in a test.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from ._rate_limit_headers import MAX_WINDOW_SECONDS
from .errors import APIError, NotSentError, ResponseLostError, TransportError
from .options import RetryPolicy

IDEMPOTENT_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE"})


def should_retry(
    policy: RetryPolicy,
    *,
    idempotent: bool,
    status: int | None = None,
    throttled: bool = False,
    error: BaseException | None = None,
) -> bool:
    """Whether another attempt can help and cannot do harm.

    Args:
        policy: says which statuses are worth it.
        idempotent: doing it twice is the same as doing it once.
        status: of the response, where one arrived.
        throttled: the response is a server error that says that the request was refused for its rate.
        error: what the transport raised, where no response arrived.
    """
    if status is not None:
        return status == 429 or (idempotent and (throttled or status in policy.statuses))
    harmless = (NotSentError, ResponseLostError) if idempotent else NotSentError
    return isinstance(error, harmless) and error.temporary


def may_have_been_processed(error: BaseException) -> bool:
    """Whether the vendor may have done what was asked, although the attempt ended in this error."""
    if isinstance(error, APIError):
        return (error.status >= 500 or error.status == 408) and not is_throttled(
            error.status, error.code, error.message
        )
    return not isinstance(error, NotSentError)


def is_transient(error: TransportError | APIError) -> bool:
    """Whether the same call may well succeed a moment later."""
    return error.temporary if isinstance(error, TransportError) else error.status == 429 or error.status >= 500


def backoff_delay(retry: int, policy: RetryPolicy, uniform: Callable[[float, float], float]) -> float:
    """Seconds to pause before a retry (1 for the first): "full jitter", anything up to the exponential bound."""
    return uniform(0.0, min(policy.max_delay, policy.base_delay * 2.0 ** min(retry - 1, 60)))


def cooldown_delay(refusals: int, asked: float | None, uniform: Callable[[float, float], float]) -> float:
    """Seconds for which everything stops after the n-th refusal in a row.

    What the vendor asked for, plus a little jitter; without that 1, 2, 4, 8 and then 10 seconds, plus up to a quarter.
    A vendor that keeps refusing although it was obeyed asked for too little, and is given more. One that asks for more
    than ``MAX_WINDOW_SECONDS`` cannot mean it, or means a day's quota: it is tried after 1, 2, 4, 8, … seconds, and in
    the end once in ``MAX_WINDOW_SECONDS``.
    """
    doubled = 2.0 ** min(refusals - 1, 20)
    if asked is not None and asked > MAX_WINDOW_SECONDS:
        return min(MAX_WINDOW_SECONDS, doubled * uniform(1.0, 1.25))
    growing = min(_LONGEST_UNASKED_SECONDS, doubled)
    if asked is None:
        return growing * uniform(1.0, 1.25)
    return max(asked + uniform(0.0, min(0.5, 0.1 * asked)), 0.0 if refusals == 1 else growing / 2)


_LONGEST_UNASKED_SECONDS = 10.0  # a probe each ten seconds burdens nobody, and finds the end of an hour's outage soon

_SAYS_REFUSED = re.compile(r"too[\s_-]*many[\s_-]*requests|rate[\s_-]*limit(?:s|ed|ing)?[\s_-]*exceeded", re.IGNORECASE)


def is_throttled(status: int, code: str | None, text: str) -> bool:
    """Whether an error response refuses a request for the rate of requests: 429, or a 5xx that says so.

    Convert is known to answer 500 with "Too many requests"; the code or the text of any 5xx may say it.
    """
    if status == 429:
        return True
    return 500 <= status <= 599 and (code == "429" or _SAYS_REFUSED.search(f"{code} {text}") is not None)


def retry_cost(status: int | None) -> int:
    """What one retry takes from the retry quota: nothing after 429, which the gate already paces."""
    if status == 429:
        return 0
    return 5 if status is not None else 10


def blocked_by_firewall(headers: Mapping[str, str]) -> str | None:
    """The firewall that responded in the vendor's place with a status of success, as a message; None if none did.

    AWS WAF: https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-how-it-works.html;
    Cloudflare: https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/
    """
    for name, whose in _FIREWALLS.items():
        if action := headers.get(name):
            return (
                f"blocked: {whose} responded instead of the vendor, and asks for what only a browser can do; its"
                f" operator must let this client through ({name}: {action})"
            )
    return None


_FIREWALLS = {"x-amzn-waf-action": "AWS WAF", "cf-mitigated": "Cloudflare"}
