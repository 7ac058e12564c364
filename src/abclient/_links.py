"""Links to the next page of a list: found in headers, and followed nowhere but below the API's own address."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

_LINK = re.compile(r"<([^<>]*)>((?:[^,<\"]|\"[^\"]*\")*)")
_REL = re.compile(r";\s*rel\s*=\s*(?:\"([^\"]*)\"|([^\s\",;]+))", re.IGNORECASE)


def link_in_header(value: str | None, rel: str) -> str | None:
    """The target of the first link with that relation in a ``Link`` header; ``rel`` may be quoted or not."""
    for link in _LINK.finditer(value or ""):
        relation = _REL.search(link.group(2))
        if relation and _names(relation, rel):
            return str(link.group(1))
    return None


def broken_link_in_header(value: str | None, rel: str) -> bool:
    """Whether the header speaks of a link with that relation, and where it leads cannot be made out."""
    if link_in_header(value, rel):
        return False
    return any(_names(relation, rel) for relation in _REL.finditer(_TARGET.sub("", value or "")))


def _names(relation: re.Match[str], rel: str) -> bool:
    return rel in str(relation.group(1) or relation.group(2)).lower().split()


_TARGET = re.compile(r"<[^<>]*>")


def resolve_same_origin(base_url: str, link: str, here: str = "/") -> tuple[str, str] | None:
    """Path (below ``base_url``) and query of the page that a link leads to, or None if it leads anywhere else.

    Only a next-page link lets a response decide what is requested next with our credentials. So it must lead to the
    API's own host, and must not contain anything that a server or proxy could read as a way out of ``base_url``. The
    request always goes below ``base_url``, over its scheme:

    - relative links are resolved against the page that they were found on, as RFC 3986 says;
    - a vendor behind a proxy that ends TLS writes links with ``http`` to the same host;
    - a vendor that does not know a gateway's prefix writes links without the leading segments of ``base_url``: these
      are accepted where the rest of the path is that of the page itself.

    Args:
        base_url: where the API is.
        link: as the vendor wrote it.
        here: path and query, below ``base_url``, of the page that the link was found on.
    """
    if re.search(r"[^\x21-\x7e]|\\", link):
        return None
    written = re.split(r"[?#]", link)[0].removeprefix("./")
    base = urlsplit(base_url)
    try:
        parts = urlsplit(urljoin(base_url + here, link))
        same = _same_host(base, parts)
    except ValueError:
        return None
    page = here.partition("?")[0]
    path = _below(base.path, parts.path, page)
    if not same or parts.username is not None or path is None:
        return None
    return (path, parts.query) if path == page or not (_may_climb(written) or _may_climb(path)) else None


def _same_host(base: SplitResult, link: SplitResult) -> bool:
    if link.hostname != base.hostname:
        return False
    ours, theirs = (one.port or _PORTS.get(one.scheme) for one in (base, link))
    if link.scheme == base.scheme:
        return ours == theirs
    return (base.scheme, link.scheme) == ("https", "http") and (ours == theirs or (ours, theirs) == (443, 80))


def _below(prefix: str, path: str, page: str) -> str | None:
    """The path without the prefix that all paths of the API have, or None if it may be another one's."""
    if path.startswith(prefix + "/"):
        return path[len(prefix) :]
    # Both decoded, because vendors encode fewer characters than must be.
    whole, own = unquote(path), unquote(page)
    cut = whole.removesuffix(own)
    return page if own != "/" and cut != whole and prefix.endswith(cut) else None


def _may_climb(path: str) -> bool:
    """Whether a server on the way may read a step of the path as ``.`` or ``..``, however often it is encoded."""
    for _ in range(_MOST_ENCODED + 1):
        try:
            decoded = unquote(path, errors="strict")
        except UnicodeDecodeError:  # such as a dot in more bytes than it needs
            return True
        if decoded == path:
            return _STEP_OF_DOTS.search(path) is not None
        path = decoded
    return True


_MOST_ENCODED = 8
"""How many layers of percent-encoding are looked through; real paths have one, or two with a proxy."""

# Control characters end a path for some servers, and ``;`` begins what others cut off.
_STEP_OF_DOTS = re.compile(r"[\x00-\x1f\x7f]|(?:^|[/\\]) *\.\.? *(?:[/\\;?#]|$)")
_PORTS = {"http": 80, "https": 443}
