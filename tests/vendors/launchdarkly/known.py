"""What the tests that run for every vendor know of LaunchDarkly."""

from __future__ import annotations

from typing import Any

from abclient.vendors.launchdarkly import rows
from abclient_api.launchdarkly.api.experiments import get_experiments
from support.known import CONTEXT, Known
from support.sandbox import ENVIRONMENT, PROJECT
from support.wrong import DAY, NO_SIZE, NO_TEXT, Calls


def malformed(good: dict[str, Any]) -> list[dict[str, Any]]:
    """Names and iterations."""
    changes: list[dict[str, Any]] = [{"startedAt": one} for one in ("yesterday", 1e30, [1], 10**40)]
    changes.append({"primaryMetric": {"key": []}})
    iterations = [{"currentIteration": {**good["currentIteration"], **change}} for change in changes]
    return [{"name": {"x": 1}}, {"name": ["x"]}, {"currentIteration": ["x"]}, *iterations]


async def list_experiments(client: Any) -> Any:
    """Those of the sandbox's environment."""
    return lambda: client.experiments(PROJECT, ENVIRONMENT).list()


async def fetch_everything(client: Any) -> Any:
    """Those of the sandbox's environment."""
    return await client.experiments(PROJECT, ENVIRONMENT).fetch_results(concurrency=8)


def linked_page(link: str) -> tuple[Any, tuple[str, ...]]:
    """The link is in the body."""
    return {"items": [{"key": "a"}], "_links": {"next": {"href": link}}, "total_count": 9}, ()


NO_NUMBER: list[Any] = ["5", -1, True, 1.0]
WRONG: list[tuple[list[Any], Calls]] = [
    (NO_SIZE, {"page_size": lambda ld, v: ld.experiments("p", "e").list(page_size=v)}),
    (NO_SIZE, {"page_size": lambda ld, v: ld.project_experiments("p").list(page_size=v)}),
    (NO_SIZE, {"page_size": lambda ld, v: ld.metrics("p").list(page_size=v)}),
    (NO_SIZE, {"page_size": lambda ld, v: ld.flags("p").list(page_size=v)}),
    (NO_SIZE, {"page_size": lambda ld, v: ld.contexts("p", "e").search(page_size=v)}),
    (NO_SIZE, {"page_size": lambda ld, v: ld.audit_log().list(page_size=v)}),
    (NO_NUMBER, {"offset": lambda ld, v: ld.experiments("p", "e").list(offset=v)}),
    (NO_NUMBER, {"offset": lambda ld, v: ld.holdouts("p", "e").list(offset=v)}),
    (NO_NUMBER, {"offset": lambda ld, v: ld.segments("p", "e").list(offset=v)}),
    (NO_NUMBER, {"offset": lambda ld, v: ld.projects().list(offset=v)}),
    (
        NO_TEXT,
        {
            "status": lambda ld, v: ld.experiments("p", "e").list(status=v),
            "flagKey": lambda ld, v: ld.experiments("p", "e").list(flag_key=v),
            "metricKey": lambda ld, v: ld.experiments("p", "e").list(metric_key=v),
            "lifecycle_state": lambda ld, v: ld.experiments("p", "e").list(lifecycle_state=v),
            "expand": lambda ld, v: ld.experiments("p", "e").get("k", expand=v),
            "filter": lambda ld, v: ld.metrics("p").list(filter=v),
            "sort": lambda ld, v: ld.flags("p").list(sort=v),
            "environment_keys": lambda ld, v: ld.flags("p").get("k", environment_keys=v),
            "iterationId": lambda ld, v: ld.experiments("p", "e").results("k", "m", iteration_id=v),
        },
    ),
    (["5", -1, True, 1.0, DAY], {"from": lambda ld, v: ld.legacy_results("p", "e").get("f", "m", start=v)}),
]

KNOWN = Known(
    ids=lambda world: {one["key"] for one in world["experiments"]},
    experiment_id="key",
    invented_id=lambda number: f"bad-{number}",
    malformed=malformed,
    some_list=lambda client: client.experiments("p", "e").list(),
    listed="ExperimentCollectionRep",
    list_experiments=list_experiments,
    fetch_everything=fetch_everything,
    some_request=lambda: get_experiments.request(PROJECT, ENVIRONMENT),
    linked_page=linked_page,
    follows_links=True,
    rows=(
        ("ExperimentBayesianResultsRep", lambda response: rows.from_results(response, "key", "metric", **CONTEXT)),
        ("ExperimentResults", lambda response: rows.from_legacy_results(response, "flag", "metric", **CONTEXT)),
    ),
    info=("Experiment", rows.experiment_info),
    wrong_arguments=WRONG,
)
