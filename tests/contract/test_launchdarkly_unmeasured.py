"""Experiments of which LaunchDarkly names no metric that could be asked for, in the command and in both editions."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import abclient
from abclient.testing import Sandbox
from support.command import Command, credentials
from support.sandbox import ENVIRONMENT, PROJECT, TODAY, iteration_body

REASON = "experiment 'grouped' was started, but the response does not name the metrics of its group 'funnel'"


@pytest.fixture(scope="module", params=["beta", "today"])
def edition(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def sandbox(edition: str) -> Iterator[Sandbox]:
    """With a running experiment that measures a group of metrics alone; the beta does not say what is in a group."""
    with Sandbox(experiments=2, seed=1, today=TODAY, edition=edition) as running:
        asyncio.run(_start(running))
        yield running


async def _start(sandbox: Sandbox) -> None:
    async with abclient.LaunchDarkly(**sandbox.client_options("launchdarkly")) as ld:
        await ld.metric_groups(PROJECT).create(
            key="funnel",
            name="Funnel",
            kind="funnel",
            maintainer_id="m",
            tags=[],
            metrics=[{"key": "metric-key-123abc", "nameInGroup": "A"}],
        )
        iteration = iteration_body(metrics=[{"key": "funnel", "isGroup": True, "primary": True}])
        experiments = ld.experiments(PROJECT, ENVIRONMENT)
        await experiments.create(key="grouped", name="Grouped", maintainer_id="m", iteration=iteration)
        await (await experiments.get("grouped")).start_iteration()


@pytest.fixture
def command(sandbox: Sandbox, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    for name, value in credentials(sandbox.url).items():
        monkeypatch.setenv(name, value)
    return Command(capsys)


def test_results_and_exports_name_it(command: Command, edition: str, tmp_path: Path) -> None:
    """As a failure of its own; where the members of the group are named, they are asked for."""
    results = command("results", "launchdarkly", "grouped", "--format=json")
    exported = command("export", "launchdarkly", "--out", tmp_path / "out")
    if edition == "beta":
        assert (results.code, exported.code) == (1, 3)
        assert f"grouped/funnel: launchdarkly: {REASON}" in results.err
        assert REASON in exported.err
        assert "1 failed of" in exported.err
    else:
        assert (results.code, exported.code) == (1, 1)
        assert "grouped/metric-key-123abc: " in results.err
        assert "offered none since October 2025" in results.err
        assert "does not name" not in results.err + exported.err


@pytest.mark.parametrize("place", [{}, {"project": PROJECT}, {"project": PROJECT, "environment": "test"}], ids=str)
async def test_where_nothing_was_started_nothing_is_noted(sandbox: Sandbox, place: dict[str, Any]) -> None:
    """Neither of all environments, nor of one without experiments."""
    async with abclient.open_source("launchdarkly", **sandbox.client_options("launchdarkly"), **place) as source:
        assert list(await source.notes()) == []


def test_the_doctor_names_it(command: Command, edition: str) -> None:
    """In a line of its own, and the other experiments are fine; today it says that there are no results at all."""
    text = command("doctor", "launchdarkly")
    notes = command("doctor", "launchdarkly", "--json").document["vendors"][0]["notes"]
    assert text.code == 0
    assert all(note in text.out for note in notes)
    if edition == "beta":
        assert notes == [f"results cannot all be asked for: {REASON}"]
    else:
        assert [note[:38] for note in notes] == ["results: not offered by this server. L"]
