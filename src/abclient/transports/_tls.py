"""The TLS settings of everyone who does not bring their own."""

from __future__ import annotations

import os
import ssl
from functools import cache

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
    if cafile is None and capath is None:
        cafile = certifi.where()
    try:
        return ssl.create_default_context(cafile=cafile, capath=capath)
    except OSError as error:
        raise ConfigurationError(
            f"no certificates can be read from SSL_CERT_FILE={cafile} or SSL_CERT_DIR={capath}: {error}"
        ) from error
