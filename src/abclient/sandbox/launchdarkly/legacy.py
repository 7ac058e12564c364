"""Results of legacy experiments, by flag and metric: totals and a daily series per variation."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from starlette.datastructures import QueryParams
from starlette.responses import Response

from .. import statistics
from ..vendor import Call, RefusedError, json_bytes
from ..world import Document, World
from . import measuring, store
from .views import link

_DAY = 86_400_000
_LEVEL = 0.95


@dataclass(frozen=True)
class Day:
    """What one variation had on one day: impressions, conversions and the sum of the metric's values."""

    impressions: int
    conversions: int
    value: float

    def __add__(self, other: Day) -> Day:
        return Day(self.impressions + other.impressions, self.conversions + other.conversions, self.value + other.value)

    @property
    def rate(self) -> float:
        """The share of impressions that converted."""
        return self.conversions / self.impressions if self.impressions else 0.0

    @property
    def arm(self) -> statistics.Arm:
        """The rate with its error."""
        trials = max(1, self.impressions)
        return statistics.Arm(trials, self.rate, math.sqrt(self.rate * (1 - self.rate) / trials), share=True)


_NOTHING = Day(0, 0, 0.0)


def get_results(world: World, call: Call) -> Response:
    """Totals and daily series between ``from`` and ``to``; empty once the experiment was reset."""
    store.check_offered(world)
    flag, metric = _pair(world, call)
    start, end = _moment(call.query, "from", 0), _moment(call.query, "to", 2**63)
    if start > end:
        raise RefusedError(400, "from must not be later than to")
    key = ("getLegacyExperimentResults", *call.path.values(), start, end)
    return Response(
        world.memo(key, lambda: json_bytes(_view(world, call, flag, metric, start, end))), media_type="application/json"
    )


def reset(world: World, call: Call) -> Response:
    """Delete all data of a flag and a metric."""
    store.check_offered(world)
    flag, metric = _pair(world, call)
    flag["measured"] = [key for key in flag["measured"] if key != metric]
    store.flags(world).put(f"{call.path['project']}/{flag['key']}", flag)
    return Response(status_code=204)


def _pair(world: World, call: Call) -> tuple[Document, str]:
    """The flag and the metric a path names, which an experiment of the environment must connect."""
    parent = store.environment_of(world, call.path["project"], call.path["environment"])
    key, metric = call.path["flag"], call.path["metric"]
    flag = store.flags(world).get(f"{call.path['project']}/{key}")
    if flag is None:
        raise RefusedError(404, f"Unknown flag key: {key}")
    if not store.experiments(world).count(parent=parent, tags={"flagKey": {key}, "metricKey": {metric}}):
        raise RefusedError(404, f"No experiment connects the flag {key} with the metric {metric}")
    return flag, metric


def _moment(query: QueryParams, name: str, default: int) -> int:
    text = query.get(name)
    if text is None:
        return default
    if not text.isascii() or not text.isdigit() or len(text) > 18:
        raise RefusedError(400, f"{name} must be a time in milliseconds since 1970")
    return int(text)


def _view(world: World, call: Call, flag: Document, metric: str, start: int, end: int) -> dict[str, Any]:
    days = _days(world, flag, metric) if metric in flag["measured"] else {}
    shown = {moment: row for moment, row in days.items() if start <= moment <= end}
    names = ("project", "flag", "environment", "metric")
    project, key, environment, measured = (quote(call.path[name]) for name in names)
    view: dict[str, Any] = {
        "_links": {"self": link(f"/api/v2/flags/{project}/{key}/experiments/{environment}/{measured}")},
        "metadata": [
            {"key": {"variationId": variation, "index": at}} for at, variation in enumerate(flag["variations"])
        ],
        "totals": [],
        "series": [],
        "granularity": "day",
        "metricSeen": {"ever": bool(days)},
    }
    if days:
        view["metricSeen"]["timestamp"] = max(days) // 1000
    if shown:
        view["series"], totals = _series(shown)
        view["totals"] = [_total(total, totals[0]) for total in totals]
        view["stats"] = _stats(totals)
    return view


def _days(world: World, flag: Document, metric: str) -> dict[int, list[Day]]:
    """Every variation's figures, by the start of the day."""
    rng = statistics.generator(world.seed, flag["key"], metric)
    profile = measuring.BY_KEY[metric]
    rate = profile.mean if profile.spread is None else 0.06
    effects = measuring.effects(rng, len(flag["variations"]))
    length, crowd = rng.randint(14, 28), rng.randint(200, 900)
    days: dict[int, list[Day]] = {}
    for day in range(length):
        row: list[Day] = []
        for effect in effects:
            impressions = statistics.successes(rng, crowd * 2, 0.5)
            conversions = statistics.successes(rng, impressions, rate * (1 + effect))
            value = conversions if profile.spread is None else round(conversions * profile.mean / rate, 2)
            row.append(Day(impressions, conversions, float(value)))
        days[flag["since"] + day * _DAY] = row
    return days


def _series(days: dict[int, list[Day]]) -> tuple[list[dict[str, Any]], list[Day]]:
    """The daily slices, whose keys are capitalised on the wire, and the sums at their end."""
    sums = [_NOTHING] * len(next(iter(days.values())))
    series: list[dict[str, Any]] = []
    for moment, row in days.items():
        sums = [total + day for total, day in zip(sums, row, strict=True)]
        slices = [_slice(day, total) for day, total in zip(row, sums, strict=True)]
        series.append({"Time": moment, "VariationData": slices})
    return series, sums


def _slice(day: Day, total: Day) -> dict[str, Any]:
    return {
        "value": day.value,
        "count": day.conversions,
        "cumulativeValue": round(total.value, 2),
        "cumulativeCount": total.conversions,
        "conversionRate": round(day.rate, 6),
        "cumulativeConversionRate": round(total.rate, 6),
        "confidenceInterval": day.arm.interval(_LEVEL).as_json(),
        "cumulativeConfidenceInterval": total.arm.interval(_LEVEL).as_json(),
    }


def _total(total: Day, baseline: Day) -> dict[str, Any]:
    improvement = total.rate / baseline.rate - 1 if baseline.rate else 0.0
    return {
        "cumulativeValue": round(total.value, 2),
        "cumulativeCount": total.conversions,
        "cumulativeImpressionCount": total.impressions,
        "cumulativeConversionRate": round(total.rate, 6),
        "cumulativeConfidenceInterval": total.arm.interval(_LEVEL).as_json(),
        "pValue": round(statistics.two_sided_p(total.arm, baseline.arm), 6),
        "improvement": round(improvement, 6),
        "minSampleSize": statistics.sample_size(baseline.rate, 0.05),
    }


def _stats(totals: list[Day]) -> dict[str, Any]:
    chi2 = statistics.chi_square([(total.conversions, total.impressions) for total in totals])
    needed = statistics.sample_size(totals[0].rate, 0.05)
    return {
        "pValue": round(statistics.chi_square_p(chi2, len(totals) - 1), 6),
        "chi2": round(chi2, 6),
        "winningVariationIdx": max(range(len(totals)), key=lambda index: totals[index].rate),
        "minSampleSizeMet": all(total.impressions >= needed for total in totals),
    }
