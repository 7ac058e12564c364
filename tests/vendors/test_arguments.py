"""Arguments of another type than the vendor documents: refused by name, in every vendor, before anything is sent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

import abclient
from support.clients import connect
from support.fake import Script, answer

DAY, NAIVE = date(2026, 1, 1), datetime(2026, 1, 1)
NO_MOMENT: list[Any] = ["garbage", 5, DAY, NAIVE, True, [NAIVE.replace(tzinfo=UTC)]]
NO_SIZE: list[Any] = ["5", 0, -1, True, 1.0, [1]]
NO_ID: list[Any] = ["1", -1, True, 1.0, [1]]
NO_TEXT: list[Any] = [5, True, b"x", {"a": 1}]
NO_FLAG: list[Any] = [5, "true", 1, [True]]
NO_DAY: list[Any] = ["garbage", 5, NAIVE, "2026-13-01", True]

Call = Callable[[Any, Any], Any]

CALLS: dict[str, list[tuple[list[Any], dict[str, Call]]]] = {
    "launchdarkly": [
        (NO_SIZE, {"page_size": lambda ld, v: ld.experiments("p", "e").list(page_size=v)}),
        (["5", -1, True, 1.0], {"offset": lambda ld, v: ld.experiments("p", "e").list(offset=v)}),
        (
            NO_TEXT,
            {
                "status": lambda ld, v: ld.experiments("p", "e").list(status=v),
                "flagKey": lambda ld, v: ld.experiments("p", "e").list(flag_key=v),
                "metricKey": lambda ld, v: ld.experiments("p", "e").list(metric_key=v),
                "lifecycle_state": lambda ld, v: ld.experiments("p", "e").list(lifecycle_state=v),
                "expand": lambda ld, v: ld.experiments("p", "e").get("k", expand=v),
                "iterationId": lambda ld, v: ld.experiments("p", "e").results("k", "m", iteration_id=v),
            },
        ),
        (["5", -1, True, 1.0, DAY], {"from": lambda ld, v: ld.legacy_results("p", "e").get("f", "m", start=v)}),
    ],
    "optimizely": [
        (
            NO_MOMENT,
            {
                "start_time": lambda o, v: o.experiments.results(1, start_time=v),
                "end_time": lambda o, v: o.campaigns.results_csv(1, end_time=v),
                "start_time in bulk": lambda o, v: o.experiments.fetch_results([1], start_time=v),
                "end_time in bulk": lambda o, v: o.experiments.fetch_timeseries([1], end_time=v),
                "start_time of changes": lambda o, v: o.changes(1, start_time=v),
            },
        ),
        (
            NO_SIZE,
            {
                "page": lambda o, v: o.search("x", page=v),
                "page_size": lambda o, v: o.projects.list(page_size=v),
            },
        ),
        (
            NO_ID,
            {
                "attribute_id": lambda o, v: o.experiments.results(1, attribute_id=v, attribute_value="x"),
                "id": lambda o, v: o.changes(1, change_ids=[v]),
                "audience_id": lambda o, v: o.search("x", audience_id=[v]),
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
            },
        ),
        (
            NO_DAY,
            {
                "day of usage": lambda o, v: o.billing.usage(1, v, DAY),
                "day of files": lambda o, v: o.recommendations.catalog_csv("c", v),
            },
        ),
    ],
    "optimizely_classic": [
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
    ],
    "convert": [
        (
            NO_SIZE,
            {
                "page_size": lambda c, v: c.projects.list(page_size=v),
                "page_size of experiences": lambda c, v: c.project("1").experiences.list(page_size=v),
            },
        ),
        (
            NO_MOMENT,
            {
                "start": lambda c, v: c.project("1").experiences.report("1", start=v),
                "end in bulk": lambda c, v: c.project("1").experiences.fetch_reports(["1"], end=v),
            },
        ),
    ],
}


@pytest.mark.parametrize("vendor", CALLS)
async def test_an_argument_of_another_type_is_refused_by_name(vendor: str) -> None:
    """Each wrong value of each argument: a TypeError or ValueError that names it, and no request."""
    script = Script(answer(200, []))
    async with connect(vendor, "http://127.0.0.1:1", transport=script) as client:
        for values, calls in CALLS[vendor]:
            for name, call in calls.items():
                for value in values:
                    with pytest.raises((TypeError, ValueError), match=name.split(" ")[0]):
                        await call(client, value)
    assert script.requests == []


UNDOCUMENTED: list[tuple[Callable[[Any], Any], str]] = [
    (lambda ld: ld.experiments("p", "e").list(status="invented", page_size=1, offset=0), "limit=1&offset=0"),
    (lambda ld: ld.experiments("p", "e").list(lifecycle_state=("active", "new")), "lifecycleState=active%2Cnew"),
    (lambda ld: ld.experiments("p", "e").list(expand="x"), "expand=x"),
]


@pytest.mark.parametrize(("call", "sent"), UNDOCUMENTED)
async def test_a_value_that_nobody_documents_is_sent(call: Callable[[Any], Any], sent: str) -> None:
    """Vendors add values; who uses one need not wait for a new version of this client."""
    script = Script(answer(200, {"items": []}))
    async with connect("launchdarkly", "http://127.0.0.1:1", transport=script) as client:
        assert list(await call(client)) == []
    assert sent in script.requests[0].url


async def test_days_may_be_text() -> None:
    """As the vendor writes them, or as any other ISO form of a date."""
    script = Script(answer(200, []))
    async with abclient.Optimizely("2:token", transport=script) as optimizely:
        await optimizely.billing.usage(1, "2026-01-31", "20260201")
    assert "usage_date_from=2026-01-31&usage_date_to=2026-02-01" in script.requests[0].url
