"""Sending through httpx, for as long as it or httpcore is patched."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

from ._libraries import HTTPX, load
from ._proxy import Proxy
from ._tls import shared_context
from ._wire import WireRequest, WireResponse

if TYPE_CHECKING:
    import httpx

    from .httpx_client import HttpxTransport


class HttpxFallback:
    """httpx clients, made when they are needed: one for each proxy, and one for direct connections.

    A request passes through all of httpx and httpcore, from the client's ``send`` to the network, and so through
    whatever was replaced there.
    """

    def __init__(self, max_connections: int, ssl_context: ssl.SSLContext | None) -> None:
        self._max_connections = max_connections
        self._ssl_context = ssl_context
        self._clients: dict[Proxy | None, tuple[httpx.AsyncClient, HttpxTransport]] = {}

    async def send(self, request: WireRequest, proxy: Proxy | None) -> WireResponse:
        """Send it once, as ``HttpxTransport.send``."""
        if proxy not in self._clients:
            self._clients[proxy] = self._open(proxy)
        _, transport = self._clients[proxy]
        return await transport.send(request)

    async def aclose(self) -> None:
        """Close the clients."""
        for client, transport in self._clients.values():
            await transport.aclose()
            await client.aclose()

    def _open(self, proxy: Proxy | None) -> tuple[httpx.AsyncClient, HttpxTransport]:
        from .httpx_client import HttpxTransport

        httpx = load(HTTPX)

        context = self._ssl_context or shared_context()
        via = None
        if proxy is not None:
            via = httpx.Proxy(proxy.dialled_url, ssl_context=context if proxy.is_https else None, headers=proxy.headers)
        limits = httpx.Limits(max_connections=self._max_connections)
        over = httpx.AsyncHTTPTransport(verify=context, limits=limits, proxy=via)
        client = httpx.AsyncClient(transport=over, trust_env=False)
        return client, HttpxTransport(client, max_connections=self._max_connections)
