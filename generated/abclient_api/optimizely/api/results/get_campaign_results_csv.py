from __future__ import annotations

import datetime
from typing import Literal, Never

from ...._arguments import moment, number, query_string, text, whole
from ...._runtime import Request, Response, read_empty, read_table


def parse(response: Response) -> str | None:
    """The result in a successful answer."""
    if response.status in (202, 204):
        read_empty(response)
        return None
    return read_table(response)


def request(
    campaign_id: int,
    *,
    start_time: datetime.datetime | None = None,
    end_time: datetime.datetime | None = None,
    browser: Literal["firefox", "chrome", "internet_explorer", "opera", "safari"] | None = None,
    device: Literal["desktop", "ipad", "iphone", "mobile", "tablet"] | None = None,
    source: Literal["campaign", "direct", "referral", "search"] | None = None,
    attribute_id: int | None = None,
    attribute_value: str | None = None,
    segment_conditions: str | None = None,
) -> Request[str | None, Never]:
    """Get the results of a campaign as CSV.

    ``GET /export/campaigns/{campaign_id}/results/csv``

    Results as CSV with a header line and a row for each variation and metric. Columns: Start Time (UTC), End
    Time (UTC), Is Baseline Variation, Metric Event Name, Metric Event ID, Metric Numerator Type, Metric
    Denominator Type, Metric Winning Direction, Numerator Value, Denominator Value, Metric Value, Improvement
    Status from Baseline, Improvement Value from Baseline, Statistical Significance, Is Improvement
    Significant, Confidence Interval - Low, Confidence Interval - High, Samples Remaining to Significance;
    none names the variation. Segments exclude each other.

    Args:
        campaign_id: Identifier of the campaign.
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
        operation="get_campaign_results_csv",
        method="GET",
        path_template="/export/campaigns/{campaign_id}/results/csv",
        path=f"/export/campaigns/{number('campaign_id', campaign_id)}/results/csv",
        query=query_string(
            ("start_time", start_time, moment),
            ("end_time", end_time, moment),
            ("browser", browser, text),
            ("device", device, text),
            ("source", source, text),
            ("attribute_id", attribute_id, whole(0)),
            ("attribute_value", attribute_value, text),
            ("segment_conditions", segment_conditions, text),
        ),
        headers=(("accept", "text/csv"),),
        parse=parse,
    )
