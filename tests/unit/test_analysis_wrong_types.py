"""What is of a wrong type is refused by an error that names the argument, at every function over counts and rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from attrs import evolve

from abclient import analysis, health
from abclient.analysis import Sample
from abclient.report import HISTORY_COLUMNS, render_report
from abclient.results import ExperimentKey, ResultRow, from_arrow, to_arrow, to_pandas, to_polars, winners

ROW = ResultRow(vendor="optimizely", experiment_id="1", metric_id="m", fetched_at=datetime(2026, 1, 1, tzinfo=UTC))
ONE = Sample.of_conversions(units=1_000, conversions=100)
TWO = Sample.of_conversions(units=1_000, conversions=130)
FRAMES = (pd.DataFrame({"a": [1]}), pl.DataFrame({"a": [1]}), pa.table({"a": [1]}))


async def _fetched() -> Any:
    yield ROW


OF_ROWS: dict[str, Callable[[Any], Any]] = {
    "to_pandas": to_pandas,
    "to_polars": to_polars,
    "to_arrow": to_arrow,
    "check": health.check,
    "render_report": render_report,
    "correct_rows": analysis.correct_rows,
    "cautions": analysis.cautions,
    "ended_comparisons": analysis.ended_comparisons,
}


@pytest.mark.parametrize("name", OF_ROWS)
def test_what_is_not_rows_is_named(name: str) -> None:
    """Tables with the way to make rows of them, one row alone, dicts, and what must be awaited."""
    for frame in FRAMES:
        with pytest.raises(TypeError, match=f"rows is a {type(frame).__name__}, not rows: .*from_arrow"):
            OF_ROWS[name](frame)
    for given in (ROW, _fetched(), "rows", {"1": ROW}, 7, None):
        with pytest.raises(TypeError, match=f"rows is a {type(given).__name__}, not an iterable of result rows"):
            OF_ROWS[name](given)
    for one in ({"vendor": "optimizely"}, None, ROW.experiment):
        with pytest.raises(TypeError, match=f"rows has a {type(one).__name__} in it"):
            OF_ROWS[name]([ROW, one])


def test_the_way_from_a_frame_to_rows_that_errors_name() -> None:
    """By Arrow, whatever pandas has in the place of what is missing; without its index, which may be a column."""
    more: dict[str, Any] = {"segment": "mobile", "units": 3, "mean": 0.5, "is_primary": True}
    rows = [ROW, evolve(ROW, period_end=ROW.fetched_at, **more)]
    frame = to_pandas(rows)
    assert from_arrow(pa.Table.from_pandas(frame[frame.vendor == "optimizely"], preserve_index=False)) == rows
    assert from_arrow(to_polars(rows).to_arrow()) == rows


WRONG: list[tuple[str, str, Callable[[Any], Any], list[Any]]] = [
    ("fixed_horizon", "not a Sample", lambda x: analysis.fixed_horizon(ONE, x), [None, 7, ROW, {}]),
    (
        "confidence_sequence",
        "not a Sample",
        lambda x: analysis.confidence_sequence(x, TWO, planned_units=5_000),
        [None, 7, ROW, {}],
    ),
    ("mixture_sprt", "not a Sample", lambda x: analysis.mixture_sprt(x, TWO, effect_sd=0.1), [None, 7, ROW]),
    ("of_row", "row is", Sample.of_row, [None, 7, {}, FRAMES[0]]),
    (
        "level",
        "level is",
        lambda x: analysis.fixed_horizon(ONE, TWO, level=x),
        ["0.9", np.array([0.9]), None, [], True],
    ),
    ("running", "running is", lambda x: analysis.fixed_horizon(ONE, TWO, running=x), ["false", None, 1.0, [], pd.NA]),
    ("bandit", "bandit is", lambda x: analysis.bayesian(ONE, TWO, bandit=x), ["no", None, ()]),
    ("direction", "direction is", lambda x: analysis.bayesian(ONE, TWO, direction=x), ["up", 1, [], FRAMES[1]]),
    ("quantile", "quantile is", lambda x: analysis.lift(ONE, TWO, quantile=x), ["T", None, 2, FRAMES[1]]),
    ("prior", "prior is", lambda x: analysis.bayesian(ONE, TWO, prior=x), ["none", None, 2, FRAMES[1]]),
    (
        "gamma_squared",
        "gamma_squared is",
        lambda x: analysis.posteriors({"a": ONE}, baseline="a", gamma_squared=x),
        ["0.04", -1, 0],
    ),
    ("arms", "arms is", lambda x: analysis.posteriors(x, baseline="a"), [None, [ONE], *FRAMES]),
    ("holm", "p_values is", analysis.holm, ["0.1", None, 0.1, {"a": 0.1}, *FRAMES]),
    ("benjamini_hochberg", "p_values is", analysis.benjamini_hochberg, ["0.1", None, 0.1, {"a": 0.1}, *FRAMES]),
    ("a p-value", "a p-value is", lambda x: analysis.holm([x]), ["0.1", 1.1, float("nan"), pd.NA, Decimal("NaN")]),
    ("correct", "comparisons (is|has)", analysis.correct, [None, [1], {"a": None}, {"a": ROW}, *FRAMES]),
    ("portfolio", "comparisons (is|has)", analysis.portfolio, [None, [1], {"a": None}, {"a": ROW}, *FRAMES]),
    ("effects", "effects is", lambda x: analysis.pool(x, [0.1, 0.1]), [None, "ab", {1: 2, 2: 3}, *FRAMES]),
    ("errors", "standard_errors is", lambda x: analysis.shrink({1: 0.1}, x), [None, [0.1], "a", *FRAMES]),
    ("units", "units is", lambda x: analysis.split_test(x, {"a": 1, "b": 1}), [None, [1, 2], 7, *FRAMES]),
    ("allocation", "allocation is", lambda x: analysis.sequential_split_test({"a": 9}, x), [None, [1], *FRAMES]),
    ("posteriors", "posteriors is", analysis.probability_best, [None, [1], *FRAMES]),
    (
        "direction of the best",
        "direction is",
        lambda x: analysis.probability_best(analysis.posteriors({"a": ONE, "b": TWO}, baseline="a"), direction=x),
        ["up", None, FRAMES[1]],
    ),
    ("power", "power is", lambda x: analysis.units_needed(mean=0.1, effect=0.1, power=x), ["0.8", None, [0.8], 80]),
    ("sides", "sides is", lambda x: analysis.units_needed(mean=0.1, effect=0.1, sides=x), ["both", None, 2]),
    ("planned", "units is", lambda x: analysis.power_of(units=x, mean=0.1, effect=0.1), ["9", None, np.array([9])]),
    ("query", "query is a", lambda x: analysis.query_counts(x, "duckdb://"), [None, b"SELECT 1", 7]),
    ("database", "database is a", lambda x: analysis.query_counts("SELECT 1", x), [None, b"duckdb://", 7]),
    ("from_arrow", "table is a", from_arrow, [None, [ROW], ROW, *FRAMES[:2]]),
    ("split", "split is", lambda x: health.check([ROW], split=x), ["g-test", None, [], FRAMES[1]]),
    (
        "mismatch_p_value",
        "mismatch_p_value is",
        lambda x: health.check([ROW], mismatch_p_value=x),
        ["0.01", -0.1, 5, float("nan"), True],
    ),
    ("stale_after", "stale_after is", lambda x: health.check([ROW], stale_after=x), [48, "2 days", None]),
    ("few_units", "few_units is", lambda x: health.check([ROW], few_units=x), ["100", -1, None, 1.5]),
    ("allocations", "allocations is", lambda x: health.check([ROW], allocations=x), [[1], "a", 7]),
    ("its shares", "allocation is", lambda x: health.check([ROW], allocations={ROW.experiment: x}), [[1], None, 7]),
    ("expected", "expected (is|has)", lambda x: health.check([], expected=x), [ROW.experiment, [ROW], ["1"]]),
    ("title", "title is", lambda x: render_report([ROW], title=x), [None, b"title", 7]),
    ("health", "health has", lambda x: render_report([ROW], health=x), [[None], [ROW], "abc"]),
    ("history", "history has", lambda x: render_report([ROW], history=x), [[None], ["abc"], [(1, 2)], [(1, 2, 3)]]),
    ("columns", "the history lacks the column", lambda x: render_report([ROW], history=x), list(FRAMES)),
    ("status", "status is", lambda x: winners([ROW], status=x), [7, [], FRAMES[1]]),
]


@pytest.mark.parametrize(("message", "call", "wrong"), [one[1:] for one in WRONG], ids=[one[0] for one in WRONG])
def test_the_error_names_the_argument(message: str, call: Callable[[Any], Any], wrong: list[Any]) -> None:
    """TypeError or ValueError, whatever the object can and cannot do."""
    for given in wrong:
        with pytest.raises((TypeError, ValueError), match=message):
            call(given)


@pytest.mark.parametrize("frame", FRAMES, ids=["pandas", "polars", "arrow"])
def test_a_table_without_a_column_that_winners_need(frame: Any) -> None:
    """A KeyError of every library's table; Polars has an error of its own."""
    with pytest.raises(KeyError, match="the table has no column account, "):
        winners(frame)


def test_a_history_needs_the_columns_that_are_documented() -> None:
    """Without one of them the error names it; more do no harm."""
    table = to_arrow([ROW])
    assert render_report([ROW], history=table.select(list(HISTORY_COLUMNS)))
    with pytest.raises(ValueError, match="the history lacks the column segment;"):
        render_report([ROW], history=table.drop_columns(["segment"]))


def test_samples_are_added_to_samples_alone() -> None:
    """Python names both types."""
    with pytest.raises(TypeError, match="'Sample' and 'int'"):
        ONE + 1  # type: ignore[operator]  # what the test is about


EXACT = (Decimal("0.25"), Fraction(1, 4), np.float32(0.25), np.float64(0.25))
NUMBERS: list[Callable[[Any], Any]] = [
    lambda x: analysis.fixed_horizon(ONE, TWO, level=x),
    lambda x: analysis.lift(ONE, TWO, level=x),
    lambda x: analysis.bayesian(ONE, TWO, prior="control", gamma_squared=x, level=x),
    lambda x: analysis.mixture_sprt(ONE, TWO, effect_sd=x, previous_p=x),
    lambda x: analysis.confidence_sequence(ONE, TWO, planned_units=9, level=x),
    lambda x: analysis.units_needed(mean=x, effect=x, power=1 - x, level=1 - x, baseline_ratio=x),
    lambda x: analysis.units_needed(mean=x, effect=x, sd=x),
    lambda x: analysis.power_of(units=100, mean=x, effect=x, sd=x),
    lambda x: analysis.detectable_effect(units=100, mean=x, power=1 - x),
    lambda x: analysis.pool([x, 2 * x, 0], [x, x, x], level=x),
    lambda x: analysis.shrink({1: x, 2: 2 * x}, {1: x, 2: x}),
    lambda x: analysis.win_rate(1, 2, level=x),
    lambda x: analysis.false_win_share(x, level=x, power=x),
    lambda x: analysis.holm([x, x / 2]),
    lambda x: analysis.Beta(4 * x, 8 * x).interval(x),
    lambda x: analysis.Normal(x, x).loss(),
    lambda x: analysis.split_test({"a": 10, "b": 20}, {"a": x, "b": x}),
    lambda x: analysis.sequential_split_test({"a": 9}, {"a": x, "b": x}, concentration=x, previous_p=x),
    lambda x: Sample.of_sums(units=4, total=x, squares=x),
]


@pytest.mark.parametrize("call", NUMBERS)
@pytest.mark.parametrize("exact", EXACT, ids=lambda one: type(one).__name__)
def test_numbers_of_other_kinds_are_numbers(exact: Any, call: Callable[[Any], Any]) -> None:
    """Databases give decimals, and tables NumPy's: figures are those of the same float, and floats."""
    assert repr(call(exact)) == repr(call(0.25))


def test_numpys_flags_are_flags() -> None:
    """As a column of a table gives them."""
    true, false = (np.array([True, False])[place] for place in (0, 1))
    assert analysis.fixed_horizon(ONE, TWO, running=true).has("peeking")
    assert not analysis.fixed_horizon(ONE, TWO, running=false).has("peeking")


def test_a_key_is_no_list_of_keys() -> None:
    """It is a tuple, so that each of its parts would count as an experiment without rows."""
    with pytest.raises(TypeError, match="expected is a single ExperimentKey"):
        health.check([], expected=ExperimentKey("optimizely", None, None, "1"))  # type: ignore[arg-type]  # the same
