"""``abclient plot`` against the sandbox: of vendors, exports, histories and files."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from html import unescape
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from abclient.export import Item, export_rows
from abclient.results import ResultRow
from abclient.testing import Sandbox
from support.command import Command, credentials
from support.rows import NOW, a_row


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """A small world, which no test changes."""
    with Sandbox(experiments=20, seed=1) as running:
        yield running


@pytest.fixture
def command(
    sandbox: Sandbox, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Command:
    """Runs the command with the sandbox's credentials, in an empty directory."""
    for name, value in credentials(sandbox.url).items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    return Command(capsys)


def text_of(page: str) -> str:
    """What a page says below its plot."""
    return unescape(Path(page).read_text(encoding="utf-8").partition("<ul>")[2].partition("</ul>")[0])


def test_a_forest_of_a_vendor(command: Command) -> None:
    """Of running experiments only, if these are asked for, in the file that is named."""
    ended = command("plot", "forest", "optimizely", "--status", "running", "-o", "new/forest.html", "--limit", "5")
    assert (ended.code, ended.out, ended.err) == (0, "new/forest.html\n", "")
    running = {
        row["experiment_name"] for row in command("results", "optimizely", "--status", "running", "--json").document
    }
    lines = text_of("new/forest.html").split("<li>")[2:]
    assert len(lines) == 5
    assert {line.partition(" · ")[0] for line in lines} <= running


def test_an_experiment_over_time(command: Command) -> None:
    """A vendor's time series is fetched; both plots over time show the same variations."""
    rows = command("results", "optimizely", "--status", "running", "--primary", "--json").document
    one = rows[0]["experiment_id"]
    for kind in ("over-time", "probability"):
        assert command("plot", kind, "optimizely", "--experiment", one).code == 0
        shown = text_of("plot.html").split("<li>")[2:]
        names = {row["variation_name"] for row in rows if row["experiment_id"] == one and not row["is_baseline"]}
        assert {line.partition(":")[0] for line in shown} == names


def test_traffic_of_a_vendor_and_of_its_export(command: Command) -> None:
    """The intended shares are known in both, and the plots are the same."""
    assert command("plot", "traffic", "optimizely", "--out", "vendor.html").code == 0
    assert command("export", "optimizely", "--out", "exported").code == 0
    assert command("plot", "traffic", "exported", "--out", "export.html").code == 0
    assert "tested" in text_of("export.html")
    assert sorted(text_of("vendor.html").split("<li>")) == sorted(text_of("export.html").split("<li>"))


def absent(name: str) -> None:
    """As ``find_spec`` of what is not installed."""


async def a_history(place: Path) -> None:
    """An export of two nights."""

    async def source(rows: list[ResultRow]) -> AsyncIterator[Item]:
        item: Item = ("key", rows)
        yield item

    for night in range(2):
        row = a_row(
            experiment_name="Checkout", status="running", metric_name="Purchase", metric_id="m", variation_name="Blue",
            variation_id="b", units=100, difference=0.1 * night, difference_low=-0.1, difference_high=0.4,
            difference_kind="relative", period_end=NOW + timedelta(days=night), fetched_at=NOW + timedelta(days=night),
        )  # fmt: skip
        await export_rows(place, source([row]), history=True)


def test_an_export_that_keeps_its_history(command: Command, tmp_path: Path) -> None:
    """Over time its nights are shown, with pyarrow or without; other plots show what is current."""
    import asyncio

    asyncio.run(a_history(tmp_path / "nightly"))
    assert command("plot", "over-time", "nightly", "--experiment", "Checkout", "--metric", "Purchase").code == 0
    said = text_of("plot.html")
    assert "Blue: +0.0\u202f%" in said
    assert "+10.0\u202f%" in said
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("abclient.cli.plot.find_spec", absent)
        assert command("plot", "over-time", "nightly").code == 0
    assert text_of("plot.html") == said
    assert command("plot", "forest", "nightly").code == 0
    assert "Checkout · Purchase · Blue: ● undecided +10.0" in text_of("plot.html")


@pytest.mark.parametrize("name", ["csv", "jsonl", "parquet"])
def test_a_file_of_rows(name: str, command: Command, tmp_path: Path) -> None:
    """A part of an export can be plotted alone; what is no such file is refused with the reason."""
    assert command("export", "launchdarkly", "--out", "exported", "--format", name).code == 0
    (part,) = (path for path in (tmp_path / "exported").glob("part-*") if path.suffix == f".{name}")
    ended = command("plot", "forest", part, "--out", "file.html")
    assert (ended.code, ended.out) == (0, "file.html\n")
    broken = tmp_path / f"broken.{name}"
    broken.write_bytes(b"something else\n")
    ended = command("plot", "forest", broken)
    assert (ended.code, len(ended.lines)) == (2, 1)
    assert ended.err.startswith(f"abclient: {broken}: not a file of rows: ")


def test_what_fails_is_listed(sandbox: Sandbox, command: Command) -> None:
    """The rest is plotted, with exit code 3; where nothing is left, no file is written."""
    assert command("export", "optimizely", "--out", "exported").code == 0
    Path("empty").mkdir()
    partial = command("plot", "forest", "exported", "empty")
    assert (partial.code, partial.out) == (3, "plot.html\n")
    assert partial.lines[0] == "abclient: empty: there is no export in it"
    failed = command("plot", "forest", "optimizely", "--experiment", "17", "--out", "none.html")
    assert (failed.code, failed.out, Path("none.html").exists()) == (1, "", False)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("forest nowhere", "nowhere is neither a directory, nor a file, nor one of launchdarkly, "),
        ("forest optimizely launchdarkly", "give one vendor, or any number of directories"),
        ("forest optimizely --out x.txt", "--out x.txt: give a name that ends in .html"),
        ("forest here.txt", "here.txt: not a file of rows, whose names end in .csv, .jsonl, .parquet"),
        ("over-time optimizely", "rows of several experiments: choose one with --experiment, such as"),
        (
            "probability convert_v1",
            "Convert v1 has no results over time: plot an export that keeps a history (abclient export convert_v1 ",
        ),
        ("forest optimizely --metric nothing", "there is no metric 'nothing', but "),
    ],
)
def test_what_cannot_be_plotted(line: str, said: str, command: Command) -> None:
    """One line says why, and how to choose, with exit code 2."""
    Path("here.txt").write_text("")
    ended = command("plot", *line.split())
    assert (ended.code, ended.out, len(ended.lines)) == (2, "", 1)
    assert ended.err.startswith(f"abclient: {said}")


def test_pictures_need_kaleido(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it, one line says so; with it, Plotly writes the picture."""
    ended = command("plot", "forest", "optimizely", "--out", "x.png")
    assert (ended.code, len(ended.lines)) == (2, 1)
    assert "pip install kaleido" in ended.err
    written: list[Any] = []
    monkeypatch.setattr("abclient.cli.plot.find_spec", ModuleType)
    import plotly.graph_objects  # type: ignore[import-untyped]  # pyright: ignore[reportMissingTypeStubs]

    def write_image(figure: Any, path: Path, **options: Any) -> None:
        written.append((path, options["width"]))

    monkeypatch.setattr(plotly.graph_objects.Figure, "write_image", write_image)
    ended = command("plot", "forest", "optimizely", "--out", "pictures/x.png")
    assert (ended.code, ended.out) == (0, "pictures/x.png\n")
    assert written == [(Path("pictures/x.png"), 900)]
    assert "plotly" in sys.modules
