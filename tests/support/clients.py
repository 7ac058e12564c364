"""A client of each vendor, connected to a server of the tests."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import abclient
from abclient._session import Session
from abclient.client import Client

TOKEN, SECRET, APPLICATION = "t0ken-of-tests", "s3cret-of-tests", "application-of-tests"
_HOSTS = {
    "launchdarkly": "https://app.launchdarkly.com",
    "optimizely_classic": "https://www.optimizelyapis.com/experiment/v1",
    "optimizely": "https://api.optimizely.com/v2",
    "convert": "https://api.convert.com/api/v1",
}
VENDORS = tuple(_HOSTS)


def connect(vendor: str, url: str, **options: Any) -> Client:
    """A client with the tests' credentials, below ``url``, that does not retry unless ``options`` say so."""
    given: dict[str, Any] = {
        "base_url": url + urlsplit(_HOSTS[vendor]).path,
        "retries": 0,
        "timeout": 10,
        "allow_insecure": True,
        **options,
    }
    match vendor:
        case "launchdarkly":
            return abclient.LaunchDarkly(TOKEN, **given)
        case "optimizely_classic":
            return abclient.OptimizelyClassic(TOKEN, **given)
        case "optimizely":
            return abclient.Optimizely(TOKEN, **given)
        case _:
            return abclient.Convert(APPLICATION, SECRET, **given)


def session_of(client: Client) -> Session:
    """What a client sends through; users have no need of it, and so it is private."""
    session: Session = vars(client)["_session"]
    return session
