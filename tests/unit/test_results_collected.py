"""Rows of one answer: keys, what is left out, verdicts by sign, and units."""

from __future__ import annotations

from typing import Any, cast

import pytest

from abclient.results import ExperimentInfo, ResultRow, RowContext, Rows
from support.rows import NOW, shown


def collected(*rows: dict[str, Any], **context: Any) -> list[ResultRow]:
    """Rows of one answer."""
    info = ExperimentInfo(vendor="acme", experiment_id="1")
    rows_of = Rows(info, "/place", cast("RowContext", {"fetched_at": NOW, **context}))
    for place, values in enumerate(rows):
        rows_of.add(f"/{place}", **values)
    rows_of.name_winners()
    return rows_of.found


def test_what_is_there_twice_has_two_keys() -> None:
    """The second of two rows that nothing else tells apart is told apart by its place, every time in the same way."""
    once = collected({"variation_id": "a"}, {"variation_id": "b"}, {"variation_id": "a"}, {"variation_id": "b"})
    again = collected({"variation_id": "b"}, {"variation_id": "a"}, {"variation_id": "a"}, {"variation_id": "b"})
    assert len({row.row_key for row in once}) == 4
    assert {row.row_key for row in once} == {row.row_key for row in again}
    assert once[0].result_key == once[1].result_key != once[2].result_key == once[3].result_key
    points = collected({"apart": 1}, {"apart": 2}, {"apart": 2})
    assert len({row.result_key for row in points}) == 3


COMPARED: dict[str, Any] = {
    "difference": 0.1,
    "difference_low": 0.0,
    "difference_high": 0.2,
    "difference_kind": "relative",
    "interval_kind": "relative",
    "significant": True,
    "verdict": "better",
    "units_remaining": 5,
}
CERTAIN: dict[str, Any] = {"probability": 0.9, "probability_kind": "significance", "alternative": "two-sided"}
BEST: dict[str, Any] = {**CERTAIN, "probability_kind": "is_best"}
MEANS: dict[str, Any] = {"mean": 0.5, "mean_low": 0.4, "mean_high": 0.6}
LEFT_OUT: list[tuple[str, dict[str, Any], set[str]]] = [
    ("a variation", {"units": 1}, set()),
    ("units unknown", {}, set()),
    ("no units", {"units": 0}, {*COMPARED, *CERTAIN, *MEANS, "interval_level"}),
    ("no units, best", {"units": 0, **BEST}, {*COMPARED, *CERTAIN, *MEANS, "interval_level"}),
    ("nothing to compare with", {"comparable": False}, {*COMPARED, *CERTAIN}),
    ("a baseline", {"is_baseline": True}, {*COMPARED, *CERTAIN}),
    ("a baseline, best", {"is_baseline": True, **BEST}, {*COMPARED}),
    ("no mean's interval", {"is_baseline": True, "mean_low": None, "mean_high": None}, {*COMPARED, *CERTAIN}),
]


@pytest.mark.parametrize(("what", "values", "missing"), LEFT_OUT)
def test_what_compares_with_nothing_is_left_out(what: str, values: dict[str, Any], missing: set[str]) -> None:
    """Figures of a baseline against itself, and zeros that stand where there are no units."""
    everything = {**COMPARED, **CERTAIN, **MEANS, "interval_level": 0.9}
    (row,) = collected({**everything, **values})
    nulls = {name for name in everything if getattr(row, name) is None}
    gone: set[str] = {"mean_low", "mean_high", "interval_level"} if values.get("mean_low", 0) is None else set()
    assert nulls == missing | gone


VERDICTS: list[tuple[dict[str, Any], str | None]] = [
    ({"significant": True, "difference": 0.1, "wanted": "increase"}, "winner"),
    ({"significant": True, "difference": -0.1, "wanted": "decrease"}, "winner"),
    ({"significant": True, "difference": 0.1, "wanted": "decrease"}, "worse"),
    ({"significant": True, "difference": -0.1, "wanted": "increase"}, "worse"),
    ({"significant": True, "difference": 0.0, "wanted": "increase"}, None),
    ({"significant": True, "difference": 0.1}, None),
    ({"significant": False, "difference": 0.1, "wanted": "increase"}, "inconclusive"),
    ({"difference": 0.1, "wanted": "increase"}, None),
    ({"significant": True, "difference": 0.1, "wanted": "increase", "verdict": "loser"}, "loser"),
]


@pytest.mark.parametrize(("values", "verdict"), VERDICTS)
def test_verdicts_by_sign(values: dict[str, Any], verdict: str | None) -> None:
    """A significant difference is better in the direction that is wanted; the vendor's own word comes first."""
    assert [row.verdict for row in collected(values)] == [verdict]


def test_of_several_better_ones_one_wins() -> None:
    """The one with the largest gain, whichever direction is wanted, and one for each result."""
    won = {"significant": True, "wanted": "decrease"}
    rows = collected(
        {**won, "metric_id": "1", "variation_id": "a", "difference": -0.1},
        {**won, "metric_id": "1", "variation_id": "b", "difference": -0.3},
        {**won, "metric_id": "1", "variation_id": "c", "difference": 0.5},
        {**won, "metric_id": "2", "variation_id": "a", "difference": -0.1},
        {"metric_id": "3", "verdict": "better"},
    )
    assert [row.verdict for row in rows] == ["better", "winner", "worse", "winner", "winner"]


CENTS: dict[str, Any] = {
    "value": 438,
    "mean": 7,
    "mean_low": 5,
    "mean_high": 9,
    "variance": 40_000,
    "difference": 57,
    "difference_low": 29,
    "difference_high": 58,
    "value_unit": "currency",
    "value_scale": 0.01,
    "units": 3,
}


@pytest.mark.parametrize("kind", ["difference_kind", "interval_kind"])
def test_cents_become_units_of_the_currency(kind: str) -> None:
    """Of all figures in that unit, a variance by its square; what is relative has no unit."""
    names = ("value", "mean", "mean_low", "mean_high", "variance", "difference", "difference_low", "difference_high")
    absolute, relative = collected({**CENTS, kind: "absolute"}, {**CENTS, kind: "relative"}, currency="EUR")
    assert shown(absolute, *names) == (4.38, 0.07, 0.05, 0.09, 4, 0.57, 0.29, 0.58)
    assert shown(relative, *names) == (4.38, 0.07, 0.05, 0.09, 4, 57, 29, 58)
    assert shown(absolute, "units", "currency") == (3, "EUR")
    assert collected({"value": 5}, currency="EUR")[0].currency is None
