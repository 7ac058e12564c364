"""The default TLS settings."""

from __future__ import annotations

import os
import re
import ssl
from functools import cache
from pathlib import Path

import certifi

from ..errors import ConfigurationError


def shared_context() -> ssl.SSLContext:
    """One context for the whole process, since making one reads every root certificate.

    It trusts what ``SSL_CERT_FILE`` and ``SSL_CERT_DIR`` name, and certifi's bundle where neither is set.

    Raises:
        ConfigurationError: they name something that holds no certificates.
    """
    return _context(os.environ.get("SSL_CERT_FILE") or None, os.environ.get("SSL_CERT_DIR") or None)


@cache
def _context(cafile: str | None, capath: str | None) -> ssl.SSLContext:
    if capath is not None and not any(map(_holds_certificates, map(Path, filter(None, capath.split(os.pathsep))))):
        raise ConfigurationError(
            f"SSL_CERT_DIR={capath} holds no certificates: OpenSSL looks there for files that are named by a hash,"
            " which `openssl rehash` makes"
        )
    try:
        context = ssl.create_default_context(cafile=cafile or (None if capath else certifi.where()), capath=capath)
    except OSError as error:
        raise ConfigurationError(f"no certificates can be read from SSL_CERT_FILE={cafile}: {error}") from error
    if cafile is not None and not context.cert_store_stats()["x509"]:
        raise ConfigurationError(f"SSL_CERT_FILE={cafile} holds no certificates")
    return context


def _holds_certificates(directory: Path) -> bool:
    """Whether OpenSSL finds any there."""
    try:
        return any(re.fullmatch(r"[0-9a-f]{8}\.[0-9]+", file.name) for file in directory.iterdir())
    except OSError:
        return False
