"""Counts and sums: what is refused of them, what rows come of tables, and what not to do with rows."""

from __future__ import annotations

import builtins
import csv
import io
import math
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from abclient import analysis
from abclient.analysis import Sample, bayesian, cautions, fixed_horizon, rows_from_counts
from abclient.analysis._special import special
from abclient.results import ResultRow
from support.rows import NOW, a_row

REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("of_conversions", {"units": 100, "conversions": 101}, "conversions is 101, more than the 100 units"),
    ("of_conversions", {"units": 100, "conversions": -1}, "conversions is -1: a count is never negative"),
    ("of_conversions", {"units": -100, "conversions": 0}, "units is -100: a count is never negative"),
    ("of_conversions", {"units": 0, "conversions": 0}, "units is 0: nothing was measured"),
    ("of_conversions", {"units": None, "conversions": 1}, "units is missing"),
    ("of_conversions", {"units": 10, "conversions": math.nan}, "conversions is nan, not a number"),
    ("of_conversions", {"units": math.inf, "conversions": 1}, "units is inf, not a number"),
    ("of_conversions", {"units": 10, "conversions": 1.5}, "conversions is 1.5, not a whole number"),
    ("of_conversions", {"units": "10", "conversions": 1}, "units is '10', not a number"),
    ("of_conversions", {"units": True, "conversions": 1}, "units is True, not a number"),
    ("of_conversions", {"units": 10, "conversions": []}, r"conversions is \[\], not a number"),
    ("of_conversions", {"units": Decimal("NaN"), "conversions": 1}, "units is Decimal..NaN.., not a number"),
    ("of_moments", {"units": 10, "mean": Decimal("sNaN"), "variance": 1}, "mean is Decimal..sNaN.., not a number"),
    ("of_sums", {"units": 1, "total": 1, "squares": 1}, "units is 1: the values of fewer than two"),
    ("of_sums", {"units": 10, "total": 100, "squares": 500}, "cannot be of the same 10 values"),
    ("of_sums", {"units": 10, "total": 100.0, "squares": 500.0}, "cannot be of the same 10 values"),
    ("of_sums", {"units": 10, "total": 100.0, "squares": -500.0}, "cannot be of the same 10 values"),
    ("of_sums", {"units": 10, "total": 100.0, "squares": None}, "squares is missing"),
    ("of_sums", {"units": 10, "total": math.nan, "squares": 1.0}, "total is nan"),
    (
        "of_sums",
        {"units": 300, "total": 300000000300.0, "squares": 3.000000006e20},
        "too inexact: the variance is lost",
    ),
    ("of_sums", {"units": 10, "total": 30.0, "squares": 90.0}, "too inexact: the variance is lost"),
    ("of_moments", {"units": 10, "mean": 1.0, "variance": -1.0}, "variance is -1.0: a variance is never negative"),
    ("of_moments", {"units": 10, "mean": 1e50, "variance": 1.0}, "cannot be computed with"),
    ("of_moments", {"units": 10, "mean": 1.0, "variance": 1e-300}, "cannot be computed with"),
    ("of_moments", {"units": 10, "mean": 1e101, "variance": 1.0}, "too large to be computed with"),
    (
        "__call__",
        {"units": 10, "mean": 5.0, "variance": 1.0, "conversions": 50},
        "conversions is 50, not between 0 and 10",
    ),
    ("of_moments", {"units": 10, "mean": math.inf, "variance": 1.0}, "mean is inf"),
]


@pytest.mark.parametrize(
    ("way", "figures", "message"), REFUSED, ids=lambda value: value if isinstance(value, str) else None
)
def test_what_cannot_be_is_refused(way: str, figures: dict[str, Any], message: str) -> None:
    """With the figure and the reason."""
    with pytest.raises((ValueError, TypeError), match=message):
        (Sample if way == "__call__" else getattr(Sample, way))(**figures)


@pytest.mark.parametrize("kind", [int, float, np.int64, np.float64, np.int32, Decimal])
def test_counts_of_any_table_are_taken(kind: Any) -> None:
    """Whole numbers of NumPy, and whole floats, as tables with gaps have them."""
    found = Sample.of_conversions(units=kind(100), conversions=kind(25))
    assert found == Sample(units=100, mean=0.25, variance=0.1875, conversions=25)
    assert type(found.units) is int


def test_whole_sums_are_exact() -> None:
    """What floats lose is there: the variance of a billion, of a billion and one, and of a billion and two."""
    values = [10**9, 10**9 + 1, 10**9 + 2]
    found = Sample.of_sums(units=3, total=sum(values), squares=sum(one * one for one in values))
    assert (found.mean, found.variance) == (10**9 + 1, 1.0)
    assert Sample.of_sums(units=10, total=30, squares=90).variance == 0.0


drawn = st.lists(st.floats(-1000, 1000).map(lambda one: round(one, 3)), min_size=4, max_size=40)


@given(drawn, drawn)
def test_samples_add_up(one: list[float], another: list[float]) -> None:
    """Mean and variance of both together are those of NumPy."""
    assume(safe(one, another))
    first, second = (
        Sample.of_moments(units=len(some), mean=float(np.mean(some)), variance=float(np.var(some, ddof=1)))
        for some in (one, another)
    )
    both = first + second
    assert both.units == len(one) + len(another)
    assert both.mean == pytest.approx(np.mean(one + another), abs=1e-9)
    assert both.variance == pytest.approx(np.var(one + another, ddof=1), rel=1e-9, abs=1e-9)


def safe(*samples: list[float]) -> bool:
    """Whether no mean or variance of them, or of all together, is rounding alone."""
    every = [one for some in samples for one in some]
    return all(abs(np.mean(some)) > 1e-6 and np.var(some) > 1e-6 for some in (*samples, every))


@pytest.mark.parametrize("compare", [fixed_horizon, bayesian, partial(analysis.mixture_sprt, effect_sd=0.1)])
def test_only_samples_are_compared(compare: Callable[..., object]) -> None:
    """What is given instead, such as a vendor's row, is named with what makes a sample of it."""
    with pytest.raises(TypeError, match="a ResultRow is not a Sample"):
        compare(Sample.of_conversions(units=10, conversions=2), a_row())


def test_conversions_add_up_and_kinds_do_not() -> None:
    """Counts are added; a conversion and a value are not one metric."""
    one = Sample.of_conversions(units=10, conversions=2)
    assert one + one == Sample.of_conversions(units=20, conversions=4)
    with pytest.raises(ValueError, match="a conversion and a value are not samples of one metric"):
        _ = one + Sample.of_moments(units=10, mean=1.0, variance=1.0)


def test_a_ratio_by_the_delta_method() -> None:
    """Revenue per order over visitors: the error is that of 2,000 repetitions, where one per order is too small."""
    random = np.random.default_rng(2)
    ratios: list[float] = []
    found: Sample | None = None
    for _ in range(2000):
        orders = random.poisson(2.0, 400) + 1
        revenue = orders * random.gamma(2.0, 5.0, 400)
        ratios.append(float(revenue.sum() / orders.sum()))
        found = Sample.of_ratio(
            units=400,
            total=revenue.sum(),
            squares=(revenue**2).sum(),
            base_total=orders.sum(),
            base_squares=(orders**2).sum(),
            products=(revenue * orders).sum(),
        )
    assert found is not None
    assert math.sqrt(found.variance / found.units) == pytest.approx(np.std(ratios), rel=0.15)
    assert found.mean == ratios[-1]


def test_a_ratio_has_the_variance_of_its_parts() -> None:
    """As NumPy computes variances and covariance; of a metric over itself it is 0."""
    above, below = [3, 0, 7, 2, 9], [1, 1, 3, 1, 2]
    sums = {"units": 5, "total": sum(above), "base_total": sum(below)}
    squares = {"squares": sum(one**2 for one in above), "base_squares": sum(one**2 for one in below)}
    found = Sample.of_ratio(**sums, **squares, products=sum(a * b for a, b in zip(above, below, strict=True)))
    (v_y, c), (_, v_x) = np.cov(above, below).tolist()
    ratio = sum(above) / sum(below)
    assert found.variance == pytest.approx((v_y - 2 * ratio * c + ratio**2 * v_x) / np.mean(below) ** 2, rel=1e-12)
    whole, square = sum(above), squares["squares"]
    same = Sample.of_ratio(units=5, total=whole, squares=square, base_total=whole, base_squares=square, products=square)
    assert [same.mean, same.variance] == pytest.approx([1.0, 0.0], abs=1e-12)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"products": 1e9}, "cannot be sums over the same units"),
        ({"products": None}, "products is missing"),
        ({"base_total": -30}, "base_total is -30: a ratio needs a positive denominator"),
        ({"base_squares": 1}, "cannot be of the same 10 values"),
    ],
)
def test_ratios_that_cannot_be(change: dict[str, Any], message: str) -> None:
    """Without true products there is no covariance, and nothing to divide by."""
    sums: dict[str, Any] = {
        "units": 10,
        "total": 100,
        "squares": 1200,
        "base_total": 30,
        "base_squares": 100,
        "products": 320,
    }
    Sample.of_ratio(**sums)
    with pytest.raises(ValueError, match=message):
        Sample.of_ratio(**sums | change)


def test_a_sample_of_a_row() -> None:
    """Of a conversion metric; rows of others hold no variance."""
    row = a_row(metric_kind="conversion", units=100, conversions=25)
    assert Sample.of_row(row) == Sample.of_conversions(units=100, conversions=25)
    for values, message in (
        ({"metric_kind": "revenue"}, "of the kind revenue"),
        ({"metric_kind": "conversion"}, "units is missing"),
    ):
        with pytest.raises(ValueError, match=message):
            Sample.of_row(a_row(**values))


def test_samples_print() -> None:
    """As people write counts and means."""
    assert str(Sample.of_conversions(units=10_000, conversions=25)) == "0.2500%, 25 of 10,000"
    assert str(Sample.of_moments(units=10_000, mean=2.5, variance=1.0)) == "2.5 a unit, 10,000 units"


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ({"direction": "up"}, "direction is 'up', none of 'increase', 'decrease', None"),
        ({"difference_kind": "percent"}, "difference_kind is 'percent'"),
        ({"level": 95}, "level is 95.0, not between 0 and 1; percent are divided by 100"),
        ({"level": 1.0}, "level is 1.0, not between 0 and 1"),
        ({"level": math.nan}, "level is nan"),
        ({"alternative": "greater"}, "alternative is 'greater', none of 'two-sided', 'larger', 'smaller'"),
        ({"lift_method": "ratio"}, "method is 'ratio'"),
        ({"test": "chi-square"}, "test is 'chi-square'"),
    ],
)
def test_questions_that_cannot_be(question: Any, message: str) -> None:
    """A word that is none is named, with those that are."""
    sample = Sample.of_conversions(units=100, conversions=25)
    with pytest.raises(ValueError, match=message):
        fixed_horizon(sample, sample, **question)


def test_samples_that_have_no_interval() -> None:
    """Student's t takes two units, and the logarithm of what is nearly 0 has no end."""
    one, many = Sample.of_conversions(units=1, conversions=1), Sample.of_conversions(units=100, conversions=25)
    with pytest.raises(ValueError, match="takes two units"):
        analysis.lift(one, many, quantile="t")
    small = Sample.of_moments(units=10, mean=1e-9, variance=1.0)
    assert analysis.lift(small, many_values(), method="log").high is None


def many_values() -> Sample:
    return Sample.of_moments(units=100, mean=1.0, variance=1.0)


def table(**changes: Any) -> list[dict[str, Any]]:
    """Counts of a baseline and two variations, of one metric."""
    counts = [("a", True, 1000), ("b", False, 1200), ("c", False, 950)]
    return [
        {
            "experiment_id": 7,
            "metric_id": "signup",
            "variation_id": key,
            "is_baseline": first,
            "units": 10_000,
            "conversions": count,
        }
        | changes
        for key, first, count in counts
    ]


def made(lines: Any, **options: Any) -> list[ResultRow]:
    return rows_from_counts(lines, vendor="launchdarkly", fetched_at=NOW, **options)


def test_rows_of_a_table_of_counts() -> None:
    """They have the columns that the vendor's rows have, and the figures of the comparison."""
    rows = made(table(experiment_name="Sign up", status="running"))
    assert [(row.vendor, row.experiment_id, row.variation_id, row.is_baseline) for row in rows] == [
        ("launchdarkly", "7", "a", True),
        ("launchdarkly", "7", "b", False),
        ("launchdarkly", "7", "c", False),
    ]
    assert (rows[0].difference, rows[0].probability, rows[0].mean, rows[0].units) == (None, None, 0.1, 10_000)
    baseline, better = Sample.of_row(rows[0]), Sample.of_row(rows[1])
    found = fixed_horizon(baseline, better)
    assert (rows[1].difference, rows[1].difference_low, rows[1].difference_high) == (
        found.difference,
        found.difference_low,
        found.difference_high,
    )
    assert (rows[1].difference_kind, rows[1].probability, rows[1].probability_kind) == (
        "relative",
        found.probability,
        "significance",
    )
    assert (rows[1].statistics, rows[1].experiment_name, rows[1].metric_kind) == (
        "frequentist-fixed",
        "Sign up",
        "conversion",
    )
    assert (rows[1].significant, rows[1].verdict, rows[1].threshold, rows[1].alternative, rows[1].correction) == (
        found.significant,
        "winner",
        found.threshold,
        found.alternative,
        "none",
    )
    assert (rows[1].interval_level, rows[1].interval_kind, rows[1].direction) == (0.95, "relative", "increase")
    assert {row.edition for row in rows} == {"counts"}


def test_values_directions_and_methods() -> None:
    """Sums or moments, in each metric's own direction, by the comparison that is asked for."""
    sums = table(metric_id="revenue", conversions=None, value=25_000, squares=400_000)
    moments = table(metric_id="latency", conversions=None, mean=120.0, variance=200.0, direction="decrease")
    moments[1]["mean"] = 119.0
    rows = made([*table(direction=math.nan), *sums, *moments], compare=partial(bayesian, prior="control"))
    assert [row.metric_kind for row in rows] == ["conversion"] * 3 + ["value"] * 6
    assert {row.statistics for row in rows if not row.is_baseline} == {"bayesian"}
    assert rows[7].probability is not None
    assert rows[7].probability > 0.999
    assert (rows[3].mean, rows[3].value, rows[7].mean) == (2.5, 25_000, 119.0)


def test_what_nothing_can_be_concluded_of_is_null() -> None:
    """Of a variation without units, and of counts that do not vary."""
    lines = table()
    lines[1] |= {"units": 0, "conversions": 0}
    rows = made(lines)
    assert (rows[1].units, rows[1].mean, rows[1].difference, rows[1].probability) == (0, None, None, None)
    assert rows[2].probability is not None
    rows = made(table(conversions=0))
    assert {(row.difference, row.difference_kind, row.probability, row.probability_kind) for row in rows} == {
        (None,) * 4
    }
    lines[0] |= {"units": 0}
    assert {row.probability for row in made(lines)} == {None}


def test_tables_of_pandas() -> None:
    """With gaps, which pandas writes in several ways, and numbers of NumPy."""
    frame = pd.DataFrame(
        [
            *table(period_start=pd.Timestamp(NOW)),
            *table(metric_id="other", conversions=None, value=25_000.0, squares=400_000.0),
        ]
    )
    frame["period_end"] = pd.NaT
    frame["segment"] = pd.array([pd.NA] * len(frame), dtype="string")
    rows = made(frame.to_dict("records"))
    assert {(row.period_start, row.period_end, row.segment) for row in rows} == {(NOW, None, None), (None, None, None)}
    assert (rows[1].conversions, rows[4].conversions) == (1200, None)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (table(conversions=10_001), "experiment 7, metric signup: conversions is 10001, more than the 10000 units"),
        (table(units=None), "experiment 7, metric signup: units is missing"),
        (table(conversions=math.nan), "neither conversions, nor value and squares, nor mean and variance"),
        (table(conversions=None, squares=4), "value is missing"),
        (table(conversions=None, variance=4), "mean is missing"),
        (table(direction="up"), "direction is 'up'"),
        ([line | {"units": 0} for line in table(direction="up")], "direction is 'up'"),
        ([*table(direction="decrease")[:2], table(direction="increase")[2]], "shall both increase and decrease"),
        (table(visitors=5), "visitors: no such column; there are account, conversions, "),
        (table(probability=0.5), "probability: no such column"),
        (table(variation_id="a"), "a variation is there twice: a, a, a"),
        (table(is_baseline=True), "3 variations are the baseline, not one"),
        (table(is_baseline=False), "0 variations are the baseline, not one"),
        (table(is_baseline="False"), "'False', not true or false"),
        (table(is_baseline=None), "is_baseline is missing"),
        (table()[:1], "there is one variation alone, a: nothing to compare it with"),
        (table(metric_kind="revenue per session"), "of the kind per session, whose units are not what was randomized"),
        ([*table()[:2], table(conversions=None, mean=1, variance=1)[2]], "not the same metric"),
    ],
)
def test_tables_that_cannot_be(lines: Any, message: str) -> None:
    """The error names the experiment, the metric and the reason."""
    with pytest.raises(ValueError, match=message):
        made(lines)


def test_text_of_a_file_is_no_count() -> None:
    """A table read by ``csv`` without its numbers being read is refused, not added up as text."""
    lines = csv.DictReader(
        io.StringIO("experiment_id,variation_id,is_baseline,units,conversions\n7,a,1,10,2\n7,b,0,10,3\n")
    )
    with pytest.raises(ValueError, match="'1', not true or false"):
        made(lines)


@pytest.mark.parametrize(
    ("rows", "kinds"),
    [
        ([a_row(probability=0.9, probability_kind="significance", difference_low=0.1)], []),
        (
            [
                a_row(probability=0.9, probability_kind="significance"),
                a_row(probability=0.9, probability_kind="is_best"),
            ],
            ["mixed_probabilities"],
        ),
        ([a_row(probability=0.9, is_baseline=True)], ["mixed_probabilities"]),
        ([a_row(difference_low=0.1), a_row(difference_low=0.1, vendor="convert")], ["mixed_levels"]),
        ([a_row(difference_high=0.1, interval_level=level) for level in (0.9, 0.95)], ["mixed_levels"]),
        ([a_row(difference_low=0.1, interval_level=0.9, vendor=name) for name in ("optimizely", "convert")], []),
        ([a_row(difference_low=0.1, statistics=name) for name in ("bayesian", "frequentist")], ["mixed_levels"]),
        ([a_row(correction=name) for name in ("none", "sidak")], ["mixed_levels"]),
        ([a_row(difference=0.1, difference_kind=kind) for kind in ("relative", "absolute")], ["mixed_units"]),
        ([a_row(value_unit="currency", currency=name) for name in ("EUR", "USD")], ["mixed_units"]),
        ([a_row(segment="device=mobile")], ["segments"]),
        ([a_row(probability=0.9, status="running")], ["peeking"]),
        ([a_row(probability=0.9, status="running", statistics="frequentist-sequential")], []),
        ([a_row(metric_kind="ratio"), a_row(metric_kind="revenue per session")], ["ratio_metric"]),
        ([], []),
    ],
)
def test_what_not_to_do_with_rows(rows: list[ResultRow], kinds: list[str]) -> None:
    """Each caution is there where it is needed, and says what it is about."""
    found = cautions(rows)
    assert [one.kind for one in found] == kinds
    assert all(len(str(one)) > 40 for one in found)


def test_without_scipy_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each first call says what to install; importing the room does not need it."""
    special.cache_clear()
    real = builtins.__import__

    def without(name: str, *args: Any, **options: Any) -> Any:
        if name.startswith(("scipy", "numpy")):
            raise ImportError("gone", name="scipy")
        return real(name, *args, **options)

    monkeypatch.setattr(builtins, "__import__", without)
    sample, few = Sample.of_conversions(units=1000, conversions=250), Sample.of_conversions(units=10, conversions=1)
    calls: list[Any] = [
        lambda: fixed_horizon(sample, sample, level=0.9173),
        lambda: bayesian(sample, sample),
        lambda: fixed_horizon(few, few, difference_kind="absolute"),
        lambda: analysis.units_needed(mean=0.1, effect=0.1, level=0.9174),
        lambda: analysis.split_test({"a": 50, "b": 60}, {"a": 1, "b": 1}),
    ]
    for call in calls:
        with pytest.raises(
            ImportError, match=r"scipy is not installed: pip install 'abclient-experiments\[analysis\]'"
        ):
            call()


def test_accounts_and_iterations_are_apart() -> None:
    """The same experiment in another account, or in another iteration, is compared with its own baseline."""
    rows = made([*table(), *table(account="shop", conversions=900), *table(iteration="2", conversions=800)])
    assert [row.mean for row in rows if row.is_baseline] == [0.1, 0.09, 0.08]
    assert len({row.row_key for row in rows}) == 9


def test_rows_of_values_can_be_tested_again() -> None:
    """They hold the variance of the units that were counted; a vendor's may be that of a model."""
    rows = made(table(conversions=None, value=20_000, squares=90_000))
    assert Sample.of_row(rows[1]) == Sample.of_sums(units=10_000, total=20_000, squares=90_000)
    with pytest.raises(ValueError, match="whose variance vendors do not give"):
        Sample.of_row(a_row(metric_kind="revenue", units=10, mean=1.0, variance=1.0))
