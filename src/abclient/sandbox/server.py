"""Serving the sandbox over HTTP, until a signal or the end of standard input."""

from __future__ import annotations

import os
import shlex
import signal
import socket
import sqlite3
import sys
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from email.utils import formatdate
from functools import lru_cache
from ipaddress import ip_address
from types import FrameType
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from .._console.terminal import one_line
from .app import create_app
from .faults import TRANSPORT
from .vendor import Vendor


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What ``abclient sandbox`` can be told; the command's help explains each."""

    host: str = "127.0.0.1"
    port: int = 8787
    experiments: int = 300
    seed: int = 1
    today: date | None = None
    db: str = ":memory:"
    latency: float = 0.0
    limits: Mapping[str, str] = field(default_factory=dict[str, str])
    limit_style: str = "vendor"
    competitor: float = 0.0
    accounts: int = 1
    large_ids: bool = False
    edition: str = "beta"
    allow_host: tuple[str, ...] = ()
    exit_on_eof: bool = False
    print_environment: bool = False


@lru_cache(maxsize=4)
def _http_date(second: int) -> bytes:
    return formatdate(second, usegmt=True).encode()


class _Protocol(H11Protocol):
    """Passes the connection to the application, for faults beyond HTTP, and dates its responses.

    uvicorn's own ``Date`` lags by up to a second, which would mislead a client that compares a limit's reset with it.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        inner: ASGIApp = self.app

        async def with_transport(scope: Scope, receive: Receive, send: Send) -> None:
            async def dated(message: Message) -> None:
                if message["type"] == "http.response.start":
                    message["headers"] = [*message["headers"], (b"date", _http_date(int(time.time())))]
                await send(message)

            scope.setdefault("extensions", {})[TRANSPORT] = self.transport
            await inner(scope, receive, dated)

        self.app = with_transport


class _Server(uvicorn.Server):
    """Says when it listens, and ends in peace.

    uvicorn raises a signal again after it has stopped cleanly; here a stop that was asked for is a success.
    """

    def __init__(self, config: uvicorn.Config, lines: Sequence[str]) -> None:
        super().__init__(config)
        self._lines = lines

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        sys.stdout.write("".join(f"{line}\n" for line in self._lines))
        sys.stdout.flush()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.force_exit = self.should_exit
        self.should_exit = True

    def exit_on_eof(self) -> None:
        """Stop when the other end of standard input is closed, for example because its process ended."""

        def watch() -> None:
            # Not sys.stdin: its lock, held by a thread that waits, would break the interpreter's end.
            while os.read(0, 4096):
                pass
            self.should_exit = True

        threading.Thread(target=watch, daemon=True).start()


def serve(settings: Settings) -> int:
    """Run the sandbox until it is told to stop.

    Returns:
        The exit code: 0 after a stop that was asked for, 1 when it cannot listen, 2 for settings that cannot work.
    """
    try:
        app = create_app(
            experiments=settings.experiments,
            seed=settings.seed,
            today=settings.today,
            db=settings.db,
            latency=settings.latency,
            rate_limit=settings.limits.get("rate_limit") or None,
            route_limit=settings.limits.get("route_limit") or None,
            token_limit=settings.limits.get("token_limit") or None,
            limit_style=settings.limit_style,
            competitor=settings.competitor,
            accounts=settings.accounts,
            large_ids=settings.large_ids,
            edition=settings.edition,
            hosts=(settings.host, *settings.allow_host),
        )
    except ValueError as error:
        _complain(str(error))
        return 2
    except sqlite3.Error as error:
        _complain(f"cannot use {settings.db} as a database: {error}")
        return 2
    try:
        listener = _listen(settings.host, settings.port)
    except (OSError, OverflowError) as error:
        _complain(f"cannot listen on {settings.host}:{settings.port}: {error}")
        return 1
    _run(app, listener, settings)
    return 0


def _complain(message: str) -> None:
    sys.stderr.write(f"abclient sandbox: {one_line(message)}\n")
    sys.stderr.flush()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Not socket.create_server: asyncio turns Nagle's delay off only for sockets that name their protocol.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(2048)
    except BaseException:
        listener.close()
        raise
    return listener


def environment_lines(vendors: Iterable[Vendor], url: str) -> list[str]:
    """The lines of a shell that make the sandbox the default of every client, and of the command.

    Args:
        vendors: those that the sandbox has.
        url: where it listens.
    """
    return [
        f"export ABCLIENT_{vendor.name.upper()}_{name.upper()}={shlex.quote(value)}"
        for vendor in vendors
        for name, value in {
            **vendor.credentials,
            "base_url": f"{url}/{vendor.name}{vendor.base}",
            **vendor.places,
        }.items()
    ]


def _run(app: Starlette, listener: socket.socket, settings: Settings) -> None:
    host, port = listener.getsockname()[:2]
    if not ip_address(host).is_loopback:
        _complain(f"open to the network on {host}: anyone who can reach port {port} can read and change its data")
    shown = settings.host if ":" not in settings.host else f"[{settings.host}]"
    config = uvicorn.Config(
        app,
        loop="asyncio",  # uvicorn would take uvloop wherever it is installed, and be a server that nothing here tests
        http=_Protocol,
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="critical",  # requests carry tokens; what goes wrong inside is reported by the application itself
        access_log=False,
        server_header=False,
        date_header=False,
        timeout_keep_alive=60,
        timeout_graceful_shutdown=1,
    )
    lines = [f"abclient sandbox listening on http://{shown}:{port}"]
    if settings.print_environment or sys.stdout.isatty():
        # Clients on this machine cannot use the address that stands for all of its addresses.
        here = shown if not ip_address(host).is_unspecified else "localhost"
        lines += environment_lines(app.state.vendors, f"http://{here}:{port}")
    server = _Server(config, lines)
    if settings.exit_on_eof:
        server.exit_on_eof()
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:
        with suppress(ValueError):  # in a thread
            signal.signal(signal.SIGHUP, server.handle_exit)  # uvicorn knows the other two
    server.run(sockets=[listener])
