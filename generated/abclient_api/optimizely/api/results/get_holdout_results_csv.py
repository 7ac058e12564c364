from __future__ import annotations

from typing import Literal, Never

from ...._arguments import number, query_string, text, whole
from ...._runtime import Request, Response, read_empty, read_table


def parse(response: Response) -> str | None:
    """The result in a successful answer."""
    if response.status in (202, 204):
        read_empty(response)
        return None
    return read_table(response)


def request(
    project_id: int,
    holdout_id: int,
    *,
    browser: Literal["firefox", "chrome", "internet_explorer", "opera", "safari"] | None = None,
    device: Literal["desktop", "ipad", "iphone", "mobile", "tablet"] | None = None,
    source: Literal["campaign", "direct", "referral", "search"] | None = None,
    attribute_id: int | None = None,
    attribute_value: str | None = None,
    segment_conditions: str | None = None,
) -> Request[str | None, Never]:
    """Get the results of a holdout as CSV.

    ``GET /export/projects/{project_id}/holdouts/{holdout_id}/results/csv``

    Results of a holdout of a Feature Experimentation project as CSV, over all of its time. Segments exclude
    each other.

    Args:
        project_id: Identifier of the project.
        holdout_id: Identifier of the holdout.
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
        operation="get_holdout_results_csv",
        method="GET",
        path_template="/export/projects/{project_id}/holdouts/{holdout_id}/results/csv",
        path=f"/export/projects/{number('project_id', project_id)}/holdouts/{number('holdout_id', holdout_id)}/results/csv",
        query=query_string(
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
