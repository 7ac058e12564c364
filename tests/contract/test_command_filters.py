"""``abclient results`` with filters, and the names of accounts, against the sandbox."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import pytest

from abclient.testing import Sandbox
from abclient.vendor import BUILT_IN
from support.cases import a_third_every_run
from support.command import Command, credentials

ALL = pytest.mark.parametrize("vendor", a_third_every_run(BUILT_IN, first=1))


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """A small world, which no test changes."""
    with Sandbox(experiments=40, seed=1) as running:
        yield running


@pytest.fixture
def command(sandbox: Sandbox, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs the command with the sandbox's credentials."""
    sandbox.clear_requests()
    for name, value in credentials(sandbox.url).items():
        monkeypatch.setenv(name, value)
    return Command(capsys)


@ALL
def test_a_status_leaves_the_others_unfetched(vendor: str, sandbox: Sandbox, command: Command) -> None:
    """Only rows of experiments with the status are printed, all of them, and for less requests."""
    everything = command("results", vendor, "--format=json").document
    of_all = len(sandbox.requests())
    sandbox.clear_requests()
    running = command("results", vendor, "--status", "running", "--format=json").document
    assert len(sandbox.requests()) < of_all
    wanted = {row["row_key"] for row in everything if row["status"] == "running"}
    assert {row["row_key"] for row in running} == wanted
    assert len(everything) > len(running) > 0


@ALL
def test_primary_metrics_alone(vendor: str, command: Command) -> None:
    """Rows of primary metrics are printed, and those of others or of unknown ones are not."""
    everything = command("results", vendor, "--format=json").document
    primary = command("results", vendor, "--primary", "--format=json").document
    wanted = {row["row_key"] for row in everything if row["is_primary"]}
    assert {row["row_key"] for row in primary} == wanted
    assert len(everything) > len(primary) > 0


@pytest.mark.parametrize("vendor", ["launchdarkly", "optimizely", "optimizely_classic"])
def test_winners_have_reasons(vendor: str, command: Command) -> None:
    """The rows of winners on primary metrics are printed, each with its reason, in CSV as in JSON."""
    everything = command("results", vendor, "--format=json").document
    won = command("results", vendor, "--winners", "--format=json").document
    wanted = {row["row_key"] for row in everything if row["verdict"] == "winner" and row["is_primary"]}
    assert {row["row_key"] for row in won} == wanted
    assert wanted
    assert all(row["metric_name"] in row["reason"] for row in won)
    printed = csv.DictReader(io.StringIO(command("results", vendor, "--winners").out))
    assert {row["row_key"]: row["reason"] for row in printed} == {row["row_key"]: row["reason"] for row in won}


@ALL
def test_rows_carry_the_name_of_the_account(vendor: str, command: Command) -> None:
    """``--account`` names the account in rows and in lists, as the environment variable does."""
    rows = command("results", vendor, "--account", "shop", "--status", "running", "--format=json").document
    assert {row["account"] for row in rows} == {"shop"}
    listed = command("experiments", "list", vendor, "--account", "shop", "--format=json").document
    assert {one["account"] for one in listed} == {"shop"}


def test_a_metric_can_be_named_primary_where_the_vendor_does_not_say(command: Command) -> None:
    """Only where it does not: a metric that it calls secondary stays so; without the option nothing is known."""
    everything = command("results", "convert_v1", "--format=json").document
    unknown = {row["metric_id"] for row in everything if row["is_primary"] is None}
    chosen = min(unknown)
    primary = command("results", "convert_v1", "--primary", "--primary-metric", chosen, "--format=json").document
    wanted = {
        row["row_key"]
        for row in everything
        if row["is_primary"] or (row["is_primary"] is None and row["metric_id"] == chosen)
    }
    assert {row["row_key"] for row in primary} == wanted
    options = [word for metric in unknown for word in ("--primary-metric", metric)]
    won = command("results", "convert_v1", "--winners", *options, "--format=json").document
    assert {row["row_key"] for row in won} >= {
        row["row_key"] for row in everything if row["verdict"] == "winner" and row["is_primary"] is None
    }
