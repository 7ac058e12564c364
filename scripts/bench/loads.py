"""What loading a million rows into DuckDB and PostgreSQL takes, and a second load after one key has changed.

``python scripts/bench/loads.py``, about five minutes, prints the table of ``docs/scale.md``: the command, in a process
of its own. PostgreSQL is Debian's, started here with its own settings but for ``fsync``, which is off.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterable
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

sys.path.append(str(Path(__file__).parents[2] / "tests"))

from abclient.export import Item, export_rows
from abclient.results import ResultRow
from support.services import PostgresServer

KEYS, METRICS, VARIATIONS = 100_000, 5, 2
PART_ROWS = 100_000
NOW = datetime(2026, 1, 31, 6, tzinfo=UTC)


def rows_of(key: int, units: int) -> list[ResultRow]:
    """The rows of an experiment: of each metric a baseline and a variation."""
    return [
        ResultRow(
            vendor="optimizely",
            project="1234",
            experiment_id=str(key),
            experiment_name=f"Experiment {key}: a button of another color",
            status="running",
            period_start=NOW,
            period_end=NOW,
            metric_id=str(metric),
            metric_name=f"Metric {metric}",
            metric_kind="conversion",
            variation_id=str(variation),
            variation_name=f"Variation #{variation}",
            is_baseline=not variation,
            units=units + key,
            conversions=key // 7,
            mean=(key // 7) / (units + key),
            difference=0.01 * metric if variation else None,
            probability=0.5 if variation else None,
            fetched_at=NOW,
            source="https://api.example.com/v2/experiments/results#/metrics/0/results",
            is_primary=not metric,
        )
        for metric in range(METRICS)
        for variation in range(VARIATIONS)
    ]


async def export(directory: Path, keys: Iterable[int], units: int) -> None:
    """A run that fetches these keys."""

    async def found() -> AsyncIterator[Item]:
        for key in keys:
            yield str(key), rows_of(key, units)

    await export_rows(directory, found(), file_format="parquet", part_rows=PART_ROWS, part_seconds=600.0)


def exported(directory: Path, first: int, last: int, units: int) -> None:
    """Run such an export in a process of its own, whose memory would else count as that of the loads."""
    arguments = [str(directory), str(first), str(last), str(units)]
    subprocess.run([sys.executable, __file__, *arguments], check=True)


def measured(directory: Path, to: str) -> str:
    """Time, processor time and memory of a load."""
    began = perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "abclient", "load", str(directory)],
        stdout=subprocess.DEVNULL,
        env={**os.environ, "ABCLIENT_LOAD_TO": to},
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"the load ended with {process.returncode}")
    seconds = perf_counter() - began
    return f"{seconds:.1f} s | {used.ru_utime + used.ru_stime:.1f} s | {used.ru_maxrss / 1024:.0f} MB |"


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name, PostgresServer() as server:
        directory = Path(name, "export")
        exported(directory, 0, KEYS, 1_000)
        print("| to | what | time | processor time | memory |\n|---|---|---|---|---|")
        places = {"DuckDB": f"duckdb:///{name}/warehouse.duckdb", "PostgreSQL": server.url}
        for title, to in places.items():
            print(
                f"| {title} | {KEYS * METRICS * VARIATIONS:,} rows of {KEYS:,} keys | {measured(directory, to)}",
                flush=True,
            )
        exported(directory, 7, 8, 2_000)
        for what in ("one key has changed", "nothing has changed"):
            for title, to in places.items():
                print(f"| {title} | {what} | {measured(directory, to)}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        start, stop, count = map(int, sys.argv[2:])
        asyncio.run(export(Path(sys.argv[1]), range(start, stop), count))
    else:
        main()
