"""Two answers of Optimizely as the vendor documents them: the experiments of a project, and the results of one."""

from __future__ import annotations

import json
from typing import Any


def experiments(count: int) -> bytes:
    """A list of Web experiments of two variations, about 1 kB each."""
    return json.dumps([_experiment(10_834_392_320 + number) for number in range(count)]).encode()


def _experiment(number: int) -> dict[str, Any]:
    change: dict[str, Any] = {
        "id": f"{number}-1",
        "type": "attribute",
        "selector": "a.buy",
        "dependencies": [],
        "attributes": {"html": "Buy now"},
    }
    variations: list[dict[str, Any]] = [
        {"variation_id": number + 1, "name": "Original", "status": "active", "weight": 5000, "actions": []},
        {
            "variation_id": number + 2,
            "name": "Variation #1",
            "status": "active",
            "weight": 5000,
            "actions": [{"page_id": 10_839_870_240, "changes": [change]}],
        },
    ]
    metric: dict[str, Any] = {"aggregator": "unique", "scope": "visitor", "winning_direction": "increasing"}
    return {
        "id": number,
        "project_id": 10_839_870_236,
        "campaign_id": number + 3,
        "name": f"Experiment {number}",
        "description": "A greener button sells more",
        "status": "running",
        "type": "a/b",
        "is_classic": False,
        "holdback": 0,
        "allocation_policy": "manual",
        "audience_conditions": '["and", {"audience_id": 7000}]',
        "page_ids": [10_839_870_240],
        "created": "2024-05-08T16:17:43.160000Z",
        "last_modified": "2024-06-08T16:17:47.501000Z",
        "earliest": "2024-05-09T06:00:00.000000Z",
        "metrics": [{**metric, "event_id": 10_843_270_186}, {**metric, "event_id": 10_843_270_187}],
        "variations": variations,
    }


def results(metrics: int, variations: int) -> bytes:
    """The results of one experiment, by metric and variation."""
    identifiers = [str(22_025_721_712 + place) for place in range(variations)]
    reach: dict[str, Any] = {
        "baseline_count": 48912,
        "baseline_reach": 0.25,
        "total_count": 195648,
        "treatment_count": 146736,
        "treatment_reach": 0.75,
        "variations": {
            one: {"count": 48912, "name": f"Variation {one}", "variation_id": one, "variation_reach": 0.25}
            for one in identifiers
        },
    }
    document: dict[str, Any] = {
        "confidence_threshold": 0.9,
        "start_time": "2024-05-09T06:00:00.000000Z",
        "end_time": "2024-06-08T18:00:00.000000Z",
        "experiment_id": 22_025_281_356,
        "metrics": [
            {
                "aggregator": "unique",
                "event_id": 22_029_711_635 + number,
                "name": f"Orders {number}",
                "results": {one: _row(one, baseline=one == identifiers[0]) for one in identifiers},
                "scope": "visitor",
                "winning_direction": "increasing",
            }
            for number in range(metrics)
        ],
        "reach": reach,
        "stats_config": {"confidence_level": 0.9, "difference_type": "relative", "epoch_enabled": False},
    }
    return json.dumps(document).encode()


def _row(variation: str, *, baseline: bool) -> dict[str, Any]:
    row: dict[str, Any] = {
        "is_baseline": baseline,
        "level": "variation",
        "name": f"Variation {variation}",
        "rate": 0.0973305954825462,
        "samples": 48912,
        "value": 4760.0,
        "variance": 0.08598147312675772,
        "variation_id": variation,
    }
    if not baseline:
        row["lift"] = {
            "confidence_interval": [-0.03317974684625742, 0.026561198626426138],
            "is_significant": False,
            "lift_status": "worse",
            "significance": 0.0,
            "value": -0.004295790983993908,
            "visitors_remaining": 35560,
        }
    return row
