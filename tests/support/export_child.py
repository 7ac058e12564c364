"""An export in a process of its own, which may be killed: by its parent, or by itself before a step on the disk.

Arguments: directory, round (which the rows hold), file format (with ``+history`` to keep one, with ``+journal`` to have
a journal although the export is small), number of the step to die at (0 for none), bytes that a file may have at most
(0 for any).
"""

from __future__ import annotations

import asyncio
import os
import resource
import signal
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from abclient.export import ExportError, Item, Plan, _record, export_rows
from abclient.results import ExperimentInfo, ResultRow

KEYS = 64
NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)


def rows_of(key: int, turn: int) -> list[ResultRow]:
    """The rows of a key, of which there are none to three, in a round."""
    return [
        ResultRow(vendor="convert", experiment_id=str(key), variation_id=str(place), units=turn, fetched_at=NOW)
        for place in range(key % 4)
    ]


def die_at(step: int, directory: Path) -> None:
    """Die, as if the power went, before the n-th opening, renaming or removing of a file of the directory."""
    steps = 0

    def count(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal steps
        if event in {"open", "os.rename", "os.remove"} and str(arguments[0]).startswith(str(directory)):
            steps += 1
            if steps == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


async def main(directory: Path, turn: int, file_format: str) -> int:
    """Export every key that is wanted, saying so."""

    async def source(plan: Plan) -> AsyncIterator[Item]:
        for key in range(KEYS):
            # It always runs, so a run that is not a continued one wants everything.
            info = ExperimentInfo(vendor="convert", experiment_id=str(key), status="running", started_at=NOW)
            if plan.wants(key, info):
                print(key, flush=True)
                yield key, rows_of(key, turn)

    try:
        name, *more = file_format.split("+")
        if "journal" in more:
            _record.FULL = 1500
        chosen: Any = name
        summary = await export_rows(directory, source, file_format=chosen, history="history" in more, part_rows=8)
    except ExportError as error:
        print(error, file=sys.stderr)
        return 3
    print(f"{summary.rows} rows of {summary.keys} keys")
    return 0


if __name__ == "__main__":
    place, turn, file_format, step, largest = sys.argv[1:]
    if int(largest):
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(largest), int(largest)))
    if int(step):
        die_at(int(step), Path(place))
    sys.exit(asyncio.run(main(Path(place), int(turn), file_format)))
