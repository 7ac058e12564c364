"""CPU time per request: every contestant in a process of its own, pinned to one core, the server on the other."""

from __future__ import annotations

import asyncio
import multiprocessing
import multiprocessing.connection
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from contestants import CONTESTANTS, Run, Target
from measuring import Figure
from pages import PAGERS
from serving import pin

ROUND_SECONDS = 0.15
WARM_UP_SECONDS = 1.0
"""By the clock: twice what ``concurrency="auto"`` needs to learn that the server accepts as much as it can send."""
_SPECS = Path(__file__).parents[2] / "specs"

Costs = tuple[float, float]
"""Seconds of one request: of CPU time, and of the clock."""


class Competitor:
    """A contestant's process."""

    def __init__(self, name: str, target: Target) -> None:
        self.name = name
        self._pipe, theirs = multiprocessing.Pipe()
        context = multiprocessing.get_context("spawn")
        self._process = context.Process(target=_compete, args=(theirs, name, target), daemon=True)
        self._process.start()
        theirs.close()

    def start(self, workers: int) -> str | None:
        """Open it for so many workers and warm it up; says why that is impossible."""
        self._pipe.send(workers)
        reason: str | None = self._pipe.recv()
        return reason

    def round(self) -> Costs:
        """One round."""
        self._pipe.send("round")
        costs: Costs = self._pipe.recv()
        return costs

    def end(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.join()


def _compete(pipe: multiprocessing.connection.Connection, name: str, target: Target) -> None:
    pin(0)
    workers: int = pipe.recv()
    try:
        asyncio.run(_rounds(pipe, name, target, workers))
    except ModuleNotFoundError as error:
        pipe.send(f"{error.name} is not installed")


async def _rounds(pipe: multiprocessing.connection.Connection, name: str, target: Target, workers: int) -> None:
    opened = PAGERS if target.page_size else CONTESTANTS
    async with opened[name](target) as run:
        await _warm_up(run, workers)
        began = time.perf_counter()
        await run(40 + workers, workers)
        count = max(2 * workers, int(ROUND_SECONDS * (40 + workers) / (time.perf_counter() - began)))
        pipe.send(None)
        while True:
            pipe.recv()
            cpu, clock = time.process_time(), time.perf_counter()
            await run(count, workers)
            pipe.send(((time.process_time() - cpu) / count, (time.perf_counter() - clock) / count))


async def _warm_up(run: Run, workers: int) -> None:
    until = time.perf_counter() + WARM_UP_SECONDS
    while time.perf_counter() < until:
        await run(2 * workers, workers)


def compete(names: Sequence[str], target: Target, workers: int, rounds: int) -> dict[str, tuple[Figure, Figure] | str]:
    """Microseconds of CPU and of the clock for each; or why one could not take part."""
    found: dict[str, tuple[Figure, Figure] | str] = {}
    taking_part: dict[Competitor, list[Costs]] = {}
    for competitor in [Competitor(name, target) for name in names]:
        reason = competitor.start(workers)
        if reason is None:
            taking_part[competitor] = []
        else:
            found[competitor.name] = reason
            competitor.end()
    for _ in range(rounds):
        for competitor, costs in taking_part.items():
            costs.append(competitor.round())
    for competitor, costs in taking_part.items():
        competitor.end()
        found[competitor.name] = (
            Figure.of([cpu * 1e6 for cpu, _ in costs]),
            Figure.of([clock * 1e6 for _, clock in costs]),
        )
    return {name: found[name] for name in names}


def stock(directory: Path, vendor: str = "launchdarkly", package: str = "stock_client") -> str:
    """Put openapi-python-client's output for our spec of a vendor into that directory, and return it."""
    spec = _SPECS / f"{vendor}.yaml"
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--path", str(spec), "--meta", "none"]
    output = directory / package
    # Its exit status tells of ruff, too, which it would like to run afterwards.
    subprocess.run([*command, "--output-path", str(output), "--overwrite"], capture_output=True, check=False)
    if not (output / "client.py").exists():
        raise RuntimeError("openapi-python-client has generated nothing")
    return str(directory)
