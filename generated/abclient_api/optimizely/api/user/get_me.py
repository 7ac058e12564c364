from __future__ import annotations

from collections.abc import Sequence

from ...._arguments import (
    flag,
    joined,
    query_string,
    text,
)
from ...._runtime import Request, Response, read_one
from ...models.me import Me


def parse(response: Response) -> Me:
    """The result in a successful answer."""
    return read_one(response, Me)


def request(*, include_features: bool | None = None, expand: Sequence[str] | None = None) -> Request[Me, Me]:
    """Get the person that the token belongs to.

    ``GET /me``

    The person that the token belongs to, with accounts, and roles in projects.

    Args:
        include_features: Whether the features of the account are included. The vendor's default: False.
        expand: What to include: `current_account.features`, `accounts` or `project_roles`. The vendor's default:
            [].
    """
    return Request(
        operation="get_me",
        method="GET",
        path_template="/me",
        path="/me",
        query=query_string(
            ("include_features", include_features, flag),
            ("expand", expand, joined(text)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
    )
