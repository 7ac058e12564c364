"""``abclient results``: rows of one or many experiments, printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import aclosing

from ..export import key_text
from ..results import COLUMNS
from ._output import Bar, Style, check_reader, printer, record_of, results_table
from ._run import ended
from ._sources import opened
from ._vendors import Asked


async def show_results(asked: Asked, credentials: Mapping[str, str], ids: Sequence[str], style: Style) -> int:
    """Print the rows of these experiments, or of all; the exit code."""
    failures: dict[str, Exception] = {}
    done = 0
    async with opened(asked, credentials) as source:
        with (
            printer(style, COLUMNS, results_table) as out,
            Bar(asked.vendor.title, streaming=style != "table") as bar,
        ):
            async with aclosing(source.items(ids, meter=bar)) as items:
                async for got in items:
                    if isinstance(got.rows, Exception):
                        failures[key_text(got.key)] = got.rows
                        continue
                    done += 1
                    check_reader()
                    for row in got.rows:
                        out.add(record_of(row))
        return ended(source.failures | failures, done=done)
