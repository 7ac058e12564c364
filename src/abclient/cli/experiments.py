"""``abclient experiments``: what there is."""

from __future__ import annotations

from collections.abc import Mapping

from ..errors import ABClientError
from ._found import Found
from ._output import (
    SUBJECT,
    Bar,
    Style,
    check_reader,
    experiments_table,
    print_json,
    print_line,
    printer,
    record_of,
)
from ._run import ended
from ._sources import opened
from ._vendors import Asked


async def list_experiments(asked: Asked, credentials: Mapping[str, str], style: Style, status: str | None) -> int:
    """Print every experiment, or those with a status; the exit code."""
    done = 0
    async with opened(asked, credentials) as source:
        with (
            printer(style, SUBJECT, experiments_table) as out,
            Bar(f"Listing {asked.vendor.title}", streaming=style != "table") as bar,
        ):
            async for found in source.experiments():
                bar.expect()
                bar.advance()
                done += 1
                if status is None or found.subject.status == status:
                    check_reader()
                    out.add(record_of(found.subject))
        return ended(source.failures, done=done)


async def show_experiments(asked: Asked, credentials: Mapping[str, str], ids: list[str], *, as_json: bool) -> int:
    """Print what is known of experiments; the exit code."""
    async with opened(asked, credentials) as source:
        experiments = [found async for found in source.experiments(ids)]
        if as_json:
            print_json([found.experiment.to_dict() for found in experiments])
        else:
            for found in experiments:
                try:
                    shares = await source.allocation(found)
                except (ABClientError, ValueError) as error:
                    source.failures[f"traffic of {found.subject.experiment_id}"] = error
                    shares = {}
                _describe(found, shares)
        return ended(source.failures, done=len(experiments))


def _describe(found: Found, shares: Mapping[str, float]) -> None:
    for name, value in record_of(found.subject).items():
        if value is not None:
            print_line(f"{name.replace('_', ' ')}: {value}")
    whole = sum(shares.values())
    for variation, share in shares.items():
        print_line(f"traffic of variation {variation}: {f'{share / whole:.1%}' if whole else 'none'}")
