"""How things are measured here: CPU time, in rounds that alternate between contestants, as medians with a spread."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from statistics import median

from attrs import frozen


@frozen
class Figure:
    """What several rounds gave.

    Attributes:
        rounds: each of them, in the order they were run.
    """

    rounds: tuple[float, ...]

    @classmethod
    def of(cls, rounds: Iterable[float]) -> Figure:
        """Of what the rounds gave."""
        return cls(tuple(rounds))

    @property
    def median(self) -> float:
        """Of the rounds."""
        return median(self.rounds)

    @property
    def low(self) -> float:
        """The smallest round."""
        return min(self.rounds)

    @property
    def high(self) -> float:
        """The largest round."""
        return max(self.rounds)

    @property
    def spread(self) -> float:
        """The distance between the extremes, as a share of the median."""
        return (self.high - self.low) / self.median if self.median else 0.0

    def over(self, other: Figure) -> float:
        """The ratio to what was measured with it: the median of the rounds' own ratios.

        A slow moment hits both in a round, so that these scatter much less than the ratio of the medians.
        """
        return median(one / base for one, base in zip(self.rounds, other.rounds, strict=True))


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


@contextmanager
def by_itself() -> Generator[None, None, None]:
    """Collecting garbage is part of what is measured, but not the garbage, nor the size, of what was there before."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _cpu_seconds(run: Callable[[], object], repeat: int) -> float:
    with by_itself():
        kept: object = None
        began = time.process_time()
        for _ in range(repeat):
            kept = run()
        spent = time.process_time() - began
        del kept
    return spent
