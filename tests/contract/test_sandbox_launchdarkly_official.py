"""The vendor's own Python client, driven against the sandbox: it is strict about enums, nulls and required fields."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from abclient.testing import Sandbox
from support.sandbox import SEMANTIC_PATCH, experiment_body, iteration_body, running_sandbox

PLACE = ("sandbox", "production")
EVERYTHING = "previousIterations,draftIteration,secondaryMetrics,treatments"

sandbox = pytest.fixture(scope="module")(running_sandbox)

# The vendor ships no types: importing by name keeps everything it gives an honest Any.
vendor: Any = import_module("launchdarkly_api")
experiments_api: Any = import_module("launchdarkly_api.api.experiments_beta_api")


@pytest.fixture(scope="module")
def api(sandbox: Sandbox) -> Iterator[Any]:
    """The official client, told what its users have to find out: the beta header."""
    settings = vendor.Configuration(host=sandbox.url, api_key={"ApiKey": sandbox.token})
    with vendor.ApiClient(settings) as client:
        client.set_default_header("LD-API-Version", "beta")
        yield experiments_api.ExperimentsBetaApi(client)
        client.rest_client.pool_manager.clear()  # the client leaves its connections open


def create(api: Any, **changes: Any) -> Any:
    """A new experiment, made by the official client."""
    return api.create_experiment(*PLACE, experiment_body(**changes), _spec_property_naming=True)


def patch(api: Any, key: str, *instructions: dict[str, Any]) -> Any:
    """A semantic patch, with the content type that the official client does not send by itself."""
    body = {"instructions": list(instructions), "comment": "from the official client"}
    return api.patch_experiment(*PLACE, key, body, _content_type=SEMANTIC_PATCH, _spec_property_naming=True)


def test_get_experiments_pages_through_everything(api: Any) -> None:
    """Every page parses, and limit and offset reach each active experiment once."""
    keys: list[str] = []
    while True:
        page = api.get_experiments(
            *PLACE, limit=7, offset=len(keys), expand=EVERYTHING, lifecycle_state="active,archived"
        )
        keys += [experiment.key for experiment in page["items"]]
        if "next" not in page.links:
            break
    assert len(keys) == len(set(keys)) == page.total_count >= 60


def test_get_experiments_filters(api: Any) -> None:
    """A filter gives only experiments that have it."""
    page = api.get_experiments(*PLACE, filter="status:stopped", limit=100)
    assert page["items"]
    assert {experiment.current_iteration.status for experiment in page["items"]} <= {"stopped", "running"}


def test_get_experiment(api: Any, sandbox: Sandbox) -> None:
    """A single experiment parses."""
    key = sandbox.world()["launchdarkly"]["experiments"][0]["key"]
    experiment = api.get_experiment(*PLACE, key)
    assert experiment.key == key
    assert experiment.current_iteration.primary_metric.kind in {"custom", "click", "pageview"}


def test_life_of_an_experiment(api: Any) -> None:
    """Create, add an iteration, start it, stop it with a winner, archive: each answer parses and shows the change."""
    created = create(api)
    assert created.draft_iteration.status == "not_started"
    iteration = api.create_iteration(*PLACE, created.key, iteration_body(), _spec_property_naming=True)
    assert iteration.status == "not_started"
    started = patch(api, created.key, {"kind": "startIteration"})
    assert started.current_iteration.status == "running"
    winner = iteration.treatments[1].id
    stop = {"kind": "stopIteration", "winningTreatmentId": winner, "winningReason": "It won"}
    stopped = patch(api, created.key, stop, {"kind": "archiveExperiment"})
    assert stopped.current_iteration.winning_treatment_id == winner
    assert stopped.archived_date > stopped.creation_date


def test_get_experiment_results_of_everything_listed(api: Any, sandbox: Sandbox) -> None:
    """The results of every experiment and metric that the world lists parse, and have units."""
    for listed in sandbox.world()["launchdarkly"]["experiments"]:
        for metric in listed["metrics"]:
            results = api.get_experiment_results(*PLACE, listed["key"], metric)
            assert results.metric_seen.ever
            assert all(treatment.units > 0 for treatment in results.treatment_results)
            assert sum(treatment.p_best for treatment in results.treatment_results) == pytest.approx(1, abs=1e-5)


def test_results_of_an_iteration_without_data(api: Any) -> None:
    """An iteration that has just been started has results that parse, without a single unit."""
    key = create(api).key
    patch(api, key, {"kind": "startIteration"})
    results = api.get_experiment_results(*PLACE, key, "metric-key-123abc")
    assert not results.metric_seen.ever
    assert [treatment.units for treatment in results.treatment_results] == [0, 0]


def test_experimentation_settings(api: Any) -> None:
    """Settings parse, and are what was put."""
    unit = {"randomizationUnit": "user", "default": True, "standardRandomizationUnit": "guest"}
    put = api.put_experimentation_settings("sandbox", {"randomizationUnits": [unit]}, _spec_property_naming=True)
    got = api.get_experimentation_settings("sandbox")
    assert got.project_key == "sandbox"
    assert got.randomization_units[0].standard_randomization_unit == "guest"
    assert put == got


def test_legacy_results_and_reset(api: Any, sandbox: Sandbox) -> None:
    """Legacy results parse, with their capitalised keys, and are empty after a reset."""
    listed = sandbox.world()["launchdarkly"]["experiments"][3]
    place = ("sandbox", listed["flag"], "production", listed["metrics"][0])
    before = api.get_legacy_experiment_results(*place, _from=0, to=2_000_000_000_000)
    assert before.series[-1].variation_data.value[0].cumulative_count == before.totals[0].cumulative_count
    assert api.reset_experiment(*place) is None
    after = api.get_legacy_experiment_results(*place)
    assert (after.totals, after.series, after.metric_seen.ever) == ([], [], False)


@pytest.mark.parametrize(("place", "status"), [(("nowhere", "production"), 404), (("sandbox", "nowhere"), 404)])
def test_errors_are_the_clients_exceptions(api: Any, place: tuple[str, str], status: int) -> None:
    """An error answer becomes the exception that the official client's users catch."""
    with pytest.raises(vendor.ApiException) as caught:
        api.get_experiments(*place)
    assert caught.value.status == status
