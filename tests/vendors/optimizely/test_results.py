"""Results of Optimizely: segments, waiting while they are computed, CSV, rows by variation, and many at once."""

from __future__ import annotations

import asyncio
import base64
import json
import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

import abclient
from abclient import errors
from abclient.transports import WireRequest, WireResponse
from abclient.vendors.optimizely import ByVariation, Campaigns, Experiments, by_variation
from support.clients import TOKEN
from support.fake import Clock, Script, Step, answer, fake_session

RESULTS: dict[str, Any] = {
    "experiment_id": 5,
    "metrics": [
        {
            "event_id": 1,
            "results": {
                "11": {"is_baseline": True, "variation_id": "11", "samples": 100, "value": 10},
                "12": {
                    "variation_id": "12",
                    "lift": {"visitors_remaining": 2**63 - 1, "confidence_interval": [-0.5, 0.75]},
                },
            },
        }
    ],
    "reach": {"variations": {"11": {"count": 100}}},
}
NUMBERS: list[Any] = [11, 13]
CSV = b"Start time (UTC),Variation ID\r\n2018-06-08,11\r\n"


def experiments(*steps: Step, clock: Clock | None = None) -> tuple[Experiments, Script]:
    """The collection over a script, in virtual time."""
    script = Script(*steps)
    return Experiments(fake_session(script, clock=clock)), script


def query(request: WireRequest) -> dict[str, str]:
    return {name: value for name, (value,) in parse_qs(urlsplit(request.url).query).items()}


async def test_rows_read_by_variation() -> None:
    """By number or by text, iterated, with items(); numbers above 2**53 are exact."""
    collection, _ = experiments(answer(200, RESULTS))
    results = await collection.results(5)
    assert results is not None
    assert results.metrics is not None
    rows = by_variation(results.metrics[0])
    assert rows[11] is rows["11"]
    assert rows[11].samples == 100
    lift = rows[12].lift
    assert lift is not None
    assert (lift.visitors_remaining, lift.confidence_interval) == (2**63 - 1, [-0.5, 0.75])
    assert list(rows) == ["11", "12"]
    assert [(name, row.is_baseline) for name, row in rows.items()] == [("11", True), ("12", None)]
    assert (len(rows), "12" in rows, "13" in rows) == (2, True, False)
    assert [number in rows for number in NUMBERS] == [True, False]
    assert (rows.get(11), rows.get("12"), rows.get(13), rows.get(13, 0)) == (rows[11], rows[12], None, 0)
    with pytest.raises(KeyError, match="13"):
        rows[13]
    assert results.reach is not None
    assert by_variation(results.reach)[11].count == 100
    assert repr(ByVariation({"1": 2})) == "ByVariation({'1': 2})"


async def test_time_series_read_by_variation() -> None:
    """The same for points over time."""
    points = [{"time": "2018-06-08T16:20:00.000000Z", "samples": 5}]
    collection, script = experiments(answer(200, {"metrics": [{"results": {"11": {"timeseries": points}}}]}))
    series = await collection.timeseries(5)
    assert series is not None
    assert series.metrics is not None
    found = by_variation(series.metrics[0])[11].timeseries
    assert found is not None
    assert found[0].time == datetime(2018, 6, 8, 16, 20, tzinfo=UTC)
    assert urlsplit(script.requests[0].url).path.endswith("/experiments/5/timeseries")


@pytest.mark.parametrize(
    ("part", "sent"),
    [
        ({}, {}),
        ({"browser": "chrome"}, {"browser": "chrome"}),
        ({"attribute_id": 7, "attribute_value": ""}, {"attribute_id": "7"}),
        ({"baseline_variation_id": 2**62 + 1}, {"baseline_variation_id": "4611686018427387905"}),
        ({"baseline_variation_id": "holdback"}, {"baseline_variation_id": "holdback"}),
        ({"start_time": datetime(2026, 1, 2, tzinfo=UTC)}, {"start_time": "2026-01-02T00:00:00Z"}),
        ({"segment_conditions": '["or"]'}, {"segment_conditions": '["or"]'}),
        ({"browser": None, "device": "ipad"}, {"device": "ipad"}),
    ],
)
async def test_a_slice_is_sent_as_parameters(part: dict[str, Any], sent: dict[str, str]) -> None:
    """Each parameter under the vendor's name."""
    collection, script = experiments(answer(204))
    await collection.results(5, **part)
    assert query(script.requests[0]) == sent


async def test_segment_conditions_are_encoded() -> None:
    """Nested lists become URL-safe Base64 of JSON, which the vendor prefers."""
    conditions = ["or", {"attribute_id": 2**62 + 1, "attribute_value": "ä?>", "match_type": "exact"}]
    collection, script = experiments(answer(204))
    await collection.results(5, segment_conditions=conditions)
    text = query(script.requests[0])["segment_conditions"]
    assert not set("+/") & set(text)
    assert json.loads(base64.urlsafe_b64decode(text)) == conditions


@pytest.mark.parametrize(
    ("part", "error", "culprit"),
    [
        ({"browser": "chrome", "device": "ipad"}, abclient.InvalidRequestError, "browser and device"),
        ({"source": "search", "segment_conditions": "[]"}, abclient.InvalidRequestError, "source and segment_cond"),
        (
            {"browser": "chrome", "attribute_id": 5, "attribute_value": "v"},
            abclient.InvalidRequestError,
            "browser and attribute_id",
        ),
        ({"attribute_id": 5}, abclient.InvalidRequestError, "attribute_value"),
        ({"attribute_value": "v"}, abclient.InvalidRequestError, "attribute_id"),
        ({"attribute_id": "5", "attribute_value": "v"}, TypeError, "attribute_id"),
        ({"baseline_variation_id": "11"}, TypeError, "baseline_variation_id"),
        ({"brwoser": "chrome"}, TypeError, "brwoser"),
        ({"start_time": datetime(2026, 1, 2)}, ValueError, "start_time"),
        ({"wait": -1}, ValueError, "wait"),
    ],
)
@pytest.mark.parametrize("call", ["results", "timeseries", "results_csv"])
async def test_a_slice_that_cannot_be_is_refused(
    call: str, part: dict[str, Any], error: type[Exception], culprit: str
) -> None:
    """Two segments, half of one, text for an id, a misspelt name, a time without zone: named, and nothing is sent."""
    collection, script = experiments(answer(200, RESULTS))
    with pytest.raises(error, match=culprit):
        await getattr(collection, call)(5, **part)
    assert script.requests == []


async def test_a_campaign_has_no_baseline() -> None:
    """What only experiments take is refused for campaigns."""
    campaigns: Any = Campaigns(fake_session(Script(answer(204))))
    with pytest.raises(TypeError, match="baseline_variation_id"):
        await campaigns.results(5, baseline_variation_id=1)


async def test_objects_have_their_results() -> None:
    """The same calls from an experiment and from a campaign, with the same options."""
    script = Script(answer(200, {"id": 5, "project_id": 7}), answer(204))
    async with abclient.Optimizely(TOKEN, transport=script) as optimizely:
        experiment = await optimizely.experiments.get(5)
        assert await experiment.results(device="ipad") is None
        assert await experiment.timeseries(device="ipad") is None
        assert await experiment.results_csv(device="ipad") is None
        assert experiment.sections.experiment_id == 5
        script.steps[:] = [answer(200, {"id": 6, "project_id": 7}), answer(204)]
        campaign = await optimizely.campaigns.get(6)
        assert await campaign.results(device="ipad") is None
        assert await campaign.results_csv(device="ipad") is None
    asked = [urlsplit(request.url) for request in script.requests]
    assert [address.path.removeprefix("/v2") for address in asked if address.query == "device=ipad"] == [
        "/experiments/5/results",
        "/experiments/5/timeseries",
        "/export/experiments/5/results/csv",
        "/campaigns/6/results",
        "/export/campaigns/6/results/csv",
    ]


@pytest.mark.parametrize("call", ["results", "timeseries", "results_csv"])
async def test_results_are_waited_for(call: str) -> None:
    """202 is asked again until there is an answer, also when that is 'no data yet'."""
    clock = Clock()
    collection, script = experiments(answer(202), answer(202, retry_after="5"), answer(204), clock=clock)
    assert await getattr(collection, call)(5) is None
    assert (len(script.requests), clock.slept) == (3, [1.25, 5.0])


@pytest.mark.parametrize("call", ["results", "timeseries", "results_csv"])
async def test_patience_ends(call: str) -> None:
    """Still computing at the end of the wait: an error of its own, with the call in it."""
    clock = Clock()
    collection, _ = experiments(answer(202), clock=clock)
    with pytest.raises(abclient.ResultsPendingError) as caught:
        await getattr(collection, call)(5, wait=20)
    assert sum(clock.slept) == 20
    assert "/experiments/5" in str(caught.value)


async def test_csv_is_text_or_a_file(tmp_path: Path) -> None:
    """Awaited, the text as the vendor wrote it; to_file, the same bytes, with the permissions of any new file."""
    collection, script = experiments(_streamed(CSV))
    path = tmp_path / "results.csv"
    assert await collection.results_csv(5).to_file(path) == path
    assert path.read_bytes() == CSV
    other = tmp_path / "other"
    other.touch()
    assert path.stat().st_mode == other.stat().st_mode
    script.steps[:] = [answer(200, CSV)]
    assert await collection.results_csv(5) == CSV.decode()
    assert {entry.name for entry in tmp_path.iterdir()} == {"results.csv", "other"}


async def test_a_broken_download_starts_over(tmp_path: Path) -> None:
    """Half an answer, then "not yet" with a body, then half again: the file holds the last answer alone."""
    half, late = _streamed(CSV[:9], errors.ResponseLostError("reset")), _streamed(b"please wait", status=202)
    collection, script = experiments(half, late, half, _streamed(CSV))
    await collection.results_csv(5).to_file(tmp_path / "results.csv")
    assert (tmp_path / "results.csv").read_bytes() == CSV
    assert len(script.requests) == 4


@pytest.mark.parametrize(
    ("steps", "error"),
    [
        ([answer(404)], abclient.NotFoundError),
        ([answer(202)], abclient.ResultsPendingError),
        ([errors.ClientClosedError("closed")], abclient.ClientClosedError),
    ],
)
async def test_a_failed_download_leaves_what_was_there(
    tmp_path: Path, steps: list[Step], error: type[Exception]
) -> None:
    """The old file stays as it was, and nothing half-written lies about."""
    collection, _ = experiments(*steps)
    path = tmp_path / "results.csv"
    path.write_text("old")
    with pytest.raises(error):
        await collection.results_csv(5).to_file(path)
    assert [(entry.name, entry.read_text()) for entry in tmp_path.iterdir()] == [("results.csv", "old")]


PAGE = b"\r\n<!doctype html><title>Sign in</title>"
NO_CSV: list[tuple[int, bytes, str]] = [
    (200, PAGE, "text/csv"),
    (200, b"Sign in, please", "text/html; charset=utf-8"),
    (202, PAGE, ""),
    (200, b'{"code": "unauthorized", "message": "no"}', "text/csv"),
    (200, b'"no, thanks"', "application/problem+json"),
    (200, b"null", ""),
    (200, b"\xef\xbb\xbf42", "text/csv"),
    (200, b"upstream connect error", "text/plain"),
    (200, b" ", "text/csv"),
]


@pytest.mark.parametrize(("status", "body", "content_type"), NO_CSV)
async def test_what_is_no_csv_replaces_no_file(tmp_path: Path, status: int, body: bytes, content_type: str) -> None:
    """Pages, JSON and bare words are errors, as text and as a file, whatever they say they are; the old file stays."""
    path = tmp_path / "results.csv"
    path.write_text("old")
    headers: dict[str, Any] = {"content_type": content_type} if content_type else {}
    collection, _ = experiments(answer(status, body, **headers))
    with pytest.raises(abclient.DecodeError) as caught:
        await collection.results_csv(5)
    assert caught.value.operation == "get_experiment_results_csv"
    streamed, _ = experiments(_streamed(body, status=status, **headers))
    with pytest.raises(abclient.DecodeError):
        await streamed.results_csv(5).to_file(path)
    assert [(entry.name, entry.read_text()) for entry in tmp_path.iterdir()] == [("results.csv", "old")]


async def test_a_cancelled_download_leaves_nothing(tmp_path: Path) -> None:
    """Cancelled in the middle of the body, there is no file, not even a part of one."""
    begun = asyncio.Event()

    class Stalled(Script):
        async def send(self, request: WireRequest) -> WireResponse:
            assert request.sink is not None
            request.sink(CSV[:9])
            begun.set()
            await asyncio.Event().wait()
            raise AssertionError("unreachable")

    collection = Experiments(fake_session(Stalled(answer(200))))
    download = asyncio.create_task(collection.results_csv(5).to_file(tmp_path / "results.csv"))
    await begun.wait()
    download.cancel()
    with pytest.raises(asyncio.CancelledError):
        await download
    assert list(tmp_path.iterdir()) == []


async def test_no_data_makes_no_file(tmp_path: Path) -> None:
    """204 is None, and no empty file."""
    collection, _ = experiments(answer(204))
    assert await collection.results_csv(5).to_file(tmp_path / "results.csv") is None
    assert list(tmp_path.iterdir()) == []


async def test_a_directory_that_is_not_there_is_found_out_first(tmp_path: Path) -> None:
    """What cannot be written is known before the vendor is asked."""
    collection, script = experiments(answer(200, CSV))
    with pytest.raises(FileNotFoundError):
        await collection.results_csv(5).to_file(os.fspath(tmp_path / "nowhere" / "results.csv"))
    assert script.requests == []


@pytest.mark.parametrize("made", ["a directory", "a pipe", "a link to a pipe"])
async def test_a_download_goes_to_a_file(tmp_path: Path, made: str) -> None:
    """What is none is found out before the vendor is asked, and is as it was."""
    collection, script = experiments(answer(200, CSV))
    path = tmp_path / "results.csv"
    if made == "a directory":
        path.mkdir()
    else:
        os.mkfifo(path if made == "a pipe" else tmp_path / "pipe")
    if made == "a link to a pipe":
        path.symlink_to(tmp_path / "pipe")
    with pytest.raises(OSError, match=r"Not a file, but a link, a pipe or a device|Is a directory"):
        await collection.results_csv(5).to_file(path)
    assert script.requests == []


async def test_a_download_replaces_a_link_and_not_what_it_leads_to(tmp_path: Path) -> None:
    """Whoever may write to the directory cannot send it elsewhere; a long name of one's own is no obstacle."""
    collection, _ = experiments(_streamed(CSV))
    path, victim = tmp_path / f"{'x' * 250}.csv", tmp_path / "victim"
    victim.write_text("precious")
    path.symlink_to(victim)
    await collection.results_csv(5).to_file(path)
    assert (path.is_symlink(), path.read_bytes(), victim.read_text()) == (False, CSV, "precious")


def _streamed(text: bytes, failure: Exception | None = None, *, status: int = 200, **headers: str) -> Step:
    """An answer whose body goes to the sink, and then breaks off if it shall."""

    def step(request: WireRequest) -> WireResponse:
        assert request.sink is not None
        request.sink(text)
        if failure is not None:
            raise failure
        return answer(status, **headers)

    return step


class Project:
    """A script's answer to everything about a project of some experiments, in pages of two."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.pages = 0

    def __call__(self, request: WireRequest) -> WireResponse:
        address = urlsplit(request.url)
        if address.path.endswith(("/results", "/timeseries")):
            id = int(address.path.split("/")[-2])
            return answer(404) if id == 3 else answer(200, {"experiment_id": id})
        self.pages += 1
        number = int(parse_qs(address.query).get("page", ["1"])[0])
        items = [{"id": id, "project_id": 7} for id in range(2 * number - 1, min(2 * number, self.count) + 1)]
        more = f"<https://api.example.com/v1/experiments?page={number + 1}>; rel=next"
        return answer(200, items, **({"link": more} if 2 * number < self.count else {}))


@pytest.mark.parametrize("call", ["fetch_results", "fetch_timeseries"])
async def test_a_whole_project_in_one_flow(call: str) -> None:
    """Every experiment's outcome by its id; a failure is that experiment's alone."""
    collection, _ = experiments(Project(5))
    outcomes = await getattr(collection, call)(project_id=7, concurrency=2)
    assert [(outcome.key, outcome.ok) for outcome in outcomes] == [
        (1, True),
        (2, True),
        (3, False),
        (4, True),
        (5, True),
    ]
    assert [outcome.value.experiment_id for outcome in outcomes if outcome.ok] == [1, 2, 4, 5]
    assert isinstance(outcomes[2].error, abclient.NotFoundError)


async def test_a_project_is_not_listed_ahead_of_its_results() -> None:
    """A thousand experiments are paged through as their results are taken, not gathered first."""
    project = Project(1000)
    collection, script = experiments(project)
    async with collection.fetch_results(project_id=7, concurrency=2, ordered=True) as outcomes:
        async for outcome in outcomes:
            if outcome.key == 20:
                break
    assert query(script.requests[0]) == {"project_id": "7", "per_page": "100"}
    assert project.pages < 20


async def test_many_by_id_object_or_pager() -> None:
    """Ids, loaded experiments, mixtures, and asynchronous sources."""
    collection, _ = experiments(Project(2))
    loaded = list(await collection.list(7))

    async def source() -> AsyncIterator[int]:
        yield 9

    wanted: list[tuple[Any, list[int]]] = [
        ([4, loaded[0]], [4, 1]),
        (loaded, [1, 2]),
        (collection.list(7), [1, 2]),
        (source(), [9]),
        ([], []),
    ]
    for given, ids in wanted:
        assert [outcome.key for outcome in await collection.fetch_results(given)] == ids


@pytest.mark.parametrize(
    ("call", "arguments", "error", "culprit"),
    [
        ("fetch_results", {"wanted": [1], "concurency": 2}, TypeError, "'concurency'; did you mean concurrency="),
        ("fetch_results", {"wanted": 1}, TypeError, "several experiments or ids"),
        ("fetch_results", {"wanted": [1], "project_id": 7}, TypeError, "project_id"),
        ("fetch_results", {"project_id": "7"}, TypeError, "project_id"),
        (
            "fetch_results",
            {"wanted": [1], "browser": "chrome", "device": "ipad"},
            errors.InvalidRequestError,
            "browser",
        ),
        ("fetch_timeseries", {"wanted": [1], "attribute_id": 5}, errors.InvalidRequestError, "attribute_value"),
        ("fetch_results", {"wanted": [1], "concurrency": 0}, ValueError, "concurrency"),
    ],
)
async def test_a_bulk_call_that_cannot_be_is_refused(
    call: str, arguments: dict[str, Any], error: type[Exception], culprit: str
) -> None:
    """Mistakes are found when the call is made, before the first outcome."""
    collection, script = experiments(Project(2))
    with pytest.raises(error, match=culprit):
        getattr(collection, call)(**arguments)
    assert script.requests == []


async def test_text_among_the_ids_is_its_own_failure() -> None:
    """One id that is no number does not cost the others."""
    collection, _ = experiments(Project(2))
    outcomes = await collection.fetch_results([1, "2"])  # type: ignore[list-item]  # the mistake  # pyright: ignore
    assert [outcome.ok for outcome in outcomes] == [True, False]
    assert isinstance(outcomes[1].error, TypeError)
