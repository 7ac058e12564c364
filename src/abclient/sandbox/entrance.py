"""Who may come in: only programs of this machine, or those that were let in, and only with bodies of bounded size.

A web page can make a browser send requests to this machine. Such a request names the page in ``Origin`` or
``Sec-Fetch-Site``, or, after DNS rebinding, the page's own host in ``Host``; all of these are refused.
"""

from __future__ import annotations

from collections.abc import Collection
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .vendor import RefusedError, json_response

MAX_REQUEST_BYTES = 16 * 1024 * 1024
"""The longest body that is taken: 16 MiB, far more than a vendor's documented bodies need."""

_IN_PROCESS = ("testserver", "sandbox")
"""Hosts of in-process clients, which no browser reaches: Starlette's TestClient, and this project's tests."""


class Entrance:
    """Refuses foreign hosts and origins with 403, and bodies that are too long with 413.

    Args:
        app: the application that handles the others.
        hosts: names by which this machine may be called, besides ``localhost`` and addresses.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str] = ()) -> None:
        self._app = app
        self._hosts = frozenset(name.lower().rstrip(".") for name in (*_IN_PROCESS, *hosts))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it; let the server's own events pass."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        problem = self._problem(headers)
        if problem:
            await json_response({"error": problem}, 403)(scope, receive, send)
            return
        await self._app(scope, _bounded(headers, receive), send)

    def _problem(self, headers: Headers) -> str:
        hosts, origins = headers.getlist("host"), headers.getlist("origin")
        if len(hosts) != 1 or not self._is_ours(_host_of(hosts[0])):
            return "the Host is not one of this sandbox; --allow-host names further ones"
        if any(urlsplit(origin).netloc.lower() != hosts[0].lower() for origin in origins):
            return "requests of other web pages are not answered (Origin)"
        if headers.get("sec-fetch-site", "none") not in {"none", "same-origin"}:
            return "requests of other web pages are not answered (Sec-Fetch-Site)"
        return ""

    def _is_ours(self, host: str) -> bool:
        if host == "localhost" or host.endswith(".localhost") or host in self._hosts:
            return True
        try:
            ip_address(host.strip("[]"))
        except ValueError:
            return False
        return True  # an address cannot be rebound: only names can


def _host_of(header: str) -> str:
    """The host without its port."""
    try:
        return (urlsplit(f"//{header}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def _bounded(headers: Headers, receive: Receive) -> Receive:
    """The same channel, which refuses with 413 what is too long to be taken."""
    declared = headers.get("content-length", "0")
    size = int(declared.lstrip("0")[:20] or 0) if declared.isascii() and declared.isdecimal() else 0
    taken = 0

    async def next_message() -> Message:
        nonlocal taken
        if size > MAX_REQUEST_BYTES:
            raise too_large()
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > MAX_REQUEST_BYTES:
            raise too_large()
        return message

    return next_message


def too_large() -> RefusedError:
    """The refusal of a body that is too long."""
    return RefusedError(413, f"The request body is longer than {MAX_REQUEST_BYTES} bytes")
