"""Every transport, ready to send."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest

from abclient.transports import Transport, open_transport
from support.server import client_tls


@pytest.fixture(params=["httptools", "h11"])
def kind(request: pytest.FixtureRequest) -> str:
    """The name of each transport that opens connections of its own."""
    name: str = request.param
    return name


@pytest.fixture(params=["httptools", "h11", "httpx"])
async def transport(request: pytest.FixtureRequest) -> AsyncIterator[Transport]:
    """Each transport in turn; trusts the tests' authority, ignores the environment."""
    if request.param != "httpx":
        opened = open_transport(request.param, ssl_context=client_tls(), trust_env=False)
        yield opened
        await opened.aclose()
        return
    async with httpx.AsyncClient(verify=client_tls(), trust_env=False) as client:
        opened = open_transport(client)
        yield opened
        await opened.aclose()
