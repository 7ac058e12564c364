"""Rows of one's own counts beside those of vendors: who wins, what tells metrics apart, and means below 0."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas
import pytest

from abclient.analysis import Sample, bayesian, fixed_horizon, rows_from_counts
from abclient.results import ResultRow, winners
from support.rows import NOW

CONTROL: Any = partial(bayesian, prior="control")


def lines_of(counted: Mapping[str, Mapping[str, Any]], **common: Any) -> list[dict[str, Any]]:
    """A line for each variation, of which the first is the baseline."""
    first = next(iter(counted))
    return [
        {
            "experiment_id": "7",
            "metric_id": "m",
            "variation_id": key,
            "is_baseline": key == first,
            "units": 10_000,
            **common,
            **counts,
        }
        for key, counts in counted.items()
    ]


def rates(a: int, b: int, c: int, **common: Any) -> list[dict[str, Any]]:
    return lines_of({key: {"conversions": count} for key, count in {"a": a, "b": b, "c": c}.items()}, **common)


def means(a: float, b: float, c: float, **common: Any) -> list[dict[str, Any]]:
    found = {key: {"mean": mean, "variance": 4.0} for key, mean in {"a": a, "b": b, "c": c}.items()}
    return lines_of(found, **common)


def made(lines: Any, **options: Any) -> list[ResultRow]:
    return rows_from_counts(lines, vendor="launchdarkly", fetched_at=NOW, **options)


WINNERS: list[tuple[str, list[dict[str, Any]], list[str | None]]] = [
    ("the best of two", rates(1000, 1200, 1250), [None, "better", "winner"]),
    ("none", rates(1000, 1005, 1001), [None, "inconclusive", "inconclusive"]),
    ("the one with fewer", rates(1000, 800, 1250, direction="decrease"), [None, "winner", "worse"]),
    ("from 0, without a relative difference", rates(0, 90, 30), [None, "winner", "better"]),
    ("from below 0", means(-5.0, -1.0, -3.0), [None, "winner", "better"]),
    ("from below 0, downward", means(-5.0, -8.0, -9.0, direction="decrease"), [None, "better", "winner"]),
]


@pytest.mark.parametrize(("what", "lines", "verdicts"), WINNERS)
def test_the_best_of_the_better_variations_wins(
    what: str, lines: list[dict[str, Any]], verdicts: list[str | None]
) -> None:
    """Rows of counts name a winner as those of vendors do, so that winners, tables and reports find it."""
    rows = made([line | {"is_primary": True} for line in lines])
    assert [row.verdict for row in rows] == verdicts
    assert [one.row for one in winners(rows)] == [row for row in rows if row.verdict == "winner"]


def test_metrics_are_told_apart_by_name_and_kind() -> None:
    """As their keys are: a metric needs no id, and one id may have two kinds."""
    named = [line | {"metric_id": None, "metric_name": name} for name in "xy" for line in rates(1000, 1200, 950)]
    kinds = [line | {"metric_kind": kind} for kind in ("conversion", "products") for line in rates(1000, 1200, 950)]
    for rows in (made(named), made(kinds)):
        assert len({row.result_key for row in rows}) == 2
        assert [row.difference is None for row in rows] == [True, False, False] * 2
    with pytest.raises(ValueError, match="experiment 7, metric x: conversions is 20000, more than"):
        made([line | {"conversions": 20_000} for line in named])


@pytest.mark.parametrize("mean", [-5.0, -1e-6, 0.0, 2.0])
def test_means_that_are_not_positive_have_an_interval(mean: float) -> None:
    """Refunds may exceed sales: the relative difference from a positive baseline is there, with both ends."""
    baseline, variation = (Sample.of_moments(units=1000, mean=one, variance=4.0) for one in (1.0, mean))
    found = bayesian(baseline, variation, prior="control")
    assert found.difference is not None
    assert found.difference_low is not None
    assert found.difference_high is not None
    assert found.difference_low < found.difference < found.difference_high
    assert found.standard_error is not None
    assert 0.06 < found.standard_error < 0.4
    rows = made(means(1.0, mean, 1.0), compare=CONTROL)
    assert rows[1].verdict == ("winner" if mean > 1 else "worse")


@pytest.mark.parametrize("table", ["text", {"units": 5}, pandas.DataFrame([{"units": 5}]), [["units", 5]], [None]])
def test_a_table_that_is_none_of_lines_is_refused(table: Any) -> None:
    """A data frame, which gives the names of its columns, one line alone, and lists of cells: the error has the way."""
    with pytest.raises(
        TypeError, match=r"each line of the counts must be a mapping, not \w+: .*to_dict\(\"records\"\)"
    ):
        made(table)


def test_the_direction_is_a_column_and_not_an_argument() -> None:
    """One that the comparison was given would be replaced by that of the table, which is an increase by default."""
    compare = partial(fixed_horizon, direction="decrease")
    with pytest.raises(ValueError, match="compare has a direction of its own: give the table a column direction"):
        rows_from_counts([], vendor="launchdarkly", fetched_at=NOW, compare=compare)
