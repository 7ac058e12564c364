"""The store that an option or a variable of the environment names, and what an account is called in it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable

from .._ratelimit.store import RateLimitStore
from ..errors import ConfigurationError
from ._file import FileRateLimitStore
from ._redis import SCHEMES, RedisRateLimitStore

_KEY_DIGITS = 32  # 128 bits

_ADDRESS = re.compile(r"[^/\\]*[^/\\:]:[0-9]+(?:/[0-9]*)?")
"""A host and a port, perhaps with a database of Redis: a URL without its scheme, rather than a directory."""


def as_store(given: object) -> RateLimitStore:
    """The store: a URL of Redis, a directory, or an object with the methods of ``RateLimitStore``.

    Raises:
        ConfigurationError: it is something else, or cannot be used.
    """
    if isinstance(given, str):
        scheme, separator, _ = given.partition("://")
        # Such as redis:/host, which loses a slash.
        is_part_of_url = given.partition(":")[0] in SCHEMES or _ADDRESS.fullmatch(given.strip())
        if not separator and not is_part_of_url and given.strip():
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
