"""Results of campaigns: those of their experiments together."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from ..counting import Tally
from ..vendor import Call, json_bytes
from ..world import Document, World
from .responses import ResultsRequest, campaign_parts, metrics_of
from .results import metric_head, results_head, variant_row, variation_rows


def get_campaign_results(world: World, call: Call) -> Response:
    """Results of a campaign's experiments together."""
    found = campaign_parts(world, call)
    if isinstance(found, Response):
        return found
    campaign, parts = found
    head = results_head(parts[0])
    head.pop("experiment_id")
    head.pop("stats_config")
    head |= {
        "campaign_id": campaign["id"],
        "metrics": [_campaign_metric(campaign, parts, m) for m in metrics_of(parts)],
    }
    return Response(json_bytes(head), media_type="application/json")


def _campaign_metric(campaign: Document, parts: list[ResultsRequest], metric: Document) -> dict[str, Any]:
    rows: dict[str, Any] = {}
    counted: list[Tally] = []
    for part in parts:
        tallies = part.tallies(metric)
        rows |= variation_rows(part, metric, tallies)
        whole = _together(tallies)
        identifier = str(part.experiment["id"])
        rows[identifier] = variant_row(part, whole, level="experiment", name=part.experiment.get("name") or "")
        counted.append(whole)
    everything = variant_row(parts[0], _together(counted), level="campaign", name=campaign.get("name") or "")
    everything.pop("experiment_id")
    rows[str(campaign["id"])] = everything
    return metric_head(parts[0].world, metric) | {"results": rows}


def _together(tallies: list[Tally]) -> Tally:
    return Tally(sum(one.samples for one in tallies), sum(one.value for one in tallies), tallies[0].spread)
