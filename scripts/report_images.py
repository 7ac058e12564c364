"""Write the pictures of docs/report.md: a report on a sandbox's experiments, as Chromium shows it.

python scripts/report_images.py
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import abclient
from abclient import health
from abclient.report import write_report
from abclient.results import ExperimentKey, ResultRow, winners
from abclient.testing import Sandbox
from abclient.vendor import BUILT_IN, get
from abclient.vendors.optimizely.rows import from_timeseries

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from support.browser import Browser, chromium  # noqa: E402  # only from there

IMAGES = ROOT / "docs" / "images"
TODAY = date(2024, 6, 1)
WIDTH, HEIGHT = 1280, 1400


async def everything(sandbox: Sandbox, vendor: str) -> tuple[list[ResultRow], dict[ExperimentKey, Mapping[str, float]]]:
    """All rows of a vendor, and the intended splits."""
    needs = {"project": "sandbox", "environment": "production"}
    options: dict[str, Any] = {name: value for name, value in needs.items() if name in get(vendor).needs}
    options |= {**sandbox.client_options(vendor), "concurrency": 16}
    rows: list[ResultRow] = []
    shares: dict[ExperimentKey, Mapping[str, float]] = {}
    async with abclient.open_source(vendor, **options) as source:
        async for one in source.by_experiment():
            rows += one.rows
            shares[one.listed.info.key] = one.allocation
    return rows, shares


async def make(path: Path) -> str:
    """Write the report; the address of the view of an experiment that has won."""
    rows: list[ResultRow] = []
    shares: dict[ExperimentKey, Mapping[str, float]] = {}
    with Sandbox(experiments=40, seed=1, today=TODAY) as sandbox:
        for vendor in BUILT_IN:
            found, intended = await everything(sandbox, vendor)
            rows += found
            shares |= intended
        running = (winner.row for winner in winners(rows, status="running") if winner.row.vendor == "optimizely")
        won = next(row for row in running if (row.units or 0) > 5000)
        async with abclient.Optimizely(**sandbox.client_options("optimizely")) as client:
            experiment = await client.experiments.get(int(won.experiment_id))
            answer = await experiment.timeseries()
            history = from_timeseries(answer, experiment, fetched_at=won.fetched_at) if answer else []
    reports = health.check(rows, allocations=shares, stale_after=timedelta.max)
    write_report(rows, path, title="Experiments", health=reports, history=history)
    return f"#experiment={won.vendor}/~/{won.project}/~/{won.experiment_id}"


async def take(browser: Browser, path: Path, fragment: str, picture: str, *screen: int, dark: bool = False) -> None:
    """Write what Chromium shows of a view."""
    async with browser.page() as page:
        await page.set_screen(*screen, dark=dark)
        await page.open(path, fragment)
        await page.screenshot(IMAGES / picture)
    print(picture)


async def main() -> None:
    """Make all pictures."""
    with tempfile.TemporaryDirectory() as place, chromium() as browser:
        path = Path(place) / "report.html"
        one = await make(path)
        await take(browser, path, "", "report.png", WIDTH, HEIGHT)
        await take(browser, path, one, "report-one.png", WIDTH, HEIGHT)
        await take(browser, path, "#outcome=winners", "report-phone.png", 390, 1200, dark=True)


if __name__ == "__main__":
    asyncio.run(main())
