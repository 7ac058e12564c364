"""Responses to requests for results in any form: what is asked for, and whether there is any."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import Response

from ..counting import Tally, course, difference, step_times
from ..vendor import Call
from ..world import Document, World
from . import measuring, store
from .apart import home_of
from .crud import named
from .kinds import CAMPAIGN, EXPERIMENT
from .requests import Period, baseline_of, period_of, segment_of

PENDING, NOTHING = 202, 204


@dataclass(frozen=True)
class ResultsRequest:
    """A call for the results of an experiment, understood."""

    world: World
    experiment: Document
    period: Period
    segment: str
    baseline: int
    level: float

    def tallies(self, metric: Document) -> list[Tally]:
        """What every variation measured of a metric in the period."""
        counted = measuring.tallies(self.world, self.experiment, metric, self.segment)
        if self.period.is_complete:
            return counted
        return [self._cut(steps) for steps in self.courses(metric)]

    def courses(self, metric: Document) -> list[list[Tally]]:
        """The same at the end of every step of the whole time."""
        times = step_times(self.period.first, self.period.last)
        counted = measuring.tallies(self.world, self.experiment, metric, self.segment)
        keys = [(self.world.seed, self.experiment["id"], place, self.segment) for place in range(len(counted))]
        metric_key = measuring.metric_key(metric)
        return [course(key, (*key, *metric_key), tally, len(times)) for key, tally in zip(keys, counted, strict=True)]

    def _cut(self, steps: list[Tally]) -> Tally:
        inside = self.inside()
        empty = Tally(0, 0, steps[0].spread)
        if not inside:
            return empty
        return difference(steps[inside[-1]], steps[inside[0] - 1] if inside[0] else empty)

    def inside(self) -> list[int]:
        """The steps that end in the period."""
        times = step_times(self.period.first, self.period.last)
        return [place for place, when in enumerate(times) if self.period.start < when <= self.period.end]


def computed(world: World, kind: str, document: Document) -> bool:
    """Whether results are there already; the first to ask after a change of status has to ask again."""
    if not document["_pending"]:
        return True
    document["_pending"] = False
    with world.transaction():
        store.keep(world, kind, document)
    return False


def answer(
    world: World, call: Call, form: str, make: Callable[[ResultsRequest], bytes], media_type: str = "application/json"
) -> Response:
    """Results of an experiment in some form: 202 while they are computed, 204 when there are none."""
    world = home_of(world, call.path[EXPERIMENT.path_parameter])
    experiment = named(world, EXPERIMENT, call)
    segment, baseline = segment_of(call.query), baseline_of(experiment, call.query)
    period = period_of(experiment, experiment["_until"], call.query)
    if period is None or not experiment["variations"]:
        return Response(status_code=NOTHING)
    if not computed(world, "experiment", experiment):
        return Response(status_code=PENDING)
    request = ResultsRequest(world, experiment, period, segment, baseline, level_of(world, experiment))
    if experiment["_until"] is None:
        return Response(make(request), media_type=media_type)
    body = world.memo((form, experiment["id"], period, segment, baseline), lambda: make(request))
    return Response(body, media_type=media_type)


def level_of(world: World, document: Document) -> float:
    """The confidence level of a project, between 0.5 and 0.999."""
    project = store.find(world, "project", document["project_id"])
    threshold: float = project["confidence_threshold"]
    return min(0.999, max(0.5, threshold))


def campaign_parts(world: World, call: Call) -> Response | tuple[Document, list[ResultsRequest]]:
    """What a call for a campaign's results requests from its experiments, or the response that there are no results."""
    campaign = named(world, CAMPAIGN, call)
    segment = segment_of(call.query)
    experiments = store.documents(world, "experiment").find(tags={"campaign_id": [str(campaign["id"])]})
    level = level_of(world, campaign)
    parts: list[ResultsRequest] = []
    for experiment in experiments:
        period = period_of(experiment, experiment["_until"], call.query)
        if period is not None and experiment["variations"]:
            parts.append(ResultsRequest(world, experiment, period, segment, 0, level))
    if not parts:
        return Response(status_code=NOTHING)
    if not computed(world, "campaign", campaign):
        return Response(status_code=PENDING)
    return campaign, parts


def metrics_of(parts: list[ResultsRequest]) -> list[Document]:
    """The metrics of the experiments of a campaign, each once."""
    metrics: list[Document] = []
    for part in parts:
        metrics += [metric for metric in part.experiment["metrics"] if metric not in metrics]
    return metrics
