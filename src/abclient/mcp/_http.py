"""Serving over streamable HTTP: to programs of this machine, or to those that have a token."""

from __future__ import annotations

import hmac
import os
import socket
import sys
from collections.abc import Iterable, Iterator
from ipaddress import ip_address
from typing import Any, NamedTuple, Self

import uvicorn
from mcp.server.mcpserver import MCPServer
from mcp.server.transport_security import TransportSecuritySettings
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from ..errors import ConfigurationError
from ..options import checked_secret
from ._settings import TOKEN_VARIABLE

PATH = "/mcp"
_LARGEST_PORT = 65_535
_LEAST_TOKEN_CHARS = 16
"""A shorter token could be guessed."""


class Address(NamedTuple):
    """Where to listen.

    Attributes:
        host: an address of this machine, or ``localhost``.
        port: the port; 0 for a free one.
    """

    host: str
    port: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """The address that ``HOST:PORT`` names.

        Raises:
            ConfigurationError: it is not one.
        """
        host, separator, port = text.rpartition(":")
        host = host.removeprefix("[").removesuffix("]")
        if not (separator and host and port.isascii() and port.isdecimal() and int(port) <= _LARGEST_PORT):
            raise ConfigurationError(f"give an address and a port, such as 127.0.0.1:8000, not {text!r}")
        if host != "localhost":
            try:
                ip_address(host)
            except ValueError:
                raise ConfigurationError(f"give an address of this machine, or localhost, not {host!r}") from None
        return cls(host, int(port))

    @property
    def is_loopback(self) -> bool:
        """Whether only programs of this machine reach it."""
        return self.host == "localhost" or ip_address(self.host).is_loopback

    @property
    def bracketed(self) -> str:
        """The host as URLs have it."""
        return f"[{self.host}]" if ":" in self.host else self.host


class TokenCheck:
    """Answers 401 to requests without the token.

    Args:
        app: the application that handles the others.
        token: the token.
    """

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app = app
        self._wanted = f"Bearer {token}".encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it; let the server's own events pass."""
        given = [value for name, value in scope.get("headers", ()) if name.lower() == b"authorization"]
        if scope["type"] == "lifespan" or (len(given) == 1 and hmac.compare_digest(given[0], self._wanted)):
            await self._app(scope, receive, send)
            return
        refusal = PlainTextResponse("the bearer token is missing or wrong", 401, {"WWW-Authenticate": "Bearer"})
        await refusal(scope, receive, send)


class Server(uvicorn.Server):
    """Says where it listens, once it does."""

    def __init__(self, config: uvicorn.Config, url: str) -> None:
        super().__init__(config)
        self._url = url

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so on standard error."""
        await super().startup(sockets)
        sys.stderr.write(f"abclient mcp listening on {self._url}\n")
        sys.stderr.flush()


def token_for(address: Address, token: str | None) -> str | None:
    """The token that clients must send; None if they need none.

    Raises:
        ConfigurationError: other machines reach the address and there is no token, or the token is too short.
    """
    if token is None:
        if not address.is_loopback:
            raise ConfigurationError(
                f"other machines reach {address.host}: set {TOKEN_VARIABLE} to a token that clients must send,"
                " or listen on 127.0.0.1"
            )
        return None
    if len(checked_secret(TOKEN_VARIABLE, token)) < _LEAST_TOKEN_CHARS:
        raise ConfigurationError(f"{TOKEN_VARIABLE} must have at least {_LEAST_TOKEN_CHARS} characters")
    return token


def listen(address: Address) -> socket.socket:
    """A socket that listens there.

    Raises:
        OSError: it cannot.
    """
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    # Not socket.create_server: asyncio turns Nagle's delay off only for sockets that name their protocol.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((address.host, address.port))
        listener.listen()
    except BaseException:
        listener.close()
        raise
    return listener


async def serve_http(
    server: MCPServer[Any], address: Address, *, hosts: Iterable[str] = (), token: str | None = None
) -> None:
    """Serve until a signal, or until this is cancelled.

    Requests with another ``Host`` or ``Origin`` are refused: a web page can make a browser send requests to this
    machine, and after DNS rebinding these name the page's own host.

    Args:
        server: the server.
        address: where to listen.
        hosts: names by which clients call this machine, besides the address and ``localhost``.
        token: what clients must send; other machines reach the server only with one.

    Raises:
        ConfigurationError: other machines reach the address and there is no token.
        OSError: it cannot listen there.
    """
    wanted = token_for(address, token)
    listener = listen(address)
    try:
        bound = Address(address.host, listener.getsockname()[1])
        allowed = list(_allowed(bound, hosts))
        origins = [f"{scheme}://{one}" for one in allowed for scheme in ("http", "https")]
        security = TransportSecuritySettings(
            enable_dns_rebinding_protection=True, allowed_hosts=allowed, allowed_origins=origins
        )
        app: ASGIApp = server.streamable_http_app(streamable_http_path=PATH, transport_security=security)
        if wanted is not None:
            app = TokenCheck(app, wanted)
        await Server(_config(app), f"http://{bound.bracketed}:{bound.port}{PATH}").serve(sockets=[listener])
    finally:
        listener.close()


def _allowed(address: Address, hosts: Iterable[str]) -> Iterator[str]:
    own = (address.bracketed, *(("localhost", "127.0.0.1", "[::1]") if address.is_loopback else ()))
    for host in dict.fromkeys((*own, *hosts)):
        yield f"{host}:{address.port}"
    yield from hosts  # behind a proxy that has the usual port


def _config(app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        loop="asyncio",
        ws="none",
        lifespan="on",
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=1,
    )
