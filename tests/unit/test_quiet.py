"""When the guard fails, passes, or says that it cannot tell."""

from __future__ import annotations

import pytest

from support.quiet import Finding, Measured, judge, watch_others

QUIET, BUSY = 0.0, 1.0
EVEN, UNEVEN = (1.0, 1.0, 1.01, 1.0), (1.0, 1.0, 1.5, 1.6)
GOOD, BAD = 1.0, 3.0


@pytest.mark.parametrize(
    ("runs", "verdict"),
    [
        ([(GOOD, QUIET, EVEN)], "passed"),
        ([(GOOD, BUSY, UNEVEN)], "passed"),
        ([(BAD, QUIET, EVEN), (GOOD, QUIET, EVEN)], "passed"),
        ([(BAD, BUSY, EVEN), (BAD, QUIET, UNEVEN), (GOOD, BUSY, EVEN)], "passed"),
        ([(BAD, QUIET, EVEN), (BAD, QUIET, EVEN)], "failed"),
        ([(BAD, BUSY, EVEN), (BAD, QUIET, EVEN), (BAD, QUIET, UNEVEN), (BAD, QUIET, EVEN)], "failed"),
        ([(BAD, BUSY, EVEN)] * 4, "skipped"),
        ([(BAD, QUIET, UNEVEN)] * 4, "skipped"),
        ([(BAD, QUIET, EVEN), *[(BAD, BUSY, EVEN)] * 3], "skipped"),
    ],
)
def test_a_limit_is_broken_when_it_is_twice_without_noise(
    runs: list[tuple[float, float, tuple[float, ...]]], verdict: str
) -> None:
    """One good run is enough; a broken limit counts twice and without noise only; and all runs are used, no more."""
    left, used = list(runs), list[float]()

    def measure() -> Measured:
        found, others, rounds = left.pop(0)
        used.append(others)
        return Measured([Finding("decoding", found, 2.0)], [rounds])

    ended = "passed"
    try:
        judge(measure, lambda: lambda: used[-1])
    except pytest.fail.Exception as failure:
        ended = "failed"
        assert str(failure) == "decoding: 3.00 where 2.00 are allowed, 50% too much"
    except pytest.skip.Exception as skip:
        ended = "skipped"
        assert str(skip).startswith("NO VERDICT, the machine is too noisy: others used ")
    assert (ended, left) == (verdict, [])


def test_what_this_process_uses_is_not_others() -> None:
    """However busy the machine is: work of our own does not count as that of others."""
    others = watch_others()
    assert sum(range(1_000_000)) > 0
    assert others() >= 0.0
