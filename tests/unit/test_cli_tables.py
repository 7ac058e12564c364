"""The command's tables: every line fits, ids are whole, and what is cut off says so."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve
from rich.cells import cell_len
from rich.console import Console, RenderableType

from abclient.cli._output import Record, record_of
from abclient.cli._tables import ResultsTable, experiments_markdown, experiments_table, results_markdown
from abclient.results import ExperimentInfo, ResultRow

NOW = datetime(2026, 1, 31, 6, tzinfo=UTC)
ROW = ResultRow(
    vendor="optimizely",
    experiment_id="12345678901234567",
    experiment_name="Checkout, [bold]shorter[/bold]",
    status="running",
    metric_id="98765432109876543",
    metric_name="Purchases of returning visitors, without gift cards",
    metric_kind="conversion",
    variation_id="7",
    variation_name="Shorter",
    is_baseline=False,
    is_primary=True,
    units=1_234_567,
    mean=0.25,
    difference=0.1,
    difference_low=-0.05,
    difference_high=0.25,
    difference_kind="relative",
    probability=0.9,
    probability_kind="beats_baseline",
    threshold=0.975,
    direction="decrease",
    verdict="inconclusive",
    fetched_at=NOW,
)
BASELINE = ResultRow(
    vendor="optimizely",
    experiment_id=ROW.experiment_id,
    experiment_name=ROW.experiment_name,
    status="running",
    metric_id=ROW.metric_id,
    metric_name=ROW.metric_name,
    metric_kind="conversion",
    variation_id="9",
    variation_name="Orig\x1b[2Jinal",
    is_baseline=True,
    is_primary=True,
    units=999,
    fetched_at=NOW,
)


def drawn(table: RenderableType, width: int = 80) -> list[str]:
    file = io.StringIO()
    Console(file=file, width=width, highlight=False).print(table)
    return file.getvalue().splitlines()


def results(*rows: ResultRow, width: int = 80, **more: object) -> list[str]:
    records: list[Record] = [{**record_of(row), **more} for row in rows]
    return drawn(ResultsTable(records), width)


def test_table_of_results() -> None:
    """Ids first, the kind of the probability with the metric, the baseline above, and markup in names is text."""
    experiment, titles, metric, baseline, other = results(ROW, BASELINE, width=120)
    assert experiment == "12345678901234567  Checkout, [bold]shorter[/bold]  running"
    assert titles.split() == ["verdict", "difference", "low", "high", "probability", "units", "mean"]
    assert metric.endswith("  primary, beats baseline, threshold 97.5%, decrease wanted, conversion")
    assert baseline.split() == ["Orig\N{REPLACEMENT CHARACTER}[2Jinal", "baseline", "999"]
    assert other.split() == ["Shorter", "inconclusive", "+10.0%", "-5.0%", "+25.0%", "90.0%", "1,234,567", "0.25"]


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("name", ["Original", "A name that no column holds, " * 8, "\u5909" * 80])
def test_every_line_fits(width: int, name: str) -> None:
    """No line is longer than the terminal is wide, and nothing is folded: there is a line for each row."""
    rows = [evolve(one, experiment_name=name, metric_name=name, variation_name=name) for one in (BASELINE, ROW)]
    lines = results(*rows, width=width)
    assert len(lines) == 5
    assert max(map(cell_len, lines)) <= width
    assert lines[0].startswith("12345678901234567  ")
    assert lines[2].startswith(" 98765432109876543  ")
    assert ("\N{HORIZONTAL ELLIPSIS}" in lines[0]) is (len(name) > 50)


@pytest.mark.parametrize("difference", [{"difference_kind": "relative"}, {"difference_kind": "absolute"}])
def test_eighty_columns_hold_what_decides(difference: dict[str, Any]) -> None:
    """Names that are not long, the verdict, the interval, the probability and the units are whole at 80 columns."""
    row = evolve(ROW, variation_name="Variation #12", difference=-0.0012345, difference_low=-0.0123456, **difference)
    lines = results(BASELINE, row)
    assert "  Variation #12 " in lines[4]
    for word in ("inconclusive", "90.0%", "1,234,567"):
        assert word in lines[4].split()
    assert "primary, beats baseline, threshold 97.5%" in lines[2]
    assert "\N{HORIZONTAL ELLIPSIS}" not in lines[4]


def test_primary_metrics_come_first() -> None:
    """The metric that decides is above the others, whatever its id is."""
    other = evolve(ROW, metric_id="1", is_primary=False, result_key="other", row_key="other/7")
    assert [line.split()[0] for line in results(other, ROW)[2::2]] == [ROW.metric_id, "1"]


def test_reasons_are_whole() -> None:
    """A reason is below its row, over several lines if it has to be."""
    reason = "bounce rate -12.0%, where the wanted direction is decrease; " * 3
    lines = results(ROW, reason=reason)
    assert " ".join(" ".join(lines[4:]).split()) == reason.strip()
    assert len(lines) > 5


def test_table_of_experiments() -> None:
    """Id, name, status, and the days it ran; what is not known is left blank, and a long name is cut."""
    one = ExperimentInfo(vendor="convert", experiment_id="1", experiment_name="Blog", status="running", started_at=NOW)
    long = evolve(one, experiment_id="12345678901234567", experiment_name="Blog " * 20, ended_at=NOW)
    _, first, second = drawn(experiments_table([record_of(one), record_of(long)]))
    assert first.split() == ["1", "Blog", "running", "2026-01-31"]
    assert second.startswith("12345678901234567  Blog Blog ")
    assert second.endswith("\N{HORIZONTAL ELLIPSIS}  running  2026-01-31  2026-01-31")
    assert len(second) <= 80


def test_points_of_a_series_have_their_time() -> None:
    """First in the notes, and in the order of time; a metric with one period has none, and a segment is named first."""
    points = [evolve(ROW, period_end=NOW + timedelta(days=day), result_key=f"key-{7 * day % 5}") for day in range(4)]
    last = points[-1].period_end
    segment = evolve(ROW, segment="device=mobile", period_end=last, result_key="segment")
    headings = [line for line in results(*reversed(points), segment, width=200) if str(ROW.metric_id) in line]
    notes = [line.split("cards  ")[1].split(", ")[0] for line in headings]
    assert notes == [*(f"until 2026-0{month} 06:00" for month in ("1-31", "2-01", "2-02", "2-03")), "device=mobile"]
    assert "until" not in headings[-1]


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_results_in_markdown() -> None:
    """The table's figures, the baseline first, a line for each row; names are code, which does nothing in a page."""
    evil = evolve(ROW, variation_name="![x](https://evil.example) `a` | <b>\n# @all")
    titles, rule, baseline, other = results_markdown([record_of(evil), record_of(BASELINE)])
    figures = ["verdict", "difference", "low", "high", "probability", "units", "mean"]
    assert cells(titles) == ["experiment", "status", "metric", "variation", *figures]
    assert cells(rule) == ["---"] * 5 + ["---:"] * 6
    assert cells(baseline)[3:] == ["`Orig\N{REPLACEMENT CHARACTER}[2Jinal`", "baseline", "", "", "", "", "999", ""]
    named = ["`Checkout, [bold]shorter[/bold]`", "`running`", f"`{ROW.metric_name}`"]
    name = "`![x](https://evil.example) 'a' ¦ <b> # @all`"
    numbers = ["+10.0%", "-5.0%", "+25.0%", "90.0%", "1,234,567", "0.25"]
    assert cells(other) == [*named, name, "inconclusive", *numbers]


def test_what_tells_rows_apart_has_a_column_in_markdown() -> None:
    """Segments, points of a series, and the reasons of winners; where there are none, neither are the columns."""
    points = [evolve(ROW, period_end=NOW + timedelta(days=day), segment="device=mobile") for day in (1, 0)]
    titles, _, first, second = results_markdown([{**record_of(one), "reason": "it | won"} for one in points])
    assert cells(titles)[3:6] == ["segment", "until", "variation"]
    assert [cells(line)[3:5] for line in (first, second)] == [
        ["`device=mobile`", "2026-01-31 06:00"],
        ["`device=mobile`", "2026-02-01 06:00"],
    ]
    assert (cells(titles)[-1], cells(first)[-1]) == ("reason", "`it ¦ won`")


def test_namesakes_are_told_apart_in_markdown() -> None:
    """Experiments and metrics that share a name have their ids, too; where a name shows nothing, there is the id."""
    both: dict[str, Any] = {"experiment_name": "Checkout", "metric_name": "Purchase", "variation_name": "B"}
    one, other = (evolve(BASELINE, experiment_id=key, metric_id=f"m{key}", **both) for key in "12")
    blank = evolve(BASELINE, experiment_id="3", experiment_name=" ", metric_id="m3", metric_name="\u2028")
    lines = list(results_markdown([record_of(row) for row in (one, other, blank)]))[2:]
    assert [line.split(" | ")[0] for line in lines] == ["| `Checkout (1)`", "| `Checkout (2)`", "| `3`"]
    assert [line.split(" | ")[2] for line in lines] == ["`Purchase (m1)`", "`Purchase (m2)`", "`m3`"]
    assert [line.split(" | ")[3] for line in lines][:2] == ["`B`", "`B`"]


def test_experiments_in_markdown() -> None:
    """What the table has; without any, its head alone."""
    one = ExperimentInfo(vendor="convert", experiment_id="1", experiment_name="Blog|", status="running", started_at=NOW)
    titles, rule, line = experiments_markdown([record_of(one)])
    assert cells(titles) == ["id", "name", "status", "start", "end"]
    assert cells(line) == ["`1`", "`Blog¦`", "`running`", "2026-01-31", ""]
    assert [*experiments_markdown([])] == [titles, rule]
