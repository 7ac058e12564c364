from __future__ import annotations

from typing import Never

from ...._arguments import number
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(feature_id: int) -> Request[None, Never]:
    """Archive a feature.

    ``DELETE /features/{feature_id}``

    DELETE archives: the feature keeps existing and can be read. There is no body.

    Args:
        feature_id: Identifier of the feature.
    """
    return Request(
        operation="delete_feature",
        method="DELETE",
        path_template="/features/{feature_id}",
        path=f"/features/{number('feature_id', feature_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
