"""What one call costs above transport and decoding, in microseconds of CPU time: facade, session, rate limiter, hooks.

The transport here answers at once from memory. What decoding the same answer costs is measured beside it and taken off.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable

from documents_launchdarkly import results
from measuring import Figure, by_itself

import abclient
from abclient import _json
from abclient.events import Attempt
from abclient.transports import WireRequest, WireResponse
from abclient_api._runtime import Response
from abclient_api.launchdarkly.api.experiments import get_experiment_results

CALLS = 1000
READING = "for comparison: json.loads of a result of 11 kB"
INTERPRETING = "a thousand rounds of a plain loop"
_PLAIN = (("date", "Sat, 21 Nov 2026 10:00:00 GMT"), ("content-type", "application/json"), ("content-length", "12227"))
_QUOTAS = (
    *_PLAIN,
    ("x-ratelimit-global-remaining", "4999999"),
    ("x-ratelimit-route-remaining", "4999999"),
    ("x-ratelimit-reset", "1795255210000"),
)


class _Instant:
    """A transport that has the answer already."""

    def __init__(self, headers: tuple[tuple[str, str], ...], body: bytes) -> None:
        self._answer = WireResponse(status=200, headers=headers, body=body)

    async def send(self, request: WireRequest) -> WireResponse:
        """Answer."""
        return self._answer

    async def aclose(self) -> None:
        """There is nothing to close."""


async def _cost(headers: tuple[tuple[str, str], ...], hooks: list[Callable[[Attempt], None]], body: bytes) -> float:
    """CPU seconds of one call, without those of decoding its answer."""
    async with abclient.LaunchDarkly(token="t", transport=_Instant(headers, body), hooks=hooks) as client:
        experiments = client.experiments("project", "environment")
        began = time.process_time()
        for _ in range(CALLS):
            await experiments.results("experiment", "metric")
        called = time.process_time()
    parse = get_experiment_results.request("p", "e", "x", "m").parse
    decoding_began = time.process_time()
    for _ in range(CALLS):
        parse(Response(200, headers, body, _json.reader()))
    decoded = time.process_time() - decoding_began
    return (called - began - decoded) / CALLS


def interpret() -> dict[str, int]:
    """Work of the interpreter, as a call is; ``json.loads`` is C, whose share differs between processors."""
    seen: dict[str, int] = {}
    for number in range(1000):
        key = f"key-{number % 50}"
        seen[key] = seen.get(key, 0) + len(key)
    return seen


def measure(rounds: int = 5) -> dict[str, Figure]:
    """Microseconds above transport and decoding, for three kinds of calls; and of what they may be compared with."""
    body, usual = results(1), results(9)
    seen: list[Attempt] = []
    kinds: dict[str, tuple[tuple[tuple[str, str], ...], list[Callable[[Attempt], None]]]] = {
        "no rate limit announced, no hook": (_PLAIN, []),
        "rate limits announced": (_QUOTAS, []),
        "rate limits announced, and a hook": (_QUOTAS, [seen.append]),
    }
    costs: dict[str, list[float]] = {name: [] for name in (*kinds, READING, INTERPRETING)}
    for _ in range(rounds):
        for name, (headers, hooks) in kinds.items():
            seen.clear()
            with by_itself():
                costs[name].append(asyncio.run(_cost(headers, hooks, body)) * 1e6)
        for name, run in ((READING, lambda: json.loads(usual)), (INTERPRETING, interpret)):
            costs[name].append(_cpu_seconds(run) * 1e6)
    return {name: Figure.of(times) for name, times in costs.items()}


def _cpu_seconds(run: Callable[[], object]) -> float:
    with by_itself():
        began = time.process_time()
        for _ in range(CALLS):
            run()
        return (time.process_time() - began) / CALLS


def main() -> dict[str, Figure]:
    """Print the figures."""
    found = measure()
    print("One call above transport and decoding, CPU microseconds")
    for name, figure in found.items():
        print(f"  {name:40} {figure.median:6.1f}   ({figure.low:.1f} to {figure.high:.1f})")
    return found


if __name__ == "__main__":
    main()
