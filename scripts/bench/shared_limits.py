"""What several processes with one account reach, apart and with shared limits, in virtual time.

``python scripts/bench/shared_limits.py``, about a minute of processor time, prints the table of
``docs/rate-limits.md``. Servers and store are those of the tests (``tests/support/sharing.py``), with other seeds.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

from attrs import frozen

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from support.sharing import MemoryStore, Worker, share_store
from support.styles import Bucket, Style, Window

RATE, BURST, LATENCY = 20.0, 60, (0.06, 0.08)
BUCKET = Style(lambda: Bucket(RATE, BURST, asks=True), advised_rate=40.0, latency=LATENCY)
SILENT_BUCKET = Style(lambda: Bucket(RATE, BURST), advised_rate=40.0, latency=LATENCY)
WINDOW = Style(lambda: Window(60, 3, asks=True), advised_rate=40.0, latency=LATENCY)
SILENT_WINDOW = Style(lambda: Window(60, 3), advised_rate=40.0, latency=LATENCY)
ANNOUNCED = Style(lambda: Window(100, 5, tells=True, route_share=1.0), latency=LATENCY)
EVEN = [Worker(150)] * 4
UNEVEN = [Worker(420), Worker(60), Worker(60), Worker(60)]
LATE = [Worker(300), *[Worker(60, begins=6.0)] * 3]
KILLED = [Worker(150, killed=8.0), *EVEN[1:]]
NEVER = 1e9
SEEDS = range(101, 107)


@frozen
class Scenario:
    """What is done under which limit; ``down`` is from when to when there is no store."""

    name: str
    style: Style
    workers: Sequence[Worker] = EVEN
    down: tuple[float, float] | None = None
    max_rate: float | None = None


SCENARIOS = (
    Scenario("bucket, Retry-After", BUCKET),
    Scenario("bucket, silent", SILENT_BUCKET),
    Scenario("60 in 3 s, Retry-After", WINDOW),
    Scenario("60 in 3 s, silent", SILENT_WINDOW),
    Scenario("100 in 5 s, announced", ANNOUNCED),
    Scenario("bucket, silent; 420, 60, 60 and 60 results", SILENT_BUCKET, UNEVEN),
    Scenario("the same with `max_rate=20`", SILENT_BUCKET, UNEVEN, max_rate=RATE),
    Scenario("bucket; 300 results, and 60 for each of three that join after 6 s", BUCKET, LATE),
    Scenario("bucket; one of four processes is killed after 8 s", BUCKET, KILLED),
    Scenario("bucket; the store is gone after 10 s, for good", BUCKET, down=(10.0, NEVER)),
    Scenario("bucket; the store is gone after 8 s, and back, empty, after 14 s", BUCKET, down=(8.0, 14.0)),
)


def cell(scenario: Scenario, *, apart: bool) -> str:
    """The time over the ideal time, and the percentage of requests that were throttled."""
    ratios, throttled = list[float](), list[float]()
    options: dict[str, Any] = {"max_rate": scenario.max_rate} if scenario.max_rate else {}
    if apart and scenario.max_rate:
        options["max_rate"] = scenario.max_rate / len(scenario.workers)
    for seed in SEEDS:
        store = MemoryStore(down=scenario.down or (0.0, 0.0), forgets=True)
        ran = share_store(scenario.style, scenario.workers, seed, store=store, apart=apart, **options)
        accepted = ran.answers * (1 - ran.refused)
        burst = BURST if scenario.style in (BUCKET, SILENT_BUCKET) and not scenario.max_rate else 0
        ratios.append(ran.seconds / ((accepted - burst) / RATE))
        throttled.append(100 * ran.refused)
    return f"{fmean(ratios):.2f} / {fmean(throttled):.1f}"


def main() -> None:
    """Print the table."""
    print("| limit of 20 a second, four processes with 150 results each | apart | with a store |\n|---|---|---|")
    for scenario in SCENARIOS:
        apart = "" if scenario.down else cell(scenario, apart=True)
        print(f"| {scenario.name} | {apart} | {cell(scenario, apart=False)} |", flush=True)


if __name__ == "__main__":
    import logging

    logging.disable()
    main()
