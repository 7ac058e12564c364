"""Adding goals to experiments and taking them away, when several do it at once."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable

import pytest

import abclient
from abclient.transports import WireRequest, WireResponse
from abclient.vendors.optimizely_classic import Experiment, Goals
from support.clients import TOKEN
from support.fake import Clock, answer, fake_session

PROJECT, GOAL = 1234, 77


class Vendor:
    """Experiments and one goal; every answer lets others go first, and others may write whenever it answers."""

    def __init__(self) -> None:
        self.experiment_ids: list[int] = []
        self.calls: list[str] = []
        self.others: Callable[[WireRequest], None] = lambda request: None

    async def send(self, request: WireRequest) -> WireResponse:
        await asyncio.sleep(0)
        kind, number = request.url.rsplit("/", 2)[1:]
        if kind == "experiments":
            return answer(200, {"id": int(number), "project_id": PROJECT})
        self.calls.append(request.method)
        if request.method == "PUT":
            self.experiment_ids = json.loads(request.body or b"")["experiment_ids"]
        reply = answer(200, {"id": GOAL, "project_id": PROJECT, "experiment_ids": self.experiment_ids})
        self.others(request)
        await asyncio.sleep(0)
        return reply

    async def aclose(self) -> None:
        """Nothing is open."""


@pytest.fixture
def vendor() -> Vendor:
    return Vendor()


@pytest.fixture
async def classic(vendor: Vendor) -> AsyncIterator[abclient.OptimizelyClassic]:
    async with abclient.OptimizelyClassic(TOKEN, transport=vendor) as client:
        yield client


async def test_a_goal_is_added_and_removed(vendor: Vendor, classic: abclient.OptimizelyClassic) -> None:
    """The goal's list is read, written and read again; what is already so is only read."""
    vendor.experiment_ids = [3]
    experiment = await classic.experiments.get(15)
    assert (await experiment.add_goal(GOAL)).experiment_ids == [3, 15]
    assert (await experiment.add_goal(GOAL)).experiment_ids == [3, 15]
    assert (await experiment.remove_goal(GOAL)).experiment_ids == [3]
    assert (await experiment.remove_goal(GOAL)).experiment_ids == [3]
    assert vendor.calls == ["GET", "PUT", "GET", "GET", "GET", "PUT", "GET", "GET"]


async def test_callers_at_once_lose_nothing(vendor: Vendor, classic: abclient.OptimizelyClassic) -> None:
    """Twenty experiments add the goal while ten others drop it, through two clients of one process: all of it holds."""
    vendor.experiment_ids = list(range(100, 110))
    async with abclient.OptimizelyClassic(TOKEN, transport=vendor) as second:
        adding = [*await classic.experiments.get_many(range(10)), *await second.experiments.get_many(range(10, 20))]
        removing = await second.experiments.get_many(range(100, 110))
        await asyncio.gather(
            *(experiment.add_goal(GOAL) for experiment in adding),
            *(experiment.remove_goal(GOAL) for experiment in removing),
        )
    assert sorted(vendor.experiment_ids) == list(range(20))


async def test_a_change_that_another_process_overwrites_is_made_again(vendor: Vendor) -> None:
    """Somebody else who had read the list before writes it back without us: reading it again shows that."""
    clock, overwrites = Clock(), [[1], [1, 2]]

    def overwrite(request: WireRequest) -> None:
        if request.method == "PUT" and overwrites:
            vendor.experiment_ids = overwrites.pop(0)

    vendor.others = overwrite
    goals = Goals(fake_session(vendor, clock=clock))
    goal = await goals.attach(GOAL, 15, project_id=PROJECT, wanted=True)
    assert goal.experiment_ids == vendor.experiment_ids == [1, 2, 15]
    assert clock.slept == [0.2, 0.4]


@pytest.mark.parametrize(("wanted", "left", "said"), [(True, [1], "is not among them"), (False, [1, 15], "is still")])
async def test_a_change_that_is_always_overwritten_ends(
    vendor: Vendor, wanted: bool, left: list[int], said: str
) -> None:
    """After five writes the error says what is not as it was wanted."""
    vendor.experiment_ids = left

    def overwrite(request: WireRequest) -> None:
        vendor.experiment_ids = left

    vendor.others = overwrite
    with pytest.raises(abclient.ABClientError, match=f"goal {GOAL} was written 5 times.*experiment 15 {said}"):
        await Goals(fake_session(vendor)).attach(GOAL, 15, project_id=PROJECT, wanted=wanted)
    assert vendor.calls.count("PUT") == 5


@pytest.mark.parametrize("wanted", [True, False])
async def test_the_last_write_counts_too(vendor: Vendor, wanted: bool) -> None:
    """A change that holds at the fifth attempt is no failure."""
    left = [1] if wanted else [1, 15]
    vendor.experiment_ids = left
    writes = 0

    def overwrite(request: WireRequest) -> None:
        nonlocal writes
        writes += request.method == "PUT"
        if writes < 5:
            vendor.experiment_ids = left

    vendor.others = overwrite
    goal = await Goals(fake_session(vendor)).attach(GOAL, 15, project_id=PROJECT, wanted=wanted)
    assert goal.experiment_ids == ([1, 15] if wanted else [1])


async def test_a_goal_of_another_project_is_refused(vendor: Vendor, classic: abclient.OptimizelyClassic) -> None:
    """Both projects are named, and nothing is written; without rules the vendor decides."""
    experiment = await classic.experiments.get(15)
    experiment.project_id = 999
    with pytest.raises(abclient.InvalidRequestError, match="goal 77 is of project 1234, the experiment of project 999"):
        await experiment.add_goal(GOAL)
    assert vendor.calls == ["GET"]
    async with abclient.OptimizelyClassic(TOKEN, transport=vendor, check_rules=False) as unchecked:
        lenient = await unchecked.experiments.get(15)
        lenient.project_id = 999
        assert (await lenient.add_goal(GOAL)).experiment_ids == [15]


async def test_ids_that_are_none_are_refused(vendor: Vendor, classic: abclient.OptimizelyClassic) -> None:
    """A goal is named by an integer; anything else is refused before anything is sent."""
    experiment: Experiment = await classic.experiments.get(15)
    wrong: list[object] = ["77", None, 7.0, True, experiment]
    for goal_id in wrong:
        with pytest.raises(TypeError, match="goal_id must be of type int"):
            await experiment.add_goal(goal_id)  # type: ignore[arg-type]  # what an untyped caller may do
    assert vendor.calls == []


async def test_a_failure_frees_the_goal_for_the_next(vendor: Vendor, classic: abclient.OptimizelyClassic) -> None:
    """One who is cancelled while writing does not keep others out."""
    experiment = await classic.experiments.get(15)
    task = asyncio.create_task(experiment.add_goal(GOAL))
    while not vendor.calls:
        await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert (await experiment.add_goal(GOAL)).experiment_ids == [15]
