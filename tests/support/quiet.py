"""A judgement on what was measured, and none where the machine was too noisy for one.

Noise is measured in the same run: by what other processes used of the processors meanwhile, and by how far apart the
rounds of the same, fixed work were. A limit counts as broken only when it was broken twice without noise.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import pytest
from attrs import frozen

OTHERS = 0.15
"""Processors that others may use on average. A quiet machine with two shows 0.00 to 0.05; one busy process is 1.0."""

UNEVEN = 0.10
"""By how much the upper quarter of the rounds of fixed work may be above their median.

On a quiet machine it is 0.01 to 0.04, with two busy processes beside it 0.03 to 0.3.
"""

TRIES = 4
_USER_NICE_SYSTEM = slice(1, 4)
_IRQ_SOFTIRQ_STEAL = slice(6, 9)
_TICKS_PER_SECOND = 100.0  # of /proc/stat, on every architecture: USER_HZ in the kernel's sources


@frozen
class Finding:
    """One thing that was measured.

    Attributes:
        what: what it is, for a person.
        found: the figure.
        limit: what it may be at most.
    """

    what: str
    found: float
    limit: float

    def __str__(self) -> str:
        excess = self.found / self.limit - 1
        return f"{self.what}: {self.found:.2f} where {self.limit:.2f} are allowed, {excess:.0%} too much"


@frozen
class Measured:
    """What one run of everything gave.

    Attributes:
        findings: what is judged.
        fixed: what the rounds of fixed work took, in any unit; each sequence is work of its own.
    """

    findings: Sequence[Finding]
    fixed: Sequence[Sequence[float]]

    @property
    def unevenness(self) -> float:
        """How far the upper quarter of the rounds of fixed work is above the median, where that is worst."""
        return max((_upper_quarter(rounds) / median(rounds) - 1.0 for rounds in self.fixed), default=0.0)


def judge(measure: Callable[[], Measured], used_by_others: Callable[[], Callable[[], float]] | None = None) -> None:
    """Measure up to four times: it passes once all limits hold, and fails once they were broken twice without noise.

    Anything else is no verdict, and skips the test. Helpers that ``measure`` starts must have ended when it returns.
    """
    watch = used_by_others or watch_others
    broken, noise = 0, list[str]()
    for _ in range(TRIES):
        others = watch()
        measured = measure()
        used, unevenness = others(), measured.unevenness
        missed = [finding for finding in measured.findings if finding.found > finding.limit]
        if not missed:
            return
        if used <= OTHERS and unevenness <= UNEVEN:
            broken += 1
            if broken == 2:
                pytest.fail("\n".join(map(str, missed)), pytrace=False)
        noise.append(f"others used {used:.2f} processors, and fixed work varied by {unevenness:.0%}: {missed[0]}")
    pytest.skip(f"NO VERDICT, the machine is too noisy: {'; '.join(noise)}")


def watch_others() -> Callable[[], float]:
    """Begin to watch; what comes back says how many processors others have used since, 0 where nobody can tell."""
    before, own, began = _busy(), _own(), time.monotonic()

    def used() -> float:
        seconds = time.monotonic() - began
        now = _busy()
        return max(0.0, (now - before - (_own() - own)) / seconds) if now and seconds else 0.0

    return used


def _busy() -> float:
    """Processor seconds that anybody has used, or that the host took for other machines; 0 where there is no /proc."""
    try:
        fields = Path("/proc/stat").read_text(encoding="ascii").partition("\n")[0].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[_USER_NICE_SYSTEM] + fields[_IRQ_SOFTIRQ_STEAL])) / _TICKS_PER_SECOND


def _own() -> float:
    return sum(os.times()[:4])


def _upper_quarter(rounds: Sequence[float]) -> float:
    return sorted(rounds)[(3 * len(rounds)) // 4]
