"""Whether something has replaced what httpx and httpcore send with.

Tests that replay (vcrpy and pytest-recording, respx, pytest-httpx) do so, and so do tools that watch (OpenTelemetry).
They expect all traffic of those libraries to pass there, and a test must never reach the network behind their backs.
"""

from __future__ import annotations

import sys
from operator import attrgetter, is_
from types import FunctionType
from typing import Any

from ._libraries import HTTPCORE, HTTPX

_IN_HTTPX = attrgetter(
    "AsyncClient",
    "AsyncClient.request",
    "AsyncClient.send",
    "AsyncClient.build_request",
    "AsyncClient._send_handling_auth",
    "AsyncClient._send_handling_redirects",
    "AsyncClient._send_single_request",
    "AsyncClient._transport_for_url",
    "AsyncHTTPTransport",
    "AsyncHTTPTransport.handle_async_request",
)
_IN_HTTPCORE = attrgetter(
    "AsyncConnectionPool",
    "AsyncConnectionPool.handle_async_request",
    "AsyncHTTPProxy",
    "AsyncHTTPProxy.handle_async_request",
    "AsyncHTTPConnection.handle_async_request",
    "AsyncHTTP11Connection.handle_async_request",
    "AnyIOBackend.connect_tcp",
    "_backends.auto.AutoBackend.connect_tcp",
)
_PLACES = {**dict.fromkeys(HTTPX, _IN_HTTPX), **dict.fromkeys(HTTPCORE, _IN_HTTPCORE)}
_seen: dict[str, tuple[Any, ...]] = {}


def patched() -> bool:
    """Whether one of the classes or methods is not the library's own now; asked before every request."""
    return any(_is_patched(library, look) for library, look in _PLACES.items())


def _is_patched(library: str, look: attrgetter[tuple[Any, ...]]) -> bool:
    module = sys.modules.get(library)
    if module is None:
        return False  # what is not imported cannot be patched
    try:
        found = look(module)
    except AttributeError:  # a stand-in has not everything
        return True
    # Not by equality: a wrapper, such as wrapt's for OpenTelemetry, may claim to be equal to the function.
    if not all(map(is_, found, _seen.get(library, (None,)))):
        if not all(_is_own(one) for one in found):
            return True
        _seen[library] = found
    return False


def _is_own(found: Any) -> bool:
    """Whether the libraries made it: a wrapper may claim a function's name, but not its globals."""
    if type(found) is FunctionType:
        return str(found.__globals__.get("__name__")).partition(".")[0] in _PLACES
    return type(found) is type and found.__module__.partition(".")[0] in _PLACES
