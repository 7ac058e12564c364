from __future__ import annotations

from ...._arguments import flag, query_string, whole
from ...._runtime import Request, Response, read_list
from ...models.experiment import Experiment


def parse(response: Response) -> list[Experiment]:
    """The result in a successful answer."""
    return read_list(response, Experiment)


def request(
    *,
    page: int | None = None,
    per_page: int | None = None,
    project_id: int | None = None,
    campaign_id: int | None = None,
    include_classic: bool | None = None,
) -> Request[list[Experiment], Experiment]:
    """List experiments.

    ``GET /experiments``

    The experiments of a project or of a campaign, page by page. Give one of `project_id` and `campaign_id`.

    Args:
        page: Number of the page, counted from 1. The Link header of the answer names the next one. The vendor's
            default: 1.
        per_page: Items in a page, at most 100. The vendor's default: 25.
        project_id: Project whose experiments are listed.
        campaign_id: Campaign whose experiments are listed.
        include_classic: Whether experiments of Optimizely Classic are included. The vendor's default: False.
    """
    return Request(
        operation="list_experiments",
        method="GET",
        path_template="/experiments",
        path="/experiments",
        query=query_string(
            ("page", page, whole(1)),
            ("per_page", per_page, whole(1, 100)),
            ("project_id", project_id, whole(0)),
            ("campaign_id", campaign_id, whole(0)),
            ("include_classic", include_classic, flag),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=Experiment,
    )
