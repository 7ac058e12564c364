"""Several processes that share the limits of one account, in virtual time: each has a session and a limiter of its own.

Only the store is simulated: what it does is what the real ones do, and its clock is another one than the processes'.
"""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Sequence
from typing import Any, cast

from attrs import define, field, frozen

from abclient._account import Account
from abclient._ratelimit import RateLimiter
from abclient._ratelimit.shared import SharedRateLimiter
from abclient._ratelimit.shared_limits import SharedLimits, apply_exchange
from abclient._ratelimit.store import Exchange, Reply
from abclient._session import Session
from abclient.bulk import Outcome, fetch_many
from abclient.options import CallOptions, Timeouts

from .fake import LIMIT_HEADERS
from .simulation import REQUEST, Server, in_virtual_time
from .styles import Style

STORE_EPOCH = 5_000.0
"""The store's time when a simulation begins."""

_LATENCY_SECONDS = 0.001


@define
class MemoryStore:
    """A store within this process, whose replies take a millisecond.

    Attributes:
        down: from when to when it cannot be reached.
        forgets: whether what it held is gone after that.
        exchanges: how many there were.
    """

    down: tuple[float, float] = (0.0, 0.0)
    forgets: bool = False
    exchanges: int = 0
    limits: dict[str, SharedLimits] = field(factory=dict[str, SharedLimits])

    def connect(self, account: str) -> MemoryConnection:
        return MemoryConnection(self, account)


class MemoryConnection:
    """One process's connection to the store."""

    def __init__(self, store: MemoryStore, account: str) -> None:
        self.store, self.account = store, account

    async def exchange(self, told: Exchange) -> Reply | None:
        await asyncio.sleep(_LATENCY_SECONDS / 2)
        store, now = self.store, asyncio.get_running_loop().time()
        if store.down[0] <= now < store.down[1]:
            if store.forgets:
                store.limits.clear()
            raise ConnectionRefusedError("the store is down")
        store.exchanges += 1
        known = store.limits.get(self.account)
        if known is not None:  # as from a file
            known = SharedLimits.load(json.loads(json.dumps(known.dump(), allow_nan=False)))
        limits, reply = apply_exchange(known, json.loads(json.dumps(told, allow_nan=False)), STORE_EPOCH + now)
        if limits is not None:
            store.limits[self.account] = limits
        await asyncio.sleep(_LATENCY_SECONDS / 2)
        return cast("Reply | None", json.loads(json.dumps(reply, allow_nan=False)))

    async def aclose(self) -> None:
        """Nothing is open."""


@frozen
class Worker:
    """One process: what it has to do, from when on, and when it is killed."""

    items: int
    begins: float = 0.0
    killed: float = float("inf")


@frozen
class Shared:
    """How several processes got on.

    Attributes:
        seconds: from the first request to the last outcome.
        answers: how many there were.
        refused: the share of them that were refusals.
        parts: how many outcomes each got with a value.
        exchanges: how often a process asked the store.
    """

    seconds: float
    answers: int
    refused: float
    parts: list[int]
    exchanges: int


def session_sharing(server: Server, store: MemoryStore | None, seed: int, **options: Any) -> Session:
    """The session of one process; without a store, it knows nothing of the others."""
    known: dict[str, Any] = {
        "documented_wait": server.style.documented_wait,
        "advised_rate": server.style.advised_rate,
        "clock": asyncio.get_running_loop().time,
        "uniform": random.Random(seed).uniform,
        **options,
    }
    limiter = SharedRateLimiter(store.connect("account"), **known) if store else RateLimiter(**known)
    account = Account(
        vendor="acme",
        base_url="https://api.example.com/v1",
        transport=server,
        rate_limiter=limiter,
        authorize=lambda method, url, body: (),
        limit_headers=LIMIT_HEADERS,
    )
    return Session(account, CallOptions(timeouts=Timeouts(total=3600)))


async def _work(session: Session, worker: Worker) -> int:
    loop = asyncio.get_running_loop()
    await asyncio.sleep(worker.begins)
    done = 0

    async def fetch(key: int) -> int:
        return await session.send(REQUEST)

    outcome: Outcome[int, int]
    try:
        async with asyncio.timeout_at(loop.time() + worker.killed if worker.killed < 1e9 else None):
            async for outcome in fetch_many(
                fetch, range(worker.items), concurrency="auto", limiter=session.account.rate_limiter
            ):
                done += outcome.ok
    except TimeoutError:
        return done  # killed: it tells the others nothing
    await session.aclose()
    return done


def share_store(
    style: Style,
    workers: Sequence[Worker],
    seed: int,
    *,
    store: MemoryStore | None = None,
    apart: bool = False,
    **options: Any,
) -> Shared:
    """Processes that fetch from one server, and share its limits, unless they are ``apart``."""
    server = Server(style, random.Random(seed), competitor=False)
    shared = None if apart else store or MemoryStore()

    async def main() -> tuple[float, list[int]]:
        sessions = [session_sharing(server, shared, 100 * seed + number, **options) for number in range(len(workers))]
        parts = await asyncio.gather(*(_work(*pair) for pair in zip(sessions, workers, strict=True)))
        return asyncio.get_running_loop().time(), list(parts)

    seconds, parts = in_virtual_time(main)
    exchanges = shared.exchanges if shared else 0
    return Shared(seconds, server.answers, server.refusals / server.answers, parts, exchanges)
