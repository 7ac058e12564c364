"""The demonstration: what `make demo` runs."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def demo(tmp_path: Path, *options: str) -> subprocess.Popen[str]:
    """Start it."""
    search = [str(ROOT / "src"), str(ROOT / "generated")] if not os.environ.get("ABCLIENT_TESTED") else []
    return subprocess.Popen(
        [
            sys.executable,
            str(ROOT / "examples" / "demo.py"),
            "--output",
            str(tmp_path / "out" / "results.csv"),
            *options,
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([*search, os.environ.get("PYTHONPATH", "")])},
    )


def children(pid: int) -> set[int]:
    """The processes it started."""
    try:
        return {int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()}
    except OSError:
        return set()


def test_it_shows_a_table_and_writes_every_row(tmp_path: Path) -> None:
    """A table for people, a CSV with a row for each treatment, and what to run next; the exit code is 0."""
    with demo(tmp_path, "--experiments", "40", "--show", "3") as process:
        printed, _ = process.communicate(timeout=50)
    assert process.returncode == 0, printed
    assert "Closest to a decision" in printed
    assert "Control" in printed
    assert "ABCLIENT_LAUNCHDARKLY_TOKEN" in printed
    with (tmp_path / "out" / "results.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 40
    assert list(rows[0]) == [
        "experiment", "metric", "variation", "units", "mean", "lower", "upper", "probability_to_be_best",
    ]  # fmt: skip
    assert all(float(row["lower"]) <= float(row["mean"]) <= float(row["upper"]) for row in rows if row["mean"])
    assert not list((tmp_path / "out").glob("*.part"))


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for child processes in /proc")
def test_ctrl_c_leaves_no_process_behind(tmp_path: Path) -> None:
    """Interrupted at any time it stops with exit code 130, and its sandbox with it."""
    with demo(tmp_path, "--experiments", "5000") as process:
        until = time.monotonic() + 20
        while not (started := children(process.pid)) and time.monotonic() < until:
            time.sleep(0.005)
        process.send_signal(signal.SIGINT)
        printed, _ = process.communicate(timeout=30)
    assert started
    assert process.returncode == 130, printed
    assert "Traceback" not in printed
    assert not [child for child in started if Path(f"/proc/{child}/cmdline").exists()]
