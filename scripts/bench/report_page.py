"""What a report costs: to build, to store, to open in Chromium, to filter there, and with a year's history.

``python scripts/bench/report_page.py [EXPERIMENTS ...]``, by default 1,000 and 10,000. Figures of Chromium are CPU time
of all its processes, and in parentheses the time by the clock, which depends on how busy the machine is: from the start
of the navigation, or from the click, to the next frame after everything is drawn.
"""

from __future__ import annotations

import asyncio
import math
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from abclient import health
from abclient.export import read_history
from abclient.report import HISTORY_COLUMNS, write_report
from abclient.results import ExperimentKey, ResultRow
from support import year
from support.browser import Browser, chromium

EXPERIMENTS = (1_000, 10_000)
NOW = datetime(2026, 1, 1, tzinfo=UTC)
METRICS = ("Sign-ups", "Order value", "Pages seen")
PAGES = ("Cart", "Checkout", "Homepage", "Search", "Pricing page", "Newsletter", "Blog")
CHANGES = ("sticky button", "fewer fields", "larger images", "dark theme", "one column", "shorter copy")

PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
ACTS = {
    "first search": "type('cart')",
    "next letters": "type('cart sticky')",
    "search emptied": "type('')",
    "winners": "document.querySelector('#tiles .winners').click()",
    "all again": "document.querySelector('#tiles .all').click()",
    "rows sorted by name": "document.querySelectorAll('#rows-table thead button')[0].click()",
    "rows sorted by mean": "document.querySelectorAll('#rows-table thead button')[4].click()",
    "next page of rows": "document.querySelectorAll('#rows-pager button')[1].click()",
    "one experiment": "document.querySelector('#experiments-table tbody a').click()",
}
TIMED = """(async () => {
  const type = (text) => {
    const search = document.getElementById("search");
    search.value = text;
    search.dispatchEvent(new Event("input"));
  };
  const begin = performance.now();
  %s;
  while (document.body.dataset.ready !== "true") await new Promise((done) => setTimeout(done, 5));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - begin;
})()"""


def rows_of(experiments: int) -> Iterator[ResultRow]:
    """Three variations and three metrics for each experiment: nine rows, twice what the sandbox's experiments have."""
    chance = random.Random(1)  # noqa: S311  # figures to draw, no secrets
    for number in range(experiments):
        name = f"{chance.choice(PAGES)}: {chance.choice(CHANGES)} {number}"
        for place, metric in enumerate(METRICS):
            rates = [chance.gauss(0.1, 0.01) for _ in range(3)]
            counts = [chance.randrange(2_000, 50_000) for _ in range(3)]
            for arm in range(3):
                yield _row(number, name, place, metric, arm, rates, counts)


def _row(number: int, name: str, place: int, metric: str, arm: int, rates: list[float], counts: list[int]) -> ResultRow:
    units, rate = counts[arm], rates[arm]
    compared: dict[str, Any] = {}
    if arm:
        difference = rate / rates[0] - 1
        half = 1.645 * math.sqrt(rate * (1 - rate) / units + rates[0] * (1 - rates[0]) / counts[0]) / rates[0]
        certain = abs(difference) > half
        compared = {
            "difference": difference, "difference_low": difference - half, "difference_high": difference + half,
            "difference_kind": "relative", "probability": 0.5 + min(abs(difference) / half, 1) * 0.49,
            "probability_kind": "significance", "interval_level": 0.9, "threshold": 0.9, "significant": certain,
            "verdict": ("better" if difference > 0 else "worse") if certain else "inconclusive",
        }  # fmt: skip
        if certain and difference > 0 and rate == max(rates):
            compared["verdict"] = "winner"
    return ResultRow(
        vendor="optimizely", project="10800000977", experiment_id=str(5_000_000_000_000 + number),
        experiment_name=name, status=("running", "ended", "paused")[number % 3], metric_id=str(7_000_000 + place),
        metric_name=metric, metric_kind="conversion", variation_id=str(9_000_000_000 + number * 3 + arm),
        variation_name=f"Variation #{arm}" if arm else "Original", is_baseline=arm == 0, units=units,
        conversions=round(units * rate), mean=rate, period_start=NOW - timedelta(days=20), period_end=NOW,
        fetched_at=NOW + timedelta(seconds=number), is_primary=place == 0, direction="increase", edition="results",
        source=f"/v2/experiments/{5_000_000_000_000 + number}/results#/metrics/{place}/results/{arm}", **compared,
    )  # fmt: skip


async def measure(browser: Browser, experiments: int, directory: Path) -> None:
    """Print the figures of a report of so and so many experiments."""
    rows = list(rows_of(experiments))
    shares: dict[ExperimentKey, dict[str, float]] = {}
    for row in rows:
        shares.setdefault(row.experiment, {})[row.variation_id or ""] = 1.0
    begin = time.process_time()
    reports = health.check(rows, allocations=shares)
    checked = time.process_time() - begin
    begin = time.process_time()
    path = write_report(rows, directory / f"{experiments}.html", health=reports)
    spent = time.process_time() - begin
    print(f"{experiments:,} experiments, {len(rows):,} rows")
    print(f"  checked in {checked:.2f} s of CPU, built in {spent:.2f}; {path.stat().st_size / 1e6:.1f} MB")
    async with browser.page() as page:
        await page.set_screen(1280, 900)
        spent, begin = await browser.processor_seconds(), time.perf_counter()
        await page.open(path)
        ready, spent = time.perf_counter() - begin, await browser.processor_seconds() - spent
        painted = await page.evaluate(PAINTED)
        print(f"  opened: {spent * 1000:.0f} ms ({ready * 1000:.0f}); first paint ({painted:.0f})")
        for name, act in ACTS.items():
            spent = await browser.processor_seconds()
            clock = await page.evaluate(TIMED % act)
            spent = await browser.processor_seconds() - spent
            print(f"  {name}: {spent * 1000:.0f} ms ({clock:.0f})")
        if page.complaints:
            raise RuntimeError(page.complaints)


def measure_history(directory: Path) -> None:
    """Print what the history of a year's nights adds: of 1,000 experiments, each with four differences a night."""
    year.write_year(directory)
    begin = time.process_time()
    history = read_history(directory, columns=HISTORY_COLUMNS, changes=True)
    spent = time.process_time() - begin
    print(f"{year.NIGHTS} nights of {year.EXPERIMENTS:,} experiments, {history.num_rows:,} rows")
    print(f"  read in {spent:.2f} s of CPU")
    last = year.START + timedelta(days=year.NIGHTS - 1)
    rows = [one.row for one in read_history(directory, as_="rows", since=last)]
    alone = write_report(rows, directory / "alone.html").stat().st_size
    begin = time.process_time()
    size = write_report(rows, directory / "year.html", history=history).stat().st_size
    print(f"  added in {time.process_time() - begin:.2f} s of CPU; {(size - alone) / 1e6:.1f} MB")


async def main(sizes: list[int]) -> None:
    """Measure reports of these sizes, and one with a history."""
    with tempfile.TemporaryDirectory() as directory, chromium() as browser:
        for experiments in sizes:
            await measure(browser, experiments, Path(directory))
        measure_history(Path(directory))


if __name__ == "__main__":
    asyncio.run(main([int(size) for size in sys.argv[1:]] or list(EXPERIMENTS)))
