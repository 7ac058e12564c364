from __future__ import annotations

from typing import TYPE_CHECKING

from abclient_api._arguments import (
    query_string,
    text,
    whole,
)
from abclient_api._runtime import Request, Response, read_one

from ...models.data_source_page import DataSourcePage

if TYPE_CHECKING:
    from ...models.data_source import DataSource


def parse(response: Response) -> DataSourcePage:
    """The result in a successful answer."""
    return read_one(response, DataSourcePage)


def request(
    *, limit: int | None = None, offset: int | None = None, project_id: str | None = None
) -> Request[DataSourcePage, DataSource]:
    """List data sources.

    ``GET /v1/data-sources``

    Data sources that the key can see, page by page.

    Args:
        limit: How many items a page has at most.
        offset: How many items come before the page.
        project_id: Only those of this project.
    """
    return Request(
        operation="listDataSources",
        method="GET",
        path_template="/v1/data-sources",
        path="/v1/data-sources",
        query=query_string(
            ("limit", limit, whole(1, 100)),
            ("offset", offset, whole(0)),
            ("projectId", project_id, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="dataSources",
        page=DataSourcePage,
    )
