from __future__ import annotations

import datetime
from typing import Literal

from ...._arguments import moment, number, query_string, text, whole
from ...._runtime import Request, Response, read_empty, read_one
from ...models.experiment_results_report import ExperimentResultsReport


def parse(response: Response) -> ExperimentResultsReport | None:
    """The result in a successful answer."""
    if response.status in (202, 204):
        read_empty(response)
        return None
    return read_one(response, ExperimentResultsReport)


def request(
    experiment_id: int,
    *,
    baseline_variation_id: str | None = None,
    start_time: datetime.datetime | None = None,
    end_time: datetime.datetime | None = None,
    browser: Literal["firefox", "chrome", "internet_explorer", "opera", "safari"] | None = None,
    device: Literal["desktop", "ipad", "iphone", "mobile", "tablet"] | None = None,
    source: Literal["campaign", "direct", "referral", "search"] | None = None,
    attribute_id: int | None = None,
    attribute_value: str | None = None,
    segment_conditions: str | None = None,
) -> Request[ExperimentResultsReport | None, ExperimentResultsReport]:
    """Get the outcome of an experiment.

    ``GET /experiments/{experiment_id}/report``

    The outcome that the vendor infers from the variations, whether or not they have reached significance.
    Segments exclude each other.

    Args:
        experiment_id: Identifier of the experiment.
        baseline_variation_id: Variation to compare the others with; without it, the first one. For an experience
            of a personalization campaign also `holdback`, the visitors who see none.
        start_time: Start of the interval (included), UTC, rounded up to 5 minutes. Without it, the first start.
        end_time: End of the interval (excluded), UTC, rounded down to 5 minutes. Without it, now, or when it last
            ran.
        browser: Only visitors with this browser. Excludes every other segment.
        device: Only visitors with this device. Excludes every other segment.
        source: Only visitors who came from there. Excludes every other segment.
        attribute_id: Only visitors whose attribute has the value of `attribute_value`, which must be sent too.
            Excludes every other segment.
        attribute_value: The value of the attribute of `attribute_id`, which must be sent too.
        segment_conditions: Beta. A condition as JSON text or as URL-safe Base64 of it (preferred): `[operator,
            condition, ...]` with and, or, not, or `{attribute_id, attribute_value, match_type}` with match_type
            exact (the default), substring, prefix or regex. Excludes every other segment.
    """
    return Request(
        operation="get_experiment_report",
        method="GET",
        path_template="/experiments/{experiment_id}/report",
        path=f"/experiments/{number('experiment_id', experiment_id)}/report",
        query=query_string(
            ("baseline_variation_id", baseline_variation_id, text),
            ("start_time", start_time, moment),
            ("end_time", end_time, moment),
            ("browser", browser, text),
            ("device", device, text),
            ("source", source, text),
            ("attribute_id", attribute_id, whole(0)),
            ("attribute_value", attribute_value, text),
            ("segment_conditions", segment_conditions, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
    )
