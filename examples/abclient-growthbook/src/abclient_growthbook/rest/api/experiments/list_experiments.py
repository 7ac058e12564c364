from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from abclient_api._arguments import (
    query_string,
    text,
    whole,
)
from abclient_api._runtime import Request, Response, read_one

from ...models.experiment_page import ExperimentPage

if TYPE_CHECKING:
    from ...models.experiment import Experiment


def parse(response: Response) -> ExperimentPage:
    """The result in a successful answer."""
    return read_one(response, ExperimentPage)


def request(
    *,
    limit: int | None = None,
    offset: int | None = None,
    project_id: str | None = None,
    datasource_id: str | None = None,
    tracking_key: str | None = None,
    status: Literal["draft", "running", "stopped"] | None = None,
) -> Request[ExperimentPage, Experiment]:
    """List experiments.

    ``GET /v1/experiments``

    Experiments that the key can see, archived ones too, page by page.

    Args:
        limit: How many items a page has at most.
        offset: How many items come before the page.
        project_id: Only those of this project.
        datasource_id: Only those of this data source.
        tracking_key: Only those with this tracking key.
        status: Only those with this status.
    """
    return Request(
        operation="listExperiments",
        method="GET",
        path_template="/v1/experiments",
        path="/v1/experiments",
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
        items="experiments",
        page=ExperimentPage,
    )
