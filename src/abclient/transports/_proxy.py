"""The proxies of the environment: ``HTTPS_PROXY``, ``HTTP_PROXY``, ``ALL_PROXY`` and ``NO_PROXY``."""

from __future__ import annotations

import os
import sys
from base64 import b64encode
from collections.abc import Mapping
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import unquote_to_bytes, urlsplit

from attrs import field, frozen

from ..errors import ConfigurationError

_SYSTEM_HAS_SETTINGS = sys.platform in {"darwin", "win32"}


@frozen
class Proxy:
    """Where a proxy listens, and the credentials it wants.

    Attributes:
        url: without credentials, and without the zone of a link-local address.
        auth: user name and password, as the bytes to send, if the URL had them.
        zone: of a link-local address, such as ``"%eth0"``.
    """

    url: str
    auth: tuple[bytes, bytes] | None = field(default=None, repr=False)
    zone: str = ""

    @property
    def is_https(self) -> bool:
        """Whether it is spoken to over TLS."""
        return self.url.startswith("https")

    @property
    def address(self) -> tuple[str, int]:
        """The host to connect to, with the zone, and the port."""
        parts = urlsplit(self.url)
        return f"{parts.hostname}{self.zone}", parts.port or 0

    @property
    def dialled_url(self) -> str:
        """The URL to connect to, with the zone."""
        return self.url.replace("]", f"{self.zone}]")

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        """Those for the proxy alone: with a forwarded request's own headers, or in the request for the tunnel."""
        return (("Proxy-Authorization", f"Basic {b64encode(b':'.join(self.auth)).decode()}"),) if self.auth else ()


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
    """Whether one of the entries, between commas or blanks, is about this host.

    As curl and Python's libraries read them: a name stands for itself and all below it, with a leading dot, a star or a
    trailing dot or without; an address stands for itself, however it is written; ``10.0.0.0/8`` for a range; and any of
    them may be bound to a port.
    """
    name, address = host.rstrip("."), _address(host)
    for entry in no_proxy.lower().replace(",", " ").split():
        if entry == "*":
            return True
        wanted, bound = _split_port(entry)
        if bound not in ("", str(port)):
            continue
        if address is not None:
            if _holds(wanted, address):
                return True
            continue
        suffix = wanted.removeprefix("*").strip(".")
        if suffix and f".{name}".endswith(f".{suffix}"):
            return True
    return False


def _split_port(entry: str) -> tuple[str, str]:
    """Host and port; a port behind an IPv6 address is one only if the address is in brackets."""
    if entry.startswith("["):
        host, _, rest = entry[1:].partition("]")
        return (host + rest, "") if rest.startswith("/") else (host, rest.removeprefix(":"))
    host, _, port = entry.rpartition(":")
    return (host, port) if host and ":" not in host else (entry, "")


def _holds(wanted: str, address: IPv4Address | IPv6Address) -> bool:
    """Whether an address or range is, or has, this one."""
    # The zone says by which of our own interfaces it is reached, and so nothing about the proxy.
    plain, slash, length = wanted.partition("/")
    try:
        return address in ip_network(f"{plain.partition('%')[0]}{slash}{length}", strict=False)
    except ValueError:
        return False


def _address(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host.partition("%")[0].rstrip("."))
    except ValueError:
        return None


def _parsed(url: str) -> Proxy:
    try:
        parts = urlsplit(url)
        port = parts.port
        named = parts.username or "", parts.password or ""
        auth = (unquote_to_bytes(named[0]), unquote_to_bytes(named[1])) if any(named) else None
    except ValueError:  # its text may repeat the credentials
        parts, port, auth = urlsplit(""), 0, None
    name, zone = without_zone(parts.hostname or "")
    if parts.scheme not in ("http", "https") or not name or not name.isascii() or port == 0:
        raise ConfigurationError(
            "the environment names a proxy that cannot be used; it must be an http:// or https:// URL"
        )
    host = f"[{name}]" if ":" in name else name
    return Proxy(f"{parts.scheme}://{host}:{port or (443 if parts.scheme == 'https' else 80)}", auth, zone)


def without_zone(host: str) -> tuple[str, str]:
    """An address, and its zone as the system wants it: ``%eth0``, for which a URL may have ``%25eth0`` (RFC 6874).

    The zone is about this machine's interfaces: it decides where to connect, and never leaves the machine.
    """
    address, percent, zone = host.partition("%")
    if not percent or ":" not in address:
        return host, ""
    return address, "%" + (zone.removeprefix("25") or zone)
