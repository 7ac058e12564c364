"""The store that an option or a variable of the environment names, and what an account is called in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from .._ratelimit.store import RateLimitStore
from ..errors import ConfigurationError
from ._file import FileRateLimitStore
from ._redis import SCHEMES, RedisRateLimitStore

_KEY_DIGITS = 32  # 128 bits


def as_store(given: object) -> RateLimitStore:
    """The store: a URL of Redis, a directory, or an object with the methods of ``RateLimitStore``.

    Raises:
        ConfigurationError: it is something else, or cannot be used.
    """
    if isinstance(given, str):
        scheme, separator, _ = given.partition("://")
        meant_as_url = separator or given.partition(":")[0] in SCHEMES  # such as redis:/host, which loses a slash
        if not meant_as_url and given.strip():
            return FileRateLimitStore(given)
        if separator and scheme in SCHEMES:
            return RedisRateLimitStore(given)
        raise ConfigurationError("rate_limit_store must be a URL such as redis://localhost:6379/0, or a directory")
    if not isinstance(given, RateLimitStore):
        raise ConfigurationError(
            f"rate_limit_store must be a URL, a directory or a RateLimitStore, not {type(given).__name__}"
        )
    return given


def account_key(vendor: str, host: str, secrets: Iterable[str]) -> str:
    """What an account is called in stores: a hash, from which its credentials cannot be found."""
    named = json.dumps([vendor, host, sorted(secrets)]).encode()
    return hashlib.sha256(named).hexdigest()[:_KEY_DIGITS]
