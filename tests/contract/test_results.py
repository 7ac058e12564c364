"""All vendors' results, from the sandbox over real sockets, as rows, health reports and an export."""

from __future__ import annotations

import gc
import sys
from collections.abc import AsyncIterator
from contextlib import aclosing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

import abclient
from abclient.analysis import sequential_split_test
from abclient.export import Item, Plan, as_rows, export_rows, read_rows
from abclient.health import check
from abclient.results import ResultRow, to_arrow
from abclient.testing import Sandbox
from abclient.vendor import BUILT_IN, get
from abclient.vendors.launchdarkly import rows as launchdarkly
from abclient.vendors.optimizely import rows as optimizely
from abclient.vendors.optimizely_classic import rows as optimizely_classic
from support.cases import one_every_run
from support.rows import NOW
from support.sandbox import ENVIRONMENT, PROJECT, running_sandbox

sandbox = pytest.fixture(scope="module")(running_sandbox)


async def launchdarkly_rows(
    client: abclient.LaunchDarkly,
) -> AsyncIterator[tuple[list[ResultRow], dict[str, float], float | None]]:
    """Rows, shares and the vendor's own probability of a mismatch, of each experiment and metric."""
    listed = client.experiments(PROJECT, ENVIRONMENT)
    experiments = {one.key: one async for one in listed.list(expand=["treatments", "secondaryMetrics"])}
    async for outcome in listed.fetch_results(experiments.values()):
        experiment = experiments[outcome.key.experiment_key]
        rows = launchdarkly.from_results(
            outcome.value,
            experiment,
            outcome.key.metric_key,
            project=PROJECT,
            environment=ENVIRONMENT,
            fetched_at=NOW,
        )
        yield rows, launchdarkly.allocation(experiment), outcome.value.probability_of_mismatch


async def test_all_vendors_make_one_table(sandbox: Sandbox) -> None:
    """The results of every vendor stand in one table, and their figures agree with one another."""
    rows: list[ResultRow] = []
    for vendor in map(get, BUILT_IN):
        places: dict[str, Any] = {need: {"project": PROJECT, "environment": ENVIRONMENT}[need] for need in vendor.needs}
        options: dict[str, Any] = {**sandbox.client_options(vendor.name), **places}
        async with abclient.open_source(vendor, **options, concurrency=8) as source:
            found = [row async for result in source.results() for row in result.rows]
            assert source.failures == {}
        assert {row.vendor for row in found} == {vendor.name}
        rows += found
    assert to_arrow(rows).num_rows == len(rows) > 250 * len(BUILT_IN)
    for row in rows:
        assert_plausible(row)


@pytest.mark.parametrize("name", BUILT_IN)
@pytest.mark.parametrize("call", ["experiments", "results", "by_experiment"])
async def test_a_source_that_is_left_early_leaves_nothing(name: str, call: str, sandbox: Sandbox) -> None:
    """Every generator that it reads from is closed with it; the garbage collector finds none to close."""
    found: list[str] = []
    first, last = sys.get_asyncgen_hooks()
    places: dict[str, Any] = {need: {"project": PROJECT, "environment": ENVIRONMENT}[need] for need in get(name).needs}
    sys.set_asyncgen_hooks(first, lambda generator: found.append(repr(generator)))
    try:
        opened = abclient.open_source(name, **sandbox.client_options(name), **places, concurrency=2)
        async with opened as source, aclosing(getattr(source, call)()) as stream:
            await anext(stream)
        gc.collect()
    finally:
        sys.set_asyncgen_hooks(first, last)
    assert found == []


async def test_results_by_t_test_and_series_are_rows_as_well(sandbox: Sandbox) -> None:
    """What vendors give besides their results of today agrees with itself, too."""
    rows: list[ResultRow] = []
    async with abclient.OptimizelyClassic(**sandbox.client_options("optimizely_classic")) as classic:
        async for project in classic.projects.list():
            listed = {one.id: one async for one in project.experiments()}
            async for outcome in classic.experiments.fetch_results(listed, concurrency=8):
                rows += optimizely_classic.from_results(outcome.value, listed[outcome.key], fetched_at=NOW)
    assert len(rows) > 300
    async with abclient.Optimizely(**sandbox.client_options("optimizely")) as client:
        async for found in client.projects.list():
            experiments = {one.id: one async for one in client.experiments.list(found.id)}
            async for series in client.experiments.fetch_timeseries(list(experiments)[:3]):
                if series.value is not None:
                    rows += optimizely.from_timeseries(series.value, experiments[series.key], fetched_at=NOW)
    assert {row.vendor for row in rows} == {"optimizely_classic", "optimizely"}
    for row in rows:
        assert_plausible(row)


def assert_plausible(row: ResultRow) -> None:
    """Rates are fractions of what was counted, intervals hold their middle, and baselines are not compared."""
    assert row.is_baseline is not None
    assert (row.units is None) == (row.metric_kind in {"average_order_value", "average_products_per_order"})
    if row.conversions is not None and row.units and row.mean is not None and row.metric_kind != "revenue":
        assert row.conversions / row.units == pytest.approx(row.mean, abs=1e-5)
    if row.value is not None and row.units and row.mean is not None:
        assert row.value / row.units == pytest.approx(row.mean, rel=0.01, abs=1e-3)
    assert row.probability is None or 0 <= row.probability <= 1
    if row.is_baseline:
        assert (row.difference, row.difference_kind) == (None, None)
    elif row.difference is not None and row.difference_low is not None and row.difference_high is not None:
        assert row.difference_low <= row.difference <= row.difference_high
        assert row.difference_kind in {"relative", "absolute"}
    if row.period_start is not None and row.period_end is not None:
        assert row.period_start <= row.period_end


async def test_a_mismatch_is_one_for_launchdarkly_too(sandbox: Sandbox) -> None:
    """Where LaunchDarkly is sure of a mismatch so are we, and where it sees none we see none."""
    surest: list[float] = []
    async with abclient.LaunchDarkly(**sandbox.client_options("launchdarkly")) as client:
        async for rows, shares, probability in launchdarkly_rows(client):
            tested = sequential_split_test({row.variation_id or "": row.units or 0 for row in rows}, shares)
            assert tested is not None
            assert probability is not None
            if probability > 0.99:
                surest.append(tested.p_value)
                assert tested.p_value < 0.01
            elif probability < 0.1:
                assert tested.p_value > 0.01
            allocations = {rows[0].experiment: shares}
            (report,) = check(rows, allocations=allocations, stale_after=timedelta(days=9_999))
            assert report.ok is not (tested.p_value < 0.01)
    assert surest


async def test_an_export_of_a_vendor(sandbox: Sandbox, tmp_path: Path) -> None:
    """As the documentation shows it: results of what is wanted, the second time only of what runs."""
    sizes: list[int] = []
    async with abclient.OptimizelyClassic(**sandbox.client_options("optimizely_classic")) as client:
        project = (await client.projects.list())[0]

        async def source(plan: Plan) -> AsyncIterator[Item]:
            listed = [one async for one in project.experiments()]
            wanted = {one.id: one for one in listed if plan.wants(one.id, optimizely_classic.experiment_info(one))}
            sizes.append(len(wanted))
            async for item in as_rows(
                client.experiments.fetch_results(wanted, concurrency=8),
                lambda outcome: optimizely_classic.from_results(outcome.value, wanted[outcome.key], fetched_at=NOW),
            ):
                yield item

        first = await export_rows(tmp_path, source, file_format="parquet", options={"project": project.id})
        again = await export_rows(tmp_path, source, file_format="parquet", options={"project": project.id})
    assert first.ok
    assert (again.rows, again.keys) == (first.rows, first.keys)
    assert 0 < sizes[1] < sizes[0] == first.keys
    rows = list(read_rows(tmp_path))
    assert len(rows) == len({row.source for row in rows}) == first.rows


async def fetched(sandbox: Sandbox, vendor: str, **options: Any) -> list[ResultRow]:
    """All rows of a vendor."""
    if vendor == "launchdarkly":
        options |= {"project": PROJECT, "environment": ENVIRONMENT}
    secrets = {"application_id": "sandbox-app", "secret": "sandbox-secret"}
    options |= secrets if vendor == "convert_v1" else {"token": sandbox.token}
    return await abclient.fetch_rows(vendor, base_url=sandbox.base_url(vendor), concurrency=8, **options)


@pytest.mark.parametrize("vendor", one_every_run(["launchdarkly", "optimizely", "optimizely_classic", "convert_v1"]))
async def test_keys_are_unique_and_the_same_every_time(sandbox: Sandbox, vendor: str) -> None:
    """No two rows of an account have the same key, two accounts share none, and the next night has the same ones."""
    keys: list[set[str]] = []
    for account in ("a", "b", "a"):
        rows = await fetched(sandbox, vendor, account=account)
        keys.append({row.row_key for row in rows})
        assert len(keys[-1]) == len(rows) > 0
        assert {row.experiment.account for row in rows} == {row.account for row in rows} == {account}
        assert all(row.row_key == f"{row.result_key}/{row.variation_id}" for row in rows)
    assert keys[0] == keys[2]
    assert not keys[0] & keys[1]
