"""``abclient load``: exports into a warehouse."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from attrs import asdict

from ..errors import ExportError
from ..load import LoadError, LoadSummary, load
from ._output import counted, print_json, print_line
from ._run import OK, PARTIAL, print_error


class Choice(NamedTuple):
    """What to load to, and how."""

    to: str
    dataset: str
    everything: bool
    work: Path | None


async def load_exports(directories: Sequence[Path], choice: Choice, *, as_json: bool) -> int:
    """Load exports, and print a summary; returns the exit code.

    It is not a failure as a whole if the warehouse cannot be reached: what it had before is there.
    """
    ended = threading.Event()
    work = partial(
        load,
        directories,
        choice.to,
        dataset=choice.dataset,
        everything=choice.everything,
        work=choice.work,
        cancelled=ended.is_set,
    )
    try:
        summary = await asyncio.to_thread(work)
    except asyncio.CancelledError:
        ended.set()  # the statement that is being executed ends first
        raise
    except (LoadError, ExportError) as error:
        print_error(str(error))
        return PARTIAL
    if as_json:
        print_json(asdict(summary))
    else:
        print_line(_line(summary))
    for why in summary.failures.values():
        print_error(why)
    return OK if summary.ok else PARTIAL


def _line(summary: LoadSummary) -> str:
    removed = f", {counted(summary.removed, 'row')} removed" if summary.removed else ""
    return (
        f"{summary.destination}, {summary.dataset}: {counted(summary.sent, 'row')} sent{removed}; "
        f"{summary.changed} of {counted(summary.exports, 'export')} had changed"
    )
