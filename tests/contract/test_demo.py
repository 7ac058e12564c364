"""The demonstration: what `make demo` runs."""

from __future__ import annotations

import csv
import io
import os
import re
import signal
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pyarrow.parquet
import pytest

from abclient._console.terminal import visible
from abclient.results import COLUMNS
from abclient.testing import Sandbox
from abclient.vendor import BUILT_IN, get
from support.cases import one_every_run
from support.command import COMMAND, credentials
from support.optimizely_server import OptimizelyServer, experiment, serving
from support.reports import Elements

ROOT = Path(__file__).parents[2]
VENDORS = set(BUILT_IN)


def demo(tmp_path: Path, *options: str, **environment: str) -> subprocess.Popen[str]:
    """Start it, with no other credentials in the environment than those given."""
    search = [str(ROOT / "src"), str(ROOT / "generated")] if not os.environ.get("ABCLIENT_TESTED") else []
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("ABCLIENT_")}
    path = os.pathsep.join([*search, os.environ.get("PYTHONPATH", "")])
    return subprocess.Popen(
        [sys.executable, str(ROOT / "examples" / "demo.py"), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=tmp_path,
        env={**inherited, "PYTHONPATH": path, **environment},
    )


def children(pid: int) -> set[int]:
    """The processes it started."""
    try:
        return {int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()}
    except OSError:
        return set()


def rows_of(directory: Path) -> list[dict[str, str]]:
    """The rows of the CSV it wrote."""
    with (directory / "results.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_it_pulls_all_vendors_and_writes_every_row(tmp_path: Path) -> None:
    """A bar and results of each vendor, the same rows as CSV, Parquet and report, and what to run next; exit code 0."""
    with demo(tmp_path, "--experiments", "30", "--show", "2") as process:
        printed, _ = process.communicate(timeout=120)
    assert process.returncode == 0, printed
    assert "Closest to a decision" in printed
    assert "ABCLIENT_LAUNCHDARKLY_TOKEN" in printed
    for shown in (*VENDORS, *(f"{get(name).title}  " for name in VENDORS)):
        assert shown in printed
    rows = rows_of(tmp_path / "out")
    assert list(rows[0]) == list(COLUMNS)
    assert {row["vendor"] for row in rows} == VENDORS
    with pyarrow.parquet.ParquetFile(tmp_path / "out" / "results.parquet") as parquet:
        assert parquet.metadata.num_rows == len(rows) > 120
    report = Elements((tmp_path / "out" / "report.html").read_text(encoding="utf-8")).data
    assert report["rows"]["count"] == len(rows)
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"results.csv", "results.parquet", "report.html"}


@pytest.mark.slow
def test_it_has_the_rows_that_the_command_has(tmp_path: Path) -> None:
    """Archived experiments and those with t-test results included, every vendor's rows are those of `abclient results`.

    The world has some of each, so that leaving them out would be seen.
    """
    with Sandbox(experiments=60, seed=3) as sandbox:
        environment = credentials(sandbox.url)
        with demo(tmp_path, "--output", "there", **environment) as process:
            printed, _ = process.communicate(timeout=120)
        assert process.returncode == 0, printed
        commanded: list[dict[str, str]] = []
        for vendor in sorted(VENDORS):
            ended = subprocess.run(
                [*COMMAND, "results", vendor, "--format=csv", "--concurrency", "8"],
                capture_output=True, timeout=120, check=True, env={**os.environ, **environment},
            )  # fmt: skip
            commanded += csv.DictReader(io.StringIO(ended.stdout.decode(), newline=""))
    shown = rows_of(tmp_path / "there")
    assert sorted(map(comparable, shown), key=str) == sorted(map(comparable, commanded), key=str)
    assert {row["vendor"] for row in shown} == VENDORS
    assert any("/results" in row["source"] for row in shown if row["vendor"] == "optimizely_classic")


def comparable(row: dict[str, str]) -> dict[str, object]:
    """A row of a file as what it means: without the time it was fetched at, and numbers and times as such."""
    found: dict[str, object] = dict(row)
    for name, value in row.items():
        if COLUMNS[name] in {"number", "count"} and value:
            found[name] = float(value)
        elif COLUMNS[name] == "time" and value:
            found[name] = datetime.fromisoformat(value)
    del found["fetched_at"]
    return found


def test_names_command_no_terminal_and_files_get_no_animation(tmp_path: Path) -> None:
    """With colours asked for, a file gets them, and neither movements of the cursor nor a name's own escapes."""
    evil = experiment(1, name="be\x1b[2Jgin \x9b2J \u202e end")
    with (
        OptimizelyServer(serving(evil, metric="\x1b]0;owned\x07metric", called="\x1b[5A\u202evariation")) as server,
        demo(tmp_path, **{**server.environment, "FORCE_COLOR": "1", "COLUMNS": "100"}) as process,
    ):
        printed, _ = process.communicate(timeout=120)
    assert process.returncode == 0, printed
    assert "metric" in printed
    assert "variation" in printed
    left = re.sub(r"\x1b\[[0-9;]*m|\n", "", printed)
    assert [letter for letter in left if not visible(letter)] == []


@pytest.mark.slow
def test_it_asks_the_vendors_whose_credentials_it_has(tmp_path: Path) -> None:
    """With a token in the environment it asks that vendor for real, and no other; a wrong token is named, not shown."""
    with Sandbox(experiments=5) as sandbox:
        real = {
            "ABCLIENT_OPTIMIZELY_TOKEN": sandbox.token,
            "ABCLIENT_OPTIMIZELY_BASE_URL": f"{sandbox.url}/v2",
            "ABCLIENT_LAUNCHDARKLY_TOKEN": "wrong-token",
            "ABCLIENT_LAUNCHDARKLY_BASE_URL": sandbox.url,
        }
        with demo(tmp_path, "--output", "there", **real) as process:
            printed, _ = process.communicate(timeout=120)
    assert process.returncode == 1, printed
    assert "not fetched: launchdarkly" in printed
    assert "wrong-token" not in printed
    assert "That was a local sandbox" not in printed
    assert {row["vendor"] for row in rows_of(tmp_path / "there")} == {"optimizely"}


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for child processes in /proc")
@pytest.mark.parametrize("moment", one_every_run(["pulling", "starting"]))
def test_ctrl_c_leaves_no_process_behind(tmp_path: Path, moment: str) -> None:
    """Interrupted while its sandbox starts or while it pulls, it ends with exit code 130, one word, and its sandbox."""
    with demo(tmp_path, "--experiments", "1000") as process:
        until = time.monotonic() + 30
        while not (started := children(process.pid)) and time.monotonic() < until:
            time.sleep(0.005)
        if moment == "pulling":
            assert process.stdout
            assert process.stdout.readline().startswith("Pulling")
        process.send_signal(signal.SIGINT)
        printed, _ = process.communicate(timeout=120)
    assert started
    assert process.returncode == 130, printed
    assert printed.endswith("Stopped.\n")
    assert "Traceback" not in printed
    # Caught between fork and exec, the child is nobody's yet; it ends by itself, as nothing holds its input any more.
    until = time.monotonic() + 20
    while (left := [child for child in started if Path(f"/proc/{child}").exists()]) and time.monotonic() < until:
        time.sleep(0.05)
    assert not left
    assert not (tmp_path / "out").exists()
