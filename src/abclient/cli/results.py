"""``abclient results``: rows of one or many experiments, printed."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import aclosing

from .._console.progress import Bar
from ..export import key_text
from ..results import COLUMNS
from ._output import Style, check_reader, printer, record_of, results_table
from ._run import exit_code_for
from ._target import Target


async def show_results(target: Target, ids: Sequence[str], style: Style) -> int:
    """Print the rows of these experiments, or of all; the exit code."""
    failures: dict[str, Exception] = {}
    done = 0
    async with target.open() as source:
        with (
            printer(style, COLUMNS, results_table) as out,
            Bar(target.vendor.title, streaming=style != "table") as bar,
        ):
            async with aclosing(source.results(ids, progress=bar)) as results:
                async for result in results:
                    if result.error is not None:
                        failures[key_text(result.key)] = result.error
                        continue
                    done += 1
                    check_reader()
                    for row in result.rows:
                        out.add(record_of(row))
        return exit_code_for(source.failures | failures, done=done)
