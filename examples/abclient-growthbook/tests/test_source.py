"""The source: which requests it takes for all results, and what becomes of those that fail."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

import abclient
from abclient import PartialFailureError
from abclient.results import winners
from abclient.testing import InProcessSandbox, virtual_time


async def fetched(sandbox: InProcessSandbox, **options: Any) -> list[Any]:
    """All rows."""
    return await abclient.fetch_rows("growthbook", **sandbox.client_options("growthbook"), progress=False, **options)


def operations(sandbox: InProcessSandbox) -> dict[str, int]:
    """How often each operation was asked for."""
    return dict(Counter(str(request["operation"]) for request in sandbox.requests()))


EVERY_TIME = {"listMetrics": 1, "listFactMetrics": 1, "getSettings": 1, "listProjects": 1}


async def test_results_come_a_hundred_per_request(sandbox: InProcessSandbox) -> None:
    """All of them, the same as one by one."""
    pages = await fetched(sandbox)
    assert operations(sandbox) == {"listExperiments": 2, "listExperimentResults": 2, **EVERY_TIME}
    sandbox.clear_requests()
    ids = sorted({row.experiment_id for row in pages})
    singly = await fetched(sandbox, ids=ids)
    assert operations(sandbox) == {"getExperiment": len(ids), "getExperimentResults": len(ids), **EVERY_TIME}
    assert {row.row_key: row.mean for row in pages} == {row.row_key: row.mean for row in singly}
    assert len(winners(pages, status="running")) > 5


async def test_a_page_that_fails_costs_requests_and_no_results(sandbox: InProcessSandbox) -> None:
    """What it would have had is asked for one by one."""
    whole = await fetched(sandbox)
    sandbox.clear_requests()
    with sandbox.fault("status", status=500, match={"regex": "experiments/results.*offset=100"}):
        again = await fetched(sandbox, retries=0)
    assert {row.row_key for row in again} == {row.row_key for row in whole}
    assert operations(sandbox)["getExperimentResults"] > 10


async def test_an_unreadable_result_costs_a_request_and_no_results(sandbox: InProcessSandbox) -> None:
    """Whatever the page lacks is asked for one by one."""
    whole = await fetched(sandbox)
    page = {"experimentResults": [{"phase": "0"}], "total": 105, "hasMore": False, "nextOffset": None}
    sandbox.clear_requests()
    with sandbox.fault("status", status=200, body=json.dumps(page), match={"regex": "experiments/results"}):
        again = await fetched(sandbox)
    assert {row.row_key for row in again} == {row.row_key for row in whole}
    assert operations(sandbox)["getExperimentResults"] > 80


async def test_a_resumed_export_asks_for_no_more_than_it_needs(sandbox: InProcessSandbox) -> None:
    """A few results are fetched one by one where that takes fewer requests than the pages."""
    options = sandbox.client_options("growthbook")
    async with abclient.open_source("growthbook", **options) as source:
        found = [result async for result in source.results(wants=lambda key, listed: key == "exp_000001")]
    assert [result.key for result in found] == ["exp_000001"]
    assert operations(sandbox).get("listExperimentResults", 0) + operations(sandbox).get("getExperimentResults", 0) == 1


async def test_levels_and_directions_are_the_organizations(sandbox: InProcessSandbox) -> None:
    """Rows have the threshold of their project, and the metric's own direction."""
    found = await fetched(sandbox)
    assert {(row.project, row.threshold) for row in found} == {("prj_shop", 0.95), ("prj_app", 0.99)}
    assert {row.direction for row in found if row.metric_id == "met_wait"} == {"decrease"}


async def test_experiments_are_listed_without_what_rows_need(sandbox: InProcessSandbox) -> None:
    """A list of experiments takes a request for every hundred."""
    async with abclient.open_source("growthbook", **sandbox.client_options("growthbook")) as source:
        listed = [one async for one in source.experiments()]
    assert (len(listed), operations(sandbox)) == (105, {"listExperiments": 2})


MISSING: list[tuple[str, int, set[str]]] = [
    ("/settings", 404, set()),
    ("/settings", 403, {"settings"}),
    ("/metrics", 403, {"metrics"}),
    ("/projects", 403, {"projects"}),
]


@pytest.mark.parametrize(("path", "status", "failed"), MISSING)
async def test_what_rows_are_better_with_may_be_missing(
    path: str, status: int, failed: set[str], sandbox: InProcessSandbox
) -> None:
    """There are rows all the same, and a failure, unless the server never had it."""
    whole = await fetched(sandbox)
    with sandbox.fault("status", status=status, match={"regex": f"v1{path}"}):
        async with abclient.open_source("growthbook", **sandbox.client_options("growthbook"), retries=0) as source:
            found = [row async for result in source.results() for row in result.rows]
            assert set(source.failures) == failed
    assert {row.row_key.rpartition("/")[2] for row in found} == {row.row_key.rpartition("/")[2] for row in whole}


async def test_unknown_ids_are_named(sandbox: InProcessSandbox) -> None:
    """And cost no other."""
    with pytest.raises(PartialFailureError) as failed:
        await fetched(sandbox, ids=["exp_000001", "exp_none"])
    assert list(failed.value.failures) == ["exp_none"]
    assert list(failed.value.values) == ["exp_000001"]


async def test_earlier_phases_are_iterations(sandbox: InProcessSandbox) -> None:
    """Those that are over have rows with their number, besides those of the last one."""
    latest, all_phases = await fetched(sandbox), await fetched(sandbox, iterations=True)
    assert {row.row_key for row in latest} < {row.row_key for row in all_phases}
    of_one = {(row.experiment_id, row.iteration) for row in all_phases}
    restarted = [experiment for experiment, phase in of_one if phase == "1"]
    assert restarted
    assert all((experiment, "0") in of_one for experiment in restarted)


async def test_segments_are_values_of_dimensions(sandbox: InProcessSandbox) -> None:
    """Rows are those of the value; experiments without a snapshot by this dimension have none."""
    text = "dimension:exp:country=US"
    found = await fetched(sandbox, segments=[text])
    assert {row.segment for row in found} == {text}
    assert {row.experiment_id for row in found} == set(sandbox.world()["growthbook"]["with_dimensions"])
    unit = await fetched(sandbox, segments=["dimension:dim_plan=paid"], ids=["exp_000001"])
    assert {row.segment for row in unit} == {"dimension:dim_plan=paid"}


async def test_a_project_can_be_chosen(sandbox: InProcessSandbox) -> None:
    """Its experiments alone are listed."""
    assert {row.project for row in await fetched(sandbox, project="prj_app")} == {"prj_app"}


async def test_sixty_requests_a_minute_are_kept_to(installed: None) -> None:
    """More requests than that wait for the next minute, which does not pass here, and none is refused."""
    with virtual_time() as time, InProcessSandbox(experiments=40, rate_limit="60/60", virtual_time=time) as sandbox:
        ids = sandbox.world()["growthbook"]["experiments"]
        found = await fetched(sandbox, ids=ids)
        assert {row.experiment_id for row in found} == set(ids)
        assert {request["status"] for request in sandbox.requests()} == {200}
        assert 0 < time.elapsed < 120
