"""Where a request goes: the part of its URL that decides which connection can take it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from attrs import frozen

from ..errors import ConfigurationError
from ..options import checked_base_url
from ._proxy import Proxies, Proxy

_PARTS = re.compile(r"([^:/?]*://[^/?]*)(.*)", re.DOTALL).fullmatch
PORTS = {"http": 80, "https": 443}


@frozen
class Origin:
    """Where requests go that may share a connection.

    Attributes:
        proxy: what stands in between, if anything does.
    """

    scheme: str
    host: str
    port: int | None
    netloc: str
    proxy: Proxy | None


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
        host = parts.hostname or ""
        proxy = self._proxies.find(parts.scheme, host, parts.port or PORTS[parts.scheme])
        origin = self._known[base] = Origin(parts.scheme, host, parts.port, parts.netloc.lower(), proxy)
        return origin


def _split(url: str) -> tuple[str, str]:
    """Scheme and host, and the rest byte for byte; a URL parser would drop an empty query or path parameters."""
    if not url.isascii():
        raise ConfigurationError("the URL of a request must be percent-encoded ASCII")
    found = _PARTS(url)
    base, rest = found.groups() if found else (url, "")
    return base, rest if rest.startswith("/") else f"/{rest}"
