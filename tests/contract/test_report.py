"""The report: its HTML, and what Chromium makes of it where there is one."""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from html.parser import HTMLParser
from importlib.abc import MetaPathFinder
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings

from abclient import health
from abclient.cli import main
from abclient.export import Item, export_rows
from abclient.report import render_report, write_report
from abclient.results import COLUMNS, ResultRow
from support.browser import CHROMIUM, Page, browser_page
from support.rows import NOW, a_row, any_rows

needs_chromium = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"there is no {CHROMIUM}")

EVIL = "<script>document.body.dataset.evil = 1</script>"
EVIL_LINK = '<a href="//example.org">x</a>'
EVIL_IMAGE = "\"'><img src=https://example.org/x onerror=document.body.dataset.evil=1> {{script}} </script><!--"
ODD = "%{x} %{y:.1%} {{x}} &#37;{x} &#x25;{y} &lt;b> <b>b</b> a<br>b <a href='//x'>x</a> $x^2$"

POINTS = "document.querySelectorAll('#forest-plot .points path')"
SHOWN = """new Promise((done) => {
  let frames = 0;
  const look = () => {
    const text = document.querySelector(`#${plot} .hoverlayer`).textContent;
    if (text || ++frames > 300) done(text);
    else requestAnimationFrame(look);
  };
  look();
})"""


class Elements(HTMLParser):
    """Every element of a page with its attributes, and the texts of its scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            self.scripts[-1] += data

    @property
    def data(self) -> Any:
        """What the page's script reads."""
        return json.loads(self.scripts[0])


def an_experiment(
    number: int, name: str, *, vendor: str = "launchdarkly", units: Sequence[int] = (5000, 5100)
) -> list[ResultRow]:
    """A baseline and a variation that is better by as many percent as the number says."""
    common: dict[str, Any] = {
        "vendor": vendor, "experiment_id": f"e{number}", "experiment_name": name, "status": "running",
        "period_end": NOW, "metric_id": "m1", "metric_name": "Purchase", "metric_kind": "conversion",
    }  # fmt: skip
    better = number / 100
    return [
        a_row(**common, variation_id="a", variation_name="Control", is_baseline=True, units=units[0], mean=0.1),
        a_row(
            **common, variation_id="b", variation_name="Treatment", is_baseline=False, units=units[1], mean=0.1,
            difference=better, difference_low=better - 0.02, difference_high=better + 0.02,
            difference_kind="relative", probability=0.9, probability_kind="is_best",
        ),
    ]  # fmt: skip


def some_rows() -> list[ResultRow]:
    """Thirty experiments of two vendors, the last two with names that mean harm."""
    names = [f"Experiment {number}" for number in range(28)]
    vendors = ("launchdarkly", "convert_v1")
    return [
        row
        for number, name in enumerate([*names, EVIL, EVIL_IMAGE])
        for row in an_experiment(number, name, vendor=vendors[number % 2])
    ]


def with_health(rows: Sequence[ResultRow]) -> list[health.Health]:
    """The rows' health, of which one experiment should have had another split."""
    shares = {row.experiment: {"a": 50.0, "b": 50.0} for row in rows}
    shares[rows[0].experiment] = {"a": 80.0, "b": 20.0}
    return health.check(rows, allocations=shares)


def test_every_row_is_in_the_page() -> None:
    """The page's data have every field of every row, and None stays None."""
    rows = some_rows()
    data = Elements(render_report(rows)).data
    assert data["count"] == len(rows)
    assert list(data["columns"]) == list(COLUMNS)
    names = data["columns"]["experiment_name"]
    assert [names["values"][place] for place in names["index"]] == [row.experiment_name for row in rows]
    assert data["columns"]["difference"] == [row.difference for row in rows]
    assert set(data["columns"]["project"]["index"]) == {-1}


@given(rows=any_rows())
@settings(max_examples=15, deadline=None)
def test_any_rows_can_be_shown(rows: list[ResultRow]) -> None:
    """Whatever a row may hold, the page has exactly the elements it should have, and its data can be read."""
    page = Elements(render_report(rows, title="".join(row.experiment_id for row in rows)))
    assert [tag for tag, _ in page.found].count("script") == 3
    assert page.data["count"] == len(rows)


def test_names_stay_names() -> None:
    """Names, ids and the title that look like HTML, or like the template's own marks, are shown as they are."""
    evil: dict[str, Any] = dict.fromkeys(("vendor", "variation_id", "segment"), EVIL)
    rows = [
        a_row(experiment_id=EVIL_IMAGE, variation_name=EVIL_IMAGE, experiment_name=name, units=1, **evil)
        for name in (EVIL, EVIL_IMAGE)
    ]
    page = render_report(rows, title=EVIL_IMAGE, health=health.check(rows))
    found = Elements(page)
    assert [tag for tag, _ in found.found].count("script") == 3
    assert not [tag for tag, _ in found.found if tag == "img"]
    assert found.data["columns"]["vendor"]["values"] == [EVIL]
    assert not [name for _, attributes in found.found for name in attributes if name.startswith("on")]


def test_it_refers_to_nothing_outside() -> None:
    """No element has an address, and the page's own policy forbids loading, sending, and any other script."""
    found = Elements(render_report(some_rows())).found
    assert not [attributes for _, attributes in found if attributes.keys() & {"src", "href", "action", "data"}]
    policy = next(one["content"] for _, one in found if one.get("http-equiv") == "Content-Security-Policy")
    assert policy
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe-eval" not in policy
    assert "http" not in policy


def test_the_same_rows_make_the_same_page() -> None:
    """Nothing depends on the time, on chance, or on the order of sets, not even in another process."""
    code = (
        "import sys; sys.path[:0] = sys.argv[1:]; import hashlib; from contract.test_report import *\n"
        "rows = some_rows(); print(hashlib.sha256(render_report(rows, health=with_health(rows)).encode()).hexdigest())"
    )
    tests = str(Path(__file__).parents[1])
    printed = {
        subprocess.run(
            [sys.executable, "-c", code, tests],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1


def test_warnings_are_named_first_the_worst() -> None:
    """Uneven traffic comes first, with the variations' names and what was expected, then what else was found."""
    rows = [*some_rows(), *an_experiment(50, "Small one", units=(20, 30))]
    page = render_report(rows, health=with_health(rows))
    section = page[page.index('<section id="health"') : page.index('<section id="rows"')]
    assert "Control has 5,000 where 8,080 were expected" in section
    assert re.search(r"with a sample-ratio mismatch.*with too few units.*Small one.*Control has 20", section, re.DOTALL)


def test_nothing_is_claimed_that_was_not_tested() -> None:
    """Without allocations the page says that the split was not tested; without findings, that nothing was found."""
    page = render_report(an_experiment(1, "One"))
    assert "the split was not tested" in page
    assert "No problems were found in 1 experiments" in page
    assert "There are no rows." in render_report([])


def test_it_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Directories are made, an old report is replaced, and a failure leaves the old one and nothing else."""
    target = tmp_path / "new" / "report.html"
    assert write_report(some_rows(), target) == target
    before = target.read_bytes()

    def refuse(self: Path, other: Path) -> None:
        raise OSError("no room")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="no room"):
        write_report([], target)
    assert [path.name for path in target.parent.iterdir()] == ["report.html"]
    assert target.read_bytes() == before


@pytest.mark.parametrize("target", [".", "/", "there"])
def test_a_directory_is_no_report(target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A directory in the report's place is named as it was given, and nothing is left in it."""
    monkeypatch.chdir(tmp_path)
    Path("there").mkdir()
    with pytest.raises(IsADirectoryError) as refused:
        write_report([], target)
    assert refused.value.filename == target
    assert list(Path("there").iterdir()) == []


def test_the_command_makes_a_page_of_exports(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`abclient report` puts the rows of all directories onto one page, and names what is no export."""
    for number in (1, 2):
        source = stream([("key", an_experiment(number, f"Number {number}"))])
        asyncio.run(export_rows(tmp_path / str(number), source, file_format="jsonl"))
    target = tmp_path / "page.html"
    with pytest.raises(SystemExit) as ended:
        main(["report", str(tmp_path / "1"), str(tmp_path / "2"), "-o", str(target), "--title", "Both"])
    assert ended.value.code == 0
    assert str(target) in capsys.readouterr().out
    page = Elements(target.read_text(encoding="utf-8"))
    assert page.data["columns"]["experiment_name"]["values"] == ["Number 1", "Number 2"]
    with pytest.raises(SystemExit) as ended:
        main(["report", str(tmp_path), "-o", str(target)])
    assert ended.value.code == 1
    assert f"{tmp_path}: there is no export in it" in capsys.readouterr().err


@pytest.mark.parametrize("made", ["link", "link to a pipe", "pipe"])
def test_a_report_leads_nowhere_else(made: str, tmp_path: Path) -> None:
    """A link is replaced, and not what it leads to; a pipe, which nobody reads from, is refused."""
    target, victim = tmp_path / "out" / "report.html", tmp_path / "victim"
    target.parent.mkdir()
    if made == "link":
        victim.write_text("precious")
    else:
        os.mkfifo(target if made == "pipe" else victim)
    if made != "pipe":
        target.symlink_to(victim)
    if made == "link":
        write_report([], target)
        assert (victim.read_text(), target.is_symlink()) == ("precious", False)
    else:
        with pytest.raises(OSError, match="Not a file, but a link, a pipe or a device"):
            write_report([], target)
    assert [path.name for path in target.parent.iterdir()] == ["report.html"]


def test_a_report_survives_a_loss_of_power(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is synced before it is in its place, and so is every directory with a new entry; a failure of that is said."""
    synced: list[Path] = []
    fsync = os.fsync

    def watched(descriptor: int) -> None:
        synced.append(Path(f"/proc/self/fd/{descriptor}").resolve())
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", watched)
    target = write_report([], tmp_path / "a" / "b" / "report.html")
    draft = synced.pop(2)
    assert (draft.parent, draft.name.startswith(".abclient-")) == (target.parent, True)
    assert synced == [tmp_path, tmp_path / "a", target.parent]

    def failing(descriptor: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", failing)
    before = target.read_bytes()
    with pytest.raises(OSError, match="Input/output error"):
        write_report(some_rows(), target)
    assert target.read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == ["report.html"]


async def stream(items: list[Item]) -> AsyncIterator[Item]:
    """The items, as a source of an export gives them."""
    for item in items:
        yield item


def test_the_charting_library_comes_when_it_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Importing the module loads no Plotly; without Plotly one line says which extra brings it."""

    class Without(MetaPathFinder):
        def find_spec(self, fullname: str, path: object, target: object = None) -> None:
            if fullname == "plotly":
                raise ModuleNotFoundError("No module named 'plotly'", name="plotly")

    code = "import sys, abclient.report; sys.exit('plotly' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    for name in [name for name in sys.modules if name.split(".")[0] == "plotly"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Without(), *sys.meta_path])
    with pytest.raises(ImportError, match=r"^plotly is not installed: pip install 'abclient-experiments\[report\]'$"):
        render_report([])


@needs_chromium
async def test_chromium_shows_it_and_loads_nothing(tmp_path: Path) -> None:
    """Charts and table are drawn, nothing but the file is asked for, and the console stays empty."""
    rows = some_rows()
    path = write_report(rows, tmp_path / "report.html", health=with_health(rows))
    async with browser_page() as page:
        await page.set_screen(1280, 900)
        await page.open(path)
        assert await page.evaluate(f"{POINTS}.length") == 15
        assert await page.evaluate("document.querySelectorAll('#traffic-plot .bars path').length") == 20
        assert await page.evaluate("document.querySelectorAll('#table tbody tr').length") == 50
        assert await page.evaluate("document.getElementById('rows-note').textContent") == "60 of 60 rows"
        assert page.requested == [path.as_uri()]
        assert page.complaints == []


@needs_chromium
async def test_chromium_runs_no_script_of_a_name(tmp_path: Path) -> None:
    """Names that are scripts and images are drawn as text: in charts, table, choices, and what opens on a click."""
    rows = [row for name in (EVIL, EVIL_LINK) for row in an_experiment(1, name, vendor=EVIL)]
    rows += [a_row(vendor=EVIL_IMAGE, experiment_id=EVIL, metric_id=EVIL_IMAGE, status=EVIL, difference=1.0, units=1)]
    path = write_report(rows, tmp_path / "report.html", title=EVIL, health=with_health(rows))
    async with browser_page() as page:
        await page.set_screen(1280, 900)
        await page.open(path)
        for place, shown in ((1, EVIL), (0, EVIL_LINK)):
            await page.evaluate(f"document.getElementById('metric').selectedIndex = {place}")
            await page.type("metric")
            assert shown[:28] in await page.evaluate("document.getElementById('forest-plot').textContent")
        await page.evaluate("document.querySelectorAll('td.expand button').forEach((button) => button.click())")
        await page.evaluate("new Promise(requestAnimationFrame)")
        assert await page.evaluate("document.body.dataset.evil") is None
        assert await page.evaluate("document.querySelectorAll('body img, body a, main script').length") == 0
        assert EVIL in await page.evaluate("document.getElementById('table').textContent")
        assert page.requested == [path.as_uri()]
        assert page.complaints == []


async def hovered(page: Page, plot: str, mark: str) -> str:
    """What a chart shows when the mouse is on the first of its marks; nothing if nothing appears in time."""
    await page.point_at(f"#{plot} {mark}")
    return str(await page.evaluate(f"((plot) => {SHOWN})({json.dumps(plot)})"))


@needs_chromium
async def test_chromium_shows_names_as_they_are(tmp_path: Path) -> None:
    """What means something to the charting library means nothing in a name, in a chart as well as under the mouse."""
    rows = [
        evolve(row, experiment_name=f"E{ODD}", metric_name=f"M{ODD}", variation_name=f"{row.variation_id}{ODD}")
        for row in [*an_experiment(2, "", vendor=f"O{ODD}"), *an_experiment(1, "")]
    ]
    path = write_report(rows, tmp_path / "report.html", health=with_health(rows))
    async with browser_page() as page:
        await page.set_screen(1280, 900)
        await page.open(path)
        for plot, names in (
            ("forest-plot", ((f"E{ODD}", 34), (f"b{ODD}", 16), (f"O{ODD}", 52))),
            ("traffic-plot", ((f"E{ODD}", 46), (f"a{ODD}", 18), (f"b{ODD}", 18), (f"O{ODD}", 52))),
        ):
            drawn = await page.evaluate(f"document.getElementById('{plot}').textContent")
            assert [name for name, length in names if name[: length - 1] + "\u2026" not in drawn] == []
        point = await hovered(page, "forest-plot", ".points path")
        assert point.startswith(f"E{ODD}O{ODD}, M{ODD}b{ODD}difference +2.0")
        assert (await hovered(page, "traffic-plot", ".bars path")).startswith(f"a{ODD}5,000 units")
        assert page.complaints == []


@needs_chromium
@pytest.mark.parametrize("width", [1280, 390])
async def test_chromium_explains_a_single_comparison(width: int, tmp_path: Path) -> None:
    """There is room for what the only point of a chart shows under the mouse, which else would not appear at all."""
    rows = an_experiment(1, "Only one")
    path = write_report(rows, tmp_path / "report.html", health=with_health(rows))
    async with browser_page() as page:
        await page.set_screen(width, 900)
        await page.open(path)
        assert "to be best" in await hovered(page, "forest-plot", ".points path")
        assert "intended 80.0" in await hovered(page, "traffic-plot", ".bars path")


@needs_chromium
async def test_chromium_compares_the_newest_of_every_metric(tmp_path: Path) -> None:
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
    ]
    path = write_report(rows, tmp_path / "report.html")
    async with browser_page() as page:
        await page.set_screen(1280, 900)
        await page.open(path)
        lines = await page.evaluate("document.getElementById('forest-plot').layout.annotations.map(({ text }) => text)")
        names = Counter(text for text in lines if " \u00b7 " in text and not text.startswith("LaunchDarkly"))
        assert names == {
            "Two metrics on one event \u00b7 Treatment": 2,
            "Two metrics on one event \u00b7 Other": 1,
            "Series \u00b7 Treatment": 1,
            "No time \u00b7 Treatment": 2,
            "Some time \u00b7 Treatment": 1,
        }
        assert sum("\u221220.0" in text for text in lines) == 1
        assert not [text for text in lines if "\u221230.0" in text]


@needs_chromium
async def test_chromium_searches_sorts_and_turns_pages(tmp_path: Path) -> None:
    """The search narrows charts and table; a column's head sorts; the next page follows; a row opens and closes."""
    path = write_report(some_rows(), tmp_path / "report.html")
    async with browser_page() as page:
        await page.set_screen(1280, 900)
        await page.open(path)
        first = "document.querySelector('#table tbody td').firstChild.textContent"
        await page.evaluate("document.querySelectorAll('#table th button')[5].click()")
        assert await page.evaluate(first) == EVIL_IMAGE
        await page.evaluate("document.querySelectorAll('#rows-pager button')[1].click()")
        assert await page.evaluate("document.querySelectorAll('#table tbody tr').length") == 10
        await page.evaluate("document.querySelectorAll('#forest-pager button')[1].click()")
        assert await page.evaluate("document.querySelector('#forest-pager span').textContent") == "16\u201330 of 30"
        await page.evaluate("document.querySelector('td.expand button').click()")
        assert "fetched at" in await page.evaluate("document.querySelector('tr.more').textContent")
        await page.evaluate("document.querySelector('td.expand button').click()")
        assert await page.evaluate("document.querySelector('tr.more')") is None
        await page.type("search", "convert EXPERIMENT treatment 27")
        assert await page.evaluate(f"{POINTS}.length") == 1
        assert await page.evaluate(first) == "Experiment 27"
        await page.type("search", "nothing like this")
        assert await page.evaluate("document.getElementById('rows-note').textContent") == "0 of 60 rows"
        assert page.complaints == []


@needs_chromium
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
async def test_chromium_follows_the_screen(tmp_path: Path, *, dark: bool) -> None:
    """Colours are the system's until the button changes them; on a phone nothing is wider than the screen."""
    rows = some_rows()
    path = write_report(rows, tmp_path / "report.html", health=with_health(rows))
    background = "getComputedStyle(document.body).backgroundColor"
    colours = ["rgb(245, 246, 248)", "rgb(18, 21, 28)"]
    async with browser_page() as page:
        await page.set_screen(390, 844, dark=dark)
        await page.open(path)
        assert await page.evaluate(background) == colours[dark]
        assert await page.evaluate("document.documentElement.scrollWidth") == 390
        assert await page.evaluate(f"{POINTS}.length") == 10
        await page.evaluate("document.getElementById('theme').click()")
        assert await page.evaluate(background) == colours[not dark]
        assert page.complaints == []


VERDICTS: list[tuple[dict[str, Any], str]] = [
    ({"verdict": "winner", "direction": "decrease", "difference_low": -0.3, "difference_high": -0.1}, "better"),
    ({"verdict": "loser", "direction": "decrease", "difference_low": 0.1, "difference_high": 0.3}, "worse"),
    ({"verdict": "better", "difference_low": None, "difference_high": None}, "better"),
    ({"verdict": "inconclusive", "difference_low": 0.1, "difference_high": 0.3}, "open"),
    ({"direction": "decrease", "difference_low": -0.3, "difference_high": -0.1}, "better"),
    ({"direction": "increase", "difference_low": -0.3, "difference_high": -0.1}, "worse"),
    ({"difference_low": 0.1, "difference_high": 0.3}, "better"),
    ({"difference_low": -0.1, "difference_high": 0.3}, "open"),
    ({"difference_low": None, "difference_high": None}, "open"),
]


@needs_chromium
@pytest.mark.parametrize(("values", "color"), VERDICTS)
async def test_chromium_colors_by_verdict(values: dict[str, Any], color: str, tmp_path: Path) -> None:
    """The vendor's verdict comes first, then the interval and the wanted direction: a decrease can be better."""
    _, row = an_experiment(1, "Bounces")
    path = write_report([evolve(row, **values)], tmp_path / "report.html")
    async with browser_page() as page:
        await page.set_screen(1280, 900)
        await page.open(path)
        drawn = "document.getElementById('forest-plot').data.filter(({ mode, x }) => mode === 'markers' && x.length)"
        wanted = f"getComputedStyle(document.documentElement).getPropertyValue('--{color}').trim()"
        assert await page.evaluate(f"{drawn}.map(({{ marker }}) => marker.color)") == [await page.evaluate(wanted)]
        assert page.complaints == []
