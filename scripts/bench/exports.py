"""What exports of 1,000 to 500,000 keys take, and the night after, in which one key has changed.

``python scripts/bench/exports.py [KEYS …]`` prints the table of ``docs/scale.md``, with the keys 1,000, 10,000, 50,000,
100,000 and 500,000 in about five minutes. Each row is three processes of their own: one that only makes experiments and
rows, whose processor time is subtracted, one that exports them as Parquet, and one for the night after.
"""

from __future__ import annotations

import asyncio
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from abclient.export import Item, Plan, export_rows
from abclient.results import ExperimentInfo, ResultRow

SIZES = (1_000, 10_000, 50_000, 100_000, 500_000)
VARIATIONS = 4
NOW = datetime(2026, 1, 31, 6, tzinfo=UTC)


def info_of(key: int, status: str = "ended") -> ExperimentInfo:
    """An experiment as a list has it."""
    name = f"Experiment {key}: a button of another color"
    given: dict[str, Any] = {"started_at": NOW, "ended_at": NOW, "modified": NOW, "status": status}
    return ExperimentInfo(vendor="optimizely", project="1234", experiment_id=str(key), experiment_name=name, **given)


def rows_of(info: ExperimentInfo, units: int) -> list[ResultRow]:
    """The rows of an experiment: a baseline and variations of one metric."""
    return [
        ResultRow(
            vendor=info.vendor,
            project=info.project,
            experiment_id=info.experiment_id,
            experiment_name=info.experiment_name,
            status=info.status,
            period_start=NOW,
            period_end=NOW,
            metric_id="1",
            metric_name="Metric",
            metric_kind="conversion",
            variation_id=f"{info.experiment_id}{variation}",
            variation_name=f"Variation #{variation}",
            is_baseline=not variation,
            units=units,
            conversions=units // 7,
            mean=(units // 7) / units,
            difference=0.01 * variation if variation else None,
            probability=0.5 if variation else None,
            fetched_at=NOW,
            source="https://api.example.com/v2/experiments/results#/metrics/0/results",
            is_primary=True,
        )
        for variation in range(VARIATIONS)
    ]


def export(directory: Path, count: int, changed: int | None) -> dict[str, float]:
    """Export all of so many keys, or those that are due where one has changed; what that took."""

    async def source(plan: Plan) -> AsyncIterator[Item]:
        for key in range(count):
            info = info_of(key, "archived" if key == changed else "ended")
            plan.keep_only(info, [info.experiment_id])
            if plan.wants(info.experiment_id, info):
                plan.allocate(info.experiment_id, {f"{info.experiment_id}{place}": 0.25 for place in range(VARIATIONS)})
                yield info.experiment_id, rows_of(info, 1000 + (changed or 0))

    before, began = process_time(), perf_counter()
    summary = asyncio.run(export_rows(directory, source, file_format="parquet"))
    taken = {"cpu": process_time() - before, "time": perf_counter() - began, "rows": summary.rows}
    return taken | {"memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000}


def make(count: int) -> dict[str, float]:
    """Make so many experiments, and their rows."""
    before = process_time()
    for key in range(count):
        info_of(key)
    listed = process_time() - before
    for key in range(count):
        rows_of(info_of(key), 1000)
    return {"listed": listed, "cpu": process_time() - before - listed}


def measured(*arguments: object) -> dict[str, float]:
    """What a process of its own measures."""
    command = [sys.executable, __file__, "--one", *map(str, arguments)]
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return found


def row(count: int) -> str:
    """The row of the table for so many keys."""
    with tempfile.TemporaryDirectory() as directory:
        made = measured("make", count)
        first = measured("export", count, Path(directory) / "e")
        night = measured("export", count, Path(directory) / "e", count // 2)
    each = (first["cpu"] - made["cpu"]) / count
    return (
        f"| {count:,} | {first['time']:.1f} s | {each * 1e6:.0f} µs | {first['memory']:.0f} MB "
        f"| {night['time']:.1f} s | {night['cpu'] - made['listed']:.1f} s | {night['memory']:.0f} MB |"
    )


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--one", "make", keys]:
            print(json.dumps(make(int(keys))))
        case ["--one", "export", keys, place, *key]:
            print(json.dumps(export(Path(place), int(keys), int(key[0]) if key else None)))
        case sizes:
            for size in map(int, sizes or SIZES):
                print(row(size), flush=True)
