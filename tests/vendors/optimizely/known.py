"""What the tests that run for every vendor know of Optimizely."""

from __future__ import annotations

from typing import Any

from abclient.vendors.optimizely import rows
from abclient_api.optimizely.api.projects import list_projects
from support.known import CONTEXT, Known


async def list_experiments(client: Any) -> Any:
    """Those of the first project."""
    project = (await client.projects.list())[0].id
    return lambda: client.experiments.list(project)


async def fetch_everything(client: Any) -> Any:
    """Those of the first project."""
    return await client.experiments.fetch_results(project_id=(await client.projects.list())[0].id, concurrency=8)


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
)
