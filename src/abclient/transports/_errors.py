"""Maps an HTTP library's errors to ours: the request was certainly not sent, or its response was lost.

httpx uses the class names of httpcore, its engine, and so do their continuations. Both families occur under the default
transport: tests that mock it with respx raise httpx's errors there. So errors are identified by library and name,
without importing any of the libraries.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Callable, Iterable
from typing import NoReturn

from ..errors import (
    ABClientError,
    ConfigurationError,
    ConnectTimeoutError,
    NotSentError,
    PoolTimeoutError,
    ReadTimeoutError,
    ResponseLostError,
)
from ._libraries import HTTPCORE, HTTPX

_UNKNOWN_AUTHORITY = {2, 18, 19, 20, 21}
"""OpenSSL's numbers for certificates whose issuer is not among the trusted ones (``openssl verify``)."""

_OPENSSL = re.compile(r"\[(?:\w+: )?\w+\] (.+?)(?: \(_ssl\.c:\d+\))?\Z").search
_LIBRARIES = {*HTTPCORE, *HTTPX}
_NO_CONNECTION = "no connection to {host}"
_NO_HTTP = "{host} sent no valid HTTP response"
_MAPPING: dict[str, tuple[type[ABClientError], str]] = {
    "ConnectTimeout": (ConnectTimeoutError, "no connection to {host} in time"),
    "ConnectError": (NotSentError, _NO_CONNECTION),
    "ProxyError": (NotSentError, "the proxy opened no connection to {host}"),
    "UnsupportedProtocol": (NotSentError, _NO_CONNECTION),
    "PoolTimeout": (PoolTimeoutError, "every connection of the given HTTP client was busy"),
    "ReadTimeout": (ReadTimeoutError, "{host} was silent for too long"),
    "WriteTimeout": (ReadTimeoutError, "{host} did not take the request in time"),
    "TimeoutException": (ReadTimeoutError, "{host} took too long"),
    "NetworkError": (ResponseLostError, "the connection to {host} broke before the response was complete"),
    "ProtocolError": (ResponseLostError, _NO_HTTP),
    "DecodingError": (ResponseLostError, "the response from {host} cannot be decompressed"),
    "TransportError": (ResponseLostError, "the response from {host} was lost"),
    "LocalProtocolError": (ConfigurationError, "the request to {host} holds characters that HTTP does not allow"),
    "InvalidURL": (ConfigurationError, "the URL of the request to {host} is not valid"),
}


def raise_mapped(error: Exception, host: str) -> NoReturn:
    """Raise abclient's error for an HTTP library's, or the error itself if it is not a library's.

    Args:
        error: the library's.
        host: whom the request was for.
    """
    meaning = _mapped(error)
    if meaning is None:
        raise error
    kind, text = meaning
    if issubclass(kind, NotSentError):
        raise not_connected(error, text.format(host=host), kind) from error
    meant = kind(text.format(host=host) + ("" if issubclass(kind, ConfigurationError) else _detail(error)))
    # What was written or read against the rules of HTTP may be a credential, sent or echoed, and their texts repeat it.
    raise meant from (None if text == _NO_HTTP or issubclass(kind, ConfigurationError) else error)


def not_connected(error: Exception, said: str, kind: type[NotSentError] = NotSentError) -> NotSentError:
    """The error for a connection that does not stand, with the reason, such as a certificate's, behind what is said."""
    meant = kind(said + _detail(error))
    if _certificate_error(error) is not None or isinstance(error, UnicodeError):
        meant.temporary = False
    return meant


def encoded_headers(headers: Iterable[tuple[str, str]]) -> list[tuple[bytes, bytes]]:
    """The headers as bytes.

    Raises:
        ConfigurationError: names the header that is not ASCII, never its value.
    """
    encoded: list[tuple[bytes, bytes]] = []
    for name, value in headers:
        if not (name.isascii() and value.isascii()):
            raise ConfigurationError(f"header {name!a} must be ASCII")
        encoded.append((name.encode("ascii"), value.encode("ascii")))
    return encoded


def decoded_headers(headers: Iterable[tuple[bytes, bytes]]) -> tuple[tuple[str, str], ...]:
    """The headers of a response as text, names in lower case."""
    return tuple((name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in headers)


def _mapped(error: Exception) -> tuple[type[ABClientError], str] | None:
    for kind in type(error).__mro__:
        if kind.__module__.partition(".")[0] in _LIBRARIES and kind.__name__ in _MAPPING:
            return _MAPPING[kind.__name__]
    return None


def _detail(error: BaseException) -> str:
    if isinstance(error, UnicodeError):  # of the codec for host names, which DNS could not have either
        return ": the host's name has a part that is empty or too long"
    refused = _certificate_error(error)
    if refused is not None:
        text = f": its TLS certificate was not accepted: {refused.verify_message}"
        unknown = refused.verify_code in _UNKNOWN_AUTHORITY
        return f"{text}; SSL_CERT_FILE names the certificates of a company's own authority" if unknown else text
    failed = _find(error, lambda one: isinstance(one, ssl.SSLError) and bool(_OPENSSL(str(one))))
    if said := failed and _OPENSSL(str(failed)):
        return f": TLS failed: {said[1]}"
    text = str(error).partition(": ")[0].strip()
    return f": {text}" if text else ""


def _certificate_error(error: BaseException | None) -> ssl.SSLCertVerificationError | None:
    found = _find(error, lambda one: isinstance(one, ssl.SSLCertVerificationError))
    return found if isinstance(found, ssl.SSLCertVerificationError) else None


def _find(error: BaseException | None, fits: Callable[[BaseException], bool]) -> BaseException | None:
    """The first that fits among an error and those behind it."""
    while error is not None and not fits(error):
        error = error.__cause__ or error.__context__
    return error
