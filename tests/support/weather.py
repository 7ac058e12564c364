"""Vendors' limits in virtual time: servers of every style, others who use them too, and bulk work that has to cope.

The event loop's clock jumps to the next moment at which anything happens, so that an hour of traffic takes seconds.
What runs in it is the client's own code: the bulk fetch, the session, the pace; only the transport is simulated.
"""

from __future__ import annotations

import asyncio
import math
import random
import selectors
from collections.abc import Callable, Coroutine
from email.utils import formatdate
from functools import lru_cache
from typing import Any, Protocol, TypeVar

from attrs import define, field, frozen

from abclient._pace import Pace
from abclient._session import Account, Session
from abclient.bulk import Outcome, fetch_many
from abclient.options import CallOptions, Timeouts
from abclient.transports import WireRequest, WireResponse
from abclient_api._runtime import Request, Response

T = TypeVar("T")

EPOCH = 1_700_000_000.37
"""The servers' time when a simulation begins: in the middle of a second, as it would be."""


class _Selector(selectors.SelectSelector):
    """Waits for nothing: it moves the loop's clock to the next timer."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            raise RuntimeError("everything waits for something that will never happen")
        self.now += max(0.0, timeout)
        return []


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop in which time passes only when there is nothing else to do."""

    def __init__(self) -> None:
        self._virtual = _Selector()
        super().__init__(self._virtual)

    def time(self) -> float:
        return self._virtual.now


def in_virtual_time(main: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Run it to its end, without waiting."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(main())


@frozen
class Verdict:
    """What a limit says to one request: whether it passes, what is left, and when to come back."""

    allowed: bool
    remaining: int | None = None
    route_remaining: int | None = None
    reset: float | None = None
    retry_after: float | None = None


class Limit(Protocol):
    """A vendor's limit; times are the server's."""

    @property
    def rate(self) -> float:
        """Requests per second, in the long run."""
        ...

    def take(self, now: float, *, ours: bool) -> Verdict: ...


@define
class Window:
    """So many in each window; our route gets a part of it."""

    count: int
    seconds: float
    tells: bool = False
    asks: bool = False
    route_share: float = 0.8
    _window: float = -1.0
    _used: int = 0
    _ours: int = 0

    @property
    def rate(self) -> float:
        return self.count / self.seconds

    def take(self, now: float, *, ours: bool) -> Verdict:
        window = now // self.seconds
        if window != self._window:
            self._window, self._used, self._ours = window, 0, 0
        most = int(self.count * self.route_share) if self.tells else self.count
        allowed = self._used < self.count and not (ours and self._ours >= most)
        if allowed:
            self._used += 1
            self._ours += ours
        reset = (window + 1) * self.seconds
        if self.tells:
            return Verdict(allowed, self.count - self._used, most - self._ours, reset)
        return Verdict(allowed, retry_after=math.ceil(reset - now) if self.asks and not allowed else None)


@define
class Bucket:
    """A token bucket; with a penalty, whoever finds it empty is locked out for so long."""

    rate: float
    burst: float
    asks: bool = False
    penalty: float = 0.0
    _tokens: float = field(init=False)
    _at: float = 0.0
    _locked_until: float = 0.0

    def __attrs_post_init__(self) -> None:
        self._tokens = self.burst

    def take(self, now: float, *, ours: bool) -> Verdict:
        self._tokens = min(self.burst, self._tokens + (now - self._at) * self.rate)
        self._at = now
        if now < self._locked_until:
            return Verdict(False)
        if self._tokens >= 1.0:
            self._tokens -= 1.0
            return Verdict(True)
        self._locked_until = now + self.penalty
        return Verdict(False, retry_after=math.ceil((1.0 - self._tokens) / self.rate) if self.asks else None)


@frozen
class Style:
    """A way to limit, as a vendor might: a limit that others use too, or a server that gets slow."""

    limit: Callable[[], Limit] | None = None
    peak: int = 0
    documented_wait: float | None = None
    advised_rate: float | None = None
    head_start: int = 0
    latency: tuple[float, float] = (0.05, 0.3)


_NEAR = (0.002, 0.02)

STYLES: dict[str, Style] = {
    "a1": Style(lambda: Window(100, 10, tells=True)),
    "a2": Style(lambda: Window(2000, 10, tells=True)),
    "b1": Style(lambda: Window(600, 60, asks=True), advised_rate=50.0),
    "b2": Style(lambda: Window(600, 60, tells=True)),
    "b3": Style(lambda: Window(600, 60), advised_rate=50.0),
    "c0": Style(lambda: Window(600, 60), documented_wait=60.0, advised_rate=10.0),
    "c1": Style(lambda: Bucket(10, 30, penalty=60.0), documented_wait=60.0, advised_rate=10.0),
    "d1": Style(lambda: Bucket(20, 100, asks=True), advised_rate=50.0, head_start=100),
    "d2": Style(lambda: Bucket(20, 100), advised_rate=50.0, head_start=100),
    "e1": Style(peak=64, latency=(0.02, 0.5)),
    "e2": Style(peak=16, latency=(0.02, 0.5)),
    "s1": Style(lambda: Window(100, 1, tells=True, route_share=1.0), latency=_NEAR),
    "s2": Style(lambda: Window(100, 1, asks=True), latency=_NEAR),
    "s3": Style(lambda: Window(100, 1), latency=_NEAR),
}


class Others:
    """A competitor that never yields: 30 to 70 % of the budget, drawn anew every 5 to 30 seconds."""

    def __init__(self, limit: Limit, chance: random.Random) -> None:
        self.limit = limit
        self.sent = self.refused = 0
        self._chance = chance
        self._shares: list[tuple[float, float]] = []
        self._until = self._next = EPOCH

    def advance(self, now: float) -> None:
        """Let their requests until now happen."""
        while self._next <= now:
            at = self._next
            self.sent += 1
            self.refused += not self.limit.take(at, ours=False).allowed
            self._next = at + self._chance.expovariate(self._share_at(at) * self.limit.rate)

    def left_after(self, items: int) -> float:
        """Seconds in which the budget that they leave is enough for so many."""
        at, left = EPOCH, float(items)
        for position in range(len(self._shares) + items):
            share, until = self._period(position)
            free = (1.0 - share) * self.limit.rate
            if free * (until - at) >= left:
                return at + left / free - EPOCH
            left -= free * (until - at)
            at = until
        raise AssertionError("unreachable: every period leaves something")

    def _share_at(self, at: float) -> float:
        position = len(self._shares)
        while not self._shares or self._shares[-1][1] <= at:
            self._period(position)
            position += 1
        return next(share for share, until in reversed(self._shares[-2:]) if at < until)

    def _period(self, position: int) -> tuple[float, float]:
        while len(self._shares) <= position:
            self._until += self._chance.uniform(5.0, 30.0)
            self._shares.append((self._chance.uniform(0.3, 0.7), self._until))
        return self._shares[position]


@define
class Server:
    """Answers as the style says: a transport, in virtual time."""

    style: Style
    chance: random.Random
    competitor: bool = True
    ahead: float = 0.0
    outage: tuple[float, float] = (0.0, 0.0)
    limit: Limit | None = field(init=False)
    others: Others | None = field(init=False)
    flying: int = 0
    answers: int = 0
    refusals: int = 0

    def __attrs_post_init__(self) -> None:
        self.limit = self.style.limit() if self.style.limit else None
        self.others = (
            Others(self.limit, random.Random(self.chance.random())) if self.limit and self.competitor else None
        )

    async def send(self, request: WireRequest) -> WireResponse:
        loop = asyncio.get_running_loop()
        low, high = self.style.latency
        latency = low * math.pow(high / low, self.chance.random())
        self.flying += 1
        if self.style.peak:
            latency *= _slowdown(self.flying / self.style.peak)
        answer = self._answer(loop.time())
        await asyncio.sleep(latency)
        self.flying -= 1
        return answer

    async def aclose(self) -> None:
        """Nothing is open."""

    def _answer(self, at: float) -> WireResponse:
        self.answers += 1
        now = EPOCH + at
        if self.outage[0] <= at < self.outage[1]:
            self.refusals += 1
            return WireResponse(status=503, headers=(), body=b"")
        if self.others:
            self.others.advance(now)
        verdict = self.limit.take(now, ours=True) if self.limit else Verdict(True)
        self.refusals += not verdict.allowed
        return WireResponse(
            status=200 if verdict.allowed else 429, headers=_headers(verdict, now, self.ahead), body=b"{}"
        )


def _slowdown(load: float) -> float:
    """How much longer an answer takes at this part of the best number in flight: throughput is highest at 1."""
    return 1.0 + math.pow(load, 1.6) / 0.6


@lru_cache(maxsize=4)
def _http_date(second: int) -> str:
    return formatdate(second, usegmt=True)


def _headers(verdict: Verdict, now: float, ahead: float) -> tuple[tuple[str, str], ...]:
    told: list[tuple[str, str]] = []
    if verdict.reset is not None:
        told = [
            ("x-ratelimit-global-remaining", str(verdict.remaining)),
            ("x-ratelimit-route-remaining", str(verdict.route_remaining)),
            ("x-ratelimit-reset", str(round((verdict.reset + ahead) * 1000))),
            ("date", _http_date(math.floor(now + ahead))),
        ]
    if verdict.retry_after is not None:
        told.append(("retry-after", str(verdict.retry_after)))
    return tuple(told)


@frozen
class Report:
    """How bulk work went.

    Attributes:
        seconds: from the first request to the last outcome.
        ideal: seconds that the budget left by others allows, or the best concurrency.
        refused: the share of answers that were refusals.
        harm: the share of the others' requests that were refused.
        lost: how many items have no value.
    """

    seconds: float
    ideal: float
    refused: float
    harm: float
    lost: int
    refusals: int

    @property
    def ratio(self) -> float:
        return self.seconds / self.ideal


def session_on(server: Server, seed: int, **pace: Any) -> Session:
    """A session whose pace runs in the running loop's time."""
    account = Account(
        vendor="acme",
        base_url="https://api.example.com/v1",
        transport=server,
        pace=Pace(
            documented_wait=server.style.documented_wait,
            advised_rate=server.style.advised_rate,
            clock=asyncio.get_running_loop().time,
            uniform=random.Random(seed).uniform,
            **pace,
        ),
        authorize=lambda method, url, body: (),
    )
    return Session(account, CallOptions(timeouts=Timeouts(total=3600)))


def _parsed(response: Response) -> int:
    return response.status


REQUEST: Request[int, Any] = Request(
    operation="getResults",
    method="GET",
    path_template="/results/{id}",
    path="/results/7",
    parse=_parsed,
    items=None,
    body=None,
)


async def pull(session: Session, items: int) -> tuple[float, int]:
    """Fetch so many; the seconds it took, and how many were lost."""
    loop = asyncio.get_running_loop()
    began = loop.time()
    patient = session.patiently(paced=True)

    async def fetch(key: int) -> int:
        return await patient.send(REQUEST)

    lost, seen = 0, 0
    outcome: Outcome[int, int]
    async for outcome in fetch_many(fetch, range(items), concurrency="auto", limiter=session.account.pace):
        seen += 1
        lost += not outcome.ok
    return loop.time() - began, lost + items - seen


def ideal(server: Server, items: int) -> float:
    """Seconds that the best could take."""
    if server.others:
        return server.others.left_after(items - server.style.head_start)
    if server.limit:
        return items / server.limit.rate
    low, high = server.style.latency
    mean = (high - low) / math.log(high / low)
    return items * mean * _slowdown(1.0) / server.style.peak + high / 2


def simulate(name: str, items: int, seed: int, **server_options: Any) -> Report:
    """Bulk work against one style of server."""
    server = Server(STYLES[name], random.Random(seed), **server_options)

    async def main() -> tuple[float, int]:
        return await pull(session_on(server, seed), items)

    seconds, lost = in_virtual_time(main)
    others = server.others
    return Report(
        seconds=seconds,
        ideal=ideal(server, items),
        refused=server.refusals / server.answers,
        harm=others.refused / others.sent if others and others.sent else 0.0,
        lost=lost,
        refusals=server.refusals,
    )
