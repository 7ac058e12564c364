"""What the tests that run for every vendor know of Optimizely."""

from __future__ import annotations

from typing import Any

from abclient.vendors.optimizely import rows
from abclient_api.optimizely.api.projects import list_projects
from support.known import CONTEXT, Known
from support.wrong import DAY, NO_DAY, NO_FLAG, NO_ID, NO_MOMENT, NO_SIZE, NO_TEXT, Calls


async def list_experiments(client: Any) -> Any:
    """Those of the first project."""
    project = (await client.projects.list())[0].id
    return lambda: client.experiments.list(project)


async def fetch_everything(client: Any) -> Any:
    """Those of the first project."""
    return await client.experiments.fetch_results(project_id=(await client.projects.list())[0].id, concurrency=8)


WRONG: list[tuple[list[Any], Calls]] = [
    (
        NO_MOMENT,
        {
            "start_time": lambda o, v: o.experiments.results(1, start_time=v),
            "end_time": lambda o, v: o.campaigns.results_csv(1, end_time=v),
            "start_time in bulk": lambda o, v: o.experiments.fetch_results([1], start_time=v),
            "end_time in bulk": lambda o, v: o.experiments.fetch_timeseries([1], end_time=v),
            "start_time of changes": lambda o, v: o.changes(1, start_time=v),
            "start_time of decisions": lambda o, v: o.bucketing_history(1, "v", start_time=v),
            "end_time of a report": lambda o, v: o.experiments.report(1, end_time=v),
        },
    ),
    (
        NO_SIZE,
        {
            "page": lambda o, v: o.search("x", page=v),
            "page_size": lambda o, v: o.projects.list(page_size=v),
            "page_size of tokens": lambda o, v: o.webhooks.list(1, page_size=v),
            "page_window": lambda o, v: o.webhooks.list(1, page_window=v),
        },
    ),
    (
        NO_ID,
        {
            "attribute_id": lambda o, v: o.experiments.results(1, attribute_id=v, attribute_value="x"),
            "id": lambda o, v: o.changes(1, change_ids=[v]),
            "audience_id": lambda o, v: o.search("x", audience_id=[v]),
            "project_id": lambda o, v: o.experiments.summaries(v),
            "project_id of people": lambda o, v: o.collaborators.list([v]),
            "holdout_id": lambda o, v: o.holdout_results_csv(1, v),
        },
    ),
    (
        NO_TEXT,
        {
            "query": lambda o, v: o.search(v),
            "type": lambda o, v: o.search("x", types=v),
            "expand": lambda o, v: o.search("x", expand=v),
            "status": lambda o, v: o.search("x", status=v),
            "browser": lambda o, v: o.experiments.results(1, browser=v),
            "duration": lambda o, v: o.export_credentials(duration=v),
            "page_token": lambda o, v: o.webhooks.list(1, page_token=v),
            "project_type": lambda o, v: o.search("x", project_type=v),
            "expand of me": lambda o, v: o.me(expand=v),
            "visitor_id": lambda o, v: o.bucketing_history(1, v),
            "sort": lambda o, v: o.billing.usage(1, DAY, DAY, sort=v),
            "action": lambda o, v: o.experiments.create(project_id=1, action=v),
        },
    ),
    ([5, True], {"segment_conditions": lambda o, v: o.experiments.results(1, segment_conditions=v)}),
    (
        NO_FLAG,
        {
            "include_classic": lambda o, v: o.experiments.list(1, include_classic=v),
            "archived": lambda o, v: o.search("x", archived=v),
            "archived audiences": lambda o, v: o.audiences.list(1, archived=v),
            "for_journey": lambda o, v: o.campaigns.list(1, for_journey=v),
            "include_features": lambda o, v: o.me(include_features=v),
        },
    ),
    (
        NO_DAY,
        {
            "day of usage": lambda o, v: o.billing.usage(1, v, DAY),
            "day of files": lambda o, v: o.recommendations.catalog_csv("c", v),
        },
    ),
]

KNOWN = Known(
    invented_id=lambda number: 900_000 + number,
    malformed=lambda good: [
        *({"name": one} for one in ({"x": 1}, ["x"])),
        {"status": ["running"]},
        *({"variations": one} for one in ({"a": 1}, "x")),
    ],
    some_list=lambda client: client.projects.list(),
    listed="Project",
    list_experiments=list_experiments,
    fetch_everything=fetch_everything,
    some_request=list_projects.request,
    linked_page=lambda link: ([{"id": 7, "name": "a"}], (f"Link: <{link}>; rel=next",)),
    follows_links=True,
    rows=(
        ("ExperimentResults", lambda response: rows.from_results(response, **CONTEXT)),
        ("ExperimentTimeseries", lambda response: rows.from_timeseries(response, **CONTEXT)),
        ("CampaignResults", lambda response: rows.from_campaign_results(response, **CONTEXT)),
    ),
    info=("Experiment", rows.experiment_info),
    wrong_arguments=WRONG,
)
