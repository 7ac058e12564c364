"""Results and stats of the sandbox's Optimizely Classic: consistent figures, segments, and when there are none."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest

from abclient.testing import Sandbox
from support.optimizely_classic import (
    EVENT,
    changed,
    deleted,
    empty_project,
    fresh_experiment,
    got,
    listed,
    made,
    plain_http,
    refusal,
)
from support.sandbox import running_sandbox

SECONDS = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")

sandbox = pytest.fixture(scope="module")(running_sandbox)
http = pytest.fixture(scope="module")(plain_http)
project = pytest.fixture(empty_project)
experiment = pytest.fixture(fresh_experiment)


@pytest.mark.parametrize("kind", ["results", "stats"])
def test_an_experiment_without_visitors_or_goals_has_no_rows(
    http: httpx.Client, project: int, experiment: dict[str, Any], kind: str
) -> None:
    """Results of an experiment that was just started are empty, with a goal and without."""
    path = f"experiments/{experiment['id']}"
    changed(http, path, {"status": "Running"})
    assert got(http, f"{path}/{kind}") == []
    made(http, f"projects/{project}/goals", {**EVENT, "experiment_ids": [experiment["id"]]})
    assert got(http, f"{path}/{kind}") == []


def everything(http: httpx.Client, sandbox: Sandbox) -> list[dict[str, Any]]:
    """All experiments of the world, whether they have results or not."""
    return [one for project in listed(sandbox, "projects") for one in got(http, f"projects/{project}/experiments")]


def test_experiments_of_before_the_stats_engine_have_only_results(http: httpx.Client, sandbox: Sandbox) -> None:
    """Stats exist exactly for those that began on 21 January 2015 or later."""
    seen: set[bool] = set()
    for experiment in everything(http, sandbox):
        results = got(http, f"experiments/{experiment['id']}/results")
        stats = got(http, f"experiments/{experiment['id']}/stats")
        if results:
            new = results[0]["begin_time"] >= "2015-01-21"
            assert bool(stats) is new
            seen.add(new)
    assert seen == {True, False}


def test_rows_are_consistent(http: httpx.Client, sandbox: Sandbox) -> None:
    """Rates, improvements, verdicts and intervals follow from the counts, and both sorts of results agree."""
    verdicts: set[str] = set()
    for key in listed(sandbox, "experiments"):
        results, stats = (got(http, f"experiments/{key}/{kind}") for kind in ("results", "stats"))
        for result, stat in zip(results, stats, strict=True):
            check_row(result, stat, next(row for row in results if row["goal_id"] == result["goal_id"]))
            verdicts.add(result["status"])
    assert verdicts == {"baseline", "winner", "loser", "inconclusive"}


def check_row(result: dict[str, Any], stat: dict[str, Any], baseline: dict[str, Any]) -> None:
    """Whether one row is consistent in itself, with the other sort of results, and with its baseline."""
    value = "revenue_per_visitor" if result["is_revenue"] else "conversion_rate"
    total = result["revenue" if result["is_revenue"] else "conversions"]
    assert ("conversion_rate" in result) is not result["is_revenue"]
    assert result[value] == pytest.approx(total / result["visitors"], abs=1e-6)
    assert result["improvement"] == pytest.approx(result[value] / baseline[value] - 1, abs=1e-3)
    assert stat["difference"] == pytest.approx(result[value] - baseline[value], abs=2e-6)
    assert stat["status"] == result["status"]
    assert result["baseline_id"] == baseline["variation_id"]
    assert SECONDS.fullmatch(result["begin_time"])
    assert result["begin_time"] < result["end_time"]
    low, high = (stat[f"difference_confidence_interval_{end}"] for end in ("min", "max"))
    conclusive = result["status"] in {"winner", "loser"}
    if result["status"] != "baseline":
        assert stat["statistical_significance"] == pytest.approx(abs(2 * result["confidence"] - 1), abs=1e-5)
        assert (low <= 0 <= high) is not conclusive
        assert (stat["statistical_significance"] >= 0.9) is conclusive
    assert low <= stat["difference"] <= high
    assert (stat["visitors_until_significance"] == 0) is (result["status"] != "inconclusive")


def test_results_of_multivariate_experiments_are_about_combinations(http: httpx.Client, sandbox: Sandbox) -> None:
    """Their ids are joined by underscores, their names by commas, and they cannot be changed."""
    experiment = next(one for one in everything(http, sandbox) if one["is_multivariate"])
    path = f"experiments/{experiment['id']}"
    names = {one["id"]: one["description"] for one in got(http, f"{path}/variations")}
    rows = got(http, f"{path}/results")
    assert len({row["variation_id"] for row in rows}) == 4
    for row in rows:
        parts = [int(part) for part in row["variation_id"].split("_")]
        assert row["variation_name"] == ",".join(names[part] for part in parts)
    refusal(http.put(path, json={"description": "x"}), 400)
    refusal(http.post(f"{path}/variations", json={"description": "x"}), 400)


def conversions(rows: list[dict[str, Any]]) -> dict[tuple[str, int], int]:
    """The conversions of each variation and goal."""
    return {(row["variation_id"], row["goal_id"]): row["conversions"] for row in rows}


def test_deleting_a_variation_leaves_the_results_of_the_others(http: httpx.Client, sandbox: Sandbox) -> None:
    """Only its own rows go; when it was the baseline, the next one is."""
    measured = listed(sandbox, "experiments")
    experiments = (one for one in everything(http, sandbox) if one["id"] in measured)
    experiment = next(one for one in experiments if len(one["variation_ids"]) > 2)
    first, second, *_ = experiment["variation_ids"]
    path = f"experiments/{experiment['id']}/results"
    before = conversions(got(http, path))
    deleted(http, f"variations/{first}")
    after = got(http, path)
    assert conversions(after) == {pair: count for pair, count in before.items() if pair[0] != str(first)}
    assert {row["baseline_id"] for row in after} == {str(second)}


def test_a_segment_is_a_part_of_the_whole(http: httpx.Client, sandbox: Sandbox) -> None:
    """Segmenting by an audience or a dimension's value gives the same rows with fewer visitors, for both sorts."""
    for key in listed(sandbox, "experiments")[:10]:
        project = got(http, f"experiments/{key}")["project_id"]
        audience = got(http, f"projects/{project}/audiences")[0]["id"]
        dimension = got(http, f"projects/{project}/dimensions")[0]["id"]
        for kind in ("results", "stats"):
            whole = got(http, f"experiments/{key}/{kind}")
            for query in ({"audience_id": audience}, {"dimension_id": dimension, "dimension_value": "gold & silver"}):
                parts = got(http, f"experiments/{key}/{kind}", **query)
                for row, part in zip(whole, parts, strict=True):
                    assert part["variation_id"] == row["variation_id"]
                    assert part["visitors"] < row["visitors"]
                    assert 0 <= part["conversions"] <= row["conversions"]
                    assert part["visitors"] - part["conversions"] <= row["visitors"] - row["conversions"]


def test_an_audience_that_is_no_segment_has_no_rows(http: httpx.Client, sandbox: Sandbox) -> None:
    """Behaviour is only tracked for audiences with segmentation."""
    key = listed(sandbox, "experiments")[0]
    project = got(http, f"experiments/{key}")["project_id"]
    audience = made(http, f"projects/{project}/audiences", {"name": "Untracked"})
    assert got(http, f"experiments/{key}/results", audience_id=audience["id"]) == []


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"dimension_id": "{dimension}"}, 400),
        ({"dimension_value": "gold"}, 400),
        ({"audience_id": "{audience}", "dimension_id": "{dimension}", "dimension_value": "gold"}, 400),
        ({"audience_id": "x"}, 400),
        ({"audience_id": ""}, 400),
        ({"audience_id": "1"}, 404),
        ({"dimension_id": "1", "dimension_value": "gold"}, 404),
        ({"audience_id": "{foreign}"}, 404),
    ],
)
def test_segments_that_do_not_exist(http: httpx.Client, sandbox: Sandbox, query: dict[str, str], status: int) -> None:
    """Half a dimension, two segments at once, and ids the project does not have are refused."""
    key = listed(sandbox, "experiments")[0]
    project = got(http, f"experiments/{key}")["project_id"]
    own = {kind: got(http, f"projects/{project}/{kind}s")[0]["id"] for kind in ("audience", "dimension")}
    foreign = next(one for one in listed(sandbox, "projects") if one != project)
    own["foreign"] = got(http, f"projects/{foreign}/audiences")[0]["id"]
    params = {name: value.format(**own) for name, value in query.items()}
    for kind in ("results", "stats"):
        refusal(http.get(f"experiments/{key}/{kind}", params=params), status)
