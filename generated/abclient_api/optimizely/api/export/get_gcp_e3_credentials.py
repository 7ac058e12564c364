from __future__ import annotations

from ...._runtime import Request, Response, read_one
from ...models.e3_credentials_gcp import E3CredentialsGCP


def parse(response: Response) -> E3CredentialsGCP:
    """The result in a successful answer."""
    return read_one(response, E3CredentialsGCP)


def request() -> Request[E3CredentialsGCP, E3CredentialsGCP]:
    """Get credentials for exported events on Google Cloud.

    ``GET /export/credentials/gcp``

    A temporary token for the account's exported events on Google Cloud Storage, good for an hour.
    """
    return Request(
        operation="get_gcp_e3_credentials",
        method="GET",
        path_template="/export/credentials/gcp",
        path="/export/credentials/gcp",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
