"""The report with names and figures as nobody chooses them, in Chromium: what is seen of them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from abclient import health
from abclient.report import write_report
from support.browser import Page, browser_page
from support.reports import an_experiment, with_health

pytestmark = pytest.mark.services

NAMES = {
    "\u202eevil": "evil",  # what turns the direction of all that follows
    "Gr\u2069\u202e\u00fc\u00dfe": "Gr\u00fc\u00dfe",
    "\u0645\u0631\u062d\u0628\u0627": "\u2068\u0645\u0631\u062d\u0628\u0627\u2069",  # Arabic, apart from the figures
    "\u05d0\u05d1": "\u2068\u05d0\u05d1\u2069",
    "x" * 10_000: "x" * 199 + "\u2026",
    "\N{GRINNING FACE}" * 100: "\N{GRINNING FACE}" * 100,
    "x" + "\N{GRINNING FACE}" * 100: "x" + "\N{GRINNING FACE}" * 99 + "\u2026",
    " \u200b\t": None,  # nothing to be seen: ids, so that there is something to click
}


@pytest.fixture
async def page() -> AsyncIterator[Page]:
    """A tab of its own for each test; what it complains about fails the test."""
    async with browser_page() as opened:
        yield opened
        assert opened.complaints == []


async def test_chromium_keeps_names_apart_from_figures(page: Page, tmp_path: Path) -> None:
    """In charts and tables a name is what can be seen of it, and figures after it are read from the left."""
    for name, seen in NAMES.items():
        rows = [
            evolve(row, experiment_name=name, variation_name=name, metric_name=name) for row in an_experiment(1, "")
        ]
        await page.set_screen(1280, 900)
        await page.open(write_report(rows, tmp_path / "report.html", health=with_health(rows)))
        for links in ("#forest-chart a", "#experiments-table a", "#traffic-chart a", "#rows-table a"):
            assert await page.evaluate(f"document.querySelector('{links}').textContent") == (seen or "e1")
        told: dict[str, Any] = {
            "#forest-chart tbody th": f"{seen or 'e1'} \u00b7 {seen or 'b'}",
            "#rows-table tbody td": f"{seen or 'm1'}",
            "#traffic-chart .picture small": f"{seen or 'a'}: 5,000 (",
        }
        for selector, text in told.items():
            assert (await page.evaluate(f"document.querySelector('{selector}').textContent")).startswith(text)
        assert await page.evaluate("document.documentElement.scrollWidth") == 1280


@pytest.mark.parametrize("width", [1280, 320])
async def test_chromium_keeps_to_the_window(width: int, page: Page, tmp_path: Path) -> None:
    """With a thousand variations, figures of three hundred digits, and metrics whose names fill a line."""
    baseline = evolve(an_experiment(1, "One")[0], variation_name=None, metric_name="M" * 180)
    far: dict[str, Any] = {"difference": 1e300, "difference_low": -1e300, "difference_kind": "absolute"}
    arms = [evolve(baseline, variation_id=str(arm), is_baseline=False, **far) for arm in range(999)]
    rows = [baseline, *arms]
    shares = {baseline.experiment: dict.fromkeys((str(row.variation_id) for row in rows), 1.0)}
    await page.set_screen(width, 900)
    checked = health.check(rows, allocations=shares)
    await page.open(write_report(rows, tmp_path / "report.html", health=checked))
    assert await page.evaluate("document.documentElement.scrollWidth") == width
    parts = await page.evaluate("document.querySelector('#traffic-chart .picture small').textContent")
    assert parts.endswith("; and 980 more")
    assert await page.evaluate("document.querySelectorAll('#traffic-chart .bar i').length") == 0
    label = "document.querySelector('#forest-controls label').getBoundingClientRect().height"
    assert await page.evaluate(label) < 60  # a line, and not one for each letter
    assert await page.violations() == []


async def test_chromium_tells_experiments_of_one_name_apart(page: Page, tmp_path: Path) -> None:
    """By their ids, in charts and tables; the id of an experiment with a name of its own is not in the way."""
    rows = [*an_experiment(1, "Checkout"), *an_experiment(2, "Checkout"), *an_experiment(3, "Cart")]
    await page.set_screen(1280, 900)
    await page.open(write_report(rows, tmp_path / "report.html", health=with_health(rows)))
    for place in (
        "forest-chart tbody th",
        "experiments-table tbody th",
        "traffic-chart tbody th",
        "rows-table tbody th",
    ):
        shown = await page.evaluate(f"[...document.querySelectorAll('#{place}')].map((cell) => cell.textContent)")
        for name, key, alone in (("Checkout", "e1", False), ("Checkout", "e2", False), ("Cart", "e3", True)):
            assert any(name in text and key in text for text in shown) is not alone, (place, key)
    await page.click("#experiments-table a")
    assert await page.evaluate("document.getElementById('one-about').textContent") == "LaunchDarkly \u00b7 e1"
