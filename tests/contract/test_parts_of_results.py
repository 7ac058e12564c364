"""Segments, results over time and earlier iterations: in sources, exports and the command, against the sandbox."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

import abclient
from abclient.errors import ConfigurationError
from abclient.export import ExportError, export_source, read_history, read_rows
from abclient.results import ResultRow
from abclient.source import KeyResult
from abclient.testing import Sandbox
from abclient.vendor import BUILT_IN, get
from abclient.vendors.optimizely._results import Slice
from support.cases import a_third_every_run, one_every_run
from support.command import Command, credentials
from support.records import unsealed_json


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """A small world, which no test changes."""
    with Sandbox(experiments=20, seed=1) as running:
        yield running


@pytest.fixture
def command(sandbox: Sandbox, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs the command with the sandbox's credentials, which sources find as well."""
    for name, value in credentials(sandbox.url).items():
        monkeypatch.setenv(name, value)
    return Command(capsys)


async def results_of(vendor: str, ids: Sequence[str] = (), **options: Any) -> list[KeyResult]:
    async with abclient.open_source(vendor, concurrency=8, **options) as source:
        found = [one async for one in source.results(ids)]
        assert not source.failures
    assert [one.error for one in found if one.error is not None] == []
    return found


def rows_of(found: list[KeyResult]) -> list[ResultRow]:
    return [row for one in found for row in one.rows]


def test_optimizely_has_the_segments_of_its_client() -> None:
    """The description lists the values that the client's options take, and every option is one of its segments."""
    hints = get_type_hints(Slice)
    segments = dict(get("optimizely").segments)
    for name, values in segments.items():
        if not name.endswith(":ID"):
            assert set(values) == set(get_args(hints[name]))


async def of_one_project(vendor: str) -> tuple[str, list[str]]:
    """A project with experiments, and two segments of it."""
    if vendor == "optimizely":
        return rows_of(await results_of(vendor))[0].project or "", ["device=mobile", "device=desktop"]
    async with abclient.open_source(vendor) as source:
        project = (await source.client.projects.list())[0].id
        dimension = (await source.client.dimensions.list(project))[0].id
    return str(project), [f"dimension:{dimension}=gold", f"dimension:{dimension}=silver"]


@pytest.mark.parametrize("vendor", ["optimizely", "optimizely_classic"])
async def test_results_of_segments(vendor: str, command: Command) -> None:
    """Every experiment has results of each segment, of fewer visitors than there are, under a key of its own."""
    project, segments = await of_one_project(vendor)
    everything = await results_of(vendor, project=project)
    found = await results_of(vendor, project=project, segments=segments)
    assert {one.key for one in found} == {(one.key, segment) for one in everything for segment in segments}
    assert {row.segment for row in rows_of(found)} == set(segments)
    all_units = {(row.metric_id, row.experiment_id, row.variation_id): row.units or 0 for row in rows_of(everything)}
    fewer = [
        (row.units or 0) < total
        for row in rows_of(found)
        if (total := all_units.get((row.metric_id, row.experiment_id, row.variation_id)))
    ]
    assert all(fewer)
    assert len(fewer) > 20
    keys = {row.result_key for row in rows_of(found)}
    assert keys.isdisjoint(row.result_key for row in rows_of(everything))


async def test_an_audience_is_a_segment_of_classic(command: Command) -> None:
    """By its id, which must be a whole number."""
    async with abclient.open_source("optimizely_classic") as source:
        audience = (await source.client.audiences.list((await source.client.projects.list())[0].id))[0]
        project = audience.project_id
    found = await results_of("optimizely_classic", project=project, segments=[f"audience={audience.id}"])
    assert {row.segment for row in rows_of(found)} <= {f"audience={audience.id}"}
    with pytest.raises(ConfigurationError, match="an id of this vendor is a whole number, not 'everyone'"):
        await results_of("optimizely_classic", segments=["audience=everyone"])


async def test_a_value_of_an_attribute_is_a_segment(command: Command, sandbox: Sandbox) -> None:
    """Of the attribute with this id."""
    world = sandbox.world()["optimizely"]
    segment = f"attribute:{world['attributes'][0]}=gold"
    (one,) = await results_of("optimizely", [str(world["experiments"][0])], segments=[segment])
    assert {row.segment for row in one.rows} == {segment}


async def test_results_over_time(command: Command) -> None:
    """A row for each point, whose last one has what the results have; of a segment as well."""
    experiment = next(row.experiment_id for row in rows_of(await results_of("optimizely")) if row.status == "ended")
    current = rows_of(await results_of("optimizely", [experiment]))
    series = rows_of(await results_of("optimizely", [experiment], series=True))
    assert {row.edition for row in series} == {"timeseries"}
    assert len(series) > 3 * len(current)
    assert len({row.row_key for row in series}) == len(series)
    last = max(row.period_end for row in series if row.period_end)
    assert sorted(row.units or 0 for row in series if row.period_end == last) == sorted(
        row.units or 0 for row in current
    )
    (mobile,) = await results_of("optimizely", [experiment], series=True, segments=["device=mobile"])
    assert len(mobile.rows) == len(series)
    assert {row.segment for row in mobile.rows} == {"device=mobile"}


async def test_results_of_earlier_iterations(command: Command) -> None:
    """Each iteration has rows of its own, with its own times, and the current one the same as without."""
    place = {"project": "sandbox", "environment": "production"}
    current = rows_of(await results_of("launchdarkly", **place))
    found = await results_of("launchdarkly", **place, iterations=True)
    rows = {row.row_key: row for row in rows_of(found)}
    assert len(rows) == len(rows_of(found))
    for row in current:
        same = rows[row.row_key]
        assert (same.units, same.mean, same.status, same.iteration) == (row.units, row.mean, row.status, row.iteration)
    earlier = [row for row in rows.values() if row.iteration not in {one.iteration for one in current}]
    assert earlier
    assert {row.status for row in earlier} <= {"ended", "archived"}
    keys: set[Any] = {one.key for one in found}
    assert all(len(key) == 3 for key in keys)


@pytest.mark.parametrize("vendor", a_third_every_run(BUILT_IN))
@pytest.mark.parametrize(
    "option", one_every_run([["--segment", "planet=mars"], ["--series"], ["--iterations"]]), ids=str
)
def test_what_a_vendor_lacks_is_refused_by_name(
    vendor: str, option: list[str], command: Command, sandbox: Sandbox, tmp_path: Path
) -> None:
    """Before anything is sent or written, with the vendor's API; what it has, it gives."""
    described = get(vendor)
    has = {"--series": described.has_series, "--iterations": described.has_iterations}
    sandbox.clear_requests()
    ended = command("export", vendor, "--out", tmp_path / "out", *option)
    if has.get(option[0]):
        assert ended.code == 0
        assert list(read_rows(tmp_path / "out"))
    else:
        assert (ended.code, sandbox.requests(), list(tmp_path.iterdir())) == (2, [], [])
        assert f"{described.title} ({described.api}) has no " in ended.err


def test_the_command_takes_several_segments(command: Command) -> None:
    """In results as in exports, whose directory then takes the same segments only; winners are of all visitors."""
    printed = command(
        "results", "optimizely", "--segment", "device=ipad", "--segment", "source=search", "--format=json"
    )
    assert {row["segment"] for row in printed.document} == {"device=ipad", "source=search"}
    for option in (("--segment", "device=ipad"), ("--series",), ("--iterations",)):
        refused = command("results", "optimizely", *option, "--winners")
        assert (refused.code, "--winners looks at all visitors and at current results" in refused.err) == (2, True)
    number = command("results", "optimizely", "--segment", "attribute:first=gold")
    assert (number.code, "an id of this vendor is a whole number, not 'first'" in number.err) == (2, True)


async def test_an_export_is_of_the_same_parts_every_time(command: Command, tmp_path: Path) -> None:
    """What it is of is in its manifest; with other parts it is refused, and the message says what it was."""
    of: dict[str, Any] = {"concurrency": 8, "segments": ["device=mobile"]}
    async with abclient.open_source("optimizely", **of) as source:
        await export_source(source, tmp_path, history=True)
    document = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    assert document["options"] == {"vendor": "optimizely", "segments": ["device=mobile"]}
    assert set(read_history(tmp_path)["segment"].to_pylist()) == {"device=mobile"}
    async with abclient.open_source("optimizely", concurrency=8) as source:
        with pytest.raises(ExportError, match=r"segments was \['device=mobile'\] and is now None"):
            await export_source(source, tmp_path, history=True)
    async with abclient.open_source("optimizely", **of, series=True) as source:
        with pytest.raises(ConfigurationError, match="a series already has the results of every day"):
            await export_source(source, tmp_path / "series", history=True)
    (tmp_path / "manifest.json").write_bytes(unsealed_json(document | {"manifest_version": 5}))
    with pytest.raises(
        ExportError, match="abclient export optimizely --segment device=mobile --format csv --history --"
    ):
        list(read_rows(tmp_path))


def test_the_command_keeps_a_history(command: Command, tmp_path: Path) -> None:
    """Each run of it is a night; without the option the directory is refused, and nothing is lost."""
    for _ in range(2):
        assert command("export", "launchdarkly", "--out", tmp_path, "--format", "parquet", "--history").code == 0
    nights = read_history(tmp_path, columns=["row_key"])
    assert set(nights["run"].to_pylist()) == {1, 2}
    assert nights.num_rows == 2 * len(list(read_rows(tmp_path)))
    refused = command("export", "launchdarkly", "--out", tmp_path, "--format", "parquet")
    assert (refused.code, "history was 'kept' and is now 'not kept'" in refused.err) == (1, True)
    assert read_history(tmp_path, columns=["row_key"]).equals(nights)


async def test_segments_are_several(command: Command) -> None:
    """One text would be taken for its letters."""
    with pytest.raises(ConfigurationError, match="segments must be several"):
        async with abclient.open_source("optimizely", segments="device=mobile"):
            pass
