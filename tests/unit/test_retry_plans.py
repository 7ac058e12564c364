"""Whether and when to retry, as tables."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from abclient._error_body import class_for_status
from abclient._policy import (
    GIVE_UP,
    Failure,
    RetryPlan,
    assess_response,
    exponential_delay,
    is_transient,
    lengthened,
    plan_retry,
)
from abclient.errors import (
    APIError,
    DeadlineExceededError,
    NotSentError,
    ReadTimeoutError,
    ResponseLostError,
    ResponseTooLargeError,
    TransportError,
)
from abclient.options import RetryPolicy


def highest(low: float, high: float) -> float:
    return high


CALL: dict[str, Any] = {
    "idempotent": True,
    "bulk": False,
    "attempt": 1,
    "counted": 1,
    "time_left": 300.0,
    "quota_left": 500,
    "uniform": highest,
}
"""A first attempt of a GET, whose pauses are as long as they can be."""


def response(status: int, message: str = "", *, code: str | None = None, body: str = "") -> APIError:
    return class_for_status(status)(message, status=status, code=code, body=body)


def plan(failure: Failure, policy: RetryPolicy | None = None, **call: Any) -> RetryPlan:
    return plan_retry(failure, policy or RetryPolicy(), **{**CALL, **call})


GATEWAY = (502, 504, 520, 521, 522, 523, 524, 527, 530)


@pytest.mark.parametrize(
    ("error", "if_idempotent", "else_"),
    [
        (response(429), True, True),
        (response(408), True, False),
        (response(500), True, False),
        (response(503), True, False),
        *[(response(status), True, False) for status in GATEWAY],
        *[(response(status), False, False) for status in (302, 400, 401, 404, 409, 501, 525)],
        (NotSentError("refused"), True, True),
        (ResponseLostError("reset"), True, False),
        (ReadTimeoutError("silence"), True, False),
        (ResponseTooLargeError("huge"), False, False),
        (DeadlineExceededError("late"), False, False),
    ],
    ids=lambda value: f"{getattr(value, 'status', '')}{type(value).__name__}" if isinstance(value, Exception) else None,
)
def test_only_what_cannot_do_harm_is_retried(error: Any, if_idempotent: bool, else_: bool) -> None:
    """Another attempt is made exactly where it may help and the vendor cannot have acted twice."""
    failure = Failure(error=error, throttled=isinstance(error, APIError) and error.status == 429)
    retried = [plan(failure, idempotent=idempotent).delay is not None for idempotent in (True, False)]
    assert retried == [if_idempotent, else_]


@pytest.mark.parametrize("kind", [NotSentError, ResponseLostError])
def test_what_time_does_not_cure_is_not_retried(kind: type[TransportError]) -> None:
    """A wrong certificate or a compression that was not asked for ends the call at once, and a key of bulk work."""
    error = kind("no")
    assert plan(Failure(error=error)).delay is not None
    assert is_transient(error)
    error.temporary = False
    assert plan(Failure(error=error)) is GIVE_UP
    assert not is_transient(error)


@pytest.mark.parametrize(
    ("status", "transient"),
    [(408, False), (428, False), (429, True), (430, False), (499, False), (500, True), (501, True)],
)
def test_a_key_of_bulk_work_is_fetched_again_after_what_may_pass(status: int, transient: bool) -> None:
    """Throttling and the vendor's own failures may pass; what the request itself caused does not."""
    assert is_transient(response(status)) is transient


FAILED = Failure(error=response(500))
LOST = Failure(error=ResponseLostError("reset"))
THROTTLED = Failure(error=response(429), throttled=True, cooldown=7.0)
REFUSED_BY_500 = Failure(error=response(500, "Too many requests"), throttled=True, cooldown=1.0)
OVERLOADED = Failure(error=response(503), overloaded=True, wait=60.0)
HELD = evolve(OVERLOADED, cooldown=60.5)

PLANS: dict[str, tuple[Failure, dict[str, Any], RetryPlan]] = {
    "a failure waits for the bound of its pause": (FAILED, {}, RetryPlan(delay=0.5, sleep=0.5, cost=5)),
    "the next one twice as long": (FAILED, {"attempt": 2, "counted": 2}, RetryPlan(delay=1.0, sleep=1.0, cost=5)),
    "no response costs twice as much": (LOST, {}, RetryPlan(delay=0.5, sleep=0.5, cost=10)),
    "the last attempt was made": (FAILED, {"attempt": 4, "counted": 4}, GIVE_UP),
    "attempts that do not count give others room": (
        FAILED,
        {"attempt": 9, "counted": 3},
        RetryPlan(delay=20.0, sleep=20.0, cost=5),
    ),
    "a wait is kept to where it is longer": (
        evolve(FAILED, wait=3.0),
        {},
        RetryPlan(delay=3.0, sleep=3.0, cost=5),
    ),
    "the pause where that is longer": (evolve(FAILED, wait=0.1), {}, RetryPlan(delay=0.5, sleep=0.5, cost=5)),
    "the deadline comes first": (FAILED, {"time_left": 0.5}, GIVE_UP),
    "in time": (FAILED, {"time_left": 0.51}, RetryPlan(delay=0.5, sleep=0.5, cost=5)),
    "the retry quota is used up": (FAILED, {"quota_left": 4}, GIVE_UP),
    "just enough of it": (FAILED, {"quota_left": 5}, RetryPlan(delay=0.5, sleep=0.5, cost=5)),
    "too little after no response": (LOST, {"quota_left": 9}, GIVE_UP),
    "bulk work then holds everything back": (
        LOST,
        {"quota_left": 9, "bulk": True, "counted": 9},
        RetryPlan(delay=0.0, counts=False, cool_down=True),
    ),
    "bulk work has attempts, too": (FAILED, {"bulk": True, "counted": 4}, GIVE_UP),
    "throttling is waited out by the limiter": (THROTTLED, {}, RetryPlan(delay=7.0)),
    "it takes no retry quota": (THROTTLED, {"quota_left": 0}, RetryPlan(delay=7.0)),
    "it takes attempts": (THROTTLED, {"counted": 4}, GIVE_UP),
    "but none in bulk work": (THROTTLED, {"bulk": True, "counted": 4}, RetryPlan(delay=7.0, counts=False)),
    "it ends at the deadline there, too": (THROTTLED, {"bulk": True, "time_left": 7.0}, GIVE_UP),
    "without a cooldown it is repeated at once": (evolve(THROTTLED, cooldown=0.0), {}, RetryPlan(delay=0.0)),
    "a POST that was throttled is repeated": (THROTTLED, {"idempotent": False}, RetryPlan(delay=7.0)),
    "but not one that a server error refused": (REFUSED_BY_500, {"idempotent": False}, GIVE_UP),
    "which costs others nothing, either": (REFUSED_BY_500, {"quota_left": 0}, RetryPlan(delay=1.0)),
    "an overload that one call alone meets is slept out": (OVERLOADED, {}, RetryPlan(delay=60.0, sleep=60.0, cost=5)),
    "it does not count in bulk work": (
        OVERLOADED,
        {"bulk": True, "counted": 4, "quota_left": 0},
        RetryPlan(delay=60.0, sleep=60.0, counts=False),
    ),
    "an overload of all is waited out by the limiter": (HELD, {}, RetryPlan(delay=60.5, cost=5)),
    "in bulk work, too": (HELD, {"bulk": True, "counted": 4}, RetryPlan(delay=60.5, counts=False)),
}


@pytest.mark.parametrize("case", PLANS)
def test_a_retry_is_planned(case: str) -> None:
    """How long to wait, who waits, and what it takes: one row for each rule."""
    failure, call, expected = PLANS[case]
    assert plan(failure, **call) == expected


def test_a_policy_without_retries_gives_up() -> None:
    """One attempt is one attempt."""
    assert plan(FAILED, RetryPolicy(attempts=1)) is GIVE_UP


@pytest.mark.parametrize(
    ("error", "call", "throttled", "overloaded", "wait"),
    [
        (response(429), {}, True, False, 0.0),
        (response(429), {"retry_after": 7.0, "documented_wait": 60.0}, True, False, 0.0),
        (response(500, code="429"), {"retry_after": 7.0}, True, False, 0.0),
        (response(500, body="Too many requests"), {}, True, False, 0.0),
        (response(503, "rate limit exceeded"), {"documented_wait": 60.0}, True, False, 0.0),
        (response(503), {}, False, False, 0.0),
        (response(503), {"retry_after": 7.0}, False, True, 7.0),
        (response(503), {"retry_after": 0.0}, False, True, 0.0),
        (response(503), {"retry_after": 7.0, "documented_wait": 60.0}, False, True, 7.0),
        (response(503), {"documented_wait": 60.0}, False, True, 60.0),
        (response(503), {"adaptive": True}, False, True, 0.0),
        (response(503), {"retry_after": 3600.5, "documented_wait": 60.0}, False, True, 0.0),
        (response(500), {"retry_after": 7.0, "documented_wait": 60.0}, False, False, 7.0),
        (response(500), {"documented_wait": 60.0, "adaptive": True}, False, False, 0.0),
        (response(500), {"retry_after": 3600.5}, False, False, 0.0),
    ],
    ids=str,
)
def test_a_response_is_assessed(
    error: APIError, call: dict[str, Any], throttled: bool, overloaded: bool, wait: float
) -> None:
    """429, or a 5xx that says so, is throttling; 503 is waited out where a time is named, or the work is adaptive."""
    given: dict[str, Any] = {"retry_after": None, "adaptive": False, "documented_wait": None, **call}
    assert assess_response(error, **given) == Failure(
        error=error, throttled=throttled, overloaded=overloaded, wait=wait
    )


@pytest.mark.parametrize(
    ("number", "options", "seconds"),
    [
        (1, {}, 1.0),
        (2, {}, 2.0),
        (11, {}, 1024.0),
        (5, {"most": 30.0}, 16.0),
        (6, {"most": 30.0}, 30.0),
        (10**9, {"most": 30.0}, 30.0),
        (3, {"first": 0.5}, 2.0),
        (3, {"first": 0.0}, 0.0),
    ],
)
def test_delays_double(number: int, options: dict[str, float], seconds: float) -> None:
    """From the first on, up to the bound, however large the number."""
    assert exponential_delay(number, **options) == seconds


def test_jitter_only_lengthens() -> None:
    """By a quarter at most."""
    assert [lengthened(8.0, min), lengthened(8.0, max)] == [8.0, 10.0]
