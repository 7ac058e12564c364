"""Bulk work that paces itself, over real sockets, against the sandbox's limits: ratios, not seconds."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from time import perf_counter
from typing import Any, Literal

import pytest
from attrs import define

import abclient
from abclient.events import Attempt
from abclient.testing import Sandbox

pytestmark = pytest.mark.soak

RATE, ITEMS = 100, 2_000


@define
class Pull:
    """How a bulk fetch went."""

    seconds: float = 0.0
    attempts: int = 0
    refused: int = 0
    fetched: int = 0

    def count(self, attempt: Attempt) -> None:
        self.attempts += 1
        self.refused += attempt.status == 429


@asynccontextmanager
async def running(**options: Any) -> AsyncGenerator[Sandbox, None]:
    async with Sandbox(experiments=30, seed=1, **options) as sandbox:
        yield sandbox


async def pull(sandbox: Sandbox, items: int, concurrency: int | Literal["auto"]) -> Pull:
    """Fetch so many results with a client of its own, which knows nothing yet."""
    known = sandbox.world()["launchdarkly"]["experiments"]
    wanted = [(known[n % len(known)]["key"], known[n % len(known)]["metrics"][0]) for n in range(items)]
    seen = Pull()
    async with abclient.LaunchDarkly(sandbox.token, base_url=sandbox.url, hooks=[seen.count]) as client:
        experiments = client.experiments("sandbox", "production")
        began = perf_counter()
        async for outcome in experiments.fetch_results(wanted, concurrency=concurrency):
            seen.fetched += outcome.ok
        seen.seconds = perf_counter() - began
    return seen


@pytest.mark.timeout(120)
async def test_a_limit_of_a_hundred_a_second_is_met() -> None:
    """2,000 results: within 1.15 of the ideal time with headers, 1.25 without, under 2 % refused, nothing lost.

    The time counts in the better of two rounds: this machine may have other work.
    """

    async def against(style: str) -> Pull:
        async with running(rate_limit=str(RATE), limit_style=style) as sandbox:
            return await pull(sandbox, ITEMS, "auto")

    styles = {"vendor": 1.15, "retry-after": 1.25, "silent": 1.25}
    slow = list(styles)
    for _ in range(2):
        pulls = dict(zip(slow, await asyncio.gather(*map(against, slow)), strict=True))
        for seen in pulls.values():
            assert seen.fetched == ITEMS
            assert seen.refused / seen.attempts < 0.02
        slow = [style for style, seen in pulls.items() if seen.seconds > styles[style] * ITEMS / RATE]
        if not slow:
            break
    assert slow == []


@pytest.mark.timeout(120)
async def test_without_a_limit_the_best_concurrency_is_nearly_reached() -> None:
    """100 ms away and no limit: within 1.3 of the best fixed number of workers, in one of three rounds.

    This machine's other work slows a round down, and with it whoever is running: what counts is that it can be done.
    """
    fixed: list[float] = []
    auto: list[float] = []
    async with running(latency=0.1) as sandbox:
        while len(auto) < 3 and not (auto and min(auto) <= 1.3 * min(fixed)):
            fixed.append((await pull(sandbox, 4_000, 100)).seconds)  # the most connections a client opens
            auto.append((await pull(sandbox, 4_000, "auto")).seconds)
    assert min(auto) <= 1.3 * min(fixed)
