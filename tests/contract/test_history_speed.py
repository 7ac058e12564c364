"""That a year of nightly exports is read in seconds, and fits in memory; no verdict on a noisy machine."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from support import year
from support.quiet import Finding, Measured, judge

pytestmark = pytest.mark.guard

SECONDS = 5.0
"""Of processor time, with the imports. Measured were 2.2 to 3.4, with ten busy processes beside it."""

MEGABYTES = 1000.0
"""Measured were 800 to 820, of which 390 are the table."""

FILES = 200.0
"""Megabytes of all files. Measured were 152."""


def fixed_work() -> float:
    """Seconds of processor time that the same loop of the interpreter takes."""
    before = time.process_time()
    sum(range(5_000_000))
    return time.process_time() - before


def test_a_year_of_a_thousand_experiments(tmp_path: Path) -> None:
    """All columns of all 1,460,000 rows, as a table of Arrow."""
    year.write_year(tmp_path)
    size = sum(path.stat().st_size for path in tmp_path.iterdir()) / 1e6
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[1]), *sys.path])}

    def measure() -> Measured:
        rounds = [fixed_work() for _ in range(5)]
        done = subprocess.run(
            [sys.executable, "-m", "support.year", str(tmp_path)],
            check=True,
            capture_output=True,
            text=True,
            env=environment,
        )
        seconds, megabytes, rows = map(float, done.stdout.split())
        assert rows == year.ROWS
        findings = [
            Finding("seconds to read a year", seconds, SECONDS),
            Finding("megabytes of memory to read a year", megabytes, MEGABYTES),
            Finding("megabytes of files of a year", size, FILES),
        ]
        return Measured(findings, [rounds])

    judge(measure)
