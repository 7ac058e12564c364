"""The report: its HTML, its data, and its file."""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings

from abclient import health
from abclient.cli import main
from abclient.export import HistoryRow, Item, export_rows
from abclient.report import render_report, write_report
from abclient.results import COLUMNS, ExperimentKey, ResultRow, to_arrow, to_pandas, to_polars
from support.reports import EVIL, EVIL_IMAGE, Elements, an_experiment, some_rows, values, with_health
from support.rows import NOW, a_row, any_rows

FRAMES = {"arrow": to_arrow, "pandas": to_pandas, "polars": to_polars}


def test_every_row_is_in_the_page() -> None:
    """The page's data have every field of every row, and None stays None."""
    rows = some_rows()
    data = Elements(render_report(rows)).data["rows"]
    assert data["count"] == len(rows)
    assert list(data["columns"]) == list(COLUMNS)
    for name, column in data["columns"].items():
        given = [getattr(row, name) for row in rows]
        if COLUMNS[name] == "time":
            given = [None if time is None else f"{time:%Y-%m-%d %H:%M:%S} UTC" for time in given]
        assert values(column, len(rows)) == given
    assert data["columns"]["project"] == {"values": [], "index": []}  # of what all rows lack, nothing
    assert data["columns"]["status"] == {"values": ["running"], "index": []}  # of what all rows share, one


@given(rows=any_rows())
@settings(max_examples=15, deadline=None)
def test_any_rows_can_be_shown(rows: list[ResultRow]) -> None:
    """Whatever a row may hold, the page has exactly the elements it should have, and its data can be read."""
    page = Elements(render_report(rows, title="".join(row.experiment_id for row in rows)))
    assert [tag for tag, _ in page.found].count("script") == 2
    assert page.data["rows"]["count"] == len(rows)


def test_names_stay_names() -> None:
    """Names, ids and the title that look like HTML, or like the template's own marks, are shown as they are."""
    evil: dict[str, Any] = dict.fromkeys(("vendor", "variation_id", "segment"), EVIL)
    rows = [
        a_row(experiment_id=EVIL_IMAGE, variation_name=EVIL_IMAGE, experiment_name=name, units=1, **evil)
        for name in (EVIL, EVIL_IMAGE)
    ]
    page = render_report(rows, title=EVIL_IMAGE, health=health.check(rows))
    found = Elements(page)
    assert [tag for tag, _ in found.found].count("script") == 2
    assert not [tag for tag, _ in found.found if tag == "img"]
    assert found.data["rows"]["columns"]["vendor"]["values"] == [EVIL]
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
        "import hashlib, sys; sys.path[:0] = sys.argv[1:]\n"
        "from abclient.report import render_report; from support.reports import some_rows, with_health\n"
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


def test_the_policy_allows_the_pages_own_script() -> None:
    """Whatever is in the page, its policy names one script, which is the one that the package brings."""
    for rows in ([], some_rows()):
        page = Elements(render_report(rows))
        _, script = page.scripts
        policy = next(one["content"] for _, one in page.found if one.get("http-equiv") == "Content-Security-Policy")
        assert policy
        allowed = b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert re.findall("'sha256-[^']*'", policy) == [f"'sha256-{allowed}'"]


def test_the_file_is_small() -> None:
    """A page without rows takes less than 80 kB, and rows take little."""
    rows = some_rows() * 50
    page = render_report(rows)
    data = len(Elements(page).scripts[0])
    assert len(page.encode()) - data < 80_000
    assert data < 50 * len(rows)


def test_the_least_likely_splits_come_first_with_the_variations_names() -> None:
    """A mismatch is told with names and with what was expected; other findings and untested splits follow."""
    rows = [*some_rows(), *an_experiment(50, "Small one", units=(20, 30))]
    data = Elements(render_report(rows, health=with_health(rows))).data
    first, *others = data["health"]
    assert (first["experiment"], first["total"]) == (0, 10_100)
    assert [one["name"] for one in first["variations"]] == ["Control", "Treatment"]
    assert "Control has 5,000 where 8,080 were expected" in first["findings"][0]["message"]
    assert [one["p_value"] for one in others] == sorted(one["p_value"] for one in others)
    small = next(one for one in others if one["experiment"] == len(data["experiments"]) - 1)
    assert [finding["kind"] for finding in small["findings"]] == ["too_few_units"]
    assert "Control has 20" in small["findings"][0]["message"]


def test_experiments_without_rows_are_in_the_page() -> None:
    """What was expected and has no results is an experiment with a finding, of a vendor with a title."""
    missing = ExperimentKey("convert_v1", "7", None, "99")
    rows = an_experiment(1, "One")
    data = Elements(render_report(rows, health=health.check(rows, expected=[missing]))).data
    assert [one["experiment_id"] for one in data["experiments"]] == ["e1", "99"]
    assert data["vendors"] == {"convert_v1": "Convert v1", "launchdarkly": "LaunchDarkly"}
    assert [one["experiment"] for one in data["health"] if one["findings"]] == [1]


def test_an_experiment_has_the_name_and_status_that_were_fetched_last() -> None:
    """Of rows with several names, as of several exports, the newest one's counts, wherever it stands."""
    later = [
        evolve(row, experiment_name="New", status="ended", fetched_at=NOW + timedelta(days=1))
        for row in an_experiment(1, "Old")
    ]
    for rows in ([*an_experiment(1, "Old"), *later], [*later, *an_experiment(1, "Old")]):
        assert [
            (one["experiment_name"], one["status"]) for one in Elements(render_report(rows)).data["experiments"]
        ] == [("New", "ended")]


@pytest.mark.parametrize(("nights", "kept"), [(1, 1), (120, 120), (121, 61), (365, 92)])
def test_a_long_history_is_thinned(nights: int, kept: int) -> None:
    """Of each variation's history up to 120 points are kept, at even distances, and always the newest."""
    rows = an_experiment(1, "One")
    times = [NOW + timedelta(days=night) for night in range(nights)]
    history = [evolve(row, fetched_at=time, period_end=time) for time in times for row in rows]
    table = Elements(render_report(rows, history=history)).data["history"]
    shown = values(table["columns"]["fetched_at"], table["count"])
    assert len(shown) == kept
    assert shown == sorted(shown)
    assert shown[-1] == f"{times[-1]:%Y-%m-%d %H:%M:%S} UTC"


@pytest.mark.parametrize("kind", ["runs", "arrow", "pandas", "polars"])
def test_a_history_may_be_what_read_history_returns(kind: str) -> None:
    """Rows with their runs and tables of any kind say the same as rows; what was not seen anew counts once."""
    rows = an_experiment(1, "One")
    first, second = (
        [evolve(row, fetched_at=NOW + timedelta(days=day), difference_low=None) for row in rows] for day in (0, 1)
    )
    given: Any = [HistoryRow(run, NOW, row) for run, seen in enumerate((first, second, second), 1) for row in seen]
    if kind != "runs":
        given = FRAMES[kind]([seen.row for seen in given])
    shown, wanted = (Elements(render_report(rows, history=one)).data["history"] for one in (given, [*first, *second]))
    assert shown == wanted
    assert shown["count"] == 2


def test_only_differences_of_the_experiments_shown_are_a_history() -> None:
    """Baselines have nothing to show over time, and experiments without rows of their own are left out."""
    rows = an_experiment(1, "One")
    table = Elements(render_report(rows, history=[*rows, *an_experiment(2, "Two")])).data["history"]
    assert (table["count"], table["experiment"]) == (1, [0])
    assert values(table["columns"]["variation_id"], 1) == ["b"]


def test_a_page_without_rows_says_so() -> None:
    """There is a page for no rows at all, too."""
    page = render_report([])
    assert "There are no rows." in page
    assert Elements(page).data["experiments"] == []


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
    assert page.data["rows"]["columns"]["experiment_name"]["values"] == ["Number 1", "Number 2"]
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


def exported(directory: Path, *given: list[ResultRow]) -> str:
    """The directory with an export of these rows, each list by a key of its own."""
    items: list[Item] = [(str(place), rows) for place, rows in enumerate(given)]
    asyncio.run(export_rows(directory, stream(items), file_format="jsonl"))
    return str(directory)


def reported(*directories: str, target: Path) -> tuple[Any, Any]:
    """The data of a report of these directories, and its exit code."""
    with pytest.raises(SystemExit) as ended:
        main(["report", *directories, "-o", str(target)])
    return Elements(target.read_text(encoding="utf-8")).data["rows"], ended.value.code


@pytest.mark.parametrize("file_format", ["jsonl", "parquet"])
def test_exports_with_a_history_show_it(file_format: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What several runs saw is in the page, of one directory and of several; where it is damaged the rest is shown."""
    nights = [
        [
            evolve(row, fetched_at=NOW + timedelta(days=day), period_end=NOW + timedelta(days=day))
            for row in an_experiment(1, "One")
        ]
        for day in range(3)
    ]
    directory = tmp_path / "export"
    for rows in nights:
        asyncio.run(
            export_rows(directory, stream([("key", rows)]), file_format=file_format, history=True, refetch_all=True)
        )
    other = exported(tmp_path / "other", an_experiment(2, "Two"))
    for directories in ([str(directory)], [str(directory), other]):
        with pytest.raises(SystemExit) as ended:
            main(["report", *directories, "-o", str(tmp_path / "page.html")])
        history = Elements((tmp_path / "page.html").read_text(encoding="utf-8")).data["history"]
        assert (history["count"], ended.value.code) == (3, 0)
    for file in directory.glob("_history-*"):
        file.write_bytes(b"broken")
    data, code = reported(str(directory), target=tmp_path / "page.html")
    assert (data["count"], code) == (2, 3)
    assert f"{directory}, history: " in capsys.readouterr().err


async def stream(items: list[Item]) -> AsyncIterator[Item]:
    """The items, as a source of an export gives them."""
    for item in items:
        yield item


def test_a_report_needs_no_extra(tmp_path: Path) -> None:
    """Nothing but the default install is imported for it: no charting library, no tables, no statistics."""
    code = (
        "import sys; sys.path[:0] = sys.argv[2:]\n"
        "from abclient.report import write_report; from support.reports import some_rows\n"
        "write_report(some_rows(), sys.argv[1], history=some_rows())\n"
        "print(*{'plotly', 'pandas', 'polars', 'pyarrow', 'scipy', 'numpy'} & sys.modules.keys())"
    )
    tests = str(Path(__file__).parents[1])
    ended = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "page.html"), tests], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "\n", "")
