"""Fetch the results of every experiment of a LaunchDarkly environment, concurrently: as a table and as CSV.

Without a token in the environment it starts a local sandbox with 300 experiments and asks that:

    python examples/demo.py

With ABCLIENT_LAUNCHDARKLY_TOKEN set it asks the real thing:

    python examples/demo.py --project my-project --environment production
"""

from __future__ import annotations

import argparse
import asyncio
import csv
import os
import sys
import time
from collections.abc import Iterator
from contextlib import nullcontext
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

import abclient
from abclient.testing import Sandbox
from abclient.vendors.launchdarkly import Experiments, ResultKey
from abclient_api.launchdarkly import models


class Row(NamedTuple):
    """The result of one treatment for one metric; None where the vendor says nothing yet."""

    experiment: str
    metric: str
    variation: str
    units: int | None
    mean: float | None
    lower: float | None
    upper: float | None
    probability_to_be_best: float | None


def rows_of(key: ResultKey, results: models.ExperimentBayesianResultsRep) -> Iterator[Row]:
    """One row for each treatment."""
    for treatment in results.treatment_results or ():
        interval = treatment.credible_interval
        yield Row(
            experiment=key.experiment_key,
            metric=key.metric_key,
            variation=treatment.treatment_name or treatment.treatment_id or "",
            units=treatment.units,
            mean=treatment.mean,
            lower=interval.lower if interval else None,
            upper=interval.upper if interval else None,
            probability_to_be_best=treatment.p_best,
        )


async def fetch(experiments: Experiments, console: Console) -> tuple[list[Row], list[str]]:
    """The rows of all experiments, and what could not be fetched, with a progress bar meanwhile."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    rows: list[Row] = []
    failures: list[str] = []
    with Progress(*columns, console=console) as progress:
        listing = progress.add_task("Listing experiments")
        found: list[ResultKey] = []
        async for page in experiments.list(expand="secondaryMetrics", page_size=100).pages():
            found += [ResultKey(experiment.key, metric) for experiment in page for metric in experiment.metric_keys]
            progress.update(listing, total=page.total, advance=len(page))
        fetching = progress.add_task("Fetching results", total=len(found))
        async with experiments.fetch_results(found) as outcomes:
            async for outcome in outcomes:
                progress.advance(fetching)
                if outcome.ok:
                    rows += rows_of(outcome.key, outcome.value)
                else:
                    failures.append(f"{'/'.join(outcome.key)}: {outcome.error}")
    return sorted(rows), failures


def most_decided(rows: list[Row], how_many: int) -> list[Row]:
    """All variations of the experiments and metrics whose best variation is most certain, most units first."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((row.experiment, row.metric), []).append(row)

    def certainty(group: list[Row]) -> tuple[float, int]:
        best = max(row.probability_to_be_best or 0.0 for row in group)
        return round(best, 2), sum(row.units or 0 for row in group)

    ranked = sorted(groups.values(), key=certainty, reverse=True)
    return [row for group in ranked[:how_many] for row in group]


def show(rows: list[Row], console: Console) -> None:
    """Print the rows for people to read, under a line for each experiment and metric; 80 columns are enough."""
    console.print(
        f"\n{'Closest to a decision':26}{_LINE.format('units', 'mean', 'interval', 'to be best')}", style="bold"
    )
    for (experiment, metric), group in groupby(rows, key=lambda row: (row.experiment, row.metric)):
        console.print(f"{experiment}: {metric}", style="cyan", highlight=False, soft_wrap=True)
        for row in group:
            units, mean = _number(row.units, ",d"), _number(row.mean, ".4f")
            interval = f"{_number(row.lower, '.4f')} to {_number(row.upper, '.4f')}"
            figures = _LINE.format(units, mean, interval, _number(row.probability_to_be_best, ".1%"))
            console.print(f"  {row.variation[:24]:24}{figures}", highlight=False, markup=False)


_LINE = "{:>10}{:>10}{:>20}{:>12}"


def _number(value: float | None, form: str) -> str:
    return "-" if value is None else format(value, form)


def write_csv(rows: list[Row], path: Path) -> None:
    """All rows, complete or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    with unfinished.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(Row._fields)
        writer.writerows(rows)
    unfinished.replace(path)


async def run(options: argparse.Namespace, console: Console) -> int:
    """Fetch, show and write; the exit code."""
    real = bool(os.environ.get("ABCLIENT_LAUNCHDARKLY_TOKEN"))
    with nullcontext() if real else Sandbox(experiments=options.experiments, seed=options.seed) as sandbox:
        token, url = (sandbox.token, sandbox.url) if sandbox else (None, None)
        began = time.perf_counter()
        async with abclient.LaunchDarkly(token, base_url=url) as client:
            rows, failures = await fetch(client.experiments(options.project, options.environment), console)
        seconds = time.perf_counter() - began
    show(most_decided(rows, options.show), console)
    write_csv(rows, options.output)
    console.print(f"\n{len(rows):,} rows in {seconds:.1f} s; all of them are in {options.output}")
    for failure in failures:
        console.print(f"not fetched: {failure}", style="red")
    if not real:
        console.print(
            "\nThat was a local sandbox. With a real account:\n"
            "  export ABCLIENT_LAUNCHDARKLY_TOKEN=api-...\n"
            "  .venv/bin/python examples/demo.py --project PROJECT --environment ENVIRONMENT",
            highlight=False,
        )
    return 1 if failures else 0


def main() -> int:
    """Run it from the command line."""
    parser = argparse.ArgumentParser(description="Results of all experiments of an environment, as table and CSV.")
    parser.add_argument("--project", default="sandbox", help="project key (default: %(default)s)")
    parser.add_argument("--environment", default="production", help="environment key (default: %(default)s)")
    parser.add_argument("--output", type=Path, default=Path("out/results.csv"), help="default: %(default)s")
    parser.add_argument("--show", type=int, default=8, help="how many results to print (default: %(default)s)")
    parser.add_argument("--experiments", type=int, default=300, help="size of the sandbox (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of the sandbox (default: %(default)s)")
    console = Console()
    try:
        return asyncio.run(run(parser.parse_args(), console))
    except KeyboardInterrupt:
        console.print("Stopped.")
        return 130
    except abclient.ABClientError as error:
        console.print(str(error), style="red", markup=False)
        return 1


if __name__ == "__main__":
    sys.exit(main())
