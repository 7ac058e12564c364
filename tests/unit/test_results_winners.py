"""Which variations have won on the primary metric, of rows and of tables."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from abclient.export._codecs import encode_parquet
from abclient.results import ResultRow, to_arrow, to_pandas, to_polars, winners
from support.rows import NOW, a_row

WON: dict[str, Any] = {
    "is_primary": True,
    "verdict": "winner",
    "status": "running",
    "metric_id": "m",
    "metric_name": "Bounces",
    "variation_id": "b",
    "difference": -0.12,
    "difference_kind": "relative",
    "direction": "decrease",
    "probability": 0.971,
    "probability_kind": "significance",
    "threshold": 0.9,
    "period_end": NOW,
}
DAY = timedelta(days=1)


def won(**changes: Any) -> ResultRow:
    return a_row(**{**WON, **changes})


CASES: list[tuple[str, list[ResultRow], dict[str, Any], list[int]]] = [
    ("a winner", [won()], {}, [0]),
    ("running, as asked", [won(), won(experiment_id="2", status="ended")], {"status": "running"}, [0]),
    ("any status", [won(status="ended"), won(experiment_id="2", status=None)], {}, [0, 1]),
    ("on another metric", [won(is_primary=False), won(is_primary=None)], {}, []),
    ("on a metric that the caller calls primary", [won(is_primary=None)], {"primary_metrics": {"m"}}, [0]),
    ("the vendor knows better", [won(is_primary=False)], {"primary_metrics": {"m"}}, []),
    ("of a segment", [won(segment="country=Canada")], {}, []),
    ("merely better", [won(verdict=word) for word in ("better", "loser", "worse", "inconclusive", None)], {}, []),
    ("in an earlier iteration", [won(period_end=NOW - DAY), won(verdict="inconclusive")], {}, []),
    ("when fetched before", [won(verdict="loser"), won(fetched_at=NOW + DAY)], {}, [1]),
    ("when nothing is there of the next", [won(), won(period_start=NOW + DAY, period_end=None, verdict=None)], {}, []),
    (
        "by a number",
        [won(is_primary=None, metric_id="12"), won(metric_id="1", is_primary=None)],
        {"primary_metrics": {12}},
        [0],
    ),
    ("without a period", [won(period_end=None), won(verdict="loser")], {}, []),
    ("with a series", [won(edition="results"), won(edition="timeseries", verdict=None, period_end=NOW + DAY)], {}, [0]),
    ("in another account", [won(account="a", period_end=NOW - DAY), won(account="b", verdict="loser")], {}, [0]),
    ("nothing", [], {}, []),
]


@pytest.mark.parametrize(("what", "rows", "options", "expected"), CASES)
def test_winners(what: str, rows: list[ResultRow], options: dict[str, Any], expected: list[int]) -> None:
    """By the vendor's verdict on the newest figures of the primary metric, in lists and in tables of any kind."""
    found = winners(iter(rows), **options)
    assert [one.row for one in found] == [rows[place] for place in expected]
    reasons = [one.reason for one in found]
    keys = [rows[place].row_key for place in expected]
    arrow = winners(to_arrow(rows), **options)
    assert (arrow["row_key"].to_pylist(), arrow["reason"].to_pylist()) == (keys, reasons)
    polars = winners(to_polars(rows), **options)
    assert (polars["row_key"].to_list(), polars["reason"].to_list()) == (keys, reasons)
    pandas = winners(to_pandas(rows), **options)
    assert (pandas["row_key"].tolist(), pandas["reason"].tolist()) == (keys, reasons)


def test_winners_of_a_file(tmp_path: Path) -> None:
    """A table that another library read has other types, and the same winners."""
    content = encode_parquet([won(), won(metric_id="n", is_primary=None, difference=None)])
    (tmp_path / "rows.parquet").write_bytes(content)
    assert winners(pd.read_parquet(tmp_path / "rows.parquet"))["metric_id"].tolist() == ["m"]


def test_winners_of_a_file_whose_ids_were_read_as_numbers() -> None:
    """As pandas reads those of CSV, if it is not told that they are text."""
    frame = to_pandas([won(metric_id="12", is_primary=None), won(metric_id="1", is_primary=None)])
    frame["metric_id"] = frame["metric_id"].astype("int64")
    assert winners(frame, primary_metrics={"12"})["metric_id"].tolist() == [12]


def test_a_text_is_no_set_of_ids() -> None:
    """Every part of it would be the id of a metric."""
    with pytest.raises(TypeError, match="primary_metrics is '12': give a set of ids"):
        winners([won(metric_id="1", is_primary=None)], primary_metrics="12")


REASONS: list[tuple[dict[str, Any], str]] = [
    ({}, "Bounces -12.0%, where the wanted direction is decrease; significance 97.1%, threshold 90.0%"),
    ({"difference_kind": "absolute", "direction": None}, "Bounces -0.12; significance 97.1%, threshold 90.0%"),
    ({"difference": None, "metric_name": None, "direction": None, "threshold": None}, "m; significance 97.1%"),
    ({"direction": None, "probability": None}, "Bounces -12.0%"),
    ({"probability_kind": "is_best", "direction": None, "threshold": None}, "Bounces -12.0%; is best 97.1%"),
]


@pytest.mark.parametrize(("changes", "reason"), REASONS)
def test_a_winner_has_a_reason(changes: dict[str, Any], reason: str) -> None:
    """It names the metric, the difference and its direction, and how sure the vendor is; only what is known."""
    assert [one.reason for one in winners([won(**changes)])] == [reason]


def test_what_is_no_row_is_named() -> None:
    """Dicts, as JSON lines or `as_dict` give them, are not rows; the error says what is wanted."""
    with pytest.raises(TypeError, match="rows has a dict in it"):
        winners([{"verdict": "winner"}])  # type: ignore[list-item]  # what the test is about


@pytest.mark.parametrize(
    ("status", "count"), [("running", 1), ("RUNNING", 1), ("active", 1), ("ended", 0), ("paused", 0), (None, 1)]
)
def test_a_status_in_any_vendors_words(status: str | None, count: int) -> None:
    """A vendor's word finds what it stands for; a shared one that no row has finds nothing."""
    assert len(winners([won(status="running")], status=status)) == count


def test_a_misspelt_status_is_an_error() -> None:
    """It would find nothing, and look like an account without winners; a vendor's own word that a row has is fine."""
    with pytest.raises(ValueError, match="no row has the status 'runing'; all vendors share not_started, running"):
        winners([won(status="running")], status="runing")
    assert len(winners([won(status="in review")], status="in review")) == 1
    assert winners([], status="runing") == []
