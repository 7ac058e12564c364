"""A year of nightly exports of a thousand experiments that change every night, as ``export_rows`` keeps their history.

Run as a program with the directory, it reads all 1,460,000 rows, and prints the seconds of processor time, the
megabytes of memory and the number of rows.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from abclient.export import read_history
from abclient.export._directory import checksum
from abclient.export._history_codecs import arrow, history_schema, parquet_content
from abclient.export._log import FULL
from abclient.export._manifest import History, HistoryPart, Manifest, Run
from abclient.export._manifest_file import manifest_content, manifest_name
from abclient.results import COLUMNS, ResultRow, to_arrow

NIGHTS, EXPERIMENTS = 365, 1000
ROWS = NIGHTS * EXPERIMENTS * 4
START = datetime(2025, 1, 1, 3, tzinfo=UTC)
_MARK = "0badcafe"
_FIXED = {"threshold": 0.9, "interval_level": 0.9}
_FIGURES = (
    *("value", "mean", "difference", "difference_low", "difference_high"),
    *("probability", "mean_low", "mean_high", "variance"),
)


def write_year(directory: Path) -> None:
    """Write the history to a directory, without exporting night by night, which takes minutes."""
    starts = tuple(START + timedelta(days=night) for night in range(NIGHTS))
    parts = tuple(_parts(directory, starts))
    run = Run(number=NIGHTS, started=starts[-1], finished=starts[-1])
    history = History(starts=starts, next_part=len(parts) + 1, parts=parts)
    manifest = Manifest(file_format="parquet", mark=_MARK, options={}, run=run, history=history)
    (directory / manifest_name("parquet")).write_bytes(manifest_content(manifest))


def _parts(directory: Path, starts: tuple[datetime, ...]) -> Iterator[HistoryPart]:
    pa, base = arrow(), to_arrow(list(_rows()))
    full = FULL["parquet"] // base.num_rows
    for first in range(0, NIGHTS, full):
        nights = range(first, min(first + full, NIGHTS))
        table = pa.concat_tables([_night(base, night, starts[night]) for night in nights])
        content = parquet_content(table)
        name = f"_history-{first // full + 1:06}-{_MARK}.parquet"
        (directory / name).write_bytes(content)
        yield HistoryPart(
            file=name,
            rows=table.num_rows,
            bytes=len(content),
            sha256=checksum(content),
            first_run=nights[0] + 1,
            last_run=nights[-1] + 1,
        )


def _rows() -> Iterator[ResultRow]:
    """What the first night sees; the figures are replaced for every night."""
    figures: dict[str, Any] = _FIXED | dict.fromkeys(_FIGURES, 0.5)
    for experiment in range(EXPERIMENTS):
        for place in range(4):
            metric, variation = divmod(place, 2)
            yield ResultRow(
                vendor="optimizely",
                project=str(10800000000 + experiment % 7),
                experiment_id=str(10800450000 + experiment),
                experiment_name=f"Experiment {experiment}: shorter copy on the checkout page",
                status="running",
                period_start=START,
                period_end=START,
                metric_id=str(500 + metric),
                metric_name=("Purchases", "Revenue")[metric],
                metric_kind="conversion",
                variation_id=str(10900450000 + 2 * experiment + variation),
                variation_name=("Original", "Variation #1")[variation],
                is_baseline=not variation,
                units=1,
                conversions=1,
                difference_kind="relative",
                probability_kind="significance",
                source=f"/v2/experiments/{10800450000 + experiment}/results#/metrics/{metric}/results/{variation}",
                is_primary=not metric,
                direction="increase",
                significant=False,
                verdict="inconclusive",
                interval_kind="relative",
                alternative="two-sided",
                units_remaining=1,
                edition="results",
                fetched_at=START,
                **figures,
            )


def _night(base: Any, night: int, start: datetime) -> Any:
    """The rows of a night, whose figures are those of no other."""
    import numpy as np

    pa, count, random = arrow(), base.num_rows, np.random.default_rng(night)
    columns: list[Any] = []
    for name, column in zip(base.column_names, base.columns, strict=True):
        if COLUMNS[name] == "number" and name not in _FIXED and not column.null_count:
            columns.append(pa.array(random.random(count)))
        elif COLUMNS[name] == "count":
            columns.append(pa.array(random.integers(0, 10**6, count)))
        elif name in {"period_end", "fetched_at"}:
            columns.append(pa.array([start] * count, column.type))
        else:
            columns.append(column)
    stamps = [
        pa.array([night + 1] * count),
        pa.array([start] * count, pa.timestamp("us", "UTC")),
        base["experiment_id"],
    ]
    return pa.Table.from_arrays([*stamps, *columns], schema=history_schema())


if __name__ == "__main__":
    import resource
    import time

    found = read_history(Path(sys.argv[1]))
    print(time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000, found.num_rows)
