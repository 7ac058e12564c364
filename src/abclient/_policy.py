"""Decisions as pure functions: whether and when to send again, and what an answer says about that and about itself.

Nothing here waits, sends or reads a clock: times come in, decisions go out, so that every rule is a row in a test.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from http import HTTPStatus
from typing import NamedTuple, cast

from ._rate_limit_headers import LONGEST_WINDOW
from .errors import AnswerLostError, APIError, NotSentError, ResponseTooLargeError, TransportError
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
    if isinstance(error, NotSentError):
        return error.temporary
    return idempotent and isinstance(error, AnswerLostError) and not isinstance(error, ResponseTooLargeError)


def may_have_acted(error: BaseException) -> bool:
    """Whether the vendor may have done what was asked, although the attempt ended in this error."""
    if isinstance(error, APIError):
        return (error.status >= 500 or error.status == 408) and not is_refusal(error.status, error.code, error.message)
    return not isinstance(error, NotSentError)


def may_pass(error: TransportError | APIError) -> bool:
    """Whether the same call may well succeed a moment later."""
    return isinstance(error, TransportError) or error.status == 429 or error.status >= 500


def pause_before(retry: int, policy: RetryPolicy, uniform: Callable[[float, float], float]) -> float:
    """Seconds to pause before a retry (1 for the first): "full jitter", anything up to the exponential bound."""
    return uniform(0.0, min(policy.max_delay, policy.base_delay * 2.0 ** min(retry - 1, 60)))


def gate_wait(refusals: int, asked: float | None, uniform: Callable[[float, float], float]) -> float:
    """Seconds for which everything stops after the n-th refusal in a row.

    What the vendor asked for, plus a little jitter; without that 1, 2, 4, 8 and then 10 seconds, plus up to a quarter.
    A vendor that keeps refusing although it was obeyed asked for too little, and is given more. One that asks for more
    than ``LONGEST_WINDOW`` cannot mean it, or means a day's quota: it is tried after 1, 2, 4, 8, … seconds, and in the
    end once in ``LONGEST_WINDOW``.
    """
    doubled = 2.0 ** min(refusals - 1, 20)
    if asked is not None and asked > LONGEST_WINDOW:
        return min(LONGEST_WINDOW, doubled * uniform(1.0, 1.25))
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


class ErrorBody(NamedTuple):
    """What an error answer says about itself."""

    message: str
    code: str | None
    request_id: str | None


def read_error(status: int, headers: Mapping[str, str], text: str) -> ErrorBody:
    """Message, vendor's code and request id of an error answer, whatever its body turns out to be.

    Vendors answer ``{"code", "message"}`` with an ``id`` or ``uuid``, other JSON, nothing, or a proxy's HTML page.
    """
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    body = cast("dict[str, object]", found) if isinstance(found, dict) else {}
    message = body.get("message") or body.get("error")
    if isinstance(message, list):
        message = "; ".join(str(part) for part in cast("list[object]", message))
    if not isinstance(message, str):
        markup = text.lstrip().startswith("<")
        message = "" if markup or body else " ".join(text.split())
    code = body.get("code")
    return ErrorBody(
        message[:500] or _phrase(status),
        str(code) if isinstance(code, str | int) else None,
        next((str(body[key]) for key in _REQUEST_ID_KEYS if isinstance(body.get(key), str | int)), None)
        or request_id(headers),
    )


def request_id(headers: Mapping[str, str]) -> str | None:
    """The id that the vendor's support asks for, where an answer's headers have one."""
    return next((headers[name] for name in _REQUEST_ID_HEADERS if headers.get(name)), None)


_REQUEST_ID_KEYS = ("id", "uuid", "request_id")
_REQUEST_ID_HEADERS = ("x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid")


def _phrase(status: int) -> str:
    if 300 <= status <= 399:
        return "the vendor redirects elsewhere; redirects are not followed, because credentials stay on the API's host"
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "an error without a message"


def blocked(headers: Mapping[str, str]) -> str | None:
    """Who answered in the vendor's place with a status of success, and what it asks for; None if nobody did.

    AWS WAF: https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-how-it-works.html;
    Cloudflare: https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/
    """
    for name, whose in _FIREWALLS.items():
        if action := headers.get(name):
            return (
                f"blocked: {whose}, and not the vendor, answered, and asks for what only a browser can do"
                f" ({name}: {action[:40]}); whoever runs it must let this client through"
            )
    return None


_FIREWALLS = {"x-amzn-waf-action": "AWS WAF", "cf-mitigated": "Cloudflare"}


def redacted(text: str, secrets: Iterable[str]) -> str:
    """The text with every secret in it replaced by ``***``: a vendor may echo what it was sent, in its own spelling."""
    for secret in secrets:
        text = _echo(secret).sub("***", text)
    return text


@lru_cache(maxsize=16)
def _echo(secret: str) -> re.Pattern[str]:
    return re.compile("".join(map(_spellings, secret)), re.IGNORECASE)


def _spellings(character: str) -> str:
    """A pattern for how plain text, JSON, URLs and HTML write the character."""
    if character.isalnum():
        return character
    from html import escape  # brings a table of all entities, and is needed only where a secret has such a character

    code, named = ord(character), re.escape(escape(character))
    return rf"(?:\\?{re.escape(character)}|%{code:02x}|\\u{code:04x}|{named}|&#{code};|&#x{code:x};)"


def without(content: bytes, secrets: Iterable[str]) -> bytes:
    """The content with every secret in it replaced by ``***``, where it stands as it is."""
    for secret in secrets:
        content = content.replace(secret.encode(), b"***")
    return content


def signatures(headers: Iterable[tuple[str, str]]) -> list[str]:
    """What in the headers of a request proves who sent it: secrets that were made for it alone."""
    values = (value for name, value in headers if name.lower() == "authorization")
    return [word for value in values for word in re.findall(r"[^\s=,]{32,}", value)]
