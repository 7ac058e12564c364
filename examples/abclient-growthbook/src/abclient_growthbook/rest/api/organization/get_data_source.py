from __future__ import annotations

from abclient_api._arguments import (
    segment,
)
from abclient_api._runtime import Request, Response, read_one

from ...models.data_source_response import DataSourceResponse


def parse(response: Response) -> DataSourceResponse:
    """The result in a successful answer."""
    return read_one(response, DataSourceResponse)


def request(id: str) -> Request[DataSourceResponse, DataSourceResponse]:
    """Get a data source.

    ``GET /v1/data-sources/{id}``

    One data source.

    Args:
        id: Identifier of the data source.
    """
    return Request(
        operation="getDataSource",
        method="GET",
        path_template="/v1/data-sources/{id}",
        path=f"/v1/data-sources/{segment('id', id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
