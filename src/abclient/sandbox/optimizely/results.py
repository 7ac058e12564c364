"""Results of experiments."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from ..counting import Lift, Tally
from ..statistics import sample_size
from ..vendor import Call, Handler, json_bytes, json_response
from ..world import Document, World
from . import crud, measuring, store
from .kind import Kind
from .responses import ResultsRequest, answer

_METRIC_FIELDS = (
    *("aggregator", "event_id", "event_properties", "field", "metrics", "scope", "time_window", "winning_direction"),
)


def get_results(world: World, call: Call) -> Response:
    """Results of an experiment, metric by metric and variation by variation."""
    return answer(world, call, "results", lambda request: json_bytes(_results(request)))


def results_head(request: ResultsRequest) -> dict[str, Any]:
    """What stands above all results: of what, of when, how sure."""
    return {
        "experiment_id": request.experiment["id"],
        "confidence_threshold": request.level,
        "start_time": store.moment(request.period.start),
        "end_time": store.moment(request.period.end),
        "is_stale": False,
        "stats_config": {"confidence_level": request.level, "difference_type": "relative", "epoch_enabled": False},
    }


def _results(request: ResultsRequest) -> dict[str, Any]:
    metrics = [_metric(request, metric) for metric in request.experiment["metrics"]]
    return results_head(request) | {"reach": _reach(request), "metrics": metrics}


def get_report(world: World, call: Call) -> Response:
    """The outcome of an experiment, by its first metric."""
    return answer(world, call, "report", lambda request: json_bytes(_report(request)))


def _report(request: ResultsRequest) -> dict[str, Any]:
    first = [_metric(request, metric)["conclusion"] for metric in request.experiment["metrics"][:1]]
    concluded: dict[str, str] = first[0] if first else {}
    head = results_head(request)
    return {
        **{name: head[name] for name in ("experiment_id", "start_time", "end_time")},
        "inferred_outcome": "win" if "winner" in concluded else "loss" if "loser" in concluded else "inconclusive",
    }


def get_share_link(kind: Kind) -> Handler:
    """A link to the results of an experiment or campaign."""

    def handle(world: World, call: Call) -> Response:
        token = store.uuid_of(f"share {crud.named(world, kind, call)['id']}")
        return json_response({"url": f"https://app.optimizely.com/v2/share/{kind.name}s?token={token}"})

    return handle


def _reach(request: ResultsRequest) -> dict[str, Any]:
    counts = [tally.samples for tally in request.tallies({"aggregator": "unique", "scope": "visitor"})]
    total, baseline = sum(counts), counts[request.baseline]
    return {
        "baseline_count": baseline,
        "baseline_reach": _ratio(baseline, total),
        "treatment_count": total - baseline,
        "treatment_reach": _ratio(total - baseline, total),
        "total_count": total,
        "variations": {
            str(variation["variation_id"]): {
                "variation_id": str(variation["variation_id"]),
                "name": variation["name"],
                "count": count,
                "variation_reach": _ratio(count, total),
            }
            for variation, count in zip(request.experiment["variations"], counts, strict=True)
        },
    }


def _ratio(part: int, whole: int) -> float:
    return round(part / whole, 6) if whole else 0.0


def metric_head(world: World, metric: Document) -> dict[str, Any]:
    """What a metric's results say of the metric itself."""
    event = store.documents(world, "event").get(str(metric.get("event_id")))
    head = {name: metric[name] for name in _METRIC_FIELDS if metric.get(name) is not None}
    return {"event_id": None, **head, "name": event["name"] if event else f"{metric['aggregator'].capitalize()} metric"}


def _metric(request: ResultsRequest, metric: Document) -> dict[str, Any]:
    rows = variation_rows(request, metric, request.tallies(metric))
    return metric_head(request.world, metric) | {"conclusion": _conclusion(rows), "results": rows}


def _conclusion(rows: dict[str, Any]) -> dict[str, str]:
    """The significant variation that does best, and the one that does worst."""
    lifts = {key: row["lift"] for key, row in rows.items() if "lift" in row and row["lift"]["is_significant"]}
    better = [key for key, lift in lifts.items() if lift["lift_status"] == "better"]
    worse = [key for key, lift in lifts.items() if lift["lift_status"] == "worse"]

    def strength(key: str) -> float:
        return abs(float(lifts[key]["value"]))

    found = {"winner": max(better, key=strength, default=""), "loser": max(worse, key=strength, default="")}
    return {name: key for name, key in found.items() if key}


def variation_rows(request: ResultsRequest, metric: Document, tallies: list[Tally]) -> dict[str, Any]:
    """The results of a metric by variation id."""
    rows: dict[str, Any] = {}
    for place, (variation, tally) in enumerate(zip(request.experiment["variations"], tallies, strict=True)):
        identifier = str(variation["variation_id"])
        row = variant_row(request, tally, level="variation", name=variation["name"])
        row |= {"variation_id": identifier, "is_baseline": place == request.baseline}
        if place != request.baseline and tally.samples and tallies[request.baseline].samples:
            lift = Lift.between(tally, tallies[request.baseline], request.level)
            row["lift"] = lift_view(request, metric, tally, tallies[request.baseline], lift)
            row["total_increase"] = _increase(tally, tallies[request.baseline], lift, row["lift"])
        rows[identifier] = row
    return rows


def variant_row(request: ResultsRequest, tally: Tally, *, level: str, name: str) -> dict[str, Any]:
    """What was counted, without a comparison; without visitors only zeros, as the vendor's tutorial shows."""
    row = {
        "experiment_id": request.experiment["id"],
        "name": name,
        "level": level,
        "is_baseline": False,
        "samples": tally.samples,
        "value": tally.value,
    }
    if tally.samples:
        row |= {"rate": round(tally.rate, 6), "variance": round(tally.variance, 6)}
    return row


def lift_view(request: ResultsRequest, metric: Document, tally: Tally, baseline: Tally, lift: Lift) -> dict[str, Any]:
    """A comparison with the baseline; an increase is good only where the metric is meant to increase."""
    significant = lift.significance > request.level
    good = (lift.value > 0) == (metric["winning_direction"] == "increasing")
    return {
        "value": round(lift.value, 6),
        "confidence_interval": [round(lift.lower, 6), round(lift.upper, 6)],
        "significance": round(lift.significance, 6),
        "is_significant": significant,
        "is_most_conclusive": significant,
        "lift_status": ("better" if good else "worse") if significant else "equal",
        "visitors_remaining": 0 if significant else _remaining(tally, baseline, lift),
        "end_of_epoch": False,
    }


def _remaining(tally: Tally, baseline: Tally, lift: Lift) -> int:
    if baseline.spread is not None or abs(lift.value) < 0.001:
        return measuring.UNAVAILABLE
    return max(1, sample_size(baseline.rate, lift.value) - tally.samples)


def _increase(tally: Tally, baseline: Tally, lift: Lift, shown: dict[str, Any]) -> dict[str, Any]:
    """What the variation brought in addition to what the baseline would have."""
    scale = baseline.rate * tally.samples
    return shown | {
        "value": round(lift.value * scale, 2),
        "confidence_interval": [round(lift.lower * scale, 2), round(lift.upper * scale, 2)],
    }
