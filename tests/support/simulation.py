"""Vendors' limits in virtual time: servers of every style, others who use them too, and bulk work that has to cope.

The event loop's clock jumps to the next moment at which anything happens, so that an hour of traffic takes seconds.
What runs in it is the client's own code: bulk fetch, session and rate limiter; only the transport is simulated.
"""

from __future__ import annotations

import asyncio
import math
import random
import selectors
from collections.abc import Callable, Coroutine
from email.utils import formatdate
from functools import lru_cache
from typing import Any, TypeVar

from attrs import define, field, frozen

from abclient._account import Account
from abclient._ratelimit import RateLimiter
from abclient._session import Session
from abclient.bulk import Outcome, Progress, fetch_many
from abclient.errors import TooManyRequestsError
from abclient.options import CallOptions, Timeouts
from abclient.transports import WireRequest, WireResponse
from abclient_api._runtime import Request, Response
from support.fake import LIMIT_HEADERS

from .styles import EPOCH, STYLES, Limit, Others, Style, Verdict

T = TypeVar("T")

MOST = 100
"""How many requests a client has in flight at most."""


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


@define
class Server:
    """Answers as the style says: a transport, in virtual time.

    Attributes:
        style: how it limits, or gets slow.
        chance: how long answers take, and what others do.
        competitor: whether others use the limit too.
        ahead: seconds that its clock is ahead of the loop's.
        tell: the headers of an answer, from the limit's verdict, the time, and by how much the clock is ahead.
        outage: from when to when it answers 503.
        turn: from when on everything is so many times as much: its limit, or without one how long answers take.
    """

    style: Style
    chance: random.Random
    competitor: bool = True
    ahead: float = 0.0
    outage: tuple[float, float] = (0.0, 0.0)
    turn: tuple[float, float] = (math.inf, 1.0)
    limit: Limit | None = field(init=False)
    others: Others | Neighbour | None = field(init=False)
    tell: Callable[[Verdict, float, float], tuple[tuple[str, str], ...]] | None = None
    flying: int = 0
    answers: int = 0
    refusals: int = 0
    _has_turned: bool = False

    def __attrs_post_init__(self) -> None:
        self.limit = self.style.limit() if self.style.limit else None
        self.others = (
            Others(self.limit, random.Random(self.chance.random()), self.turn)
            if self.limit and self.competitor
            else None
        )

    async def send(self, request: WireRequest) -> WireResponse:
        loop = asyncio.get_running_loop()
        low, high = self.style.latency
        latency = low * math.pow(high / low, self.chance.random())
        self.flying += 1
        if self.style.peak:
            latency *= _slowdown(self.flying / self.style.peak)
        if loop.time() >= self.turn[0]:
            latency *= self._turned()
        answer = self._answer(loop.time())
        await asyncio.sleep(latency)
        self.flying -= 1
        return answer

    async def aclose(self) -> None:
        """Nothing is open."""

    def _turned(self) -> float:
        """Apply the turn to the limit, once; by how much longer answers take since then."""
        if not self.limit:
            return self.turn[1]
        if not self._has_turned:
            self._has_turned = True
            self.limit.turn(self.turn[1])
        return 1.0

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
            status=200 if verdict.allowed else 429,
            headers=(self.tell or _headers)(verdict, now, self.ahead),
            body=b"{}",
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


def session_on(server: Server, seed: int, **options: Any) -> Session:
    """A session whose rate limiter runs in the running loop's time."""
    account = Account(
        vendor="acme",
        base_url="https://api.example.com/v1",
        transport=server,
        rate_limiter=RateLimiter(
            documented_wait=server.style.documented_wait,
            advised_rate=server.style.advised_rate,
            clock=asyncio.get_running_loop().time,
            uniform=random.Random(seed).uniform,
            **options,
        ),
        authorize=lambda method, url, body: (),
        limit_headers=LIMIT_HEADERS,
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


async def pull(
    session: Session, items: int, on_progress: Callable[[Progress], object] | None = None
) -> tuple[float, int]:
    """Fetch so many; the seconds it took, and how many were lost."""
    loop = asyncio.get_running_loop()
    began = loop.time()

    async def fetch(key: int) -> int:
        return await session.send(REQUEST)

    lost, seen = 0, 0
    outcome: Outcome[int, int]
    async for outcome in fetch_many(
        fetch, range(items), concurrency="auto", limiter=session.account.rate_limiter, on_progress=on_progress
    ):
        seen += 1
        lost += not outcome.ok
    return loop.time() - began, lost + items - seen


def ideal(server: Server, items: int) -> float:
    """Seconds that the best could take."""
    if server.others:
        return server.others.left_after(items - server.style.head_start)
    if server.limit:
        return items / server.limit.best
    low, high = server.style.latency
    mean = (high - low) / math.log(high / low)
    if not server.style.peak:
        return items * mean / MOST
    return items * mean * _slowdown(1.0) / server.style.peak + high / 2


def simulate(name: str, items: int, seed: int, **server_options: Any) -> Report:
    """Bulk work against one style of server."""
    return run(Server(STYLES[name], random.Random(seed), **server_options), items, seed)


def simulate_in_phase(style: Style, items: int, gap: float | None, **server_options: Any) -> Report:
    """Bulk work beside a client that sends a request every ``gap`` seconds, in phase with the vendor's windows."""
    server = Server(style, random.Random(1), competitor=False, **server_options)
    if gap is not None and server.limit:
        server.others = Neighbour(server.limit, gap)
    return run(server, items, 1)


def run(server: Server, items: int, seed: int) -> Report:
    """Bulk work against this server."""

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


def single_calls(style: Style, concurrency: int, *, items: int = 300) -> tuple[list[float], float]:
    """How long single calls took during bulk work with a fixed concurrency, sorted; and how long that took."""
    server = Server(style, random.Random(1), competitor=False)
    chance, took = random.Random(1), list[float]()

    async def single(session: Session) -> None:
        began = asyncio.get_running_loop().time()
        await session.send(REQUEST)
        took.append(asyncio.get_running_loop().time() - began)

    async def main() -> float:
        session = session_on(server, 1)

        async def fetch(key: int) -> int:
            return await session.send(REQUEST)

        async def bulk() -> float:
            outcomes = await fetch_many(fetch, range(items), concurrency=concurrency, limiter=session.limiter)
            assert all(outcome.ok for outcome in outcomes)
            return asyncio.get_running_loop().time()

        task, singles = asyncio.create_task(bulk()), list[asyncio.Task[None]]()
        while not task.done():
            await asyncio.sleep(chance.uniform(0.2, 0.6))
            singles.append(asyncio.create_task(single(session)))
        await asyncio.gather(*singles)
        return task.result()

    seconds = in_virtual_time(main)
    return sorted(took), seconds


def crowd(style: Style, callers: int, pause: float, items: int) -> Report:
    """Callers that know nothing of each other make single calls, each after a pause of up to so many seconds."""
    server, chance = Server(style, random.Random(1), competitor=False), random.Random(1)

    async def main() -> tuple[float, int]:
        session, left = session_on(server, 1), iter(range(items))

        async def call() -> int:
            lost = 0
            for _ in left:
                try:
                    await session.send(REQUEST)
                except TooManyRequestsError:
                    lost += 1
                await asyncio.sleep(chance.uniform(0.0, pause))
            return lost

        lost = await asyncio.gather(*(call() for _ in range(callers)))
        return asyncio.get_running_loop().time(), sum(lost)

    seconds, lost = in_virtual_time(main)
    return Report(seconds, ideal(server, items), server.refusals / server.answers, 0.0, lost, server.refusals)


@frozen
class Sharing:
    """How two clients that know nothing of each other got on with one limit.

    Attributes:
        seconds: from the first request to the last outcome.
        ideal: seconds that the limit allows for the work of both.
        refused: the share of answers that were refusals.
        parts: what each got done while both were at work.
        lost: how many items have no value.
    """

    seconds: float
    ideal: float
    refused: float
    parts: tuple[int, int]
    lost: int

    @property
    def ratio(self) -> float:
        return self.seconds / self.ideal

    @property
    def smaller(self) -> float:
        """The part of the one who got less."""
        return min(self.parts) / sum(self.parts)


def share(name: str, items: int, seed: int, later: float = 0.0) -> Sharing:
    """Two clients with so many items each at one limit, the second one so many seconds later."""
    server = Server(STYLES[name], random.Random(seed), competitor=False)
    done, before, parts = [0, 0], [0, 0], list[tuple[int, int]]()

    async def client(number: int) -> int:
        await asyncio.sleep(number * later)
        before[0] = done[0]

        def count(progress: Progress) -> None:
            done[number] = progress.done

        _, lost = await pull(session_on(server, 2 * seed + number), items, count)
        parts.append((done[0] - before[0], done[1]))
        return lost

    async def main() -> tuple[float, int]:
        lost = await asyncio.gather(client(0), client(1))
        return asyncio.get_running_loop().time(), sum(lost)

    seconds, lost = in_virtual_time(main)
    return Sharing(seconds, ideal(server, 2 * items), server.refusals / server.answers, parts[0], lost)


class Neighbour:
    """Somebody else on the account who sends a request at fixed intervals, in phase with the vendor's windows.

    Args:
        limit: what is used.
        gap: seconds between two of its requests.
        first: seconds until the first.
    """

    def __init__(self, limit: Limit, gap: float, first: float = 0.01) -> None:
        self.limit, self.gap = limit, gap
        self.sent = self.refused = 0
        self._next = EPOCH + first

    def advance(self, now: float) -> None:
        """Let the requests until now happen."""
        while self._next <= now:
            self.sent += 1
            self.refused += not self.limit.take(self._next, ours=False).allowed
            self._next += self.gap

    def left_after(self, items: int) -> float:
        """Seconds in which what it leaves is enough for so many."""
        return items / (self.limit.best - 1 / self.gap)
