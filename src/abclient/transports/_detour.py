"""The way through httpx, for as long as somebody has patched it or httpcore."""

from __future__ import annotations

import ssl
from base64 import b64encode
from typing import TYPE_CHECKING

from ._proxy import Proxy
from ._tls import shared_context
from ._wire import WireRequest, WireResponse

if TYPE_CHECKING:
    import httpx

    from .httpx_client import HttpxTransport


class Detour:
    """httpx clients, made when they are needed: one for each proxy, and one for what needs none.

    A request passes through everything there is in httpx and httpcore, from the client's ``send`` to the network, and
    so through whatever of it was replaced.
    """

    def __init__(self, max_connections: int, ssl_context: ssl.SSLContext | None) -> None:
        self._max_connections = max_connections
        self._ssl_context = ssl_context
        self._ways: dict[Proxy | None, tuple[httpx.AsyncClient, HttpxTransport]] = {}

    async def send(self, request: WireRequest, proxy: Proxy | None) -> WireResponse:
        """Send it once, as ``HttpxTransport.send``."""
        if proxy not in self._ways:
            self._ways[proxy] = self._open(proxy)
        _, transport = self._ways[proxy]
        return await transport.send(request)

    async def aclose(self) -> None:
        """Close the clients."""
        for client, transport in self._ways.values():
            await transport.aclose()
            await client.aclose()

    def _open(self, proxy: Proxy | None) -> tuple[httpx.AsyncClient, HttpxTransport]:
        import httpx

        from .httpx_client import HttpxTransport

        context = self._ssl_context or shared_context()
        over = httpx.AsyncHTTPTransport(
            verify=context,
            limits=httpx.Limits(max_connections=self._max_connections),
            proxy=_httpx_proxy(proxy, context) if proxy else None,
        )
        client = httpx.AsyncClient(transport=over, trust_env=False)
        return client, HttpxTransport(client, max_connections=self._max_connections)


def _httpx_proxy(proxy: Proxy, context: ssl.SSLContext) -> httpx.Proxy:
    import httpx

    word = b64encode(b":".join(proxy.auth)).decode("ascii") if proxy.auth else None
    return httpx.Proxy(
        proxy.url.replace("]", f"{proxy.zone}]"),
        ssl_context=context if proxy.url.startswith("https") else None,
        headers={"Proxy-Authorization": f"Basic {word}"} if word else None,
    )
