"""The sandbox in the process of the test: no socket, no second process, and nothing to wait for."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Coroutine
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, Unpack

from ._control import SandboxControl
from ._exchange import Exchange, InProcessTransport
from ._options import DEFAULT_EXPERIMENTS, SandboxOptions, refuse_unknown
from ._virtual_time import VirtualTime

if TYPE_CHECKING:
    from starlette.applications import Starlette

_URL = "http://sandbox.localhost"
"""A name that belongs to this machine (RFC 6761), to which nothing is sent."""


class InProcessSandbox(SandboxControl):
    """A sandbox that clients call without a socket, in their own process and event loop.

    ::

        with InProcessSandbox(experiments=20) as sandbox:
            async with abclient.LaunchDarkly(**sandbox.client_options("launchdarkly")) as ld:
                ...

    Clients get a transport from ``client_options``, so that only those are sent here. Faults that break connections are
    raised by that transport. A ``read`` timeout is kept; the other timeouts have nothing to wait for.

    Args:
        virtual_time: what its rate limits and the dates of its responses go by; by default the system's clock.
        **options: see :class:`SandboxOptions`.

    Attributes:
        app: the ASGI application, for HTTP clients of other libraries, such as ``httpx.ASGITransport(sandbox.app)``.

    Raises:
        TypeError: there is no such option.
        ValueError: an option has an invalid value.
        ModuleNotFoundError: the extra ``sandbox`` is not installed.
    """

    def __init__(self, *, virtual_time: VirtualTime | None = None, **options: Unpack[SandboxOptions]) -> None:
        refuse_unknown(options)
        super().__init__(options)
        self._clock: Callable[[], float] | None = None if virtual_time is None else virtual_time.now
        self.app: Starlette = _application(options, self._clock)
        self.url: str = _URL

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give up its data; after that, it answers nothing. May be called twice."""
        self.url = ""
        for world in self.app.state.worlds:
            world.close()

    def client_options(self, vendor: str, *, account: int = 1) -> dict[str, Any]:
        """The keywords that a vendor's client takes to use it: ``base_url``, ``transport`` and the credentials.

        Each client needs a call of its own, because it closes its transport.

        Args:
            vendor: the vendor's name, such as ``"optimizely"``.
            account: whose credentials.

        Raises:
            ValueError: the sandbox has no such vendor.
        """
        transport = InProcessTransport(self.app, self._clock)
        return {**super().client_options(vendor, account=account), "transport": transport}

    def _request(self, method: str, path: str, document: object = None) -> Any:
        if not self.url:
            raise RuntimeError("the sandbox does not run")
        body = b"" if document is None else json.dumps(document).encode()
        exchange = Exchange(method, f"{_URL}{path}", [(b"content-type", b"application/json")], body)
        run_to_its_end(self.app(exchange.scope, exchange.receive, exchange.send))
        answer = exchange.json()
        if exchange.status == 400:
            raise ValueError(answer["error"])
        return answer


def _application(options: SandboxOptions, clock: Callable[[], float] | None) -> Starlette:
    from ..sandbox.app import create_app

    given: dict[str, Any] = {"experiments": DEFAULT_EXPERIMENTS, **options}
    if "db" in given:
        given["db"] = os.fspath(given["db"]) or ":memory:"
    for name in ("rate_limit", "route_limit", "token_limit"):
        given[name] = given.get(name) or None
    if clock is not None:
        given["clock"] = clock
    return create_app(**given)


def run_to_its_end(work: Coroutine[Any, Any, None]) -> None:
    """Run what never waits, such as the sandbox's own paths, without an event loop."""
    with suppress(StopIteration):
        work.send(None)
        work.close()
        raise RuntimeError("the sandbox waits where it should not")
