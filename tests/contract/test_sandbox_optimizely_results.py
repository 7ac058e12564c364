"""Optimizely v2 as the sandbox plays it: results, time series and CSV, and how the figures agree with each other."""

from __future__ import annotations

import base64
import csv
import io
import json
import time
from datetime import datetime
from typing import Any

import httpx
import pytest

from abclient.testing import Sandbox
from support.sandbox import running_sandbox
from support.sandbox_optimizely import changed, connected, made, refusal

sandbox = pytest.fixture(scope="module")(running_sandbox)
http = pytest.fixture(scope="module")(connected)
VARIATIONS = [{"key": "a", "weight": 6000}, {"key": "b", "weight": 4000}]
COLUMNS = (
    "Start time (UTC),End time (UTC),Variation Name,Variation ID,Is Baseline Variation,Metric Event Name,"
    "Metric Event ID,Metric Numerator Type,Metric Denominator Type,Metric Winning Direction,Numerator Value,"
    "Denominator Value,Metric Value,Improvement Status from Baseline,Improvement Value from Baseline,"
    "Statistical Significance,Is Improvement Significant,Confidence Interval - Low,Confidence Interval - High,"
    "Samples Remaining to Significance,Properties"
)


@pytest.fixture(scope="module")
def world(sandbox: Sandbox) -> dict[str, Any]:
    """What the sandbox held at the start."""
    return dict(sandbox.world()["optimizely"])


@pytest.fixture(scope="module")
def project(http: httpx.Client) -> int:
    """A new project."""
    return int(made(http, "/projects", name="Running")["id"])


def new_experiment(http: httpx.Client, project: int, query: str = "", **fields: Any) -> dict[str, Any]:
    """A new experiment with two variations and a metric."""
    body = {"project_id": project, "variations": VARIATIONS, "metrics": [{"aggregator": "unique"}], **fields}
    return made(http, f"/experiments{query}", **body)


def results_of(http: httpx.Client, experiment: int, form: str = "results", **query: Any) -> Any:
    """Results of an experiment."""
    response = http.get(f"/experiments/{experiment}/{form}", params=query)
    assert response.status_code == 200, response.text
    return response.json()


def test_world_lists_what_has_results(http: httpx.Client, world: dict[str, Any]) -> None:
    """Every listed experiment and campaign has results at once, in which reach, samples and rates agree."""
    assert len(world["experiments"]) > 40
    for identifier in world["experiments"]:
        results = results_of(http, identifier)
        reach = results["reach"]
        assert reach["total_count"] == sum(one["count"] for one in reach["variations"].values()) > 1000
        assert reach["baseline_count"] + reach["treatment_count"] == reach["total_count"]
        for metric in results["metrics"]:
            check_metric(metric, reach, results["confidence_threshold"])
    for identifier in world["campaigns"]:
        assert http.get(f"/campaigns/{identifier}/results").status_code == 200


def check_metric(metric: dict[str, Any], reach: dict[str, Any], level: float) -> None:
    """One baseline without a lift; intervals that hold their value and exclude 0 when it is significant."""
    rows = metric["results"]
    assert sum(row["is_baseline"] for row in rows.values()) == 1
    for key, row in rows.items():
        assert metric["scope"] != "visitor" or row["samples"] == reach["variations"][key]["count"]
        assert row["rate"] == pytest.approx(row["value"] / row["samples"], abs=1e-6)
        assert ("lift" in row) != row["is_baseline"]
        if "lift" in row:
            lift = row["lift"]
            low, high = lift["confidence_interval"]
            assert low <= lift["value"] <= high
            assert lift["is_significant"] == (lift["significance"] > level) == (low > 0 or high < 0)
            assert (lift["lift_status"] == "equal") != lift["is_significant"]
    winner = metric["conclusion"].get("winner")
    assert winner is None or rows[winner]["lift"]["lift_status"] == "better"


def test_202_comes_once_after_a_change_of_status(http: httpx.Client, project: int) -> None:
    """The first to ask after a start, in whatever form, has to ask again; a refused call does not count."""
    path = f"/experiments/{new_experiment(http, project, '?action=start')['id']}"
    refusal(http.get(f"{path}/results?browser=lynx"), 400)
    assert [http.get(f"{path}/timeseries").status_code, http.get(f"{path}/results").status_code] == [202, 200]
    changed(http, f"{path}?action=pause")
    assert [http.get(f"/export{path}/results/csv").status_code for _ in range(2)] == [202, 200]


def test_a_fault_orders_202(http: httpx.Client, sandbox: Sandbox, world: dict[str, Any]) -> None:
    """A rule makes results pending as often as a test wants."""
    path = f"/experiments/{world['experiments'][3]}/results"
    sandbox.add_fault("status", status=202, times=2, match={"path": f"/v2{path}"})
    answers = [http.get(path) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [202, 202, 200]
    assert answers[0].content == b""


@pytest.mark.parametrize("kind", ["results", "timeseries"])
def test_204_before_the_first_start(http: httpx.Client, project: int, kind: str) -> None:
    """What never started has no results, and neither has its campaign."""
    experiment = new_experiment(http, project)
    assert http.get(f"/experiments/{experiment['id']}/{kind}").status_code == 204
    assert http.get(f"/campaigns/{experiment['campaign_id']}/results").status_code == 204
    assert http.get(f"/export/campaigns/{experiment['campaign_id']}/results/csv").status_code == 204


def test_the_baseline_can_be_chosen(http: httpx.Client, world: dict[str, Any]) -> None:
    """Another baseline turns the comparison round and leaves the counts."""
    experiment = world["experiments"][0]
    first = results_of(http, experiment)
    other = next(key for key, row in first["metrics"][0]["results"].items() if not row["is_baseline"])
    second = results_of(http, experiment, baseline_variation_id=other)
    before, after = first["metrics"][0]["results"], second["metrics"][0]["results"]
    assert [key for key, row in after.items() if row["is_baseline"]] == [other]
    assert {key: row["value"] for key, row in after.items()} == {key: row["value"] for key, row in before.items()}
    refusal(http.get(f"/experiments/{experiment}/results?baseline_variation_id=7"), 400)


CONDITION = {"attribute_id": 5, "attribute_value": "gold"}
SEGMENTS: list[dict[str, Any]] = [
    {"browser": "chrome"},
    {"device": "ipad"},
    {"source": "referral"},
    {"attribute_id": 10800000977, "attribute_value": "gold plan"},
    {"segment_conditions": json.dumps(["and", CONDITION, {**CONDITION, "match_type": "regex"}])},
    {"segment_conditions": base64.urlsafe_b64encode(json.dumps(["not", CONDITION]).encode()).decode().rstrip("=")},
]


@pytest.mark.parametrize("segment", SEGMENTS)
def test_segments_are_parts(http: httpx.Client, world: dict[str, Any], segment: dict[str, Any]) -> None:
    """A segment has fewer visitors than there are, always the same."""
    experiment = world["experiments"][0]
    part = results_of(http, experiment, **segment)
    assert 0 < part["reach"]["total_count"] < results_of(http, experiment)["reach"]["total_count"]
    assert part == results_of(http, experiment, **segment)


@pytest.mark.parametrize(
    "query",
    [
        {"browser": "chrome", "device": "ipad"},
        {"source": "direct", "attribute_id": 1, "attribute_value": "x"},
        {"browser": "lynx"},
        {"device": ""},
        {"attribute_id": 1},
        {"attribute_value": "x"},
        {"attribute_id": "x", "attribute_value": "x"},
        {"segment_conditions": "{"},
        {"segment_conditions": "%%%"},
        {"segment_conditions": json.dumps(["xor", CONDITION])},
        {"segment_conditions": json.dumps([])},
        {"segment_conditions": json.dumps(CONDITION | {"match_type": "like"})},
        {"start_time": "yesterday"},
        {"start_time": "2024-06-02T00:00:00Z", "end_time": "2024-06-01T00:00:00Z"},
    ],
)
@pytest.mark.parametrize(
    "path", ["/experiments/{}/results", "/experiments/{}/timeseries", "/export/experiments/{}/results/csv"]
)
def test_bad_questions(http: httpx.Client, world: dict[str, Any], path: str, query: dict[str, Any]) -> None:
    """Segments that exclude each other or do not exist, and times that are none, are refused."""
    refusal(http.get(path.format(world["experiments"][0]), params=query), 400)


def moments(http: httpx.Client, experiment: int) -> tuple[float, float]:
    """When an experiment started and when it last ran."""
    document = http.get(f"/experiments/{experiment}").json()
    first, last = [datetime.fromisoformat(document[name]).timestamp() for name in ("earliest", "latest")]
    return first, last


def stamp(seconds: float) -> str:
    """A time as it is sent."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))


def test_periods_are_rounded_and_add_up(http: httpx.Client, world: dict[str, Any]) -> None:
    """A start is rounded up to five minutes, an end down; what was counted in two parts is what was counted."""
    experiment = world["experiments"][1]
    first, last = moments(http, experiment)
    middle = (first + last) // 2 // 300 * 300
    before = results_of(http, experiment, end_time=stamp(middle + 299))
    after = results_of(http, experiment, start_time=stamp(middle - 299))
    assert before["end_time"] == after["start_time"] == stamp(middle).replace("Z", ".000000Z")
    whole = results_of(http, experiment)
    for metric, one, two in zip(whole["metrics"], before["metrics"], after["metrics"], strict=True):
        for key, row in metric["results"].items():
            for name in ("samples", "value"):
                assert one["results"][key][name] + two["results"][key][name] == row[name]
    assert 0 < before["reach"]["total_count"] < whole["reach"]["total_count"]


def test_a_period_ends_with_the_experiment(http: httpx.Client, world: dict[str, Any]) -> None:
    """An end that is later than the last day is put back to it; before the start there is nothing."""
    experiment = world["experiments"][1]
    first, last = moments(http, experiment)
    whole = results_of(http, experiment)
    late = results_of(http, experiment, end_time=stamp(last + 86_400))
    assert late == whole
    early = http.get(f"/experiments/{experiment}/results", params={"end_time": stamp(first - 86_400)})
    assert (early.status_code, early.content) == (204, b"")


def test_time_series_grow_to_the_results(http: httpx.Client, world: dict[str, Any]) -> None:
    """Counts never fall from point to point, and the last point is the result."""
    for experiment in world["experiments"][:8]:
        results, series = results_of(http, experiment), results_of(http, experiment, "timeseries")
        for metric, course in zip(results["metrics"], series["metrics"], strict=True):
            for key, row in metric["results"].items():
                points = course["results"][key]["timeseries"]
                assert len(points) > 5
                for name in ("time", "samples", "value"):
                    assert [point[name] for point in points] == sorted(point[name] for point in points)
                assert {name: points[-1][name] for name in ("samples", "value", "rate")} == {
                    name: row[name] for name in ("samples", "value", "rate")
                }
                assert points[-1].get("lift") == row.get("lift")


def test_csv_has_the_same_figures(http: httpx.Client, world: dict[str, Any]) -> None:
    """The CSV has the vendor's columns and, row by row, what the results say."""
    experiment = world["experiments"][0]
    results = results_of(http, experiment)
    text = http.get(f"/export/experiments/{experiment}/results/csv").text
    assert text.startswith(COLUMNS + "\r\n")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == sum(len(metric["results"]) for metric in results["metrics"])
    by_key = {(row["Metric Event ID"], row["Variation ID"]): row for row in rows}
    for metric in results["metrics"]:
        for key, result in metric["results"].items():
            row = by_key[str(metric["event_id"]), key]
            assert (int(row["Numerator Value"]), int(row["Denominator Value"])) == (result["value"], result["samples"])
            assert row["Is Baseline Variation"] == str(result["is_baseline"]).lower()
            assert row["Improvement Value from Baseline"] == str(result.get("lift", {}).get("value", ""))
            assert row["Start time (UTC)"] == results["start_time"]


def test_campaign_results_hold_their_experiments(http: httpx.Client, world: dict[str, Any]) -> None:
    """Results of a campaign have a row for itself, for each experiment and for each variation, and add up."""
    for identifier in world["campaigns"][:12]:
        results = http.get(f"/campaigns/{identifier}/results").json()
        for metric in results["metrics"]:
            rows = metric["results"].values()
            totals = {
                level: sum(row["samples"] for row in rows if row["level"] == level)
                for level in ("variation", "experiment", "campaign")
            }
            assert totals["variation"] == totals["experiment"] == totals["campaign"] > 0
            assert metric["results"][str(identifier)]["level"] == "campaign"
