"""The transports: how bytes get to a vendor and back. The HTTP libraries are imported when they are first used."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING, Any, TypeGuard

from ..errors import ConfigurationError
from ..options import whole_number
from ._libraries import HTTPClient, httpx_of
from ._wire import Transport, WireRequest, WireResponse

if TYPE_CHECKING:
    import httpx

    from ._reader import ResponseReader

__all__ = ["HTTPClient", "Transport", "WireRequest", "WireResponse", "open_transport"]

_NAMES = ("httptools", "h11")


def open_transport(
    choice: str | HTTPClient | Transport | None = None,
    *,
    max_connections: int = 100,
    ssl_context: ssl.SSLContext | None = None,
    trust_env: bool = True,
    owner: str = "transport",
) -> Transport:
    """The transport of that name or kind.

    Args:
        choice: None for the default: ``"httptools"``, or where that is not installed ``"h11"``. Either name, an
            ``AsyncClient`` of httpx or httpx2 to send through (it stays open and keeps its own TLS and proxy
            settings), or a ready transport, which is returned as it is.
        max_connections: how many requests run at once.
        ssl_context: TLS settings, for the transports chosen by name.
        trust_env: whether the transports chosen by name use the environment's proxies.
        owner: named in the warning about a transport chosen by name that was left open.

    Raises:
        ConfigurationError: names the choices there are, or the library that is not installed; or ``max_connections`` is
            not a whole number of 1 or more.
    """
    whole_number("max_connections", max_connections, least=1)
    if choice is None or choice in _NAMES:
        from .pooled_client import PooledTransport

        reader = _reader_named(choice if isinstance(choice, str) else None)
        return PooledTransport(
            reader, max_connections=max_connections, ssl_context=ssl_context, trust_env=trust_env, owner=owner
        )
    if isinstance(choice, str):
        raise ConfigurationError(f"there is no transport {choice!r}; the choices are: {', '.join(map(repr, _NAMES))}")
    if _is_httpx_client(choice):
        from .httpx_client import HttpxTransport

        return HttpxTransport(choice, max_connections=max_connections)
    if _is_transport(choice):
        return choice
    raise ConfigurationError(
        f"a {type(choice).__module__}.{type(choice).__name__} cannot send requests; give an httpx.AsyncClient "
        "(or httpx2's), a transport, or one of the names " + " and ".join(map(repr, _NAMES))
    )


def _reader_named(name: str | None) -> type[ResponseReader]:
    if name != "h11":
        try:
            from ._httptools_reader import HttptoolsReader
        except ModuleNotFoundError as error:
            # There are interpreters and machines for which it has no wheels.
            if name is not None:
                raise ConfigurationError("the transport 'httptools' needs httptools, which is not installed") from error
        else:
            return HttptoolsReader
    from ._h11_reader import H11Reader

    return H11Reader


def _is_httpx_client(choice: object) -> TypeGuard[httpx.AsyncClient]:
    return httpx_of(choice) is not None


def _is_transport(choice: Any) -> TypeGuard[Transport]:
    # An HTTP client of another library has `send` and `aclose` too, but takes its own kind of request.
    return hasattr(choice, "send") and hasattr(choice, "aclose") and not hasattr(choice, "build_request")
