"""Segments and days of Convert (API v2), and many objects by their ids: in sources, exports and the command."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest

import abclient
from abclient import health
from abclient.errors import ConfigurationError
from abclient.export import read_rows
from abclient.results import ResultRow
from abclient.source import KeyResult
from abclient.testing import Sandbox
from abclient.vendor import get
from abclient.vendors.convert._parts import segment_filters
from support.command import Command, credentials


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """A small world, which no test changes."""
    with Sandbox(experiments=16, seed=1) as running:
        yield running


@pytest.fixture
def command(sandbox: Sandbox, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs the command with the sandbox's credentials, which sources find as well."""
    for name, value in credentials(sandbox.url).items():
        monkeypatch.setenv(name, value)
    return Command(capsys)


async def results_of(ids: Sequence[str] = (), **options: Any) -> list[KeyResult]:
    async with abclient.open_source("convert", concurrency=8, **options) as source:
        found = [one async for one in source.results(ids)]
        assert not source.failures
    assert [one.error for one in found if one.error is not None] == []
    return found


def rows_of(found: list[KeyResult]) -> list[ResultRow]:
    return [row for one in found for row in one.rows]


def counts_of(rows: list[ResultRow]) -> dict[Any, tuple[int, int, float]]:
    """Units, conversions and sums of each experiment, metric and variation, as far as daily reports have them."""
    found: dict[Any, tuple[int, int, float]] = defaultdict(lambda: (0, 0, 0.0))
    for row in rows:
        if row.metric_kind in {"conversion", "revenue", "products"} and row.status != "not_started":
            key = (row.experiment_id, row.metric_id, row.metric_kind, row.variation_id)
            units, conversions, value = found[key]
            found[key] = (units + (row.units or 0), conversions + (row.conversions or 0), value + (row.value or 0.0))
    return {key: (units, conversions, round(value, 2)) for key, (units, conversions, value) in found.items()}


SEGMENTS: list[tuple[str, dict[str, list[Any]]]] = [
    ("device=iPhone", {"devices": ["iPhone"]}),
    ("browser=internet_explorer", {"browsers": ["internet_explorer"]}),
    ("country=de", {"countries": ["DE"]}),
    ("visitor_type=returning", {"visitor_types": ["returning"]}),
    ("source=ai_tool", {"sources": ["ai_tool"]}),
    ("campaign=Spring 2026=a", {"campaigns": ["Spring 2026=a"]}),
    ("custom_segment=12", {"custom_segments": [12]}),
]


def test_every_kind_of_segment_has_its_filter() -> None:
    """What the vendor calls it, with the type that it takes."""
    vendor = get("convert")
    assert [(text, segment_filters(vendor.segment(text))) for text, _ in SEGMENTS] == SEGMENTS
    assert {text.partition("=")[0] for text, _ in SEGMENTS} == {name for name, _ in vendor.segments}


@pytest.mark.parametrize(
    ("segment", "told"),
    [
        ("country=Germany", "two letters .* such as country=DE, not 'Germany'"),
        ("country=D1", "two letters"),
        ("custom_segment=gold", "the id of one, which is a whole number, not 'gold'"),
        ("device=iphone", "no segment 'device=iphone'; it has device=desktop"),
        ("planet=mars", "no segment"),
    ],
)
async def test_a_segment_that_cannot_be_is_refused(segment: str, told: str, command: Command, sandbox: Sandbox) -> None:
    """By an error that says what can, before anything is sent."""
    sandbox.clear_requests()
    with pytest.raises(ConfigurationError, match=told):
        await results_of(segments=[segment])
    assert sandbox.requests() == []


@pytest.mark.parametrize("series", [False, True], ids=["current", "series"])
async def test_results_of_segments(series: bool, command: Command) -> None:
    """Every experience has those of each segment, of fewer visitors than there are, under keys of their own."""
    segments = ["device=desktop", "visitor_type=new"]
    everything = await results_of(series=series)
    found = await results_of(segments=segments, series=series)
    keys: set[Any] = {one.key for one in everything}
    assert {one.key for one in found} == {(*key, segment) for key in keys for segment in segments}
    assert {row.segment for row in rows_of(found)} == set(segments)
    whole = counts_of(rows_of(everything))
    for segment in segments:
        counts = counts_of([row for row in rows_of(found) if row.segment == segment])
        assert counts.keys() == whole.keys()
        assert all(counts[key][0] < whole[key][0] or whole[key][0] < 30 for key in counts)
    names = {row.row_key for row in rows_of(found)}
    assert len(names) == len(rows_of(found))
    assert names.isdisjoint(row.row_key for row in rows_of(everything))


@pytest.mark.parametrize("segments", [[None], ["device=desktop", "country=DE"]], ids=["all visitors", "segments"])
async def test_days_add_up(segments: list[str | None], command: Command) -> None:
    """Visitors, conversions, revenue and products of all days are those of the aggregated report, for all visitors or
    for segments: of every experience, goal and variation."""
    asked = [one for one in segments if one]
    days = await results_of(series=True, segments=asked)
    whole = await results_of(segments=asked)
    for segment in segments:
        added = counts_of([row for row in rows_of(days) if row.segment == segment])
        assert added == counts_of([row for row in rows_of(whole) if row.segment == segment])
        assert {key[2] for key in added} == {"conversion", "revenue", "products"}
    rows = rows_of(days)
    assert {row.edition for row in rows} == {"daily_report"}
    assert all(
        row.period_end - row.period_start == timedelta(days=1) for row in rows if row.period_end and row.period_start
    )
    primary = {row.is_primary for row in rows}
    assert primary == {True, False, None}  # one experience has no primary goal
    assert not any(row.status == "not_started" for row in rows)


def test_an_export_of_days(command: Command, tmp_path: Path) -> None:
    """Each report is a key; its health is found from all days, and what no longer receives data is stale."""
    ended = command("export", "convert", "--out", tmp_path, "--series", "--json", "--concurrency", "8")
    assert (ended.code, ended.err) == (0, "")
    again = command("export", "convert", "--out", tmp_path, "--series", "--json", "--concurrency", "8").document
    assert again["exported"] < ended.document["exported"]  # only what still runs
    rows = list(read_rows(tmp_path))
    found = command("health", tmp_path, "--format=json").document
    kinds = Counter(finding["kind"] for one in found for finding in one["findings"])
    assert kinds.keys() == {"sample_ratio_mismatch", "stale_data", "no_data", "too_few_units"}
    (stale,) = [one for one in found if "stale_data" in str(one["findings"])]
    days = [row for row in rows if row.experiment_id == stale["experiment_id"]]
    newest = max(row.period_end for row in days if row.units and row.period_end)
    assert datetime.now(UTC) - newest > timedelta(days=4)
    assert max(row.period_end for row in days if row.period_end) > newest
    added = counts_of(days)
    metric = next(key[1:3] for key in added)
    assert stale["units"] == {key[3]: units for key, (units, _, _) in added.items() if key[1:3] == metric}


def test_health_has_findings_of_every_kind(command: Command) -> None:
    """Of experiences that go wrong in the sandbox as they do elsewhere; a report of all days does not say its age."""
    found = command("health", "convert", "--format=json", "--concurrency", "8").document
    kinds = Counter(finding["kind"] for one in found for finding in one["findings"])
    assert kinds.keys() == {*get_args(health.FindingKind)} - {"stale_data"}
    messages = " ".join(finding["message"] for one in found for finding in one["findings"])
    assert "nothing was counted for any metric" in messages
    assert "there are no results" in messages  # it has no goals


def test_the_command_takes_both(command: Command) -> None:
    """A row for each day of a segment; winners are of all visitors, and plots over time need comparisons."""
    place = ("--project", rows_project(command), "--segment", "device=desktop", "--series")
    printed = command("results", "convert", *place, "--format=json", "--concurrency", "8").document
    assert {row["segment"] for row in printed} == {"device=desktop"}
    assert len({row["period_end"] for row in printed}) > 30
    refused = command("results", "convert", *place, "--winners")
    assert (refused.code, "--winners looks at all visitors and at current results" in refused.err) == (2, True)
    one = printed[0]["experiment_id"]
    for kind in ("over-time", "probability"):
        of = ("--experiment", one, "--metric", printed[0]["metric_id"])
        plotted = command("plot", kind, "convert", *place[:2], *of, "--concurrency", "8")
        assert plotted.code == 2
        assert "plot an export that keeps a history (--history)" in plotted.err


def rows_project(command: Command) -> str:
    found: str = command("results", "convert", "--format=json", "--concurrency", "8").document[0]["project"]
    return found


def test_an_account_that_is_none(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says where accounts are named, and ``doctor`` names them."""
    monkeypatch.setenv("ABCLIENT_CONVERT_ACCOUNT_ID", "999")
    ended = command("results", "convert")
    assert (ended.code, ended.err.count("There is no account 999; `abclient doctor convert` names")) == (1, 1)
    said = command("doctor", "convert", "--format=json").document["vendors"][0]["notes"]
    assert said == ["account 999 is none of those that the credentials reach: they reach 100123"]
    monkeypatch.setenv("ABCLIENT_CONVERT_ACCOUNT_ID", "shop")
    ended = command("results", "convert")
    assert (ended.code, "account_id must be a whole number, not 'shop'; without one" in ended.err) == (2, True)


@pytest.mark.parametrize("named", [False, True], ids=["all projects", "one project"])
async def test_revenue_has_the_currency_of_the_project(named: bool, command: Command, sandbox: Sandbox) -> None:
    """In current results and days; other figures have none."""
    project = sandbox.world()["convert"]["projects"][0]
    for series in (False, True):
        found = rows_of(await results_of(project=project if named else None, series=series))
        assert {row.currency for row in found if row.value_unit == "currency"} == {"$"}
        assert {row.currency for row in found if row.value_unit != "currency"} == {None}


async def test_many_ids_are_read_with_few_requests(command: Command, sandbox: Sandbox) -> None:
    """Fifty with each; what does not exist is a failure of its own, and the others are there."""
    project = sandbox.world()["convert"]["projects"][0]
    ids = [one["id"] for one in sandbox.world()["convert"]["experiences"] if one["project_id"] == project]
    sandbox.clear_requests()
    async with abclient.open_source("convert", project=project, concurrency=8) as source:
        found = [one async for one in source.experiments([*ids, "999"])]
        assert list(source.failures) == ["999"]
        assert isinstance(source.failures["999"], abclient.NotFoundError)
    assert [one.info.experiment_id for one in found] == ids
    asked = [request["operation"] for request in sandbox.requests()]
    assert asked.count("getExperiencesList") <= 2
    assert asked.count("getExperience") <= 1
