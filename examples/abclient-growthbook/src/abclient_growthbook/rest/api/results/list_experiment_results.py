from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from abclient_api._arguments import (
    query_string,
    text,
    whole,
)
from abclient_api._runtime import Request, Response, read_one

from ...models.experiment_results_page import ExperimentResultsPage

if TYPE_CHECKING:
    from ...models.experiment_results import ExperimentResults


def parse(response: Response) -> ExperimentResultsPage:
    """The result in a successful answer."""
    return read_one(response, ExperimentResultsPage)


def request(
    *,
    limit: int | None = None,
    offset: int | None = None,
    project_id: str | None = None,
    datasource_id: str | None = None,
    tracking_key: str | None = None,
    status: Literal["draft", "running", "stopped"] | None = None,
) -> Request[ExperimentResultsPage, ExperimentResults]:
    """List the latest results of many experiments.

    ``GET /v1/experiments/results``

    The latest results of each experiment, without dimensions, page by page. Experiments without a completed
    snapshot are left out, so that a page may be empty although others follow: offsets and the total count
    experiments, not results.

    Args:
        limit: How many items a page has at most.
        offset: How many items come before the page.
        project_id: Only those of this project.
        datasource_id: Only those of this data source.
        tracking_key: Only those with this tracking key.
        status: Only those with this status.
    """
    return Request(
        operation="listExperimentResults",
        method="GET",
        path_template="/v1/experiments/results",
        path="/v1/experiments/results",
        query=query_string(
            ("limit", limit, whole(1, 100)),
            ("offset", offset, whole(0)),
            ("projectId", project_id, text),
            ("datasourceId", datasource_id, text),
            ("trackingKey", tracking_key, text),
            ("status", status, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="experimentResults",
        page=ExperimentResultsPage,
    )
