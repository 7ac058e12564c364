"""``abclient experiments``: list and show experiments."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import aclosing
from typing import Any

from .._console.progress import Bar
from ..errors import ABClientError
from ..source import ListedExperiment
from ._output import (
    EXPERIMENT_COLUMNS,
    Style,
    check_reader,
    print_json,
    print_line,
    printer,
    record_of,
    streams,
)
from ._run import exit_code_for
from ._tables import EXPERIMENTS
from ._target import Target


async def list_experiments(target: Target, style: Style, status: str | None) -> int:
    """Print every experiment, or those with a status; returns the exit code."""
    done = 0
    async with target.open() as source:
        with (
            printer(style, EXPERIMENT_COLUMNS, EXPERIMENTS) as out,
            Bar(f"Listing {target.vendor.title}", streaming=streams(style)) as bar,
        ):
            async with aclosing(source.experiments()) as experiments:
                async for found in experiments:
                    bar.expect()
                    bar.advance()
                    done += 1
                    if status is None or found.info.status == status:
                        check_reader()
                        out.add(record_of(found.info))
        return exit_code_for(source.failures, done=done)


async def show_experiments(target: Target, ids: list[str], *, as_json: bool) -> int:
    """Print what is known about experiments; returns the exit code."""
    async with target.open() as source:
        experiments = [found async for found in source.experiments(ids)]
        if as_json:
            print_json([_document(found.experiment) for found in experiments])
        else:
            for found in experiments:
                try:
                    shares = await source.allocation(found)
                except (ABClientError, ValueError) as error:
                    source.failures[f"traffic of {found.info.experiment_id}"] = error
                    shares = {}
                _describe(found, shares)
        return exit_code_for(source.failures, done=len(experiments))


def _document(experiment: Any) -> Any:
    """The vendor's own response; the client of another distribution may return it as it is."""
    return experiment.to_dict() if hasattr(experiment, "to_dict") else experiment


def _describe(found: ListedExperiment, shares: Mapping[str, float]) -> None:
    for name, value in record_of(found.info).items():
        if value is not None:
            print_line(f"{name.replace('_', ' ')}: {value}")
    total = sum(shares.values())
    for variation, share in shares.items():
        print_line(f"traffic of variation {variation}: {f'{share / total:.1%}' if total else 'none'}")
