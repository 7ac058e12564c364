"""Fixtures for pytest, loaded by ``pytest_plugins = ["abclient.testing.plugin"]`` in your root ``conftest.py``.

They are not loaded otherwise: an entry point would load them into every run of pytest, also of projects that have this
package for another reason.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Iterator
from functools import wraps
from typing import Any, Protocol

import pytest

from .._blocking import run
from ..client import Client
from ..vendor import get
from ._control import SandboxControl
from ._options import SandboxOptions
from ._process import Sandbox
from ._virtual_time import VirtualTime, virtual_time


class ClientFactory(Protocol):
    """Makes clients that use the sandbox; what the fixture ``abclient_client`` is."""

    def __call__(self, vendor: str, /, *, account: int = 1, **options: Any) -> Any:
        """A client of a vendor, which is closed at the end of the test.

        Args:
            vendor: the vendor's name, such as ``"launchdarkly"``.
            account: whose credentials, of those that the sandbox has.
            **options: keyword arguments of the client, in place of those for the sandbox or beside them.

        Raises:
            ValueError: the sandbox has no such vendor.
            ConfigurationError: an option has an invalid value.
        """
        ...


@pytest.fixture(scope="session")
def abclient_sandbox_options() -> SandboxOptions:
    """The options of the sandbox; define a fixture of this name to choose others."""
    return {}


@pytest.fixture(scope="session")
def abclient_shared_sandbox(abclient_sandbox_options: SandboxOptions) -> Iterator[SandboxControl]:
    """A sandbox in a process of its own, for the whole run; define a fixture of this name to have another kind."""
    with Sandbox(**abclient_sandbox_options) as sandbox:
        yield sandbox


@pytest.fixture
def abclient_sandbox(abclient_shared_sandbox: SandboxControl) -> SandboxControl:
    """The same sandbox with its initial data, full rate limits, and neither faults nor requests."""
    abclient_shared_sandbox.reset()
    return abclient_shared_sandbox


@pytest.fixture
def abclient_client(request: pytest.FixtureRequest, abclient_sandbox: SandboxControl) -> Iterator[ClientFactory]:
    """Makes clients of any vendor that use the sandbox, and closes them at the end of the test.

    After an async test they are closed in its event loop, whichever plugin runs it. After any other test they are
    closed where ``abclient.run`` does its work.
    """
    clients: list[Client] = []

    def open_client(vendor: str, /, *, account: int = 1, **options: Any) -> Any:
        client = get(vendor).open(**{**abclient_sandbox.client_options(vendor, account=account), **options})
        clients.append(client)
        return client

    test = request.node
    if isinstance(test, pytest.Function) and inspect.iscoroutinefunction(test.obj):
        # Not in an async fixture: each plugin for async tests runs only those of its own kind.
        test.obj = _closing(test.obj, clients)
    yield open_client
    if clients:
        run(_close(clients))


@pytest.fixture
def abclient_virtual_time() -> Iterator[VirtualTime]:
    """Clients that the test creates wait in virtual time, at once: see :func:`abclient.testing.virtual_time`."""
    with virtual_time() as passing:
        yield passing


def _closing(test: Callable[..., Awaitable[None]], clients: list[Client]) -> Callable[..., Awaitable[None]]:
    """The same test, which closes the clients at its end, in its own task."""

    @wraps(test)
    async def closing(*args: Any, **kwargs: Any) -> None:
        try:
            await test(*args, **kwargs)
        finally:
            await _close(clients)

    return closing


async def _close(clients: list[Client]) -> None:
    while clients:
        await clients.pop().aclose()
