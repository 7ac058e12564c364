"""Where a request goes: the part of its URL that decides which connection can take it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from attrs import frozen

from ..errors import ConfigurationError
from ..options import checked_base_url
from ._proxy import Proxies, Proxy, without_zone

_PARTS = re.compile(r"([^:/?]*://[^/?]*)(.*)", re.DOTALL).fullmatch
PORTS = {"http": 80, "https": 443}


@frozen
class Origin:
    """Where requests go that may share a connection.

    Attributes:
        host: without the zone of a link-local address, as it is in certificates.
        netloc: host and port, as in ``Host``.
        proxy: between us and it, if any.
        zone: of a link-local address, such as ``"%eth0"``.
    """

    scheme: str
    host: str
    port: int | None
    netloc: str
    proxy: Proxy | None
    zone: str = ""

    @property
    def handshakes(self) -> int:
        """How many TLS handshakes come before the first request: with the host, and with the proxy."""
        return (self.scheme == "https") + (self.proxy is not None and self.proxy.is_https)


class Origins:
    """The origins met so far; each is checked, and its proxy looked up, once."""

    def __init__(self, proxies: Proxies) -> None:
        self._proxies = proxies
        self._known: dict[str, Origin] = {}

    def find(self, url: str) -> tuple[Origin, str]:
        """The origin of a URL, and the rest of it.

        Raises:
            ConfigurationError: it cannot be sent to, or the environment names an unusable proxy.
        """
        base, target = _split(url)
        return self._known.get(base) or self._learn(base), target

    def _learn(self, base: str) -> Origin:
        parts = urlsplit(checked_base_url(base))
        host, zone = without_zone(parts.hostname or "")
        proxy = self._proxies.find(parts.scheme, host, parts.port or PORTS[parts.scheme])
        netloc = parts.netloc.lower()
        if zone:
            netloc = f"[{host}]" + netloc.partition("]")[2]
        origin = self._known[base] = Origin(parts.scheme, host, parts.port, netloc, proxy, zone)
        return origin


def _split(url: str) -> tuple[str, str]:
    """Scheme and host, and the rest byte for byte; a URL parser would drop an empty query or path parameters."""
    if not url.isascii():
        raise ConfigurationError("the URL of a request must be percent-encoded ASCII")
    found = _PARTS(url)
    base, rest = found.groups() if found else (url, "")
    return base, rest if rest.startswith("/") else f"/{rest}"


def zoned_address(url: str) -> tuple[str, str, str] | None:
    """For a URL with the zone of a link-local address: with the zone in the system's spelling; host and port; the host.

    The latter two are without the zone. None for every other URL.
    """
    base, target = _split(url)
    scheme, _, authority = base.partition("://")
    host, zone = without_zone(authority.partition("]")[0].removeprefix("["))
    if not zone:
        return None
    port = authority.partition("]")[2]
    return f"{scheme}://[{host}{zone}]{port}{target}", f"[{host}]{port}", host
