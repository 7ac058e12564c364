from __future__ import annotations

from typing import TYPE_CHECKING

from abclient_api._arguments import (
    flag,
    query_string,
    text,
    whole,
)
from abclient_api._runtime import Request, Response, read_one

from ...models.feature_page import FeaturePage

if TYPE_CHECKING:
    from ...models.feature import Feature


def parse(response: Response) -> FeaturePage:
    """The result in a successful answer."""
    return read_one(response, FeaturePage)


def request(
    *,
    limit: int | None = None,
    offset: int | None = None,
    project_id: str | None = None,
    client_key: str | None = None,
    archived: bool | None = None,
) -> Request[FeaturePage, Feature]:
    """List features.

    ``GET /v2/features``

    Features that the key can see, page by page.

    Args:
        limit: How many items a page has at most.
        offset: How many items come before the page.
        project_id: Only those of this project.
        client_key: Only those that the SDK connection with this client key gets.
        archived: Whether archived features are listed, too.
    """
    return Request(
        operation="listFeaturesV2",
        method="GET",
        path_template="/v2/features",
        path="/v2/features",
        query=query_string(
            ("limit", limit, whole(1, 100)),
            ("offset", offset, whole(0)),
            ("projectId", project_id, text),
            ("clientKey", client_key, text),
            ("archived", archived, flag),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="features",
        page=FeaturePage,
    )
