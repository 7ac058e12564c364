"""What type checkers know of the verbs of the other vendors. Not run: checked by mypy and pyright, both strict."""

from __future__ import annotations

from typing import Any, assert_type

import abclient
from abclient.vendors import convert, convert_v1, optimizely, optimizely_classic
from abclient_api.convert import models as convert_models
from abclient_api.convert_v1 import models as convert_v1_models
from abclient_api.optimizely import models as optimizely_models
from abclient_api.optimizely_classic import models as classic_models


async def of_optimizely(client: abclient.Optimizely) -> None:
    experiments = client.experiments
    experiment = await experiments.create(project_id=7, variations=[{"key": "a", "weight": 10000}], action="start")
    assert_type(experiment, optimizely.Experiment)
    assert_type(await experiment.start(), optimizely.Experiment)
    assert_type(await experiments.update(5, metrics=experiment.metrics or ()), optimizely.Experiment)
    assert_type(await experiments.list(7, page_size=100, prefetch=True), abclient.Page[optimizely.Experiment])
    assert_type(await experiments.get_many([5, 6]), list[optimizely.Experiment])
    outcomes = experiments.fetch_results(browser="opera", concurrency=5)
    _ = assert_type(outcomes, abclient.Outcomes[int, optimizely_models.ExperimentResults | None])
    await experiments.create(name="n")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    await experiments.update(5, nmae="n")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    await experiments.list(7, per_page=5)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


async def of_classic(client: abclient.OptimizelyClassic) -> None:
    goals, experiments = client.goals, client.experiments
    assert_type(await goals.create(7, title="t", goal_type=1, event="e"), optimizely_classic.Goal)
    assert_type(await goals.update(8, archived=True), optimizely_classic.Goal)
    outcomes = experiments.fetch_results(project_id=7, audience_id=5, ordered=True)
    _ = assert_type(outcomes, abclient.Outcomes[int, list[classic_models.Result]])
    await goals.create(7, title="t", goal_type=2)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    await experiments.results(5, audience=7)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


async def of_convert(client: abclient.Convert, rule: Any) -> None:
    project = client.project(7)
    assert_type(await project.goals.create(name="n", type="revenue", triggering_rule=rule), convert.Goal)
    experience = await project.experiences.update(5, status="active", replace=True)
    assert_type(await experience.start(), convert.Experience)
    assert_type(experience.goals, list[int | convert_models.Goal] | None)
    assert_type(experience.expanded_variations, list[convert_models.ExperienceVariation])
    assert_type(await project.experiences.list(status=["active"], page_size=50), abclient.Page[convert.Experience])
    outcomes = client.fetch_reports(report={"goals": [5]}, deadline=60.0)
    _ = assert_type(outcomes, abclient.Outcomes[convert.ReportKey, convert_models.ExperienceAggregatedReport])
    await project.goals.create(name="n")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    await project.experiences.list(status=["over"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    await project.experiences.update(5, nmae="n")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


async def of_convert_v1(client: abclient.ConvertV1, rule: Any) -> None:
    project = client.project("p")
    assert_type(await project.goals.create(name="n", triggering_rule=rule), convert_v1.Goal)
    experience = await project.experiences.update("e", status="active")
    assert_type(await experience.add_variation(name="b"), convert_v1.Experience)
    outcomes = project.experiences.fetch_reports(["e"], goal_ids="g", deadline=60.0)
    _ = assert_type(outcomes, abclient.Outcomes[convert_v1.ReportKey, convert_v1_models.Report])
    await project.goals.create(description="d")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    await project.experiences.update("e", status="over")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
