"""Results of many experiments at once, from a vendor that is overloaded now and then."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from typing import Any

import pytest

import abclient
from abclient.options import CallOptions, Timeouts
from abclient.transports import WireRequest, WireResponse
from abclient.vendors.optimizely_classic import Experiments
from support.clients import TOKEN
from support.documented_classic import PAYLOADS
from support.fake import Clock, answer, fake_session

ROWS = PAYLOADS["getExperimentStats"]["response"]


class Noon(Clock):
    """A clock for many: everybody who sleeps until the same moment wakes at it."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 43_200.0

    async def sleep(self, seconds: float) -> None:
        wake = self.now + seconds
        await asyncio.sleep(0)
        self.now = max(self.now, wake)


class Vendor:
    """Results of any experiment, lists of a project's, and as many refusals as were ordered."""

    def __init__(self, *statuses: int) -> None:
        self.refusals = list(statuses)
        self.urls: list[str] = []
        self.busy = self.busiest = 0

    async def send(self, request: WireRequest) -> WireResponse:
        self.urls.append(request.url.partition("/v1")[2])
        self.busy += 1
        self.busiest = max(self.busiest, self.busy)
        await asyncio.sleep(0)
        self.busy -= 1
        if self.refusals:
            return answer(self.refusals.pop(0))
        if re.search(r"/projects/\d+/experiments$", request.url):
            return answer(200, [{"id": number} for number in range(5)])
        if re.search(r"/experiments/\d+$", request.url):
            return answer(200, {"id": int(request.url.rsplit("/", 1)[1])})
        return answer(200, ROWS)

    async def aclose(self) -> None:
        """Nothing is open."""


def in_virtual_time(vendor: Vendor, *, total: float = 300.0) -> tuple[Experiments, Noon]:
    """Experiments of a session with the wait that the vendor documents, 60 seconds."""
    clock = Noon()
    options = CallOptions(timeouts=Timeouts(total=total))
    session = fake_session(vendor, clock=clock, options=options, documented_wait=60.0)
    return Experiments(session), clock


@pytest.fixture
def vendor() -> Vendor:
    return Vendor()


@pytest.fixture
async def classic(vendor: Vendor) -> AsyncIterator[abclient.OptimizelyClassic]:
    async with abclient.OptimizelyClassic(TOKEN, transport=vendor) as client:
        yield client


async def test_of_ids(vendor: Vendor, classic: abclient.OptimizelyClassic) -> None:
    """One outcome for each id, in order if that is wanted; the segment goes with every request."""
    outcomes = [o async for o in classic.experiments.fetch_stats([3, 1, 2], audience_id=9, ordered=True)]
    assert [outcome.key for outcome in outcomes] == [3, 1, 2]
    assert [len(outcome.value) for outcome in outcomes] == [len(ROWS)] * 3
    assert sorted(vendor.urls) == [f"/experiments/{number}/stats?audience_id=9" for number in (1, 2, 3)]


async def test_of_experiments_and_ids(vendor: Vendor, classic: abclient.OptimizelyClassic) -> None:
    """Experiments that were read already and ids may be mixed, and a generator is drawn lazily."""
    experiment = await classic.experiments.get(7)
    outcomes = await classic.experiments.fetch_results(item for item in (experiment, 8))
    assert [outcome.key for outcome in outcomes] == [7, 8]


async def test_of_a_project(vendor: Vendor, classic: abclient.OptimizelyClassic) -> None:
    """All experiments of a project, by its id or by its list call."""
    by_id = await classic.experiments.fetch_results(project_id=1234)
    by_list = await classic.experiments.fetch_results(classic.experiments.list(1234))
    assert [o.key for o in by_id] == [o.key for o in by_list] == [0, 1, 2, 3, 4]
    assert vendor.urls.count("/projects/1234/experiments") == 2


async def test_not_more_at_once_than_allowed(vendor: Vendor, classic: abclient.OptimizelyClassic) -> None:
    """concurrency bounds the requests under way."""
    assert len(await classic.experiments.fetch_stats(range(50), concurrency=4)) == 50
    assert vendor.busiest == 4


@pytest.mark.parametrize("method", ["fetch_results", "fetch_stats"])
@pytest.mark.parametrize("refusals", [1, 4, 40])
async def test_overload_costs_time_and_no_outcome(method: str, refusals: int) -> None:
    """However many are refused with 503, everybody waits the documented minute and nothing is lost."""
    vendor = Vendor(*[503] * refusals)
    experiments, clock = in_virtual_time(vendor, total=3600.0)
    outcomes = await getattr(experiments, method)(range(100), concurrency=8)
    assert [outcome.key for outcome in outcomes if outcome.ok] == list(range(100))
    assert clock.now >= 43_260.0
    assert len(vendor.urls) == 100 + refusals


async def test_the_default_deadline_allows_several_minutes_of_overload() -> None:
    """One experiment alone is refused four times in a row, a minute each, and still has its results."""
    vendor = Vendor(*[503] * 4)
    experiments, clock = in_virtual_time(vendor)
    (outcome,) = await experiments.fetch_results([15])
    assert outcome.ok
    assert 240.0 <= clock.now - 43_200.0 <= 245.0


async def test_overload_without_end_is_an_outcome() -> None:
    """When the deadline leaves no room for another minute, the vendor's own error is the outcome."""
    experiments, _ = in_virtual_time(Vendor(*[503] * 1000))
    (outcome,) = await experiments.fetch_results([15])
    assert isinstance(outcome.error, abclient.ServiceUnavailableError)
    assert outcome.error.attempts == 5


async def test_one_failure_costs_no_other(classic: abclient.OptimizelyClassic, vendor: Vendor) -> None:
    """An id that is none, and an experiment that is gone, are outcomes like the others."""
    vendor.refusals = [404]
    wrong: Any = "16"
    outcomes = await classic.experiments.fetch_stats([15, wrong, 17], concurrency=1)
    assert [type(outcome.error) for outcome in outcomes] == [abclient.NotFoundError, TypeError, type(None)]


NOTHING: dict[str, Any] = {}


@pytest.mark.parametrize(
    ("positional", "keywords", "said"),
    [
        (([1],), {"project_id": 2}, "give the experiments, or a project_id for all of its experiments, not both"),
        (([1],), {"retries": 2}, "the bulk call of Experiments got an unexpected keyword argument 'retries'"),
        ((1234,), NOTHING, "must be several experiments or ids, not one int"),
        (("1234",), NOTHING, "must be several experiments or ids, not one str"),
        (([1],), {"dimension_value": 3}, "dimension_value must be of type str, not int"),
        (([1],), {"audience_id": "3"}, "audience_id must be of type int, not str"),
        ((), {"project_id": "2"}, "project_id must be of type int, not str"),
    ],
)
async def test_wrong_calls_are_refused_at_once(
    classic: abclient.OptimizelyClassic, vendor: Vendor, positional: Any, keywords: Any, said: str
) -> None:
    """What cannot be meant raises where it is called, not at the first outcome."""
    for method in (classic.experiments.fetch_results, classic.experiments.fetch_stats):
        with pytest.raises(TypeError, match=said):
            method(*positional, **keywords)
    assert vendor.urls == []
