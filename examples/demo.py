"""Pull the results of every experiment of all vendors at once, as a table, Parquet, CSV and a report.

Without credentials in the environment it starts a local sandbox with 300 experiments of each vendor and uses that:

    python examples/demo.py

With credentials in the environment it uses their vendors, and no others:

    ABCLIENT_LAUNCHDARKLY_TOKEN (and --project, --environment), ABCLIENT_OPTIMIZELY_TOKEN,
    ABCLIENT_OPTIMIZELY_FLAGS_TOKEN, ABCLIENT_OPTIMIZELY_CLASSIC_TOKEN, ABCLIENT_CONVERT_APPLICATION_ID and
    ABCLIENT_CONVERT_SECRET, ABCLIENT_CONVERT_V1_APPLICATION_ID and ABCLIENT_CONVERT_V1_SECRET
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pyarrow.csv
import pyarrow.parquet
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.text import Text

import abclient
from abclient import health
from abclient._console.terminal import one_line
from abclient.report import write_report
from abclient.results import ExperimentKey, ResultRow, to_arrow
from abclient.testing import Sandbox
from abclient.vendor import BUILT_IN, Vendor, get, title_of


class Pull:
    """What was pulled from one vendor, and its progress bar."""

    def __init__(self, progress: Progress, vendor: Vendor, options: Mapping[str, Any]) -> None:
        self.vendor = vendor
        self.rows: list[ResultRow] = []
        self.allocations: dict[ExperimentKey, Mapping[str, float]] = {}
        self.failures: dict[str, object] = {}
        self._options = options
        self._progress = progress
        self._bar: TaskID = progress.add_task(vendor.name, total=None)
        self._expected = 0

    def expect(self) -> None:
        """Add an expected response."""
        self._expected += 1
        self._progress.update(self._bar, total=self._expected)

    def advance(self) -> None:
        """Count an arrived response."""
        self._progress.advance(self._bar)

    async def everything(self) -> None:
        """Pull all results of all experiments; a failure affects only itself."""
        try:
            async with abclient.open_source(self.vendor, **self._options) as source:
                async for one in source.by_experiment(progress=self):
                    self.rows += one.rows
                    self.allocations[one.listed.info.key] = one.allocation
                    self.failures |= one.failures
                self.failures |= source.failures
        except abclient.ABClientError as error:  # one vendor's trouble is not the others'
            self.failures[""] = error


async def pull_all(console: Console, options: argparse.Namespace, sandbox: Sandbox | None) -> list[Pull]:
    """Pull from all vendors at once: from the sandbox, or from those with credentials in the environment."""
    where = f"a local sandbox, {options.experiments} experiments of each vendor" if sandbox else "the vendors"
    console.print(f"Pulling from {where}:", highlight=False)
    columns = (TextColumn("{task.description:18}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    # Colors may be requested for any output; hiding and moving the cursor is only for terminals.
    drawn_on = console if sys.stdout.isatty() else Console(force_terminal=False)
    with Progress(*columns, console=drawn_on) as progress:
        pulls = [Pull(progress, vendor, source_options(vendor, options, sandbox)) for vendor in wanted(sandbox)]
        async with asyncio.TaskGroup() as group:
            for pull in pulls:
                group.create_task(pull.everything())
    return pulls


def wanted(sandbox: Sandbox | None) -> list[Vendor]:
    """The vendors to use: all of them in the sandbox, otherwise those with credentials in the environment."""
    return [vendor for vendor in map(get, BUILT_IN) if sandbox or has_credentials(vendor)]


def has_credentials(vendor: Vendor) -> bool:
    """Whether the environment has the credentials that a vendor's client needs."""
    return all(os.environ.get(vendor.variable(name)) for name in vendor.credentials)


def source_options(vendor: Vendor, options: argparse.Namespace, sandbox: Sandbox | None) -> dict[str, Any]:
    """How to open a vendor's source."""
    chosen: dict[str, Any] = {}
    for need, default in (("project", "sandbox"), ("environment", "production")):
        if need in vendor.needs:
            chosen[need] = getattr(options, need) or os.environ.get(vendor.variable(need)) or default
    if sandbox is not None:
        # The sandbox has no limits, so there is no need to find them out.
        chosen |= {**sandbox.client_options(vendor.name), "concurrency": 32}
    return chosen


def closest_to_a_decision(rows: list[ResultRow], how_many: int) -> list[ResultRow]:
    """Rows with intervals farthest from zero for their width, equally many per vendor; then rows without one."""

    def certainty(row: ResultRow) -> tuple[float, float]:
        low, high = row.difference_low, row.difference_high
        clear = abs(low + high) / (high - low) if low is not None and high is not None and high > low else 0.0
        return clear, row.probability or 0.0

    compared = [row for row in rows if row.difference is not None and row.units]
    best: list[ResultRow] = []
    for vendor in BUILT_IN:
        own = [row for row in compared if row.vendor == vendor]
        best += sorted(own, key=certainty, reverse=True)[:how_many]
    return best


def show(rows: list[ResultRow], console: Console) -> None:
    """Print rows in human-readable form, each below a line that describes it; 80 columns are enough."""
    console.print(f"\n{'Closest to a decision':22}{_LINE.format('units', 'mean', 'difference', '')}", style="bold")
    for row in rows:
        console.print(
            Text.assemble(
                (title_of(row.vendor), "magenta"), "  ",
                (one_line(row.experiment_name or row.experiment_id), "cyan"),
                ": ", one_line(row.metric_name or row.metric_id or ""),
            ),
            soft_wrap=True, highlight=False,
        )  # fmt: skip
        form = "+.1%" if row.difference_kind == "relative" else "+.3g"
        ends = [_number(end, form) for end in (row.difference_low, row.difference_high)]
        difference = _number(row.difference, form) if row.difference_low is None else " to ".join(ends)
        probability = f"{_number(row.probability, '.1%')} {PROBABILITIES.get(row.probability_kind or '', '')}"
        figures = _LINE.format(_number(row.units, ",d"), _number(row.mean, ".4g"), difference, probability)
        variation = one_line(row.variation_name or row.variation_id or "")
        console.print(f"  {variation[:20]:20}{figures}", markup=False, highlight=False)


_LINE = "{:>9}{:>9}{:>20}{:>20}"
PROBABILITIES = {"significance": "significant", "beats_baseline": "to win", "is_best": "to be best"}


def _number(value: float | None, form: str) -> str:
    return "-" if value is None else format(value, form)


def write(pulls: list[Pull], rows: list[ResultRow], directory: Path) -> list[Path]:
    """Write all rows as Parquet, CSV and a report, each complete or not at all; returns the paths."""
    directory.mkdir(parents=True, exist_ok=True)
    table = to_arrow(rows)
    writers: dict[str, Callable[..., object]] = {
        "results.parquet": pyarrow.parquet.write_table,
        "results.csv": pyarrow.csv.write_csv,
    }
    for name, write_table in writers.items():
        with tempfile.TemporaryDirectory(dir=directory, prefix=".") as unfinished:  # an unpredictable name
            write_table(table, Path(unfinished) / name)
            (Path(unfinished) / name).replace(directory / name)
    allocations = {key: shares for pull in pulls for key, shares in pull.allocations.items()}
    found = health.check(rows, allocations=allocations)
    return [*(directory / name for name in writers), write_report(rows, directory / "report.html", health=found)]


def run(options: argparse.Namespace, console: Console) -> int:
    """Pull, show and write; returns the exit code."""
    real = any(map(has_credentials, map(get, BUILT_IN)))
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
    failures = [
        f"{f'{pull.vendor.name} {key}'.rstrip()}: {why}" for pull in pulls for key, why in pull.failures.items()
    ]
    for failure in failures:
        console.print(f"not fetched: {one_line(failure)}", style="red", markup=False)
    if not real:
        console.print(NEXT, highlight=False)
    return 1 if failures else 0


NEXT = """
Open the report in a browser. That was a local sandbox. With your own account at any of the vendors:
  export ABCLIENT_LAUNCHDARKLY_TOKEN=api-...
  .venv/bin/python examples/demo.py --project PROJECT --environment ENVIRONMENT"""


def _place(row: ResultRow) -> tuple[str, ...]:
    place = (row.vendor, row.project, row.experiment_id, row.metric_id, row.metric_kind, row.variation_id, row.source)
    return tuple(part or "" for part in place)


def main() -> int:
    """Run it from the command line."""
    parser = argparse.ArgumentParser(description="Results of all experiments of all vendors: table, files, report.")
    parser.add_argument("--project", help="LaunchDarkly's project key (default: sandbox)")
    parser.add_argument("--environment", help="its environment key (default: production)")
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
        console.print(one_line(str(error)), style="red", markup=False)
        return 1


if __name__ == "__main__":
    sys.exit(main())
