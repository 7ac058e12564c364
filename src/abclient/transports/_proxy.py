"""The proxies that the environment asks for: ``HTTPS_PROXY``, ``HTTP_PROXY``, ``ALL_PROXY`` and ``NO_PROXY``."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from urllib.parse import unquote_to_bytes, urlsplit

from attrs import field, frozen

from ..errors import ConfigurationError

_SYSTEM_HAS_SETTINGS = sys.platform in {"darwin", "win32"}


@frozen
class Proxy:
    """Where a proxy listens, and the credentials it wants.

    Attributes:
        url: without credentials.
        auth: user name and password, as the bytes to send, if the URL had them.
    """

    url: str
    auth: tuple[bytes, bytes] | None = field(default=None, repr=False)


class Proxies:
    """The proxy to use for each host, as the settings were when this was made.

    Args:
        settings: the proxy's URL by scheme (or ``all``), and under ``no`` the hosts that need none.
        system: they are the operating system's, which keeps its own list of hosts that need none.
    """

    def __init__(self, settings: Mapping[str, str], *, system: bool = False) -> None:
        self._settings = dict(settings)
        self._system = system

    @classmethod
    def from_environment(cls) -> Proxies:
        """Read them once: a change of the environment does not move a client to another proxy."""
        if not _SYSTEM_HAS_SETTINGS and not any(name.lower().endswith("_proxy") for name in os.environ):
            return cls({})
        from urllib.request import getproxies, getproxies_environment  # slow to import, so only where it is needed

        environment = getproxies_environment()
        return cls(environment or getproxies(), system=not environment)

    def find(self, scheme: str, host: str, port: int) -> Proxy | None:
        """The proxy for this origin, or None for a direct connection.

        Raises:
            ConfigurationError: the proxy's URL cannot be used; its credentials are not shown.
        """
        url = self._settings.get(scheme) or self._settings.get("all")
        if not url or self._bypassed(host, port):
            return None
        return _parsed(url if "://" in url else f"http://{url}")

    def _bypassed(self, host: str, port: int) -> bool:
        if self._system:
            from urllib.request import proxy_bypass

            return bool(proxy_bypass(host))
        return _listed(self._settings.get("no", ""), host, port)


def _listed(no_proxy: str, host: str, port: int) -> bool:
    for entry in no_proxy.lower().split(","):
        name = entry.strip()
        if name == "*" or name in (host, f"{host}:{port}"):
            return True
        suffix = name.removeprefix("*").lstrip(".")
        if suffix and (host == suffix or f"{host}:{port}".endswith(f".{suffix}") or host.endswith(f".{suffix}")):
            return True
    return False


def _parsed(url: str) -> Proxy:
    try:
        parts = urlsplit(url)
        port = parts.port
        auth = (unquote_to_bytes(parts.username), unquote_to_bytes(parts.password or "")) if parts.username else None
    except ValueError:  # its text may repeat the credentials
        parts, port, auth = urlsplit(""), 0, None
    name = parts.hostname
    if parts.scheme not in ("http", "https") or not name or not name.isascii() or port == 0:
        raise ConfigurationError(
            "the environment names a proxy that cannot be used; it must be an http:// or https:// URL"
        )
    host = f"[{name}]" if ":" in name else name
    return Proxy(f"{parts.scheme}://{host}:{port or (443 if parts.scheme == 'https' else 80)}", auth)
