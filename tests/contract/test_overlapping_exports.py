"""Reports and health of several exports that have the same results: each result counts once, and that is said."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from abclient.cli import main
from abclient.export import Exported, Item, export_rows, merge_experiments, read_experiments
from abclient.results import COLUMNS, ExperimentKey, ResultRow
from support.command import Command
from support.reports import Elements
from support.rows import NOW, a_row

SAID = "abclient: these exports overlap; results that several of them have: {}; the newest rows of each count\n"
DAY = timedelta(days=1)


def rows_of(experiment: str, *, days: int = 0, units: int = 5000, **values: Any) -> list[ResultRow]:
    """A baseline and a variation of one metric, fetched after some days."""
    common: dict[str, Any] = {"experiment_id": experiment, "status": "running", "metric_id": "m", "period_end": NOW}
    common |= {"fetched_at": NOW + days * DAY, **values}
    return [a_row(variation_id=one, is_baseline=one == "a", units=units, mean=0.1, **common) for one in "ab"]


def exported(directory: Path, *given: Sequence[ResultRow], **options: Any) -> str:
    """The directory with an export of these rows, each list by a key of its own."""

    async def source() -> AsyncIterator[Item]:
        for place, rows in enumerate(given):
            yield place, rows

    chosen: dict[str, Any] = {"file_format": "jsonl", **options}
    asyncio.run(export_rows(directory, source(), **chosen))
    return str(directory)


def counted(directories: Sequence[str], target: Path) -> int:
    """How many rows a report of these directories has."""
    with pytest.raises(SystemExit) as ended:
        main(["report", *directories, "-o", str(target)])
    assert ended.value.code == 0
    return int(Elements(target.read_text(encoding="utf-8")).data["rows"]["count"])


def test_a_report_counts_every_result_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The newest rows, wherever they are named, also of the same directory twice; the number of results is said."""
    first = exported(tmp_path / "1", rows_of("1"), rows_of("2"))
    second = exported(tmp_path / "2", rows_of("1", days=1), rows_of("3"))
    page = tmp_path / "page.html"
    for several, directories in ((1, (first, second)), (1, (second, first)), (2, (first, second, first))):
        assert counted(directories, page) == 6
        assert capsys.readouterr().err == SAID.format(several)
    assert (counted([first], page), capsys.readouterr().err) == (4, "")


def test_health_counts_every_result_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Findings are those of the newest rows; in one directory as in several."""
    command = Command(capsys)
    few = exported(tmp_path / "few", rows_of("1", units=5), rows_of("2"))
    many = exported(tmp_path / "many", rows_of("1", days=1), rows_of("2", days=-1, units=5), rows_of("3", units=5))
    ended = command("health", few, many, "--format", "json")
    assert (ended.code, ended.err) == (0, SAID.format(2))
    found = {one["experiment_id"]: [each["kind"] for each in one["findings"]] for one in ended.document}
    assert found == {"1": [], "2": [], "3": ["too_few_units"]}
    ended = command("health", few, "--strict")
    assert (ended.code, ended.err, "1 checked" in ended.out) == (1, "", False)
    ended = command("health", few, few)
    assert (ended.code, ended.err) == (0, SAID.format(2))
    assert ended.out.endswith("2 checked, 1 with findings; the traffic split of 0 could be tested\n")


def test_health_of_what_is_not_an_export(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of several directories the others are checked, with exit code 3; a vendor is checked alone."""
    command = Command(capsys)
    good, bad = exported(tmp_path / "good", rows_of("1")), tmp_path / "bad"
    bad.mkdir()
    ended = command("health", bad, good)
    assert (ended.code, ended.lines) == (
        3,
        [f"abclient: {bad}: there is no export in it", "abclient: 1 failed of 2"],
    )
    for targets in ((good, "optimizely"), ("optimizely", "launchdarkly"), (good, tmp_path / "missing")):
        ended = command("health", *targets)
        assert (ended.code, "give one vendor, or any number of directories of exports" in ended.err) == (2, True)


def test_a_history_counts_as_its_newest_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A directory that keeps a history has current rows as any other: nights do not add up."""
    kept = tmp_path / "kept"
    for night in range(3):
        exported(kept, rows_of("1", days=night, units=5000 + night), history=True)
    plain = exported(tmp_path / "plain", rows_of("1", days=9))
    assert (counted([str(kept)], tmp_path / "page.html"), capsys.readouterr().err) == (2, "")
    assert (counted([str(kept), plain], tmp_path / "page.html"), capsys.readouterr().err) == (2, SAID.format(1))


EXPERIMENT = ExperimentKey("optimizely", None, None, "1")
OTHERS: list[tuple[str, list[ResultRow]]] = [
    ("another metric", rows_of("1", days=1, metric_id="another")),
    ("another kind", rows_of("1", days=1, metric_kind="revenue")),
    ("a segment", rows_of("1", days=1, segment="device=mobile")),
    ("an iteration", rows_of("1", days=1, iteration="2")),
    ("a point in a series", rows_of("1", days=1, result_key="point")),
    ("other variations", [a_row(experiment_id="1", metric_id="m", variation_id=one) for one in "xy"]),
]


def of(rows: Sequence[ResultRow], **values: Any) -> Exported:
    return Exported(experiment=EXPERIMENT, rows=rows, allocation={}, **values)


@pytest.mark.parametrize("other", [case[1] for case in OTHERS], ids=[case[0] for case in OTHERS])
def test_results_that_only_look_the_same_all_count(other: list[ResultRow]) -> None:
    """Each has a key of its own; other variations are those of another account, where nobody named the accounts."""
    first = rows_of("1")
    (merged,) = merge_experiments([of(first), of(other)])
    assert Counter(merged.rows) == Counter([*first, *other])
    assert merged.repeated == 0


def test_the_newest_status_and_shares_count() -> None:
    """Of the export with the newest rows; one without rows is the oldest; what cannot be compared stays as it is."""
    old, new = rows_of("1"), rows_of("1", days=1)
    older = of(old, status="running", keys=["a"])
    newer = of(new, status="ended", keys=["b"])
    (merged,) = merge_experiments([older, newer, of([], status="paused")])
    assert (merged.status, merged.rows, merged.keys, merged.repeated) == ("ended", new, ["a", "b"], 1)
    assert merge_experiments([older]) == [older]
    assert merge_experiments([]) == []


def test_experiments_of_exports_are_merged(tmp_path: Path) -> None:
    """What is read from directories is what can be merged, and keeps every column."""
    first, second = (exported(tmp_path / str(days), rows_of("1", days=days)) for days in (0, 1))
    (merged,) = merge_experiments([*read_experiments(first), *read_experiments(second)])
    assert merged.rows == rows_of("1", days=1)
    assert all(getattr(merged.rows[0], name) == getattr(rows_of("1", days=1)[0], name) for name in COLUMNS)
