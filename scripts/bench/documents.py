"""What the vendors answer with, made up in the shapes and sizes that they document."""

from __future__ import annotations

import json
from typing import Any

_LIFT = {
    "confidence_interval": [-0.03317974684625742, 0.026561198626426138],
    "is_significant": False,
    "lift_status": "worse",
    "significance": 0.0,
    "value": -0.004295790983993908,
    "visitors_remaining": 35560,
}


def optimizely_results(metrics: int, variations: int) -> bytes:
    """The results of one of Optimizely's experiments: a row for each metric and variation, about 400 bytes each."""
    ids = [str(22_025_721_712 + place) for place in range(variations)]
    document: dict[str, Any] = {
        "confidence_threshold": 0.9,
        "start_time": "2024-05-09T06:00:00.000000Z",
        "end_time": "2024-06-08T18:00:00.000000Z",
        "experiment_id": 22_025_281_356,
        "metrics": [_metric(22_029_711_635 + place, ids) for place in range(metrics)],
        "reach": {
            "baseline_count": 48912,
            "baseline_reach": 0.25,
            "total_count": 195648,
            "treatment_count": 146736,
            "treatment_reach": 0.75,
            "variations": {key: {"count": 48912, "variation_id": key, "variation_reach": 0.25} for key in ids},
        },
        "stats_config": {"confidence_level": 0.9, "difference_type": "relative", "epoch_enabled": False},
    }
    return json.dumps(document).encode()


def _metric(event_id: int, ids: list[str]) -> dict[str, Any]:
    results: dict[str, dict[str, Any]] = {
        key: {
            "is_baseline": key == ids[0],
            "level": "variation",
            "name": f"Variation {key}",
            "rate": 0.0973305954825462,
            "samples": 48912,
            "value": 4760.0,
            "variance": 0.08598147312675772,
            "variation_id": key,
        }
        for key in ids
    }
    for key in ids[1:]:
        results[key]["lift"] = _LIFT
    return {
        "aggregator": "unique",
        "event_id": event_id,
        "name": "Orders",
        "results": results,
        "scope": "visitor",
        "winning_direction": "increasing",
    }
