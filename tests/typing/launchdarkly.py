"""What type checkers know of the LaunchDarkly client. Not run: checked by mypy and pyright, both strict.

``assert_type`` says what a user sees. A ``type: ignore`` that is not needed is an error, so each of those proves a
mistake that is found before the code runs.
"""

from __future__ import annotations

import asyncio
from typing import Any, Unpack, assert_type

import abclient
from abclient.vendors.launchdarkly import Experiment, Experiments, ResultKey
from abclient_api.launchdarkly import models


async def what_comes_back(ld: abclient.LaunchDarkly) -> None:
    experiments = ld.experiments("p", "e")
    experiment = await experiments.get("k", expand=["treatments"])
    assert_type(experiment, Experiment)
    assert_type(experiment.key, str)
    assert_type(experiment.name, str | None)
    assert_type(experiment.current_iteration, models.IterationRep | None)
    assert_type(await experiments.list(), abclient.Page[Experiment])
    async for item in experiments.list(status="running"):
        assert_type(item, Experiment)
    async for page in experiments.list().pages():
        assert_type(page[0], Experiment)
        assert_type(page.total, int | None)
    assert_type(await experiment.save(), Experiment)
    assert_type(await experiment.results("m"), models.ExperimentBayesianResultsRep)
    assert_type(await ld.with_options(timeout=5).experiments("p", "e").get("k"), Experiment)


async def in_bulk(ld: abclient.LaunchDarkly) -> None:
    experiments = ld.experiments("p", "e")
    async for outcome in experiments.fetch_results(experiments.list()):
        assert_type(outcome.key, ResultKey)
        assert_type(outcome.value, models.ExperimentBayesianResultsRep)
        assert_type(outcome.error, Exception | None)
    outcomes = await abclient.fetch_many(experiments.get, ["a", "b"])
    assert_type(outcomes, list[abclient.Outcome[str, Experiment]])


async def names_for_annotations(client: abclient.Client, **options: Unpack[abclient.ClientOptions]) -> None:
    """What code of one's own says that takes any client, collection or resource."""

    async def renamed(collection: abclient.Collection[Experiment, str], key: str) -> abclient.Resource[Any]:
        return await collection.get(key)

    def results(experiments: Experiments, **bulk: Unpack[abclient.BulkOptions]) -> abclient.Outcomes[ResultKey, Any]:
        return experiments.fetch_results(**bulk)

    ld = abclient.LaunchDarkly(**options)
    assert_type(await renamed(ld.experiments("p", "e"), "k"), abclient.Resource[Any])
    assert_type(await ld.experiments("p", "e").get_many(["a", "b"]), list[Experiment])
    await results(ld.experiments("p", "e"), concurrency=5)
    await ld.experiments("p", "e").fetch_results(concurency=5)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    await asyncio.gather(ld.experiments("p", "e").list(), client.aclose())


async def mistakes(ld: abclient.LaunchDarkly, experiment: Experiment) -> None:
    experiment.nmae = "x"  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    experiment.name = 5  # type: ignore[assignment]  # pyright: ignore[reportAttributeAccessIssue]
    await ld.experiments("p", "e").get("k", expand="tretments")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    await ld.experiments("p", "e").get(5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    await ld.experiments("p").list()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    abclient.LaunchDarkly("t", tiemout=5)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
