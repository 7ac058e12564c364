"""Decisions as pure functions: whether and when to send again, and what an answer says about that and about itself.

Nothing here waits, sends or reads a clock: times come in, decisions go out, so that every rule is a row in a test.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from ._rate_limit_headers import MAX_WINDOW_SECONDS
from .errors import APIError, NotSentError, ResponseLostError, TransportError
from .options import RetryPolicy

IDEMPOTENT_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE"})


def worth_resending(
    policy: RetryPolicy,
    *,
    idempotent: bool,
    status: int | None = None,
    refusal: bool = False,
    error: BaseException | None = None,
) -> bool:
    """Whether another attempt can help and cannot do harm.

    Args:
        policy: says which statuses are worth it.
        idempotent: doing it twice is the same as doing it once.
        status: of the answer, where one arrived.
        refusal: the answer is a server error that says that the request was refused for its rate.
        error: what the transport raised, where none did.
    """
    if status is not None:
        return status == 429 or (idempotent and (refusal or status in policy.statuses))
    harmless = (NotSentError, ResponseLostError) if idempotent else NotSentError
    return isinstance(error, harmless) and error.temporary


def may_have_acted(error: BaseException) -> bool:
    """Whether the vendor may have done what was asked, although the attempt ended in this error."""
    if isinstance(error, APIError):
        return (error.status >= 500 or error.status == 408) and not is_refusal(error.status, error.code, error.message)
    return not isinstance(error, NotSentError)


def may_pass(error: TransportError | APIError) -> bool:
    """Whether the same call may well succeed a moment later."""
    return error.temporary if isinstance(error, TransportError) else error.status == 429 or error.status >= 500


def pause_before(retry: int, policy: RetryPolicy, uniform: Callable[[float, float], float]) -> float:
    """Seconds to pause before a retry (1 for the first): "full jitter", anything up to the exponential bound."""
    return uniform(0.0, min(policy.max_delay, policy.base_delay * 2.0 ** min(retry - 1, 60)))


def gate_wait(refusals: int, asked: float | None, uniform: Callable[[float, float], float]) -> float:
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


def is_refusal(status: int, code: str | None, text: str) -> bool:
    """Whether an error answer refuses a request for the rate of requests: 429, or a 5xx that says so.

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


def blocked(headers: Mapping[str, str]) -> str | None:
    """Who answered in the vendor's place with a status of success, and what it asks for; None if nobody did.

    AWS WAF: https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-how-it-works.html;
    Cloudflare: https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/
    """
    for name, whose in _FIREWALLS.items():
        if action := headers.get(name):
            return (
                f"blocked: {whose}, and not the vendor, answered, and asks for what only a browser can do; whoever runs"
                f" it must let this client through ({name}: {action})"
            )
    return None


_FIREWALLS = {"x-amzn-waf-action": "AWS WAF", "cf-mitigated": "Cloudflare"}
