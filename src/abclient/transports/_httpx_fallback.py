"""Sending through httpx, for as long as it or httpcore is patched."""

from __future__ import annotations

import ssl
import sys
from typing import TYPE_CHECKING, Any

from ._libraries import HTTPCORE, HTTPX, load
from ._proxy import Proxy
from ._tls import shared_context
from ._wire import WireRequest, WireResponse

if TYPE_CHECKING:
    import httpx

    from .httpx_client import HttpxTransport


_MADE_OF = ("AsyncClient", "AsyncHTTPTransport", "AsyncConnectionPool", "AsyncHTTPProxy")
"""The classes whose instances a client holds: made before one was replaced, it would pass by what replaced it."""


class HttpxFallback:
    """httpx clients, made when they are needed: one for each proxy, and one for direct connections.

    A request passes through all of httpx and httpcore, from the client's ``send`` to the network, and so through
    whatever was replaced there.
    """

    def __init__(self, max_connections: int, ssl_context: ssl.SSLContext | None) -> None:
        self._max_connections = max_connections
        self._ssl_context = ssl_context
        self._clients: dict[tuple[Proxy | int | None, ...], tuple[httpx.AsyncClient, HttpxTransport, list[Any]]] = {}

    async def send(self, request: WireRequest, proxy: Proxy | None) -> WireResponse:
        """Send it once, as ``HttpxTransport.send``."""
        load(HTTPX)
        modules = [sys.modules.get(library) for library in (*HTTPX, *HTTPCORE)]
        parts = [getattr(module, name, None) for module in modules for name in _MADE_OF]
        key = (proxy, *map(id, parts))
        if key not in self._clients:
            self._clients[key] = (*self._open(proxy), parts)
        return await self._clients[key][1].send(request)

    async def aclose(self) -> None:
        """Close the clients."""
        for client, transport, _ in self._clients.values():
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
