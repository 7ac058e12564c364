"""Health: against published examples, and each finding at both sides of its threshold."""

from __future__ import annotations

import sys
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chisquare

from abclient.health import Health, check, sample_ratio_mismatch
from abclient.results import ExperimentKey, ResultRow
from support.rows import NOW, a_row

KEY = ExperimentKey("optimizely", None, None, "1")
EVEN = {"a": 50.0, "b": 50.0}

PUBLISHED: list[tuple[str, dict[str, int], dict[str, float], float, float]] = [
    # Kohavi, Tang, Xu: Trustworthy Online Controlled Experiments (2020), chapter 3: p = 1.8e-6
    ("Kohavi", {"a": 821_588, "b": 815_482}, EVEN, 22.774, 1.8e-6),
    # Mendel's peas (1866), the example of many textbooks: 0.470 with 3 degrees of freedom, p = 0.925
    ("Mendel", {"a": 315, "b": 108, "c": 101, "d": 32}, {"a": 9, "b": 3, "c": 3, "d": 1}, 0.470, 0.925),
    # A die thrown 60 times, as in encyclopaedias: 13.4 with 5 degrees of freedom, p = 0.020
    (
        "die",
        dict(zip("abcdef", (5, 8, 9, 8, 10, 20), strict=True)),
        dict.fromkeys("abcdef", 1.0),
        13.4,
        0.020,
    ),
]


@pytest.mark.parametrize(
    ("units", "shares", "chi_square", "p_value"), [row[1:] for row in PUBLISHED], ids=[row[0] for row in PUBLISHED]
)
def test_the_test_agrees_with_published_examples(
    units: dict[str, int], shares: dict[str, float], chi_square: float, p_value: float
) -> None:
    """Statistic and p-value are those of the books, to the digits they print."""
    tested = sample_ratio_mismatch(units, shares)
    assert tested is not None
    assert tested.chi_square == pytest.approx(chi_square, abs=0.001)
    assert tested.p_value == pytest.approx(p_value, rel=0.03)


@given(st.lists(st.tuples(st.integers(0, 10**9), st.floats(0.01, 100.0)), min_size=2, max_size=12))
def test_the_test_is_scipys(arms: list[tuple[int, float]]) -> None:
    """Statistic and p-value are those of ``scipy.stats.chisquare``, which takes seconds to import."""
    units = {str(place): count for place, (count, _) in enumerate(arms)}
    tested = sample_ratio_mismatch(units, {str(place): share for place, (_, share) in enumerate(arms)})
    if tested is not None:
        expected = chisquare(list(tested.observed.values()), list(tested.expected.values()))
        assert tested.chi_square == pytest.approx(expected.statistic, rel=1e-9)
        assert tested.p_value == pytest.approx(expected.pvalue, rel=1e-6, abs=1e-300)


@pytest.mark.parametrize("scale", [0.01, 1, 100])
def test_shares_may_have_any_unit(scale: float) -> None:
    """Fractions, percent and basis points of the same shares give the same test."""
    units = {"a": 7_100, "b": 2_900}
    tested = sample_ratio_mismatch(units, {"a": 70 * scale, "b": 30 * scale})
    assert tested is not None
    assert tested.expected == pytest.approx({"a": 7_000, "b": 3_000})
    assert tested.p_value == pytest.approx(0.0291, abs=1e-4)


@pytest.mark.parametrize(
    ("units", "shares"),
    [
        ({}, EVEN),
        ({"a": 100}, {"a": 100.0}),
        ({"a": 100, "b": 0}, {"a": 100.0, "b": 0.0}),
        ({"a": 4, "b": 5}, EVEN),
        ({"a": 1000, "b": 4}, {"a": 99.9, "b": 0.1}),
        ({"a": 100, "b": 100}, {}),
        ({"a": 100, "b": 100}, {"x": 50.0, "y": 50.0}),
    ],
)
def test_too_little_is_not_tested(units: dict[str, int], shares: dict[str, float]) -> None:
    """Fewer than two shares, or an expected number below 5, say nothing, and None is not a p-value."""
    assert sample_ratio_mismatch(units, shares) is None


def test_a_variation_without_a_share_is_left_out_and_one_without_units_counts() -> None:
    """Stopped traffic is no mismatch; traffic that should flow and does not is."""
    stopped = sample_ratio_mismatch({"a": 500, "b": 510, "c": 90}, {**EVEN, "c": 0})
    assert stopped is not None
    assert stopped.p_value > 0.7
    silent = sample_ratio_mismatch({"a": 500}, EVEN)
    assert silent is not None
    assert silent.p_value < 1e-9


def rows(*units: int, **values: Any) -> list[ResultRow]:
    """A row for each variation, named a, b and so on, of which the first is the baseline."""
    defaults: dict[str, Any] = {"status": "running", "period_end": NOW, "metric_id": "m", "metric_kind": "conversion"}
    return [
        a_row(
            **{**defaults, **values}, variation_id=key, variation_name=key.upper(), units=count, is_baseline=key == "a"
        )
        for key, count in zip("abcd", units, strict=False)
    ]


def one(found: list[ResultRow], **options: Any) -> Health:
    (report,) = check(found, allocations={KEY: EVEN}, **options)
    return report


def kinds(report: Health) -> list[str]:
    return [finding.kind for finding in report.findings]


FINDINGS: list[tuple[str, list[ResultRow], list[str]]] = [
    ("healthy", rows(5_000, 5_060), []),
    ("just split well enough", rows(5_000, 5_320), []),
    ("split too badly", rows(5_000, 5_340), ["sample_ratio_mismatch"]),
    ("fresh enough", rows(500, 500, period_end=NOW - timedelta(hours=48)), []),
    ("stale", rows(500, 500, period_end=NOW - timedelta(hours=48, seconds=1)), ["stale_data"]),
    ("old because it ended", rows(500, 500, period_end=NOW - timedelta(days=400), status="ended"), []),
    ("of unknown age", rows(500, 500, period_end=None), []),
    ("enough units", rows(100, 100), []),
    ("too few units", rows(100, 99), ["too_few_units"]),
    ("nothing counted", rows(0, 0), ["no_data"]),
    ("not started", rows(0, 0, status="not_started"), []),
    ("units not counted by the vendor", [a_row(variation_id="a", mean=0.5), a_row(variation_id="b", mean=0.6)], []),
    ("one metric empty", rows(500, 500) + rows(0, 0, metric_id="n", metric_name="Sales"), ["no_data"]),
]


@pytest.mark.parametrize(("found", "expected"), [case[1:] for case in FINDINGS], ids=[case[0] for case in FINDINGS])
def test_findings(found: list[ResultRow], expected: list[str]) -> None:
    """Each is found at its side of the documented threshold, and not at the other."""
    report = one(found)
    assert kinds(report) == expected
    assert report.ok is not bool(expected)


def test_findings_say_their_figures() -> None:
    """A message can be acted on without the rows."""
    report = one(rows(5_000, 6_000) + rows(0, 0, metric_id="n", metric_name="Sales"), few_units=5_500)
    messages = " | ".join(finding.message for finding in report.findings)
    assert "metric Sales" in messages
    assert "fewer than 5500 units: A has 5000" in messages
    assert "a has 5000, not 5500, b has 6000, not 5500" in messages


def test_thresholds_are_arguments() -> None:
    """Whoever wants other alarms gets them."""
    found = rows(500, 560, period_end=NOW - timedelta(hours=3))
    assert one(found).ok
    strict = one(found, mismatch_p_value=0.1, stale_after=timedelta(hours=2), few_units=501)
    assert set(kinds(strict)) == {"sample_ratio_mismatch", "stale_data", "too_few_units"}


def test_visitors_are_counted_where_there_are_any() -> None:
    """Sessions and the days of a series are parts of something else: the split of all visitors is what is tested."""
    sessions = rows(9_000, 4_000, metric_id="s", metric_kind="bounce per session")
    day = rows(300, 100, period_start=NOW - timedelta(days=1), period_end=NOW)
    whole = rows(1_000, 1_010, period_start=NOW - timedelta(days=9))
    report = one(sessions + day + whole)
    assert report.units == {"a": 1_000, "b": 1_010}
    assert one(sessions).units == {"a": 9_000, "b": 4_000}


def test_what_has_no_share_does_not_hide_what_has() -> None:
    """An earlier iteration had other variations, with more units; the split of those that have shares is tested."""
    earlier = [a_row(metric_id="n", variation_id=key, units=20_000, status="running") for key in "xy"]
    report = one(earlier + rows(9_000, 6_000))
    assert (report.units, kinds(report)) == ({"a": 9_000, "b": 6_000}, ["sample_ratio_mismatch"])
    assert check(earlier + rows(9_000, 6_000))[0].units == {"x": 20_000, "y": 20_000}


def test_segments_and_experiments_are_apart() -> None:
    """Each has its own report, in the order of the rows, and expected experiments without rows come last."""
    missing = ExperimentKey("convert", "7", None, "9")
    found = rows(500, 500) + rows(50, 50, segment="device=mobile") + rows(500, 500, experiment_id="2")
    reports = check(found, expected=[KEY, missing, missing])
    assert [(report.experiment.experiment_id, report.segment, kinds(report)) for report in reports] == [
        ("1", None, []),
        ("1", "device=mobile", ["too_few_units"]),
        ("2", None, []),
        ("9", None, ["no_data"]),
    ]


def test_a_missing_library_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message is the command that helps."""
    monkeypatch.setitem(sys.modules, "scipy.special", None)
    with pytest.raises(ImportError, match=r"is not installed: pip install 'abclient-experiments\[health\]'"):
        one(rows(500, 500))
