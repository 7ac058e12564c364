from __future__ import annotations

from typing import Literal

from ...._arguments import flag, query_string, text, whole
from ...._runtime import Request, Response, read_list
from ...models.experiment_summary import ExperimentSummary


def parse(response: Response) -> list[ExperimentSummary]:
    """The result in a successful answer."""
    return read_list(response, ExperimentSummary)


def request(
    *,
    project_id: int,
    page: int | None = None,
    per_page: int | None = None,
    sort: Literal["name", "last_modified"] | None = None,
    order: Literal["asc", "desc"] | None = None,
    archived: bool | None = None,
    status: Literal["running", "paused", "archived", "not_started"] | None = None,
) -> Request[list[ExperimentSummary], ExperimentSummary]:
    """List experiments and campaigns in brief.

    ``GET /experiment_summaries``

    The experiments and campaigns of a project in brief, page by page.

    Args:
        page: Number of the page, counted from 1. The Link header of the answer names the next one. The vendor's
            default: 1.
        per_page: Items in a page, at most 100. The vendor's default: 25.
        project_id: Project whose items are listed.
        sort: Field to sort by.
        order: Direction of sorting. The vendor's default: 'asc'.
        archived: Whether archived ones are included, whatever `status` says. The vendor's default: False.
        status: Only those in this state.
    """
    return Request(
        operation="get_experiment_summaries",
        method="GET",
        path_template="/experiment_summaries",
        path="/experiment_summaries",
        query=query_string(
            ("page", page, whole(1)),
            ("per_page", per_page, whole(1, 100)),
            ("project_id", project_id, whole(0)),
            ("sort", sort, text),
            ("order", order, text),
            ("archived", archived, flag),
            ("status", status, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=ExperimentSummary,
    )
