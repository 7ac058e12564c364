"""Convert's reports: periods, goals, shapes, and many of them at once."""

from __future__ import annotations

import datetime
from collections.abc import AsyncIterator
from typing import Any

import pytest

import abclient
from abclient.transports import WireRequest, WireResponse
from abclient.vendors.convert_v1 import Experiences, ReportKey
from support.cases import one_every_run
from support.convert_v1 import APPLICATION, BASE, REPORT, SECRET, Documented
from support.fake import Script, answer
from support.simulation import in_virtual_time

START = datetime.datetime(2024, 5, 1, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
END = datetime.datetime(2024, 5, 31, 12, 30, 0, 500_000, tzinfo=datetime.UTC)


@pytest.fixture
def vendor() -> Documented:
    return Documented()


@pytest.fixture
async def experiences(vendor: Documented) -> AsyncIterator[Experiences]:
    async with abclient.ConvertV1(APPLICATION, SECRET, transport=vendor) as client:
        yield client.project("p").experiences


@pytest.mark.parametrize(
    ("arguments", "operation", "body"),
    [
        ({}, "getReport", {}),
        ({"goal_id": "12"}, "getGoalReport", {}),
        ({"start": START}, "getReport", {"start_timestamp": 1714514400}),
        ({"end": END}, "getReport", {"end_timestamp": 1717158600.5}),
        ({"goal_id": "12", "start": START, "end": END}, "getGoalReport", None),
    ],
)
async def test_a_report_of_one_goal_or_all_over_any_period(
    experiences: Experiences, vendor: Documented, arguments: dict[str, Any], operation: str, body: Any
) -> None:
    """Aware datetimes leave as Unix seconds, and ends that are not given are not sent."""
    experience = await experiences.get("e")
    assert isinstance(await experience.report(**arguments), type(await experiences.report("string", **arguments)))
    assert vendor.seen[-1] == vendor.seen[-2]
    assert vendor.last.operation == operation
    assert vendor.last.body == (
        {"start_timestamp": 1714514400, "end_timestamp": 1717158600.5} if body is None else body
    )


async def test_figures_are_typed(experiences: Experiences) -> None:
    """What v2 documents can be reached by attributes; what it does not is kept."""
    report = await experiences.report("e")
    assert report.stats_methodology == "frequentist"
    assert [variation.is_baseline for variation in report.variations_data or ()] == [True, False]
    (goal,) = report.report_data or []
    figures = [variation.conversion_data for variation in goal.variations or []]
    assert [one.conversions for one in figures if one is not None] == [50, 71]
    assert report.to_dict() == REPORT


DAILY = {"variations": [{"id": "1", "stats": [{"timestamp": 1714514400, "value": 0.5, "totals": 5, "visitors": 10}]}]}


@pytest.mark.parametrize(
    ("shape", "plain"),
    [
        (REPORT, REPORT),
        ({"data": REPORT}, REPORT),
        ({"data": REPORT, "extra": {"a": 1}}, {"extra": {"a": 1}, **REPORT}),
        ({"reportData": DAILY}, {"reportData": [DAILY]}),
        ({"data": {"reportData": DAILY}}, {"reportData": [DAILY]}),
        (REPORT["reportData"], {"reportData": REPORT["reportData"]}),
    ],
)
async def test_known_shapes_read_alike(experiences: Experiences, vendor: Documented, shape: Any, plain: Any) -> None:
    """v2's wrapping, its daily figures and a bare list come out as one kind of report, with nothing lost."""
    vendor.answers["getReport"] = shape
    assert (await experiences.report("e")).to_dict() == plain


async def test_daily_figures_have_times(experiences: Experiences, vendor: Documented) -> None:
    """The days of a daily report are aware datetimes."""
    vendor.answers["getReport"] = {"reportData": DAILY}
    (goal,) = (await experiences.report("e")).report_data or []
    (day,) = (goal.variations or [])[0].stats or []
    assert day.timestamp == datetime.datetime(2024, 4, 30, 22, tzinfo=datetime.UTC)


async def test_an_unknown_shape_is_an_error_with_the_answer(experiences: Experiences, vendor: Documented) -> None:
    """No report that cannot be read looks like one without figures: the error has it whole."""
    vendor.answers["getReport"] = {"reportData": "see attachment"}
    with pytest.raises(abclient.DecodeError, match=r"Report\.reportData: expected a list") as caught:
        await experiences.report("e")
    assert caught.value.body == b'{"reportData": "see attachment"}'


@pytest.mark.parametrize("shape", [[], {"data": [1]}, {"data": {}}, [{"code": 1, "message": "no"}], [REPORT, None]])
async def test_a_report_without_figures_is_an_error(experiences: Experiences, vendor: Documented, shape: Any) -> None:
    """Neither v2's shapes with nothing in them, nor a list of something else, pass for a report on nobody."""
    vendor.answers["getReport"] = shape
    with pytest.raises(abclient.DecodeError) as caught:
        await experiences.report("e")
    assert caught.value.operation == "getReport"


BAD_PERIODS = [
    ({"start": datetime.datetime(2024, 5, 1)}, ValueError, "start needs a time zone"),
    ({"end": 1714514400}, TypeError, "end must be a datetime, not int"),
    ({"end": datetime.date(2024, 5, 1)}, TypeError, "end must be a datetime, not date"),
    ({"start": END, "end": START}, ValueError, "start must not be after end"),
    ({"goal_id": ""}, ValueError, "goal_id must not be empty"),
    ({"goal_id": 12}, TypeError, "goal_id must be of type str"),
]


@pytest.mark.parametrize(("arguments", "raised", "message"), BAD_PERIODS)
async def test_bad_periods_and_goals_are_refused(
    experiences: Experiences, vendor: Documented, arguments: Any, raised: type[Exception], message: str
) -> None:
    """Naming the culprit, before anything is sent."""
    with pytest.raises(raised, match=message):
        await experiences.report("e", **arguments)
    assert vendor.seen == []


@pytest.mark.parametrize(
    ("arguments", "raised", "message"),
    [
        *BAD_PERIODS[:4],
        ({"wanted": "55"}, TypeError, "put it into a list"),
        ({"wanted": ["55"], "goal_ids": [12]}, TypeError, "goal_ids must be strings"),
        ({"wanted": ["55"], "concurrency": 0}, ValueError, "concurrency"),
    ],
)
def test_bad_bulk_calls_are_refused_at_once(arguments: Any, raised: type[Exception], message: str) -> None:
    """Not only when the first outcome is awaited."""
    experiences = abclient.ConvertV1(APPLICATION, SECRET, transport=Documented()).project("p").experiences
    with pytest.raises(raised, match=message):
        _ = experiences.fetch_reports(**arguments)


def some_experiences(request: WireRequest) -> WireResponse:
    """Three experiences, the second of which has no report."""
    path = request.url.removeprefix(BASE)
    if path == "/experiences/p":
        return answer(200, [{"id": str(number)} for number in (1, 2, 3)])
    return answer(404, {"message": "gone"}) if path.startswith("/reports/p/2") else answer(200, REPORT)


@pytest.mark.parametrize("how", one_every_run(["mixed", "all", "ids", "experiences", "pager"]))
async def test_reports_of_many_experiences(how: str) -> None:
    """Experiences, ids, a pager, or all there are: one outcome each, and a failure costs no other its report."""
    async with abclient.ConvertV1(APPLICATION, SECRET, transport=Script(some_experiences)) as client:
        experiences = client.project("p").experiences
        loaded = await experiences.list()
        wanted: Any = {
            "all": None,
            "ids": ["1", "2", "3"],
            "experiences": loaded,
            "pager": experiences.list(),
            "mixed": ["1", *loaded[1:]],
        }[how]
        outcomes = await experiences.fetch_reports(wanted)
    assert [outcome.key for outcome in outcomes] == [ReportKey("1"), ReportKey("2"), ReportKey("3")]
    assert [outcome.ok for outcome in outcomes] == [True, False, True]
    assert isinstance(outcomes[1].error, abclient.NotFoundError)
    assert outcomes[0].value.to_dict() == REPORT


@pytest.mark.parametrize(
    ("goal_ids", "keys"),
    one_every_run(
        [
            ((), [("1", None), ("3", None)]),
            ("12", [("1", "12"), ("3", "12")]),
            (["12", "13"], [("1", "12"), ("1", "13"), ("3", "12"), ("3", "13")]),
        ]
    ),
)
async def test_reports_of_many_goals(goal_ids: Any, keys: list[tuple[str, str | None]]) -> None:
    """Each goal has its own report; without goals there is one on all of them."""
    script = Script(some_experiences)
    async with abclient.ConvertV1(APPLICATION, SECRET, transport=script) as client:
        fetched = client.project("p").experiences.fetch_reports(
            ["1", "3"], goal_ids=goal_ids, start=START, ordered=True
        )
        outcomes = [outcome async for outcome in fetched]
    assert [tuple(outcome.key) for outcome in outcomes] == keys
    assert all(outcome.ok for outcome in outcomes)
    paths = {request.url.removeprefix(f"{BASE}/reports/p/") for request in script.requests}
    assert paths == {"/".join(part for part in key if part) for key in keys}
    assert {request.body for request in script.requests} == {b'{"start_timestamp":1714514400}'}


async def test_something_else_among_the_experiences_ends_the_fetch_by_name() -> None:
    """What cannot be an experience is named after the outcomes before it."""
    async with abclient.ConvertV1(APPLICATION, SECRET, transport=Script(some_experiences)) as client:
        wanted: Any = ["1", 3]
        with pytest.raises(TypeError, match="not int"):
            await client.project("p").experiences.fetch_reports(wanted)


def test_reports_are_retried_although_they_post() -> None:
    """Reading twice does no harm; and in bulk a refusal for the rate never costs a report."""
    script = Script(answer(500), answer(200, REPORT))

    async def main() -> bool:
        async with abclient.ConvertV1(
            APPLICATION, SECRET, transport=script, retries=abclient.RetryPolicy(attempts=3, base_delay=0)
        ) as client:
            await client.project("p").experiences.report("1")
            script.steps[:] = [*[answer(429, retry_after="0")] * 4, answer(200, REPORT)]
            (outcome,) = await client.project("p").experiences.fetch_reports(["1"])
            return outcome.ok

    assert in_virtual_time(main)
