"""Plots as pages: what Chromium makes of them, on a screen and on a phone, in light and dark."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from abclient import plot
from abclient.results import ExperimentKey
from support.browser import Page, browser_page
from support.rows import NOW, a_row

pytestmark = [pytest.mark.services, pytest.mark.asyncio(loop_scope="module")]

ODD = "%{x} {{figures}} &#37;{x} &lt;b> <b>b</b> a<br>b <a href='//x'>x</a> $x^2$"
EVIL = "</script><script>document.body.dataset.evil = 1</script><img src=https://example.org/x>"
LONG = "Checkout with a name that goes on and on and does not end where one would expect it to"


def rows() -> list[Any]:
    """Two experiments with odd and long names, three variations, and two nights."""
    common: dict[str, Any] = {
        "status": "running", "metric_kind": "conversion", "is_primary": True, "interval_level": 0.95,
        "difference_kind": "relative", "threshold": 0.95, "probability_kind": "significance",
    }  # fmt: skip
    found: list[Any] = []
    for key, name in (("1", EVIL), ("2", LONG)):
        for night in range(2):
            about = {"experiment_id": key, "experiment_name": name, "metric_name": ODD, "metric_id": "m", **common}
            about |= {"period_end": NOW + timedelta(days=night)}
            found.append(a_row(**about, variation_id="a", variation_name="Original", is_baseline=True, units=9_000))
            for step, variation in enumerate((ODD, LONG), 1):
                found.append(
                    a_row(
                        **about, variation_id=str(step), variation_name=variation, is_baseline=False, units=9_100,
                        difference=0.1234 * step, difference_low=-0.1111, difference_high=1.2345, probability=0.9,
                    )
                )  # fmt: skip
    return found


FIGURES = {
    "forest": lambda: plot.forest(rows()),
    "over-time": lambda: plot.over_time(rows(), experiment="1"),
    "probability": lambda: plot.probability_over_time(rows(), experiment="2"),
    "traffic": lambda: plot.traffic(rows(), {ExperimentKey("optimizely", None, None, "1"): {"a": 1, "1": 1, "2": 1}}),
}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def page() -> AsyncIterator[Page]:
    """A tab that the tests of this module share."""
    async with browser_page() as opened:
        yield opened


BEYOND = """[...document.querySelectorAll("#plot text")].filter((one) => {
  const { left, right, width } = one.getBoundingClientRect();
  return width && (left < 0 || right > innerWidth);
}).map((one) => one.textContent)"""
TEXTS = 'document.querySelector("#plot").textContent'
BACKGROUND = 'document.querySelector("#plot .main-svg").style.background'


@pytest.mark.parametrize("kind", FIGURES)
@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
async def test_a_page_is_whole_and_quiet(kind: str, width: int, dark: bool, page: Page, tmp_path: Path) -> None:
    """Nothing is cut off or asked for, nothing runs but its scripts, and the colors are those that the system has."""
    path = plot.write_html(FIGURES[kind](), tmp_path / f"{kind}.html")
    page.requested.clear()
    await page.set_screen(width, 900, dark=dark)
    await page.open(path)
    assert await page.evaluate(BEYOND) == []
    assert await page.evaluate("document.documentElement.scrollWidth") <= width
    assert await page.evaluate(BACKGROUND) == ("rgb(27, 32, 41)" if dark else "rgb(255, 255, 255)")
    assert page.requested == [path.as_uri()]
    assert await page.evaluate("document.body.dataset.evil") is None
    assert page.complaints == []


async def test_names_are_shown_as_they_are(page: Page, tmp_path: Path) -> None:
    """Whatever Plotly or HTML would take them for, in the plot, and in the text below it."""
    await page.set_screen(1280, 900)
    await page.open(plot.write_html(plot.over_time(rows(), experiment="2"), tmp_path / "odd.html"))
    assert "%{x} {{figures}} &#37;" in await page.evaluate(TEXTS)
    assert f"{ODD}: +12.3" in await page.evaluate('document.querySelector("details").textContent')
    label = await page.evaluate('document.querySelector("#plot").ariaLabel')
    assert label == f"{LONG}; the text below says the same"
    assert await page.evaluate("document.title") == LONG


async def test_the_colors_follow_the_system(page: Page, tmp_path: Path) -> None:
    """While the page is open, too."""
    await page.set_screen(1280, 900)
    await page.open(plot.write_html(plot.forest(rows(), theme="dark"), tmp_path / "theme.html"))
    light = await page.evaluate(BACKGROUND)
    await page.set_screen(1280, 900, dark=True)
    waiting = f"new Promise((done) => {{ const look = () => {BACKGROUND} === {json.dumps(light)}"
    waiting += " ? requestAnimationFrame(look) : done(true); look(); })"
    assert await page.evaluate(waiting)
    assert (light, await page.evaluate(BACKGROUND)) == ("rgb(255, 255, 255)", "rgb(27, 32, 41)")
