"""Pull the results of every experiment of four vendors at once: a table, Parquet, CSV and a report to look at.

Without credentials in the environment it starts a local sandbox with 300 experiments of each vendor and asks that:

    python examples/demo.py

With credentials in the environment it asks the vendors they belong to, and no others:

    ABCLIENT_LAUNCHDARKLY_TOKEN (and --project, --environment), ABCLIENT_OPTIMIZELY_TOKEN,
    ABCLIENT_OPTIMIZELY_CLASSIC_TOKEN, ABCLIENT_CONVERT_APPLICATION_ID and ABCLIENT_CONVERT_SECRET
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple

import pyarrow.csv
import pyarrow.parquet
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.text import Text

import abclient
from abclient import health
from abclient.bulk import Outcomes, fetch_many
from abclient.export import as_rows, key_text
from abclient.report import write_report
from abclient.results import ExperimentKey, ResultRow, convert, launchdarkly, optimizely, optimizely_classic, to_arrow
from abclient.testing import Sandbox


class Pull:
    """What was pulled from one vendor, and its progress bar."""

    def __init__(self, progress: Progress, vendor: str, concurrency: int | Literal["auto"]) -> None:
        self.rows: list[ResultRow] = []
        self.allocations: dict[ExperimentKey, Mapping[str, float]] = {}
        self.failures: list[str] = []
        self.vendor = vendor
        self.concurrency: int | Literal["auto"] = concurrency
        self._progress = progress
        self._bar: TaskID = progress.add_task(vendor, total=None)
        self._expected = 0

    def expect(self, how_many: int) -> None:
        """So many more answers will come."""
        self._expected += how_many
        self._progress.update(self._bar, total=self._expected)

    async def take(self, outcomes: Outcomes[Any, Any], to_rows: Callable[[Any], Iterable[ResultRow]]) -> None:
        """Take all answers, as they come; what fails, fails alone."""
        async for key, found in as_rows(outcomes, to_rows):
            self._progress.advance(self._bar)
            if isinstance(found, Exception):
                self.failures.append(f"{self.vendor} {key_text(key)}: {found}")
            else:
                self.rows += found


async def pull_launchdarkly(pull: Pull, options: argparse.Namespace, **client: Any) -> None:
    """All metrics of all experiments of an environment."""
    where = {"project": options.project, "environment": options.environment}
    async with abclient.LaunchDarkly(**client) as ld:
        experiments = ld.experiments(options.project, options.environment)
        pager = experiments.list(expand=("treatments", "secondaryMetrics"), page_size=100)
        found = {experiment.key: experiment async for experiment in pager}
        for one in found.values():
            pull.allocations[launchdarkly.subject(one, **where).key] = launchdarkly.allocation(one)
        pull.expect(sum(len(one.metric_keys) for one in found.values()))

        def to_rows(outcome: Any) -> list[ResultRow]:
            experiment = found[outcome.key.experiment_key]
            return launchdarkly.from_results(
                outcome.value, experiment, outcome.key.metric_key, **where, fetched_at=now()
            )

        await pull.take(experiments.fetch_results(found.values(), concurrency=pull.concurrency), to_rows)


async def pull_optimizely(pull: Pull, options: argparse.Namespace, **client: Any) -> None:
    """All experiments of all projects."""
    async with abclient.Optimizely(**client) as v2:
        async for project in v2.projects.list(per_page=100):
            await pull_optimizely_project(pull, v2, project.id)


async def pull_optimizely_project(pull: Pull, v2: abclient.Optimizely, project_id: int) -> None:
    """All experiments of a project."""
    listing = v2.experiments.list(project_id, per_page=100, prefetch=True)
    found = {experiment.id: experiment async for experiment in listing}
    pull.allocations |= {optimizely.subject(one).key: optimizely.allocation(one) for one in found.values()}
    pull.expect(len(found))

    def to_rows(outcome: Any) -> list[ResultRow]:
        return optimizely.from_results(outcome.value, found[outcome.key], fetched_at=now())

    await pull.take(v2.experiments.fetch_results(found, concurrency=pull.concurrency), to_rows)


async def pull_optimizely_classic(pull: Pull, options: argparse.Namespace, **client: Any) -> None:
    """All experiments of all projects."""
    async with abclient.OptimizelyClassic(**client) as classic:
        async for project in classic.projects.list():
            await pull_classic_project(pull, classic, project.id)


async def pull_classic_project(pull: Pull, classic: abclient.OptimizelyClassic, project_id: int) -> None:
    """All experiments of a project; the variations, with the intended split, are asked for one experiment at a time."""
    found = {experiment.id: experiment async for experiment in classic.experiments.list(project_id)}
    pull.expect(len(found))

    def to_rows(outcome: Any) -> list[ResultRow]:
        return optimizely_classic.from_stats(outcome.value, found[outcome.key], fetched_at=now())

    async def allocate(experiment_id: int) -> None:
        one = found[experiment_id]
        shares = optimizely_classic.allocation([variation async for variation in one.variations()])
        pull.allocations[optimizely_classic.subject(one).key] = shares

    async with asyncio.TaskGroup() as group:
        group.create_task(pull.take(classic.experiments.fetch_stats(found, concurrency=pull.concurrency), to_rows))
        splits = await fetch_many(allocate, found)
    pull.failures += [f"{pull.vendor} {split.key}: {split.error}" for split in splits if not split.ok]


async def pull_convert(pull: Pull, options: argparse.Namespace, **client: Any) -> None:
    """All experiences of all projects."""
    async with abclient.Convert(**client) as api:
        async for project in api.projects.list():
            await pull_convert_project(pull, api, project.id)


async def pull_convert_project(pull: Pull, api: abclient.Convert, project_id: str) -> None:
    """All experiences of a project."""
    project = api.project(project_id)
    goals = [goal async for goal in project.goals.list()]
    found = {experience.id: experience async for experience in project.experiences.list()}
    for one in found.values():
        pull.allocations[convert.subject(one, project=project_id).key] = convert.allocation(one)
    pull.expect(len(found))

    def to_rows(outcome: Any) -> list[ResultRow]:
        experience = found[outcome.key.experience_id]
        return convert.from_report(outcome.value, experience, project=project_id, goals=goals, fetched_at=now())

    await pull.take(project.experiences.fetch_reports(found, concurrency=pull.concurrency), to_rows)


class Vendor(NamedTuple):
    """How a vendor is pulled, for real and from the sandbox."""

    pull: Callable[..., Awaitable[None]]
    path: str
    credentials: Mapping[str, str]


VENDORS = {
    "launchdarkly": Vendor(pull_launchdarkly, "", {"token": "sandbox-token"}),
    "optimizely": Vendor(pull_optimizely, "/v2", {"token": "sandbox-token"}),
    "optimizely_classic": Vendor(pull_optimizely_classic, "/experiment/v1", {"token": "sandbox-token"}),
    "convert": Vendor(pull_convert, "/api/v1", {"application_id": "sandbox-app", "secret": "sandbox-secret"}),
}


async def pull_all(console: Console, options: argparse.Namespace, sandbox: Sandbox | None) -> list[Pull]:
    """Pull from all vendors at once: from the sandbox, or from those whose credentials the environment has."""
    where = f"a local sandbox, {options.experiments} experiments of each vendor" if sandbox else "the vendors"
    console.print(f"Pulling from {where}:", highlight=False)
    columns = (TextColumn("{task.description:18}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    wanted = VENDORS if sandbox else {name: vendor for name, vendor in VENDORS.items() if has_credentials(name)}
    with Progress(*columns, console=console) as progress:
        # The sandbox has no limits, so that nobody has to wait until those of the vendors are found.
        pulls = [Pull(progress, name, 32 if sandbox else "auto") for name in wanted]

        async def pull_one(pull: Pull) -> None:
            vendor = VENDORS[pull.vendor]
            there: dict[str, Any] = {}
            if sandbox:
                there = {"base_url": sandbox.url + vendor.path, **vendor.credentials}
            try:
                await vendor.pull(pull, options, **there)
            except abclient.ABClientError as error:  # one vendor's trouble is not the others'
                pull.failures.append(f"{pull.vendor}: {error}")

        async with asyncio.TaskGroup() as group:
            for pull in pulls:
                group.create_task(pull_one(pull))
    return pulls


def has_credentials(vendor: str) -> bool:
    """Whether the environment has all that a vendor's client needs."""
    return all(os.environ.get(f"ABCLIENT_{vendor}_{name}".upper()) for name in VENDORS[vendor].credentials)


def closest_to_a_decision(rows: list[ResultRow], how_many: int) -> list[ResultRow]:
    """Rows whose interval is farthest from zero for its width, of each vendor as many; then those without interval."""

    def certainty(row: ResultRow) -> tuple[float, float]:
        low, high = row.difference_low, row.difference_high
        clear = abs(low + high) / (high - low) if low is not None and high is not None and high > low else 0.0
        return clear, row.probability or 0.0

    compared = [row for row in rows if row.difference is not None and row.units]
    best: list[ResultRow] = []
    for vendor in VENDORS:
        own = [row for row in compared if row.vendor == vendor]
        best += sorted(own, key=certainty, reverse=True)[:how_many]
    return best


def show(rows: list[ResultRow], console: Console) -> None:
    """Print rows for people to read, each under a line that says what it is about; 80 columns are enough."""
    console.print(f"\n{'Closest to a decision':22}{_LINE.format('units', 'mean', 'difference', '')}", style="bold")
    for row in rows:
        console.print(
            Text.assemble(
                (TITLES[row.vendor], "magenta"), "  ", (row.experiment_name or row.experiment_id, "cyan"),
                ": ", row.metric_name or row.metric_id or "",
            ),
            soft_wrap=True, highlight=False,
        )  # fmt: skip
        form = "+.1%" if row.difference_kind == "relative" else "+.3g"
        ends = [_number(end, form) for end in (row.difference_low, row.difference_high)]
        difference = _number(row.difference, form) if row.difference_low is None else " to ".join(ends)
        probability = f"{_number(row.probability, '.1%')} {PROBABILITIES.get(row.probability_kind or '', '')}"
        figures = _LINE.format(_number(row.units, ",d"), _number(row.mean, ".4g"), difference, probability)
        console.print(
            f"  {(row.variation_name or row.variation_id or '')[:20]:20}{figures}", markup=False, highlight=False
        )


_LINE = "{:>9}{:>9}{:>20}{:>20}"
PROBABILITIES = {"significance": "significant", "beats_baseline": "to win", "is_best": "to be best"}
TITLES = {
    "launchdarkly": "LaunchDarkly",
    "optimizely": "Optimizely",
    "optimizely_classic": "Optimizely Classic",
    "convert": "Convert",
}


def _number(value: float | None, form: str) -> str:
    return "-" if value is None else format(value, form)


def write(pulls: list[Pull], rows: list[ResultRow], directory: Path) -> list[Path]:
    """Write all rows as Parquet, CSV and a report, each complete or not at all; the paths."""
    directory.mkdir(parents=True, exist_ok=True)
    table = to_arrow(rows)
    writers: dict[str, Callable[[pyarrow.Table, Path], object]] = {
        "results.parquet": pyarrow.parquet.write_table,
        "results.csv": pyarrow.csv.write_csv,
    }
    for name, write_table in writers.items():
        unfinished = directory / f"{name}.part"
        try:
            write_table(table, unfinished)
            unfinished.replace(directory / name)
        finally:
            unfinished.unlink(missing_ok=True)
    allocations = {key: shares for pull in pulls for key, shares in pull.allocations.items()}
    found = health.check(rows, allocations=allocations)
    return [*(directory / name for name in writers), write_report(rows, directory / "report.html", health=found)]


def run(options: argparse.Namespace, console: Console) -> int:
    """Pull, show and write; the exit code."""
    real = any(map(has_credentials, VENDORS))
    with nullcontext() if real else Sandbox(experiments=options.experiments, seed=options.seed) as sandbox:
        began = time.perf_counter()
        pulls = asyncio.run(pull_all(console, options, sandbox))
        seconds = time.perf_counter() - began
    rows = sorted((row for pull in pulls for row in pull.rows), key=_place)
    show(closest_to_a_decision(rows, options.show), console)
    written = write(pulls, rows, options.output)
    console.print(f"\n{len(rows):,} rows of {len(pulls)} vendors in {seconds:.1f} s, all of them in")
    for path in written:
        console.print(f"  {path}", highlight=False, soft_wrap=True)
    failures = [failure for pull in pulls for failure in pull.failures]
    for failure in failures:
        console.print(f"not fetched: {failure}", style="red", markup=False)
    if not real:
        console.print(NEXT, highlight=False)
    return 1 if failures else 0


NEXT = """
Open the report in a browser. That was a local sandbox; with an account of any of the four:
  export ABCLIENT_LAUNCHDARKLY_TOKEN=api-...
  .venv/bin/python examples/demo.py --project PROJECT --environment ENVIRONMENT"""


def _place(row: ResultRow) -> tuple[str, ...]:
    place = (row.vendor, row.project, row.experiment_id, row.metric_id, row.metric_kind, row.variation_id, row.source)
    return tuple(part or "" for part in place)


def now() -> datetime:
    """The time of an answer, in UTC."""
    return datetime.now(UTC)


def main() -> int:
    """Run it from the command line."""
    parser = argparse.ArgumentParser(description="Results of all experiments of four vendors: table, files, report.")
    parser.add_argument("--project", default="sandbox", help="LaunchDarkly's project key (default: %(default)s)")
    parser.add_argument("--environment", default="production", help="its environment key (default: %(default)s)")
    parser.add_argument("--output", type=Path, default=Path("out"), help="directory (default: %(default)s)")
    parser.add_argument("--show", type=int, default=3, help="results to print for each vendor (default: %(default)s)")
    parser.add_argument(
        "--experiments", type=int, default=300, help="in the sandbox, per vendor (default: %(default)s)"
    )
    parser.add_argument("--seed", type=int, default=1, help="of the sandbox (default: %(default)s)")
    options = parser.parse_args()
    console = Console()
    try:
        return run(options, console)
    except KeyboardInterrupt:
        console.print("Stopped.")
        return 130
    except abclient.ABClientError as error:
        console.print(str(error), style="red", markup=False)
        return 1


if __name__ == "__main__":
    sys.exit(main())
