"""What the tests that run for every vendor know of Optimizely Feature Experimentation."""

from __future__ import annotations

from typing import Any

from abclient.vendors.optimizely_flags import rows
from abclient_api.optimizely.api.projects import list_projects
from support.known import CONTEXT, Known
from support.wrong import NO_FLAG, NO_ID, NO_MOMENT, NO_SIZE, NO_TEXT, Calls


async def list_experiments(client: Any) -> Any:
    """The rules of the only project."""
    project = client.project((await client.projects.list())[0].id)
    return lambda: project.rules.list(rule_types="a/b")


async def fetch_everything(client: Any) -> Any:
    """The rules of the only project."""
    project = client.project((await client.projects.list())[0].id)
    return await project.rules.fetch_results(concurrency=8)


WRONG: list[tuple[list[Any], Calls]] = [
    (
        NO_SIZE,
        {
            "page_size": lambda o, v: o.project(1).flags.list(page_size=v),
            "page_size of schedules": lambda o, v: o.project(1).schedules("f").list(page_size=v),
            "page_size of permissions": lambda o, v: o.project(1).permissions.of_user("u", "flags", page_size=v),
        },
    ),
    (
        NO_ID,
        {
            "project_id": lambda o, v: o.project(v).flags.list(),
            "flag_id": lambda o, v: o.project(1).flags.entities(v),
            "group_id": lambda o, v: o.project(1).groups.get(v),
            "attribute_id": lambda o, v: o.project(1).rules.results(1, attribute_id=v, attribute_value="x"),
        },
    ),
    (
        NO_TEXT,
        {
            "query": lambda o, v: o.project(1).flags.list(query=v),
            "rule_types": lambda o, v: o.project(1).rules.list(rule_types=v),
            "environments": lambda o, v: o.project(1).rules.list(environments=v),
            "status": lambda o, v: o.project(1).holdouts.list(status=v),
            "field_type": lambda o, v: o.project(1).custom_fields.list(field_type=v),
            "order": lambda o, v: o.project(1).schedules("f").list(order=v),
            "entity_type": lambda o, v: o.project(1).permissions.of_entity(v, 1),
        },
    ),
    (
        NO_FLAG,
        {
            "archived": lambda o, v: o.project(1).rules.list(archived=v),
            "in_use": lambda o, v: o.project(1).variations("f").list(in_use=v),
        },
    ),
    (
        NO_MOMENT,
        {
            "start_time": lambda o, v: o.project(1).rules.results(1, start_time=v),
            "end_time in bulk": lambda o, v: o.project(1).rules.fetch_timeseries([1], end_time=v),
            "scheduled_from": lambda o, v: o.project(1).schedules("f").list(scheduled_from=v),
        },
    ),
]

KNOWN = Known(
    experiment_id="key",
    invented_id=lambda number: f"bad-{number}",
    malformed=lambda good: [
        *({"name": one} for one in ({"x": 1}, ["x"])),
        {"status": ["running"]},
        *({"variations": one} for one in ({"a": 1}, "x")),
    ],
    is_list=lambda path: path.endswith("/rules"),
    some_list=lambda client: client.project(1).flags.list(),
    listed="Flags",
    list_experiments=list_experiments,
    fetch_everything=fetch_everything,
    some_request=list_projects.request,
    linked_page=lambda link: ({"items": [{"key": "a"}], "page": 1, "total_pages": 2, "next_url": [link]}, ()),
    follows_links=True,
    rows=(
        ("ExperimentResults", lambda response: rows.from_results(response, **CONTEXT)),
        ("ExperimentTimeseries", lambda response: rows.from_timeseries(response, **CONTEXT)),
    ),
    results_package="optimizely",
    info=("Rule", rows.experiment_info),
    wrong_arguments=WRONG,
)
