"""How things are measured here: CPU time, in rounds that alternate between contestants, as medians with a spread."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from statistics import median

from attrs import frozen


@frozen
class Figure:
    """The median of several rounds, and how far they were apart.

    Attributes:
        median: in the unit of the rounds.
        low: the smallest round.
        high: the largest.
    """

    median: float
    low: float
    high: float

    @classmethod
    def of(cls, rounds: list[float]) -> Figure:
        """Of what the rounds gave."""
        return cls(median(rounds), min(rounds), max(rounds))

    @property
    def spread(self) -> float:
        """The distance between the extremes, as a share of the median."""
        return (self.high - self.low) / self.median if self.median else 0.0

    def over(self, other: Figure) -> float:
        """The ratio of the medians."""
        return self.median / other.median


def interleaved(contestants: Mapping[str, Callable[[], object]], rounds: int, repeat: int = 1) -> dict[str, Figure]:
    """CPU seconds of one run of each contestant, whose rounds alternate so that a slow moment hits all alike.

    Args:
        contestants: what to run, by name.
        rounds: how many times each has its turn.
        repeat: how many runs make one round.
    """
    spent: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, run in contestants.items():
            spent[name].append(_cpu_seconds(run, repeat) / repeat)
    return {name: Figure.of(times) for name, times in spent.items()}


def _cpu_seconds(run: Callable[[], object], repeat: int) -> float:
    # Garbage collection is part of what is measured, but not the garbage, nor the size, of what was there before.
    gc.collect()
    gc.freeze()
    kept: object = None
    began = time.process_time()
    for _ in range(repeat):
        kept = run()
    spent = time.process_time() - began
    del kept
    gc.unfreeze()
    return spent
