"""Documents that vendors publish, from a file or over TLS."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urljoin, urlsplit

from ..options import Timeouts, from_environment
from ..transports import Transport, WireRequest, WireResponse, open_transport
from ._run import UsageError

_LARGEST_BYTES = 64 * 2**20
"""The largest documents that are published have 20 MB."""

_MOST_REDIRECTS = 3
_HEADERS = (("accept", "application/json, application/yaml, text/yaml, */*"),)


@asynccontextmanager
async def document_at(place: str) -> AsyncGenerator[Path]:
    """The file of a document; one with an address is fetched, and removed afterwards.

    Raises:
        UsageError: the address does not begin with https://, or there is no document.
        TransportError: it cannot be fetched over TLS that is verified, or is larger than 64 MB.
    """
    if "://" not in place:
        yield Path(place)
        return
    transport = open_transport(from_environment("ABCLIENT_TRANSPORT"))
    try:
        response = await _fetched(transport, place)
    finally:
        await transport.aclose()
    with TemporaryDirectory() as scratch:
        is_json = response.body.lstrip()[:1] == b"{"
        path = Path(scratch) / f"document.{'json' if is_json else 'yaml'}"
        path.write_bytes(response.body)
        yield path


async def _fetched(transport: Transport, url: str) -> WireResponse:
    for _ in range(_MOST_REDIRECTS + 1):
        if urlsplit(url).scheme != "https":
            raise UsageError(f"{url} does not begin with https://, and nothing else is fetched")
        request = WireRequest(
            method="GET", url=url, headers=_HEADERS, timeouts=Timeouts(), max_response_bytes=_LARGEST_BYTES
        )
        response = await transport.send(request)
        location = dict(response.headers).get("location")
        if response.status in (301, 302, 303, 307, 308) and location:
            url = urljoin(url, location)
            continue
        if response.status != 200 or not response.body:
            raise UsageError(f"{url} has no document: it responds with status {response.status}")
        return response
    raise UsageError(f"{url} leads on and on")
