"""What Chromium makes of a report, where there is one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote

import pytest
from attrs import evolve

import abclient
from abclient import health
from abclient._verdicts import LOOKS, SURFACES, Standing, standing_of
from abclient.report import write_report
from abclient.results import ResultRow, winners
from abclient.testing import Sandbox
from abclient.vendor import BUILT_IN, get
from support.browser import Browser, Page, chromium
from support.reports import EVIL, EVIL_IMAGE, EVIL_LINK, ODD, an_experiment, some_rows, with_health
from support.rows import NOW, a_row
from support.sandbox import ENVIRONMENT, PROJECT, TODAY

pytestmark = pytest.mark.services

POINTS = "document.querySelectorAll('#forest-chart .mark')"
DRAWN = """[...document.querySelectorAll('#forest-chart tbody tr')].map((line) => {
  const mark = line.querySelector('.mark');
  const cell = line.querySelector('.picture').getBoundingClientRect();
  const { x, width } = mark.getBoundingClientRect();
  return [
    line.querySelector('.picture > svg').ariaLabel, mark.classList[1], getComputedStyle(mark).stroke,
    (x + width / 2 - cell.x) / cell.width, line.querySelector('.value').firstChild.textContent,
  ];
})"""
"""Of each line of the chart of differences: its verdict, its mark and the mark's color and place, and its figures."""
AXIS = """[...document.querySelectorAll('#forest-chart .axis span')].map((text) => {
  const axis = text.parentElement.getBoundingClientRect();
  const { x, width } = text.getBoundingClientRect();
  return [text.textContent, (x + width / 2 - axis.x) / axis.width];
})"""
TITLED = """((found) => {
  const { x, y, width, height } = found.getBoundingClientRect();
  const on = document.elementFromPoint(x + width / 2, y + height / 2);
  return on.closest("[title]")?.title ?? on.closest("svg:has(> title), circle").querySelector("title").textContent;
})"""
"""What the browser shows where the mouse is on an element."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One for all of these tests."""
    with chromium() as started:
        yield started


@pytest.fixture
async def page(browser: Browser) -> AsyncIterator[Page]:
    """A tab of its own for each test; what it complains about fails the test."""
    async with browser.page() as opened:
        await opened.set_screen(1280, 900)
        yield opened
        assert opened.complaints == []


async def test_chromium_shows_it_and_loads_nothing(page: Page, tmp_path: Path) -> None:
    """Charts and table are drawn, nothing but the file is asked for, and the console stays empty."""
    rows = some_rows()
    path = write_report(rows, tmp_path / "report.html", health=with_health(rows))
    await page.open(path)
    assert await page.evaluate(f"{POINTS}.length") == 15
    assert await page.evaluate("document.querySelectorAll('#traffic-chart .bar > span').length") == 20
    assert await page.evaluate("document.querySelectorAll('#rows-table tbody tr').length") == 50
    assert await page.evaluate("document.getElementById('rows-note').textContent") == "60 of 60 rows"
    assert page.requested == [path.as_uri()]


async def test_chromium_runs_no_script_of_a_name(page: Page, tmp_path: Path) -> None:
    """Names that are scripts and images are drawn as text: in charts, tables, choices, and what opens on a click."""
    rows = [row for name in (EVIL, EVIL_LINK) for row in an_experiment(1, name, vendor=EVIL)]
    rows = [evolve(row, metric_id=EVIL_IMAGE, variation_name=EVIL, segment=None) for row in rows]
    history = [evolve(row, period_end=NOW - timedelta(days=1)) for row in rows]
    rows += [a_row(vendor=EVIL_IMAGE, experiment_id=EVIL, metric_id=EVIL_IMAGE, status=EVIL, difference=1.0, units=1)]
    path = write_report(rows, tmp_path / "report.html", title=EVIL, health=with_health(rows), history=history)
    await page.open(path)
    inert = "document.querySelectorAll('body img, main script, body a[href]:not([href^=\"#\"])').length"
    for place, shown in ((1, EVIL), (0, EVIL_LINK)):
        await page.evaluate(f"document.getElementById('metric').selectedIndex = {place}")
        await page.type("metric")
        assert shown in await page.evaluate("document.getElementById('forest-chart').textContent")
    for place in range(len(rows)):
        await page.evaluate(f"document.querySelectorAll('#rows-table td.expand button')[{place}].click()")
    assert EVIL in await page.evaluate("document.getElementById('rows-table').textContent")
    assert await page.evaluate(inert) == 0
    for place, name in enumerate((EVIL, EVIL_LINK)):
        await page.evaluate(f"document.querySelectorAll('#experiments-table a')[{place}].click()")
        await page.click("#one-name")
        assert await page.evaluate("document.getElementById('one-name').textContent") in (EVIL, EVIL_LINK), name
        assert await page.evaluate(inert) == 0
        await page.click("#back")
    assert await page.evaluate("document.body.dataset.evil") is None
    assert page.requested == [path.as_uri()]


def number(text: str) -> float:
    """The number that a text begins with."""
    return float(text.partition("\u202f")[0].replace("\u2212", "-"))


async def hovered(page: Page, selector: str) -> str:
    """What is shown when the mouse is on the first of the elements that a selector finds."""
    await page.point_at(selector)
    return str(await page.evaluate(f"{TITLED}(document.querySelector({json.dumps(selector)}))"))


async def test_chromium_shows_names_as_they_are(page: Page, tmp_path: Path) -> None:
    """What means something to HTML or to a template means nothing in a name, in a chart as well as under the mouse."""
    rows = [
        evolve(row, experiment_name=f"E{ODD}", metric_name=f"M{ODD}", variation_name=f"{row.variation_id}{ODD}")
        for row in [*an_experiment(2, "", vendor=f"O{ODD}"), *an_experiment(1, "")]
    ]
    path = write_report(rows, tmp_path / "report.html", health=with_health(rows))
    await page.open(path)
    for chart, names in (("forest", "EMbO"), ("traffic", "EabO")):
        drawn = await page.evaluate(f"document.getElementById('{chart}-chart').textContent")
        assert [name for name in names if name + ODD not in drawn] == []
    point = await hovered(page, "#forest-chart .mark")
    assert point.startswith(f"E{ODD}\nO{ODD}, M{ODD}\nb{ODD}\ndifference +2.0")
    assert (await hovered(page, "#traffic-chart .bar > span")).startswith(f"a{ODD}: 5,000")


@pytest.mark.parametrize("width", [1280, 390])
async def test_chromium_explains_a_single_comparison(width: int, page: Page, tmp_path: Path) -> None:
    """What the mouse shows of a point and of a part of a bar is also written beside it."""
    rows = an_experiment(1, "Only one")
    path = write_report(rows, tmp_path / "report.html", health=with_health(rows))
    await page.set_screen(width, 900)
    await page.open(path)
    for mark, chart, said in (
        (".mark", "forest", "90.0\u202f% to be best"),
        (".bar > span", "traffic", "Control: 5,000 (49.5\u202f%, intended 80.0\u202f%)"),
    ):
        assert said in await hovered(page, f"#{chart}-chart {mark}")
        assert said in await page.evaluate(f"document.getElementById('{chart}-chart').innerText")


async def test_chromium_compares_the_newest_of_every_metric(page: Page, tmp_path: Path) -> None:
    """Of a time series the newest point is shown; metrics that only the vendor can tell apart are each shown.

    What was fetched twice, as two exports of one vendor have it, is shown as it was the last time.
    """
    day = timedelta(days=1)
    _, row = an_experiment(1, "Two metrics on one event")
    shoes, hats = evolve(row, source="results#/metrics/0"), evolve(row, source="results#/metrics/1", difference=-0.3)
    rows = [
        *(evolve(row, experiment_name="Series", experiment_id="s", period_end=NOW - step * day) for step in range(3)),
        *(shoes, hats, evolve(shoes, variation_id="c", variation_name="Other")),
        evolve(hats, fetched_at=NOW + day, difference=-0.2, source="results#/metrics/0"),
        evolve(shoes, fetched_at=NOW + day, source="results#/metrics/1"),
        *(evolve(shoes, period_end=NOW - day), evolve(hats, period_end=NOW - day)),
        *(evolve(row, experiment_name="No time", experiment_id="n", period_end=None, source=None) for _ in range(2)),
        evolve(row, experiment_name="Some time", experiment_id="t", period_end=None),
        evolve(row, experiment_name="Some time", experiment_id="t"),
        # A day is later than the report of all days, which may have no time, and still no result of its own.
        evolve(row, experiment_name="Days", experiment_id="d", period_end=None, edition="aggregated_report"),
        evolve(row, experiment_name="Days", experiment_id="d", difference=-0.4, edition="daily_report"),
    ]
    path = write_report(rows, tmp_path / "report.html")
    await page.open(path)
    assert Counter(await page.evaluate(LINES_OF.format("forest"))) == {
        "Two metrics on one event \u00b7 Treatment": 2,
        "Two metrics on one event \u00b7 Other": 1,
        "Series \u00b7 Treatment": 1,
        "No time \u00b7 Treatment": 2,
        "Some time \u00b7 Treatment": 1,
        "Days \u00b7 Treatment": 1,
    }
    figures = [line[-1].partition(" ")[0] for line in await page.evaluate(DRAWN)]
    assert [text for text in figures if text.startswith("\u2212")] == ["\u221220.0\u202f%"]


async def test_chromium_searches_sorts_and_turns_pages(page: Page, tmp_path: Path) -> None:
    """The search narrows charts and table; a column's head sorts; the next page follows; a row opens and closes."""
    path = write_report(some_rows(), tmp_path / "report.html")
    await page.open(path)
    first = "document.querySelector('#rows-table tbody th').firstChild.textContent"
    await page.evaluate("document.querySelectorAll('#rows-table thead button')[5].click()")
    assert await page.evaluate(first) == EVIL_IMAGE
    await page.evaluate("document.querySelectorAll('#rows-pager button')[1].click()")
    assert await page.evaluate("document.querySelectorAll('#rows-table tbody tr').length") == 10
    await page.evaluate("document.querySelectorAll('#forest-pager button')[1].click()")
    assert await page.evaluate("document.querySelector('#forest-pager span').textContent") == "16\u201330 of 30"
    await page.evaluate("document.querySelector('td.expand button').click()")
    assert "fetched at" in await page.evaluate("document.querySelector('tr.more').textContent")
    await page.evaluate("document.querySelector('td.expand button').click()")
    assert await page.evaluate("document.querySelector('tr.more')") is None
    await page.type("search", "convert EXPERIMENT treatment 27")
    assert await page.evaluate(f"{POINTS}.length") == 1
    assert await page.evaluate(first) == "Experiment 27"
    assert await page.evaluate("document.getElementById('rows-note').textContent") == "1 of 60 rows"
    await page.type("search", "nothing like this")
    assert (
        await page.evaluate("document.getElementById('empty').innerText") == "No experiment is left by these filters."
    )


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
async def test_chromium_follows_the_screen(page: Page, tmp_path: Path, *, dark: bool) -> None:
    """Colors are the system's until the button changes them; on a phone nothing is wider than the screen."""
    rows = some_rows()
    path = write_report(rows, tmp_path / "report.html", health=with_health(rows))
    background = "getComputedStyle(document.body).backgroundColor"
    colours = ["rgb(245, 246, 248)", "rgb(18, 21, 28)"]
    await page.set_screen(390, 844, dark=dark)
    await page.open(path)
    assert await page.evaluate(background) == colours[dark]
    assert await page.evaluate("document.documentElement.scrollWidth") == 390
    assert await page.evaluate(f"{POINTS}.length") == 10
    await page.evaluate("document.getElementById('theme').click()")
    assert await page.evaluate(background) == colours[not dark]


VERDICTS: list[tuple[dict[str, Any], Standing]] = [
    ({"verdict": "winner", "direction": "decrease", "difference_low": -0.3, "difference_high": -0.1}, "better"),
    ({"verdict": "loser", "direction": "decrease", "difference_low": 0.1, "difference_high": 0.3}, "worse"),
    ({"verdict": "better", "difference_low": None, "difference_high": None}, "better"),
    ({"verdict": "inconclusive", "difference_low": 0.1, "difference_high": 0.3}, "open"),
    ({"direction": "decrease", "difference_low": -0.3, "difference_high": -0.1}, "better"),
    ({"direction": "increase", "difference_low": -0.3, "difference_high": -0.1}, "worse"),
    ({"difference_low": 0.1, "difference_high": 0.3}, "better"),
    ({"difference_low": -0.1, "difference_high": 0.3}, "open"),
    ({"difference_low": None, "difference_high": None}, "bare"),
    ({"difference_low": 0.3, "difference_high": -0.3}, "bare"),
]


def rgb(color: str) -> str:
    """A color as a browser computes it."""
    red, green, blue = bytes.fromhex(color.removeprefix("#"))
    return f"rgb({red}, {green}, {blue})"


async def test_chromium_colors_by_verdict(page: Page, tmp_path: Path) -> None:
    """The vendor's verdict comes first, then the interval and the wanted direction: a decrease can be better."""
    _, row = an_experiment(1, "Bounces")
    rows = [
        evolve(row, **{"experiment_id": str(place), "difference": float(place), **values})
        for place, (values, _) in enumerate(VERDICTS)
    ]
    await page.open(write_report(rows, tmp_path / "report.html"))
    drawn = {figures.partition("\u202f")[0]: (said, color) for said, _, color, _, figures in await page.evaluate(DRAWN)}
    for place, ((_, standing), row) in enumerate(zip(VERDICTS, rows, strict=True)):
        assert standing == standing_of(row.verdict, row.difference_low, row.difference_high, row.direction)
        shown = drawn[f"{'+' if place else ''}{place * 100}.0"]
        assert shown == (LOOKS[standing].words, rgb(LOOKS[standing].colors["light"]))


async def test_chromium_points_to_what_is_beyond_the_picture(page: Page, tmp_path: Path) -> None:
    """A few differences far larger than the rest are triangles at the edge; the others are where the axis says."""
    rows = [row for number in range(9) for row in an_experiment(number, f"Number {number}")]
    _, far = an_experiment(20, "Far")
    await page.open(write_report([*rows, evolve(far, difference=-30.0)], tmp_path / "report.html"))
    drawn = await page.evaluate(DRAWN)
    assert Counter(mark for _, mark, *_ in drawn) == {"point": 9, "left": 1}
    assert [(round(place, 2), figures[:9]) for _, mark, _, place, figures in drawn if mark == "left"] == [
        (0, "\u22123000.0\u202f%")
    ]
    axis = {number(text): place for text, place in await page.evaluate(AXIS)}
    (first, begin), *_, (last, end) = axis.items()
    for _, mark, _, place, figures in drawn:
        if mark == "point":
            wanted = begin + (number(figures) - first) / (last - first) * (end - begin)
            assert place == pytest.approx(wanted, abs=0.005)


@pytest.mark.parametrize("size", [1.7e308, 1e300, 5e-324, 0.0])
async def test_chromium_draws_numbers_of_any_size(size: float, page: Page, tmp_path: Path) -> None:
    """Differences at the limits of what numbers can be have their places in charts, also over time."""
    _, row = an_experiment(1, "Extreme")
    found = [evolve(row, difference=sign * size, difference_low=-size, difference_high=size) for sign in (1, -1)]
    rows = [evolve(one, variation_id=str(place)) for place, one in enumerate(found)]
    history = [evolve(one, variation_id="0", period_end=NOW - timedelta(minutes=1)) for one in found[1:]]
    path = write_report(rows, tmp_path / "report.html", history=history)
    await page.open(path, "#experiment=launchdarkly/~/~/~/e1")
    assert all(-0.01 < place < 1.01 for *_, place, _ in await page.evaluate(DRAWN))
    assert len(await page.evaluate(AXIS)) >= 1
    assert await page.evaluate(COURSES) == [2]
    assert "NaN" not in await page.evaluate("document.querySelector('main').innerHTML")


# ------------------------------------------------------------------------------------------------------------- filters

OUTCOMES: dict[str, dict[str, Any]] = {
    "won": {"verdict": "winner"},
    "lost": {"verdict": "worse"},
    "open": {"verdict": "inconclusive"},
    "beats": {"verdict": "better"},
    "none": {"verdict": None},
    "unknown": {"verdict": "winner", "is_primary": None},
    "secondary": {"verdict": "winner", "is_primary": False},
    "segment": {"verdict": "winner", "segment": "mobile"},
}


def decided_rows() -> list[ResultRow]:
    """An experiment for each outcome, with traffic that is far from even in the first two, and little in the third."""
    rows: list[ResultRow] = []
    for place, (name, values) in enumerate(OUTCOMES.items()):
        units = {0: (9000, 1000), 1: (9000, 1000), 2: (60, 50)}.get(place, (5000, 5000))
        vendor = "convert_v1" if place == 1 else "launchdarkly"
        for row in an_experiment(place + 1, name, vendor=vendor, units=units):
            common = {**values, "is_primary": values.get("is_primary", True)}
            rows.append(evolve(row, **(common | {"verdict": None} if row.is_baseline else common)))
    return rows


def decided(directory: Path, *more: ResultRow, **options: Any) -> Path:
    """A report of them and more, of splits that were meant to be even."""
    rows = [*decided_rows(), *more]
    shares = {row.experiment: {"a": 50.0, "b": 50.0} for row in rows}
    return write_report(rows, directory / "report.html", health=health.check(rows, allocations=shares), **options)


TILES = """Object.fromEntries([...document.querySelectorAll('#tiles button')]
  .map((one) => [one.lastChild.textContent, +one.firstChild.textContent]))"""
NAMES = "[...document.querySelectorAll('#experiments-table tbody a')].map((one) => one.textContent)"
LINES_OF = (
    "[...document.querySelectorAll('#{}-chart tbody th')]"
    ".map((line) => [...line.childNodes].slice(0, -1).map((part) => part.textContent).join(''))"
)
FINDINGS = "[...document.querySelectorAll('#findings details:not([hidden]) li a')].map((one) => one.textContent)"
ROWS = "[...new Set([...document.querySelectorAll('#rows-table tbody a')].map((one) => one.textContent))]"
PRESSED = "[...document.querySelectorAll('#tiles [aria-pressed=true]')].map((one) => one.className)"


FILTERED = {
    "winners": ["won"],
    "losers": ["lost"],
    "undecided": ["open", "beats"],
    "none": ["none", "unknown", "secondary", "segment"],
    "mismatch": ["won", "lost"],
    "other": ["open"],
}


async def test_chromium_filters_by_outcome_and_finding(page: Page, tmp_path: Path) -> None:
    """A tile leaves what it counts, in tables, findings and charts; pressed again, it gives the rest back."""
    await page.open(decided(tmp_path))
    before = await page.evaluate(TILES)
    assert list(before.values()) == [8, 1, 1, 2, 4, 2, 1]
    for tile, left in FILTERED.items():
        await page.click(f"#tiles .{tile}")
        assert sorted(await page.evaluate(NAMES)) == sorted(left)
        assert sorted(await page.evaluate(ROWS)) == sorted(left)
        assert set(await page.evaluate(FINDINGS)) == {"won", "lost", "open"} & set(left)
        assert set(await page.evaluate(LINES_OF.format("traffic"))) == set(left)
        compared = [text.partition(" ")[0] for text in await page.evaluate(LINES_OF.format("forest"))]
        assert set(compared) <= set(left)
        assert tile in await page.evaluate(PRESSED)
        await page.click(f"#tiles .{tile}")
        assert len(await page.evaluate(NAMES)) == len(OUTCOMES)
        assert await page.evaluate(TILES) == before


async def test_chromium_counts_what_the_other_filters_leave(page: Page, tmp_path: Path) -> None:
    """Each tile's number is what one would see by pressing it, with all other filters kept."""
    await page.open(decided(tmp_path))
    await page.click("#tiles .mismatch")
    assert list((await page.evaluate(TILES)).values()) == [2, 1, 1, 0, 0, 2, 1]
    await page.click("#tiles .winners")
    assert list((await page.evaluate(TILES)).values()) == [2, 1, 1, 0, 0, 1, 0]
    await page.click("#clear")
    await page.evaluate("document.getElementById('vendor').value = 'convert_v1'")
    await page.type("vendor")
    assert list((await page.evaluate(TILES)).values()) == [1, 0, 1, 0, 0, 1, 0]
    assert await page.evaluate("document.getElementById('found-text').textContent") == "1 of 8 experiments"


async def test_chromium_says_what_is_missing(page: Page, tmp_path: Path) -> None:
    """Where a filter leaves nothing the page says so, and leads back; where there is nothing at all, too."""
    text = "document.getElementById('empty').textContent"
    await page.open(write_report(an_experiment(1, "One"), tmp_path / "one.html"), "#outcome=winners")
    assert await page.evaluate(text) == "No experiment has a winner on its primary metric yet."
    assert await page.evaluate("document.querySelectorAll('main > section:not([hidden])').length") == 0
    await page.click("#clear")
    assert await page.evaluate(NAMES) == ["One"]
    assert await page.evaluate("document.activeElement.id") == "search"
    await page.open(write_report([], tmp_path / "none.html"))
    assert await page.evaluate(text) == "There are no experiments in this report."


async def test_chromium_agrees_with_winners(page: Page, tmp_path: Path) -> None:
    """What the page says has won is what ``results.winners`` says, for every vendor of the sandbox."""
    rows: list[ResultRow] = []
    with Sandbox(experiments=40, seed=1, today=TODAY) as sandbox:
        for vendor in BUILT_IN:
            options = {"project": PROJECT, "environment": ENVIRONMENT}
            needs: Any = {name: value for name, value in options.items() if name in get(vendor).needs}
            rows += await abclient.fetch_rows(vendor, **needs, **sandbox.client_options(vendor))
    await page.open(write_report(rows, tmp_path / "report.html"), "#outcome=winners")
    shown: set[str] = set()
    for _ in range(20):
        shown |= set(
            await page.evaluate("[...document.querySelectorAll('#experiments-table tbody a')].map((one) => one.hash)")
        )
        await page.click("#experiments-pager button:last-child")
    found = {dict(parse_qsl(one.removeprefix("#")))["experiment"].split("/")[-1] for one in shown}
    won = {winner.row.experiment_id for winner in winners(rows)}
    assert found == won
    assert len({row.vendor for row in rows if row.experiment_id in won}) >= 3


# ------------------------------------------------------------------------------------------------------------- address

HASH = "location.hash"


async def test_chromium_keeps_the_filters_in_the_address(page: Page, browser: Browser, tmp_path: Path) -> None:
    """The address opens the same view in another tab; one step back undoes one choice, and all of a typed text."""
    path = decided(tmp_path)
    await page.open(path)
    await page.click("#tiles .undecided")
    for text in ("b", "be", "beats"):
        await page.type("search", text)
    await page.evaluate("document.getElementById('order').value = 'name'")
    await page.type("order")
    address = await page.evaluate(HASH)
    assert dict(parse_qsl(address.removeprefix("#"))) == {"outcome": "undecided", "q": "beats", "order": "name"}
    async with browser.page() as other:
        await other.set_screen(1280, 900)
        await other.open(path, address)
        assert await other.evaluate(NAMES) == ["beats"]
        assert await other.evaluate(
            "[document.getElementById('search').value, document.getElementById('order').value]"
        ) == ["beats", "name"]
        assert await other.evaluate(PRESSED) == ["undecided"]
    for step, (names, text) in (
        (-1, (["beats"], "beats")),
        (-1, (["open", "beats"], "")),
        (-1, (list(OUTCOMES), "")),
        (2, (["beats"], "beats")),
    ):
        await gone(page, step)
        assert sorted(await page.evaluate(NAMES)) == sorted(names)
        assert await page.evaluate("document.getElementById('search').value") == text


async def gone(page: Page, steps: int) -> None:
    """Go back or forward in the tab's history."""
    changed = "new Promise((done) => addEventListener('hashchange', () => setTimeout(done), { once: true }))"
    await page.evaluate(f"history.go({steps}); {changed}")
    await page.settled()


MALFORMED = [
    "#outcome=champions&health=&order=none&vendor=ibm&status=gone&metric=no&experiment=a/b/c",
    "#%",
    "#%E0%A4%A&q",
    "#&&&===&outcome&outcome=",
    "#experiment=__proto__&vendor=constructor&outcome=toString&order=__proto__",
    "#" + "x" * 5000,
    f"#{quote('<img src=x onerror=document.body.dataset.evil=1>')}",
]


async def test_chromium_ignores_what_an_address_should_not_say(page: Page, tmp_path: Path) -> None:
    """What the page does not know leaves all there is, whether the page is opened with it or led to it."""
    path = decided(tmp_path)
    await page.open(path, MALFORMED[0])
    assert sorted(await page.evaluate(NAMES)) == sorted(OUTCOMES)
    for fragment in MALFORMED:
        await page.click("#tiles .winners")
        assert await page.evaluate(NAMES) == ["won"]
        await page.lead(fragment)
        assert sorted(await page.evaluate(NAMES)) == sorted(OUTCOMES), fragment
        assert await page.evaluate("document.getElementById('order').value") == "certainty"
    assert await page.evaluate("document.body.dataset.evil") is None


async def test_chromium_searches_for_what_an_address_says(page: Page, tmp_path: Path) -> None:
    """Whatever text is searched for is put into the field as it is, and is in the address again."""
    text = "<b>&q=won #1 100% \u00e9\U0001f600 a/b~c"
    await page.open(decided(tmp_path), f"#q={quote(text)}")
    assert await page.evaluate("document.getElementById('search').value") == text
    await page.click("#tiles .winners")
    assert dict(parse_qsl((await page.evaluate(HASH)).removeprefix("#"))) == {"q": text, "outcome": "winners"}


# ------------------------------------------------------------------------------------------------- one experiment

COURSES = """[...document.querySelectorAll('#series-plot .line')].map((line) => line.points.length)"""


async def test_chromium_shows_one_experiment(page: Page, tmp_path: Path) -> None:
    """Its link leads to it, by keyboard too: its own rows, the primary metric first; and back again."""
    rows = decided_rows()
    first = [
        evolve(row, metric_id=f"m{place}", metric_name=name, is_primary=primary)
        for row in rows[:2]
        for place, (name, primary) in enumerate([("Before", False), ("Decides", True), ("After", None)])
    ]
    await page.open(write_report([*first, *rows[2:]], tmp_path / "report.html"), "#q=w&order=name")
    await page.evaluate("document.querySelector('#experiments-table tbody a').focus()")
    await page.press("Enter")
    assert await page.evaluate("[document.activeElement.id, document.activeElement.textContent]") == ["one-name", "won"]
    assert await page.evaluate("document.title") == "won \u00b7 A/B test results"
    assert await page.evaluate("document.getElementById('one-outcome').innerText") == (
        "winner Treatment: Decides +1.0\u202f% (\u22121.0\u202f% to +3.0\u202f%)"
    )
    names = await page.evaluate(
        "[...document.querySelectorAll('#forest-chart tbody th')].map((one) => one.firstChild.textContent)"
    )
    assert names == ["Decides", "After", "Before"]
    rows_shown = await page.evaluate(
        "[...document.querySelectorAll('#own-table tbody th')].map((one) => one.firstChild.textContent)"
    )
    assert rows_shown == ["Decides", "Decides", "Before", "After", "Before", "After"]
    assert (
        await page.evaluate(
            "document.querySelectorAll('#series:not([hidden]), #filters:not([hidden]), #tiles:not([hidden])').length"
        )
        == 0
    )
    await page.click("#back")
    assert await page.evaluate(HASH) == "#q=w&order=name"
    assert await page.evaluate("document.activeElement.textContent") == "won"
    await gone(page, -1)
    assert await page.evaluate("document.getElementById('one').hidden") is False


async def test_chromium_shows_differences_over_time(page: Page, tmp_path: Path) -> None:
    """A history, and points of time series, are lines with their intervals, the primary metric's first."""
    rows = decided_rows()
    _, won = rows[:2]
    history = [evolve(won, difference=night / 100, period_end=NOW - timedelta(days=5 - night)) for night in range(5)]
    other = [
        evolve(
            won,
            metric_id="m2",
            metric_name="Other",
            is_primary=False,
            edition="timeseries",
            period_end=NOW - timedelta(days=day),
        )
        for day in range(3)
    ]
    before = evolve(won, iteration="earlier", period_end=NOW - timedelta(days=50))
    path = write_report([*rows, *other], tmp_path / "report.html", history=[*history, won, before, *rows[2:]])
    await page.open(path, f"#experiment=launchdarkly/~/~/~/{won.experiment_id}")
    assert await page.evaluate("[...document.getElementById('over').options].map(({ text }) => text)") == [
        "Purchase \u00b7 relative \u00b7 primary",
        "Other \u00b7 relative",
    ]
    assert await page.evaluate(COURSES) == [6]
    newest = "\u202f% (".join(("Treatment\n2024-06-01 12:00 UTC\n+1.0", "\u22121.0\u202f% to +3.0\u202f%)"))
    assert await hovered(page, "#series-plot circle:last-child") == newest
    figures = await page.evaluate(
        "[...document.querySelectorAll('#series-figures tbody th')].map((one) => one.textContent)"
    )
    assert (figures[0], figures[-1]) == ("2024-05-27 12:00 UTC", "2024-06-01 12:00 UTC")
    await page.evaluate("document.getElementById('over').selectedIndex = 1")
    await page.type("over")
    assert await page.evaluate(COURSES) == [3]
    await page.open(path, "#experiment=launchdarkly/~/~/~/e3")
    assert await page.evaluate("document.getElementById('series').hidden") is True


async def test_chromium_leads_from_a_chart_to_an_experiment(page: Page, tmp_path: Path) -> None:
    """A click on a point, or on a bar, leads where the link in its line leads."""
    path = decided(tmp_path)
    for mark in ("#forest-chart .mark", "#traffic-chart .bar > span"):
        await page.open(path, "#outcome=losers")
        await page.point_at(mark)
        await page.press_mouse()
        assert await page.evaluate("document.getElementById('one-name').textContent") == "lost"


# ------------------------------------------------------------------------------------------------------ for all people

KEPT = """document.activeElement === marked
  || (marked.dataset.focus !== undefined && document.activeElement.dataset.focus === marked.dataset.focus)"""
MARKED = "window.marked = document.querySelector({}); marked.focus()"


async def test_chromium_keeps_the_focus(page: Page, tmp_path: Path) -> None:
    """Sorting, paging to the end, filters, opening a row, and everything drawn again leave the focus where it was."""
    await page.open(write_report(some_rows(), tmp_path / "report.html"))
    for selector, key in (
        ("#rows-table thead th:nth-child(5) button", "Enter"),
        ("#rows-pager button:last-child", "Enter"),
        ("#forest-pager button:last-child", "Space"),
        ("#experiments-pager button:last-child", "Space"),
        ("#rows-table tbody tr:nth-child(3) td.expand button", "Enter"),
        ("#tiles .none", "Space"),
    ):
        await page.evaluate(MARKED.format(json.dumps(selector)))
        for _ in range(2):
            await page.press(key)
            assert await page.evaluate(KEPT), selector
    await page.evaluate(MARKED.format("'#rows-table td.expand button'"))
    await page.set_screen(390, 844)
    await page.settled()
    assert await page.evaluate(KEPT)
    await page.evaluate(MARKED.format("'#search'"))
    await page.type("search", "treatment")
    assert await page.evaluate(KEPT)


CELLS = (
    "[...document.querySelectorAll('#{}-chart tbody tr')].map((line) => [...line.cells].map((cell) => cell.innerText))"
)


async def test_chromium_says_in_words_what_charts_show(page: Page, tmp_path: Path) -> None:
    """Each chart is a table with a name and a summary, and all that it shows is in its cells."""
    rows = some_rows()
    await page.open(write_report(rows, tmp_path / "report.html", health=with_health(rows)))
    for chart in ("forest", "traffic"):
        name, about = await page.evaluate(
            "['labelledby', 'describedby'].map((name) => document.getElementById("
            f"document.getElementById('{chart}-chart').getAttribute(`aria-${{name}}`)).textContent)"
        )
        assert name in ("Differences from the baseline", "Traffic split")
        assert about == await page.evaluate(f"document.getElementById('{chart}-note').textContent")
    lines = await page.evaluate(CELLS.format("forest"))
    assert len(lines) == await page.evaluate(f"{POINTS}.length") == 15
    name, _, figures = (cell.split("\n") for cell in lines[0])
    assert name[0].endswith(" \u00b7 Treatment")
    assert name[1] == "Convert v1 \u00b7 5,100 units"
    assert await page.evaluate("document.getElementById('metric').selectedOptions[0].text") == (
        "Purchase \u00b7 conversion \u00b7 relative (30)"
    )
    assert figures == ["+29.0\u202f% (+27.0\u202f% to +31.0\u202f%)", "90.0\u202f% to be best"]
    assert (await page.evaluate(DRAWN))[0][0] == "better"
    _, units, tested = (await page.evaluate(CELLS.format("traffic")))[0]
    assert "Control: 5,000 (49.5\u202f%, intended 80.0\u202f%)" in units
    assert tested.split("\n") == ["p < 0.0001", "\u26a0 mismatch"]


async def test_chromium_shows_names_in_place_of_ids(page: Page, tmp_path: Path) -> None:
    """An id is read where there is no name; else under the mouse, and an experiment's own once in its view."""
    rows = [
        evolve(row, experiment_id="E-ID", metric_id="M-ID", variation_id=f"V-ID-{row.variation_id}")
        for row in an_experiment(1, "Named", units=(9000, 100))
    ]
    shares = {rows[0].experiment: {"V-ID-a": 50.0, "V-ID-b": 50.0}}
    path = write_report(rows, tmp_path / "report.html", health=health.check(rows, allocations=shares))
    await page.open(path)
    await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert "-ID" not in await page.evaluate("document.querySelector('main').textContent")
    assert (
        await page.evaluate("document.querySelector('#rows-table [title=M-ID]').firstChild.textContent") == "Purchase"
    )
    await page.click("#experiments-table tbody a")
    text = await page.evaluate("document.body.innerText")
    assert text.count("E-ID") == 1
    assert "M-ID" not in text
    assert "V-ID" not in text


VIEWS = [
    "#all",
    "#outcome=winners",
    "#outcome=losers&health=mismatch",
    "#outcome=undecided&order=name",
    "#q=no+such+thing",
    "#vendor=convert_v1&status=running",
    "#experiment=launchdarkly/~/~/~/e1",
    "#experiment=launchdarkly/~/~/~/e5",
    f"#experiment={'vendor_' * 20}/~/~/~/e50",
]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
async def test_chromium_finds_no_barriers(width: int, page: Page, tmp_path: Path, *, dark: bool) -> None:
    """No view breaks a rule of axe-core, or is wider than the screen, with everything opened that opens."""
    _, won = decided_rows()[:2]
    history = [evolve(won, difference=night / 100, period_end=NOW - timedelta(days=5 - night)) for night in range(5)]
    long: dict[str, Any] = {
        name: f"{name}_" * 20 for name in ("experiment_name", "metric_name", "variation_name", "status", "segment")
    }
    words: dict[str, Any] = {name: f"{name} " * 20 for name in ("experiment_name", "metric_name", "variation_name")}
    more = [
        *(evolve(row, **long) for row in an_experiment(50, "", vendor="vendor_" * 20)),
        *(evolve(row, **words) for row in an_experiment(51, "", vendor="vendor " * 20)),
    ]
    path = decided(tmp_path, *more, history=history)
    await page.set_screen(width, 900, dark=dark)
    await page.open(path)
    for view in VIEWS:
        await page.lead(view)
        await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        await page.evaluate("document.querySelectorAll('td.expand button[aria-expanded=false]')[0]?.click()")
        assert await page.violations() == [], view
        assert await page.evaluate("document.documentElement.scrollWidth") == width, view


async def test_chromium_prints_in_light_colors(page: Page, tmp_path: Path) -> None:
    """A dark page is printed dark on white, without controls, and stays dark on the screen."""
    await page.set_screen(1280, 900, dark=True)
    await page.open(decided(tmp_path))
    looks = """["#forest-chart .value", ".axis", "#filters"].map((part) => {
        const { color, display } = getComputedStyle(document.querySelector(part));
        return [color, display !== "none"];
    })"""
    before = await page.evaluate(looks)
    preference = {"name": "prefers-color-scheme", "value": "dark"}
    await page.call("Emulation.setEmulatedMedia", media="print", features=[preference])
    printed = await page.evaluate(looks)
    assert [shown for _, shown in printed] == [True, True, False]
    assert [color for color, _ in printed[:2]] == [rgb(SURFACES["light"][name]) for name in ("text", "muted")]
    await page.call("Emulation.setEmulatedMedia", media="", features=[preference])
    assert await page.evaluate(looks) == before != printed
