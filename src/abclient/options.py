"""Settings, as frozen values, and how they are read from the environment.

All times are in seconds, all sizes in bytes. Values are checked when they are made, so that a mistake is reported where
it is written rather than at the first call.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping
from typing import Any, TypeGuard, cast
from urllib.parse import unquote, urlsplit

from attrs import Attribute, asdict, field, frozen

from .errors import ConfigurationError


def _is_number(value: object) -> TypeGuard[float]:
    """Whether it is finite and usable: a whole number may be too large for a float."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= sys.float_info.max


def _positive_number(name: str, value: object, unit: str = "") -> float:
    if not _is_number(value) or value <= 0:
        raise ConfigurationError(f"{name} must be a positive, finite number{unit}, not {value!r}")
    return float(value)


def _positive(instance: object, attribute: Attribute[Any], value: object) -> None:
    _positive_number(attribute.name, value)


def _not_negative(instance: object, attribute: Attribute[Any], value: object) -> None:
    if not _is_number(value) or value < 0:
        raise ConfigurationError(f"{attribute.name} must be a finite number of 0 or more, not {value!r}")


def is_whole_number(value: object) -> TypeGuard[int]:
    """Whether it is one, and neither True nor False."""
    return isinstance(value, int) and not isinstance(value, bool)


def whole_number(name: str, value: object, *, least: int, alternative: str = "") -> int:
    """A whole number that is not too small.

    Args:
        name: its name for the caller.
        value: the given value.
        least: the smallest one allowed.
        alternative: for the message, what else could have been given.

    Raises:
        ConfigurationError: it is not one.
    """
    if not is_whole_number(value) or value < least:
        or_else = f", or {alternative}" if alternative else ""
        raise ConfigurationError(f"{name} must be a whole number of {least} or more{or_else}, not {value!r}")
    return value


def _at_least_one(instance: object, attribute: Attribute[Any], value: object) -> None:
    whole_number(attribute.name, value, least=1)


def items_of(value: Any) -> tuple[Any, ...] | None:
    """The items of a collection; None if it is not one."""
    return tuple(value) if hasattr(value, "__iter__") else None


def _statuses(values: Iterable[int]) -> frozenset[int]:
    statuses = items_of(values)
    if statuses is None or not all(map(is_whole_number, statuses)):
        raise ConfigurationError(f"statuses must be whole numbers, such as {{500, 503}}, not {values!r}")
    return frozenset(statuses)


@frozen(kw_only=True)
class Timeouts:
    """How long to wait, in seconds. All are finite: a call always ends."""

    connect: float = field(default=10.0, validator=_positive)
    """Seconds to wait for a connection, TLS included."""
    read: float = field(default=30.0, validator=_positive)
    """Seconds to wait for the next bytes of the response."""
    write: float = field(default=30.0, validator=_positive)
    """Seconds to wait for the vendor to take the next bytes of the request."""
    pool: float = field(default=60.0, validator=_positive)
    """Seconds to wait for a free connection, when all are busy."""
    total: float = field(default=300.0, validator=_positive)
    """Seconds for the whole call: waiting, every attempt and the pauses between them."""


_PASSING_STATUSES = frozenset({408, 500, 502, 503, 504, 520, 521, 522, 523, 524, 527, 530})


@frozen(kw_only=True)
class RetryPolicy:
    """When and how long to wait before sending again.

    The pause before the n-th retry is drawn uniformly from 0 to ``min(max_delay, base_delay * 2**(n-1))`` seconds, so
    that many callers do not come back together. A wait that the vendor requests (``Retry-After`` and similar) is obeyed
    and never shortened. A request that the vendor may have processed is resent only if its method is idempotent.
    """

    attempts: int = field(default=4, validator=_at_least_one)
    """How often a request is sent, at most; 1 means no retries."""
    base_delay: float = field(default=0.5, validator=_not_negative)
    """The first pause's upper bound, in seconds."""
    max_delay: float = field(default=20.0, validator=_not_negative)
    """Every pause's upper bound, in seconds, for pauses that the vendor did not request."""
    statuses: frozenset[int] = field(default=_PASSING_STATUSES, converter=_statuses)
    """The statuses worth another attempt, for idempotent methods: by default those of transient gateway and
    server failures, including Cloudflare's own
    (https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/). 429 is
    retried for all methods.
    """


_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_HEADER_VALUE = re.compile(r"[\x21-\x7e]([\x20-\x7e\t]*[\x21-\x7e])?")
_OF_THE_TRANSPORT = {
    *("accept-encoding", "connection", "content-length", "expect", "host", "keep-alive"),
    *("proxy-connection", "te", "trailer", "transfer-encoding", "upgrade"),
}


def _is_text(value: object, pattern: re.Pattern[str]) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def _is_pair(value: object) -> bool:
    return isinstance(value, tuple) and len(cast("tuple[object, ...]", value)) == 2


def _pairs(headers: object) -> tuple[tuple[str, str], ...]:
    if isinstance(headers, Mapping):
        return tuple(cast("Mapping[str, str]", headers).items())
    if isinstance(headers, tuple) and all(map(_is_pair, cast("tuple[object, ...]", headers))):
        return cast("tuple[tuple[str, str], ...]", headers)
    raise ConfigurationError("headers must be a mapping of names to values")


def checked_headers(headers: Mapping[str, str] | tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The headers as pairs, if none can end its line, inject another header or conflict with the transport.

    Raises:
        ConfigurationError: names the header, never its value, which may be a credential.
    """
    pairs = _pairs(headers)
    for name, value in pairs:
        if not _is_text(name, _HEADER_NAME):
            raise ConfigurationError(f"{name!r} is not a header name")
        if name.lower() in _OF_THE_TRANSPORT:
            raise ConfigurationError(
                f"header {name} cannot be set: the transport decides where a request goes and ends, how its response"
                " may be compressed, and what becomes of the connection"
            )
        if value != "" and not _is_text(value, _HEADER_VALUE):
            raise ConfigurationError(
                f"the value of header {name} must be visible ASCII text on one line, without blanks at its ends"
            )
    return pairs


@frozen(kw_only=True)
class CallOptions:
    """Options that may differ from call to call; see ``with_options`` of every client."""

    timeouts: Timeouts = field(factory=Timeouts)
    """How long to wait."""
    retry: RetryPolicy = field(factory=RetryPolicy)
    """When to send again."""
    headers: tuple[tuple[str, str], ...] = field(default=(), converter=checked_headers, repr=False)
    """Sent with every request; they override the call's own, and never appear in logs or errors. Headers of the
    transport, such as ``Host`` and ``Content-Length``, are rejected.
    """
    max_response_bytes: int = field(default=256 * 1024 * 1024, validator=_at_least_one)
    """The maximum size of a response, in bytes after decompression."""


def checked_rate(value: object) -> float | None:
    """Requests per second, or None for no bound.

    Raises:
        ConfigurationError: it is not a positive, finite number.
    """
    return None if value is None else _positive_number("max_rate", value, " of requests per second")


def checked_share(value: object) -> float:
    """A part of a whole, more than nothing.

    Raises:
        ConfigurationError: it is not a number above 0 and up to 1.
    """
    if not _is_number(value) or not 0 < value <= 1:
        raise ConfigurationError(f"share must be a number above 0 and up to 1, not {value!r}")
    return float(value)


def checked_secret(name: str, value: object) -> str:
    """The credential, if it fits into a header.

    Raises:
        ConfigurationError: names the credential, never shows it.
    """
    if not isinstance(value, str) or not value:
        raise ConfigurationError(f"{name} must be a non-empty string")
    if not re.fullmatch(r"[\x21-\x7e]+", value):
        raise ConfigurationError(f"{name} must be visible ASCII characters without blanks or line ends{_remedy(value)}")
    if re.fullmatch(r"(['\"]).*\1", value):
        raise ConfigurationError(
            f"{name} has quotation marks around it, as docker's --env-file keeps them: leave them out"
        )
    return value


def _remedy(value: str) -> str:
    """How to fix a credential that was copied with surrounding text; shows nothing of it."""
    if re.match(r"\s*(bearer|token|basic|apikey|api-key)[\s:]", value, re.IGNORECASE):
        return ": give it alone, without the word before it, such as Bearer; the client adds what the vendor requires"
    if re.fullmatch(r"[\x21-\x7e]+", value.strip()):
        return ": it has some at its ends, as lines of files do; strip() removes them"
    return ""


def checked_base_url(url: object) -> str:
    """An absolute http or https URL without query, fragment, credentials or trailing slash.

    Raises:
        ConfigurationError: says what is wrong with the URL.
    """
    if not isinstance(url, str) or not url.isascii() or re.search(r"[\x00-\x20\x7f]", url):
        raise ConfigurationError(f"base_url must be a URL in ASCII without blanks, not {_without_user(url)}")
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        raise ConfigurationError(f"base_url has an impossible host or port: {_without_user(url)}") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ConfigurationError(f"base_url must start with https:// (or http://) and a host, not {_without_user(url)}")
    if "@" in parts.netloc:
        raise ConfigurationError("base_url must not hold credentials; give them to the client by name")
    if "?" in url or "#" in url:  # the parser does not distinguish an empty query from a missing one
        raise ConfigurationError(f"base_url must not have a query or fragment: {_without_user(url)}")
    return url.rstrip("/")


def checked_cleartext(base_url: str, *, allowed: bool) -> str:
    """The base URL, unless credentials would travel in clear text against the caller's will.

    Args:
        base_url: a checked one.
        allowed: http to another machine is wanted.

    Raises:
        ConfigurationError: it is http to anything but this machine.
    """
    parts = urlsplit(base_url)
    if parts.scheme == "https" or allowed or _is_loopback(parts.hostname or ""):
        return base_url
    raise ConfigurationError(
        f"base_url is {base_url}: over http:// the credentials would go through the network in clear text; use https://,"
        " or allow_insecure=True (ABCLIENT_ALLOW_INSECURE=1 in the environment) if the network is yours"
    )


def _is_loopback(host: str) -> bool:
    name = host.rstrip(".")
    if name == "localhost" or name.endswith(".localhost"):  # RFC 6761: never another machine
        return True
    from ipaddress import ip_address  # slow to import, and hardly ever needed

    try:
        address = ip_address(name.partition("%")[0])
    except ValueError:
        return False
    return bool((getattr(address, "ipv4_mapped", None) or address).is_loopback)


def checked_switch(name: str, value: object) -> bool:
    """True or False, but not a value that only equals them.

    Raises:
        ConfigurationError: it is neither.
    """
    if not isinstance(value, bool):
        raise ConfigurationError(f"{name} must be True or False, not {value!r}")
    return value


def checked_name(value: object) -> str:
    """A client's own name: one line of text that can be recognized in a log.

    Raises:
        ConfigurationError: it is not text, empty, or not printable.
    """
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise ConfigurationError(f"name must be a printable text, not {value!r}")
    return value


def _without_user(url: object) -> str:
    """For an error message: the part before an @ may be a password, however broken the rest is."""
    return repr(re.sub(r".*@", "***@", url, flags=re.DOTALL) if isinstance(url, str) else url)


def as_timeouts(value: object) -> Timeouts:
    """A number means that many seconds for the whole call; the finer limits are cut to it.

    Raises:
        ConfigurationError: it is neither ``Timeouts`` nor a positive, finite number.
    """
    if isinstance(value, Timeouts):
        return value
    if not _is_number(value) or value <= 0:
        hint = "; every call has to end, so give the number of seconds that you would wait" if value is None else ""
        raise ConfigurationError(
            f"timeout must be a positive, finite number of seconds, or Timeouts, not {value!r}{hint}"
        )
    limits: dict[str, float] = asdict(Timeouts())
    return Timeouts(**{name: min(limit, value) for name, limit in limits.items()} | {"total": value})


def as_retry_policy(value: object) -> RetryPolicy:
    """A whole number means that many retries, after the first attempt.

    Raises:
        ConfigurationError: it is neither a ``RetryPolicy`` nor a whole number of 0 or more.
    """
    if isinstance(value, RetryPolicy):
        return value
    return RetryPolicy(attempts=whole_number("retries", value, least=0, alternative="a RetryPolicy") + 1)


def insecure_from_environment() -> bool:
    """Whether ``ABCLIENT_ALLOW_INSECURE`` allows http to other machines: ``1`` does.

    Raises:
        ConfigurationError: it is something else.
    """
    value = from_environment("ABCLIENT_ALLOW_INSECURE")
    if value not in (None, "0", "1"):
        raise ConfigurationError(f"ABCLIENT_ALLOW_INSECURE must be 1 or 0, not {value!r}")
    return value == "1"


def proxy_passwords() -> tuple[str, ...]:
    """The credentials in the environment's proxy settings, which a proxy may repeat in its errors."""
    found: list[str] = []
    for name, value in os.environ.items():
        if name.lower().endswith("_proxy") and "@" in value:
            user, _, password = unquote(value.rpartition("@")[0].rpartition("//")[2]).partition(":")
            found += [f"{user}:{password}", password or user]
    return tuple(found)


def from_environment(name: str) -> str | None:
    """The value of an environment variable; an empty one counts as not set."""
    return os.environ.get(name) or None
