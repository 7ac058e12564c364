"""What the tests that run for every vendor know of Optimizely Classic."""

from __future__ import annotations

from typing import Any

from abclient.vendors.optimizely_classic import rows
from abclient_api.optimizely_classic.api.projects import list_projects
from support.known import CONTEXT, Known
from support.wrong import NO_ID, NO_TEXT, Calls


async def list_experiments(client: Any) -> Any:
    """Those of the first project."""
    project = (await client.projects.list())[0].id
    return lambda: client.experiments.list(project)


async def fetch_everything(client: Any) -> Any:
    """Those of the first project."""
    return await client.experiments.fetch_results(project_id=(await client.projects.list())[0].id, concurrency=8)


WRONG: list[tuple[list[Any], Calls]] = [
    (
        NO_ID,
        {
            "audience_id": lambda k, v: k.experiments.results(1, audience_id=v),
            "audience_id in bulk": lambda k, v: k.experiments.fetch_stats([1], audience_id=v),
        },
    ),
    (
        NO_TEXT,
        {"dimension_value": lambda k, v: k.experiments.stats(1, dimension_id=1, dimension_value=v)},
    ),
]

KNOWN = Known(
    experiment_name="description",
    invented_id=lambda number: 900_000 + number,
    malformed=lambda good: [*({"description": one} for one in ({"x": 1}, ["x"])), {"status": ["running"]}],
    some_list=lambda client: client.projects.list(),
    listed="Project",
    list_experiments=list_experiments,
    fetch_everything=fetch_everything,
    some_request=list_projects.request,
    linked_page=lambda link: ([{"id": 7, "project_name": "a"}], (f"Link: <{link}>; rel=next",)),
    follows_links=False,
    rows=(
        ("Result", lambda response: rows.from_results([response], 15, **CONTEXT)),
        ("Stat", lambda response: rows.from_stats([response], 15, **CONTEXT)),
    ),
    info=("Experiment", rows.experiment_info),
    wrong_arguments=WRONG,
)
