"""What our own tools take: the seconds of ``make generate`` and its check, and how much the sandbox answers a second.

By the clock, because people wait for these. The sandbox has one core, and whoever asks it another, where there are two.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

from attrs import frozen
from measuring import Figure
from serving import pinned

import abclient
from abclient.bulk import Outcome
from abclient.source import Group
from abclient.testing import Sandbox
from abclient.vendor import BUILT_IN, get

GENERATE, CHECK = "make generate", "make check-generated"
LONGEST, FEWEST = 60.0, 500.0
"""At most so many seconds for the one, at least so many requests a second for the other."""

_GENERATE = Path(__file__).parents[1] / "generate.py"
_WORKERS = 16

_PLACES: dict[str, str] = {"project": "sandbox", "environment": "production"}

Fetch = Callable[[], AsyncGenerator[Outcome[Any, Any]]]
"""Asks for the results of all experiments of a vendor, once each."""


@frozen
class Tools:
    """What was measured.

    Attributes:
        seconds: of generating all packages anew, and of comparing them with what is there.
        first: the sandbox's answers per second by vendor, when every result is asked for the first time.
        again: the same when they were asked for before, in several rounds.
    """

    seconds: dict[str, Figure]
    first: dict[str, float]
    again: dict[str, Figure]


def measure(rounds: int = 5) -> Tools:
    """Measure both."""
    seconds: dict[str, list[float]] = {GENERATE: [], CHECK: []}
    for _ in range(3):
        with tempfile.TemporaryDirectory() as directory:
            seconds[GENERATE].append(_generated("--output", str(Path(directory) / "abclient_api")))
        seconds[CHECK].append(_generated("--check"))
    first, again = asyncio.run(_answered(rounds))
    return Tools({name: Figure.of(times) for name, times in seconds.items()}, first, again)


def _generated(*options: str) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, str(_GENERATE), *options], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


async def _answered(rounds: int) -> tuple[dict[str, float], dict[str, Figure]]:
    first: dict[str, float] = {}
    again: dict[str, Figure] = {}
    with pinned(-1):
        sandbox = Sandbox(experiments=300)
        sandbox.start()
    try:
        with pinned(0):
            async with _fetches(sandbox) as fetches:
                for vendor, fetch in fetches.items():
                    first[vendor] = await _rate(fetch)
                    again[vendor] = Figure.of([await _rate(fetch) for _ in range(rounds)])
    finally:
        sandbox.stop()
    return first, again


@asynccontextmanager
async def _fetches(sandbox: Sandbox) -> AsyncGenerator[dict[str, Fetch], None]:
    """What asks each vendor's part of the sandbox for all results that it has."""
    async with AsyncExitStack() as sources:
        fetches: dict[str, Fetch] = {}
        for vendor in map(get, BUILT_IN):
            places: dict[str, Any] = {need: _PLACES[need] for need in vendor.needs}
            options: dict[str, Any] = {**sandbox.client_options(vendor.name), **places, "concurrency": _WORKERS}
            source = await sources.enter_async_context(abclient.open_source(vendor, **options))
            groups = [group async for group in source.groups(())]
            keys = [[key async for listed in group.experiments for key in listed.keys] for group in groups]
            fetches[vendor.title] = partial(_fetched, list(zip(groups, keys, strict=True)))
        yield fetches


async def _fetched(groups: Sequence[tuple[Group, Sequence[Any]]]) -> AsyncGenerator[Outcome[Any, Any]]:
    for group, keys in groups:

        async def each(keys: Sequence[Any] = keys) -> AsyncGenerator[Any]:
            for key in keys:
                yield key

        async for outcome in group.fetch(each()):
            yield outcome


async def _rate(fetch: Fetch) -> float:
    """Answers per second."""
    count, began = 0, time.perf_counter()
    async for outcome in fetch():
        if outcome.error is not None:
            raise outcome.error
        count += 1
    return count / (time.perf_counter() - began)


def main() -> Tools:
    """Print the figures."""
    found = measure()
    print(f"Seconds by the clock; at most {LONGEST:.0f} are allowed")
    for name, figure in found.seconds.items():
        print(f"  {name:40} {figure.median:6.1f}   ({figure.low:.1f} to {figure.high:.1f})")
    print(f"Results per second from the sandbox; at least {FEWEST:.0f} are wanted")
    for vendor, figure in found.again.items():
        rounds = f"({figure.low:,.0f} to {figure.high:,.0f}), the first time {found.first[vendor]:,.0f}"
        print(f"  {vendor:40} {figure.median:6,.0f}   {rounds}")
    return found


if __name__ == "__main__":
    main()
