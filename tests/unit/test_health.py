"""Health: each finding at both sides of its threshold, and how often healthy experiments raise an alarm."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from random import Random
from typing import Any

import pytest

from abclient.health import Health, check
from abclient.results import ExperimentKey, ResultRow
from support.rows import NOW, a_row

KEY = ExperimentKey("optimizely", None, None, "1")
EVEN = {"a": 50.0, "b": 50.0}


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
    ("just split well enough", rows(5_000, 5_450), []),
    ("split too badly", rows(5_000, 5_460), ["sample_ratio_mismatch"]),
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
    assert "A has 5000 where 5500 were expected, B has 6000 where 5500 were expected" in messages


def test_thresholds_are_arguments() -> None:
    """Whoever wants other alarms gets them."""
    found = rows(500, 560, period_end=NOW - timedelta(hours=3))
    assert one(found).ok
    strict = one(found, split="chi-square", mismatch_p_value=0.1, stale_after=timedelta(hours=2), few_units=501)
    assert set(kinds(strict)) == {"sample_ratio_mismatch", "stale_data", "too_few_units"}


def test_visitors_are_counted_where_there_are_any() -> None:
    """Sessions and the days of a series are parts of something else: the split of all visitors is what is tested."""
    sessions = rows(9_000, 4_000, metric_id="s", metric_kind="bounce per session")
    day = rows(300, 100, period_start=NOW - timedelta(days=1), period_end=NOW)
    whole = rows(1_000, 1_010, period_start=NOW - timedelta(days=9))
    report = one(sessions + day + whole)
    assert report.units == {"a": 1_000, "b": 1_010}
    assert one(sessions).units == {"a": 9_000, "b": 4_000}


def a_day(back: int, *units: int, **values: Any) -> list[ResultRow]:
    """The rows of one day of a series."""
    end = NOW - timedelta(days=back)
    return rows(*units, period_start=end - timedelta(days=1), period_end=end, **values)


def test_days_that_follow_one_another_add_up() -> None:
    """They are one period: few units of a day are no finding, and the split of all of them is tested."""
    series = [row for back in range(4) for row in a_day(back, 60, 55)]
    assert one(series).units == {"a": 240, "b": 220}
    assert kinds(one(series)) == []
    lopsided = [row for back in range(20) for row in a_day(back, 60, 40)]
    assert kinds(one(lopsided)) == ["sample_ratio_mismatch"]
    # What overlaps, as a series that goes on from one beginning, counts the same units again.
    growing = [
        row
        for back, units in ((0, 900), (1, 500), (2, 100))
        for row in rows(units, units, period_start=NOW - timedelta(days=9), period_end=NOW - timedelta(days=back))
    ]
    assert one(growing).units == {"a": 900, "b": 900}
    iterations = a_day(0, 300, 310, iteration="2") + a_day(3, 500, 90, iteration="1")
    assert one(iterations).units == {"a": 300, "b": 310}  # those with the most units, and not both together


def test_days_without_anything_are_no_data() -> None:
    """A series may go on with zeros: the newest data is that of the last day on which something was counted."""
    silent = [row for back in range(4) for row in a_day(back, 0, 0)]
    report = one(silent + a_day(4, 500, 510) + a_day(5, 500, 510))
    assert report.data_until == NOW - timedelta(days=4)
    assert kinds(report) == ["stale_data"]
    assert kinds(one(silent)) == ["no_data"]


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


def test_the_split_is_tested_for_every_look_or_for_one() -> None:
    """The sequential test by default; chi-square, which is for a single look, by its name and its own threshold."""
    found = ["sample_ratio_mismatch"]
    nothing: list[str] = []
    for units, names in ((5_320, [nothing, nothing]), (5_340, [nothing, found]), (5_460, [found, found])):
        reports = [one(rows(5_000, units)), one(rows(5_000, units), split="chi-square")]
        assert [kinds(report) for report in reports] == names
        assert [report.mismatch.test for report in reports if report.mismatch] == ["sequential", "chi-square"]
    with pytest.raises(ValueError, match="split is 'bayesian', none of 'sequential', 'chi-square'"):
        one(rows(1, 1), split="bayesian")


def test_thirty_nights_raise_no_more_alarms_than_one() -> None:
    """Of 200 healthy experiments that are looked at every night, at most one in a hundred ever seems split badly."""
    random = Random(1)
    alarms = {"sequential": 0, "chi-square": 0}
    for _ in range(200):
        counts = [0, 0]
        found: set[str] = set()
        for _ in range(30):
            more = random.getrandbits(1_000).bit_count()
            counts = [counts[0] + more, counts[1] + 1_000 - more]
            units = rows(*counts)
            found |= {name for name in alarms if kinds(one(units, split=name, mismatch_p_value=0.01))}
        for name in found:
            alarms[name] += 1
    assert alarms["sequential"] <= 2
    assert alarms["chi-square"] > 6  # which is why it is not the default


def test_only_the_other_test_needs_a_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """And names its extra."""
    monkeypatch.setattr("abclient.analysis._split.special", _missing)
    assert one(rows(500, 500)).ok
    with pytest.raises(ImportError, match="not here"):
        one(rows(500, 500), split="chi-square")


def _missing() -> None:
    raise ImportError("not here")


def test_counts_as_large_as_rows_can_hold_are_judged() -> None:
    """One figure that cannot be, such as a sentinel for none, must not end the check of all experiments."""
    most = 2**63 - 1
    days = [NOW - timedelta(days=day) for day in (2, 1, 0)]
    series = [row for start, end in pairwise(days) for row in rows(most, most, period_start=start, period_end=end)]
    for found in (rows(most, most), series):
        checked = one(found)
        assert checked.mismatch is not None
        assert (checked.mismatch.observed, kinds(checked)) == ({"a": most, "b": most}, [])
