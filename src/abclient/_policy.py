"""Decisions as pure functions: whether and when to retry, and what a response says about that and about its sender.

Nothing here waits, sends or reads a clock: times come in, decisions go out, so that every rule is a row in a test.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping

from attrs import frozen

from ._rate_limit_headers import MAX_WINDOW_SECONDS, plausible_wait
from .errors import APIError, CallError, NotSentError, ResponseLostError, TransportError
from .options import RetryPolicy

IDEMPOTENT_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE"})


@frozen(kw_only=True)
class Failure:
    """How an attempt failed.

    Attributes:
        error: what is raised if there is no other attempt.
        throttled: the response refuses the request for the rate of requests; see ``is_throttled``.
        overloaded: the response is a 503 that is waited out in the same way.
        wait: seconds that the vendor asks to wait, or documents.
        cooldown: seconds for which the rate limiter now holds everything back.
    """

    error: CallError
    throttled: bool = False
    overloaded: bool = False
    wait: float = 0.0
    cooldown: float = 0.0

    @property
    def cost(self) -> int:
        """What another attempt takes from the retry quota: nothing where a cooldown spaces the attempts."""
        return 0 if self.throttled else retry_cost(self.error.status if isinstance(self.error, APIError) else None)


def assess_response(
    error: APIError, retry_after: float | None, *, adaptive: bool, documented_wait: float | None
) -> Failure:
    """What an error response means for the rate of requests; ``retry_after`` need not be plausible."""
    throttled = is_throttled(error.status, error.code, f"{error.message} {error.body}")
    named = retry_after is not None or documented_wait is not None
    overloaded = error.status == 503 and not throttled and (adaptive or named)
    wait = documented_wait if overloaded and retry_after is None else plausible_wait(retry_after)
    return Failure(
        error=error, throttled=throttled, overloaded=overloaded, wait=0.0 if throttled or wait is None else wait
    )


@frozen(kw_only=True)
class RetryPlan:
    """What to do after an attempt failed.

    Attributes:
        delay: seconds until the next attempt, at the least; None to give up.
        sleep: how many of them to sleep: none in a cooldown, where the rate limiter waits and hears of news meanwhile.
        counts: the next attempt is one of ``RetryPolicy.attempts``.
        cost: what it takes from the retry quota.
        cool_down: hold back everything of the account, as for an overload.
    """

    delay: float | None
    sleep: float = 0.0
    counts: bool = True
    cost: int = 0
    cool_down: bool = False


GIVE_UP = RetryPlan(delay=None)
RESEND = RetryPlan(delay=0.0)


def plan_retry(
    failure: Failure,
    policy: RetryPolicy,
    *,
    idempotent: bool,
    bulk: bool,
    attempt: int,
    counted: int,
    time_left: float,
    quota_left: int,
    uniform: Callable[[float, float], float],
) -> RetryPlan:
    """Whether and when to retry.

    A cooldown spaces the attempts, so that they cannot become a storm. Bulk work therefore waits there, and gives no
    item up: neither to throttling nor to an outage, which is what it is when the retry quota is used up.

    Args:
        failure: of the last attempt.
        policy: the caller's.
        idempotent: doing it twice is the same as doing it once.
        bulk: the call is part of bulk work.
        attempt: how many attempts were made.
        counted: how many of them count as ``RetryPolicy.attempts``.
        time_left: seconds until the call's deadline.
        quota_left: the rest of the retry quota.
        uniform: a random number between two.
    """
    if not should_retry(policy, failure, idempotent=idempotent):
        return GIVE_UP
    delay = failure.cooldown or failure.wait
    if not failure.throttled:
        delay = max(delay, backoff_delay(attempt, policy, uniform))
    if delay >= time_left:
        return GIVE_UP
    sleep = 0.0 if failure.cooldown else delay
    if bulk and (failure.throttled or failure.overloaded):
        return RetryPlan(delay=delay, sleep=sleep, counts=False)
    has_quota = failure.cost <= quota_left
    if bulk and not has_quota:
        return RetryPlan(delay=0.0, counts=False, cool_down=True)
    has_attempts = counted < policy.attempts
    return RetryPlan(delay=delay, sleep=sleep, cost=failure.cost) if has_attempts and has_quota else GIVE_UP


def should_retry(policy: RetryPolicy, failure: Failure, *, idempotent: bool) -> bool:
    """Whether another attempt can help and cannot do harm."""
    error = failure.error
    if isinstance(error, APIError):
        return error.status == 429 or (idempotent and (failure.throttled or error.status in policy.statuses))
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


def exponential_delay(number: int, *, first: float = 1.0, most: float = math.inf) -> float:
    """Seconds before the n-th repetition, counted from 1: twice as long each time, up to a bound; before jitter."""
    return min(most, first * 2.0 ** min(number - 1, 60))


def lengthened(seconds: float, uniform: Callable[[float, float], float]) -> float:
    """Up to a quarter more, so that many callers who wait for the same thing do not come back together."""
    return seconds * uniform(1.0, 1.25)


def backoff_delay(retry: int, policy: RetryPolicy, uniform: Callable[[float, float], float]) -> float:
    """Seconds to pause before a retry (1 for the first): "full jitter", anything up to the exponential bound."""
    return uniform(0.0, exponential_delay(retry, first=policy.base_delay, most=policy.max_delay))


MAX_COOLDOWN_SECONDS = 10.0
"""Before jitter, if the vendor names no time: a probe per ten seconds is a small load, and soon sees an outage end."""


def cooldown_delay(throttles: int, retry_after: float | None, uniform: Callable[[float, float], float]) -> float:
    """Seconds for which everything stops after the n-th throttled request in a row.

    What the vendor asked for, plus a little jitter; without that 1, 2, 4, 8 and then 10 seconds, plus up to a quarter.
    A vendor that keeps throttling although it was obeyed asked for too little, and is given more. One that asks for
    more than ``MAX_WINDOW_SECONDS`` cannot mean it, or means a day's quota: it is tried after 1, 2, 4, 8, … seconds,
    and in the end once in ``MAX_WINDOW_SECONDS``.
    """
    if retry_after is not None and retry_after > MAX_WINDOW_SECONDS:
        return min(MAX_WINDOW_SECONDS, lengthened(exponential_delay(throttles), uniform))
    growing = exponential_delay(throttles, most=MAX_COOLDOWN_SECONDS)
    if retry_after is None:
        return lengthened(growing, uniform)
    jitter = uniform(0.0, min(0.5, 0.1 * retry_after))
    return max(retry_after + jitter, 0.0 if throttles == 1 else growing / 2)


_SAYS_THROTTLED = re.compile(
    r"too[\s_-]*many[\s_-]*requests|rate[\s_-]*limit(?:s|ed|ing)?[\s_-]*exceeded", re.IGNORECASE
)


def is_throttled(status: int, code: str | None, text: str) -> bool:
    """Whether an error response refuses a request for the rate of requests: 429, or a 5xx that says so.

    Convert is known to respond 500 with "Too many requests"; the code or the text of any 5xx may say it.
    """
    if status == 429:
        return True
    return 500 <= status <= 599 and (code == "429" or _SAYS_THROTTLED.search(f"{code} {text}") is not None)


def retry_cost(status: int | None) -> int:
    """What one retry takes from the retry quota after this status, None for no response."""
    return 0 if status == 429 else 5 if status is not None else 10


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
