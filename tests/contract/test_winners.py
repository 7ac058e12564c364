"""Which running experiments have a winner: rows against each vendor's own words, in the sandbox's responses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import abclient
from abclient.results import ResultRow, winners
from abclient.testing import Sandbox
from support.sandbox import ENVIRONMENT, PROJECT, TODAY, running_sandbox

Won = set[tuple[str, str, str]]
"""Experiments, metrics and variations."""

pytestmark = pytest.mark.usefixtures("quick_clients")
sandbox = pytest.fixture(scope="module")(running_sandbox)


@pytest.fixture(scope="module")
def large() -> Iterator[Sandbox]:
    """A sandbox with 500 experiments of each vendor."""
    with Sandbox(experiments=500, seed=1, today=TODAY) as started:
        yield started


def won(rows: list[ResultRow], **options: Any) -> Won:
    """What the rows say, of running experiments; each with a reason."""
    found = winners(rows, status="running", **options)
    assert all(one.reason for one in found)
    return {(one.row.experiment_id, str(one.row.metric_id), str(one.row.variation_id)) for one in found}


async def test_optimizelys_winners_are_those_of_its_conclusions(large: Sandbox) -> None:
    """Of 500 experiments none is named that the vendor does not name, and none is missed that it does."""
    rows = await abclient.fetch_rows("optimizely", token=large.token, base_url=large.base_url("optimizely"))
    concluded: Won = set()
    async with abclient.Optimizely(large.token, base_url=large.base_url("optimizely")) as client:
        async for project in client.projects.list():
            running = {one.id: one async for one in client.experiments.list(project.id) if one.status == "running"}
            async for outcome in client.experiments.fetch_results(running):
                document: dict[str, Any] = outcome.value.to_dict() if outcome.value else {"metrics": []}
                for metric in document["metrics"][:1]:
                    if winner := metric["conclusion"].get("winner"):
                        concluded.add((str(outcome.key), str(metric["event_id"]), winner))
    assert won(rows) == concluded
    assert len(concluded) == 65
    # What an analyst would have asked before rows said what decides: most of it is wrong.
    guessed = {row.experiment_id for row in rows if _looks_won(row)}
    truly = {experiment for experiment, _, _ in concluded}
    assert len(guessed - truly) > 10
    assert len(truly - guessed) > 10


def _looks_won(row: ResultRow) -> bool:
    return row.status == "running" and (row.probability or 0) > 0.95 and (row.difference or 0) > 0


async def test_classics_winners_are_those_of_its_status(sandbox: Sandbox) -> None:
    """By the primary goal's status, whichever engine the results are from."""
    url = sandbox.base_url("optimizely_classic")
    rows = await abclient.fetch_rows("optimizely_classic", token=sandbox.token, base_url=url)
    named: Won = set()
    async with abclient.OptimizelyClassic(sandbox.token, base_url=url) as client:
        async for project in client.projects.list():
            async for one in project.experiments():
                results = client.experiments
                answers = await results.stats(one.id) or await results.results(one.id)
                for answer in answers if one.status == "Running" else []:
                    if answer.status == "winner" and answer.goal_id == one.primary_goal_id:
                        named.add((str(one.id), str(answer.goal_id), str(answer.variation_id)))
    assert won(rows) == named
    assert named


async def test_converts_winners_are_its_largest_significant_gains(sandbox: Sandbox) -> None:
    """Of each goal that the caller calls primary, by the report's flag and the sign of the change."""
    signed: dict[str, Any] = {"application_id": "sandbox-app", "secret": "sandbox-secret"}
    url = sandbox.base_url("convert_v1")
    rows = await abclient.fetch_rows("convert_v1", base_url=url, **signed)
    goals = {str(row.metric_id) for row in rows}
    gained: Won = set()
    async with abclient.ConvertV1(**signed, base_url=url) as client:
        async for project in client.projects.list():
            active = {str(one.id) async for one in project.experiences.list() if one.status == "active"}
            async for outcome in project.experiences.fetch_reports(active):
                for goal in outcome.value.to_dict()["reportData"]:
                    for part, change in _CHANGES.items():
                        gains = {one["id"]: _gain(one.get(part), change) for one in goal["variations"]}
                        best = max(gains, key=lambda key: gains[key])
                        if gains[best] > 0:
                            gained.add((outcome.key.experience_id, str(goal["goal_id"]), str(best)))
    assert won(rows, primary_metrics=goals) == gained
    assert gained


_CHANGES = {"conversion_data": "conversion_rate_change", "revenue_data": "revenue_per_visitor_change"}


def _gain(data: dict[str, Any] | None, change: str) -> float:
    return data.get(change) or 0.0 if data and data.get("statistically_significant") else 0.0


@pytest.mark.slow
async def test_launchdarklys_winners_are_most_probably_the_best(sandbox: Sandbox) -> None:
    """Treatments, not baselines, whose chance to be the best at the primary metric is above 90 %."""
    url = sandbox.base_url("launchdarkly")
    scope: dict[str, Any] = {"project": PROJECT, "environment": ENVIRONMENT}
    rows = await abclient.fetch_rows("launchdarkly", token=sandbox.token, base_url=url, **scope)
    best: Won = set()
    async with abclient.LaunchDarkly(sandbox.token, base_url=url) as client:
        experiments = client.experiments(PROJECT, ENVIRONMENT)
        async for one in experiments.list(expand=["treatments"]):
            iteration = one.current_iteration
            if iteration is None or iteration.status != "running" or iteration.primary_metric is None:
                continue
            metric = iteration.primary_metric.key
            document = (await experiments.results(one.key, metric)).to_dict()
            baselines = {each.id for each in iteration.treatments or () if each.baseline}
            for each in document["treatmentResults"]:
                if each["pBest"] > 0.9 and each["treatmentId"] not in baselines:
                    best.add((one.key, metric, each["treatmentId"]))
    assert won(rows) == best
    assert best
