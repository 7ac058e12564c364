from __future__ import annotations

from ...._arguments import query_string, text
from ...._runtime import Request, Response, read_one
from ...models.e3_credentials import E3Credentials


def parse(response: Response) -> E3Credentials:
    """The result in a successful answer."""
    return read_one(response, E3Credentials)


def request(*, duration: str | None = None) -> Request[E3Credentials, E3Credentials]:
    """Get credentials for enriched events.

    ``GET /export/credentials``

    Temporary AWS credentials for the account's enriched events.

    Args:
        duration: How long the credentials are good for: minutes, such as 15m, the least, or hours: 1h, the most.
            The vendor's default: '1h'.
    """
    return Request(
        operation="get_enriched_events_export_credentials",
        method="GET",
        path_template="/export/credentials",
        path="/export/credentials",
        query=query_string(
            ("duration", duration, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
    )
