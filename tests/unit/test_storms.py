"""An hour of bad weather in virtual time: nothing is lost, retries keep to their quota, nobody comes back in step."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Iterator
from typing import Any, Literal

import pytest
from attrs import define, field
from scipy import stats

from abclient._account import Account
from abclient._bulk_mode import bulk_mode
from abclient._policy import retry_cost
from abclient._ratelimit import RateLimiter
from abclient._ratelimit.retry_quota import RetryQuota
from abclient._session import Session
from abclient.bulk import fetch_many
from abclient.errors import APIError, ReadTimeoutError, ResponseLostError, TooManyRequestsError, TransportError
from abclient.events import Attempt
from abclient.options import CallOptions, RetryPolicy, Timeouts
from abclient.transports import WireRequest, WireResponse
from support.simulation import REQUEST, in_virtual_time

HOUR = 3600.0
_SECOND_STEP = 16  # as many as self-paced work sends once its first eight answers are there
QUOTA = RetryQuota().capacity
Kind = Literal["single", "bulk", "auto"]
STORMS = ("429", "429 with Retry-After", "503", "503 with Retry-After", "slow", "resets")


@define
class Sky:
    """A vendor whose weather changes every half minute to three; a transport, in virtual time.

    Attributes:
        met: what each request met, and when: a status, or None for a connection that broke.
    """

    chance: random.Random
    met: list[tuple[float, int | None]] = field(factory=list[tuple[float, int | None]])
    _changes: list[tuple[float, str, float]] = field(factory=list[tuple[float, str, float]])
    _coming: list[str] = field(factory=list[str])

    def weather(self, now: float) -> tuple[str, float]:
        """What it is now, and which part of the requests meets it."""
        while not self._changes or self._changes[-1][0] <= now:
            begin = self._changes[-1][0] if self._changes else 0.0
            kind = self._next_storm() if len(self._changes) % 2 else "calm"
            self._changes.append((begin + self.chance.uniform(30.0, 180.0), kind, self.chance.choice([0.2, 0.6, 1.0])))
        return self._changes[-1][1:]

    def _next_storm(self) -> str:
        # One of each kind, and then again: no hour shall be without any of them.
        self._coming = self._coming or self.chance.sample(STORMS, len(STORMS))
        return self._coming.pop()

    async def send(self, request: WireRequest) -> WireResponse:
        now = asyncio.get_running_loop().time()
        kind, part = self.weather(now)
        strikes = self.chance.random() < part
        await asyncio.sleep(self.chance.uniform(5.0, 20.0) if kind == "slow" and strikes else 0.2)
        status = int(kind[:3]) if kind[0].isdigit() and strikes else 200
        if kind == "resets" and strikes:
            self.met.append((now, None))
            raise self.chance.choice([ResponseLostError, ReadTimeoutError])("the connection broke")
        self.met.append((now, status))
        asks = status != 200 and kind.endswith("Retry-After")
        headers = (("retry-after", str(self.chance.randint(1, 20))), ("x-request-id", "asks")) if asks else ()
        return WireResponse(status=status, headers=headers, body=b"{}")

    async def aclose(self) -> None:
        """Nothing is open."""


def session_under(sky: Sky, seed: int, workers: int, hook: Any = None) -> Session:
    """A session whose rate limiter runs in the running loop's time."""
    account = Account(
        vendor="acme",
        base_url="https://api.example.com/v1",
        transport=sky,
        rate_limiter=RateLimiter(
            clock=asyncio.get_running_loop().time, uniform=random.Random(seed).uniform, max_concurrency=workers
        ),
        authorize=lambda method, url, body: (),
        hooks=(hook,) if hook else (),
    )
    return Session(account, CallOptions(timeouts=Timeouts(total=2 * HOUR)))


@define
class Hour:
    """How an hour of bulk work went."""

    keys: int = 0
    seen: set[int] = field(factory=set[int])
    errors: list[Exception] = field(factory=list[Exception])
    attempts: list[Attempt] = field(factory=list[Attempt])


def an_hour(workers: int, seed: int, kind: Kind) -> tuple[Sky, Hour]:
    """Fetch with so many workers, about six a second, until an hour has passed."""
    sky, hour = Sky(random.Random(seed)), Hour()

    async def main() -> None:
        loop = asyncio.get_running_loop()
        session = session_under(sky, seed, workers, hour.attempts.append)

        async def fetch(key: int) -> int:
            if kind == "single":
                bulk_mode.set(None)  # as callers of their own, who know nothing of each other
            try:
                return await session.send(REQUEST)
            finally:
                await asyncio.sleep(workers * sky.chance.uniform(0.0, 0.3))  # whoever calls has other work, too

        def keys() -> Iterator[int]:
            while loop.time() < HOUR:
                yield hour.keys
                hour.keys += 1

        concurrency: Any = "auto" if kind == "auto" else workers
        async for outcome in fetch_many(fetch, keys(), concurrency=concurrency, limiter=session.limiter):
            assert outcome.key not in hour.seen
            hour.seen.add(outcome.key)
            if outcome.error:
                hour.errors.append(outcome.error)

    in_virtual_time(main)
    return sky, hour


def gated(attempt: Attempt, kind: Kind) -> bool:
    """Whether a cooldown follows: after a refusal, or an overload that said how long or met adaptive work."""
    return attempt.status == 429 or (attempt.status == 503 and (kind == "auto" or attempt.request_id is not None))


def ungated_retries(hour: Hour, kind: Kind) -> Iterator[int]:
    """What is left of the retry quota after each attempt, by the documented rules: retries cost, successes give back.

    Bulk work in a cooldown pauses nowhere else, and its retries cost nothing: one probe is sent.
    """
    left = QUOTA
    for attempt in hour.attempts:
        if attempt.status == 200:
            left = min(QUOTA, left + 1)
        elif attempt.retry_in is not None and (kind == "single" or (attempt.retry_in > 0 and not gated(attempt, kind))):
            left -= retry_cost(attempt.status)
        yield left


def check_an_hour(workers: int, seed: int, kind: Kind) -> None:
    """Everything that is promised of an hour of storms."""
    sky, hour = an_hour(workers, seed, kind)
    assert hour.seen == set(range(hour.keys)), "a key has no outcome"
    assert len({status for _, status in sky.met}) == 4, "the weather was too good"
    assert min(ungated_retries(hour, kind)) >= 0, "more retries than the quota allows"
    refused = sum(status == 429 for _, status in sky.met)
    assert refused < (0.02 if kind == "auto" else 0.05) * len(sky.met), "it was asked too often"
    assert all(isinstance(error, APIError | TransportError) for error in hour.errors)
    if kind != "single":
        assert not any(isinstance(error, TooManyRequestsError) for error in hour.errors)
        assert all(vars(error)["attempts"] >= RetryPolicy().attempts for error in hour.errors), "given up too early"
        assert len(hour.errors) < 0.02 * hour.keys
    # With a fixed number of workers all begin at once, as they were asked to; after that nobody does.
    moments = Counter(int(moment * 10) for moment, _ in sky.met if kind == "auto" or moment > 1.0)
    assert max(moments.values()) <= max(0.4 * workers, _SECOND_STEP), "a burst"


@pytest.mark.parametrize(
    ("workers", "kind"),
    [
        pytest.param(32, "single", marks=pytest.mark.slow),
        pytest.param(64, "bulk", marks=pytest.mark.slow),
        (200, "auto"),
    ],
)
def test_an_hour_of_storms(workers: int, kind: Kind) -> None:
    """Every key has one outcome, 429 loses none, retries keep to their quota; no burst follows a cooldown."""
    check_an_hour(workers, 1, kind)


@pytest.mark.soak
@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", range(2, 6))
@pytest.mark.parametrize("workers", [32, 100, 200])
@pytest.mark.parametrize("kind", ["single", "bulk", "auto"])
def test_many_hours_of_storms(workers: int, kind: Kind, seed: int) -> None:
    """The same with other numbers of workers and other storms."""
    check_an_hour(workers, seed, kind)


def is_uniform(sample: list[float]) -> bool:
    """Whether numbers from 0 to 1 look evenly drawn, by the Kolmogorov-Smirnov test."""
    assert len(sample) >= 200
    return float(stats.kstest(sample, "uniform").pvalue) > 0.01


@pytest.mark.slow
def test_pauses_before_retries_are_evenly_spread() -> None:
    """Of hundreds of pauses after broken connections each is anywhere up to its bound: callers do not stay in step."""
    _, hour = an_hour(32, 3, "single")
    policy = RetryPolicy()
    lost = [one for one in hour.attempts if one.status is None and one.retry_in]
    bounds = [min(policy.max_delay, policy.base_delay * 2.0 ** (one.number - 1)) for one in lost]
    assert is_uniform([(one.retry_in or 0.0) / bound for one, bound in zip(lost, bounds, strict=True)])


@pytest.mark.parametrize(
    ("asked", "earliest", "spread"),
    [(10.0, 10.0, 0.5), (2.0, 2.0, 0.2), (None, 1.0, 0.25)],
    ids=["10 s", "2 s", "none"],
)
def test_clients_that_were_refused_together_come_back_apart(
    asked: float | None, earliest: float, spread: float
) -> None:
    """A thousand clients refused in the same moment, by one vendor: their cooldowns end evenly over the spread."""
    waits: list[float] = []
    for client in range(1000):
        limiter = RateLimiter(clock=lambda: 100.0, uniform=random.Random(client).uniform)
        permit = asyncio.run(limiter.acquire("route"))
        waits.append(limiter.record_throttle(permit, asked))
    assert is_uniform([(wait - earliest) / spread for wait in waits])
